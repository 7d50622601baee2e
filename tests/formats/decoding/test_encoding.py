"""Which encoding a file is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.errors import UsageError
from viewer.formats.decoding.encoding import decode

TALK = "00:00:01 {}\n00:00:02 and so on, one line and the next\n"
TEXTS = {
    "cp1252": "Il était déjà là, près de la forêt. Nous étions très fatigués, mais ça allait.",
    "cp1250": "Příliš žluťoučký kůň úpěl ďábelské ódy. Dobrý den, jak se máte?",
    "cp1251": "Привет, как дела? Сегодня мы поговорим о том, как устроена жизнь.",
    "koi8_r": "Привет, как дела? Сегодня мы поговорим о том, как устроена жизнь.",
    "cp1253": "Καλημέρα κόσμε, τι κάνεις σήμερα; Είμαι πολύ καλά, ευχαριστώ.",
    "cp1255": "שלום לכולם, מה שלומכם היום? אני רוצה לדבר איתכם על משהו חשוב מאוד.",
    "cp1256": "مرحبا بالعالم كيف حالك اليوم. نحن هنا للحديث عن الأمور المهمة.",
    "cp932": "「これは字幕です」と彼は言った。今日はとても天気がいいですね。",
    "gb18030": "你好，今天怎么样？这是字幕。我们一起去公园吧。",
    "big5": "這是繁體中文字幕，今天天氣很好，我們去公園吧。",
    "cp949": "안녕하세요 오늘은 어떻습니까 자막입니다",
}


@pytest.mark.parametrize("text", ["plain", "“quoted” — café", "日本語のテスト", "שלום"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_with_and_without_a_mark(text, encoding):
    talk = TALK.format(text)
    decoded = decode(talk.encode(encoding))
    assert decoded.text == talk
    assert decoded.encoding.startswith(encoding.removesuffix("-sig"))
    assert not decoded.damaged_lines


@pytest.mark.parametrize("encoding", TEXTS)
def test_legacy_encodings_are_guessed(encoding):
    talk = TALK.format(TEXTS[encoding]) * 3
    decoded = decode(talk.encode(encoding))
    assert (decoded.encoding, decoded.text) == (encoding, talk)


def test_a_single_legacy_character_is_western():
    decoded = decode("a café\n".encode("cp1252"))
    assert (decoded.encoding, decoded.text) == ("cp1252", "a café\n")


def test_utf8_with_a_few_bad_bytes_stays_utf8_and_tells_the_lines():
    decoded = decode("“one”\r\ntwo\r\n".encode() + b"th\xffree\r\n\xc3\r\n")
    assert decoded.encoding == "utf-8"
    assert decoded.text == "“one”\r\ntwo\r\nth\ufffdree\r\n\ufffd\r\n"
    assert decoded.damaged_lines == (3, 4)


def test_a_replacement_character_of_the_files_own_is_no_damage():
    assert decode("\ufffd is in the file\n".encode()).damaged_lines == ()
    assert decode("\ufffd\n“x”\n".encode() + b"\xff\n").damaged_lines == (3,)


def test_utf8_that_is_cut_off_stays_utf8():
    decoded = decode("all plain but …".encode()[:-1])
    assert (decoded.encoding, decoded.text) == ("utf-8", "all plain but \ufffd")


def test_a_nul_does_not_make_it_utf16():
    assert decode(b"one\x00two\nthree\n").encoding == "utf-8"


def test_one_bad_byte_before_a_line_that_never_ends():
    decoded = decode(b"\xff\n" + b"a" * 3_000_000)
    assert len(decoded.text) > 3_000_000


def test_the_encoding_can_be_reported():
    data = "Привет".encode("koi8_r")
    assert decode(data, "koi8-r").text == "Привет"
    assert decode("hi".encode("utf-16"), "utf-16").text == "hi"
    assert decode(b"\xff", "ascii").damaged_lines == (1,)


@pytest.mark.parametrize("name", ["", "klingon", "base64", "rot13", "idna", "unicode_escape", "\0"])
def test_a_name_that_is_no_encoding_is_refused(name):
    with pytest.raises(UsageError, match="is not a text encoding"):
        decode(b"abc", name)


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16", "cp1252", "shift_jis"]))
def test_any_bytes_become_text(data, encoding):
    decoded = decode(data, encoding)
    assert decoded.text.encode("utf-8") is not None


@given(st.text())
def test_utf8_is_never_taken_for_anything_else(text):
    if "\0" not in text:
        assert decode(text.encode()).text == text.removeprefix("\ufeff")


def test_the_real_windows_1251_file(corpus):
    path = corpus / "srt" / "SubtitleEdit__tests_libse_Files_auto_detect_windows-1251.srt"
    assert decode(path.read_bytes()).encoding == "cp1251"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", ["こんにちは。\n", "大家好\n谢谢，再见。\n", "감사합니다, 안녕히 계세요.\n가각간갇\n"]
)
def test_utf16_of_east_asian_scripts_without_a_mark(encoding, text):
    decoded = decode(text.encode(encoding))
    assert (decoded.encoding, decoded.text) == (encoding, text)


@pytest.mark.parametrize(
    "data", [b"wordswords\0wordswords" * 9, b"one\0two\xff\nthree words here\n"]
)
def test_letters_side_by_side_are_no_east_asian_signs(data):
    assert not decode(data).encoding.startswith("utf-16")


def test_iso_2022_jp_is_known_by_its_escapes():
    text = "1\n00:00:01,000 --> 00:00:02,000\nこんにちは、皆さん。\n"
    decoded = decode(text.encode("iso2022_jp"))
    assert (decoded.encoding, decoded.text) == ("iso2022_jp", text)
