"""A long series at the end of a sentence as a list: "It can cause fever, a rash, and pain." → "It can cause:", items.

Commas cut the series, since parsers are least sure of the structure inside one; the parse then has to agree that each
item is a noun phrase. A row of verbs stays: alone, a verb reads as an order, and is translated as one. The words before
the series must lead to every item in the same way, and no word of the first or last item may belong to several: "severe
pain, swelling, and redness" stays a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.features import features
from pipeline.simplify.grammar import denies, enclosed, length, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_LEAST = 3  # items
_MANY = 4  # items that make a list however short they are
_LONG = 9  # words of all items that make a list of fewer
_NOUNS = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_OPENS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADV", "VERB", "PRON"})
_CLAUSES = frozenset({"ROOT", "conj", "relcl", "ccomp", "advcl", "xcomp"})
_JOINS = frozenset({"and", "or"})
_OWN = frozenset({"amod", "compound", "nmod"})


@dataclass(frozen=True, slots=True)
class Series:
    """What leads to a list, with its colon, and the items without stops."""

    lead: str
    items: tuple[str, ...]


def series(doc: Doc, max_words: int = 20) -> Series | None:
    """The series that ends this sentence, where it is long, or the sentence is, and it reads well as a list."""
    last, seen = len(doc) - 1, features(doc)
    if last < 1 or seen.texts[last] != "." or "," not in seen.texts or seen.vocabulary.isdisjoint(_JOINS):
        return None
    if any(token.is_digit or token.like_num for token in doc):
        return None  # figures stay where they stand: what they belong to is told by the sentence
    for start in range(2, last):
        if not _leads(doc, start):
            continue
        items = _items(doc, start)
        is_long = items is not None and (length(doc) > max_words or _is_long(items))
        if items is not None and is_long and _are_things(doc, items):
            return _list(doc, start, items)
    return None


def _leads(doc: Doc, start: int) -> bool:
    """Whether the words before token `start` may end in a colon, and hold for each item alike."""
    before, seen = doc[start - 1], features(doc)
    if before.dep_ in _CLAUSES and before.tag_ not in {"VBG", "VBN"}:
        fits = before.lemma_.lower() in words("leading") or before.lower_ in {"are", "were"}
        fits = fits and not any(child.dep_ == "expl" for child in before.lefts) and doc[start - 2].text != ","
    else:
        fits = before.lower_ == "including" or (before.lower_ == "as" and doc[:start].text.lower().endswith(" such as"))
    return fits and not (
        denies(doc, end=start) or enclosed(doc, start) or not words("pairing").isdisjoint(seen.words[:start])
    )


def _items(doc: Doc, start: int) -> list[Span] | None:
    """The tokens from `start` to the full stop, cut at each comma and at the last "and" or "or" behind one."""
    end = len(doc) - 1
    commas = [token.i for token in doc[start:end] if token.text == ","]
    joins = [token.i for token in doc[start:end] if token.lower_ in _JOINS]
    if not commas or not joins or any(t.is_punct and t.text not in {",", "-"} for t in doc[start:end]):
        return None
    behind = [at for at in joins if at > commas[-1]]
    if not behind or (len(behind) > 1 and behind[0] != commas[-1] + 1):
        return None  # "…, bread and butter and jam": where the last item begins is not told
    cut = behind[0]
    last = [commas[-1]] if cut == commas[-1] + 1 else [commas[-1], cut]
    items = [doc[a + 1 : b] for a, b in pairwise([start - 1, *commas[:-1], *last])]
    items.append(doc[cut + 1 : end])
    conditional = any(token.lower_ in words("condition") for token in doc)
    if len(items) < _LEAST or not all(items) or (conditional and doc[cut].lower_ == "and"):
        return None  # "if you have a fever, a cough, and a rash": only all together
    return items


def _is_long(items: Sequence[Span]) -> bool:
    return len(items) >= _MANY or sum(_length(item) for item in items) >= _LONG


def _length(item: Span) -> int:
    return sum(1 for token in item if not token.is_punct)


def _are_things(doc: Doc, items: Sequence[Span]) -> bool:
    """Whether each item is a noun phrase, and the first is what the lead is about."""
    start = items[0].start
    if items[0].root.head != doc[start - 1] or not all(_is_thing(item) for item in items):
        return False
    roots = {item.root for item in items}
    if any(item.root.head not in {doc[start - 1], *roots} for item in items):
        return False  # "an overview of treatments, risks, and costs": it is the overview that has three parts
    if any(any(child in roots for child in token.children) for item in items for token in item if token not in roots):
        return False
    fixed = [item[0].dep_ == "det" for item in items]
    before = [any(t.dep_ in _OWN and t.head == item.root for t in item) for item in items]
    if items[0][0].dep_ == "poss" or (items[0][0].lower_ == "the" and not all(fixed)):
        return False  # "your name, address, and age"; "the hands, arms, and shoulders"
    tails = [[t for t in item if t.i > item.root.i and t.dep_ in {"prep", "relcl", "acl"}] for item in items]
    if before[0] and not any(before[1:]) and not any(fixed) and not any(tails[1:-1]):
        return False  # "severe pain, swelling, and redness"
    if tails[0] and not any(tails[1:-1]):
        return False  # "an overview of the treatments, the risks, and the costs"
    belongs = items[-1].root.lemma_.lower() in words("relational")
    return belongs or not tails[-1] or any(tails[:-1]) or all(fixed[1:])  # "pain, swelling, and redness in the leg"


def _is_thing(item: Span) -> bool:
    root, first = item.root, item[0]
    named = root.pos_ in _NOUNS or (root.pos_ == "PRON" and len(item) > 1) or _is_doing_word(item)
    if any(token.lower_ in words("exemplifying") for token in item) or " such as " in item.text:
        return False  # what follows may be examples of it, and no items
    clause = next((t.i for t in item if t.lower_ in {"that", "which", "who"}), item.end)
    return named and first.pos_ in _OPENS and not any(t.tag_ in _FINITE for t in item if t.i < clause)


def _is_doing_word(item: Span) -> bool:
    """As "itching", or "swelling of the face"; not "suggesting that …", which is no item."""
    return item[0].tag_ == "VBG" and (len(item) == 1 or item[1].lower_ == "of")


def _list(doc: Doc, start: int, items: Sequence[Span]) -> Series:
    is_choice = any(token.lower_ == "or" for token in doc[items[-2].end : items[-1].start])
    texts = [item.text.strip() for item in items]
    if is_choice:
        texts[-1] = f"or {texts[-1]}"
    return Series(f"{doc[:start].text.rstrip(' ,')}:", tuple(texts))
