import pytest

from pipeline.publish.links import is_shown_by, safe_href


@pytest.mark.parametrize(
    "href",
    [
        "https://www.nhs.uk/conditions/",
        "HTTP://example.org",
        "http://example.org:8080/a?b=c&d=e#f",
        "mailto:care@example.org",
        "tel:+1-555-0100",
        "tel:911",
    ],
)
def test_a_link_a_patient_can_use_is_kept_as_written(href: str) -> None:
    assert safe_href(href) == href
    assert safe_href(f"  {href}\n") == href


@pytest.mark.parametrize(
    "href",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/x",
        "\\\\server\\share",
        "https:\\\\evil.example",
        "https://",
        "https:///path",
        "https://bank.example@evil.example/",
        "https://[bad",
        "mailto:",
        "ftp://example.org",
        "page.html",
        "../../secret",
        "#section",
    ],
)
def test_any_other_link_is_dropped(href: str | None) -> None:
    assert safe_href(href) is None


def test_an_address_its_words_already_say_is_not_repeated() -> None:
    assert is_shown_by("https://www.example.org/", "example.org")
    assert is_shown_by("mailto:care@example.org", "care@example.org")
    assert is_shown_by("tel:+15550100", "+1 (555) 0100")
    assert not is_shown_by("https://example.org/a", "the help page")
    assert not is_shown_by("tel:911", "the nurse line")
