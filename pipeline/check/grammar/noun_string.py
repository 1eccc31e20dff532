"""grammar.noun-string: three or more nouns in a row."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache
from typing import TYPE_CHECKING

from pipeline.check.grammar.lexicon import phrases, table, words
from pipeline.check.grammar.parses import Parsed, parsed
from pipeline.check.subject import Subject
from pipeline.findings import Finding
from pipeline.glossary.entries import Treatment
from pipeline.score.frequency import zipf

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEAST = 3  # nouns
_LONG = 4  # nouns
_COMMON = 3.6  # Zipf
_LONGEST_TERM = 6  # words of a familiar term
_NOUNS = frozenset({"NN", "NNS"})
_BEFORE_VERBS_AND_NAMES = frozenset({"NNP", "NNPS", "WDT", "TO", "MD", "PRP"})
_JOINED = frozenset({"compound", "amod"})
_VERBS_TOO = frozenset({"results", "form", "forms", "work", "works"})
_BEHIND_VERBS = frozenset({"in", "on", "when", "around", "over", "from", "as", "at", "inside", "by", "after"})
_HYPHENS = frozenset("-‐‑–/")
Unit = tuple["Token", ...]  # one noun, or several that count as one


def check(subject: Subject) -> Iterator[Finding]:
    """Runs of common nouns where each but the last belongs to a later one; familiar terms count as one noun."""
    known: Set[tuple[str, ...]] | None = None
    for one in parsed(subject):
        for run in _runs(one):
            known = _known(subject) if known is None else known
            units = _units(run, known)
            found = _finding(subject, one, units) if len(units) >= _LEAST else None
            if found is not None:
                yield found


def _known(subject: Subject) -> Set[tuple[str, ...]]:
    kept = {Treatment.KEEP, Treatment.DEFINE}
    entries = [entry for entry in subject.glossary().entries if entry.treatment in kept]
    terms = {tuple(spelling.lower().split()) for entry in entries for spelling in entry.spellings}
    return phrases("noun-string", "compounds") | {term for term in terms if len(term) > 1}


def _runs(one: Parsed) -> Iterator[list[Token]]:
    """The runs of plain nouns, with no name, quotation or hyphened word in them."""
    run: list[Token] = []
    for token in one.doc:
        if _is_plain_noun(token) and not one.is_quoted(token):
            run.append(token)
            continue
        if _is_whole(run):
            yield run
        run = []
    if _is_whole(run):
        yield run


def _is_plain_noun(token: Token) -> bool:
    if token.lower_ in words("noun-string", "taken_for_adjectives") and token.dep_ in {"amod", "compound"}:
        return True
    if token.tag_ == "VBG" and token.dep_ == "compound" and token.i and token.nbor(-1).tag_ in _NOUNS:
        return True  # "blood sugar monitoring device"
    written_small = token.text.islower() or (token.i == 0 and token.is_title and len(token) > 1)
    is_noun = token.tag_ in _NOUNS or (token.tag_ == "NNP" and token.text.islower())
    return is_noun and token.is_alpha and written_small and not _is_adjective(token)


def _is_adjective(token: Token) -> bool:
    """Whether the ending says so, whatever the parser says ("nasal", "chronic")."""
    word = token.lemma_.lower()
    if word in words("noun-string", "nouns_all_the_same") or token.tag_ == "NNS":
        return False
    return word.endswith(tuple(words("noun-string", "adjective_endings")))


def _is_whole(run: list[Token]) -> bool:
    """Whether the run is one phrase with its last noun as head, and no part of a longer name or hyphened word."""
    if len(run) < _LEAST or any(t.dep_ not in _JOINED or not t.i < t.head.i <= run[-1].i for t in run[:-1]):
        return False
    if any(token.tag_ == "NNS" and not _ends_compound(token) for token in run[:-1]):
        return False  # "mutations impact growth": the next word is a verb, whatever the parser takes it for
    if any(token.lower_ in words("noun-string", "verbs") for token in run[1:-1]):
        return False
    doc, first, last = run[0].doc, run[0].i, run[-1].i
    before = doc[first - 1] if first else None
    after = doc[last + 1] if last + 1 < len(doc) else None
    if before is not None and (before.text in _HYPHENS or before.tag_ in _BEFORE_VERBS_AND_NAMES):
        return False
    if after is not None and run[-1].lower_ in _VERBS_TOO and after.lower_ in _BEHIND_VERBS:
        return False  # "a visit to the clinic results in …", "scar tissue forms when …"
    if after is not None and (after.like_num or (len(after) == 1 and after.is_upper)):
        return False  # "type 2" is part of a name
    return after is None or not (after.text in _HYPHENS or after.tag_ in {"NNP", "NNPS"})


def _ends_compound(token: Token) -> bool:
    """As "effects" in "side effects information"."""
    pair = (token.nbor(-1).lower_, token.lemma_.lower()) if token.i else ()
    return pair in phrases("noun-string", "compounds")


def _units(run: list[Token], known: Set[tuple[str, ...]]) -> list[Unit]:
    """The run as nouns that weigh: familiar terms are one, and light words and measures before the last are none."""
    units: list[Unit] = []
    at = 0
    while at < len(run):
        size = next(
            (n for n in range(min(len(run) - at, _LONGEST_TERM), 1, -1) if _is_known(run[at : at + n], known)), 1
        )
        unit = tuple(run[at : at + size])
        is_light = _is_measure(unit[0]) or unit[0].lower_ in words("noun-string", "light")
        if size > 1 or at + size == len(run) or not is_light:
            units.append(unit)
        at += size
    return units


def _is_known(tokens: list[Token], known: Set[tuple[str, ...]]) -> bool:
    lower = tuple(token.lower_ for token in tokens)
    return lower in known or (*lower[:-1], tokens[-1].lemma_.lower()) in known


def _is_measure(token: Token) -> bool:
    before = token.nbor(-1) if token.i else None
    return token.lemma_.lower() in words("noun-string", "measures") and before is not None and before.like_num


def _finding(subject: Subject, one: Parsed, units: list[Unit]) -> Finding | None:
    first, last, head = units[0][0], units[-1][-1], units[-1][0]
    opening = _opening(units)
    if opening is None:
        return None
    if first.i and _belongs_to(first.nbor(-1), last):
        first = first.nbor(-1)
    shown = one.doc[first.i : last.i + 1].text
    return one.found(
        subject,
        "grammar.noun-string",
        [first, last],
        f"“{shown}” is a string of {len(units)} nouns.",
        f"Open it from its end, “{one.doc[head.i : last.i + 1].text} {opening} …”, or use a verb.",
    )


def _belongs_to(before: Token, last: Token) -> bool:
    """Whether the adjective before the string is part of it: "low residue diet sheet"."""
    is_adjective = before.tag_ == "JJ" and before.dep_ == "amod" and before.is_alpha
    return is_adjective and before.head.i <= last.i and before.lower_ not in words("noun-string", "before_strings")


def _opening(units: list[Unit]) -> str | None:
    """The word that opens the string behind its last noun; None where the string may be the name of a thing."""
    head = units[-1][-1].lemma_.lower()
    opening = _openings().get(head)
    if opening is not None:
        return opening
    if head.endswith(tuple(words("noun-string", "abstract_endings"))):
        return "of"
    tokens = [token for unit in units for token in unit]
    is_long = len(units) >= _LONG or len(tokens) > _LONG
    return "for" if is_long and all(zipf(token.lower_) >= _COMMON for token in tokens) else None


@cache
def _openings() -> dict[str, str]:
    """Last noun → the word that opens the string behind it: "of", "for" or "with"."""
    heads = table("noun-string")["heads"]
    return {noun: opening for opening, nouns in heads.items() for noun in nouns.split()}
