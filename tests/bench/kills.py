"""A batch killed twenty times: ``python -m tests.bench.kills [TIMES]`` says whether anything was lost or spoiled."""

import os
import sys
import tempfile
import time
from pathlib import Path

from tests.batch.conftest import make_desk
from tests.batch.kills import batch, is_whole, kill_at_random, outputs


def main(times: int = 20) -> int:
    """0 when every output is that of an undisturbed run and nothing half written is left."""
    with tempfile.TemporaryDirectory() as folder:
        desk = make_desk(Path(folder))
        os.environ["BRIEFGEN_HOME"] = str(Path(folder) / "home")
        start = time.perf_counter()
        assert batch(desk, "--jobs", "2").wait() == 0
        longest = time.perf_counter() - start
        undisturbed = outputs(desk)
        found, moments = kill_at_random(desk, times, seed=7, longest=longest)
        left = [path.name for path in Path(folder).rglob(".*.tmp")]
        good = found == undisturbed and not left and is_whole(Path(folder) / "home" / "library.sqlite")
    print(f"killed {times} times, after {min(moments):.2f} to {max(moments):.2f} s of a run of {longest:.2f} s")
    print("outputs identical, library whole, nothing left half written" if good else f"NOT GOOD; left over: {left}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
