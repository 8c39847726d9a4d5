r"""Which names beside one another are vectors and matrices: `w^T x`, `W_{hx} x_t`, `U^z h_{t-1}`.

Here no length is told, only what stands where an array must; `axes` joins them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TypeAlias

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ...pattern import lazily
from ..spelled.shape import Shape, is_mark, letter_of, letters_in, named, shape_of
from ..stated import Stated
from .declared import BOLD, FONTS, Shapes, Way, split
from .named import NUMBERS
from .sizes import has_below, letter_above
from .small import transposed_base
from .untold import CAPITAL, is_labelled, scripted_key, untold_matrices

Key: TypeAlias = tuple[str, tuple[Node | None, ...]]
"""A name: its letter, and its scripts with None for a letter that stands for any index."""

INNER = ("", r"\cdot", r"\ast")
"""Signs between a row and the column behind it."""
SMALL = lazily(r"(?:\\(?:tilde|hat|bar|check|breve|widetilde|widehat|overline)\{)*(?:[a-z]|\\[a-z]+)\}*'?")
LATIN = lazily(r"[a-z]")


def key_of(base: str, pieces: tuple[Node, ...]) -> Key:
    """A name with any letter for its letters: `x_n` and `x_m` are entries of one row of vectors."""
    return base, tuple(None if letter_of(p) is not None or is_step(p) else p for p in pieces)


def is_step(p: Node) -> bool:
    """Is it a letter and a number, `t - 1`?"""
    bodies = [term.body for term in p.terms] if isinstance(p, t.Terms) else []
    numbers = sum(isinstance(b, t.Number) for b in bodies)
    return len(bodies) == 2 and numbers == 1 and any(letter_of(b) is not None for b in bodies)


def labelled_key(base: str, pieces: tuple[Node, ...], shapes: Shapes) -> Key:
    """A name of a matrix with any letter for its indices: `W_{hh}` and `W_{hx}` are two."""
    return base, tuple(None if letter_of(p) in shapes.running or is_step(p) else p for p in pieces)


def turned_letters(chains: Sequence[Chain]) -> Iterator[tuple[str, int]]:
    """Small letters that are transposed, by letter and number of scripts; not by a T that is a letter of the page, or
    the last step of what carries a t. With them what they are multiplied by, and what stands in norms."""
    nodes = [x for c in chains for x in t.walk(c)]
    nodes += [p for y in nodes if isinstance(y, t.Name) and (p := exponent_of(y)) is not None]
    above = {id(e) for x in nodes if isinstance(x, t.Script) and x.above for e in x.entries}
    size = any(isinstance(x, t.Name) and x.base == "T" and id(x) not in above for x in nodes)
    steps = stepped(x for x in nodes if isinstance(x, t.Name))
    turned: set[tuple[str, int]] = set()
    for x in nodes:
        found = transposed(x)
        if found is None:
            continue
        shape, mark = found
        base, pieces, _ = split(shape)
        step = shape.base in steps and not (isinstance(x, t.Scripted) and shape.uppers)  # none behind that of `(s^t)^T`
        if letter_of(mark) is not None and ((size and not pieces) or step):
            continue  # in `s_t^T` the step stands below
        if SMALL.fullmatch(BOLD.sub(r"\1", base)):
            turned.add((base, len(pieces)))
    yield from turned
    yield from _capitals(nodes)
    yield from _apart(nodes)
    yield from _in_norms(nodes)
    yield from () if size else _in_transposes(nodes)
    for x in nodes:
        yield from _in_angles(x) if isinstance(x, t.Group) else ()
    beside = set(_beside_turned(nodes, turned)) if turned else set()
    yield from beside
    yield from _equated(chains, turned | beside)
    yield from _dotted(nodes, turned | set(_in_norms(nodes)))


def numbered_above(names: Iterable[t.Name]) -> frozenset[str]:
    r"""The letters of names whose entries have a letter above: the x of `x^i_j`.

    >>> from symderiv.latex.tree import Name, Script
    >>> scripts = (Script(True, (Name("i"),), "", False), Script(False, (Name("j"),), "", False))
    >>> [*numbered_above([Name("x", scripts=scripts), Name("y", scripts=scripts[:1])])]
    ['x']
    """
    return frozenset(x.base for x in names if x.scripts and has_below(x) and letter_above(x) is not None)


def stepped(names: Iterable[t.Name]) -> frozenset[str]:
    """The letters of names that carry a step t above, `a_h^{t-1}`."""
    shapes = filter(None, map(shape_of, names))
    return frozenset(s.base for s in shapes if any("t" in letters_in(p) for item in s.uppers for p in item))


def stepping(names: Iterable[t.Name], above: bool = False) -> set[str]:
    """The letters that number steps: the t of `h_t` beside `h_{t-1}`, or of `h^t` beside `h^{t-1}`."""
    shapes = [s for x in names if (s := shape_of(x)) is not None]
    found = {(s.base, p) for s in shapes for item in (s.uppers if above else s.lowers) for p in item}
    alone = {(base, letter) for base, p in found if (letter := letter_of(p)) is not None}
    return {letter for base, p in found if is_step(p) for letter in letters_in(p) if (base, letter) in alone}


def steps_in(stated: Iterable[Stated]) -> set[str]:
    """The letters that number steps below the names of a document, and those of layers in parentheses above them."""
    names = [x for s in stated for x in t.of_kind(s.statement, t.Name)]
    layered = (x for x in names if any(s.above and s.bracket == "(" for s in x.scripts))
    return stepping(names) | stepping(layered, above=True)


def exponent_of(x: t.Name) -> t.Product | None:
    r"""What stands above an e as a product, the `\theta_k^T x` of `e^{\theta_k^T x}`; there its factors are a list."""
    entries = [e for s in x.scripts if s.above and not s.commas for e in s.entries] if x.base == "e" else []
    return t.Product(tuple(t.Factor("", e) for e in entries), x.span) if len(entries) > 1 else None


def _capitals(nodes: Sequence[object]) -> Iterator[tuple[str, int]]:
    r"""The U and the V of `R_{ij} - U_i^T V_j`, and of `U_i^T V_j` beside `\|U_i\|` and `\|V_j\|`."""
    pairs = [pair for x in nodes if isinstance(x, t.Product) and (pair := _of_capitals(x)) is not None]
    if not pairs:
        return
    items = [y for x in nodes if isinstance(x, t.Group) and x.open == r"\|" for y in x.items]
    normed = {(s.base, s.pieces) for y in items if isinstance(y, t.Name) and (s := shape_of(y)) is not None}
    less = {
        (shape_of(a.body), _of_capitals(b.body))
        for x in nodes
        if isinstance(x, t.Terms)
        for a, b in zip(x.terms, x.terms[1:], strict=False)
        if isinstance(a.body, t.Name) and isinstance(b.body, t.Product)
    }
    for one, two in pairs:
        entries = [s for s, pair in less if pair == (one, two) and s is not None and len(s.pieces) == 2]
        of_both = any([*s.pieces] == [*one.pieces, *two.pieces] for s in entries)
        if of_both or {(s.base, s.pieces) for s in (one, two)} <= normed:
            yield one.base, 1
            yield two.base, 1


def _of_capitals(x: t.Product) -> tuple[Shape, Shape] | None:
    r"""The names of `U_i^T V_j`, with one letter below each and no more factors."""
    if len(x.factors) != 2 or x.factors[1].operator or x.factors[1].joined or not isinstance(x.factors[1].body, t.Name):
        return None
    found, two = transposed(x.factors[0].body), shape_of(x.factors[1].body)
    if found is None or two is None or not isinstance(x.factors[0].body, t.Name):
        return None
    one = shape_of(replace(x.factors[0].body, scripts=tuple(s for s in x.factors[0].body.scripts if not s.above)))
    if one is None or not all(CAPITAL.fullmatch(s.base) and s.below == len(s.pieces) == 1 for s in (one, two)):
        return None
    return (one, two) if None not in (letter_of(one.pieces[0]), letter_of(two.pieces[0])) else None


def _apart(nodes: Iterable[object]) -> Iterator[tuple[str, int]]:
    r"""The y of `\|y_i - y_j\|`."""
    for x in nodes:
        inner = x.items[0] if isinstance(x, t.Group) and x.open == r"\|" and len(x.items) == 1 else None
        if not isinstance(inner, t.Terms) or len(inner.terms) != 2:
            continue
        one, two = (shape_of(y.body) if isinstance(y.body, t.Name) else None for y in inner.terms)
        if one is None or two is None or one.base != two.base or one == two:
            continue
        (base, pieces, marked), (_, others, other) = split(one), split(two)
        plain = SMALL.fullmatch(base) and base not in NUMBERS and not marked and not other
        if plain and len(pieces) == len(others) == 1:
            yield base, 1


def _in_norms(nodes: Iterable[object]) -> Iterator[tuple[str, int]]:
    r"""The small letters of `\|x_n - c_j\|`, `\|w\|` and `\|A x - b\|`, with one index at most.

    Nobody writes the norm of a number. What stands above them is a step, no exponent, where others have one before.
    """
    nodes = list(nodes)
    steps = stepping((x for x in nodes if isinstance(x, t.Name)), above=True)
    for x in nodes:
        inner = x.items[0] if isinstance(x, t.Group) and x.open == r"\|" and len(x.items) == 1 else None
        bodies = [_behind_capital(term.body) for term in inner.terms] if isinstance(inner, t.Terms) else [inner]
        shapes = [shape_of(b) if isinstance(b, t.Name) and not b.primes else None for b in bodies]
        plain = [s for s in shapes if s is not None and all(letter_of(p) in steps for item in s.uppers for p in item)]
        found = [(split(s)[0], len(split(s)[1])) for s in plain]
        small = len(found) == len(bodies) and all(is_small(base) for base, _ in found)
        if small and all(count < 2 for _, count in found):
            yield from found


def _in_transposes(nodes: Iterable[object]) -> Iterator[tuple[str, int]]:
    r"""The small letters of `(X w - y)^T`, where one of them stands behind a capital: nobody transposes a number."""
    for x in nodes:
        inner = _turned_group(x) if isinstance(x, t.Scripted) else None
        if not isinstance(inner, t.Terms):
            continue
        bodies = [_behind_capital(term.body) for term in inner.terms]
        shapes = [shape_of(b) if isinstance(b, t.Name) and not b.primes else None for b in bodies]
        found = [(split(s)[0], len(split(s)[1])) for s in shapes if s is not None and not s.uppers]
        small = len(found) == len(bodies) and all(is_small(base) and count < 2 for base, count in found)
        yield from found if small and any(isinstance(term.body, t.Product) for term in inner.terms) else ()


def is_small(base: str) -> bool:
    r"""Is it a small letter, plain or bold, the y of `X \theta - \vec{y}`?"""
    return SMALL.fullmatch(BOLD.sub(r"\1", base)) is not None


def _turned_group(x: t.Scripted) -> Node | None:
    """What stands in a parenthesis that is transposed."""
    marks = [e for s in x.scripts if s.above and not s.bracket for e in s.entries if is_mark(e)]
    whole = isinstance(x.base, t.Group) and len(x.base.items) == 1 and marks and not x.primes
    return x.base.items[0] if whole and isinstance(x.base, t.Group) else None


def _behind_capital(x: Node) -> Node:
    """The x of `A x` and of `A^T x`; anything else as it is."""
    bodies = [f.body for f in x.factors] if isinstance(x, t.Product) else []
    names = [b for b in bodies if isinstance(b, t.Name)]
    matrix = len(names) == len(bodies) == 2 and CAPITAL.fullmatch(names[0].base) is not None
    plain = matrix and (not names[0].scripts or transposed_base(names[0]) is not None)
    return names[1] if plain else x


def _beside_turned(nodes: Iterable[object], turned: Collection[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    r"""The x of `w^T x`, where w is one of the `turned`, and of `\|x - y\|`: small letters that are not for numbers."""
    for x in nodes:
        found: list[Node] = []
        if isinstance(x, t.Group) and x.open == r"\|" and len(x.items) == 1:
            inner = x.items[0]
            found = [term.body for term in inner.terms] if isinstance(inner, t.Terms) else [inner]
        elif isinstance(x, t.Product):
            rows = zip_longest(x.factors, x.factors[1:], x.factors[2:])
            found = [
                b.body
                for a, b, c in rows
                if b is not None and _is_turned(a.body, turned) and b.operator in INNER and not (c and c.joined)
            ]
        for y in found:
            shape = shape_of(y) if isinstance(y, t.Name) else None
            base, pieces, marked = split(shape) if shape is not None else ("", (), True)
            if not marked and SMALL.fullmatch(base) and base not in NUMBERS:
                yield base, len(pieces)


def _equated(chains: Sequence[Chain], vectors: Collection[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    r"""The v of `h = v_k` and of `h = \frac{1}{C} \sum_c v_c`, where h is one of the `vectors`."""
    for chain in chains:
        shapes = [named(m) if isinstance(m, t.Name) else None for m in chain.members]
        names = [split(s) for s in shapes if s is not None and SMALL.fullmatch(s.base)]
        keys = {(base, len(pieces)) for base, pieces, marked in names if not marked}
        if len(names) == len(shapes) > 1 and keys & set(vectors):
            yield from keys
        elif len(shapes) == 2 and shapes[0] is not None and shapes[1] is None and keys & set(vectors):
            yield from _added_up(chain.members[1])


def _added_up(x: Node) -> Iterator[tuple[str, int]]:
    r"""The v of `\frac{1}{C} \sum_c v_c`, where all else is a number."""
    factors = [f.body for f in x.factors] if isinstance(x, t.Product) else [x]
    sums = [f.body for f in factors if isinstance(f, t.BigSum)]
    others = [y for f in factors if not isinstance(f, t.BigSum) for y in t.of_kind(f, t.Name)]
    if len(sums) == 1 and isinstance(sums[0], t.Name) and not any(y.scripts for y in others):
        base, pieces, marked = split(named(sums[0]))
        if not marked and SMALL.fullmatch(base):
            yield base, len(pieces)


def _dotted(nodes: Iterable[object], vectors: Collection[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    r"""The x of `w \cdot x_i + b`, where w is one of the `vectors`."""
    for x in nodes if vectors else ():
        pairs = zip(x.factors, x.factors[1:], strict=False) if isinstance(x, t.Product) else ()
        for a, b in pairs:
            one, two = (shape_of(y.body) if isinstance(y.body, t.Name) else None for y in (a, b))
            if one is None or two is None or b.operator != r"\cdot" or (one.base, len(one.pieces)) not in vectors:
                continue
            base, pieces, marked = split(two)
            if not marked and LATIN.fullmatch(base):
                yield base, len(pieces)


def _is_turned(x: Node, turned: Collection[tuple[str, int]]) -> bool:
    found = transposed(x)
    base, pieces, _ = split(found[0]) if found is not None else ("", (), False)
    return found is not None and (base, len(pieces)) in turned


def transposed(x: object) -> tuple[Shape, Node] | None:
    r"""The name that is transposed in `x^T` and `(x^{(n)})^T`, with the mark on it."""
    inner = x
    if isinstance(x, t.Scripted) and isinstance(x.base, t.Group) and len(x.base.items) == 1 and not x.primes:
        inner = x.base.items[0]
    shape = shape_of(inner) if isinstance(inner, t.Name) else None
    scripts = x.scripts if isinstance(x, (t.Name, t.Scripted)) else ()
    marks = [e for s in scripts if s.above and not s.bracket for e in s.entries if is_mark(e)]
    return (shape, marks[-1]) if shape is not None and marks else None


def _in_angles(x: t.Group) -> Iterator[tuple[str, int]]:
    r"""The two small letters of `\langle z_i, z_j \rangle`."""
    shapes = [named(i) for i in x.items if isinstance(i, t.Name)]
    if x.open == r"\langle" and len(shapes) == len(x.items) == 2:
        yield from ((split(s)[0], len(split(s)[1])) for s in shapes if SMALL.fullmatch(s.base))


def capitals_before_vectors(
    chains: Sequence[Chain],
    shapes: Shapes,
    known: Collection[str],
    letters: Collection[str] = (),
    vectors: Collection[Key] = (),
    rows: Collection[Key] = (),
) -> set[Key]:
    r"""Capitals of which nothing is known before a vector, with or without labels: the W of `W x` and of `W_{hx} x_t`.

    Those of `letters`, which are matrices with other labels, before any small letter; `vectors` are known besides, some
    of them as `rows`. Behind a row stands a matrix, too.
    """
    untold = untold_matrices([t.Statement(c) for c in chains], shapes, known)
    several = _raised_apart(chains, shapes)
    found = set()
    for one, two in _neighbours(chains):
        base, pieces, _ = split(one)
        bold = base.startswith(FONTS) or base in several
        if not CAPITAL.fullmatch(BOLD.sub(r"\1", base)) or shapes.find(base, pieces) is not None or one.primes:
            continue
        if two is None:
            if base in letters and is_labelled(one, shapes, raised=bold):
                found.add(labelled_key(base, pieces, shapes))
            continue
        behind, scripts, marked = split(two)
        small = SMALL.fullmatch(BOLD.sub(r"\1", behind)) is not None and not marked
        vector = (small and behind.startswith(FONTS)) or shapes.find(behind, scripts) is not None
        vector = vector or key_of(behind, scripts) in vectors
        told = (vector and (bold or scripted_key(one) in untold)) or (small and base in letters)
        if told and not marked and (not pieces or is_labelled(one, shapes, raised=bold)):
            found.add(labelled_key(base, pieces, shapes))
    behind_rows = _behind_rows(chains, shapes, rows)
    return found | {key for key, told in behind_rows if told in untold or key[0].startswith(FONTS)}


def _behind_rows(chains: Sequence[Chain], shapes: Shapes, rows: Collection[Key]) -> Iterator[tuple[Key, str]]:
    """The capitals right behind a row, the W of `x W + b`, and what they are told by."""
    for row, scripts, name in _before_capitals(chains):
        found = shapes.find(row, scripts)
        lies = shapes.way_of(row, scripts) is Way.ROW or key_of(row, scripts) in rows
        lies = lies or (found is not None and found.kind == "r")
        base, pieces, _ = split(named(name))
        if lies and shapes.find(base, pieces) is None and is_labelled(named(name), shapes):
            yield labelled_key(base, pieces, shapes), scripted_key(named(name))


def rows_before_capitals(chains: Sequence[Chain], shapes: Shapes) -> bool:
    """Does a small letter that words call a row stand right before a capital, `x W`?"""
    return any(shapes.way_of(row, scripts) is Way.ROW for row, scripts, _ in _before_capitals(chains))


def shows_called(chains: Sequence[Chain], called: Collection[tuple[str, int]], shapes: Shapes) -> bool:
    """Do equations show that names which are called vectors are arrays?"""
    return any(_shown(c, called) for c in chains) or rows_before_capitals(chains, shapes)


def _shown(chain: Chain, called: Collection[tuple[str, int]]) -> bool:
    """Does an equation transpose one of the names that are called vectors, or stand one within a norm?"""
    for x in t.walk(chain) if called else ():
        within = [x] if isinstance(x, t.Name) else list(t.walk(x)) if isinstance(x, t.Group) and x.open == r"\|" else []
        for y in within:
            shape = shape_of(y) if isinstance(y, t.Name) else None
            base, pieces, marked = split(shape) if shape is not None else ("", (), False)
            if (base, len(pieces)) in called and (marked or not isinstance(x, t.Name)):
                return True
    return False


def _before_capitals(chains: Sequence[Chain]) -> Iterator[tuple[str, tuple[Node, ...], t.Name]]:
    """The small letters right before a capital, with their scripts, and this."""
    for x in (x for c in chains for x in t.of_kind(c, t.Product)):
        for f, following in zip(x.factors, x.factors[1:], strict=False):
            one, two = f.body, following.body
            if following.operator or following.joined or not isinstance(one, t.Name) or not isinstance(two, t.Name):
                continue
            (row, scripts, marked), base = split(named(one)), split(named(two))[0]
            if SMALL.fullmatch(BOLD.sub(r"\1", row)) and not marked and CAPITAL.fullmatch(BOLD.sub(r"\1", base)):
                yield row, scripts, two


def _raised_apart(chains: Sequence[Chain], shapes: Shapes) -> set[str]:
    """The capitals that letters above them tell apart, `W^z` and `W^r`: these are no exponents."""
    above: dict[str, set[tuple[str | None, ...]]] = {}
    for x in (x for c in chains for x in t.of_kind(c, t.Name)):
        base, pieces, _ = split(named(x))
        if pieces and CAPITAL.fullmatch(base):
            above.setdefault(base, set()).add(tuple(map(letter_of, pieces)))
    return {
        base
        for base, found in above.items()
        if len(found) > 1 and not any(p is None or p in shapes.running | shapes.sizes for each in found for p in each)
    }


def behind_matrices(chains: Sequence[Chain], letters: Collection[str]) -> Iterator[tuple[str, int]]:
    """The small letters behind capitals that are matrices elsewhere: the x of `W_x x_t` beside `W_h h_{t-1}`."""
    for one, two in _neighbours(chains):
        base, pieces, marked = split(two) if two is not None else ("", (), True)
        if one.base in letters and not marked and SMALL.fullmatch(base):
            yield base, len(pieces)
    for x in (x for c in chains for x in t.of_kind(c, t.Terms)):
        yield from _beside_products(x, letters)


def behind_told(chains: Sequence[Chain], shapes: Shapes) -> Iterator[tuple[str, int]]:
    """The small letters behind matrices of known shape: the h of `W_h h_{t-1}`, not the b of `X_{ij} b_j`."""
    for one, two in _neighbours(chains):
        found = shapes.find(*split(one)[:2])
        base, pieces, marked = split(two) if two is not None else ("", (), True)
        if found is not None and found.kind == "m" and not found.weak and not marked and SMALL.fullmatch(base):
            yield base, len(pieces)


def _beside_products(x: t.Terms, letters: Collection[str]) -> Iterator[tuple[str, int]]:
    """The x of `W h + U x` where W is a matrix."""
    names = [[f.body for f in term.body.factors] for term in x.terms if isinstance(term.body, t.Product)]
    pairs = [(shape_of(y[0]), shape_of(y[1])) for y in names if len(y) == 2 and all(isinstance(z, t.Name) for z in y)]
    told = [(a, b) for a, b in pairs if a is not None and b is not None]
    if any(a.base in letters for a, _ in told):
        found = (split(b) for a, b in told if CAPITAL.fullmatch(a.base))
        yield from ((base, len(pieces)) for base, pieces, marked in found if not marked and SMALL.fullmatch(base))


def _neighbours(chains: Sequence[Chain]) -> Iterator[tuple[Shape, Shape | None]]:
    """Names side by side in a product, the second not applied to anything; none where it is a parenthesis."""
    for x in (x for c in chains for x in t.of_kind(c, t.Product)):
        for n, (f, following) in enumerate(zip(x.factors, x.factors[1:], strict=False)):
            applied = n + 2 < len(x.factors) and x.factors[n + 2].joined
            one, two = (shape_of(y.body) if isinstance(y.body, t.Name) else None for y in (f, following))
            opened = isinstance(following.body, t.Group) and following.joined
            if (
                one is not None
                and (opened or two is not None)
                and not applied
                and following.operator in ("", r"\cdot", r"\ast")
            ):
                yield one, two


def behind_transposes(chains: Sequence[Chain]) -> set[str]:
    """The letters right behind what is transposed, the A of `w^T A w`."""
    products = [x for c in chains for x in t.of_kind(c, t.Product)]
    pairs = (pair for x in products for pair in zip(x.factors, x.factors[1:], strict=False))
    return {
        b.body.base
        for a, b in pairs
        if isinstance(b.body, t.Name)
        and (isinstance(a.body, t.Scripted) or (isinstance(a.body, t.Name) and transposed_base(a.body) is not None))
    }
