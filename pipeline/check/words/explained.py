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
_INITIALS_BEHIND = re.compile(r" ?\([A-Z][A-Za-z&]{1,5}\)")
_INITIALS = re.compile(r"[A-Z][A-Z&]*[A-Z]\d?s?")
_BETWEEN_ITEMS = re.compile(r",? and |,? or |[,;/] ?")
_BRACKET_BEHIND = re.compile(r"s?[\"”’']? ?[(\[]([^()\[\]]*)")
_PLAIN_WORD = re.compile(r"\b[a-z]{3,}")
_ROW_OPENS = re.compile(
    r":|\b(?:such as|like|includ\w+|^\W*(?:in|if|when|for|with|after|before|as|during|because)\b)", re.IGNORECASE
)
_CLOSES = re.compile(r"(?:e?s)?[\"”’'*]*(?:[)\]]|[,;/] ?|,? or )")
_TERM_OF_LIST = re.compile(r"(?:e?s)?[\"”’'*]*(?: ?\([^()]{0,40}\))?(?::| [-–—]) ?(?=\w)")
_EQUALS = re.compile(r" ?= ?[a-z]")
_OR_BEFORE = re.compile(r"(?:, or|\([^()]{2,60} or) (?:an? |the )?[\"“]?$")


def explains(text: str, start: int, end: int, following: str = "") -> bool:
    """Whether the words around `[start, end)`, or the sentence that follows, say what the words there mean."""
    before, after = _blanks(text[max(0, start - _WINDOW) : start]), _blanks(text[end : end + _WINDOW])
    initials = _INITIALS_BEHIND.match(after)
    patterns, behind = _patterns(), after if initials is None else after[initials.end() :]
    return bool(
        _in_bracket_behind(after)
        or patterns["after"].match(behind)
        or patterns["does"].match(behind)
        or patterns["before"].search(before)
        or (patterns["in_bracket"].search(before) and _CLOSES.match(after) and not _is_row_of_initials(text, start))
        or (_is_second_of_two(text[:start]) and patterns["no_row"].match(after))
        or (not before.strip('"“*- ') and _says_meaning(after))
        or _EQUALS.match(after)
        or (_OR_BEFORE.search(before) and after[:1] in {",", ")", ".", ";", ""})
        or patterns["other_names"].match(text)
        or patterns["following"].match(following)
    )


def _says_meaning(after: str) -> bool:
    """Whether the word opens an entry in a list of terms ("ECG: a tracing of the heart"), and no result follows it."""
    entry = _TERM_OF_LIST.match(after)
    return entry is not None and _patterns()["value"].match(after, entry.end()) is None


def _in_bracket_behind(after: str) -> bool:
    bracket = _BRACKET_BEHIND.match(after)
    return bracket is not None and bool(_PLAIN_WORD.search(bracket[1])) and not _patterns()["dead"].match(bracket[1])


def _is_row_of_initials(text: str, start: int) -> bool:
    """Whether the bracket that opens before the word holds several initialisms: "your blood (FBC, U&Es and LFTs)"."""
    inside = text[text.rfind("(", 0, start) + 1 : start + _WINDOW].partition(")")[0]
    items = _BETWEEN_ITEMS.split(inside)
    return len(items) > 1 and all(_INITIALS.fullmatch(item) for item in items)


def _is_second_of_two(before: str) -> bool:
    """Whether a single comma parts the word from what comes before it in the sentence."""
    return before.endswith(", ") and before.count(",") == 1 and _ROW_OPENS.search(before) is None


def _blanks(text: str) -> str:
    return text.replace("\n", " ").replace("\u00a0", " ")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    rows = tomllib.loads(files("pipeline.check").joinpath("data/explained.toml").read_text("utf-8"))
    one_of = {name: "|".join(re.escape(words) for words in sorted(row, key=len)[::-1]) for name, row in rows.items()}
    empty = (
        rf"(?! (?:[\w-]+ ){{0,3}}?(?:(?:{one_of['never_what']})\b|(?:{one_of['no_more_than']})"
        r"(?:[.;!?]|,(?! which| that)|$| (?!(?:that|which|of|in which|where|when|caused|affecting|with|seen)\b)\w))"
        r"| most \w+ (?!type|kind|form|sort)\w)"
    )
    made = {
        "does": rf"(?:e?s)? (?:that|which) (?:{one_of['does']})\b",
        "no_row": rf"(?:e?s)?, (?:{one_of['no_row']})\b",
        "after": rf"(?:e?s)?[\"”’'*]*(?:,? (?:{one_of['after']})\b{empty}|,? ?[–—-]+ ?(?:{one_of['after_comma']})\b"
        rf"|, (?:{one_of['after_comma']})(?!\w)|,? ?[–—-]+ ?(?:{one_of['articles']}) "
        rf"|, (?:{one_of['articles']}) (?:[\w-]+ ){{0,3}}?(?:{one_of['says_what']})\b)",
        "before": rf"(?<!\w)(?:{one_of['before']}),?:? (?:an? |the )?[\"“‘'*]*$",
        "in_bracket": rf"[a-z][\"”’]? [(\[](?:(?:{one_of['in_bracket']}),? ){{0,3}}[\"“‘'*]*$",
        "value": r"[<>≤≥~+-]?\d|(?:not|no) \w+(?=[.,;!?]|$)"
        rf"|(?:(?:{one_of['degrees']}) )*(?:{one_of['values']})"
        r"(?=\W*(?:$|[.,;!?)(]| (?:again|today|at|on|in|since|for|by|and|but)\b))",
        "other_names": rf"\W*(?:{one_of['other_names']})\b",
        "dead": rf"\W*(?:{one_of['not_in_bracket']})\b",
        "following": rf"(?:{one_of['next_sentence']})(?: \w+)?(?: \w+)? (?:{one_of['next_says']})\b{empty}",
    }
    return {name: re.compile(pattern, re.IGNORECASE if name != "in_bracket" else 0) for name, pattern in made.items()}
