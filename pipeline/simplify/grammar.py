"""What the rules ask of a parse: clauses, subjects, finite verbs, the text of phrases."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from pipeline.clauses import auxiliaries, subject_of
from pipeline.features import features
from pipeline.score.frequency import zipf

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KNOWN = 2.5  # Zipf value
_PASSIVE = frozenset({"auxpass", "nsubjpass"})
AS_SUBJECT = {"you": "you", "us": "we", "them": "they", "him": "he", "her": "she", "me": "I"}  # of an object
_OPENS_QUOTE = re.compile(r"(?<!\w)['‘](?=\w)")
_CLOSES_QUOTE = re.compile(r"(?<=[\w,.;!?])['’](?!\w)")
_THEIRS = {"i": "I", "we": "We", "you": "You", "he": "He", "she": "She", "it": "It", "they": "They"}


@cache
def words(name: str, kind: str = "words") -> frozenset[str]:
    """A closed word class of words.toml; `kind` may be "phrases"."""
    table = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
    return frozenset(table[name][kind])


def modal(verb: Token) -> Token | None:
    """The modal auxiliary: may, can, should."""
    return next((helper for helper in auxiliaries(verb) if helper.tag_ == "MD"), None)


def is_past(verb: Token) -> bool:
    """Whether the clause is told in the past."""
    first = (*auxiliaries(verb), verb)[0]
    return first.tag_ == "VBD"


def is_passive(verb: Token) -> bool:
    """Whether it has a passive auxiliary or a passive subject."""
    return any(child.dep_ in _PASSIVE for child in verb.children)


def is_plural(noun: Token) -> bool:
    """Number of a noun phrase: by its tag, by "and", by a plural pronoun."""
    if noun.tag_ not in {"NNS", "NNPS"} and any(c.lower_ in words("singular_determiner") for c in noun.lefts):
        return False  # "a score and onset model": one model, whatever the parser coordinates
    if any(child.dep_ == "conj" for child in noun.children):
        return any(child.dep_ == "cc" and child.lower_ == "and" for child in noun.children)
    return noun.tag_ in {"NNS", "NNPS"} or noun.lower_ in {"they", "we", "these", "those", "you", "people"}


def plural_subject(verb: Token) -> bool:
    """Whether the verb's subject, if any, is plural."""
    found = subject_of(verb)
    return found is not None and is_plural(found)


def is_condition(doc: Doc) -> bool:
    """Whether anything in the sentence holds under a condition only."""
    if turned_round(doc) is not None:
        return True
    seen = features(doc)
    marks = seen.vocabulary & words("condition")
    return any(word in marks and not _asks(doc[at]) for at, word in enumerate(seen.words) if marks) or any(
        phrase in seen.small for phrase in words("condition", "phrases")
    )


def turned_round(doc: Doc) -> int | None:
    """Where a condition begins with its "should": "Should a rash appear, …", "Call us should you feel ill."."""
    if "should" not in features(doc).vocabulary or doc.text.rstrip().endswith("?"):
        return None
    for token in doc:
        if token.lower_ in words("inverts") or (token.lower_ in words("negation") and token.dep_ != "prt"):
            return None  # "On no account should you stop"
        if token.lower_ == "should":
            starts = token.i == 0 or (_follows_clause(token) and token.nbor().lower_ in words("inverted_subject"))
            return token.i if starts else None
    return None


def _follows_clause(token: Token) -> bool:
    return any(before.pos_ in {"VERB", "AUX"} and before.tag_ != "VBG" for before in token.doc[: token.i])


def _asks(mark: Token) -> bool:
    """As in "it is not known if it helps": "if" for "whether", which sets no condition."""
    clause = mark.head
    if mark.lower_ != "if" or mark.dep_ != "mark" or clause.dep_ != "ccomp" or clause.i < mark.i or mark.i == 0:
        return False
    return mark.nbor(-1).lemma_.lower() in words("asking") and clause.head.i < mark.i


def denies(doc: Doc, start: int = 0, end: int | None = None) -> bool:
    """Whether any word of the sentence, or of its tokens `[start, end)`, denies."""
    seen = features(doc)
    return "neg" in seen.deps[start:end] or not words("negation").isdisjoint(seen.words[start:end])


