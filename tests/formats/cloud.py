"""What the tests of services' JSON share."""

import json

from viewer.formats.draft import Content
from viewer.formats.registry import FORMATS


def read(known, value):
    """Read a value as JSON text, by the format that claims it, which must be `known` first."""
    content = Content.of(json.dumps(value, indent=1))
    assert next(one for one in FORMATS if one.claims(content)) is known
    return known.parse(content)


def spans(made):
    return [(s.start_ms, s.end_ms, s.speaker, s.text) for s in made.segments]


def words(made):
    return [(w.start_ms, w.end_ms, w.text) for s in made.segments for w in s.words]


def texts(made):
    return [segment.text for segment in made.segments]
