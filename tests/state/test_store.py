import json
import os
import sys
from dataclasses import asdict, dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.errors import StateError
from viewer.state import store
from viewer.state.checked import checked, first, last, optional, read, record, several, text, whole
from viewer.state.settings import Settings


@dataclass(frozen=True)
class Entry:
    name: str = checked(text(9))
    size: int = checked(whole(0, 9))


@dataclass(frozen=True)
class Shelf:
    version: int = checked(whole(1, 1), 1)
    label: str = checked(text(99), "none")
    pair: tuple[int, int] | None = checked(optional(several(2, whole(0, 9))), None)
    entries: tuple[Entry, ...] = checked(first(99, record(Entry)), ())
    by_key: dict[str, Entry] = checked(last(99, text(9), record(Entry)), dict)


def written(path, raw):
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


def test_a_missing_file_gives_the_defaults(tmp_path):
    assert store.load(Shelf, tmp_path / "none" / "a.json") == Shelf()
    assert list(tmp_path.iterdir()) == []


def test_what_is_saved_is_loaded(tmp_path):
    shelf = Shelf(label="ü日本", pair=(1, 2), entries=(Entry(name="a", size=1),))
    path = tmp_path / "deep" / "a.json"
    store.save(shelf, path)
    assert store.load(Shelf, path) == shelf
    assert [entry.name for entry in path.parent.iterdir()] == ["a.json"]


def test_a_bad_value_goes_alone_and_the_old_file_is_kept(tmp_path):
    raw = {"label": 7, "pair": [1, 2], "entries": [{"name": "a", "size": 1}]}
    path = written(tmp_path / "a.json", raw)
    old = path.read_bytes()
    shelf = store.load(Shelf, path)
    assert shelf == Shelf(pair=(1, 2), entries=(Entry(name="a", size=1),))
    assert path.with_suffix(".bak").read_bytes() == old
    assert path.read_bytes() == old


def test_bad_entries_leave_their_list_and_others_stay(tmp_path):
    good = {"name": "g", "size": 2}
    entries = [{}, good, {"name": "b", "size": -1}, "text", {"name": "c"}, {**good, "name": "h"}]
    path = written(tmp_path / "a.json", {"entries": entries, "by_key": {"x": {}, "y": good}})
    shelf = store.load(Shelf, path)
    assert [entry.name for entry in shelf.entries] == ["g", "h"]
    assert list(shelf.by_key) == ["y"]


@pytest.mark.parametrize("pair", [[1], [1, "x"], [1, 2, 3], "ab", {}, [None, None]])
def test_a_bad_pair_is_the_default_and_the_rest_is_kept(tmp_path, pair):
    path = written(tmp_path / "a.json", {"label": "kept", "pair": pair})
    assert store.load(Shelf, path) == Shelf(label="kept")


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\0\xff",
        b"[]",
        b"3",
        b"null",
        b'{"label": "cut',
        b"[" * 100_000,
    ],
)
def test_what_is_no_such_file_gives_the_defaults_and_is_kept(tmp_path, text):
    path = tmp_path / "a.json"
    path.write_bytes(text)
    assert store.load(Shelf, path) == Shelf()
    assert path.with_suffix(".bak").read_bytes() == text


def test_a_byte_order_mark_by_an_editor_loses_nothing(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('{"label": "kept"}', encoding="utf-8-sig")
    assert store.load(Shelf, path).label == "kept"


def test_a_file_beyond_measure_is_put_aside_with_a_sentence(tmp_path):
    path = written(tmp_path / "a.json", {"label": "much too long"})
    with pytest.raises(
        StateError, match=r"^a\.json in .* is not a file that Cueline wrote"
    ) as reported:
        store.load(Shelf, path, 10)
    assert "a.bak" in reported.value.hint
    assert path.with_suffix(".bak").exists()
    assert store.load(Shelf, path, 10) == Shelf()


@pytest.mark.skipif(sys.platform != "linux", reason="pipes and devices are found elsewhere there")
@pytest.mark.parametrize("kind", ["pipe", "device", "link to a pipe"])
def test_what_is_no_file_is_put_aside_without_waiting_for_it(tmp_path, kind):
    path, pipe = tmp_path / "a.json", tmp_path / "pipe"
    os.mkfifo(path if kind == "pipe" else pipe)
    if kind != "pipe":
        path.symlink_to("/dev/zero" if kind == "device" else pipe)
    with pytest.raises(StateError, match="is not a file that Cueline wrote"):
        store.load(Shelf, path)
    assert store.load(Shelf, path) == Shelf()
    store.save(Shelf(label="new"), path)
    assert store.load(Shelf, path).label == "new"


def test_a_file_of_a_newer_version_is_left_alone(tmp_path):
    raw = {"version": 9, "reading": {"point_size": 20, "new": 1}, "brand_new": {"a": 1}}
    path = written(tmp_path / "settings.json", raw)
    settings = store.load(Settings, path)
    assert settings.reading.point_size == 20
    assert json.loads(path.read_text()) == raw
    store.save(settings, path)
    assert json.loads(path.with_suffix(".bak").read_text()) == raw


def test_a_folder_in_its_place_is_one_sentence(tmp_path):
    (tmp_path / "a.json").mkdir()
    with pytest.raises(StateError, match=r"^Cannot read a\.json in .*\.$") as caught:
        store.load(Shelf, tmp_path / "a.json")
    assert caught.value.hint


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "home").write_text("not a folder")
    with pytest.raises(StateError, match=r"^Cannot save a\.json in .*: .*\.$"):
        store.save(Shelf(), tmp_path / "home" / "a.json")


def test_a_full_disk_leaves_the_old_file_and_no_crumbs(tmp_path):
    resource = pytest.importorskip("resource", reason="limits on files are the system's")
    path = tmp_path / "a.json"
    store.save(Shelf(label="old"), path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5, hard))
    try:
        with pytest.raises(StateError, match="Cannot save"):
            store.save(Shelf(label="new"), path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert store.load(Shelf, path).label == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.json"]


def test_text_without_a_form_in_utf_8_is_a_sentence(tmp_path):
    with pytest.raises(StateError, match="UTF-8"):
        store.save(Shelf(label="\udcff"), tmp_path / "a.json")


def test_a_linked_file_stays_a_link(tmp_path):
    real = tmp_path / "dotfiles" / "a.json"
    store.save(Shelf(), real)
    link = tmp_path / "a.json"
    link.symlink_to(real)
    store.save(Shelf(label="new"), link)
    assert link.is_symlink()
    assert store.load(Shelf, real).label == "new"


def test_a_backup_that_cannot_be_written_is_done_without(tmp_path):
    path = written(tmp_path / "a.json", {"label": 1})
    (tmp_path / "a.bak").mkdir()
    assert store.load(Shelf, path) == Shelf()


FIELDS = ["version", "playback", "reading", "window", "rate", "volume", "splitter", "theme"]
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4)
lists = st.lists(scalars, max_size=3)
sections = st.dictionaries(st.sampled_from(FIELDS), scalars | lists, max_size=4)


@given(st.dictionaries(st.sampled_from(FIELDS), sections | lists | scalars, max_size=5))
def test_any_json_becomes_settings_that_hold_their_bounds(raw):
    settings, lost = read(Settings, raw, []), []
    assert read(Settings, asdict(settings), lost) == settings
    assert lost == []


@given(st.binary(max_size=60))
def test_any_bytes_load(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "a.json"
    path.write_bytes(data)
    assert isinstance(store.load(Settings, path), Settings)
    os.unlink(path)
