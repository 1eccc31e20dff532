"""Argos Translate packages through CTranslate2: neural, offline, in this process.

Only packages that are installed are used, directly or by a chain of two; nothing is downloaded. Sentences come
already split, so the package's own splitter (which would fetch a model) is never made; all sentences of
a call go to CTranslate2 in one batch.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any

from pipeline.errors import EngineFailedError
from pipeline.score.sentences import split
from pipeline.store import sha256
from pipeline.translate import protect
from pipeline.translate.engine import Draft

VERSION = 1  # of what this module does around the engine
BEAM = 4
BATCH_TOKENS = 2048
DISTRIBUTIONS = ("argos-translate-lt", "argostranslate", "ctranslate2", "sentencepiece")
EDGE = 1 << 20  # bytes of each end of a model file that go into its fingerprint


@dataclass(frozen=True, slots=True)
class Package:
    """An installed package."""

    folder: Path
    source: str
    target: str
    version: str


def packages_folder() -> Path:
    """Where Argos Translate keeps its packages, by the same variables it reads."""
    if "ARGOS_PACKAGES_DIR" in os.environ:
        return Path(os.environ["ARGOS_PACKAGES_DIR"])
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local/share") / "argos-translate/packages"


def installed(folder: Path | None = None) -> tuple[Package, ...]:
    """Usable translation packages, by folder name. A folder that is none is passed over."""
    folder = packages_folder() if folder is None else folder
    if not folder.is_dir():
        return ()
    found = []
    for path in sorted(folder.iterdir()):
        try:
            data = json.loads((path / "metadata.json").read_text("utf-8"))
            package = Package(path, str(data["from_code"]), str(data["to_code"]), str(data["package_version"]))
        except (OSError, ValueError, KeyError, TypeError):
            continue
        if (path / "model" / "model.bin").is_file():
            found.append(package)
    return tuple(found)


def chain(language: str, folder: Path | None = None) -> tuple[Package, ...]:
    """The packages that lead from English to a language: one, else two, else none."""
    packages = installed(folder)
    targets = _codes(language)
    direct = [p for p in packages if p.source == "en" and p.target in targets]
    if direct:
        return (_preferred(direct, targets),)
    pairs = [(a, b) for a in packages for b in packages if a.source == "en" and a.target == b.source]
    return next(((a, b) for a, b in pairs if b.target in targets), ())


def fingerprint(language: str, do_not_translate: Sequence[str] = (), folder: Path | None = None) -> str:
    """Versions of the libraries and packages, their metadata by content, their models by size and both ends."""
    packages = chain(language, folder)
    parts = [f"{name}={_version(name)}" for name in DISTRIBUTIONS]
    parts += [_digest(path) for p in packages for path in sorted(p.folder.rglob("*")) if path.is_file()]
    names = "+".join(f"{p.source}-{p.target}-{p.version}" for p in packages)
    return f"argos/{VERSION} {names} beam={BEAM} {sha256('|'.join([*parts, *sorted(do_not_translate)]).encode())[:16]}"


class Argos:
    """English into one language."""

    name = "argos"

    def __init__(self, language: str, do_not_translate: Sequence[str] = (), folder: Path | None = None) -> None:
        self.packages = chain(language, folder)
        self.do_not_translate = tuple(do_not_translate)
        self.fingerprint = fingerprint(language, do_not_translate, folder)

    def translate(self, sentences: Sequence[str]) -> list[Draft | None]:
        """A draft for each sentence; None where a protected text did not arrive.

        Raises EngineFailedError when a package cannot be loaded or run.
        """
        if not self.packages:
            return [None] * len(sentences)
        texts = self._run(sentences)
        lost = [index for index, text in enumerate(texts) if not self._kept(sentences[index], text)]
        cut = [_pieces(sentences[index], self.do_not_translate) for index in lost]
        answers = iter(self._run([text for parts in cut for text, opaque in parts if not opaque]))
        for index, parts in zip(lost, cut, strict=True):
            texts[index] = " ".join(text if opaque else next(answers) for text, opaque in parts)
        kept = (self._kept(sentence, text) for sentence, text in zip(sentences, texts, strict=True))
        return [Draft(text) if text and keeps else None for text, keeps in zip(texts, kept, strict=True)]

    def _run(self, texts: Sequence[str]) -> list[str]:
        """Each text through every package; a text of several sentences is cut into them, as packages expect."""
        ranges = [split(text, "en") for text in texts]
        words = [text[start:end] for text, spans in zip(texts, ranges, strict=True) for start, end in spans]
        for package in self.packages if words else ():
            words = _model(package, _identity(package)).translate(words)
        answers = iter(words)
        joined = ([next(answers) for _ in spans] for spans in ranges)
        return [" ".join(parts) if all(parts) else "" for parts in joined]

    def _kept(self, sentence: str, text: str) -> bool:
        """Whether all that must arrive letter by letter did."""
        wanted = [sentence[start:end] for start, end in protect.opaque(sentence, self.do_not_translate)]
        return all(text.count(words) >= wanted.count(words) for words in wanted)


class _Model:
    """A loaded package."""

    def __init__(self, package: Package) -> None:
        os.environ.setdefault("ARGOS_PACKAGES_DIR", str(package.folder.parent))
        import ctranslate2
        from argostranslate.package import Package as ArgosPackage

        self.package = ArgosPackage(package.folder)
        threads = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        self.translator = ctranslate2.Translator(
            str(package.folder / "model"), device="cpu", compute_type="int8", inter_threads=1, intra_threads=threads
        )

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Each sentence translated; "" for one the model cannot take, or does not come to an end with."""
        try:
            return self._batch(sentences)
        except RuntimeError:  # one sentence too long for the model stops the whole batch
            return [""] if len(sentences) == 1 else [text for s in sentences for text in self.translate([s])]

    def _batch(self, sentences: Sequence[str]) -> list[str]:
        tokenizer: Any = self.package.tokenizer
        prefix = self.package.target_prefix
        results = self.translator.translate_batch(
            [tokenizer.encode(sentence) for sentence in sentences],
            target_prefix=[[prefix]] * len(sentences) if prefix else None,
            replace_unknowns=True,
            max_batch_size=BATCH_TOKENS,
            batch_type="tokens",
            beam_size=BEAM,
            length_penalty=0.2,
        )
        texts = (tokenizer.decode(result.hypotheses[0]) for result in results)
        return [text.removeprefix(prefix).strip() for text in texts]


