"""Translation: sentences a second of the running Apertium chains, against plain `apertium` fed the whole text.

    python -m benchmarks.translate [--data FOLDER] [-n SENTENCES] [--languages es,fr,pt]

FOLDER holds TICO-19's dev.en-es.tsv, dev.en-fr.tsv and dev.en-pt-BR.tsv (id, English, target). One JSON object on
stdout; a peer that cannot run is null. chrF2 is sacrebleu's, where that is installed, else null.
"""

from __future__ import annotations

import argparse
import importlib
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

from pipeline import facts
from pipeline.translate import apertium, gate

FILES = {"es": "dev.en-es.tsv", "fr": "dev.en-fr.tsv", "pt": "dev.en-pt-BR.tsv"}


def pairs(folder: Path, language: str, count: int) -> list[tuple[str, str]]:
    """English sentences with their reference."""
    lines = (folder / FILES[language]).read_text("utf-8").splitlines()[:count]
    rows = (line.split("\t") for line in lines)
    return [(" ".join(row[1].split()), row[2]) for row in rows if len(row) >= 3]


def peer(sentences: list[str], language: str) -> tuple[float | None, list[str]]:
    """Seconds plain `apertium` takes for the whole text in one process a mode, and its lines."""
    program = shutil.which("apertium")
    if program is None:
        return None, []
    text = "\n\n".join(sentences)
    start = time.perf_counter()
    for mode in apertium.routes()[language]["modes"]:
        text = subprocess.run([program, "-u", mode], input=text, capture_output=True, text=True, check=True).stdout
    return time.perf_counter() - start, [line for line in text.splitlines() if line.strip()]


def chrf(hypotheses: list[str], references: list[str]) -> float | None:
    """Corpus chrF2 by sacrebleu; None where that is not installed or the lines do not pair up."""
    try:
        sacrebleu = importlib.import_module("sacrebleu")
    except ImportError:
        return None
    if len(hypotheses) != len(references):
        return None
    return round(float(sacrebleu.corpus_chrf(hypotheses, [references]).score), 1)


def measure(language: str, rows: list[tuple[str, str]]) -> dict[str, object]:
    """The figures of one language."""
    sentences, references = [row[0] for row in rows], [row[1] for row in rows]
    engine = apertium.Apertium(language)
    start = time.perf_counter()
    engine.translate(sentences[:1])
    ready = time.perf_counter() - start
    start = time.perf_counter()
    drafts = engine.translate(sentences)
    seconds = time.perf_counter() - start
    texts = [source if draft is None else draft.text for source, draft in zip(sentences, drafts, strict=True)]
    judged = [draft and gate.judge(s, draft, language) for s, draft in zip(sentences, drafts, strict=True)]
    refused = sum(verdict is None or bool(verdict.reasons) for verdict in judged)
    false_alarms = sum(
        any(v.severity == "error" for v in facts.compare(s, reference, "en", language)) for s, reference in rows
    )
    plain_seconds, plain = peer(sentences, language)
    return {
        "sentences": len(sentences),
        "route": apertium.routes()[language]["modes"],
        "start_s": round(ready, 2),
        "sentences_per_s": round(len(sentences) / seconds, 1),
        "chrf2": chrf(texts, references),
        "refused_share": round(refused / len(sentences), 4),
        "gate_errors_on_references_share": round(false_alarms / len(sentences), 4),
        "peer": {
            "name": "apertium, the whole text at once",
            "sentences_per_s": None if plain_seconds is None else round(len(sentences) / plain_seconds, 1),
            "lines_out": len(plain),
            "chrf2": chrf(plain, references),
        },
    }


def main() -> int:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/tico19"))
    parser.add_argument("-n", type=int, default=300)
    parser.add_argument("--languages", default="es,fr,pt")
    options = parser.parse_args()
    languages = options.languages.split(",")
    lacking = [language for language in languages if not (options.data / FILES.get(language, "-")).is_file()]
    if lacking:
        print(f"no TICO-19 sentences for {', '.join(lacking)} in {options.data}: give --data.", file=sys.stderr)
        return 2
    figures = {language: measure(language, pairs(options.data, language, options.n)) for language in languages}
    print(json.dumps({"benchmark": "translate", "data": "TICO-19 dev", "languages": figures}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
