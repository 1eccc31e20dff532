"""Which line ends of running text part units, and which must never."""

from __future__ import annotations

import pytest

from pipeline.read import run

APART = {
    "an address": "Sample Clinic\nOne Long Road,\nSampletown\n",
    "phones": "Front desk 555-0110\nNight line 555-0111\n",
    "short numbers": "Emergency 911\nPoison line 112\n",
    "labels": "Take this with food.\nMorning: 1 tablet\nNight: 2 tablets\n",
    "times": "9 a.m. Breakfast\n11 a.m. Walk\n",
    "a question": "Is it safe?\nYes, for most people.\n",
    "an introduction": "Bring these with you:\nYour card\n",
}
TOGETHER = {
    "an order": "Do not take\nAspirin with this medicine\n",
    "a name": "Ask for Dr.\nLee at the desk\n",
    "small letters": "Call 555-0110\nto change your visit\n",
    "an order in short lines": "Never mix\nWine\nBeer\nTablets\n",
    "a list in a sentence": "Bring your card,\nYour letter,\nyour tablets and\nWater\n",
    "a phone at a full line": "Call the clinic as soon as you can, day or night, on 555-0110\n"
    "Monday too. You can ask for the nurse who saw you, or for any\nother nurse there.\n",
}


def _texts(data: str, name: str) -> list[str]:
    document = run(data.encode(), name).document
    return [unit.text for section in document.every_section() for block in section.blocks for unit in block.units]


@pytest.mark.parametrize("name", APART)
def test_lines_that_stand_by_themselves(name: str) -> None:
    source = APART[name]
    assert _texts("Title of It\n\nsome words.\n\n" + source, "a.txt")[1:] == source.splitlines()


@pytest.mark.parametrize("name", TOGETHER)
def test_a_sentence_is_never_torn(name: str) -> None:
    source = TOGETHER[name]
    assert _texts("Title of It\n\nsome words.\n\n" + source, "a.txt")[1:] == [" ".join(source.split())]


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        ("<p>Ward 4<br>Sample Clinic", ["Ward 4", "Sample Clinic"]),
        ("<p>Do not take<br>Aspirin", ["Do not take Aspirin"]),
        ("<p>Take it with food<br>and water", ["Take it with food and water"]),
        ("<p><b>Do not</b><br>Take it", ["Do not Take it"]),
        ("<p><b>Note</b><br>Keep it dry", ["Note", "Keep it dry"]),
        ("<pre>rest\nice\n\nCall <b>us</b></pre>", ["rest", "ice", "Call us"]),
        ("<pre>Take the tablets and\ndo not\nstop</pre>", ["Take the tablets and do not stop"]),
        ("<p>Bring:<br>• a card<br>• a pen", ["Bring:", "a card", "a pen"]),
    ],
)
def test_breaks_of_a_page(page: str, texts: list[str]) -> None:
    assert _texts(f"<h1>T</h1>{page}", "a.html") == texts


def test_marks_and_places_stay_with_their_lines() -> None:
    reading = run(b"# T\n\nFront [desk](https://e.org/d) 555-0110\nNight *line* 555-0111\n", "a.md")
    assert reading.document.lead is not None
    found = [segment for block in reading.document.lead.blocks for segment in block.segments()]
    assert [(m.kind, s.text[m.start : m.end]) for s in found for m in s.marks] == [
        ("link", "desk"),
        ("emphasis", "line"),
    ]
    assert [reading.text[s.span.start : s.span.end] for s in found if s.span] == [
        "Front [desk](https://e.org/d) 555-0110",
        "Night *line* 555-0111",
    ]
