"""Instructions and prohibitions, put in the target language before the engine reads the sentence.

Apertium reads "Take", "Do not take" at the start of a clause as a statement about somebody. Here the verb is put
from `data/imperatives.toml`, and the engine translates the rest of the clause. A prohibition with a verb that is not
in the table becomes "you must not", which engines get right.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.translate.phrases import CLOSE, OPEN

NEVER, ALWAYS = "never", "always"  # the tables that say how to add these words
KINDS = {"noun", "person", "bare", "any"}  # of a verb in imperatives.toml; its comments say what they mean
START = (
    r"(?P<start>^(?:[-–•]\s+)?|[:;]\s+|[.!?]\s+"
    r"|^(?:If|When|Before|After|Until|While|Unless|Once|To|In|For|On)\b[^,;:]*,\s+)(?:please,?\s+)?"
)
AND = r"(?P<start>,?\s+(?:and|but|so)(?:\s+then)?\s+)(?:please,?\s+)?"
NO = r"(?:(?P<never>never)\s+|(?P<no>do not)\s+|(?P<always>always)\s+)?"
THING = (
    r"(?=\s+(?:the|an?|your|our|this|these|those|any|all|each|every|no|more|less|one|two|three|four|half|between)\b"
    rf"|\s+(?:\d|at least\b|Qzx|{OPEN}))"
)
BARE = r"(?=\s+(?!the|an?\b|your|my|his|her|their|this|it|them|him|me|us|you|up|in|off|away)[a-z\d])"
ANYTHING = r"(?!\s+(?:it|them|him|her|me|us|you|up|off|out|away|on|in|down|over|for|care|part|place|advantage)\b|[-\w])"


@cache
def table() -> dict[str, dict[str, Any]]:
    """`data/imperatives.toml`: by English verb, what to put in each language: [do, do not]."""
    text = files("pipeline.translate").joinpath("data/imperatives.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def _imperative(start: str) -> re.Pattern[str]:
    """A verb of the table after `start`, followed by what makes an instruction of it.

    A verb that is also a noun ("use", "check") must be followed by the start of a noun phrase, unless it is forbidden.
    """
    rows = {verb: row for verb, row in table().items() if verb not in (NEVER, ALWAYS)}
    plain = _either(verb for verb, row in rows.items() if not KINDS & row.keys())
    whole = _either(verb for verb, row in rows.items() if row.get("any"))
    bare = _either(verb for verb, row in rows.items() if row.get("bare"))
    noun = _either(verb for verb, row in rows.items() if row.get("noun"))
    person = _either(verb for verb, row in rows.items() if row.get("person"))
    verbs = "|".join(
        (
            rf"(?:{whole})(?![-\w])",
            rf"(?:{plain}){ANYTHING}",
            rf"(?:{noun}|{person}){THING}",
            rf"(?:{bare}){BARE}",
            rf"(?(no)(?:{noun}){ANYTHING}|(?!))",
        )
    )
    return re.compile(rf"{start}{NO}(?P<verb>{verbs})", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    """A sentence that begins with a verb of the table, whatever follows it."""
    return re.compile(rf"(?:always |please )?(?:{_either(verb for verb in table())})\b", re.IGNORECASE)


def _either(verbs: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, verbs), key=len, reverse=True))


@cache
def _prohibition(start: str) -> re.Pattern[str]:
    return re.compile(rf"{start}do not (?=[a-z]+\b)", re.IGNORECASE)


def put(text: str, language: str) -> str:
    """The English text with its instructions in the target language, between OPEN and CLOSE.

    What "and" joins to an instruction is one too. It keeps its English after a prohibition without a comma, where
    "not" may hold for both: "do not chew and swallow".
    """
    clauses = _imperative(START).sub(lambda found: _verb(found, language), text)
    clauses = _prohibition(START).sub(_forbidden, clauses)
    if clauses == text and not _opening().match(text):
        return text
    forbidding = re.search(r"\b(?:not|never)\b", text, re.IGNORECASE) is not None

    def joined(found: re.Match[str]) -> str:
        sure = found["no"] or found["never"] or not forbidding or found["start"].startswith(",")
        return _verb(found, language) if sure else found[0]

    return _prohibition(AND).sub(_forbidden, _imperative(AND).sub(joined, clauses))


def _verb(found: re.Match[str], language: str) -> str:
    do, do_not = table()[found["verb"].lower()][language]
    never = table()[NEVER][language]
    if found["always"]:
        first, _, rest = do.partition(" ")
        do = f"{first} {table()[ALWAYS][language]} {rest}".strip()
    words = do_not if found["no"] else re.sub(never[0], never[1], do_not) if found["never"] else do
    start = found["start"] or ""
    return f"{start}{OPEN}{words if _opens(start) else words[:1].lower() + words[1:]}{CLOSE}"


def _forbidden(found: re.Match[str]) -> str:
    start = found["start"] or ""
    return f"{start}{'You' if _opens(start) else 'you'} must not "


def _opens(start: str) -> bool:
    """Whether a clause after `start` begins with a capital."""
    return start.rstrip()[-1:] in ("", ".", "!", "?", "-", "–", "•")
