"""Whether a recording can be what it should be, from its length alone."""

from __future__ import annotations

from pipeline.speak.engine import SAMPLE_RATE

SHORTEST, LONGEST = 0.02, 0.5
"""Seconds a letter may take at 150 words a minute; measured 0.05 to 0.12 over whole sentences."""
LONGEST_DIGIT = 1.3
"""Seconds a digit may take: in "1,000,000" and "777" digits become long words."""
LONGEST_SIGN = 1.5
"""Seconds another sign may take: signs and pictograms are read by name."""
ALLOWANCE = 1.5
"""Seconds of silence a voice may add to a text."""


def plausible(text: str, samples: bytes, words_per_minute: int) -> bool:
    """True where the 16-bit samples last neither too short nor too long for the text at that pace."""
    seconds = len(samples) / 2 / SAMPLE_RATE * words_per_minute / 150
    letters = sum(character.isalpha() for character in text)
    digits = sum(character.isnumeric() and not character.isalpha() for character in text)
    signs = sum(not character.isspace() for character in text) - letters - digits
    longest = ALLOWANCE * words_per_minute / 150 + letters * LONGEST + digits * LONGEST_DIGIT + signs * LONGEST_SIGN
    return SHORTEST * (letters + digits) <= seconds <= longest
