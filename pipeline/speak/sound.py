"""Samples: trimmed, joined, made equally loud. Integers throughout, so that every machine gives the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.speak.engine import SAMPLE_RATE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.int16]

QUIET = 48
"""Samples below this (−57 dB) at either end are silence."""
MARGIN = SAMPLE_RATE * 15 // 1000
UNITY = 1 << 15
GAIN = 46 << 10
"""How much everything is raised, as a multiple of UNITY."""
CEILING = 22_000
"""No sample is above this: −3.5 dB, which leaves room for what MP3 adds."""
BLOCK = 64
REACH = 8
"""The limiter's gain moves over this many blocks before and after a peak (23 ms)."""


@dataclass(frozen=True, slots=True)
class Take:
    """One line's recordings and the silence after it."""

    recordings: tuple[bytes, ...]
    pause: int  # milliseconds


def join(takes: list[Take]) -> tuple[Samples, list[tuple[int, int]]]:
    """All takes after another, and where each begins and ends, in samples."""
    import numpy as np

    parts: list[Samples] = []
    spans: list[tuple[int, int]] = []
    position = 0
    for take in takes:
        line = np.concatenate([trim(np.frombuffer(recording, "<i2")) for recording in take.recordings])
        silence = np.zeros(take.pause * SAMPLE_RATE // 1000, np.int16)
        spans.append((position, position + len(line)))
        parts += [line, silence]
        position += len(line) + len(silence)
    return np.concatenate(parts), spans


def trim(samples: Samples) -> Samples:
    """Without the silence at both ends, but for 15 ms."""
    import numpy as np

    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) >= QUIET)
    if not len(loud):
        return samples
    first, last = int(loud[0]), int(loud[-1])
    return samples[max(0, first - MARGIN) : last + 1 + MARGIN]


def level(samples: Samples) -> Samples:
    """Raised by GAIN, with every peak brought smoothly below CEILING.

    The gain of a block is what its own peak allows, then the least of its neighbours', then their mean: the mean
    of values that each allow this block's peak allows it too.
    """
    import numpy as np

    padded = np.zeros(-(-len(samples) // BLOCK) * BLOCK, np.int16)
    padded[: len(samples)] = samples
    blocks = padded.reshape(-1, BLOCK)
    peaks = np.maximum(blocks.max(axis=1).astype(np.int64), -blocks.min(axis=1).astype(np.int64))
    gains = np.minimum(GAIN, CEILING * UNITY // np.maximum(peaks, 1))
    windows = np.lib.stride_tricks.sliding_window_view
    least = windows(np.pad(gains, 2 * REACH, mode="edge"), 2 * REACH + 1).min(axis=1)
    smooth = windows(least, 2 * REACH + 1).sum(axis=1) // (2 * REACH + 1)
    levelled = blocks.astype(np.int32) * smooth.astype(np.int32)[:, None] >> 15
    result: Samples = levelled.ravel()[: len(samples)].astype(np.int16)
    return result
