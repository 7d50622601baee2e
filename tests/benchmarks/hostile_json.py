"""Hostile JSON and tables of 0.1 MB and of 1 MB: how the time grows."""

from collections.abc import Iterator
from types import ModuleType

from tests.benchmarks.measuring import Result, growth
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.own import reader as cueline_json
from viewer.formats.refusals.reasons import unknown_json
from viewer.formats.speech import podcast as podcast_json
from viewer.formats.speech.whisper import reader as whisper_json
from viewer.formats.tables import csv as timed_csv
from viewer.formats.tables import whisper_tsv

SMALL = 100_000
#: Shorter times count as this: what a run of so little memory costs depends on what was freed
#: before it. (The decoder's lists of 1 to 40 MB cost 34 to 38 ms a MB in a fresh process.)
LEAST_S = 0.01
OURS = '{"format": "cueline-transcript", "segments": ['
#: Reader, beginning, and what is repeated to the end; nothing is ever closed.
CASES: tuple[tuple[ModuleType, str, str], ...] = (
    (whisper_json, "", "["),
    (whisper_json, "", '{"a":'),
    (whisper_json, '{"segments":', '[{"start":1,"text":"a","words":'),
    (whisper_json, '{"segments":[{"start":1,"text":"a"}', ',{"start":x}'),
    (whisper_json, '{"segments":[{"start":1,"text":"a"}', ',{"start":"'),
    (whisper_json, '{"segments":[{"start":1,"text":"a"}', ',{"start":{'),
    (whisper_json, '{"segments":[{"start":1,"text":"a"}', ",{}\n"),
    (whisper_json, '{"segments":[{"start":1,"text":"a"}', ",1"),
    (
        whisper_json,
        '{"segments":[{"start":1,"text":"a"}',
        ',{"start":9,"end":0,"text":"\\n"}',
    ),
    (whisper_json, '{"segments":[{"start":1,"text":"', "a\\ud800 "),
    (
        whisper_json,
        '{"segments":[{"start":1,"text":"a","words":[{"word":"a"}',
        ',{"word":"b"}',
    ),
    (whisper_json, '{"text":"', '\\" {"start'),
    (whisper_json, '{"a":1', ',"a":[{'),
    (whisper_json, '{"segments":[{"start":1,"text":"a"}]', ',"a":[{"b":1}]'),
    (whisper_json, "[", '{"start":1,"text":"a"}\r'),
    (whisper_json, "", '{"start":1,"text":"a"}\n'),
    (
        whisper_json,
        '{"text":"a a a","words":[{"word":"a","start":0}',
        ',{"word":"a","start":1}',
    ),
    (
        whisper_json,
        '{"segments":[{"start":1,"text":"a"}],"words":[1',
        ',{"word":"a","start":1}',
    ),
    (whisper_json, '{"transcription":[{"offsets":{},"tokens":[1', ',{"text":"a"}'),
    (whisper_json, '{"segments":[{"start":', "9"),
    (
        podcast_json,
        '{"segments":[{"startTime":1,"body":"a"}',
        ',{"startTime":1,"body":"\\n"}',
    ),
    (podcast_json, '{"segments":[{"startTime":1,"body":"a"}', ',{"body":"a"}'),
    (cueline_json, OURS + "1", ",{}\n"),
    (cueline_json, OURS + "1", ',{"text":"a","start_ms":-1}'),
    (cueline_json, OURS + '{"text":"a","start_ms":1}', ',{"text":"a","start_ms":1}'),
    (whisper_tsv, "start\tend\ttext\n", "\t"),
    (whisper_tsv, "start\tend\ttext\n", "9\t1\t\r"),
    (timed_csv, "start,end,text\n", '"'),
    (timed_csv, "start,end,text\n", '"a\n'),
    (timed_csv, "start,end,text\n", '0:01,0:02,"\n'),
    (timed_csv, "start,end,text\n,,", '"",'),
    (timed_csv, "start,end,text\n", ',"'),
)


def measure() -> Iterator[Result]:
    """Read each case, and look at each head."""
    for known, begin, piece in CASES:
        yield read_growth(known, begin, piece)
    blank = " \n\ufeff"
    yield growth(
        "telling JSON",
        lambda size: unknown_json(blank * (size // 3)),
        SMALL,
        least_s=LEAST_S,
    )


def read_growth(known: ModuleType, begin: str, piece: str) -> Result:
    """Return how a reader's time grows with how often a piece is repeated."""

    def read(size: int) -> None:
        content = Content.of(begin + piece * (size // len(piece)))
        known.claims(Content(content.data[:65_536], content.text[:65_536]))
        try:
            known.parse(content)
        except NothingUsableError:
            return

    what = f"{reader_name(known)} {begin[-14:]!a} {piece[:24]!a}"
    return growth(what, read, SMALL, least_s=LEAST_S)


def reader_name(reader: ModuleType) -> str:
    """Return which reader a module is."""
    return reader.__name__.removeprefix("viewer.formats.")
