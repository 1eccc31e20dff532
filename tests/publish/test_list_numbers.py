"""A step list that goes on after a break shows the numbers of its source."""

from __future__ import annotations

from lxml import html

from pipeline import read
from pipeline.edition import Edition
from pipeline.publish import layout, pages, text
from tests.publish import sample

STEPS = b"""Using Eye Drops

Before

1. Wash your hands.
2. Sit down.

The drop

3. Pull down the lid.
4. Squeeze the bottle.
"""


def test_a_list_goes_on_with_its_number() -> None:
    document = read.run(STEPS, "drops.txt").document
    view = layout.view(Edition(document, sample.readability(document, 5.0)), {}, "en")
    plain = text.whole(view)
    assert "1. Wash your hands.\n2. Sit down." in plain
    assert "3. Pull down the lid.\n4. Squeeze the bottle." in plain
    page = html.document_fromstring(pages.handout(view, [view]).decode())
    assert [(e.get("start"), len(e.findall("li"))) for e in page.xpath("//main//ol[not(ancestor::nav)]")] == [
        (None, 2),
        ("3", 2),
    ]
