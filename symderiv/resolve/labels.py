r"""Labels: what of a script is part of the name.

A letter of a definition that is neither bound nor on its left is a label of that name, and a label on a left side
spreads into the body.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from ..latex import tree as t
from .arrays.among_others import among_others
from .facts import Facts, Occurrence
from .meaning import Meaning, label_or_index, signature
from .spelled.shape import Shape, is_norm, label_of, letter_of, letters_in


def find_labels(facts: Facts, values: list[Occurrence], meaning: Meaning, summed: frozenset[str]) -> None:
    """Find the labels: letters that a definition neither binds nor has on its left; then spread them."""
    names = meaning.names
    by_statement: dict[int, list[Occurrence]] = {}
    for o in values:
        by_statement.setdefault(o.statement, []).append(o)
    ranging = _beside_ranged(facts)
    foreign = _foreign(_closed(by_statement, meaning, ranging), meaning)
    beside = _beside_summed(by_statement.values(), meaning)
    names.labels |= {(base, letter, False) for base, letter in facts.labelled()}
    names.labels |= set(_alternatives(facts, meaning, foreign, beside))
    closed = list(_closed(by_statement, meaning, ranging))
    for number, left, body in closed:
        bound_left = {x for p in (*left.shape.pieces, *(left.args or ())) for x in letters_in(p)}
        if bound_left & names.sizes:
            bound_left |= _of_steps(left, facts, names.sizes)
        for o in body:
            for letter, above in meaning.kept(o.shape).placed:
                if letter not in o.bound | bound_left | names.sizes | summed:
                    _free_letter(number, o, letter, above, body, facts, meaning)
        for letter, above in left.shape.placed:
            unused = not facts.is_used(letter) and letter not in facts.strong and letter not in names.sizes
            if unused and not _is_last_step(letter, left, facts):
                names.labels.add((left.shape.base, letter, above))
    names.labels |= {(base, letter, False) for base, letter in facts.size_labels}
    names.labels |= set(_repeated(values, meaning))
    while True:
        before = len(names.labels)
        # what is a label tells left sides apart that looked like one before
        for _, left, body in list(_closed(by_statement, meaning, ranging)):
            names.labels |= set(_told_by_body(left, body, facts, meaning))
            spread = {x for x, above in left.shape.placed if (left.shape.base, x, above) in names.labels}
            spread -= facts.parameters  # an exponent is none
            for o in body:
                if not names.is_defined(o.shape.base, signature(o.shape)):
                    names.labels.update((o.shape.base, *p) for p in o.shape.placed if p[0] in spread - o.bound)
        if len(names.labels) == before:
            break
    for number, o, letter in among_others(list(_closed(by_statement, meaning, ranging)), facts, meaning):
        meaning.conflicts[number, o.shape.base, letter] = label_or_index(letter)


def _of_steps(left: Occurrence, facts: Facts, sizes: Set[str]) -> set[str]:
    r"""The letters of the steps of which the last stands on the left: the l of `x_{l+1} = ..` for `x_L = x_l + ..`.

    Such a line is about any l, and defines nothing, also that of an entry: `x_i^L = x_i^l + ..`.
    """
    last = [n for n, x in enumerate(left.shape.letters) if x in sizes]
    others = (o for o in facts.occurrences if o.left and o.statement != left.statement)
    alike = (o.shape.pieces for o in others if signature(o.shape) == signature(left.shape))
    found = {x for pieces in alike for n in last for x in letters_in(pieces[n])}
    return found & (facts.strong | facts.arithmetic)


def _is_last_step(letter: str, left: Occurrence, facts: Facts) -> bool:
    r"""Is it the L of `\delta^L = ..` beside `\delta^l_j = ..`, where l counts steps? It is the last of them."""
    step = letter.lower()
    if step == letter or step not in facts.strong | facts.arithmetic:
        return False
    others = (o.shape for o in facts.occurrences if o.left and o.shape.base == left.shape.base)
    above = (letter, True) in left.shape.placed
    return any((step, above) in s.placed and len(s.uppers) == len(left.shape.uppers) for s in others)


def _foreign(closed: Iterable[tuple[int, Occurrence, list[Occurrence]]], meaning: Meaning) -> frozenset[str]:
    """Letters of defined names that a definition uses beside those on its left: the p and q of `s_c = b_p + b_q`.

    So are those that stand where one of its left side does, the b of `e_a = f(r_a - r_b)`, whatever the name.
    """
    found: set[str] = set()
    for _, left, body in closed:
        own = {x for p in (*left.shape.pieces, *(left.args or ())) for x in letters_in(p)}
        beside = {signature(o.shape) for o in body if _own_letters(o.shape) & own}
        for o in body if own else ():
            if signature(o.shape) in meaning.lefts or (o.shape.below == 1 and signature(o.shape) in beside):
                found |= _own_letters(o.shape) - own - o.bound
    return frozenset(found)


def _beside_summed(statements: Iterable[list[Occurrence]], meaning: Meaning) -> frozenset[str]:
    r"""Letters of defined names that a definition leaves free where it sums over another one: the c of `u_{o,k} =
    \sum_j z_{kj} x_{c,j}`."""
    found: set[str] = set()
    for left, *body in (s for s in statements if s[0].left):
        own = {x for p in (*left.shape.pieces, *(left.args or ())) for x in letters_in(p)}
        for o in body if own else ():
            letters = _own_letters(o.shape)
            if signature(o.shape) in meaning.lefts and letters & o.bound:
                found |= letters - own - o.bound
    return frozenset(found)


def _alternatives(
    facts: Facts, meaning: Meaning, foreign: Set[str], beside: Set[str]
) -> Iterator[tuple[str, str, bool]]:
    """`a^{z}_i = ..` beside `a^{r}_i = ..`: letters that tell left sides apart and that nothing ever runs over.

    Below a name such a letter may be an index that is called differently in every line, unless it names a variable, or
    a definition uses some of them together (`foreign`): then they are labels of every name that carries them. So they
    are where they are capitals, and where one of them stands free beside a letter that is summed over (`beside`).
    """
    named = {base for base, above, below in meaning.lefts if above or below}
    integral = facts.strong | facts.arithmetic | facts.ends | facts.conditioned | meaning.names.sizes
    told = facts.left_places.items()
    places = [(base, above, place, letters - integral) for (base, above, _, place), letters in told]
    together = {
        x for *_, apart in places if len(apart & foreign) > 1 or (len(apart) > 1 and apart & beside) for x in apart
    }
    for base, above, place, apart in places:
        capitals = all(len(x) == 1 and x.isupper() for x in apart)
        if len(apart) > 1 and (place < above or apart <= named or apart & together or capitals):
            yield from ((base, letter, place < above) for letter in apart)
    yield from ((o.shape.base, x, up) for o in facts.occurrences for x, up in o.shape.placed if x in together)
    yield from ((base, letter, False) for base, letter in _numbered(facts) if letter not in integral)


def _numbered(facts: Facts) -> Iterator[tuple[str, str]]:
    """`out_{h1} = ..` beside `out_{o1} = ..`: the letters of names that are otherwise told apart by numbers alone."""
    beside: dict[tuple[str, int], list[Occurrence]] = {}
    for o in facts.occurrences:
        if o.args is None and not o.shape.uppers and o.shape.below > 1:
            beside.setdefault((o.shape.base, o.shape.below), []).append(o)
    found: dict[str, set[str]] = {}
    for (base, _), group in beside.items():
        letters = [[x for x in o.shape.letters if x is not None] for o in group]
        others = [p for o in group for p, x in zip(o.shape.pieces, o.shape.letters, strict=True) if x is None]
        if all(len(own) == 1 for own in letters) and all(isinstance(p, t.Number) for p in others):
            found[base] = {own[0] for own in letters}
    on_left = {x for o in facts.occurrences if o.left for x, _ in o.shape.placed}
    yield from ((base, letter) for base, letters in found.items() for letter in letters & on_left)


def _repeated(values: list[Occurrence], meaning: Meaning) -> Iterator[tuple[str, str, bool]]:
    """`W^{(i)}_{ij}` beside `W^{(f)}_{ij}`: where others have a label, a letter that stands twice is one.

    So is one that names a variable, where no sum binds it: `R^{i}_{jh}` beside `R^{f}_{jh}` and `i_j = ..`.
    """
    labels = meaning.names.labels
    labelled = {
        (signature(o.shape), n) for o in values for n, p in enumerate(o.shape.placed) if (o.shape.base, *p) in labels
    }
    named = {base for base, above, below in meaning.lefts if above or below}
    for o in values:
        found = o.shape.placed
        for n, (letter, above) in enumerate(found):
            if not above or (signature(o.shape), n) not in labelled:
                continue
            twice = sum(x == letter for x, _ in found) > 1
            if (twice and (letter not in o.bound or letter in named)) or (letter in named and letter not in o.bound):
                yield o.shape.base, letter, above


def _own_letters(shape: Shape) -> set[str]:
    return {letter for letter, _ in shape.placed}


def _closed(
    by_statement: dict[int, list[Occurrence]], meaning: Meaning, unranged: Set[tuple[str, str]]
) -> Iterator[tuple[int, Occurrence, list[Occurrence]]]:
    """The statements that may be definitions: the first with that left side."""
    seen: set[object] = set()
    for number, found in by_statement.items():
        left = found[0]
        if is_norm(left.shape) and signature(left.shape) not in meaning.lefts:
            continue
        if not left.left or (left.args is not None and left.shape.base not in meaning.index_lists):
            continue
        raw = (left.shape.base, *_told_by(left.shape, meaning), *_unranged(left.shape, unranged))
        if raw in seen or meaning.names.is_defined(left.shape.base, signature(left.shape)):
            continue
        seen.add(raw)
        yield number, left, found[1:]


def _beside_ranged(facts: Facts) -> frozenset[tuple[str, str]]:
    r"""Names and letters of left sides that nothing runs over, where another left side has one with a range.

    The \omega of `b_\omega = ..` beside `b_c = ..`: the second equation need not say the first again.
    """
    places = [(key[0], letters) for key, letters in facts.left_places.items() if letters & facts.strong]
    return frozenset((base, letter) for base, letters in places for letter in letters - facts.strong)


def _unranged(shape: Shape, unranged: Set[tuple[str, str]]) -> Iterator[str]:
    yield from (letter for letter, _ in shape.placed if (shape.base, letter) in unranged)


def _told_by_body(
    left: Occurrence, body: list[Occurrence], facts: Facts, meaning: Meaning
) -> Iterator[tuple[str, str, bool]]:
    """The letters of a left side that are labels wherever the body has them."""
    labels = meaning.names.labels
    for letter, above in left.shape.placed:
        inside = [(o.shape.base, *p) for o in body for p in o.shape.placed if p[0] == letter]
        if inside and letter not in facts.strong and labels.issuperset(inside):
            yield left.shape.base, letter, above


def _told_by(shape: Shape, meaning: Meaning) -> Iterator[str | None]:
    """For each entry what tells the name from others: nothing for an index."""
    upper = sum(map(len, shape.uppers))
    for n, p in enumerate(shape.pieces):
        letter = letter_of(p)
        label = letter is None or (shape.base, letter, n < upper) in meaning.names.labels
        yield label_of(p) if label else "#"


def _free_letter(
    number: int, o: Occurrence, letter: str, above: bool, body: list[Occurrence], facts: Facts, meaning: Meaning
) -> None:
    """A letter that is free in a definition: a label of that name, unless that reading is in doubt."""
    base = o.shape.base
    if (base, letter, above) in meaning.names.labels:
        return  # told by left sides already
    if meaning.names.is_defined(base, signature(o.shape)) and not meaning.names.has_label(base, letter):
        # an index of a network that is already there
        return
    elsewhere = any(
        p.shape.base == base and (letter in p.bound or p.left) and letter in _own_letters(p.shape)
        for p in facts.occurrences
        if p.statement != number
    )
    same = [p.shape for p in facts.occurrences if p.left and signature(p.shape) == signature(o.shape)]
    indexed = any(x in meaning.names.index for shape in same for x in _own_letters(shape))
    if any(letter in p.bound for p in body):
        # a sum over it has ended: that is said where the sum is read
        return
    if _names_gates(o, letter, above, facts, meaning):
        meaning.names.labels.add((base, letter, above))
        return
    new = indexed and not any(letter in _own_letters(shape) for shape in same)
    contracted = {p.shape.base for p in body if letter in _own_letters(p.shape) and letter not in p.bound}
    if letter in facts.strong | facts.arithmetic and (elsewhere or new or len(contracted) > 1):
        meaning.conflicts[number, base, letter] = (
            f"`{letter}` is an index elsewhere, but nothing binds it here",
            rf"write `\sum_{{{letter}}}` if it is summed over, put `{letter}` on the left if it is a free index, "
            rf"or write `\text{{{letter}}}` if it is a label",
        )
    elif letter in facts.of_shares()[1]:
        meaning.conflicts[number, base, letter] = label_or_index(letter)
    elif above and new and (names := _marked(letter, facts, meaning)):
        meaning.names.labels.update((name, letter, True) for name in names)
    elif (new and not _is_word(letter, facts)) or (
        (_is_entry(o, letter, facts) or _is_compared(o, letter, facts)) and not _is_array(letter, facts, meaning)
    ):
        meaning.conflicts[number, base, letter] = label_or_index(letter)
    else:
        meaning.names.labels.add((base, letter, above))


def _names_gates(o: Occurrence, letter: str, above: bool, facts: Facts, meaning: Meaning) -> bool:
    """Is it the i of `W_i` beside `W_f` and `W_c`, all names of variables, with nothing running over them?"""
    named = {base for base, *scripts in meaning.lefts if any(scripts)}
    places = [n for n, p in enumerate(o.shape.placed) if p == (letter, above)]
    if letter not in named or len(places) != 1:
        return False
    alike = [p for p in facts.occurrences if signature(p.shape) == signature(o.shape)]
    found = [(p, *p.shape.placed[places[0]]) for p in alike if len(p.shape.placed) > places[0]]
    letters = {x for _, x, up in found if up == above}
    free = not any(x in p.bound or p.left for p, x, _ in found)
    return len(found) == len(alike) and len(letters) > 1 and letters <= named and free


def _is_word(letter: str, facts: Facts) -> bool:
    """Is it a word, such as the `out` of `y_{out}(t)`, over which nothing runs? Nobody calls an index so."""
    plain = letter.isalpha() and len(letter) > 2
    return plain and letter not in facts.strong | facts.arithmetic | facts.ends | facts.range_ends


def _marked(letter: str, facts: Facts, meaning: Meaning) -> set[str]:
    """The names that a letter marks, such as the c of a case: it stands above names alone, nothing runs over it, and
    they have no other letter above that runs."""
    integral = facts.strong | facts.arithmetic | facts.ends | facts.conditioned | facts.range_ends | facts.compared
    if letter in integral | meaning.names.sizes:
        return set()
    places = [(o.shape.base, above) for o in facts.occurrences for x, above in o.shape.placed if x == letter]
    marked = {base for base, _ in places}
    beside = {
        x for o in facts.occurrences if o.shape.base in marked for x, up in o.shape.placed if up and x in integral
    }
    return set() if beside or not all(above for _, above in places) else marked


def _is_array(letter: str, facts: Facts, meaning: Meaning) -> bool:
    """Whether a letter names a defined array, and neither an index nor a size: `W_{ya,i}` beside `a_i` and `y_k`."""
    integral = facts.strong | facts.arithmetic | facts.ends | facts.conditioned | meaning.names.sizes
    return letter not in integral and any(base == letter and above + below for base, above, below in meaning.lefts)


def _is_entry(o: Occurrence, letter: str, facts: Facts) -> bool:
    r"""May a letter be the number of a row of `E_{vd}`, as the c of `E_{cd}`, rather than part of a name?"""
    return len(o.shape.pieces) > 1 and not o.shape.uppers and bool(_beside(o, letter, facts) & facts.strong)


TOLD_APART = frozenset(["=", "==", r"\ne"])


def _is_compared(o: Occurrence, letter: str, facts: Facts) -> bool:
    r"""Does a condition compare a letter with the indices in its place: the j of `\theta_j` where `i = j`?"""
    beside = _beside(o, letter, facts) if not o.shape.uppers else set()
    chains = (c for s in facts.stated for c in (s.statement.chain, *s.statement.conditions) if beside)
    pairs = (
        {letter_of(m) for m in c.members} for c in chains if len(c.members) == 2 and set(c.relations) <= TOLD_APART
    )
    return any(letter in pair and pair & beside for pair in pairs)


def _beside(o: Occurrence, letter: str, facts: Facts) -> set[str]:
    """The other letters that run over the place of a name in which a letter stands."""
    (place, *_) = [n for n, x in enumerate(o.shape.letters) if x == letter]
    return facts.running().get((o.shape.base, 0, o.shape.below, place), set()) - {letter}
