"""A PostgreSQL server for the tests, in a folder of its own that goes with it."""

import glob
import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager

_TABLES = "about, folder, file, body, found, word"


def programs():
    """Return the folder of the server's programs, the newest there is, or None."""
    places = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: path.split("/")[-2])
    found = shutil.which("pg_ctl")
    return places[-1] if places else os.path.dirname(found) if found else None


@contextmanager
def running_server():
    """Run a server that only this machine's user reaches, and give its URL."""
    where, folder = programs(), tempfile.mkdtemp(prefix="pg-", dir="/tmp")
    owner = {"user": "postgres"} if os.geteuid() == 0 else {}  # it refuses to be run by root
    if owner:
        shutil.chown(folder, "postgres")

    def run(program, *words):
        command = [os.path.join(where, program), *words]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, **owner)

    data = os.path.join(folder, "data")
    try:
        run("initdb", "-D", data, "-U", "cueline", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        log = os.path.join(folder, "log")
        run("pg_ctl", "-D", data, "-o", options, "-l", log, "-w", "-t", "120", "start")
        try:
            yield f"postgresql://cueline@/postgres?host={folder}"
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def emptied(url):
    """Leave nothing in the server, and return its URL."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP TABLE IF EXISTS {_TABLES}")
    return url
