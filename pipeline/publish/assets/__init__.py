"""What every page shares: the style, the script of the reading tools."""

from __future__ import annotations

from importlib.resources import files

from pipeline.wording import LANGUAGES, wording

DRAFT_PAGE = """
@page draft-{tag} {{ @bottom-left {{ content: "{title}"; font: 11pt sans-serif; }} }}
[data-draft="{tag}"] {{ page: draft-{tag}; }}
"""
"""Says at the foot of every printed page of a draft what it is: pages of paper part company."""


def shared() -> tuple[tuple[str, bytes], ...]:
    """File names below assets/, and contents."""
    return (("plainleaf.css", _style().encode()), ("reader.js", _text("reader.js").encode()))


def _style() -> str:
    drafts = (DRAFT_PAGE.format(tag=words.tag, title=words.draft_title) for words in map(wording, LANGUAGES))
    return _text("plainleaf.css") + "".join(drafts)


def _text(name: str) -> str:
    return files("pipeline.publish.assets").joinpath(name).read_text("utf-8")
