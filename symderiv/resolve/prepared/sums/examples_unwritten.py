r"""Names of one example that do not carry its number: `C_x = -\sum_j y_j \ln a_j` beside `C = \frac{1}{n} \sum_x C_x`.

Where what is summed over the examples is defined by a formula without their letter, and no other name has it, the
formula speaks of any example. Then so do the data in it, all that is given and that the whole loss is not
differentiated by (it is by something: so parameters are told apart), and what is made of them: they get the number,
below, wherever they stand. A line that has them outside of the sum, and the sum or the whole loss besides, does not say
which example it means, and stays unread.

Some of the data may carry the number, `z_j = \sum_k w_{jk} u_{sk}`: what is made of them is of that example, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....errors import AmbiguousError, ReadError
from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import BigSum, Derivative, Formula, Group, Name, Node, Product, Script, Statement
from ....latex.walking import parts, rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...integers.unequal import letters_under
from ...located import Located, is_given, read_of
from ...spelled.function_letters import FUNCTION_LETTERS
from ...spelled.shape import PLAIN_FONTS, Stem, letter_of, letters_in, stem_of
from ..applied import applied_alone, before_parentheses

CAUSE = "names of one example stand beside the sum over the examples, or beside the whole loss"
CONSTANTS = frozenset(["e", r"\pi"])
HINT = "write the number of the example on them"


@dataclass(frozen=True, slots=True)
class _Examples:
    """The letter for an example, how it is written, the losses of one, what else is of one and does not carry its
    number, and the losses of all."""

    base: str
    letter: Name
    losses: frozenset[Name]
    numbered: frozenset[Stem]
    totals: frozenset[Name]


def _is_of_one(s: Statement) -> bool:
    return _loss(s) is not None


@where(_is_of_one)
def with_examples_written(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the number of the example on such names."""
    said = [s for f in read_of(located) for s in f.statements if s.chain.relations and not s.struck]
    found = None if any(is_given(d) for d, _ in located) else _examples(said)  # a given network has its names
    if found is None:
        return list(located)

    def written(f: Formula) -> Formula | ReadError:
        unclear = next((s for s in f.statements if _is_unclear(s, found)), None)
        if unclear is not None:
            return AmbiguousError(CAUSE, f.place(unclear.chain.span), HINT)
        return replace(f, statements=tuple(_written(s, found) for s in f.statements))

    return [(d, written(f) if isinstance(f, Formula) else f) for d, f in located]


def _loss(s: Statement) -> tuple[Name, Name] | None:
    """What an equation defines, and its one letter."""
    left, relations = s.chain.members[0], s.chain.relations
    aside = s.struck or s.parenthesised or bool(s.conditions)
    if not relations or relations[0] not in EQUALITIES or aside or not isinstance(left, Name):
        return None
    script = left.scripts[0] if len(left.scripts) == 1 and not left.primes else None
    if script is None or len(script.entries) != 1 or (script.above and not script.bracket):
        return None
    letter = script.entries[0]
    if not isinstance(letter, Name) or letter_of(letter) is None:
        return None
    return left, letter


