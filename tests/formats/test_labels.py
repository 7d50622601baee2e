"""The table of labels found, missed and false in docs/formats.md is what the readers do."""

import pytest

from tests import labels
from tests.conftest import CORPUS, ROOT

DOCS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


def test_our_samples_are_counted_as_the_docs_say():
    rows = list(labels.sample_rows())
    assert all(str(row) in DOCS for row in rows)
    assert [(row.found, row.false) for row in rows] == [(rows[0].right, 0), (0, 0)]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="The real files are not here.")
def test_real_files_are_counted_as_the_docs_say():
    rows = list(labels.corpus_rows())
    assert all(str(row) in DOCS for row in rows)
    assert not any(row.false for row in rows)
