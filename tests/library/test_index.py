"""What every kind of index has to do."""

from pathlib import Path

from tests.library.making import FOLDER, filled, joined, read_of
from viewer.library.entry import Read, Stamp
from viewer.library.index import Batch
from viewer.library.tokens import joint


def test_what_is_written_comes_back(index):
    filled(
        index,
        read_of("Talk", ["Hello there"], voices=["Ann"], channel="C", published="2020-01-02"),
    )
    [entry] = index.entries()
    assert (entry.title, entry.facts.channel, entry.facts.speakers) == ("Talk", "C", ("Ann",))
    assert (entry.folder, entry.path) == (FOLDER, FOLDER / "Talk.md")
    assert entry.filed_under == "talk c ann talk"
    [(number, leaf)] = index.leaves([entry.id, entry.id + 1])
    assert (number, leaf.text, leaf.segment_at(3), leaf.start_ms_at(3)) == (
        entry.id,
        "hello there",
        0,
        0,
    )
    assert leaf.voice_at(3) == 0


def test_a_changed_file_takes_the_place_of_the_old_one(index):
    filled(index, read_of("Talk", ["old words"]))
    filled(index, read_of("Talk", ["new words"]))
    [entry] = index.entries()
    assert [leaf.text for _, leaf in index.leaves([entry.id])] == ["new words"]
    assert index.candidates([("old",)]) == set()
    assert index.candidates([("new", "newer"), ("words",)]) == {entry.id}


def test_files_that_are_gone_and_stamps_that_changed(index):
    filled(index, read_of("A", ["one"]), read_of("B", ["two"]))
    folder = index.folders()[FOLDER]
    known = {path.decode()[-4:]: each for path, each in index.known(folder).items()}
    index.write(folder, Batch(same=[(known["B.md"[-4:]].id, Stamp(7, 8))], gone=[known["A.md"].id]))
    [entry] = index.entries()
    [left] = index.known(folder).values()
    assert (entry.title, left.stamp, left.key) == ("B", Stamp(7, 8), "B")
    assert index.candidates([("one",)]) == set()


def test_some_of_what_there_is(index):
    filled(index, *(read_of(name, ["one"]) for name in "ABC"))
    entries = {entry.title: entry for entry in index.entries()}
    some = index.entries({entries["A"].id, entries["C"].id, 0})
    assert sorted(entry.title for entry in some) == ["A", "C"]
    assert index.entries(()) == []
    bad = Read(b"/talks/bad.md", Stamp(1, 1), "", "Cannot read bad.md: damaged.")
    index.write(index.folders()[FOLDER], Batch([bad]))
    assert index.counts() == {FOLDER: {False: 3, True: 1}}


def test_a_folder_goes_with_all_that_is_in_it(index):
    filled(index, read_of("A", ["one"]))
    index.remove_folder(FOLDER)
    index.remove_folder(FOLDER)
    assert (dict(index.folders()), index.entries()) == ({}, [])
    assert index.candidates([("one",)]) == index.candidates([], [("_0000",)]) == set()
    index.let_go(index.forgotten())
    assert index.words_like("on", begins=True, ends=False, most=9) == ()


def test_a_folder_that_comes_back_is_found_in_as_before(index):
    """Also by parts of words, which it knew already."""
    for _ in range(2):
        filled(index, read_of("A", ["one friend"]))
        assert index.words_like("end", begins=False, ends=True, most=9) == ("friend",)
        index.remove_folder(FOLDER)
        index.let_go(index.forgotten())


def test_of_two_folders_the_other_stays(index):
    filled(index, read_of("A", ["one shared"]))
    other = index.add_folder(Path("/other").absolute())
    index.write(other, Batch([Read(b"/other/b.md", Stamp(1, 1), "", "Cannot read b.md: no.")]))
    index.remove_folder(Path("/other").absolute())
    assert [entry.title for entry in index.entries()] == ["A"]
    assert len(index.candidates([("one",)])) == 1
    assert index.words_like("hare", begins=False, ends=False, most=9) == ("shared",)


def test_problems_are_entries_too(index):
    bad = Read(b"/talks/caf\xe9.md", Stamp(1, 1), "", "Cannot read caf\udce9.md: damaged.")
    index.write(index.add_folder(FOLDER), Batch([bad]))
    [entry] = index.entries()
    assert not entry.readable
    assert entry.problem == "Cannot read caf?.md: damaged."
    assert list(index.leaves([entry.id])) == []


def test_words_in_which_a_part_stands(index):
    filled(index, read_of("A", ["art party start artist"]))

    def like(part, **how):
        return set(index.words_like(part, **{"begins": False, "ends": False, "most": 9, **how}))

    assert like("art") == {"art", "party", "start", "artist"}
    assert like("art", begins=True) == {"art", "artist"}
    assert like("art", ends=True) == {"art", "start"}
    assert like("art", begins=True, ends=True) == {"art"}
    assert index.words_like("art", begins=False, ends=False, most=3) is None


def test_recordings_are_noted(index):
    filled(index, read_of("A", ["one"]))
    [entry] = index.entries()
    index.set_recordings({entry.id: FOLDER / "A.mp4"})
    assert index.entries()[0].recording == FOLDER / "A.mp4"
    index.set_recordings({entry.id: None})
    assert index.entries()[0].recording is None


def test_the_state_is_another_one_after_writing(index):
    before = index.state()
    assert index.state() == before
    filled(index, read_of("A", ["one"]))
    assert index.state() != before


def test_joints_only_tell_of_those_they_are_made_of(index):
    index.write(
        index.add_folder(FOLDER), Batch([read_of("A", ["one two"]), read_of("B", ["two one"])])
    )
    (first, second), [asked] = index.unjoined(), [(joint("one", "two"),)]
    words = [("one",), ("two",)]
    assert index.candidates(words, [asked]) == index.candidates([], [asked]) == {first, second}
    joined(index, most=1)
    assert index.unjoined() == [second]
    assert index.candidates(words, [asked]) == {first, second}
    state = index.state()
    joined(joined(index))
    assert index.candidates(words, [asked]) == index.candidates([], [asked]) == {first}
    assert index.state() == state


def test_joints_go_with_what_they_are_made_of(index):
    asked = [(joint("one", "two"),)]
    filled(index, read_of("A", ["one two"]))
    index.join({number + 1: [["_0000"]] for number in index.candidates([], asked)})
    index.write(index.add_folder(FOLDER), Batch([read_of("A", ["two one"])]))
    [late] = index.unjoined()
    assert index.candidates([], asked) == {late}
    filled(index, read_of("A", ["other words"]))
    assert index.candidates([], asked) == index.candidates([("one",)]) == set()
