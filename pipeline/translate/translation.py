"""A document carried into another language, segment by segment, with what a reviewer should know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline import facts
from pipeline.document import COPY, Block, BlockKind, Document, Section, Segment, State, map_segments
from pipeline.errors import EngineFailedError
from pipeline.findings import Finding, Where, finding
from pipeline.store import Store
from pipeline.translate import back, dictionary, headings, leads, marks
from pipeline.translate.approvals import Approval, flat
from pipeline.translate.chain import Chain, Outcome
from pipeline.translate.earlier import Earlier
from pipeline.translate.engine import SOME_SENTENCES, Translator
from pipeline.translate.memory import Memory
from pipeline.wording import noted

COPIED = frozenset({BlockKind.DESCRIPTION, BlockKind.BOILERPLATE, BlockKind.CODE})
UNKNOWN_SHOWN = 12  # words a note of unknown words lists


@dataclass(frozen=True, slots=True)
class Translation:
    """The document in the other language, and what was found on the way."""

    document: Document
    findings: tuple[Finding, ...]


def make(document: Document, language: str, translators: Sequence[Translator], store: Store) -> Translation:
    """`document` in `language`, each segment by the first engine whose draft may stand."""
    chain = Chain(language, translators if _is_english(document) else (), store)
    places = list(translatable(document, language))
    memory = next((translator for translator in chain.translators if isinstance(translator, Memory)), None)
    earlier = Earlier(document, {} if memory is None else memory.approvals)
    outcomes = chain.translate(_asked(document, language))

    again = _read_back(chain, outcomes)
    report, told = (_Report(document, language, outcomes, earlier, again) for _ in range(2))
    # What is found about a copy is told of the sentence it repeats.
    made = {segment.id: (told if segment.note == COPY else report).segment(segment, slug) for slug, segment in places}
    translated = map_segments(document, lambda segment: made.get(segment.id) or _own_words(segment, language))
    return Translation(replace(translated, language=language), (*_engines(report, chain), *report.findings()))


def _read_back(chain: Chain, outcomes: Mapping[str, Outcome]) -> dict[str, str]:
    """Machine translations of `outcomes` in English again; empty where there is no way back."""
    texts = dict.fromkeys(outcome.text for outcome in outcomes.values() if outcome.state is State.MACHINE)
    try:
        return back.in_english(texts, chain.language, chain.store)
    except EngineFailedError as error:
        chain.failures.append(str(error))
        return {}


def ahead(documents: Sequence[Document], language: str, translators: Sequence[Translator], store: Store) -> None:
    """Fill the store with the drafts that `make` will ask for, those of all documents asked for at once."""
    asked: dict[str, str] = {}
    for document in documents:
        if _is_english(document):
            asked = _asked(document, language) | asked
    Chain(language, translators, store).translate(asked)


def _is_english(document: Document) -> bool:
    return document.language.split("-")[0] == "en"


def _asked(document: Document, language: str) -> dict[str, str]:
    """Every sentence, and every marked text, with the words machine engines should read in its place."""
    segments = [segment for _, segment in translatable(document, language)]
    wanted = {flat(text) for segment in segments for text in (segment.text, *marks.texts(segment))}
    names = headings.names(segment.text for segment in segments)
    asked = {text: headings.sentence_case(text, names) for text in sorted(wanted) if text}
    for section in document.every_section():
        asked |= {text: f"{subject} {text}" for text, subject in leads.subjects(section) if text in asked}
    return asked


def _own_words(segment: Segment, language: str) -> Segment:
    """A text of wording.toml as it stands there in `language`; any other segment as it is."""
    text = noted(segment.note, language)
    return segment if text is None else replace(segment, text=text, origin=segment.id)


def translatable(document: Document, language: str) -> Iterator[tuple[str | None, Segment]]:
    """The segments to translate into `language`, each with its section's slug (None: the title).

    None that is of another language than the document, and none that wording.toml has in `language`.
    """
    return ((slug, segment) for slug, segment in _written(document) if noted(segment.note, language) is None)


def _written(document: Document) -> Iterator[tuple[str | None, Segment]]:
    if document.title.text.strip() and document.title.language is None:
        yield None, document.title
    for section in document.every_section():
        for block in blocks(section):
            for segment in block.segments():
                if segment.text.strip() and segment.language is None:
                    yield section.slug, segment


def blocks(section: Section) -> Iterator[Block]:
    """The heading and the blocks of a section that are translated."""
    if section.heading is not None:
        yield section.heading
    yield from (block for block in section.blocks if block.kind not in COPIED)


class _Report:
    """Makes segments from outcomes and collects the findings on the way."""

    def __init__(
        self,
        document: Document,
        language: str,
        outcomes: Mapping[str, Outcome],
        earlier: Earlier,
        again: Mapping[str, str],
    ) -> None:
        """`again`: translations in English again."""
        self.document = document
        self.language = language
        self.outcomes = outcomes
        self.earlier = earlier
        self.again = again
        self.words = {text: outcome.text for text, outcome in outcomes.items() if outcome.state is not State.REFUSED}
        self._found: list[Finding] = []
        self._unknown: dict[str | None, Counter[str]] = {}

    def where(self, slug: str | None, segment: Segment | None = None) -> Where:
        """A place in the translated edition."""
        identity = None if segment is None else segment.id
        return Where(self.document.source.path, section=slug, segment=identity, language=self.language)

    def segment(self, segment: Segment, slug: str | None) -> Segment:
        """The segment in the other language."""
        outcome = self.outcomes[flat(segment.text)]
        where = self.where(slug, segment)
        is_stale = self._is_stale(segment, outcome, where)
        if outcome.state is State.REFUSED:
            return self._refused(segment, where, outcome.reasons)
        placed, lost = marks.placed(segment, outcome.codes) or marks.carry(segment, outcome.text, self.words)
        links = [mark for mark in lost if mark.kind == "link"]
        crowded = len(links) > 1 or (links and any(mark.kind == "link" for mark in placed))
        if crowded and outcome.state is not State.REVIEWED:
            return self._refused(segment, where, ("the words of its links are not found again",))
        if crowded:  # no reviewed word is given up for a link
            lacks = ", ".join(mark.href or "" for mark in links)
            message = f"The reviewed translation does not show where its links stand: {lacks}."
            self._found.append(finding("translate.reviewed-differs", message, where))
        elif links:
            placed = (replace(links[0], start=0, end=len(outcome.text)), *placed)
        if lost:
            kinds = ", ".join(sorted({mark.kind for mark in lost}))
            self._found.append(finding("translate.mark-moved", f"Not found again in the translation: {kinds}.", where))
        if outcome.reasons:
            message = f"The reviewed translation and its source differ: {'; '.join(outcome.reasons)}."
            if outcome.override:
                message += f" The reviewer approved it all the same: {outcome.override}"
            self._found.append(finding("translate.reviewed-differs", message, where))
        self._found += [facts.to_finding(doubt, where) for doubt in outcome.doubts]
        if outcome.left:
            message = f"Left untranslated: {', '.join(outcome.left)}."
            self._found.append(finding("translate.left-over", message, where))
        if outcome.absent:
            message = f"Not in the translation, though the glossary has it: {', '.join(outcome.absent)}."
            self._found.append(finding("translate.term", message, where))
        again = self.again.get(outcome.text)
        differs = back.difference(flat(segment.text), again) if again else ""
        if differs:
            message = f"Read back into English by machine: “{again}” {differs}"
            self._found.append(finding("translate.read-back", message, where))
        others = [word for word in outcome.unknown if word not in outcome.left]
        if others:
            self._unknown.setdefault(slug, Counter()).update(others)
        return replace(
            segment,
            text=outcome.text,
            origin=segment.id,
            state=State.STALE if is_stale else outcome.state,
            engine=outcome.engine,
            language=None,
            marks=placed,
        )

    def _is_stale(self, segment: Segment, outcome: Outcome, where: Where) -> bool:
        """Whether the sentence was approved in other words; this, or an approval that does not hold, is told."""
        if outcome.state not in (State.MACHINE, State.REFUSED):
            return False
        source = flat(segment.text)
        broken = self.earlier.broken(source)
        if broken is not None:
            message = f"Its approval does not hold: “{broken.target}” is not what {_signer(broken)} signed."
            self._found.append(finding("translate.approval-broken", message, where))
            return False
        before = self.earlier.stale(segment.id, source)
        if before is None:
            return False
        message = f"Approved in other words by {_signer(before)}: “{before.source}” was “{before.target}”."
        self._found.append(finding("translate.stale", message, where))
        return True

    def _refused(self, segment: Segment, where: Where, reasons: Sequence[str]) -> Segment:
        message = f"Not translated, shown in its own language: {'; '.join(reasons)}."
        self._found.append(finding("translate.refused", message, where))
        language = segment.language or self.document.language
        return replace(segment, origin=segment.id, state=State.REFUSED, engine=None, language=language)

    def findings(self) -> Iterator[Finding]:
        """All findings, those of a segment first, then the unknown words of each section."""
        yield from self._found
        for slug, words in self._unknown.items():
            listed = ", ".join(f"{word} ({count})" for word, count in sorted(words.items())[:UNKNOWN_SHOWN])
            more = ", …" if len(words) > UNKNOWN_SHOWN else ""
            message = f"{len(words)} words are unknown to the engine and stand as they were: {listed}{more}."
            yield finding("translate.unknown-words", message, self.where(slug))


def _signer(approval: Approval) -> str:
    if approval.reviewer is None or not approval.reviewer.name:
        return "a reviewer"
    return f"{approval.reviewer.name} on {approval.date}" if approval.date else approval.reviewer.name


def _engines(report: _Report, chain: Chain) -> Iterator[Finding]:
    """What is wrong with the engines themselves."""
    where = report.where(None)
    for failure in chain.failures:
        yield finding("translate.engine-failed", failure, where)
    if any(translator.name == "apertium" for translator in chain.translators) and not dictionary.installed():
        message = "Translated without Plainleaf's own health words: lttoolbox has no lt-comp or lt-append here."
        yield finding("translate.no-terms", message, where, "Install the Debian package lttoolbox-dev.")
    if not any(translator.name not in SOME_SENTENCES for translator in chain.translators):
        source, target = report.document.language, report.language
        yield finding(
            "translate.no-engine",
            f"No engine that is installed translates {source} into {target}.",
            where,
            "`plainleaf doctor` names what to install.",
        )
