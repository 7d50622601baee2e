"""What a file that is no text is, known by its first bytes, so that it can be refused by name."""

import re
from typing import Final

from viewer.core.value import value
from viewer.formats.decoding.encoding import wide_encoding


@value
class Kind:
    """A kind of file: why it cannot be read, as the end of a sentence, and what to do instead."""

    reason: str
    hint: str


_RECORDING: Final = Kind(
    "it is a recording, not a transcript",
    "Open its transcript; a recording beside that is found by its name.",
)
PICTURE: Final = Kind(
    "it is a picture, not a transcript",
    "Turn it into text with a text recognition (OCR) program first.",
)
_PDF: Final = Kind("it is a PDF document, not text", "Save its text as a .txt file and open that.")
_PROGRAM: Final = Kind("it is a program, not a transcript", "Choose a text file.")
_SHEET: Final = Kind("it is a spreadsheet, not text", "Save the sheet as CSV or TSV and open that.")
_DOCUMENT: Final = Kind(
    "it is a word processor's document, not text", "Save it as plain text and open that."
)
_RTF: Final = Kind(
    "it is a document in Rich Text Format (RTF), not text",
    "Save it as plain text or as a Word document (.docx), and open that.",
)
_ODT: Final = Kind(
    "it is an OpenDocument text (ODT), not text",
    "Save it as plain text or as a Word document (.docx), and open that.",
)
_EBU: Final = Kind(
    "it has subtitles coded for television (EBU STL)",
    "Convert it to SubRip or WebVTT with a captioning program first.",
)
_SLIDES: Final = Kind(
    "it is a presentation, not text", "Save its text as a .txt file and open that."
)
_TORRENT: Final = Kind(
    "it is a torrent, which only says where files can be downloaded",
    "Download what it names and open that.",
)
_ARCHIVE: Final = Kind("it is a packed archive, not a transcript", "Unpack it first.")
_DATABASE: Final = Kind("it is a database, not a transcript", "Export the transcript as text.")
_BOOK: Final = Kind("it is an electronic book, not a transcript", "Export its text first.")
BINARY: Final = Kind("it is not text", "Choose a text, caption or subtitle file.")
ZEROS: Final = Kind(
    "it holds nothing but zeros, as after a copy or a download that failed",
    "Copy or download it again.",
)

_BEGINNINGS: Final = (
    (b"\x89PNG\r\n\x1a\n", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF87a", PICTURE),
    (b"GIF89a", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"%PDF-", _PDF),
    (b"\x7fELF", _PROGRAM),
    (b"\xfe\xed\xfa", _PROGRAM),
    (b"\xcf\xfa\xed\xfe", _PROGRAM),
    (b"\xca\xfe\xba\xbe", _PROGRAM),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _DOCUMENT),
    (b"{\\rtf", _RTF),
    (b"SQLite format 3\0", _DATABASE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"\xfd7zXZ\0", _ARCHIVE),
    (b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"\x1a\x45\xdf\xa3", _RECORDING),
    (b"OggS", _RECORDING),
    (b"fLaC", _RECORDING),
    (b"ID3", _RECORDING),
    (b"FLV\x01", _RECORDING),
    (b"0&\xb2u\x8ef\xcf\x11", _RECORDING),
    (b"FORM\0", _RECORDING),
    (b"\0\0\x01\xba", _RECORDING),
    (b"\0\0\x01\xb3", _RECORDING),
)
#: Inside RIFF, at byte 8, and inside an ISO media file, at byte 4.
_RIFF: Final = {b"WAVE": _RECORDING, b"AVI ": _RECORDING, b"WEBP": PICTURE}
_BOXES: Final = frozenset({b"ftyp", b"moov", b"mdat", b"free", b"wide", b"skip", b"moof", b"styp"})
_MPEG_AUDIO: Final = re.compile(rb"\xff[\xf2-\xfb\xe2-\xe7][\x10-\xeb]|\xff[\xf0\xf1\xf8\xf9]")
_ISO_PICTURES: Final = frozenset({b"heic", b"heix", b"mif1", b"avif", b"avis"})
_BENCODED: Final = re.compile(
    rb"d(?:8:announce|13:announce-list|7:comment|10:created by|13:creation date|4:info)[\dildl]"
)
#: What packed files of office programs have in their first entries.
_PACKED: Final = (
    (re.compile(rb"xl/|opendocument\.spreadsheet"), _SHEET),
    (re.compile(rb"opendocument\.text"), _ODT),
    (re.compile(rb"word/"), _DOCUMENT),
    (re.compile(rb"application/epub\+zip"), _BOOK),
    (re.compile(rb"ppt/|opendocument\.presentation"), _SLIDES),
)
#: The head of EBU's subtitles: a code page, and how many frames are a second.
_EBU_HEAD: Final = re.compile(rb"[0-9]{3}STL[0-9]{2}\.[0-9]{2}")
#: Control characters that no text holds; a NUL or two is damage, many are not text.
_CONTROLS: Final = bytes([*range(9), 14, 15, *range(16, 27), 28, 29, 30, 31, 127])
_MARKED: Final = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def kind_of(head: bytes) -> Kind | None:
    """Return what a file with these first bytes is, or None where it can be text."""
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return next((kind for sign, kind in _PACKED if sign.search(head)), _ARCHIVE)
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], _RECORDING)
    if head[4:8] in _BOXES:
        return PICTURE if head[8:12] in _ISO_PICTURES else _RECORDING
    if head.startswith(b"BM") and head[6:10] == b"\0\0\0\0":
        return PICTURE
    if _EBU_HEAD.match(head):
        return _EBU
    if _BENCODED.match(head):
        return _TORRENT
    if head.startswith(b"MZ") and b"\0" in head[:64]:
        return _PROGRAM
    return _noise(head)


def _noise(head: bytes) -> Kind | None:
    if head.startswith(_MARKED) or not head:
        return None
    if _MPEG_AUDIO.match(head) and b"\0" in head[:512]:
        return _RECORDING
    if not head.strip(b"\0"):
        return ZEROS
    if b"\0" in head and wide_encoding(head):
        return None
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return BINARY if controls * 20 > len(head) else None
