"""The gate once more, over a whole section: what each sentence kept, all of them together must keep too."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline import score
from pipeline.simplify import gate
from pipeline.simplify.rewrite import Work

_UNDONE = "the section would not be easier"
_SURE = 0.05  # rating points; what the model of difficulty cannot tell apart


def hold(works: Sequence[Work]) -> None:
    """Undo what a section cannot bear: everything where its facts differ, else the sentences that made it harder."""
    changed = [work for work in works if work.sentences != [work.source]]
    if not changed:
        return
    reason = gate.facts_kept("\n\n".join(_source(works)), "\n\n".join(_plain(works)))
    if reason is not None:
        for work in changed:
            work.keep_source(f"in its section, {reason[0].lower()}{reason[1:]}")
        return
    limit = score.text_difficulty(_source(works)) + _SURE
    if score.text_difficulty(_plain(works)) <= limit:
        return
    risen = sorted(((_rise(work), work) for work in changed), key=lambda one: one[0], reverse=True)
    for rise, work in risen:
        if rise <= 0 or score.text_difficulty(_plain(works)) <= limit:
            return
        work.keep_source(_UNDONE)


def _rise(work: Work) -> float:
    return score.text_difficulty([" ".join(work.sentences)]) - score.text_difficulty([work.source])


def _source(works: Sequence[Work]) -> list[str]:
    return [work.source for work in works]


def _plain(works: Sequence[Work]) -> list[str]:
    return [" ".join(work.sentences) for work in works]
