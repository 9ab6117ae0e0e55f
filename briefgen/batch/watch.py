"""A folder watched: what is new or changed is picked up once it is quiet, and the jobs it touches are made again."""

import queue
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from briefgen.batch.plan import Planned
from briefgen.ingest.registry import is_supported

QUIET = 1.0
"""Seconds without a change before the work starts."""


class _Changes(FileSystemEventHandler):
    """Paths of readable files that were written, moved or removed."""

    def __init__(self) -> None:
        self.paths: queue.Queue[Path] = queue.Queue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.is_directory or event.event_type in ("opened", "closed_no_write"):
            return
        for name in filter(None, (event.src_path, event.dest_path)):
            path = Path(str(name))
            if is_supported(path.name) and not path.name.startswith("."):
                self.paths.put(path)


def changed_files(
    folder: Path, stopped: Callable[[], bool], quiet: float = QUIET, started: Callable[[], None] = lambda: None
) -> Iterator[frozenset[Path]]:
    """The files that changed, each time `folder` has been quiet for `quiet` seconds; ends when `stopped()` is true.

    `started` is called once nothing can be missed any more.
    """
    changes = _Changes()
    observer = Observer()
    observer.schedule(changes, str(folder), recursive=True)
    observer.start()
    started()
    try:
        while not stopped():
            paths = _gathered(changes.paths, stopped, quiet)
            if paths:
                yield paths
    finally:
        observer.stop()
        observer.join()


def _gathered(paths: "queue.Queue[Path]", stopped: Callable[[], bool], quiet: float) -> frozenset[Path]:
    """What comes until it is quiet; empty when nothing came."""
    found: set[Path] = set()
    last = time.monotonic()
    while not stopped() and (time.monotonic() - last < quiet if found else time.monotonic() - last < quiet / 2):
        try:
            found.add(paths.get(timeout=quiet / 5))
            last = time.monotonic()
        except queue.Empty:
            continue
    return frozenset(found)


def touched(planned: Iterable[Planned], paths: frozenset[Path]) -> tuple[Planned, ...]:
    """The planned briefings that use one of the files."""
    resolved = {path.resolve() for path in paths}
    return tuple(item for item in planned if any(f.path and f.path.resolve() in resolved for f in item.files))
