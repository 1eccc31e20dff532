"""How fast the scores are, as whole processes, beside textstat in the same run.

    python -m benchmarks.score [--files N]

Prints one JSON object. The text is this project's own: its sample handouts and the definitions of its glossary,
shuffled and repeated with a number in each, so that no two sentences are the same.

- "text": `plainleaf score` on 200 KB, against a process that imports textstat and computes ten of its metrics.
- "files": `plainleaf score` on 10, 100 … N files of 1,000 words: words a second and peak memory.
- "check": the same files through `plainleaf check`, without the checks that need a parse.
- "linear": how well a straight line fits the times of both.
- "help": `plainleaf check --help`.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.made_text import handout, sentences_without_end
from pipeline.score import textstat_peer

ROOT = Path(__file__).parents[1]
KILOBYTES = 200
FILE_WORDS = 1_000
WORDS_A_SECOND, HELP_SECONDS = 40_000, 0.2  # limits
RUNS = 5
TEN = (
    "flesch_kincaid_grade",
    "flesch_reading_ease",
    "smog_index",
    "gunning_fog",
    "coleman_liau_index",
    "automated_readability_index",
    "dale_chall_readability_score",
    "spache_readability",
    "lix",
    "rix",
)
PEER = """
import nltk, pathlib, sys
nltk.data.path.insert(0, sys.argv[1])
import textstat
text = pathlib.Path(sys.argv[2]).read_text("utf-8")
print([getattr(textstat, name)(text) for name in sys.argv[3:]])
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took."""

    seconds: float
    megabytes: float  # peak resident memory


def main() -> int:
    """Run, print, and give the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--files", type=int, default=1_000)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        textstat_peer.prepare(folder / "nltk")
        counts = [10**power for power in range(1, 7) if 10**power <= given.files]
        _write_files(folder / "files", max(counts))
        figures = {
            "benchmark": "score",
            "text": one_text(folder),
            "files": [many_files(folder / "files", "score", count) for count in counts],
            "check": [many_files(folder / "files", "check", count) for count in counts],
            "help": {"seconds": _median(["check", "--help"]), "limit": HELP_SECONDS},
        }
        figures["linear"] = {name: _linear(figures[name]) for name in ("files", "check")}
    print(json.dumps(figures, indent=2))
    return 0


def one_text(folder: Path) -> dict[str, object]:
    """Seconds of both processes on one text, the fastest of several runs in turn, and how many times ours fits in."""
    file = folder / "text.txt"
    file.write_text(_text(KILOBYTES * 1000), "utf-8")
    peer = [sys.executable, "-c", PEER, str(folder / "nltk"), str(file), *TEN]
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(_run(_plainleaf("score", str(file), "--format", "json")).seconds)
        theirs.append(_run(peer).seconds)
    return {
        "kilobytes": KILOBYTES,
        "plainleaf_seconds": round(statistics.median(ours), 3),
        "textstat_seconds": round(statistics.median(theirs), 3),
        "textstat_to_plainleaf": round(statistics.median(theirs) / statistics.median(ours), 2),
        "limit": 1.0,
    }


def many_files(folder: Path, command: str, count: int) -> dict[str, float]:
    """Words a second and peak memory over the first `count` files."""
    listed = sorted(folder.iterdir())[:count]
    words = sum(len(file.read_text("utf-8").split()) for file in listed)
    run = _run(_plainleaf(command, *map(str, listed), "--format", "json"))
    return {
        "files": count,
        "words": words,
        "seconds": round(run.seconds, 2),
        "words_per_second": round(words / run.seconds),
        "limit": WORDS_A_SECOND if command == "score" else 0,
        "peak_megabytes": round(run.megabytes),
    }


def _linear(rows: Sequence[dict[str, float]]) -> dict[str, float]:
    """Time as start + words · slope: the start, words a second without it, and the share of variance explained."""
    words, seconds = (np.array([row[name] for row in rows]) for name in ("words", "seconds"))
    slope, start = np.polyfit(words, seconds, 1)
    rest = ((seconds - start - slope * words) ** 2).sum() / ((seconds - seconds.mean()) ** 2).sum()
    return {"start_seconds": round(start, 2), "words_per_second": round(1 / slope), "r_squared": round(1 - rest, 5)}


def _median(arguments: list[str]) -> float:
    return round(statistics.median(_run(_plainleaf(*arguments)).seconds for _ in range(RUNS)), 3)


def _plainleaf(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "pipeline", *arguments]


def _run(command: list[str]) -> Run:
    """Run a process to its end. Findings are no failure. Raises RuntimeError for any other exit code than 0 and 1."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT)
    peak = 0.0
    # The kernel's own count of a child's memory begins with that of its parent, before it is another program.
    while process.poll() is None:
        peak = max(peak, _peak_megabytes(process.pid))
        time.sleep(0.01)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{command[:4]} ended with {process.returncode}")
    return Run(time.perf_counter() - began, peak)


def _peak_megabytes(pid: int) -> float:
    """Peak resident memory of a process so far; 0 where the system does not tell, or the process is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    found = re.search(r"VmHWM:\s*(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def _write_files(folder: Path, count: int) -> None:
    folder.mkdir()
    made = sentences_without_end()
    for number in range(count):
        text = handout(number, made, FILE_WORDS)
        (folder / f"{number:06}.txt").write_text(text, "utf-8")


def _text(characters: int) -> str:
    made, paragraphs, size = sentences_without_end(), [], 0
    while size < characters:
        paragraphs.append(" ".join(next(made) for _ in range(4)))
        size += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)[:characters]


if __name__ == "__main__":
    sys.exit(main())
