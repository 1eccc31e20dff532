"""Plain words: a document rewritten with a medical glossary and sentence rules, every edit behind a safety gate."""

from __future__ import annotations

from pipeline.simplify.glossary import Glossary, load_glossary
from pipeline.simplify.glossary_check import check_glossary
from pipeline.simplify.parse import model_fingerprint
from pipeline.simplify.simplification import Simplification, run, simplify_lines

__all__ = ["Glossary", "Simplification", "check_glossary", "fingerprint", "load_glossary", "run", "simplify_lines"]

VERSION = 2  # raised with every change of a rule that changes what comes out


def fingerprint(glossary: Glossary) -> str:
    """What a plain text depends on besides its source and the settings. Loads no model."""
    return f"simplify {VERSION}; {model_fingerprint()}; glossary {glossary.fingerprint}"
