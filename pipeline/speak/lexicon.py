"""What is said for what is written: data/lexicon-<language>.toml.

One pass over the text; what a rule has put in is not looked at again. Nothing here changes what is shown.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "es", "fr", "pt", "it", "ca", "gl")

_FRACTION_SIGNS = {"½": "1/2", "¼": "1/4", "¾": "3/4"}
_NUMBER = r"\d+(?:[.,]\d+)?"
_RULES = {
    "email": r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}",
    "url": r"(?:https?://|(?<!\w)www\.)[^\s<>\"]+"
    r"|(?<![\w.@-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:gov|org|com|net|edu|int|info)\b(?:/[^\s<>\"]*)?",
    "range": rf"(?<![\w.,/–—-])(?:{_NUMBER}\s?[–—]\s?|\d{{1,3}}-(?=\d{{1,3}}(?!\d)))(?={_NUMBER}(?![\d/–—-]))",
    "to": r"(?<=\d%)[–—](?=\d)",
    "phone": r"(?<![\w.,/-])\+?(?:\(\d{1,4}\)|\d{1,4})(?:[ \u00a0.-]?\(\d{1,4}\))?(?:[ \u00a0.-]\d{2,4}){1,5}"
    r"(?![\w-]|\.\d)",
    "pressure": r"(?<![\d/])\d{2,3}/(?=\d{2,3}\s?mm\s?Hg)",
    "fraction": r"(?:(?<![\w/.,])\d{1,3}[ \u00a0]?)?(?:[½¼¾]|(?<![\d/.,])[13]/[234](?![\d/]))",
}
_DATE = re.compile(r"\d{4}[.-]\d{1,2}[.-]\d{1,2}|\d{1,2}[.-]\d{1,2}[.-]\d{2,4}")
_THOUSANDS = re.compile(r"\d{1,2}(?:[ \u00a0]\d{3})+|\d{1,3}(?:\.\d{3})+")
_UNSPOKEN = re.compile(r"[\x00-\x1f\x7f\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff*_`|#~^]+")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lexicon of one language."""

    said: Mapping[str, str]  # what the reader says of its own: "picture", "to", "dot", …
    units: Mapping[str, list[str]]  # one, many
    words: Mapping[str, str]
    symbols: Mapping[str, str]  # before a number
    fractions: Mapping[str, str]
    pattern: re.Pattern[str]


@cache
def load(language: str) -> Lexicon:
    """The lexicon of a BCP 47 tag's language. Raises KeyError for a language without one: see LANGUAGES."""
    name = language.replace("_", "-").split("-")[0].lower()
    if name not in LANGUAGES:
        raise KeyError(language)
    text = files("pipeline.speak").joinpath(f"data/lexicon-{name}.toml").read_text("utf-8")
    table = tomllib.loads(text)
    units, words, symbols = (_alternatives(table[key]) for key in ("units", "words", "symbols"))
    digits = _alternatives(dict.fromkeys(table["digits"]["numbers"]))
    rules = _RULES | {
        "digits": rf"(?<![\w.,/-])(?:{digits})(?![\w%/-]|[.,]\d|\s?(?:{units})(?!\w))",
        "unit": rf"(?<=[\d½¼¾])\s?(?:{units})(?!\w)(?:[–—](?=\d))?",
        "symbol": rf"(?:{symbols})\s?(?=\d)",
        "word": rf"(?<!\w)(?:{words})(?!\w)",
    }
    pattern = re.compile("|".join(f"(?P<{name}>{rule})" for name, rule in rules.items()))
    return Lexicon(table["said"], table["units"], table["words"], table["symbols"], table["fractions"], pattern)


def spoken(text: str, language: str) -> str:
    """The text as it should be said: abbreviations, units, ranges, telephone numbers and addresses in words."""
    lexicon = load(language)

    def say(match: re.Match[str]) -> str:
        return _SAY[str(match.lastgroup)](match, lexicon)

    return " ".join(_UNSPOKEN.sub(" ", lexicon.pattern.sub(say, text)).split())


def _alternatives(table: Mapping[str, object]) -> str:
    return "|".join(re.escape(written) for written in sorted(table, key=lambda written: (-len(written), written)))


def _email(match: re.Match[str], lexicon: Lexicon) -> str:
    return _address(match[0].replace("@", f" {lexicon.said['at']} "), lexicon)


def _url(match: re.Match[str], lexicon: Lexicon) -> str:
    written = match[0].rstrip(".,;:!?)]'")
    shown = re.sub(r"^https?://", "", re.split(r"[?#]", written)[0]).removeprefix("www.").rstrip("/")
    host = shown.split("/")[0]
    return _address(shown if len(shown) <= 60 else host, lexicon) + match[0][len(written) :]


def _address(text: str, lexicon: Lexicon) -> str:
    names = {".": "dot", "/": "slash", "-": "dash", "_": "underscore"}
    return "".join(f" {lexicon.said[names[sign]]} " if sign in names else sign for sign in text).strip()


def _range(match: re.Match[str], lexicon: Lexicon) -> str:
    return f"{match[0].rstrip().rstrip('–—-').rstrip()} {lexicon.said['to']} "


def _to(_: re.Match[str], lexicon: Lexicon) -> str:
    return f" {lexicon.said['to']} "


def _phone(match: re.Match[str], lexicon: Lexicon) -> str:
    groups = re.findall(r"\d+", match[0])
    digits = sum(map(len, groups))
    two_groups = len(groups) == 2 and [len(group) for group in groups] != [3, 4]
    if digits < 7 or two_groups or _DATE.fullmatch(match[0]) or _THOUSANDS.fullmatch(match[0]):
        return match[0]
    plus = f"{lexicon.said['plus']} " if match[0].startswith("+") else ""
    return plus + ", ".join(" ".join(group) for group in groups)


def _pressure(match: re.Match[str], lexicon: Lexicon) -> str:
    return f"{match[0].rstrip('/')} {lexicon.said['over']} "


def _fraction(match: re.Match[str], lexicon: Lexicon) -> str:
    parts = re.fullmatch(r"(?:(\d{1,3})[ \u00a0]?)?([½¼¾]|[13]/[234])", match[0])
    if parts is None or (said := lexicon.fractions.get(_FRACTION_SIGNS.get(parts[2], parts[2]))) is None:
        return match[0]
    return said if parts[1] is None else f"{parts[1]} {lexicon.said['and']} {said}"


def _unit(match: re.Match[str], lexicon: Lexicon) -> str:
    written = match[0].strip().rstrip("–—")
    one, many = lexicon.units[written]
    before = match.string[max(0, match.start() - 3) : match.start()]
    said = one if re.fullmatch(r"(?:.*[^0-9.,/–-])?1", before) else many
    return f" {said} {lexicon.said['to']} " if match[0].endswith(("–", "—")) else f" {said}"


def _symbol(match: re.Match[str], lexicon: Lexicon) -> str:
    return f" {lexicon.symbols[match[0].strip()]} "


def _digits(match: re.Match[str], _: Lexicon) -> str:
    return " ".join(match[0])


def _word(match: re.Match[str], lexicon: Lexicon) -> str:
    return lexicon.words[match[0]]


_SAY: dict[str, Callable[[re.Match[str], Lexicon], str]] = {
    "email": _email,
    "url": _url,
    "range": _range,
    "to": _to,
    "phone": _phone,
    "pressure": _pressure,
    "fraction": _fraction,
    "digits": _digits,
    "unit": _unit,
    "symbol": _symbol,
    "word": _word,
}
