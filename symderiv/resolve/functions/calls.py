r"""Names before a parenthesis: functions, index lists, arguments that are only shown, products."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ...functions import WELL_KNOWN
from ...latex import tree as t
from ..facts import Facts, Occurrence
from ..integers.conditions import COMPARISONS
from ..integers.looked_up import is_looked_up
from ..meaning import Meaning, function_name, signature
from ..spelled.function_letters import FUNCTION_LETTERS, GREEK_FUNCTIONS
from ..spelled.shape import Shape, letter_of, letters_in, shape_of
from ..stated import Stated
from .before_parentheses import infer, is_integral
from .families import drop_members, only_differentiated

EULER = "e"


def defined_function(s: Stated) -> tuple[Shape, tuple[str, ...]] | None:
    """The function on the left of `f(x) = ..` and its parameters, None for any other statement."""
    chain = s.statement.chain
    left = chain.members[0]
    if len(chain.members) < 2 or not isinstance(left, t.Product) or len(left.factors) != 2:
        return None
    name, group = left.factors[0].body, left.factors[1].body
    if not left.factors[1].joined or not isinstance(group, t.Group) or not isinstance(name, t.Name):
        return None
    parameters = [letter_of(item) for item in group.items]
    shape = shape_of(name)
    if shape is None or not parameters or any(p is None for p in parameters):
        return None
    return shape, tuple(p for p in parameters if p is not None)


def find_functions(facts: Facts, meaning: Meaning) -> None:
    called: dict[str, list[Occurrence]] = {}
    plain: dict[str, int] = {base: 1 for base, _ in meaning.named}
    counting = {o.shape.base for o in facts.occurrences if o.args is not None and o.shape.base in o.bound}
    errors = any(o.left and o.args is not None and o.shape.base == EULER for o in facts.occurrences)
    for o in facts.occurrences:
        listed = o.args is None and o.within and o.shape.base in o.bound and not o.shape.pieces
        if listed and o.shape.base not in counting:
            continue  # an index in a list: the b of `\sum_b h(s, b)` is not that of `b(s)`
        if o.args is None and not _is_labelled(o.shape) and not (errors and _is_exponential(o.shape, meaning)):
            plain[o.shape.base] = plain.get(o.shape.base, 0) + 1
        elif o.args is None:
            continue
        else:
            called.setdefault(o.shape.base, []).append(o)
    derived = only_differentiated(called, plain, facts)
    plain = {x: n for x, n in plain.items() if x not in derived}
    steps: set[str] = set()
    counted = plain.keys() - _numbered_alone(facts)
    for base, found in called.items():
        if base not in counted and _is_index_list(found, facts, meaning, steps):
            meaning.index_lists.add(base)
    lists = [o for base in meaning.index_lists for o in called.get(base, ())]
    steps = {x for o in lists for a in o.args or () for x in letters_in(a)}
    for base, found in called.items():
        # `E(n) = \\sum_j e_j(n)` beside `e_j(n)`
        if base not in counted and base not in FUNCTION_LETTERS and _is_index_list(found, facts, meaning, steps):
            meaning.index_lists.add(base)
    for number, s in enumerate(facts.stated):
        left = defined_function(s)
        if left is not None and left[0].base not in meaning.index_lists:
            _define(number, left, facts, meaning)
    told = set(meaning.functions)
    for found in sorted(called.values(), key=lambda found: not found[0].shape.primes):
        for o in found:
            infer(o, plain, facts, meaning)
    drop_members((o for found in called.values() for o in found), meaning, told)
    for number, s in enumerate(facts.stated):
        left = defined_function(s)
        if left is not None and function_name(left[0]) in meaning.functions:
            bare = {x for x in left[1] if not _is_scalar(x, facts, number)}
            meaning.dummies[number] = frozenset(bare)
    _find_arguments(facts, meaning)
    for name in meaning.functions:
        applied = {
            a for found in called.values() for o in found if function_name(o.shape) == name for a in o.args or ()
        }
        only = set(applied)
        if len(only) == 1 and isinstance(argument := only.pop(), t.Name) and (argument.base, 0, 0) in meaning.lefts:
            meaning.arguments[name] = argument
        meaning.applied[name] = (
            frozenset(a.base for a in applied if isinstance(a, t.Name)),
            frozenset(x.base for a in applied for x in t.walk(a) if isinstance(x, t.Name)),
        )


def _is_exponential(shape: Shape, meaning: Meaning) -> bool:
    """Is it the `e^{-q_i / 2}` beside a value `e(n)` that a line defines?"""
    return shape.base == EULER and shape.bare and not shape.lowers and meaning.is_of_values(shape)


def _is_labelled(shape: Shape) -> bool:
    r"""Is it a name of its own by a word, the `J_{total}` beside `J(t)`?"""
    words = (
        isinstance(p, t.Text) or (isinstance(p, t.Name) and p.base.isalpha() and len(p.base) > 1) for p in shape.pieces
    )
    return bool(shape.pieces) and all(words)


def _numbered_alone(facts: Facts) -> set[str]:
    r"""The letters that stand without an argument only with one number below, before one always with more indices: the
    w of a constant `w_0` beside the weights `w_{ji}(n)`."""
    bare: dict[str, bool] = {}
    fewest: dict[str, int] = {}
    for o in facts.occurrences:
        base, below = o.shape.base, [p for item in o.shape.lowers for p in item]
        if o.args is None:
            number = len(below) == 1 and isinstance(below[0], t.Number) and (o.shape.bare or not o.shape.uppers)
            bare[base] = bare.get(base, True) and number
        else:
            fewest[base] = min(fewest.get(base, len(below)), len(below))
    return {base for base, number in bare.items() if number and fewest.get(base, 0) > 1}


def _find_arguments(facts: Facts, meaning: Meaning) -> None:
    r"""The letters that statements about functions differentiate by, as in `\frac{d}{dx} \sigma(x) = ..`.

    Such a letter names no variable: it stands bare nowhere but in such statements and where functions are defined. If
    it has indices elsewhere, nothing may stand beside it but functions (`x^T A x` is about the vector), and in a
    derivative written with d small letters that never have indices.
    """
    parameters = {n: set(_parameters(s)) for n, s in enumerate(facts.stated)}
    found = {n: set(x) for n, x in parameters.items() if isinstance(facts.stated[n].statement.chain.members[0], t.Call)}
    names: dict[int, set[str]] = {}
    for o in facts.occurrences:
        names.setdefault(o.statement, set()).add(o.shape.letter if o.args is not None else o.shape.base)
    for number, s in enumerate(facts.stated):
        for x in (x for x in t.of_kind(s.statement.chain, t.Derivative)):
            for w in x.wrt:
                letter = letter_of(w.body)
                if letter is not None and (function_of(x, meaning) or _mentions(x.of, letter)):
                    found.setdefault(number, set()).add(letter)
                if letter is not None and any(letter in inside for inside in meaning.inside.values()):
                    found.setdefault(number, set()).update(_applied_to(x.of))
    functions = {*meaning.functions, "e", *_labelled_functions(facts, meaning)}
    single = {x for n in names.values() for x in n if x[-1:].islower()} - {
        o.shape.base for o in facts.occurrences if o.shape.pieces
    }
    for number, s in enumerate(facts.stated):
        rest = names.get(number, set()) - functions
        if len(rest) == 1 and names[number] != rest and not isinstance(s.statement.chain.members[0], t.Name):
            # nothing but functions and one letter: `\\sigma(-x) = 1 - \\sigma(x)`
            found.setdefault(number, set()).update(x for x in rest if _mentions(s.statement.chain, x))
    for letter in sorted({x for letters in found.values() for x in letters} - meaning.names.known.keys()):
        about = {n for n, letters in found.items() if letter in letters}
        own = about | {n for n, letters in parameters.items() if letter in letters}
        here = [o for o in facts.occurrences if o.shape.base == letter]
        if any(not o.shape.pieces and o.statement not in own for o in here):
            continue
        beside = {n: functions | single if _is_plain(facts.stated[n]) else functions for n in about}
        indexed = any(o.shape.pieces and not _is_power(o.shape) for o in here)
        beside = {n: x | _applied_with(letter, facts.stated[n].statement.chain) for n, x in beside.items()}
        if indexed and any(names.get(n, set()) - beside[n] - {letter} for n in about):
            continue
        for n in about:
            meaning.dummies[n] = meaning.dummies.get(n, frozenset()) | {letter}


def _labelled_functions(facts: Facts, meaning: Meaning) -> set[str]:
    r"""The letters of functions with a label and of what their definitions hold: L and \delta of `L_\delta(e) = ..`."""
    names = {n: o.shape.base for o in facts.occurrences if (n := function_name(o.shape)) in meaning.functions}
    named = [(n, base) for n, base in names.items() if n is not None and n != base]
    return {x for n, base in named for x in (base, *meaning.inside.get(n, ()))}


def _is_plain(s: Stated) -> bool:
    r"""Is it about a derivative written with d by one letter, as `\frac{d}{dv} (v + \epsilon)^2 = ..`?"""
    found = t.of_kind(s.statement.chain, t.Derivative)
    return bool(found) and all(x.symbol != r"\partial" for x in found)


def _applied_to(x: object) -> Iterator[str]:
    """The letters to which a name is applied: the x of `f(x)`."""
    if isinstance(x, t.Product) and len(x.factors) == 2 and x.factors[1].joined:
        group = x.factors[1].body
        yield from (letter for a in (group.items if isinstance(group, t.Group) else ()) if (letter := letter_of(a)))


def _applied_with(letter: str, x: object) -> set[str]:
    r"""The letters that stand in one parenthesis with a letter: the \\tau of `\\rho(u; \\tau)`."""
    lists = [set(_applied_to(p)) for p in t.of_kind(x, t.Product)]
    return {y for found in lists if letter in found for y in found}


def _mentions(x: object, letter: str) -> bool:
    return any(isinstance(y, t.Name) and letter_of(y) == letter for y in t.walk(x))


def _parameters(s: Stated) -> Iterator[str]:
    r"""The letters to which the function on the left is applied: the x of `f(x) = ..` and of `\tanh'(x) = ..`."""
    defined = defined_function(s)
    left = s.statement.chain.members[0]
    if defined is not None:
        yield from defined[1]
    elif isinstance(left, t.Call):
        yield from (x for a in left.args if (x := letter_of(a)) is not None)


def function_of(x: t.Derivative, meaning: Meaning) -> str | None:
    r"""The function that stands above the line without its argument, as in `\frac{d\sigma}{dx}`."""
    shape = shape_of(x.of) if isinstance(x.of, t.Name) else None
    name = function_name(shape) if shape is not None else None
    return name if name in meaning.functions or (name or "").lstrip("\\") in WELL_KNOWN else None


def _is_scalar(letter: str, facts: Facts, number: int) -> bool:
    return any(o.left and o.shape.base == letter and not o.shape.pieces for o in facts.occurrences)


def _define(number: int, left: tuple[Shape, tuple[str, ...]], facts: Facts, meaning: Meaning) -> None:
    r"""`f(x) = ..` defines a function; `J(\theta) = ..` whose body never uses `\theta` bare only shows an argument."""
    shape, parameters = left
    name = function_name(shape)
    if shape.primes or name is None or name in meaning.functions or (shape.base, 0, 0) in meaning.lefts:
        return
    body = [o for o in facts.occurrences if o.statement == number and not o.left and not o.within]
    here = [
        o
        for o in facts.occurrences
        if o.statement == number and (not o.shape.pieces or _is_power(o.shape) or _is_counted(o, parameters))
    ]
    used = {o.shape.base for o in here if not o.left}
    inside = {o.shape.base for o in here if o.within and facts.occurrences[o.within[0]].left}
    counted = [o.shape.base for o in here]
    whole = facts.stated[number].statement.chain.members[1:]
    if any(_is_compared(p, m) for p in parameters for m in whole):
        used, body, counted = used | set(parameters), here, [*counted, *parameters, *parameters]
    if body and used and any(counted.count(p) > (p in inside) for p in parameters):
        meaning.functions[name] = GREEK_FUNCTIONS.get(name, name)
        meaning.inside[name] = used - {name, *parameters}
        meaning.several |= {name} if len(parameters) > 1 else set()
    elif name not in GREEK_FUNCTIONS:
        meaning.shown.add(shape.base)
        meaning.shown_of.setdefault(shape.base, parameters)
        meaning.lefts.add(signature(shape))


def _is_compared(letter: str, body: object) -> bool:
    """Is a letter compared in a condition inside a formula: the x of `[x > 0]`?"""
    chains = (c for x in t.walk(body) if isinstance(x, (t.Indicator, t.Cases)) for c in t.walk(x))
    compared = (c for c in chains if isinstance(c, t.Chain) and all(r in COMPARISONS for r in c.relations))
    return any(letter_of(m) == letter for c in compared for m in c.members)


def _is_power(shape: Shape) -> bool:
    """Is it a letter with nothing but a number above?"""
    return shape.bare and not shape.lowers and len(shape.pieces) == 1 and isinstance(shape.pieces[0], t.Number)


def _is_counted(o: Occurrence, parameters: tuple[str, ...]) -> bool:
    r"""Is it an argument with nothing but the letter of a sum above, the `x^j` of `y(x) = \sum_j w_j x^j`?"""
    shape = o.shape
    counted = shape.bare and not shape.lowers and len(shape.pieces) == 1 and letter_of(shape.pieces[0]) in o.bound
    return counted and shape.base in parameters


def _is_index_list(found: list[Occurrence], facts: Facts, meaning: Meaning, steps: set[str]) -> bool:
    indices = meaning.names.index | meaning.names.sizes | steps | _beside_summed(found, facts)
    for o in found:
        primed = o.shape.primes and o.shape.letter in FUNCTION_LETTERS | GREEK_FUNCTIONS.keys()
        if function_name(o.shape) in meaning.functions or primed or not o.args:
            return False
        if o.shape.pieces and signature(o.shape) in meaning.lefts:
            return False  # an entry as it is defined, times what stands in the parenthesis
        scripted = not indices.isdisjoint(o.shape.letters)
        for place, arg in enumerate(o.args):
            letters = set(letters_in(arg))
            if _counts_at(place, found, indices) and is_looked_up(arg, indices, facts):
                continue
            numbered = scripted or _counts_at(place, found, indices)  # `l(1)` beside `l(t)`
            if not is_integral(arg) or (not letters and not numbered):
                return False
            if not letters <= indices and not (scripted and not letters & _free_values(facts)):
                return False
    return True


def _counts_at(place: int, found: list[Occurrence], indices: Set[str]) -> bool:
    """Does an index stand in some place of a list after a name?"""
    return any(o.args is not None and place < len(o.args) and letter_of(o.args[place]) in indices for o in found)


def _beside_summed(found: list[Occurrence], facts: Facts) -> set[str]:
    r"""The letters in the places of a name over one of which a sum runs, `h(s, a)` beside `\sum_b e^{h(s, b)}`."""
    places = [(letter_of(arg), o.bound) for o in found for arg in o.args or ()]
    if not any(x in bound for x, bound in places):
        return set()
    return {x for x, _ in places if x is not None} - _free_values(facts)


def _free_values(facts: Facts) -> set[str]:
    return {o.shape.base for o in facts.occurrences if not o.within and not o.shape.pieces}
