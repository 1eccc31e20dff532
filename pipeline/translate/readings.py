"""Which reading of each English word of a block holds, by the parse of its sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from pipeline.translate import english, units
from pipeline.translate.dictionary import OWN
from pipeline.translate.english import bare_conjunct, inside, instructions, parse, word_lists
from pipeline.translate.units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

STAND_IN = "today"  # read in the place of a phrase that is already put in the other language
CLAUSE = "¶"  # a sentence end put before an instruction, so that its verb is read by itself; taken out again
ADDRESSED = "prpers<prn><subj><p2><mf><pl>"  # "you" of an instruction; the "you" of a statement is <sp>
PART = "§"  # a sentence end put before a statement for the same reason
RESUMED = "prpers<prn><subj><p2><mf><sp>"


@cache
def _readings() -> dict[str, tuple[re.Pattern[str], ...]]:
    table = tomllib.loads(files("pipeline.translate").joinpath("data/readings.toml").read_text("utf-8"))
    return {role: tuple(re.compile(pattern) for pattern in patterns) for role, patterns in table.items()}


def prepare(blocks: Iterable[str]) -> None:
    """Parse the sentences of blocks together, which is sooner than one by one in `choose`."""
    english.prepare(_Block.of(block).text for block in blocks)


@dataclass(frozen=True, slots=True)
class _Block:
    """A block's words with all their readings, and the English sentence they stand in."""

    words: tuple[Unit, ...]
    rest: str
    text: str
    spans: tuple[tuple[int, int], ...]  # of each word in `text`, but for the sentence end of every block

    @classmethod
    def of(cls, block: str) -> _Block:
        words, rest = units.read(block)
        text = ""
        spans: list[tuple[int, int]] = []
        for word in words[:-1]:
            text += units.plain(word.blank, STAND_IN)
            spans.append((len(text), len(text) + len(word.surface)))
            text += word.surface
        return cls(words, rest, text + units.plain(words[-1].blank if words else "", STAND_IN), tuple(spans))

    def tokens(self, doc: Doc, shift: int) -> Iterator[list[Token]]:
        """The tokens of each word, in one pass, as both come from left to right."""
        at = 0
        for start, end in ((start + shift, end + shift) for start, end in self.spans):
            while at < len(doc) and doc[at].idx + len(doc[at]) <= start:
                at += 1
            last = at
            while last < len(doc) and doc[last].idx < end:
                last += 1
            yield [token for token in doc[at:last] if token.idx + len(token) > start]


def choose(written: str, target: str) -> str:
    """A block with the one reading of each word that holds. `target`: the language the mode translates into."""
    block = _Block.of(written)
    doc, shift = parse(block.text)
    orders, receivers, resumed = _orders(doc), _receivers(doc, target), _resumed(doc)
    pieces: list[tuple[str, str]] = []
    for word, (start, _), tokens in zip(block.words, block.spans, block.tokens(doc, shift), strict=False):
        blank = word.blank
        first = tokens[0] if tokens and tokens[0].idx >= start + shift else None
        if first is not None and first.i in orders:
            pieces += [(blank, f"{CLAUSE}<sent>"), (" ", ADDRESSED)]
            blank = " "
        if first is not None and first.i in resumed:
            pieces += [(blank, f"{PART}<sent>"), (" ", RESUMED)]
            blank = " "
        if first is not None and first.i in receivers:
            pieces.append((blank, "to<pr>"))
            blank = " "
        if first is not None and first.lower_ == "never" and first.i in orders and target in word_lists()["no_never"]:
            pieces += [(blank, "do<vbdo><pres>"), (" ", "not<adv>")]
            continue
        pieces.append((blank, _reading(word, tokens)))
    return units.write([*pieces, *((word.blank, word.parts[-1]) for word in block.words[-1:])], block.rest)


def _resumed(doc: Doc) -> frozenset[int]:
    """Verbs whose "you" stands only before the verb they are joined to: "if you are sick or have a cough"."""
    orders = instructions(doc)
    found = set()
    for token in doc:
        if token.dep_ != "conj" or token.pos_ not in ("VERB", "AUX") or token in orders or _infinite(token):
            continue
        own = any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "neg") for child in token.children)
        head = token.head
        before = [t for t in doc[: token.i] if t.dep_ in ("nsubj", "nsubjpass")]
        if not own and token.tag_ in ("VB", "VBP") and head.i < token.i and before and before[-1].lower_ == "you":
            found.add(token.i)
    return frozenset(found)


def _receivers(doc: Doc, target: str) -> frozenset[int]:
    """Where a person begins whom something is given or said to: "to" is to be put there."""
    people = word_lists()
    starts = set()
    for token in doc:
        if token.dep_ not in ("dobj", "dative") or token.lemma_.lower() not in people["person"]:
            continue
        verb = token.head
        recipient = verb.lemma_.lower() in people["recipient"]
        rival = any(c.dep_ == "dobj" and c.i < token.i for c in verb.children)
        if not rival and (recipient or (token.dep_ == "dobj" and target in people["personal"])):
            starts.add(token.left_edge.i)
    return frozenset(starts)


