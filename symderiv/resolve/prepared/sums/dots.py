r"""Sums written out with dots: `x_1 w_{1j} + x_2 w_{2j} + \cdots + x_n w_{nj}` is `\sum_i x_i w_{ij}`.

The first and the last term have to be the same but for one number that turns into one letter or number, or into a
letter and a number (`n - 1`); what stands between them has to fit in, and so have the terms before the last. The terms
may also go down, `w_n x_n + w_{n-1} x_{n-1} + \cdots + w_1 x_1`, as far as the first of them. Anything else is left as
it is, and then refused where it is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Node
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements

LETTERS = ("i", "j", "k", "l", "p", "q", "r", "s", "h", "u", "v", "z")
"""Letters for the index of such a sum, if the document does not use them."""


class _Different(Exception):
    """Two terms are not of one form."""


def _has_dots(s: t.Statement) -> bool:
    return any(any(map(_is_dots, x.terms)) for x in t.of_kind(s, t.Terms))


@where(_has_dots)
def without_dots(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with sums instead of dots, where it is plain what is summed."""
    formulas = read_of(located)
    taken = {x.base for f in formulas for x in t.of_kind(f, t.Name)}
    letter = next((x for x in (*LETTERS, *(f"{x}'" for x in LETTERS)) if x.rstrip("'") not in taken), None)

    def change(x: Any) -> Node | None:
        if not letter or not isinstance(x, t.Terms) or not any(map(_is_dots, x.terms)):
            return None
        found = _summed(x, letter)
        return _going_down(x, letter) if found is x else found

    return with_statements(located, lambda s: rebuilt(s, change))


def _is_dots(term: t.Term) -> bool:
    return isinstance(term.body, t.Symbol) and term.body.name == r"\dots"


def _summed(x: t.Terms, letter: str) -> Node:
    """The terms with those around the dots as one sum; unchanged if they are not of one form."""
    dots = [n for n, term in enumerate(x.terms) if _is_dots(term)]
    last = dots[-1] + 1
    if last == len(x.terms) or len(dots) > 2 or (len(dots) == 2 and dots[1] != dots[0] + 2):
        return x
    last += _steps_to_the_end(x.terms[dots[0] - 1 : dots[0]], x.terms[last:])
    for start in range(max(dots[0] - 3, 0), dots[0]):
        between = [x.terms[dots[0] + 1]] if len(dots) == 2 else []
        before, end = x.terms[start : dots[0]], x.terms[last]
        if start and _alike(x.terms[start - 1].body, before[0].body):
            return x  # `a_1 + a_3 + \\dots`: not one after the other
        signs = {term.sign or "+" for term in (*before, *(x.terms[n] for n in dots), *between, end)}
        if len(signs) > 1:
            continue
        try:
            total = _total([term.body for term in before], [term.body for term in between], end.body, letter)
        except _Different:
            continue
        terms = (*x.terms[:start], t.Term(before[0].sign, total, end.span), *x.terms[last + 1 :])
        alone = len(terms) == 1 and terms[0].sign == ""
        return total if alone else t.Terms(terms, x.span)
    return x


def _going_down(x: t.Terms, letter: str) -> Node:
    """Terms that go down from the last to the first, read from behind; unchanged if one is left over before them."""
    turned = t.Terms(tuple(replace(term, sign=term.sign or "+") for term in reversed(x.terms)), x.span)
    found = _summed(turned, letter)
    if found is turned:
        return x
    if not isinstance(found, t.Terms):
        return found
    dots = [n for n, term in enumerate(x.terms) if _is_dots(term)]
    (at,) = (n for n, term in enumerate(found.terms) if isinstance(term.body, t.BigSum) and term not in turned.terms)
    beyond = any(_end(x.terms[dots[-1] + 1].body, term.body) is not None for term in found.terms[at + 1 :])
    return x if beyond or len(dots) > 1 else found


def _steps_to_the_end(before: Sequence[t.Term], behind: Sequence[t.Term]) -> int:
    r"""How many terms stand between the dots and the last, one after the other, `\cdots + a_{n-2} + a_{n-1} + a_n`."""
    if not before or not behind:
        return 0
    ends = [_end(before[0].body, term.body) for term in behind]
    sign = before[0].sign or "+"
    for steps in range(len(behind) - 1, 0, -1):
        missing = [_beside_letter(e) if e is not None else None for e in ends[:steps]]
        counted = [(ends[steps], "-", t.Number(str(steps - n))) for n in range(steps)]
        if missing == counted and {term.sign or "+" for term in behind[: steps + 1]} == {sign}:
            return steps
    return 0


