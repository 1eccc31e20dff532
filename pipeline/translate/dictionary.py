"""Our own health words, compiled by lttoolbox and merged into copies of a mode's dictionaries.

A word of ours has the sign `OWN` at the end of its lemma on both sides, so that it stands beside a system's entry for
the same word and is told from it. Each mode gets three dictionaries: reading, translating, inflecting. They are kept by
content in a folder and made again only when a word, a rule or an installed dictionary changes.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from pipeline.glossary import terms
from pipeline.store import sha256
from pipeline.translate import english_terms, models, units
from pipeline.translate.mode import MODES, dictionaries

OWN = "¤"
SECTION = "plainleaf"  # the name of a section of its own: "main" would be written over
PROGRAMS = ("lt-comp", "lt-append")
LANGUAGES = ("es", "ca", "gl", "pt", "fr", "it")
SECONDS = 60.0
KINDS = {"noun": "<n>", "adjective": "<adj>", "verb": "<vblex>", "adverb": "<adv>"}
ONLY_PLURAL = "plural"  # in the place of a plural: said of one thing too
PIVOTS = {"es": "eng-spa", "ca": "eng-cat"}  # languages in between, and the mode that writes them
VERSION = 4  # of how the dictionaries are made
_STOP = re.compile(
    r"\b(?:de|del|d|do|da|dos|das|dei|dell|del|du|des|di|en|no|na|nas|al|au|à|a|al|als|ao|para|per|pour|dans|sense|sans|sin|qui|que|nel|dal|in|dels)\b['’]?"
)


def fingerprint() -> str:
    """Changes with every change of a word."""
    return terms.fingerprint("en", *LANGUAGES)


def installed() -> bool:
    """Whether the programs that compile dictionaries are there."""
    return all(shutil.which(program) for program in PROGRAMS)


def merged(source: str, target: str, named: tuple[str, str, str], folder: Path) -> dict[str, str]:
    """Files to use in the place of a mode's dictionaries (that read, translate, inflect), made in `folder` if need be.

    Empty where lttoolbox cannot make them: the mode then runs on its own.
    """
    if not installed():
        return {}
    stats = [f"{name}:{Path(name).stat().st_size}:{Path(name).stat().st_mtime_ns}" for name in named]
    digest = sha256("|".join([source, target, fingerprint(), str(VERSION), *stats]).encode())[:24]
    place = folder / digest
    if not place.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as work:
            try:
                _make(source, target, named, Path(work))
            except (OSError, subprocess.SubprocessError):
                return {}
            if not place.is_dir():
                shutil.copytree(work, place.with_suffix(".part"), dirs_exist_ok=True)
                place.with_suffix(".part").rename(place)
    return {name: str(place / f"{number}.bin") for number, name in enumerate(named)}


def _make(source: str, target: str, named: tuple[str, str, str], work: Path) -> None:
    reading, translating, inflecting = named
    verbs = models.Verbs(inflecting, terms.table(target))
    before = None if source == "en" else models.Verbs(_written_by(source), terms.table(source))
    read, pairs, write = [], [], []
    seen: set[tuple[str, str]] = set()
    for kind, en, own in _entries(target):
        origin = _source(kind, en, source, target, before)
        if origin is None or (kind == "verb" and not verbs.inflects(own)):
            continue
        lemma, forms = origin
        if (kind, lemma) in seen:  # two English words with one word in between: the first holds
            continue
        seen.add((kind, lemma))
        read += [(form, lemma + OWN + tags) for form, tags in forms]
        word, bilingual, inflected = _target(kind, own, target, verbs)
        pairs += [(lemma + OWN + left, word + right) for left, right in _pairs(kind, forms, bilingual, source)]
        write += [(form, word + tags) for form, tags in inflected]
    for number, (rows, system, way) in enumerate(
        ((read, reading, "lr"), (pairs, translating, "lr"), (write, inflecting, "rl"))
    ):
        dix, own_bin = work / f"{number}.dix", work / f"{number}.own"
        dix.write_text(_dix(rows), "utf-8")
        for command in (["lt-comp", way, dix, own_bin], ["lt-append", own_bin, system, work / f"{number}.bin"]):
            subprocess.run([str(word) for word in command], check=True, capture_output=True, timeout=SECONDS)  # noqa: S603
        dix.unlink()
        own_bin.unlink()


def _entries(target: str) -> Iterator[tuple[str, str, Any]]:
    for kind in KINDS:
        for en, own in terms.table(target).get(kind, {}).items():
            yield kind, en, own


def _written_by(language: str) -> str:
    """The dictionary the mode before inflects a language between two by."""
    return (dictionaries((MODES / f"{PIVOTS[language]}.mode").read_text("utf-8")) or ("", "", ""))[2]


def _source(
    kind: str, en: str, source: str, target: str, before: models.Verbs | None
) -> tuple[str, list[tuple[str, str]]] | None:
    """Lemma and (form, tags) in the language a mode reads; None where the word has no entry in that language."""
    if before is not None:
        own = terms.table(source).get(kind, {}).get(en)
        if own is None or (kind == "verb" and not before.inflects(own)):
            return None
        if kind == "verb":
            return own, before.forms(own)
        if kind == "adverb":
            return str(own), [(str(own), "<adv>")]
        lemma = str(own[0])
        return lemma, [(form, tags) for form, tags in _nominal(kind, own, source) if form]
    return en, english_terms.forms(kind, en, target)


def _pairs(kind: str, forms: list[tuple[str, str]], bilingual: str, source: str) -> list[tuple[str, str]]:
    """Tags of a bilingual entry on both sides; those behind them pass from one to the other."""
    if source == "en":
        if kind == "noun" and bilingual.endswith("<pl>"):
            return [("<n><sg>", bilingual), ("<n><pl>", bilingual)]
        return [(KINDS[kind], bilingual)]
    given = list(dict.fromkeys("".join(re.findall(r"<[^>]*>", tags)[:2]) for _, tags in forms))
    if kind == "noun" and bilingual.endswith("<pl>"):
        return [(given[0] + number, bilingual) for number in ("<sg>", "<pl>")]
    if kind == "verb":
        return [("<vblex>", bilingual)]
    if kind in ("noun", "adverb"):
        return [(given[0], bilingual)]
    if bilingual == "<adj>":
        return [(tags, "<adj><GD>" if tags == "<adj><mf>" else tags) for tags in given]
    return [(tags, bilingual) for tags in given]


def _target(kind: str, own: Any, target: str, verbs: models.Verbs) -> tuple[str, str, list[tuple[str, str]]]:
    """Lemma, tags of the bilingual entry, and (form, tags) to inflect, in the language a mode writes."""
    if kind == "verb":
        if own in verbs.known:
            return own, "<vblex>", []
        return own + OWN, "<vblex>", verbs.forms(own)
    if kind == "adverb":
        return own + OWN, "<adv>", [(own, "<adv>")]
    forms = _nominal(kind, own, target)
    if kind == "noun" and own[2:] == [ONLY_PLURAL]:
        return own[0] + OWN, f"<n><{own[1]}><pl>", forms
    main = f"<n><{own[1]}>" if kind == "noun" else "<adj>" if len(own) > 1 and own[1] != "invariable" else "<adj><mf>"
    return own[0] + OWN, main, forms


def noun_forms(own: list[str], language: str) -> tuple[str, ...]:
    """Singular and plural of a noun's entry in a language whose table has rules for plurals."""
    return tuple(form for form, _ in _nominal("noun", own, language))


