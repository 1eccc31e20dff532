"""English sentences parsed by spaCy, and which of their verbs tell the reader what to do.

Apertium's own statistical taggers take many instructions for nouns ("Dress your child") and keep a state from sentence
to sentence. A parse here is the same whatever came before it or stands beside it.
"""

from __future__ import annotations

import tomllib
from collections import OrderedDict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from pipeline import parser

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PLEASE = "Please "
BARE_VERB = frozenset({"VB", "VBP"})
_ORDERS = "instructions"  # where a parse remembers its own
_BATCH, _KEPT = 64, 4096  # sentences parsed together; parses at hand

_parses: OrderedDict[str, tuple[Doc, int]] = OrderedDict()


def prepare(texts: Iterable[str]) -> None:
    """Parse, together, what will be asked for: a sentence's parse is the same in any company, and sooner there."""
    new = [text for text in dict.fromkeys(texts) if text not in _parses][:_KEPT]
    docs = list(parser.load().pipe(new, batch_size=_BATCH))
    for text, doc in zip(new, docs, strict=True):
        _parses[text] = _asked(text, doc)
    while len(_parses) > _KEPT:
        _parses.popitem(last=False)


def parse(text: str) -> tuple[Doc, int]:
    """The parse of one sentence by itself, and where it begins.

    A sentence without a verb that begins with a word of `verb` in people.toml is parsed with "Please" before it: the
    parser takes the "Rub" of "Rub lotion on dry skin" for a noun.
    """
    if text not in _parses:
        prepare([text])
    return _parses[text]


def _asked(text: str, doc: Doc) -> tuple[Doc, int]:
    first = next((token for token in doc if token.is_alpha), None)
    if first is None or first.lower_ not in word_lists()["verb"] or first.pos_ == "VERB" or _finite(doc):
        return doc, 0
    at = first.idx
    asked = parser.load()(f"{text[:at]}{PLEASE}{text[at].lower()}{text[at + 1 :]}")
    verb = next((token for token in asked if token.idx == at + len(PLEASE)), None)
    return (asked, len(PLEASE)) if verb is not None and verb.tag_ in BARE_VERB and at == 0 else (doc, 0)


def _finite(doc: Doc) -> bool:
    """Whether the main clause has a verb."""
    return any(token.dep_ == "ROOT" and token.pos_ in ("VERB", "AUX") for token in doc)


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """`data/people.toml`: lists of English words."""
    table = tomllib.loads(files("pipeline.translate").joinpath("data/people.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in table.items()}


def instructions(doc: Doc) -> tuple[Token, ...]:
    """The verbs of a sentence that tell the reader to do something, or not to."""
    if _ORDERS not in doc.user_data:
        found: list[Token] = []
        for token in doc:
            if _is_instruction(token, found):
                found.append(token)
        doc.user_data[_ORDERS] = tuple(token.i for token in found)
    return tuple(doc[at] for at in doc.user_data[_ORDERS])


def _is_instruction(token: Token, before: list[Token]) -> bool:
    joined = token.dep_ == "conj" and token.head in before
    alike = (
        token.tag_ in ("VBD", "VBN") and token.dep_ == "ROOT" and token.lower_ == token.lemma_.lower()
    )  # "put", "cut"
    bare = token.tag_ in BARE_VERB or alike or (joined and bare_conjunct(token))
    if not bare or token.lower_ in ("am", "are", "is"):
        return False
    if any(child.dep_ in ("nsubj", "nsubjpass", "expl", "mark") for child in token.children):
        return False
    if any(child.tag_ in ("MD", "TO") for child in token.children):
        return False
    if any(child.dep_ in ("aux", "auxpass") and child.lower_ not in ("do", "don") for child in token.children):
        return False
    if token.dep_ in ("ROOT", "parataxis"):
        return True
    if token.dep_ == "ccomp":
        return token.i < token.head.i
    if token.dep_ != "conj":
        return False
    return not inside(token) if token.head in before else _starts_anew(token)


def _starts_anew(token: Token) -> bool:
    """Whether a verb joined to a statement is an order: "You may shower, but do not soak it"."""
    head = token.head
    subject = next((child for child in head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    joint = next((c for c in head.children if c.dep_ == "cc" and c.i < token.i), None)
    comma = joint is not None and joint.i > 0 and token.doc[joint.i - 1].text == ","
    if subject is None or not comma:
        return False
    if any(child.dep_ == "neg" for child in token.children):
        return subject.lower_ == "you" and any(child.lower_ == "do" for child in token.children)
    return head.tag_ == "VBZ" and token.tag_ in BARE_VERB


def inside(token: Token) -> bool:
    """Whether a verb is joined to a clause between it and its head: "Tell us if you are sick or have a cough"."""
    joint = next((left for left in reversed(list(token.head.children)) if left.dep_ == "cc" and left.i < token.i), None)
    between = token.doc[token.head.i + 1 : joint.i if joint is not None else token.i]
    comma = any(part.text == "," for part in token.doc[max(between.end - 1, 0) : between.end])
    return not comma and any(part.dep_ == "mark" or part.tag_ in ("WDT", "WP", "WRB") for part in between)


def bare_conjunct(token: Token) -> bool:
    """Whether a word taken for a noun is a verb in a row of verbs: "must not bend, lift or twist"."""
    head = token.head
    while head.dep_ == "conj" and head.tag_ == "NN":
        head = head.head
    alone = all(child.dep_ in ("cc", "conj", "punct") for child in token.children)
    row = all(t.dep_ in ("cc", "conj", "punct") for t in token.doc[head.i + 1 : token.i])
    modified = any(child.dep_ in ("advmod", "prt") for child in token.children)  # "press it, and inhale slowly"
    joined = token.tag_ == "NN" and token.dep_ == "conj" and head.tag_ in BARE_VERB and head.i < token.i
    return joined and ((alone and row) or (modified and head.i == token.head.i))


def rephrase(text: str) -> str:
    """Says "You must not" for the "do not" of a sentence that forbids several things: "Do not chew or crush it".

    An order joined to a ban by "or" or a comma would otherwise be an order. Equal in meaning.
    """
    doc, shift = parse(text)
    found = instructions(doc)
    for verb in found:
        head = verb.head
        negation = next((c for c in head.children if c.dep_ == "neg"), None)
        joint = next((c for c in head.children if c.dep_ == "cc" and c.i < verb.i), None)
        own = any(child.dep_ == "neg" for child in verb.children)
        if verb.dep_ != "conj" or negation is None or own or not (joint is None or joint.lower_ in ("or", "nor")):
            continue
        if head not in found:
            continue
        start = min(c.idx for c in (*head.children, head) if c.dep_ in ("aux", "neg") or c is head) - shift
        you = "You" if start == 0 else "you"
        return f"{text[:start]}{you} must not {text[head.idx - shift].lower()}{text[head.idx - shift + 1 :]}"
    return text
