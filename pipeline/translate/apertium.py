"""Apertium, installed from Debian, as a separate program: rule-based, small, offline.

A language is reached by one mode or a chain of two (`data/routes.toml`). Chains of processes stay up between
calls, the least recently used beyond `KEPT` are ended, and all of them when the program ends.
"""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
import tomllib
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pipeline import parser
from pipeline.store import sha256
from pipeline.translate import (
    address,
    agreement,
    dictionary,
    edits,
    english,
    phrases,
    pivot,
    protect,
    readings,
    units,
    vocabulary,
)
from pipeline.translate.engine import Draft
from pipeline.translate.mode import MODES, Mode
from pipeline.translate.phrases import CLOSE, OPEN

DPKG_STATUS = Path("/var/lib/dpkg/status")
VERSION = 3  # of what this module and its data do around the engine
UNITS = frozenset({"mg", "mcg", "µg", "g", "kg", "ml", "l", "dl", "iu", "mmol", "cm", "mm", "c", "f"})
KEPT = 4  # running modes; cat-fra alone holds 700 MB

_modes: OrderedDict[Path, Mode] = OrderedDict()


@cache
def routes() -> dict[str, dict[str, Any]]:
    """Modes and Debian packages by language."""
    text = files("pipeline.translate").joinpath("data/routes.toml").read_text("utf-8")
    return tomllib.loads(text)


def missing(language: str, folder: Path = MODES) -> tuple[str, ...]:
    """Debian packages to install before this language can be translated into; empty when all is there.

    Raises KeyError for a language no route leads to.
    """
    route = routes()[language]
    absent = [not (folder / f"{mode}.mode").is_file() for mode in route["modes"]]
    return tuple(package for package, gone in zip(route["packages"], absent, strict=True) if gone)


def installed(language: str, folder: Path = MODES) -> bool:
    """Whether every mode of the language's route is there."""
    return language in routes() and not missing(language, folder) and shutil.which("apertium-transfer") is not None


def fingerprint(language: str, do_not_translate: Sequence[str] = (), folder: Path = MODES) -> str:
    """Modes by content, packages by version, our own data by content."""
    route = routes()[language]
    modes = [sha256((folder / f"{mode}.mode").read_bytes()) for mode in route["modes"]]
    names = ("apertium", "lttoolbox", "apertium-lex-tools", "apertium-separable", "cg3", *route["packages"])
    parts = [
        *modes,
        *(f"{name}={version(name)}" for name in names),
        edits.fingerprint(),
        parser.fingerprint(),
    ]
    parts.append(dictionary.fingerprint() if dictionary.installed() else "no terms")
    parts += sorted(do_not_translate)
    return f"apertium/{VERSION} {'+'.join(route['modes'])} {sha256('|'.join(parts).encode())[:16]}"


def version(package: str) -> str:
    """The installed version of a Debian package of Apertium; "?" where it is not known."""
    return _versions().get(package, "?")


@cache
def _versions() -> dict[str, str]:
    try:
        status = DPKG_STATUS.read_text("utf-8", errors="replace")
    except OSError:
        return {}
    wanted = ("apertium", "lttoolbox", "cg3")
    stanzas = (s for s in status.split("\nPackage: ") if s.startswith(wanted))
    found = ((stanza.split("\n", 1)[0], re.search(r"^Version: (.+)$", stanza, re.MULTILINE)) for stanza in stanzas)
    return {name: version[1] for name, version in found if version}


class Apertium:
    """English into one language."""

    name = "apertium"

    def __init__(
        self, language: str, do_not_translate: Sequence[str] = (), folder: Path = MODES, cache: Path | None = None
    ) -> None:
        """`cache`: where compiled dictionaries are kept; None for as long as this program runs."""
        self.language = language
        self.cache = cache
        self.do_not_translate = tuple(do_not_translate)
        self.fingerprint = fingerprint(language, do_not_translate, folder)
        self._vocabulary = folder.parent / routes()[language]["vocabulary"]
        self._modes = [folder / f"{mode}.mode" for mode in routes()[language]["modes"]]

    def translate(self, sentences: Sequence[str]) -> list[Draft | None]:
        """A draft for each sentence; None where a protected text was lost or the engine gave up.

        Raises EngineFailedError when a program of the mode cannot be started.
        """
        jobs = [_Job(sentence, self.language, self.do_not_translate) for sentence in sentences]
        english.prepare(job.plain for job in jobs if job.text is not None)
        for job in jobs:
            job.put()
        for step, file in enumerate(self._modes):
            _through(_mode(file, self.cache), jobs, pivot=step + 1 < len(self._modes))
        ours = vocabulary.own((w for job in jobs for w in job.unknown), self._vocabulary)
        for job in jobs:
            job.unknown = [word for word in job.unknown if word not in ours]
        return [job.draft() for job in jobs]


def _through(mode: Mode, jobs: Sequence[_Job], *, pivot: bool) -> None:
    """Takes sentences through one mode; `pivot`: another follows."""
    read = mode.read([job.block(mode.name) for job in jobs])
    readings.prepare(block for job, block in zip(jobs, read, strict=True) if block is not None and not job.meant)
    chosen = [job.choose(block, mode.name) for job, block in zip(jobs, read, strict=True)]
    meant = mode.transfer(chosen)
    settled = [job.settle(block, mode.name, pivot=pivot) for job, block in zip(jobs, meant, strict=True)]
    for job, words, text in zip(jobs, settled, mode.write(settled), strict=True):
        job.take(words, text, mode.name)


