"""`cueline formats`."""

import json

from viewer import cli
from viewer.formats.registry import FORMATS


def test_every_format_is_listed(capsys):
    assert cli.main(["formats", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in rows] == [known.name for known in FORMATS]
    assert rows[0]["suffixes"] == list(FORMATS[0].suffixes)
    assert [row["write"] for row in rows] == [known.write is not None for known in FORMATS]
    assert cli.main(["formats"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(FORMATS)
