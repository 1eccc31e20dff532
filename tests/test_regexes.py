"""Patterns every Python reads alike: 3.11.0 to 3.11.4 (Debian 12 has 3.11.2) match possessive groups wrongly."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pipeline

PACKAGE = Path(pipeline.__file__).parent
POSSESSIVE = re.compile(r"[\w)\]}.][*+?}]\+(?!\])|\(\?>")


def patterns(path: Path) -> Iterator[tuple[str, int, str]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            for part in ast.walk(node):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield path.name, part.lineno, part.value


def test_the_search_itself_finds_possessive_patterns() -> None:
    assert all(POSSESSIVE.search(p) for p in (r"a++", r"(?:a|b)*+", r"[ab]?+", r"a{2}+", r"(?>a)"))
    assert not any(POSSESSIVE.search(p) for p in (r"a+", r"(a+)+", r"[-*+]", r"[*+]\s", r"\++"))


def test_no_pattern_is_possessive() -> None:
    found = [
        (name, line)
        for path in sorted(PACKAGE.rglob("*.py"))
        for name, line, p in patterns(path)
        if POSSESSIVE.search(p)
    ]
    assert found == []
