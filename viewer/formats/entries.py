"""Which formats there are: adding one is a module and an entry here.

A reader's module is loaded when it is first asked, for all of them together take longer to load
than most transcripts to read. So what a format is called stands here, and how it is read there.
"""

from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Final

from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.formats.format import Claim, Content, Format
from viewer.formats.kit.json_document import looks_like_json

Test = Callable[[Content], bool]


@value
class _Late:
    """A module of this package that is loaded when something of it is used."""

    module: str
    only_if: Test | None = None

    def claims(self, sample: Content) -> Claim:
        """Ask the reader, unless the head cannot be in its kind of format."""
        if self.only_if is not None and not self.only_if(sample):
            return Claim.NO
        claim: Claim = self.loaded.claims(sample)
        return claim

    def parse(self, content: Content) -> Transcript:
        """Have the reader read."""
        made: Transcript = self.loaded.parse(content)
        return made

    def write(self, transcript: Transcript) -> str:
        """Have the writer write."""
        text: str = self.loaded.write(transcript)
        return text

    @property
    def loaded(self) -> ModuleType:
        """The module itself."""
        return import_module(f"viewer.formats.{self.module}")


def _entry(
    name: str,
    title: str,
    suffixes: tuple[str, ...],
    reader: str,
    *,
    writer: str = "",
    only_if: Test | None = None,
    needs_times: bool = False,
) -> Format:
    late = _Late(reader, only_if)
    write = _Late(writer).write if writer else None
    return Format(name, title, suffixes, late.claims, late.parse, write, needs_times)


def _json(sample: Content) -> bool:
    return looks_like_json(sample.text)


def _no_json(sample: Content) -> bool:
    return not looks_like_json(sample.text)


def _zipped(sample: Content) -> bool:
    return sample.data.startswith(b"PK")


def _rich(sample: Content) -> bool:
    return sample.data.startswith(b"{\\rtf")


