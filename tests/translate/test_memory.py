"""The translation memory: what a reviewer approved, and nothing from a file that is not right."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.translate.memory import Memory, fingerprint

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="en-US"><seg>Take it  with <bpt i="1">b</bpt>food.</seg></tuv>
<tuv xml:lang="es-MX"><seg>Tómelo con comida.</seg></tuv>
<tuv xml:lang="fr"><seg>À prendre en mangeant.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Rest.</seg></tuv><tuv xml:lang="es"><seg/></tuv></tu>
</body></tmx>"""


def write(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "es.tmx").write_text(text, "utf-8")
    return folder


def test_an_exact_match_is_reviewed(memory: Path) -> None:
    text = TMX.replace('<bpt i="1">b</bpt>', "")
    drafts = Memory(write(memory, text), "es").translate(["Take it with food.", "take it with food.", "Rest."])
    assert drafts[0] is not None
    assert (drafts[0].text, drafts[0].reviewed) == ("Tómelo con comida.", True)
    assert drafts[1:] == [None, None]


def test_no_memory_is_an_empty_one(memory: Path) -> None:
    assert Memory(memory, "es").translate(["Rest."]) == [None]
    assert fingerprint(memory, "es") != fingerprint(write(memory, TMX), "es")


@pytest.mark.parametrize("text", ["<tmx", "", "<html/>", "<!DOCTYPE tmx [<!ENTITY a 'x'>]><tmx>&b;</tmx>"])
def test_a_malformed_memory_is_an_error(memory: Path, text: str) -> None:
    with pytest.raises(UsageError, match=r"es\.tmx"):
        Memory(write(memory, text), "es")


def test_no_file_is_read_through_an_entity(memory: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret words", "utf-8")
    evil = f'<!DOCTYPE tmx [<!ENTITY a SYSTEM "{secret.as_uri()}">]>' + TMX.split("?>", 1)[1].replace("Tómelo", "&a;")
    (draft,) = Memory(write(memory, evil), "es").translate(["Take it with bfood."])
    assert draft is None or "secret" not in draft.text
