"""Speed of the simplifier beside spaCy's own pipeline on the same text, in the same run.

python -m benchmarks.simplify [SOURCE]
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path


def main() -> None:
    """Print words a second of both, and the share of the time that is spaCy's."""
    from pipeline import glossary, parser, read, simplify
    from pipeline.sources import find

    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "source")
    documents = [read.run(path.read_bytes(), path.name).document for path in find([folder])]
    texts = [segment.text for document in documents for segment in document.segments()]
    words = sum(len(text.split()) for text in texts)
    glossary = glossary.load()
    nlp = parser.load()
    list(nlp.pipe(texts[:5]))

    began = time.perf_counter()
    list(nlp.pipe(texts))
    spacy_seconds = time.perf_counter() - began
    began = time.perf_counter()
    results = [simplify.run(document, glossary) for document in documents]
    own_seconds = time.perf_counter() - began
    print(
        json.dumps(
            {
                "benchmark": "simplify",
                "words": words,
                "words_per_second": round(words / own_seconds),
                "spacy_words_per_second": round(words / spacy_seconds),
                "spacy_share": round(spacy_seconds / own_seconds, 2),
                "edits": sum(edit.applied for result in results for edit in result.edits),
                "refused": sum(not edit.applied for result in results for edit in result.edits),
            }
        )
    )


if __name__ == "__main__":
    main()
