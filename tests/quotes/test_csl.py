"""Styles of CSL that users put beside ours: every class of them, and those that name another."""

from datetime import date

import pytest

from viewer.core.quote import Quote
from viewer.core.transcript import Source
from viewer.errors import QuoteError
from viewer.quotes.styles import Style, render, style_named

SAID = Quote(
    "It is so.",
    196_000,
    197_500,
    None,
    Source("Is it so?", "A Channel", date(2026, 3, 5), "https://vimeo.com/12"),
)
ENTRY = "A Channel. Is it so? Vimeo, 2026."
HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" default-locale="en-US" class='
BIBLIOGRAPHY = (
    '<bibliography{}><layout suffix=".">{}<group delimiter=". ">'
    '<names variable="author"/><text variable="title" font-style="italic"/>'
    '<group delimiter=", "><text variable="publisher"/>'
    '<date variable="issued"><date-part name="year"/></date></group></group></layout>'
    "</bibliography>"
)
NUMBER = '<text variable="citation-number" suffix="."/>'


def style_of(folder, citation, *, kind="in-text", numbered=True, name="theirs"):
    """A style as the user has put it into the folder, cited with the quotation."""
    column = ' second-field-align="flush"' if numbered else ""
    entry = BIBLIOGRAPHY.format(column, NUMBER if numbered else "")
    info = "<info><title>Theirs</title><id>theirs</id></info>"
    whole = f'{HEAD}"{kind}">{info}<citation>{citation}</citation>{entry}</style>'
    (folder / f"{name}.csl").write_text(whole)
    return style_named(f"{name}-quote", folder)


def names_another(folder, parent):
    """A dependent style, as most of those in the repository are."""
    link = f'<link href="http://www.zotero.org/styles/{parent}" rel="independent-parent"/>'
    info = f"<info><title>Journal</title><id>journal</id>{link}</info>"
    (folder / "journal.csl").write_text(f'{HEAD}"in-text">{info}</style>')
    return style_named("journal-quote", folder)


def test_a_number_in_brackets_leads_to_the_entry(tmp_path):
    number = '<layout prefix="[" suffix="]"><text variable="citation-number"/></layout>'
    rendered = render(SAID, style_of(tmp_path, number))
    assert rendered.plain == f"“It is so” [1].\n\n1. {ENTRY}"
    assert (
        rendered.markdown
        == f"“It is so” \\[1\\].\n\n1\\. {ENTRY.replace('Is it so?', '*Is it so?*')}"
    )
    assert rendered.html.endswith("<p>1. A Channel. <i>Is it so?</i> Vimeo, 2026.</p>")


def test_a_raised_number_follows_the_stop(tmp_path):
    number = '<layout vertical-align="sup"><text variable="citation-number"/></layout>'
    rendered = render(SAID, style_of(tmp_path, number))
    assert rendered.plain == f"“It is so.”¹\n\n1. {ENTRY}"
    assert rendered.html.startswith("<p>“It is so.”<sup>1</sup></p><p>1. ")


def test_a_note_that_only_leads_to_the_entry_has_it_as_well(tmp_path):
    who = '<names variable="author"/><text variable="locator" prefix=", "/>'
    note = f'<layout suffix=".">{who}</layout>'
    rendered = render(SAID, style_of(tmp_path, note, kind="note", numbered=False))
    assert rendered.plain == f"“It is so.”\n\nA Channel, 3:16. {ENTRY}"


def test_a_style_that_names_another_follows_it_where_it_lies_beside(tmp_path):
    number = '<layout prefix="[" suffix="]"><text variable="citation-number"/></layout>'
    theirs = style_of(tmp_path, number, name="parent")
    assert render(SAID, names_another(tmp_path, "parent")) == render(SAID, theirs)


def test_a_style_that_names_one_of_ours_follows_ours(tmp_path):
    ours = render(SAID, Style.MLA_QUOTE)
    assert render(SAID, names_another(tmp_path, "modern-language-association")) == ours


def test_a_style_that_names_one_which_is_not_there_says_which(tmp_path):
    with pytest.raises(QuoteError, match="follows “elsewhere”, which is not beside it") as told:
        render(SAID, names_another(tmp_path, "elsewhere"))
    assert "Put elsewhere.csl" in told.value.hint


@pytest.mark.parametrize(
    ("citation", "mark"),
    [
        (
            '<names variable="author"><name>'
            '<name-part name="given" text-case="uppercase" font-variant="small-caps"/>'
            '<name-part name="family" text-case="capitalize-first" suffix="!"/></name></names>',
            "A Channel!",
        ),
        ('<text variable="citation-number" text-case="lowercase" strip-periods="true"/>', "1"),
        ('<text variable="locator" text-case="title"/>', "3:16"),
        ('<text macro="marked" text-case="capitalize-all"/>', "Is It So?"),
        ('<text variable="URL" prefix="&lt;" suffix="&gt;"/>', "<https://vimeo.com/12#t=196s>"),
        ('<text variable="publisher" prefix="A &amp; "/>', "A & Vimeo"),
    ],
)
def test_what_styles_of_the_repository_ask_for_is_done(tmp_path, citation, mark):
    italic = '<text variable="title" font-style="italic"/>'
    macro = f'</citation><macro name="marked">{italic}</macro><citation><layout/>'
    cited = f'<layout prefix="(" suffix=")">{citation}</layout>{macro}'
    rendered = render(SAID, style_of(tmp_path, cited, numbered=False))
    assert rendered.plain == f"“It is so” ({mark}).\n\n{ENTRY}"


def test_a_style_whose_entry_has_nothing_for_recordings_is_the_mark_alone(tmp_path):
    citation = '<layout><text variable="title"/></layout>'
    named = style_of(tmp_path, citation, numbered=False)
    file = tmp_path / "theirs.csl"
    begin, _, end = file.read_text().partition("<bibliography>")
    nothing = '<bibliography><layout><text variable="DOI"/></layout></bibliography>'
    file.write_text(begin + nothing + end.partition("</bibliography>")[2])
    assert render(SAID, named).plain == "“It is so” Is it so?."


@pytest.mark.parametrize(
    "text", ["", "<style>", "<style/>", "<!DOCTYPE x><style/>", "x" * 1_100_000]
)
def test_what_is_no_style_is_one_sentence(tmp_path, text):
    (tmp_path / "theirs.csl").write_text(text)
    with pytest.raises(QuoteError, match="The style “theirs” cannot be used: it is "):
        render(SAID, style_named("theirs", tmp_path))
