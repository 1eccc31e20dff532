"""The difficulty of English health texts: `../difficulty.py`, brought from sentences to sections and documents."""

from __future__ import annotations

from math import inf

from pipeline.score.formulas.formula import Band, Formula

DIFFICULTY = Formula(
    "difficulty",
    "Health-text difficulty",
    "1 easy … 6 hard",
    "higher",
    "Plainleaf, fitted to the ratings of MedReadMe",
    2024,
    lambda t: t.difficulty / t.words,
    (Band(3.0, "easy"), Band(3.5, "fairly easy"), Band(4.0, "average"), Band(4.5, "hard"), Band(inf, "very hard")),
)
"""The mean over the sentences, each weighing as many times as it has words: a long hard one is not made good by a short
easy one. The scale is that of the ratings, which follow the levels A1 to C2 of the Common European Framework."""
