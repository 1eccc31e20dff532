"""The facts gate beside a naive peer: how often each objects to faithful texts, and which changes each notices.

    python -m benchmarks.facts [--data FOLDER]

Prints JSON. "fixtures": of the sentences in tests/facts, the share of mutations noticed and of faithful texts flagged.
With --data, a FOLDER that holds TICO-19 (human translations) as dev.en-es.tsv, dev.en-fr.tsv and dev.en-pt-BR.tsv (id,
English, translation, parted by tabs), for each language twice, for the odd rows ("tuning") and the even ("held_out"):
the share of pairs the gate flags, by level and kind; and for each change made to the translations that pass
(`mutations.py`), how many there were and the share noticed, at any level and as an error. Rules may be tuned on odd
rows only.
The peer compares the numbers written in figures, as they stand, and counts words that deny.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks import mutations
from pipeline.facts import LANGUAGES, compare
from pipeline.translate import gate
from pipeline.translate.engine import Draft

FIXTURES = Path(__file__).parent.parent / "tests" / "facts"
FILES = {"es": "dev.en-es.tsv", "fr": "dev.en-fr.tsv", "pt": "dev.en-pt-BR.tsv"}
OTHER = {"es": "fr", "fr": "pt", "pt": "es"}  # a translation that is right, in another language
LIMITS = {"flagged": {"error": 0.03, "needs-review or above": 0.08}, "mutations noticed": 0.97}
NEGATORS = {
    "en": "no not cannot never without none nobody nothing",
    "es": "no nunca sin ni ningún ninguna nada nadie",
    "fr": "ne n sans ni aucun aucune",
    "pt": "não nunca sem nem nenhum nenhuma nada ninguém",
    "ca": "no mai sense ni cap res ningú",
    "it": "non mai senza né nessun nessuna nulla",
    "gl": "non nunca sen nin ningún ningunha nada ninguén",
}


def main() -> int:
    """Measures the fixtures, and every language of the data; exit code 2 when a file of the data is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder with the TICO-19 files")
    data: Path | None = parser.parse_args().data
    figures: dict[str, object] = {"benchmark": "facts", "limits": LIMITS, "fixtures": fixtures()}
    if data is not None:
        missing = [name for name in FILES.values() if not (data / name).is_file()]
        if missing:
            print(f"Not found in {data}: {', '.join(missing)}. Give the folder of TICO-19.", file=sys.stderr)
            return 2
        figures |= {language: measure(data, language) for language in FILES}
    print(json.dumps(figures, indent=2))
    return 0


def peer(source: str, target: str, language: str) -> bool:
    """Whether figures or the count of words that deny differ: what a check of twenty lines would do."""
    figures = [sorted(re.findall("[0-9]+", text)) for text in (source, target)]
    denials = [_denials(source, "en"), _denials(target, language)]
    return figures[0] != figures[1] or denials[0] != denials[1]


def _denials(text: str, language: str) -> int:
    words = re.findall(r"[^\W\d_]+", text.casefold().replace("n't", " not").replace("n’t", " not"))
    negators = NEGATORS[language].split()
    return sum(word in negators for word in words)


def fixtures() -> dict[str, object]:
    """Mutations noticed and faithful texts flagged, for each language, by the gate and by the peer."""
    mutations, faithful = (
        tomllib.loads((FIXTURES / name).read_text("utf-8"))["case"] for name in ("mutations.toml", "faithful.toml")
    )
    figures: dict[str, object] = {}
    for language in LANGUAGES:
        cases = [case for case in mutations if language in case]
        bad = [(c["source"], c["en"] if language == "en" else c[language][1]) for c in cases]
        good = [(c["source"], c[language][0]) for c in cases if language != "en"]
        good += [(c["source"], target) for c in faithful for target in c.get(language, ())]
        figures[language] = {
            "mutations": len(bad),
            "noticed": _share(bool(compare(s, t, "en", language)) for s, t in bad),
            "noticed_by_peer": _share(peer(s, t, language) for s, t in bad),
            "faithful": len(good),
            "flagged": _share(bool(compare(s, t, "en", language)) for s, t in good),
            "flagged_by_peer": _share(peer(s, t, language) for s, t in good),
        }
    return figures


def _share(found: Iterator[bool]) -> float:
    flags = list(found)
    return round(sum(flags) / max(1, len(flags)), 4)


def measure(folder: Path, language: str) -> dict[str, object]:
    """The figures of one language."""
    rows = _rows(folder, language)
    foreign = {number: target for number, _, target in _rows(folder, OTHER[language])}
    pairs = [
        mutations.Pair(source, target, language, rows[(at + 7) % len(rows)][2], foreign.get(number, ""))
        for at, (number, source, target) in enumerate(rows)
    ]
    return {"tuning": _measure(pairs[0::2], language), "held_out": _measure(pairs[1::2], language)}


def _rows(folder: Path, language: str) -> list[tuple[str, str, str]]:
    """Number, English, translation."""
    lines = (folder / FILES[language]).read_text("utf-8").splitlines()
    return [(number, " ".join(source.split()), target) for number, source, target in (x.split("\t")[:3] for x in lines)]


def _measure(rows: list[mutations.Pair], language: str) -> dict[str, object]:
    start, levels, kinds = time.perf_counter(), Counter[str](), Counter[str]()
    passed: list[mutations.Pair] = []
    for pair in rows:
        verdict = gate.judge(pair.source, Draft(pair.target), language)
        if verdict.reasons or verdict.doubts:
            levels["error" if verdict.reasons else "needs-review"] += 1
            found = compare(pair.source, pair.target, "en", language)
            kinds.update({f"{violation.kind}:{violation.severity.value}" for violation in found})
        else:
            passed.append(pair)
    seconds = time.perf_counter() - start
    return {
        "pairs": len(rows),
        "pairs_a_second": round(len(rows) / seconds),
        "flagged": {
            "error": round(levels["error"] / len(rows), 4),
            "needs-review or above": round(levels.total() / len(rows), 4),
        },
        "flagged_by_peer": _share(peer(pair.source, pair.target, language) for pair in rows),
        "kinds": dict(sorted(kinds.items())),
        "right_instructions_flagged": _share(
            bool(gate.judge(source, Draft(target), language).reasons)
            for pair in passed
            for source, target in mutations.faithful(pair)
        ),
        "mutations": _mutated(passed, language),
    }


def _mutated(pairs: list[mutations.Pair], language: str) -> dict[str, object]:
    """Each change made, once a sentence, to every translation it can be made to."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        for name, change in mutations.MUTATIONS.items():
            changed = change(pair)
            if changed is None:
                continue
            verdict = gate.judge(changed[0], Draft(changed[1]), language)
            counts[name]["made"] += 1
            counts[name]["noticed"] += bool(verdict.reasons or verdict.doubts)
            counts[name]["error"] += bool(verdict.reasons)
            counts[name]["peer"] += peer(*changed, language)
    total = sum(counts.values(), Counter[str]())
    return {
        "kinds_made": len(counts),
        "noticed": round(total["noticed"] / total["made"], 4),
        "noticed_by_peer": round(total["peer"] / total["made"], 4),
        "by_kind": {
            name: {
                "made": count["made"],
                "noticed": round(count["noticed"] / count["made"], 3),
                "error": round(count["error"] / count["made"], 3),
                "noticed_by_peer": round(count["peer"] / count["made"], 3),
            }
            for name, count in counts.items()
        },
    }


if __name__ == "__main__":
    sys.exit(main())
