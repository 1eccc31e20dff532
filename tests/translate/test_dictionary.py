"""Plainleaf's own health words in the dictionaries of Apertium."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.glossary import terms
from pipeline.glossary.files import own_folder
from pipeline.translate import apertium, dictionary, english_terms, mode
from pipeline.translate.apertium import MODES, Apertium

LANGUAGES = ("es", "fr", "pt", "it", "ca", "gl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_has_its_parts(language: str) -> None:
    table = terms.table(language)
    assert sum(len(table[kind]) for kind in dictionary.KINDS if kind in table) >= 1200
    for word, (noun, gender, *plural) in table["noun"].items():
        assert gender in ("m", "f"), word
        assert noun == noun.strip() != "", word
        assert len(plural) <= 1, word
    assert all(1 <= len(forms) <= 2 for forms in table["adjective"].values())
    for kind in ("noun", "adjective", "adverb"):
        assert table[kind].keys() <= terms.table("es")[kind].keys() | terms.table("ca")[kind].keys(), kind
    for verb in table.get("verb", {}).values():
        assert " " not in verb, verb


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_noun_comes_out_in_both_numbers(language: str) -> None:
    """Each is asked for in one sentence; our own word stands in it, and no mark of a form that was not found."""
    words = list(terms.table(language)["noun"].items())
    asked = [f"There is the {word} here." for word, _ in words]
    drafts = Apertium(language).translate(asked)
    missing = [
        (word, draft and draft.text)
        for (word, own), draft in zip(words, drafts, strict=True)
        if draft is None or own[0].lower() not in draft.text.lower()
    ]
    # Two English words may share the word in between ("wheeze", "wheezing"): the first one holds.
    assert len(missing) <= len(words) // 12, missing
    plurals = Apertium(language).translate(
        [f"We have 2 {english_terms.plural(word)} here." for word in ("leg", "calf", "stitch")]
    )
    assert all(draft is not None and not draft.unknown for draft in plurals)


def test_our_words_agree() -> None:
    drafts = Apertium("es").translate(["Your swollen legs and the throbbing pain are side effects."])
    assert [draft and draft.text for draft in drafts] == [
        "Sus piernas hinchadas y el dolor punzante son efectos secundarios."
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [("es", "su niño a menudo sangra"), ("gl", "o seu neno a miúdo sangra")],
)
def test_a_verb_the_engine_lacks_is_inflected(language: str, expected: str) -> None:
    sentence = "your child often bleeds"
    assert [draft and draft.text for draft in Apertium(language).translate([sentence])] == [expected]


def test_what_is_made_is_kept_by_content(tmp_path: Path) -> None:
    named = mode.dictionaries((MODES / "en-gl.mode").read_text())
    assert named is not None
    first = dictionary.merged("en", "gl", named, tmp_path)
    assert set(first) == set(named)
    before = {path: Path(path).stat().st_mtime_ns for path in first.values()}
    assert dictionary.merged("en", "gl", named, tmp_path) == first
    assert {path: Path(path).stat().st_mtime_ns for path in first.values()} == before
    assert all(Path(own).stat().st_size > Path(system).stat().st_size for system, own in first.items())
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".new-")] == []


def test_without_lttoolbox_the_mode_runs_on_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionary, "PROGRAMS", ("lt-comp-of-nobody",))
    before = apertium.fingerprint("es")
    assert dictionary.merged("en", "es", ("a", "b", "c"), tmp_path) == {}
    monkeypatch.undo()
    assert apertium.fingerprint("es") != before


@pytest.mark.parametrize("language", [*LANGUAGES, "de", "ar", "zh", "vi"])
def test_every_language_has_its_health_words(language: str) -> None:
    table = terms.table(language)
    assert sum(len(table.get(kind, {})) for kind in dictionary.KINDS) >= 1200
    assert {"allergy", "blood pressure", "dose", "overdose", "pain", "fever"} <= table["noun"].keys()
    assert all(str(word[0]).strip() for word in table["noun"].values())
    assert "DRAFT" in (own_folder() / f"terms-{language}.toml").read_text("utf-8").splitlines()[0]
