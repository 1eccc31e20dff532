from __future__ import annotations

import subprocess
import sys

import pipeline


def test_every_exported_member_is_there() -> None:
    for name in pipeline.__all__:
        assert getattr(pipeline, name) is not None


def test_exports_are_sorted_and_an_unknown_name_is_an_attribute_error() -> None:
    assert pipeline.__all__ == sorted(pipeline.__all__)
    assert not hasattr(pipeline, "no_such_member")


def test_importing_the_package_and_the_command_line_loads_nothing_heavy() -> None:
    heavy = ("spacy", "textstat", "numpy", "pydantic", "lxml", "jinja2", "argostranslate", "ctranslate2", "pyttsx3")
    program = f"import sys, pipeline.cli; print([n for n in {heavy!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
