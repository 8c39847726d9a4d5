r"""What every letter of a document is: index, size, function, label, power. Facts in, `Meaning` out.

The order matters: functions first (what stands in their parenthesis may be an index list), then powers (`e_{ij}^2` says
that `e_{ij}` exists), then labels (they spread from left sides into bodies), then the families of names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..latex import tree as t
from ..latex.statement_forms import is_equation
from ..latex.tree import Node
from .arrays.arrays import array_names
from .arrays.index_values import find_standing
from .facts import Facts, Occurrence, Signature
from .functions.calls import find_functions
from .functions.families import family_named, is_of_family
from .functions.functions_by_letter import told_by_letter
from .integers.counting import find_counting
from .integers.implicit import repeated_letters
from .integers.looked_up import names_looked_up
from .labels import find_labels
from .layers.letters_apart import (
    in_two_sums,
    told_by_flow,
    told_by_layers,
    told_by_letters,
    told_by_sums,
    told_in_words,
)
from .layers.letters_by_places import told_by_places
from .layers.letters_of_sides import sides_of_letters
from .layers.one_layer import layers_of_no_range
from .meaning import Meaning, function_name, signature
from .powers import find_powers
from .spelled.keys import split_key
from .spelled.names import Names
from .spelled.shape import Shape, is_norm, is_transpose, letter_of, letters_in, shape_of, values_in
from .stated import left_shape
from .told.starting_points import starting_points

IDENTITIES = frozenset(["I", r"\mathbf{I}"])
"""Names of the identity matrix."""


def understand(
    facts: Facts,
    declared: Iterable[str] = (),
    known: Names | None = None,
    implicit: bool = False,
    apart: bool = False,
    named: Iterable[Shape] = (),
) -> Meaning:
    """What the names mean, by every use of them in the document.

    `known` are the names of a network already there; with `implicit` sums a letter that nothing binds is summed over;
    with `apart` letters of different ranges tell variables of the same name apart. `named` are variables of the front
    matter.
    """
    names = known or Names()
    if implicit:
        facts.bound |= repeated_letters((s.statement.chain for s in facts.stated), facts.size_names)
    names.given = facts.given
    facts.told = told_by_letter(facts)
    _tell_apart(facts, names, apart)
    names.in_brackets = frozenset(facts.in_brackets)
    names.multiples = frozenset(_multiples(facts))
    _sizes_and_indices(facts, names)
    meaning = _declared(facts, names, list(declared), named)
    find_functions(facts, meaning)
    meaning.lefts -= _matrix_lefts(facts, meaning)
    values = _values(facts, meaning)
    names.looked_up |= names_looked_up(facts, [o.shape for o in values], names.index)
    meaning.matrices = {o.shape.base for o in values if meaning.is_transposed(o.shape) and not o.shape.lowers}
    if not names.known:
        meaning.matrices |= array_names((s.statement.chain for s in facts.stated), names.sizes | names.index)
    find_labels(facts, values, meaning, frozenset(facts.strong) if implicit else frozenset())
    defining = {o.statement for o in facts.occurrences if o.left}
    telling = {meaning.kept(o.shape) for o in values if o.statement in defining} if apart else set()
    telling = {s for s in telling if not names.is_defined(s.base, signature(s))}
    names.learn([(meaning.kept(o.shape), o.bound, _tail(o, meaning)) for o in values], telling)
    return meaning


def _tell_apart(facts: Facts, names: Names, apart: bool) -> None:
    """Which names are told apart by their letters; those of a network already there are known."""
    alone: frozenset[str] = frozenset()
    sides: Mapping[str, str] = {}
    names.own_kinds = {}
    if not names.known:
        names.own_kinds = {**told_in_words(facts), **told_by_flow(facts)}
        names.own_kinds |= in_two_sums(facts) if facts.sums_apart else {}
        if not apart:
            alone = told_by_letters(facts) | told_by_sums(facts) | told_by_layers(facts)
            sided, sides = (alone, {}) if alone else sides_of_letters(facts, facts.sums_apart)
            alone |= sided
        alone |= {base for base, _ in names.own_kinds}
    if apart or alone:
        names.kinds |= {**facts.kinds(), **sides}
        names.kinds |= told_by_places(facts, names.kinds)
        names.telling = None if apart else alone
        names.begins |= facts.begins()


def _declared(facts: Facts, names: Names, declared: Sequence[str], named: Iterable[Shape]) -> Meaning:
    """The meaning before any use is looked at: declared functions and families, what is defined, identities."""
    families = {name: family for name in declared if (family := family_named(name)) is not None}
    meaning = Meaning(names, {name: name for name in declared if name not in families})
    meaning.families |= set(families.values())
    meaning.named |= {(shape.base, shape.below) for shape in named if not shape.uppers}
    _lefts(facts, meaning)
    meaning.rows_called = facts.rows_called
    meaning.identities = set(_identities(facts, meaning))
    return meaning


def _values(facts: Facts, meaning: Meaning) -> list[Occurrence]:
    """The occurrences of values; powers, counts and letters that stand for any number are found among them."""
    values = [o for o in facts.occurrences if _is_value(o, facts, meaning)]
    meaning.indexed = _indexed_only(values, meaning)
    find_powers(facts, values, meaning)
    find_counting(facts, values, meaning)
    find_standing(facts, meaning)
    return [o for o in values if not meaning.is_exponential(o.shape)]


def _lefts(facts: Facts, meaning: Meaning) -> None:
    """What is defined: by the document, and by the network already there."""
    names = meaning.names
    for variable in names.known.values():
        base, _, _, tail = split_key(variable.key)
        if tail:
            meaning.index_lists.add(base)
        else:
            meaning.lefts.add(names.signature_of(variable))
    sizes_of = absolute(facts.occurrences)
    meaning.lefts.update(
        signature(o.shape)
        for o in facts.occurrences
        if o.left and o.args is None and signature(o.shape) not in sizes_of
    )
    meaning.lefts -= {(x, 0, 0) for x in _counted(facts, names.sizes)}
    meaning.lefts |= set() if names.known else {*_divided_deltas(facts), *_unlike_deltas(facts)}
    meaning.lefts |= {(x, 0, 0) for x in starting_points((s.statement.chain for s in facts.stated), facts.strong)}


def _positive(facts: Facts) -> set[str | None]:
    """The letters that are compared with a number, `$h > 0$`."""
    chains = (c for s in facts.stated for c in (s.statement.chain, *s.statement.conditions))
    compared = (c for c in chains if c.relations in ((">",), (r"\ge",)) and isinstance(c.members[1], t.Number))
    return {letter_of(c.members[0]) for c in compared}


def _sizes_and_indices(facts: Facts, names: Names) -> None:
    """Which letters are sizes, and which run over a range."""
    fixed = (facts.fixed() if names.known else fixed_letters(facts)) - names.index
    last = last_steps(facts)
    found = facts.sizes() | last | fixed
    names.sizes |= found - names.index
    # `\theta > 0` of what is a value, or differentiated by, is about a number, also where it is an exponent
    numbers = facts.derived | {base for base, above, below in facts.values if not above + below}
    conditioned = {x for x in facts.conditioned - numbers if x in facts.scripted or x in facts.left}
    # nor is the h of `\hat{f}_h(x) = \frac{1}{h} ..` beside `$h > 0$` an index because definitions carry it
    labels = (facts.conditioned & numbers & _positive(facts)) - facts.integers() - facts.derived
    index = (facts.strong | conditioned | {x for x in facts.left - labels if facts.is_used(x)}) - fixed
    names.index |= index - names.sizes
    names.size_names |= frozenset(facts.size_names)
    numbered = (*facts.size_names.items(), *facts.looked_up.items())
    layers = names.index | (last & names.sizes)  # the `d_0` beside `d_K` is that of a layer
    names.indexed_sizes |= frozenset(base for base, letters in numbered if letters & layers)
    numbering = (*facts.looked_up.items(), *facts.entries_compared.items())
    both = facts.looked_up.keys() & facts.entries_compared.keys()
    indexed = both | {base for base, letters in numbering if letters & names.index}
    names.number |= indexed - names.size_names
    names.raised_sizes |= frozenset(base for base, letters in facts.raised_sizes.items() if letters & names.index)


def _multiples(facts: Facts) -> Iterator[str]:
    """The multiples of letters that stand in scripts beside a number or between commas: the `2i` of `q_{2i+1}`."""
    shapes = [o.shape for o in facts.occurrences]
    for piece in (p for shape in shapes for p in shape.pieces if isinstance(p, (t.Terms, t.Product))):
        for x in t.of_kind(piece, t.Product):
            if len(x.factors) == 2 and isinstance(number := x.factors[0].body, t.Number):
                yield f"{number.text}{letter_of(x.factors[1].body) or ''}"
    for item in (item for shape in shapes if len(shape.lowers) > 1 for item in shape.lowers if len(item) == 2):
        number, letter = item
        if isinstance(number, t.Number) and letter_of(letter):
            yield f"{number.text}{letter_of(letter)}"


def fixed_letters(facts: Facts) -> set[str]:
    """The letters that stand for one number throughout: an entry, a row of the data, one of two layers."""
    return {*facts.fixed(), *facts.rows(), *layers_of_no_range(facts)}


def _divided_deltas(facts: Facts) -> Iterator[Signature]:
    r"""The names `\delta_{ij}` by which a page divides: they are values, no Kronecker deltas."""
    fractions = (x for s in facts.stated for x in t.of_kind(s.statement.chain, t.Fraction))
    for x in (y for f in fractions for y in _divisors(f.denominator)):
        shape = shape_of(x) if isinstance(x, t.Name) and x.base == r"\delta" else None
        if shape is not None and len(shape.pieces) == 2:
            yield signature(shape)


def _unlike_deltas(facts: Facts) -> Iterator[Signature]:
    r"""The names `\delta_{ki}` whose letters run to other sizes wherever they stand, and beside which no name has both
    letters in one place, as `\hat{y}_i (\delta_{ij} - \hat{y}_j)` has: they compare nothing. Units of two layers, up to
    `J^{(M+1)}` and `J^{(m+1)}`, may be those of one. In a derivative of what
    has one by what has the other, its places elsewhere count: `\partial z_j/\partial w_{kl} = x_l \delta_{jk}` beside
    `z_j = \sum_l w_{jl} x_l`."""
    deltas = [o for o in facts.occurrences if o.shape.base == r"\delta" and len(o.shape.pieces) == 2]
    kinds = facts.kinds() if deltas else {}
    found: dict[Signature, bool] = {}
    for o in deltas:
        one, two = o.shape.letters
        ends = [kinds.get(x) if x is not None else None for x in (one, two)]
        unlike = None not in ends and ends[0] != ends[1] and not _end_at_one_size(facts, one, two)
        places: dict[tuple[Signature, int], set[str | None]] = {}
        by = _differentiated_by(facts.stated[o.statement].statement.chain, {one, two}) if unlike else set()
        beside: set[str | None] = set()
        for other in (x for x in facts.occurrences if x.shape.base != o.shape.base):
            here = other.statement == o.statement
            beside |= set(other.shape.letters) if here else set()
            for n, letter in enumerate(other.shape.letters) if here or signature(other.shape) in by else ():
                places.setdefault((signature(other.shape), n), set()).add(letter)
        unlike = unlike and {one, two} <= beside and not any({one, two} <= letters for letters in places.values())
        found[signature(o.shape)] = found.get(signature(o.shape), True) and unlike
    yield from (name for name, unlike in found.items() if unlike)


def _end_at_one_size(facts: Facts, one: str | None, two: str | None) -> bool:
    """Do two letters run to sizes of one name, each with an index of its own?"""
    ends = [{x for end in facts.uppers.get(letter or "", ()) for x in end} for letter in (one, two)]
    return any(facts.size_names.get(x) for x in ends[0] & ends[1])


def _differentiated_by(chain: t.Chain, letters: set[str | None]) -> set[Signature]:
    """The names with scripts by which the left side differentiates, if it has the letters."""
    left = chain.members[0]
    if not isinstance(left, t.Derivative) or not letters <= set(map(letter_of, t.of_kind(left, t.Name))):
        return set()
    shapes = (shape_of(w.body) for w in left.wrt if isinstance(w.body, t.Name))
    return {signature(shape) for shape in shapes if shape is not None}


def _identities(facts: Facts, meaning: Meaning) -> Iterator[str]:
    """The names of an identity matrix `I_{kk'}`: no definition has its entries, so that they are no data either."""
    defining = {o.statement for o in facts.occurrences if o.left} - _restating(facts)
    called = IDENTITIES | facts.identities
    found = [o for o in facts.occurrences if o.shape.base in called and o.shape.below == len(o.shape.pieces) == 2]
    for base in {o.shape.base for o in found}:
        mine = [o for o in found if o.shape.base == base]
        known = meaning.names.is_defined(base, (base, 0, 2))
        told = base in facts.identities and not any(o.left for o in mine)
        if not known and all((told or o.statement not in defining) and o.args is None for o in mine):
            yield base


def _restating(facts: Facts) -> set[int]:
    r"""The statements that say something of a name for a derivative: `M_{kk'} = y_k (I_{kk'} - y_{k'})` beside
    `M_{kk'} = \partial^2 E/\partial a_k \partial a_{k'}` defines nothing."""
    lefts = {o.statement: signature(o.shape) for o in facts.occurrences if o.left and o.args is None}
    chains = {n: facts.stated[n].statement.chain for n in lefts}
    naming = {n for n, c in chains.items() if len(c.members) == 2 and isinstance(c.members[1], t.Derivative)}
    named = {lefts[n] for n in naming}
    return {n for n, name in lefts.items() if name in named and n not in naming}


def _divisors(x: t.Node) -> Iterator[t.Node]:
    """What a page divides by as a whole. Inside a sum or a power of a denominator a delta may well be Kronecker's."""
    if isinstance(x, t.Product):
        for f in x.factors:
            yield from _divisors(f.body)
    elif isinstance(x, t.Group) and len(x.items) == 1:
        yield from _divisors(x.items[0])
    else:
        yield x


