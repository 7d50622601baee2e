"""Choosing engines: the order, the sentences, and what libVLC may do wrong at the door."""

import os
import re
import subprocess
import sys
from types import SimpleNamespace

import pytest
from PySide6.QtCore import qVersion

from tests.conftest import ROOT
from viewer import doctor
from viewer.engines import ENGINES
from viewer.errors import EngineUnavailableError
from viewer.playback import choose
from viewer.playback.vlc import library as vlc_library
from viewer.playback.vlc.engine import VlcEngine


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        ("auto", ["libVLC", "Qt Multimedia"]),
        ("vlc", ["libVLC"]),
        ("qt", ["Qt Multimedia"]),
        ("silent", ["Silent"]),
    ],
)
def test_auto_prefers_libvlc_and_falls_back_on_qt(qapp, choice, names):
    engines = [make() for make in choose.Engines(choice).makers()]
    assert [engine.name.removesuffix(f" {qVersion()}") for engine in engines] == names
    for engine in engines:
        engine.close()


def test_facts_are_complete_for_every_engine():
    facts = choose.describe()
    assert [fact.key for fact in facts] == [each.name for each in ENGINES]
    for fact in facts:
        assert fact.name
        assert bool(fact.reason) is not fact.available
        assert not fact.reason or (fact.reason.endswith(".") and fact.hint)


@pytest.mark.parametrize("version", [b"4.0.0-dev Otto Chriek", b"2.2.8 Weatherwax"])
def test_another_libvlc_is_refused_in_a_sentence(monkeypatch, version):
    strange = SimpleNamespace(libvlc_get_version=lambda: version)
    monkeypatch.setitem(sys.modules, "vlc", strange)
    with pytest.raises(EngineUnavailableError, match="only libVLC 3 can be used"):
        vlc_library.load()


def test_a_libvlc_that_does_not_start_is_a_sentence():
    dead = SimpleNamespace(Instance=lambda options: None)
    with pytest.raises(EngineUnavailableError, match="plugins may be missing"):
        vlc_library.make_instance(dead)


@pytest.mark.parametrize("path", ["/nowhere/libvlc.so.5", __file__])
def test_a_bad_library_path_is_a_sentence_and_no_exit(path):
    code = (
        "from viewer.playback import choose\n"
        "print(choose.describe()[0].reason)\n"
        "print(choose.describe()[1].available)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHON_VLC_LIB_PATH": path},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert run.stdout.splitlines() == ["libVLC was not found.", "True"]


def test_a_missing_module_is_a_sentence_then_and_whenever_it_is_asked_for_again(monkeypatch):
    library = vlc_library.VlcLibrary()
    monkeypatch.setitem(sys.modules, "vlc", None)
    with pytest.raises(EngineUnavailableError) as caught:
        library.start()
    assert str(caught.value) == "libVLC was not found."
    assert "Install VLC" in caught.value.hint
    with pytest.raises(EngineUnavailableError, match="libVLC was not found"):
        VlcEngine(library)


def test_the_hint_and_the_readme_name_the_same_packages():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for words in (readme, vlc_library.INSTALL):
        named = re.findall(r"libvlc\d+|vlc-plugin-[a-z-]+", words)
        assert set(named) == set(doctor.VLC_PACKAGES.split())
