"""How fast and how rightly readability is counted, beside textstat in the same run.

    python -m benchmarks.score [--words N] [--data DIR]

Prints one JSON object. "speed": a generated document of about N words, scored whole. "cochrane", with --data: of pairs
of a technical abstract and its lay summary (DIR/cochrane/val.source and val.target, a text a line), the share in which
the technical text comes out as easier to read by FKGL: the lower, the better.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pipeline import score
from pipeline.document import Block, BlockKind, Document, Section, Segment, Source, Unit
from pipeline.score import textstat_peer

_SENTENCES = (
    "Take one tablet of 2.5 mg each morning with a glass of water.",
    "Dr. Ward will check your blood pressure and your HbA1c in three months.",
    "Do not stop the treatment unless your doctor tells you to.",
    "Hydrochlorothiazide and atorvastatin may interact with other medicines.",
    "Call us between 8 a.m. and 5 p.m. if you notice swelling, dizziness or chest pain.",
    "Most people go home on the same day and feel better within a week.",
)
_PARAGRAPH = 6  # sentences


def main() -> int:
    """Run, print, and give the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--words", type=int, default=30_000)
    options.add_argument("--data", type=Path, help="folder with cochrane/val.source and cochrane/val.target")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        textstat_peer.prepare(Path(folder))
        figures: dict[str, object] = {"benchmark": "score", "speed": speed(given.words)}
        if given.data is not None:
            source, target = (given.data / "cochrane" / name for name in ("val.source", "val.target"))
            missing = [str(path) for path in (source, target) if not path.is_file()]
            if missing:
                print(f"no such file: {', '.join(missing)}", file=sys.stderr)
                return 2
            figures["cochrane"] = cochrane(source, target)
    print(json.dumps(figures, indent=2))
    return 0


def speed(words: int) -> dict[str, object]:
    """Seconds and words a second of a first run, which loads the dictionary, and of a second one on a changed text."""
    document, changed = _document(words, ""), _document(words, " now")
    text, changed_text = (
        "\n\n".join(block.text.replace("\n", " ") for block in made.sections[0].blocks) for made in (document, changed)
    )
    ours_first = _seconds(lambda: score.run(document))
    ours = _seconds(lambda: score.run(changed))
    theirs_first = _seconds(lambda: textstat_peer.scores(text))
    theirs = _seconds(lambda: textstat_peer.scores(changed_text))
    counted = score.run(changed).counted.words
    return {
        "words": counted,
        "plainleaf": _speed(counted, ours_first, ours),
        "textstat": _speed(counted, theirs_first, theirs),
    }


def _speed(words: int, first: float, second: float) -> dict[str, float]:
    return {
        "first_seconds": round(first, 3),
        "seconds": round(second, 3),
        "words_per_second": round(words / second),
    }


def cochrane(source: Path, target: Path) -> dict[str, object]:
    """The share of pairs whose technical text is scored as easier than its lay summary."""
    pairs = list(zip(source.read_text("utf-8").splitlines(), target.read_text("utf-8").splitlines(), strict=True))

    def easier(fkgl: Callable[[str], float]) -> float:
        return round(sum(fkgl(technical) < fkgl(lay) for technical, lay in pairs) / len(pairs), 3)

    return {
        "pairs": len(pairs),
        "technical_scored_easier": {
            "plainleaf": easier(lambda text: score.score_text(text)[0]["fkgl"]),
            "textstat": easier(lambda text: textstat_peer.scores(text)["fkgl"]),
        },
    }


def _document(words: int, ending: str) -> Document:
    sentences = [_SENTENCES[n % len(_SENTENCES)][:-1] + ending + "." for n in range(words // 12 + 1)]
    blocks = tuple(
        Block(
            f"b{start}",
            BlockKind.PARAGRAPH,
            (Unit(tuple(Segment(f"s{start}.{n}", s) for n, s in enumerate(sentences[start : start + _PARAGRAPH]))),),
        )
        for start in range(0, len(sentences), _PARAGRAPH)
    )
    section = Section("all", "all", None, 1, blocks)
    return Document("generated", Segment("t", "Generated"), "en", (section,), Source("-", "", "text/plain", "utf-8"))


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