def _indexed_only(values: Iterable[Occurrence], meaning: Meaning) -> set[str]:
    """Letters of values that always carry a subscript, and are neither indices nor sizes."""
    found = list(values)
    with_indices = {o.shape.base for o in found if o.shape.lowers}
    return (
        with_indices - {o.shape.base for o in found if not o.shape.lowers} - meaning.names.index - meaning.names.sizes
    )


def absolute(occurrences: Iterable[Occurrence]) -> set[tuple[str, int, int]]:
    r"""What stands in bars and is no name: `|x_i|` where `x_i` stands without bars too.

    The P of `\|P\|^2 = ..` does not, nor the x of `\|x\| = ..` where x only stands with indices.
    """
    plain: dict[tuple[str, bool], int] = {}
    barred: dict[tuple[str, int, int], tuple[str, bool, int]] = {}
    for o in occurrences:
        if is_norm(o.shape):
            inner = o.shape.letter.strip("|\\")
            base = inner.split("_")[0].split("^")[0]
            barred[signature(o.shape)] = base, inner != base, barred.get(signature(o.shape), ("", False, 0))[2] + 1
        else:
            name = o.shape.base, bool(o.shape.pieces)
            plain[name] = plain.get(name, 0) + 1
    return {key for key, (base, indexed, count) in barred.items() if plain.get((base, indexed), 0) > count}


