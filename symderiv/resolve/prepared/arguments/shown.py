r"""Arguments of an objective that are arrays or numbered: `J(\theta)` with `\theta_{kj}`, `\ell(\beta_0, \beta_1)`.

Written the same wherever they stand, they say what the objective depends on and nothing else. A capital is the array of
what has its small letter: `L(P, Q)` with `p_u` and `q_{ik}`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Formula, Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import OBJECTIVES
from ...located import Located, read_of, with_statements
from ...spelled.shape import APART, is_mark, letter_of, shape_of, stem_of
from ..applied import applied_alone, arguments_of, before_parentheses, with_values_for

Key = tuple[str, tuple[str, ...], str, tuple[t.Script, ...]]


def without_shown(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document without such arguments."""
    formulas = read_of(located)
    uses: dict[Key, list[Group]] = {}
    primed: set[str] = set()
    asked: set[str] = set()
    carrying: set[str] = set()
    for product in (x for f in formulas for x in t.of_kind(f, Product)):
        for key, group in _applied(product):
            uses.setdefault(key, []).append(group)
    lefts = [s.chain.members[0] for f in formulas for s in f.statements if s.chain.relations[:1] in (("=",), (":=",))]
    defined = {_key(applied[0]) for x in lefts if (applied := applied_alone(x)) is not None}
    alone = {_without_letters(_key(x)) for x in lefts if isinstance(x, Name)}
    heads = (s.chain.members[0] for f in formulas for s in f.statements if s.chain.relations)
    called = any(isinstance(x, Product) and any(_applied(x)) for x in heads)
    if not called and alone.isdisjoint(map(_without_letters, uses)):
        return list(located)
    for x in (x for f in formulas for x in t.walk(f)):
        if isinstance(x, t.Nabla) and x.by is None:
            asked |= {y.base for y in t.walk(x.of) if isinstance(y, Name)}
        elif isinstance(x, Name):
            primed |= {x.base} if x.primes else set()
            carrying |= {x.base} if any(letter_of(e) for s in x.scripts for e in s.entries) else set()
    indexed = carrying & _indexed(formulas)
    entries = {i.base for groups in uses.values() for g in groups for i in g.items if isinstance(i, Name) and i.scripts}
    numbers = _of_numbers(formulas, entries)
    names = {
        key for key in defined if key[0] not in primed | indexed | asked | numbers and _is_shown(uses[key], carrying)
    }
    names |= _of_all_parameters(formulas, uses, lefts, defined, primed | asked)
    idle = idle_letters(formulas)
    names |= set(_of_parameters(formulas, uses, primed | asked, idle))
    names |= {key for key in defined - names if key[0] not in primed | asked and _are_before_and_after(uses[key], idle)}
    if not names:
        return list(located)

    def change(x: Any) -> Node | None:
        return with_values_for(x, lambda name, _: name if _key(name) in names else None, change)

    return with_statements(located, lambda s: rebuilt(s, change))


def _indexed(formulas: Sequence[Formula]) -> set[str]:
    """The names with a letter that others have, too, or a sum; any other letter is a label, the c of `L_c`."""
    letters: dict[str, set[str]] = {}
    for x in (x for f in formulas for x in t.of_kind(f, Name)):
        letters.setdefault(x.base, set()).update(filter(None, (letter_of(e) for s in x.scripts for e in s.entries)))
    sums = (s for f in formulas for s in t.of_kind(f, t.BigSum))
    bound = {x.base for s in sums for b in s.below for x in t.walk(b) if isinstance(x, Name)}
    times = Counter(letter for own in letters.values() for letter in own)
    return {base for base, own in letters.items() if any(x in bound or times[x] > 1 for x in own)}


def _of_all_parameters(
    formulas: Sequence[Formula], uses: dict[Key, list[Group]], lefts: list[Node], defined: set[Key], but: set[str]
) -> set[Key]:
    r"""The names defined with arguments, or without, that are never a value: the w of `E(w) = \sum_n E_n(w)`.

    Each stands nowhere else but with indices (`w_{ji}`), or, of several, its small letter does: it means all of these.
    Or the page differentiates by it. Of an objective defined so it may also stand nowhere else at all.
    """
    open_ = {key for f in formulas for s in f.statements for m in s.chain.members[1:] for key in _alone(m)}
    told = {_without_letters(key) for key in defined - open_}
    told |= {_without_letters(_key(x)) for x in lefts if isinstance(x, Name)}
    heads = [applied[0] for x in lefts if (applied := applied_alone(x)) is not None]
    losses = {_key(x) for x in heads if (shape := shape_of(x)) is not None and shape.letter in OBJECTIVES - {"Q"}}
    wholes = _Wholes.of(formulas, uses, losses)
    return {
        key
        for key, groups in uses.items()
        if key[0] not in but
        and key not in open_
        and _without_letters(key) in told
        and wholes.meant_by(groups[0], key in losses).issuperset(groups[0].items)
        and len({g.items for g in groups}) == 1  # `E(w')` is another value
    }


