"""How fast batches are: ``python -m tests.bench.batch_speed [ARTICLES]`` prints each figure beside its target.

Generated articles (10,000 unless told otherwise, 500 words each) are read into a library by two processes, then once more;
then the library is searched, 100 briefings of four pages (PDF and DOCX) are made from it, and the same is done by two Dask
workers on this machine. Wall-clock seconds of whole commands, start of the processes included.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.articles import write_articles

_A_JOB = 12
"""Articles of one job; each job is made in French and in English."""


def command(*arguments: str) -> tuple[float, float]:
    """(seconds, peak memory of the parent process in MB) of a briefgen command that must succeed; prints its CPU seconds.

    On a machine that others use too, the CPU seconds of all its processes, halved, are what two free cores would take.
    """
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "briefgen", *arguments, "--quiet"], stdout=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, arguments
    seconds = time.perf_counter() - start
    print(
        f"   {arguments[0]:8} {seconds:7.1f} s, {usage.ru_utime + usage.ru_stime:7.1f} s of CPU, load {os.getloadavg()[0]:.1f}"
    )
    return seconds, usage.ru_maxrss / 1024


def fresh_home(folder: Path) -> None:
    """An empty user's folder from here on."""
    shutil.rmtree(folder / "home", ignore_errors=True)
    os.environ["BRIEFGEN_HOME"] = str(folder / "home")


def search_seconds(
    queries: tuple[str, ...] = ("satellite", "énergie russe", "vaccin dengue", "sanctions", "le"),
) -> float:
    """The slowest of some searches in the open library, each the best of three."""
    from briefgen.store.library import Library

    library = Library.open()
    times = []
    for query in queries:
        runs = []
        for _run in range(3):
            start = time.perf_counter()
            assert library.search(query)
            runs.append(time.perf_counter() - start)
        times.append(min(runs))
    library.close()
    return max(times)


def write_manifest(folder: Path, briefings: int) -> Path:
    """A manifest for that many briefings, two languages a job, each job with articles of its own."""
    lines = ['[defaults]\ndate = "2026-04-01"\nlang = ["fr", "en"]\ntopics = ["energy", "space", "sanctions"]\n']
    for job in range(briefings // 2):
        names = json.dumps([f"articles/{number:05d}.txt" for number in range(job * _A_JOB, (job + 1) * _A_JOB)])
        lines.append(
            f'[[job]]\nname = "desk{job}"\nsources = {names}\nout = ["out/{{name}}_{{lang}}.pdf", "out/{{name}}_{{lang}}.docx"]\n'
        )
    path = folder / "desks.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@contextmanager
def dask(folder: Path) -> Iterator[str]:
    """The address of a scheduler with two workers of one thread each, all of them processes on loopback."""
    file = folder / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    base = [sys.executable, "-m", "dask"]
    options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)]
    started = [subprocess.Popen([*base, "scheduler", *options], **quiet)]  # type: ignore[call-overload]
    while not file.exists():
        time.sleep(0.1)
    address = json.loads(file.read_text())["address"]
    worker = ["worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny", "--local-directory", str(folder)]
    started += [subprocess.Popen([*base, *worker], **quiet) for _number in range(2)]  # type: ignore[call-overload]
    time.sleep(5)
    try:
        yield address
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


def pages(manifest: Path) -> float:
    """Pages of a briefing on average, as the results of the last run say."""
    rows = [json.loads(line) for line in manifest.with_name("desks.results.jsonl").read_text().splitlines()]
    return sum(row["pages"] for row in rows) / len(rows)


def say(what: str, found: float, unit: str, sign: str, target: float) -> None:
    good = found <= target if sign == "≤" else found >= target
    print(f"{what:46} {found:8.2f} {unit:12} (target {sign} {target:g}){'' if good else '   MISSED'}", flush=True)


def main(count: int = 10_000) -> None:
    scale = count / 10_000
    tenth, briefings = count // 10, max(4, round(100 * min(1, 10 * scale)))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        words = write_articles(folder / "articles", count)
        write_articles(folder / "tenth", tenth)
        print(f"{count} articles, {words} words, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
        fresh_home(folder)
        small, _memory = command("library", "add", str(folder / "tenth"), "--jobs", "2")
        fresh_home(folder)
        whole, memory = command("library", "add", str(folder / "articles"), "--jobs", "2")
        say("read into the library, two processes", whole, "s", "≤", 300 * scale)
        say("peak memory of the parent", memory, "MB", "≤", 400)
        say(f"time({count}) / time({tenth})", whole / small, "", "≤", 11)
        again, _memory = command("library", "add", str(folder / "articles"), "--jobs", "2")
        say("the same once more", again, "s", "≤", 15 * scale + 1)
        say("slowest search", search_seconds() * 1000, "ms", "≤", 50)
        manifest = write_manifest(folder, briefings)
        local, _memory = command("batch", str(manifest), "--jobs", "2")
        say(f"{briefings} briefings, PDF and DOCX", briefings / local, "a second", "≥", 8)
        print(f"   pages each, on average: {pages(manifest):.1f}")
        with dask(folder) as address:
            shutil.rmtree(folder / "out")
            distributed, _memory = command("batch", str(manifest), "--scheduler", address)
            say("the same, two Dask workers against the pool", local / distributed, "times", "≥", 0.9)
            fresh_home(folder)
            reading, _memory = command("library", "add", str(folder / "tenth"), "--scheduler", address)
            say("reading, two Dask workers against the pool", small / reading, "times", "≥", 0.9)
    print(
        f"load {os.getloadavg()[0]:.1f} at the end; peak of any process {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
