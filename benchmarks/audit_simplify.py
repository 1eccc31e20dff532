"""Draw sentences that the simplifier changes, for a person to judge: grammar, and meaning.

    python -m benchmarks.audit_simplify DATA [--seed N] [--each N] [--seen FILE]

DATA holds cochrane/val.source, plaba/valid_complex.txt, plaba/train_complex.txt and asset/asset.valid.orig. The
sentences of each set are put in an order that only the seed decides, and the first N that come out changed are printed
with what they became. FILE holds a SHA-256 a line of every sentence read before; they are left out, and the new ones
are added, so that a rule mended after one draw is judged on sentences that had no part in the mending.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.score import sentences

_LEAST = 7  # words of a sentence worth judging
_AT_ONCE = 20


def main() -> int:
    """Draw, print, and give the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--each", type=int, default=50, help="changed sentences of each set")
    options.add_argument("--seen", type=Path, help="file of the sentences to leave out, as SHA-256")
    given = options.parse_args()
    paths = [given.data / name for names in _SETS.values() for name in names]
    missing = [str(path) for path in paths if not path.is_file()]
    if missing:
        print(f"no such file: {', '.join(missing)}", file=sys.stderr)
        return 2
    seen = set(given.seen.read_text().split()) if given.seen is not None and given.seen.exists() else set()
    for name, files in _SETS.items():
        found = {text for file in files for text in _sentences(given.data / file)}
        pool = sorted(
            (text for text in found if _digest(text) not in seen), key=lambda text: _digest(f"{given.seed} {text}")
        )
        for source, plain in _changed(pool, given.each, seen):
            print(f"{name}\n  {source}\n    " + "\n    ".join(plain))
    if given.seen is not None:
        given.seen.write_text("\n".join(sorted(seen)) + "\n")
    return 0


_SETS = {
    "cochrane": ("cochrane/val.source",),
    "plaba": ("plaba/valid_complex.txt",),
    "plaba-train": ("plaba/train_complex.txt",),
    "asset": ("asset/asset.valid.orig",),
}


def _sentences(path: Path) -> Iterator[str]:
    for line in path.read_text("utf-8").splitlines():
        text = line.split("\t")[1] if path.suffix == ".tsv" and "\t" in line else line
        for start, end in sentences.split(text.strip()):
            if len(text.strip()[start:end].split()) >= _LEAST:
                yield text.strip()[start:end]


def _changed(pool: Sequence[str], wanted: int, seen: set[str]) -> Iterator[tuple[str, list[str]]]:
    """The first sentences that change, with what they became; they are marked as seen."""
    from pipeline.glossary import load as load_glossary
    from pipeline.simplify.rewrite import Rewriter, Work

    rewriter = Rewriter(load_glossary(), max_words=20)
    found = 0
    for start in range(0, len(pool), _AT_ONCE):
        if found == wanted:
            return
        works = [Work(text) for text in pool[start : start + _AT_ONCE]]
        rewriter.rewrite(works)
        for work in works:
            if work.sentences != [work.source] and found < wanted:
                found += 1
                seen.add(_digest(work.source))
                yield work.source, work.sentences


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
