"""The facts gate beside a naive peer: how often each objects to faithful texts, and which changes each notices.

    python -m benchmarks.facts [--data FOLDER]

Prints JSON. "fixtures": of the sentences in tests/facts, the share of mutations noticed and of faithful texts flagged.
With --data, a FOLDER that holds TICO-19 (human translations) as dev.en-es.tsv, dev.en-fr.tsv and dev.en-pt-BR.tsv (id,
English, translation, parted by tabs), for each language twice, for the odd rows ("tuning") and the even ("held_out"):
the share of pairs flagged, by level and kind; and for each change made to the translations that pass, how many there
were and the share noticed, at any level and as an error. Rules may be tuned on odd rows only.
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
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.facts import LANGUAGES, Fact, Weight, compare, extract
from pipeline.facts.negation import ORDER

FIXTURES = Path(__file__).parent.parent / "tests" / "facts"
FILES = {"es": "dev.en-es.tsv", "fr": "dev.en-fr.tsv", "pt": "dev.en-pt-BR.tsv"}
LIMITS = {"error": 0.03, "needs-review or above": 0.08, "negation dropped, unnoticed": 0.04}
UNITS = {"mg": "g", "horas": "días", "heures": "jours", "dias": "semanas", "días": "semanas", "jours": "semaines"}
NEGATORS = {
    "en": "no not cannot never without none nobody nothing",
    "es": "no nunca sin ni ningún ninguna nada nadie",
    "fr": "ne n sans ni aucun aucune",
    "pt": "não nunca sem nem nenhum nenhuma nada ninguém",
    "ca": "no mai sense ni cap res ningú",
    "it": "non mai senza né nessun nessuna nulla",
    "gl": "non nunca sen nin ningún ningunha nada ninguén",
}
Mutation = Callable[[str, tuple[Fact, ...]], str | None]
Pair = tuple[str, str]


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
        figures |= {language: measure(data / name, language) for language, name in FILES.items()}
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


def measure(path: Path, language: str) -> dict[str, object]:
    """The figures of one language."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    pairs = [(row[1], row[2]) for row in rows]
    return {
        "tuning": _measure(pairs[0::2], language),
        "held_out": _measure(pairs[1::2], language),
    }


def _measure(pairs: list[Pair], language: str) -> dict[str, object]:
    start, levels, kinds = time.perf_counter(), Counter[str](), Counter[str]()
    passed: list[Pair] = []
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
        "flagged_by_peer": _share(peer(source, target, language) for source, target in pairs),
        "kinds": dict(sorted(kinds.items())),
        "mutations": mutations(passed, language),
    }


def mutations(pairs: list[Pair], language: str) -> dict[str, dict[str, float]]:
    """Each change made, once a sentence, to every translation it can be made to."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for source, target in pairs:
        facts, own = extract(target, language), extract(source, "en")
        for name, change in MUTATIONS.items():
            changed = change(target, facts)
            if changed is None or changed == target or not NEEDS.get(name, _anything)(own):
                continue
            found = compare(source, changed, "en", language)
            counts[name].update(["made", *(["noticed"] if found else [])])
            counts[name].update(["error"] if found and found[0].severity.value == "error" else [])
            counts[name].update(["peer"] if peer(source, changed, language) else [])
    return {
        name: {
            "made": count["made"],
            **{
                key: round(count[which] / count["made"], 3)
                for key, which in (("noticed", "noticed"), ("error", "error"), ("noticed_by_peer", "peer"))
            },
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
    cues = [fact for fact in facts if _negates(fact)]
    return _without(text, cues[0]) if cues else None


def last_negation_dropped(text: str, facts: tuple[Fact, ...]) -> str | None:
    """The last of two or more negations goes."""
    cues = [fact for fact in facts if _negates(fact)]
    return _without(text, cues[-1]) if len(cues) > 1 else None


def _without(text: str, cue: Fact) -> str:
    rest = text[cue.end :].lstrip()
    if cue.text.casefold() in {"ne", "n'", "n’"}:
        rest = re.sub(r"\b(?:pas|plus|jamais|aucune?)\b ?", "", rest, count=1)
    return text[: cue.start] + rest


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
    "last of several negations dropped": last_negation_dropped,
    "prohibition dropped": negation_dropped,
    "drug swapped": drug_swapped,
}


def _anything(_: tuple[Fact, ...]) -> bool:
    return True


def _denies(facts: tuple[Fact, ...]) -> bool:
    return any(map(_negates, facts))


def _forbids(facts: tuple[Fact, ...]) -> bool:
    return any(fact.value == ORDER for fact in facts)


# What the English sentence must have for a change to be a loss.
NEEDS: dict[str, Callable[[tuple[Fact, ...]], bool]] = {
    "negation dropped": _denies,
    "last of several negations dropped": _denies,
    "prohibition dropped": _forbids,
}

if __name__ == "__main__":
    sys.exit(main())
