"""What the tests of services' JSON share."""

import json
from pathlib import Path

from viewer.formats import registry
from viewer.formats.format import Content


def read(known, value):
    """Read a value as JSON text by the reader `known`, which must be the one that is told."""
    content = Content.of(json.dumps(value, indent=1))
    reported = registry.claimants(content, Path("talk.json"))[0].format.name
    assert reported == known.__name__.rpartition(".")[2] + "-json"
    return known.parse(content)


def spans(made):
    return [(s.start_ms, s.end_ms, s.speaker, s.text) for s in made.segments]


def words(made):
    return [(w.start_ms, w.end_ms, w.text) for s in made.segments for w in s.words]


def texts(made):
    return [segment.text for segment in made.segments]
