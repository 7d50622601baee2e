"""Makes the `.venv` and sees to the system's libraries, for `make`; standard library only.

What is ready is noted in `.venv/cueline.json` with a fingerprint of everything it depends on, so
that a second call looks at one file and ends. A set-up that was cut short is made again.
"""

import ctypes
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
NOTE = VENV / "cueline.json"
UNFINISHED = VENV / "cueline-unfinished"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
PACKAGES = ROOT / "packaging" / "system-packages.txt"

#: Without these the program still runs, with less.
SPARABLE = {"play", "screenshots"}


class SetUpError(Exception):
    """The set-up cannot go on; `str()` of it is a finished sentence."""


class Target(NamedTuple):
    """What one of make's targets needs: parts of `system-packages.txt`, groups of pyproject."""

    system: frozenset[str]
    groups: frozenset[str]


class Need(NamedTuple):
    """One thing looked for on this system, and the Debian package that has it."""

    purpose: str
    look_for: str
    package: str


TOOLS = frozenset({"test", "bench"})
TARGETS = {
    "run": Target(frozenset({"run", "play"}), frozenset()),
    "check": Target(frozenset(), TOOLS),
    "test": Target(frozenset({"run", "play", "test"}), TOOLS),
    "full": Target(frozenset({"run", "play", "test", "full"}), TOOLS),
    "screenshots": Target(frozenset({"run", "play", "test", "screenshots"}), TOOLS),
}


def main(arguments: list[str]) -> int:
    """Make ready for the target that is named; return the exit status."""
    target = TARGETS[arguments[0]]
    with CONSTRAINTS.open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two makes at once take turns
        if is_ready(target):
            return 0
        try:
            whole = is_venv_whole()
            see_to_system(target, whole)
            see_to_venv(target, whole)
        except SetUpError as error:
            say(str(error))
            return 1
        except OSError as error:
            say(f"The set-up failed: {error}.")
            return 1
        except KeyboardInterrupt:
            say("The set-up was stopped; the next make takes it up again.")
            return 130
    return 0


def say(sentence: str) -> None:
    """Tell the user."""
    print(sentence, file=sys.stderr, flush=True)


# What is ready


def is_ready(target: Target) -> bool:
    """Return whether nothing has to be done: an earlier set-up covered the target."""
    note = read_note()
    return note is not None and note["files"] == fingerprint() and covers(note, target)


