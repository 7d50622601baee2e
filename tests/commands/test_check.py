"""`cueline check`."""

import json
import shutil

import pytest

from viewer import cli

NOTE = """\
> Raqqa was once a symbol of the group's strength
>
> — [0:35](https://youtu.be/YCxNiKcoljE?t=35)

He calls it “the symbol of the group's strength” ([1:35](https://youtu.be/YCxNiKcoljE?t=95)).

“Nothing at all like this was ever said” (0:35), “or that” ([0:01](https://youtu.be/abcdefghijk?t=1)).
"""


@pytest.fixture
def check(capsys, tmp_path, seed):
    shutil.copyfile(seed, tmp_path / "talk.md")

    def run(text, *more):
        (tmp_path / "note.md").write_text(text, encoding="utf-8")
        status = cli.main(["check", str(tmp_path / "note.md"), *map(str, more)])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


def test_transcripts_are_found_in_the_library(check, tmp_path, tmp_path_factory, seed, capsys):
    (tmp_path / "talk.md").unlink()
    far = tmp_path_factory.mktemp("far")
    shutil.copyfile(seed, far / "talk.md")
    (far / "other.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nOther words.\n", "utf-8")
    note = (
        "“a symbol of the group's strength” ([0:35](https://youtu.be/YCxNiKcoljE?t=35))\n\n"
        "“Raqqa was once a symbol of” (0:35)\n\n"
        "> Raqqa was once\n>\n> — *What Does the Fall of Mosul and Raqqa Mean For ISIS?*, 0:35\n"
    )
    assert set(verdicts(check, note)) == {"no-transcript"}
    assert cli.main(["library", "add", str(far)]) == 0
    capsys.readouterr()
    assert verdicts(check, note) == ["exact"] * 3
    assert set(verdicts(check, note, tmp_path)) == {"no-transcript"}  # that folder alone


def verdicts(check, note, *more):
    quotes = json.loads(check(note, *more, "--json")[1])["quotes"]
    return [each["verdict"] for each in quotes]


def test_json(check, tmp_path):
    status, out, _ = check(NOTE, "--json")
    quotes = json.loads(out)["quotes"]
    assert status == 1
    assert quotes[0] == {
        "line": 1,
        "text": "Raqqa was once a symbol of the group's strength",
        "verdict": "exact",
        "path": str(tmp_path / "talk.md"),
        "start_ms": 35_600,
        "said": "Raqqa was once a symbol of the group's strength",
        "off_ms": 0,
    }
    told = [(each["line"], each["verdict"], each["said"]) for each in quotes[1:]]
    assert told == [
        (5, "differs", "a symbol of the group's strength"),
        (7, "not-found", None),
        (7, "no-transcript", None),
    ]
    assert quotes[1]["off_ms"] == pytest.approx(59_000, abs=1_500)
    assert quotes[3]["path"] is None


def test_text_for_people(check):
    status, out, _ = check(NOTE)
    lines = out.splitlines()
    assert status == 1
    assert lines[0].startswith("note.md:1: exact: “Raqqa was once a symbol")
    assert "note.md:5: differs: “{the → a} symbol of the group's strength” (talk.md" in lines[1]
    assert "s later" in lines[1]
    assert lines[-1] == "1 of 4 exact."


def test_the_status_is_0_where_all_is_exact(check):
    assert check(NOTE.partition("\n\nHe calls")[0])[0] == 0
    status, out, _ = check("Nothing is quoted here.")
    assert (status, out) == (0, "There are no quotations with links or times in note.md.\n")


def test_nonsense_gets_a_sentence(check, tmp_path):
    status, out, err = check(NOTE, tmp_path / "gone")
    assert (status, out) == (2, "")
    assert err.startswith(f"There is no {tmp_path / 'gone'}.")
