"""What holds for the project as a whole: what it ships, pins, promises and leaves out."""

import importlib
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from xml.etree import ElementTree

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import viewer
from tests.conftest import ROOT

APP_ID = "io.github.cueline.Cueline"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
LEFT_OUT = {".venv", ".git", "dist", "build", "__pycache__", ".hypothesis"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def carried(wheel):
    """What the wheel carries, by name."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def own_files():
    """Yield each file of the project that people wrote."""
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT).parts
        if path.is_file() and not LEFT_OUT & set(inside) and not inside[0].endswith("_cache"):
            yield path


def test_no_file_names_a_machine():
    places = re.compile(rb"(?<![\w.])/(work|root)/|pypi\.org|pythonhosted")
    named = [path for path in own_files() if places.search(path.read_bytes())]
    assert [path.name for path in named if path.name != "test_project.py"] == []


def test_the_wheel_carries_the_sample_and_the_resources(carried, seed):
    assert carried[f"viewer/seeds/{seed.name}"] == seed.read_bytes()
    for path in (ROOT / "resources").rglob("*.svg"):
        assert carried[f"viewer/{path.relative_to(ROOT).as_posix()}"] == path.read_bytes()


def test_the_wheel_carries_the_menu_entry(carried):
    shared = f"cueline-{viewer.__version__}.data/data/share"
    assert f"{shared}/applications/{APP_ID}.desktop" in carried
    assert f"{shared}/metainfo/{APP_ID}.metainfo.xml" in carried
    assert f"{shared}/icons/hicolor/scalable/apps/{APP_ID}.svg" in carried


def test_the_wheel_carries_nothing_else(carried):
    roots = {name.split("/")[0] for name in carried}
    version = viewer.__version__
    assert roots == {"viewer", f"cueline-{version}.data", f"cueline-{version}.dist-info"}


def test_the_wheel_starts_both_commands(carried):
    commands = carried[f"cueline-{viewer.__version__}.dist-info/entry_points.txt"].decode()
    assert "[console_scripts]\ncueline = viewer.cli:main" in commands
    assert "[gui_scripts]\ncueline-gui = viewer.cli:main" in commands


def test_the_program_runs_out_of_the_wheel(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    script = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r});"
        "from viewer.resources import seed_path; from viewer.cli import main;"
        "sys.exit(main(['info', str(seed_path())]))"
    )
    command = [sys.executable, "-I", "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "What Does the Fall of Mosul and Raqqa Mean For ISIS?" in done.stdout


def pinned():
    """Return the versions of the constraints file, by name."""
    lines = (ROOT / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
    pins = [Requirement(line) for line in lines]
    assert all(re.fullmatch(r"==[^*,]+", str(pin.specifier)) for pin in pins)
    return {canonicalize_name(pin.name): pin for pin in pins}


def wanted(lines):
    """Return the names of the requirements that hold here."""
    asked = [Requirement(line) for line in lines or ()]
    return {
        canonicalize_name(one.name)
        for one in asked
        if one.marker is None or one.marker.evaluate({"extra": ""})
    }


def test_everything_that_gets_installed_is_pinned():
    groups = [line for group in PROJECT["dependency-groups"].values() for line in group]
    lines = [*PROJECT["project"]["dependencies"], *groups, *PROJECT["build-system"]["requires"]]
    to_see, seen = wanted(lines), set()
    while to_see:
        name = to_see.pop()
        seen.add(name)
        to_see |= wanted(metadata.requires(name)) - seen
    assert seen - set(pinned()) == set()


def test_what_is_pinned_is_what_is_allowed():
    pins = pinned()
    for line in PROJECT["project"]["dependencies"]:
        asked = Requirement(line)
        version = next(iter(pins[canonicalize_name(asked.name)].specifier)).version
        assert asked.specifier.contains(version), line


def test_the_changelog_is_kept():
    headings = re.findall(r"^## (.+)$", CHANGELOG, re.MULTILINE)
    assert headings[0] == "[Unreleased]"
    for heading in headings[1:]:
        assert re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", heading)
    kinds = set(re.findall(r"^### (.+)$", CHANGELOG, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_store_page_names_this_version():
    page = ElementTree.parse(ROOT / "packaging" / f"{APP_ID}.metainfo.xml")
    assert page.findtext("id") == APP_ID
    assert page.find("releases/release").get("version") == viewer.__version__


def test_the_menu_entry_starts_a_command_that_is_installed():
    entry = (ROOT / "packaging" / f"{APP_ID}.desktop").read_text("utf-8")
    assert re.findall(r"^Exec=(\S+)", entry, re.MULTILINE) == list(
        PROJECT["project"]["gui-scripts"]
    )
    assert re.findall(r"^Exec=\S+ (.*)$", entry, re.MULTILINE) == ["%u"]  # links come as they are
    types = re.findall(r"^MimeType=(.*);$", entry, re.MULTILINE)[0].split(";")
    assert "x-scheme-handler/cueline" in types


def test_the_readmes_tables_are_the_programs(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    readme = importlib.import_module("readme")
    assert readme.filled(README) == README, "run `make readme`"


def test_each_make_command_that_is_mentioned_exists():
    targets = set(re.findall(r"^([a-z]+): ##", MAKEFILE, re.MULTILINE))
    reported = README + (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = set(re.findall(r"`make ([a-z]+)|^make ([a-z]+)", reported, re.MULTILINE))
    assert {first or second for first, second in named} <= targets
    assert "\nmake run\n" in README
    assert "\nmake test\n" in README


def test_the_automatic_run_calls_the_readmes_command():
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert re.findall(r"\bmake (\w+)", script) == ["test"]


def test_each_file_that_the_readme_points_to_exists():
    links = re.findall(r"\]\(([^)#]+)\)|srcset=\"([^\"]+)\"|src=\"([^\"]+)\"", README)
    local = [link for found in links for link in found if link and "://" not in link]
    assert [link for link in local if not (ROOT / link).exists()] == []
