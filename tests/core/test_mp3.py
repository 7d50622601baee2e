"""How long an MP3 is that does not say so, or says it wrongly."""

import pytest

from viewer.core.mp3 import counted_ms

#: Layer III of MPEG-1 at 44.1 kHz in mono: so many bytes at so many kbit/s.
SIZES = {32: (0x10, 104), 64: (0x50, 208), 128: (0x90, 417)}
SAMPLES, RATE = 1152, 44_100


def frames(kbits, count):
    """Return frames of silence."""
    third, size = SIZES[kbits]
    return (bytes((0xFF, 0xFB, third, 0xC0)) + bytes(size - 4)) * count


def stated(kind, count, size):
    """Return a frame that says how many frames and bytes follow."""
    third, length = SIZES[64]
    head = bytes((0xFF, 0xFB, third, 0xC0)) + bytes(17)
    if kind == b"VBRI":
        said = bytes(15) + kind + bytes(6) + size.to_bytes(4, "big") + count.to_bytes(4, "big")
    else:
        said = kind + bytes((0, 0, 0, 3)) + count.to_bytes(4, "big") + size.to_bytes(4, "big")
    return (head + said).ljust(length, b"\0")


def tag(size):
    """Return an ID3 tag with a picture in it that looks like sound."""
    length = bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\0\0" + length + (b"\xff\xfb\x90\xc0" * size)[:size]


def ms(count):
    return round(count * SAMPLES * 1000 / RATE)


VARYING = frames(128, 400) + frames(32, 3000)


@pytest.fixture
def length_of(tmp_path):
    def length_of(content, **options):
        (tmp_path / "talk.mp3").write_bytes(content)
        return counted_ms(tmp_path / "talk.mp3", **options)

    return length_of


def test_frames_of_many_sizes_are_counted(length_of):
    assert length_of(VARYING) == ms(3400)


def test_where_all_frames_are_alike_the_guess_is_right_and_little_is_read(length_of):
    assert length_of(frames(64, 3000)) is None


@pytest.mark.parametrize("kind", [b"Xing", b"Info", b"VBRI"])
def test_what_is_stated_is_believed_of_a_whole_file(length_of, kind):
    head = stated(kind, 3400, len(VARYING) + SIZES[64][1])
    assert length_of(head + VARYING) is None
    assert length_of(tag(5000) + head + VARYING) is None


@pytest.mark.parametrize("kind", [b"Xing", b"Info", b"VBRI"])
def test_what_is_stated_is_not_believed_of_a_file_that_was_cut_or_goes_on(length_of, kind):
    head = stated(kind, 3400, len(VARYING) + SIZES[64][1])
    assert length_of(head + VARYING[: SIZES[128][1] * 400]) == ms(400)
    assert length_of(head + VARYING + frames(64, 3000)) == ms(6400)


@pytest.mark.parametrize(
    ("before", "between", "behind"),
    [
        (tag(100_000), b"", b"TAG" + b" " * 125),
        (frames(128, 1)[100:], b"", b""),
        (b"", tag(3000)[:10] + bytes(3000), b"APETAGEX" + bytes(500)),
        (b"", b"\xff\xfb" * 500, b""),
    ],
)
def test_tags_and_what_else_is_no_sound_are_not_counted(length_of, before, between, behind):
    assert length_of(before + VARYING + between + VARYING + behind) == pytest.approx(
        ms(6800), abs=60
    )


def test_a_large_file_is_read_in_parts(length_of):
    content = frames(128, 7000) + frames(32, 9001)
    assert len(content) > 3 << 20
    assert length_of(content) == ms(16_001)


def test_what_takes_too_long_is_reckoned_by_what_was_read(length_of):
    content = (frames(128, 100) + frames(32, 57)) * 90
    assert len(content) > 3 << 20
    assert length_of(content, limit_s=-1) == pytest.approx(ms(157 * 90), rel=0.02)


@pytest.mark.parametrize(
    "content",
    [b"", b"ID3", b"\xff\xfb\x90\xc0", b"RIFF" + bytes(5000), b"\xff\xf1\x50\x80" * 5000],
)
def test_what_is_no_mp3_has_no_such_length(length_of, content):
    assert length_of(content) is None


def test_a_file_that_is_gone_is_told(tmp_path):
    with pytest.raises(FileNotFoundError):
        counted_ms(tmp_path / "none.mp3")
