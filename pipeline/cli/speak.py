"""`plainleaf speak`: a text as one MP3."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import ConfigOption, InputArgument, write_output


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("speak")(speak)


def speak(
    path: InputArgument,
    to: Annotated[str, typer.Option("--to", help="Language of the text and of the voice.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="MP3 file to write.")],
    config: ConfigOption = None,
) -> None:
    """Speak a text that is already in the language of the voice."""
    from pipeline import settings
    from pipeline.building import check_languages
    from pipeline.cli.documents import document
    from pipeline.speak import speak_document

    options = settings.load(config)
    check_languages((to,), options)
    read = options.model_copy(update={"read": options.read.model_copy(update={"language": to})})
    source = document(path, read).document
    mp3 = speak_document(source, engines=options.speak.engines, words_per_minute=options.speak.words_per_minute)
    write_output(output, mp3)
