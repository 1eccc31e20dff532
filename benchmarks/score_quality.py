"""How well readability figures hold against people's judgement and gold lists, ours beside textstat's.

    python -m benchmarks.score_quality [--data DIR]

Prints one JSON object.

- "syllables": share of the words of tests/score/fixtures/syllables-*.txt whose count is right, by language.
- "medreadme", with --data: Pearson's r with the human ratings of the dev sentences, on which nothing was fitted.
- "complex": the same for the biomedical words of the trial part of CompLex.
- "cochrane": of pairs of a technical abstract and its lay summary, the share whose technical text scores as the easier.

DIR has medreadme/, complex/ and cochrane/. Figures of textstat are those of its functions, with its own counting.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from pipeline import score
from pipeline.score import syllables, textstat_peer
from pipeline.score.difficulty import sentence_difficulty, word_difficulty

GOLD = Path(__file__).parents[1] / "tests" / "score" / "fixtures"
R_LIMIT, WORD_R_LIMIT, COCHRANE_LIMIT, SYLLABLE_LIMIT = 0.82, 0.70, 0.27, 0.97
ENGLISH = ("fkgl", "smog", "flesch", "gunning_fog", "coleman_liau", "ari", "dale_chall", "spache", "lix", "rix")


def main() -> int:
    """Run, print, and give the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, help="folder with medreadme/, complex/ and cochrane/")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        textstat_peer.prepare(Path(folder))
        figures: dict[str, object] = {"benchmark": "score-quality", "syllables": gold()}
        if given.data is not None:
            try:
                figures |= {
                    "medreadme": medreadme(given.data),
                    "complex": complex_words(given.data),
                    "cochrane": cochrane(given.data),
                }
            except OSError as error:
                print(f"{error.filename}: {error.strerror}", file=sys.stderr)
                return 2
    print(json.dumps(figures, indent=2))
    return 0


def gold() -> dict[str, object]:
    """Share of right counts by language: all of its lists together."""
    by_language: dict[str, object] = {"limit": SYLLABLE_LIMIT}
    languages = sorted({file.stem.split("-")[1] for file in GOLD.glob("syllables-*.txt")})
    for language in languages:
        rows = [row for file in sorted(GOLD.glob(f"syllables-{language}*.txt")) for row in _gold_rows(file)]
        by_language[language] = {
            "words": len(rows),
            "plainleaf": _share(syllables.count(word, language) == count for word, count in rows),
            "textstat": _share(textstat_peer.syllables(word, language) == count for word, count in rows),
        }
    return by_language


def medreadme(data: Path) -> dict[str, object]:
    """Correlations with the ratings of the dev part."""
    with (data / "medreadme" / "train-dev.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["split"] == "dev"]
    texts = [row["sentence"] for row in rows]
    ratings = [float(row["readability"]) for row in rows]
    ours = [score.score_text(text)[0] for text in texts]
    theirs = [textstat_peer.scores(text, names=ENGLISH) for text in texts]
    return {
        "sentences": len(rows),
        "r_limit": R_LIMIT,
        "difficulty": _r([sentence_difficulty(text) for text in texts], ratings),
        "plainleaf": {name: _r([figures[name] for figures in ours], ratings) for name in ("difficulty", *ENGLISH)},
        "textstat": {name: _r([figures[name] for figures in theirs], ratings) for name in ENGLISH},
    }


def complex_words(data: Path) -> dict[str, object]:
    """Correlations with the ratings of biomedical words; textstat counts their syllables and letters."""
    with (data / "complex" / "trial" / "lcp_single_trial.tsv").open(encoding="utf-8", newline="") as file:
        every = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    rows = [row for row in every if row["subcorpus"] == "biomed"]
    ratings = [float(row["complexity"]) for row in rows]
    words = [row["token"] for row in rows]
    return {
        "words": len(rows),
        "r_limit": WORD_R_LIMIT,
        "plainleaf": _r([word_difficulty(word) for word in words], ratings),
        "textstat_syllables": _r([textstat_peer.syllables(word) for word in words], ratings),
        "letters": _r([len(word) for word in words], ratings),
    }


def cochrane(data: Path) -> dict[str, object]:
    """The share of pairs whose technical text is scored as easier than its lay summary."""
    technical, lay = (
        (data / "cochrane" / name).read_text("utf-8").splitlines() for name in ("val.source", "val.target")
    )

    def easier(figure: Callable[[str], float]) -> float:
        return _share(figure(hard) < figure(plain) for hard, plain in zip(technical, lay, strict=True))

    return {
        "pairs": len(lay),
        "limit": COCHRANE_LIMIT,
        "plainleaf": {
            name: easier(lambda text, name=name: score.score_text(text)[0][name]) for name in ("fkgl", "difficulty")
        },
        "textstat": {"fkgl": easier(lambda text: textstat_peer.scores(text, names=("fkgl",))["fkgl"])},
    }


def _gold_rows(file: Path) -> Iterable[tuple[str, int]]:
    for line in file.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            word, count = line.rsplit(maxsplit=1)
            yield word, int(count)


def _share(verdicts: Iterable[bool]) -> float:
    found = list(verdicts)
    return round(sum(found) / len(found), 4)


def _r(figures: Sequence[float], ratings: Sequence[float]) -> float:
    return round(float(np.corrcoef(figures, ratings)[0, 1]), 4)


if __name__ == "__main__":
    sys.exit(main())