def last_steps(facts: Facts) -> set[str]:
    r"""The T of `h_T` beside `h_t = ..`, the L of `a^L_j` beside `a^l_j = ..`: the last value of an index.

    A capital in the place of its own small letter; what is bound, or stands on a left side there, is no such letter.
    """
    defined: dict[tuple[str, int, int, int], set[str]] = {}
    for o in facts.occurrences:
        if o.left:
            for place, piece in enumerate(o.shape.pieces):
                defined.setdefault((*signature(o.shape), place), set()).update(letters_in(piece))
    found: set[str] = set()
    for o in facts.occurrences:
        for place, letter in enumerate(o.shape.letters):
            if letter is None or len(letter) != 1 or not letter.isupper() or letter in o.bound | facts.strong:
                continue
            beside = defined.get((*signature(o.shape), place), set())
            if letter.lower() in beside and letter not in beside:
                found.add(letter)
    return found


def _counted(facts: Facts, sizes: frozenset[str]) -> set[str]:
    r"""Sizes on the left of an equation that says how many there are, `N = \sum_n 1`: they are no variables."""
    found: set[str] = set()
    for s in facts.stated:
        left = left_shape(s.statement) if is_equation(s.statement.chain) else None
        if left is not None and not left.pieces and left.base in sizes:
            values = {shape for m in s.statement.chain.members[1:] for shape in values_in(m)}
            (found.add if all(not v.pieces and v.base in sizes for v in values) else found.discard)(left.base)
    return found


