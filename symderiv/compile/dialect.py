"""What differs between backends, as data: how operations are spelled, and the helpers of an emitted module."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Ends:
    """Where a loop goes, as text: its ends, the places before and after them, how many steps, and whether any."""

    lower: str
    upper: str
    before: str
    after: str
    count: str
    some: str


@dataclass(frozen=True)
class Dialect:
    """A backend.

    - `module`: the name that arrays' functions hang on; `imports`: the lines at the top of an emitted module.
    - `functions`: a template for each well-known function, `{0}` its argument.
    - `helpers`: definitions by name, written into the module where they are used.
    - `permute`, `total`, `largest`, `multiplied`: templates for a transposition `{0}` by `{1}`, a sum, a maximum and a
      product over `{1}`.
    - `store`, `add_to`: statements that set, or add to, a part `{1}` of an array `{0}` with `{2}`.
    - `scatter`: adds `{2}` at the places `{1}`, which may be the same several times.
    - `zeros`, `counter`, `cast`, `copy`: templates: a new array, `{0}` to `{1}` as integers, a mask as numbers, a copy.
    - `maximum`, `minimum`: of two arrays; `at_least`, `at_most`: of an array and a number.
    - `correlate`: prints a kernel swept over images, both with two positions before those that it is swept along, from
      the two, the strides and the steps; None where windows are views.
    - `flip`: a line backwards; `turned`: an array backwards along the positions `{1}`.
    - `clip`: integers kept from 0 to `{1}`.
    - `joined`: how matrix products of one shape are added up: each by itself (empty), a template for `{0} + {1} @ {2}`,
      or "concatenate", one product over the joined axis, with a template for joining.
    - `decorator`: a line before a function whose warnings `{0}` do not matter, for a reason `{1}`; empty for no line.
    - `random`, `double`: templates for normal numbers of a `{shape}` from a `{seed}`, and for double precision, which
      `check_gradient` uses, after `before_check`; `complex_step`: does it nudge by an imaginary step?
    - `is_integer`, `is_number`: does an array hold integers, or floating-point or complex numbers?
    - `scan`: is a recurrence `lax.scan` where it can be one?
    - `loop`: prints a loop from its letter, ends, direction, body and the arrays that it changes.
    """

    name: str
    module: str
    imports: tuple[str, ...]
    functions: Mapping[str, str]
    helpers: Mapping[str, str]
    permute: str
    total: str
    largest: str
    multiplied: str
    dot: str
    store: str
    add_to: str
    scatter: str
    zeros: str
    counter: str
    cast: str
    copy: str
    where: str
    maximum: str
    minimum: str
    at_least: str
    at_most: str
    einsum: str
    tensordot: str
    convolve: str
    convolve_full: str
    correlate: Callable[[str, str, tuple[int, ...], tuple[int, ...]], str] | None
    flip: str
    turned: str
    clip: str
    asarray: str
    scalar: str
    decorator: str
    joined: str
    concatenate: str
    random: str
    double: str
    before_check: tuple[str, ...]
    complex_step: bool
    is_integer: str
    is_number: str
    scan: bool
    loop: Callable[[str, Ends, bool, list[str], list[str]], list[str]]


def plain_loop(letter: str, ends: Ends, down: bool, body: list[str], changed: list[str]) -> list[str]:
    """A loop of Python's own."""
    del changed
    places = f"{ends.upper}, {ends.before}, -1" if down else f"{ends.lower}, {ends.after}"
    return [f"for {letter} in range({places}):", *("    " + line for line in body)]
