"""Web page furniture, and lines that only look like it."""

from __future__ import annotations

import pytest

from pipeline.document import BlockKind
from pipeline.read import boilerplate, run

FURNITURE = """
Latest Posts
Recent articles
Related Articles:
You may also like
Share this
Share this page on Facebook
Follow us on Twitter and Facebook
Cookie policy
Privacy Policy | Terms of Use
© 2024 Sample Clinic
Copyright 2023 Sample Clinic. All rights reserved.
Read more »
Back to top
Skip to main content
Leave a comment
Subscribe to our newsletter
5 min read
Tags: sleep, pain
Advertisement
Home | About us | Contact
Was this page helpful? Yes / No
""".strip().splitlines()
BODY = """
Share this with your doctor.
Read more about the test before you come.
Home care after the operation
Related illnesses in the family
Contact the clinic if the pain gets worse
Menu for the first week
Back pain
Print your name on the form
Comments from your doctor
The latest posts of the fence were painted.
Sign up for the class by phone.
Copyright law does not matter here.
Top tips
Next visit
Morning | Noon | Night
Like most drugs, it can harm.
""".strip().splitlines()


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    assert boilerplate.reason(line, "en")


@pytest.mark.parametrize("line", BODY)
def test_body(line: str) -> None:
    assert boilerplate.reason(line, "en") is None


@pytest.mark.parametrize(("line", "language"), [("Artículos relacionados", "es"), ("Lire la suite", "fr-CA")])
def test_other_languages(line: str, language: str) -> None:
    assert boilerplate.reason(line, language)


def test_a_line_within_a_paragraph_is_body() -> None:
    text = b"A Title\n\nRest for a day, then walk.\nLatest Posts\nwere seen on the wall. Drink water.\n"
    kinds = [block.kind for block in (run(text, "a.txt").document.lead or pytest.fail("no lead")).blocks]
    assert kinds == [BlockKind.PARAGRAPH]


def test_a_heading_with_body_below_stays() -> None:
    text = b"# Sleep\n\n## Related articles\n\nTwo trials found that walking helps. They were small.\n"
    document = run(text, "a.md").document
    assert [section.heading.text for section in document.sections if section.heading] == ["Related articles"]
    assert document.sections[0].blocks[0].kind is BlockKind.PARAGRAPH
