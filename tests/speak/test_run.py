from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import speak
from pipeline.document import Document, Segment, Span
from pipeline.errors import EngineFailedError, EngineMissingError, UsageError
from pipeline.speak import mp3, process, voices
from pipeline.speak.espeak import Espeak
from pipeline.speak.through_pyttsx3 import Pyttsx3
from pipeline.speak.voices import Voice
from pipeline.store import Store
from tests.speak.build import document, paragraph, picture, section, table

REAL = ("pyttsx3", "espeak")
TEXTS = ("Take one tablet each morning with food.", "Do not take more than four.", "Call us.")
TRANSLATED = {
    "en": "Do not take this medicine with alcohol.",
    "es": "No tome este medicamento con alcohol.",
    "fr": "Ne prenez pas ce médicament avec de l’alcool.",
    "pt": "Não tome este medicamento com álcool.",
    "it": "Non prenda questo medicinale con l’alcol.",
    "ca": "No prengui aquest medicament amb alcohol.",
    "gl": "Non tome este medicamento con alcohol.",
}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture
def english() -> Voice:
    voice = voices.find("en")
    assert voice is not None
    return voice


def spoken(doc: Document, store: Store, *engines: str, notice: str = "", wpm: int = 150) -> speak.Speech:
    return speak.run(doc, engines=engines or REAL, words_per_minute=wpm, store=store, notice=notice)


class Broken:
    """An engine that gives what it is told to."""

    def __init__(self, answer: bytes | Exception) -> None:
        self.answer = answer

    def fingerprint(self, voice: Voice) -> str:
        return f"broken {voice.name}"

    def speak(self, texts: Sequence[str], voice: Voice, words_per_minute: int) -> tuple[bytes, ...]:  # noqa: ARG002
        if isinstance(self.answer, Exception):
            raise self.answer
        return tuple(self.answer for _ in texts)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_language_is_spoken_by_pyttsx3_and_its_bytes_are_those_of_the_library(
    language: str, store: Store, tmp_path: Path
) -> None:
    doc = document(section(paragraph(TRANSLATED[language]), title=TRANSLATED[language].rstrip(".")), language=language)
    made = spoken(doc, store)
    (audio,) = made.audio
    assert audio.voice.startswith("pyttsx3 ")
    assert [finding.code for finding in made.findings] == (["speak.voice-stands-in"] if language == "gl" else [])
    data = store.get(audio.mp3)
    assert data is not None
    assert hashlib.sha256(data).hexdigest() == audio.mp3
    assert mp3.seconds(data) == pytest.approx(audio.seconds, abs=0.001)
    assert 3 < audio.seconds < 12
    (direct,) = spoken(doc, Store(tmp_path / "other"), "espeak").audio
    assert direct.mp3 == audio.mp3


def test_cues_follow_each_other_within_the_audio(store: Store) -> None:
    (audio,) = spoken(document(section(paragraph(*TEXTS))), store).audio
    assert [cue.segment for cue in audio.cues] == ["h.1", "p.1", "p.2", "p.3"]
    assert [cue.text for cue in audio.cues] == ["Your dose", *TEXTS]
    assert audio.cues[0].start == pytest.approx(mp3.DELAY / 22_050, abs=0.001)
    times = [time for cue in audio.cues for time in (cue.start, cue.end)]
    assert times == sorted(times)
    assert times[-1] < audio.seconds
    assert audio.cues[1].start - audio.cues[0].end == pytest.approx(0.9, abs=0.002)
    assert audio.cues[2].start - audio.cues[1].end == pytest.approx(0.3, abs=0.002)


def test_a_section_sounds_the_same_whatever_is_around_it(store: Store, tmp_path: Path) -> None:
    one, two = section(paragraph(*TEXTS), slug="one"), section(paragraph("Rest."), slug="two")
    together = spoken(document(one, two), store).audio
    alone = spoken(document(two), Store(tmp_path / "b")).audio
    turned = spoken(document(two, one), Store(tmp_path / "c")).audio
    assert together[1].mp3 == alone[0].mp3 == turned[0].mp3
    assert together[0].mp3 == turned[1].mp3


