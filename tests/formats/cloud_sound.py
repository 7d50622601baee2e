"""A sound file of each family, small, and ways to spoil one."""

#: By the name of their format.
SOUND = {
    "aws-json": {"results": {"transcripts": [{"transcript": "Hi."}],
        "speaker_labels": {"segments": [{"start_time": "1", "items": [{"start_time": "1"}]}]},
        "audio_segments": [{"id": 0, "start_time": "1", "items": [0]}],
        "items": [{"id": 0, "start_time": "1", "end_time": "2", "type": "pronunciation",
                   "alternatives": [{"content": "Hi", "confidence": "0.5"}]},
                  {"type": "punctuation", "alternatives": [{"content": "."}]}]}},
    "deepgram-json": {"metadata": {"duration": 3, "model_info": {"a": {"name": "n"}}}, "results": {
        "utterances": [{"start": 1, "end": 2, "channel": 0, "words": [{"word": "b", "start": 1}]}],
        "channels": [{"alternatives": [{"transcript": "Hi", "words": [
            {"word": "hi", "start": 1, "end": 2, "speaker": 0, "punctuated_word": "Hi"}],
            "paragraphs": {"paragraphs": [{"sentences": [{"start": 1}]}]}}]}]}},
    "assemblyai-json": {"audio_url": "x", "text": "Hi", "chapters": [{"start": 1, "gist": "g"}],
        "words": [{"text": "Hi", "start": 1, "end": 2, "speaker": "A"}],
        "utterances": [{"speaker": "A", "start": 1, "end": 2, "text": "Hi", "words": [
            {"text": "Hi", "start": 1, "end": 2}]}]},
    "google-json": {"results": [{"channelTag": 1, "languageCode": "en", "resultEndTime": "3s",
        "alternatives": [{"transcript": "Hi", "words": [
            {"word": "Hi", "startTime": "1s", "endTime": {"seconds": 2, "nanos": 5}}]}]},
        {"alternatives": [{"words": [{"word": "Hi", "startTime": "1s", "speakerTag": 1}]}]}]},
    "rev-json": {"speakers": [{"id": 0, "name": "Anna"}], "monologues": [{"speaker": 0,
        "speaker_info": {"display_name": "B"}, "elements": [
            {"type": "text", "value": "Hi", "ts": 1, "end_ts": 2},
            {"type": "punct", "value": "."}]}]},
    "azure-json": {"source": "x", "durationInTicks": 9, "recognizedPhrases": [{"channel": 0,
        "offset": "PT1S", "duration": "PT1S", "speaker": 1, "nBest": [{"display": "Hi.", "words": [
            {"word": "hi", "offsetInTicks": 10_000_000, "durationInTicks": 5}]}]}]},
    "speechmatics-json": {"job": {"duration": 3, "data_name": "a"}, "chapters": [{"start_time": 1}],
        "metadata": {"transcription_config": {"language": "en"}}, "results": [
            {"type": "word", "channel": "a", "start_time": 1, "end_time": 2,
             "alternatives": [{"content": "Hi", "speaker": "S1", "confidence": 1}]},
            {"type": "punctuation", "attaches_to": "next", "alternatives": [{"content": "."}]}]},
    "vosk-json": [{"partial": "a"}, {"result": [{"word": "hi", "start": 1, "end": 2, "conf": 1}],
        "text": "hi"}, {"segment-start": 1, "segment-length": 2, "result": {"hypotheses": [
            {"transcript": "hi", "word-alignment": [{"word": "hi", "start": 1, "length": 1}]}]}}],
    "watson-json": {"result_index": 0, "speaker_labels": [{"from": 1, "speaker": 0}], "results": [
        {"final": True, "alternatives": [{"transcript": "hi", "timestamps": [["hi", 1, 2]],
                                          "word_confidence": [["hi", 0.5]]}]}]},
}  # fmt: skip


def places(value, path=()):
    """Return the way to every value within."""
    yield path
    if isinstance(value, dict | list):
        steps = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in steps:
            yield from places(inner, (*path, key))


def spoilt(value, path, put):
    """Return a copy in which the value at the end of the path is another."""
    if not path:
        return put
    copy = value.copy()
    copy[path[0]] = spoilt(value[path[0]], path[1:], put)
    return copy
