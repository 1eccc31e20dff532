"""Exit codes and exceptions. A message says what happened, where, and what to do next.

PlainleafError
├── ApprovalError        1  a translation a reviewer cannot approve as it stands
├── UsageError           2  a wrong option, setting or language
│   └── GlossaryError    2  a glossary file that cannot be used
├── EngineMissingError   3  an engine, model or voice is not installed
│   ├── EngineFailedError 3  it is installed and did not give a usable answer
│   └── ModelError       3  a model that cannot be fetched, is not the pinned one, or is unsound
├── InputError           4  a source that cannot be read
├── OutputError          5  a place that cannot be written
└── InternalError        6  a fault of Plainleaf's own, caught so that other files are built
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the command line. Stable."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    ENGINE = 3
    INPUT = 4
    OUTPUT = 5
    PARTIAL = 6
    FAULT = 70  # of Plainleaf's own, for the whole run
    CLOSED = 141  # whoever read stdout has closed it; as if SIGPIPE had ended the program
    INTERRUPTED = 130


class PlainleafError(Exception):
    """Base of every error a user can mend. `hint` says what to do next."""

    code = ExitCode.USAGE

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()

    def __reduce__(self) -> tuple[type[PlainleafError], tuple[str, str]]:
        return type(self), (self.message, self.hint)


class ApprovalError(PlainleafError):
    """A translation a reviewer cannot approve as it stands: the gate objects, and no reason to override it is given."""

    code = ExitCode.FINDINGS


class UsageError(PlainleafError):
    """A wrong option, setting or language."""


class GlossaryError(UsageError):
    """A glossary file that cannot be used."""


class EngineMissingError(PlainleafError):
    """An engine, model or voice is not installed."""

    code = ExitCode.ENGINE


class EngineFailedError(EngineMissingError):
    """An installed engine did not give a usable answer."""


class ModelError(EngineMissingError):
    """A model that cannot be fetched, is not the pinned one, or is unsound."""


class InputError(PlainleafError):
    """A source that cannot be read."""

    code = ExitCode.INPUT


class OutputError(PlainleafError):
    """A place that cannot be written."""

    code = ExitCode.OUTPUT


class InternalError(PlainleafError):
    """A fault of Plainleaf's own, caught so that other files are built."""

    code = ExitCode.PARTIAL
