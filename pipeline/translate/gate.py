"""Whether a draft may stand: the facts of its source, and the known ways in which engines go wrong."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from pipeline import facts
from pipeline.findings import Severity
from pipeline.translate import invented, leftover
from pipeline.translate.engine import Draft

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SHORT = 4  # words; a sentence this short says nothing about length or being left as it was
RATIO = (0.4, 2.5)  # target words to source words


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
    for check in (_length, _repetition, _left_over):
        reason = check(source, draft.text)
        if reason:
            reasons.append(reason)
    reasons += invented.reasons(source, draft.text, language)
    left = leftover.words(source, draft.unknown)
    reason = leftover.reason(source, draft.text, left)
    if reason:
        reasons.append(reason)
    return Verdict(tuple(reasons), tuple(v for v in violations if v.severity is not Severity.ERROR), left)


def _length(source: str, target: str) -> str:
    before, after = len(WORD.findall(source)), len(WORD.findall(target))
    if before <= SHORT or RATIO[0] <= after / before <= RATIO[1]:
        return ""
    return f"{before} words became {after}"


def _repetition(source: str, target: str) -> str:
    """A loop of the decoder: a run of one to four words that stands three times more than in the source."""
    words, own = ([w.casefold() for w in WORD.findall(text)] for text in (target, source))
    for size in range(1, 5):
        # The same few words may well come twice in a list; at once after one another they are a loop.
        for start in range(len(words) - 3 * size + 1):
            run = words[start : start + size]
            if run == words[start + size : start + 2 * size] == words[start + 2 * size : start + 3 * size]:
                return f"“{' '.join(run)}” is said over and over"
    grams = Counter(zip(words, words[1:], words[2:], strict=False))
    allowed = max(Counter(zip(own, own[1:], own[2:], strict=False)).values(), default=0) + 2
    gram, times = max(grams.items(), key=lambda item: item[1], default=((), 0))
    return f"“{' '.join(gram)}” is said {times} times" if times > allowed else ""


def _left_over(source: str, target: str) -> str:
    words, own = ([w.casefold() for w in WORD.findall(text)] for text in (target, source))
    return "it came back untranslated" if len(own) > SHORT and words == own else ""
