"""How fast documents are written, beside others' writers: ``python -m tests.bench.render_speed``.

Prints CPU seconds of one core, all taken in one run: a briefing of four pages warm, in our formats and by each writer from PyPI
that is installed (``pip install weasyprint typst docxtpl reportlab`` to measure; none is a dependency), with ratios; the
milliseconds a page at 23 and at 225 pages; peak memory; the first document of a process. Whole cold command lines: ``tests.bench.cold_starts``.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from briefgen.model.tree import Document
from briefgen.render import render
from tests.bench.render_peers import peers
from tests.render.samples import french_note

FOUR, MANY, BOOK = 2, 14, 136
"""How often the sample's blocks stand in a document of 4, of about 23 and of about 225 pages."""

_COLD = """
import time
from tests.render.samples import french_note
document = french_note()
start = time.process_time()
from briefgen.render import render
render(document, "{}")
print(time.process_time() - start)
"""
# The kernel's own high-water mark: what getrusage says begins with the size of the process that started this one.
_PEAK = """
import re
from tests.bench.render_speed import times, BOOK
from briefgen.render import render
render(times(BOOK), "{}")
print(int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read()).group(1)) / 1024)
"""


def times(count: int) -> Document:
    """The sample with its blocks that often."""
    note = french_note()
    return replace(note, blocks=note.blocks * count)


def seconds(make: Callable[[], object], least: float = 1.5) -> float:
    """CPU seconds of one call: the mean of as many as `least` seconds hold, after one to warm up."""
    make()
    start, count = time.process_time(), 0
    while time.process_time() - start < least:
        make()
        count += 1
    return (time.process_time() - start) / count


def fresh(script: str, runs: int = 3) -> float:
    """What the script prints, the least of several processes."""
    made = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True) for _ in range(runs)
    ]
    return min(float(run.stdout) for run in made)


def warm_table() -> None:
    """One row a writer; the ratio is ours to theirs in the same format."""
    document = times(FOUR)
    pages = render(document, "pdf").pages or 1
    ours = {format: seconds(lambda format=format: render(document, format)) for format in ("pdf", "docx", "html")}  # type: ignore[misc, arg-type]
    print(f"| writer, {pages} pages | format | documents/s | ms a page | ours is faster |\n|---|---|---|---|---|")
    for format, each in ours.items():
        print(f"| briefgen | {format} | {1 / each:.1f} | {1000 * each / pages:.1f} | |")
    for name, (format, make) in peers(document).items():
        each = seconds(make)
        print(f"| {name} | {format} | {1 / each:.2f} | {1000 * each / pages:.1f} | {each / ours[format]:.1f}× |")


def long_table() -> None:
    """Time a page and memory of long documents."""
    print("\n| long documents | pages | ms a page | peak MB of the process |\n|---|---|---|---|")
    for format in ("pdf", "docx"):
        slopes, spent = [], [seconds(lambda f=format: render(times(FOUR), f))]  # type: ignore[misc]
        for count in (MANY, BOOK):
            document = times(count)
            pages = render(document, "pdf").pages or 1
            spent.append(seconds(lambda d=document, f=format: render(d, f), 5.0))  # type: ignore[misc]
            slopes.append(1000 * spent[-1] / pages)
            peak = f"{fresh(_PEAK.format(format), 1):.0f}" if count == BOOK else ""
            print(f"| {format} | {pages} | {slopes[-1]:.2f} | {peak} |")
        print(f"| {format}: the long one by the shorter one | | {slopes[1] / slopes[0]:.2f}× | |")
        if format == "docx":
            print(f"| docx: the long one takes more CPU seconds than one of 3 pages | | {spent[-1] - spent[0]:.2f} | |")


def main() -> None:
    """Print the three tables in Markdown."""
    warm_table()
    long_table()
    print("\n| cold | CPU seconds |\n|---|---|")
    for format in ("pdf", "docx", "html"):
        print(f"| first {format} of a process, imports and fonts included | {fresh(_COLD.format(format)):.2f} |")


if __name__ == "__main__":
    main()
