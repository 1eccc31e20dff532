"""Picture descriptions that stand unmarked among the paragraphs of a text.

They come with pages whose pictures were made or described by a program. Read aloud or translated as body text they
puzzle people, so a paragraph with enough independent signs is set apart, kept, and reported for a person to judge.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.score import sentences

_ENOUGH = 4
_MIN_WORDS = 8
_MAX_CHARACTERS = 1500
_MAX_BODY_SIGNS = 4


@dataclass(frozen=True, slots=True)
class _Patterns:
    label: re.Pattern[str]
    named: re.Pattern[str]
    spoken_of: re.Pattern[str]
    article: re.Pattern[str]
    scene_verb: re.Pattern[str]
    finite: re.Pattern[str]
    body: tuple[re.Pattern[str], ...]
    veto: tuple[re.Pattern[str], ...]


@cache
def _patterns(language: str) -> _Patterns | None:
    tables = tomllib.loads(files("pipeline.read").joinpath("data/descriptions.toml").read_text("utf-8"))
    table = tables.get(language.split("-")[0].lower())
    if table is None:
        return None
    picture, shows, adjective = table["picture"], table["shows"], table["adjective"]
    tells = "shows?|depicts?|features?|captures?|illustrates?"
    return _Patterns(
        label=re.compile(rf"[\[(]?(?:{table['label']}) ?: "),
        named=re.compile(rf"(?:(?:an?|the|two|three|this) )?(?:{adjective} ){{0,5}}?(?:{picture}) (?:{shows})\b"),
        spoken_of=re.compile(rf"(?:the|this|these) (?:{adjective} ){{0,3}}?(?:{picture})s? (?:{tells})\b"),
        article=re.compile(r"(?:an?|two|three|several|a group of) "),
        scene_verb=re.compile(rf"\b(?:{table['scene_verb']})\b"),
        finite=re.compile(rf"\b(?:{table['finite']})\b"),
        body=tuple(re.compile(rf"\b(?:{sign})\b") for sign in table["body"]),
        veto=tuple(re.compile(rf"(?<![\w-])(?:{sign})(?![\w-])") for sign in table["veto"]),
    )


def reason(text: str, language: str) -> str | None:
    """Why a paragraph looks like the description of a picture, in a few words, or None if it does not.

    Words, all in English: the opening, then how many signs the body has.
    """
    patterns = _patterns(language)
    if patterns is None or len(text) > _MAX_CHARACTERS or len(text.split()) < _MIN_WORDS:
        return None
    bare = " ".join(text.replace("’", "'").split())
    low = bare.lower()
    label = patterns.label.match(low)
    if label:
        return "a label says so"
    if any(veto.search(low) for veto in patterns.veto):
        return None
    start, end = sentences.split(bare, language)[0]
    opening, points = _opening(bare[start:end].lower(), patterns)
    signs = sum(1 for sign in patterns.body if sign.search(low))
    if points == 0 or points + min(signs, _MAX_BODY_SIGNS) < _ENOUGH:
        return None
    return f"{opening}; {signs} signs of a scene"


def _opening(first: str, patterns: _Patterns) -> tuple[str, int]:
    """What the first sentence opens like, and its points."""
    has_verb = patterns.finite.search(first) is not None
    if patterns.named.match(first):
        return ("names a kind of picture, no verb", 3) if not has_verb else ("names a kind of picture", 2)
    if patterns.spoken_of.match(first):
        return "speaks of a picture", 1
    if patterns.article.match(first):
        if not has_verb:
            return "first sentence without a verb", 1
        if patterns.scene_verb.search(first):
            return "someone is seen doing something", 1
    return "", 0