def test_nothing_is_spoken_twice(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    doc = document(section(paragraph(*TEXTS)), section(paragraph("Rest."), slug="b"))
    first = spoken(doc, store)
    monkeypatch.setattr(process, "record", lambda *_: pytest.fail("spoken again"))
    monkeypatch.setattr("pipeline.speak.espeak.record", lambda *_: pytest.fail("spoken again"))
    assert spoken(doc, store) == first


def test_a_lost_mp3_is_made_again(store: Store) -> None:
    doc = document(section(paragraph(*TEXTS)))
    (audio,) = spoken(doc, store, "espeak").audio
    store.path(audio.mp3).unlink()
    assert spoken(doc, store, "espeak").audio == (audio,)
    assert store.path(audio.mp3).exists()


def test_the_notice_comes_before_the_first_section_that_is_spoken(store: Store) -> None:
    doc = document(section(picture(None), title=None, slug="a"), section(paragraph("Rest."), slug="b"), lead=None)
    (audio,) = spoken(doc, store, "silent", notice="This is a draft.").audio
    assert audio.slug == "b"
    assert (audio.cues[0].segment, audio.cues[0].text) == ("", "This is a draft.")


def test_every_other_section_begins_with_the_reminder(store: Store) -> None:
    sections = (section(paragraph(f"Rest {slug}."), slug=slug) for slug in "abc")
    made = speak.run(
        document(*sections, lead=None),
        engines=["silent"],
        words_per_minute=150,
        store=store,
        notice="This is a draft.",
        reminder="A draft.",
    )
    assert [audio.cues[0].text for audio in made.audio] == ["This is a draft.", "A draft.", "A draft."]


def test_tables_and_pictures_are_spoken(store: Store) -> None:
    doc = document(section(table(("Age", "Dose"), ("6", "5 mg")), picture("A spacer", "How to hold it")))
    (audio,) = spoken(doc, store, "silent").audio
    assert [cue.segment for cue in audio.cues] == ["h.1", "t.1.0", "t.1.1", "i.alt", "i.cap"]


def test_a_refused_segment_is_spoken_by_the_voice_of_its_language(store: Store, tmp_path: Path) -> None:
    text = "Take with food."
    es = document(section(paragraph(Segment("x", text, language="es")), title=None), language="es")
    mixed = document(section(paragraph(Segment("x", text, language="en")), title=None), language="es")
    en = document(section(paragraph(Segment("x", text)), title=None), language="en")
    one, two, three = (spoken(d, Store(tmp_path / str(n)), "espeak").audio[0] for n, d in enumerate((es, mixed, en)))
    assert one.mp3 != two.mp3 == three.mp3


def test_a_language_without_a_voice_has_no_audio_and_says_so(store: Store) -> None:
    made = spoken(document(section(paragraph("nuqneH")), language="tlh"), store)
    assert made.audio == ()
    assert [finding.code for finding in made.findings] == ["speak.no-voice"]


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\1\0" * 200,
        b"\1\0" * 22_050 * 60,
        EngineMissingError("not installed."),
        EngineFailedError("it hung."),
    ],
    ids=["empty", "too short", "too long", "missing", "failed"],
)
def test_a_bad_engine_is_replaced_and_named(
    answer: bytes | Exception, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(speak.ENGINES, "broken", Broken(answer))
    doc = document(section(paragraph(*TEXTS)))
    made = spoken(doc, store, "broken", "silent")
    assert [audio.voice for audio in made.audio] == ["silent en-us"]
    assert [finding.code for finding in made.findings] == ["speak.other-engine"]
    assert spoken(doc, store, "broken", "silent") == made
    alone = spoken(doc, store, "broken")
    assert alone.audio == ()
    assert [(f.code, f.where.section) for f in alone.findings] == [("speak.failed", "01-dose")]
    assert "tablet" not in str(alone.findings)


def test_an_unknown_engine_is_a_usage_error(store: Store) -> None:
    with pytest.raises(UsageError, match="siri"):
        spoken(document(section(paragraph("Rest."))), store, "siri")


def test_odd_texts_are_spoken(store: Store) -> None:
    odd = paragraph("Take 💊 daily <b>now</b> & [[rest]] \0 %s {x}", "—", "¿?", "x" * 300, id="odd")
    made = spoken(document(section(odd)), store)
    assert made.findings == ()
    assert [cue.segment for cue in made.audio[0].cues] == ["h.1", "odd.1", "odd.4"]


def test_a_very_long_sentence_is_spoken_whole_and_an_endless_one_reported(store: Store) -> None:
    made = spoken(document(section(paragraph("Take one tablet with food, " * 70))), store, "espeak")
    assert made.findings == ()
    (_, cue) = made.audio[0].cues
    assert cue.end - cue.start > 70 * 1.2
    made = spoken(document(section(paragraph("Take one tablet with food, " * 80))), store, "espeak")
    assert [found.code for found in made.findings] == ["speak.too-long"]
    assert [cue.segment for cue in made.audio[0].cues] == ["h.1"]


def test_texts_of_many_lengths_end_where_they_end(english: Voice) -> None:
    texts = [("Take one tablet with food, " * count).strip() for count in (1, 20, 2, 20, 1, 20)]
    try:
        made = process.record("pyttsx3", texts, english, 300)
    except EngineFailedError:  # now and then it fails, and says so; a build asks it once more, too
        made = process.record("pyttsx3", texts, english, 300)
    assert made == process.record("espeak", texts, english, 300)


def test_the_rate_asked_for_is_the_rate_spoken(store: Store) -> None:
    doc = document(section(paragraph(*TEXTS)))
    slow, fast = (spoken(doc, store, wpm=wpm).audio[0] for wpm in (100, 200))
    assert 1.5 < slow.cues[1].end / fast.cues[1].end < 2.5


def test_the_fingerprint_names_everything_and_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.run", lambda *_, **__: pytest.fail("started a process"))
    named = speak.fingerprint("pt", REAL, 150)
    assert all(part in named for part in ("pyttsx3 2", "espeak-ng (", "pt-br", "lameenc 1", "150 wpm"))
    assert len({named, speak.fingerprint("es", REAL, 150), speak.fingerprint("pt", REAL, 160)}) == 3
    assert "no voice" in speak.fingerprint("tlh", REAL, 150)


def test_a_whole_document_as_one_mp3() -> None:
    def seconds(doc: Document) -> float:
        return mp3.seconds(speak.speak_document(doc, engines=("silent",), words_per_minute=150))

    one, two = section(paragraph(*TEXTS)), section(paragraph("Rest."), slug="b")
    doc = document(one, two)
    titled = replace(doc, title=replace(doc.title, span=Span(0, 9)))
    assert seconds(document(one)) < seconds(doc) < seconds(titled)
    same = replace(titled, title=replace(titled.title, text="Your dose"))
    assert seconds(same) == seconds(doc)
    with pytest.raises(UsageError, match="tlh"):
        seconds(document(language="tlh"))
    with pytest.raises(UsageError, match="nothing to say"):
        seconds(document())


def test_available_engines_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(speak.ENGINES, "broken", Broken(EngineFailedError("no.")))
    assert speak.available("gl", ("broken", *REAL)) == REAL
    assert speak.available("tlh", REAL) == ()


def test_a_wrong_voice_is_never_believed() -> None:
    for engine in REAL:
        with pytest.raises(EngineFailedError):
            process.record(engine, ["hello"], Voice("zh", "sit/cmn"), 150)
        with pytest.raises(EngineFailedError, match="instead of roa/es"):
            process.record(engine, ["hello"], Voice("fr", "roa/es"), 150)


def test_silence_is_never_believed(english: Voice) -> None:
    with pytest.raises(EngineFailedError, match="silence"):
        process.record("espeak", ["hello", "—"], english, 150)


def test_a_worker_that_hangs_is_killed(english: Voice, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = tmp_path / "worker.py"
    script.write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr(process, "WORKER", script)
    monkeypatch.setattr(process, "PATIENCE", 0.3)
    started = time.monotonic()
    with pytest.raises(EngineFailedError, match="did not answer"):
        process.record("espeak", ["hello"], english, 150)
    assert time.monotonic() - started < 30


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import os; os.abort()", "ended with status"),
        ("print('hello')", "no usable answer"),
        ('print(\'{"missing": "pyttsx3"}\')', "cannot be loaded"),
        ('print(\'{"voice": "gmw/en-US", "errors": []}\')', "no readable sound"),
    ],
)
def test_a_worker_that_fails_is_found(
    code: str, message: str, english: Voice, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "worker.py"
    script.write_text(code)
    monkeypatch.setattr(process, "WORKER", script)
    with pytest.raises(EngineMissingError, match=message):
        process.record("espeak", ["hello"], english, 150)


def test_pyttsx3_is_asked_again_where_its_sound_differs(english: Voice, monkeypatch: pytest.MonkeyPatch) -> None:
    (right,) = Espeak().speak(["Take one tablet."], english, 150)
    answers: list[tuple[bytes, ...] | Exception] = [(right[:-200],), EngineFailedError("crashed."), (right,)]

    def record(*_: object) -> tuple[bytes, ...]:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr("pipeline.speak.through_pyttsx3.record", record)
    assert Pyttsx3().speak(["Take one tablet."], english, 150) == (right,)
    answers[:] = [(right[:-200],)] * 3
    with pytest.raises(EngineFailedError, match="does not give"):
        Pyttsx3().speak(["Take one tablet."], english, 150)