def _end(first: Node, last: Node) -> Node | None:
    """What the one number of a term is in another one of its form."""
    pairs: set[tuple[t.Number, Node]] = set()
    try:
        _form(first, last, LETTERS[0], pairs)
    except _Different:
        return None
    return next(iter(pairs))[1] if len(pairs) == 1 else None


def _beside_letter(x: Node) -> tuple[t.Name, str, t.Number] | None:
    """What an end such as `n - 1` is made of."""
    if not isinstance(x, t.Terms) or len(x.terms) != len("n1"):
        return None
    first, second = x.terms
    if not isinstance(first.body, t.Name) or first.sign or not isinstance(second.body, t.Number):
        return None
    return (first.body, second.sign, second.body) if second.body.text.isdigit() else None


def _alike(a: Node, b: Node) -> bool:
    """Are two terms of one form but for one number?"""
    pairs: set[tuple[t.Number, Node]] = set()
    try:
        _form(a, b, LETTERS[0], pairs)
    except _Different:
        return False
    return len(pairs) == 1


def _total(before: list[Node], middle: list[Node], last: Node, letter: str) -> Node:
    """The sum from the first term to the last; what stands between has to be terms of it."""
    pairs: set[tuple[t.Number, Node]] = set()
    body = _form(before[0], last, letter, pairs)
    if len(pairs) != 1:
        raise _Different
    ((first, end),) = pairs
    if isinstance(end, t.Number) and end.text.isdigit() and int(end.text) < int(first.text):
        raise _Different
    for n, between in enumerate(before[1:], int(first.text) + 1):
        met: set[tuple[t.Number, Node]] = set()
        if not _same(_form(before[0], between, letter, met), body) or met != {(first, t.Number(str(n)))}:
            raise _Different
    for between in middle:
        met = set()
        if not _same(_form(before[0], between, letter, met), body) or len(met) != 1:
            raise _Different
    span = getattr(last, "span", (0, 0))
    index = t.Name(letter, span=span)
    return t.BigSum(r"\sum", (Chain((index, first), ("=",), (), span),), end, body, span)


def _same(a: Node, b: Node) -> bool:
    """Are two terms equal, with commas below or without?"""
    return a == b or rebuilt(a, _without_commas) == rebuilt(b, _without_commas)


def _without_commas(x: Any) -> Any:
    return replace(x, commas=False) if isinstance(x, t.Script) and x.commas else None


def _form(a: Any, b: Any, letter: str, pairs: set[tuple[t.Number, Node]]) -> Any:
    """What two terms have in common, with the letter where a number of the one is something else in the other."""
    if (
        isinstance(a, t.Number)
        and a.text.isdigit()
        and a != b
        and (isinstance(b, (t.Number, t.Name)) or _beside_letter(b))
    ):
        pairs.add((a, b))
        return t.Name(letter, span=b.span)
    if isinstance(a, tuple) and isinstance(b, tuple) and len(a) == 1 and (multiple := _multiple(b)) is not None:
        if not isinstance(a[0], t.Number) or not a[0].text.isdigit():
            raise _Different
        pairs.add((a[0], multiple))
        return (t.Name(letter, span=multiple.span),)
    if isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b):
        return tuple(_form(x, y, letter, pairs) for x, y in zip(a, b, strict=True))
    if type(a) is not type(b):
        raise _Different
    if not hasattr(a, "__dataclass_fields__"):
        if a != b:
            raise _Different
        return b
    names = [f.name for f in fields(a) if f.compare and f.name != "commas"]
    return replace(b, **{n: _form(getattr(a, n), getattr(b, n), letter, pairs) for n in names})


def _multiple(entries: tuple[Any, ...]) -> t.Product | None:
    """The `2m` below the last of several names with one number each."""
    if len(entries) != len("2m") or not isinstance(entries[0], t.Number) or not isinstance(entries[1], t.Name):
        return None
    return t.Product(tuple(t.Factor("", x) for x in entries), (entries[0].span[0], entries[1].span[1]))
