from __future__ import annotations

import re
from pathlib import Path

from pipeline.check import CHECKS
from pipeline.findings import catalogue

ROOT = Path(__file__).parents[2] / "pipeline" / "check"
CODE = re.compile(r'"((?:alt|reading|words|grammar|dose|numbers)\.[a-z-]+)"')


def test_every_code_a_check_reports_is_explained_and_every_explained_code_is_reported() -> None:
    files = sorted((*ROOT.rglob("*.py"), *ROOT.rglob("*.toml")))
    reported = {code for file in files for code in CODE.findall(file.read_text("utf-8"))}
    explained = {code for code, entry in catalogue().items() if entry.group in CHECKS}
    assert reported == explained
    assert all(catalogue()[code].group == code.partition(".")[0] for code in reported)


def test_every_module_of_a_check_is_in_the_table() -> None:
    listed = {check.__module__ for checks in CHECKS.values() for check, _ in checks}
    files = {
        f"pipeline.check.{file.parent.name}.{file.stem}"
        for group in CHECKS
        for file in (ROOT / group).glob("*.py")
        if "\ndef check(" in file.read_text("utf-8")
    }
    assert listed == files
