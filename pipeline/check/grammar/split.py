"""grammar.split: where a sentence that is too long can be cut."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.check.grammar.lexicon import words
from pipeline.check.grammar.parses import Parsed, parsed
from pipeline.check.subject import Subject
from pipeline.clauses import is_finite, main_verb, subject_of
from pipeline.findings import Finding

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEAST = 5  # words on each side
_SHOWN = 4  # words on each side in the message


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences over `max_sentence_words` with two main clauses that each have their own subject and verb."""
    longest = subject.limits.max_sentence_words
    for one in parsed(subject):
        count = one.sentence.tally.words
        if count > longest:
            joint = _joint(one.doc)
            if joint is not None and not one.is_quoted(joint):
                yield _finding(subject, one, joint, count)


def _finding(subject: Subject, one: Parsed, joint: Token, count: int) -> Finding:
    doc, start = one.doc, joint.i - 1 if joint.i and joint.nbor(-1).text in {",", ";"} else joint.i
    before, after = _words_before(doc, start), _words_behind(doc, joint.i + 1)
    opening = "" if joint.lower_ in {"and", ";"} else f"{joint.text.capitalize()} "
    return one.found(
        subject,
        "grammar.split",
        [doc[start], joint],
        f"The sentence ({count} words) can be cut between “{before}” and “{after}”.",
        f"End it after “{before}” and begin a new one: “{opening}{_begun(after, opening)} …”.",
        value=count,
    )


def _words_before(doc: Doc, end: int) -> str:
    """The last words before a place, none of them cut in half: "two-thirds" is three tokens."""
    first = max(0, end - _SHOWN)
    while first and not doc[first - 1].whitespace_:
        first -= 1
    shown = doc[first:end].text
    return shown.removesuffix(")") if shown.count(")") > shown.count("(") else shown


def _words_behind(doc: Doc, start: int) -> str:
    last = min(len(doc), start + _SHOWN)
    while last < len(doc) and not doc[last - 1].whitespace_ and not doc[last].is_punct:
        last += 1
    return doc[start:last].text.strip(" ,-")


def _begun(after: str, opening: str) -> str:
    return after if opening else after[:1].upper() + after[1:]


def _joint(doc: Doc) -> Token | None:
    """The semicolon, or the "and", "but" or "so" after a comma, between two clauses that stand for themselves."""
    main = main_verb(doc)
    if main is None:
        return None
    for first, second in _pairs(main):
        joint = _between(doc, first, second)
        if joint is not None and _stand_for_themselves(doc, first, joint, second):
            return joint
    return None


def _pairs(main: Token) -> Iterator[tuple[Token, Token]]:
    """The main verb with each verb coordinated to it, or with a whole clause before it ("A is so, so B is so")."""
    for other in main.children:
        if other.dep_ in {"conj", "ccomp"} and is_finite(other) and subject_of(other) is not None:
            if other.dep_ == "conj" and other.i > main.i:
                yield main, other
            elif other.dep_ == "ccomp" and other.i < main.i:
                yield other, main


def _between(doc: Doc, first: Token, second: Token) -> Token | None:
    """The word that joins, if the second clause begins right behind it and ends the sentence."""
    end = max(token.i for token in first.subtree) if first.head == second else first.i
    own = {token.i for token in second.subtree if token.i > end}
    first_own = min(own)
    joint = next((doc[at] for at in (first_own - 1, first_own, first_own + 1) if _joins(doc[at])), None)
    if joint is None or joint.i <= end or joint.i + 1 >= len(doc) or _is_dependent(doc[joint.i + 1]):
        return None
    if any(token.i not in own and not token.is_punct for token in doc[joint.i + 1 :]):
        return None
    return joint if joint.i >= _LEAST and len(doc) - joint.i > _LEAST else None


def _joins(token: Token) -> bool:
    if token.text == ";":
        return True
    return token.lower_ in words("split", "openings") and token.i > 0 and token.nbor(-1).text in {",", ";"}


def _is_dependent(first: Token) -> bool:
    """Whether a clause that begins so needs the one before ("and how …", "and because …")."""
    return (
        first.tag_ in {"WRB", "WP", "WDT", "TO"} or first.text[0].isdigit() or first.lower_ in words("split", "needy")
    )


def _stand_for_themselves(doc: Doc, first: Token, joint: Token, second: Token) -> bool:
    """Whether nothing may hold for both clauses: a condition, a time, a claim, an opening, a pair."""
    before, after = doc[: joint.i], doc[joint.i + 1 :]
    if any(token.lower_ in words("split", "pairing") for token in doc) or _is_enclosed(doc, joint.i):
        return False
    if any(_limits(token) for token in before) or any(_limits(token) for token in after if token.i > second.i):
        return False
    if any(token.dep_ == "mark" and token.lower_ == "that" for token in before):
        return False
    return not (_claims(first, joint) or _has_opening(doc, first) or _is_series(first, second))


def _limits(token: Token) -> bool:
    """Whether the word makes a condition, an exception or a time of what it stands with."""
    if token.lower_ in words("split", "conditions"):
        return True
    return token.lower_ in words("split", "times") and token.dep_ in {"mark", "advmod"} and token.head.dep_ == "advcl"


def _claims(first: Token, joint: Token) -> bool:
    """Whether the first clause says what is thought or said, so that the second may be thought or said too."""
    return any(child.dep_ == "ccomp" and first.i < child.i < joint.i for child in first.children)


def _has_opening(doc: Doc, first: Token) -> bool:
    """Whether something before the subject may hold for both ("In children, …"); "However, …" does not."""
    own = subject_of(first)
    harmless = words("split", "harmless")
    return own is None or any(not token.is_punct and token.lower_ not in harmless for token in doc[: own.left_edge.i])


def _is_series(first: Token, second: Token) -> bool:
    """Three clauses in a row ("A is x, B is y, and C is z"): one cut would leave two with only a comma.

    A clause that the second one takes as its object ("we hope it helps") does no harm.
    """
    others = [child for child in (*first.children, *second.children) if child not in (first, second)]
    beside = [t for t in others if t.dep_ in {"conj", "ccomp", "parataxis"} and subject_of(t) is not None]
    return any(not (t.dep_ == "ccomp" and t.head == second and t.i > second.i) for t in beside)


def _is_enclosed(doc: Doc, at: int) -> bool:
    before = doc[:at].text
    return before.count("(") > before.count(")") or before.count("[") > before.count("]")
