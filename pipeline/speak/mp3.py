"""Samples to MP3 (MPEG-2 layer III, 22.05 kHz mono, 48 kbit/s), and what an MP3's frames say of it."""

from __future__ import annotations

from pipeline.speak.engine import SAMPLE_RATE

BITRATE = 48  # kbit/s
QUALITY = 7  # LAME's: its faster modes keep this synthetic voice closer to the samples than the slower ones
DELAY = 1105
"""Samples a player puts before the first one: 576 of the encoder and 529 of the decoder."""
FRAME = 576  # samples
_BITRATES = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)  # MPEG-2 layer III, kbit/s
_RATES = (22_050, 24_000, 16_000)


def encode(samples: bytes) -> bytes:
    """MP3 of 16-bit mono samples at SAMPLE_RATE. Constant bit rate without a header, so files can be joined."""
    import lameenc

    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(SAMPLE_RATE)
    encoder.set_bit_rate(BITRATE)
    encoder.set_quality(QUALITY)
    return bytes(encoder.encode(samples)) + bytes(encoder.flush())


def seconds(mp3: bytes) -> float:
    """How long an MPEG-2 layer III file plays. Raises ValueError where it is not a whole number of frames."""
    position = samples = 0
    rate = SAMPLE_RATE
    while position < len(mp3):
        header = mp3[position : position + 4]
        if len(header) < 4 or header[0] != 0xFF or header[1] & 0xFE != 0xF2:
            raise ValueError(f"no MPEG-2 layer III frame at byte {position}")
        bits, rate_index, padding = header[2] >> 4, header[2] >> 2 & 3, header[2] >> 1 & 1
        if bits in (0, 15) or rate_index == 3:
            raise ValueError(f"no MPEG-2 layer III frame at byte {position}")
        rate = _RATES[rate_index]
        position += 72_000 * _BITRATES[bits] // rate + padding
        samples += FRAME
    if position != len(mp3):
        raise ValueError("the last frame is cut")
    return samples / rate
