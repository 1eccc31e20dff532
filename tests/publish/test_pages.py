"""Pages: whole, safe, right in every language, and with every sentence of the document on them."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import html

from pipeline import publish
from pipeline.document import BlockKind, Document, map_segments
from pipeline.edition import Edition, Handout
from pipeline.publish import layout, pages, text
from pipeline.publish.pictures import Picture
from pipeline.store import Store
from tests.publish import sample
from tests.publish.documents import documents
from tests.publish.html_checks import problems, sentences

PICTURES = {"images/Thermo meter.PNG": Picture("thermo-meter.png", b"", 400, 240)}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file of the sample handout and of the index."""
    root = tmp_path_factory.mktemp("built")
    return build(root)


def build(root: Path) -> dict[str, bytes]:
    store = Store(root / "store")
    handout = sample.handout(store)
    made = publish.run(handout, folder=sample.folder(root / "source"), store=store)
    made += publish.index([publish.entry(handout)], store)
    return {file.path: store.path(file.sha256).read_bytes() for file in made}


def test_every_page_keeps_to_the_rules(built: dict[str, bytes]) -> None:
    pages_made = [path for path in built if path.endswith(".html")]
    assert len(pages_made) == 2 * (1 + 4) + 3
    found = {path: list(problems(built[path], path, built)) for path in pages_made}
    assert not any(found.values()), found


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_says_its_language(built: dict[str, bytes], language: str) -> None:
    root = html.fromstring(built[f"fever/{language}/handout.html"].decode())
    assert (root.get("lang"), root.get("dir")) == (language, "ltr")
    assert root.xpath("//nav[@class='languages']//a[@aria-current='page']/@lang") == [language]


def test_a_machine_translation_says_so_first_and_in_its_own_language(built: dict[str, bytes]) -> None:
    notice = "Esta es una traducción automática que nadie ha revisado."
    for path in built:
        if path.startswith("fever/es/") and path.endswith((".html", ".txt", ".vtt")):
            flat = " ".join(re.sub(r"^! ", "", built[path].decode(), flags=re.MULTILINE).split())
            assert notice in flat, path
    body = html.fromstring(built["fever/es/handout.html"].decode()).xpath("//main")[0]
    assert body[0].get("class") == "notice draft"
    assert b"unreviewed machine translation" not in built["fever/en/handout.html"]


def test_a_refused_sentence_keeps_its_language_and_is_marked(built: dict[str, bytes]) -> None:
    root = html.fromstring(built["fever/es/handout.html"].decode())
    refused = root.xpath("//span[contains(@class, 'refused')]")
    assert [element.get("lang") for element in refused] == ["en"] * 3
    assert [element.getprevious().text for element in refused] == ["En inglés"] * 3
    notices = [element.text_content() for element in root.xpath("//p[@class='notice refusal']")]
    assert notices == [
        "Esta frase no se pudo traducir de forma segura. Se muestra en inglés.",
        "Las frases marcadas «En inglés» no se pudieron traducir de forma segura. Se muestran en inglés.",
    ]


def test_a_refused_title_is_marked_too(tmp_path: Path) -> None:
    document = sample.translated(sample.english(), "es", {}, frozenset({"title"}))
    page = pages.handout(_view(document), [_view(document)])
    root = html.fromstring(page.decode())
    assert root.xpath("string(//h1)").split() == ["En", "inglés", "Fever", "in", "children"]
    assert root.xpath("//h1//span[@lang='en']")
    assert "Esta frase no se pudo traducir" in page.decode()


def test_reviewed_text_is_no_draft() -> None:
    document = map_segments(sample.english(), lambda s: replace(s, state=sample.State.REVIEWED))
    page = pages.handout(_view(replace(document, language="fr")), []).decode()
    assert "traduction automatique" not in page
    assert "Un logiciel a mis ce texte en mots simples" in page


def test_marks_that_could_harm_are_only_words(built: dict[str, bytes]) -> None:
    root = html.fromstring(built["fever/en/handout.html"].decode())
    links = root.xpath("//main//span[contains(@class, 'sentence')]//a/@href")
    assert links == ["tel:+15550100", "https://example.org/fever?child=1&age=3"]
    assert "javascript" not in built["fever/en/handout.html"].decode()
    assert "&lt;b&gt;never&lt;/b&gt;" in built["fever/en/handout.html"].decode()
    assert root.xpath("//main//strong/text()") == ["not", "not", "Picture:"]


def test_a_table_has_headers_for_columns_and_rows(built: dict[str, bytes]) -> None:
    root = html.fromstring(built["fever/en/handout.html"].decode())
    assert root.xpath("//thead//th/@scope") == ["col"] * 3
    assert root.xpath("//tbody//th/@scope") == ["row"] * 2
    assert [len(row) for row in root.xpath("//tr")] == [3, 3, 3]


