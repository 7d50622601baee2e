import re

import pytest

from viewer.core.late import late


def test_it_is_compiled_with_its_first_use_and_not_again(monkeypatch):
    made = []
    compile_ = re.compile
    monkeypatch.setattr(re, "compile", lambda *what: made.append(what) or compile_(*what))
    pattern = late("A(.)", re.IGNORECASE)
    assert (pattern.pattern, made) == ("A(.)", [])
    assert pattern.findall("ab AC") == ["b", "C"]
    assert pattern.match("ab")[1] == "b"
    assert pattern.sub("x", "ab c") == "x c"
    assert len(made) == 1


def test_it_has_nothing_that_a_pattern_has_not():
    with pytest.raises(AttributeError, match="shown"):
        _ = late("a").shown
