r"""What every letter of a document is: index, size, function, label, power. Facts in, `Meaning` out.

The order matters: functions first (what stands in their parenthesis may be an index list), then powers (`e_{ij}^2` says
that `e_{ij}` exists), then labels (they spread from left sides into bodies), then the families of names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from . import tree as t
from .collect import Facts, Occurrence, Stated, letters_in
from .resolve_names import Names
from .resolve_shape import Shape, is_norm, label_of, letter_of, shape_of
from .tree import Node

GREEK_FUNCTIONS = {r"\sigma": "sigma"}
"""Letters that are functions wherever the document does not say otherwise."""

FUNCTION_LETTERS = frozenset([*"fghFGH", r"\phi", r"\varphi", r"\psi", r"\Phi", r"\Psi", r"\rho", "act", r"\sigma"])
"""Letters that are taken for functions where every occurrence has a parenthesis."""


@dataclass(slots=True)
class Meaning:
    r"""What the names of a document mean.

    - `functions`: the name of a function as typed (`f_1`) to the name stored in `Apply.function`;
    - `index_lists`: names whose parenthesis holds indices (`X_i(t-1)`); `shown`: names that only show what they depend
      on (`J(\theta) = ..`); `unclear`: names with a parenthesis that may be a product or a function;
    - `plain`: pairs of name and number of subscripts that also occur without superscript: `^2` on them is a power;
      `squares`: those that occur with one numeric superscript only, and might be a power or a name;
    - `lefts`: names that are left sides; `dummies`: letters that stand for any number, by statement;
    - `conflicts`: letters with two readings, by statement and name, with the hint to give;
    - `notes`: readings that were chosen where a letter has two meanings.
    """

    names: Names
    functions: dict[str, str] = field(default_factory=dict)
    index_lists: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    unclear: set[str] = field(default_factory=set)
    plain: set[tuple[str, int]] = field(default_factory=set)
    squares: set[tuple[str, int]] = field(default_factory=set)
    lefts: set[tuple[str, int, int]] = field(default_factory=set)
    dummies: dict[int, frozenset[str]] = field(default_factory=dict)
    conflicts: dict[tuple[int, str, str], str] = field(default_factory=dict)
    exponential: bool = True
    notes: list[str] = field(default_factory=list)

    def is_power(self, shape: Shape) -> bool:
        r"""Is the superscript of a name an exponent? Labels and what stands in parentheses never are."""
        exponent = exponent_of(shape)
        if exponent is None:
            return False
        return _never_a_name(exponent) or (shape.base, shape.below) in self.plain

    def is_exponential(self, shape: Shape) -> bool:
        """Is it `e^{..}` where no variable is called e?"""
        return self.exponential and shape.base == "e" and not shape.lowers and shape.bare

    def is_delta(self, shape: Shape) -> bool:
        r"""Is it a Kronecker delta: `\delta` with two entries in all, not defined with as many?"""
        if shape.base != r"\delta" or len(shape.pieces) != 2 or (shape.uppers and not shape.bare):
            return False
        return signature(shape) not in self.lefts


def signature(shape: Shape) -> tuple[str, int, int]:
    """Letter, number of entries above, number below."""
    return shape.base, len(shape.pieces) - shape.below, shape.below


def exponent_of(shape: Shape) -> Node | None:
    """The superscript that may be an exponent: one thing, without parentheses, not a label."""
    if not shape.bare or len(shape.uppers) != 1 or len(shape.uppers[0]) != 1:
        return None
    found = shape.uppers[0][0]
    return None if isinstance(found, (t.Symbol, t.Text)) else found


def _never_a_name(x: Node) -> bool:
    """`^{-1}`, `^{1/2}`, `^{0.5}`."""
    if isinstance(x, t.Number):
        return "." in x.text
    return isinstance(x, (t.Fraction, t.Terms, t.Product)) and not any(True for _ in letters_in(x))


def function_name(shape: Shape) -> str | None:
    r"""The name of a function: the letter with scripts that are one number or label (`f_1`, `g^{(2)}`); else None."""
    text = shape.letter
    for script in shape.order:
        if len(script.entries) != 1 or (label := label_of(script.entries[0])) is None:
            return None
        inner = f"({label})" if script.above and label.isdigit() else label
        text += ("^" if script.above else "_") + (inner if len(inner) == 1 else f"{{{inner}}}")
    return text


def understand(
    facts: Facts, declared: Iterable[str] = (), known: Names | None = None, implicit: bool = False
) -> Meaning:
    """What the names mean, by every use of them in the document.

    `known` are the names of a network already there; with `implicit` sums a letter that nothing binds is summed over.
    """
    names = known or Names()
    found = facts.sizes()
    names.sizes |= found - names.index
    index = facts.strong | facts.conditioned | {x for x in facts.left if facts.is_used(x)}
    names.index |= index - names.sizes
    names.size_names |= frozenset(facts.size_names)
    names.indexed_sizes |= frozenset(base for base, letters in facts.size_names.items() if letters & names.index)
    meaning = Meaning(names, {name: name for name in declared})
    for key in names.known.values():
        meaning.lefts.add(names.signature_of(key))
    meaning.lefts.update(signature(o.shape) for o in facts.occurrences if o.left and o.args is None)
    _functions(facts, meaning)
    values = [o for o in facts.occurrences if _is_value(o, facts, meaning)]
    _powers(values, meaning)
    values = [o for o in values if not meaning.is_exponential(o.shape)]
    _labels(facts, values, meaning, frozenset(facts.strong) if implicit else frozenset())
    names.learn((_kept(o.shape, meaning), o.bound, _tail(o, meaning)) for o in values)
    return meaning


def _tail(o: Occurrence, meaning: Meaning) -> tuple[Node, ...]:
    return o.args if o.args is not None and o.shape.base in meaning.index_lists else ()


def _kept(shape: Shape, meaning: Meaning) -> Shape:
    return shape.without_upper() if meaning.is_power(shape) else shape


def _is_value(o: Occurrence, facts: Facts, meaning: Meaning) -> bool:
    """Does an occurrence say something about variables? A function, a size, an index, a Kronecker delta does not."""
    shape, names = o.shape, meaning.names
    if o.args is not None and function_name(shape) in meaning.functions:
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


# ---------------------------------------- functions


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


def _functions(facts: Facts, meaning: Meaning) -> None:
    called: dict[str, list[Occurrence]] = {}
    plain: dict[str, int] = {}
    for o in facts.occurrences:
        if o.args is None:
            plain[o.shape.base] = plain.get(o.shape.base, 0) + 1
        else:
            called.setdefault(o.shape.base, []).append(o)
    for base, found in called.items():
        if base not in plain and _is_index_list(found, facts, meaning):
            meaning.index_lists.add(base)
    for number, s in enumerate(facts.stated):
        left = defined_function(s)
        if left is not None and left[0].base not in meaning.index_lists:
            _define(number, left, facts, meaning)
    for found in sorted(called.values(), key=lambda found: not found[0].shape.primes):
        for o in found:
            _infer(o, plain, facts, meaning)
    for number, s in enumerate(facts.stated):
        left = defined_function(s)
        if left is not None and function_name(left[0]) in meaning.functions:
            bare = {x for x in left[1] if not _is_scalar(x, facts, number)}
            meaning.dummies[number] = frozenset(bare)


def _is_scalar(letter: str, facts: Facts, number: int) -> bool:
    return any(o.left and o.shape.base == letter and not o.shape.pieces for o in facts.occurrences)


def _define(number: int, left: tuple[Shape, tuple[str, ...]], facts: Facts, meaning: Meaning) -> None:
    r"""`f(x) = ..` defines a function; `J(\theta) = ..` whose body never uses `\theta` bare only shows an argument."""
    shape, parameters = left
    name = function_name(shape)
    if shape.primes or name is None or name in meaning.functions or (shape.base, 0, 0) in meaning.lefts:
        return
    body = [o for o in facts.occurrences if o.statement == number and not o.left and not o.within]
    used = {o.shape.base for o in facts.occurrences if o.statement == number and not o.shape.pieces and not o.left}
    inside = {
        o.shape.base
        for o in facts.occurrences
        if o.statement == number and o.within and facts.occurrences[o.within[0]].left and not o.shape.pieces
    }
    counted = [o.shape.base for o in facts.occurrences if o.statement == number and not o.shape.pieces]
    if body and used and any(counted.count(p) > (p in inside) for p in parameters):
        meaning.functions[name] = GREEK_FUNCTIONS.get(name, name)
    elif name not in GREEK_FUNCTIONS:
        meaning.shown.add(shape.base)
        meaning.lefts.add(signature(shape))


def _infer(o: Occurrence, plain: dict[str, int], facts: Facts, meaning: Meaning) -> None:
    """Decide what the name before a parenthesis is, where the document does not declare or define it."""
    shape = o.shape
    name = function_name(shape)
    base = shape.base
    if name in meaning.functions or base in meaning.index_lists or base in meaning.shown or name in meaning.unclear:
        return
    unprimed = (shape.letter, len(shape.pieces) - shape.below, shape.below)
    if unprimed in meaning.lefts or base in meaning.names.size_names:
        return
    if base in plain:
        # also used without a parenthesis: a product, unless its letter says function
        if shape.letter in FUNCTION_LETTERS and name is not None and not shape.pieces:
            calls = sum(p.args is not None and p.shape.base == base for p in facts.occurrences)
            if calls >= plain[base]:
                meaning.functions[name] = GREEK_FUNCTIONS.get(name, name)
            else:
                meaning.unclear.add(base)
        return
    letters = {letter_of(p) for p in shape.pieces}
    if name is None or letters & meaning.names.index:
        meaning.unclear.add(base)
    elif name in GREEK_FUNCTIONS:
        meaning.functions[name] = GREEK_FUNCTIONS[name]
    elif shape.letter in plain and shape.primes and shape.letter not in FUNCTION_LETTERS:
        return
    elif shape.letter in FUNCTION_LETTERS or shape.primes:
        meaning.functions[name] = name
    else:
        meaning.unclear.add(base)


def _is_index_list(found: list[Occurrence], facts: Facts, meaning: Meaning) -> bool:
    indices = meaning.names.index | meaning.names.sizes
    for o in found:
        if function_name(o.shape) in meaning.functions or o.shape.primes or not o.args:
            return False
        scripted = any(letter_of(p) in indices for p in o.shape.pieces)
        for arg in o.args:
            letters = set(letters_in(arg))
            if not _integral(arg) or (not letters and not scripted):
                return False
            if not letters <= indices and not (scripted and not letters & _free_values(facts)):
                return False
    return True


def _integral(x: Node) -> bool:
    if isinstance(x, t.Number):
        return "." not in x.text
    if isinstance(x, t.Terms):
        return all(_integral(term.body) for term in x.terms)
    return letter_of(x) is not None


def _free_values(facts: Facts) -> set[str]:
    return {o.shape.base for o in facts.occurrences if not o.within and not o.shape.pieces}


# ---------------------------------------- powers


def _powers(values: list[Occurrence], meaning: Meaning) -> None:
    plain = meaning.plain
    for base, above, below in meaning.lefts:
        if not above:
            plain.add((base, below))
    plain.update((o.shape.base, o.shape.below) for o in values if not o.shape.uppers)
    bare_e = ("e", 0) in plain or any(o.shape.base == "e" and o.left and not o.shape.lowers for o in values)
    meaning.exponential = not bare_e
    seen: dict[tuple[str, int], set[str]] = {}
    for o in values:
        exponent = exponent_of(o.shape)
        if o.shape.uppers:
            text = exponent.text if isinstance(exponent, t.Number) else ""
            seen.setdefault((o.shape.base, o.shape.below), set()).add(text)
    if any(o.left and isinstance(exponent_of(o.shape), t.Number) for o in values):
        # numbers over left sides: this author writes layers that way
        return
    for pair, texts in seen.items():
        if len(texts) == 1 and "" not in texts and "1" not in texts and pair not in plain:
            meaning.squares.add(pair)


# ---------------------------------------- labels


def _labels(facts: Facts, values: list[Occurrence], meaning: Meaning, summed: frozenset[str]) -> None:
    """Find the labels: letters that a definition neither binds nor has on its left; then spread them."""
    names = meaning.names
    by_statement: dict[int, list[Occurrence]] = {}
    for o in values:
        by_statement.setdefault(o.statement, []).append(o)
    closed = list(_closed(by_statement, meaning))
    for number, left, body in closed:
        bound_left = {x for p in left.shape.pieces for x in letters_in(p)}
        for o in body:
            for letter in _own_letters(_kept(o.shape, meaning)):
                if letter not in o.bound | bound_left | names.sizes | summed:
                    _free_letter(number, o, letter, body, facts, meaning)
        for letter in _own_letters(left.shape):
            if not facts.is_used(letter) and letter not in facts.strong and letter not in names.sizes:
                names.labels.add((left.shape.base, letter))
    while True:
        before = len(names.labels)
        for _, left, body in closed:
            spread = {x for x in _own_letters(left.shape) if (left.shape.base, x) in names.labels}
            for o in body:
                names.labels.update(
                    (o.shape.base, x) for x in _own_letters(o.shape) if x in spread and x not in o.bound
                )
        if len(names.labels) == before:
            return


def _own_letters(shape: Shape) -> Iterator[str]:
    for p in shape.pieces:
        letter = letter_of(p)
        if letter is not None:
            yield letter


def _closed(
    by_statement: dict[int, list[Occurrence]], meaning: Meaning
) -> Iterator[tuple[int, Occurrence, list[Occurrence]]]:
    """The statements that may be definitions: the first with that left side."""
    seen: set[object] = set()
    for number, found in by_statement.items():
        left = found[0]
        if not left.left or left.args is not None:
            continue
        raw = (left.shape.base, *("#" if letter_of(p) else label_of(p) for p in left.shape.pieces))
        if raw in seen or meaning.names.is_defined(left.shape.base, signature(left.shape)):
            continue
        seen.add(raw)
        yield number, left, found[1:]


def _free_letter(
    number: int, o: Occurrence, letter: str, body: list[Occurrence], facts: Facts, meaning: Meaning
) -> None:
    """A letter that is free in a definition: a label of that name, unless that reading is in doubt."""
    base = o.shape.base
    elsewhere = any(
        p.shape.base == base and (letter in p.bound or p.left) and letter in _own_letters(p.shape)
        for p in facts.occurrences
        if p.statement != number
    )
    same = [p.shape for p in facts.occurrences if p.left and signature(p.shape) == signature(o.shape)]
    indexed = any(x in meaning.names.index for shape in same for x in _own_letters(shape))
    if indexed and not any(letter in _own_letters(shape) for shape in same):
        meaning.conflicts[number, base, letter] = (
            rf"write `\text{{{letter}}}` if it is a label; if it is a fixed index, declare it: `sizes = [\"{letter}\"]`"
        )
        return
    contracted = {p.shape.base for p in body if letter in _own_letters(p.shape) and letter not in p.bound}
    if letter in facts.strong and (elsewhere or len(contracted) > 1):
        meaning.conflicts[number, base, letter] = (
            rf"write `\sum_{{{letter}}}` if it is summed over, put `{letter}` on the left if it is a free index, "
            rf"or write `\text{{{letter}}}` if it is a label"
        )
        return
    meaning.names.labels.add((base, letter))
