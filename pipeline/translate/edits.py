"""What is done to a sentence around Apertium: rewritings, instructions, and the tidying of what comes out.

The rules are data: `data/edits.toml` and `data/imperatives.toml`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.store import sha256

NEVER = "never"  # table of imperatives.toml that says how "do not" becomes "never"
OPEN, CLOSE = "⟦", "⟧"  # around words of the target language that pass the engine untouched
DATA = ("edits.toml", "imperatives.toml", "routes.toml")
CLAUSE_START = r"(?P<start>^(?:[-–•*]\s+)?|^(?:If|When|Before|After|Until|While|Unless|Once)\b[^,;:]*,\s+|[:;]\s+|\. )"
PLEASE = r"(?:please,?\s+)?"
OBJECT = r"(?=\s+(?:the|an?|your|this|these|that|those|any|all|each|every|no|more|less|plenty|enough|one|two|three|four|"
OBJECT += r"half|only|both|another|other|extra|at|with|after|before|for|if|until|while|on|in|by|from|as|\d|Qzx)\b"
OBJECT += r"|\s+\d|\s*[.,;]|\s*$)"


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
        source, unless = ([re.compile(c, re.IGNORECASE) for c in conditions] + [None, None])[:2]
        compiled.append(_Rule(re.compile(pattern, re.IGNORECASE), replacement, source, unless))
    return tuple(compiled)


@cache
def _imperatives() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_text("imperatives.toml"))


@cache
def _imperative() -> re.Pattern[str]:
    verbs = "|".join(sorted((re.escape(v) for v in _imperatives() if v != NEVER), key=len, reverse=True))
    return re.compile(
        rf"{CLAUSE_START}{PLEASE}(?:(?P<never>never)\s+|(?P<no>do not|don['’]t)\s+)?(?P<verb>{verbs}){OBJECT}", re.IGNORECASE
    )


@cache
def _prohibition() -> re.Pattern[str]:
    return re.compile(rf"{CLAUSE_START}{PLEASE}do not (?=[a-z]+\b)", re.IGNORECASE)


def _with_case(replacement: str, found: str) -> str:
    return replacement[:1].upper() + replacement[1:] if found[:1].isupper() else replacement


def _apply(text: str, rules: tuple[_Rule, ...], sentence: str) -> str:
    for rule in rules:
        if rule.source is not None and not rule.source.search(sentence):
            continue
        if rule.unless is not None and rule.unless.search(sentence):
            continue
        text = rule.pattern.sub(lambda m, rule=rule: _with_case(rule.replacement, m[0]), text)  # type: ignore[misc]
    return text


def before(text: str, mode: str) -> str:
    """The text as the mode reads it best. Equal in meaning."""
    return _apply(text, _rules(mode, "before"), text)


def after(text: str, sentence: str, mode: str) -> str:
    """What the mode gave, mended; `sentence` is the English it came from."""
    return _apply(text, _rules(mode, "after"), sentence)


def imperatives(text: str, language: str) -> str:
    """The text with each instruction at the start of a clause put in the target language, between OPEN and CLOSE.

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

    return _prohibition().sub(forbid, _imperative().sub(put, text))


def _opens(start: str) -> bool:
    """Whether a clause after `start` begins with a capital."""
    return not start.rstrip().endswith((",", ":", ";"))


def finish(text: str, sentence: str, language: str) -> str:
    """Spaces, capitals and marks of the finished sentence."""
    text = re.sub(rf"{CLOSE}(\s*)(\w)", lambda m: m[1] + m[2].lower(), text)
    text = re.sub(r"\s+", " ", text.replace(OPEN, "").replace(CLOSE, "")).strip()
    text = re.sub(r" +([,.;:!?)])", r"\1", text)
    first = next((c for c in sentence if c.isalpha()), "")
    if first.isupper() and sentence[:1] == first:
        text = text[:1].upper() + text[1:]
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