def _examples(said: Sequence[Statement]) -> _Examples | None:
    """What carries no number though it is of one example; None where the page does not write so."""
    sums = [x for s in said for x in t.of_kind(s.chain, BigSum)]
    added = {(y, letter) for x in sums for letter in letters_under(x) for y in t.of_kind(x.body, Name)}
    found = [(s, *pair) for s in said if (pair := _loss(s)) is not None and (pair[0], pair[1].base) in added]
    slopes = {x[1] for x in found if any(isinstance(m, Derivative) for m in x[0].chain.members)}  # no losses
    found = [x for x in found if x[1] not in slopes]
    lines = [s for s in said if not _is_shown(s)]
    without = [x for x in found if not _has(x[2].base, x[0])]
    alone = {x.body for x in sums}
    letters = {
        x.base: x for _, loss, x in without or found if without or (loss in alone and _is_of_data(x.base, lines))
    }
    if len(letters) != 1:
        return None
    ((base, letter),) = letters.items()
    # what carries the letter and stands beside others in the sum, `\sum_k (t_k - o_k) o_k (1 - o_k)`, is a unit
    losses = frozenset(loss for s, loss, x in found if x.base == base and (loss in alone or not _has(base, s)))
    carrying = _carrying(base, losses, lines)
    if not _stands_nowhere_else(base, losses, carrying, lines) or _has_arrays(lines):
        return None
    if any(_leaves_letters(s, {base} if carrying else set()) for s in lines if s.chain.members[0] in losses):
        return None
    functions = {stem_of(x[0]) for s in lines if _is_local(s) and (x := applied_alone(s.chain.members[0])) is not None}
    lines = [s for s in lines if not _is_local(s)]
    totals = _totals(lines, losses, base)
    given = _data(lines, losses) - functions
    parameters = {x for d in _derivatives(lines) if d.of in totals for x in _by(d)} & given
    data = given - parameters
    numbered = _made_of(lines, data, losses, base)
    moved = {x for d in _derivatives(lines) if d.of not in totals for x in _by(d)}
    named = {x for d in _derivatives(filter(_defined, lines)) if d.of in totals for x in _by(d)}
    if not data or not parameters or named & numbered or moved & data or not _may_carry(numbered, lines):
        return None
    also = any(x.base == base and x.scripts for s in said for x in t.of_kind(s, Name))
    letter = replace(letter, primes=1) if also else letter  # `\\sum_x` beside data `x_j`
    return _Examples(base, letter, losses, frozenset(numbered - carrying), frozenset(totals))


def _has(letter: str, s: Statement) -> bool:
    """Does the right side of an equation have a letter?"""
    return any(letter_of(x) == letter for m in s.chain.members[1:] for x in t.of_kind(m, Name))


def _is_shown(s: Statement) -> bool:
    """Does a line say no more than that something depends on others, `y = y(x)`?"""
    left, *others = s.chain.members
    (right,) = others if len(others) == 1 else (None,)
    applied = applied_alone(right)
    return applied is not None and applied[0] == left and all(letter_of(x) is not None for x in applied[1].items)


def _is_local(s: Statement) -> bool:
    r"""Does a line say what a function is of any number, `\sigma(z) = 1/(1 + e^{-z})`?"""
    applied = applied_alone(s.chain.members[0])
    return applied is not None and all(letter_of(x) is not None for x in applied[1].items)


def _carrying(letter: str, losses: frozenset[Name], lines: Sequence[Statement]) -> set[Stem]:
    """The data that carry the letter of the examples below them, first, where the losses and what they are made of are
    defined."""
    lefts = {stem_of(left) for s in lines if (left := _defined(s)) is not None}
    told = [s for s in lines if (left := _defined(s)) is not None and not any(t.of_kind(s.chain, Derivative))]
    first: dict[Stem, set[str | None]] = {}
    for x in (x for s in told for m in s.chain.members for x in _values(m) if x not in losses):
        entry = next((e for z in x.scripts if not z.above for e in z.entries), None)
        first.setdefault(stem_of(x), set()).add(letter_of(entry) if entry is not None else None)
    return {stem for stem, letters in first.items() if letters == {letter} and stem not in lefts}


def _is_of_data(letter: str, lines: Sequence[Statement]) -> bool:
    """Is there something that carries the letter first and that nothing is differentiated by?"""
    return bool(_carrying(letter, frozenset(), lines) - {x for d in _derivatives(lines) for x in _by(d)})


