"""The gate once more, over a whole section: what each sentence kept, all of them together must keep too."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline import score
from pipeline.simplify import gate
from pipeline.simplify.rewrite import Work

_UNDONE = "the section would not be easier"
_FIGURE = "difficulty"
_SURE = 0.05  # rating points; what the model of difficulty cannot tell apart


def hold(works: Sequence[Work]) -> None:
    """Undo what a section cannot bear: everything where its facts differ, else the sentences that made it harder."""
    changed = [work for work in works if work.sentences != [work.source]]
    reason = gate.facts_kept(_source(works), _plain(works)) if changed else None
    if reason is not None:
        for work in changed:
            work.keep_source(f"in its section, {reason[0].lower()}{reason[1:]}")
        return
    limit = _difficulty(_source(works)) + _SURE
    for work in sorted(changed, key=_rise, reverse=True):
        if _rise(work) <= 0 or _difficulty(_plain(works)) <= limit:
            return
        work.keep_source(_UNDONE)


def _rise(work: Work) -> float:
    return _difficulty(" ".join(work.sentences)) - _difficulty(work.source)


def _source(works: Sequence[Work]) -> str:
    return "\n\n".join(work.source for work in works)


def _plain(works: Sequence[Work]) -> str:
    return "\n\n".join(" ".join(work.sentences) for work in works)


def _difficulty(text: str) -> float:
    return score.score_text(text)[0].get(_FIGURE, 0.0)
