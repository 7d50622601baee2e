"""Text with timecodes that count frames."""

from viewer.formats.captions import frame_blocks
from viewer.formats.format import Content


def test_switches_of_dvd_studio_pro_are_no_text():
    text = "$FontSize = 30\n00:00:01:05 , 00:00:03:10 , ^B^IOne^I|two^B 2^Up\n"
    made = frame_blocks.parse(Content.of(text))
    assert [segment.text for segment in made.segments] == ["One two 2^Up"]
