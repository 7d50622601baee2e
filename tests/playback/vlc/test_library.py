"""One libVLC for the program, which nobody waits for; and players that do not stop."""

import gc
import sys
import threading
import weakref
from types import SimpleNamespace

import pytest

from tests.video import Clip, make_video
from viewer.core.media_source import MediaSource
from viewer.playback import choose
from viewer.playback.engine import PlayState
from viewer.playback.player import Player
from viewer.playback.vlc import library as vlc_library
from viewer.playback.vlc.engine import VlcEngine
from viewer.playback.vlc.library import VlcLibrary


class Thing:
    """Something that a worker needs."""


@pytest.fixture
def library():
    library = VlcLibrary()
    yield library
    assert library.shut_down()


def test_it_starts_once_for_all_recordings_and_never_on_the_gui_thread(
    library, qtbot, tmp_path, monkeypatch
):
    if not choose.describe()[0].available:
        pytest.skip("libVLC is not here")
    starters = []
    make_instance = vlc_library.make_instance

    def noted(vlc):
        starters.append(threading.current_thread())
        return make_instance(vlc)

    monkeypatch.setattr(vlc_library, "make_instance", noted)
    film = tmp_path / "film.mp4"
    make_video(film, Clip(seconds=2))
    player = Player([lambda: VlcEngine(library)])
    for _ in range(2):
        player.open(MediaSource(film), None)
        assert player.state is PlayState.OPENING
        qtbot.waitUntil(lambda: player.state is PlayState.PAUSED)
    assert player.engine_name == library.name != "libVLC"
    player.close()
    assert len(starters) == 1
    assert starters[0] is not threading.main_thread()


def test_what_is_closed_before_it_was_made_leaves_nothing(library, tmp_path, qapp):
    player = Player([lambda: VlcEngine(library)])
    player.open(MediaSource(tmp_path / "talk.mp4"), None)
    for _ in range(3):
        (tmp_path / "talk.mp4").write_bytes(b"no film")
        player.open(MediaSource(tmp_path / "talk.mp4"), None)
    player.close()
    assert library.shut_down()
    assert not [each for each in threading.enumerate() if each.name == "libVLC"]


def test_what_a_stuck_worker_needs_is_kept_and_dropped_once_it_is_done(library):
    stuck, thing = threading.Event(), Thing()
    known = weakref.ref(thing)
    library.employ(stuck.wait, thing)
    del thing
    assert not library.shut_down(limit_s=0.01)
    gc.collect()
    assert known() is not None
    stuck.set()
    assert library.shut_down()
    gc.collect()
    assert known() is None


@pytest.mark.parametrize(
    ("devices", "sound"),
    [
        ([], True),
        ([b"null", b"default"], False),
        ([b"null", b"default", b"hw:CARD=PCH,DEV=0"], True),
        ([b"alsa_output.pci-0000_00_1f.3.analog-stereo"], True),
    ],
)
def test_without_a_sound_card_the_sound_goes_nowhere(devices, sound):
    chain = None
    for device in reversed(devices):
        chain = SimpleNamespace(contents=SimpleNamespace(device=device, next=chain))
    sent = []
    player = SimpleNamespace(audio_output_device_enum=lambda: chain, audio_output_set=sent.append)
    vlc = SimpleNamespace(libvlc_audio_output_device_list_release=lambda first: None)
    made = vlc_library.make_player(vlc, SimpleNamespace(media_player_new=lambda: player))
    assert made is player
    assert bool(sent) is not sound


def test_a_libvlc_that_is_not_there_is_looked_for_once(library, monkeypatch):
    monkeypatch.setitem(sys.modules, "vlc", None)
    with pytest.raises(vlc_library.EngineUnavailableError):
        library.start()
    monkeypatch.undo()
    with pytest.raises(vlc_library.EngineUnavailableError):
        library.start()
    assert library.name == "libVLC"
