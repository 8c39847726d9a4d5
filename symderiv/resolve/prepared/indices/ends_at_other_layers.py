r"""Letters whose range is told for one layer, in definitions at another: with j from 1 to `s_{l+1}`, and `z_j^{(l+1)} =
..`, the j of `\delta_j^{(l)} = \frac{\partial E}{\partial z_j^{(l)}}` can only run to `s_l`.

What is made of the entries of a vector one by one has no more of them than that. So the definition gets the range of
the vector at its own layer, where this has one definition, and both ranges are those that the front matter tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Name, Node, Number, Statement
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.declared import form, instance
from ...shapes.layers_of_entries import LETTERS, layer_of, layered
from ...shapes.sizes import ranges_in
from ...spelled.shape import Shape, letter_of

FIRST = Number("1")


def _has_any(s: Statement) -> bool:
    return any(True for _ in _beside(s))


@where(_has_any)
def with_ends_at_other_layers(located: Sequence[Located], ranges: Sequence[Chain]) -> list[Located]:
    r"""The formulas of a document, such definitions with the range of what they are made of.

    >>> from symderiv.document import parse_document, read_formulas
    >>> from symderiv.latex.parse import parse
    >>> j = parse(r"1 \le j \le s_{l+1}").statements[0].chain
    >>> page = read_formulas(parse_document(r"$$z_j^{(l+1)} = b_j^{(l)}$$ $$\delta_j^{(l)} = g(z_j^{(l)})$$"))
    >>> [len(f.statements[0].conditions) for _, f in with_ends_at_other_layers(page, [j])]
    [0, 1]
    """
    ends = dict(_ends(ranges))
    lefts = [x for f in read_of(located) for s in f.statements if (x := _left(s)) is not None]
    lengths = {x.base: _moved(ends[y], x, -1) for x in lefts if (y := _letter(x)) in ends}
    once = {base: size for base, size in lengths.items() if sum(x.base == base for x in lefts) == 1}

    def changed(s: Statement) -> Statement:
        left = _left(s)
        letter = _letter(left) if left is not None else ""
        if left is None or letter not in ends or s.conditions:
            return s
        sizes = {_moved(once[x.base], left, 1) for x in _beside(s) if x.base in once}
        if len(sizes) != 1 or ends[letter] in sizes:
            return s
        own = Chain((FIRST, Name(letter), sizes.pop()), (r"\le", r"\le"), (), s.chain.span)
        return replace(s, conditions=(own,))

    return with_statements(located, changed) if once else list(located)


def _left(s: Statement) -> Shape | None:
    """The entry of a layer that a statement may define."""
    left, chain = s.chain.members[0], s.chain
    shape = (
        layered(left) if isinstance(left, Name) and chain.relations[:1] and chain.relations[0] in EQUALITIES else None
    )
    return shape if shape is not None and shape.below == 1 and layer_of(shape)[0] in LETTERS else None


def _beside(s: Statement) -> Iterator[Shape]:
    """The entries of other names with the same scripts on the right side."""
    left = _left(s) if len(s.chain.members) == len("xy") else None
    for x in t.of_kind(s.chain.members[1], Name) if left is not None else ():
        shape = layered(x)
        if left is not None and shape is not None and shape.pieces == left.pieces and shape.base != left.base:
            yield shape


def _letter(x: Shape) -> str:
    return letter_of(x.lowers[0][0]) or ""


def _ends(ranges: Sequence[Chain]) -> Iterator[tuple[str, Node]]:
    """The letters that run from 1 to an end that a layer has."""
    for c in ranges:
        first = c.members[-1].items[0] if isinstance(c.members[-1], t.Listing) else c.members[0]
        for letter, end in ranges_in(c) if first == FIRST else ():
            scripts = end.scripts if isinstance(end, Name) else ()
            if end is not None and any(y.base in LETTERS for x in scripts for y in t.of_kind(x, Name)):
                yield letter, end


def _moved(size: Node, x: Shape, way: int) -> Node:
    """The length of the layer of a name as that of its letter, or back."""
    letter, shift = layer_of(x)
    at: Mapping[str, Node] = {letter or "": form(letter or "", way * shift)}
    return instance(size, dict(at))
