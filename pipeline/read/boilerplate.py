"""Web page furniture: lines such as "Related articles" or a menu, only where they stand alone."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_MAX_CHARACTERS = 160
_MENU_GAP = re.compile(r"\s*[|·•»›>/]\s*|\s{2,}|\t")
_MENU_ITEMS = 3
_MENU_KNOWN = 2


@cache
def _table(language: str) -> tuple[re.Pattern[str], frozenset[str]]:
    """The pattern of a line, and the words of a menu; English ones always count, pages mix languages."""
    tables = tomllib.loads(files("pipeline.read").joinpath("data/boilerplate.toml").read_text("utf-8"))
    own = [tables[name] for name in dict.fromkeys(("en", language)) if name in tables]
    lines = "|".join(f"(?:{line})" for table in own for line in table["lines"])
    return re.compile(lines), frozenset(word for table in own for word in table["menu"])


def reason(text: str, language: str) -> str | None:
    """Why a line that stands alone is furniture of a web page, or None if it is not."""
    if len(text) > _MAX_CHARACTERS or "\n" in text:
        return None
    pattern, menu = _table(language.split("-")[0].lower())
    low = " ".join(text.lower().split()).strip()
    # A final full stop makes it a sentence: "Share this with your doctor." is body text.
    bare = low.rstrip(":!").strip()
    if bare and pattern.fullmatch(bare):
        return "a line of web page furniture"
    items = [item for item in _MENU_GAP.split(low) if item]
    if len(items) >= _MENU_ITEMS and sum(item in menu for item in items) >= _MENU_KNOWN:
        return "a menu"
    return None


def is_menu_item(text: str, language: str) -> bool:
    """Whether a line could be one item of a menu."""
    return text.strip().lower() in _table(language.split("-")[0].lower())[1]