def _orders(doc: Doc) -> frozenset[int]:
    """Where an instruction begins: at its verb, or at "do not", "never", "always" before it."""
    starts = set()
    for verb in instructions(doc):
        first = verb
        while first.i > doc[0].i:
            left = doc[first.i - 1]
            if left.head.i != verb.i or left.dep_ not in ("aux", "neg", "advmod") or left.i >= verb.i:
                break
            first = left
        starts.add(first.i)
    return frozenset(starts)


def _reading(word: Unit, tokens: list[Token]) -> str:
    if not word.analyses:
        return word.parts[-1]
    if not tokens or (len(word.analyses) == 1 and "<vbser>" not in word.analyses[0]):
        return word.analyses[0]
    inside = {token.i for token in tokens}
    token = next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), tokens[0])
    role = _role(token)
    if role == "imperative" and token.lower_ == "be":
        return "be<vbser><pres>"
    if tokens[0].dep_ == "ROOT" and token.tag_ == "NNS" and _joined_to_verb(token):
        role = "VBZ"  # "your child cries and cannot be comforted"
    if token.dep_ in ("amod", "acomp", "conj") and any(r.endswith(f"{OWN}<adj>") for r in word.analyses):
        role = "JJ"
    patterns = _readings().get(role, ())
    helping = tuple(
        tag for tag, name in (("vbhaver", "auxiliary_have"), ("vbdo", "auxiliary_do")) if not role.startswith(name)
    )

    def rank(reading: str) -> int:
        dotted = units.tags(reading)
        own = 0 if units.lemma(reading).endswith(OWN) else 1
        order = next((i for i, pattern in enumerate(patterns) if pattern.match(dotted)), len(patterns))
        return 2 * (order + len(patterns) if dotted.startswith(helping) else order) + own

    best = min(word.analyses, key=rank)  # the first of equals
    return best.replace("<past>", "<pp>") if role == "VBN" else best  # a dictionary may lack the participle


def _joined_to_verb(token: Token) -> bool:
    return any(
        child.dep_ == "conj" and child.pos_ == "VERB" and not any(c.dep_ == "nsubj" for c in child.children)
        for child in token.children
    )


def _infinite(token: Token) -> bool:
    """Whether a verb hangs on "to" or a modal, its own or of a verb it is joined to."""
    while True:
        if any(child.tag_ in ("MD", "TO") for child in token.children):
            return True
        if token.dep_ != "conj" or inside(token):
            return token.tag_ == "VB" and token.dep_ != "conj"
        token = token.head


def _past(token: Token) -> str:
    """A form of both tenses ("if red lines spread") is a present in a sentence that has no other past."""
    others = any(t.tag_ == "VBD" and t.i != token.i for t in token.doc)
    alike = token.lemma_.lower() == token.lower_
    return "VBP" if alike and not others else "VBD"


def _role(token: Token) -> str:
    tag, dep = token.tag_, token.dep_
    if tag == "MD":
        return "modal"
    if token.lemma_ == "do" and dep == "aux":
        return "auxiliary_do"
    if token.lemma_ == "have" and dep in ("aux", "auxpass"):
        return "auxiliary_have_bare" if tag == "VB" else "auxiliary_have"
    if token in instructions(token.doc):
        return "imperative"
    if tag == "VB" and dep == "conj" and not _infinite(token):
        return "VBP"
    if tag == "VBD" and any(child.lemma_ == "have" and child.dep_ == "aux" for child in token.children):
        return "VBN"
    if tag == "VBD":
        return "VBN" if dep == "amod" else _past(token)
    if tag == "PRP":
        return "subject" if dep in ("nsubj", "nsubjpass") else "object"
    if tag == "WRB":
        return "question" if token.doc.text.rstrip().endswith("?") or token.head.dep_ == "ccomp" else "conjunction"
    if tag in ("WDT", "WP"):
        asks = dep == "det" or token.doc.text.rstrip().endswith("?")
        return ("question" if tag == "WDT" else "question_what") if asks else "relative"
    if tag == "IN":
        if dep != "mark":
            return "preposition"
        return "subordinator" if token.lower_ == "that" else "conjunction"
    if tag in ("DT", "PDT"):
        return "determiner" if dep in ("det", "predet") else "pronoun"
    if tag in ("JJR", "JJS") and token.lower_ in ("more", "most", "less", "least", "fewer"):
        return "quantity"
    if tag in ("RB", "RBR", "RBS") and token.head.pos_ in ("ADJ", "ADV") and token.i < token.head.i:
        return "degree"
    if tag == "VBG":
        if any(child.dep_ == "aux" for child in token.children):
            return "progressive"
        if dep in ("amod", "compound"):
            return "attribute_ing"
        if dep in ("pobj", "dobj", "conj", "nsubj") and any(c.dep_ in ("det", "amod", "poss") for c in token.children):
            return "noun_ing"
        return "nominal_ing" if dep in ("pcomp", "csubj", "pobj", "nsubj", "xcomp") else "VBG"
    if tag == "NN" and (dep in ("ccomp", "xcomp") or bare_conjunct(token)):
        return "infinitive"
    return tag
