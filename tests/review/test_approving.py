"""Signing a translation: the gate stands before it, the memory keeps it, and nothing else of the memory is touched."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ApprovalError, OutputError, UsageError
from pipeline.review import InlineCode, Place, Reviewer, approve, digest, file, load, record
from pipeline.review.lock import locked
from pipeline.translate import tmx
from pipeline.translate.approvals import Approval, signed
from pipeline.translate.memory import Memory

ANA = Reviewer("Ana Ruiz", "certified translator EN-ES")
DAY = "2026-03-01"


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "memory"


def test_an_approval_is_kept_with_its_signature(memory: Path) -> None:
    place = Place("wound", "s01.b01.u01.01")
    approve(memory, "es", "Keep  it dry.", " Manténgala seca. ", ANA, DAY, place=place)
    kept = load(memory, "es")["Keep it dry."]
    assert (kept.target, kept.reviewer, kept.date, kept.places) == ("Manténgala seca.", ANA, DAY, (place,))
    assert kept.sha256 == digest("Keep it dry.", "Manténgala seca.")
    assert kept.holds
    (draft,) = Memory(memory, "es").translate(["Keep it dry."])
    assert draft is not None
    assert (draft.text, draft.reviewed) == ("Manténgala seca.", True)


@pytest.mark.parametrize(
    ("target", "lost"),
    [
        ("Tome 50 mg cada 8 horas.", "5 mg"),
        ("Tome 5 mg cada 6 horas.", "8 hours"),
        ("No tome 5 mg cada 8 horas.", "negation"),
        ("Tome tome tome tome 5 mg cada 8 horas.", "over and over"),
    ],
)
def test_what_breaks_facts_needs_a_reason(memory: Path, target: str, lost: str) -> None:
    source = "Take 5 mg every 8 hours."
    with pytest.raises(ApprovalError, match=lost):
        approve(memory, "es", source, target, ANA, DAY)
    assert not file(memory, "es").exists()
    made = approve(memory, "es", source, target, ANA, DAY, "the ward's own wording")
    assert load(memory, "es")[source] == made
    assert made.override_reason == "the ward's own wording"


def test_a_reason_nobody_needs_is_not_kept(memory: Path) -> None:
    assert approve(memory, "es", "Rest.", "Descanse.", ANA, DAY, "just in case").override_reason == ""


def test_all_or_none_is_recorded(memory: Path) -> None:
    good = Approval("es", "Rest.", "Descanse.", ANA, DAY)
    bad = Approval("es", "Call 911.", "Llame al 112.", ANA, DAY)
    with pytest.raises(ApprovalError, match="911"):
        record(memory, [good, bad])
    assert load(memory, "es") == {}


@pytest.mark.parametrize("change", ["target", "source", "sha256"])
def test_an_approval_whose_hash_does_not_fit_is_not_used(memory: Path, change: str) -> None:
    approve(memory, "es", "Rest now.", "Descanse ahora.", ANA, DAY)
    path = file(memory, "es")
    words = {"target": ("Descanse ahora.", "Ande ahora."), "source": ("Rest now.", "Walk now.")}
    before, after = words.get(change, (digest("Rest now.", "Descanse ahora."), "0" * 64))
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
    assert not any(one.holds for one in load(memory, "es").values())
    assert Memory(memory, "es").translate(["Rest now.", "Walk now."]) == [None, None]


def test_a_name_without_a_hash_is_no_signature(memory: Path) -> None:
    approve(memory, "es", "Rest now.", "Descanse ahora.", ANA, DAY)
    path = file(memory, "es")
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "x-sha256" not in line), "utf-8")
    assert Memory(memory, "es").translate(["Rest now."]) == [None]


@pytest.mark.parametrize(
    ("reviewer", "date", "target", "says"),
    [
        (Reviewer(" ", "translator"), DAY, "Descanse.", "names its reviewer"),
        (Reviewer("Ana", ""), DAY, "Descanse.", "names its reviewer"),
        (Reviewer("A" * 500, "translator"), DAY, "Descanse.", "500 characters"),
        (Reviewer("Ana\0", "translator"), DAY, "Descanse.", "U\\+0000"),
        (ANA, "yesterday", "Descanse.", "no date"),
        (ANA, DAY, "  ", "Write the translation"),
        (ANA, DAY, "Descanse\ud800.", "U\\+D800"),
    ],
)
def test_what_cannot_be_kept_is_refused(memory: Path, reviewer: Reviewer, date: str, target: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        approve(memory, "es", "Rest.", target, reviewer, date)
    assert not file(memory, "es").exists()


def test_the_same_sentence_keeps_all_its_places(memory: Path) -> None:
    for name in ("b", "a", "b"):
        approve(memory, "es", "Rest.", "Descanse.", ANA, DAY, place=Place(name, "s1"))
    assert load(memory, "es")["Rest."].places == (Place("a", "s1"), Place("b", "s1"))


def test_the_file_is_sorted_and_stable_whatever_the_order(tmp_path: Path) -> None:
    pairs = [("Rest.", "Descanse."), ("Eat.", "Coma."), ("Walk.", "Camine.")]
    made = []
    for number, order in enumerate((pairs, pairs[::-1])):
        for source, target in order:
            approve(tmp_path / str(number), "es", source, target, ANA, DAY)
        made.append(file(tmp_path / str(number), "es").read_bytes())
    assert made[0] == made[1]
    assert made[0].index(b"Eat.") < made[0].index(b"Rest.") < made[0].index(b"Walk.")


THIRD_PARTY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="Other" creationtoolversion="2" segtype="sentence" o-tmf="x" adminlang="en"
srclang="en-US" datatype="xml"><prop type="x-owner">Clinic</prop></header><body>
<tu tuid="7"><note>from the leaflet</note><tuv xml:lang="en-US"><seg>Take it with food.</seg></tuv>
<tuv xml:lang="es-MX"><seg>Tómelo con comida.</seg></tuv><tuv xml:lang="fr"><seg>À prendre en mangeant.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Only French</seg></tuv><tuv xml:lang="fr"><seg>Seulement</seg></tuv></tu>
</body></tmx>"""


