"""The rules that make shorter sentences, one module each, in the order they are tried.

A rule proposes: `propose(doc, main)` gives the sentences that could stand for a parsed sentence whose main verb is
`main`. Whether they may is decided by the gate, not here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.simplify.rules import (
    apposition,
    because,
    colon,
    contrast,
    coordination,
    fronted,
    latin,
    light_verb,
    nominal,
    noun_string,
    opener,
    parentheses,
    participle,
    passive,
    preposition_which,
    question,
    relative,
    semicolon,
    there,
    verb_phrases,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to rewrite a sentence."""

    name: str
    reason: str  # for a clinician
    propose: Callable[[Doc, Token], Iterator[tuple[str, ...]]]
    least: int | None  # words a sentence must have at least; None: more than the settings' max_words
    conditions: bool = False  # whether a sentence that says "if" or "unless" may be rewritten
    orders: bool = False  # whether a sentence that tells the reader what to do may be rewritten too
    dropped: Callable[[Doc], Collection[str]] | None = None  # words of a sentence that may go; None: every word stays


RULES: tuple[Rule, ...] = (
    Rule("opener", "A shorter linking word.", opener.propose, 0, conditions=True, dropped=opener.dropped),
    Rule("there", "Begins with who or what it is about.", there.propose, 0, dropped=there.dropped),
    Rule("light_verb", "One verb for a weak verb and a noun.", light_verb.propose, 0, dropped=light_verb.dropped),
    Rule("nominal", "A verb for the noun that hid it.", nominal.propose, 0, dropped=nominal.dropped),
    Rule(
        "noun-string",
        "Nouns in a row, unpacked.",
        noun_string.propose,
        0,
        conditions=True,
        orders=True,
        dropped=noun_string.dropped,
    ),
    Rule("question", "A question for the noun that hid it.", question.propose, 0, dropped=question.dropped),
    Rule("passive", "Says first who does it.", passive.propose, 0),
    Rule(
        "latin", "English words for Latin ones.", latin.propose, 0, conditions=True, orders=True, dropped=latin.dropped
    ),
    Rule("split.semicolon", "Two statements, two sentences.", semicolon.propose, 10),
    Rule("split.colon", "Two statements, two sentences.", colon.propose, 12),
    Rule("split.contrast", "The two sides of a contrast, a sentence each.", contrast.propose, 10),
    Rule("split.parentheses", "What stands in brackets in a sentence of its own.", parentheses.propose, 9, orders=True),
    Rule("split.apposition", "An explanation in a sentence of its own.", apposition.propose, 12),
    Rule("split.relative", "An added remark in a sentence of its own.", relative.propose, 12),
    Rule("split.which", "An added remark in a sentence of its own.", preposition_which.propose, 12),
    Rule("split.fronted", "What something is like, in a sentence of its own.", fronted.propose, 12),
    Rule("split.because", "A reason in a sentence of its own.", because.propose, 14),
    Rule("split.participle", "What it leads to, in a sentence of its own.", participle.propose, 11),
    Rule("split.coordination", "Two statements, two sentences.", coordination.propose, 12),
    Rule("split.verbs", "Two things said of one subject, a sentence each.", verb_phrases.propose, None),
)
