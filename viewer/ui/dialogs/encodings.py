"""The encodings that a file can be read in again, by names that people know."""

import codecs
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from viewer.ui.theme.words import QT_TRANSLATE_NOOP

#: What is written in each, and its usual name; first what is likeliest.
_ENCODINGS: Final = (
    (QT_TRANSLATE_NOOP("Encodings", "Unicode"), "utf-8"),
    (QT_TRANSLATE_NOOP("Encodings", "Unicode"), "utf-16"),
    (QT_TRANSLATE_NOOP("Encodings", "Western"), "windows-1252"),
    (QT_TRANSLATE_NOOP("Encodings", "Western"), "iso-8859-15"),
    (QT_TRANSLATE_NOOP("Encodings", "Western, Mac"), "mac-roman"),
    (QT_TRANSLATE_NOOP("Encodings", "Western, DOS"), "cp850"),
    (QT_TRANSLATE_NOOP("Encodings", "Central European"), "windows-1250"),
    (QT_TRANSLATE_NOOP("Encodings", "Central European"), "iso-8859-2"),
    (QT_TRANSLATE_NOOP("Encodings", "Central European, DOS"), "cp852"),
    (QT_TRANSLATE_NOOP("Encodings", "Cyrillic"), "windows-1251"),
    (QT_TRANSLATE_NOOP("Encodings", "Russian"), "koi8-r"),
    (QT_TRANSLATE_NOOP("Encodings", "Ukrainian"), "koi8-u"),
    (QT_TRANSLATE_NOOP("Encodings", "Russian, DOS"), "cp866"),
    (QT_TRANSLATE_NOOP("Encodings", "Cyrillic"), "iso-8859-5"),
    (QT_TRANSLATE_NOOP("Encodings", "Cyrillic, Mac"), "mac-cyrillic"),
    (QT_TRANSLATE_NOOP("Encodings", "Greek"), "windows-1253"),
    (QT_TRANSLATE_NOOP("Encodings", "Greek"), "iso-8859-7"),
    (QT_TRANSLATE_NOOP("Encodings", "Turkish"), "windows-1254"),
    (QT_TRANSLATE_NOOP("Encodings", "Hebrew"), "windows-1255"),
    (QT_TRANSLATE_NOOP("Encodings", "Arabic, Persian"), "windows-1256"),
    (QT_TRANSLATE_NOOP("Encodings", "Arabic"), "iso-8859-6"),
    (QT_TRANSLATE_NOOP("Encodings", "Baltic"), "windows-1257"),
    (QT_TRANSLATE_NOOP("Encodings", "Vietnamese"), "windows-1258"),
    (QT_TRANSLATE_NOOP("Encodings", "Thai"), "cp874"),
    (QT_TRANSLATE_NOOP("Encodings", "Japanese"), "shift_jis"),
    (QT_TRANSLATE_NOOP("Encodings", "Japanese, Windows"), "cp932"),
    (QT_TRANSLATE_NOOP("Encodings", "Japanese"), "euc-jp"),
    (QT_TRANSLATE_NOOP("Encodings", "Japanese"), "iso-2022-jp"),
    (QT_TRANSLATE_NOOP("Encodings", "Chinese, simplified"), "gb18030"),
    (QT_TRANSLATE_NOOP("Encodings", "Chinese, traditional"), "big5"),
    (QT_TRANSLATE_NOOP("Encodings", "Korean"), "cp949"),
)


def offered(present: str | None) -> dict[str, str]:
    """Return the encodings by what they are called; one that is not among them comes first."""
    tr = QCoreApplication.translate
    known = {f"{tr('Encodings', what)} ({name})": name for what, name in _ENCODINGS}
    if present and not any(_same(name, present) for name in known.values()):
        return {present: present, **known}
    return known


def label_of(present: str | None, labels: Mapping[str, str]) -> str:
    """Return what the encoding is called that a file was read in; the first one for none."""
    fitting = (each for each, name in labels.items() if present and _same(name, present))
    return next(fitting, next(iter(labels)))


def _same(one: str, other: str) -> bool:
    try:
        return codecs.lookup(one).name == codecs.lookup(other).name
    except LookupError:
        return False