@lru_cache(maxsize=4)
def _model(package: Package, identity: str) -> _Model:
    """The loaded package; `identity` names its files' content, so that a replaced package is loaded anew."""
    del identity
    try:
        return _Model(package)
    except Exception as error:  # the libraries raise plain RuntimeError, OSError, AttributeError, …
        raise EngineFailedError(
            f"the Argos package in {package.folder} cannot be loaded: {error}.", "Install it again, or remove it."
        ) from error


def _identity(package: Package) -> str:
    return sha256("|".join(_digest(p) for p in sorted(package.folder.rglob("*")) if p.is_file()).encode())


def _pieces(sentence: str, do_not_translate: Sequence[str]) -> list[tuple[str, bool]]:
    """The sentence cut around what must arrive letter by letter: (text, whether it must)."""
    pieces, at = [], 0
    for start, end in protect.opaque(sentence, do_not_translate):
        pieces += [(sentence[at:start].strip(), False), (sentence[start:end], True)]
        at = end
    return [(text, opaque) for text, opaque in [*pieces, (sentence[at:].strip(), False)] if text]


def _codes(language: str) -> tuple[str, ...]:
    """Argos' codes for a language, the best one first: "pt" is Brazilian here."""
    return ("pb", "pt") if language == "pt" else (language,)


def _preferred(packages: Sequence[Package], targets: tuple[str, ...]) -> Package:
    return min(packages, key=lambda p: (targets.index(p.target), p.folder.name))


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "-"


def _digest(path: Path) -> str:
    size = path.stat().st_size
    with path.open("rb") as stream:
        head = stream.read(EDGE)
        stream.seek(max(0, size - EDGE))
        tail = stream.read(EDGE)
    return f"{path.name}:{size}:{sha256(head + tail)}"
