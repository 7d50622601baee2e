import sys

import pytest

from viewer.errors import NetworkError
from viewer.web.updating import update, version


def script(text):
    return (sys.executable, "-c", text)


def test_the_version_that_is_there_then_is_told():
    assert update(lambda: False, script("print('done')")) == version()


def test_what_pip_says_is_told():
    fails = "print('ERROR: No matching distribution found'); print('hint: x'); raise SystemExit(1)"
    with pytest.raises(NetworkError, match="could not be updated") as caught:
        update(lambda: False, script(fails))
    assert caught.value.hint.endswith("pip says: ERROR: No matching distribution found")


def test_it_can_be_given_up():
    assert update(lambda: True, script("import time; time.sleep(60)")) == ""
