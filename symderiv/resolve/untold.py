r"""Names that a page defines in a line that could not be read.

Such a name looks like one that is given, and a claim that rests on it may look right or wrong for that reason alone.
Where a whole formula could not be read, every name that stands on the left of an equation in it counts.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from ..document.blocks import Display
from ..errors import ReadError
from ..expr import Variable
from ..latex.names import Names
from ..latex.parse import parse
from ..latex.source import Source
from ..latex.tree import Name, Node, Product
from ..notation import EQUALITIES
from .calls import defined_function
from .keys import split_key
from .shape import Shape, letter_of, shape_of
from .stated import Stated
from .statements import Equation

PARTS = re.compile(r"\\\\|\\q?quad\b|\\begin\{\w+\*?\}|\\end\{\w+\*?\}|[,;&]|\\text\{[^{}]*\}")
RELATION = re.compile(r"(?<![<>!:\\])(?::=|=:|=)|\\equiv\b|\\triangleq\b|\\coloneqq\b")
DERIVATIVE = re.compile(r"\\partial|\\nabla|\\frac\{?\s*d")
CONDITIONAL = re.compile(r"([^()|=]+?)\s*(?:\\[lr]eft|\\[bB]igg?l?)?\((?=[^()]*(?:\||\\mid\b))[^()]*\)")
"""A name and a parenthesis with a bar in it."""
BASE = re.compile(r"\\(?:hat|tilde|bar|vec|mathcal|mathbf|boldsymbol|bm)\s*\{?\s*\\?[A-Za-z]+|\\?[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Untold:
    """A name (its letter, or that of a function) whose definition on a line could not be read.

    `scripts` are the entries above and below it, as far as they are labels; None if nothing is known of them.
    """

    base: str
    line: int
    scripts: tuple[tuple[str | None, ...], tuple[str | None, ...]] | None = None

    def concerns(self, key: str) -> bool:
        r"""May a variable be the name, or part of it? Only labels tell: `\pi_\theta` is not `\pi_k` with an index k.

        >>> u = Untold(r"\pi", 1, ((), (r"\theta",)))
        >>> u.concerns(r"\pi_{#}"), u.concerns(r"\pi_{\theta}"), u.concerns(r"\pi")
        (False, True, True)
        """
        base, above, below, _ = split_key(key)
        if base != self.base or self.scripts is None:
            return base == self.base
        if (len(above), len(below)) != tuple(map(len, self.scripts)):
            return True
        mine = (*self.scripts[0], *self.scripts[1])
        return all(a is None or a == b for a, b in zip(mine, (*above, *below), strict=True))


def untold(equations: Iterable[Equation], stated: Iterable[Stated], known: frozenset[Variable]) -> Iterator[Untold]:
    """The left sides, apart from names that are `known` already, of equations that seem to define but could not."""
    for s in stated:
        function = defined_function(s) if s.given else None
        if function is not None:
            yield Untold(function[0].base, s.formula.source.line)
    for e in equations:
        left = e.left
        if left is None or e.stated.struck or left.variable in known or e.relations[0] not in EQUALITIES:
            continue
        if e.conditional or isinstance(e.members[1], ReadError):
            yield Untold(split_key(left.variable.key)[0], e.place.line)


def untold_in(display: Display, names: Names, integers: Container[str] = ()) -> Iterator[Untold]:
    r"""The left sides in a formula that could not be read; `integers` are the indices and sizes of the page.

    >>> from symderiv.document import parse_document
    >>> (found,) = parse_document(r"$$y_i = f(z_i \\ \hat{o}_k &= \frac{1}{$$").displays
    >>> [u.base for u in untold_in(found, Names())]
    ['y', '\\hat{o}']
    """
    line = display.line
    for part in PARTS.split(display.latex.replace("&", "")):
        found = RELATION.search(part)
        left = part[: found.start()].strip() if found is not None else ""
        if left and not DERIVATIVE.search(left):
            conditional = _conditional(left, names)
            if conditional is not None:
                yield Untold(conditional.base, line, _labels(conditional, integers))
                continue
            for base in dict.fromkeys(_bases(left, names)):
                yield Untold(base, line)


def _conditional(left: str, names: Names) -> Shape | None:
    r"""The name of a probability, the `\pi_\theta` of `\pi_\theta(a|s)`; what it depends on is not defined there."""
    found = CONDITIONAL.fullmatch(left)
    if found is None:
        return None
    try:
        statements = parse(Source(found[1]), names).statements
    except ReadError:
        return None
    return shape_of(statements[0].chain.members[0]) if len(statements) == 1 else None


def _labels(shape: Shape, integers: Container[str]) -> tuple[tuple[str | None, ...], tuple[str | None, ...]]:
    """The scripts that can be nothing but labels: Greek letters that are no indices anywhere."""

    def label(piece: Node) -> str | None:
        letter = letter_of(piece)
        return letter if letter is not None and letter.startswith("\\") and letter not in integers else None

    above = sum(map(len, shape.uppers))
    found = tuple(map(label, shape.pieces))
    return found[:above], found[above:]


def _bases(left: str, names: Names) -> Iterator[str]:
    try:
        formula = parse(Source(left), names)
    except ReadError:
        yield from BASE.findall(left)
        return
    for s in formula.statements:
        first = s.chain.members[0]
        if isinstance(first, Product):
            first = first.factors[0].body
        shape = shape_of(first)
        if shape is not None:
            yield shape.base
        elif isinstance(first, Name):
            yield first.base
