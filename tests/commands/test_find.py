"""`cueline find`."""

import json

import pytest

from tests.desk import write_srt
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


def test_several_phrases_in_the_order_of_the_text(find, seed):
    document = json.loads(find(seed, "caliphate", "key cities", "--json"))
    assert document["phrases"] == ["caliphate", "key cities"]
    firsts = [hit["first_segment"] for hit in document["hits"]]
    assert firsts == sorted(firsts)
    assert {hit["phrase"] for hit in document["hits"]} <= {"caliphate", "key cities"}
    assert "are not said" in find(seed, "zebra", "yak")


def test_a_regular_expression(find, seed):
    [hit] = json.loads(find(seed, r"near\s+three \w+", "--regex", "--json"))["hits"]
    assert hit["text"][hit["begin"] :].startswith("near three major")


def test_a_wrong_expression_is_a_sentence(seed, capsys):
    assert cli.main(["find", str(seed), "(", "--regex"]) == 1
    assert capsys.readouterr().err.startswith("This is not a regular expression: ")


def test_a_phrase_that_is_nearly_said(find, seed):
    [line] = find(seed, "--near", "Raqa was one symbol of the groups strenght").splitlines()
    assert "0:35  Raqqa was once a symbol" in line


def test_of_a_phrase_that_is_said_so_every_place_is_told(find, tmp_path):
    path = write_srt(tmp_path / "talk.srt", *["The price of wheat."] * 7)
    assert len(find(path, "--near", "the price of wheat").splitlines()) == 7
