"""What a new process costs: ``python -m tests.bench.cold_starts`` prints CPU seconds (user and system) in Markdown.

Each row is the best and the median of several processes, the code compiled as after an installation: with the tables that an
earlier process has kept, and without any, as in the first run, which makes and keeps them.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from briefgen.model.briefing import BriefingOptions
from briefgen.model.session import Session, SessionSource
from briefgen.pipeline import read_sources, sample_sources
from briefgen.store.session import save_session

RUNS = 9
_WINDOW = """
import os
from briefgen.gui.app import make_app, make_window
from briefgen.store.settings import Settings
app = make_app(["briefgen"])
window = make_window(Settings())
window.show()
app.processEvents()
os._exit(0)
"""


def save_samples(folder: Path) -> None:
    """Writes ``s.briefgen``, a session of the ten sample articles."""
    sources = tuple(
        SessionSource(e.source.id, str(sample_sources().parent / str(e.source.path)), e.source.sha256)
        for e in read_sources([sample_sources()]).extractions
    )
    options = BriefingOptions(topics=("space", "energy"), lang="fr", date="2026-03-20")
    save_session(Session(options=options, sources=sources), folder / "s.briefgen")


def cpu_seconds(command: Sequence[str], folder: Path, environment: dict[str, str]) -> float:
    """User and system seconds of one process, ended or not with what it is asked for."""
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _pid, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return used.ru_utime + used.ru_stime


def environment_in(folder: Path) -> dict[str, str]:
    """The process's own with compiled code, tables and the user's folder below `folder`."""
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    places = {"BRIEFGEN_HOME": "home", "PYTHONPYCACHEPREFIX": "code", "XDG_CACHE_HOME": "cache"}
    plain |= {name: str(folder / place) for name, place in places.items()}
    return plain | {"QT_QPA_PLATFORM": "offscreen", "SOURCE_DATE_EPOCH": "1774000000"}


def cell(command: Sequence[str], folder: Path, first: bool) -> str:
    """Best and median of the runs; of first ones if `first`."""
    environment = environment_in(folder)
    spent = []
    for run in range(RUNS + 1):
        for table in folder.rglob("*.tables") if first else ():
            table.unlink()
        used = cpu_seconds(command, folder, environment)
        spent += [used] if run else []
    return f"{min(spent):.2f} / {statistics.median(spent):.2f}"


def commands() -> dict[str, list[str]]:
    """Row → command."""
    briefgen = [sys.executable, "-m", "briefgen"]
    article = str(sample_sources() / "01_lancement_aurore.txt")
    outputs = ["--out", "a.pdf", "--out", "b.docx", "--quiet"]
    return {
        "`briefgen --help`": [*briefgen, "--help"],
        "`briefgen extract` of one `.txt`": [*briefgen, "extract", article, "--quiet"],
        "`briefgen build SESSION --out a.pdf --out b.docx`, ten articles read anew": [
            *briefgen, "build", "s.briefgen", *outputs,
        ],
        "the empty window, shown (offscreen)": [sys.executable, "-c", _WINDOW],
    }  # fmt: skip


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        save_samples(folder)
        print(f"| cold: CPU seconds, best / median of {RUNS} | tables kept | first run |\n|---|---|---|")
        for row, command in commands().items():
            print(f"| {row} | {cell(command, folder, False)} | {cell(command, folder, True)} |", flush=True)


if __name__ == "__main__":
    main()
