"""The encodings that a file can be read in again, by names that people know."""

import codecs
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QWidget

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


def ask_encoding(parent: QWidget, file: str, present: str | None) -> str | None:
    """Ask which encoding a file is in that was read as `present`, if it was read at all.

    Return None where nothing was chosen.
    """
    tr = QCoreApplication.translate
    names = [name for _, name in _ENCODINGS]
    labels = [f"{tr('Encodings', what)} ({name})" for what, name in _ENCODINGS]
    row = next((i for i, name in enumerate(names) if present and _same(name, present)), -1)
    if present and row < 0:
        names, labels = [present, *names], [present, *labels]
    row = max(row, 0)
    if present:
        title = tr("Encodings", "Reopen with encoding")
        question = tr("Encodings", "{file} was read as {encoding}.\nRead it as, chosen or typed:")
    else:
        title = tr("Encodings", "Open with encoding")
        question = tr("Encodings", "Read {file} as text in, chosen or typed:")
    chosen, agreed = QInputDialog.getItem(
        parent,
        title,
        question.format(file=file, encoding=labels[row]),
        labels,
        row,
    )
    told = chosen.strip()
    return dict(zip(labels, names, strict=True)).get(told, told) if agreed and told else None


def _same(one: str, other: str) -> bool:
    try:
        return codecs.lookup(one).name == codecs.lookup(other).name
    except LookupError:
        return False
