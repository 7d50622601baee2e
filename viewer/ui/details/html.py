"""A transcript's details as mark-up of our own making; what strangers wrote stays text."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QPalette

from viewer.core.links import is_web_link
from viewer.core.transcript import Source, Transcript
from viewer.ui.details.linkify import host_of, readable, to_html
from viewer.ui.theme import plain
from viewer.ui.theme.languages import native_name

_translate = QCoreApplication.translate

#: What is laid out of each field, so that all of it takes no longer than a frame or two: characters
#: and lines of the description, its links, and rows with a character limit for each value.
_DESCRIPTION: Final = 10_000
_LINES: Final = 500
_LINKS: Final = 100
_ROWS: Final = 60
_VALUE: Final = 1_000
_NAME: Final = 60
#: The address of the link that shows the file itself, where something was cut.
SOURCE: Final = "source:"


def details_html(
    transcript: Transcript,
    palette: QPalette,
    longest_ms: int | None,
    facts: Sequence[tuple[str, str]] = (),
) -> str:
    """Return all that is known about a recording; times up to `longest_ms` are links.

    `facts` are names and values beyond what the transcript itself tells.
    """
    description, keywords = transcript.description.strip(), ", ".join(transcript.keywords)
    known = _metadata(transcript)
    parts = [
        _heading(transcript.source, palette),
        _paragraph(to_html(_cut(description), longest_ms=longest_ms, most_links=_LINKS)),
        _paragraph(
            escape(plain.line(keywords, _VALUE)), _translate("DetailsPanel", "Keywords"), palette
        ),
        _table([*known[:_ROWS], *facts], palette),
        _rest(cut=len(known) > _ROWS or _cut(description) != description),
    ]
    return "".join(part for part in parts if part) or _paragraph(
        escape(_translate("DetailsPanel", "This file says nothing about its recording."))
    )


def day(published: date) -> str:
    """Return a date as people write it, in the user's language."""
    moment = QDate(published.year, published.month, published.day)
    return QLocale().toString(moment, "d MMMM yyyy")


def _heading(source: Source, palette: QPalette) -> str:
    published = day(source.published) if source.published else ""
    shown = (plain.line(source.channel), published)
    facts = escape(" · ".join(fact for fact in shown if fact))
    title = f"<b>{escape(plain.line(source.title))}</b>" if source.title else ""
    link = _link(source.url, palette)
    return _paragraph("<br>".join(line for line in (title, facts, link) if line))


def _link(url: str, palette: QPalette) -> str:
    """Return an address to be clicked, and beside it the host that it leads to."""
    shown = escape(plain.line(readable(url[:_VALUE])))
    if len(url) > _VALUE or not is_web_link(url):
        return shown
    return f'<a href="{escape(url)}">{shown}</a> {_label(f"({host_of(url)})", palette)}'


def _cut(text: str) -> str:
    """Return so much of a text as can be laid out at once."""
    lines = text[:_DESCRIPTION].split("\n", _LINES)[:_LINES]
    return "\n".join(lines)


def _rest(*, cut: bool) -> str:
    """Say where the rest is, if something was cut."""
    if not cut:
        return ""
    whole = _translate("DetailsPanel", "Show the whole file as text")
    sentence = _translate("DetailsPanel", "The file has more than is shown here.")
    return _paragraph(f'{escape(sentence)} <a href="{SOURCE}">{escape(whole)}</a>')


def _paragraph(html: str, label: str = "", palette: QPalette | None = None) -> str:
    if not html:
        return ""
    before = f"{_label(label, palette)}<br>" if label and palette else ""
    return f'<p style="white-space: pre-wrap; margin: 0 0 12px 0">{before}{html}</p>'


def _table(facts: Sequence[tuple[str, str]], palette: QPalette) -> str:
    rows = "".join(
        f'<tr><td style="padding-right: 16px">{_label(plain.line(name, _NAME), palette)}</td>'
        f'<td style="white-space: pre-wrap">{_value(value)}</td></tr>'
        for name, value in facts
    )
    return (
        f'<table style="margin-top: 8px" cellspacing="0" cellpadding="2">{rows}</table>'
        if rows
        else ""
    )


def _value(text: str) -> str:
    """Return a value with its links."""
    return to_html(plain.line(text, _VALUE), longest_ms=-1)


def _metadata(transcript: Transcript) -> list[tuple[str, str]]:
    fields = transcript.metadata.items()
    language = native_name(plain.line(transcript.language or "", _NAME))
    own = [value for name, value in fields if _is_language(name)]
    words = dict.fromkeys([language, *(native_name(plain.line(each, _NAME)) for each in own)])
    known = (_translate("DetailsPanel", "Language"), " · ".join(filter(None, words)))
    others = [(name, value) for name, value in fields if not _is_language(name)]
    return [known, *others] if known[1] else others


def _is_language(name: str) -> bool:
    return name.strip().casefold() == "language"


def _label(text: str, palette: QPalette) -> str:
    color = palette.color(QPalette.ColorRole.PlaceholderText).name()
    return f'<span style="color: {color}">{escape(text)}</span>'
