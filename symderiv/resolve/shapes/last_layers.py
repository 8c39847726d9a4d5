r"""Vectors of the last layer alone beside the entries of any layer: `a^L` and `\delta^L` beside `a^l_j`, `\delta^l_j`.

How long they are the entries tell, and each layer may have a length of its own: nothing is to be guessed of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ...latex import tree as t
from ...latex.tree import Chain
from ..spelled.shape import letter_of

LAYERS = {"L": ("l", r"\ell"), "K": ("k",), "M": ("m",), "H": ("h",), "N": ("n",), "T": ("t",)}
"""The letters that run over layers or steps, by that of the last one."""


def are_last_layers(vectors: Collection[t.Name], chains: Iterable[Chain]) -> bool:
    """Are all of these vectors the last of those whose entries stand in equations?

    >>> from symderiv.latex.parse import parse
    >>> [of_any] = parse(r"a^l_j = f(z^l_j)").statements
    >>> [a, b] = (parse(x).statements[0].chain.members[0] for x in ("a^L", "b^L"))
    >>> are_last_layers([a], [of_any.chain]), are_last_layers([a, b], [of_any.chain])
    (True, False)
    """
    asked = {(x.base, layer) for x in vectors for layer in LAYERS.get(_last(x), ())}
    if not vectors or any(_last(x) not in LAYERS for x in vectors):
        return False
    equations = (c for c in chains if c.relations)
    found = {x.base for c in equations for x in t.of_kind(c, t.Name) if (x.base, _layer(x)) in asked}
    return found == {base for base, _ in asked}


def _last(x: t.Name) -> str:
    """The one letter above a name that carries nothing else, the L of `a^L`."""
    above = [e for s in x.scripts for e in s.entries if s.above]
    return letter_of(above[0]) or "" if len(above) == 1 == len(x.scripts) else ""


def _layer(x: t.Name) -> str | None:
    """The letter above the entry of a column of one layer, the l of `a^l_j`."""
    above, below = ([e for s in x.scripts if s.above is a for e in s.entries] for a in (True, False))
    fits = len(above) == len(below) == 1 and letter_of(below[0]) is not None
    return letter_of(above[0]) if fits else None
