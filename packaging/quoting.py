"""Makes docs/quoting.md: every style with a real example, out of the program itself."""

from typing import Final

from viewer.core.growing import Grower
from viewer.core.quote import Quote, quote_range
from viewer.core.textmap import TextMap
from viewer.formats import registry
from viewer.quotes.styles import STYLES, render
from viewer.resources import seed_path

_HEAD: Final = """\
# Quoting

Made from the program itself by `make readme`. Select words, press `Ctrl+Shift+C`, paste. One copy
carries plain text, HTML and Markdown at once: each program takes the one it understands. Below is
the plain text, which is also what `cueline quote FILE --from TIME --to TIME --style NAME` prints.

The style is chosen in *Quote › Style of quotes* and remembered. `Ctrl+E` grows the selection to
whole sentences first; *Grow every copy to sentences* does so each time. Where a quote begins or
ends inside a line whose words have no times of their own, its time is worked out by characters
and marked `≈`.

Citations follow APA 7, Chicago 17 and MLA 9 for recordings: the entry, and the mark in the text
with the time. The title stays as the source writes it; APA's capitals are yours to set. A long
quotation is a block without quotation marks, its mark after the last stop; so are several turns.

- **APA 7** (manual 8.27, 8.28, 10.12, 10.13): the uploader as author, `[Video]` or `[Audio podcast
  episode]`, the site, the time where a page would stand; a block from 40 words on. Held against
  the guides of the libraries of Auckland, Robert Gordon and Georgian College, and against `apa.csl`
  of the repository, which gives the same to the letter.
- **Chicago 17** (14.261–268, 13.10): author, “title,” full date, `YouTube video` or `podcast,
  audio`, the time, the address; a block from 100 words on. Held against the manual's own answer on
  [videos of YouTube][chicago]
  and the guide of University College Dublin.
- **MLA 9**: author, “title,” *site*, day, short month and year, the address; hours, minutes and
  seconds from–to in the text; a block above four lines of a page. Held against the guides of
  Columbia College and Lincoln Christian University.

The repository's Chicago and MLA styles take every video for a film on its own (title in italics,
the year alone): ours have what the manuals print for videos on a site.

[chicago]: https://www.chicagomanualofstyle.org/qanda/data/faq/topics/Documentation/faq0359.html

Any other `.csl` style of the Zotero style repository can be used: put it into the folder `styles`
beside the settings, and it is in the menu, alone and with the quotation, and has the name of its
file on the command line (`--style my-journal`, `my-journal-quote`). Marks in parentheses, numbers
in brackets or raised, and notes stand where they belong, with the entry below. Most files there
only name another style: put that beside it, unless it is one of the four above. All
2,851 styles of one edition of the repository that name no other could be followed, and 500 of its
10,844 taken at random; two in a hundred print no title of a recording. Where one cannot be
followed, Cueline says so.

Some desktops keep keys for themselves: Openbox `Alt+Shift` and GNOME `Ctrl+Alt+Shift` with arrows,
which move an end of the selection here. *Help › Change keys* has others.

A style of your own (*Quote › Own styles…*) is a template with the words, the times and the source
as its variables. `{{ own_link }}` is a link back into the program, such as
`cueline://open?path=/folder/talk.vtt&t=83.5`. Followed from a note, it opens that transcript at
that moment; so does `cueline 'cueline://open?…'`. It opens one file on this machine and can do
nothing else, and no longer leads there once the file is moved.

The first example is what is said at 0:16, one line that is a sentence. The second one was
selected from inside a word of the 20th line to inside a word of the 22nd, and grown to sentences.
"""


def sentence() -> Quote:
    """Return the sentence of the sample that begins at 0:16."""
    return _quoted("But the militants", "But the militants")


def over_lines() -> Quote:
    """Return the sentences from inside the 20th line of the sample to inside the 22nd."""
    return _quoted("ncome from oil", "signif", last_line=21)


def quoting_page() -> str:
    """Return the page."""
    parts = [_HEAD]
    for style, spec in STYLES.items():
        parts.append(f"## `{style}`: {spec.label}\n")
        parts += [
            f"````\n{render(quote, style).plain}\n````\n" for quote in (sentence(), over_lines())
        ]
    return "\n".join(parts)


def _quoted(begin: str, end: str, *, last_line: int = 4) -> Quote:
    """Return the sentences from some words to others in a line."""
    transcript = registry.load(seed_path())
    text_map = TextMap.lines(transcript.segments)
    first = text_map.text.index(begin)
    last = text_map.text.index(end, text_map.range_of(last_line)[0]) + len(end)
    quote = quote_range(
        transcript, text_map, *Grower(transcript, text_map).to_sentences(first, last)
    )
    assert quote is not None
    return quote