#: The more particular come first, and of those the cheap ones: a sure claim ends the search.
FORMATS: Final[tuple[Format, ...]] = (
    _entry(
        "archive-markdown",
        "Archive Markdown",
        (".md", ".markdown"),
        "prose.archive.reader",
        writer="prose.archive.writer",
        only_if=_no_json,
    ),
    _entry(
        "youtube-vtt",
        "YouTube automatic captions",
        (".vtt",),
        "captions.webvtt.youtube",
        only_if=_no_json,
    ),
    _entry(
        "webvtt",
        "WebVTT",
        (".vtt", ".webvtt"),
        "captions.webvtt.reader",
        writer="captions.webvtt.writer",
        needs_times=True,
        only_if=_no_json,
    ),
    _entry("youtube-json3", "YouTube json3", (".json3", ".json"), "youtube.json3"),
    _entry(
        "youtube-panel-json",
        "YouTube transcript panel, JSON",
        (".json",),
        "youtube.panel_json",
        only_if=_json,
    ),
    _entry("otranscribe", "oTranscribe", (".otr",), "pages.otranscribe", only_if=_json),
    _entry("podlove-json", "Podlove JSON", (".json",), "speech.podlove", only_if=_json),
    _entry(
        "cueline-json", "Cueline JSON", (".json",), "own.reader", writer="own.writer", only_if=_json
    ),
    _entry(
        "aws-json", "AWS Transcribe JSON", (".json", ".jsonl"), "speech.services.aws", only_if=_json
    ),
    _entry(
        "deepgram-json",
        "Deepgram JSON",
        (".json", ".jsonl"),
        "speech.services.deepgram",
        only_if=_json,
    ),
    _entry(
        "assemblyai-json",
        "AssemblyAI JSON",
        (".json", ".jsonl"),
        "speech.services.assemblyai",
        only_if=_json,
    ),
    _entry("rev-json", "Rev JSON", (".json", ".jsonl"), "speech.services.rev", only_if=_json),
    _entry(
        "azure-json",
        "Azure Speech JSON",
        (".json", ".jsonl"),
        "speech.services.azure",
        only_if=_json,
    ),
    _entry(
        "speechmatics-json",
        "Speechmatics JSON",
        (".json", ".jsonl"),
        "speech.services.speechmatics",
        only_if=_json,
    ),
    _entry(
        "vosk-json",
        "Vosk and Kaldi JSON",
        (".json", ".jsonl"),
        "speech.services.vosk",
        only_if=_json,
    ),
    _entry(
        "watson-json",
        "IBM Watson JSON",
        (".json", ".jsonl"),
        "speech.services.watson",
        only_if=_json,
    ),
    _entry(
        "google-json",
        "Google Speech JSON",
        (".json", ".jsonl"),
        "speech.services.google",
        only_if=_json,
    ),
    _entry(
        "programs-json",
        "JSON of meeting services and editing programs",
        (".json", ".jsonl"),
        "speech.programs.reader",
        only_if=_json,
    ),
    _entry("podcast-json", "Podcasting 2.0 JSON", (".json",), "speech.podcast", only_if=_json),
    _entry(
        "whisper-json", "Whisper JSON", (".json", ".jsonl"), "speech.whisper.reader", only_if=_json
    ),
    _entry(
        "python-text",
        "Print of Python (youtube-transcript-api, Whisper)",
        (".txt", ".json", ".py"),
        "containers.python_text",
        only_if=_no_json,
    ),
    _entry("docx", "Word document", (".docx",), "containers.word", only_if=_zipped),
    _entry("odt", "OpenDocument text", (".odt",), "containers.odt", only_if=_zipped),
    _entry("rtf", "Rich Text Format", (".rtf",), "containers.rtf", only_if=_rich),
    _entry("macwhisper", "MacWhisper", (".whisper",), "containers.macwhisper", only_if=_zipped),
    _entry("chat", "CHAT (CHILDES, TalkBank)", (".cha",), "annotation.chat"),
    _entry("exmaralda", "EXMARaLDA", (".exb",), "annotation.exmaralda"),
    _entry("transcriber", "Transcriber", (".trs",), "annotation.transcriber"),
    _entry("elan", "ELAN", (".eaf",), "annotation.elan.reader"),
    _entry("textgrid", "Praat TextGrid", (".textgrid",), "annotation.praat.reader"),
    _entry(
        "youtube-xml",
        "YouTube XML (srv1, srv2, srv3, ytt)",
        (".srv1", ".srv2", ".srv3", ".ytt", ".xml"),
        "youtube.xml",
    ),
    _entry(
        "ttml",
        "TTML, DFXP, IMSC",
        (".ttml", ".dfxp", ".imsc", ".itt", ".xml"),
        "captions.ttml.reader",
    ),
    _entry("usf", "USF (Universal Subtitle Format)", (".usf",), "captions.usf"),
    _entry("final-cut", "Final Cut XML", (".fcpxml",), "captions.final_cut"),
    _entry("xmeml", "Final Cut Pro 7 XML", (".xml",), "captions.xmeml"),
    _entry("text-stream", "GPAC timed text", (".ttxt", ".xml"), "captions.text_stream"),
    _entry("scc", "SCC (captions of television, CEA-608)", (".scc",), "captions.scc"),
    _entry("ebu-stl", "EBU STL", (".stl",), "captions.ebu_stl"),
    _entry("cheetah", "Cheetah captions", (".cap",), "captions.cheetah"),
    _entry("realtext", "RealText", (".rt",), "captions.realtext", only_if=_no_json),
    _entry("sami", "SAMI", (".smi", ".sami"), "captions.sami"),
    _entry("noscribe-html", "noScribe HTML", (".html", ".htm"), "pages.noscribe"),
    _entry(
        "hypertranscript",
        "Hypertranscript (Hyperaudio HTML)",
        (".html", ".htm"),
        "pages.hypertranscript",
    ),
    _entry("podcast-html", "Podcasting 2.0 HTML", (".html", ".htm"), "pages.podcast"),
    _entry("web-page", "Web page with times", (".html", ".htm"), "containers.web_page"),
    _entry("inqscribe", "InqScribe", (".inqscr",), "containers.inqscribe"),
    _entry(
        "panel-line",
        "Transcript panel on one line",
        (".txt",),
        "prose.panel_line",
        only_if=_no_json,
    ),
    _entry("ctm", "CTM (words a line)", (".ctm",), "tables.ctm", only_if=_no_json),
    _entry(
        "ccextractor",
        "CCExtractor timed text",
        (".ttxt", ".txt"),
        "captions.ccextractor",
        only_if=_no_json,
    ),
    _entry(
        "timecode-text",
        "Text with timecodes (Premiere, Resolve, Avid, Encore)",
        (".txt",),
        "captions.frame_blocks",
        only_if=_no_json,
    ),
    _entry(
        "zoom-captions", "Zoom saved captions", (".txt",), "prose.zoom_captions", only_if=_no_json
    ),
    _entry(
        "meeting-times",
        "Meetings with times of day (Google Meet, chat of Zoom)",
        (".txt",),
        "prose.meeting_times",
        only_if=_no_json,
    ),
    _entry("mpl2", "MPL2", (".txt", ".mpl", ".sub"), "captions.mpl2"),
    _entry("tmplayer", "TMPlayer", (".txt", ".tmp", ".sub"), "captions.tmplayer", only_if=_no_json),
    _entry(
        "quicktime-text",
        "QuickTime text",
        (".txt",),
        "captions.quicktime_text",
        only_if=_no_json,
    ),
    _entry("subviewer", "SubViewer 1", (".sub", ".txt"), "captions.subviewer", only_if=_no_json),
    _entry("dvd-subtitle", "DVDSubtitle", (".sub",), "captions.dvd_subtitle", only_if=_no_json),
    _entry("powerdivx", "PowerDivX", (".psb",), "captions.powerdivx", only_if=_no_json),
    _entry("audacity-labels", "Audacity labels", (".txt",), "tables.audacity", only_if=_no_json),
    _entry(
        "whisper-tsv",
        "Whisper TSV",
        (".tsv",),
        "tables.whisper_tsv",
        writer="tables.whisper_tsv",
        only_if=_no_json,
    ),
    _entry(
        "subrip",
        "SubRip",
        (".srt", ".str"),
        "captions.subrip",
        writer="captions.subrip_writer",
        needs_times=True,
    ),
    _entry("csv", "CSV", (".csv",), "tables.csv", writer="tables.csv", only_if=_no_json),
    _entry("substation", "SubStation Alpha", (".ass", ".ssa"), "captions.substation"),
    _entry("lrc", "LRC lyrics", (".lrc",), "captions.lrc"),
    _entry(
        "table",
        "Tables with times (CSV, TSV)",
        (".csv", ".tsv", ".txt", ".tab"),
        "tables.any_table",
        only_if=_no_json,
    ),
    _entry(
        "turn-blocks",
        "Text with times and names on their own lines",
        (".txt", ".text", ".srt", ".md"),
        "prose.turn_blocks",
        only_if=_no_json,
    ),
    _entry("sbv", "YouTube SBV", (".sbv",), "captions.sbv", only_if=_no_json),
    _entry("microdvd", "MicroDVD", (".sub", ".txt"), "captions.microdvd", only_if=_no_json),
    _entry("transana", "Transana", (".txt",), "prose.transana", only_if=_no_json),
    _entry("f4-text", "f4 and MAXQDA text", (".txt", ".text"), "prose.f4"),
    _entry(
        "speaker-markdown",
        "Markdown with speakers",
        (".md", ".markdown", ".txt"),
        "prose.speaker_markdown",
        only_if=_no_json,
    ),
    _entry(
        "clock-text",
        "Text with times",
        (".txt", ".text", ".md"),
        "prose.clock_lines",
        only_if=_no_json,
    ),
    _entry(
        "youtube-panel",
        "YouTube transcript panel",
        (".txt", ".srt"),
        "prose.youtube_panel",
        only_if=_no_json,
    ),
    _entry("jacosub", "JACOsub", (".jss",), "captions.jacosub", only_if=_no_json),
    _entry(
        "plain-text",
        "Plain text",
        (".txt", ".text", ".md"),
        "prose.plain",
        writer="prose.plain_writer",
    ),
)

#: Where a recording has several transcripts of one name, these are opened first.
_FIRST: Final = (".md", ".markdown", ".vtt", ".srt", ".json", ".json3", ".srv3")
_LAST: Final = (".html", ".htm", ".docx", ".odt", ".rtf", ".txt", ".text")


def _suffixes() -> tuple[str, ...]:
    every = dict.fromkeys(suffix for known in FORMATS for suffix in known.suffixes)
    between = (suffix for suffix in every if suffix not in _FIRST + _LAST)
    return (*_FIRST, *between, *_LAST)


#: What transcripts' names end in, best first.
SUFFIXES: Final = _suffixes()
