r"""Any node of the package as JSON and back: networks, expressions, derivations, verdicts.

Nothing is written by hand for a class: a node becomes an object of its fields with its class under `"is"`, a tuple or a
set becomes a list, a fraction the text `p/q`. Reading is strict: every value is checked against the type that its field
declares, so that a hostile text gives a `SerialError` and never a half-built or ill-typed node.
"""

from __future__ import annotations

import json
import math
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from . import affine, draft, errors, expr, step, system
from .affine import Affine
from .domain import Constraint, Domain, constraint
from .errors import SymderivError
from .pattern import lazily
from .step import Derivation

Json: TypeAlias = Any

SCHEMA = "symderiv"
VERSION = 1
LONGEST = 64_000_000
"""Most characters of a text that is read."""
MOST_NODES = 2_000_000
"""Most values in a text that is read."""
DEEPEST = 150
"""Deepest nesting of nodes."""
LARGEST = 10**1000
"""Integers at least as large as this are refused."""

_FRACTION = lazily(r"(-?[0-9]+)(?:/([0-9]+))?")
_MODULES = (affine, constraint, errors, expr, system, draft, step)


class SerialError(SymderivError):
    """A text that is not the JSON of a node of this package."""


def _registry() -> dict[str, type]:
    found = {}
    for module in _MODULES:
        for name, cls in vars(module).items():
            if isinstance(cls, type) and is_dataclass(cls) and cls.__module__ == module.__name__:
                found[name] = cls
    return found


NODES: dict[str, type] = _registry()
"""Every class that may stand in JSON, by its tag."""


@lru_cache(maxsize=256)
def _hints(cls: Any) -> dict[str, Any]:
    """The fields of a node that are written, with their types."""
    hints = get_type_hints(cls)
    return {f.name: hints[f.name] for f in fields(cls) if f.init}


# ------------------------------------------------------------------------------------------------------------- writing


def dump(value: object) -> Json:
    """Plain JSON-able data of a node, or of anything that may stand in one.

    >>> from symderiv.expr import Variable
    >>> dump(Variable("x_{#}")(3))["indices"]
    [{'is': 'Affine', 'terms': [], 'const': 3}]
    """
    for kind, writer in _WRITERS:
        if isinstance(value, kind):
            return writer(value)
    cls: Any = type(value)
    if cls.__name__ not in NODES or NODES[cls.__name__] is not cls:
        raise TypeError(f"{cls.__name__} has no JSON form")
    return {"is": cls.__name__, **{name: dump(getattr(value, name)) for name in _hints(cls)}}


def _dump_float(value: float) -> Json:
    return value if math.isfinite(value) else str(value)


_WRITERS: tuple[tuple[type | tuple[type, ...], Callable[[Any], Json]], ...] = (
    (StrEnum, str),
    ((str, bool, int, type(None)), lambda x: x),
    (float, _dump_float),
    (Fraction, str),
    (frozenset, lambda xs: sorted((dump(x) for x in xs), key=lambda x: json.dumps(x, sort_keys=True))),
    (tuple, lambda xs: [dump(x) for x in xs]),
)


# ------------------------------------------------------------------------------------------------------------- reading


def load(data: Json, kind: Any) -> Any:
    """The value of the type `kind` that `dump` wrote; raises `SerialError` for anything else.

    >>> from symderiv.expr import Var, Variable
    >>> x = Variable("x_{#}", "x_{#1}")(3)
    >>> load(dump(x), Var) == x
    True
    """
    try:
        return _Loader().load(data, kind)
    except RecursionError:
        raise SerialError("the JSON is nested too deeply") from None


class _Loader:
    """Loads one text, counting what it makes."""

    def __init__(self) -> None:
        self.count = 0
        self.depth = 0

    def load(self, data: Json, kind: Any) -> Any:
        self.count += 1
        if self.count > MOST_NODES:
            raise SerialError(f"the JSON holds more than {MOST_NODES} values")
        origin = get_origin(kind)
        if origin in (Union, types.UnionType):
            return self._union(data, kind)
        if origin is Literal:
            return _one_of(data, get_args(kind))
        if origin is tuple:
            return self._tuple(data, get_args(kind))
        if origin is frozenset:
            return frozenset(self.load(x, get_args(kind)[0]) for x in _list(data))
        if isinstance(kind, type) and is_dataclass(kind):
            return self._node(data, (kind,))
        return _scalar(data, kind)

    def _tuple(self, data: Json, kinds: tuple[Any, ...]) -> tuple[Any, ...]:
        items = _list(data)
        if len(kinds) == 2 and kinds[1] is Ellipsis:
            return tuple(self.load(x, kinds[0]) for x in items)
        if len(items) != len(kinds):
            raise SerialError(f"expected {len(kinds)} values, found {len(items)}")
        return tuple(self.load(x, k) for x, k in zip(items, kinds, strict=True))

    def _union(self, data: Json, kind: Any) -> Any:
        options = _options(kind)
        if isinstance(data, dict):
            return self._node(data, tuple(k for k in options if is_dataclass(k)))
        for k in options:
            if not is_dataclass(k) and _fits(data, k):
                return self.load(data, k)
        raise SerialError(f"found {_short(data)}, expected one of {', '.join(_name(k) for k in options)}")

    def _node(self, data: Json, allowed: tuple[Any, ...]) -> Any:
        if not isinstance(data, dict):
            raise SerialError(f"found {_short(data)}, expected one of {', '.join(_name(k) for k in allowed)}")
        cls = NODES.get(tag) if isinstance(tag := data.get("is"), str) else None
        if cls is None:
            raise SerialError(f"unknown node {_short(tag)}")
        if cls not in allowed:
            raise SerialError(f"a {tag} cannot stand here: expected {', '.join(_name(k) for k in allowed)}")
        hints = _hints(cls)
        if set(data) - {"is"} != set(hints):
            raise SerialError(f"{tag} has the fields {', '.join(hints) or 'none'}, found {_short(sorted(data))}")
        self.depth += 1
        if self.depth > DEEPEST:
            raise SerialError(f"nodes are nested more than {DEEPEST} deep")
        values = {name: self.load(data[name], k) for name, k in hints.items()}
        self.depth -= 1
        return _made(cls, values)


