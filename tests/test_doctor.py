import copy
import json
import subprocess
import sys
from pathlib import Path

import pytest

from viewer import doctor
from viewer.engines import ENGINES
from viewer.state.places import places

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def found():
    return doctor.report(places())


def test_the_report_is_json_and_tells_what_there_is(found):
    assert json.loads(json.dumps(found)) == found
    assert found["qt"]["version"]
    assert found["media"]["ffmpeg"]
    engines = [engine["key"] for engine in found["engines"]["engines"]]
    assert engines == [each.name for each in ENGINES]
    assert [folder["name"] for folder in found["folders"]] == ["settings", "data", "cache"]
    assert all(found["packages"].values())


def test_the_text_tells_the_same(found):
    said = doctor.text(found)
    for part in (found["cueline"], found["python"], found["qt"]["version"], "Folders"):
        assert part in said


def test_what_is_missing_comes_with_a_remedy(found):
    poor = copy.deepcopy(found)
    poor["system"]["like"] = "ubuntu debian"
    poor["absent_libraries"] = ["libxcb-cursor.so.0"]
    poor["folders"][0]["writable"] = False
    vlc = next(each for each in poor["engines"]["engines"] if each["key"] == "vlc")
    vlc |= {"available": False, "reason": "libVLC was not found.", "hint": "Install VLC."}
    remedies = {each["what"]: each["remedy"] for each in doctor._missing(poor)}
    assert remedies["libxcb-cursor.so.0, for windows on X11"] == "sudo apt install libxcb-cursor0"
    assert remedies["libVLC was not found."] == "sudo apt install libvlc5 vlc-plugin-base"
    assert any("ermission to write" in what for what in remedies)
    poor["system"]["like"] = "fedora"
    elsewhere = {each["what"]: each["remedy"] for each in doctor._missing(poor)}
    assert elsewhere["libVLC was not found."] == "Install VLC."
    assert "libxcb-cursor.so.0" in elsewhere["libxcb-cursor.so.0, for windows on X11"]
    assert "Install VLC." in doctor.text({**poor, "missing": list(doctor._missing(poor))})


@pytest.mark.parametrize(
    ("devices", "by_vlc", "reported"),
    [
        (["Speakers"], True, "Speakers"),
        (["Speakers"], None, "Speakers"),
        ([], True, "a device that only libVLC knows"),
        ([], False, "none found"),
        ([], None, "none found"),
    ],
)
def test_a_sound_device_is_reported_or_missing(found, devices, by_vlc, reported):
    here = copy.deepcopy(found)
    here["sound"] = {"devices": devices}
    for engine in here["engines"]["engines"]:
        engine["sound"] = by_vlc if engine["key"] == "vlc" else None
    assert any(
        line.split() == ["Sound:", *reported.split()] for line in doctor.text(here).splitlines()
    )
    missing = [each["what"] for each in doctor._missing(here) if "sound" in each["what"]]
    assert bool(missing) is (reported == "none found")


def test_nothing_missing_is_said(found):
    assert doctor.text({**found, "missing": []}).startswith("Nothing is missing.\n\nCueline ")


def test_what_is_missing_stands_on_top(found):
    gone = [{"what": "A voice", "remedy": "Find one."}]
    reported = doctor.text({**found, "missing": gone})
    assert reported.startswith("Missing\n  A voice\n    Find one.\n\nCueline ")


def test_a_report_of_failures_alone_can_be_shown(found):
    parts = ("qt", "window", "engines", "sound", "media")
    broken = {**found, **{part: {"error": "It crashed."} for part in parts}}
    broken["missing"] = list(doctor._missing(broken))
    assert doctor.text(broken).count("It crashed.") >= 6


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a display")
def test_what_aborts_a_process_does_not_abort_this_one(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":nonsense")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert "display" in doctor.check("window")["error"]


def test_a_window_can_be_tried_without_a_screen(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert doctor.check("window") == {"platform": "offscreen", "screens": 1}


def test_without_a_display_none_is_tried(monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(doctor, "check", lambda *_arguments: {"error": "Not asked."})
    bare = doctor.report(places(), {})
    assert bare["display"] == ""
    assert bare["window"]["error"] == "There is no display."
    assert "There is no display." in doctor.text(bare)


def test_a_check_that_hangs_is_given_up(monkeypatch):
    monkeypatch.setattr(doctor, "LIMIT_S", 0.001)
    assert "did not answer" in doctor.check("qt")["error"]


def test_a_check_that_fails_says_why(monkeypatch):
    assert doctor.check("nonsense")["error"] == "KeyError: 'nonsense'"
    monkeypatch.setattr(sys, "executable", "/none/python")
    assert doctor.check("qt")["error"].startswith("It could not be examined: ")


def test_a_folder_that_cannot_be_made_is_reported(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("CUELINE_HOME", str(tmp_path / "file" / "home"))
    assert not any(folder["writable"] for folder in doctor._folders(places()))
    monkeypatch.setenv("CUELINE_HOME", str(tmp_path / "fresh" / "home"))
    assert all(folder["writable"] for folder in doctor._folders(places()))


def test_packages_are_those_of_the_installer():
    listed = (ROOT / "packaging" / "system-packages.txt").read_text()
    pairs = {tuple(line.split()[1:]) for line in listed.splitlines() if line.startswith("run")}
    for library, package, _ in doctor.LIBRARIES:
        assert (f"lib:{library}", package) in pairs
    for package in doctor.VLC_PACKAGES.split():
        assert package in listed


def test_importing_the_doctor_brings_no_qt():
    code = "import sys, viewer.doctor; sys.exit('PySide6' in sys.modules or 'vlc' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
