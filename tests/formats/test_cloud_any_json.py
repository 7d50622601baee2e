"""Whatever stands in services' JSON, a transcript or a sentence comes of it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.cloud_sound import SOUND, places, spoilt
from tests.formats.test_any_bytes import check
from viewer.formats import registry
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.own import reader as cueline_json
from viewer.formats.own import writer as cueline_writer
from viewer.formats.speech.services import (
    assemblyai,
    aws,
    azure,
    deepgram,
    google,
    rev,
    speechmatics,
    vosk,
    watson,
)

MODULES = [
    aws, deepgram, assemblyai, google, rev, azure, speechmatics, vosk, watson,
]  # fmt: skip


def _name(module):
    return module.__name__.rpartition(".")[2] + "-json"


KNOWN = pytest.mark.parametrize("module", MODULES, ids=_name)
KEYS = sorted({step for path in places(SOUND) for step in path if isinstance(step, str)})
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
    | st.sampled_from(["1.300s", "PT1.5S", "0.4", "00:01,5", "punctuation", "\ud800", "Ã©"])
)  # fmt: skip
ANY = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)
    ),
    max_leaves=25,
)


@KNOWN
@given(data=st.data())
def test_one_spoilt_value(module, data):
    sound = SOUND[_name(module)]
    path = data.draw(st.sampled_from(list(places(sound))))
    check(
        registry.by_name(_name(module)), Content.of(json.dumps(spoilt(sound, path, data.draw(ANY))))
    )


@KNOWN
@given(ANY)
def test_any_json(module, value):
    check(registry.by_name(_name(module)), Content.of(json.dumps(value)))


@KNOWN
@settings(deadline=None)  # the first mojibake loads what repairs it
@given(cut=st.integers(1, 400), text=st.text(max_size=5))
def test_any_damage(module, cut, text):
    reported = json.dumps(SOUND[_name(module)])
    check(registry.by_name(_name(module)), Content.of(reported[:-cut] + text))
    check(
        registry.by_name(_name(module)), Content.of(reported[: -cut - 20] + text + reported[-cut:])
    )


@KNOWN
@given(data=st.data())
def test_our_json_keeps_all_of_it(module, data):
    sound = SOUND[_name(module)]
    path = data.draw(st.sampled_from(list(places(sound))))
    try:
        made = module.parse(Content.of(json.dumps(spoilt(sound, path, data.draw(LEAVES)))))
    except NothingUsableError:
        return
    again = cueline_json.parse(Content.of(cueline_writer.write(made)))
    for name in ("segments", "chapters", "language", "duration_ms", "media", "metadata"):
        assert getattr(again, name) == getattr(made, name)


@KNOWN
def test_the_sound_files_are_read_without_a_problem(module):
    content = Content.of(json.dumps(SOUND[_name(module)]))
    assert module.claims(content)
    made = module.parse(content)
    assert made.segments
    assert made.segments[0].words


@pytest.mark.parametrize("name", ["rev-json", "google-json", "azure-json", "assemblyai-json"])
def test_a_list_within_a_list_is_kept_up_to_where_it_breaks_off(name):
    module = next(one for one in MODULES if name == _name(one))
    value = json.loads(json.dumps(SOUND[name]))
    value.pop("words", None)
    words = _longest_list(value)
    words[:] = words[:1] * 200
    text = json.dumps(value)
    made = module.parse(Content.of(text[: text.rindex("Hi" if name != "azure-json" else "hi")]))
    assert sum(len(segment.words) for segment in made.segments) >= 190


def _longest_list(value):
    """Return the list of words that stands deepest."""
    deepest = max(
        (path for path in places(value) if path[-1:] in {("words",), ("elements",)}), key=len
    )
    for step in deepest:
        value = value[step]
    return value
