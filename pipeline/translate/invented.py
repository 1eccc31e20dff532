"""Text in a draft that has no counterpart in its source: small neural models make up whole phrases.

Seen in the open: "(laughter)(applause)" behind a plain sentence, the name of a medicine that does not exist, a link,
words of a third language. Numbers, links and known medicines are compared by
`facts`; this looks for the rest. Every rule asks for something the source cannot have caused.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby

from pipeline import facts
from pipeline.facts import drugs
from pipeline.translate import writing

_BRACKETED = re.compile(r"[(\[{（［【〔][^()\[\]{}（）［］【】〔〕]*[)\]}）］】〕]")
_SUNG = re.compile(r"[♪♫♬]+")
_OPENS = re.compile(r"(?:^|[.!?…:;¿¡«»“”„\"'‘’(\[•*–—-])\s*$")  # a capital behind it is a matter of spelling
_NO_REMARK = re.compile(r".(?:[a-zà-ÿ]{1,2}|[\W\d_]*).")  # a second ending, as of "essoufflé(e)", or a figure
_NAME = 4  # letters of a word whose capital is looked at
_LIKE = 3  # letters that two forms of one name begin with
_SHORTEST_MEDICINE = 6  # letters
_REMEMBERED = 4096  # words


def reasons(source: str, target: str, language: str) -> Iterator[str]:
    """Why `target`, in `language`, says more than the English `source`; nothing where it does not seem to."""
    for found in (_remarks, _scripts, _names, _medicines):
        reason = found(source, target, language)
        if reason:
            yield reason


def _remarks(source: str, target: str, _: str) -> str:
    """Remarks in brackets, of which subtitles are full."""
    own = _BRACKETED.findall(source)
    theirs = [text for text in _BRACKETED.findall(target) if not _NO_REMARK.fullmatch(text)]
    said = _folded(source)
    extra = [text for text in theirs if _folded(text[1:-1].strip()) not in said]
    if extra and len(theirs) > len(own):
        return f"“{extra[min(len(own), len(extra) - 1)]}” has no counterpart in the source"
    sung = _SUNG.search(target)
    return f"“{sung[0]}” has no counterpart in the source" if sung and not _SUNG.search(source) else ""


def _scripts(source: str, target: str, language: str) -> str:
    """Words of a script that is neither the language's nor the source's, or English letters the source has not."""
    own = writing.scripts(language)
    known = {writing.script(c) for c in source if c.isalpha()}
    said = _folded(source)
    for word in _by_script(target):
        script = writing.script(word[0])
        if len(word) > 1 and script not in own and (script not in known or _folded(word) not in said):
            return f"“{word}” is written in letters of another language and is not in the source"
    return ""


def _by_script(text: str) -> Iterator[str]:
    """Runs of letters of one script: the words of "服用Fooxacin片" are three."""
    runs = groupby(text, lambda c: writing.script(c) if c.isalpha() else "")
    yield from ("".join(letters) for script, letters in runs if script)


def _names(source: str, target: str, language: str) -> str:
    """A name inside the sentence, where the source has no name it could stand for."""
    if not writing.capitals_name(language):
        return ""
    before = {_folded(word)[:_LIKE] for word in _words(source)}
    if any(word[0].isupper() for word in _inside(source)) or any(w.isupper() and len(w) > 1 for w in _words(source)):
        return ""
    for word in _inside(target):
        if word[0].isupper() and word[1:].islower() and len(word) >= _NAME and _folded(word)[:_LIKE] not in before:
            return f"“{word}” is a name the source does not have"
    return ""


def _medicines(source: str, target: str, _: str) -> str:
    """What sounds like a medicine, where the source names none. Real names are compared by `facts`."""
    heard = [w for w in _words(target) if drugs.skeleton(w).endswith(_endings()) and len(w) > _SHORTEST_MEDICINE]
    if not heard or any(fact.kind == "drug" for fact in facts.extract(source, "en")):
        return ""
    before = {_folded(word)[:_LIKE] for word in _words(source)}
    made_up = next((word for word in heard if _folded(word)[:_LIKE] not in before), "")
    return f"“{made_up}” sounds like a medicine, and the source names none" if made_up else ""


@cache
def _endings() -> tuple[str, ...]:
    text = files("pipeline.translate").joinpath("data/invented.toml").read_text("utf-8")
    return tuple(tomllib.loads(text)["medicine"])


def _words(text: str) -> list[str]:
    return writing.WORD.findall(text)


def _inside(text: str) -> Iterator[str]:
    """Words that do not begin a sentence, a quotation or an item."""
    for found in writing.WORD.finditer(text):
        if not _OPENS.search(text[: found.start()]):
            yield found[0]


@lru_cache(maxsize=_REMEMBERED)
def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))
