"""How fast documents are written: ``python -m tests.bench.render_speed``.

Prints, for each format, the first document of a fresh process (imports and fonts included) and the documents a second and
milliseconds a page once warm. CPU time of one core.
"""

import subprocess
import sys
import time
from dataclasses import replace

from briefgen.model.tree import Document
from briefgen.render import render
from tests.render.samples import french_note

_COLD = """
import time
from tests.render.samples import french_note
document = french_note()
start = time.process_time()
from briefgen.render import render
render(document, "{}")
print(time.process_time() - start)
"""


def cold(format: str) -> float:
    """Seconds for the first document of a process, the best of three."""
    runs = [
        subprocess.run([sys.executable, "-c", _COLD.format(format)], capture_output=True, text=True, check=True)
        for _ in range(3)
    ]
    return min(float(run.stdout) for run in runs)


def warm(document: Document, format: str, seconds: float = 2.0) -> tuple[float, int | None]:
    """Seconds a document, and its pages; each document differs a little, so that nothing is simply remembered."""
    start, count, pages = time.process_time(), 0, None
    while time.process_time() - start < seconds:
        pages = render(replace(document, title=f"{document.title} {count}"), format).pages  # type: ignore[arg-type]
        count += 1
    return (time.process_time() - start) / count, pages


def main() -> None:
    long = replace(french_note(), blocks=french_note().blocks * 20)
    for format in ("pdf", "docx", "html"):
        each, pages = warm(french_note(), format)
        line = f"{format:5} cold {cold(format) * 1000:6.0f} ms   warm {1 / each:7.1f} documents/s"
        if pages:
            many, count = warm(long, format)
            line += f"   {1000 * each / pages:5.1f} ms a page, {1000 * many / (count or 1):5.1f} over {count} pages"
        print(line)


if __name__ == "__main__":
    main()