def _stands_nowhere_else(letter: str, losses: frozenset[Name], carrying: set[Stem], lines: Sequence[Statement]) -> bool:
    """Does the letter of the examples stand under sums, on the losses, on such data and where its range is told alone,
    and on losses with no other index?"""
    names = [y for s in lines for y in t.of_kind(s.chain, Name)]
    told = {id(x) for y in names if y in losses or stem_of(y) in carrying for x in t.of_kind(y, Name)}
    told |= {id(x) for s in lines for y in t.of_kind(s.chain, BigSum) for i in y.below for x in t.of_kind(i, Name)}
    told |= {id(x) for s in lines for x in s.chain.members}
    stems = {stem_of(x) for x in losses}
    for x in (x for s in lines for x in t.of_kind(s.chain, Name)):
        if letter_of(x) == letter and id(x) not in told:
            return False
        if stem_of(x) in stems and x not in losses and any(letters_in(e) for z in x.scripts for e in z.entries):
            return False
    return True


def _has_arrays(lines: Sequence[Statement]) -> bool:
    """Does a line take gradients, or norms?"""
    return any(isinstance(x, t.Nabla) or (isinstance(x, Group) and x.open == r"\|") for s in lines for x in t.walk(s))


def _values(x: object, without: str = "") -> Iterator[Name]:
    """The names that stand for values, in no script or bound and not as functions; `without` sums over a letter."""
    if isinstance(x, BigSum):
        if not without or without not in letters_under(x):
            yield from _values(x.body, without)
        return
    if isinstance(x, Name):
        yield x
        for e in _exponents(x):
            yield from (y for y in _values(e, without) if y.scripts or x.base == "e")
        return
    called = {id(name) for name, _ in before_parentheses(x) if _is_function(name)} if isinstance(x, Product) else set()
    for part in parts(x):
        if isinstance(part, Script):
            for e in part.entries if part.above and not part.bracket else ():
                yield from _values(e, without)
        elif id(getattr(part, "body", None)) not in called:
            yield from _values(part, without)


def _exponents(x: Name) -> Iterator[Node]:
    return (e for z in x.scripts if z.above and not z.bracket for e in z.entries)


def _is_function(x: Name) -> bool:
    return bool(x.primes) or (not x.scripts and (x.base in FUNCTION_LETTERS or len(x.base.lstrip("\\")) > 1))


def _defined(s: Statement) -> Name | None:
    left = s.chain.members[0]
    return left if isinstance(left, Name) and s.chain.relations[0] in EQUALITIES else None


def _totals(lines: Sequence[Statement], losses: frozenset[Name], letter: str) -> set[Name]:
    """The losses of all examples: what adds up those of one, and what is made of that."""
    told = [(left, s) for s in lines if (left := _defined(s)) is not None and not any(t.of_kind(s.chain, Derivative))]
    bodies = [(left, {x for m in s.chain.members[1:] for x in t.of_kind(m, Name)}) for left, s in told]
    sums = [(left, y) for left, s in told for y in t.of_kind(s.chain, BigSum) if letter in letters_under(y)]
    found = {left for left, y in sums if not losses.isdisjoint(t.of_kind(y.body, Name))}
    while more := {left for left, body in bodies if body & found} - found:
        found |= more
    return found - losses


def _data(lines: Sequence[Statement], losses: frozenset[Name]) -> set[Stem]:
    """What is given and the losses are made of, no size and no e."""
    stems = {stem_of(x) for x in losses}
    made: dict[Stem, set[Stem]] = {}
    for s in lines:
        left = _defined(s)
        if left is not None and (left in losses or stem_of(left) not in stems):
            made.setdefault(stem_of(left), set()).update(stem_of(x) for m in s.chain.members[1:] for x in _values(m))
    reached, more = set[Stem](), stems
    while more - reached:
        reached |= more
        more = {y for x in more for y in made.get(x, ())}
    sizes = {x for s in lines for y in t.of_kind(s, BigSum) for x in letters_in(y.above)}
    sizes |= {x for s in lines for c in s.conditions for x in letters_in(c)}
    sizes |= {x for s in lines for y in t.of_kind(s.chain, BigSum) for x in letters_under(y)}
    return {x for x in reached - made.keys() if x[0] not in CONSTANTS | sizes | _below(lines)}


