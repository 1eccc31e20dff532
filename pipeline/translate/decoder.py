"""A package of Argos Translate, run by CTranslate2: many sentences at a time, every one as if it were alone.

A batch holds sentences of the same number of tokens. Shorter ones would be filled up, and the sums over what was filled
in end in other last digits: now and then that tips the scales between two words, and a sentence would come out
differently in other company. Batches of one length are also as fast as batches can be, and run side by side, one thread
each, so that the number of threads changes no word either.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

LONGEST = 256  # tokens of a translation; one that has not ended by then does not end
BATCH = {"cpu": 1024, "cuda": 8192}  # source tokens
LENGTH_PENALTY = 0.2  # as Argos Translate has it


@dataclass(frozen=True, slots=True)
class Search:
    """How a decoder looks for the best translation."""

    beam: int
    hypotheses: int = 1  # how many to give
    no_repeat: int = 0  # a run of so many tokens may not come twice; 0: it may
    penalty: float = 1.0  # above 1, tokens that were said become less likely


class Decoder(Protocol):
    """A loaded model."""

    def translate(self, sentences: Sequence[str], search: Search) -> list[tuple[str, ...]]:
        """Translations of each sentence, the best first; none for one the model cannot take or come to an end with."""
        ...


class PackageDecoder:
    """A package in its folder. Raises RuntimeError, OSError or ValueError where it cannot be loaded."""

    def __init__(self, folder: Path, threads: int, device: str) -> None:
        os.environ.setdefault("ARGOS_PACKAGES_DIR", str(folder.parent))
        import ctranslate2
        from argostranslate.package import Package

        self.package = Package(folder)
        self.batch = BATCH[device]
        self.translator: Any = ctranslate2.Translator(
            str(folder / "model"),
            device=device,
            compute_type="int8",
            inter_threads=threads if device == "cpu" else 1,
            intra_threads=1,
        )

    def translate(self, sentences: Sequence[str], search: Search) -> list[tuple[str, ...]]:
        """See `Decoder`."""
        tokenizer: Any = self.package.tokenizer
        tokens: list[list[str]] = [tokenizer.encode(sentence) for sentence in sentences]
        found: list[tuple[str, ...]] = [()] * len(tokens)
        started = [
            (batch, self._start([tokens[index] for index in batch], search)) for batch in _batches(tokens, self.batch)
        ]
        for batch, results in started:
            for index, result in zip(batch, results, strict=True):
                try:
                    found[index] = self._texts(result.result())
                except RuntimeError:  # one sentence too long for the model stops its whole batch
                    found[index] = self._alone(tokens[index], search) if len(batch) > 1 else ()
        return found

    def _alone(self, tokens: list[str], search: Search) -> tuple[str, ...]:
        try:
            return self._texts(self._start([tokens], search)[0].result())
        except RuntimeError:
            return ()

    def _start(self, batch: list[list[str]], search: Search) -> Any:
        prefix = self.package.target_prefix
        return self.translator.translate_batch(
            batch,
            target_prefix=[[prefix]] * len(batch) if prefix else None,
            beam_size=max(search.beam, search.hypotheses),
            num_hypotheses=search.hypotheses,
            no_repeat_ngram_size=search.no_repeat,
            repetition_penalty=search.penalty,
            length_penalty=LENGTH_PENALTY,
            replace_unknowns=True,
            max_input_length=0,  # nothing is cut off: what is too long fails
            max_decoding_length=LONGEST,
            asynchronous=True,
        )

    def _texts(self, result: Any) -> tuple[str, ...]:
        ended = (tokens for tokens in result.hypotheses if len(tokens) < LONGEST)
        texts = (self.package.tokenizer.decode(tokens) for tokens in ended)
        return tuple(text.removeprefix(self.package.target_prefix).strip() for text in texts)


def sees_cuda() -> bool:
    """Whether CTranslate2 is there and sees a CUDA device."""
    try:
        import ctranslate2
    except ImportError:
        return False
    return int(ctranslate2.get_cuda_device_count()) > 0


def device(asked: str) -> str:
    """The device for "auto", "cpu" or "cuda". Raises ValueError where CUDA is asked for and not there."""
    if asked == "cuda" and not sees_cuda():
        raise ValueError("CTranslate2 sees no CUDA device")
    return "cuda" if asked != "cpu" and sees_cuda() else "cpu"


def threads(asked: int) -> int:
    """As many as asked for; for 0, as many as this process may use."""
    if asked:
        return asked
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _batches(tokens: Sequence[Sequence[str]], most: int) -> Iterator[list[int]]:
    """Indices of sentences of one length, the longest first; an empty sentence is in none."""
    by_length: dict[int, list[int]] = {}
    for index, sentence in enumerate(tokens):
        by_length.setdefault(len(sentence), []).append(index)
    for length in sorted(by_length, reverse=True):
        size = max(1, most // length) if length else 0
        for start in range(0, len(by_length[length]) if size else 0, size or 1):
            yield by_length[length][start : start + size]
