"""Texts that are surely something else than a transcript, known by their own signs."""

import re
from typing import Final

from viewer.core.late import late
from viewer.formats.decoding.kinds import Kind

_AS_TEXT: Final = "Give it a name that ends in .txt to read it as plain text anyway."
_VOBSUB: Final = Kind(
    "it is the index of subtitles that are pictures (VobSub)",
    "Turn the pictures into text with a text recognition (OCR) program first.",
)
_PLAYLIST: Final = Kind("it is a playlist", "Open the recording or the captions that it names.")
_DISC: Final = Kind("it is a list of a disc's tracks", "Open the recording that it names.")
_EDITS: Final = Kind(
    "it is a list of cuts or markers (EDL)", "Export captions or text from the editing program."
)
_CHAPTERS: Final = Kind(
    "it lists chapters, but not what is said", "Open the transcript that belongs to them."
)
_TURNS: Final = Kind(
    "it says who speaks when, but not what is said (RTTM)", "Open the transcript itself."
)
_PRAAT: Final = Kind(
    "it is a Praat file, but not a TextGrid in its usual text form",
    "Save the TextGrid as a text file in Praat, and open that.",
)
_SHORTCUT: Final = Kind(
    "it is a link to a web page", "Save or download the transcript there, and open that."
)
_POINTER: Final = Kind(
    "it stands for a file that was not fetched (Git LFS)", "Fetch it with git lfs pull."
)
_DIFF: Final = Kind("it holds changes between files, not a transcript", _AS_TEXT)
_MAIL: Final = Kind("it is an e-mail, not a transcript", _AS_TEXT)
_LOG: Final = Kind("it is a program's log, not a transcript", _AS_TEXT)

_SIGNS: Final = (
    (re.compile(r"# VobSub index file"), _VOBSUB),
    (re.compile(r'(?:File type = )?"ooTextFile(?!(?: short)?"\s[^"]{0,40}"TextGrid)'), _PRAAT),
    (re.compile(r'"Praat chronological|ooBinaryFile'), _PRAAT),
    (re.compile(r"#EXTM3U|\[playlist\]\s"), _PLAYLIST),
    (re.compile(r"(?:.{0,300}\n){0,30}?FILE .{1,300} (?:WAVE|MP3|BINARY|AIFF)\s{1,9}TR"), _DISC),
    (re.compile(r"TITLE: .{0,300}\s{1,9}(?:FCM: .{1,40}\s{1,9})?[0-9]{3,6}\s{1,9}\S+\s"), _EDITS),
    (re.compile(r"CHAPTER0?1=[0-9:.]{5,20}\s{1,9}CHAPTER0?1NAME=|;FFMETADATA1\s"), _CHAPTERS),
    (re.compile(r"\[InternetShortcut\]|\[\{000214A0-0000-0000-C000-000000000046\}\]"), _SHORTCUT),
    (re.compile(r"version https://git-lfs\.github\.com/spec/"), _POINTER),
    (re.compile(r"diff --git \S|Index: .{1,300}\n=+\n|--- .{1,300}\n\+{3} .{1,300}\n@@ "), _DIFF),
)  # fmt: skip
_TURN: Final = late(
    r"(?:SPEAKER|SPKR-INFO|NOSCORE)[ \t]{1,20}\S+[ \t]{1,20}\d+"
    r"(?:[ \t]{1,20}(?:[\d.]+|<NA>)){2}[ \t]{1,20}<NA>[ \t]"
)
#: Begins a line of RTTM that counts for nothing.
_REMARK: Final = ";;"
_LOGGED: Final = late(
    r"\W?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d[^\n]{0,80}?"
    r"\b(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL)\b"
    r"|\S{1,60} \S{1,60} \S{1,60} \[\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d"
)
_HEADER: Final = late(r"[A-Za-z][A-Za-z-]{1,40}: |[ \t]+\S|From \S+@")
_SENDER: Final = late(r"From:? [^\n]{0,200}@", re.M)
_MAIL_FIELD: Final = late(r"^(?:To|Subject|Date|Message-ID|MIME-Version): ", re.M | re.I)
#: Of the lines of turns and logs so many are looked at; one in so many may be another.
_LINES: Final = 40
_OTHERS: Final = 4


def surely_other(text: str) -> Kind | None:
    """Return what a text is that is never a transcript, though a reader may find one in it."""
    kind = _signed(text)
    return None if kind is _DIFF else kind


def other_text(text: str, suffix: str) -> Kind | None:
    """Return what a text is that is no transcript by its signs, or None where it can be one.

    What could hold one all the same is text where its name ends in `.txt`.
    """
    kind = _signed(text) or _by_lines(text)
    return None if kind is not None and kind.hint == _AS_TEXT and suffix == ".txt" else kind


def _signed(text: str) -> Kind | None:
    bare = text.lstrip("\ufeff \t\r\n")
    return next((kind for sign, kind in _SIGNS if sign.match(bare)), None)


def _by_lines(text: str) -> Kind | None:
    lines = [line for line in text.split("\n")[:_LINES] if line.strip() and line[:2] != _REMARK]
    for sign, kind in ((_TURN, _TURNS), (_LOGGED, _LOG)):
        fitting = sum(1 for line in lines if sign.match(line))
        if fitting and fitting * _OTHERS >= len(lines) * (_OTHERS - 1):
            return kind
    return _MAIL if _is_mail(text) else None


def _is_mail(text: str) -> bool:
    head = text.replace("\r\n", "\n").partition("\n\n")[0]
    if not _SENDER.search(head) or not _MAIL_FIELD.search(head):
        return False
    return all(map(_HEADER.match, head.split("\n")))
