"""Libraries to test with: SQLite always, PostgreSQL where its server is installed."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.store.library import Library


def _postgres_folder() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server of our own on a free port of loopback; it may not run as root."""
    programs = _postgres_folder()
    if programs is None:
        pytest.skip("PostgreSQL's server is not installed (Debian: postgresql)")
    root = os.getuid() == 0
    folder = Path(tempfile.mkdtemp(prefix="briefgen-postgres-"))
    as_user = ["runuser", "-u", "postgres", "--"] if root else []
    if root:
        shutil.chown(folder, "postgres")
    data = folder / "data"
    port = _free_port()
    run = lambda *command: subprocess.run([*as_user, *command], check=True, capture_output=True, cwd=folder)  # noqa: E731
    run(str(programs / "initdb"), "-D", str(data), "-A", "trust", "-U", "briefgen", "-E", "UTF8", "--locale=C.UTF-8")
    options = f"-h 127.0.0.1 -p {port} -k {folder} -c fsync=off"
    run(str(programs / "pg_ctl"), "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
    yield f"postgresql://briefgen@127.0.0.1:{port}/postgres"
    run(str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
    shutil.rmtree(folder)


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(params=["sqlite", "postgresql"])
def library(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """An empty library."""
    if request.param == "sqlite":
        monkeypatch.setenv("BRIEFGEN_LIBRARY", str(tmp_path / "library.sqlite"))
    else:
        monkeypatch.setenv("BRIEFGEN_LIBRARY", request.getfixturevalue("postgres"))
    opened = Library.open()
    opened.remove([entry.id for entry in opened.entries()])
    yield opened
    opened.close()
