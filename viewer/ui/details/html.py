"""A transcript's details as mark-up of our own making; what strangers wrote stays text."""

from collections.abc import Sequence
from datetime import date
from html import escape

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QPalette

from viewer.core.transcript import Source, Transcript
from viewer.ui.details.linkify import is_web_link, to_html

_translate = QCoreApplication.translate


def details_html(
    transcript: Transcript,
    palette: QPalette,
    longest_ms: int | None,
    facts: Sequence[tuple[str, str]] = (),
) -> str:
    """Return all that is known about a recording; times up to `longest_ms` are links.

    `facts` are names and values beyond what the transcript itself tells.
    """
    parts = [
        _heading(transcript.source),
        _paragraph(to_html(transcript.description.strip(), longest_ms=longest_ms)),
        _paragraph(
            escape(", ".join(transcript.keywords)), _translate("DetailsPanel", "Keywords"), palette
        ),
        _table([*_metadata(transcript), *facts], palette),
    ]
    return "".join(part for part in parts if part) or _paragraph(
        escape(_translate("DetailsPanel", "The file says nothing about its recording."))
    )


def day(published: date) -> str:
    """Return a date as people write it, in the user's language."""
    moment = QDate(published.year, published.month, published.day)
    return QLocale().toString(moment, "d MMMM yyyy")


def _heading(source: Source) -> str:
    published = day(source.published) if source.published else ""
    facts = escape(" · ".join(fact for fact in (source.channel, published) if fact))
    link = _link(source.url)
    title = f"<b>{escape(source.title)}</b>" if source.title else ""
    return _paragraph("<br>".join(line for line in (title, facts, link) if line))


def _link(url: str) -> str:
    shown = escape(url)
    return f'<a href="{shown}">{shown}</a>' if is_web_link(url) else shown


def _paragraph(html: str, label: str = "", palette: QPalette | None = None) -> str:
    if not html:
        return ""
    before = f"{_label(label, palette)}<br>" if label and palette else ""
    return f'<p style="white-space: pre-wrap; margin: 0 0 12px 0">{before}{html}</p>'


def _table(facts: Sequence[tuple[str, str]], palette: QPalette) -> str:
    rows = "".join(
        f'<tr><td style="padding-right: 16px">{_label(name, palette)}</td>'
        f'<td style="white-space: pre-wrap">{to_html(value, longest_ms=-1)}</td></tr>'
        for name, value in facts
    )
    return (
        f'<table style="margin-top: 8px" cellspacing="0" cellpadding="2">{rows}</table>'
        if rows
        else ""
    )


def _metadata(transcript: Transcript) -> list[tuple[str, str]]:
    known = [(_translate("DetailsPanel", "Language"), transcript.language or "")]
    return [(name, value) for name, value in known if value] + list(transcript.metadata.items())


def _label(text: str, palette: QPalette) -> str:
    color = palette.color(QPalette.ColorRole.PlaceholderText).name()
    return f'<span style="color: {color}">{escape(text)}</span>'
