"""Bytes to text, and clear words for what is no text."""

from __future__ import annotations

import codecs

import pytest

from pipeline.errors import InputError
from pipeline.read import run
from pipeline.read.decoding import decode

TEXT = "Título: más de 5 µg\r\nno es “normal”.\rFin\n"
CLEAN = "Título: más de 5 µg\nno es “normal”.\nFin\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "windows-1252"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    decoded = decode(data, "a.txt")
    assert (decoded.text, decoded.encoding) == (CLEAN, encoding)


def test_windows_1252_is_noted() -> None:
    reading = run("Título\n\nMás texto.".encode("cp1252"), "a.txt")
    assert reading.document.title.text == "Título"
    assert "read.decoded-windows-1252" in [finding.code for finding in reading.findings]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (codecs.BOM_UTF8, "no text"),
        (codecs.BOM_UTF16_LE, "no text"),
        (codecs.BOM_UTF16_LE + " \n".encode("utf-16-le"), "no text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0 jfif", "JPEG"),
        (b"%PDF-1.7 text", "PDF"),
        (b"PK\x03\x04 docx", "ZIP"),
        (b"{\\rtf1 text}", "RTF"),
        (b"text\x00text text", "zero bytes"),
        (b"te\x01\x02\x03\x04xt", "control characters"),
        (codecs.BOM_UTF32_LE + "text".encode("utf-32-le"), "UTF-32"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00\xd8", "UTF-16"),
    ],
)
def test_no_text(data: bytes, word: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "folder/a.txt")
    assert word in caught.value.message
    assert "folder/a.txt" in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "language", "is_noted"),
    [
        ("Title\n\nDo not take it twice. 不要", "en", False),
        ("用药说明\n\n每天服用一片。不要超过两片。", "en", True),
        ("用药说明\n\n每天服用一片。不要超过两片。", "zh", False),
        ("دليل الدواء\n\nخذ حبة واحدة كل يوم.", "es-MX", True),
        ("555-0100 🙂\n\n+1", "en", False),
    ],
)
def test_letters_of_another_script_are_noted(text: str, language: str, is_noted: bool) -> None:
    found = [finding.code for finding in run(text.encode(), "a.txt", language=language).findings]
    assert ("read.other-script" in found) is is_noted
