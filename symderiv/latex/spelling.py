r"""How mathematics is spelled when it is written: tables, no behaviour.

What a name, a sign or a node looks like stands here once; `scripts`, `write` and `lines` only consult these tables.
Widths are in units of one digit at text size, as a slide prints them; they need only be right on average.
"""

from __future__ import annotations

from enum import IntEnum

from ..domain.constraint import Rel
from ..expr import Add, Apply, Bracket, Cases, Div, Expr, Index, Labelled, Mul, Num, Partial, Pow, Sum, Var


class Level(IntEnum):
    """How firmly a written expression holds together; a place that demands more puts parentheses around it."""

    ADD = 0  # a + b
    NEGATIVE = 1  # -a
    MUL = 2  # a b
    SUM = 3  # \sum a: takes everything to its right, up to the next + or -
    FACTOR = 4  # stands in a product, but not under a power: \frac{a}{b}, a^2, \delta_{i,j}
    CLOSED = 5  # stands anywhere


LEVELS: dict[type[Expr], Level] = {
    Add: Level.ADD,
    Mul: Level.MUL,
    Sum: Level.SUM,
    Div: Level.FACTOR,
    Pow: Level.FACTOR,
    Partial: Level.FACTOR,
    Labelled: Level.FACTOR,
    Bracket: Level.FACTOR,
    Cases: Level.FACTOR,
    Var: Level.CLOSED,
    Apply: Level.CLOSED,
    Num: Level.CLOSED,
    Index: Level.CLOSED,
}
"""The level of each node class; numbers and index forms refine theirs by what they hold."""

TALL = (r"\frac", r"\sum", r"\prod", r"\begin", r"\underbrace", r"\substack")
"""Parentheses around any of these grow with their content."""

DELIMITED: dict[str, tuple[str, str]] = {"abs": (r"\lvert ", r" \rvert")}
"""Functions written as a pair of delimiters."""

RELATIONS: dict[Rel, str] = {"==": "=", "!=": r"\neq", ">=": r"\ge", "mod": r"\equiv"}
"""The relation of a constraint; `>=` is turned around as the reader expects it (`COMPARISONS`)."""

COMPARISONS = {(1, False): r"\ge", (1, True): ">", (-1, False): r"\le", (-1, True): "<"}
"""The comparison of a letter with its bound, by the sign of the letter in `form >= 0` and strictness."""

LETTER_ORDER = "ntijklmpqrsuvwxyzabcdefgh"
"""In which order letters stand in an index form: `i + a - 1`, `t - k`; capital letters (sizes) come before them."""

BREAK_AT = ("+", "-")
"""Operators at which a line that is too long is broken."""

ONE_LINE = 48.0
"""A chain up to this printed width stands on one line."""

ROW = 34.0
"""A member of an aligned chain up to this printed width stands on one row."""

SCRIPT = 0.6
"""The size of a script relative to its line."""

WIDTHS: dict[str, float] = {
    r"\sum": 2.6,
    r"\prod": 2.6,
    r"\quad": 2.0,
    r"\qquad": 4.0,
    r"\,": 0.3,
    r"\!": -0.3,
    r"\left": 0.0,
    r"\right": 0.0,
    r"\displaystyle": 0.0,
    r"\boxed": 0.0,
    r"\cancel": 0.0,
    r"\hat": 0.0,
    r"\tilde": 0.0,
    r"\bar": 0.0,
    "=": 2.2,
    "+": 2.0,
    "-": 2.0,
    r"\le": 2.2,
    r"\leq": 2.2,
    r"\ge": 2.2,
    r"\geq": 2.2,
    r"\neq": 2.2,
    r"\leftarrow": 3.0,
    r"\cdot": 1.2,
    "(": 0.8,
    ")": 0.8,
    ",": 0.8,
    "'": 0.4,
    "&": 0.0,
}
"""Printed widths of tokens; functions (`\\log`) are as wide as their letters, every other token is 1 wide."""
