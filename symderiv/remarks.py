r"""What an author may not have meant: true of the network, no error, worth saying.

The network is read to the letter; where that letter is probably a slip (a sum that does not use its index, a node that
nothing uses), `symderiv show` says so below what was understood, and `symderiv derive` on standard error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .expr import Mul, Sum, Var, Variable, free, walk
from .latex import scripts
from .network.graph import parameters, upstream
from .resolve.spelled.keys import split_key
from .system import Piece, Role, System

INDICES = frozenset("ijklmn")
"""Letters that are indices wherever they stand below names, unless someone forgot the sum."""


def remarks(system: System, asked: bool = False) -> tuple[str, ...]:
    r"""Remarks on a network, each a sentence with LaTeX in backticks; `asked` says that it is known what to derive by.

    >>> from symderiv.load import load_text
    >>> for remark in remarks(load_text("$$E = \\sum_{n=1}^{N} (w x - t)^2$$")):
    ...     print(remark)
    the sum over `n` in the definition of `E` does not use `n`: each of its terms is the same
    nothing says what is data: the derivatives by `w`, `x`, `t` are all asked for (write `data = [..]` or `wrt = [..]`)
    """
    found = [*_idle_sums(system), *_missing_sums(system), *_loose_ends(system)]
    if not asked:
        found += _roles(system)
    return tuple(found)


def _idle_sums(system: System) -> Iterator[str]:
    for piece in system.pieces:
        for e in walk(piece.body) if piece.body is not None else ():
            if isinstance(e, Sum) and e.letter not in free(e.body) and not any(c.mentions(e.letter) for c in e.where):
                name = e.letter.name
                yield (
                    f"the sum over `{name}` in the definition of `{scripts.var(piece.lhs)}` does not use `{name}`:"
                    " each of its terms is the same"
                )


def _missing_sums(system: System) -> Iterator[str]:
    """Factors that share a label below them, `w_{j,i} x_i` without a sum over i: probably it is an index."""
    for piece in system.pieces:
        said: set[str] = set()
        for e in walk(piece.body) if piece.body is not None else ():
            labels = [x for f in e.factors if isinstance(f, Var) for x in _labels(f)] if isinstance(e, Mul) else []
            for x in dict.fromkeys(x for x in labels if labels.count(x) > 1 and x not in said):
                said.add(x)
                yield (
                    f"in the definition of `{scripts.var(piece.lhs)}`, `{x}` is neither on the left nor summed over:"
                    rf" it is read as part of the names (write `\sum_{x}` if it is an index)"
                )


def _labels(e: Var) -> set[str]:
    """Letters below a name that are no indices, of those that people use for indices."""
    _, _, below, _ = split_key(e.variable.key)
    return {p for p in below if p is not None and p in INDICES}


def _loose_ends(system: System) -> Iterator[str]:
    """Nodes that the objective does not depend on."""
    if system.objective is None:
        return
    reached = upstream(system, system.objective) | {system.objective}
    name = scripts.variable_latex(system.objective)
    loose = [p for p in system.pieces if p.variable not in reached]
    for node in _names(p for p in loose if p.body is not None and not p.nominal):
        yield f"{node} is defined, but `{name}` does not depend on it"


def _roles(system: System) -> Iterator[str]:
    """Everything given counts as a parameter: which is an observation, which a weight, only the author knows."""
    if system.wrt or any(p.role is Role.INPUT for p in system.pieces):
        return
    given = list(_names(parameters(system)))
    if len(given) > 1:
        yield (
            f"nothing says what is data: the derivatives by {', '.join(given)} are all asked for"
            " (write `data = [..]` or `wrt = [..]`)"
        )


def _names(pieces: Iterable[Piece]) -> Iterator[str]:
    """The entries of pieces in backticks, each variable once."""
    entries: dict[Variable, Var] = {}
    for p in pieces:
        entries.setdefault(p.variable, p.lhs)
    return (f"`{scripts.var(e)}`" for e in entries.values())
