from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import check
from pipeline.document import Block, BlockKind, Segment, State, Unit
from pipeline.edition import Edition
from pipeline.settings import Check
from tests.check.editions import edition, in_language, paragraph, picture, section

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "fixtures" / "alt.toml").read_text("utf-8"))[
    "case"
]


def codes(made: Edition, origin: Edition | None = None, group: str = "alt.") -> list[str]:
    found = check.run(made, Check(), origin=origin)
    return [f.code.removeprefix(group) for f in found if f.code.startswith(group)]


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_what_is_said_of_an_alt_text(case: dict[str, Any]) -> None:
    image = picture("p", case.get("alt"), case.get("src", "clinic.png"), caption=case.get("caption"))
    before = [paragraph("b", case["before"])] if "before" in case else []
    after = [paragraph("a", case["after"])] if "after" in case else []
    made = edition(section(case.get("heading"), *before, image, *after), language=case.get("lang", "en"))
    assert codes(made) == case["expect"]


def test_a_picture_without_its_file() -> None:
    made = edition(section(None, picture("p", "A nurse", "nurse.png", path=None)))
    assert codes(made) == ["missing-file"]


@pytest.mark.parametrize("src", ["https://example.org/a.png", "data:image/png;base64," + "A" * 5000])
def test_a_picture_from_elsewhere_is_named_shortly(src: str) -> None:
    (found,) = check.run(edition(section(None, picture("p", "A nurse", src, path=None))), Check())
    assert found.code == "alt.missing-file"
    assert len(found.message) < 200


def test_a_text_from_stdin_has_no_folder_to_look_in() -> None:
    assert codes(edition(section(None, picture("p", "A nurse", path=None)), path="stdin.txt")) == []


def test_one_picture_told_in_two_ways() -> None:
    made = edition(section(None, picture("p", "A nurse"), picture("q", "A doctor")))
    assert codes(made) == ["same-picture"]


def test_one_picture_twice_with_one_text_or_decorating() -> None:
    made = edition(section(None, picture("p", "A nurse"), picture("q", "A nurse"), picture("r", "")))
    assert codes(made) == []


def test_two_pictures_with_one_text() -> None:
    made = edition(section(None, picture("p", "A nurse", "a.png"), picture("q", "A nurse", "b.png")))
    assert codes(made) == ["same-text"]


def test_two_decorative_pictures() -> None:
    assert codes(edition(section(None, picture("p", "", "a.png"), picture("q", "", "b.png")))) == []


def described(text: str) -> Block:
    return Block("d", BlockKind.DESCRIPTION, (Unit((Segment("d.0", text),)),), reason="opening")


def test_a_description_without_a_picture_is_the_readers_to_report() -> None:
    assert codes(edition(section(None, described("A close-up of 5 machines.")))) == []


def test_a_picture_outside_the_folder_is_reported_once() -> None:
    block = picture("p", "A machine", path=None)
    assert block.image is not None
    outside = replace(block, image=replace(block.image, outside="a web address"))
    assert codes(edition(section(None, outside), path="stdin.txt")) == ["missing-file"]
    assert codes(edition(section(None, block), path="stdin.txt")) == []


def test_a_description_paired_with_its_picture() -> None:
    made = edition(section(None, picture("p", "A machine", description="d"), described("A close-up of a machine.")))
    assert codes(made) == []


def test_figures_of_a_chart_that_only_the_description_gives() -> None:
    text = "A bar chart: 40 of 100 people slept better."
    lost = edition(section(None, picture("p", "Bar chart of sleep", description="d"), described(text)))
    assert codes(lost) == ["numbers"]
    kept = edition(section(None, picture("p", "Bar chart: 40 of 100 slept better", description="d"), described(text)))
    assert codes(kept) == []
    below = edition(
        section(None, picture("p", "Bar chart", description="d", caption="40 of 100 slept better"), described(text))
    )
    assert codes(below) == []


def translated(alt: str, before: str, state: State = State.MACHINE) -> list[str]:
    origin = edition(section(None, picture("p", before)))
    made = in_language(edition(section(None, picture("p", alt, state=state))), "es")
    return codes(made, origin)


def test_an_alt_text_that_was_not_translated() -> None:
    assert translated("Nurse with patient", "Nurse with patient") == ["untranslated"]


@pytest.mark.parametrize("same", ["", "12/80", "MRI 3T", "2024"])
def test_an_alt_text_that_is_the_same_in_every_language(same: str) -> None:
    assert "untranslated" not in translated(same, same)


def test_a_refused_alt_text_says_so_itself() -> None:
    assert translated("The nurse is with a patient", "The nurse is with a patient", State.REFUSED) == []


def test_a_translated_alt_text() -> None:
    assert translated("Una enfermera con un paciente", "A nurse with a patient") == []


def test_the_plain_edition_of_the_same_language_may_keep_its_alt_text() -> None:
    origin = edition(section(None, picture("p", "Nurse with patient")))
    assert codes(origin, origin) == []


def test_faults_a_translation_only_copies_are_reported_once() -> None:
    origin = edition(section(None, picture("p", None, path=None), described("A close-up of a machine.")))
    assert codes(origin) == ["missing-file", "missing"]
    assert codes(in_language(origin, "es"), origin) == []


def test_a_translation_that_grew_too_long() -> None:
    assert translated("Una enfermera mide la tensión " * 5, "A nurse") == ["long"]


@given(st.none() | st.text(max_size=200), st.text(max_size=40), st.sampled_from(["en", "es", "fr", "de", "ar"]))
def test_any_alt_text_is_checked_without_failing(alt: str | None, src: str, language: str) -> None:
    made = edition(section("Heading", picture("p", alt, src, caption=alt)), language=language)
    assert all(code in {"missing", "blank", *_KNOWN} for code in codes(made))
    assert (alt is None) == ("missing" in codes(made))


_KNOWN = {"file-name", "placeholder", "prefix", "short", "long", "repeats", "language"}


@pytest.mark.parametrize("piece", ["a", "/", "a/", "\\", "a.", "1", "-", "a_", "IMG_1 ", " "])
def test_a_huge_alt_text_does_not_hang(piece: str) -> None:
    codes(edition(section(None, picture("p", piece * 100_000, piece * 1000))))
