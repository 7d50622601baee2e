"""The readers of research tools' files take anything: a transcript or a sentence."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.test_any_bytes import check
from viewer.formats import registry
from viewer.formats.annotation.elan import reader as elan
from viewer.formats.format import Content
from viewer.formats.pages import hypertranscript, otranscribe
from viewer.formats.pages import noscribe as noscribe_html
from viewer.formats.prose import f4 as f4_text
from viewer.formats.prose import turn_blocks
from viewer.formats.speech import podlove as podlove_json
from viewer.formats.tables import any_table as timed_rows
from viewer.formats.tables import audacity as audacity_labels

PIECES = {
    noscribe_html: [
        '<a name="ts_0_900_S01">', '<a name="ts_900_5_//S02" >', '<a name="ts_9_">', "</a>", "//",
        "S01: ", "//S02: ", "[00:00:01]", "<span>", "</span>", "<p>", "<!--", "-->", "&#x110000;",
    ],
    hypertranscript: [
        '<span data-m="880" data-d="400">', '<a data-m="-5">', "<a data-m=x data-d=1e999>", "</a>",
        '<span class="speaker" data-m="1">', "</span>", "<p>", "</p>", "Anna: ", "word ", "<",
    ],
    otranscribe: [
        '{"text": "', '\\"', '<span class=\\"timestamp\\" data-timestamp=\\"1.5\\">', "0:01",
        "</span>", "<span class='timestamp'>", "<p>", "<br />", '", "media": "a.mp3"', "}", "\\u",
        ', "media-time": 1e999',
    ],
    elan: [
        "<ANNOTATION_DOCUMENT>", '<TIER TIER_ID="A">', '<TIER TIER_ID="B" PARENT_REF="A">',
        '<TIME_SLOT TIME_SLOT_ID="t1" TIME_VALUE="5"/>', '<TIME_SLOT TIME_SLOT_ID="t2"/>',
        '<ALIGNABLE_ANNOTATION ANNOTATION_ID="a" TIME_SLOT_REF1="t1" TIME_SLOT_REF2="t2">',
        '<REF_ANNOTATION ANNOTATION_ID="r" ANNOTATION_REF="a">', "<ANNOTATION_VALUE>", "</TIER>",
        "</ANNOTATION_VALUE>", "</REF_ANNOTATION>", "</ALIGNABLE_ANNOTATION>", "<!DOCTYPE a [",
        '<MEDIA_DESCRIPTOR MEDIA_URL="a" TIME_ORIGIN="-9"/>',
    ],
    podlove_json: [
        "[", "{", "}", "]", ",", '"start_ms": 5', '"end_ms": -5', '"text": "a"', '"items": [',
        '"voice": 5', '{"start_ms": 1, "end_ms": 2, "text": "a"}', '"transcripts": [', "null",
    ],
    f4_text: ["#00:00:01-0#", "#01:00:00#", "#00:99:00#", "I: ", "B: ", "text", "\n", "\n\n", "\r"],
    audacity_labels: ["0.500000\t1.000000\t", "9.5\t", "-1.0\t2.0\tx\n", "\\\t1\t2\n", "a\n", "\n"],
    timed_rows: [
        "start,end,text\n", "start\tspeaker\ttext\n", "in;out;duration;text\n", "0:01,0:02,",
        "1.5;", "1\t", '"', '""', '",', "00:00:01:29,", "-5,", "9" * 15 + ",", "words", "\n", "|",
    ],
    turn_blocks: [
        "0:01\n", "[00:00:02] - Anna\n", "0:0:3.5 --> 0:0:2.5\n", "Anna\n", "Ben:\n",
        "words here\n", "\n", "Speaker 1\n", "999:59\n", "Transcribed by https://otter.ai\n",
    ],
}  # fmt: skip
CASES = [pytest.param(module, pieces, id=module.NAME) for module, pieces in PIECES.items()]


@pytest.mark.parametrize(("module", "pieces"), CASES)
@given(data=st.data())
def test_any_text(module, pieces, data):
    text = data.draw(
        st.lists(st.sampled_from(pieces) | st.text(max_size=4), max_size=25).map("".join)
    )
    check(registry.by_name(module.NAME), Content.of(text))


@given(st.lists(st.sampled_from(["<w:p>", "</w:p>", "<w:t>", "</w:t>", "0:01 a", "<w:br/>", "<"])))
def test_any_document(pieces):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("word/document.xml", f'<w:document xmlns:w="w">{"".join(pieces)}')
    check(registry.by_name("docx"), Content(buffer.getvalue(), "", "binary"))
