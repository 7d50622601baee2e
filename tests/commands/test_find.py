"""`cueline find`."""

import json

import pytest

from viewer import cli


@pytest.fixture
def find(capsys):
    def run(*words):
        assert cli.main(["find", *map(str, words)]) == 0
        return capsys.readouterr().out

    return run


def test_a_phrase_over_two_lines(find, seed):
    document = json.loads(find(seed, "DÉIR ezzur near three", "--json"))
    [hit] = document["hits"]
    assert (hit["first_segment"], hit["last_segment"]) == (17, 18)
    assert (hit["start_ms"], hit["end_ms"]) == (88_000, 101_000)
    assert hit["text"][hit["begin"] :].startswith("Deir Ezzur, near three major")
    assert hit["link"].endswith("&t=88s")


def test_text_for_people(find, seed):
    lines = find(seed, "caliphate").splitlines()
    assert [line.split()[0] for line in lines] == ["0:35", "2:34"]


def test_nothing_found(find, seed):
    assert json.loads(find(seed, "zebra", "--json"))["hits"] == []
    assert find(seed, "zebra").startswith("“zebra” is not said in ")
