"""Notebooks are kept whole and found again, whatever ends the program in the midst of it."""

import errno
import json
import os
import signal
import subprocess
import sys
import threading

import pytest

from viewer.core.quote import Quote
from viewer.core.transcript import Source
from viewer.errors import StateError
from viewer.state import notebooks as store
from viewer.state.note import new_note
from viewer.state.notebook import Notebook
from viewer.state.notebooks import VERSIONS, Notebooks, beside_name

KEY, OTHER = "ab" * 16, "cd" * 16


def note(words="But the militants", at_ms=16_000):
    return new_note(Quote(words, at_ms, at_ms + 900, None, Source("Talk")), at_ms)


@pytest.fixture
def kept(tmp_path):
    return Notebooks(tmp_path / "notebooks")


@pytest.fixture
def talk(tmp_path):
    return tmp_path / "talks" / "talk.srt"


def keep(kept, talk, *notes, key=KEY, beside=False):
    found = kept.find(key, talk)
    notebook = found.notebook
    for each in notes:
        notebook = notebook.with_note(each)
    return kept.save(notebook, kept.settle(notebook, talk, beside=beside))


def test_there_are_no_notes_at_first_and_looking_writes_nothing(kept, talk, tmp_path):
    found = kept.find(KEY, talk)
    assert (found.notebook.notes, found.changed, found.trouble) == ((), False, "")
    assert list(tmp_path.iterdir()) == []


def test_notes_are_there_again_also_where_the_transcript_was_moved(kept, talk, tmp_path):
    first = note()
    keep(kept, talk, first)
    found = kept.find(KEY, tmp_path / "elsewhere.srt")
    assert found.notebook.notes == (first,)
    assert not found.changed


def test_the_file_can_be_read_by_people(kept, talk):
    gone = note("gone")
    both = keep(kept, talk, note("Überall „Wörter“"), note("zwei\nZeilen"), gone)
    kept.save(both.without([gone.id]), kept.file_for(KEY))
    text = kept.file_for(KEY).read_text("utf-8")
    written = json.loads(text)
    assert written["notes"][0]["quote"]["text"] == "Überall „Wörter“"
    assert list(written["gone"]) == [gone.id]
    assert text == json.dumps(written, indent=1, ensure_ascii=False) + "\n"


def test_a_changed_transcript_finds_them_by_its_place_and_says_so(kept, talk):
    first = note()
    keep(kept, talk, first)
    found = kept.find(OTHER, talk)
    assert found.notebook.notes == (first,)
    assert found.notebook.key == OTHER
    assert found.changed


def test_they_lie_beside_the_transcript_where_the_user_wants_them_there(kept, talk):
    talk.parent.mkdir()
    first = note()
    keep(kept, talk, first, beside=True)
    assert beside_name(talk).name == "talk.quotes.json"
    assert beside_name(talk).exists()
    assert not kept.file_for(KEY).exists()
    assert kept.find(KEY, talk).notebook.notes == (first,)
    assert [found.notebook.notes for found in kept.all()] == [(first,)]


def test_all_notebooks_with_notes_are_listed(kept, tmp_path):
    keep(kept, tmp_path / "a.srt", note("one"))
    keep(kept, tmp_path / "b.srt", note("two"), key=OTHER)
    said = {found.notebook.notes[0].quote.text for found in kept.all()}
    assert said == {"one", "two"}


def test_what_waits_is_read_with_the_notebook_and_taken_in_with_the_next_change(kept, talk):
    first, second, third = note("one"), note("two"), note("three")
    keep(kept, talk, first)
    kept.put_by(Notebook(KEY, notes=(second,)))
    kept.put_by(Notebook(KEY, notes=(third,)))  # another window's
    for found in (kept.find(KEY, talk), *kept.all()):
        assert set(found.notebook.notes) == {first, second, third}
    keep(kept, talk)
    assert set(kept.find(KEY, talk).notebook.notes) == {first, second, third}
    assert not list(kept.file_for(KEY).parent.glob("waiting/*.json"))
    kept.put_by(Notebook(KEY))
    assert not list(kept.file_for(KEY).parent.glob("waiting/*.json"))


def test_what_comes_to_wait_while_a_notebook_is_written_waits_for_no_turn_and_stays(
    kept, talk, monkeypatch
):
    first, second, third = note("one"), note("two"), note("three")
    kept.put_by(Notebook(KEY, notes=(first,)))

    def put_by_meanwhile(*given):
        monkeypatch.undo()
        kept.put_by(Notebook(KEY, notes=(second,)), limit_s=0)
        write(*given)

    write = kept._write
    monkeypatch.setattr(kept, "_write", put_by_meanwhile)
    keep(kept, talk, third)
    assert set(kept.find(KEY, talk).notebook.notes) == {first, second, third}


