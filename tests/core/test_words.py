"""Words, and ranges that grow to whole ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.words import count_words, whole_words, with_marks, word_at

#: The marked part of a text, and what it grows to.
GROWN = [
    ("They a[ccepted, the fa]ct.", "accepted, the fact"),
    ("the group'[s strength", "group's"),
    ("don[’]t", "don’t"),
    ("self-decl[ared] caliphate", "self-declared"),
    ("self[-]declared", "self-declared"),
    ("about 3[.]5 percent", "3.5"),
    ("some 12,0[00] of", "12,000"),
    ("at 12:3[0] sharp", "12:30"),
    ("the U[.]S. army", "U.S"),
    ("R[&]D", "R&D"),
    ("Привет, ми[р]!", "мир"),
    ("Zü[r]ich, Ve\u0301zelay", "Zürich"),
    ("Ve[\u0301]zelay", "Ve\u0301zelay"),
    ("हिन्दी के श[ब्]द", "शब्द"),
    ("می\u200cخ[واهم بروم", "می\u200cخواهم"),
    ("השל[ו]ם", "השלום"),
    ('צה["]ל בא', 'צה"ל'),
    ("한국[어]는 쉽다", "한국어는"),
    ("snake_c[a]se", "snake_case"),
    ("日本[語の]歴史", "日本語の"),
    ("我们今[天讨]论这个问题。", "今天讨论"),
    ("川は[雨 from] Haifa", "雨 from"),
    ("สวัส[ดีคร]ับ", "สวัสดีครับ"),
]
STAY = ["one [two] three", "[one, two]", "say “[this]” now", "parents[' house]", "a [- b]"]


def marked(text):
    begin = text.index("[")
    rest = text.replace("[", "", 1)
    end = rest.index("]") if "]" in rest else begin + 1
    return rest.replace("]", "", 1), begin, end


@pytest.mark.parametrize(("text", "grown"), GROWN)
def test_a_range_grows_to_whole_words(text, grown):
    plain, begin, end = marked(text)
    low, high = whole_words(plain, begin, end)
    assert plain[low:high] == grown


@pytest.mark.parametrize("text", STAY)
def test_whole_words_stay(text):
    plain, begin, end = marked(text)
    assert whole_words(plain, begin, end) == (begin, end)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("the group[']s own", "group's"),
        ("one [t]wo three", "two"),
        ("one, tw[o]", "two"),
        ("one[,] two", ","),
        ("川の歴[史]について", "歴史"),
        ("川の歴史に[つ]いて話す", "について"),
        ("コン[ピ]ューターの", "コンピューター"),
        ("皆さん[。]今日", "。"),
        ("我们今天讨[论]这个问题。", "讨论"),
        ("彼はそれを知[っ]ていません", "って"),
        ("ｺﾝﾋﾟ[ｭ]ｰﾀｰを使う", "ｺﾝﾋﾟｭｰﾀｰ"),
        ("今天去AI实[验]室", "实验"),
        ("今天去A[I]实验室", "AI"),
        ("😀我[们]今天", "我们"),
        ("\ud800我[们]今天", "我们"),
        ("ຂ້ອຍໄປໂຮງ[ຮ]ຽນທຸກມື້", "ໂຮງຮຽນ"),
        ("ខ្ញុំទៅសា[ល]ារៀន", "សាលារៀន"),
        ("ကျွန်တော် ကျော[င]်းသွားတယ်", "ကျောင်း"),
        ("ไทย แล[ะ]", "และ"),
    ],
)
def test_the_word_of_a_character(text, word):
    plain, offset, _ = marked(text)
    low, high = word_at(plain, offset)
    assert plain[low:high] == word


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("One two, three.", 3),
        ("R&D don't — self-declared …", 3),
        ("Yes—no", 2),
        ("论", 1),
        ("今天讨论", 2),
        ("彼はそれを知っていません", 8),
        ("ฉันไปโรงเรียนทุกวัน", 5),
        ("我们在 San Francisco，住。", 5),
    ],
)
def test_words_are_counted(text, count):
    assert count_words(text) == count


@pytest.mark.parametrize(
    ("text", "is_end", "grown"),
    [
        ("so [fell]. It", True, "fell."),
        ("“[again].” And", True, "again.”"),
        ("said “[again].”", False, "“again"),
        ("我们[问题]。「然后」", True, "问题。"),
        ("我们问题。「[然后]」", False, "「然后"),
        ("我们问题。[然后]」", False, "然后"),
        ("ที่[โรง]เรียน", False, "โรง"),
    ],
)
def test_punctuation_clings_to_a_word(text, is_end, grown):
    plain, begin, end = marked(text)
    bound = with_marks(plain, end if is_end else begin, is_end=is_end)
    assert (plain[begin:bound] if is_end else plain[bound:end]) == grown


def test_a_line_of_a_megabyte_is_parted_in_pieces():
    text = "我们今天讨论这个问题" * 100_000
    begin, end = word_at(text, 500_004)
    assert (begin <= 500_004 < end, end - begin <= 2) == (True, True)


TEXT = st.text(
    st.sampled_from("ab'’- .,\n5日の\u0301\u200dश्我们今天讨论。「」コンーไปโรงเรียนที่ສ😀"), min_size=1
)


@given(TEXT, st.data())
def test_what_has_grown_grows_no_further_and_loses_nothing(text, data):
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, len(text)))
    low, high = whole_words(text, begin, end)
    assert low <= begin <= end <= high
    assert whole_words(text, low, high) == (low, high)
    assert not any(char.isspace() for char in text[low:begin] + text[end:high])


@given(TEXT, st.data())
def test_the_word_of_a_character_holds_it(text, data):
    offset = data.draw(st.integers(0, len(text) - 1))
    begin, end = word_at(text, offset)
    assert 0 <= begin <= offset < end <= len(text)
    assert begin == offset or not any(char.isspace() for char in text[begin:end])


@given(TEXT, st.data())
def test_the_word_of_any_of_its_characters_is_the_same(text, data):
    begin, end = word_at(text, data.draw(st.integers(0, len(text) - 1)))
    assert {word_at(text, at) for at in range(begin, end)} == {(begin, end)}
    assert whole_words(text, begin, end) == (begin, end)


@given(TEXT)
def test_as_many_words_are_counted_as_can_be_chosen(text):
    chosen = {word_at(text, at) for at in range(len(text))}
    said = [text[begin:end] for begin, end in chosen if any(map(str.isalnum, text[begin:end]))]
    assert count_words(text) == len(said)
