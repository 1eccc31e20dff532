"""Plainleaf: health texts in plain words, other languages, sound and described pictures."""

__version__ = "0.1.0"
