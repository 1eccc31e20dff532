"""The sample build, cold and again with nothing changed, against their limits.

    python -m benchmarks.build [SOURCE]

Runs the command line as a user does, with an empty store and an empty output folder of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COLD_LIMIT, WARM_LIMIT, HELP_LIMIT = 180.0, 1.0, 0.3  # seconds


def _timed(*arguments: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "pipeline", *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def main() -> None:
    """Print seconds, limits and what was built."""
    source = sys.argv[1] if len(sys.argv) > 1 else "source"
    with tempfile.TemporaryDirectory() as folder:
        out, store = Path(folder) / "outputs", Path(folder) / "store"
        arguments = ("build", source, "--out", str(out), "--store", str(store))
        cold = _timed(*arguments)
        warm = sorted(_timed(*arguments) for _ in range(5))[2]
        files = [path for path in out.rglob("*") if path.is_file()]
        helped = sorted(_timed("--help") for _ in range(5))[2]
        print(
            json.dumps(
                {
                    "benchmark": "build",
                    "cold_seconds": round(cold, 2),
                    "cold_limit": COLD_LIMIT,
                    "unchanged_seconds": round(warm, 3),
                    "unchanged_limit": WARM_LIMIT,
                    "help_seconds": round(helped, 3),
                    "help_limit": HELP_LIMIT,
                    "files": len(files),
                    "megabytes": round(sum(path.stat().st_size for path in files) / 1e6, 1),
                }
            )
        )


if __name__ == "__main__":
    main()
