"""Frozen dataclasses to JSON bytes and back. Keys keep the order of the fields: equal values, equal bytes."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")


_adapters: dict[Any, TypeAdapter[Any]] = {}


def _adapter(kind: Any) -> TypeAdapter[Any]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def to_json(value: object, *, indent: int | None = None) -> bytes:
    """UTF-8 JSON of a dataclass of this project."""
    return _adapter(type(value)).dump_json(value, indent=indent)


def from_json(kind: type[T], data: bytes) -> T:
    """The dataclass `kind` read back. Raises pydantic.ValidationError (a ValueError) where the data does not fit."""
    value: T = _adapter(kind).validate_json(data)
    return value
