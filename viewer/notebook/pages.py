"""Notes as texts: Markdown, a page, a table, JSON, BibTeX."""

import csv
import io
import json
from typing import Final

from viewer.core.cells import harmless
from viewer.core.quote_record import to_record
from viewer.notebook.collection import LOST, Collection, comment_of
from viewer.quotes import blocks
from viewer.quotes.cited import bibtex_entry, key_of
from viewer.quotes.wording import (
    escape_markdown,
    html_credit,
    html_paragraph,
    html_text,
    markdown_credit,
    markdown_lines,
)
from viewer.state.note import Note, note_record

_STYLE: Final = """\
:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif; }
article { margin: 2rem 0; padding-left: 1rem; border-left: 3px solid #8888; }
blockquote { margin: 0; }
.tag { font-weight: bold; }
.yellow { border-color: #c99700; } .green { border-color: #2e8b4f; }
.blue { border-color: #2f74c0; } .red { border-color: #c8372d; }
.purple { border-color: #8a4bb0; } .grey { border-color: #7a7670; }
"""


#: Stands between the links to a note's files.
_BETWEEN: Final = " · "


def markdown(held: Collection) -> str:
    """Write a block quote for each note, its tag and its comment below."""
    written = [f"# {escape_markdown(held.title)}"]
    for note in held.notes:
        parts = held.parts(note)
        written.append(blocks.markdown(parts).plain if note.quote else markdown_credit(parts))
        links = (f"[{escape_markdown(name)}]({url})" for name, url in held.files(note))
        written.append(_BETWEEN.join(links))
        if tag := held.tag(note):
            written.append(f"**{escape_markdown(tag)}**")
        written += [markdown_lines(each) for each in held.remarks(note)]
    return "\n\n".join(each for each in written if each) + "\n"


def html(held: Collection) -> str:
    """Write a page that needs no other file."""
    title = html_text(held.title)
    articles = "\n".join(_article(held, note) for note in held.notes)
    head = f'<meta charset="utf-8">\n<title>{title}</title>\n<style>\n{_STYLE}</style>'
    body = f"<h1>{title}</h1>\n{articles}"
    return f"<!DOCTYPE html>\n<html>\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"


def _article(held: Collection, note: Note) -> str:
    parts, tag = held.parts(note), held.tag(note)
    moment = html_paragraph(html_credit(parts), parts.title)
    block = blocks.html(parts).plain if note.quote else moment
    links = (f'<a href="{url}">{html_text(name)}</a>' for name, url in held.files(note))
    below = f"<p>{_BETWEEN.join(links)}</p>\n" if held.files(note) else ""
    below += f'<p class="tag">{html_text(tag)}</p>' if tag else ""
    for each in held.remarks(note):
        below += html_paragraph(html_text(each), each)
    return f'<article class="{note.tag or "untagged"}">\n{block}\n{below}</article>'


def table(held: Collection) -> str:
    """Write a row for each note; the mark at the beginning tells spreadsheets the encoding."""
    text, rows = io.StringIO(), [_row(held, note) for note in held.notes]
    writer = csv.DictWriter(text, rows[0])
    writer.writeheader()
    writer.writerows({name: harmless(cell) for name, cell in row.items()} for row in rows)
    return "\ufeff" + text.getvalue()


def _row(held: Collection, note: Note) -> dict[str, object]:
    parts = held.parts(note)
    source = parts.quote.source
    return {
        "time": parts.time,
        "start_ms": parts.quote.start_ms,
        "end_ms": parts.quote.end_ms,
        "speaker": ", ".join(parts.quote.speakers),
        "text": "\n".join(parts.said),
        "tag": held.tag(note),
        "comment": comment_of(note),
        "title": source.title,
        "channel": source.channel,
        "published": source.published.isoformat() if source.published else "",
        "link": parts.link,
        "made": note.made,
        **({"lost": LOST if note.id in held.lost else ""} if held.lost else {}),
        **({"files": "\n".join(held.beside.get(note.id, ()))} if held.beside else {}),
    }


def notes_json(held: Collection) -> str:
    """Write all that is kept of the notes, and what their tags, times and links read."""
    rows = [_record(held, note) for note in held.notes]
    whole = {"title": held.title, "notes": rows}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _record(held: Collection, note: Note) -> dict[str, object]:
    """Return what is kept of a note; its time and link are its moment's, not its words'."""
    parts, quote = held.parts(note), None if note.quote is None else to_record(note.quote)
    told: dict[str, object] = {"time": parts.time, "link": parts.link}
    if note.id in held.lost:
        told["lost"] = True
    if held.beside:
        told["files"] = list(held.beside.get(note.id, ()))
    return {**note_record(note), "tag_name": held.tag(note), **told, "quote": quote}


def bibtex(held: Collection) -> str:
    """Write an entry for each note; no two have one key."""
    entries, taken = list[str](), set[str]()
    for note in held.notes:
        parts = held.parts(note)
        first, count = key_of(parts), 1
        key = first
        while key in taken:
            count += 1
            key = f"{first}-{count}"
        taken.add(key)
        more = (("keywords", held.tag(note)), ("comment", "\n\n".join(held.remarks(note))))
        entries.append(bibtex_entry(parts, key, more))
    return "\n\n".join(entries) + "\n"
