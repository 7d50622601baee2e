"""What a citation tells of a recording, as CSL has it; also for BibTeX, RIS and CSL-JSON."""

import json
import re
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import urlsplit

from viewer.core.late import late
from viewer.core.quote import Quote
from viewer.core.timecode import format_clock
from viewer.quotes.wording import Parts, Rendered, html_text, markdown_lines

_HOSTS: Final = {
    "youtube.com": "YouTube", "youtu.be": "YouTube", "youtube-nocookie.com": "YouTube",
    "vimeo.com": "Vimeo", "dailymotion.com": "Dailymotion", "twitch.tv": "Twitch",
    "archive.org": "Internet Archive", "ted.com": "TED", "rumble.com": "Rumble",
    "bilibili.com": "Bilibili", "odysee.com": "Odysee",
    "soundcloud.com": "SoundCloud", "spotify.com": "Spotify", "mixcloud.com": "Mixcloud",
    "podcasts.apple.com": "Apple Podcasts",
}  # fmt: skip
_SOUND_HOSTS: Final = frozenset(("SoundCloud", "Spotify", "Mixcloud", "Apple Podcasts"))
#: Where what is spoken is an episode of a podcast.
_PODCAST_HOSTS: Final = frozenset(("Spotify", "Apple Podcasts"))
#: What CSL calls each kind of recording, and what its citation calls it, as APA has them.
_TYPES: Final = {"Video": "motion_picture", "Podcast": "broadcast"}
_GENRES: Final = {"Audio": "Audio recording", "Podcast": "Audio podcast episode"}
_SOUND: Final = late(r"\.(?:mp3|m4a|wav|flac|aac|ogg|oga|opus)$", re.IGNORECASE)
_PICTURE: Final = late(r"\.(?:mp4|m4v|mov|webm|mkv|ogv)$", re.IGNORECASE)
_MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_LATEX: Final = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_IN_LATEX: Final = str.maketrans(_LATEX)
_RAISED: Final = re.compile(r"<sup>([^<]*)</sup>")
_SUPERIOR: Final = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
_IN_ADDRESS: Final = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def item_of(parts: Parts) -> dict[str, Any]:
    """Return the recording as CSL-JSON has it, with the link to the moment."""
    source, host = parts.quote.source, _host(parts.quote.source.url)
    medium = _medium(parts)
    item: dict[str, Any] = {
        "id": key_of(parts),
        "type": _TYPES.get(medium, "song"),
        "title": source.title or "Recording",
        "medium": "Audio" if medium == "Podcast" else medium,
    }
    if medium in _GENRES:
        item["genre"] = _GENRES[medium]
    if source.channel:
        item["author"] = [{"literal": source.channel}]
    if source.published:
        day = source.published
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    if host:
        item["publisher"] = host
    if parts.link:
        item["URL"] = parts.link
    return item


def span_of(quote: Quote) -> str:
    """Return from when to when it is said: `0:16–0:23`; nothing without times."""
    if quote.start_ms is None or quote.end_ms is None:
        return ""
    begin, end = format_clock(quote.start_ms), format_clock(quote.end_ms)
    return begin if begin == end else f"{begin}–{end}"


def csl_json(parts: Parts) -> Rendered:
    """Write the recording as CSL-JSON, the words and their time as its notes."""
    item = item_of(parts)
    if span := span_of(parts.quote):
        item["note"] = span
    item["annote"] = "\n".join(parts.said)
    return _as_source(json.dumps([item], ensure_ascii=False, indent=2), "json")


def ris(parts: Parts) -> Rendered:
    """Write the recording as RIS."""
    source, host = parts.quote.source, _host(parts.quote.source.url)
    day = source.published
    fields = [
        ("TY", "VIDEO" if _medium(parts) == "Video" else "SOUND"),
        ("TI", source.title or "Recording"),
        ("AU", source.channel),
        ("PY", str(day.year) if day else ""),
        ("DA", f"{day.year:04}/{day.month:02}/{day.day:02}" if day else ""),
        ("PB", host),
        ("UR", parts.link),
        ("M3", _called(parts)),
        ("N1", span_of(parts.quote)),
        ("N1", " ".join("\n".join(parts.said).split("\n"))),
    ]
    lines = [f"{tag}  - {value}" for tag, value in fields if value]
    return _as_source("\n".join([*lines, "ER  - "]), "")


