"""The engines in their order: each is asked for what those before it could not give, and every draft is judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline import codec, facts, store
from pipeline.document import LONGEST_SENTENCE, State
from pipeline.errors import EngineFailedError
from pipeline.translate import gate, writing
from pipeline.translate.engine import Draft, InlineCode, Translator

VERSION = 3  # of what is kept in the store
COPY = "copy/1"  # fingerprint of text without words, which needs no engine


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one sentence."""

    text: str
    state: State
    engine: str | None = None
    unknown: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()  # REFUSED: why, engine by engine; REVIEWED: what the gate would have said
    doubts: tuple[facts.Violation, ...] = ()
    left: tuple[str, ...] = ()  # unknown words that had to be translated
    override: str = ""  # REVIEWED: why it stands although the gate objects
    codes: tuple[InlineCode, ...] = ()  # REVIEWED: where the reviewer set links and emphasis
    absent: tuple[str, ...] = ()  # terms of our glossary the text does not use


@dataclass
class Chain:
    """Engines for one language. `failures` collects engines that did not answer at all."""

    language: str
    translators: Sequence[Translator]
    store: store.Store
    failures: list[str] = field(default_factory=list)

    def translate(self, sentences: Mapping[str, str]) -> dict[str, Outcome]:
        """An outcome for each sentence; the value is the same sentence as machine engines should read it."""
        outcomes = {s: Outcome(s, State.SOURCE, COPY) for s in sentences if not writing.WORD.search(s)}
        too_long = (f"longer than {LONGEST_SENTENCE} characters: part it into sentences",)
        outcomes |= {s: Outcome(s, State.REFUSED, reasons=too_long) for s in sentences if len(s) > LONGEST_SENTENCE}
        reasons: dict[str, list[str]] = {s: [] for s in sentences if s not in outcomes}
        for translator in self.translators:
            left = [s for s in reasons if s not in outcomes]
            asked = left if translator.name == "memory" else [sentences[s] for s in left]
            for sentence, draft in zip(left, self._drafts(translator, asked), strict=True):
                if draft is None:
                    continue
                verdict = gate.judge(sentence, draft, self.language)
                if draft.reviewed:
                    state, why = State.REVIEWED, verdict.reasons
                elif not verdict.reasons:
                    state, why = State.MACHINE, verdict.reasons
                else:
                    reasons[sentence] += [f"{translator.name}: {reason}" for reason in verdict.reasons]
                    continue
                outcomes[sentence] = Outcome(
                    draft.text,
                    state,
                    translator.fingerprint,
                    draft.unknown,
                    why,
                    verdict.doubts,
                    verdict.left,
                    draft.override,
                    draft.codes,
                    draft.absent,
                )
        for sentence, refusals in reasons.items():
            if sentence not in outcomes:
                outcomes[sentence] = Outcome(
                    sentence, State.REFUSED, reasons=tuple(refusals) or ("no engine gave a draft",)
                )
        return outcomes

    def _drafts(self, translator: Translator, sentences: Sequence[str]) -> list[Draft | None]:
        """Drafts from the store, and for those it lacks from the engine, each distinct sentence once."""
        keys = {s: store.key("translate", VERSION, translator.fingerprint, language=self.language, text=s)
                for s in sentences}  # fmt: skip
        kept = {s: self.store.get(key) for s, key in keys.items()}
        drafts = {s: codec.from_json(Draft, data) if data != b"null" else None for s, data in kept.items() if data}
        misses = [s for s in keys if s not in drafts]
        if misses:
            try:
                made = translator.translate(misses)
            except EngineFailedError as error:
                self.failures.append(str(error))
                made = [None] * len(misses)
                keys = {}  # a failure is not a result
            for sentence, draft in zip(misses, made, strict=True):
                drafts[sentence] = draft
                if sentence in keys:
                    self.store.put(keys[sentence], b"null" if draft is None else codec.to_json(draft))
        return [drafts[s] for s in sentences]
