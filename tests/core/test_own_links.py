"""Links back into the program: written, read, and refused."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.own_links import is_own_link, opened_by, own_link, path_of_file_link

NAMES = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters="/\\"))


@pytest.mark.skipif(os.name == "nt", reason="paths are written otherwise there")
class TestALink:
    def test_reads_plainly(self):
        assert own_link(Path("/talks/a b.vtt"), 83_500) == (
            "cueline://open?path=/talks/a%20b.vtt&t=83.5"
        )
        assert own_link(Path("/talks/a.vtt"), None) == "cueline://open?path=/talks/a.vtt"

    @given(NAMES, st.none() | st.integers(0, 10**9))
    def test_leads_back_to_where_it_is_from(self, name, ms):
        path = Path("/talks", f"x{name}.vtt")
        link = own_link(path, ms)
        assert is_own_link(link)
        assert link.isascii()
        assert opened_by(link) == (path, ms)

    def test_leads_to_a_name_that_is_no_text(self):
        path = Path(os.fsdecode(b"/talks/\xe9t\xe9.vtt"))
        assert opened_by(own_link(path, 0)) == (path, 0)

    @pytest.mark.parametrize(
        "link",
        [
            "cueline://open?path=/a.vtt",
            "CUELINE://OPEN?path=/a.vtt",
            "cueline://open/?path=%2Fa.vtt",
            "cueline://open?t=1:23&path=/a.vtt",
        ],
    )
    def test_is_read_as_browsers_hand_it_over(self, link):
        assert opened_by(link)[0] == Path("/a.vtt")

    def test_of_a_file_is_what_desktops_hand_over(self):
        assert path_of_file_link("file:///a%20b.vtt") == Path("/a b.vtt")
        assert path_of_file_link("file://localhost/a.vtt") == Path("/a.vtt")


@pytest.mark.parametrize(
    "link",
    [
        "cueline:",
        "cueline://",
        "cueline:/open?path=/a.vtt",
        "cueline:open?path=/a.vtt",
        "cueline://open",
        "cueline://open?path=",
        "cueline://open?path",
        "cueline://open?path=a.vtt",
        "cueline://open?path=../a.vtt",
        "cueline://open?path=~/a.vtt",
        "cueline://open?path=//host/share/a.vtt",
        "cueline://open?path=%2F%2Fhost/a.vtt",
        "cueline://open?path=%5C%5Chost%5Ca.vtt",
        "cueline://open?path=https://example.org/a.vtt",
        "cueline://open?path=file:///a.vtt",
        "cueline://open?path=--trace=/a.vtt",
        "cueline://open?path=/a.vtt&path=/b.vtt",
        "cueline://open?path=/a.vtt&trace=/b",
        "cueline://open?path=/a.vtt&media=/b",
        "cueline://open?path=/a.vtt&t=",
        "cueline://open?path=/a.vtt&t=soon",
        "cueline://open?path=/a.vtt&t=-5",
        "cueline://open?path=/a%00.vtt",
        "cueline://open?path=/a%0A.vtt",
        "cueline://open?path=/a%1B[2J.vtt",
        "cueline://open?path=/a\n.vtt",
        "cueline://open?path=/a.vtt#t=5",
        "cueline://open/run?path=/a.vtt",
        "cueline://open:80?path=/a.vtt",
        "cueline://me@open?path=/a.vtt",
        "cueline://[open?path=/a.vtt",
        "cueline://quit",
        "cueline://run?path=/a.vtt",
        "cueline://open?path=/" + "a" * 20_000,
    ],
)
def test_a_link_that_asks_for_anything_else_is_refused(link):
    assert is_own_link(link)
    with pytest.raises(ValueError, match=r"^(it|its|a) |netloc|IPv6"):
        opened_by(link)


@pytest.mark.parametrize(
    "link",
    [
        "file:",
        "file:a.vtt",
        "file:/a.vtt",
        "file://",
        "file://host/a.vtt",
        "file:////host/a.vtt",
        "file:///a%00.vtt",
        "file:///a\n.vtt",
    ],
)
def test_a_file_elsewhere_is_refused(link):
    with pytest.raises(ValueError, match=r"^(it|its) "):
        path_of_file_link(link)
