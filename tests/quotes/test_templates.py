"""The user's own styles."""

import sys
from dataclasses import replace
from datetime import date

import pytest

from viewer.core.own_links import opened_by
from viewer.core.quote import Quote
from viewer.core.transcript import Source
from viewer.errors import QuoteError
from viewer.quotes import templates
from viewer.quotes.csl import own_style
from viewer.quotes.styles import own_styles, render, style_named
from viewer.quotes.template_worker import fill
from viewer.quotes.wording import Parts, Wording

SOURCE = Source("A talk", "Channel", date(2017, 5, 4), "https://youtu.be/AbC")
QUOTE = Quote("Words & more.", 35_600, 36_600, "Ann", SOURCE)
PARTS = Parts.of(QUOTE, Wording())
VARIABLES = templates.variables_of(PARTS)

TEMPLATE = """{{ text }}
{% if speaker %}({{ speaker }}, {{ time }}){% endif %} {{ date }} <{{ link }}>"""


def test_a_template_is_filled_from_the_folder_of_styles(tmp_path):
    (tmp_path / "mine.txt").write_text(TEMPLATE, "utf-8")
    assert list(own_styles(tmp_path)) == ["mine"]
    rendered = render(QUOTE, style_named("mine", tmp_path))
    assert rendered.plain == (
        "Words & more.\n(Ann, 0:35) 4 May 2017 <https://youtu.be/AbC?t=35.6s>"
    )
    assert rendered.html.startswith("<p>Words &amp; more.<br>(Ann")


def test_lines_end_where_the_template_has_them_end():
    template = "{{ text }}\n{% if time %}{{ time }}{% endif %}\n{% if not link %}x{% endif %}"
    assert templates.filled(template, PARTS).plain == "Words & more.\n0:35"


@pytest.mark.parametrize(
    ("package", "name"), [("citeproc", "apa-quote"), ("citeproc", "theirs"), ("jinja2", "mine")]
)
def test_a_package_that_is_missing_is_said_to_be_and_no_style_is_blamed(
    monkeypatch, tmp_path, package, name
):
    (tmp_path / "mine.txt").write_text(TEMPLATE, "utf-8")
    (tmp_path / "theirs.csl").write_bytes(own_style("mla").read_bytes())
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(QuoteError, match=f"need the Python package {package}, which") as told:
        render(QUOTE, style_named(name, tmp_path))
    assert told.value.hint.startswith("Install Cueline anew")
    monkeypatch.undo()
    assert QUOTE.text[:-1] in render(QUOTE, style_named("apa-quote", tmp_path)).plain


def test_a_template_can_link_back_to_the_transcript(tmp_path):
    (tmp_path / "mine.txt").write_text("{{ text }} [{{ own_link }}]", "utf-8")
    style, file = style_named("mine", tmp_path), tmp_path / "a talk.vtt"
    plain = render(QUOTE, style, Wording(file=file)).plain
    assert opened_by(plain.split("[")[1].rstrip("]")) == (file, 35_600)
    assert render(QUOTE, style).plain == "Words & more. []"


def test_every_variable_is_told_of_and_there():
    assert list(VARIABLES) == list(templates.VARIABLES)
    for name in VARIABLES:
        assert fill(f"{{{{ {name} }}}}", VARIABLES) == {"text": str(VARIABLES[name])}
    bare = Parts.of(replace(QUOTE, start_ms=None, end_ms=None, source=Source()), Wording())
    assert fill("{% if time or title %}x{% endif %}", templates.variables_of(bare)) == {"text": ""}


@pytest.mark.parametrize(
    ("template", "line", "words"),
    [
        ("One\n{{ titel }}", 2, "'titel' is undefined"),
        ("One\n\n{% if %}", 3, "Expected an expression"),
        ("{{ text", 1, ""),
        ("a\n{% for x in lines %}{{ x.text }}", 2, ""),
        ("a\nb\n{{ 1 / 0 }}", 3, "division by zero"),
        ("a\n{{ text + 1 }}", 2, ""),
        ("a\n{% include 'x' %}", 2, ""),
        ("a\n{{ text|nix }}", 2, "No filter named 'nix'"),
    ],
)
def test_a_mistake_is_told_with_its_line(template, line, words):
    found = fill(template, VARIABLES)
    assert found["line"] == line
    assert words in found["error"]


ESCAPES = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ text.__class__ }}",
    "{{ text|attr('__class__') }}",
    "{{ '{0.__class__.__init__.__globals__}'.format(text) }}",
    "{{ '{a.__class__}'.format_map({'a': text}) }}",
    "{{ self.__init__.__globals__ }}",
    "{{ range.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__['os'].system('id') }}",
    "{{ config }}",
    "{{ ''['__class__'] }}",
    "{{ lines.append(1) }}",
    "{{ turns.__reduce_ex__(2) }}",
    "{% import 'os' as os %}",
    "{% set x = namespace() %}{{ x.__class__ }}",
    "{{ (lines|map(attribute='__class__')|list)[0] }}",
    "{{ ('{0.__class__.__mro__}'|attr('format'))(text) }}",
    "{% set f = '{0.__class__.__mro__}'.format %}{{ f(text) }}",
    "{{ [text]|map('attr', '__class__')|list }}",
    "{{ ['{0.__class__.__mro__}']|map('format', text)|list }}",
)


@pytest.mark.parametrize("template", ESCAPES)
def test_no_template_gets_out_of_its_box(template):
    found = fill(template, {**VARIABLES, "lines": [{"text": "x"}]})
    assert "error" in found or "__class__" not in found["text"]
    assert "class" not in found.get("text", "")
    assert "uid=" not in found.get("text", "")


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{{ range(999999999)|list }}",
        "{{ 'a' * 9999999999 }}",
        "{{ 'a'.ljust(3000000) }}",
    ],
)
def test_what_never_ends_is_stopped(template, monkeypatch):
    monkeypatch.setattr(templates, "LIMIT_S", 2.0)
    with pytest.raises(QuoteError) as caught:
        templates.filled(template, PARTS)
    assert str(caught.value).endswith(".")
    assert not str(caught.value).endswith("..")


def test_what_cannot_be_read_is_said(tmp_path):
    (tmp_path / "mine.txt").write_bytes(b"\xff\xfe\x00\xd8")
    with pytest.raises(QuoteError, match="“mine” cannot be read"):
        render(QUOTE, style_named("mine", tmp_path))
