import io

import av
import pytest

from tests.video import Clip, make_video
from viewer.web import sidx
from viewer.web.transport import rewritten, takes

CLIP = Clip(seconds=3, width=160, height=96, keyframe_s=1, sound=False)
LEAD_S = 10


def in_pieces(folder):
    """A file of pieces of MP4, with their index before them."""
    make_video(folder / "whole.mp4", CLIP)
    made = folder / "cut.mp4"
    flags = {"movflags": "dash+global_sidx+frag_keyframe+empty_moov+default_base_moof"}
    with (
        av.open(str(folder / "whole.mp4")) as whole,
        av.open(str(made), "w", options=flags) as cut,
    ):
        streams = {each.index: cut.add_stream_from_template(each) for each in whole.streams}
        for packet in whole.demux():
            if packet.dts is not None:
                packet.stream = streams[packet.stream.index]
                cut.mux(packet)
    return made.read_bytes()


@pytest.fixture(scope="module")
def pieces(tmp_path_factory):
    return in_pieces(tmp_path_factory.mktemp("pieces"))


def boxes(data):
    """Where each box of a file begins, what it is, and where it ends."""
    at = 0
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        yield at, data[at + 4 : at + 8], at + size
        at += size


def parts(data):
    """What stands before the index, the index, where it ends, and the pieces after it."""
    first, _, end = next(box for box in boxes(data) if box[1] == b"sidx")
    rest = [at for at, kind, _ in boxes(data) if kind == b"moof"]
    return data[:first], data[first:end], end, rest


def seen(data, **how):
    """The times of the pictures, in seconds, and when the first is decoded."""
    with av.open(io.BytesIO(data), **how) as box:
        packets = [p for p in box.demux(video=0) if p.dts is not None]
        return sorted(float(p.pts * p.time_base) for p in packets), min(
            float(p.dts * p.time_base) for p in packets
        )


def test_a_piece_keeps_its_times_and_is_decoded_no_sooner_than_it_begins(pieces):
    begin, _, _, starts = parts(pieces)
    assert takes(begin)
    one = pieces[starts[1] : starts[2]]
    times, _ = seen(begin + one, format="mov")
    led, decoded = seen(rewritten(begin, one), format="mpegts")
    assert led == pytest.approx([time + LEAD_S for time in times], abs=0.001)
    assert decoded == pytest.approx(led[0], abs=0.001)


def test_the_index_tells_the_pieces(pieces):
    _, index, end, starts = parts(pieces)
    found = sidx.pieces(index, end)
    last = next(end for _, kind, end in reversed([*boxes(pieces)]) if kind == b"mdat")
    ends = [at - 1 for at in (*starts[1:], last)]
    assert [span for span, _ in found] == [
        f"{first}-{last}" for first, last in zip(starts, ends, strict=True)
    ]
    assert [seconds for _, seconds in found] == pytest.approx([1.0] * CLIP.seconds)


@pytest.mark.parametrize("damage", [b"", b"x" * 20, None])
def test_an_index_that_is_none_tells_nothing(pieces, damage):
    index = parts(pieces)[1]
    assert sidx.pieces(index[:30] if damage is None else damage, 0) == []


@pytest.mark.parametrize("begin", [b"", b"<html>", b"\0\0\0\x08ftyp", b"\0\0\0\x10moovxxxxxxxx"])
def test_what_stands_before_no_mp4_is_not_taken(begin):
    assert not takes(begin)


def test_pictures_that_mpeg_ts_has_no_place_for_are_not_taken():
    made = io.BytesIO()
    flags = {"movflags": "empty_moov"}
    with av.open(made, "w", format="mp4", options=flags) as box:
        stream = box.add_stream("libvpx-vp9", rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
        box.mux(stream.encode(av.VideoFrame(64, 64, "yuv420p")))
        box.mux(stream.encode())
    assert not takes(made.getvalue())


def test_a_piece_that_is_none_is_damaged(pieces):
    with pytest.raises(ValueError, match="nvalid"):
        rewritten(b"", b"nothing of the kind")
