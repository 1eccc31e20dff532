"""Reviewed translation memory: exact matches from `<folder>/<language>.tmx` (TMX 1.4)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from pipeline.errors import UsageError
from pipeline.store import sha256
from pipeline.translate.engine import Draft

MAX_BYTES = 50_000_000
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def file(folder: Path, language: str) -> Path:
    """Where the memory of a language lies."""
    return folder / f"{language}.tmx"


def load(path: Path, language: str) -> dict[str, str]:
    """English sentences with their reviewed translation; the last of two entries for one sentence holds.

    Raises UsageError for a file that is too large or is no TMX; the XML is read without DTD and without network.
    """
    data = _read(path)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _unusable(path, f"line {error.lineno}: {error.msg}") from error
    if etree.QName(root).localname != "tmx":
        raise _unusable(path, f"its root element is <{etree.QName(root).localname}>, not <tmx>")
    pairs: dict[str, str] = {}
    for unit in root.iter("tu"):
        texts = {_tongue(variant): _words(variant) for variant in unit.iterfind("tuv")}
        source, target = texts.get("en", ""), texts.get(language.lower().split("-")[0], "")
        if source and target:
            pairs[source] = target
    return pairs


class Memory:
    """Translations a named reviewer approved, word for word."""

    name = "memory"

    def __init__(self, folder: Path, language: str) -> None:
        path = file(folder, language)
        self.fingerprint = fingerprint(folder, language)
        self._pairs = load(path, language) if path.is_file() else {}

    def translate(self, sentences: Sequence[str]) -> list[Draft | None]:
        """The reviewed translation of each sentence that is in the memory, blanks aside."""
        found = (self._pairs.get(" ".join(sentence.split())) for sentence in sentences)
        return [None if text is None else Draft(text, reviewed=True) for text in found]


def fingerprint(folder: Path, language: str) -> str:
    """The memory by its content."""
    path = file(folder, language)
    return f"memory/1 {sha256(_read(path))[:16]}" if path.is_file() else "memory/1 none"


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise _unusable(path, error.strerror or str(error)) from error
    if len(data) > MAX_BYTES:
        raise _unusable(path, f"it is larger than {MAX_BYTES // 1_000_000} MB")
    return data


def _unusable(path: Path, why: str) -> UsageError:
    return UsageError(
        f"cannot use the translation memory {path}: {why}.", "Export it again as TMX 1.4, or move it away."
    )


def _tongue(variant: etree._Element) -> str:
    """The main language of a `tuv`: "pt" for "pt-BR"."""
    tag = variant.get(XML_LANG) or variant.get("lang") or ""
    return tag.lower().split("-")[0]


def _words(variant: etree._Element) -> str:
    seg = variant.find("seg")
    return "" if seg is None else " ".join("".join(str(part) for part in seg.itertext()).split())