def _nominal(kind: str, own: list[str], language: str) -> list[tuple[str, str]]:
    rules = [(re.compile(pattern), replacement) for pattern, replacement in terms.table(language)["plurals"]]

    def plural(word: str) -> str:
        head = _STOP.split(word, maxsplit=1)[0]
        words = [_plural(w, rules) for w in head.split()]
        return " ".join(words) + word[len(head.rstrip()) :]

    if kind == "noun":
        word, gender, *given = own
        if given == [ONLY_PLURAL]:
            return [(word, f"<n><{gender}><pl>")]
        return [(word, f"<n><{gender}><sg>"), (given[0] if given else plural(word), f"<n><{gender}><pl>")]
    if len(own) > 1 and own[1] == "invariable":
        return [(own[0], f"<adj><mf><{number}>") for number in ("sg", "pl", "sp")]
    if len(own) == 1:
        return [(own[0], "<adj><mf><sg>"), (plural(own[0]), "<adj><mf><pl>")]
    return [
        (form, f"<adj><{gender}><{number}>")
        for gender, word in (("m", own[0]), ("f", own[1]))
        for number, form in (("sg", word), ("pl", plural(word)))
    ]


def _plural(word: str, rules: list[tuple[re.Pattern[str], str]]) -> str:
    for pattern, replacement in rules:
        if pattern.search(word):
            return pattern.sub(replacement, word, count=1)
    return word


def _dix(rows: Iterable[tuple[str, str]]) -> str:
    """A dictionary of one section: each row is a left and a right side, with tags in "<>"."""
    unique = list(dict.fromkeys(rows))
    names = sorted({tag for row in unique for side in row for tag in re.findall(r"<([^<>]+)>", side)})
    letters = sorted({c for left, _ in unique for c in units.lemma(left) if c.isalpha()})
    entries = "\n".join(f"<e><p><l>{_side(left)}</l><r>{_side(right)}</r></p></e>" for left, right in unique)
    symbols = "".join(f'<sdef n="{name}"/>' for name in names)
    return (
        f"<dictionary><alphabet>{''.join(letters)}</alphabet><sdefs>{symbols}</sdefs>\n"
        f'<section id="{SECTION}" type="standard">\n{entries}\n</section></dictionary>\n'
    )


def _side(side: str) -> str:
    parts = re.split(r"<([^<>]+)>", side)  # text and tags by turns
    parts[::2] = [escape(text).replace(" ", "<b/>").replace("+", "<j/>") for text in parts[::2]]
    parts[1::2] = [f'<s n="{tag}"/>' for tag in parts[1::2]]
    return "".join(parts)
