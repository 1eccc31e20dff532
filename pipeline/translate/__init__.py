"""Document → Document in another language: reviewed memory, patterns, engines in their order, and the gate.

    from pipeline.translate import run
    engines = ("memory", "patterns", "argos", "apertium")
    translation = run(document, "es", engines=engines, memory=Path("memory"), store=store)

Every segment comes back under its own id as MACHINE, REVIEWED or REFUSED; a refused one keeps its English words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import UsageError
from pipeline.translate.engine import SOME_SENTENCES, Draft, Translator

if TYPE_CHECKING:
    from pipeline.document import Document
    from pipeline.store import Store
    from pipeline.translate.chain import Outcome
    from pipeline.translate.translation import Translation

__all__ = ["ENGINES", "Draft", "Engine", "Translator", "available", "fingerprint", "run", "translate_lines"]


@dataclass(frozen=True, slots=True)
class Engine:
    """How an engine is asked for, without loading it before it is needed."""

    installed: Callable[[str], bool]  # language
    fingerprint: Callable[[str, Path, Sequence[str]], str]  # language, memory folder, words not to translate
    open: Callable[[str, Path, Sequence[str], Path], Translator]  # the same, and a folder for what it compiles


def _memory(language: str, memory: Path, _: Sequence[str], __: Path) -> Translator:
    from pipeline.translate.memory import Memory

    return Memory(memory, language)


def _memory_fingerprint(language: str, memory: Path, _: Sequence[str]) -> str:
    from pipeline.translate.memory import fingerprint

    return fingerprint(memory, language)


def _patterns(language: str, _: Path, names: Sequence[str], __: Path) -> Translator:
    from pipeline.translate.patterns import Patterns

    return Patterns(language, names)


def _patterns_fingerprint(language: str, _: Path, names: Sequence[str]) -> str:
    from pipeline.translate.patterns import fingerprint

    return fingerprint(language, names)


def _patterns_installed(language: str) -> bool:
    from pipeline.translate.patterns import LANGUAGES

    return language in LANGUAGES


def _argos(language: str, _: Path, names: Sequence[str], __: Path) -> Translator:
    from pipeline.translate.argos import Argos

    return Argos(language, names)


def _argos_fingerprint(language: str, _: Path, names: Sequence[str]) -> str:
    from pipeline.translate.argos import fingerprint

    return fingerprint(language, names)


def _argos_installed(language: str) -> bool:
    from pipeline.translate.argos import chain

    return bool(chain(language))


def _apertium(language: str, _: Path, names: Sequence[str], cache: Path) -> Translator:
    from pipeline.translate.apertium import Apertium

    return Apertium(language, names, cache=cache)


def _apertium_fingerprint(language: str, _: Path, names: Sequence[str]) -> str:
    from pipeline.translate.apertium import fingerprint

    return fingerprint(language, names)


def _apertium_installed(language: str) -> bool:
    from pipeline.translate.apertium import installed

    return installed(language)


ENGINES: dict[str, Engine] = {
    "memory": Engine(lambda _: True, _memory_fingerprint, _memory),
    "patterns": Engine(_patterns_installed, _patterns_fingerprint, _patterns),
    "argos": Engine(_argos_installed, _argos_fingerprint, _argos),
    "apertium": Engine(_apertium_installed, _apertium_fingerprint, _apertium),
}
"""Every engine by name."""


def available(language: str, engines: Sequence[str]) -> tuple[str, ...]:
    """The engines of `engines` that can translate any English sentence into a language on this machine.

    Memory and patterns are none of them: they hold only some sentences.
    """
    return tuple(name for name in engines if name not in SOME_SENTENCES and _engine(name).installed(language))


def fingerprint(language: str, engines: Sequence[str], memory: Path, do_not_translate: Sequence[str] = ()) -> str:
    """All that a translation depends on besides its text. No model is loaded, no program started."""
    from pipeline.translate import chain

    parts = [
        _engine(name).fingerprint(language, memory, do_not_translate) if _engine(name).installed(language) else "none"
        for name in engines
    ]
    return f"translate/{chain.VERSION} " + " > ".join(parts)


def run(
    document: Document,
    language: str,
    *,
    engines: Sequence[str | Translator],
    memory: Path,
    do_not_translate: Sequence[str] = (),
    store: Store,
) -> Translation:
    """The English `document` in another language (BCP 47).

    `engines` are names of `ENGINES`, or engines, in the order they are asked. A segment none of them can be trusted
    with comes back REFUSED, with a finding that says why. Raises UsageError for an unknown engine, a language whose
    facts cannot be compared, or a memory that cannot be read.
    """
    from pipeline.translate import translation

    return translation.make(document, language, _open(language, engines, memory, do_not_translate, store), store)


def translate_lines(
    lines: Sequence[str],
    language: str,
    *,
    engines: Sequence[str | Translator],
    memory: Path,
    do_not_translate: Sequence[str] = (),
    store: Store,
) -> list[Outcome]:
    """One outcome for each line, in order: its `text` is one line, its `state` REFUSED if any sentence of it was.

    A line may hold several sentences. Raises as `run` does.
    """
    from pipeline.translate import lines as by_line

    return by_line.translate(lines, language, _open(language, engines, memory, do_not_translate, store), store)


def _engine(name: str) -> Engine:
    if name not in ENGINES:
        raise UsageError(f"no translation engine is named “{name}”.", f"Use {', '.join(ENGINES)}.")
    return ENGINES[name]


def _open(
    language: str, engines: Sequence[str | Translator], memory: Path, do_not_translate: Sequence[str], store: Store
) -> tuple[Translator, ...]:
    from pipeline import facts

    if language not in facts.LANGUAGES:
        known = ", ".join(sorted(facts.LANGUAGES))
        raise UsageError(f"cannot check a translation into “{language}”.", f"Use one of {known}.")
    opened: list[Translator] = []
    for engine in engines:
        if not isinstance(engine, str):
            opened.append(engine)
        elif _engine(engine).installed(language):
            opened.append(_engine(engine).open(language, memory, tuple(do_not_translate), store.root / "dictionaries"))
    return tuple(opened)
