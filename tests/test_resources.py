import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from viewer.resources import resource, seed_folder, seed_path

ASK = (
    "from viewer import resources as r; "
    "print(r.resource('icons', 'play.svg')); print(r.seed_path()); "
    "import sys; assert 'PySide6' not in sys.modules"
)


def ask(folder):
    """Return the paths that a copy of the module in `folder` answers with."""
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(folder)!r}); {ASK}"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.split()


def put(folder, *, inside):
    """Lay the files out as a wheel does (`inside`) or as a checkout does."""
    package = folder / "viewer"
    package.mkdir()
    for name in ("__init__.py", "resources.py"):
        shutil.copy(ROOT / "viewer" / name, package)
    home = package if inside else folder
    (home / "resources" / "icons").mkdir(parents=True)
    (home / "resources" / "icons" / "play.svg").touch()
    (home / "seeds").mkdir()
    (home / "seeds" / "talk.md").touch()
    return home


@pytest.mark.parametrize("inside", [True, False], ids=["wheel", "checkout"])
def test_files_are_found_in_both_layouts(tmp_path, inside):
    home = put(tmp_path, inside=inside)
    assert ask(tmp_path) == [
        str(home / "resources" / "icons" / "play.svg"),
        str(home / "seeds" / "talk.md"),
    ]


def test_the_files_of_this_checkout_are_there(seed):
    assert resource("icons", "play.svg").is_file()
    assert seed_folder() == seed.parent
    assert seed_path() == seed
