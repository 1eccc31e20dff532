"""Negation: every cue that turns a statement around, those that only repeat another one set apart."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.facts.lexicon import common
from pipeline.facts.model import Fact, Weight
from pipeline.facts.scan import Scan
from pipeline.facts.tokens import Match, gap

COUNTED = ("not", "never", "without", "unless", "avoid")
HALF, ORDER, MAYBE, HIDDEN = "half", "order", "maybe", "hidden "

_REACH = 12  # tokens within which a second cue repeats the first: no … nunca, ne … pas, neither … nor
_FAR = 30  # tokens between a subject and its verb
_LONG_WORD = 8  # letters; shorter words with such a beginning are mostly other words
_CLAUSE_ENDS = frozenset(".;:!?")
_PAUSES = frozenset('.;:!?,()"“”«»…¡¿•*')


def find(scan: Scan) -> Iterator[Fact]:
    """Negation cues. Those of `COUNTED` must survive; the others are free.

    "hidden …" words have a negative meaning of that class, "loose" ones may have one, "concord" repeats another cue,
    "maybe" a word that only looks like one, "half" is what is left where the other half of a negation got lost (ne
    without pas), and "order" marks a cue that forbids something to the reader.
    """
    matches = list(scan.lexicon.negation.scan(scan.text, scan.tokens))
    values = {match.first: match.value for match in matches}
    last: Match | None = None
    for match in matches:
        if last is not None and not _same_clause(scan, last.first, match.first):
            last = None
        value = _value(scan, match, last, values)
        if value in COUNTED:
            last = match
            if _forbids(scan, match):
                yield scan.fact("negation", ORDER, match.first, match.last, Weight.FREE)
        if value:
            weight = Weight.FIRM if value in COUNTED else Weight.FREE
            yield scan.fact("negation", value, match.first, match.last, weight)
    yield from _prefixed(scan)


def _value(scan: Scan, match: Match, last: Match | None, values: dict[int, str]) -> str:
    """What a cue counts as behind the `last` counted one of its clause."""
    lexicon, word = scan.lexicon, scan.tokens[match.first].text
    after_indefinite = last is not None and _indefinite(scan, last.first) and _subject_before(scan, match.first)
    after_unless = last is not None and last.value == "unless" and lexicon.empty_after_unless
    if word in lexicon.verbal and lexicon.partners and match.value in COUNTED:
        value = "concord" if after_indefinite else _with_partner(scan, match, values)
        return "concord" if value == HALF and after_unless else value
    if word in lexicon.verbal and after_unless:
        return "concord"
    if word in lexicon.partners:
        if _has_verbal_before(scan, match.first):
            return ""
        return match.value if _before_verb(scan, match.first) else HALF
    if word not in lexicon.concord or match.value not in (*COUNTED, "concord"):
        return match.value
    if last is not None and not _begins_anew(scan, match.first):
        return match.value if word in lexicon.verbal and not after_indefinite else "concord"
    if match.value != "not" or word in lexicon.verbal:
        return match.value
    if _conditional(scan, match.first):
        return "concord"
    return match.value if _before_verb(scan, match.first) else HALF


def _conditional(scan: Scan, index: int) -> bool:
    """Whether a word such as Catalan "cap" means "any" and denies nothing: si té cap dubte."""
    behind = scan.tokens[max(0, index - _REACH) : index]
    return any(token.text in scan.lexicon.conditional for token in behind)


def _same_clause(scan: Scan, first: int, index: int) -> bool:
    near = index - first <= _REACH
    return near and not any(token.text in _CLAUSE_ENDS for token in scan.tokens[first:index])


def _indefinite(scan: Scan, index: int) -> bool:
    word = scan.tokens[index].text
    return word in scan.lexicon.concord and word not in scan.lexicon.verbal


def _begins_anew(scan: Scan, index: int) -> bool:
    """Whether "and" stands right before a cue: do not eat and never drink."""
    return index > 0 and scan.tokens[index - 1].text in scan.lexicon.joiners


def _with_partner(scan: Scan, match: Match, values: dict[int, str]) -> str:
    """What "ne" counts as, by the word that completes it: "pas" or its like, "que" (only), or none."""
    lexicon, tokens = scan.lexicon, scan.tokens
    restricts = False
    for index in range(match.last, min(match.last + _REACH, len(tokens))):
        word = tokens[index].text
        if word in _CLAUSE_ENDS or word in lexicon.verbal:
            break
        if values.get(index) == "" and word in lexicon.partners:
            return ""  # not only
        if word in lexicon.restrictive:
            restricts = True
        elif _completes(scan, index):
            return match.value
    behind = tokens[max(0, match.first - _REACH) : match.first]
    if any(token.text in lexicon.before_verbal for token in behind):
        return match.value
    if match.last < len(tokens) and tokens[match.last].text in lexicon.alone_verbs:
        return match.value
    if restricts:
        return f"{HIDDEN}only"
    return "concord" if _subject_before(scan, match.first) else HALF


def _subject_before(scan: Scan, index: int) -> bool:
    """Whether the clause began with a "nobody" that this "ne" belongs to, however far back."""
    for first in range(index - 1, max(index - _FAR, -1), -1):
        word = scan.tokens[first].text
        if word in _CLAUSE_ENDS or word in scan.lexicon.verbal or word in scan.lexicon.before_verbal:
            return False
        if _indefinite(scan, first):
            return True
    return False


def _completes(scan: Scan, index: int) -> bool:
    word = scan.tokens[index].text
    if word in scan.lexicon.partners:
        following = [token.text for token in scan.tokens[index + 1 : index + 3]]
        compares = len(following) == 2 and following[0] in {"de", "que"} and scan.tokens[index + 2].is_number
        return not compares  # "plus de 3 %" denies nothing
    return word in scan.lexicon.concord


def _has_verbal_before(scan: Scan, index: int) -> bool:
    behind = scan.tokens[max(0, index - _REACH) : index]
    return any(token.text in scan.lexicon.verbal for token in behind)


def _before_verb(scan: Scan, index: int) -> bool:
    """Whether a "nobody" or "none" may deny by itself: at the beginning of its clause, not behind the verb."""
    lexicon, tokens = scan.lexicon, scan.tokens
    if not lexicon.openers:
        return True
    while index > 0 and tokens[index - 1].text in lexicon.prepositions:
        index -= 1
    if index == 0 or "\n" in gap(scan.text, tokens, index):
        return True
    return tokens[index - 1].text in lexicon.openers or tokens[index - 1].text in _PAUSES


def _forbids(scan: Scan, match: Match) -> bool:
    """Whether a cue tells the reader what not to do: must not, cannot; at the beginning of a clause do not, never."""
    lexicon = scan.lexicon
    for index in (match.first - 1, match.first):
        order = lexicon.orders.at(scan.text, scan.tokens, index)
        if order is not None and order.last > match.first:
            if order.value == "anywhere":
                return True
            return index == 0 or scan.tokens[index - 1].text in _PAUSES | lexicon.order_openers
    return False


def _prefixed(scan: Scan) -> Iterator[Fact]:
    """Words whose beginning denies the rest: nonessential, unprotected; and those that may: indeseado."""
    lexicon, denying = scan.lexicon, common()["negation"]
    own = (lexicon.prefixes, lexicon.no_prefixes, _LONG_WORD, f"{HIDDEN}un")
    romance = (tuple(denying["denying"]), tuple(denying["not_denying"]), _LONG_WORD - 1, MAYBE)
    prefixes, exceptions, shortest, value = own if lexicon.prefixes else romance
    for index, token in enumerate(scan.tokens):
        denies = token.is_word and len(token.text) >= shortest and token.text.startswith(prefixes)
        if (
            denies
            and not token.text.startswith(exceptions)
            and lexicon.negation.at(scan.text, scan.tokens, index) is None
        ):
            yield scan.fact("negation", value, index, index + 1, Weight.FREE)
