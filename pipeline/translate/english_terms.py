"""The forms in which an English health word of ours can stand in a text, with the tags an Apertium pair reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.glossary import inflect, terms

Form = tuple[str, str]  # as written, tags


def forms(kind: str, word: str, target: str) -> list[Form]:
    """Every form of a "noun", "adjective", "verb" or "adverb", in American and British spelling."""
    made = list(_forms(kind, word, target))
    return list(dict.fromkeys([*made, *((_british(form), tags) for form, tags in made)]))


def _forms(kind: str, word: str, target: str) -> Iterator[Form]:
    if kind == "noun":
        if word not in terms.table("en")["plural_only"]:
            yield word, "<n><sg>"
        yield plural(word), "<n><pl>"
    elif kind == "adjective":
        yield word, "<adj>"
    elif kind == "adverb":
        yield word, "<adv>"
    else:
        yield from _verb(word, target)


def plural(noun: str) -> str:
    """The plural of a noun of the list."""
    if noun in terms.table("en")["plural_only"]:
        return noun
    return str(terms.table("en")["plural"].get(noun) or inflect.noun(noun, plural=True))


def _verb(word: str, target: str) -> Iterator[Form]:
    third, past, participle, gerund = (inflect.verb(word, form) for form in ("third", "past", "participle", "gerund"))
    yield from ((word, f"<vblex>{form}") for form in ("<inf>", "<pres>"))
    yield third, f"<vblex>{'<pres>' if target == 'ca' else '<pri>'}<p3><sg>"  # as each pair calls it
    yield past, "<vblex><past>"
    yield participle, "<vblex><pp>"
    yield from ((gerund, f"<vblex>{form}") for form in ("<ger>", "<pprs>", "<subs>"))


def _british(form: str) -> str:
    return _spellings().sub(lambda found: terms.table("en")["british"][found[0]], form)


@cache
def _spellings() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(terms.table("en")["british"], key=len, reverse=True))))
