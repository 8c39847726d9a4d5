r"""A formula for any example, given to each: `h_\theta(x) = g(\theta^T x)` beside `h_\theta(x^{(i)})`.

A name that is applied to a bare vector on the left of an equation, and elsewhere to that vector with the number of an
example only, is defined for every example. The bare vector, its entries (`x_j`) and what is an argument beside it (the
y of `p(y | x)`) then stand for those of any example, in every line: its number is put in. A vector is what stands
beside a transposed name or in bars, and what is seen or declared by its entries; of a number f(x) is a function.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Formula, Group, Name, Node, Product, Script, Scripted
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import transposes
from ...spelled.shape import Stem, is_transpose, letter_of, shape_of, stem_of
from ..applied import before_parentheses


@dataclass(frozen=True, slots=True)
class Number:
    """Where the number of an example stands on a name, and the letter for it."""

    above: bool
    bracket: str
    letter: Name

    def on(self, name: Name, letter: Name) -> Name | Scripted:
        """The name with the number of an example; where that stands above, the mark of a transpose is around both."""
        script = Script(self.above, (letter,), self.bracket, False, True, name.span)
        own = name.scripts
        if not self.above and own and not own[0].above:  # the number comes first: `x_j` is `x_{nj}`
            first = replace(own[0], entries=(letter, *own[0].entries))
            return replace(name, scripts=(first, *own[1:]))
        if self.above and own and transposes(own[-1]):
            inside = replace(name, scripts=(script, *own[:-1]))
            return Scripted(Group("(", (inside,), ")", (), name.span), own[-1:], 0, name.span)
        return replace(name, scripts=(script, *own))


def _defines_applied(s: t.Statement) -> bool:
    left = s.chain.members[0]
    return isinstance(left, Product) and any(True for _ in _applied(left))


@where(_defines_applied)
def with_any_example_numbered(located: Sequence[Located]) -> list[Located]:
    """The formulas with numbers on examples, where names are defined for any of them."""
    formulas = read_of(located)
    numbers = _numbers(formulas)
    numbers = _made_of(formulas, numbers) if numbers else {}
    return with_statements(located, lambda s: numbered(s, numbers)) if numbers else list(located)


def _numbers(formulas: Sequence[Formula]) -> dict[Stem, Number]:
    """The names that stand for those of any example, with where its number stands."""
    uses: dict[Stem, list[tuple[Node, ...]]] = {}
    defined: dict[Stem, tuple[Name, ...]] = {}
    for x in (x for f in formulas for x in t.of_kind(f, Product)):
        for name, args in _applied(x):
            uses.setdefault(stem_of(name), []).append(args)
    for s in (s for f in formulas for s in f.statements if s.chain.relations and s.chain.relations[0] in EQUALITIES):
        left = s.chain.members[0]
        found = list(_applied(left)) if isinstance(left, Product) and len(left.factors) == 2 else []
        if found and all(isinstance(a, Name) and not a.scripts for a in found[0][1]):
            defined[stem_of(found[0][0])] = tuple(a for a in found[0][1] if isinstance(a, Name))
    if not defined:
        return {}
    vectors = vectors_of(formulas)
    numbers: dict[Stem, Number] = {}
    for key, parameters in defined.items():
        here = _of_uses(parameters, uses[key])
        if here and any(k in vectors for k in here) and all(numbers.get(k, n) == n for k, n in here.items()):
            numbers |= here
    return numbers if are_apart(formulas, numbers) else {}


def _made_of(formulas: Sequence[Formula], numbers: Mapping[Stem, Number]) -> dict[Stem, Number]:
    r"""Such names, and the bare ones that are made of any example, `L = -y \log h(x)`, with the data beside it.

    Such a name stands alone on the left of one equation, and has no other index anywhere. What stands bare in its
    definition and elsewhere with the number of an example only, the y beside `y^{(i)}`, is that of the same one. None
    of them stands in a sum over examples: there it is not any of them.
    """
    statements = [s for f in formulas for s in f.statements if s.chain.relations]
    bare = [s for s in statements if s.chain.relations == ("=",) and isinstance(s.chain.members[0], Name)]
    names = [x for s in statements for x in t.of_kind(s, Name)]
    lefts = [stem_of(x) for s in bare for x in s.chain.members[:1] if isinstance(x, Name)]
    alone = {x for x in lefts if lefts.count(x) == 1} - {stem_of(x) for x in names if x.primes}
    apart = {stem_of(x) for x in names if x.scripts}
    others = {stem_of(x.body) for s in statements for x in t.of_kind(s, t.Wrt) if isinstance(x.body, Name)} | {*lefts}
    found, before = dict(numbers), 0
    while len(found) > before:
        before = len(found)
        for s in bare:
            left, right = s.chain.members
            ways = {found[stem_of(x)] for x in t.of_kind(right, Name) if _is_any(x, found)}
            if isinstance(left, Name) and stem_of(left) in alone and len(ways) == 1:
                data = {stem_of(x) for x in t.of_kind(right, Name) if not x.scripts} - others - found.keys()
                number = ways.pop()
                data = {y for y in data if _is_numbered(y, names, number)}
                own = stem_of(left) not in apart or _is_numbered(stem_of(left), names, number)
                found |= dict.fromkeys({stem_of(left), *data} if own else (), number)
    made = {x: n for x, n in found.items() if x not in numbers}
    return dict(numbers) if any(_adds_up(x, made) for s in statements for x in t.of_kind(s, t.BigSum)) else found


def _is_any(x: Name, numbers: Mapping[Stem, Number]) -> bool:
    return stem_of(x) in numbers and _lacks(x, numbers[stem_of(x)])


def _adds_up(x: t.BigSum, numbers: Mapping[Stem, Number]) -> bool:
    """Is it a sum over examples of a name without the number?"""
    letters = {y.base for part in x.below for y in t.of_kind(part, Name)}
    inside = [numbers[stem_of(y)].letter.base for y in t.of_kind(x.body, Name) if _is_any(y, numbers)]
    return any(y in letters for y in inside)


def _is_numbered(stem: Stem, names: Sequence[Name], number: Number) -> bool:
    """Does a name carry the number of an example, wherever it carries anything?"""
    placed = [n for x in names if stem_of(x) == stem and x.scripts for n in (number_on(x, replace(x, scripts=())),)]
    return bool(placed) and all(n is not None and _place(n) == _place(number) for n in placed)


def _of_uses(parameters: tuple[Name, ...], uses: list[tuple[Node, ...]]) -> dict[Stem, Number]:
    """The parameters that carry the number of an example wherever the name is not applied to the bare ones."""
    found: dict[Stem, Number] = {}
    for args in uses:
        if args == parameters:
            continue
        if len(args) != len(parameters):
            return {}
        letters = set()
        for a, p in zip(args, parameters, strict=True):
            if a == p:
                continue
            number = number_on(a, p)
            if number is None or _place(found.get(stem_of(p), number)) != _place(number):
                return {}
            found.setdefault(stem_of(p), number)
            letters.add(number.letter)
        if len(letters) != 1:
            return {}
    return found


def number_on(a: Node, parameter: Name) -> Number | None:
    r"""The number on `x^{(i)}` or `x_n`, an argument in the place of x."""
    if not isinstance(a, Name) or stem_of(a) != stem_of(parameter) or a.primes or len(a.scripts) != 1:
        return None
    (script,) = a.scripts
    if len(script.entries) != 1 or letter_of(script.entries[0]) is None or (script.above and not script.bracket):
        return None
    entry = script.entries[0]
    return Number(script.above, script.bracket, replace(entry, span=(0, 0))) if isinstance(entry, Name) else None


def _place(n: Number) -> tuple[bool, str]:
    return n.above, n.bracket


def vectors_of(formulas: Sequence[Formula]) -> set[Stem]:
    """The names of vectors."""
    found: set[Stem] = set()
    for f in formulas:
        for x in t.walk(f):
            if isinstance(x, Product) and any(_is_transposed(y.body) for y in x.factors):
                found |= {stem_of(y.body) for y in x.factors if isinstance(y.body, Name)}
            elif isinstance(x, Product):
                found |= {stem_of(y) for pair in zip(x.factors, x.factors[1:], strict=False) for y in _dotted(*pair)}
            elif isinstance(x, Group) and x.open in (r"\|", r"\langle"):
                found |= {stem_of(y) for item in x.items for y in t.walk(item) if isinstance(y, Name)}
            elif isinstance(x, Name) and sum(len(s.entries) for s in x.scripts if not _is_power(s)) > 1:
                found.add(stem_of(x))
            elif isinstance(x, t.Chain) and x.relations == (r"\in",):
                space = shape_of(x.members[1]) if isinstance(x.members[1], Name) else None
                if space is not None and space.uppers and isinstance(x.members[0], Name):
                    found.add(stem_of(x.members[0]))
    return found


def _is_power(s: Script) -> bool:
    """Is it a number above, the 2 of `a_j^2`?"""
    return s.above and not s.bracket and all(isinstance(e, t.Number) for e in s.entries)


def _dotted(one: t.Factor, other: t.Factor) -> list[Name]:
    r"""The names in `\mathbf{w} \cdot \mathbf{x}`, both bold."""
    names = [f.body for f in (one, other) if isinstance(f.body, Name) and f.body.font == "mathbf"]
    return names if len(names) == 2 and other.operator == r"\cdot" else []


def _is_transposed(x: Node) -> bool:
    shape = shape_of(x) if isinstance(x, Name) else None
    return shape is not None and is_transpose(shape)


def are_apart(formulas: Sequence[Formula], numbers: dict[Stem, Number]) -> bool:
    """Can it be told whether a name with one index below is an example or an entry, and is no example summed over?"""
    names = [x for f in formulas for x in t.of_kind(f, Name) if stem_of(x) in numbers]
    for x in names:
        number = numbers[stem_of(x)]
        if not number.above and len(x.scripts) == 1 and not x.scripts[0].above and len(x.scripts[0].entries) == 1:
            letter = letter_of(x.scripts[0].entries[0])
            if letter != number.letter.base:
                return False
    return True


def numbered(s: t.Statement, numbers: Mapping[Stem, Number]) -> t.Statement:
    if not any(_is_any(x, numbers) for x in t.of_kind(s, Name)):
        return s
    taken = {(x.base, x.primes) for x in t.of_kind(s, Name)}

    def change(x: Any) -> Any:
        if not isinstance(x, Name) or not _is_any(x, numbers):
            return None
        number = numbers[stem_of(x)]
        letter = number.letter
        while (letter.base, letter.primes) in taken:
            letter = replace(letter, primes=letter.primes + 1)
        return number.on(x, letter)

    return rebuilt(s, change)  # type: ignore[no-any-return]


def _lacks(x: Name, number: Number) -> bool:
    """Does a name stand without the number of an example: bare, or an entry?"""
    if x.primes:
        return False
    scripts = x.scripts[:-1] if x.scripts and transposes(x.scripts[-1]) else x.scripts
    if number.above:
        return not any(s.above for s in scripts)
    return not scripts


def _applied(x: Product) -> Iterator[tuple[Name, tuple[Node, ...]]]:
    """The names that stand right before arguments, with these."""
    return ((name, group.items) for name, group in before_parentheses(x))
