"""What the typed form of an equation or a name tells of its arrays, before anything is known of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ...notation import EQUALITIES
from ...pattern import lazily
from ..spelled.function_letters import FUNCTION_LETTERS, GREEK_FUNCTIONS
from ..spelled.shape import STARRED, is_mark, letter_of, letters_in, shape_of, shifted
from ..stated import whole_and_entry
from .algebra import ELEMENTWISE
from .array import letters_below
from .declared import Declared, split
from .labels_apart import LabelsApart
from .reader import Reader
from .small import transposed_base
from .stacked import stacked

BOLD_SMALL = lazily(r"\\(?:mathbf|boldsymbol|vec|bm)\{[a-z]\}")


def name_defined(chain: Chain) -> tuple[str, tuple[Node, ...]] | None:
    """The name that an equation may define."""
    if len(chain.members) < 2 or not isinstance(chain.members[0], t.Name) or chain.relations[0] not in EQUALITIES:
        return None
    shape = shape_of(chain.members[0])
    if shape is None or says_entries(chain):
        return None
    base, pieces, marked = split(shape)
    return None if marked else (base, pieces)


def defined_and_differentiated(chains: Sequence[Chain]) -> frozenset[str]:
    r"""The bare letters that a page defines and differentiates, the I of `I = -\sum_i t_i \ln y_i`: no identity."""
    defined = {left[0] for c in chains if (left := name_defined(c)) is not None and not left[1]}
    bodies = {
        d.of.base for c in chains for d in t.of_kind(c, t.Derivative) if isinstance(d.of, t.Name) and not d.of.scripts
    }
    return frozenset(defined & bodies)


def function_defined(chain: Chain) -> str | None:
    r"""The letter of a function that an equation may define, the s of `s(\gamma) = \frac{1}{1 + e^{-\gamma}}`."""
    left = chain.members[0]
    if len(chain.members) < 2 or chain.relations[0] not in EQUALITIES or not isinstance(left, t.Product):
        return None
    name, argument = left.factors[0].body, left.factors[-1].body
    joined = len(left.factors) == 2 and left.factors[1].joined and isinstance(argument, t.Group)
    if not joined or not isinstance(name, t.Name) or name.scripts or name.primes or not isinstance(argument, t.Group):
        return None
    return name.base if len(argument.items) == 1 and isinstance(argument.items[0], t.Name) else None


def functions_shown(chains: Sequence[Chain]) -> frozenset[str]:
    """What is defined as a function, or never stands without an argument."""
    entries = {x.base for c in chains if c.relations and isinstance(x := c.members[0], t.Name) and x.scripts}
    listed = always_listed([x for c in chains if c.relations for x in t.walk(c)])
    applied = always_applied([x for c in chains for x in t.walk(c)], entries)
    return frozenset(filter(None, map(function_defined, chains))) | applied | listed


def defined_names(chains: Iterable[Chain]) -> set[str]:
    """The letters of names that stand on the left of an equation or a comparison."""
    return {x.base for c in chains if c.relations and isinstance(x := c.members[0], t.Name)}


def mentioned_alone(chains: Sequence[Chain]) -> set[int]:
    """The names that are only mentioned, by identity: alone, as any number, or as the whole of what has marks."""
    found = {id(c.members[0]) for c in chains if not c.relations}
    any_number = (c for c in chains if defines_of_numbers(c) or is_of_any_number(c))
    found |= {id(x) for c in any_number for x in t.of_kind(c, t.Name) if not x.scripts}
    return found | set(marks_and_wholes(chains))


def layers_running(nodes: Iterable[t.Name], sizes: Iterable[Node]) -> Iterator[str]:
    """The letters of layers, but for one that is an end, and a capital L beside l: the last one."""
    ends = {size.base for size in sizes if isinstance(size, t.Name) and not size.scripts}
    layers = {x for x in map(layer_letter, nodes) if x is not None} - ends  # the q of `W^{(q)}_{ka}` is a label
    return (x for x in layers if x.islower() or x.lower() not in layers)


def always_applied(nodes: Sequence[object], entries: Container[str] = ()) -> frozenset[str]:
    r"""The usual letters of functions that never stand without a script but before a parenthesis.

    The `\sigma(` beside `\sigma_j` is the function, not the vector of these. Of names whose `entries` are defined,
    those before something longer that is transposed, `h(y - t)^T` beside `h_j = ..`, are vectors in an outer product.
    """
    bare = Counter(x.base for x in nodes if isinstance(x, t.Name) and not x.scripts and x.base in FUNCTION_LETTERS)
    pairs = (pair for x in nodes if isinstance(x, t.Product) for pair in pairwise(x.factors))
    applied = Counter(
        a.body.base
        for a, b in pairs
        if b.joined and isinstance(a.body, t.Name) and not a.body.scripts and a.body.base in FUNCTION_LETTERS
        if not (a.body.base in entries and a.body.base not in GREEK_FUNCTIONS and _is_turned_sum(b.body))
    )
    return frozenset(x for x, count in bare.items() if applied[x] == count)


def always_listed(nodes: Sequence[object]) -> frozenset[str]:
    r"""The names that never stand but before a parenthesis of letters and numbers, `l_i(t + 1)` beside `l(t)`.

    These are indices of one more place, and the bare name is no array.
    """
    every = Counter(x.base for x in nodes if isinstance(x, t.Name))
    carrying = {x.base for x in nodes if isinstance(x, t.Name) and any(not s.above for s in x.scripts)}
    listed: Counter[str] = Counter()
    bare: set[str] = set()
    for x in (x for x in nodes if isinstance(x, t.Product)):
        for a, b in pairwise(x.factors):
            if isinstance(a.body, t.Name) and b.joined and isinstance(b.body, t.Group) and _is_index_list(b.body):
                listed[a.body.base] += 1
                bare |= {a.body.base} if not a.body.scripts else set()
    return frozenset(base for base in carrying & bare if listed[base] == every[base])


def _is_index_list(group: t.Group) -> bool:
    """Does a parenthesis hold letters, numbers and sums of these?"""
    return bool(group.items) and all(shifted(i)[0] is not None for i in group.items)


def _is_turned_sum(x: Node) -> bool:
    """Is it something longer than a name in parentheses that is transposed?"""
    group = x.base if isinstance(x, t.Scripted) and not x.primes else None
    marks = [e for s in x.scripts for e in s.entries] if isinstance(x, t.Scripted) else []
    inside = group.items if isinstance(group, t.Group) else ()
    return len(inside) == 1 and not isinstance(inside[0], t.Name) and len(marks) == 1 and is_mark(marks[0])


def shows_arrays(chain: Chain) -> bool:
    """Does an equation hold signs that only arrays have? Without any its author may just have left the indices out."""
    for x in t.walk(chain):
        if isinstance(x, t.Name) and transposed_base(x) is not None:
            return True
        if (isinstance(x, t.Symbol) and is_mark(x)) or is_turned_name(x):
            return True
        if isinstance(x, t.Nabla) or (isinstance(x, t.Group) and x.open in (r"\|", r"\langle")):
            return True
        if isinstance(x, t.Product) and any(f.operator in ELEMENTWISE for f in x.factors):
            return True
        if isinstance(x, t.Product) and any(map(_is_dot, x.factors, x.factors[1:])):
            return True
        if isinstance(x, t.Call) and x.function == "softmax" and len(x.args) == 1 and _is_bold(x.args[0]):
            return True
    return False


def takes_traces(chain: Chain) -> bool:
    r"""Is a trace taken in it, `\operatorname{tr}(A B)`? Of numbers there is none."""
    return any(x.function == "tr" and len(x.args) == 1 for x in t.of_kind(chain, t.Call))


def turns_brackets(chain: Chain, sizes: Container[str]) -> bool:
    r"""Does a T stand above brackets in it, `(y - t)^T`, that is none of the `sizes`?"""
    above = (s for x in t.of_kind(chain, t.Scripted) if isinstance(x.base, t.Group) and not x.primes for s in x.scripts)
    marks = (s.entries[0] for s in above if s.above and len(s.entries) == 1 and is_mark(s.entries[0]))
    return any(letter_of(m) not in sizes for m in marks)


def is_turned_name(x: object) -> bool:
    """Is it a name in parentheses with a T above them, `(a^{(1)})^T`?"""
    if not isinstance(x, t.Scripted) or not isinstance(x.base, t.Group) or x.primes or len(x.scripts) != 1:
        return False
    (above,), items = x.scripts, x.base.items
    return above.above and all(map(is_mark, above.entries)) and len(items) == 1 and isinstance(items[0], t.Name)


def _is_bold(x: Node) -> bool:
    """Is it a small letter in bold with no index?"""
    shape = shape_of(x) if isinstance(x, t.Name) else None
    return shape is not None and not shape.pieces and BOLD_SMALL.fullmatch(shape.base) is not None


def _is_dot(one: t.Factor, other: t.Factor) -> bool:
    r"""Is it an inner product of two bold letters, `\mathbf{w} \cdot \mathbf{x}_i`?"""
    shapes = [shape_of(f.body) if isinstance(f.body, t.Name) else None for f in (one, other)]
    bold = all(s is not None and BOLD_SMALL.fullmatch(s.base) is not None for s in shapes)
    return bold and other.operator == r"\cdot"


def is_known_function(left: Node) -> bool:
    r"""Is a left side a letter such as `\sigma` that is a function wherever nothing else is said, with its argument?"""
    name = left.factors[0].body if isinstance(left, t.Product) and len(left.factors) == 2 else None
    return isinstance(name, t.Name) and name.base in GREEK_FUNCTIONS


BY_ENTRIES = frozenset(
    ["exp", "log", "ln", "tanh", "sinh", "cosh", "sin", "cos", "max", "min", "sqrt", "arctan", "sign", "sigmoid"]
)
OF_NUMBERS = BY_ENTRIES | {"relu", "step", "abs", "softplus"}
COMPARISONS = frozenset(["<", ">", r"\le", r"\ge"])


def defined_entries(chains: Iterable[Chain]) -> Iterator[str]:
    r"""The h of `h_i = f(a_i)`; not that of `h_i = h(x_i)`, which is a function."""
    for c in chains:
        left = c.members[0]
        if (
            not c.relations
            or c.relations[0] not in EQUALITIES
            or not isinstance(left, t.Name)
            or len(left.scripts) != 1
        ):
            continue
        entries = left.scripts[0].entries
        single = not left.scripts[0].above and len(entries) == 1 and letter_of(entries[0]) is not None
        if single and not any(x.base == left.base for m in c.members[1:] for x in t.of_kind(m, t.Name)):
            shape = shape_of(left)
            if shape is not None:
                yield split(shape)[0]


def defines_of_numbers(chain: Chain) -> bool:
    r"""Does it say what a function makes of a number, `g(z) = 1/(1 + e^{-z})`, beside a vector z?"""
    if function_defined(chain) is None or shows_arrays(chain):
        return False
    left, right = chain.members[0], chain.members[1:]
    by_entries = all(x.function in BY_ENTRIES for m in right for x in t.of_kind(m, t.Call))
    names = [x for m in (left, *right) for x in t.of_kind(m, t.Name)]
    group = left.factors[-1].body if isinstance(left, t.Product) else None
    argument = group.items[0] if isinstance(group, t.Group) else None
    own = [x for x in names if isinstance(argument, t.Name) and x.base == argument.base]
    alone = all(not any(e for y in x.scripts if not y.above for e in y.entries) for x in own)
    return by_entries and alone and not any(t.of_kind(m, t.BigSum) for m in right)


def is_of_any_number(chain: Chain) -> bool:
    r"""Is it about functions of a letter and nothing else, `\operatorname{ReLU}(x) = \max(x, 0)`, or compares it?"""
    names = list(t.of_kind(chain, t.Name))
    alone = len({x.base for x in names}) == 1 and not any(x.scripts or x.primes or x.font for x in names)
    called = all(isinstance(m, t.Call) and m.function in OF_NUMBERS for m in chain.members)
    compared = bool(chain.relations) and all(r in COMPARISONS for r in chain.relations)
    return alone and (called or compared)


def is_about_any(chain: Chain, reader: Reader) -> bool:
    r"""Is it about a function of any number, as `\sigma'(x) = \sigma(x)(1 - \sigma(x))` beside a vector x?"""
    arguments = [
        f.body.items[0]
        for x in t.walk(chain.members[0])
        if isinstance(x, t.Product)
        for f in x.factors
        if f.joined and isinstance(f.body, t.Group) and len(f.body.items) == 1
    ]
    names = {x.base for x in arguments if isinstance(x, t.Name) and not x.scripts}
    arrays = {x.base for x in t.of_kind(chain, t.Name) if x.base in reader.shapes.known}
    return bool(names) and arrays <= names


def says_entries(chain: Chain) -> bool:
    r"""Is it `C = (c_{ij})`? `X = [x_1, \dots, x_N]` puts vectors of another letter side by side."""
    if len(chain.members) != 2 or not isinstance(chain.members[0], t.Name) or chain.members[0].scripts:
        return False
    left, right = chain.members
    if (stack := stacked(right)) is not None and isinstance(left, t.Name) and stack.first.base != left.base:
        return False
    items = right.items if isinstance(right, t.Group) else ()
    return any(isinstance(x, t.Name) and bool(x.scripts) for x in items)


def may_be_array(chain: Chain, member: Node, doubted: bool) -> bool:
    r"""May what an equation makes a number be an array: a derivative that is `doubted`, or an entry in parentheses that
    has a letter of its own?

    >>> from symderiv.latex.parse import parse
    >>> chains = [parse(x).statements[0].chain for x in (r"\delta_q = (\delta_i)", r"\delta_q = (r_q)")]
    >>> [may_be_array(c, c.members[1], False) for c in chains]
    [True, False]
    """
    whole, entry = whole_and_entry(chain) or (None, None)
    if whole is None or not isinstance(entry, (t.Name, t.Scripted)):
        return doubted and isinstance(member, t.Derivative)
    letters = {y for s in entry.scripts if not s.above for e in s.entries for y in letters_in(e)}
    return not letters <= {y for s in whole.scripts for e in s.entries for y in letters_in(e)}


def plain_names(
    nodes: list[t.Name], mentioned: Container[int], functions: frozenset[str]
) -> dict[tuple[str, int], t.Name]:
    r"""Names but `e^{-z}` that occur with indices only, by letter and number of subscripts: entries of a bold array.

    Those that sentences only mention (`the target $y$`), by their identity, count for nothing, nor do functions, nor
    what stands below another name, or above it in parentheses: the v of a length `n_v`, the x of `W^{(x)}`. Nor does a
    letter above entries that never stand without one, `a_k^\mu`. A number of a layer by itself, `z^{[3]}`, is beside no
    entry of another layer, `z^{[1]}_2`, and a value with a star, `x^\ast`, beside no entry without one.
    """
    below = {id(y) for x in nodes for s in x.scripts if not s.above or s.bracket for y in t.of_kind(s, t.Name)}
    below.update(_always_above(nodes))
    shapes = [(x, shape) for x in nodes if (shape := shape_of(x)) is not None and id(x) not in below]
    layers = {(shape.base, shape.uppers) for _, shape in shapes if shape.lowers}
    bare = {
        shape.base
        for x, shape in shapes
        if not shape.lowers and (shape.base != "e" or not shape.uppers) and id(x) not in mentioned
        if not (_is_numbered_layer(x) or _is_starred(x)) or (shape.base, shape.uppers) in layers
    }
    bare -= functions
    return {(shape.base, shape.below): x for x, shape in shapes if shape.lowers and shape.base not in bare}


def with_entries_of_layers(nodes: Iterable[t.Name]) -> frozenset[tuple[str, int]]:
    r"""The letters of names with letters above and below, `w^l_{jk}`, with how many stand above."""
    shapes = (x for x in map(shape_of, nodes) if x is not None and x.lowers and x.uppers)
    return frozenset((x.base, len(x.pieces) - x.below) for x in shapes)


def _always_above(nodes: Iterable[t.Name]) -> Iterator[int]:
    """The letters, by identity, that stand alone above entries of what never has anything else there: no powers."""
    entries: dict[str, list[t.Name]] = {}
    for x in nodes:
        if any(not s.above for s in x.scripts):
            entries.setdefault(x.base, []).append(x)
    for names in entries.values():
        above = [[e for s in x.scripts if s.above for e in s.entries] for x in names]
        if all(len(es) == 1 and letter_of(es[0]) is not None for es in above):
            yield from (id(e) for (e,) in above)


def marks_and_wholes(chains: Iterable[t.Chain]) -> Iterator[int]:
    r"""The names, by their identity, that are no values: the T of a transpose, beside data `T_{mk}`, and the array by
    which a whole gradient is taken that carries indices itself, `(\frac{\partial L}{\partial Y})_{ij}`."""
    for c in chains:
        for s in t.of_kind(c, t.Script):
            yield from (id(e) for e in s.entries if s.above and not s.bracket and len(s.entries) == 1 and is_mark(e))
        for x in t.of_kind(c, t.Scripted):
            inner = x.base.items[0] if isinstance(x.base, t.Group) and len(x.base.items) == 1 else None
            if isinstance(inner, t.Derivative) and any(not s.above for s in x.scripts):
                yield from (id(w.body) for w in inner.wrt if isinstance(w.body, t.Name) and not w.body.scripts)


def _is_numbered_layer(x: t.Name) -> bool:
    """Does a name stand for one layer by its number, `z^{[3]}`?"""
    above = [s for s in x.scripts if s.above]
    return len(above) == 1 and bool(above[0].bracket) and all(isinstance(e, t.Number) for e in above[0].entries)


def _is_starred(x: t.Name) -> bool:
    """Has a name a star above and nothing else?"""
    return len(x.scripts) == 1 and x.scripts[0].above and x.scripts[0].entries == (STARRED,)


def of_a_layer(x: t.Name, below: int) -> tuple[str, Node] | None:
    """The letter of a name and what stands in parentheses above it, where it carries so many indices and no more."""
    above = [s for s in x.scripts if s.above]
    indices = [e for s in x.scripts if not s.above for e in s.entries]
    if len(above) != 1 or not above[0].bracket or len(above[0].entries) != 1 or len(indices) != below or x.primes:
        return None
    return x.base, above[0].entries[0]


def layer_letter(x: t.Name) -> str | None:
    r"""The l of `W^{(l)}`."""
    for s in x.scripts:
        if s.above and len(s.entries) == 1 and (s.bracket or not is_mark(s.entries[0])):
            name = letter_of(s.entries[0])
            if name is not None and (s.bracket or name in ("l", r"\ell")):
                return name
    return None


def _at_any_step(p: Node) -> Node | str:
    """The t of `t + 1`; anything else as it is."""
    letter, _ = shifted(p)
    return letter or p


def exchanged(
    declared: Sequence[tuple[str, Declared]], nodes: Sequence[t.Name], sizes: Mapping[str, Node], apart: LabelsApart
) -> Iterator[str]:
    r"""The letters of declared names for which others stand elsewhere: the i of `x_i \\in \\mathbb{R}^d` beside `x_j`.

    A letter that counts the entries (`x_k` with k up to d) stands for an entry and not for another vector; where both
    names are declared, their letters are labels, at any step: `b_F^{t+1}` beside `b_F^t, b_I^t \\in \\mathbb{R}^n`. So
    are those of any name where names of other shapes carry them, the h of `b_h` beside `W_{hh}` and `W_{hy}`, and
    labels that are `apart`.
    """
    shapes = [shape for x in nodes if (shape := shape_of(x)) is not None]
    own = {(base, tuple(map(_at_any_step, d.pieces))) for base, d in declared}
    labels = {*_of_other_shapes(declared)}
    for base, d in declared:
        for place, piece in enumerate(() if d.labels else d.pieces):
            name = letter_of(piece)
            for shape in shapes if name is not None and name not in labels else ():
                pieces = split(shape)[1] if shape.base == base else ()
                if pieces != d.pieces and (base, tuple(map(_at_any_step, pieces))) in own:
                    continue
                other = letter_of(pieces[place]) if len(pieces) == len(d.pieces) else None
                if name is None or other in (None, name) or apart.are(name, str(other)):
                    continue
                if sizes.get(str(other)) not in d.sizes:
                    yield name


def _of_other_shapes(declared: Sequence[tuple[str, Declared]]) -> Iterator[str]:
    r"""The letters by which alone names differ that are declared to be of other shapes, the x and the h of
    `W_{xh} \\in \\mathbb{R}^{D \\times H}` and `W_{hh} \\in \\mathbb{R}^{H \\times H}`.

    Not those of which sizes depend (`W_l` of `n_l` rows), nor an end and what runs up to it (`h_t` and `h_T`).
    """
    for (base, d), (other, e) in combinations(declared, 2):
        if base != other or len(d.pieces) != len(e.pieces) or (d.kind, d.sizes) == (e.kind, e.sizes):
            continue
        apart = [(letter_of(p), letter_of(x)) for p, x in zip(d.pieces, e.pieces, strict=True) if p != x]
        one, two = apart[0] if len(apart) == 1 else (None, None)
        of_sizes = letters_below((*d.sizes, *e.sizes))
        if one is not None and two is not None and one.lower() != two.lower() and of_sizes.isdisjoint((one, two)):
            yield from (one, two)
