r"""Sums that go on behind a sign: `\sum_i y_i \log p_i + (1 - y_i) \log (1 - p_i)`, without parentheses.

A sum takes the rest of its term. Where the next terms carry its letter, which neither the left side nor a sum around
them has, they can only be meant to be summed too.

So are those behind an operator with such a sum, up to the end of the side, `\nabla_w \sum_i y_i \log p_i + (1 - y_i)
\log (1 - p_i)`: the operator differentiates all of the sum. Where one of them has an operator of its own, or stands for
itself, or the letter is free on the other side, it is not clear what is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Derivative, Nabla, Name, Node, Product, Statement, Term, Terms
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...integers.unequal import Letters, letters_under, loose_letters
from ...located import Located, read_of, with_statements
from ...spelled.operators_in_front import Reach
from ...spelled.shape import letters_in

Change = Callable[[Any], Any]


def _may_go_on(s: Statement) -> bool:
    """Does a term end with a sum, and the one behind carry a letter of it?"""
    pairs = (pair for x in t.of_kind(s, Terms) for pair in pairwise(x.terms))
    ends = ((last, behind) for one, behind in pairs if (last := _last_sum(_differentiated(one.body))) is not None)
    return any(not letters_under(last).isdisjoint(loose_letters(behind.body)) for last, behind in ends)


def _may_take_all(s: Statement) -> bool:
    return any(isinstance(x, Terms) and _parted(x) is not None for x in s.chain.members)


@where(_may_go_on)
def with_long_sums(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page that defines its network with such terms inside their sum.

    Only where a name is defined, in all members of its chain, and behind operators: in a line about what is defined
    already, or about a derivative, somebody may have forgotten a sum, and the line stays unreadable.
    """
    taken: dict[str, bool] = {}
    gates = frozenset(x for f in read_of(located) for s in f.statements for x in _indexed_left(s))
    return with_statements(located, lambda s: _statement(s, taken, gates))


def _indexed_left(s: Statement) -> Iterator[str]:
    """The letter of a name with indices on a left side: above another name such a letter may be a label."""
    left = s.chain.members[0]
    if s.chain.relations and isinstance(left, Name) and left.scripts:
        yield left.base


def _statement(s: Statement, taken: dict[str, bool], gates: Letters) -> Statement:
    """A statement with the terms of its definition where they belong; `taken` are the names defined so far, with
    whether their first definition was typed so: its author writes the same again."""
    s = _differentiating(s, gates)
    name = _defined(s.chain)
    if name is None or not taken.get(name, True):
        return s
    left, *bodies = s.chain.members
    within = rebuilt(tuple(bodies), _within(frozenset(loose_letters(left)), gates))
    unchanged = all(a is b for a, b in zip(within, bodies, strict=True))
    taken.setdefault(name, not unchanged)
    return s if unchanged else replace(s, chain=replace(s.chain, members=(left, *within)))


def _differentiating(s: Statement, gates: Letters) -> Statement:
    """A statement with all terms behind a sum that an operator differentiates within that sum."""
    members = s.chain.members
    elsewhere = [frozenset(loose_letters(x)) for x in members]
    stated = frozenset(x for c in s.conditions for x in letters_in(c))
    found: list[Node] = []
    for n, x in enumerate(members):
        free = stated.union(*(letters for m, letters in enumerate(elsewhere) if m != n))
        found.append(_with_all_behind(x, free, gates) if isinstance(x, Terms) else x)
    unchanged = all(a is b for a, b in zip(found, members, strict=True))
    return s if unchanged else replace(s, chain=replace(s.chain, members=tuple(found)))


def _with_all_behind(x: Terms, free: Letters, gates: Letters) -> Node:
    """A side with the terms behind its one operator in the sum that this differentiates; `free` are letters that stand
    free beside it."""
    parted = _parted(x)
    if parted is None:
        return x
    before, term, more, operator, last = parted
    around = frozenset(loose_letters(operator))
    own = letters_under(last) - around
    allowed = own | around | frozenset(loose_letters(last.body))
    taken = own & free.union(*(loose_letters(y.body) for y in before))
    if taken or not all(_goes_on(y.body, own, allowed, gates) for y in more):
        return x
    return _side(x, before, replace(term, body=_longer(term.body, more)))


Parted: TypeAlias = "tuple[tuple[Term, ...], Term, tuple[Term, ...], Derivative | Nabla, BigSum]"


def _parted(x: Terms) -> Parted | None:
    """What stands before the one operator of a side, its term, and what stands behind; the operator, and its sum."""
    at = next((n for n, term in enumerate(x.terms) if _operator(term.body) is not None), len(x.terms))
    before, found, more = x.terms[:at], x.terms[at : at + 1], x.terms[at + 1 :]
    operator = _operator(found[0].body) if found and more else None
    last = _last_sum(operator.of) if operator is not None and operator.of is not None else None
    if operator is None or last is None or any(_has_operator(y.body) for y in (*before, *more)):
        return None
    return before, found[0], more, operator, last


def _side(x: Terms, before: tuple[Term, ...], last: Term) -> Node:
    return last.body if not before and not last.sign else replace(x, terms=(*before, last))


