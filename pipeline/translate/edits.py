"""What is done to a sentence around Apertium: rewritings, and the tidying of what comes out.

The rules are data: `data/edits.toml`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.store import sha256
from pipeline.translate.phrases import CLOSE, OPEN

DECIMAL = re.compile(r"(?<![\w.,:/-])(\d+)\.(\d+)(?![\d.,/:]*\d)")  # a comma in every language there is a route to
DATA = ("address.toml", "edits.toml", "people.toml", "phrases.toml", "readings.toml", "routes.toml")


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    replacement: str
    source: re.Pattern[str] | None
    unless: re.Pattern[str] | None


@cache
def _text(name: str) -> str:
    return files("pipeline.translate").joinpath(f"data/{name}").read_text("utf-8")


@cache
def fingerprint() -> str:
    """Changes with every change of the rules."""
    return sha256("".join(_text(name) for name in DATA).encode())[:16]


@cache
def _rules(mode: str, when: str) -> tuple[_Rule, ...]:
    rows = tomllib.loads(_text("edits.toml")).get(mode, {}).get(when, [])
    compiled = []
    for row in rows:
        pattern, replacement, *conditions = row
        source, unless = ([re.compile(c, re.IGNORECASE) if c else None for c in conditions] + [None, None])[:2]
        compiled.append(_Rule(re.compile(pattern, re.IGNORECASE), replacement, source, unless))
    return tuple(compiled)


@cache
def turned_round(language: str) -> re.Pattern[str]:
    """English that Apertium is known to give another meaning, in every language or in this one."""
    refuse = tomllib.loads(_text("edits.toml"))["refuse"]
    return re.compile("|".join([*refuse["all"], *refuse.get(language, ())]), re.IGNORECASE)


@cache
def known(language: str) -> frozenset[str]:
    """Words an engine takes for unknown that are right as they stand, in lower case."""
    return frozenset(tomllib.loads(_text("edits.toml")).get(language, {}).get("known", ()))


def _with_case(replacement: str, found: str) -> str:
    """The replacement with the capital of a word it replaces; an abbreviation passes none on."""
    capital = found[:1].isupper() and not found[1:2].isupper()
    return replacement[:1].upper() + replacement[1:] if capital else replacement


def _apply(text: str, rules: tuple[_Rule, ...], sentence: str) -> str:
    for rule in rules:
        if rule.source is not None and not rule.source.search(sentence):
            continue
        if rule.unless is not None and rule.unless.search(sentence):
            continue
        text = rule.pattern.sub(lambda m, rule=rule: _with_case(m.expand(rule.replacement), m[0]), text)  # type: ignore[misc]
    return text


def before(text: str, *tables: str) -> str:
    """The text as a mode reads it best, by the tables of edits.toml in their order. Equal in meaning."""
    for table in tables:
        text = _apply(text, _rules(table, "before"), text)
    return text


def units(block: str, sentence: str, mode: str) -> str:
    """What a mode is about to inflect (lexical units), mended; `sentence` is the English it came from."""
    return _apply(block, _rules(mode, "units"), sentence)


def after(text: str, sentence: str, mode: str) -> str:
    """What the mode gave, mended; `sentence` is the English it came from."""
    return _apply(text, _rules(mode, "after"), sentence)


def finish(text: str, sentence: str, language: str) -> str:
    """Spaces, capitals and marks of the finished sentence."""
    own = set(re.findall(r"\w+", sentence))
    text = re.sub(
        rf"(?<={CLOSE}) *[^\W\d_]\w*",
        lambda m: m[0] if m[0].strip() in own or m[0].strip().startswith("Qzx") else m[0].lower(),
        text,
    )
    text = re.sub(r"\s+", " ", text.replace(OPEN, "").replace(CLOSE, "")).strip()
    text = _apply(text, _rules(language, "finish"), sentence)
    text = re.sub(r"°[cf]\b", lambda m: m[0].upper(), text)
    text = DECIMAL.sub(r"\1,\2", text)
    text = re.sub(r" +([,.;:!?)])", r"\1", text)
    first = next((c for c in sentence if c.isalpha()), "")
    if first.isupper() and sentence[:1] == first:
        text = text[:1].upper() + text[1:]
    elif first.islower() and sentence[:1] == first and not text[1:2].isupper() and text.split(" ", 1)[0] not in own:
        text = text[:1].lower() + text[1:]
    if re.search(r"[a-z][.!?] [A-Z]", sentence):
        text = re.sub(r"(?<=[^\W\d_]{2}[.!?] )[a-zà-ú]", lambda m: m[0].upper(), text)
    if not re.search(r"\w\S* +[A-Z]", sentence):  # no capital inside: the engine's are of its own making
        text = re.sub(r"(?<=[^\W\d_,;)] )[A-ZÀ-Ú](?=[a-zà-ú])", lambda m: m[0].lower(), text)
    if language == "es":
        text = _opened(text, "?", "¿")
        text = _opened(text, "!", "¡")
    return text


def _opened(text: str, end: str, start: str) -> str:
    """Spanish: a question or exclamation also opens with its mark."""
    if not text.endswith(end) or start in text:
        return text
    at = max((text.rfind(stop, 0, -1) + 2 for stop in (". ", "? ", "! ") if stop in text[:-1]), default=0)
    return text[:at] + start + text[at:]