def bibtex(parts: Parts) -> Rendered:
    """Write the recording as BibTeX."""
    return _as_source(bibtex_entry(parts, key_of(parts)), "bibtex")


def bibtex_entry(parts: Parts, key: str, more: Iterable[tuple[str, str]] = ()) -> str:
    """Return an entry of BibTeX under a key, with more fields where they have words."""
    source, day = parts.quote.source, parts.quote.source.published
    span = span_of(parts.quote).replace("–", "--")
    said = _latex("\n".join(parts.said))
    fields = [
        ("author", f"{{{{{_latex(source.channel)}}}}}" if source.channel else ""),
        ("title", f"{{{{{_latex(source.title or 'Recording')}}}}}"),
        ("year", f"{{{day.year}}}" if day else ""),
        ("month", _MONTHS[day.month - 1] if day else ""),
        ("day", f"{{{day.day}}}" if day else ""),
        ("howpublished", f"{{{_latex(_howpublished(parts))}}}"),
        ("url", f"{{{parts.link.translate(_IN_ADDRESS)}}}" if parts.link else ""),
        ("note", f"{{{span}}}" if span else ""),
        ("annote", f"{{{said}}}" if said else ""),
        *((name, f"{{{_latex(words)}}}" if words else "") for name, words in more),
    ]
    written = ",\n".join(f"  {name} = {value}" for name, value in fields if value)
    return f"@misc{{{key},\n{written}\n}}"


def _as_source(plain: str, language: str) -> Rendered:
    shown = f"<pre>{html_text(plain)}</pre>"
    return Rendered(plain, f"```{language}\n{plain}\n```", shown)


def _howpublished(parts: Parts) -> str:
    host, called = _host(parts.quote.source.url), _called(parts)
    if _medium(parts) == "Podcast":
        return called
    return f"{host} {called[:1].lower()}{called[1:]}" if host else called


def _called(parts: Parts) -> str:
    medium = _medium(parts)
    return _GENRES.get(medium, medium)


def _host(url: str) -> str:
    """Return what the host of an address is called, or nothing where it is not one of many."""
    try:
        name = "." + (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
    return next((called for known, called in _HOSTS.items() if name.endswith("." + known)), "")


def _medium(parts: Parts) -> str:
    url = parts.quote.source.url.partition("?")[0].partition("#")[0]
    host = _host(url)
    if host in _PODCAST_HOSTS:
        return "Podcast"
    if host in _SOUND_HOSTS or _SOUND.search(url):
        return "Audio"
    return "Video" if host or _PICTURE.search(url) else "Recording"


def key_of(parts: Parts) -> str:
    """Return the key of an entry: author, year and the title's first long word, in ASCII."""
    source = parts.quote.source
    author = "".join(re.findall(r"[a-z0-9]+", source.channel.lower())) or "anon"
    year = str(source.published.year) if source.published else ""
    words = re.findall(r"[a-z0-9]{4,}", source.title.lower())
    return f"{author[:24]}{year}{words[0] if words else ''}"


def _latex(text: str) -> str:
    return text.translate(_IN_LATEX)


def as_rendered(marked: str) -> Rendered:
    """Return what a citation engine has made as HTML, in all flavours."""
    flat = _RAISED.sub(lambda raised: raised[1].translate(_SUPERIOR), marked)
    plain = re.sub(r"</?[a-z][^<>]*>", "", flat)
    spans = re.split(r"(</?[ib]>)", flat)
    marks = {"<i>": "*", "</i>": "*", "<b>": "**", "</b>": "**"}
    markdown = "".join(marks.get(each) or markdown_lines(_bare(each)) for each in spans)
    return Rendered(_unescaped(plain), markdown, marked)


def _bare(marked: str) -> str:
    return _unescaped(re.sub(r"</?[a-z][^<>]*>", "", marked))


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
