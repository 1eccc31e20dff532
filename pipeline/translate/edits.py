"""What is done to a sentence around Apertium: rewritings, instructions, and the tidying of what comes out.

The rules are data: `data/edits.toml` and `data/imperatives.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.store import sha256
from pipeline.translate import phrases
from pipeline.translate.phrases import CLOSE, OPEN

NEVER = "never"  # table of imperatives.toml that says how "do not" becomes "never"
DATA = ("edits.toml", "imperatives.toml", "phrases.toml", "routes.toml", "warm_up.toml")
CLAUSE_START = (
    r"(?P<start>^(?:[-–•]\s+)?|^(?:If|When|Before|After|Until|While|Unless|Once)\b[^,;:]*,\s+|[:;]\s+|[.!?]\s+)"
    r"(?:please,?\s+)?"
)
NO = r"(?:(?P<never>never)\s+|(?P<no>do not|don['’]t)\s+)?"
THING = (
    rf"(?=\s+(?:the|an?|your|this|these|those|any|all|each|every|no|more|less|one|two|three|four|half|\d|Qzx|{OPEN}))"
)
KINDS = {"noun", "person", "bare", "any"}  # of a verb in imperatives.toml; its comments say what they mean
BARE = r"(?=\s+(?!the|an?\b|your|my|his|her|their|this|it|them|him|me|us|you|up|in|off|away)[a-z\d])"
ANYTHING = r"(?!\s+(?:it|them|him|her|me|us|you|up|off|out|away|on|in|down|over|for|care|part|place|advantage)\b|[-\w])"


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
def known(language: str) -> frozenset[str]:
    """Words an engine takes for unknown that are right as they stand, in lower case."""
    return frozenset(tomllib.loads(_text("edits.toml")).get(language, {}).get("known", ()))


@cache
def _imperatives() -> dict[str, dict[str, Any]]:
    return tomllib.loads(_text("imperatives.toml"))


@cache
def _imperative() -> re.Pattern[str]:
    """A verb of the table at the start of a clause, followed by what makes an instruction of it.

    A verb that is also a noun ("use", "check") must be followed by the start of a noun phrase, unless it is forbidden.
    """
    rows = {verb: row for verb, row in _imperatives().items() if verb != NEVER}
    plain = _either(verb for verb, row in rows.items() if not KINDS & row.keys())
    clause = _either(verb for verb, row in rows.items() if row.get("any"))
    bare = _either(verb for verb, row in rows.items() if row.get("bare"))
    noun = _either(verb for verb, row in rows.items() if row.get("noun"))
    person = _either(verb for verb, row in rows.items() if row.get("person"))
    verbs = "|".join(
        (
            rf"(?:{plain}){ANYTHING}",
            rf"(?:{noun}|{person}){THING}",
            rf"(?:{bare}){BARE}",
            rf"(?:{clause})(?=\s)",
            rf"(?(no)(?:{noun}){ANYTHING}|(?!))",
        )
    )
    return re.compile(rf"{CLAUSE_START}{NO}(?P<verb>{verbs})", re.IGNORECASE)


def _either(verbs: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, verbs), key=len, reverse=True))


@cache
def _prohibition() -> re.Pattern[str]:
    return re.compile(rf"{CLAUSE_START}do not (?=[a-z]+\b)", re.IGNORECASE)


def _with_case(replacement: str, found: str) -> str:
    return replacement[:1].upper() + replacement[1:] if found[:1].isupper() else replacement


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


def after(text: str, sentence: str, mode: str) -> str:
    """What the mode gave, mended; `sentence` is the English it came from."""
    return _apply(text, _rules(mode, "after"), sentence)


def instructions(text: str, language: str) -> str:
    """The text with set phrases, and each instruction at the start of a clause, put in the target language.

    A prohibition with a verb we do not have is put as "you must not", which engines get right.
    """
    never, by = _imperatives()[NEVER][language], _imperatives()

    def put(found: re.Match[str]) -> str:
        do, do_not = by[found["verb"].lower()][language]
        words = do_not if found["no"] else re.sub(never[0], never[1], do_not) if found["never"] else do
        start = found["start"] or ""
        return f"{start}{OPEN}{words if _opens(start) else words[:1].lower() + words[1:]}{CLOSE}"

    def forbid(found: re.Match[str]) -> str:
        start = found["start"] or ""
        return f"{start}{'You' if _opens(start) else 'you'} must not "

    text = phrases.put(before(text, "en"), language)
    return _prohibition().sub(forbid, _imperative().sub(put, text))


def _opens(start: str) -> bool:
    """Whether a clause after `start` begins with a capital."""
    return not start.rstrip().endswith((",", ":", ";"))


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
    text = re.sub(r" +([,.;:!?)])", r"\1", text)
    first = next((c for c in sentence if c.isalpha()), "")
    if first.isupper() and sentence[:1] == first:
        text = text[:1].upper() + text[1:]
    elif first.islower() and sentence[:1] == first and not text[1:2].isupper() and text.split(" ", 1)[0] not in own:
        text = text[:1].lower() + text[1:]
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