@dataclass(frozen=True, slots=True)
class _Wholes:
    """The arguments that are never a value: what has indices elsewhere or is differentiated by, the capitals of such
    small letters, and what stands nowhere else."""

    carrying: frozenset[Node]
    capitals: frozenset[Node]
    unused: frozenset[Node]

    @classmethod
    def of(cls, formulas: Sequence[Formula], uses: dict[Key, list[Group]], losses: set[Key]) -> _Wholes:
        """Those of a page."""
        names = [x for f in formulas for x in t.walk(f) if isinstance(x, Name)]
        met = Counter(x for x in names if not x.scripts)
        within = Counter(i for groups in uses.values() for g in groups for i in g.items if isinstance(i, Name))
        below = {x.base for x in names if any(not s.above for s in x.scripts)}
        below -= {x.base for x in names if x.scripts and all(s.above and not s.bracket for s in x.scripts)}  # `u^2`
        by = Counter(w.body for f in formulas for w in t.of_kind(f, t.Wrt) if isinstance(w.body, Name))
        below_nablas = (e for f in formulas for x in t.of_kind(f, t.Nabla) if x.by is not None for e in x.by.entries)
        by += Counter(e for e in below_nablas if isinstance(e, Name))
        told = Counter(filter(None, (only_told(s) for f in formulas for s in f.statements)))
        mentioned = Counter(filter(None, (_mentioned(s) for f in formulas for s in f.statements)))
        shown = {a for a in within if met[a] == within[a] + by[a] + mentioned[a]}
        primed = {x.base for x in names if x.scripts and x.primes}
        carrying = frozenset(a for a in shown if a.base in (primed if a.primes else below) or by[a])
        capitals = frozenset(a for a in shown if a.base.lower() in (primed if a.primes else below))
        others = {i for key, groups in uses.items() if key not in losses for g in groups for i in g.items}
        unused = frozenset(a for a in within if met[a] == within[a] + told[a] and a not in others)  # not `e_k(n)`
        return cls(carrying, carrying | capitals, unused)

    def meant_by(self, group: Group, is_loss: bool) -> frozenset[Node]:
        """What the arguments of a name may be."""
        if is_loss:
            return self.carrying | self.capitals | self.unused
        return self.capitals if len(group.items) > 1 else self.carrying  # `a (B)` may be a product


def only_told(s: Statement) -> Name | None:
    r"""The letter that a statement mentions, or of which it only says what it holds, `\Theta = \{u_i, v_i\}`."""
    left, *right = s.chain.members
    holds = len(right) == 1 and isinstance(right[0], Group) and right[0].open in {"(", "[", r"\{"}
    return left if isinstance(left, Name) and (not right or holds) else None


def _mentioned(s: Statement) -> Name | None:
    r"""The name that a sentence only mentions, `of a sample $\mathbf{x}$`, declares, or makes of its entries,
    `w = (w_1, w_2)^\top`, `w = (w_k)`: it is no value there."""
    mentions = not s.chain.relations and len(s.chain.members) == 1
    x = s.chain.members[0]
    told = mentions or s.chain.relations == (r"\in",) or _is_typed_out(s)
    return x if isinstance(x, Name) and not x.scripts and told else None


def _is_typed_out(s: Statement) -> bool:
    """Does an equation only say of which entries its left side is made?"""
    left, right = s.chain.members if s.chain.relations == ("=",) else (None, None)
    if isinstance(right, t.Scripted) and all(
        script.above and all(map(is_mark, script.entries)) for script in right.scripts
    ):
        right = right.base
    names = right.items if isinstance(left, Name) and isinstance(right, Group) and right.open in ("(", "[") else ()
    names = tuple(x for x in names if not isinstance(x, t.Symbol))
    return bool(names) and all(isinstance(x, Name) and x.scripts and x.base == getattr(left, "base", "") for x in names)


def idle_letters(formulas: Sequence[Formula]) -> frozenset[str]:
    r"""The letters that stand nowhere but as arguments, alone in a statement aside: the `\theta` of all parameters."""
    statements = [s for f in formulas for s in f.statements if s.chain.relations]
    met = Counter(x.base for s in statements for x in t.of_kind(s, Name))
    groups = (g for s in statements for x in t.of_kind(s, Product) for _, g in before_parentheses(x))
    within = Counter(i.base for g in groups for i in g.items if isinstance(i, Name))
    return frozenset(base for base, count in within.items() if count == met[base])


def _are_before_and_after(groups: list[Group], idle: frozenset[str]) -> bool:
    r"""Are they all parameters and those of the step before, `Q(\theta, \theta^t)`, the same wherever they stand?"""
    first = groups[0]
    two = [i for i in first.items if isinstance(i, Name)]
    if len(two) != len(first.items) or len(two) != len(("now", "before")) or any(g != first for g in groups):
        return False
    now, before = two
    marked = before.accents or before.primes or any(s.above for s in before.scripts)
    plain = not (now.scripts or now.accents or now.primes)
    return now.base == before.base in idle and now.font == before.font and plain and bool(marked)


