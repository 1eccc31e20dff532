"""Run every benchmark that needs no data from outside, each in a process of its own; one JSON object a line."""

from __future__ import annotations

import subprocess
import sys

BENCHMARKS = ("score", "score_quality", "simplify", "translate", "argos", "speak", "facts", "build")


def main() -> int:
    """Run them in order; give the number that failed."""
    failed = 0
    for name in BENCHMARKS:
        print(f"benchmarks.{name}", file=sys.stderr)
        failed += subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