def test_code_leftovers_and_inferred_descriptions_are_not_in_a_handout(built: dict[str, bytes]) -> None:
    for path, data in built.items():
        if path.startswith(("fever/en/", "fever/es/")) and not path.endswith((".mp3", ".vtt")):
            for hidden in (b"rm -rf", b"Latest Posts", b"sleek ward"):
                assert hidden not in data, path
    for hidden in (b"rm -rf", b"Latest Posts", b"sleek ward"):
        assert hidden in built["fever/report.json"]


def test_pictures_have_their_alt_and_a_missing_one_its_words(built: dict[str, bytes]) -> None:
    root = html.fromstring(built["fever/es/handout.html"].decode())
    assert [(i.get("src"), i.get("alt"), i.get("width")) for i in root.iter("img")] == [
        ("../images/thermo-meter.png", "Un termómetro digital marca 38.5 °C.", "400")
    ]
    assert root.xpath("string(//figure[@class='framed'])").split() == ["Imagen:", "Un", "niño", "bebe", "agua."]
    assert len(root.xpath("//figure")) == 2


def test_every_language_of_the_reader_is_its_own_article(built: dict[str, bytes]) -> None:
    root = html.fromstring(built["fever/index.html"].decode())
    assert [(a.get("id"), a.get("lang"), a.get("dir")) for a in root.iter("article")] == [
        ("en", "en", "ltr"),
        ("es", "es", "ltr"),
    ]
    counts = {
        len(article.xpath(".//*[contains(concat(' ', @class, ' '), ' part ')]")) for article in root.iter("article")
    }
    assert counts == {5}
    assert all(tools.get("hidden") is not None for tools in root.xpath("//*[@data-tools]"))
    assert all(button.get("type") == "button" and button.text.strip() for button in root.iter("button"))


def test_sentences_carry_the_times_of_their_cues(built: dict[str, bytes]) -> None:
    for path in ("fever/index.html", "fever/en/sections/01-medicine-for-fever.html"):
        root = html.fromstring(built[path].decode())
        first = root.xpath("//span[@data-segment='s2.1']")[0]
        assert (first.get("data-start"), first.get("data-end")) == ("1", "2")
    assert b"data-start" not in built["fever/en/handout.html"]


def test_the_contents_nest_as_the_headings_do(built: dict[str, bytes]) -> None:
    root = html.fromstring(built["fever/en/handout.html"].decode())
    assert [link.get("href") for link in root.xpath("//nav[@class='contents']/ol/li/a")] == [
        "#section-medicine-for-fever"
    ]
    assert [link.text_content() for link in root.xpath("//nav[@class='contents']/ol/li/ol/li/a")] == [
        "What to measure",
        "When to call 911",
    ]
    assert [heading.tag for heading in root.iter("h1", "h2", "h3")] == ["h1", "h2", "h2", "h3", "h3"]


def test_the_handout_needs_no_script(built: dict[str, bytes]) -> None:
    assert b"<script" not in built["fever/en/handout.html"]


def _view(document: Document) -> layout.View:
    return layout.view(Edition(document, sample.readability(document, 5.0)), PICTURES, "en")


def _shown(document: Document) -> list[str]:
    """The text of every segment a reader gets, by another way than the pages': from the document itself."""
    texts = [document.title.text]
    for section in document.every_section():
        texts += [] if section.heading is None else [s.text for s in section.heading.segments()]
        for block in section.blocks:
            if block.kind in {BlockKind.CODE, BlockKind.BOILERPLATE, BlockKind.DESCRIPTION}:
                continue
            image = block.image
            if image is not None and image.path not in PICTURES and image.alt is not None:
                texts.append(image.alt.text)
            texts += [s.text for unit in block.units for s in unit.segments]
            texts += [image.caption.text] if image is not None and image.caption is not None else []
    return [" ".join(one.split()) for one in texts]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_no_sentence_is_lost_on_a_page(document: Document) -> None:
    view = _view(document)
    page = pages.handout(view, [view])
    assert sentences(page) == _shown(document)
    files = {"any/es/handout.html", "any/index.html", "any/es/handout.txt", "index.html", "assets/plainleaf.css"}
    files |= {"any/images/thermo-meter.png"}
    assert list(problems(page, "any/es/handout.html", files)) == []
    plain = " ".join(text.whole(view).replace("\n>", "\n").split())
    for one in _shown(document):
        assert re.sub(r"\W", "", one) in re.sub(r"\W|https://example.org/a|tel:911", "", plain)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_whatever_the_text_every_page_keeps_to_the_rules(document: Document) -> None:
    english = replace(document, language="en")
    plain = Edition(english, sample.readability(english, 5.0))
    handout = Handout(plain, plain, (Edition(document, sample.readability(document, 5.0)),))
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "store")
        made = publish.run(handout, folder=sample.folder(Path(folder) / "source"), store=store)
        made += publish.index([publish.entry(handout)], store)
        files = {file.path: file.sha256 for file in made}
        for path, digest in files.items():
            if path.endswith(".html"):
                assert list(problems(store.path(digest).read_bytes(), path, files)) == [], path
