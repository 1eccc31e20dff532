"""Where an English sentence can be made two, if that is plain to see without a parse. Data: `data/split.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from pipeline.document import LONGEST_SENTENCE

_FEWEST = 6  # words on each side
_AROUND = 3  # words shown on either side
_WORD = re.compile(r"[^\W_]\S*")


def split_point(text: str) -> int | None:
    """The offset at which the second sentence would begin: at ", and it", ", but they", ", which is", or behind ";".

    Both sides have at least six words and a verb, and the second begins with words that begin a statement. None where
    nothing is plain, and for every sentence with a condition, a time, an exception or a "not": what depends on what
    cannot be seen. Of several places it is the one nearest the middle.
    """
    words = _words()
    if len(text) > LONGEST_SENTENCE or words["condition"].search(text):
        return None
    places = [
        match.end() - len(match["second"])
        for match in words["joint"].finditer(text)
        if _is_open(text[: match.start()])
        and _stands_alone(text[: match.start()])
        and _stands_alone(text[match.start() + 1 :])
    ]
    return min(places, key=lambda at: abs(2 * at - len(text)), default=None)


def shown_joint(text: str) -> str:
    """The words around the split point, a bar where the sentence would end; empty where there is none."""
    at = split_point(text)
    if at is None:
        return ""
    return f"“{' '.join(text[:at].split()[-_AROUND:])} | {' '.join(text[at:].split()[:_AROUND])}”"


def _is_open(before: str) -> bool:
    """Outside of brackets, and not in a list behind a colon."""
    return before.count("(") == before.count(")") and ":" not in before


def _stands_alone(part: str) -> bool:
    return len(_WORD.findall(part)) >= _FEWEST and bool(_words()["verb"].search(part))


@cache
def _words() -> dict[str, re.Pattern[str]]:
    rows = tomllib.loads(files("pipeline.check").joinpath("data/split.toml").read_text("utf-8"))
    one_of = {name: "|".join(re.escape(word) for word in row) for name, row in rows.items()}
    noun = r"(?:(?!that|which|who)[\w-]+ ){1,4}?"
    subject = rf"(?:{one_of['pronouns']})\b|(?:{one_of['determiners']}) {noun}(?:{one_of['verbs']})\b"
    alone = rf"(?:however, )?(?:{subject})"
    statement = rf"(?:{one_of['joints']}) (?:{subject})"
    aside = rf"(?:{one_of['relative']}) (?:{one_of['verbs']})\b"
    made = {
        "condition": rf"\b(?:{one_of['conditions']})\b",
        "verb": rf"\b(?:{one_of['verbs']})\b",
        "joint": rf"(?:, (?={statement}|{aside})|; (?={alone}))(?P<second>\w)",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in made.items()}
