r"""Values of which only is shown what they depend on: the `\hat{y}(w)` of `L = (\hat{y}(w) - y)^2`.

Where nothing says what such a name is, and it is no letter for functions, it stands before the same letters only, by
one of which the page differentiates. It is a value that depends on that, nobody says how (`told_to_depend`), and
`\hat{y}'(w)` is its derivative. Nobody writes a product so. An equation `y = f(\mathbf{x}; \mathbf{w})` with an f that
stands nowhere else says no more of y.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Derivative, Factor, Name, Node, Product, Statement, Wrt
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import any_of
from ...located import Located, read_of, with_statements
from ...spelled.function_letters import FUNCTION_LETTERS, GREEK_FUNCTIONS
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import applied_alone, arguments_of, head_of
from ..gradients.gradients_by_any import taken_by


def with_dependence_dropped(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page without the arguments of such names."""
    found = dependence_shown(located)
    if not found:
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        factors: list[Factor] = []
        for f in x.factors:
            before = factors[-1] if factors else None
            name = before.body if before is not None else None
            by = found.get(stem_of(name)) if isinstance(name, Name) and not _is_function(name) else None
            if before is not None and isinstance(name, Name) and by is not None and _arguments(f) == by:
                factors[-1] = replace(before, body=_value(name, by))
            else:
                factors.append(replace(f, body=rebuilt(f.body, change)))
        whole: Node = factors[0].body if len(factors) == 1 else replace(x, factors=tuple(factors))
        return None if whole == x else whole

    return with_statements(located, lambda s: rebuilt(s, change))


def with_functions_of_arrays_mentioned(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with the bare name for each equation that only says of which arrays it is a function."""
    found = {id(s) for s, _ in functions_of_arrays(located)}

    def bare(s: Statement) -> Statement:
        if id(s) not in found:
            return s
        return replace(s, chain=replace(s.chain, members=s.chain.members[:1], relations=(), relation_spans=()))

    return with_statements(located, bare) if found else list(located)


def functions_of_arrays(located: Sequence[Located]) -> Iterator[tuple[Statement, Name]]:
    """Such equations with their left sides."""
    if not any_of(located, _is_of_arrays):
        return
    formulas = read_of(located)
    shown = [(s, x) for f in formulas for s in f.statements if (x := _of_arrays(s.chain)) is not None]
    met = Counter(x.base for f in formulas for x in t.of_kind(f, Name))
    moved = {w.body.base for f in formulas for w in t.of_kind(f, Wrt) if isinstance(w.body, Name) and w.body.scripts}
    arrays = {x.base for f in formulas for x in t.of_kind(f, Name) if x.scripts}
    heads = (s.chain.members[0] for f in formulas for s in f.statements if s.chain.relations)
    defined = {x.base for x in heads if isinstance(x, Name)}
    for s, (left, function, arguments) in shown:
        if met[function.base] > 1 or left.font or left.base in arrays or any(a.base in defined for a in arguments):
            continue  # `h = f(z)` may be meant entry by entry
        if any(a.font or a.base in moved for a in arguments):
            yield s, left


def _is_of_arrays(s: Statement) -> bool:
    return _of_arrays(s.chain) is not None


def _of_arrays(c: t.Chain) -> tuple[Name, Name, list[Name]] | None:
    """The left side, the function and the arguments of `y = f(x, w)`, all of them bare."""
    left, right = c.members if c.relations == ("=",) else (None, None)
    function, group = applied_alone(right) or (None, None)
    if not isinstance(left, Name) or function is None or group is None:
        return None
    if function.base not in FUNCTION_LETTERS - {*GREEK_FUNCTIONS}:
        return None
    names = [i for i in group.items if isinstance(i, Name) and not i.scripts]
    return (left, function, names) if len(names) == len(group.items) and not function.scripts else None


def dependence_shown(located: Sequence[Located]) -> dict[Stem, tuple[str, ...]]:
    """Such names, with the letters that they stand before.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$L = (u(w) - f(w))^2$ $\\frac{\\partial L}{\\partial w} = 2 (u(w) - f(w)) (u'(w) - f'(w))$"
    >>> [(stem[0], by) for stem, by in dependence_shown(read_formulas(parse_document(page))).items()]
    [('u', ('w',))]
    """
    if not any_of(located, _applies):
        return {}
    formulas = read_of(located)
    by: set[str | None] = {w.body.base for f in formulas for w in t.of_kind(f, Wrt) if isinstance(w.body, Name)}
    by |= {taken_by(x) for f in formulas for x in t.of_kind(f, t.Nabla)}
    if not by - {None}:
        return {}
    met: dict[Stem, set[tuple[str, ...]]] = {}
    said: set[Stem] = set()
    for s in (s for f in formulas for s in f.statements):
        for name, letters in (pair for x in t.of_kind(s, Product) for pair in _applications(x)):
            met.setdefault(stem_of(name), set()).add(letters)
            said |= {stem_of(name)} if _says_values(s) else set()  # `\partial f/\partial x = a (y)` is a product
    met = {stem: every for stem, every in met.items() if len(every) == 1 and stem in said}
    met = {stem: every for stem, every in met.items() if not by.isdisjoint(*every)}
    for m in (m for f in formulas if met for s in f.statements for m in s.chain.members):
        if isinstance(m, Product) and len(m.factors) == 2 and isinstance(m.factors[0].body, Name):
            met.pop(stem_of(m.factors[0].body), None)  # `L = Loss(z)` says of L what it depends on
    for s in (s for f in formulas if met for s in f.statements):
        head = head_of(s.chain.members[0]) if EQUALITIES & {*s.chain.relations} else None
        if head is not None:
            met.pop(stem_of(head), None)
    return {stem: next(iter(every)) for stem, every in met.items()}


def _says_values(s: Statement) -> bool:
    left = s.chain.members[0]
    return len(s.chain.members) > 1 and not any(isinstance(x, (Derivative, t.Nabla)) for x in t.walk(left))


def _applies(s: Statement) -> bool:
    return any(letters for x in t.of_kind(s, Product) for _, letters in _applications(x))


def _applications(x: Product) -> Iterator[tuple[Name, tuple[str, ...]]]:
    """The names in a product that stand right before a parenthesis, and the letters in it; none where it is a power."""
    for a, b in zip(x.factors, x.factors[1:], strict=False):
        if isinstance(a.body, Name) and arguments_of(b) is not None and not _is_function(a.body):
            yield a.body, _arguments(b)


def _is_function(x: Name) -> bool:
    return (x.base in FUNCTION_LETTERS or x.base in GREEK_FUNCTIONS) and not x.scripts


def _arguments(behind: Factor) -> tuple[str, ...]:
    """The letters in a parenthesis that holds nothing but such."""
    group = arguments_of(behind)
    letters = [letter_of(i) for i in group.items] if group is not None and group is behind.body else []
    return tuple(x for x in letters if x is not None) if None not in letters else ()


def _value(name: Name, by: tuple[str, ...]) -> Node:
    if name.primes != 1 or len(by) > 1:
        return name
    return Derivative(replace(name, primes=0), (Wrt(Name(by[0])),), span=name.span)
