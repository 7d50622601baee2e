"""What is refused before it is read at all."""

import pytest

from viewer.errors import TranscriptError
from viewer.formats import files


@pytest.fixture
def limit(monkeypatch):
    """Lines of more than a hundred bytes are too long."""
    monkeypatch.setattr(files, "LONGEST_LINE", 100)


@pytest.mark.usefixtures("limit")
@pytest.mark.parametrize("data", [b"a" * 101, b"a\n" * 80 + b"b" * 101, b"a" * 101 + b"\n" * 200])
def test_an_endless_line_is_refused(tmp_path, data):
    path = tmp_path / "talk.txt"
    path.write_bytes(data)
    with pytest.raises(TranscriptError, match="a line of more than") as caught:
        files.read_bytes(path)
    assert caught.value.hint


@pytest.mark.usefixtures("limit")
@pytest.mark.parametrize(
    "data",
    [b"a" * 100, b"0123456789\n" * 90, b"0123456789\r" * 90, b"\x89PNG\r\n\x1a\n" + b"a" * 200],
)
def test_other_files_are_read(tmp_path, data):
    path = tmp_path / "talk.txt"
    path.write_bytes(data)
    assert files.read_bytes(path) == data
