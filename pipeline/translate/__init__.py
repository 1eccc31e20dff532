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
    from pipeline.settings import ArgosOptions
    from pipeline.store import Store
    from pipeline.translate.chain import Outcome
    from pipeline.translate.translation import Translation

__all__ = ["ENGINES", "Draft", "Engine", "Translator", "ahead", "available", "fingerprint", "run", "translate_lines"]


@dataclass(frozen=True, slots=True)
class Means:
    """What an engine may draw on."""

    memory: Path  # folder of <language>.tmx
    do_not_translate: tuple[str, ...]
    cache: Path  # folder for what an engine compiles
    argos: ArgosOptions | None  # None: as settings have it by default


@dataclass(frozen=True, slots=True)
class Engine:
    """How an engine is asked for, without loading it before it is needed."""

    installed: Callable[[str], bool]  # language
    fingerprint: Callable[[str, Means], str]
    open: Callable[[str, Means], Translator]


def _memory(language: str, means: Means) -> Translator:
    from pipeline.translate.memory import Memory

    return Memory(means.memory, language)


def _memory_fingerprint(language: str, means: Means) -> str:
    from pipeline.translate.memory import fingerprint

    return fingerprint(means.memory, language)


def _patterns(language: str, means: Means) -> Translator:
    from pipeline.translate.patterns import Patterns

    return Patterns(language, means.do_not_translate)


def _patterns_fingerprint(language: str, means: Means) -> str:
    from pipeline.translate.patterns import fingerprint

    return fingerprint(language, means.do_not_translate)


def _patterns_installed(language: str) -> bool:
    from pipeline.translate.patterns import LANGUAGES

    return language in LANGUAGES


def _argos(language: str, means: Means) -> Translator:
    from pipeline.translate.argos import Argos

    return Argos(language, means.do_not_translate, options=means.argos)


def _argos_fingerprint(language: str, means: Means) -> str:
    from pipeline.translate.argos import fingerprint

    return fingerprint(language, means.do_not_translate, options=means.argos)


def _argos_installed(language: str) -> bool:
    from pipeline.translate.argos import chain

    return bool(chain(language))


def _apertium(language: str, means: Means) -> Translator:
    from pipeline.translate.apertium import Apertium

    return Apertium(language, means.do_not_translate, cache=means.cache)


def _apertium_fingerprint(language: str, means: Means) -> str:
    from pipeline.translate.apertium import fingerprint

    return fingerprint(language, means.do_not_translate)


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
BATCHING = frozenset({"argos"})
"""Engines that are faster the more sentences they are asked for at once."""


def available(language: str, engines: Sequence[str]) -> tuple[str, ...]:
    """The engines of `engines` that can translate any English sentence into a language on this machine.

    Memory and patterns are none of them: they hold only some sentences.
    """
    return tuple(name for name in engines if name not in SOME_SENTENCES and _engine(name).installed(language))


def fingerprint(
    language: str,
    engines: Sequence[str],
    memory: Path,
    do_not_translate: Sequence[str] = (),
    argos: ArgosOptions | None = None,
) -> str:
    """All that a translation depends on besides its text. No model is loaded, no program started."""
    from pipeline.translate import back, chain

    means = Means(memory, tuple(do_not_translate), memory, argos)
    parts = [
        _engine(name).fingerprint(language, means) if _engine(name).installed(language) else "none" for name in engines
    ]
    return f"translate/{chain.VERSION} " + " > ".join(parts) + f", {back.fingerprint(language)}"


def run(
    document: Document,
    language: str,
    *,
    engines: Sequence[str | Translator],
    memory: Path,
    do_not_translate: Sequence[str] = (),
    argos: ArgosOptions | None = None,
    store: Store,
) -> Translation:
    """The English `document` in another language (BCP 47).

    `engines` are names of `ENGINES`, or engines, in the order they are asked. A segment none of them can be trusted
    with comes back REFUSED, with a finding that says why. Raises UsageError for an unknown engine, a language whose
    facts cannot be compared, or a memory that cannot be read.
    """
    from pipeline.translate import translation

    means = Means(memory, tuple(do_not_translate), store.root / "dictionaries", argos)
    translators = _open(language, engines, means)
    return translation.make(document, language, translators, store)


def ahead(
    documents: Sequence[Document],
    language: str,
    *,
    engines: Sequence[str | Translator],
    memory: Path,
    do_not_translate: Sequence[str] = (),
    argos: ArgosOptions | None = None,
    store: Store,
) -> None:
    """Translate the sentences of several documents together, into the store, where `run` finds them.

    An engine that works in batches has fuller ones so, and a sentence of several documents is translated once.
    Nothing is done where no such engine is installed. Raises as `run` does.
    """
    if not set(available(language, [name for name in engines if isinstance(name, str)])) & BATCHING:
        return
    from pipeline.translate import translation

    means = Means(memory, tuple(do_not_translate), store.root / "dictionaries", argos)
    translation.ahead(documents, language, _open(language, engines, means), store)


def translate_lines(
    lines: Sequence[str],
    language: str,
    *,
    engines: Sequence[str | Translator],
    memory: Path,
    do_not_translate: Sequence[str] = (),
    argos: ArgosOptions | None = None,
    store: Store,
) -> list[Outcome]:
    """One outcome for each line, in order: its `text` is one line, its `state` REFUSED if any sentence of it was.

    A line may hold several sentences. Raises as `run` does.
    """
    from pipeline.translate import lines as by_line

    means = Means(memory, tuple(do_not_translate), store.root / "dictionaries", argos)
    translators = _open(language, engines, means)
    return by_line.translate(lines, language, translators, store)


def _engine(name: str) -> Engine:
    if name not in ENGINES:
        raise UsageError(f"no translation engine is named “{name}”.", f"Use {', '.join(ENGINES)}.")
    return ENGINES[name]


def _open(language: str, engines: Sequence[str | Translator], means: Means) -> tuple[Translator, ...]:
    from pipeline import facts

    if language not in facts.LANGUAGES:
        known = ", ".join(sorted(facts.LANGUAGES))
        raise UsageError(f"cannot check a translation into “{language}”.", f"Use one of {known}.")
    opened: list[Translator] = []
    for engine in engines:
        if not isinstance(engine, str):
            opened.append(engine)
        elif _engine(engine).installed(language):
            opened.append(_engine(engine).open(language, means))
    return tuple(opened)
