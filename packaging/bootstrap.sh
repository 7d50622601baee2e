#!/bin/sh
# Finds a Python that will do and hands over to bootstrap.py: `bootstrap.sh run|test|full|screenshots`.
# PYTHON in the environment wins, then whatever the present .venv was made with.
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd) || exit 1

will_do() {
    "$1" -I -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null
}

if [ -n "${PYTHON:-}" ]; then
    if ! will_do "$PYTHON"; then
        echo "Cueline needs Python 3.11 to 3.14, and PYTHON=$PYTHON is not one of them." >&2
        exit 1
    fi
    exec "$PYTHON" -I "$root/packaging/bootstrap.py" "$@"
fi

made_with=$(sed -n 's/^executable = //p' "$root/.venv/pyvenv.cfg" 2>/dev/null)
for python in "$made_with" python3 python3.13 python3.12 python3.11 python3.14; do
    if [ -n "$python" ] && will_do "$python"; then
        exec "$python" -I "$root/packaging/bootstrap.py" "$@"
    fi
done
echo "Cueline needs Python 3.11 to 3.14, and $(python3 --version 2>/dev/null || echo 'no python3')" \
    "is what this machine has: install one, or name it with PYTHON=/path/to/python3.12." >&2
exit 1
