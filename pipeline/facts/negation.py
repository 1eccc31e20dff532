"""Negation: every cue that turns a statement around, those that only repeat another one set apart."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.facts.model import Fact, Weight
from pipeline.facts.scan import Scan

_REACH = 12  # tokens within which a second cue repeats the first: no … nunca, ne … pas, neither … nor
_LONG_WORD = 8  # letters; shorter words with such a beginning are mostly other words
_CLAUSE_ENDS = frozenset(".;:!?")
_FREE = frozenset({"hidden", "loose", "concord"})


def find(scan: Scan) -> Iterator[Fact]:
    """Negation cues: "not", "never", "unless" and "avoid" count; "hidden", "loose" and "concord" may only match."""
    last_cue, last_word, last_value = -_REACH - 1, "", ""
    position = 0
    for match in scan.lexicon.negation.scan(scan.text, scan.tokens):
        if any(token.text in _CLAUSE_ENDS for token in scan.tokens[position : match.first]):
            last_cue = -_REACH - 1
        position = match.last
        if match.value == "":
            continue
        word = scan.tokens[match.first].text
        if word in scan.lexicon.partners and match.first - last_cue <= _REACH:
            continue
        indefinite = last_word in scan.lexicon.concord and last_word not in scan.lexicon.verbal
        again = word in scan.lexicon.verbal and not (indefinite or last_value == "unless")
        repeats = word in scan.lexicon.concord and match.first - last_cue <= _REACH and not again
        value = "concord" if repeats else match.value
        if value not in _FREE:
            last_cue, last_word, last_value = match.first, word, value
        yield scan.fact("negation", value, match.first, match.last, Weight.FREE if value in _FREE else Weight.FIRM)
    yield from _prefixed(scan)


def _prefixed(scan: Scan) -> Iterator[Fact]:
    """Words whose beginning denies the rest: nonessential, unprotected."""
    prefixes, exceptions = scan.lexicon.prefixes, scan.lexicon.no_prefixes
    for index, token in enumerate(scan.tokens):
        long = token.is_word and len(token.text) >= _LONG_WORD and bool(prefixes) and token.text.startswith(prefixes)
        if (
            long
            and not token.text.startswith(exceptions)
            and scan.lexicon.negation.at(scan.text, scan.tokens, index) is None
        ):
            yield scan.fact("negation", "hidden", index, index + 1, Weight.FREE)
