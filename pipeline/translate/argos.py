"""Argos Translate packages through CTranslate2: neural, offline, in this process.

Only packages that are installed are used, directly or by a chain of two; nothing is downloaded. Sentences come
already split, so the package's own splitter (which would fetch a model) is never made. All sentences of a call are
translated together (`decoder`); those the gate refuses are tried again (`retry`), and those without a term of the
glossary are asked for with it. Nothing here knows what letters the other language is written in.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import metadata
from pathlib import Path

from pipeline.errors import EngineFailedError
from pipeline.score.sentences import split
from pipeline.settings import ArgosOptions
from pipeline.store import sha256
from pipeline.translate import decoder, expected_terms, gate, protect, retry, writing
from pipeline.translate.decoder import PackageDecoder, Search
from pipeline.translate.engine import Draft

VERSION = 2  # of what is done around the engine
DISTRIBUTIONS = ("argos-translate-lt", "argostranslate", "ctranslate2", "sentencepiece")
GUARDS = (
    "gate.py",
    "invented.py",
    "leftover.py",
    "length.py",
    "tongue.py",
    "writing.py",
    "retry.py",
    "sentence_parts.py",
    "expected_terms.py",
    "english_terms.py",
    "dictionary.py",
    "data",
)
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


def fingerprint(
    language: str,
    do_not_translate: Sequence[str] = (),
    folder: Path | None = None,
    options: ArgosOptions | None = None,
) -> str:
    """Versions of the libraries and packages, their metadata by content, their models by size and both ends.

    And all that decides which of several translations is kept: terms, gate, search, and the device, whose figures are
    its own.
    """
    options = options or ArgosOptions()
    packages = chain(language, folder)
    parts = [f"{name}={_version(name)}" for name in DISTRIBUTIONS]
    parts += [_digest(path) for p in packages for path in sorted(p.folder.rglob("*")) if path.is_file()]
    parts += [expected_terms.fingerprint(language), _guards(), *sorted(do_not_translate)]
    names = "+".join(f"{p.source}-{p.target}-{p.version}" for p in packages)
    device = "cuda" if packages and options.device != "cpu" and decoder.sees_cuda() else "cpu"
    return f"argos/{VERSION} {names} beam={options.beam} {device} {sha256('|'.join(parts).encode())[:16]}"


class Argos:
    """English into one language."""

    name = "argos"

    def __init__(
        self,
        language: str,
        do_not_translate: Sequence[str] = (),
        folder: Path | None = None,
        options: ArgosOptions | None = None,
    ) -> None:
        self.language = language
        self.packages = chain(language, folder)
        self.do_not_translate = tuple(do_not_translate)
        self.options = options or ArgosOptions()
        self.fingerprint = fingerprint(language, do_not_translate, folder, self.options)

    def translate(self, sentences: Sequence[str]) -> list[Draft | None]:
        """A draft for each sentence; None where a protected text did not arrive.

        A draft the gate has something against is the engine's first; no other search had a better one.
        Raises EngineFailedError when a package cannot be loaded or run.
        """
        if not self.packages:
            return [None] * len(sentences)
        texts = retry.translate(sentences, self.ask, self._good, beam=self.options.beam, language=self.language)
        lost = [index for index, text in enumerate(texts) if not self._kept(sentences[index], text)]
        for index, text in zip(lost, self._around([(sentences[i], texts[i]) for i in lost]), strict=True):
            texts[index] = text
        texts = retry.with_terms(
            sentences, texts, self.ask, self._good, self._absent, beam=self.options.beam, language=self.language
        )
        return [
            Draft(text, absent=self._absent(sentence, text)) if text and self._kept(sentence, text) else None
            for sentence, text in zip(sentences, texts, strict=True)
        ]

    def ask(self, texts: Sequence[str], search: Search) -> list[tuple[str, ...]]:
        """Each text through every package; a text of several sentences is cut into them, as packages expect.

        Where two packages are chained, the second is given the best translation of the first.
        """
        ranges = [split(text, "en") for text in texts]
        words = [text[start:end] for text, spans in zip(texts, ranges, strict=True) for start, end in spans]
        for package in self.packages[:-1]:
            found = self._decoder(package).translate(words, Search(search.beam, 1, search.no_repeat, search.penalty))
            words = [hypotheses[0] if hypotheses else "" for hypotheses in found]
        answers = iter(self._decoder(self.packages[-1]).translate(words, search) if words else [])
        rows = [[next(answers) for _ in spans] for spans in ranges]
        return [
            tuple(writing.joined(parts, self.language) for parts in zip(*row, strict=False) if all(parts))
            for row in rows
        ]

    def _around(self, pairs: Sequence[tuple[str, str]]) -> list[str]:
        """For sentences and what they became: what stands around the texts that did not arrive, with those in between.

        Empty where a piece has no translation.
        """
        cut = [_pieces(sentence, self._lost(sentence, text)) for sentence, text in pairs]
        answers = iter(self.ask([text for parts in cut for text, opaque in parts if not opaque], self._plain))
        rows = [[(text,) if opaque else next(answers) for text, opaque in parts] for parts in cut]
        return [" ".join(part[0] for part in row) if all(row) else "" for row in rows]

    @property
    def _plain(self) -> Search:
        return Search(self.options.beam)

    def _decoder(self, package: Package) -> PackageDecoder:
        return _loaded(package, _identity(package), self.options.threads, self.options.device)

    def _good(self, sentence: str, text: str) -> bool:
        """Whether a text may stand for a sentence, or a part of one."""
        return (
            bool(text) and self._kept(sentence, text) and not gate.judge(sentence, Draft(text), self.language).reasons
        )

    def _absent(self, sentence: str, text: str) -> tuple[str, ...]:
        return expected_terms.absent(sentence, text, self.language)

    def _kept(self, sentence: str, text: str) -> bool:
        """Whether all that must arrive letter by letter did."""
        return not self._lost(sentence, text)

    def _lost(self, sentence: str, text: str) -> list[tuple[int, int]]:
        """Ranges of the sentence that had to arrive letter by letter and did not."""
        ranges = protect.opaque(sentence, self.do_not_translate)
        wanted = Counter(sentence[start:end] for start, end in ranges)
        return [(start, end) for start, end in ranges if text.count(words := sentence[start:end]) < wanted[words]]


@lru_cache(maxsize=4)
def _loaded(package: Package, identity: str, threads: int, device: str) -> PackageDecoder:
    """The loaded package; `identity` names its files' content, so that a replaced package is loaded anew."""
    del identity
    try:
        return PackageDecoder(package.folder, decoder.threads(threads), decoder.device(device))
    except Exception as error:  # the libraries raise plain RuntimeError, OSError, AttributeError, …
        raise EngineFailedError(
            f"the Argos package in {package.folder} cannot be loaded: {error}.",
            "Install it again, or remove it; where CUDA is the cause, set `device` to “cpu” in [translate.argos].",
        ) from error


def _identity(package: Package) -> str:
    return sha256("|".join(_digest(p) for p in sorted(package.folder.rglob("*")) if p.is_file()).encode())


@cache
def _guards() -> str:
    """The code and data that decide whether a translation may stand, by content."""
    package = Path(__file__).parent.parent
    places = [package / "facts", *(package / "translate" / name for name in GUARDS)]
    found = (file for place in places for file in ([place] if place.is_file() else sorted(place.rglob("*"))))
    return sha256(b"".join(file.read_bytes() for file in found if file.suffix in (".py", ".toml")))


def _pieces(sentence: str, ranges: Sequence[tuple[int, int]]) -> list[tuple[str, bool]]:
    """The sentence cut around ranges that must arrive letter by letter: (text, whether it must)."""
    pieces, at = [], 0
    for start, end in ranges:
        pieces += [(sentence[at:start].strip(), False), (sentence[start:end], True)]
        at = end
    return [(text, opaque) for text, opaque in [*pieces, (sentence[at:].strip(), False)] if text]


def package_code(language: str) -> str:
    """Argos' code for a language, as packages into it are best named."""
    return _codes(language)[0]


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
