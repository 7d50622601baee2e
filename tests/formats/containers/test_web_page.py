"""Web pages that hold a transcript as text."""

from pathlib import Path

import pytest

from viewer.errors import MalformedTranscriptError, UnknownFormatError
from viewer.formats import registry

HEAD = '<!DOCTYPE html>\n<html lang="da"><head><title>A &amp; B</title></head><body>'
SAID = [(5_000, "Ida", "Well, good day."), (65_000, "Bo", "Yes?"), (69_000, "Ida", "So be it.")]


def read(page, name="page.html"):
    return registry.parse(page.encode(), Path(name))


def rows(talk):
    return [(s.start_ms, s.speaker, s.text) for s in talk.segments]


@pytest.mark.parametrize(
    "turn",
    [
        "<p><b>{name}</b> ({clock}): {text}</p>",
        "<p>[{clock}] {name}: {text}</p>\n",
        "<p>\n  {name} [{clock}]<br/>\n{text}</p>",
        "<div><div>{name}</div><button>{clock}</button><div>{text}</div></div>",
        "<h3>{name}</h3><span>{clock}</span><p>{text}</p>",
    ],
)
def test_turns_however_a_page_sets_them(turn):
    clocks = ("0:05", "1:05", "1:09")
    turns = (
        turn.format(clock=clock, name=name, text=text.replace(" ", "\n ", 1))
        for clock, (_, name, text) in zip(clocks, SAID, strict=True)
    )
    talk = read(f"{HEAD}<nav>11:59 Home</nav>{''.join(turns)}<footer>2:00</footer></body></html>")
    assert (talk.format, talk.source.title, talk.language) == ("web-page", "A & B", "da")
    assert rows(talk) == SAID


def test_tables_and_captions_inside_pages():
    cells = "".join(
        f"<tr><td>{ms // 1000}.0</td><td>{name}</td><td>{text}</td></tr>" for ms, name, text in SAID
    )
    head = "<tr><th>Start</th><th>Speaker</th><th>Text</th></tr>"
    assert rows(read(f"<table>{head}{cells}</table>")) == SAID
    captions = "1\n00:00:05,000 --> 00:00:06,000\nOne.\n\n2\n00:00:07,000 --> 00:00:08,000\nTwo.\n"
    talk = read(f"<html><body><pre>{captions}</pre></body></html>")
    assert [s.text for s in talk.segments] == ["One.", "Two."]


@pytest.mark.parametrize("text", ["Ida: Hi.</p><p>Bo: Hi.", "From 10:30 to 11:45.", ""])
def test_a_page_without_times_is_refused(text):
    with pytest.raises(UnknownFormatError, match="it is a web page, and no transcript"):
        read(f"{HEAD}<p>{text}</p></body></html>")


@pytest.mark.parametrize("piece", ["<pre>", "<b>", "<td>", "<p>[0:01] x <", "<nav>"])
def test_whatever_a_page_repeats_is_read_or_refused(piece):
    page = f"{HEAD}<p>[0:01] Hi.</p><p>[0:04] Yes.</p>{piece * 20_000}"
    assert [segment.start_ms for segment in read(page).segments][:1] == [1_000]


@pytest.mark.parametrize("piece", ["<b>x", "<td>"])
def test_what_is_too_large_is_refused_at_once(piece):
    with pytest.raises(MalformedTranscriptError, match="too large for a transcript"):
        read(f"<p>[0:01] Hi.</p><p>[0:04] Yes.</p>{piece * 400_000}")
