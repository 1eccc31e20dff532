import pytest
from hypothesis import given
from lxml import html

from pipeline.document import Mark, Segment, State
from pipeline.publish.inline import inline, sentence
from pipeline.wording import wording
from tests.publish.documents import segments

LINK = "https://example.org/"


def _segment(text: str, *marks: Mark) -> Segment:
    return Segment("s1", text, marks=marks)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((), "Do not stop"),
        ((Mark("strong", 3, 6),), "Do <strong>not</strong> stop"),
        ((Mark("emphasis", 3, 6),), "Do <strong>not</strong> stop"),
        ((Mark("code", 3, 6),), "Do <code>not</code> stop"),
        ((Mark("strong", 0, 6), Mark("code", 3, 6)), "<strong>Do <code>not</code></strong> stop"),
        ((Mark("strong", 0, 6), Mark("strong", 3, 11)), "<strong>Do not</strong><strong> stop</strong>"),
        ((Mark("strong", 9, 99),), "Do not st<strong>op</strong>"),
        ((Mark("strong", 6, 3),), "Do not stop"),
        ((Mark("blink", 0, 3),), "Do not stop"),
        ((Mark("link", 0, 6, "javascript:x"),), "Do not stop"),
        ((Mark("link", 0, 6),), "Do not stop"),
    ],
)
def test_marks_become_the_elements_we_know(marks: tuple[Mark, ...], expected: str) -> None:
    assert inline(_segment("Do not stop", *marks)) == expected


def test_a_strong_word_half_inside_a_link_stays_well_formed() -> None:
    made = inline(_segment("Read this page now", Mark("link", 5, 14, LINK), Mark("strong", 10, 18)))
    root = html.fragment_fromstring(f"<p>{made}</p>")
    assert root.text_content() == "Read this page now"
    assert root.xpath("string(//a)") == "this page"
    assert root.xpath("//strong/text()") == ["page", " now"]


def test_markup_in_a_text_is_shown_and_never_obeyed() -> None:
    text = """<script>alert("1")</script> & 'x' {{ 7 * 7 }} <img src=x onerror=y>"""
    root = html.fragment_fromstring(f"<p>{inline(_segment(text))}</p>")
    assert root.text_content() == text
    assert not root.xpath("//script | //img")


def test_a_hostile_address_cannot_leave_its_attribute() -> None:
    made = inline(_segment("here", Mark("link", 0, 4, 'https://e.org/"onclick="x')))
    root = html.fragment_fromstring(f"<p>{made}</p>")
    assert set(root.xpath("//a")[0].attrib) == {"href", "rel"}


@pytest.mark.parametrize(
    "dose", ["5 mL", "7.5 mL", "0,5 mg", "38.5 °C", "20 µg", "500\u00a0mg", "3 días", "10 seconds", "2 comprimés"]
)
def test_a_number_is_not_torn_from_its_unit(dose: str) -> None:
    assert f'<span class="together">{dose}</span>' in inline(_segment(f"Take {dose} now."))


def test_a_number_before_a_very_long_word_may_end_a_line() -> None:
    assert inline(_segment("Take 2 suppositorios-espuma.")) != inline(_segment("Take 2 hydrochlorothiazides."))
    assert inline(_segment("Take 2 hydrochlorothiazides.")) == "Take 2 hydrochlorothiazides."


def test_a_refused_sentence_is_marked_in_the_readers_language() -> None:
    refused = Segment("s1", "Do not wait.", state=State.REFUSED, language="en")
    made = sentence(refused, wording("gl"), {"s1": (1.25, 2.0)})
    assert made == (
        '<span class="mark">En inglés</span> <span class="sentence refused" lang="en" dir="ltr"'
        ' data-segment="s1" data-start="1.25" data-end="2">Do not wait.</span>'
    )


@given(segments())
def test_whatever_the_marks_the_text_is_whole(segment: Segment) -> None:
    root = html.fragment_fromstring(f"<p>{inline(segment)}</p>")
    assert root.text_content() == segment.text
    assert not [link for link in root.xpath("//@href") if not link.startswith(("https://", "tel:"))]


@pytest.mark.parametrize(
    ("language", "attributes"),
    [
        (None, ""),
        ("en", ""),
        ("en-GB", ""),
        ("es", ' lang="es" dir="ltr"'),
        ("de", ' lang="de" dir="ltr"'),
        ("ar", ' lang="ar" dir="rtl"'),
    ],
)
def test_a_sentence_in_another_language_says_so(language: str | None, attributes: str) -> None:
    made = sentence(Segment("s1", "Text.", language=language), wording("en"), {})
    assert made == f'<span class="sentence"{attributes}>Text.</span>'
