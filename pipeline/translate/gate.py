"""Whether a draft may stand: the facts of its source, and the known ways in which engines go wrong."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from pipeline import facts
from pipeline.findings import Severity
from pipeline.translate import invented, leftover, length, tongue, writing
from pipeline.translate.engine import Draft

LONGEST_RUN, LONGEST_RUN_OF_SIGNS = 4, 12  # words, or signs, that are looked at together
_WORD_OR_NUMBER = re.compile(rf"{writing.WORD.pattern}|\d+")
_SIGN = re.compile(r"[a-z\d]+|[^\W\d_]")
COPIED = 0.75  # share of words that also stand in the source
SHORT = 4  # words; a sentence this short says nothing about being left as it was


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reasons`: why the draft must not stand, empty if it may; `doubts`: what a reviewer should look at."""

    reasons: tuple[str, ...] = ()
    doubts: tuple[facts.Violation, ...] = ()
    left: tuple[str, ...] = ()  # words that stand untranslated


def judge(source: str, draft: Draft, language: str) -> Verdict:
    """Whether `draft` may stand for the English sentence `source`."""
    violations = facts.compare(source, draft.text, "en", language)
    reasons = [v.message for v in violations if v.severity is Severity.ERROR]
    for check in (length.reason, _repetition, _left_over):
        reason = check(source, draft.text, language)
        if reason:
            reasons.append(reason)
    reason = tongue.reason(draft.text, language)
    if reason:
        reasons.append(reason)
    reasons += invented.reasons(source, draft.text, language)
    left = leftover.words(source, draft.unknown)
    reason = leftover.reason(source, draft.text, left)
    if reason:
        reasons.append(reason)
    return Verdict(tuple(reasons), tuple(v for v in violations if v.severity is not Severity.ERROR), left)


def _repetition(source: str, target: str, language: str) -> str:
    """A loop of the decoder: a few words, or where words are not parted the signs they are written with, on and on."""
    apart = not writing.is_unspaced(language)
    words = (_WORD_OR_NUMBER if apart else _SIGN).findall(target.casefold())
    for size in range(1, (LONGEST_RUN if apart else LONGEST_RUN_OF_SIGNS) + 1):
        # The same few words may well come twice in a list; at once after one another they are a loop.
        for start in range(len(words) - 3 * size + 1):
            run = words[start : start + size]
            again = words[start + size : start + 2 * size] == words[start + 2 * size : start + 3 * size] == run
            if again and not all(word.isdigit() for word in run):
                return f"“{writing.joined(run, language)}” is said over and over"
    if not apart:  # three signs in a row are often one word
        return ""
    own = _WORD_OR_NUMBER.findall(source.casefold())
    grams = Counter(zip(words, words[1:], words[2:], strict=False))
    allowed = max(Counter(zip(own, own[1:], own[2:], strict=False)).values(), default=0) + 2
    gram, times = max(grams.items(), key=lambda item: item[1], default=((), 0))
    return f"“{' '.join(gram)}” is said {times} times" if times > allowed else ""


def _left_over(source: str, target: str, _: str) -> str:
    """The source handed back, or nearly so."""
    words, own = ([w.casefold() for w in writing.WORD.findall(text)] for text in (target, source))
    same = (Counter(words) & Counter(own)).total()
    return "it came back untranslated" if len(own) > SHORT and same >= COPIED * max(len(own), len(words)) else ""
