"""The shared style and script: contrast, size, and nothing from outside."""

import re
from importlib.resources import files

import pytest

ASSETS = files("pipeline.publish").joinpath("assets")
CSS = ASSETS.joinpath("plainleaf.css").read_text("utf-8")
JS = ASSETS.joinpath("reader.js").read_text("utf-8")

THEMES = [
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block)) for block in re.findall(r"\{([^{}]*--paper:[^{}]*)\}", CSS)
]


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definition)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_there_is_a_light_a_dark_and_a_strong_theme_of_each() -> None:
    assert len(THEMES) == 7  # dark twice over: asked for by the system and by the button; and print


@pytest.mark.parametrize("theme", THEMES)
def test_text_has_a_contrast_of_seven_to_one(theme: dict[str, str]) -> None:
    grounds = [theme[name] for name in ("paper", "tint", "notice", "speaking", "good", "bad") if name in theme]
    for ground in grounds:
        assert _contrast(theme["ink"], ground) >= 7
    for ground in (theme["paper"], theme["tint"]):
        assert _contrast(theme["muted"], ground) >= 7
        assert _contrast(theme["accent"], ground) >= 7
    assert _contrast(theme["notice-line"], theme["notice"]) >= 3


def test_both_ways_to_dark_are_the_same() -> None:
    assert THEMES[1] == THEMES[2]
    assert THEMES[4] == THEMES[5]


def test_type_is_large_and_never_italic() -> None:
    (size,) = re.findall(r"color-scheme: light;\n  font-size: (\d+)%;", CSS)
    assert 16 * int(size) / 100 >= 18
    phone = re.search(r"max-width: 30em\) \{.*?:root \{ font-size: ([\d.]+)%", CSS, re.DOTALL)
    assert phone is not None
    assert 16 * float(phone[1]) / 100 >= 18
    assert "font-size: 14pt" in CSS
    assert "italic" not in CSS.replace("no italics", "")
    assert "justify" not in CSS
    assert "text-transform" not in CSS


def test_nothing_comes_from_outside() -> None:
    for text in (CSS, JS):
        assert "//" not in re.sub(r" // .*", "", text)
        assert "@import" not in text
        assert "url(" not in text
    for word in ("fetch(", "XMLHttpRequest", "eval(", "innerHTML", "document.write", "import("):
        assert word not in JS
