"""The words Plainleaf itself says to a reader, in every language it publishes.

They lie in `wording.toml` beside this file, one table a language, for a translator to read and mend.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.errors import UsageError


@dataclass(frozen=True, slots=True)
class Wording:
    """Interface words of one language. Words in braces inside a text are filled in where it is shown."""

    tag: str  # BCP 47, for `lang` attributes
    name: str  # the language's own name
    direction: str  # "ltr" or "rtl"
    languages: Mapping[str, str]  # names of the languages in this one, by key, as inside a sentence

    draft_title: str
    draft_notice: str
    refused_mark: str  # beside one refused sentence
    refused_notice: str  # a section with one refused sentence
    refused_notice_many: str  # a section with more than one; {mark}
    made_notice: str  # at the foot of the plain edition; {source}

    skip_link: str
    contents: str
    languages_label: str
    handout: str
    plain_text: str
    reader: str  # link to the page with sound and all languages
    all_handouts: str
    whole_handout: str
    previous: str
    next: str

    listen: str
    listen_to: str  # {heading}
    listen_to_start: str  # the section before the first heading
    listen_all: str
    stop: str
    speed: str
    speed_slow: str
    speed_normal: str
    speed_fast: str

    reading_tools: str
    side_by_side: str  # followed by a list of languages
    nothing_beside: str  # the list's first choice
    text_size: str
    smaller: str
    larger: str
    contrast: str
    dark: str
    print: str

    picture: str
    picture_without_alt: str
    table: str

    part_summary: str  # headings of the parts that can be added to a page
    part_help: str
    part_actions: str
    part_words: str
    part_questions: str
    added_sentences: str  # says that a part of sentences of the page was added
    added_words: str
    added_questions: str
    ask_about: str  # questions to answer in one's own words
    ask_help: str
    ask_dose: str
    ask_too_much: str
    ask_missed: str
    ask_effects: str
    ask_steps: str
    ask_not: str
    ask_appointment: str
    ask_words: str


NOTED = "wording."
"""Begins the `note` of a segment that is one of these texts; its name follows."""


def noted(note: str | None, language: str) -> str | None:
    """The text that a segment's note names, in `language`; None where it names none or the language has no wording."""
    name = "" if note is None else note.removeprefix(NOTED)
    if name == (note or "") or language.split("-")[0] not in LANGUAGES:
        return None
    return str(getattr(wording(language), name))


@cache
def _table() -> dict[str, dict[str, object]]:
    tables: dict[str, dict[str, object]] = tomllib.loads(files("pipeline").joinpath("wording.toml").read_text("utf-8"))[
        "language"
    ]
    return tables


LANGUAGES: tuple[str, ...] = ("en", "es", "fr", "pt", "it", "ca", "gl")
"""Keys of the languages that have wording, in the order pages list them."""


def key(language: str) -> str:
    """The key of a BCP 47 tag: "pt" for "pt-BR". Raises UsageError for a language without wording."""
    primary = language.replace("_", "-").split("-")[0].lower()
    if primary not in LANGUAGES:
        raise UsageError(
            f"no wording for the language {language!r}.",
            f"Languages with wording: {', '.join(LANGUAGES)}. Add a table to pipeline/wording.toml for another.",
        )
    return primary


@cache
def wording(language: str, source: str = "en") -> Wording:
    """The wording of `language`; notices that speak of the language translated from name `source`.

    Raises UsageError for a language without wording.
    """
    row = _table()[key(language)]
    names = row["languages"]
    if not isinstance(names, Mapping):
        raise TypeError("languages is a table")
    name = names[key(source)]
    texts = {field: text.replace("{language}", name) for field, text in row.items() if isinstance(text, str)}
    return Wording(languages=names, **texts)
