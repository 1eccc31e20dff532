"""A rebuild never writes over what a person approved; a sentence is translated once; a draft says that it is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import translate
from pipeline.document import Mark, Segment, State, map_segments
from pipeline.review import FORMATS, approve, file
from pipeline.settings import Build, Settings
from pipeline.store import Store
from pipeline.translate.echo import EchoTranslator
from pipeline.wording import wording
from tests.builds import build, contents, write
from tests.review.projects import ANA, DAY, project
from tests.translate.documents import document, paragraph

SENTENCES = (
    "Take 5 mg every 8 hours.", "Do not drive.", "Call 911.", "Rest.", "Read this page and that page.", "Your dose",
)  # fmt: skip
MARKS = (Mark("link", 5, 14, "https://a.example"), Mark("link", 19, 28, "https://b.example"))
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=30).filter(
    str.strip
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    approved=st.dictionaries(st.sampled_from(SENTENCES), words, min_size=1),
    drafts=st.dictionaries(st.sampled_from(SENTENCES), words),
    asked=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8),
    number=st.integers(0, 10**9),
)
def test_a_rebuild_never_writes_over_a_reviewed_sentence(
    tmp_path: Path, approved: dict[str, str], drafts: dict[str, str], asked: Sequence[str], number: int
) -> None:
    memory = tmp_path / str(number)
    for source, target in approved.items():
        approve(memory, "es", source, target, ANA, DAY, "a test")
    before = file(memory, "es").read_bytes()
    source = map_segments(
        document(paragraph(1, *asked), title="Rest."),
        lambda one: Segment(one.id, one.text, marks=MARKS) if one.text == SENTENCES[4] else one,
    )
    engines = ("memory", EchoTranslator(drafts))
    for _ in range(2):
        made = translate.run(source, "es", engines=engines, memory=memory, store=Store(tmp_path / "store"))
        for ours, theirs in zip(source.segments(), made.document.segments(), strict=True):
            if ours.text in approved:
                expected = " ".join(approved[ours.text].split())
                assert (theirs.text, theirs.state) == (expected, State.REVIEWED)
    assert file(memory, "es").read_bytes() == before
    file(memory, "es").unlink()


def test_an_edit_elsewhere_leaves_a_reviewed_sentence_as_it_was(tmp_path: Path) -> None:
    made = project(tmp_path)
    target = "Tome medio gramo, o sea 500 mg, de paracetamol cada 6 horas si le duele."
    approve(
        made.memory, "es", "Take 500 mg of paracetamol every 6 hours for pain.", target, ANA, DAY, "the ward's words"
    )
    build(tmp_path, made.settings)
    first = contents(tmp_path / "outputs")
    made.source.write_text(made.source.read_text("utf-8").replace("48 hours", "72 hours"), "utf-8")
    build(tmp_path, made.settings)
    second = contents(tmp_path / "outputs")
    assert first["wound/es/handout.txt"] != second["wound/es/handout.txt"]
    for made_files in (first, second):
        assert target in " ".join(made_files["wound/es/handout.txt"].decode().split())
    assert build(tmp_path, made.settings).written == 0


def test_an_approval_alone_makes_the_handout_again(tmp_path: Path) -> None:
    made = project(tmp_path)
    build(tmp_path, made.settings)
    approve(made.memory, "es", "Keep it dry", "Que no se moje", ANA, DAY, "the ward's words")
    assert list(build(tmp_path, made.settings).built) == [made.source]
    assert "Que no se moje" in (tmp_path / "outputs/wound/es/handout.txt").read_text("utf-8")


def test_a_build_writes_the_file_for_translators(tmp_path: Path) -> None:
    made = project(tmp_path)
    build(tmp_path, made.settings)
    assert (tmp_path / "outputs/wound/review/es.xlf").read_bytes() == FORMATS["xliff2"].write(made.sheet())


def test_a_sentence_of_a_collection_is_translated_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    echo = EchoTranslator({"The lamp is blue.": "La lámpara es azul.", "The chair is old.": "La silla es vieja."})
    engine = translate.Engine(lambda _: True, lambda *_: echo.fingerprint, lambda *_: echo)
    monkeypatch.setitem(translate.ENGINES, "apertium", engine)
    for name in ("one", "two", "three"):
        write(
            tmp_path / "source",
            f"{name}.txt",
            f"Care {name}\n\nThe lamp is blue. The chair is old. The lamp is blue.\n",
        )
    options = Settings(root=tmp_path, build=Build(languages=("es",), audio=False))
    assert len(build(tmp_path, options).built) == 3
    assert sorted(text for text in echo.asked if "Care" not in text) == ["The chair is old.", "The lamp is blue."]


def test_every_format_says_in_the_readers_language_that_it_is_an_unreviewed_draft(tmp_path: Path) -> None:
    write(
        tmp_path / "source", "wound.txt", "Your wound\n\nKeep it dry\n\nWash your hands.\n\nWhen to call\n\nCall 911.\n"
    )
    languages = ("es", "fr")
    options = Settings(root=tmp_path, build=Build(languages=languages, audio=True))
    assert build(tmp_path, options).exit_code == 0
    out = tmp_path / "outputs"
    for language in languages:
        words = wording(language)
        kinds, first = set(), min(path.stem for path in (out / "wound" / language).rglob("*.vtt"))
        for path in sorted((out / "wound" / language).rglob("*.*")):
            kinds.add(path.suffix)
            if path.suffix in (".html", ".txt"):
                assert _flat(words.draft_notice, path), path
            elif path.suffix == ".vtt":
                # The sound's own words: that it is a draft is the first thing that is said.
                cue = " ".join(path.read_text("utf-8").split("-->")[1].split())
                assert (words.draft_notice if path.name.startswith(first) else words.draft_title) in cue
            else:
                assert path.suffix == ".mp3", f"{path}: a new format has to say it too"
                assert path.with_suffix(".vtt").is_file()
        assert {".html", ".txt", ".mp3", ".vtt"} <= kinds
        for page in ("index.html", "wound/index.html"):
            shown = _flat(words.draft_title, out / page) or _flat(words.draft_notice, out / page)
            assert shown, (page, language)


def _flat(text: str, path: Path) -> bool:
    """Whether a file shows a text, however its lines are wrapped and its signs are escaped."""
    page = path.read_text("utf-8").replace("&#39;", "'").replace("&#34;", '"').replace("\n! ", " ")
    return " ".join(text.split()) in " ".join(re.sub("<[^>]*>", " ", page).split())
