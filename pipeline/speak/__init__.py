"""Document → one MP3 a section, with the time of every sentence. The MP3s lie in the store under their SHA-256.

An engine is a module here and a line in ENGINES.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files

from pipeline.codec import from_json, to_json
from pipeline.document import LONGEST_SENTENCE, Document
from pipeline.edition import SectionAudio
from pipeline.errors import EngineFailedError, UsageError
from pipeline.findings import Finding, Where, finding
from pipeline.speak import lexicon, recording, script, voices
from pipeline.speak.engine import Engine
from pipeline.speak.espeak import Espeak
from pipeline.speak.script import Line
from pipeline.speak.silent import SilentVoice
from pipeline.speak.through_pyttsx3 import Pyttsx3
from pipeline.speak.versions import version
from pipeline.store import Store, key, sha256

VERSION = 1
"""Raised whenever the same text would sound otherwise."""
AT_ONCE = 4
"""Sections spoken at the same time: pyttsx3 sleeps most of its time."""

ENGINES: dict[str, Engine] = {
    "pyttsx3": Pyttsx3(),
    "espeak": Espeak(),
    "silent": SilentVoice(),
}


@dataclass(frozen=True, slots=True)
class Speech:
    """A document, spoken. A section with nothing to say, or that could not be spoken, has no audio."""

    audio: tuple[SectionAudio, ...]  # in `Document.every_section` order
    findings: tuple[Finding, ...]


def run(
    document: Document,
    *,
    engines: Sequence[str],
    words_per_minute: int,
    store: Store,
    notice: str = "",
    reminder: str = "",
) -> Speech:
    """Speak every section; `notice` comes before the first, `reminder` before each other: their files part ways.

    Sections the store has are not spoken again.

    Raises UsageError for an engine there is not.
    """
    chosen = _chosen(engines)
    where = Where(document.source.path, language=document.language)
    voice = voices.find(document.language)
    if voice is None:
        message = f"No voice speaks {document.language}: this edition has no audio."
        return Speech((), (finding("speak.no-voice", message, where, "Leave audio to a reader of that language."),))
    findings = []
    if voice.stand_in:
        message = f"There is no voice for {document.language}: the voice {voice.name} reads it."
        findings.append(finding("speak.voice-stands-in", message, where, "Have a listener of that language judge it."))

    findings += _too_long(document)
    findings += _without_voice(document)
    scripts = _scripts(document, notice, reminder)
    made_by = fingerprint(document.language, engines, words_per_minute)

    def speak(lines: tuple[Line, ...], slug: str) -> SectionAudio | Finding:
        try:
            return _section(slug, lines, chosen, words_per_minute, store, made_by)
        except EngineFailedError as error:
            place = Where(document.source.path, section=slug, language=document.language)
            hint = "Run `plainleaf doctor`; the text of the section is published without audio."
            return finding("speak.failed", f"The section could not be spoken: {error.message}", place, hint)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        results = list(pool.map(speak, scripts.values(), scripts))
    audio = tuple(result for result in results if isinstance(result, SectionAudio))
    findings += [result for result in results if isinstance(result, Finding)]
    first = ENGINES[engines[0]].fingerprint(voice) if engines else ""
    if others := sum(one.voice.split()[0] != first.split()[0] for one in audio):
        message = f"{engines[0]} could not speak {others} of {len(audio)} sections; another engine did."
        findings.append(finding("speak.other-engine", message, where, "Run `plainleaf doctor`."))
    return Speech(audio, tuple(findings))


def speak_document(document: Document, *, engines: Sequence[str], words_per_minute: int) -> bytes:
    """One MP3 of a whole document: every section, after the title where the source has one of its own.

    Raises UsageError where no voice speaks the language or there is nothing to say, and EngineFailedError where
    no engine can.
    """
    chosen = _chosen(engines)
    if voices.find(document.language) is None:
        raise UsageError(f"no voice speaks {document.language}.", f"Voices: {', '.join(voices.languages())}.")
    scripts = _scripts(document, "")
    body = tuple(line for lines in scripts.values() for line in lines)
    title = script.notice(document.title.text, document.language)
    named = document.title.span is not None and not (body and body[0].shown == document.title.text)
    lines = title + body if named else body
    if not lines:
        raise UsageError("there is nothing to say in this text.", "Give a text with words in it.")
    return recording.record(lines, chosen, words_per_minute).mp3


def fingerprint(language: str, engines: Sequence[str], words_per_minute: int) -> str:
    """All that the sound depends on beside the text. Starts no engine.

    Raises UsageError for an engine there is not.
    """
    voice = voices.find(language)
    if voice is None:
        return f"no voice for {language}"
    named = "; ".join(engine.fingerprint(voice) for engine in _chosen(engines))
    return f"{named}; lameenc {version('lameenc')}; {words_per_minute} wpm; {_data()}"


def available(language: str, engines: Sequence[str]) -> tuple[str, ...]:
    """The engines that speak a language here and now: each is made to say a word of it.

    Raises UsageError for an engine there is not.
    """
    if voices.find(language) is None:
        return ()
    lines = script.notice(lexicon.load(language).said["picture"], language)
    return tuple(name for name, engine in zip(engines, _chosen(engines), strict=True) if _speaks(engine, lines))


def _speaks(engine: Engine, lines: tuple[Line, ...]) -> bool:
    try:
        recording.record(lines, [engine], 150)
    except EngineFailedError:
        return False
    return True


def _chosen(engines: Sequence[str]) -> list[Engine]:
    if unknown := [name for name in engines if name not in ENGINES]:
        raise UsageError(f"there is no voice engine {unknown[0]}.", f"Engines: {', '.join(ENGINES)}.")
    return [ENGINES[name] for name in engines]


def _scripts(document: Document, notice: str, reminder: str = "") -> dict[str, tuple[Line, ...]]:
    """Lines by slug of every section that has any, the notice before the first, the reminder before the others."""
    written = {section.slug: script.write(section, document.language) for section in document.every_section()}
    spoken = {slug: lines for slug, lines in written.items() if lines}
    for number, slug in enumerate(spoken):
        spoken[slug] = script.notice(reminder if number else notice, document.language) + spoken[slug]
    return spoken


def _without_voice(document: Document) -> Iterator[Finding]:
    """A finding for each sentence in another language that no voice speaks, which is left out."""
    for section in document.every_section():
        for segment in section.segments():
            if segment.language is not None and voices.find(segment.language) is None:
                where = Where(document.source.path, None, None, section.slug, segment.id, document.language)
                message = f"No voice speaks {segment.language}: a sentence in it is not spoken."
                yield finding("speak.no-voice", message, where, "Leave audio to a reader of that language.")


def _too_long(document: Document) -> Iterator[Finding]:
    """A finding for each segment that nobody could listen to, which is left out."""
    for section in document.every_section():
        for segment in section.segments():
            if len(segment.text) > LONGEST_SENTENCE:
                where = Where(document.source.path, None, None, section.slug, segment.id, document.language)
                message = f"{len(segment.text):,} characters without a stop are not spoken."
                yield finding("speak.too-long", message, where, "Part them into sentences.")


def _section(
    slug: str, lines: tuple[Line, ...], engines: list[Engine], words_per_minute: int, store: Store, made_by: str
) -> SectionAudio:
    digest = key("speak", VERSION, made_by, slug=slug, lines=[asdict(line) for line in lines])
    stored = store.get(digest)
    if stored is not None:
        audio = from_json(SectionAudio, stored)
        if store.path(audio.mp3).exists():
            return audio
    made = recording.record(lines, engines, words_per_minute)
    audio = SectionAudio(slug, store.put_content(made.mp3), made.seconds, made.cues, made.voice)
    store.put(digest, to_json(audio))
    return audio


@cache
def _data() -> str:
    """Digest of the lexicons and the table of voices."""
    folder = files("pipeline.speak").joinpath("data")
    texts = sorted((entry.name, entry.read_text("utf-8")) for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return sha256("".join(name + text for name, text in texts).encode())[:16]