def _matrix_lefts(facts: Facts, meaning: Meaning) -> set[tuple[str, int, int]]:
    """Bare left sides of equations of matrices (`z = W x + b` beside `z_i`): they are no variables of their own.

    `E = \\sum_n E_n` is an equation of numbers: nothing in its body is a bare name that carries indices elsewhere.
    """
    indexed = {_above(o.shape) for o in facts.occurrences if o.shape.lowers}
    indexed |= {(base, above) for base, above, below in meaning.lefts if below}
    body: dict[int, set[tuple[str, int]]] = {}
    lefts: dict[int, tuple[str, int]] = {}
    for o in facts.occurrences:
        name = _above(o.shape)
        if o.shape.lowers or name not in indexed or o.args is not None:
            continue
        if o.left:
            lefts[o.statement] = name
        else:
            body.setdefault(o.statement, set()).add(name)
    scalars = {name for number, name in lefts.items() if not body.get(number)}
    return {(*name, 0) for number, name in lefts.items() if body.get(number, set()) - scalars and name not in scalars}


def _above(shape: Shape) -> tuple[str, int]:
    """The letter and the number of superscripts, a transpose left out."""
    return shape.base, 0 if is_transpose(shape) else sum(map(len, shape.uppers))


def _tail(o: Occurrence, meaning: Meaning) -> tuple[Node, ...]:
    return o.args if o.args is not None and o.shape.base in meaning.index_lists else ()


def _is_value(o: Occurrence, facts: Facts, meaning: Meaning) -> bool:
    """Does an occurrence say something about variables? A function, a size, an index, a Kronecker delta does not."""
    shape, names = o.shape, meaning.names
    if o.args is not None and (function_name(shape) in meaning.functions or is_of_family(shape, meaning)):
        return False
    if any(facts.occurrences[n].shape.base in meaning.index_lists | meaning.shown for n in o.within):
        return False
    if shape.base in meaning.dummies.get(o.statement, frozenset()):
        return False
    if signature(shape) in meaning.lefts:
        return True
    if not shape.pieces:
        return shape.base not in names.sizes and shape.base not in names.index and shape.base not in o.bound
    if is_norm(shape):
        return False
    return shape.base not in names.size_names and not meaning.is_delta(shape)
