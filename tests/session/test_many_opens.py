"""However many files are opened one after the other, only the last one is kept."""

import gc
import threading
import weakref

from tests.desk import write_srt
from viewer.core.media_source import MediaSource

#: Undoing, following and the like may hold on to the one before.
FEW = 3


def test_what_was_opened_before_is_let_go_of(desk, tmp_path, recording):
    files = [write_srt(tmp_path / f"{name}.srt", "One.", "Two.") for name in "ab"]
    threads, opened = threading.active_count(), []
    for turn in range(60):
        desk.open(files[turn % 2], media=MediaSource(recording) if turn % 3 else None)
        opened.append(weakref.ref(desk.session.document))
    for kept in desk.reported.values():
        kept.clear()
    gc.collect()
    assert opened[-1]().path == files[1]
    assert sum(document() is not None for document in opened) <= FEW
    assert threading.active_count() <= threads