def _made(cls: type, values: dict[str, Any]) -> Any:
    """The node, if it is one that the package could have made itself."""
    try:
        made = cls(**values)
    except (ValueError, TypeError, ZeroDivisionError, KeyError) as error:
        raise SerialError(f"no such {cls.__name__}: {error}") from None
    check = _CANONICAL.get(cls)
    if check is not None and not check(made, values):
        raise SerialError(f"a {cls.__name__} that is not in canonical form")
    return made


def _canonical_affine(made: Any, values: dict[str, Any]) -> bool:
    total = Affine((), made.const)
    for a, k in made.terms:
        total = total + Affine(((a, k),), 0)
    return bool(total == made) and all(k for _, k in made.terms)


_CANONICAL: dict[type, Callable[[Any, dict[str, Any]], bool]] = {
    Affine: _canonical_affine,
    Constraint: lambda made, values: all(getattr(made, name) == value for name, value in values.items()),
    Domain: lambda made, values: made.constraints == values["constraints"],
}
"""Classes that normalise themselves: what is read must be normal already."""


def _options(kind: Any) -> tuple[Any, ...]:
    """The members of a union, nested unions opened."""
    found: list[Any] = []
    for k in get_args(kind):
        found.extend(_options(k) if get_origin(k) in (Union, types.UnionType) else [k])
    return tuple(found)


def _fits(data: Json, kind: Any) -> bool:
    return data is None if kind is type(None) else isinstance(data, kind) if isinstance(kind, type) else False


def _list(data: Json) -> list[Json]:
    if not isinstance(data, list):
        raise SerialError(f"found {_short(data)}, expected a list")
    return data


def _one_of(data: Json, values: tuple[Any, ...]) -> Any:
    if not isinstance(data, str) or data not in values:
        raise SerialError(f"found {_short(data)}, expected one of {', '.join(map(str, values))}")
    return data


def _scalar(data: Json, kind: Any) -> Any:
    if kind is type(None) and data is None:
        return None
    if kind is Fraction and isinstance(data, str):
        return _fraction(data)
    if kind is float and isinstance(data, str) and data in ("nan", "inf", "-inf"):
        return float(data)
    if kind is float and type(data) in (int, float):
        return _float(data)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(_one_of(data, tuple(kind)))
    if kind in (str, bool, int) and type(data) is kind:
        if kind is int and abs(data) >= LARGEST:
            raise SerialError("an integer is too large")
        return data
    raise SerialError(f"found {_short(data)}, expected {_name(kind)}")


def _float(data: int | float) -> float:
    try:
        return float(data)
    except OverflowError:
        raise SerialError("a number is too large") from None


def _fraction(text: str) -> Fraction:
    top, _, bottom = text.partition("/")
    if (
        not top.removeprefix("-").isdecimal()
        or (_ and not bottom.isdecimal())
        or len(text) > 1000
        or not text.isascii()
    ):
        raise SerialError(f"{_short(text)} is no fraction")
    if bottom and int(bottom) == 0:
        raise SerialError(f"{_short(text)} is no fraction")
    return Fraction(int(top), int(bottom or 1))


def _name(kind: Any) -> str:
    return "nothing" if kind is type(None) else getattr(kind, "__name__", str(kind))


def _short(data: Json) -> str:
    text = repr(data) if not isinstance(data, (dict, list)) or len(data) < 20 else type(data).__name__
    return text if len(text) <= 80 else text[:77] + "..."


# --------------------------------------------------------------------------------------------------------- whole texts


def to_json(derivation: Derivation, *, indent: int | None = None, printed: Json = None) -> str:
    """A derivation as a JSON text; `printed` is put beside it for readers that only show it."""
    data = {"schema": SCHEMA, "version": VERSION, "derivation": dump(derivation)}
    if printed is not None:
        data["printed"] = printed
    return json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False)


def from_json(text: str) -> Derivation:
    """The derivation of a JSON text; raises `SerialError` if it is none."""
    data = parse(text)
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise SerialError("this is no derivation", hint='a derivation begins with {"schema": "symderiv", ...}')
    if data.get("version") != VERSION:
        raise SerialError(f"version {_short(data.get('version'))} of the format is not known, only {VERSION}")
    if not set(data) <= {"schema", "version", "derivation", "printed"} or "derivation" not in data:
        raise SerialError(f"found the fields {_short(sorted(data))}, expected schema, version, derivation")
    made: Derivation = load(data["derivation"], Derivation)
    return made


def parse(text: str) -> Json:
    """JSON within the limits; raises `SerialError` for anything else."""
    if len(text) > LONGEST:
        raise SerialError(f"the text is longer than {LONGEST} characters")
    try:
        return json.loads(text, parse_constant=_no_constant)
    except RecursionError:
        raise SerialError("the JSON is nested too deeply") from None
    except ValueError as error:
        raise SerialError(f"this is no JSON: {error}") from None


def _no_constant(name: str) -> Json:
    raise SerialError(f"{name} is no JSON")
