r"""Capitals of which nothing says what they are, in the norm of a matrix or in a trace: the W of `\|Y - X W\|_F^2`.

Whatever is multiplied or added there is a matrix; so is what the equations of such names are made of (`E = Y - X W`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ..spelled.shape import shape_of
from .declared import BOLD, Shapes, split
from .forms import name_defined
from .named import IDENTITIES
from .neighbours import Key, labelled_key
from .untold import CAPITAL

TRACES = ("tr", "Tr")


def called_capitals(called: Collection[str], shapes: Shapes, defined: Collection[Key]) -> set[Key]:
    """The names of capitals behind transposes that words call square or symmetric, where nothing says their shape."""
    capitals = {(base, ()) for base in called if CAPITAL.fullmatch(BOLD.sub(r"\1", base))}
    return {key for key in capitals if key not in defined and shapes.find(key[0], ()) is None}


def capitals_normed(
    chains: Sequence[Chain], shapes: Shapes, known: Collection[str], called: Collection[Key]
) -> set[Key]:
    """The names of such capitals, but for those that are `known`: what is defined is what it is made of.

    With those that words call matrices. The identity is one of them only where an equation defines it.
    """
    made = {left[0]: c for c in chains if (left := name_defined(c)) is not None and not left[1]}
    waiting = [n for c in chains for x in t.walk(c) for n in _within(x)]
    found: set[Key] = set(called)
    done: set[str] = set()
    while waiting:
        name = waiting.pop()
        shape = shape_of(name)
        base, pieces, _ = split(shape) if shape is not None else ("", (), False)
        if base in made and base not in done:
            done.add(base)
            waiting += [n for m in made[base].members[1:] for n in _parts(m)]
        elif base in IDENTITIES:
            continue
        elif CAPITAL.fullmatch(BOLD.sub(r"\1", base)) and base not in known and not pieces and not name.primes:
            found |= {labelled_key(base, pieces, shapes)} if shapes.find(base, pieces) is None else set()
    return found


def _within(x: object) -> Iterator[t.Name]:
    r"""The names of which a Frobenius norm or a trace is taken."""
    if isinstance(x, t.Call) and x.function in TRACES and len(x.args) == 1:
        yield from _parts(x.args[0])
    norm = x.base if isinstance(x, t.Scripted) else None
    if isinstance(x, t.Scripted) and isinstance(norm, t.Group) and norm.open in (r"\|", "|") and len(norm.items) == 1:
        below = [e for s in x.scripts if not s.above for e in s.entries]
        if len(below) == 1 and isinstance(below[0], t.Name) and below[0].base == "F":
            yield from _parts(norm.items[0])


def _parts(x: Node) -> Iterator[t.Name]:
    """The names that are added or multiplied in a tree, transposed or not."""
    if isinstance(x, t.Name):
        yield x
    elif isinstance(x, t.Terms):
        for term in x.terms:
            yield from _parts(term.body)
    elif isinstance(x, t.Product):
        for f in x.factors:
            yield from _parts(f.body) if f.operator != "/" else ()
    elif isinstance(x, t.Group) and len(x.items) == 1 and x.open in ("(", "[", r"\{", "{"):
        yield from _parts(x.items[0])
    elif isinstance(x, t.Scripted):
        yield from _parts(x.base)