def is_timed(doc: Doc) -> bool:
    """Whether a clause of time belongs to the sentence ("when you breathe in")."""
    if words("time").isdisjoint(features(doc).vocabulary):
        return False
    return any(t.lower_ in words("time") and t.dep_ in {"mark", "advmod"} and t.head.dep_ == "advcl" for t in doc)


def has_content_clause(doc: Doc) -> bool:
    """Whether something is said to be known, thought, hoped … ("evidence that …")."""
    seen = features(doc)
    return ("that", "mark") in zip(seen.words, seen.deps, strict=True)


def claims(verb: Token) -> bool:
    """Whether the verb has a clause for what is said, thought or found."""
    return any(child.dep_ == "ccomp" for child in verb.rights)


def text_between(doc: Doc, start: int, end: int) -> str:
    """The text of tokens `[start, end)`, as written."""
    return doc[start:end].text.strip() if start < end else ""


def sentence(text: str) -> str:
    """Text as a sentence of its own: a capital, one full stop."""
    trimmed = text.strip(" ,;:—–-\t")
    if not trimmed:
        return ""
    if trimmed[-1] not in ".!?" and not trimmed.endswith((".”", '."', ".)")):
        trimmed += "."
    return trimmed[0].upper() + trimmed[1:]


def inside_sentence(token: Token, text: str) -> str:
    """Text that begins with `token`, its capital dropped unless the word owns it."""
    owns = token.pos_ == "PROPN" or token.text == "I" or any(c.isupper() for c in token.text[1:])
    return text if owns else text[0].lower() + text[1:]


def enclosed(doc: Doc, at: int) -> bool:
    """Whether token `at` stands inside brackets or quotation marks."""
    before = features(doc).before(at)
    return before.count("(") > before.count(")") or before.count("[") > before.count("]") or _quote_open(before)


def _quote_open(before: str) -> bool:
    single = len(_OPENS_QUOTE.findall(before)) > len(_CLOSES_QUOTE.findall(before))
    return single or before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def noun_phrase(noun: Token) -> str:
    """Determiner, adjectives and noun, for its second mention: "the" instead of "a"."""
    first = next((t for t in noun.subtree if t.i <= noun.i), noun)
    text = text_between(noun.doc, first.i, noun.i + 1)
    if first.lower_ in {"a", "an"}:
        return "The " + text_between(noun.doc, first.i + 1, noun.i + 1)
    return inside_sentence(first, text)


def pronoun(noun: Token) -> str | None:
    """The pronoun "It" or "They" for a noun, itself for a pronoun; None where a pronoun could mislead."""
    if noun.pos_ == "PRON":
        return _THEIRS.get(noun.lower_)
    if any(t.lower_ in words("quantifier") for t in noun.children) or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    if is_plural(noun):
        return "They"
    if noun.i == 0 and zipf(noun.text) < _KNOWN:
        return None  # a rare word with a capital may be the name of a person, whatever the parser says
    return None if noun.lemma_.lower() in words("person") or noun.pos_ == "PROPN" else "It"


def mention_again(noun: Token, between: Iterable[Token]) -> str | None:
    """A subject that can only mean `noun` again: a pronoun, or its name where `between` has nouns of its number."""
    if noun.pos_ == "PRON":
        return _THEIRS.get(noun.lower_)
    if any(t.lower_ in words("quantifier") for t in noun.children) or not noun.text[0].isalpha():
        return None
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    many = is_plural(noun)
    own = set(noun.subtree)
    rivals = (t for t in between if t.pos_ in {"NOUN", "PROPN"} and t.dep_ != "compound" and t not in own)
    again = pronoun(noun)
    if again is not None and not any(is_plural(rival) == many for rival in rivals):
        return again
    if any(child.dep_ in {"conj", "cc"} for child in noun.children):
        return again
    some = many and any(child.dep_ in {"det", "nummod"} and child.lower_ != "the" for child in noun.lefts)
    return f"These {noun.text}" if some else noun_phrase(noun)


def following_conjuncts(verb: Token) -> Iterator[Token]:
    """All verbs coordinated with this one, in order."""
    for child in verb.rights:
        if child.dep_ == "conj":
            yield child
            yield from following_conjuncts(child)


def length(doc: Doc) -> int:
    """Words and numbers of a sentence."""
    return sum(text.isalpha() or doc[at].like_num for at, text in enumerate(features(doc).texts))
