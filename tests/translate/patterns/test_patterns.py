"""Every pattern in every language: whole, with its parameters once, past the gate; and nothing close by."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from pipeline import facts
from pipeline.translate import gate
from pipeline.translate.engine import Draft
from pipeline.translate.patterns import LANGUAGES, Patterns, data
from pipeline.translate.patterns.data import Pattern
from tests.translate.patterns.generate import FIXED, Sentence, sentences

PATTERNS = data.load().patterns
NAMES = [pattern.name for pattern in PATTERNS]
GOLDEN = Path(__file__).parent / "spanish.golden"
DIGITS = re.compile(r"\d+")


@cache
def engine(language: str) -> Patterns:
    return Patterns(language)


def said(sentence: str, language: str = "es") -> str | None:
    (draft,) = engine(language).translate([sentence])
    return None if draft is None else draft.text


def made(pattern: Pattern) -> tuple[Sentence, ...]:
    return _made(pattern.name)


@cache
def _made(name: str) -> tuple[Sentence, ...]:
    return tuple(sentences(PATTERNS[NAMES.index(name)]))


def test_there_are_at_least_150_and_all_are_drafts() -> None:
    assert len(PATTERNS) >= 150
    folder = Path(data.own_folder()) / "instructions"
    assert all("DRAFT, unreviewed" in path.read_text("utf-8") for path in folder.glob("*.toml"))


@pytest.mark.parametrize("pattern", PATTERNS, ids=NAMES)
def test_examples_match_and_near_misses_do_not(pattern: Pattern) -> None:
    for language in LANGUAGES:
        answers = [said(example, language) for example in pattern.examples]
        assert None not in answers
        assert all(said(miss, language) not in answers for miss in pattern.misses)


@pytest.mark.parametrize("pattern", PATTERNS, ids=NAMES)
def test_every_wording_is_said_in_every_language(pattern: Pattern) -> None:
    for sentence in made(pattern):
        for language in LANGUAGES:
            text = said(sentence.text, language)
            assert text is not None, (language, sentence.text)
            assert not re.search(r"[{}\[\]|#]", text), text
            assert figures(text) == figures(sentence.text) or clock(sentence), (sentence.text, text)


def figures(text: str) -> list[str]:
    """The numbers of a text without their signs; 1 and 2 may be words, or a dual in Arabic."""
    found = re.findall(r"\d+(?:[.,]\d+)*", text)
    numbers = [figure.replace(",", "") if re.fullmatch(r"\d,\d{3}", figure) else figure for figure in found]
    return sorted(number.replace(",", ".") for number in numbers if number not in ("1", "2"))


def clock(sentence: Sentence) -> bool:
    """Whether a time of day is told, which languages count to twelve or to twenty-four; see test_values."""
    return bool(set(sentence.values) & set(FIXED["time"]))


@pytest.mark.parametrize("pattern", PATTERNS, ids=NAMES)
def test_the_gate_lets_every_sentence_pass(pattern: Pattern) -> None:
    for sentence in made(pattern):
        for language in sorted(set(facts.LANGUAGES) & set(LANGUAGES)):
            text = said(sentence.text, language)
            assert text is not None
            assert gate.judge(sentence.text, Draft(text), language).reasons == (), (language, sentence.text, text)


@pytest.mark.parametrize("pattern", PATTERNS, ids=NAMES)
def test_a_word_more_or_a_not_more_or_less_is_another_sentence(pattern: Pattern) -> None:
    for sentence in made(pattern):
        text = said(sentence.text)
        for change in changed(sentence.text):
            assert said(change) != text, change


def changed(sentence: str) -> list[str]:
    """The sentence with a "not" lost or added, words around it, or a number changed."""
    changes = [f"Now {sentence}", f"{sentence.rstrip('.:')} today.", f"{sentence} Today.", f"If so, {sentence}"]
    lower = sentence[0].lower() + sentence[1:]
    changes += [f"Do not {lower}", f"Never {lower}", f"You do not have to {lower}", f"Not {lower}"]
    for lost in ("Do not ", "Never ", "do not ", " no ", "Avoid ", "Stop "):
        changes += [sentence.replace(lost, "" if lost[0].isupper() else " ", 1)] if lost in sentence else []
    changes += [sentence.replace(" if ", " unless ", 1), sentence.replace(" before ", " after ", 1)]
    for figure in DIGITS.finditer(sentence):
        changes.append(f"{sentence[: figure.start()]}{int(figure[0]) + 1}{sentence[figure.end() :]}")
    return [change for change in changes if change != sentence]


def test_all_examples_in_spanish() -> None:
    """Run `python -m tests.translate.patterns.test_patterns` to write the golden file after a wanted change."""
    assert GOLDEN.read_text("utf-8") == golden()


def golden() -> str:
    lines = (f"{example}\n    {said(example)}\n" for pattern in PATTERNS for example in pattern.examples)
    return "".join(lines)


if __name__ == "__main__":
    GOLDEN.write_text(golden(), "utf-8")