def test_pairs_of_another_program_are_kept_as_they_were(memory: Path) -> None:
    memory.mkdir()
    file(memory, "es").write_text(THIRD_PARTY, "utf-8")
    approve(memory, "es", "Rest.", "Descanse.", ANA, DAY)
    text = file(memory, "es").read_text("utf-8")
    for kept in ('tuid="7"', "from the leaflet", "À prendre en mangeant.", "Seulement", "Clinic"):
        assert kept in text
    pairs = load(memory, "es")
    assert pairs["Take it with food."].reviewer is None
    assert pairs["Take it with food."].holds
    again = tmx.write(tmx.read(file(memory, "es"), "es"))
    assert again == file(memory, "es").read_bytes()


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=40).filter(
    lambda text: text.strip() and "\ufffe" not in text and "\uffff" not in text
)


@given(source=words, target=words, name=words, reason=words, data=st.data())
def test_whatever_is_written_is_read_again(
    source: str, target: str, name: str, reason: str, data: st.DataObject
) -> None:
    one = signed(
        Approval("es", source, target, Reviewer(" ".join(name.split()), "x"), DAY, "", " ".join(reason.split()))
    )
    solid = [at for at, c in enumerate(one.target) if c != " "]
    start, end = sorted((data.draw(st.sampled_from(solid)), data.draw(st.sampled_from(solid))))
    one = replace(one, places=(Place("a", "b"),), codes=(InlineCode(2, "link", start, end + 1),))
    contents = tmx.merged(tmx.Contents(), [one])
    assert tmx.parse(tmx.write(contents), Path("es.tmx"), "es").by_source() == {one.source: one}


def _approve_many(memory: str, start: int) -> None:
    for number in range(start, start + 20):
        approve(Path(memory), "es", f"Section {number}.", f"Sección {number}.", ANA, DAY)


def test_two_writers_lose_nothing(memory: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_approve_many, args=(str(memory), start)) for start in (0, 20)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert set(load(memory, "es")) == {f"Section {number}." for number in range(40)}
    assert [path.name for path in memory.iterdir()] == ["es.tmx"]


def test_a_writer_that_does_not_end_is_told_of(memory: Path) -> None:
    with locked(memory), pytest.raises(OutputError, match="another program"), locked(memory, seconds=0.1):
        raise AssertionError("two hold the folder")
