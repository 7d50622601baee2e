"""Markdown with speakers: the ways to write names and times, and what is no transcript."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.prose import speaker_markdown

YT = "https://www.youtube.com/watch?v=ID"
MEETING = f"""# Monday meeting

### Agenda

**Time:** 9 am, Berlin
- plans

### Highlights

* **[The plan](#anna-000000)**: what we will do.
* **[Money](#ben-000067)**: what it costs.

### Transcript
##### **Anna** [[00:00:00]({YT}&t=0)]
Good *morning*.
All of you.

##### **Ben** [[00:01:07](https://youtu.be/ID&t=68)]
\\[laughs\\] Hello.

##### **Anna**
No time here.

##### **Ben** [[00:02:00]({YT}&t=120)] Right behind.
"""


def read(text):
    content = Content.of(text)
    assert speaker_markdown.claims(content)
    return speaker_markdown.parse(content)


def rows(talk):
    return [(s.start_ms, s.speaker, s.text) for s in talk.segments]


def test_headings_with_links():
    talk = read(MEETING)
    assert rows(talk) == [
        (0, "Anna", "Good morning. All of you."),
        (68_000, "Ben", "[laughs] Hello."),
        (None, "Anna", "No time here."),
        (120_000, "Ben", "Right behind."),
    ]
    assert talk.source.title == "Monday meeting"
    assert talk.source.url == YT


def test_what_stands_above_is_no_transcript():
    talk = read(MEETING)
    assert [(c.start_ms, c.title) for c in talk.chapters] == [(0, "The plan"), (67_000, "Money")]
    assert "9 am, Berlin" in talk.description
    assert talk.speakers == ("Anna", "Ben")


@pytest.mark.parametrize(
    "turn",
    [
        "**{0}:** \\[{1}\\] {2}", "**{0}**  {1}  \n{2}", "[{1}] **{0}**: {2}", "[{1}] **{0}:** {2}",
        "**{0}** ({1}): {2}", "**{0} ({1}):** {2}", "**[{1}] {0}:** {2}", "**{0}** [{1}]\n\n{2}",
        "### {0} [{1}]\n{2}", "## {0} {1}\n{2}", "### **{0}**  ({1})\n{2}", "__{0}:__ [{1}] {2}",
        "**{0}:** [{1}](https://youtu.be/ID?t=9&t=72) {2}",
    ],
)  # fmt: skip
def test_shapes_of_turns(turn):
    said = [("Anna", "1:12", "Good morning."), ("Ben Baker", "1:12", "Yes: so it is.")]
    talk = read("\n\n".join(turn.format(*each) for each in said))
    assert rows(talk) == [(72_000, name, words) for name, _, words in said]


def test_a_time_inside_a_turn_begins_a_segment_of_the_same_speaker():
    talk = read("**Anna:** \\[0:01\\] One.\n\nStill one.\n\n\\[0:30\\] Two.\n\n**Ben:** Three.\n")
    assert rows(talk) == [
        (1_000, "Anna", "One. Still one."), (30_000, "Anna", "Two."), (None, "Ben", "Three.")
    ]  # fmt: skip


def test_a_conversation_without_times():
    talk = read("**Anna:** Hi.\n\n**Ben:** Hi.\n\n**Anna:** So?\n\nWell.\n\n**Ben:** So.\n")
    assert rows(talk)[2] == (None, "Anna", "So? Well.")
    assert not talk.timed


def test_headings_between_turns_are_chapters():
    talk = read("**Anna** 0:01\nHi.\n\n## The *plan*\n\n**Ben** 0:09\nYes.\n")
    assert [(c.start_ms, c.title) for c in talk.chapters] == [(9_000, "The plan")]


def test_a_step_back_is_reported():
    talk = read("**A** 0:05\nb\n\n**A** 0:09\nc\n\n**A** 0:01\nd\n\n**A** 0:11\nd\n")
    assert [problem.line for problem in talk.problems] == [7]


def test_the_credit_at_the_end_is_not_said():
    talk = read("**A**  0:01  \none\n\n**B**  0:02  \ntwo\n\nTranscribed by https://otter.ai\n")
    assert talk.segments[-1].text == "two"


@pytest.mark.parametrize(
    "text",
    [
        "# Tool\n\n**Note:** read this.\n\n**Usage:** run it.\n\n**Note:** again.\n\nText.\n",
        "# Tool\n\nIt starts at **12:30** and ends.\n\n- **a** first\n- **b** second\n",
        "# Log\n\n## 1.2.0 (2024-01-02)\n\n- **Fix:** x\n- **Fix:** y\n",
        "| a | **b** |\n|---|---|\n| 0:12 | **c** |\n",
    ],
)
def test_documents_are_plain_text(text):
    assert not speaker_markdown.claims(Content.of(text))
    assert registry.parse(text.encode(), Path("README.md")).format == "plain-text"


def test_no_turn_is_a_sentence():
    with pytest.raises(NothingUsableError, match="who speaks"):
        speaker_markdown.parse(Content.of("nothing"))
