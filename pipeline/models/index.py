"""What an index of Argos packages offers. An index is not trusted: what does not fit is passed over."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.characters import one_line
from pipeline.errors import ModelError
from pipeline.models import network

INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
MOST_BYTES = 5_000_000
MOST_OFFERS = 10_000
CODE = re.compile(r"[a-z]{2,3}(?:[_-][A-Za-z]{2,4})?")
VERSION = re.compile(r"\d[\w.]{0,19}")


@dataclass(frozen=True, slots=True)
class Offer:
    """One package of an index."""

    source: str  # Argos' codes: "en", "pb"
    target: str
    version: str
    url: str

    @property
    def pair(self) -> str:
        """How the package is named: "en-es"."""
        return f"{self.source}-{self.target}"


def offers(
    index: str = INDEX, seconds: float = network.SECONDS, versions: Mapping[str, str] | None = None
) -> tuple[Offer, ...]:
    """The translation packages of an index by pair: the version of `versions` where it has that, else the newest.

    Raises ModelError where the index cannot be read, is too large, or is no list in JSON.
    """
    data = network.read(index, MOST_BYTES, seconds)
    try:
        rows = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ModelError(f"{index} is no JSON.", "Give the address of an index of Argos packages.") from error
    if not isinstance(rows, list) or len(rows) > MOST_OFFERS:
        raise ModelError(f"{index} is no list of packages.", "Give the address of an index of Argos packages.")
    newest: dict[str, Offer] = {}
    for offer in filter(None, (_offer(row, is_here=network.is_here(index)) for row in rows)):
        known, wanted = newest.get(offer.pair), (versions or {}).get(offer.pair)
        is_newer = known is None or (known.version != wanted and _order(known.version) < _order(offer.version))
        if is_newer or offer.version == wanted:
            newest[offer.pair] = offer
    return tuple(newest[pair] for pair in sorted(newest))


def route(source: str, target: str, available: Iterable[Offer]) -> tuple[Offer, ...]:
    """The packages that lead from one language to another: one, or two through a third; empty if none do."""
    found = list(available)
    direct = [(offer,) for offer in found if (offer.source, offer.target) == (source, target)]
    pivots = [(a, b) for a in found for b in found if (a.source, a.target, b.target) == (source, b.source, target)]
    return next(iter([*direct, *pivots]), ())


def _offer(row: object, *, is_here: bool) -> Offer | None:
    """A sound row, or None. Only an index on this machine may name addresses on this machine."""
    if not isinstance(row, dict) or row.get("type", "translate") != "translate":
        return None
    source, target, version = (row.get(key) for key in ("from_code", "to_code", "package_version"))
    links = row.get("links")
    if not all(isinstance(value, str) for value in (source, target, version)) or not isinstance(links, list):
        return None
    if not (CODE.fullmatch(str(source)) and CODE.fullmatch(str(target)) and VERSION.fullmatch(str(version))):
        return None
    url = next((link for link in links if isinstance(link, str) and _is_usable(link, is_here=is_here)), "")
    return Offer(str(source), str(target), str(version), url) if url else None


def _is_usable(link: str, *, is_here: bool) -> bool:
    if len(link) > 2000 or one_line(link) != link or (network.is_here(link) and not is_here):
        return False
    try:
        network.check(link)
    except ModelError:
        return False
    return True


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d{1,9}", version))
