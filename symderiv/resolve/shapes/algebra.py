"""Sums, products and norms of arrays: shapes checked, entries as trees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.source import Offsets
from ...latex.tree import Node
from ..spelled.powers_by_entries import OVER
from .array import Array, Letters, ShapeDoubt, Size, equal, fits, held, product, summed, transposed

ELEMENTWISE = frozenset([r"\odot", r"\circ", r"\ast", OVER])
PRODUCTS = frozenset(["", r"\cdot", r"\times"])
QUOTIENT = r"write `\oslash` for the quotient by entries, or the product with the inverse"
BESIDE_IDENTITY = "a number beside the identity: in each entry, or times the identity?"
BESIDE_IDENTITY_HINT = r"write `\frac{1}{n} I`, or `\frac{1}{n} \mathbf{1} \mathbf{1}^T`"
HINT = "check the order of the factors and the transposes"


def misfit(cause: str, span: Offsets, hint: str = HINT) -> ShapeDoubt:
    """Known shapes that contradict each other."""
    return ShapeDoubt(cause, span, hint, known=True)


def unify(one: tuple[Size, ...], two: tuple[Size, ...]) -> tuple[Size, ...] | None:
    """Sizes that are the same, each as far as it is known."""
    if len(one) != len(two) or not all(map(fits, one, two)):
        return None
    return tuple(a if a is not None else b for a, b in zip(one, two, strict=True))


def added(parts: Sequence[tuple[str, Array]], span: Offsets) -> Array:
    """A sum; digits may be added to any array, a vector to every row (or column) of a matrix that it fits alone."""
    arrays = [a for _, a in parts if a.kind]
    if not arrays:
        return Array("", (), lambda: t.Terms(tuple(t.Term(sign, a.entry()) for sign, a in parts), span))
    if any(a.unit for a in arrays) and len(arrays) < len(parts):
        raise ShapeDoubt(BESIDE_IDENTITY, span, BESIDE_IDENTITY_HINT)
    plain = [a for a in arrays if not a.gradient]
    first = next((a for a in arrays if a.kind == "m"), plain[0] if plain else arrays[0])
    sizes: tuple[Size, ...] = first.sizes
    spread: list[tuple[str, Array]] = []
    for sign, a in parts:
        if a.gradient and {a.kind, first.kind} == {"c", "r"}:
            a = transposed(a)  # a gradient may be written as a row
        same = unify(sizes, a.sizes) if a.kind == first.kind else None
        if same is not None:
            sizes = same
        elif a.diagonal and first.kind == "m" and unify(first.sizes, a.sizes * 2) is not None:
            a = squared(a, span)
        elif a.even and first.kind == "m":
            a = replace(first, entry=(lambda e: lambda i, _: e(i))(a.entry))
        elif a.inner and first.kind == "m":
            raise misfit(f"{first.shown} and {a.shown} are added", span)  # `\diag(p) - p^T p` is one of rows
        elif a.kind:
            along = _along(first, a, span)
            if along is None:
                raise misfit(f"{first.shown} and {a.shown} are added", span)
            a = Array(
                "m", sizes, (lambda e: lambda i, j: e(j))(a.entry) if along else (lambda e: lambda i, j: e(i))(a.entry)
            )
        else:
            a = replace(a, entry=(lambda e: lambda *_: e())(a.entry))
        spread.append((sign, a))

    def entry(*indices: Node) -> Node:
        return t.Terms(tuple(t.Term(sign, a.entry(*indices), span) for sign, a in spread), span)

    return Array(first.kind, sizes, entry, gradient=len(parts) == 1 and first.gradient)


def squared(a: Array, span: Offsets) -> Array:
    """The diagonal matrix with such a diagonal."""
    return Array("m", a.sizes * 2, lambda i, j: product(span, equal(i, j, span), a.entry(i)))


def _along(matrix: Array, vector: Array, span: Offsets) -> int | None:
    """The axis of a matrix along which a vector fits; None where it fits along none. Raises `ShapeDoubt` where it fits
    along both and nothing is told."""
    if matrix.kind != "m" or vector.kind not in ("c", "r"):
        return None
    axes = [n for n in (0, 1) if matrix.sizes[n] is not None and matrix.sizes[n] == vector.sizes[0]]
    if vector.spread in axes:
        return vector.spread
    if len(axes) > 1:
        cause = "a vector added to each row of this matrix, or to each column?"
        raise ShapeDoubt(cause, span, r"write `\mathbf{1} b^T`, or `b \mathbf{1}^T`")
    return axes[0] if axes else None


def scaled(a: Array, b: Array, span: Offsets) -> Array:
    """A product of which one factor is a number."""
    big = a if a.kind else b
    entries = big.sizes, lambda *i: product(span, a.entry(*i) if a.kind else a.entry(), _at(b, i))
    return Array(big.kind, *entries, even=big.even, unit=big.unit)


def _at(b: Array, indices: tuple[Node, ...]) -> Node:
    return b.entry(*indices) if b.kind else b.entry()


def by_entries(a: Array, b: Array, span: Offsets) -> Array:
    """The Hadamard product."""
    if not a.kind or not b.kind:
        return scaled(a, b, span)
    lying = {a.kind, b.kind} == {"c", "r"}  # nobody turns a row `P_{i,:}` for it
    sizes = unify(a.sizes, b.sizes) if a.kind == b.kind or lying else None
    if sizes is None:
        raise misfit(f"the product by entries of {a.shown} and {b.shown}", span)
    return Array(a.kind, sizes, lambda *i: product(span, a.entry(*i), b.entry(*i)))


def times(a: Array, operator: str, b: Array, span: Offsets, letters: Letters) -> Array:
    """The product of two factors; a star between arrays of one kind is by entries, any other a product of matrices."""
    if operator == r"\ast" and a.kind and b.kind and not (a.kind == b.kind and unify(a.sizes, b.sizes) is not None):
        operator = ""
    if operator == "/" and a.kind == b.kind == "m" and fits(*b.sizes):
        raise ShapeDoubt("a quotient of square matrices: by entries, or times the inverse?", span, QUOTIENT)
    if operator == "/" or operator in ELEMENTWISE:
        return divided(a, b, span) if operator in ("/", OVER) else by_entries(a, b, span)
    if not a.kind or not b.kind:
        return scaled(a, b, span)
    outer = operator == r"\otimes" and (a.kind, b.kind) == ("c", "c")
    if outer or (a.kind, b.kind) == ("c", "r"):
        return Array("m", (a.sizes[0], b.sizes[0]), lambda i, j: product(span, a.entry(i), b.entry(j)))
    if operator not in PRODUCTS:
        raise ShapeDoubt(f"`{operator}` between matrices is not read", span, "write indices")
    if a.kind == b.kind and a.kind in ("c", "r") and operator == r"\cdot":
        return contracted("", a, b, (), span, letters)
    if a.gradient and (a.kind, b.kind) == ("c", "m") and fits(a.sizes[0], b.sizes[0]):
        a = replace(transposed(a), gradient=True)  # a gradient before a Jacobian is a row
    if a.diagonal and b.kind in ("c", "m"):
        a = squared(a, span)
    if (a.kind == "c" or b.kind == "r") and (a.raised or b.raised):
        raise ShapeDoubt(
            "a power of a column, or the product `x^T x`", span, r"write `\odot` for the product by entries"
        )
    if a.gradient and (a.kind, b.kind) == ("c", "c") and fits(a.sizes[0], b.sizes[0]):
        cause = "a gradient before a vector: whether it is a row is not said"
        raise ShapeDoubt(cause, span, r"say it: `\frac{\partial L}{\partial x}` is a row vector")
    if a.kind == "c" or b.kind == "r":
        raise misfit(f"{a.shown} times {b.shown}", span)
    kind = {"rc": "", "rm": "r", "mc": "c", "mm": "m"}[a.kind + b.kind]
    found = contracted(kind, a, b, (*a.sizes[:-1], *b.sizes[1:]), span, letters)
    if not kind:
        return replace(found, inner=True)
    return replace(found, gradient=True) if a.gradient and kind == "r" else found


def contracted(kind: str, a: Array, b: Array, sizes: tuple[Size, ...], span: Offsets, letters: Letters) -> Array:
    """A sum over the last axis of one array and the first of the other; its letter is new each time."""
    inner = a.sizes[-1] if a.sizes[-1] is not None else b.sizes[0]
    if not fits(a.sizes[-1], b.sizes[0]):
        raise misfit(f"{a.shown} times {b.shown}", span)
    own = len(a.sizes) - 1

    def entry(*indices: Node) -> Node:
        if inner is None:
            raise ShapeDoubt("over how many entries is summed here?", span, r"write `\mathbf{1}_n` with its size")
        k = letters.fresh(inner, span)
        return summed(k, inner, product(span, a.entry(*indices[:own], k), b.entry(k, *indices[own:])), span)

    return Array(kind, sizes, entry)


def divided(a: Array, b: Array, span: Offsets) -> Array:
    """A quotient: by a number, or of arrays of one shape entry by entry."""
    if not b.kind:
        return Array(a.kind, a.sizes, lambda *i: t.Fraction(a.entry(*i), b.entry(), "frac", span))
    sizes = b.sizes if not a.kind else unify(a.sizes, b.sizes)
    if sizes is None or (a.kind and a.kind != b.kind):
        raise misfit(f"{a.shown} over {b.shown}", span)
    return Array(b.kind, sizes, lambda *i: t.Fraction(_at(a, i), b.entry(*i), "frac", span))


def total(a: Array, body: Node | None, indices: Sequence[Node], span: Offsets) -> Node:
    """The sum of a body over indices that run over the sizes of an array."""
    found = body if body is not None else a.entry(*indices)
    for index, size in zip(reversed(indices), reversed(a.sizes), strict=True):
        assert size is not None
        found = summed(index, size, found, span)
    return found


def indices_of(a: Array, span: Offsets, letters: Letters) -> list[Node]:
    """New letters for the axes of an array."""
    if None in a.sizes:
        raise ShapeDoubt("over how many entries is summed here?", span, r"write `\mathbf{1}_n` with its size")
    return [letters.fresh(s, span) for s in a.sizes if s is not None]


def norm(a: Array, kind: str, power: Node | None, span: Offsets, letters: Letters) -> Node:
    r"""`\|a\|_2`, `\|A\|_F`, `\|a\|_1`, with or without a power."""
    indices = indices_of(a, span, letters)
    if kind == "1":
        whole = total(a, t.Group("|", (a.entry(*indices),), "|", (), span), indices, span)
        return whole if power is None else _power(whole, power, span)
    whole = total(a, _power(a.entry(*indices), t.Number("2"), span), indices, span)
    if isinstance(power, t.Number) and power.text == "2":
        return held(whole)
    root = t.Root(whole, None, span)
    return root if power is None else _power(root, power, span)


def _power(x: Node, power: Node, span: Offsets) -> Node:
    script = t.Script(True, (power,), "", False, True, span)
    return t.Scripted(t.Group("(", (x,), ")", (), span), (script,), 0, span)


def inner(a: Array, b: Array, span: Offsets, letters: Letters) -> Node:
    r"""`\langle a, b \rangle`: the sum of the products of all entries."""
    sizes = unify(a.sizes, b.sizes)
    if not a.kind or not b.kind:  # of the number it may only be that nothing says what it is
        raise ShapeDoubt(f"the inner product of {a.shown} and {b.shown}", span, HINT)
    if sizes is None or (a.kind == "m") != (b.kind == "m"):
        raise misfit(f"the inner product of {a.shown} and {b.shown}", span)
    both = Array(a.kind, sizes, lambda *i: product(span, a.entry(*i), b.entry(*i)))
    return total(both, None, indices_of(both, span, letters), span)


def trace(a: Array, span: Offsets, letters: Letters) -> Node:
    """The sum of the diagonal."""
    if a.kind != "m" or not fits(*a.sizes):
        raise misfit(f"the trace of {a.shown}", span)
    size = a.sizes[0] if a.sizes[0] is not None else a.sizes[1]
    if size is None:
        raise ShapeDoubt("the trace of a matrix whose size is not known", span, "say its size")
    i = letters.fresh(size, span)
    return summed(i, size, a.entry(i, i), span)


def common_sizes(arrays: list[Array], say: Callable[[str, str], str], span: Offsets) -> tuple[Size, ...]:
    """The sizes of arrays that are taken entry by entry together; `say` tells of two that do not fit."""
    sizes = arrays[0].sizes
    for a in arrays[1:]:
        same = unify(sizes, a.sizes) if a.kind == arrays[0].kind else None
        if same is None:
            raise misfit(say(arrays[0].shown, a.shown), span)
        sizes = same
    return sizes
