"""`cueline doctor`."""

import json

from viewer import cli


def test_the_findings_are_printed(capsys):
    assert cli.main(["doctor", "--json"]) == 0
    assert isinstance(json.loads(capsys.readouterr().out), dict)
    assert cli.main(["doctor"]) == 0
    assert capsys.readouterr().out.strip()
