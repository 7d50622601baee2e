"""Entries whose text and times stand in two lists beside each other, as FunASR's.

{"key": "talk", "text": "大家好。", "timestamp": [[880, 1120], [1120, 1380], [1380, 1540]]}

A sign of Chinese or Japanese is a token, elsewhere a word; punctuation has no time of its own.
"""

import re
from typing import Any, Final

from viewer.core.textjoin import UNSPACED
from viewer.formats.kit.json_values import entries

#: What SenseVoice says of a text in front of it: its language, its mood.
_REMARK: Final = re.compile(r"<\|[^<>|]{0,40}\|>")
_TOKEN: Final = re.compile(rf"(?:{UNSPACED}|(?:(?!{UNSPACED})[\w'’-])+)[^\w\s]*(?:\s+[^\w\s]+)*")


def with_words(entry: dict[str, Any]) -> dict[str, Any]:
    """Return the entry with its tokens as words, each with its time, where there are as many."""
    times = entries(entry.get("timestamp"))
    text = entry.get("text")
    if not isinstance(text, str) or not _are_pairs(times) or entries(entry.get("words")):
        return entry
    bare = _REMARK.sub("", text).strip()
    made = {"start": times[0][0], "end": times[-1][1], **entry, "text": bare}
    tokens = _TOKEN.findall(bare)
    if len(tokens) == len(times):
        pairs = zip(tokens, times, strict=True)
        made["words"] = [{"text": one, "start": time[0], "end": time[1]} for one, time in pairs]
    return made


def _are_pairs(times: list[Any]) -> bool:
    return bool(times) and all(isinstance(one, list) and len(one) == 2 for one in times)
