r"""Jacobians that a page writes as an operator: `J_{\mathbf{v}}(\mathbf{u})`, `J_{u \to v}`, `D_u v`, `J^v_u`.

Which of the two names is differentiated, and which index numbers the rows, words say (`jacobian_words`) or equations,
`(J_v(u))_{ij} = \partial v_i/\partial u_j`. What is told of one pair of names holds for every other, but for functions
with arguments: in `J_f(y)` these are where it is taken. Words that tell come before equations; where two tell two
things, nothing is told. A line with an operator that words call a Jacobian and that is not told is not read, and the
others are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, TypeAlias

from ....document.blocks import Block, Prose
from ....latex import tree as t
from ....latex.doubted import is_doubted
from ....latex.tree import (
    Derivative,
    Factor,
    Formula,
    Group,
    Misfit,
    Name,
    Node,
    Product,
    Script,
    Scripted,
    Symbol,
    Wrt,
)
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, LAID
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of
from ..said_in_place import gaps_of, value_alone
from .jacobian_words import (
    BOTH,
    ENTRY,
    FIRST,
    NAMED,
    NAMES,
    OPERATOR,
    OTHER,
    SECOND,
    STOP,
    TURNED,
    rows_of_first,
    rows_perhaps,
    takes_back,
)

Form: TypeAlias = tuple[str, str]
"""The letter of an operator, and how its two names stand."""
ARROW = r"\to"
SINGLE = 1
"""What stands with one pair of names only may be a name itself."""
CAUSE = "how this Jacobian stands is not told"
HINT = "write its entries, `\\partial v_i/\\partial u_j`"


@dataclass(frozen=True, slots=True)
class Found:
    """An operator with its two names in the order in which they are typed, and what stands above or below the whole."""

    form: Form
    names: tuple[Name, Name]
    scripts: tuple[Script, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """Which of the names is differentiated, the first or the second; do its entries stand in the rows? Is that said, or
    may it be?"""

    of: int
    rows: bool
    sure: bool = True


def with_jacobian_operators(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas of a document with derivatives in the place of such operators."""
    if not any(isinstance(b, Prose) and any(x in b.text for x in NAMES) for b in blocks):
        return list(located)
    meant = _agreed(_in_words(located, blocks))
    for form, told in _agreed(_equations(located)).items():
        meant.setdefault(form, told)
    known: dict[Form, Told | None] = {**dict.fromkeys(_named(located, blocks)), **meant}
    if not known:
        return list(located)
    applied = {x.base for f in read_of(located) for x in _applied(f) if (x.base, "(") not in known}

    def change(x: Any) -> Node | None:
        if isinstance(x, Name):
            found = _in_name(x)
            return _written(found, known[found.form], x.span) if found and _is_meant(found, known, applied) else None
        return _in_factors(x, known, applied, change) if isinstance(x, Product) else None

    rest = [(d, _without_told(f, known) if d.inline and isinstance(f, Formula) else f) for d, f in located]
    return with_statements(rest, lambda s: rebuilt(s, change))


def _without_told(f: Formula, known: dict[Form, Told | None]) -> Formula:
    """A formula in running text without equations that say what is told: they claim nothing."""
    kept = tuple(s for s in f.statements if not any(known.get(form) == told for form, told in _of_chain(s.chain)))
    return f if len(kept) == len(f.statements) else replace(f, statements=kept)


def _agreed(told: Iterator[tuple[Form, Told]]) -> dict[Form, Told | None]:
    """What is told of each, None where that is, or may be, two things."""
    said: dict[Form, set[Told]] = {}
    for form, x in told:
        said.setdefault(form, set()).add(x)
    found: dict[Form, Told | None] = {}
    for form, each in said.items():
        sure = {x for x in each if x.sure}
        alike = len({replace(x, sure=True) for x in each}) == 1
        found[form] = next(iter(sure)) if sure and alike else None
    return found


def _is_meant(x: Found, known: dict[Form, Told | None], applied: set[str]) -> bool:
    told = known.get(x.form)
    return x.form in known and (told is None or x.names[told.of].base not in applied)


def _in_factors(x: Product, known: dict[Form, Told | None], applied: set[str], change: Any) -> Node | None:
    """A product with derivatives for the operators in it; None where there is none."""
    done: list[Factor] = []
    rest = list(x.factors)
    while rest:
        one = rest.pop(0)
        found = _in_pair(one, rest[0]) if rest else None
        if found is None or not _is_meant(found, known, applied):
            done.append(replace(one, body=rebuilt(one.body, change)))
            continue
        span = (one.body.span[0], rest.pop(0).body.span[1])
        done.append(replace(one, body=_written(found, known[found.form], span)))
    if len(done) == len(x.factors):
        return None
    return done[0].body if len(done) == 1 and not done[0].operator else replace(x, factors=tuple(done))


