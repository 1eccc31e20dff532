"""grammar.double-negative: two words that deny, where a reader needs to hear what is so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.check.grammar.lexicon import table, words
from pipeline.check.grammar.parses import Parsed, is_denied, parsed
from pipeline.check.subject import Subject
from pipeline.clauses import auxiliaries, subject_of
from pipeline.findings import Finding

if TYPE_CHECKING:
    from spacy.tokens import Token

_CODE = "grammar.double-negative"
_SAY_WHAT_IS_SO = (
    "Say in plain words what is so, and how often or how much. The bare opposite may say more than you mean."
)
_NO_DENIAL = frozenset({"if", "whether", "why"})  # "difficult if not impossible"


def check(subject: Subject) -> Iterator[Finding]:
    """Such as "not uncommon", "do not hesitate", "not without", "cannot not", and "unless … not" after a "not"."""
    for one in parsed(subject):
        for token in one.doc:
            if not one.is_quoted(token):
                yield from _denied_word(subject, one, token)
                yield from _denied_subject(subject, one, token)
                yield from _denied_twice(subject, one, token)
                yield from _denied_truth(subject, one, token)
                yield from _denied_unless(subject, one, token)


def _denied_word(subject: Subject, one: Parsed, token: Token) -> Iterator[Finding]:
    negator = _negator_before(token)
    if negator is None:
        return
    verbs = table("double-negative")["verbs"]
    if token.lower_ in words("double-negative", "adjectives"):
        hint = _SAY_WHAT_IS_SO
    elif token.lower_ in verbs and negator.i == token.i - 1 and _is_told(token, negator):
        hint = f"Say it without “not”: {verbs[token.lower_]}."
    elif token.lower_ == "without" and negator.i == token.i - 1 and negator.lower_ != "cannot":
        hint = _SAY_WHAT_IS_SO
    else:
        return
    first = negator.nbor(-1) if negator.i and not negator.nbor(-1).whitespace_ else negator  # "don't" is two tokens
    yield one.found(subject, _CODE, [first, token], f"“{one.doc[first.i : token.i + 1].text}” denies twice.", hint)


def _negator_before(token: Token) -> Token | None:
    """The "not" directly before a word, or with one of a few adverbs between."""
    at = token.i - 1
    while at > 0 and token.i - at < 3 and token.doc[at].lower_ in words("double-negative", "between"):
        at -= 1
    found = token.doc[at] if at >= 0 else None
    if found is None or found.lower_ not in words("double-negative", "negators"):
        return None
    return None if found.i and found.nbor(-1).lower_ in _NO_DENIAL else found


def _is_told(verb: Token, negator: Token) -> bool:
    """As in "do not forget to …"; not "if you cannot avoid it" or "never forget him", where there is no "not … not"."""
    if verb.tag_ not in {"VB", "VBP"} or verb.i + 1 >= len(verb.doc):
        return False
    helpers = [helper.lower_ for helper in auxiliaries(verb)]
    takes_deed = verb.lower_ == "avoid" or verb.nbor(1).lower_ == "to"
    is_told = len(helpers) == 1 and helpers[0] in words("double-negative", "told")
    return takes_deed and (is_told or (negator.lower_ == "never" and not helpers))


def _denied_subject(subject: Subject, one: Parsed, adjective: Token) -> Iterator[Finding]:
    """As in "no one is unable to do this"."""
    if adjective.lower_ not in words("double-negative", "adjectives") or adjective.dep_ != "acomp":
        return
    own = subject_of(adjective.head)
    first = None if own is None else own.doc[own.left_edge.i]
    if first is not None and first.lower_ in words("double-negative", "subjects"):
        yield _twice(subject, one, first, adjective)


def _denied_twice(subject: Subject, one: Parsed, token: Token) -> Iterator[Finding]:
    """As in "you cannot not take it", "there is no reason not to go"."""
    if token.lower_ != "not" or token.i < 2:
        return
    before, first = token.nbor(-1), token.nbor(-2)
    if before.lower_ in words("double-negative", "negators"):
        yield _twice(subject, one, before if before.lower_ == "cannot" else first, token)
    elif before.lower_ in words("double-negative", "grounds") and first.lower_ == "no":
        yield _twice(subject, one, first, token)


def _denied_truth(subject: Subject, one: Parsed, word: Token) -> Iterator[Finding]:
    """As in "it is not true that you cannot eat"."""
    if word.lower_ not in words("double-negative", "so") or not is_denied(word.head):
        return
    first = next(child for child in word.head.children if child.dep_ == "neg")
    clauses = [*word.head.rights, *word.rights]
    for clause in clauses:
        if clause.dep_ not in {"ccomp", "csubj", "acl"} or not first.i < word.i < clause.i:
            continue
        own = next((child for child in clause.children if child.dep_ == "neg"), None)
        if own is not None:
            yield _twice(subject, one, first, own)


def _twice(subject: Subject, one: Parsed, first: Token, last: Token) -> Finding:
    text = f"“{one.doc[first.i : last.i + 1].text}” denies twice."
    return one.found(subject, _CODE, [first, last], text, _SAY_WHAT_IS_SO)


def _denied_unless(subject: Subject, one: Parsed, mark: Token) -> Iterator[Finding]:
    """As in "do not … unless you do not …": three steps to find out what to do."""
    if mark.lower_ != "unless" or mark.dep_ != "mark":
        return
    clause, governor = mark.head, mark.head.head
    own = next((t for t in clause.subtree if t.i > mark.i and t.lower_ in words("double-negative", "denying")), None)
    if clause.dep_ != "advcl" or own is None or not is_denied(governor):
        return
    first = next(child for child in governor.children if child.dep_ == "neg")
    yield one.found(
        subject,
        _CODE,
        [first, mark, own],
        f"“{first.text} … {mark.text} … {own.text}” makes the reader turn the meaning round three times.",
        "Say when to do it and when not, in two sentences: “If …, do …. If not, do not …”.",
    )
