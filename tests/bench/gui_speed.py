"""How fast the window is: `python -m tests.bench.gui_speed` prints seconds and megabytes.

Start to shown window (whole process, CPU), a rebuilt preview once warm, the filter over 5,000 rows, and the longest stall
of the event loop while 200 articles are read, kept in the library, and taken from it again.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from briefgen.gui import changes
from briefgen.gui.app import make_app, make_window
from briefgen.gui.main_window import MainWindow
from briefgen.model.session import Session
from briefgen.store.settings import Settings

SAMPLES = Path(__file__).parents[2] / "sources"
START = """
import time
from briefgen.gui.app import make_app, make_window
from briefgen.store.settings import Settings
app = make_app(["briefgen"])
window = make_window(Settings())
window.show()
app.processEvents()
print(time.process_time())
"""


def start_seconds() -> float:
    """CPU seconds from the start of the process to the shown window, the best of three."""
    runs = (subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True) for _ in range(3))
    return min(float(run.stdout.split()[-1]) for run in runs)


def filter_seconds(rows: int = 5000) -> float:
    """The slowest of a few keystrokes over that many rows."""
    from briefgen.gui.models.evidence_model import EvidenceFilter, EvidenceModel
    from briefgen.gui.models.rows import EvidenceRow

    model, proxy = EvidenceModel(), EvidenceFilter()
    names = ("Anne Roy", "Paul Mercier", "Jane Doe")
    texts = (f"ligne {i} de la table avec quelques mots de plus" for i in range(rows))
    model.set_rows(
        [
            EvidenceRow(
                f"a:f{i}",
                "quote",
                t,
                names[i % 3],
                "",
                "La Vigie",
                0.9,
                (),
                "offered",
                folded=f"{t} {names[i % 3]}".casefold(),
            )
            for i, t in enumerate(texts)
        ]
    )
    proxy.setSourceModel(model)
    times = []
    for words in ("l", "li", "lig", "ligne 4", "ligne 49", "", "roy"):
        start = time.perf_counter()
        proxy.look_for(words)
        times.append(time.perf_counter() - start)
    return max(times)


def pump(app: QApplication, going: Callable[[], bool]) -> tuple[float, float]:
    """Runs the event loop while `going`; (the longest time that one turn took, the most CPU that one took), in seconds.

    The second does not depend on what else the machine does.

    It sleeps between the turns: without, the loop of Qt keeps the interpreter from the threads.
    """
    longest = most = 0.0
    while going():
        start, used = time.perf_counter(), time.thread_time()
        app.processEvents()
        longest, most = max(longest, time.perf_counter() - start), max(most, time.thread_time() - used)
        time.sleep(0.001)
    return longest, most


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds, and megabytes."""

    rebuild: float
    stall: float
    used: float
    """CPU of the window's thread in the longest turn of its loop."""
    spent: float
    again: float
    """Until the pages show when the library knows the articles."""
    memory: float


def window_figures(articles: int = 200) -> Figures:
    """Of a window to which that many articles are added at once."""
    app = make_app(["briefgen"])
    with tempfile.TemporaryDirectory() as folder:
        samples = sorted(p for p in SAMPLES.iterdir() if p.suffix in (".txt", ".md"))
        for number in range(articles):
            source = samples[number % len(samples)]
            (Path(folder) / f"{number}.txt").write_bytes(source.read_bytes() + f"\n\nNote {number}.".encode())
        window = make_window(Settings())
        window.show()
        control = window.controller
        start = time.perf_counter()
        window.window_actions.add_paths([folder])
        stall = time.perf_counter() - start
        longest, used = pump(app, lambda: control.busy or control.preview is None)
        stall = max(stall, longest)
        spent = time.perf_counter() - start
        kept, kept_used = pump(app, lambda: control.reader.keeping)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        again = _read_again(app, window, folder)
        control.replace_with(changes.without_sources(control.session, [s.path for s in control.session.sources[6:]]))
        pump(app, lambda: control.busy)
        rebuild = _rebuild(app, window)
        control.undo_stack.setClean()
        window.close()
    return Figures(rebuild, max(stall, kept), max(used, kept_used), spent, again, memory)


def _read_again(app: QApplication, window: MainWindow, folder: str) -> float:
    """Seconds until the pages show of articles that the library knows."""
    control = window.controller
    control.replace_with(Session(options=control.session.options))
    control.reader.forget()
    pump(app, lambda: control.busy)
    start = time.perf_counter()
    window.window_actions.add_paths([folder])
    pump(app, lambda: control.busy or control.preview is None)
    return time.perf_counter() - start


def _rebuild(app: QApplication, window: MainWindow) -> float:
    """From the end of the debounce to the pages shown, the best of five."""
    control = window.controller
    times = []
    for marking in ("GREEN", "AMBER", "RED", "CLEAR", "GREEN", "AMBER"):
        window.window_actions.set_option("marking", marking)
        pump(app, control.composer._timer.isActive)
        start = time.perf_counter()
        pump(app, lambda: control.composer.busy)
        app.processEvents()
        times.append(time.perf_counter() - start)
    return min(times[1:])


def main() -> None:
    print(f"start to shown window      {start_seconds():6.2f} s CPU   (target 0.60)")
    found = window_figures()
    print(f"filter 5,000 rows          {filter_seconds() * 1000:6.0f} ms      (target 50)")
    print(f"warm rebuild of the pages  {found.rebuild * 1000:6.0f} ms      (target 150)")
    print(f"longest stall, 200 files   {found.stall * 1000:6.0f} ms      (target 100)")
    print(f"  CPU of the window in it  {found.used * 1000:6.0f} ms")
    print(f"  reading them takes       {found.spent:6.1f} s")
    print(f"  again, from the library  {found.again:6.1f} s")
    print(f"peak memory, 200 files     {found.memory:6.0f} MB      (target 250)")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["BRIEFGEN_HOME"] = home
        main()
