"""TTML of podcasts: spans for words without blanks between, agents that no head names."""

import pytest

from viewer.formats.captions.ttml import reader
from viewer.formats.format import Content


@pytest.mark.parametrize("gap", ["", " ", "\n"])
@pytest.mark.parametrize("words", [("Good", "day."), ("Добрый", "день."), ("Mr.", "Ä")])
def test_words_of_podcasts_are_parted_and_agents_without_a_head_speak(words, gap):
    spans = gap.join(
        f'<span begin="{i}.0" end="{i}.9" podcasts:unit="word">{word}</span>'
        for i, word in enumerate(words)
    )
    text = (
        '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:podcasts="p" xmlns:ttm="m"><head/><body><div>'
        f'<p begin="0.0" end="2.0" ttm:agent="SPEAKER_1">'
        f'<span begin="0.0" end="2.0" podcasts:unit="sentence">{spans}</span></p></div></body></tt>'
    )
    (segment,) = reader.parse(Content.of(text)).segments
    assert segment.text == " ".join(words)
    assert segment.speaker == "SPEAKER_1"
    assert [word.text for word in segment.words] == list(words)
