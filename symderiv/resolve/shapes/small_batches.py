r"""Matrices of examples in small letters, the `z_1` and `a_1` of `z_1 = X W_1 + b_1`, `a_1 = \sigma(z_1)`.

Many notes write the values of a batch in the letters of one example. What a matrix of examples times a capital comes to
is a matrix, and so is what is made of it entry by entry. The page has to say that X is one: by its shape, or by words
about rows or columns (`the rows of $X$ are the examples`). With a W that is a vector `X W` is one, so that one of these
names has to stand beside a capital itself, or in a softmax, or the W is transposed somewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ..spelled.shape import named
from .along import examples_said
from .batches import is_capital, is_word, multiplied
from .declared import split
from .kinds import EXTREMES, OF_ONE
from .layers_of_arrays import terms_of_layer
from .neighbours import Key, is_small
from .unsaid import Said, first_of_each


def small_matrices(
    chains: Sequence[Chain], words: str, declared: Sequence[Said], lying: Collection[Key] = ()
) -> frozenset[Key]:
    r"""The names in small letters that are matrices of examples, and the capitals that make them; `lying`: what words
    call rows or columns.

    >>> from symderiv.latex.parse import parse
    >>> from symderiv.latex.source import Source
    >>> chains = [parse(Source(x)).statements[0].chain for x in ("z = X W", "a = \\tanh(z)", "y = a V")]
    >>> sorted(base for base, _ in small_matrices(chains, "Each row of X is an example.", ()))
    ['V', 'W', 'X', 'a', 'y', 'z']
    >>> small_matrices(chains[:2], "Each row of X is an example.", ())
    frozenset()
    """
    if not any(isinstance(c.members[0], t.Name) and is_small(named(c.members[0]).base) for c in chains if c.relations):
        return frozenset()
    kinds: dict[Key, str] = {(base, d.pieces): d.kind for base, d in declared if d.kind}
    matrices = {key for key, kind in kinds.items() if kind == "m"}
    lines = [(key, c.members[1:]) for c in first_of_each(chains) if (key := _key(c.members[0])) is not None]
    made = {key for key, _ in lines}
    small = [(key, members) for key, members in lines if is_small(key[0]) and key not in kinds]
    told = bool(examples_said(words))
    found, factors, only_named = set[Key](), set[Key](), set[Key]()

    def is_batch(key: Key) -> bool:
        given = is_capital(key[0]) and key not in made and key not in lying
        return key in found or (given and (key in matrices or (told and not key[1])))

    def is_made(left: Key, x: Node) -> bool:
        for term in terms_of_layer(x):
            keys = [*multiplied(term, found)]
            if any(map(is_batch, keys)) and all(kinds.get(key, "m") == "m" for key in keys):
                factors.update(keys)
                return True
            if _key(term) in found:
                only_named.update({left} if isinstance(x, t.Product) else ())
                return not isinstance(x, t.Call) or x.function not in OF_ONE
        return isinstance(x, t.Call) and x.function in EXTREMES and any(_key(e) in found for e in x.args)

    while more := {key for key, members in small if key not in found and any(is_made(key, m) for m in members)}:
        found |= more
    found -= only_named - factors  # the f of `l = f(z)` may come to a number
    beside = not found.isdisjoint(factors) or any(_in_softmax(m, found) for _, members in lines for m in members)
    return frozenset(found | factors) if beside or (found and _is_turned(factors - matrices, chains)) else frozenset()


def _is_turned(names: Collection[Key], chains: Sequence[Chain]) -> bool:
    """Is one of these names transposed somewhere?"""
    shapes = (split(named(x)) for c in chains for x in t.of_kind(c, t.Name))
    return any(marked and (base, pieces) in names for base, pieces, marked in shapes)


def _in_softmax(x: Node, found: Collection[Key]) -> bool:
    calls = (y for y in t.of_kind(x, t.Call) if y.function == "softmax")
    return any(_key(e) in found for y in calls for e in y.args)


def _key(x: Node) -> Key | None:
    """A name with its labels, none that is numbered by a letter."""
    if not isinstance(x, t.Name) or x.primes:
        return None
    base, pieces, marked = split(named(x))
    return None if marked or not all(isinstance(p, t.Number) or is_word(p) for p in pieces) else (base, pieces)