def _in_pair(one: Factor, two: Factor) -> Found | None:
    r"""`J_v(u)` and `D_u v`: a name with another below it, and what stands behind."""
    head = one.body
    if not isinstance(head, Name) or two.operator or head.accents or head.primes or len(head.scripts) != 1:
        return None
    below = _only(head.scripts[0]) if not head.scripts[0].above else None
    if below is None:
        return None
    behind, scripts = (two.body.base, two.body.scripts) if isinstance(two.body, Scripted) else (two.body, ())
    if two.joined and isinstance(behind, Group) and behind.open == "(" and len(behind.items) == 1:
        inside = behind.items[0]
        primed = isinstance(two.body, Scripted) and two.body.primes
        return Found((head.base, "("), (below, inside), scripts) if isinstance(inside, Name) and not primed else None
    name = isinstance(two.body, Name) and not two.joined
    return Found((head.base, ""), (below, two.body), ()) if name and isinstance(two.body, Name) else None


def _in_name(x: Name) -> Found | None:
    r"""`J_{u \to v}`, `J_{v,u}` and `J^v_u`."""
    if x.accents or x.primes or not 1 <= len(x.scripts) <= 2:
        return None
    below = [s for s in x.scripts if not s.above]
    above = [s for s in x.scripts if s.above]
    if len(below) != 1 or below[0].bracket:
        return None
    entries = below[0].entries
    if len(entries) == 1 and isinstance(entries[0], t.Chain) and entries[0].relations == (ARROW,):
        return _found(x, "to", entries[0].members, above)
    if len(entries) == 2 and below[0].commas:
        return _found(x, ",", entries, above)
    over = _only(above[0]) if above else None
    return _found(x, "^", (over, *entries), []) if over is not None else None


def _found(x: Name, kind: str, names: Sequence[Node], scripts: Sequence[Script]) -> Found | None:
    one, two = names if len(names) == 2 else (None, None)
    both = isinstance(one, Name) and isinstance(two, Name)
    return Found((x.base, kind), (one, two), tuple(scripts)) if both and one and two else None  # type: ignore[arg-type]


def _only(s: Script) -> Name | None:
    entry = s.entries[0] if len(s.entries) == 1 and not s.bracket else None
    return entry if isinstance(entry, Name) else None


def _written(x: Found, told: Told | None, span: tuple[int, int]) -> Node:
    """The derivative that is meant; that of a number is left open, for it may stand as a row."""
    if told is None:
        return Misfit(CAUSE, HINT, span=span)
    of, by = x.names[told.of], x.names[1 - told.of]
    found: Node = Derivative(of, (Wrt(by, span=by.span),), span=span, unclear=True, layout=frozenset([LAID]))
    if not told.rows:
        top = Script(True, (Symbol(r"\top", span=span),), "", False)
        found = Scripted(Group("(", (found,), ")", span=span), (top,), span=span)
    return Scripted(Group("(", (found,), ")", span=span), x.scripts, span=span) if x.scripts else found


def _alone(x: Node | None) -> Found | None:
    """What a formula is that is such an operator and nothing else."""
    if isinstance(x, Name):
        return _in_name(x)
    pair = x.factors if isinstance(x, Product) and len(x.factors) == 2 else ()
    return _in_pair(*pair) if pair else None


def _told(x: Found, entry: Derivative, rows: bool) -> Told | None:
    """What is told by the derivative of an entry by an entry of the two names."""
    of, by = _plain(entry.of), _plain(entry.wrt[0].body)
    names = tuple(map(_plain, x.names))
    if of == by or {*names} != {of, by} or x.scripts:
        return None
    return Told(names.index(of), rows)


def _plain(x: Node | None) -> tuple[object, ...]:
    """A name without its font and its indices, but with its accents and what stands above it."""
    return (x.base, x.accents, tuple(s.entries for s in x.scripts if s.above)) if isinstance(x, Name) else ()


def _entry(x: object) -> tuple[str, str] | None:
    """The index of what is differentiated, and of what by, for an entry by an entry."""
    if not isinstance(x, Derivative) or x.order != 1 or len(x.wrt) != 1 or x.direct:
        return None
    letters = [_index(x.of), _index(x.wrt[0].body)]
    one, two = letters
    return (one, two) if one and two and one != two else None


def _index(x: Node | None) -> str | None:
    """The letter below a name, and nothing else."""
    below = [s for s in x.scripts if not s.above] if isinstance(x, Name) else []
    return letter_of(below[0].entries[0]) if len(below) == 1 and len(below[0].entries) == 1 else None


