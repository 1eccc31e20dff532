"""The facts gate on human translations: how often it objects to them, and which changes to them it notices.

    python benchmarks/facts.py --data FOLDER

FOLDER holds TICO-19 as dev.en-es.tsv, dev.en-fr.tsv and dev.en-pt-BR.tsv: id, English, translation, parted by tabs.
Prints JSON: for each language the share of pairs flagged, by level and by kind, and for each change made to the
translations that pass, how many there were and the share that was noticed, at any level and as an error.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

from pipeline.facts import Fact, Weight, compare, extract

FILES = {"es": "dev.en-es.tsv", "fr": "dev.en-fr.tsv", "pt": "dev.en-pt-BR.tsv"}
LIMITS = {"error": 0.04, "needs-review": 0.10}
UNITS = {"mg": "g", "horas": "días", "heures": "jours", "dias": "semanas", "días": "semanas", "jours": "semaines"}
Mutation = Callable[[str, tuple[Fact, ...]], str | None]


def main() -> int:
    """Measures every language whose file is there; exit code 2 when none is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the TICO-19 files")
    data: Path = parser.parse_args().data
    missing = [name for name in FILES.values() if not (data / name).is_file()]
    if missing:
        print(f"Not found in {data}: {', '.join(missing)}. Get TICO-19 and give its folder as --data.", file=sys.stderr)
        return 2
    print(
        json.dumps({"limits": LIMITS, **{language: measure(data / name, language) for language, name in FILES.items()}})
    )
    return 0


def measure(path: Path, language: str) -> dict[str, object]:
    """The figures of one language."""
    start, levels, kinds = time.perf_counter(), Counter[str](), Counter[str]()
    pairs = [tuple(line.split("\t")[1:3]) for line in path.read_text("utf-8").splitlines()]
    passed: list[tuple[str, str]] = []
    for source, target in pairs:
        found = compare(source, target, "en", language)
        if found:
            levels[found[0].severity.value] += 1
            kinds.update({f"{violation.kind}:{violation.severity.value}" for violation in found})
        else:
            passed.append((source, target))
    seconds = time.perf_counter() - start
    return {
        "pairs": len(pairs),
        "pairs_a_second": round(len(pairs) / seconds),
        "flagged": {level: round(count / len(pairs), 4) for level, count in sorted(levels.items())},
        "kinds": dict(sorted(kinds.items())),
        "mutations": mutations(passed, language),
    }


def mutations(pairs: list[tuple[str, str]], language: str) -> dict[str, dict[str, float]]:
    """Each change made, once a sentence, to every translation it can be made to."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for source, target in pairs:
        facts = extract(target, language)
        for name, change in MUTATIONS.items():
            changed = change(target, facts)
            plain = name == "negation dropped" and not any(map(_negates, extract(source, "en")))
            if changed is None or changed == target or plain:
                continue
            found = compare(source, changed, "en", language)
            counts[name].update(["made", *(["noticed"] if found else [])])
            counts[name].update(["error"] if found and found[0].severity.value == "error" else [])
    return {
        name: {
            "made": count["made"],
            "noticed": round(count["noticed"] / count["made"], 3),
            "error": round(count["error"] / count["made"], 3),
        }
        for name, count in counts.items()
    }


def digit_changed(text: str, facts: tuple[Fact, ...]) -> str | None:
    """The last figure of the first number becomes the next one."""
    for fact in facts:
        figures = list(re.finditer("[0-9]", fact.text))
        if figures and fact.kind in {"number", "unit", "dose", "date", "time", "phone"} and fact.weight == Weight.FIRM:
            at = fact.start + figures[-1].start()
            return f"{text[:at]}{(int(text[at]) + 1) % 10}{text[at + 1 :]}"
    return None


def number_dropped(text: str, facts: tuple[Fact, ...]) -> str | None:
    """The first firm number goes, with its unit."""
    fact = next((f for f in facts if f.kind in {"number", "unit", "dose"} and f.weight == Weight.FIRM), None)
    return None if fact is None else text[: fact.start] + text[fact.end :]


def percent_dropped(text: str, facts: tuple[Fact, ...]) -> str | None:
    """The first percent sign goes."""
    fact = next((f for f in facts if f.kind == "unit" and f.text.endswith("%")), None)
    return None if fact is None else text[: fact.end - 1].rstrip() + text[fact.end :]


def unit_swapped(text: str, facts: tuple[Fact, ...]) -> str | None:
    """The first unit of a list becomes another."""
    for fact in facts:
        number, _, unit = fact.text.partition(" ")
        if fact.kind in {"unit", "dose"} and unit in UNITS:
            return f"{text[: fact.start]}{number} {UNITS[unit]}{text[fact.end :]}"
    return None


def negation_dropped(text: str, facts: tuple[Fact, ...]) -> str | None:
    """The first negation goes, in French with its second half."""
    fact = next((f for f in facts if _negates(f)), None)
    if fact is None:
        return None
    rest = text[fact.end :].lstrip()
    if fact.text.casefold() in {"ne", "n'", "n’"}:
        rest = re.sub(r"\b(?:pas|plus|jamais|aucune?) ", "", rest, count=1)
    return text[: fact.start] + rest


def _negates(fact: Fact) -> bool:
    return fact.kind == "negation" and fact.weight == Weight.FIRM


def drug_swapped(text: str, facts: tuple[Fact, ...]) -> str | None:
    """The first medicine becomes another."""
    fact = next((f for f in facts if f.kind == "drug"), None)
    return None if fact is None else f"{text[: fact.start]}omeprazol{text[fact.end :]}"


MUTATIONS: dict[str, Mutation] = {
    "digit changed": digit_changed,
    "number dropped": number_dropped,
    "percent dropped": percent_dropped,
    "unit swapped": unit_swapped,
    "negation dropped": negation_dropped,
    "drug swapped": drug_swapped,
}

if __name__ == "__main__":
    sys.exit(main())