def read_note() -> dict[str, Any] | None:
    """Return what the last set-up noted; None where it did not finish or was made elsewhere."""
    if UNFINISHED.exists() or not VENV_PYTHON.exists():
        return None
    try:
        note: dict[str, Any] = json.loads(NOTE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return note if note.get("place") == place() else None


def covers(note: dict[str, Any], target: Target) -> bool:
    """Return whether a set-up's note has all that a target needs."""
    return target.system <= set(note["system"]) and target.groups <= set(note["groups"])


def place() -> list[str]:
    """Return what a virtual environment is bound to: its interpreter and its folder."""
    return [f"{sys.version_info.major}.{sys.version_info.minor}", sys.base_prefix, str(VENV)]


def fingerprint() -> str:
    """Return a hash over the files that say what is installed."""
    digest = hashlib.sha256()
    for path in (CONSTRAINTS, PACKAGES, ROOT / "pyproject.toml", Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


# The system's libraries


def see_to_system(target: Target, whole: bool) -> None:
    """Install what the system lacks for `target`, or raise with a sentence that names it."""
    missing = lacking(target, whole)
    prefix = apt_prefix() if missing else None
    if prefix is not None:
        apt_install(prefix, missing)
        missing = lacking(target, whole)
    if any(need.purpose not in SPARABLE for need in missing):
        raise SetUpError(f"{by_hand(missing)}, then run make again.")
    if missing:
        say(f"{by_hand(missing)}; Cueline runs without, but with less.")


def lacking(target: Target, whole: bool) -> list[Need]:
    """Return what `target` needs and this system has not got; a whole `.venv` needs no maker."""
    missing = []
    if not whole and not (find_spec("ensurepip") and find_spec("venv")):
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        missing.append(Need("venv", "module:ensurepip", package))
    if sys.platform == "linux":
        wanted = [need for need in read_needs() if need.purpose in target.system]
        missing += [need for need in wanted if not is_there(need.look_for)]
    return missing


def read_needs() -> list[Need]:
    """Read the list of what is taken from the system."""
    lines = PACKAGES.read_text(encoding="utf-8").splitlines()
    return [Need(*line.split()) for line in lines if line.strip() and not line.startswith("#")]


def is_there(look_for: str) -> bool:
    """Return whether a library loads, a command is found, or a file matches."""
    kind, _, name = look_for.partition(":")
    if kind == "command":
        return shutil.which(name) is not None
    if kind == "file":
        return next(Path("/").glob(name.lstrip("/")), None) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def apt_prefix() -> list[str] | None:
    """Return what to put before `apt-get` so that it may install, or None where it may not."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ["env"]
    if shutil.which("sudo") is None:
        return None
    if subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0:
        return ["sudo", "-n", "env"]
    if sys.stdin.isatty() and sys.stderr.isatty():
        return ["sudo", "env"]  # asks for the password
    return None


def apt_install(prefix: list[str], missing: list[Need]) -> None:
    """Install the packages of `missing`; the caller looks again whether they are there."""
    packages = packages_of(missing)
    say(f"Installing what this system lacks: {' '.join(packages)}")
    apt = [*prefix, "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    apt += ["-o", "DPkg::Lock::Timeout=300"]  # a fresh machine may be updating itself
    subprocess.run([*apt, "update"], check=False)
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    if subprocess.run(install, check=False).returncode != 0:
        raise SetUpError(f"apt could not install {' '.join(packages)}; it says why above.")


def packages_of(missing: list[Need]) -> list[str]:
    """Return the packages that hold what is missing, each once."""
    return sorted({need.package for need in missing})


def by_hand(missing: list[Need]) -> str:
    """Say what the user has to install, in a sentence that goes on."""
    packages = " ".join(packages_of(missing))
    if shutil.which("apt-get"):
        return (
            f"This account may not install what is missing: as root, run"
            f" apt-get update && apt-get install {packages}"
        )
    names = ", ".join(need.look_for.partition(":")[2] for need in missing)
    return f"Without apt, please install {names} in this system's own way (in Debian: {packages})"


# The virtual environment


def see_to_venv(target: Target, whole: bool) -> None:
    """Make the virtual environment where it is not whole, and install what is pinned."""
    note = read_note() if whole else None
    if not whole:
        make_venv()
    UNFINISHED.touch()
    groups = sorted(target.groups | set(note["groups"] if note else ()))
    if note is None or note["files"] != fingerprint():
        pip("install", "--quiet", *constraint("--constraint"), "--upgrade", "pip")
    chosen = [word for group in groups for word in ("--group", group)]
    pins = [*constraint("--constraint"), *constraint("--build-constraint")]
    pip("install", *pins, "--editable", ".", *chosen)
    write_note(target, groups, note)
    UNFINISHED.unlink()


def is_venv_whole() -> bool:
    """Return whether there is a virtual environment of this Python that has been finished."""
    if UNFINISHED.exists() or not VENV_PYTHON.exists():
        return False
    if NOTE.exists():
        return read_note() is not None
    version = f"import sys, pip; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    asked = subprocess.run([VENV_PYTHON, "-I", "-c", version], capture_output=True, check=False)
    return asked.returncode == 0


def make_venv() -> None:
    """Make the virtual environment afresh, marked as unfinished from its first moment."""
    say(f"Making {VENV.name} with Python {sys.version.split()[0]}; this is done once.")
    if VENV.is_symlink():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(VENV)
    VENV.mkdir()
    UNFINISHED.touch()
    if subprocess.run([sys.executable, "-I", "-m", "venv", VENV], check=False).returncode != 0:
        raise SetUpError(f"Python could not make {VENV}; it says why above.")


def constraint(option: str) -> list[str]:
    """Return pip's `option` with the list of pinned versions."""
    return [option, str(CONSTRAINTS)]


def pip(*arguments: str) -> None:
    """Run the virtual environment's pip, in the project's folder."""
    command = [str(VENV_PYTHON), "-I", "-m", "pip", "--disable-pip-version-check", *arguments]
    without = {name: value for name, value in os.environ.items() if name != "PIP_USER"}
    if subprocess.run(command, cwd=ROOT, env=without, check=False).returncode != 0:
        raise SetUpError(
            "pip could not install what is pinned; it says why above."
            " The next make takes it up again."
        )


def write_note(target: Target, groups: list[str], before: dict[str, Any] | None) -> None:
    """Note what is ready now, so that the next call need not look."""
    same = before is not None and before["files"] == fingerprint()
    system = sorted(target.system | set(before["system"] if before and same else ()))
    note = {"place": place(), "files": fingerprint(), "system": system, "groups": groups}
    NOTE.write_text(json.dumps(note, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
