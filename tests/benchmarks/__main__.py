"""Runs every benchmark and prints what is measured and what is wanted: `make bench`.

A module of this package takes part by having `measure()`, which yields `Result`s. The exit status
is 1 where a bound is missed. Names of modules as arguments run only those.
"""

import importlib
import os
import pkgutil
import sys
from pathlib import Path


def main() -> int:
    """Run the benchmarks that were asked for, all of them by default."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # as `make bench` runs them
    missed = 0
    for name in sys.argv[1:] or _names():
        module = importlib.import_module(f"tests.benchmarks.{name}")
        if not hasattr(module, "measure"):
            continue
        print(f"\n{(module.__doc__ or name).splitlines()[0]}", flush=True)  # noqa: T201
        for result in module.measure():
            print(f"  {result}", flush=True)  # noqa: T201
            missed += not result.met
    print(f"\n{missed} missed." if missed else "\nAll as wanted.")  # noqa: T201
    return 1 if missed else 0


def _names() -> list[str]:
    found = pkgutil.iter_modules([str(Path(__file__).parent)])
    return sorted(module.name for module in found if not module.name.startswith("__"))


if __name__ == "__main__":
    sys.exit(main())
