r"""Bare names that can be no numbers: what is transposed, multiplied by entries or measured by a norm.

`\delta = (W^T e) \odot a` says that W, e and a are arrays, and so is what they are computed from (`a = f(V x + b)`).
Without shapes such names are refused; read as numbers they made false claims look true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...latex import tree as t
from ...latex.tree import Chain
from ...notation import EQUALITIES
from ..shapes.declared import BOLD
from ..spelled.shape import is_transpose, letter_of, shape_of
from ..stated import is_told_by_letter, whole_and_entry

BY_ENTRIES = frozenset([r"\odot", r"\oslash"])
NORM = r"\|"


def array_names(chains: Iterable[Chain], integers: frozenset[str] = frozenset()) -> set[str]:
    """The letters of bare names that stand where only arrays stand, and of those that such arrays are made of.

    `integers` are indices and sizes: where T is one, `c^T` is the last of the `c^t`, not a transpose.
    """
    chains = [c for c in chains if c.relations and all(r in EQUALITIES for r in c.relations)]
    found = {name for c in chains for x in t.walk(c) for name in _marked(x, integers)}
    made = [(x, {*_bare_names(c.members[1:])}) for c in chains if (x := _left(c)) is not None and not _is_of_numbers(c)]
    while True:
        more = {name for left, names in made if left in found for name in names} - found
        if not more:
            return found
        found |= more


def _marked(x: object, integers: frozenset[str]) -> Iterator[str]:
    if isinstance(x, t.Product):
        signs = [f.operator in BY_ENTRIES for f in x.factors]
        if any(signs):
            yield from _bare_names((x,))
    elif isinstance(x, t.Group) and x.open == NORM:
        yield from _bare_names(x.items)
    elif isinstance(x, t.Name):
        shape = shape_of(x)
        transposed = shape is not None and is_transpose(shape) and letter_of(shape.uppers[0][0]) not in integers
        if shape is not None and transposed and not shape.lowers:
            yield shape.base


def _left(chain: Chain) -> str | None:
    shape = shape_of(chain.members[0]) if isinstance(chain.members[0], t.Name) else None
    return shape.base if shape is not None and not shape.lowers else None


def _is_of_numbers(c: Chain) -> bool:
    r"""Does it only say what a vector is made of, `\mathbf{y} = (y^{(i)})`, whose entries are numbered above?"""
    whole, entry = whole_and_entry(c) or (None, None)
    if whole is None or not isinstance(entry, t.Name) or not is_told_by_letter(whole, entry):
        return False
    one, two = shape_of(whole), shape_of(entry)
    small = one is not None and not one.pieces and BOLD.sub(r"\1", one.base).lstrip("\\")[:1].islower()
    return small and two is not None and not two.lowers and len(two.letters) == 1 and two.letters[0] is not None


def _bare_names(nodes: Iterable[object]) -> Iterator[str]:
    """Names without subscripts; what is differentiated, exponents, functions and what norms hold are left out."""
    for x in nodes:
        if isinstance(x, t.Product):
            heads = {n for n, f in enumerate(x.factors[1:]) if f.joined}
            yield from _bare_names(f.body for n, f in enumerate(x.factors) if n not in heads)
        elif isinstance(x, t.Name):
            shape = shape_of(x)
            if shape is not None and not shape.lowers:
                yield shape.base
        elif isinstance(x, t.Derivative):
            yield from _bare_names(w.body for w in x.wrt)
        elif isinstance(x, t.Nabla):
            yield from _bare_names(x.by.entries if x.by is not None else ())
        elif isinstance(x, t.Scripted):
            yield from _bare_names((x.base,))
        elif isinstance(x, (t.Terms, t.Fraction, t.Group, t.Braced, t.BigSum, t.Call, t.Term)) and not (
            isinstance(x, t.Group) and x.open == NORM
        ):
            yield from _bare_names(t.parts(x) if not isinstance(x, t.BigSum) else (x.body,))