def _of_parameters(
    formulas: Sequence[Formula], uses: dict[Key, list[Group]], but: set[str], idle: frozenset[str]
) -> Iterator[Key]:
    r"""What a page minimises, by its letter or because it adds up, `\ell(\mu, \sigma) = \sum_i ..`: a number.

    The arguments are numbers, used as such in its formula, and the page differentiates by one of them; or beside these
    stands what is never a value, the `\theta` of `L(\theta, \lambda)`. So is what has
    several and is differentiated without them: the density of `\frac{\partial \ln g}{\partial \mu}` beside
    `g(y, \mu, \sigma) = ..`, which is applied to nothing else.
    """
    bare = _differentiated_bare(formulas)
    derived = {w.body.base for f in formulas for w in t.of_kind(f, t.Wrt) if isinstance(w.body, Name)}
    for left, *body in (s.chain.members for f in formulas for s in f.statements if s.chain.relations):
        applied = applied_alone(left)
        for name, group in (applied,) if applied is not None else ():
            key, shape = _key(name), shape_of(name)
            adds_up = any(isinstance(x, t.BigSum) for m in body for x in t.walk(m))
            meant = (
                adds_up or (shape is not None and shape.letter in OBJECTIVES) or (len(group.items) > 1 and key in bare)
            )
            if shape is None or key[0] in but or not meant:
                continue
            letters = [letter_of(_as_data(i)) for i in group.items]
            numbers = {x.base for m in body for x in _bare_values(m)} | idle
            same = all(g == group for g in uses[key])
            known = same and None not in letters and numbers.issuperset(map(str, letters))
            if known and not (derived | (WHOLE & idle)).isdisjoint(map(str, letters)):
                yield key


WHOLE = frozenset([r"\theta", r"\Theta"])
"""What stands for all parameters."""


def _as_data(x: Node) -> Node:
    """A letter that has been told apart from data, in their font."""
    return replace(x, font="") if isinstance(x, Name) and x.font == APART else x


def _differentiated_bare(formulas: Sequence[Formula]) -> set[Key]:
    """The names that stand without arguments in what is differentiated."""
    found: set[Key] = set()
    for d in (d for f in formulas for d in t.of_kind(f, t.Derivative)):
        shown = {id(name) for x in t.of_kind(d.of, Product) for name, _ in before_parentheses(x)}
        found |= {_key(x) for x in t.of_kind(d.of, Name) if id(x) not in shown}
    return found


def _bare_values(x: object) -> Iterator[Name]:
    """The names that stand as values without an index, not in what a function is applied to; in exponents of e, too."""
    if isinstance(x, Name):
        if _is_bare(x):
            yield x
        elif x.base == "e":
            yield from (y for s in x.scripts if s.above for e in s.entries for y in _bare_values(e))
        return
    within = {id(g) for _, g in _applied(x)} if isinstance(x, Product) else set()
    for part in t.parts(x):
        shown = isinstance(part, t.Factor) and id(arguments_of(part)) in within
        if not shown and not isinstance(part, t.Script):
            yield from _bare_values(part)


def _alone(x: Node) -> list[Key]:
    """What is the whole of a member: `J = J(z)` tells what J is a function of, and nothing else."""
    return [_key(applied[0])] if (applied := applied_alone(x)) is not None else []


def _without_letters(key: Key) -> tuple[object, ...]:
    return (*key[:3], tuple((s.above, len(s.entries)) for s in key[3]))


def _of_numbers(formulas: Sequence[Formula], entries: set[str]) -> set[str]:
    """Functions of one number on a page that applies such to entries: r of `r(u) = e^{-u^2}` beside `q(u_i)`."""
    found: set[str] = set()
    for chain in (s.chain for f in formulas for s in f.statements if len(s.chain.members) > 1):
        name, group = applied_alone(chain.members[0]) or (None, None)
        items = group.items if group is not None else ()
        shown = {i.base for i in items if isinstance(i, Name) and not i.scripts} & entries
        if name and any(isinstance(x, Name) and x.base in shown and _is_bare(x) for x in t.walk(chain.members[1])):
            found.add(name.base)
    return found


def _is_bare(x: Name) -> bool:
    return all(s.above and all(isinstance(e, t.Number) for e in s.entries) for s in x.scripts)


def _applied(x: Product) -> list[tuple[Key, Group]]:
    """The names of a product that stand right before a parenthesis, with it."""
    return [(_key(name), group) for name, group in before_parentheses(x)]


def _key(x: Name) -> Key:
    return (*stem_of(x), x.scripts)


def _is_shown(groups: list[Group], carrying: set[str]) -> bool:
    """Are the arguments the same everywhere, all names, and one of them no single number?"""
    first = groups[0]
    if any(g != first for g in groups) or not all(isinstance(i, Name) for i in first.items):
        return False
    items = [i for i in first.items if isinstance(i, Name)]
    lettered = any(letter_of(e) for i in items for s in i.scripts for e in s.entries)
    return not lettered and any(i.scripts or i.font or not carrying.isdisjoint((i.base, i.base.lower())) for i in items)
