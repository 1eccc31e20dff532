"""What `plainleaf check` says of translations: which sections have to be reviewed and are not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pipeline.review.required import CODE, unreviewed

if TYPE_CHECKING:
    from pipeline.findings import Finding
    from pipeline.glossary.entries import Glossary
    from pipeline.read import Reading
    from pipeline.settings import Settings

__all__ = ["CODE", "findings"]


def findings(reading: Reading, settings: Settings, words: Callable[[], Glossary]) -> tuple[Finding, ...]:
    """The sections of one source, in every language of `[build] languages`, that nobody has reviewed.

    Its plain text is what gets translated, so the source is put into plain words first; no engine translates it.
    Raises UsageError for a memory that cannot be read.
    """
    from pipeline import review, reviewing, simplify

    document, options = reading.document, settings.simplify
    made = simplify.run(document, words(), max_words=options.max_words, disable=options.disable, page=options.page)
    own = document.language.split("-")[0]
    folder = settings.path(settings.translate.memory)
    languages = [one for one in reviewing.tools(settings).languages if one != own]
    approvals = {language: review.load(folder, language) for language in languages}
    asked = settings.review
    return tuple(unreviewed(made.document, approvals, asked.require, asked.critical_sections, reading.text))
