"""A progress line on a terminal, and nothing at all elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from pipeline.flow import STAGES
from pipeline.plan import Progress


@contextmanager
def progress(stream: TextIO) -> Iterator[Progress]:
    """Give a function to be told of each stage of each source."""
    if not stream.isatty():
        yield lambda _path, _stage: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    order = [name for name, _ in STAGES]
    with Bar(*columns, console=Console(file=stream), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def told(path: str, stage: str) -> None:
            if path not in tasks:
                tasks[path] = bar.add_task(path, total=len(order))
            bar.update(tasks[path], description=f"{path}: {stage}", completed=order.index(stage))

        yield told
