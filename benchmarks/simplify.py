"""Speed of the simplifier beside spaCy's own pipeline on the same text, in the same run, and its memory.

    python -m benchmarks.simplify [SOURCE] [--documents N]

Prints one JSON object. "share_of_spacy" is how much of the simplifier's time is spent inside spaCy's pipeline, timed
there; the text is read by both after a first round that fills what is kept for a whole run. "memory" is the resident
memory after the first tenth of N made-up handouts of 200 words, and after all of them.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.made_text import handout, sentences_without_end
from pipeline import glossary, parser, read, simplify
from pipeline.document import Document
from pipeline.glossary.entries import Glossary
from pipeline.sources import find

WORDS_A_SECOND, SHARE = 2_000, 0.9  # limits
WORDS = 200


class Timed:
    """SpaCy's pipeline with a clock in it."""

    def __init__(self) -> None:
        self._pipe = parser.load().pipe
        self.seconds = 0.0

    def pipe(self, texts: Iterable[str], **options: int) -> Iterator[object]:
        """As the pipeline's own `pipe`."""
        made = iter(self._pipe(texts, **options))
        while True:
            began = time.perf_counter()
            doc = next(made, None)
            self.seconds += time.perf_counter() - began
            if doc is None:
                return
            yield doc


def main() -> int:
    """Run, print, and give the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("source", nargs="?", type=Path, default=Path("source"))
    options.add_argument("--documents", type=int, default=1_000)
    given = options.parse_args()
    words = glossary.load()
    documents = samples(given.source)
    figures = {"benchmark": "simplify", **speed(documents, words), "memory": memory(given.documents, words)}
    print(json.dumps(figures, indent=2))
    return 0


def samples(source: Path) -> list[Document]:
    """The documents of a folder."""
    return [read.run(path.read_bytes(), path.name).document for path in find([source])]


def speed(documents: Sequence[Document], words: Glossary) -> dict[str, object]:
    """Words a second of both, and what was done."""
    texts = [segment.text for document in documents for segment in document.segments()]
    size = sum(len(text.split()) for text in texts)
    results = [simplify.run(document, words) for document in documents]
    began = time.perf_counter()
    list(parser.load().pipe(texts))
    spacy_seconds = time.perf_counter() - began
    clock = Timed()
    parser.load().pipe = clock.pipe  # type: ignore[assignment, method-assign]
    began = time.perf_counter()
    for document in documents:
        simplify.run(document, words)
    own_seconds = time.perf_counter() - began
    del parser.load().pipe
    return {
        "words": size,
        "words_per_second": round(size / own_seconds),
        "words_per_second_limit": WORDS_A_SECOND,
        "spacy_words_per_second": round(size / spacy_seconds),
        "share_of_spacy": round(clock.seconds / own_seconds, 2),
        "share_of_spacy_limit": SHARE,
        "edits": sum(edit.applied for result in results for edit in result.edits),
        "refused": sum(not edit.applied for result in results for edit in result.edits),
    }


def memory(count: int, words: Glossary) -> dict[str, float]:
    """Resident megabytes on the way through many documents."""
    made = sentences_without_end()
    figures: dict[str, float] = {"documents": count}
    for number in range(1, count + 1):
        simplify.run(read.run(handout(number, made, WORDS).encode(), f"{number}.txt").document, words)
        if number in {max(1, count // 10), count}:
            figures[f"megabytes_after_{number}"] = round(_resident(), 1)
    return figures


def _resident() -> float:
    """Resident memory now, in megabytes; 0 where the system does not tell."""
    try:
        status = Path("/proc/self/status").read_text("utf-8")
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS:"))


if __name__ == "__main__":
    sys.exit(main())
