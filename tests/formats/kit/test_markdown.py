"""Mark-up goes, words stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.formats.kit.markdown import plain_text


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("plain", "plain"), ("It *is* so.", "It is so."), ("**Bold** _and_ so", "Bold and so"),
        ("2 * 3 * 4", "2 * 3 * 4"), ("snake_case_name", "snake_case_name"), ("a* b*", "a* b*"),
        (r"\[laughs\] \*no\*", "[laughs] *no*"), ("see [this](https://x.org) now", "see this now"),
        ("[laughs] (no)", "[laughs] (no)"), ("`code`", "`code`"), (r"C:\Users", r"C:\Users"),
    ],
)  # fmt: skip
def test_mark_up(marked, plain):
    assert plain_text(marked) == plain


@given(text=st.text(alphabet="ab *_\\[]()`\n"))
def test_no_letter_is_lost_outside_links(text):
    plain = plain_text(text)
    if "](" not in text:
        assert [c for c in plain if c in "ab"] == [c for c in text if c in "ab"]
