import pytest

from viewer import checks


def test_libraries_that_cannot_be_loaded_are_reported(monkeypatch):
    names = ["checks", "libraries", "libc.so.6", "libno-such-thing.so.9"]
    monkeypatch.setattr(checks.sys, "argv", names)
    assert checks.libraries() == {"absent": ["libno-such-thing.so.9"]}


def test_the_encoders_for_the_sample_are_reported():
    found = checks.media()
    assert {"mpeg4", "aac"} <= set(found["encoders"])
    assert found["ffmpeg"]


def test_qt_is_reported_with_its_plugins(qapp):
    found = checks.qt()
    assert "offscreen" in found["platforms"]
    assert "ffmpeg" in found["multimedia_backends"]


def test_an_unknown_check_fails(monkeypatch):
    monkeypatch.setattr(checks.sys, "argv", ["checks", "nonsense"])
    with pytest.raises(KeyError):
        checks.main()
