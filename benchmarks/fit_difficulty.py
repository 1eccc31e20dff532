"""Fits the two models of difficulty and writes them as plain coefficients.

    python -m benchmarks.fit_difficulty DIR [--write]

DIR has medreadme/train-dev.csv (MedReadMe: sentences of medical texts and their lay summaries, rated 1 to 6) and
complex/train/lcp_single_train.tsv (CompLex: words in context, rated 0 to 1; its biomedical part is used). Only rows of
the train parts are fitted; the correlation is that with the dev part of MedReadMe and the biomedical trial part of
CompLex. Weights are found by non-negative least squares with a small ridge, on features of the same spread. Without
--write the models are only measured. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import nnls

from pipeline.score.difficulty import sentence_features, word_model_features
from pipeline.score.word_features import word_features
from pipeline.score.words import words

RIDGE = 30.0
TARGET = Path(__file__).parents[1] / "pipeline" / "score" / "data" / "difficulty_en.toml"
SENTENCE_TERMS = (
    *(("words", cap) for cap in (8.0, 13.0, 20.0, 32.0)),
    ("rarity_55", None),
    ("rarity_55", 1.5),
    ("rarity_4", 3.0),
    ("rarity_3", 1.0),
    ("mean_rarity", 1.0),
    ("upper_rarity", None),
    ("rare_words", None),
    ("unfamiliar", None),
    ("affixes", None),
    ("initialism", None),
    ("mixed", None),
    ("hyphenated", None),
)
Row = tuple[dict[str, float], float]  # features and the rating
Term = tuple[str, float | None]  # a feature and its cap


def main() -> int:
    """Fit, measure, and write where asked to."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    try:
        train, dev = (sentences(given.data, part) for part in ("train", "dev"))
        word_train, word_trial = (complex_words(given.data, part) for part in ("train", "trial"))
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    sentence = fit(train, SENTENCE_TERMS)
    word = fit(word_train, [(name, None) for name in word_train[0][0]])
    figures = {
        "benchmark": "fit_difficulty",
        "sentence": {"fitted_on": len(train), "measured_on": len(dev), "r": correlation(sentence, dev)},
        "word": {"fitted_on": len(word_train), "measured_on": len(word_trial), "r": correlation(word, word_trial)},
    }
    print(json.dumps(figures, indent=2))
    if given.write:
        TARGET.write_text(_toml(sentence, word, figures), "utf-8")
    return 0


def sentences(data: Path, part: str) -> list[Row]:
    """The rated sentences of a part of MedReadMe. Raises OSError."""
    with (data / "medreadme" / "train-dev.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["split"] == part]
    return [(sentence_features(words(row["sentence"])), float(row["readability"])) for row in rows]


def complex_words(data: Path, part: str) -> list[Row]:
    """The rated words of the biomedical texts of a part of CompLex. Raises OSError."""
    with (data / "complex" / part / f"lcp_single_{part}.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    told = ((word_features(row["token"]), row) for row in rows if row.get("corpus", row.get("subcorpus")) == "biomed")
    return [(word_model_features(found), float(row["complexity"])) for found, row in told if found is not None]


def fit(rows: Sequence[Row], terms: Sequence[Term]) -> dict[str, Any]:
    """Intercept and the terms with a weight over nothing."""
    values = _matrix(rows, terms)
    target = np.array([rating for _, rating in rows])
    spread = np.where(values.std(0) > 0, values.std(0), 1.0)
    scaled = (values - values.mean(0)) / spread
    ridge = np.sqrt(RIDGE) * np.eye(len(terms))
    wanted = np.concatenate([target - target.mean(), np.zeros(len(terms))])
    weights = nnls(np.vstack([scaled, ridge]), wanted)[0] / spread
    kept = [(term, round(float(weight), 5)) for term, weight in zip(terms, weights, strict=True) if weight > 1e-4]
    used = _matrix(rows, [term for term, _ in kept]) @ np.array([weight for _, weight in kept])
    return {"intercept": round(float(target.mean() - used.mean()), 5), "terms": kept}


def correlation(model: dict[str, Any], rows: Sequence[Row]) -> float:
    """Pearson's r of the model with the ratings."""
    values = _matrix(rows, [term for term, _ in model["terms"]])
    predicted = model["intercept"] + values @ np.array([weight for _, weight in model["terms"]])
    return round(float(np.corrcoef(predicted, [rating for _, rating in rows])[0, 1]), 4)


def _matrix(rows: Sequence[Row], terms: Sequence[Term]) -> np.ndarray:
    return np.array(
        [[features[name] if cap is None else min(features[name], cap) for name, cap in terms] for features, _ in rows]
    )


def _toml(sentence: dict[str, Any], word: dict[str, Any], figures: dict[str, Any]) -> str:
    head = """# The models of difficulty, as fitted by `python -m benchmarks.fit_difficulty`. Not written by hand.
#   value = intercept + sum of weight * min(feature, cap)
# Features: pipeline/score/difficulty.py and word_features.py.
"""
    sources = {
        "sentence": "MedReadMe (Jiang and Xu, 2024), train part",
        "word": "CompLex (Shardlow, Cooper, Zampieri, 2020; CC BY 4.0), biomedical single words of the train part",
    }
    scales = {"sentence": (1.0, 6.0), "word": (0.0, 1.0)}
    parts = [head]
    for name, model in (("sentence", sentence), ("word", word)):
        told = figures[name]
        parts.append(
            f'\n[{name}]\nfitted_on = "{sources[name]}: {told["fitted_on"]} rows"\n'
            f"r = {told['r']}  # Pearson, on {told['measured_on']} rows that were not fitted\n"
            f"lowest = {scales[name][0]}\nhighest = {scales[name][1]}\nintercept = {model['intercept']}\n"
        )
        for (feature, cap), weight in model["terms"]:
            parts.append(f'\n[[{name}.term]]\nfeature = "{feature}"\nweight = {weight}\n')
            parts.append("" if cap is None else f"cap = {cap}\n")
    return "".join(parts)


if __name__ == "__main__":
    sys.exit(main())
