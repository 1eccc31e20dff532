"""How plain, and how faithful, the simplifier's sentences are, beside the controls that make its score readable.

    python -m benchmarks.simplify_quality DATA [--outputs DIR]

DATA has asset/ (ASSET validation, ten references) and plaba/ (PLABA valid, two references). Prints one JSON object.
For each set: SARI (benchmarks/sari.py) of the simplifier, of the unmodified source and of the source with 30 % of its
tokens deleted at random, which no honest score may be read without; how many sentences were changed, of all and of
those above the target difficulty; what the gate of facts still finds; changed sentences that do not parse as sentences;
Flesch-Kincaid grade and difficulty before and after. "speed" is that of `benchmarks.simplify` on source/. With
--outputs, what came out is written there, a line a source.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.sari import sari
from benchmarks.simplify import samples, speed
from pipeline import facts, glossary, score
from pipeline.clauses import main_verb
from pipeline.parser import Parser
from pipeline.score.sentences import split
from pipeline.simplify import simplify_lines
from pipeline.simplify.gate import broken

SETS = {
    "asset": ("asset/asset.valid.orig", [f"asset/asset.valid.simp.{n}" for n in range(10)], 32.0),
    "plaba": ("plaba/valid_complex.txt", [f"plaba/valid_simple{n}.txt" for n in range(2)], 31.0),
}
TARGET = 4.0  # difficulty above which a sentence is to be changed
CHANGED_LIMIT, DROP_LIMIT = 0.40, 0.5
DELETED = 0.3


def main() -> int:
    """Run, print, and give the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--outputs", type=Path)
    given = options.parse_args()
    words = glossary.load()
    figures: dict[str, object] = {"benchmark": "simplify-quality", "speed": speed(samples(Path("source")), words)}
    for name, (source, written, limit) in SETS.items():
        try:
            sources = _lines(given.data / source)
            references = [_lines(given.data / path) for path in written]
        except OSError as error:
            print(f"{error.filename}: {error.strerror}", file=sys.stderr)
            return 2
        outputs = list(simplify_lines(sources, words))
        if given.outputs is not None:
            given.outputs.mkdir(parents=True, exist_ok=True)
            (given.outputs / f"{name}.txt").write_text("\n".join(outputs) + "\n", "utf-8")
        figures[name] = {
            "sentences": len(sources),
            "sari": {
                "plainleaf": asdict(sari(sources, outputs, references)),
                "limit": limit,
                "copy": asdict(sari(sources, sources, references)),
                "random_deletion": asdict(sari(sources, _deleted(sources), references)),
            },
            **measured(sources, outputs),
        }
    print(json.dumps(figures, indent=2))
    return 0


def measured(sources: Sequence[str], outputs: Sequence[str]) -> dict[str, object]:
    """What SARI does not see."""
    pairs = list(zip(sources, outputs, strict=True))
    changed = [(source, output) for source, output in pairs if source != output]
    hard = [(source, output) for source, output in pairs if _figure(source, "difficulty") > TARGET]
    before, after = ([_figure(text, "difficulty") for text in texts] for texts in zip(*changed, strict=True))
    return {
        "changed": _share(len(changed), len(pairs)),
        "changed_of_hard": _share(sum(source != output for source, output in hard), len(hard)),
        "changed_of_hard_limit": CHANGED_LIMIT,
        "facts_violations": sum(bool(facts.compare(source, output)) for source, output in changed),
        "no_sentence": _unsound(changed),
        "fkgl": {"before": _mean(_figures(sources, "fkgl")), "after": _mean(_figures(outputs, "fkgl"))},
        "difficulty_of_changed": {
            "before": _mean(before),
            "after": _mean(after),
            "drop": round(_mean(before) - _mean(after), 3),
            "limit": DROP_LIMIT,
        },
    }


def _unsound(changed: Sequence[tuple[str, str]]) -> int:
    """Changed sentences of which a part has no main verb, although the source has one, or ends in debris."""
    parse = Parser()
    found = 0
    for source, output in changed:
        parts = [parse(output[start:end]) for start, end in split(output)]
        whole = [parse(source[start:end]) for start, end in split(source)]
        is_sound = all(main_verb(doc) is not None and not broken(doc) for doc in parts)
        was_sound = all(main_verb(doc) is not None and not broken(doc) for doc in whole)
        found += was_sound and not is_sound
    return found


def _deleted(sources: Sequence[str]) -> list[str]:
    chance = random.Random(0)  # noqa: S311 - not for secrets
    return [" ".join(word for word in text.split() if chance.random() >= DELETED) for text in sources]


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").removesuffix("\n").split("\n")


def _figures(texts: Sequence[str], name: str) -> list[float]:
    return [_figure(text, name) for text in texts]


def _figure(text: str, name: str) -> float:
    return score.score_text(text)[0].get(name, 0.0)


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / max(1, len(values)), 3)


def _share(some: int, every: int) -> float:
    return round(some / max(1, every), 4)


if __name__ == "__main__":
    sys.exit(main())