@where(_may_take_all)
def with_terms_behind(located: Sequence[Located], reach: Reach) -> list[Located]:
    r"""The formulas with the terms of a side behind an operator in front of a sum: all of them below the operator
    (`SIDE`), in the sum as far as they have a letter of it; or (`APART`) those with such a letter in another sum.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$$ y = \frac{d}{dx} \sum_i x a_i + b_i $$"))
    >>> def of_sums(reach):
    ...     _, f = with_terms_behind(page, reach)[0]
    ...     return [isinstance(x.body, Terms) for x in t.of_kind(f, BigSum)]
    >>> of_sums(Reach.TYPED), of_sums(Reach.SIDE), of_sums(Reach.APART)
    ([False], [True], [False, True])
    """
    written = {Reach.SIDE: _all_differentiated, Reach.APART: _summed_apart}.get(reach)
    if written is None:
        return list(located)

    def change(s: Statement) -> Statement:
        members = tuple(written(x) if isinstance(x, Terms) else x for x in s.chain.members)
        unchanged = all(a is b for a, b in zip(members, s.chain.members, strict=True))
        return s if unchanged else replace(s, chain=replace(s.chain, members=members))

    return with_statements(located, change)


def _all_differentiated(x: Terms) -> Node:
    parted = _parted(x)
    if parted is None:
        return x
    before, term, more, _, last = parted
    own = letters_under(last)
    summed = next((n for n, y in enumerate(more) if own.isdisjoint(loose_letters(y.body))), len(more))
    body = _longer(term.body, more[:summed]) if summed else term.body
    rest = more[summed:]
    if rest:
        if not isinstance(body, (Derivative, Nabla)) or body.of is None or term.sign == "-":
            return x
        span = (body.span[0], rest[-1].span[1])
        body = replace(body, of=Terms((Term("", body.of, body.of.span), *rest), span), span=span)
    return _side(x, before, replace(term, body=body))


def _summed_apart(x: Terms) -> Node:
    parted = _parted(x)
    if parted is None:
        return x
    before, term, more, _, last = parted
    own = letters_under(last)
    if not all(own & frozenset(loose_letters(y.body)) for y in more):
        return x
    span = (more[0].span[0], more[-1].span[1])
    behind = Term("+", replace(last, body=Terms(more, span), span=span), span)
    return replace(x, terms=(*before, term, behind))


def _operator(x: Node) -> Derivative | Nabla | None:
    """The operator in front of the last factor of a term."""
    last = x.factors[-1].body if isinstance(x, Product) else x
    return last if isinstance(last, Nabla) or (isinstance(last, Derivative) and last.front) else None


def _differentiated(x: Node) -> Node:
    """What the operator at the end of a term differentiates; the term where there is none."""
    operator = _operator(x)
    return x if operator is None or operator.of is None else operator.of


def _has_operator(x: Node) -> bool:
    return any(isinstance(y, (Derivative, Nabla)) for y in t.walk(x))


def _defined(chain: Chain) -> str | None:
    """The letter of the name that a chain may define: one with a derivative in it defines none."""
    if not chain.relations or chain.relations[0] not in EQUALITIES:
        return None
    left = chain.members[0].factors[0].body if isinstance(chain.members[0], Product) else chain.members[0]
    if not isinstance(left, Name) or any(isinstance(x, (Derivative, Nabla)) for x in t.walk(chain)):
        return None
    return left.base


def _within(around: Letters, gates: Letters) -> Change:
    def change(x: Any) -> Any:
        if isinstance(x, BigSum):
            body = rebuilt(x.body, _within(around | letters_under(x), gates))
            return x if body is x.body else replace(x, body=body)
        if not isinstance(x, Terms):
            return None
        joined = _joined(x.terms, around, gates)
        if joined == x.terms:
            return None
        whole: Node = joined[0].body if len(joined) == 1 and not joined[0].sign else replace(x, terms=joined)
        return rebuilt(whole, change)

    return change


def _joined(terms: tuple[Term, ...], around: Letters, gates: Letters) -> tuple[Term, ...]:
    found: list[Term] = []
    at = 0
    while at < len(terms):
        term = terms[at]
        at += 1
        last = _last_sum(term.body)
        own = letters_under(last) - around if last is not None else frozenset()
        allowed = own | around | (frozenset(loose_letters(last.body)) if last is not None else frozenset())
        more: list[Term] = []
        while at < len(terms) and _goes_on(terms[at].body, own, allowed, gates):
            more.append(terms[at])
            at += 1
        found.append(replace(term, body=_longer(term.body, tuple(more))) if more else term)
    return tuple(found)


def _goes_on(body: Node, own: Letters, allowed: Letters, gates: Letters) -> bool:
    """Does a term carry a letter of the sum before it as an index, and no others but those that may stand there?

    Above a name the letter of a gate tells nothing: `R^i_{jh}` beside `i_j = ..`.
    """
    carried = frozenset(loose_letters(body))
    scripts = [x for x in t.walk(body) if isinstance(x, t.Script) and not x.above]
    below = {x for script in scripts for e in script.entries for x in letters_in(e)}
    return bool(own & carried - (gates - below)) and carried <= allowed


def _last_sum(x: Node) -> BigSum | None:
    """The sum with which a term ends."""
    if isinstance(x, Product):
        x = x.factors[-1].body
    return x if isinstance(x, BigSum) and x.operator == r"\sum" else None


def _longer(x: Node, more: tuple[Term, ...]) -> Node:
    """A term with more terms in its last sum."""
    assert isinstance(x, (Product, Derivative, Nabla, BigSum))
    span = (x.span[0], more[-1].span[1])
    if isinstance(x, Product):
        last = x.factors[-1]
        return replace(x, factors=(*x.factors[:-1], replace(last, body=_longer(last.body, more))), span=span)
    if not isinstance(x, BigSum):
        assert x.of is not None
        return replace(x, of=_longer(x.of, more), span=span)
    inner = _last_sum(x.body)
    if inner is not None:
        return replace(x, body=_longer(x.body, more), span=span)
    first = x.body.terms if isinstance(x.body, Terms) else (Term("", x.body, getattr(x.body, "span", x.span)),)
    return replace(x, body=Terms((*first, *more), span), span=span)
