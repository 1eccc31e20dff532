"""Whether an English text itself says what one of its words means. Data: `data/explained.toml`.

It does so in brackets ("hypertension (high blood pressure)", or the other way round), with a verb ("a biopsy is a
test"), with a name ("a test called a biopsy"), between commas ("sepsis, which happens when"), after a colon in a list
of terms, and in the next sentence ("This is a test"). What only stands near may be taken for an explanation: better
that than to blame a writer who has explained the word.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_WINDOW = 90  # characters looked at on either side
_BRACKET_BEHIND = re.compile(r"s?[\"”’']? ?[(\[]([^()\[\]]*)")
_PLAIN_WORD = re.compile(r"\b[a-z]{3,}")
_CLOSES = re.compile(r"(?:e?s)?[\"”’'*]*(?:[)\]]|[,;/] ?|,? or )")
_TERM_OF_LIST = re.compile(r"(?:e?s)?[\"”’'*]*(?: ?\([^()]{0,40}\))?(?::| [-–—]) ?\w")
_EQUALS = re.compile(r" ?= ?[a-z]")
_OR_BEFORE = re.compile(r"(?:, or|\([^()]{2,60} or) (?:an? |the )?[\"“]?$")


def explains(text: str, start: int, end: int, following: str = "") -> bool:
    """Whether the words around `[start, end)`, or the sentence that follows, say what the words there mean."""
    before, after = _blanks(text[max(0, start - _WINDOW) : start]), _blanks(text[end : end + _WINDOW])
    patterns = _patterns()
    return bool(
        _in_bracket_behind(after)
        or patterns["after"].match(after)
        or patterns["before"].search(before)
        or (patterns["in_bracket"].search(before) and _CLOSES.match(after))
        or (not before.strip('"“*- ') and _TERM_OF_LIST.match(after))
        or _EQUALS.match(after)
        or (_OR_BEFORE.search(before) and after[:1] in {",", ")", ".", ";", ""})
        or patterns["other_names"].match(text)
        or patterns["following"].match(following)
    )


def _in_bracket_behind(after: str) -> bool:
    bracket = _BRACKET_BEHIND.match(after)
    return bracket is not None and bool(_PLAIN_WORD.search(bracket[1])) and not _patterns()["dead"].match(bracket[1])


def _blanks(text: str) -> str:
    return text.replace("\n", " ").replace("\u00a0", " ")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    rows = tomllib.loads(files("pipeline.check").joinpath("data/explained.toml").read_text("utf-8"))
    one_of = {name: "|".join(re.escape(words) for words in sorted(row, key=len)[::-1]) for name, row in rows.items()}
    made = {
        "after": rf"(?:e?s)?[\"”’'*]*(?:,? (?:{one_of['after']})\b|,? ?[–—-]+ ?(?:{one_of['after_comma']})\b"
        rf"|, (?:{one_of['after_comma']})(?!\w)|,? ?[–—-]+ ?(?:{one_of['articles']}) "
        rf"|, (?:{one_of['articles']}) (?:[\w-]+ ){{0,3}}?(?:{one_of['says_what']})\b)",
        "before": rf"(?<!\w)(?:{one_of['before']}),?:? (?:an? |the )?[\"“‘'*]*$",
        "in_bracket": rf"[a-z][\"”’]? [(\[](?:(?:{one_of['in_bracket']}),? ){{0,3}}[\"“‘'*]*$",
        "other_names": rf"\W*(?:{one_of['other_names']})\b",
        "dead": rf"\W*(?:{one_of['not_in_bracket']})\b",
        "following": rf"(?:{one_of['next_sentence']})(?: \w+)?(?: \w+)? (?:{one_of['next_says']})\b",
    }
    return {name: re.compile(pattern, re.IGNORECASE if name != "in_bracket" else 0) for name, pattern in made.items()}
