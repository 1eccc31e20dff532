"""Translation: sentences a second of the running Apertium chains, against plain `apertium` fed the whole text.

    python -m benchmarks.translate [--data FOLDER] [-n SENTENCES] [--languages es,fr,pt]

FOLDER holds TICO-19's dev.en-es.tsv, dev.en-fr.tsv and dev.en-pt-BR.tsv (id, English, target). Without it the
sentences are those of source/, which have no reference. One JSON object on stdout; what cannot be measured is null.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

from benchmarks import term_recall
from pipeline import facts, read
from pipeline.document import BODY_KINDS
from pipeline.sources import find
from pipeline.translate import apertium, gate

FILES = {"es": "dev.en-es.tsv", "fr": "dev.en-fr.tsv", "pt": "dev.en-pt-BR.tsv"}


def pairs(folder: Path, language: str, count: int) -> list[tuple[str, str]]:
    """English sentences with their reference."""
    lines = (folder / FILES[language]).read_text("utf-8").splitlines()[:count]
    rows = (line.split("\t") for line in lines)
    return [(" ".join(row[1].split()), row[2]) for row in rows if len(row) >= 3]


def samples(count: int) -> list[tuple[str, str]]:
    """The sentences of source/, without a reference."""
    documents = [read.run(path.read_bytes(), path.name).document for path in find([Path("source")])]
    texts = [s.text for d in documents for block in d.blocks() if block.kind in BODY_KINDS for s in block.segments()]
    return [(text, "") for text in texts[:count]]


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
    """Corpus chrF2 (Popović 2015) by sacrebleu; None without references."""
    if len(hypotheses) != len(references) or not any(references):
        return None
    from sacrebleu.metrics import CHRF

    return round(CHRF().corpus_score(hypotheses, [references]).score, 1)


def measure(language: str, rows: list[tuple[str, str]], terminology: Path | None) -> dict[str, object]:
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
    alarms = [
        any(v.severity == "error" for v in facts.compare(s, reference, "en", language))
        for s, reference in rows
        if reference
    ]
    half = len(sentences) // 2
    left = sum(len(verdict.left) for verdict in judged if verdict)
    unknown = sum(len(draft.unknown) for draft in drafts if draft)
    words = sum(len(sentence.split()) for sentence in sentences)
    plain_seconds, plain = peer(sentences, language)
    known = term_recall.terms(terminology, language) if terminology else None
    return {
        "sentences": len(sentences),
        "route": apertium.routes()[language]["modes"],
        "start_s": round(ready, 2),
        "sentences_per_s": round(len(sentences) / seconds, 1),
        "chrf2": chrf(texts, references),
        "chrf2_second_half": chrf(texts[half:], references[half:]),
        "unknown_share": round(unknown / words, 4),
        "unknown_share_without_names": round(left / words, 4),
        "limit_of_unknown": 0.02,
        "terms": known and term_recall.recall(sentences, references, texts, known),
        "refused_share": round(refused / len(sentences), 4),
        "gate_errors_on_references_share": round(sum(alarms) / len(alarms), 4) if alarms else None,
        "peer": {
            "name": "apertium, the whole text at once",
            "sentences_per_s": None if plain_seconds is None else round(len(sentences) / plain_seconds, 1),
            "lines_out": len(plain),
            "chrf2": chrf(plain, references),
            "ratio_of_speed": None if plain_seconds is None else round(plain_seconds / seconds, 2),
            "limit_of_ratio": 0.7,
            "terms": known and len(plain) == len(texts) and term_recall.recall(sentences, references, plain, known),
        },
    }


def main() -> int:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("-n", type=int, default=1100)
    parser.add_argument("--languages", default="es,fr,pt")
    options = parser.parse_args()
    languages = options.languages.split(",")
    data = options.data
    lacking = [language for language in languages if data and not (data / FILES.get(language, "-")).is_file()]
    if lacking:
        print(f"no TICO-19 sentences for {', '.join(lacking)} in {data}.", file=sys.stderr)
        return 2
    rows = {language: pairs(data, language, options.n) if data else samples(options.n) for language in languages}
    folder = data / "terminologies" if data else None
    terminology = folder if folder and folder.is_dir() else None
    figures = {language: measure(language, rows[language], terminology) for language in languages}
    name = "TICO-19 dev" if data else "source/"
    print(json.dumps({"benchmark": "translate", "data": name, "languages": figures}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
