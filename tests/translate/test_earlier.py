"""What was approved before an edit: shown as stale, never used."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import translate
from pipeline.document import Mark, Segment, State, map_segments
from pipeline.review import InlineCode, Place, Reviewer, approve, file
from pipeline.store import Store
from pipeline.translate.approvals import Approval
from pipeline.translate.earlier import ENOUGH, Earlier
from pipeline.translate.echo import EchoTranslator
from pipeline.translate.translation import Translation
from tests.translate.documents import document, paragraph

ANA = Reviewer("Ana Ruiz", "certified translator EN-ES")
OLD, NEW = "Take 2 tablets with food.", "Take 3 tablets with food."
ECHO = EchoTranslator({NEW: "Tome 3 tabletas con comida.", "Rest.": "Descanse."})


def made(store: Store, memory: Path, *texts: str) -> Translation:
    source = document(paragraph(1, *texts))
    return translate.run(source, "es", engines=("memory", ECHO), memory=memory, store=store)


def segments(translation: Translation) -> tuple[Segment, ...]:
    return tuple(translation.document.sections[0].blocks[0].segments())


def codes(translation: Translation) -> list[str]:
    return [found.code for found in translation.findings]


def signed_before(memory: Path, place: Place | None) -> None:
    approve(memory, "es", OLD, "Tome 2 tabletas con comida.", ANA, "2026-03-01", place=place)


def test_an_edited_source_makes_its_approval_stale(store: Store, memory: Path) -> None:
    signed_before(memory, Place("sample", "s1.0"))
    assert segments(made(store, memory, OLD))[0].state is State.REVIEWED
    after = made(store, memory, NEW)
    assert segments(after)[0].text == "Tome 3 tabletas con comida."
    assert segments(after)[0].state is State.STALE
    (found,) = [one for one in after.findings if one.code == "translate.stale"]
    assert found.where.segment == "s1.0"
    assert "Ana Ruiz on 2026-03-01" in found.message
    assert OLD in found.message
    assert "Tome 2 tabletas con comida." in found.message


def test_it_is_found_again_where_a_sentence_before_it_moved_it(store: Store, memory: Path) -> None:
    signed_before(memory, Place("sample", "s1.0"))
    after = made(store, memory, "Rest.", NEW)
    assert [segment.state for segment in segments(after)] == [State.MACHINE, State.STALE]
    kept = made(store, memory, "Rest.", OLD)
    assert [segment.state for segment in segments(kept)] == [State.MACHINE, State.REVIEWED]


def test_a_like_sentence_elsewhere_is_a_suggestion_and_nothing_stale(store: Store, memory: Path) -> None:
    signed_before(memory, Place("other", "s1.0"))
    assert segments(made(store, memory, NEW))[0].state is State.MACHINE
    both = made(store, memory, OLD, NEW)
    assert [segment.state for segment in segments(both)] == [State.REVIEWED, State.MACHINE]
    source = document(paragraph(1, NEW))
    earlier = Earlier(source, {OLD: Approval("es", OLD, "Tome 2 tabletas con comida.")})
    near = earlier.near("s1.0", NEW)
    assert near is not None
    assert near.source == OLD
    assert earlier.near("s1.0", "Rest.") is None


def test_no_word_of_an_earlier_pair_reaches_a_refused_sentence(store: Store, memory: Path) -> None:
    signed_before(memory, Place("sample", "s1.0"))
    after = made(store, memory, "Take 4 tablets with food.")
    (segment,) = segments(after)
    assert (segment.text, segment.state) == ("Take 4 tablets with food.", State.REFUSED)
    assert {"translate.stale", "translate.refused"} <= set(codes(after))


def test_an_approval_that_does_not_hold_is_told_and_not_used(store: Store, memory: Path) -> None:
    approve(memory, "es", NEW, "Tome 3 pastillas con comida.", ANA, "2026-03-01")
    path = file(memory, "es")
    path.write_text(path.read_text("utf-8").replace("3 pastillas", "30 pastillas"), "utf-8")
    after = made(store, memory, NEW)
    assert segments(after)[0].text == "Tome 3 tabletas con comida."
    assert segments(after)[0].state is State.MACHINE
    assert "translate.approval-broken" in codes(after)


def test_the_reason_of_an_override_is_told(store: Store, memory: Path) -> None:
    approve(memory, "es", NEW, "Tome tres dosis.", ANA, "2026-03-01", "the leaflet counts doses")
    after = made(store, memory, NEW)
    assert segments(after)[0].state is State.REVIEWED
    (found,) = [one for one in after.findings if one.code == "translate.reviewed-differs"]
    assert "the leaflet counts doses" in found.message


@pytest.mark.parametrize("with_codes", [True, False])
def test_a_reviewed_sentence_stands_whatever_becomes_of_its_links(store: Store, memory: Path, with_codes: bool) -> None:
    source_text, target = "Read this page and that page.", "Lea esta página y esa otra."
    marks = (Mark("link", 5, 14, "https://a.example"), Mark("link", 19, 28, "https://b.example"))
    placed = (InlineCode(0, "link", 4, 15), InlineCode(1, "link", 18, 26)) if with_codes else ()
    approve(memory, "es", source_text, target, ANA, "2026-03-01", codes=placed)
    source = map_segments(
        document(paragraph(1, source_text)),
        lambda segment: Segment(segment.id, segment.text, marks=marks) if segment.id == "s1.0" else segment,
    )
    after = translate.run(source, "es", engines=("memory",), memory=memory, store=store)
    (segment,) = segments(after)
    assert (segment.text, segment.state) == (target, State.REVIEWED)
    shown = [(target[mark.start : mark.end], mark.href) for mark in segment.marks]
    assert shown == ([("esta página", "https://a.example"), ("esa otra", "https://b.example")] if with_codes else [])
    assert ("translate.reviewed-differs" in codes(after)) is not with_codes


SAID = ("take", "two", "three", "tablets", "of", "it", "with", "food", "not", "and", "rest")
sentences = st.lists(st.sampled_from(SAID), min_size=1, max_size=9).map(" ".join)


@given(memory=st.lists(sentences, max_size=8), texts=st.lists(sentences, min_size=1, max_size=4))
def test_only_what_the_document_lacks_is_stale_and_only_what_is_like_is_suggested(
    memory: list[str], texts: list[str]
) -> None:
    approvals = {text: Approval("es", text, "x", places=(Place("sample", "s1.0"),)) for text in memory}
    earlier = Earlier(document(paragraph(1, *texts)), approvals)
    for number, text in enumerate(texts):
        stale, near = earlier.stale(f"s1.{number}", text), earlier.near(f"s1.{number}", text)
        assert stale is None or (text not in approvals and stale.source in approvals and stale.source not in texts)
        likeness = max((SequenceMatcher(None, other, text, autojunk=False).ratio() for other in memory), default=0)
        if near is not None and near is not stale:
            assert SequenceMatcher(None, near.source, text, autojunk=False).ratio() >= ENOUGH
        assert near is not None or likeness < ENOUGH
