"""What is known of a language: the tables in data/*.toml, ready for look-up."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.errors import UsageError
from pipeline.facts.tokens import Phrases, fold

LANGUAGES = ("en", "es", "fr", "pt", "ca", "it", "gl")
TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})


@dataclass(frozen=True, slots=True)
class TurnedRound:
    """Hedges that open a condition ("Should a rash appear, …"), and what tells that they do inside a sentence."""

    words: frozenset[str]
    subjects: frozenset[str]  # right behind
    not_behind: frozenset[str]  # not in front, in the same sentence


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's tables. Every phrase is folded; see data/en.toml for what each table means."""

    language: str
    decimal: str
    thousands: str
    spaced: bool
    date_order: str
    month_capital: bool
    numbers: Phrases  # value: a fraction as text; "x1000" for a scale; "#2" for an ordinal; "" for no number
    joiners: frozenset[str]
    articles: frozenset[str]
    ambiguous: frozenset[str]
    alone: frozenset[str]
    loose_numbers: frozenset[str]
    ordinal_endings: frozenset[str]
    between: frozenset[str]
    range: Phrases
    plus_half: Phrases
    units: Phrases
    times: Phrases
    counts: Phrases
    per: Phrases
    every: Phrases
    whole: Phrases
    step: frozenset[tuple[str, str]]
    months: Phrases
    short_months: frozenset[str]
    weekdays: Phrases
    month_after: frozenset[str]
    date_between: frozenset[str]
    at: Phrases
    hour_mark: Phrases
    meridiem: Phrases  # "am", "pm"; "am?" and "pm?" only after `at` or with minutes
    noon: Phrases
    negation: Phrases
    verbal: frozenset[str]
    partners: frozenset[str]
    concord: frozenset[str]
    prefixes: tuple[str, ...]
    no_prefixes: tuple[str, ...]
    openers: frozenset[str]
    prepositions: frozenset[str]
    restrictive: frozenset[str]
    before_verbal: frozenset[str]
    alone_verbs: frozenset[str]
    empty_after_unless: bool
    conditional: frozenset[str]
    orders: Phrases  # "anywhere", or "start" of a clause
    order_openers: frozenset[str]
    hedges: Phrases
    loose_hedges: Phrases
    turned_round: TurnedRound
    call: frozenset[str]
    instruction: Phrases
    relations: Phrases  # "before", "after", "with"
    determiners: frozenset[str]
    events: Phrases  # "food", "bed", "care"
    timed: Phrases  # words that say relation and event at once: "after care"
    both_marks: bool


def base(language: str) -> str:
    """The language of a BCP 47 tag: "pt" for "pt-BR". Raises UsageError where the gate does not know it."""
    name = language.replace("_", "-").split("-")[0].lower()
    if name not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise UsageError(f"The facts gate has no rules for the language “{language}”.", f"Use one of: {known}.")
    return name


def table(name: str) -> dict[str, Any]:
    """One TOML file of the data folder."""
    return tomllib.loads(files("pipeline.facts").joinpath("data", f"{name}.toml").read_text("utf-8"))


@cache
def common() -> dict[str, Any]:
    """What every language shares."""
    return table("common")


