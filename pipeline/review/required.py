"""What the settings want reviewed, and nobody has approved: one finding a section and language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.document import COPY, Document, Segment
from pipeline.findings import Finding, Where, finding, position
from pipeline.review import critical
from pipeline.translate import translation, writing
from pipeline.translate.approvals import Approval, flat

CODE = "review.unreviewed"


def unreviewed(
    plain: Document,
    approvals: Mapping[str, Mapping[str, Approval]],
    require: Sequence[str],
    named: Sequence[str],
    text: str = "",
) -> Iterator[Finding]:
    """A finding for each section of the plain text that has to be reviewed and is not, in each language.

    `approvals` by language and English sentence; `require` and `named` as `[review]` has them; `text` is the
    decoded source, for line and column.
    """
    if not require:
        return
    slugs = critical.sections(plain, named)
    for language, held in approvals.items():
        sections: dict[str | None, list[Segment]] = {}
        for slug, segment in translation.translatable(plain, language):
            if segment.note != COPY and writing.WORD.search(segment.text) and ("all" in require or slug in slugs):
                sections.setdefault(slug, []).append(segment)
        for slug, segments in sections.items():
            open_ones = [segment for segment in segments if not _is_approved(segment, held)]
            if open_ones:
                kind = "critical section" if slug in slugs else "title" if slug is None else "section"
                message = (
                    f"{len(open_ones)} of {len(segments)} sentences of this {kind} have no reviewed translation"
                    f" ({language})."
                )
                first = open_ones[0]
                line, column = (None, None) if first.span is None or not text else position(text, first.span.start)
                where = Where(plain.source.path, line, column, slug, first.id, language)
                about = f"{language} {slug} " + " ".join(segment.text for segment in open_ones)
                yield finding(CODE, message, where, "`plainleaf review export`, then import it.", about=about)


def _is_approved(segment: Segment, held: Mapping[str, Approval]) -> bool:
    approval = held.get(flat(segment.text))
    return approval is not None and approval.holds
