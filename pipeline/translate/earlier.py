"""What was approved before for a sentence the memory lacks: the pair of its own words before an edit, or a similar one.

An earlier pair is only ever shown. No word of it reaches an edition.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from pipeline.document import Document
from pipeline.translate.approvals import Approval, Place, flat

ENOUGH = 0.75  # ratio of difflib, 1.0 for equal sentences
CANDIDATES = 20  # sentences compared letter by letter: those that share most words
_WORD = re.compile(r"\w+")


class Earlier:
    """The approvals that hold, looked up by place and by likeness, for one English document."""

    def __init__(self, document: Document, approvals: Mapping[str, Approval]) -> None:
        self._document = document.id
        self._approvals = approvals
        self._held = {source: one for source, one in approvals.items() if one.holds}
        standing = {flat(segment.text) for segment in document.segments()} if self._held else set()
        gone = {source for source, one in self._held.items() if self._is_ours(one) and source not in standing}
        self._by_place = {place: source for source in sorted(gone) for place in self._held[source].places}
        self._gone = _Index(gone)
        # What an edited sentence reads now; a new sentence in its old place is another one.
        now = _Index(standing - approvals.keys())
        self._became = {source: now.best(source) for source in gone}

    @cached_property
    def _all(self) -> _Index:
        return _Index(self._held)

    def _is_ours(self, approval: Approval) -> bool:
        return any(place.document == self._document for place in approval.places)

    def stale(self, segment: str, source: str) -> Approval | None:
        """The approval of a sentence that stood here, or is like this one, and that the document no longer has."""
        if source in self._approvals:
            return None
        here = self._by_place.get(Place(self._document, segment))
        if here is not None and self._became[here] not in (None, source):
            here = None
        found = self._gone.best(source) or here
        return None if found is None else self._held[found]

    def near(self, segment: str, source: str) -> Approval | None:
        """The pair to suggest: the stale one, else the most similar of the whole memory."""
        stale = self.stale(segment, source)
        like = self._all.best(source)
        return stale if stale is not None or like is None else self._held[like]

    def broken(self, source: str) -> Approval | None:
        """The approval of this very sentence, where it does not hold: its words are not those that were signed."""
        found = self._approvals.get(source)
        return None if found is None or found.holds else found


class _Index:
    """Sentences by their words."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self._sizes = {sentence: len(_words(sentence)) for sentence in sorted(sentences)}
        self._with: dict[str, list[str]] = defaultdict(list)
        for sentence in self._sizes:
            for word in _words(sentence):
                self._with[word].append(sentence)

    def best(self, sentence: str) -> str | None:
        """The sentence most like this one, if any is ENOUGH like it."""
        wanted = _words(sentence)
        shared = Counter(other for word in wanted for other in self._with.get(word, ()))
        likest = sorted(shared, key=lambda other: (-shared[other] / (len(wanted) + self._sizes[other]), other))
        matcher = difflib.SequenceMatcher(None, "", sentence, autojunk=False)
        found: tuple[float, str | None] = (0.0, None)
        for other in likest[:CANDIDATES]:
            matcher.set_seq1(other)
            if matcher.real_quick_ratio() >= ENOUGH and matcher.quick_ratio() >= ENOUGH:
                ratio = matcher.ratio()
                if ratio >= ENOUGH and ratio > found[0]:
                    found = ratio, other
        return found[1]


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
