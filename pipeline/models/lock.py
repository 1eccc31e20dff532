"""The lock: which package a project uses, by SHA-256, in a file to be kept in git."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.store import write_atomically

NAME = "plainleaf-models.lock"
SCHEMA = 1
MOST_BYTES = 1_000_000
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Pin:
    """One package: its archive by content."""

    version: str
    sha256: str  # of the .argosmodel file, hexadecimal
    size: int  # of it, bytes
    url: str  # where it came from; a file's name for one that was given
    content: str = ""  # SHA-256 of what `sha256sum` prints for the unpacked files, by path; "" in older locks


@dataclass(slots=True)
class Lock:
    """All pins of a project, by pair ("en-es"), and the file they lie in."""

    path: Path
    pins: dict[str, Pin] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Lock:
        """The lock in a file, empty where there is none. Raises UsageError for a file that is no lock."""
        try:
            with path.open("rb") as stream:
                data = json.loads(stream.read(MOST_BYTES))
            if data["schema_version"] != SCHEMA:
                raise ValueError(f"schema_version {data['schema_version']}")
            pins = {str(pair): Pin(**row) for pair, row in data["packages"].items()}
        except FileNotFoundError:
            return cls(path)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise UsageError(f"cannot read {path}: {error}.", "Take it from version control again.") from error
        wrong = [pair for pair, pin in pins.items() if not _SHA256.fullmatch(str(pin.sha256))]
        if wrong:
            raise UsageError(f"{path} has no SHA-256 for {', '.join(wrong)}.", "Take it from version control again.")
        return cls(path, pins)

    def save(self) -> None:
        """Write the file, sorted, so that a change of one package is a change of its lines alone."""
        packages = {pair: asdict(self.pins[pair]) for pair in sorted(self.pins)}
        text = json.dumps({"schema_version": SCHEMA, "packages": packages}, indent=2, sort_keys=True)
        write_atomically(self.path, f"{text}\n".encode())
