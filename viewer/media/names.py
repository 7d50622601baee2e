"""What file names tell: a recording or a transcript, the same talk, in which language."""

import re
import unicodedata
from collections.abc import Iterator
from os.path import splitext
from pathlib import Path
from typing import Final


def _words(text: str) -> list[str]:
    return text.split()


VIDEO_SUFFIXES: Final = frozenset(
    _words(
        ".3g2 .3gp .asf .avi .divx .dv .f4v .flv .m2ts .m4v .mkv .mov .mp4 .mpeg .mpg .mts .mxf"
        " .ogm .ogv .rm .rmvb .ts .vob .webm .wmv"
    )
)
AUDIO_SUFFIXES: Final = frozenset(
    _words(
        ".aac .ac3 .aif .aifc .aiff .amr .ape .au .caf .flac .m4a .m4b .mka .mp2 .mp3 .oga .ogg"
        " .opus .spx .wav .weba .wma .wv"
    )
)
MEDIA_SUFFIXES: Final = VIDEO_SUFFIXES | AUDIO_SUFFIXES

#: Downloaders write these beside a recording; they are no transcripts.
_NO_TRANSCRIPTS: Final = (".info.json", ".live_chat.json", ".comments.json")

#: The codes of ISO 639-1, and the commonest three-letter ones.
_LANGUAGES: Final = frozenset(
    _words(
        "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu"
        " cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi"
        " ho hr ht hu hy hz ia id ie ig ii ik io is it iu iw ja jv ka kg ki kj kk kl km kn ko kr"
        " ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng"
        " nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk"
        " sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz"
        " ve vi vo wa wo xh yi yo za zh zu ara ces chi cmn cze dan deu dut ell eng fil fin fra"
        " fre ger gre heb hin hun ind ita jpn kor nld nor pol por ron rum rus spa swe tha tur"
        " ukr vie yue zho"
    )
)
#: What people write instead of a code.
_LANGUAGE_NAMES: Final = frozenset(
    _words(
        "arabic bulgarian catalan chinese croatian czech danish deutsch dutch english espanol"
        " español estonian finnish français francais french german greek hebrew hindi hungarian"
        " indonesian italian italiano japanese korean latvian lithuanian norwegian persian polish"
        " polski portuguese português romanian russian serbian slovak slovenian spanish swedish"
        " thai turkish türkçe ukrainian vietnamese"
    )
)
_TAG: Final = re.compile(r"\.([^\W\d_]{2,12}(?:[-_][a-z0-9_-]{2,16})?)$", re.IGNORECASE)
_BRACKETED: Final = re.compile(
    r"(?<![._ -])[._ -]*+[\[(]([^\W\d_]{2,12}(?:[-_][a-z0-9-]{2,16})?)[\])]$", re.IGNORECASE
)
_LOOSE_TAG: Final = re.compile(
    r"(?<![_ -])[_ -]++([a-z]{2}(?=[-_][a-z]{2,4}$|$)|[^\W\d_]{4,12}$)(?:[-_][a-z]{2,4})?$",
    re.IGNORECASE,
)
_KINDS: Final = re.compile(
    r"\.(auto|automatic|captions|cc|clean|corrected|default|edited|forced|orig|original|sdh|subs"
    r"|subtitles|transcript|transcription|whisper|words)$",
    re.IGNORECASE,
)
_LOOSE_KINDS: Final = re.compile(
    r"(?<![._ -])[._ -]++[\[(]?(captions|subs|subtitles|transcript|transcription)[\])]?$",
    re.IGNORECASE,
)
#: One stream of a download that was not yet put together.
_PART: Final = re.compile(r"\.(f\d+(-\w+)?|temp|part)$")

#: How far a transcript's name is from its recording's: the same, with a language, loosely so.
SAME, TAGGED, LOOSE = range(3)


def is_media(path: Path) -> bool:
    """Return whether the suffix is one that recordings have."""
    return path.suffix.lower() in MEDIA_SUFFIXES


def may_be_transcript(name: str, suffixes: tuple[str, ...]) -> bool:
    """Return whether a file of this name may hold a transcript, which end in one of `suffixes`."""
    folded = name.lower()
    return folded.endswith(suffixes) and not folded.endswith(_NO_TRANSCRIPTS)


def folded(name: str) -> str:
    """Return a name in the form in which file systems that fold names would compare it."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name.casefold())


def has_picture(name: str) -> bool:
    """Return whether a recording is by its name one with a picture."""
    return splitext(name)[1].lower() in VIDEO_SUFFIXES


def stem_of(name: str) -> str:
    """Return the folded name without its last suffix."""
    return folded(splitext(name)[0])


def is_part(stem: str) -> bool:
    """Return whether a recording's stem names one stream of an unfinished download."""
    return _PART.search(stem) is not None


def recording_stems(transcript_name: str) -> dict[str, int]:
    """Return the stems that a transcript's recording may have, and how far each is from its own.

    >>> recording_stems("Talk.en.vtt")
    {'talk.en': 0, 'talk': 1}
    >>> recording_stems("talk.mp3.json"), recording_stems("talk_de.srt")
    ({'talk.mp3': 0, 'talk': 0}, {'talk_de': 0, 'talk': 2})
    """
    stems: dict[str, int] = {}
    for stem, distance, _ in _peeled(stem_of(transcript_name)):
        stems.setdefault(stem, distance)
    return stems


def language_of(path: Path) -> str | None:
    """Return the language that a transcript's name gives, as it stands there.

    >>> language_of(Path("talk.pt-BR.vtt")), language_of(Path("talk.vtt"))
    ('pt-BR', None)
    """
    tags = [tag for _, _, tag in _peeled(splitext(path.name)[0]) if tag]
    return tags[-1] if tags else None


def base_of(transcript_name: str) -> str:
    """Return the innermost stem: what all the languages of one talk have in common."""
    return list(recording_stems(transcript_name))[-1]


def title_of(transcript_name: str) -> str:
    """Return the name to show: without suffixes, and without languages and kinds behind dots.

    >>> title_of("A talk.en.vtt"), title_of("A talk_de.srt")
    ('A talk', 'A talk_de')
    """
    names = [stem for stem, far, _ in _peeled(splitext(transcript_name)[0]) if far != LOOSE]
    return names[-1]


def _peeled(stem: str) -> Iterator[tuple[str, int, str | None]]:
    """Take off, one by one from the end, what programs and people add to a recording's name."""
    yield stem, SAME, None
    distance = SAME
    inner, suffix = splitext(stem)
    if inner and suffix.lower() in MEDIA_SUFFIXES:
        stem = inner
        yield stem, distance, None
    while match := _KINDS.search(stem) or _TAG.search(stem) or _BRACKETED.search(stem):
        is_kind = match.re is _KINDS
        if not match.start() or not (is_kind or _is_language(match[1])):
            break
        distance = TAGGED
        stem = stem[: match.start()]
        yield stem, distance, None if is_kind else match[1]
    loose = _LOOSE_KINDS.search(stem)
    if loose and loose.start():
        stem = stem[: loose.start()]
        yield stem, LOOSE, None
    loose = _LOOSE_TAG.search(stem)
    if loose and loose.start() and distance == SAME and _is_language(loose[1]):
        yield stem[: loose.start()], LOOSE, loose[1]


def _is_language(tag: str) -> bool:
    return tag.casefold() in _LANGUAGE_NAMES or re.split("[-_]", tag.lower())[0] in _LANGUAGES
