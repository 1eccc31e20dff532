"""An Apertium mode in three parts, so that the readings between them can be chosen here.

1. read: the words with all their readings (`lt-proc`); 2. transfer: the chosen readings into the other language's;
3. write: those inflected. The statistical tagger between 1 and 2 is left out: it keeps a state from block to block.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pipeline.errors import EngineFailedError
from pipeline.translate.stream import BLOCK_END, Stream

MODES = Path("/usr/share/apertium/modes")


def commands(mode: str) -> list[list[str]]:
    """The programs of a mode file, with `-z` and with unknown words marked (`$1` is `-g`, `$2` is nothing)."""
    line = mode.strip().replace("$1", "-g").replace("$2", "")
    stages = [shlex.split(stage) for stage in line.split("|")]
    return [[program, "-z", *arguments] for program, *arguments in stages]


def parts(mode: str) -> tuple[list[list[str]], list[list[str]], list[list[str]]]:
    """The programs that read, transfer and write. Raises ValueError for a mode without these."""
    stages = commands(mode)
    tagger = next((i for i, stage in enumerate(stages) if stage[0] == "apertium-tagger"), 0)
    writer = next((i for i, stage in enumerate(stages) if i > tagger and "-g" in stage), 0)
    if not tagger or not writer:
        raise ValueError("no tagger or no generator")
    program, *arguments = stages[0]
    reader = [program, *([] if "-w" in arguments else ["-w"]), *arguments]  # lemmas in the dictionary's own case
    return [reader], stages[tagger + 1 : writer], stages[writer:]


def dictionaries(mode: str) -> tuple[str, str, str] | None:
    """The files a mode reads, translates and inflects by; None for a mode that names others."""
    words = [word for stage in commands(mode) for word in stage]
    found = [
        next((w for w in words if w.endswith(f".{kind}.bin")), None) for kind in ("automorf", "autobil", "autogen")
    ]
    read, pairs, write = found
    return (read, pairs, write) if read and pairs and write else None


class Mode:
    """A running mode. `own` makes files to use in the place of its dictionaries, as `dictionaries` names them.

    A block that was lost on the way is None, and stays so in each step.
    """

    def __init__(self, file: Path, own: Callable[[tuple[str, str, str]], Mapping[str, str]] | None = None) -> None:
        self.name = file.stem
        try:
            text = file.read_text("utf-8")
            found, named = parts(text), dictionaries(text)
        except (OSError, ValueError) as error:
            raise EngineFailedError(
                f"Apertium cannot run {self.name}: {error}.", "Install the packages `plainleaf doctor` names again."
            ) from error
        files = own(named) if own and named else {}
        self._read, self._transfer, self._write = (
            Stream(self.name, [[files.get(word, word) for word in stage] for stage in part]) for part in found
        )

    def read(self, blocks: Sequence[str | None]) -> list[str | None]:
        """Blocks of text (escaped) with all readings of their words."""
        return _each(self._read, [None if block is None else block + BLOCK_END for block in blocks])

    def transfer(self, blocks: Sequence[str | None]) -> list[str | None]:
        """Blocks with one reading a word in the other language, as its words are about to be inflected."""
        return _each(self._transfer, blocks)

    def write(self, blocks: Sequence[str | None]) -> list[str | None]:
        """The text of blocks in the other language."""
        written = _each(self._write, blocks)
        return [None if text is None else text.removesuffix(BLOCK_END) for text in written]

    def close(self) -> None:
        """End every program."""
        for stream in (self._read, self._transfer, self._write):
            stream.close()


def _each(stream: Stream, blocks: Sequence[str | None]) -> list[str | None]:
    """The answers in their places."""
    answers = iter(stream.translate([block for block in blocks if block is not None]))
    return [None if block is None else next(answers) for block in blocks]
