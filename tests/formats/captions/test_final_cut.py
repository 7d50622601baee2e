"""Final Cut's XML: where captions stand on the timeline of clips within one another."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.captions import final_cut
from viewer.formats.format import Content, NothingUsableError


def shown(kind, words, **attributes):
    told = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    return f"<{kind} {told}><text><text-style>{words}</text-style></text></{kind}>\n"


def read(spine, begin="0s"):
    text = (
        '<?xml version="1.0"?>\n<!DOCTYPE fcpxml>\n<fcpxml version="1.10"><resources><asset '
        'id="r2">'
        '<media-rep src="file:///a.mov"/></asset></resources><library><project name="A talk">'
        f"<sequence "
        f'tcStart="{begin}"><spine>\n{spine}</spine></sequence></project></library></fcpxml>'
    )
    return registry.parse(text.encode(), Path("talk.fcpxml"))


def spans(made):
    return [(s.start_ms, s.end_ms, s.text) for s in made.segments]


def test_captions_in_a_clip_count_from_the_clips_own_start():
    inside = shown(
        "caption",
        "Good <i/>day.",
        offset="275/25s",
        duration="2s",
        role="a?captionFormat=ITT.en-US",
    )
    made = read(
        f'<asset-clip offset="3605s" start="10s" duration="9s">{inside}</asset-clip>', "3600s"
    )
    assert spans(made) == [(6000, 8000, "Good day.")]
    assert (made.format, made.source.title, made.language) == ("final-cut", "A talk", "en-US")
    assert made.media == ("file:///a.mov",)


def test_titles_on_the_storyline_follow_one_another_without_offsets():
    made = read(
        '<gap duration="1s"/>'
        + shown("title", "A.", duration="2s")
        + shown("title", "B.", duration="3s")
    )
    assert spans(made) == [(1000, 3000, "A."), (3000, 6000, "B.")]


def test_a_storyline_within_a_clip_begins_where_it_is_anchored():
    line = '<spine lane="1" offset="3602s">' + "".join(
        shown("title", words, offset=f"{at}s", start="3600s", duration="1s")
        for at, words in ((0, "A."), (4, "B."))
    )
    made = read(f'<gap offset="1s" start="3600s" duration="90s">{line}</spine></gap>')
    assert spans(made) == [(3000, 4000, "A."), (7000, 8000, "B.")]


def test_the_role_with_most_captions_is_shown_and_the_rest_is_told():
    made = read(
        '<gap offset="0s" duration="9s">'
        + shown("caption", "A.", offset="1s", duration="1s", role="x.en")
        + shown("caption", "Un.", offset="1s", duration="1s", role="x.fr")
        + shown("caption", "B.", offset="3001/1000s", duration="1s", role="x.en")
        + shown("caption", "lost", offset="soon", duration="1s", role="x.en")
        + shown("title", "A title", offset="1s", duration="1s")
        + "</gap>"
    )
    assert spans(made) == [(1000, 2000, "A."), (3001, 4001, "B.")]
    assert [(problem.line) for problem in made.problems] == [1, 1, 7]


def test_no_words_are_told():
    with pytest.raises(NothingUsableError):
        final_cut.parse(
            Content.of('<fcpxml><sequence><spine><gap duration="1s"/></spine></sequence></fcpxml>')
        )
