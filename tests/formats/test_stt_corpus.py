"""Real speech-to-text files give the manifest's numbers; docs/formats.md explains what differs."""

import json

import pytest

from viewer.formats import registry

#: Path, format, segments, first start, last end, words.
FILES = [
    ("asr-whisperx/yujingr__audio.json", "whisper-json", 322, 31, 925_307, 2634),
    ("asr-openai-whisper/whisper-timestamped/linto-ai__arabic.mp3.words.json",
     "whisper-json", 8, 1_800, 41_300, 26),
    ("asr-whispercpp/fancyo__output.wav.json", "whisper-json", 1, 0, 30_000, 0),
    ("media-pairs/whisper-pt/audio.json", "whisper-json", 82, 0, 212_000, 0),
    ("media-pairs/whisper-pt/audio.tsv", "whisper-tsv", 82, 0, 212_000, 0),
    ("media-pairs/videogrep-manifesto/manifesto.json", "whisper-json", 31, 1_590, 85_650, 210),
    # The manifest counts its five words.
    ("asr-podcast2/Podcastindex-org__docs_examples_transcripts_example.json",
     "podcast-json", 2, 500, 3_000, 5),
    # It counts 25 items, of which two are punctuation.
    ("asr-aws/edgarroman__asrOutput.json", "aws-json", 2, 1_150, 11_440, 23),
    ("asr-deepgram/pransil__jfk.json", "deepgram-json", 3, 720, 44_605, 63),
]  # fmt: skip
#: Services, whose files hold the whole text, too.
CLOUD = ("aws-json", "deepgram-json")


@pytest.mark.parametrize(("name", "format_name", "segments", "first", "last", "words"), FILES)
def test_the_numbers_are_the_manifests(corpus, name, format_name, segments, first, last, words):
    made = registry.load(corpus / name)
    assert made.format == format_name
    assert len(made.segments) == segments
    assert made.segments[0].start_ms == first
    assert made.last_time_ms == last
    assert sum(len(segment.words) for segment in made.segments) == words
    assert not made.problems


@pytest.mark.parametrize("name", [row[0] for row in FILES])
def test_our_json_keeps_all_of_it(corpus, name):
    made = registry.load(corpus / name)
    target = registry.by_name("cueline-json")
    again = target.parse(registry.Content.of(target.write(made)))
    assert again.segments == made.segments
    assert (again.language, again.duration_ms) == (made.language, made.duration_ms)
    assert again.metadata == made.metadata


@pytest.mark.parametrize("name", [row[0] for row in FILES if row[1] in CLOUD])
def test_the_text_is_the_whole_text_of_a_services_file(corpus, name):
    results = json.loads((corpus / name).read_text(encoding="utf-8"))["results"]
    if "channels" in results:
        whole = results["channels"][0]["alternatives"][0]["transcript"]
    else:
        whole = results["transcripts"][0]["transcript"]
    made = registry.load(corpus / name)
    assert " ".join(segment.text for segment in made.segments) == whole
    assert " ".join(w.text for s in made.segments for w in s.words) == whole


def test_json_and_tsv_of_one_talk_agree(corpus):
    folder = corpus / "media-pairs" / "whisper-pt"
    assert (
        registry.load(folder / "audio.json").segments
        == registry.load(folder / "audio.tsv").segments
    )


def test_every_word_and_its_confidence_is_kept(corpus):
    path = corpus / "asr-whisperx" / "yujingr__audio.json"
    raw = [w for s in json.loads(path.read_text(encoding="utf-8"))["segments"] for w in s["words"]]
    made = [word for segment in registry.load(path).segments for word in segment.words]
    assert [word.text for word in made] == [word["word"] for word in raw]
    assert [word.confidence for word in made] == [word.get("score") for word in raw]
