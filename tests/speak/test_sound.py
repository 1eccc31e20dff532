from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.speak import mp3, sound
from pipeline.speak.engine import SAMPLE_RATE


def tone(seconds: float, peak: int = 20_000) -> np.ndarray:
    return (np.sin(np.arange(int(seconds * SAMPLE_RATE)) / 16) * peak).astype(np.int16)


def test_silence_at_the_ends_goes_and_pauses_are_exact() -> None:
    loud = tone(0.5)
    padded = np.concatenate([np.zeros(3_000, np.int16), loud, np.zeros(9_000, np.int16)]).tobytes()
    samples, spans = sound.join([sound.Take((padded, padded), 300), sound.Take((padded,), 0)])
    assert spans[1][0] - spans[0][1] == 300 * SAMPLE_RATE // 1000
    assert spans[0][1] - spans[0][0] == pytest.approx(2 * (len(loud) + 2 * sound.MARGIN), abs=8)
    assert len(samples) == spans[1][1]


@settings(max_examples=50)
@given(st.lists(st.integers(-32_768, 32_767), min_size=1, max_size=3_000))
def test_nothing_is_above_the_ceiling(values: list[int]) -> None:
    levelled = sound.level(np.array(values, np.int16))
    assert len(levelled) == len(values)
    assert np.abs(levelled.astype(int)).max() <= sound.CEILING + 1


def test_quiet_speech_is_raised_and_kept_in_shape() -> None:
    quiet = tone(0.2, 5_000)
    expected = quiet.astype(int) * sound.GAIN // sound.UNITY
    assert np.abs(sound.level(quiet) - expected).max() <= 1


def test_an_mp3_is_whole_frames_as_long_as_its_samples() -> None:
    encoded = mp3.encode(tone(3).tobytes())
    assert mp3.seconds(encoded) == pytest.approx(3, abs=0.15)
    assert len(encoded) * 8 / mp3.seconds(encoded) == pytest.approx(mp3.BITRATE * 1000, rel=0.01)
    assert mp3.encode(tone(3).tobytes()) == encoded
    assert mp3.seconds(encoded + encoded) == pytest.approx(2 * mp3.seconds(encoded))


@pytest.mark.parametrize("broken", [b"RIFF", b"\xff\xf3\x60", b"\xff\xfb\x60\xc4" * 50])
def test_what_is_no_mp3_is_said_to_be_none(broken: bytes) -> None:
    with pytest.raises(ValueError, match="frame"):
        mp3.seconds(broken)


def test_a_cut_mp3_is_found() -> None:
    with pytest.raises(ValueError, match="cut"):
        mp3.seconds(mp3.encode(tone(1).tobytes())[:-7])