def _in_words(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[tuple[Form, Told]]:
    """What sentences say."""
    clauses = [*_clauses(gaps_of(located, blocks)), []]
    for clause, behind in pairwise(clauses):
        values = [value_alone(located[n]) if n >= 0 else None for _, n in clause]
        entries = [x for x in values if _entry(x) is not None]
        found = [x for x in map(_alone, values) if x is not None]
        if len(entries) != 1 or not found or not isinstance(entries[0], Derivative):
            continue
        letters = _entry(entries[0])
        assert letters is not None
        text = "".join(
            words + (_sign(v, letters) if n >= 0 else "") for (words, n), v in zip(clause, values, strict=True)
        )
        rows, perhaps = rows_of_first(text), rows_perhaps(text)
        told = None if perhaps is None else _told(found[0], entries[0], perhaps)
        if told is not None and (rows is None or len(found) != 1 or takes_back(_words(behind))):
            yield found[0].form, replace(told, sure=False)
        elif told is not None:
            yield found[0].form, told


def _named(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[Form]:
    """The operators that words call Jacobians, whatever else they say of them, and that stand with several names."""
    for n, words in gaps_of(located, blocks):
        found = _alone(value_alone(located[n])) if n >= 0 and NAMED.search(words) else None
        if found is not None and not found.scripts and len(_pairs(located, found.form)) > SINGLE:
            yield found.form


def _pairs(located: Sequence[Located], form: Form) -> set[tuple[Name, Name]]:
    """The names with which an operator stands in what is displayed."""
    displayed = [f for d, f in located if isinstance(f, Formula) and not d.inline]
    pairs = (_in_pair(*p) for f in displayed for x in t.of_kind(f, Product) for p in pairwise(x.factors))
    names = (_in_name(x) for f in displayed for x in t.of_kind(f, Name))
    return {x.names for x in (*pairs, *names) if x is not None and x.form == form}


def _words(clause: Sequence[tuple[str, int]]) -> str:
    return "".join(words + (OTHER if n >= 0 else "") for words, n in clause)


def _sign(x: Node | None, letters: tuple[str, str]) -> str:
    """What stands for a formula in a sentence."""
    if _entry(x) is not None:
        return ENTRY
    if _alone(x) is not None:
        return OPERATOR
    items = x.items if isinstance(x, Group) else (x,) if x is not None else ()
    typed = tuple(str(letter_of(y)) for y in items)
    signs = {letters: BOTH, letters[::-1]: TURNED, letters[:1]: FIRST, letters[1:]: SECOND}
    return signs.get(typed, OTHER)


def _clauses(gaps: Sequence[tuple[int, str]]) -> Iterator[list[tuple[str, int]]]:
    """The parts of each sentence: the words before a formula, and its number; -1 behind the last one."""
    clause: list[tuple[str, int]] = []
    for number, words in gaps:
        first, *more = STOP.split(words)
        for piece in more:
            yield [*clause, (first, -1)]
            clause, first = [], piece
        clause.append((first, number))
    yield clause


def _equations(located: Sequence[Located]) -> Iterator[tuple[Form, Told]]:
    """What equations say that claim nothing else."""
    for display, f in located:
        if not isinstance(f, Formula) or is_doubted(display.before, display.after):
            continue
        for s in f.statements:
            yield from _of_chain(s.chain) if not s.struck else ()


def _of_chain(c: t.Chain) -> Iterator[tuple[Form, Told]]:
    if len(c.members) == 2 and c.relations[0] in EQUALITIES:
        yield from _by_equation(*c.members)


def _by_equation(left: Node, right: Node) -> Iterator[tuple[Form, Told]]:
    r"""`(J_v(u))_{ij} = \partial v_i/\partial u_j` and `J_v(u) = (\partial v_i/\partial u_j)_{ij}`."""
    indexed = left if isinstance(left, Scripted) else right
    other = right if indexed is left else left
    inner = indexed.base.items[0] if isinstance(indexed, Scripted) and isinstance(indexed.base, Group) else None
    operator, entry = (inner, other) if indexed is left else (other, inner)
    letters, found = _entry(entry), _alone(operator)
    if letters is None or found is None or not isinstance(indexed, Scripted) or not isinstance(entry, Derivative):
        return
    typed = tuple(letter_of(e) for s in indexed.scripts if not s.above for e in s.entries)
    told = _told(found, entry, typed == letters) if {*typed} == {*letters} and len(indexed.scripts) == 1 else None
    if told is not None and len(typed) == 2:
        yield found.form, told


def _applied(f: Formula) -> Iterator[Name]:
    """The names with something in parentheses right behind them."""
    for x in t.of_kind(f, Product):
        for one, two in pairwise(x.factors):
            if isinstance(one.body, Name) and two.joined and isinstance(two.body, Group):
                yield one.body
