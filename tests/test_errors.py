from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest

from pipeline import errors
from pipeline.errors import ExitCode, InputError, PlainleafError


def tree(kind: type[PlainleafError]) -> Iterator[type[PlainleafError]]:
    yield kind
    for below in kind.__subclasses__():
        if below.__module__ == errors.__name__:
            yield from tree(below)


def test_the_docstring_draws_every_exception_with_its_exit_code() -> None:
    lines = (errors.__doc__ or "").splitlines()
    for kind in tree(PlainleafError):
        line = next(line for line in lines if kind.__name__ in line.split())
        if kind is not PlainleafError:
            assert str(int(kind.code)) in line.split()


def test_exit_codes_are_the_documented_ones() -> None:
    assert [int(code) for code in ExitCode] == [0, 1, 2, 3, 4, 5, 6, 70, 141, 130]


@pytest.mark.parametrize("kind", list(tree(PlainleafError)))
def test_an_error_survives_the_way_between_processes(kind: type[PlainleafError]) -> None:
    error = pickle.loads(pickle.dumps(kind("It is gone.", "Look again.")))
    assert (type(error), str(error)) == (kind, "It is gone. Look again.")


def test_a_message_ends_with_what_to_do() -> None:
    assert str(InputError("a.txt is empty.", "Write something.")) == "a.txt is empty. Write something."
