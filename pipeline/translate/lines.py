"""Text line by line: a line in, a line out."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document import State
from pipeline.score import sentences
from pipeline.store import Store
from pipeline.translate import headings
from pipeline.translate.chain import Chain, Outcome
from pipeline.translate.engine import Translator


def translate(lines: Sequence[str], language: str, translators: Sequence[Translator], store: Store) -> list[Outcome]:
    """One outcome for each line; an empty line gives an empty one."""
    split = [_sentences(line) for line in lines]
    names = headings.names(sentence for line in split for sentence in line)
    asked = {sentence: headings.sentence_case(sentence, names) for line in split for sentence in line}
    outcomes = Chain(language, translators, store).translate(asked)
    return [_joined([outcomes[sentence] for sentence in line]) for line in split]


def _sentences(line: str) -> list[str]:
    flat = " ".join(line.split())
    return [flat[start:end] for start, end in sentences.split(flat, "en")]


def _joined(parts: Sequence[Outcome]) -> Outcome:
    if len(parts) == 1:
        return parts[0]
    states = {part.state for part in parts}
    worst = next((s for s in (State.REFUSED, State.MACHINE, State.REVIEWED) if s in states), State.MACHINE)
    return Outcome(
        " ".join(part.text for part in parts),
        worst,
        next((part.engine for part in parts if part.engine), None),
        tuple(word for part in parts for word in part.unknown),
        tuple(reason for part in parts for reason in part.reasons),
        tuple(doubt for part in parts for doubt in part.doubts),
        tuple(word for part in parts for word in part.left),
        absent=tuple(term for part in parts for term in part.absent),
    )
