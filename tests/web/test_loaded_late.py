from tests.test_layers import TELL_ALL, loaded

#: What asks servers, shows their players and downloads takes long to load.
LATE = {"ssl", "http.client", "urllib.request", "yt_dlp", "PySide6.QtWebEngineCore"}


def test_a_window_loads_nothing_that_goes_out():
    modules = loaded("import sys, viewer.app, viewer.playback.qt_engine", tell=TELL_ALL).split()
    assert not LATE & set(modules)
