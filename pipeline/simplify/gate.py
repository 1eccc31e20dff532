"""The gate: what an edit must keep before it may stand. Each check gives a reason to refuse, or None.

Facts (numbers, doses, negation, modality, names, links) are compared by `pipeline.facts`; the parse then tells whether
who does what is still the same; the text tells whether anything broke.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline import facts
from pipeline.clauses import SUBJECTS, main_verb, subject_of
from pipeline.features import features
from pipeline.score.syllables import count
from pipeline.score.words import words as counted_words
from pipeline.simplify.grammar import modal, words
from pipeline.simplify.verb_form import is_order

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DEBRIS = re.compile(
    r"\s[.,;:!?](?!\d)|,\s*[,.;]|\.\.(?!\.)|\s{2}|[,;:—–-]\s*\.$|\(\s|\s\)|\b(\w+) \1\b(?<!had had)(?<!that that)"
)
_STOP = re.compile(r"[.!?](?=\s|$)")
_DANGLING = frozenset({"CCONJ", "SCONJ", "DET"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})
_STEM = 4  # letters that tell a content word again, whatever the parser made of its ending
_GRADE_SLACK = 0.5  # grades a single edit may add: "about" for "approximately" saves syllables, not words
_LONGEST = 1.6  # times the source's length; a sentence split in two repeats a subject
_SHORTEST = 0.5
_REMEMBERED = 2048  # comparisons kept at hand


@lru_cache(maxsize=_REMEMBERED)
def facts_kept(source: str, target: str) -> str | None:
    """The first fact of `source` that `target` lost, changed or made up; the same edit is often tried twice."""
    return next((violation.message for violation in facts.compare(source, target)), None)


def split_is_sound(source: Doc, parts: Sequence[Doc], dropped: Iterable[str] = ()) -> str | None:
    """Whether sentences stand by themselves and say together what the source sentence says."""
    for part in parts:
        if (main_verb(part) is None and not is_order(part)) or broken(part):
            return f"“{part.text}” does not read as a full sentence"
    lost = _lost_words(source, parts, dropped)
    if lost:
        return f"“{lost}” would be lost"
    gone = {word.lower()[:_STEM] for word in dropped}
    claims = {claim for claim in _claims(source) if gone.isdisjoint(claim)}
    if not claims <= set().union(*(_claims(part) | _understood(part) for part in parts)):
        return "who does what would change"
    if _denied(source) != sum((_denied(part) for part in parts), Counter()):
        return "what is denied would change"
    return None


def change_is_sound(source: Doc, changed: Doc, edited: set[int]) -> str | None:
    """Whether a sentence still has its structure after words were replaced.

    `edited` are the indexes of the source's tokens that were replaced.
    """
    if broken(changed) and not broken(source):
        return "the sentence would not read well"
    before, after = main_verb(source), main_verb(changed)
    if before is not None and after is None:
        return "the sentence would not read as a full sentence"
    if before is not None and after is not None and before.i not in edited and before.text != after.text:
        return "the main verb would change"
    if _denials(source) != _denials(changed):
        return "what is denied would change"
    return None


def easier(source: str, target: str) -> str | None:
    """Flesch-Kincaid grade not higher, or fewer words and syllables; and length sane.

    A sentence without its small words has a higher grade, though there is less to read.
    """
    if not _SHORTEST <= len(target) / max(1, len(source)) <= _LONGEST + 20 / max(1, len(source)):
        return "the text would grow or shrink too much"
    before, after = _effort(source), _effort(target)
    is_shorter = after.words < before.words and after.syllables <= before.syllables
    if after.grade > before.grade + _GRADE_SLACK and not is_shorter:
        return "the text would not be easier"
    return None


def broken(doc: Doc) -> bool:
    """Marks of a bad cut: stray punctuation, a doubled word, an open bracket, a last word that leads nowhere."""
    text = features(doc).text
    if _DEBRIS.search(text) or text.count("(") != text.count(")") or text.count("“") != text.count("”"):
        return True
    last = next((doc[at] for at in range(len(doc) - 1, -1, -1) if not doc[at].is_punct), None)
    return last is None or (last.pos_ in _DANGLING and last.dep_ in {"cc", "mark", "det"})


def _lost_words(source: Doc, parts: Sequence[Doc], dropped: Iterable[str]) -> str | None:
    """The first content word that the parts have less often, by its lemma and, should the parser waver, its text."""
    lemmas = Counter(lemma[:_STEM] for part in parts for lemma in features(part).lemmas)
    texts = Counter(word[:_STEM] for part in parts for word in features(part).words)
    gone, seen = {word.lower() for word in dropped}, features(source)
    content = [at for at, pos in enumerate(seen.pos) if pos in _CONTENT and seen.words[at] not in gone]
    wanted = Counter(seen.lemmas[at][:_STEM] for at in content)
    for at in content:
        stem = seen.lemmas[at][:_STEM]
        if max(lemmas[stem], texts[stem], texts[seen.words[at][:_STEM]]) < wanted[stem]:
            return seen.texts[at]
    return None


def _stem(token: Token) -> str:
    return token.lemma_.lower()[:_STEM]


def _claims(doc: Doc) -> set[tuple[str, ...]]:
    """Who does what, what is done to what, and with which "may": (role, noun, verb) and (verb, helper), as stems."""
    found: set[tuple[str, ...]] = set()
    seen = features(doc)
    for at, (dep, pos) in enumerate(zip(seen.deps, seen.pos, strict=True)):
        if dep in SUBJECTS and seen.words[at] not in _RELATIVE and doc[at].head.pos_ in {"VERB", "AUX"}:
            role = "thing" if dep == "nsubjpass" else "doer"
            found.update((role, _stem(one), _stem(doc[at].head)) for one in _joined(doc[at]))
        if dep == "agent":
            doers = (child for by in _joined(doc[at]) for child in by.children if child.dep_ == "pobj")
            found.update(("doer", _stem(one), _stem(doc[at].head)) for doer in doers for one in _joined(doer))
        if pos in {"VERB", "AUX"} and "MD" in seen.tags:
            helper = modal(doc[at])
            if helper is not None:
                found.add((_stem(doc[at]), helper.lower_))
    return found


def _joined(token: Token) -> tuple[Token, ...]:
    """A word and those that "and" or "or" joins to it; what stands in brackets says more of it."""
    joined = (one for one in token.conjuncts if "(" not in token.doc[min(token.i, one.i) : max(token.i, one.i)].text)
    return (token, *joined)


def _understood(doc: Doc) -> set[tuple[str, ...]]:
    """Claims that the parts also make: the object of an active, the subject of "to rest" in "you need to rest"."""
    found: set[tuple[str, ...]] = set()
    for token in (doc[at] for at, dep in enumerate(features(doc).deps) if dep in {"dobj", "dative", "xcomp"}):
        who = subject_of(token.head) if token.dep_ == "xcomp" else None
        if who is not None:
            found.add(("doer", _stem(who), _stem(token)))
        if token.dep_ != "xcomp":
            found.update(("thing", _stem(one), _stem(token.head)) for one in _joined(token))
    return found


def _denied(doc: Doc) -> Counter[str]:
    return Counter(_stem(doc[at].head) for at, dep in enumerate(features(doc).deps) if dep == "neg")


def _denials(doc: Doc) -> int:
    """How often the sentence denies; who is "unable to" do something, cannot do it."""
    seen, unable = features(doc), words("unable")
    return seen.deps.count("neg") + sum(word in unable for word in seen.words)


@dataclass(frozen=True, slots=True)
class _Effort:
    """What a text asks of a reader."""

    words: int
    syllables: int
    sentences: int

    @property
    def grade(self) -> float:
        """Flesch-Kincaid grade (Kincaid 1975); 0 without words."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words


@lru_cache(maxsize=_REMEMBERED)
def _effort(text: str) -> _Effort:
    counted = counted_words(text, "en")
    return _Effort(len(counted), sum(count(w, "en") for w in counted), max(1, len(_STOP.findall(text))))
