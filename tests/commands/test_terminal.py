"""What strangers write reaches a terminal as letters alone, and JSON exactly."""

import json
import logging
import os
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.cli import main
from viewer.commands.terminal import ToTerminal, harmless, harmless_json, one_line
from viewer.formats import registry

#: What a terminal obeys, or what shows text in another order.
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
EVIL = "a\x1b]0;title\x07\x1b[2J\x9b31m\u202egnp\r\nFile:      /etc/passwd\u2028b\x85c\x0bd"
FIELDS = {
    "format": "cueline-transcript",
    "version": 1,
    "source": {"title": EVIL, "channel": EVIL, "url": f"https://good.example/{EVIL}"},
    "language": EVIL,
    "metadata": {EVIL: EVIL},
    "media": [f"{EVIL}.mp4"],
    "segments": [
        {"start_ms": 0, "end_ms": 2000, "text": EVIL, "speaker": EVIL},
        {"start_ms": 2000, "end_ms": 4000, "text": "Second"},
    ],
    "chapters": [{"start_ms": 0, "title": EVIL}],
}


@pytest.fixture
def evil(tmp_path):
    folder = tmp_path / "e\x1b[31m\nFile:      forged"
    folder.mkdir()
    path = folder / "t\x9b2J.json"
    path.write_text(json.dumps(FIELDS), encoding="utf-8")
    return path


def said(capsys, *words):
    main([str(word) for word in words])
    return "".join(capsys.readouterr())


def test_no_command_says_anything_that_a_terminal_obeys(evil, capsys):
    for words in (
        ["info", evil, "--segments"],
        ["find", evil, "second"],
        ["find", evil, EVIL],
        ["find", evil, "nowhere said\x1b[2J"],
        ["quote", evil, "--from", "0"],
        ["quote", evil, "--from", "9"],
        ["convert", evil, evil.with_suffix(".srt")],
        ["convert", evil, evil.with_suffix(".srt")],
        ["info", evil.with_name("none\x1b[2J\nFile: x")],
        ["info", evil, "--none\x1b[2J\nFile: x"],
        ["info", evil, "--track", "\x1b[2J"],
        ["--engine", "\x1b[2J"],
    ):
        reported = said(capsys, *words)
        assert reported
        assert not OBEYED.search(reported), words
        if words[0] != "quote":  # whose lines are the quote's own
            assert "\nFile:" not in reported[1:]


def test_unknown_keys_are_named_harmlessly(tmp_path, capsys):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({EVIL: 1, "b\x1b[31m": [2]}), encoding="utf-8")
    reported = said(capsys, "info", path)
    assert reported.count("\n") == 1
    assert not OBEYED.search(reported)


def test_json_is_harmless_and_exact(evil, capsys):
    reported = said(capsys, "info", evil, "--json", "--segments")
    assert not OBEYED.search(reported)
    report = json.loads(reported)
    assert report["path"] == str(evil)
    transcript = registry.load(evil)
    assert report["items"][0]["text"] == transcript.segments[0].text
    assert report["title"] == transcript.source.title


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_a_name_that_is_no_text_is_exact_in_json(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xff\x9b.json"
    with open(path, "wb") as file:
        file.write(json.dumps(FIELDS).encode())
    done = subprocess.run(
        [sys.executable, "-m", "viewer", "info", "--json", path],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        timeout=60,
        check=True,
    )
    assert os.fsencode(json.loads(done.stdout)["path"]) == path


@given(st.text())
def test_any_text_is_made_harmless_and_any_json_stays_exact(text):
    assert not OBEYED.search(harmless(text))
    assert not OBEYED.search(one_line(text))
    assert "\n" not in one_line(text)
    document = harmless_json(json.dumps({text: text}, ensure_ascii=False))
    assert not OBEYED.search(document)
    assert json.loads(document) == {text: text}
    document.encode("utf-8")


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_words_stay_as_they_are(text):
    assert harmless(text) == one_line(text) == text


def test_what_is_logged_is_one_harmless_line(capsys):
    ToTerminal().emit(logging.LogRecord("x", logging.WARNING, "", 0, "%s: gone", (EVIL,), None))
    reported = capsys.readouterr().err
    assert reported.endswith(": gone\n")
    assert reported.count("\n") == 1
    assert not OBEYED.search(reported)


def test_a_logged_bug_keeps_the_lines_of_its_traceback(capsys):
    try:
        raise ValueError(EVIL)  # noqa: TRY301
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "bug", (), sys.exc_info())
    ToTerminal().emit(record)
    reported = capsys.readouterr().err
    assert reported.startswith("bug\nTraceback")
    assert not OBEYED.search(reported)
