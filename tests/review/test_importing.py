"""A file that comes back may come from anybody: what is hostile, strange or wrong is refused, and said why."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.document import Document, Mark, Segment, map_segments
from pipeline.errors import InputError, PlainleafError, UsageError
from pipeline.review import Reviewer, approve, load
from pipeline.review.importing import Signature, Taking, override, take
from pipeline.review.reading import MAX_BYTES, parse, read
from tests.review.projects import ANA, DAY, SIGNED
from tests.translate.documents import document, paragraph

DOSE = "Take 5 mg every 8 hours."
LINKED = "Read this page."
LINK = Mark("link", 5, 14, "https://a.example")
FILE = Path("sample.xlf")


def plain() -> Document:
    def marked(segment: Segment) -> Segment:
        return Segment(segment.id, segment.text, marks=(LINK,)) if segment.text == LINKED else segment

    return map_segments(document(paragraph(1, DOSE, "Rest."), paragraph(2, LINKED, "Rest.")), marked)


def xliff2(*units: tuple[str, str, str], state: str = "reviewed", before: str = "", inside: str = "") -> bytes:
    rows = "".join(
        f'<unit id="{id}"><segment state="{state}"><source>{source}</source><target>{target}</target></segment></unit>'
        for id, source, target in units
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" '
        f'version="2.0" srcLang="en" trgLang="es"><file id="sample" original="sample.txt">{rows}{inside}</file></xliff>'
    ).encode()


def xliff12(*units: tuple[str, str, str], approved: str = "yes") -> bytes:
    rows = "".join(
        f'<trans-unit id="{id}" approved="{approved}"><source>{source}</source><target>{target}</target></trans-unit>'
        for id, source, target in units
    )
    return (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="sample.txt" '
        f'source-language="en" target-language="es" datatype="plaintext"><body>{rows}</body></file></xliff>'
    ).encode()


def imported(memory: Path, data: bytes, signature: Signature = SIGNED) -> Taking:
    return take(memory, parse(data, FILE), plain(), "es", signature)


def why(taking: Taking) -> str:
    (one,) = taking.declined
    return "; ".join(one.reasons)


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "memory"


@pytest.mark.parametrize("write", [xliff2, xliff12])
def test_what_is_right_is_taken(memory: Path, write: object) -> None:
    code = ("<pc id='1'>", "</pc>") if write is xliff2 else ("<g id='1'>", "</g>")
    source, target = LINKED.replace("this page", "this page".join(code)), "esta página".join(code)
    units = (("s1.0", DOSE, "Tome 5 mg cada 8 horas."), ("s2.0", source, f"Lea {target}."))
    taking = imported(memory, write(*units))  # type: ignore[operator]
    assert set(taking.taken) == {"s1.0", "s2.0"}
    assert load(memory, "es")[LINKED].codes[0].kind == "link"
    assert load(memory, "es")[DOSE].date == DAY


@pytest.mark.parametrize(
    ("id", "source", "target", "says"),
    [
        ("s9.9", DOSE, "Tome 5 mg cada 8 horas.", "no such sentence"),
        ("s1.0", "Take 6 mg every 8 hours.", "Tome 6 mg cada 8 horas.", "source has changed"),
        ("s1.0", DOSE, "Tome 50 mg cada 8 horas.", "5 mg"),
        ("s1.0", DOSE, "", "no translation"),
        ("s1.0", DOSE, '<pc id="1">Tome</pc> 5 mg cada 8 horas.', "adds 1"),
        ("s1.0", DOSE, '<ph id="1"/>Tome 5 mg cada 8 horas.', "<ph id=1>"),
        ("s1.0", DOSE, '<cp hex="001a"/>Tome 5 mg cada 8 horas.', "<cp>"),
        ("s2.0", LINKED, "Lea esta página.", "lacks 1"),
        ("s2.0", LINKED, 'Lea <pc id="1">esta</pc> <pc id="1">página</pc>.', "stands twice"),
        ("s2.0", LINKED, 'Lea esta página<pc id="1"> </pc>.', "without words"),
        ("s2.0", LINKED, 'Lea <pc id="99999999999999999999">esta página</pc>.', "<pc id=9"),
        ("s1.1", "Rest.", "x" * 10_001, "10001 characters"),
    ],
)
def test_what_is_wrong_is_refused_and_said_why(memory: Path, id: str, source: str, target: str, says: str) -> None:
    taking = imported(memory, xliff2((id, source, target)))
    assert says in why(taking)
    assert taking.taken == {}
    assert load(memory, "es") == {}


def test_the_rest_of_a_file_with_a_fault_is_taken(memory: Path) -> None:
    taking = imported(memory, xliff2(("s1.0", DOSE, "Tome 50 mg cada 8 horas."), ("s1.1", "Rest.", "Descanse.")))
    assert (set(taking.taken), [one.id for one in taking.declined]) == ({"s1.1"}, ["s1.0"])


def test_an_override_takes_its_own_sentence_and_no_other(memory: Path) -> None:
    data = xliff2(("s1.0", DOSE, "Tome 50 mg cada 8 horas."), ("s2.0", LINKED, "Lea."))
    taking = imported(memory, data, Signature(ANA, DAY, override(["s1.0=dose raised by Dr Bay"])))
    assert taking.taken["s1.0"].override_reason == "dose raised by Dr Bay"
    assert [one.id for one in taking.declined] == ["s2.0"]
    with pytest.raises(UsageError, match=r"no sentence s7\.7"):
        imported(memory, data, Signature(ANA, DAY, override(["s7.7=why not"])))


@pytest.mark.parametrize("given", ["s1.0", "=reason", "s1.0= "])
def test_an_override_without_a_reason_is_a_usage_error(given: str) -> None:
    with pytest.raises(UsageError, match="no id or no reason"):
        override([given])


@pytest.mark.parametrize("state", ["initial", "translated", "", "REVIEWED"])
def test_only_reviewed_or_final_is_taken(memory: Path, state: str) -> None:
    taking = imported(memory, xliff2(("s1.1", "Rest.", "Descanse."), state=state))
    assert (taking.taken, taking.declined, len(taking.left)) == ({}, [], 1)
    assert set(imported(memory, xliff2(("s1.1", "Rest.", "Descanse."), state="final")).taken) == {"s1.1"}


def test_only_approved_is_taken_of_version_1_2(memory: Path) -> None:
    assert imported(memory, xliff12(("s1.1", "Rest.", "Descanse."), approved="no")).taken == {}
    final = xliff12(("s1.1", "Rest.", "Descanse."), approved="no").replace(b"<target>", b'<target state="final">')
    assert set(imported(memory, final).taken) == {"s1.1"}


def test_a_unit_the_tool_cut_in_two_is_one_sentence(memory: Path) -> None:
    parts = (
        '<unit id="s1.0"><segment state="reviewed"><source>Take 5 mg </source><target>Tome 5 mg </target></segment>'
        '<segment state="{}"><source>every 8 hours.</source><target>cada 8 horas.</target></segment></unit>'
    )
    assert imported(memory, xliff2(inside=parts.format("translated"))).taken == {}
    taken = imported(memory, xliff2(inside=parts.format("final"))).taken
    assert taken["s1.0"].target == "Tome 5 mg cada 8 horas."


def test_one_sentence_with_two_translations_is_refused(memory: Path) -> None:
    taking = imported(memory, xliff2(("s1.1", "Rest.", "Descanse."), ("s2.1", "Rest.", "Repose.")))
    assert {one.id for one in taking.declined} == {"s1.1", "s2.1"}
    same = imported(memory, xliff2(("s1.1", "Rest.", "Descanse."), ("s2.1", "Rest.", "Descanse.")))
    assert len(same.taken) == 2
    assert [place.segment for place in load(memory, "es")["Rest."].places] == ["s1.1", "s2.1"]


def test_an_id_that_stands_twice_is_refused(memory: Path) -> None:
    taking = imported(memory, xliff2(("s1.1", "Rest.", "Descanse."), ("s1.1", "Rest.", "Repose.")))
    assert "more than once" in why(taking)


def test_what_another_reviewer_signed_stays_theirs(memory: Path) -> None:
    approve(memory, "es", "Rest.", "Descanse.", Reviewer("Eva", "translator"), "2025-01-01")
    taking = imported(memory, xliff2(("s1.1", "Rest.", "Descanse.")))
    assert (taking.known, taking.taken) == (["s1.1"], {})
    kept = load(memory, "es")["Rest."]
    assert kept.reviewer == Reviewer("Eva", "translator")
    assert [place.segment for place in kept.places] == ["s1.1"]
    imported(memory, xliff2(("s1.1", "Rest.", "Repose.")))
    assert load(memory, "es")["Rest."].reviewer == ANA


LAUGHS = (
    "<!DOCTYPE xliff ["
    + '<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(9))
    + "]>"
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not xml",
        b"<xliff",
        b"<html/>",
        b'<xliff version="3.0" xmlns="urn:x"/>',
        xliff2(("s1.1", "Rest.", "&a8;"), before=LAUGHS),
        xliff2(("s1.1", "Rest.", "&a;"), before='<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/hostname">]>'),
        xliff2(("s1.1", "Rest.", "x"), before='<!DOCTYPE xliff SYSTEM "http://127.0.0.1:9/x.dtd">'),
        b'<!DOCTYPE tmx [<!ENTITY a "x">]><tmx version="1.4"><body/></tmx>',
        "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE tmx [<!ENTITY a 'x'>]><tmx/>".encode("utf-16"),
        xliff2().replace(b'trgLang="es"', b""),
        xliff2().replace(b"</file>", b'</file><file id="b" original="b.txt"/>'),
        b"<a>" * 5_000,
    ],
)
def test_hostile_or_broken_xml_is_one_clear_error(data: bytes) -> None:
    with pytest.raises(InputError, match=r"cannot import sample\.xlf"):
        parse(data, FILE)


def test_what_is_too_large_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large.xlf"
    with large.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(InputError, match="larger than 20 MB"):
        read(large)
    with pytest.raises(InputError, match="cannot be read"):
        read(tmp_path)


def test_a_tmx_of_several_languages_is_asked_which() -> None:
    row = '<tu><tuv xml:lang="en"><seg>Rest.</seg></tuv><tuv xml:lang="es"><seg>Descanse.</seg></tuv>{}</tu>'
    text = f'<tmx version="1.4"><body>{row.format("<tuv xml:lang=" + chr(34) + "fr" + chr(34) + "><seg>R</seg></tuv>")}'
    with pytest.raises(InputError, match="es, fr"):
        parse(f"{text}</body></tmx>".encode(), FILE)
    assert parse(f"{text}</body></tmx>".encode(), FILE, "es").units[0].target.text == "Descanse."


def test_a_reviewer_without_a_name_is_a_usage_error(memory: Path) -> None:
    with pytest.raises(UsageError, match="names its reviewer"):
        imported(memory, xliff2(state="translated"), Signature(Reviewer(" ", "x"), DAY))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(data=st.data())
def test_a_file_torn_anywhere_is_answered_and_never_crashes(memory: Path, data: st.DataObject) -> None:
    whole = data.draw(
        st.sampled_from([xliff2(("s2.0", LINKED, 'L <pc id="1">p</pc>')), xliff12(("s1.0", DOSE, "Tome 5"))])
    )
    at, size = data.draw(st.integers(0, len(whole))), data.draw(st.integers(0, 12))
    torn = whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + size :]
    with suppress(PlainleafError):
        imported(memory, torn)
    for source, one in load(memory, "es").items():
        assert one.holds
        assert source in {segment.text for segment in plain().segments()}
