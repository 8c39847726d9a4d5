r"""Capital letters that stand before vectors and of which nothing says what they are: the `W` of `a = W x`.

Read as a number such a letter makes `\frac{\partial E}{\partial x} = W a` right, where `W^T a` is meant. So its shape
has to be told, unless it stands where only a number can (`C \sum_n \xi_n`, `\frac{x}{T}`, `C > 0`, not
`\frac{1}{w^T S w}`). So has that of a capital with a label or a layer, `W_{hy}` and `W^{(1)}`, and of one of several,
`A_k x`, that nothing defines, and of any behind a matrix, `X W`; one with two indices below, `A_{ij} v_j`, is an
entry, but not between two vectors, `x^T A_{ij} x`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TypeAlias

from ...latex import tree as t
from ...latex.tree import Chain, Node, Statement
from ...notation import EQUALITIES
from ...pattern import lazily
from ..spelled.shape import Shape, is_mark, letter_of, letters_in, shape_of
from .declared import BOLD, Shapes, split

CAPITAL = lazily(r"[A-Z]|\\(?:Sigma|Lambda|Gamma|Phi|Psi|Theta|Omega|Pi|Xi|Upsilon)")
Key: TypeAlias = tuple[str, tuple[Node, ...]]
OF_NUMBER = frozenset(["tr", "Tr", "det"])
MINUS_ONE = t.Terms((t.Term("-", t.Number("1")),))
ORDERS = frozenset(["<", ">", r"\le", r"\ge", r"\ll", r"\gg"])


def untold_matrices(statements: Sequence[Statement], shapes: Shapes, known: Collection[str]) -> frozenset[str]:
    """The letters that stand before an array and nowhere as a number; `known` are defined, or sizes."""
    before: set[tuple[str, str]] = set()
    plain: set[str] = set()
    for s in statements:
        between = {id(n) for x in t.of_kind(s, t.Product) for n in _between(x, shapes)}
        for chain in (s.chain, *s.conditions):
            if not ORDERS.isdisjoint(chain.relations) or _says_number(chain):
                plain |= {x.base for x in t.of_kind(chain, t.Name) if id(x) not in between}
        for x in t.walk(s):
            if isinstance(x, t.Fraction):
                plain |= {n.base for n in _divisors(x.denominator) if id(n) not in between}
            elif isinstance(x, t.Product):
                for letter, key, following in _pairs(x, shapes):
                    if isinstance(following, t.BigSum) and _holds_array(following, shapes):
                        continue  # a number in `C \sum_n \max(0, y_n w^T x_n)`, a matrix in `A \sum_n x_n`
                    if isinstance(following, (t.BigSum, t.Fraction, t.Number)):
                        plain.add(letter)
                    elif _is_array(following, shapes):
                        before.add((letter, key))
                before.update(_behind(x, shapes))
    apart = _defined_apart(statements, {x for x, key in before if key != x} & {*known})
    told = plain | {x for x, key in before if x in known and key != x and x not in apart}  # an `A_k` that is defined
    return frozenset(key for x, key in before if x not in told and key not in known and shapes.find(x, ()) is None)


def made_of_untold(chains: Sequence[Chain], untold: Collection[str]) -> frozenset[str]:
    r"""With the bare capitals that equations make of such matrices, the H of `H = \tanh(X W)`: no numbers either.

    What the page differentiates is one, though it be made of matrices.
    """
    if not untold:
        return frozenset()
    of = {x.of.base for c in chains for x in t.of_kind(c, t.Derivative) if isinstance(x.of, t.Name)}
    lines = [(x.base, c.members[1]) for c in chains if (x := _capital_named(c)) is not None and x.base not in of]
    found = set(untold)
    while more := {base for base, x in lines if base not in found and _holds_factor(x, found)}:
        found |= more
    return frozenset(found)


def _capital_named(c: Chain) -> t.Name | None:
    left = c.members[0] if c.relations and c.relations[0] in EQUALITIES else None
    return left if isinstance(left, t.Name) and _is_bare(left) else None


def _is_bare(x: t.Name) -> bool:
    return not (x.scripts or x.primes or x.font) and CAPITAL.fullmatch(x.base) is not None


def _holds_factor(x: Node, letters: Collection[str]) -> bool:
    """Is one of these bare capitals a factor, or all of it, in a sum or a function?"""
    if isinstance(x, t.Name):
        return _is_bare(x) and x.base in letters
    if isinstance(x, t.Terms):
        return any(_holds_factor(term.body, letters) for term in x.terms)
    if isinstance(x, t.Product):
        return not any(is_turned(f.body) for f in x.factors) and any(_holds_factor(f.body, letters) for f in x.factors)
    if isinstance(x, t.Group):
        return x.open in ("(", "[", "{") and any(_holds_factor(i, letters) for i in x.items)
    return isinstance(x, t.Call) and x.function not in OF_NUMBER and any(_holds_factor(a, letters) for a in x.args)


def _defined_apart(statements: Sequence[Statement], letters: Collection[str]) -> set[str]:
    """The letters of which equations define only what carries other labels, the `S_B` beside `S_W`."""
    if not letters:
        return set()
    chains = [s.chain for s in statements]
    lefts = [c.members[0] for c in chains if not EQUALITIES.isdisjoint(c.relations)]
    defined, used = (
        [split(shape)[:2] for x in names if isinstance(x, t.Name) and (shape := shape_of(x)) is not None]
        for names in (lefts, (x for c in chains for x in t.of_kind(c, t.Name)))
    )

    def apart(letter: str) -> bool:
        own = {pieces for base, pieces in defined if base == letter}
        every = {pieces for base, pieces in used if base == letter}
        return bool(own) and own < every and all(map(are_labels, every))

    return {x for x in letters if apart(x)}


def are_labels(pieces: Sequence[Node]) -> bool:
    """Is what stands below a letter capitals or words, which tell it apart and number nothing?"""
    return bool(pieces) and all(letter_of(p) is None or str(letter_of(p)).isupper() for p in pieces)


def between_vectors(statements: Iterable[Statement], shapes: Shapes) -> frozenset[Key]:
    r"""The capitals between a row and a column, the `S_W` and M of `w^T (S_W + M) w`, by letter and scripts: of no
    shape that is known they may be matrices, but no numbers; what is said to be a number, `C > 0`, is left out."""
    found: set[Key] = set()
    statements = [*statements]
    plain = numbers_compared(chain for s in statements for chain in (s.chain, *s.conditions))
    for s in statements:
        for x in t.of_kind(s, t.Product):
            names = (n for body in _bodies_between(x, shapes) for n in _summands(body))
            found |= {(base, pieces) for base, pieces, _ in (split(without_inverse(n)) for n in names)}
    taken = plain | shapes.sizes | shapes.running
    return frozenset(x for x in found if x[0] not in taken and CAPITAL.fullmatch(BOLD.sub(r"\1", x[0])))


def numbers_compared(chains: Iterable[Chain]) -> set[str]:
    r"""The letters that a page calls numbers, `C > 0` and `C \in \mathbb{R}`."""
    said = (c for c in chains if not ORDERS.isdisjoint(c.relations) or _says_number(c))
    return {m.base for c in said for m in c.members if isinstance(m, t.Name)}


def without_inverse(shape: Shape) -> Shape:
    """A name without the -1 above it."""
    return shape.without_upper() if shape.bare and shape.uppers == ((MINUS_ONE,),) else shape


def _summands(x: Node) -> Iterator[Shape]:
    """The name that something is, or those that are added in parentheses."""
    inner = x.items[0] if isinstance(x, t.Group) and len(x.items) == 1 else x
    bodies = [term.body for term in inner.terms] if isinstance(inner, t.Terms) else [inner]
    yield from (s for y in bodies if isinstance(y, t.Name) and (s := shape_of(y)) is not None)


def _says_number(chain: Chain) -> bool:
    r"""Is it `C \in \mathbb{R}`?"""
    last = chain.members[-1]
    return r"\in" in chain.relations and isinstance(last, t.Name) and last.base == "R" and not last.scripts


def scripted_key(shape: Shape) -> str:
    """What a name with so many scripts above and below is told by: its letter alone where it has none."""
    base, pieces, _ = split(shape)
    return f"{base}:{len(pieces) - shape.below}:{shape.below}" if pieces else base


def _pairs(x: t.Product, shapes: Shapes) -> Iterator[tuple[str, str, Node]]:
    """Each capital of a product, what it is told by, and the factor behind it; a number where it is divided by."""
    for n, (f, following) in enumerate(zip(x.factors, x.factors[1:], strict=False)):
        if not isinstance(f.body, t.Name) or not CAPITAL.fullmatch(f.body.base) or f.body.font:
            continue
        behind = t.Number("1") if f.operator == "/" else following.body
        shape = shape_of(f.body)
        if not f.body.scripts or _is_inverse(f.body) or (shape is not None and split(shape)[1:] == ((), True)):
            yield f.body.base, f.body.base, behind
        elif shape is not None:
            one_of_several = shape.below == 1 and not (following.operator or shape.primes or _is_row(behind))
            between = n > 0 and is_turned(x.factors[n - 1].body)
            if one_of_several or between or is_labelled(shape, shapes):
                yield f.body.base, scripted_key(shape), behind


def _behind(x: t.Product, shapes: Shapes) -> Iterator[tuple[str, str]]:
    """The capitals right behind a matrix, the `W_1` of `X W_1`, or a row, `h W_1`, and what they are told by."""
    for f, following in zip(x.factors, x.factors[1:], strict=False):
        name = following.body
        plain = isinstance(name, t.Name) and CAPITAL.fullmatch(name.base) is not None and not name.font
        if not plain or following.operator or following.joined:
            continue
        own = shape_of(name)
        if own is not None and is_labelled(own, shapes) and _lies(f.body, shapes):
            yield own.base, scripted_key(own)


def _lies(x: Node, shapes: Shapes) -> bool:
    """Is it a known array, or one in parentheses that nobody turned, as the h of `h W`? Many write a number
    before it, but none behind."""
    shape = shape_of(x) if isinstance(x, t.Name) else None
    found = shapes.find(*split(shape)[:2]) if shape is not None else None
    return (found is not None and bool(found.kind)) or _is_column(x, shapes)


def _is_row(x: Node) -> bool:
    """Is it a transposed vector, the `w^T` of `Y_i w^T x_i`, before which no matrix fits?"""
    return is_turned(x) and isinstance(x, t.Name) and CAPITAL.fullmatch(x.base) is None


def is_turned(x: Node) -> bool:
    r"""Is it transposed, so that what stands behind it is an array: the `(x - \mu_k)^T` before `\Sigma_k^{-1}`?"""
    scripts = x.scripts if isinstance(x, (t.Name, t.Scripted)) else ()
    return any(s.above and s.entries and is_mark(s.entries[-1]) for s in scripts)


def is_labelled(shape: Shape, shapes: Shapes, raised: bool = False) -> bool:
    """Is what stands below a name no index, and what stands above a layer or a label in parentheses (or `raised`)?"""
    base, pieces, _ = split(shape)
    below = {x for item in shape.lowers for p in item for x in letters_in(p)}
    unknown = shapes.find(base, pieces) is None
    indices = shapes.running - shapes.known.keys()  # the h of `b_h` is the name of a vector
    return unknown and not shape.primes and (raised or not (shape.uppers and shape.bare)) and not below & indices


def _is_inverse(x: t.Name) -> bool:
    r"""Is it a letter with nothing but -1 above it, `M^{-1}`?"""
    entries = [e for s in x.scripts for e in s.entries]
    minus = len(entries) == 1 and isinstance(entries[0], t.Terms) and len(entries[0].terms) == 1
    return minus and x.scripts[0].above and entries[0] == t.Terms((t.Term("-", t.Number("1")),))


def _divisors(x: Node) -> Iterator[t.Name]:
    r"""The names by which a denominator divides: not those within a norm, a function or a sum, `\exp(-\|A x\|^2)`."""
    if isinstance(x, t.Name):
        yield x
    elif isinstance(x, (t.Product, t.Terms)):
        for part in x.factors if isinstance(x, t.Product) else x.terms:
            yield from _divisors(part.body)
    elif isinstance(x, t.Group) and x.open in ("(", "[", "{") and len(x.items) == 1:
        yield from _divisors(x.items[0])
    elif isinstance(x, t.Scripted):
        yield from _divisors(x.base)
    elif isinstance(x, t.Root):
        yield from _divisors(x.body)


def _between(x: t.Product, shapes: Shapes) -> Iterator[t.Name]:
    """The names between a row and the column behind it, the S of `w^T S w`: the whole is a number, they need not be."""
    yield from (n for body in _bodies_between(x, shapes) for n in t.of_kind(body, t.Name))


def _bodies_between(x: t.Product, shapes: Shapes) -> Iterator[Node]:
    """What stands there, factor by factor."""
    held: list[Node] | None = None
    for f in x.factors:
        if f.operator == "/":
            held = None
        if held is not None and _is_column(f.body, shapes):
            yield from held
            held = None
        elif held is not None:
            held.append(f.body)
        elif is_turned(f.body):
            held = []


def _is_column(x: Node, shapes: Shapes) -> bool:
    """Is it an array in a small letter that is not transposed, or a parenthesis with one?"""
    names = t.of_kind(x, t.Name) if isinstance(x, t.Group) else [x] if isinstance(x, t.Name) else []
    small = (n for n in names if CAPITAL.fullmatch(BOLD.sub(r"\1", n.base)) is None)
    return not is_turned(x) and any(_is_array(n, shapes) for n in small)


def _holds_array(x: Node, shapes: Shapes) -> bool:
    return any(_is_array(n, shapes) for n in t.walk(x) if isinstance(n, t.Name))


def _is_array(x: Node, shapes: Shapes) -> bool:
    """Is it a vector, or a parenthesis with one?"""
    if isinstance(x, t.Group):
        return _holds_array(x, shapes)
    shape = shape_of(x) if isinstance(x, t.Name) else None
    if shape is None:
        return False
    base, pieces, _ = split(shape)
    found = shapes.find(base, pieces)
    return found is not None and bool(found.kind)


def is_bold_capital(base: str) -> bool:
    r"""Is it set as matrices are, the `\mathbf{W}` of `\mathbf{W} (\mathbf{y} - \mathbf{t})`?"""
    inside = BOLD.fullmatch(base)
    return inside is not None and CAPITAL.fullmatch(inside[1]) is not None
