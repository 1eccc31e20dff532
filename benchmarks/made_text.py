"""Text for measuring speed and memory: this project's own sentences, shuffled, no two the same."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from pathlib import Path

from pipeline import read
from pipeline.score import sentences

ROOT = Path(__file__).parents[1]


def sentences_without_end() -> Iterator[str]:
    """Sentences of the sample handouts and definitions of the glossary, in an order that is always the same.

    Each has a number of its own in it.
    """
    own = [entry["definition"] for entry in _entries() if entry.get("definition")]
    for file in sorted((ROOT / "source").iterdir()):
        if file.is_file():
            for block in read.run(file.read_bytes(), file.name).document.blocks():
                own += [block.text[start:end] for start, end in sentences.split(block.text)]
    order = random.Random(0)  # noqa: S311 - not for secrets
    number = 0
    while True:
        order.shuffle(own)
        for sentence in own:
            number += 1
            yield f"In case {number} of the list, {sentence[0].lower()}{sentence[1:]}"


def handout(number: int, made: Iterator[str], words: int) -> str:
    """A text of at least this many words, in paragraphs of four sentences below a title."""
    paragraphs, size = [f"Handout {number}"], 0
    while size < words:
        paragraph = [next(made) for _ in range(4)]
        size += sum(len(sentence.split()) for sentence in paragraph)
        paragraphs.append(" ".join(paragraph))
    return "\n\n".join(paragraphs) + "\n"


def _entries() -> Iterator[dict[str, str]]:
    for file in sorted((ROOT / "glossaries").glob("plain-*.toml")):
        yield from tomllib.loads(file.read_text("utf-8"))["entry"]