class _Job:
    """One sentence on its way through the modes of a route."""

    def __init__(self, sentence: str, language: str, do_not_translate: Sequence[str]) -> None:
        self.sentence = sentence
        self.language = language
        self.unknown: list[str] = []
        hidden, self.hidden = protect.hide(sentence, protect.opaque(sentence, do_not_translate))
        self.plain = edits.before(hidden, "en")
        risky = edits.turned_round(self.language).search(self.plain)
        self.text: str | None = None if risky else self.plain  # None: given up
        self.asked = ""
        self.meant = ""  # what the mode before inflected

    def put(self) -> None:
        """The sentence as the first mode is asked for it."""
        if self.text is not None:
            self.text = self.asked = phrases.put(english.rephrase(self.plain), self.language)

    def block(self, mode: str) -> str | None:
        """What goes into the mode: its signs escaped, words already put in superblanks."""
        if self.text is None:
            return None
        text = edits.before(self.text, f"{self.language}.{mode}", mode)
        escaped = re.sub(r"[\[\]\\/@<>^${}]", r"\\\g<0>", text)
        return escaped.replace(OPEN, "[").replace(CLOSE, "]")

    def choose(self, block: str | None, mode: str) -> str | None:
        """One reading of each word: by the English sentence, or by what the mode before meant."""
        if block is None:
            return None
        return pivot.choose(block, self.meant) if self.meant else readings.choose(block, languages(mode)[1])

    def settle(self, block: str | None, mode: str, *, pivot: bool) -> str | None:
        """What the first mode is about to inflect, with its instructions and its address; None if one is lost."""
        if block is None:
            return None
        block = units.spaced(edits.units(block, self.asked, mode))
        if self.meant:
            return block
        block = agreement.settle(block, self.asked)
        reflexive = re.search(r"\byourself\b", self.sentence, re.IGNORECASE) is not None
        return address.settle(block, languages(mode)[1], pivot=pivot, reflexive=reflexive)

    def take(self, meant: str | None, written: str | None, mode: str) -> None:
        """What came out of the mode: the words it inflected, and the text of them."""
        if meant is None or written is None:
            self.text = None
            return
        self.meant = meant
        text, unknown = unmark(written, self.sentence)
        own = {protect.placeholder(index).casefold() for index in range(len(self.hidden))}
        self.unknown += [word for word in unknown if word.casefold() not in own]
        self.text = edits.after(text, self.asked, mode)

    def draft(self) -> Draft | None:
        """The finished sentence; None where the engine gave up or lost a protected text."""
        if self.text is None:
            return None
        text = protect.show(edits.finish(self.text, self.sentence, self.language), self.hidden)
        if text and dictionary.OWN in text:  # a form of our own word that was not inflected
            return None
        return Draft(text, self._left(text)) if text else None

    def _left(self, text: str) -> tuple[str, ...]:
        """Unknown words that still stand in the text, without units, abbreviations, and those that are right."""
        standing = {part for w in re.findall(r"[\w'’-]+", text.lower()) for part in (w, *re.split(r"['’-]", w))}
        right = edits.known(self.language) | UNITS
        words = (w for w in self.unknown if w.lower() in standing and w.lower() not in right and not w.isupper())
        return tuple(dict.fromkeys(words))


def unmark(answer: str, sentence: str) -> tuple[str, list[str]]:
    """A mode's output without its marks and escapes, and the words it marked as unknown.

    A mode takes the word after an unknown one for the first of a sentence: it loses the capital again, unless it
    stands with one in the English `sentence`.
    """
    own = set(re.findall(r"\w+", sentence))
    answer = re.sub(
        r"(?<=[*])(\w[\w'’-]*[,;)]*\s+\(?)([^\W\d_]\w*)",
        lambda m: m[0] if m[2] in own or m[2].isupper() else m[1] + m[2].lower(),
        answer,
    )
    text = re.sub(r"(?<!\\)\[", OPEN, answer)
    text = re.sub(r"(?<!\\)\]", CLOSE, text)
    unknown: list[str] = []

    def note(found: re.Match[str]) -> str:
        if found[1]:
            unknown.append(found[1])
        return found[1]

    text = re.sub(r"\\?[*#@](\w[\w'’-]*|)", note, text)
    return re.sub(r"\\(.)", r"\1", text), unknown


def languages(mode: str) -> tuple[str, str]:
    """Source and target of a mode: "eng-spa" -> "en", "es"."""
    codes = {"eng": "en", "spa": "es", "cat": "ca", "fra": "fr", "ita": "it", "pt_BR": "pt"}
    source, _, target = mode.partition("-")
    return codes.get(source, source), codes.get(target, target)


def _mode(file: Path, cache: Path | None) -> Mode:
    def own(named: tuple[str, str, str]) -> dict[str, str]:
        return dictionary.merged(*languages(file.stem), named, cache or Path(_passing().name))

    mode = _modes.pop(file, None) or Mode(file, own)
    _modes[file] = mode
    while len(_modes) > KEPT:
        _modes.popitem(last=False)[1].close()
    return mode


@cache
def _passing() -> tempfile.TemporaryDirectory[str]:
    """A folder that goes with this program."""
    return tempfile.TemporaryDirectory(prefix="plainleaf-")


@atexit.register
def close() -> None:
    """End every running mode. They start again when asked."""
    while _modes:
        _modes.popitem()[1].close()
