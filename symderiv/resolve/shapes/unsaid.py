r"""Vectors whose lengths nothing says: the w and the x of `y_n = \sigma(\mathbf{w}^T \mathbf{x}_n + b)`.

A bold small letter is a column, and so is a small letter that is transposed, that stands right behind one that is, or
beside such in a norm, that is taken from another of its kind in a norm (`\|y_i - y_j\|`), or what a sentence calls a
vector where one of these is transposed or in a norm. What is multiplied, added or equated has one length; so have a
matrix before a vector (`W \mathbf{x}`) and the vector that comes of it. Claims are not asked: they may be wrong.
What the page differentiates is a number: where it multiplies two columns (`E = -t \log y`), these have one entry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ...notation import EQUALITIES, OBJECTIVES
from ..spelled.shape import Shape, letter_of, shape_of, values_in
from .array import ZERO
from .axes import Axes, Axis
from .bare_products import bare_vectors, behind_vectors
from .beside_wholes import beside_wholes
from .declared import BOLD, Declared, Shapes, Way, split
from .entries_of_declared import entries_of_declared
from .entry_lengths import entries_of_steps, has_two_indices, lengths_by_entries, only_by_entries
from .forms import name_defined, shows_arrays
from .labelling import counting_letters, labelling, letters_of, named_after
from .last_layers import are_last_layers
from .named import ONES
from .neighbours import (
    Key,
    behind_matrices,
    behind_told,
    behind_transposes,
    capitals_before_vectors,
    is_step,
    key_of,
    rows_before_capitals,
    shows_called,
    turned_letters,
)
from .normed import called_capitals, capitals_normed
from .sizes import named_by_sizes
from .told_by_claims import vectors_of_claims
from .untold import CAPITAL
from .used_by_entries import added_as_it_stands

Said: TypeAlias = tuple[str, Declared]
KINDS = {(True,): "c", (False,): "", (True, True): "m", (False, True): "r", (True, False): "c", (False, False): ""}
"""What an array is by which of its axes are longer than 1."""
POOL = "DMPQRSULGHABC"


def first_of_each(chains: Sequence[Chain]) -> list[Chain]:
    """The equations without derivatives of which nothing before says what their left side is.

    A page that has none is about the formulas that it differentiates.
    """
    met: set[Node] = set()
    found = []
    for chain in chains:
        if len(chain.members) < 2 or chain.relations[0] not in EQUALITIES or chain.members[0] in met:
            continue
        met.add(chain.members[0])
        if _is_product(chain.members[0]):
            continue  # `X^T X w = X^T y` says what nothing is
        if not any(isinstance(x, (t.Derivative, t.Nabla)) for x in t.walk(chain)):
            found.append(chain)
    return found or [Chain((x,), (), (), chains[0].span) for x in _differentiated(chains)]


def _is_product(x: Node) -> bool:
    """Is it a product, and no name before its arguments?"""
    return isinstance(x, t.Product) and not any(f.joined for f in x.factors[1:])


def _differentiated(chains: Sequence[Chain]) -> Iterator[Node]:
    """The formulas that a page differentiates and gives no name."""
    derivatives = [x.of for c in chains for x in t.of_kind(c, t.Derivative)]
    gradients = [x.of for c in chains for x in t.of_kind(c, t.Nabla)]
    for x in dict.fromkeys([*derivatives, *gradients]):
        if x is not None and not isinstance(x, t.Name):
            yield x


def lengths_unsaid(
    chains: Sequence[Chain],
    shapes: Shapes,
    defined: Collection[Key],
    numbers: Collection[Key],
    taken: Collection[str],
    called: Collection[tuple[str, int]],
    squares: Collection[str],
    diagonal: Collection[str],
    of_entries: Mapping[tuple[str, int], Node],
    spread: int | None = None,
) -> list[Said]:
    """A declaration for each bold vector without a length, and each matrix before one.

    - `chains`: the equations of a page; `defined`: their left sides; `numbers`: names that are known to be numbers;
    - `taken`: letters that are no name for a length; `called`: names that sentences call vectors; `squares`: letters
      of matrices that they call symmetric, or not, or square; `diagonal`: of those that they call so;
    - `of_entries`: lengths that sums over entries show;
    - `spread`: the axis of a matrix of examples along which a vector lies that is added to it.
    """
    found = _axes(chains, shapes, defined, numbers, called, squares, of_entries, spread)
    if found is None:
        return []
    found.vectors = {k: x for k, x in found.vectors.items() if k not in set(_equal_to_rows(chains, shapes))}
    for key in (k for k in found.matrices if k[0] in diagonal):
        found.join(((key, 0),), ((key, 1),))
    if any(has_two_indices(key, chains) for key in found.vectors):
        return []  # of a matrix that stands beside its entries nothing is to be guessed
    alone = found.vectors and not found.matrices and not _are_stated(shapes)
    if alone and only_by_entries(chains, shapes.wholes).issuperset(found.vectors):
        return []  # the letters of their entries say how long these are
    if not found.matrices and are_last_layers(found.vectors.values(), chains):
        return []
    every, chains = chains, first_of_each(chains)
    if found.vectors:
        of_entries = {**lengths_by_entries(chains, [c for c in every if c not in chains]), **of_entries}
    lengths = _lengths(found, of_entries, chains, taken)
    if lengths is None:
        return []
    single = {found.root(a) for a in found.single}

    def sizes(key: Key, count: int) -> tuple[Node | None, ...]:
        return sizes_at((key, n) for n in range(count))

    def sizes_at(axes: Iterable[Axis]) -> tuple[Node | None, ...]:
        roots = map(found.root, axes)
        return tuple(None if a in single else lengths[a] if isinstance(a, tuple) else a for a in roots)

    vectors = _lying(_said(found.vectors, lambda key: sizes(key, 1)), shapes)
    columns = {key: x for key, x in found.biases.items() if key not in found.rows}
    rows = {key: x for key, x in found.biases.items() if key in found.rows}
    said = list(with_turned([*vectors, *_said(columns, lambda key: sizes(key, 1))], every))
    said += ((base, replace(d, kind="r")) for base, d in _said(rows, lambda key: sizes(key, 1)))
    circled = {  # `z^l` made of `a^{l-1}` may be the one that no length is asked for
        k: x for k, x in _circled(found, chains).items() if all(a in lengths for a in _open(found, found.forms[k][1]))
    }
    said += _said(circled, lambda key: sizes_at(found.forms[key][1]))
    return [*said, *_said(found.matrices, lambda key: sizes(key, 2))]


def _lengths(
    found: Axes, of_entries: Mapping[tuple[str, int], Node], chains: Sequence[Chain], taken: Collection[str]
) -> dict[Axis, Node] | None:
    """The length of each axis, shown by entries or a letter of its own; None where these clash or run out."""
    measured = set(_measured(chains))
    shown = {key: size for key, size in of_entries.items() if key[0] not in measured}
    lengths: dict[Axis, Node] = dict(_shown_by_entries(found, shown))
    unknown = [a for a in _unknown(found) if a not in lengths]
    lengths |= {a: t.Name(x) for a, x in zip(unknown, free_letters(taken), strict=False)}
    return None if found.clashing or any(a not in lengths for a in _unknown(found)) else lengths


def _equal_to_rows(chains: Sequence[Chain], shapes: Shapes) -> Iterator[Key]:
    """The names that are equated with a row of known length, `a^0 = x`: they are what that row is."""
    for c in (c for c in chains if set(c.relations) == {"="} and all(isinstance(m, t.Name) for m in c.members)):
        parts = [split(x) for m in c.members if (x := shape_of(m)) is not None]
        if any((d := shapes.find(*x[:2])) is not None and d.kind == "r" and not x[2] for x in parts):
            yield from (key_of(base, pieces) for base, pieces, marked in parts if not marked)


def _measured(chains: Sequence[Chain]) -> Iterator[str]:
    r"""The letters of numbers that are defined as lengths of vectors of that letter: the `r_{kj}` of
    `r_{kj} = \|\vec{r}_k - \vec{r}_j\|` are no entries of these."""
    for c in chains:
        left = name_defined(c)
        norms = (x for m in c.members[1:] for x in t.of_kind(m, t.Group) if x.open == r"\|")
        shapes = [x for norm in norms for x in values_in(norm)]
        if left is not None and any(split(x)[0] != left[0] == BOLD.sub(r"\1", split(x)[0]) for x in shapes):
            yield left[0]


def _are_stated(shapes: Shapes) -> bool:
    r"""Is a shape known of an array other than `\mathbf{1}`?"""
    return any(d.kind and not d.weak for base, found in shapes.known.items() if base not in ONES for d in found)


def _axes(
    chains: Sequence[Chain],
    shapes: Shapes,
    defined: Collection[Key],
    numbers: Collection[Key],
    called: Collection[tuple[str, int]],
    squares: Collection[str],
    of_entries: Mapping[tuple[str, int], Node],
    spread: int | None,
) -> Axes | None:
    """What a page says of vectors without a length and of matrices before them; None where it has none."""
    stated = _are_stated(shapes)
    bare = bare_vectors(chains).union(vectors_of_claims(first_of_each(chains), chains, defined))
    if not (stated or bare or any(map(shows_arrays, chains)) or rows_before_capitals(chains, shapes)):
        return None  # bold entries of one page are numbers: `\mathbf{W}_{ij} \mathbf{x}_j`
    learned, marked = differentiated_by(chains), {*turned_letters(chains), *bare}
    marked |= behind_vectors(first_of_each(chains), marked)
    derivatives = [x for c in chains for x in t.of_kind(c, t.Derivative)]
    objectives = {x.of for x in derivatives if isinstance(x.of, t.Name) and x.of.base in OBJECTIVES}
    objectives -= {w.body for x in derivatives for w in x.wrt}
    if any(x.function == "softmax" for c in chains for x in t.of_kind(c, t.Call)):
        objectives = set()  # of more than one entry, with a sum left out
    every, chains = chains, first_of_each(chains)
    made = [c for c in chains if not _adds_up(c)]
    names = [x for c in made for y in t.walk(c) if isinstance(y, t.Name) and (x := shape_of(y)) is not None]
    counting = shapes.running | set(counting_letters(every))
    intercepts = set(_intercepts(every))
    shown = [x for x in names if x.lowers and not _is_signed(x) and not _is_offset(x) and _counts(x, counting)]
    shown = [x for x in shown if x not in intercepts]
    entries = {(x.base, len(split(x)[1])) for x in shown}
    entries -= {(base, len(pieces)) for base, pieces in defined} | {(base, 1) for base in beside_wholes(every)}
    entries -= (stepwise := set(entries_of_steps(made, of_entries)))
    marked |= {(base, count - 1) for base, count in stepwise}
    called = {*(called if shows_called(chains, called, shapes) else ()), *marked}
    numbers = {k for k in numbers if (k[0], len(k[1])) not in marked}  # taken so while nothing is known of the others
    start = Axes(shapes, defined, numbers, entries, called, (), learned, objectives=objectives, spread=spread)
    start.capitals = called_capitals(behind_transposes(chains).intersection(squares), shapes, defined)
    start.parts = entries_of_declared(chains, shapes)
    # `$f$ is applied ..`; an `$f_l$` may be one of several
    mentioned = {id(c) for c in every if not c.relations and isinstance(f := c.members[0], t.Name) and not f.scripts}
    start.functions = _functions([x for c in every if id(c) not in mentioned for x in t.walk(c)])
    found = _matrices_met(start, chains)
    fits = found is not None and all(_fits(found, x) for c in chains for x in t.of_kind(c, t.Group))
    return found if fits else None


def _adds_up(c: Chain) -> bool:
    r"""Does an equation say no more than to which number the entries of an array add up, `\sum_k y_k = 1`?"""
    one, *others = c.members
    names = isinstance(one, t.BigSum) and one.operator == r"\sum" and isinstance(one.body, t.Name)
    return names and len(others) == 1 and isinstance(others[0], t.Number)


def _circled(found: Axes, chains: Sequence[Chain]) -> dict[Key, t.Name]:
    """The vectors of which a step is made of one before, `h_t` of `h_{t-1}`: no shape is known first.

    Not those of layers that differ in length: `\\delta_L` has that of the last one, `\\delta_{l-1}` another.
    """
    names = [split(x)[:2] for c in chains for y in t.of_kind(c, t.Name) if (x := shape_of(y)) is not None]
    before = {key_of(*x) for x in names if any(map(is_step, x[1]))}
    lefts = [(left, c.members[0]) for c in chains if (left := name_defined(c)) is not None]
    made = {key_of(*left): x for left, x in lefts if isinstance(x, t.Name)}
    columns = {k: found.forms[k][1] for k in made if k in before and found.forms.get(k, ("",))[0] == "c"}
    varying = {k for k, axes in columns.items() for a in map(found.root, axes) if isinstance(a, t.Name) and a.scripts}
    return {k: made[k] for k in columns if k not in varying}


def _counts(x: Shape, counting: Collection[str]) -> bool:
    r"""May what stands below a name be an index? That of `\mu_p` that nothing else is about tells names apart."""
    letters = [letter_of(p) for item in x.lowers for p in item]
    return len(letters) != 1 or letters[0] is None or letters[0] in counting


def _shown_by_entries(found: Axes, of_entries: Mapping[tuple[str, int], Node]) -> Iterator[tuple[Axis, Node]]:
    """The axes of vectors of which sums over their entries show the length."""
    for key in found.vectors:
        size = of_entries.get((BOLD.sub(r"\1", key[0]), len(key[1])))
        if size is not None and isinstance(root := found.root((key, 0)), tuple):
            yield root, size
    for key, (kind, axes) in found.forms.items():  # `y_t` beside the sum over `y_{t,i}`, and y beside one over `y_i`
        base, steps = BOLD.sub(r"\1", key[0]), len(key[1])
        size = of_entries.get((base, steps)) if kind == "c" else None
        own = of_entries.get((base, steps - 1))  # of the T steps t, as in the square `s_t^2`, nothing is seen
        if size is not None and size != own and isinstance(root := found.root(axes[0]), tuple):
            yield root, size


def _functions(nodes: Sequence[object]) -> frozenset[str]:
    """The names that stand before a parenthesis with one thing in it wherever they stand; no objectives."""
    met = Counter(x.base for x in nodes if isinstance(x, t.Name))
    products = [x for x in nodes if isinstance(x, t.Product)]
    pairs = [pair for x in products for pair in zip(x.factors, x.factors[1:], strict=False)]
    applied = Counter(
        a.body.base
        for a, b in pairs
        if isinstance(a.body, t.Name) and b.joined and isinstance(b.body, t.Group) and len(b.body.items) == 1
    )
    return frozenset(
        x for x, count in applied.items() if count == met[x] and x not in OBJECTIVES and not CAPITAL.fullmatch(x)
    )


def _fits(found: Axes, x: t.Group) -> bool:
    r"""Are the names that are added in a norm all vectors, or all numbers? The h of `\|h - t\|` may lack its shape."""
    inner = x.items[0] if x.open == r"\|" and len(x.items) == 1 else None
    names = [term.body for term in inner.terms if isinstance(term.body, t.Name)] if isinstance(inner, t.Terms) else []
    return len({form[0] for name in names if (form := found.form(name)) is not None}) < 2


def _is_signed(x: Shape) -> bool:
    """Does it carry a sign above, `z_i^+`? It is another name then, not an entry of `z_i`."""
    return any(isinstance(p, t.Symbol) for item in x.uppers for p in item)


def _is_offset(x: Shape) -> bool:
    r"""Is it the offset `\alpha_{0m}` beside the vectors `\alpha_m`?"""
    return x.below == 2 and isinstance(first := x.lowers[0][0], t.Number) and first.text == "0"


def _intercepts(chains: Sequence[Chain]) -> Iterator[Shape]:
    r"""The `w_0` of `w^T x + w_0`, where that is added as it stands, and no other name has an entry at 0.

    Beside `x_{n0}` it may be the first of `w`, whatever the formula says.
    """
    found = {x for name in added_as_it_stands(chains) if (x := shape_of(name)) is not None and x.lowers == ((ZERO,),)}
    names = [x for c in chains for y in t.of_kind(c, t.Name) if (x := shape_of(y)) is not None and x.lowers]
    others = {x.base for x in names if x.lowers[-1] and x.lowers[-1][-1] == ZERO} if found else set()
    for x in found:
        if others <= {x.base}:
            yield x


def _matrices_met(start: Axes, chains: Sequence[Chain]) -> Axes | None:
    """What equations say of vectors and of the matrices before these; None where there are none."""
    shapes, called = start.shapes, {*start.called}
    first = _read(replace(_empty(start), called=called, learned=()), chains)
    vectors, seen = first.vectors, {key for key, form in first.forms.items() if form[0] == "c"}
    lefts = {key_of(*left): c.members[0] for c in chains if (left := name_defined(c)) is not None}
    made = {key: x for key, x in lefts.items() if key in seen and isinstance(x, t.Name)}
    made = {key: x for key, x in made.items() if shapes.running.issuperset(letters_of([x]))}  # no labels
    known = {base for base, _ in start.defined} | shapes.sizes | shapes.running | set(_heads(chains))
    numbering = set(letters_of(vectors.values())) - set(labelling(chains)) - set(named_after(chains))
    columns = replace(shapes, known={**shapes.known}, running=shapes.running | numbering)
    for base, d in _said({**made, **vectors}, lambda _: (t.Name("?"),)):
        columns.known[base] = [*columns.known.get(base, ()), d]
    capitals = capitals_before_vectors(chains, columns, known) | capitals_normed(chains, columns, known, start.capitals)
    if not vectors and not capitals and not start.learned:
        return None
    start = replace(start, shapes=replace(shapes, running=columns.running))
    called |= set(behind_told(chains, shapes))
    for _ in range(2):  # `U h_{t-1}`: h is a vector once W is a matrix in `h_t = W x_t + ..`
        letters = {base for base, _ in capitals}
        called |= set(behind_matrices(chains, letters))
        read = _read(replace(_empty(start), called=called, capitals=capitals, learned=()), chains)
        known_vectors = {key for key, form in read.forms.items() if form[0] == "c"} | {*read.vectors}
        for base, d in _said({k: x for k, x in read.vectors.items() if k not in vectors}, lambda _: (t.Name("?"),)):
            columns.known[base] = [*columns.known.get(base, ()), d]
        rows = {key for key, form in read.forms.items() if form[0] == "r"}
        capitals |= capitals_before_vectors(chains, columns, known, letters, known_vectors, rows)
    return _read(replace(_empty(start), called=called, capitals=capitals), chains)


def _empty(found: Axes) -> Axes:
    """The same with nothing found yet."""
    return replace(
        found, called=(), capitals=(), vectors={}, matrices={}, biases={}, rows=set(), same={}, forms={}, single=set()
    )


def differentiated_by(chains: Sequence[Chain]) -> set[tuple[str, int]]:
    """The names by which a page differentiates, by letter and number of scripts."""
    bodies = [x.body for c in chains for x in t.of_kind(c, t.Wrt)]
    bodies += [e for c in chains for x in t.of_kind(c, t.Nabla) if x.by is not None for e in x.by.entries]
    shapes = [s for x in bodies if isinstance(x, t.Name) and (s := shape_of(x)) is not None]
    return {(split(s)[0], len(split(s)[1])) for s in shapes}


def _heads(chains: Sequence[Chain]) -> Iterator[str]:
    r"""The letters of what is defined with arguments: the L of `L(\mathbf{w}) = ..`."""
    for chain in chains:
        left = chain.members[0]
        if isinstance(left, t.Product) and isinstance(left.factors[0].body, t.Name):
            yield left.factors[0].body.base


def _read(found: Axes, chains: Sequence[Chain]) -> Axes:
    """Reads all equations twice, for what is defined may stand above its definition."""
    for chain in (*chains, *chains):
        found.within = chain.members[0] in found.objectives
        forms = [f for f in map(found.form, chain.members) if f is not None and f[0]]
        if found.within or any(_is_called_number(m, found) for m in chain.members):  # a number, `-t \log y`
            found.single |= {a for f in forms if f[0] != "m" for a in map(found.root, f[1]) if isinstance(a, tuple)}
            continue
        for f in forms[1:]:
            if f[0] == forms[0][0]:
                found.join(forms[0][1], f[1])
        left = name_defined(chain)
        if left is not None and forms and (key := key_of(*left)) in found.defined:
            found.forms.setdefault(key, forms[-1])
    return found


def _is_called_number(x: Node, found: Axes) -> bool:
    """Does the page say of a name that it is a number?"""
    shape = shape_of(x) if isinstance(x, t.Name) else None
    told = found.shapes.find(*split(shape)[:2]) if shape is not None else None
    return told is not None and not told.kind and not told.weak


def _said(names: dict[Key, t.Name], sizes: Callable[[Key], tuple[Node | None, ...]]) -> Iterator[Said]:
    """The declarations of names; an axis of length 1 is None, and is left out."""
    for key, name in names.items():
        shape = shape_of(name)
        assert shape is not None
        axes = sizes(key)
        kind, kept = KINDS[tuple(a is not None for a in axes)], tuple(a for a in axes if a is not None)
        labels = bool(key[1]) and None not in key[1]
        by = named_by_sizes(split(shape)[1], kept)
        yield shape.base, Declared(by, kind, kept, single=len(kept) < len(axes), labels=labels)


def _lying(said: Iterable[Said], shapes: Shapes) -> Iterator[Said]:
    """The declarations of vectors, with rows for those that words call so."""
    for base, d in said:
        yield base, replace(d, kind="r") if d.kind == "c" and shapes.way_of(base, d.pieces) is Way.ROW else d


def with_turned(
    said: Iterable[Said], chains: Sequence[Chain], told: Collection[tuple[str, tuple[Node, ...]]] = ()
) -> Iterator[Said]:
    r"""The declarations, and of a column `z_i` whose entries are all typed `z_{mi}` that its own index comes first; but
    of what is `told` by a list of its entries that says it.

    Where the m numbers what the i does beside `z_i`, the `p_m` of `\partial L/\partial w_i = \sum_m p_m z_{m,i}` beside
    `p_i = w^T z_i`, the two have changed their places.
    """
    shapes = [[x for y in t.of_kind(c, t.Name) if (x := shape_of(y)) is not None] for c in chains]
    met = [(x, line) for line in shapes for x in line if x.below == 2]
    plain_lines = [_numbered(x) for x, c in zip(shapes, chains, strict=True) if not t.of_kind(c, t.Derivative)]
    for base, d in said:
        is_open = len(d.pieces) == 1 and (base, d.pieces) not in told
        entries = [(x.letters[-2:], line) for x, line in met if x.base == base and not x.uppers] if is_open else []
        own = letter_of(d.pieces[0]) if entries else None
        alike = _numbered_alike(base, own, plain_lines) if own is not None else set()
        kept = [pair for pair, line in entries if not {(y, pair[0]) for y in alike} & _numbered(line)]
        turned = own is not None and bool(kept) and all(second == own != first for first, second in kept)
        yield base, replace(d, turned=True) if turned else d


def _numbered_alike(base: str, own: str, lines: Sequence[set[tuple[str, str | None]]]) -> set[str]:
    """The names that a letter numbers beside another name, or beside one of these."""
    found, before = {base}, set[str]()
    while found != before:
        before = set(found)
        found |= {y for line in lines if any((x, own) in line for x in before) for y, letter in line if letter == own}
    return found


def _numbered(line: Iterable[Shape]) -> set[tuple[str, str | None]]:
    """The names with one index and nothing above, each with its letter."""
    return {(x.base, x.letters[0]) for x in line if x.below == 1 and not x.uppers}


def _unknown(found: Axes) -> list[Axis]:
    """The axes whose length has no name, each once."""
    axes = [(key, 0) for key in (*found.vectors, *found.biases)] + [(key, n) for key in found.matrices for n in (0, 1)]
    return list(dict.fromkeys(_open(found, axes)))


def _open(found: Axes, axes: Iterable[Axis]) -> list[tuple[Key, int]]:
    """Those of axes that nothing gives a length."""
    return [a for a in map(found.root, axes) if isinstance(a, tuple)]


def free_letters(taken: Collection[str]) -> list[str]:
    """The letters that may name lengths of which nothing is said."""
    return [x for x in POOL if x not in taken and x.lower() not in taken]
