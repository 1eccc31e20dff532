"""alt.same-picture and alt.same-text: one picture told in two ways, or two pictures told in one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pipeline.check.alt.words import same_text
from pipeline.check.subject import Picture, Subject, short_src
from pipeline.findings import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """Only alt texts with words count: a picture may tell something here and decorate there."""
    told = [picture for picture in subject.pictures() if picture.alt]
    yield from _same_picture(subject, told)
    yield from _same_text(subject, told)


def _same_picture(subject: Subject, told: list[Picture]) -> Iterator[Finding]:
    first: dict[str, Picture] = {}
    for picture in told:
        before = first.setdefault(picture.image.src, picture)
        if not same_text(before.alt, picture.alt) and before.alt != picture.alt:
            yield subject.at_alt(
                "alt.same-picture",
                picture,
                "the same picture has another alt text further up.",
                "Use one alt text for it, unless it tells something else here.",
            )


def _same_text(subject: Subject, told: list[Picture]) -> Iterator[Finding]:
    first: dict[str, Picture] = {}
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for picture in told:
        text = picture.alt.casefold()
        before = first.setdefault(text, picture)
        if before.image.src != picture.image.src and picture.image.src not in seen[text]:
            seen[text].add(picture.image.src)
            yield subject.at_alt(
                "alt.same-text",
                picture,
                f"its alt text is also that of another picture, {short_src(before.image.src)}.",
                "Say what tells the two apart.",
            )