def _below(lines: Sequence[Statement]) -> set[str]:
    """The letters that stand below names."""
    names = (x for s in lines for x in t.of_kind(s.chain, Name))
    return {y for x in names for z in x.scripts if not z.above for e in z.entries for y in letters_in(e)}


def _leaves_letters(s: Statement, but: set[str]) -> bool:
    """Does the right side have letters below names that no sum runs over, the class y of `p_y`?"""
    below = _below([replace(s, chain=replace(s.chain, members=s.chain.members[1:], relations=()))])
    return not below - but <= {x for y in t.of_kind(s.chain, BigSum) for x in letters_under(y)}


def _made_of(lines: Sequence[Statement], data: set[Stem], losses: frozenset[Name], letter: str) -> set[Stem]:
    """What is of one example: data, and what is made of them other than in a sum over the examples."""
    told = [(left, s) for s in lines if (left := _defined(s)) is not None]
    stems = {stem_of(x) for x in losses}
    numbered = set(data)
    while True:
        more = {
            stem_of(left)
            for left, s in told
            if any(x in losses or stem_of(x) in numbered for m in s.chain.members[1:] for x in _values(m, letter))
        }
        if more - stems <= numbered:
            return numbered
        numbered |= more - stems


def _derivatives(lines: Iterable[Statement]) -> Iterator[Derivative]:
    return (d for s in lines for d in t.of_kind(s.chain, Derivative))


def _by(d: Derivative) -> Iterator[Stem]:
    return (stem_of(w.body) for w in d.wrt if isinstance(w.body, Name))


def _may_carry(numbered: set[Stem], lines: Sequence[Statement]) -> bool:
    """Do these names stand with as many indices below wherever they stand, none an array or alone in an exponent?"""
    counts: dict[Stem, set[int]] = {}
    for x in (x for s in lines for m in s.chain.members for x in _values(m)):
        if stem_of(x) in numbered:
            counts.setdefault(stem_of(x), set()).add(sum(len(z.entries) for z in x.scripts if not z.above))
    raised = (x for s in lines for x in t.of_kind(s.chain, Name) if x.base != "e")
    alone = {stem_of(y) for x in raised for e in _exponents(x) for y in t.of_kind(e, Name) if not y.scripts}
    if alone & numbered:
        return False
    return all(len(found) == 1 for found in counts.values()) and all(x[2] in PLAIN_FONTS for x in numbered)


def _is_unclear(s: Statement, found: _Examples) -> bool:
    """Do names of one example stand outside of the sum, beside it or beside the whole loss? Where the number stands
    there on others, it is on these, too."""
    if not s.chain.relations or _is_local(s):
        return False
    base = found.letter.base
    values = [x for m in s.chain.members for x in _values(m, base)]
    if any(base in letters_in(e) for x in values if x not in found.losses for z in x.scripts for e in z.entries):
        return False
    outside = [x for x in values if x in found.losses or stem_of(x) in found.numbered]
    summed = any(base in letters_under(x) for x in t.of_kind(s.chain, BigSum))
    return bool(outside) and (summed or any(x in found.totals for x in t.of_kind(s.chain, Name)))


def _written(s: Statement, found: _Examples) -> Statement:
    """The statement with the number of the example on these names."""
    if _is_local(s) or _is_shown(s):
        return s

    def change(x: Any) -> Node | None:
        if letter_of(x) == found.base:
            return replace(found.letter, span=x.span)
        if not isinstance(x, Name) or stem_of(x) not in found.numbered:
            return None
        letter = replace(found.letter, span=x.span)
        for n, z in enumerate(x.scripts):
            if not z.above:
                script = replace(z, entries=(letter, *z.entries), wide=True)
                return replace(x, scripts=(*x.scripts[:n], script, *x.scripts[n + 1 :]))
        return replace(x, scripts=(*x.scripts, Script(False, (letter,), "", False, True, x.span)))

    return replace_statement(s, chain=rebuilt(s.chain, change))