@cache
def lexicon(language: str) -> Lexicon:
    """The tables of a language. Raises UsageError for one the gate does not know."""
    name = base(language)
    data = table(name)
    number, frequency, date, clock = data["number"], data["frequency"], data["date"], data["time"]
    negation, hedge = data["negation"], data["hedge"]
    return Lexicon(
        language=name,
        decimal=number["decimal"],
        thousands=number["thousands"],
        spaced=number["spaced"],
        date_order=date["order"],
        month_capital=date["month_capital"],
        numbers=_numbers(number),
        joiners=_set(number["joiners"]),
        articles=_set(number["articles"]),
        ambiguous=_set(number["ambiguous"]),
        alone=_set(number["alone"]),
        loose_numbers=_set(number["loose"]),
        ordinal_endings=_set(number["ordinal_endings"]),
        between=_set(number["between"]),
        range=_same(number["range"]),
        plus_half=_same(number["plus_half"]),
        units=_units(data["units"]),
        times=_same(frequency["times"]),
        counts=Phrases((word, str(count)) for word, count in frequency["counts"].items()),
        per=_same(frequency["per"]),
        every=_same(frequency["every"]),
        whole=Phrases.of({"": frequency["none"], **frequency["whole"]}),
        step=frozenset((pair.split("|")[0], pair.split("|")[1]) for pair in frequency["step"]),
        months=Phrases((name, str(n)) for n, names in enumerate(date["months"], 1) for name in names),
        short_months=frozenset(fold(name) for names in date["months"] for name in names[1:]),
        weekdays=Phrases((name, str(n)) for n, names in enumerate(date["weekdays"], 1) for name in names),
        month_after=_set(date["month_after"]),
        date_between=_set(date["between"]),
        at=_same(clock["at"]),
        hour_mark=_same(clock["hour_mark"]),
        meridiem=Phrases.of(
            {
                "am": clock["morning"],
                "pm": clock["afternoon"],
                "am?": clock.get("morning_at", []),
                "pm?": clock.get("afternoon_at", []),
            }
        ),
        noon=Phrases.of({"12:00": clock["noon"], "00:00": clock["midnight"]}),
        negation=Phrases.of(
            {
                "": negation["not_negation"],
                "unless": negation["unless"],
                "never": negation["never"],
                "avoid": negation["avoid"],
                "without": negation["without"],
                "not": negation["not"],
                **{f"hidden {meaning}": words for meaning, words in negation["hidden"].items()},
                "loose": negation["loose"],
                "concord": negation["concord"],
            }
        ),
        verbal=_set(negation["verbal"]),
        partners=_set(negation["partners"]),
        concord=_set(negation["concord"]),
        prefixes=tuple(negation["prefixes"]),
        no_prefixes=tuple(negation["no_prefixes"]),
        openers=_set(negation["openers"]),
        prepositions=_set(negation["prepositions"]),
        restrictive=_set(negation["restrictive"]),
        before_verbal=_set(negation["before_verbal"]),
        alone_verbs=_set(negation["alone_verbs"]),
        empty_after_unless=negation["empty_after_unless"],
        conditional=_set(negation["conditional"]),
        orders=Phrases.of(negation["orders"]),
        order_openers=_set(negation["order_openers"]),
        hedges=Phrases.of(
            {"": hedge["not_hedges"]} | {c: hedge[c] for c in ("required", "recommended", "likely", "possible")}
        ),
        loose_hedges=_same(hedge["loose"]),
        turned_round=TurnedRound(**{name: _set(words) for name, words in hedge["turned_round"].items()}),
        call=_set(data["phone"]["call"]),
        instruction=Phrases.of({"": data["instruction"]["none"], **_without(data["instruction"], "none")}),
        relations=Phrases.of(
            {
                "before": data["instruction"]["before"],
                "after": data["instruction"]["after"],
                "with": data["timing"]["with"],
            }
        ),
        determiners=_set(data["timing"]["determiners"]),
        events=Phrases.of(_without(data["timing"], "with", "determiners", "words")),
        timed=Phrases.of(data["timing"]["words"]),
        both_marks=number["both_marks"],
    )


def _without(entries: dict[str, list[str]], *names: str) -> dict[str, list[str]]:
    return {name: phrases for name, phrases in entries.items() if name not in names}


def _set(words: list[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _same(phrases: list[str]) -> Phrases:
    return Phrases((phrase, phrase) for phrase in phrases)


def _units(own: dict[str, list[str]]) -> Phrases:
    shared = common()["units"]
    return Phrases.of({unit: [*own.get(unit, []), *shared.get(unit, [])] for unit in {**shared, **own}})


def _numbers(number: dict[str, Any]) -> Phrases:
    entries = [(phrase, "") for phrase in number["not_numbers"]]
    entries += [(word, str(Fraction(value))) for word, value in number["fractions"].items()]
    entries += [(word, f"x{value}") for word, value in number["scales"].items()]
    entries += [(word, str(value)) for word, value in number["words"].items()]
    entries += _glued(number["words"]) if number.get("glued") else []
    entries += [(word, f"#{value}") for word, value in number["ordinals"].items()]
    return Phrases(entries)


def _glued(words: dict[str, int]) -> list[tuple[str, str]]:
    """Hundreds written together with what follows, the last vowel dropped before another: centotto."""
    hundreds = [(word, value) for word, value in words.items() if 100 <= value < 1000]
    small = [(word, value) for word, value in words.items() if 0 < value < 100]
    pairs = [(hundred, word, high + low) for hundred, high in hundreds for word, low in small]
    whole = [(hundred + word, str(value)) for hundred, word, value in pairs]
    return whole + [(hundred[:-1] + word, str(value)) for hundred, word, value in pairs if word.startswith("o")]
