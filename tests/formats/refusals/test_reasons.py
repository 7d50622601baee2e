import pytest

from viewer.formats.refusals.reasons import no_plain_text, refusal


@pytest.mark.parametrize(
    "text",
    [
        "Words.",
        "12:30 lunch",
        "# A heading",
        "أهلا",
        "こんにちは",
        "a\x00b",
        "Il �tait une fois, là.",
        "!#",
    ],
)
def test_text_is_text(text):
    assert no_plain_text(text + "\nand more words", ".txt") is None


@pytest.mark.parametrize(
    ("text", "suffix", "reason"),
    [
        ("print(1)", ".py", "source text"),
        ("#!/bin/sh\necho words", "", "source text"),
        ("a: b", ".yaml", "settings"),
        ("name,age", ".csv", "a table"),
        ('["a"]', ".json", "JSON"),
        ("1\n2\n--\n", ".srt", "no words"),
        ("\ue000\uffff\U000e0fff words\n" * 9, ".txt", "not text"),
    ],
)
def test_what_is_no_plain_text(text, suffix, reason):
    assert reason in no_plain_text(text, suffix).reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("\ufeff", "it is empty"),
        (" \n\0", "nothing but blank space"),
        ("<!-- a\nb --><!DOCTYPE html><HTML>", "a web page"),
        ("<svg xmlns='x'/>", "a picture"),
        ("<?xml version='1.0'?>\n<a:feed/>", "begins with <a:feed>"),
        ("<" + "!" * 100, "no words"),
        ("words", "not in a format"),
    ],
)
def test_a_refusal_fits_the_text(text, reason):
    assert reason in refusal(text, ".srt").reason


def test_hostile_beginnings_take_no_time():
    for piece in ("<!-- ", "<?xml ", "<!", "<!--a-->"):
        assert refusal(piece * 100_000, ".srt").reason
