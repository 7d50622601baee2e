"""Thirty-nine languages in every code page that they were written in, told by their letters."""

import unicodedata
from pathlib import Path

import pytest

from tests.growing import grows_too_fast
from viewer.formats.decoding.code_pages import guess
from viewer.formats.decoding.encoding import decode

#: Twenty sentences in each language, a line each.
SENTENCES = {
    path.stem: path.read_text(encoding="utf-8").splitlines()
    for path in sorted((Path(__file__).parent / "languages").glob("*.txt"))
}
WESTERN = "cp1252 latin-1 mac_roman cp850"
CENTRAL = "cp1250 iso8859_2"
PAGES = {
    "albanian": "cp1252 cp1250", "arabic": "cp1256 iso8859_6", "bulgarian": "cp1251",
    "catalan": "cp1252", "chinese-simplified": "gb18030 utf-16-le utf-16-be",
    "chinese-traditional": "big5 utf-16-le utf-16-be", "croatian": CENTRAL,
    "czech": f"{CENTRAL} cp852", "danish": "cp1252", "dutch": "cp1252",
    "english": "cp1252 mac_roman", "estonian": "cp1257 cp1252 iso8859_15", "finnish": "cp1252",
    "french": "cp1252 iso8859_15 mac_roman", "german": WESTERN, "greek": "cp1253 iso8859_7",
    "hebrew": "cp1255 iso8859_8", "hungarian": CENTRAL, "icelandic": "cp1252",
    "italian": "cp1252", "japanese": "cp932 euc_jp iso2022_jp utf-16-le utf-16-be",
    "korean": "cp949 utf-16-le utf-16-be", "latvian": "cp1257 iso8859_13",
    "lithuanian": "cp1257 iso8859_13", "norwegian": "cp1252", "persian": "cp1256",
    "polish": CENTRAL, "portuguese": "cp1252", "romanian": CENTRAL,
    "russian": "cp1251 koi8_r cp866 iso8859_5 mac_cyrillic", "serbian": "cp1251",
    "slovak": CENTRAL, "slovenian": CENTRAL, "spanish": "cp1252 cp850", "swedish": "cp1252",
    "thai": "cp874", "turkish": "cp1254", "ukrainian": "cp1251 koi8_u", "vietnamese": "cp1258",
}  # fmt: skip
CASES = [(language, page) for language, pages in PAGES.items() for page in pages.split()]
#: Fewer letters beyond ASCII than these tell hardly more than that the text is Western.
ENOUGH = 6


def encoded(text, page):
    if page != "cp1258":
        return text.encode(page)
    return b"".join(_vietnamese(char) for char in unicodedata.normalize("NFC", text))


def _vietnamese(char):
    """Encode a letter as Windows writes it: its tone behind it, where there is none with it."""
    try:
        return char.encode("cp1258")
    except UnicodeEncodeError:
        marks = unicodedata.normalize("NFD", char)
        tone = next(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
        return (unicodedata.normalize("NFC", marks.replace(tone, "")) + tone).encode("cp1258")


def captions(lines):
    times = "00:00:{0:02},000 --> 00:00:{0:02},900"
    return "".join(f"{n}\r\n{times.format(n)}\r\n{line}\r\n\r\n" for n, line in enumerate(lines, 1))


@pytest.mark.parametrize(("language", "page"), CASES)
@pytest.mark.parametrize("many", [3, 9, 20])
def test_sentences_in_every_page(language, page, many):
    lines = SENTENCES[language]
    for start in range(0, 21 - many, many):
        reported = lines[start : start + many]
        for text in ("\n".join(reported) + "\n", captions(reported)):
            if sum(not char.isascii() for char in text) < ENOUGH:
                continue
            decoded = decode(encoded(text, page))
            assert unicodedata.normalize("NFC", decoded.text) == text, decoded.encoding


def test_every_language_has_its_sentences():
    assert set(SENTENCES) == set(PAGES)
    assert {len(lines) for lines in SENTENCES.values()} == {20}


@pytest.mark.parametrize(
    "text",
    [
        "naïve café résumé", "We met in São Paulo and in Zürich with José.", "20°C, £5, ½ a mile",
        "The jalapeños and El Niño, said Björk.", "Señor Müller ate crème brûlée in Malmö.",
        "“Don’t” – he said… it’s", "Renée, Zoë and Chloë’s façade", "£5 and £20\n" * 20,
        "¶ la la ¶\n" * 20, "è bello, è vero\n" * 20, "© 2004 ®™ • more •", "Smörgås, Ångström",
        "¿Qué?", "3×4 ± 2 µm", "à la carte, voilà", "Beyoncé and Pelé",
    ],
)  # fmt: skip
def test_a_few_strange_letters_in_a_western_text(text):
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("text", "page"),
    [("ÇOK GÜZEL BİR AKŞAMDI, DEĞİL Mİ?", "cp1254"), ("GŐZÖLGŐ TŰZHELY", "cp1250"),
     ("ŹDŹBŁO ŚNIEGU", "iso8859_2"),
     *(("ДОБРЫЙ ВЕЧЕР, ДРУЗЬЯ. КТО ЗДЕСЬ И ОТКУДА?", page) for page in ("cp1251", "koi8_r"))],
)  # fmt: skip
def test_capitals_alone(text, page):
    assert decode(text.encode(page)).text == text


def test_mark_up_and_names_in_latin_letters_around_another_script():
    text = "SPEAKER_01: <i>Добрый вечер</i>\n<b>ANNA:</b> Спасибо, хорошо. OK?\n"
    assert decode(text.encode("cp1251")).text == text


def test_any_bytes_are_guessed():
    for first in range(0x80, 0x100):
        assert guess(bytes([first])) is not None
    assert guess(bytes(range(256)) * 40) is not None


def test_the_time_does_not_grow_with_the_file():
    text = "\n".join(SENTENCES["russian"])
    assert not grows_too_fast(decode, lambda times: encoded(text * times, "cp1251"), 40)
