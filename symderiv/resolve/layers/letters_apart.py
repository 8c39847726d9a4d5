r"""Given names of which the letters tell several: `\hat{r}_{ui} = \mu + b_u + b_i` with u up to M and i up to N.

Where one definition has a name with two of the letters of its left side, which run over different lengths, these are
two arrays of one name: nobody adds entries of one array that a user and an item number (where no length is stated
`letters_of_sides` asks). So it is with weights between units, `\sum_i w_{ij} x_i + \sum_c w_{cj} s_c`, that one
definition sums over two lengths.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product

from ...latex import tree as t
from ..facts import Facts, Occurrence
from ..spelled.shape import Shape, label_of, letter_of, letters_in, shape_of
from ..told.untold import ALIKE, Untold

Place = tuple[str, int, int, int]
Named = tuple[Place, tuple[str, ...]]
Node = tuple[Named, str]
PAIR = 2
COMPARING = frozenset([r"\ne", "<", ">", r"\le", r"\ge"])


def told_by_letters(facts: Facts) -> frozenset[str]:
    """The letters of names that nothing defines and that the letters of their indices tell apart."""
    kinds = facts.kinds(apart=True)
    lefts: dict[int, set[str]] = {}
    for o in facts.occurrences:
        if o.left:
            lefts.setdefault(o.statement, set()).update(filter(None, map(letter_of, o.shape.pieces)))
    defined = {o.shape.base for o in facts.occurrences if o.left}
    seen: dict[tuple[int, Place], set[str]] = {}
    unknown: set[str] = set()
    for o in facts.occurrences:
        for place, letter in places_of(o):
            if letter is None or letter not in kinds or not _ends_in_a_size(facts, letter):
                unknown.add(o.shape.base)
            elif letter in lefts.get(o.statement, ()):
                seen.setdefault((o.statement, place), set()).add(kinds[letter])
    told = {place[0] for (_, place), found in seen.items() if len(found) > 1}
    return frozenset(told - defined - unknown)


def told_by_sums(facts: Facts) -> frozenset[str]:
    r"""The letters of weights that one definition adds up over units of two kinds, each with its own length.

    The w of `a_\\iota = \\sum_{i=1}^I w_{i\\iota} x_i + \\sum_{c=1}^C w_{c\\iota} s_c` are weights from inputs and
    from cells.
    """
    kinds = facts.kinds()
    defined = {o.shape.base for o in facts.occurrences if o.left}
    defining = {o.statement for o in facts.occurrences if o.left and o.args is None}
    seen: dict[tuple[int, Place], set[str]] = {}
    unknown: set[str] = set()
    for o in facts.occurrences:
        for place, letter in places_of(o):
            sure = letter in kinds and _ends_in_a_size(facts, letter)
            if letter is None or (letter in facts.strong and not sure):
                unknown.add(o.shape.base)
            elif sure and o.statement in defining and letter in o.bound and o.shape.below > 1:
                seen.setdefault((o.statement, place), set()).add(letter)
    apart = {place for (_, place), here in seen.items() if len({kinds[x] for x in here}) > 1}
    compared = {p[0] for (_, p), here in seen.items() if p in apart and is_compared(facts, here)}
    return frozenset({p[0] for p in apart} - defined - unknown - compared)


def told_by_layers(facts: Facts) -> frozenset[str]:
    r"""The letters of weights that lead from layer to layer, each with its own length.

    The w of `r_h = \\sum_{j=1}^n w_{jh} x_j` and `s_m = \\sum_{h=1}^H w_{hm} u_h`: as one array it would
    hold, beside the weights of both layers, what nobody uses.
    """
    kinds = facts.kinds()
    defined = {o.shape.base for o in facts.occurrences if o.left}
    lefts = {o.statement: set(o.shape.letters) for o in facts.occurrences if o.left and o.args is None}
    pairs: dict[str, set[tuple[str, str]]] = {}
    for o in facts.occurrences:
        base, letters = o.shape.base, o.shape.letters
        if o.statement not in lefts or o.left or base in defined or o.shape.uppers or len(letters) != PAIR:
            continue
        known = all(x in kinds and len(facts.uppers[x]) == 1 and _ends_in_one_size(facts, x) for x in letters if x)
        layer = None not in letters and known and len(set(letters) & o.bound) == 1
        layer = layer and bool((set(letters) - o.bound) & lefts[o.statement])
        one, two = letters
        pairs.setdefault(base, set()).add((kinds[one], kinds[two]) if layer and one and two else ("", ""))
    return frozenset(base for base, found in pairs.items() if _are_layers(found) and not facts.shared_weights)


def _ends_in_one_size(facts: Facts, letter: str) -> bool:
    return all(len(end) == 1 for end in facts.uppers[letter]) and _ends_in_a_size(facts, letter)


def _are_layers(pairs: set[tuple[str, str]]) -> bool:
    """Do pairs of kinds lead from one layer to the next, none of them met twice?"""
    ways = [dict(pairs), {b: a for a, b in pairs}]
    plain = ("", "") not in pairs and all(len(way) == len(pairs) for way in ways) and len(pairs) > 1
    starts = [a for a, _ in pairs if a not in {b for _, b in pairs}]
    if not plain or len(starts) != 1:
        return False
    way, at = [starts[0]], ways[0].get(starts[0])
    while at is not None and at not in way:
        way.append(at)
        at = ways[0].get(at)
    return len(way) == len(pairs) + 1


def told_in_words(facts: Facts) -> dict[tuple[str, str], str]:
    """For names and letters of one range that words tell apart (`families_in_words`) what kind of name each is.

    The letters of the names that words list are of one kind, those that definitions have in their place of another.
    """
    kinds = facts.kinds()
    found: dict[tuple[str, str], str] = {}
    defining = {o.statement for o in facts.occurrences if o.left and o.args is None}
    for place, letter in facts.families:
        here = {x for o in facts.occurrences if o.statement in defining for p, x in places_of(o) if p == place and x}
        alike = {x for x in here - {letter} if x in kinds and kinds[x] == kinds.get(letter)}
        listed = {x for p, x in facts.families if p == place}
        if letter in here and alike - listed:
            found[place[0], letter] = letter
            found |= {(place[0], x): f"{min(alike - listed)}" for x in alike - listed}
    return found


def told_by_flow(facts: Facts) -> dict[tuple[str, str], str]:
    r"""The letters of one range of a name that would be computed from itself if they did not tell it apart.

    The z of `x_j = \\sum_i W_{ij} z_i`, `z_j = g(x_j)`, `x_k = \\sum_j W_{jk} z_j`, `z_k = g(x_k)`, i and k up to N:
    `z_i` is what goes in, `z_k` what comes out. Only where several letters have definitions of their own: a single
    `y_j = f(\\sum_i w_{ij} y_i)` is said of every layer. Weights that are the same in both layers would not be, once
    they are told apart; nor is it known which layer an entry is of where two of them are as wide.
    """
    kinds = facts.kinds()
    if facts.shared_weights:
        return {}
    uses = _uses(facts)
    found: dict[tuple[str, str], str] = {}
    for place in {place for place, _ in uses if not place[0][1]}:  # what has a layer above needs no letter to tell it
        base = place[0][0]
        defined = {x for p, x in uses if p == place}
        others = {x for known in uses.values() for p, x in known if p == place} - defined
        wide = [kinds[x] for x in defined if x in kinds]
        for a, b in product(defined, others) if len(defined) > 1 and len({*wide}) == len(wide) else ():
            if kinds.get(b, kinds.get(a)) == kinds.get(a) and (place, b) in _reached(uses, (place, a)):
                found |= {(base, a): a, (base, b): b}
    return found


def perhaps_fed_back(facts: Facts) -> Iterator[Untold]:
    r"""The names of which an earlier entry, `z_i(t-1)`, may be what a later layer puts out, `z_k(t)`, or what goes in.

    The letters alone do not say so where i has no definition of its own and runs as far as k. In one layer, `s_j(t)` of
    `s_l(t-1)`, there is no such doubt, nor where the page says with what the fed back name begins, `z_k(0) = 0`.
    """
    kinds, labels = facts.kinds(), _labels(facts)
    uses, moved = _uses(facts), _uses(facts, earlier=True)
    begun = {(place[0], x) for o in facts.occurrences if o.left and _begins(o) for (place, _), x in _named(o, labels)}
    for place in {place for place, _ in uses if not place[0][1]}:
        defined = {x for p, x in uses if p == place}
        others = {x for known in moved.values() for p, x in known if p == place} - defined
        for a, b in product(sorted(defined), sorted(others)) if len(defined) > 1 else ():
            ways = {x: uses.get(x, set()) | (moved[x] if x in moved and x[1] != a else set()) for x in {*uses, *moved}}
            alike = kinds.get(b, kinds.get(a)) == kinds.get(a) and (place[0][0], a) not in begun
            if alike and (place, b) in _reached(ways, (place, a)):
                at = min(o.statement for o in facts.occurrences if o.left and (place, a) in _named(o, labels))
                base = place[0][0]
                yield Untold(base, facts.stated[at].formula.here.line, text=f"{base}_{a}", kind=ALIKE)


def _begins(o: Occurrence) -> bool:
    """Is it the entry of a first step, `z_k(0)`?"""
    return any(isinstance(p, t.Number) for p in o.shape.pieces)


def _uses(facts: Facts, *, earlier: bool = False) -> dict[Node, set[Node]]:
    """What equations make each name of, by the letters of their indices: of the same step, or of an earlier one."""
    labels = _labels(facts)
    uses: dict[Node, set[Node]] = {}
    lefts = {o.statement: o for o in facts.occurrences if o.left and o.args is None}
    for o in facts.occurrences:
        left = lefts.get(o.statement)
        if left is None or left is o or _is_of_another_step(o.shape, left.shape) != earlier:
            continue
        for (one, a), (two, b) in product(_named(left, labels), _named(o, labels)):
            uses.setdefault((one, a), set()).add((two, b))
    return uses


def _is_of_another_step(shape: Shape, left: Shape) -> bool:
    """Is it `s_l(t-1)` for an `a_j(t)` on the left? What is made of itself so is one name at two times."""
    moved = (x for p in shape.pieces if letter_of(p) is None for x in letters_in(p))
    return any(x in left.letters for x in moved)


def _named(o: Occurrence, labels: Collection[tuple[Place, str]]) -> Iterator[Node]:
    """The letters of a name by place, with its numbers and labels in the others: `e_{hj}` is not `e_{ok}`."""
    places = list(_with_pieces(o))
    told = (label_of(p) for p, (place, x) in places if x is None or (place, x) in labels)
    own = tuple(x for x in told if x)
    yield from (((place, own), x) for _, (place, x) in places if x is not None and (place, x) not in labels)


def _labels(facts: Facts) -> set[tuple[Place, str]]:
    """The letters that no equation binds or has on its left, but has in a name, `e_{ok}` in `e_{hj} = ..`, and others
    in their places: where nothing runs over them."""
    lefts = {o.statement: {x for p in o.shape.pieces for x in letters_in(p)} for o in facts.occurrences if o.left}
    met = {(place, x, o.statement) for o in facts.occurrences for place, x in places_of(o) if x and x not in o.bound}
    running = facts.strong | facts.arithmetic | facts.ranged | facts.conditioned
    free = {(place, x) for place, x, n in met if n in lefts and x not in lefts[n] | running}
    places = {place for place, _ in free}
    return free | {(place, x) for place, x, _ in met if place in places and x not in running}


def _reached(uses: Mapping[Node, Collection[Node]], start: Node) -> set[Node]:
    known: set[Node] = set()
    more = {start}
    while more:
        known |= more
        more = {y for x in more for y in uses.get(x, ())} - known
    return known


def in_two_sums(facts: Facts) -> dict[tuple[str, str], str]:
    r"""The letters of one range with which one definition adds up weights twice, each as a kind of its own.

    The w of `a_j = \\sum_h w_{hj} b_h + \\sum_c w_{cj} s_c` with h and c up to C may be one array, or two: where the
    sums are terms of the definition, each of weights times something else.
    """
    kinds = facts.kinds()
    defined = {o.shape.base for o in facts.occurrences if o.left}
    found: dict[tuple[str, str], str] = {}
    for s in facts.stated:
        chain = s.statement.chain
        left, right = chain.members[0], chain.members[-1]
        if len(chain.members) != PAIR or not isinstance(left, t.Name) or not isinstance(right, t.Terms):
            continue
        terms = [(x, *_weights(x.body, _letter_of_sum(x))) for x in map(_summed, right.terms) if x is not None]
        for (one, w, x), (two, v, y) in combinations(terms, PAIR):
            a, b = _letter_of_sum(one), _letter_of_sum(two)
            alike = w is not None and v is not None and a != b and kinds.get(a, a) == kinds.get(b, b) and x != y
            if alike and w is not None and v is not None and _but_for(w, a) == _but_for(v, b) and w.base not in defined:
                found |= {(w.base, a): a, (w.base, b): b}
    return found


def _summed(term: t.Term) -> t.BigSum | None:
    """A term that is a sum over one letter."""
    return term.body if isinstance(term.body, t.BigSum) and _letter_of_sum(term.body) else None


def _letter_of_sum(x: t.BigSum) -> str:
    """The letter that a sum runs over, nothing where it is not just one."""
    about = x.below[0] if len(x.below) == 1 else None
    about = about.members[0] if isinstance(about, t.Chain) else about
    return (letter_of(about) or "") if about is not None and x.operator == r"\sum" else ""


def _weights(body: t.Node, letter: str) -> tuple[Shape | None, t.Node | None]:
    """The weight with two letters below in a product of two names, and the other name without its scripts."""
    names = [f.body for f in body.factors] if isinstance(body, t.Product) and len(body.factors) == PAIR else []
    for w, x in (names, names[::-1]) if names else ():
        shape = shape_of(w)
        if shape is not None and shape.below == len(shape.pieces) == PAIR and letter in shape.letters:
            return shape, replace(x, scripts=()) if isinstance(x, t.Name) else x
    return None, None


def _but_for(shape: Shape, letter: str) -> tuple[object, ...]:
    """A name with its letters but for one."""
    return (shape.base, *(None if x == letter else p for p, x in zip(shape.pieces, shape.letters, strict=True)))


def is_compared(facts: Facts, letters: set[str]) -> bool:
    r"""Does the page compare two of some letters, `\sum_{i \ne j}` or `i < j`? They number the same things."""
    chains = (c for s in facts.stated for c in (*t.of_kind(s.statement, t.Chain),))
    pairs = (c for c in chains if set(c.relations) & COMPARING)
    return any(len({letter_of(m) for m in c.members} & letters) > 1 for c in pairs)


def places_of(o: Occurrence) -> Iterator[tuple[Place, str | None]]:
    """The indices of a name by place."""
    yield from (placed for _, placed in _with_pieces(o))


def _with_pieces(o: Occurrence) -> Iterator[tuple[t.Node, tuple[Place, str | None]]]:
    """The indices of a name by place, each as it was typed."""
    above = len(o.shape.pieces) - o.shape.below
    for n, piece in enumerate(o.shape.pieces):
        if n < above and isinstance(piece, t.Number):
            continue  # a power
        yield piece, ((o.shape.base, len(o.shape.uppers), o.shape.below, n), letter_of(piece))


def _ends_in_a_size(facts: Facts, letter: str) -> bool:
    """Does a letter run up to something that is no index itself?"""
    return not any(end & (facts.strong | facts.left) for end in facts.uppers[letter])