@pytest.mark.parametrize("beside", [False, True])
def test_what_waits_for_a_changed_transcript_is_taken_in_under_either_content(kept, talk, beside):
    talk.parent.mkdir()
    first, second, third = note("one"), note("two"), note("three")
    keep(kept, talk, first, beside=beside)
    kept.put_by(Notebook(KEY, notes=(second,)))
    kept.put_by(Notebook(OTHER, notes=(third,)))
    found = kept.find(OTHER, talk)
    assert found.changed
    assert set(found.notebook.notes) == {first, second, third}
    file = kept.settle(found.notebook, talk, beside=beside)
    assert set(kept.save(found.notebook, file).notes) == {first, second, third}
    if file != found.file:
        kept.forget(found.file)
    assert len(kept.all()) == 1
    assert not list(kept.file_for(KEY).parent.glob("waiting/*.json"))


def test_two_windows_keep_what_both_added(kept, talk):
    one, other = kept.find(KEY, talk), kept.find(KEY, talk)
    first, second = note("one"), note("two")
    kept.save(one.notebook.with_note(first), one.file)
    together = kept.save(other.notebook.with_note(second), other.file)
    assert {each.quote.text for each in together.notes} == {"one", "two"}
    assert kept.find(KEY, talk).notebook.notes == together.notes


def test_what_another_program_wrote_between_two_changes_stays(kept, talk, tmp_path):
    mine = keep(kept, talk, note("one"))
    keep(Notebooks(tmp_path / "notebooks"), talk, note("two"))
    together = kept.save(mine.with_note(note("three")), kept.file_for(KEY))
    assert {each.quote.text for each in together.notes} == {"one", "two", "three"}
    assert kept.find(KEY, talk).notebook.notes == together.notes


def test_many_threads_lose_nothing(kept, talk):
    file = kept.file_for(KEY)

    def add(number):
        kept.save(Notebook(KEY).with_note(note(f"words {number}")), file)

    threads = [threading.Thread(target=add, args=[number]) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(kept.find(KEY, talk).notebook.notes) == 12


def test_the_last_versions_are_kept(kept, talk, tmp_path):
    for number in range(VERSIONS + 4):
        keep(kept, talk, note(f"words {number}"))
    versions = sorted((tmp_path / "notebooks" / "versions" / KEY).iterdir())
    assert len(versions) == VERSIONS
    assert len(json.loads(versions[-1].read_text("utf-8"))["notes"]) == VERSIONS + 3


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"format": "x"}', b"\xff\xfe", b"null"])
def test_a_damaged_file_is_put_aside_and_the_last_version_taken(kept, talk, damage):
    first, second = note("one"), note("two")
    keep(kept, talk, first)
    keep(kept, talk, second)
    file = kept.file_for(KEY)
    file.write_bytes(damage)
    found = kept.find(KEY, talk)
    assert found.notebook.notes == (first,)
    assert "damaged" in found.trouble
    assert file.with_name(f"{KEY}.damaged.json").read_bytes() == damage
    kept.save(found.notebook, found.file)
    assert not kept.find(KEY, talk).trouble


def test_bad_values_cost_only_themselves(kept, talk):
    first = note()
    keep(kept, talk, first)
    file = kept.file_for(KEY)
    raw = json.loads(file.read_text("utf-8"))
    raw["notes"] += [{"id": "nonsense"}, 5, {**raw["notes"][0], "id": "ef" * 8, "tag": "mauve"}]
    file.write_text(json.dumps(raw), "utf-8")
    notes = kept.find(KEY, talk).notebook.notes
    assert [each.tag for each in notes] == ["", ""]
    assert notes[0] == first


def test_a_full_disk_is_said_and_costs_nothing(kept, talk, monkeypatch):
    first = note("one")
    keep(kept, talk, first)

    def full(*_args, **_more):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(store, "write_whole", full)
    monkeypatch.setattr("viewer.state.store.write_whole", full)
    for transcript in (talk, talk.with_name("moved.srt")):  # whose place is not known yet
        with pytest.raises(
            StateError, match=r"Cannot keep your notes in .*: No space left"
        ) as told:
            keep(kept, transcript, note("two"))
        assert told.value.hint.startswith("They are still in this window")
    monkeypatch.undo()
    assert kept.find(KEY, talk).notebook.notes == (first,)


WRITER = """
import sys
from pathlib import Path
from viewer.core.quote import Quote
from viewer.core.transcript import Source
from viewer.state.note import new_note
from viewer.state.notebooks import Notebooks
kept, talk, key = Notebooks(Path(sys.argv[1])), Path(sys.argv[2]), sys.argv[3]
found = kept.find(key, talk)
notebook = found.notebook
while True:
    quote = Quote("words " * 40, 1, 2, None, Source("Talk"))
    notebook = kept.save(notebook.with_note(new_note(quote, 1)), found.file)
    print(len(notebook.notes), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot end a program so suddenly")
def test_a_program_that_is_killed_loses_nothing_that_was_kept(kept, talk, tmp_path):
    command = [sys.executable, "-c", WRITER, str(tmp_path / "notebooks"), str(talk), KEY]
    said = 0
    for more in (1, 3, 7, 12, 2):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            for _ in range(more):
                said = int(writer.stdout.readline())
            writer.send_signal(signal.SIGKILL)
        found = kept.find(KEY, talk)
        assert not found.trouble
        assert len(found.notebook.notes) >= said
