r"""What a function of a unit is, said on the way: `h_j = f(z_j) = \frac{1}{1 + e^{-z_j}}` is `h_j = f(z_j)`, and says
what f is, `f(\xi) = \frac{1}{1 + e^{-\xi}}`.

So it is where nothing else on the page does: no equation begins with f, and it stands between two signs of equality in
one such chain only, or with the same formula in each. The formula behind is made of numbers, of which none but the
argument carries its letters. An equation `f(z_j) = ..` by itself says so, too, on a page with `f'(z_j)`. Each unit may
have its own, `f_j(z_j)`, and each layer, `f_l(z^l_j)`. A number or a letter that the argument lacks is a label,
`f_1(z_j)`, `f_h(z_j)`, if the formula behind lacks it, too; such functions are told one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Formula, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, FUNCTIONS
from ...asked import where
from ...located import Located, is_given, read_of
from ...shapes.forms import shows_arrays
from ...spelled.function_letters import GREEK_FUNCTIONS
from ...spelled.shape import letter_of, stem_of
from ..applied import applied_alone, before_parentheses

DUMMY = r"\xi"
Called = tuple[str, tuple[str, ...]]
"""The letter of a function, and what it carries that its argument lacks; `#` for a letter that both have."""
OWN = "#"


def _tells(s: Statement) -> bool:
    return _told(s, 0) is not None or _told(s, 1) is not None


@where(_tells)
def with_functions_between_told(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, what such equations say of a function as an equation of its own."""
    return _with_told(located, True)


@where(_tells)
def with_functions_alone_told(located: Sequence[Located]) -> list[Located]:
    """The same with chains left as they are."""
    return _with_told(located, False)


def _with_told(located: Sequence[Located], chains: bool) -> list[Located]:
    if any(is_given(d) for d, _ in located):
        return list(located)  # a solution says nothing of the functions of its network
    statements = [s for f in read_of(located) for s in f.statements]
    entries = _entries(statements)
    meant, alone = _meant(statements, entries)
    meant = meant if chains else set()

    def parts(s: Statement) -> Iterator[Statement]:
        at = 1 if _told(s, 1) in meant else 0 if _told(s, 0) in alone else None
        if at is None or (told := _equation(s, at, entries)) is None:
            yield s
            return
        if at:
            meant.discard(_told(s, 1))  # said again, it is a claim
            yield replace(s, chain=_links(s.chain, 0, 2))
        yield told

    def parted(f: Formula) -> Formula:
        found = tuple(x for s in f.statements for x in parts(s))
        return f if found == f.statements else replace(f, statements=found)

    return [(d, parted(f) if isinstance(f, Formula) else f) for d, f in located] if meant | alone else list(located)


def _entries(statements: Sequence[Statement]) -> set[Any]:
    """The names that carry something below somewhere."""
    return {stem_of(x) for s in statements for x in t.of_kind(s, Name) if any(not y.above for y in x.scripts)}


def _meant(statements: Sequence[Statement], entries: set[Any]) -> tuple[set[Called], set[Called]]:
    """The functions that chains tell, and those that equations by themselves do."""
    begun = [x for s in statements for x in _on_left(s)]
    between = [c[0] for s in statements for m in s.chain.members[1:-1] if (c := _called(m)) is not None]
    primed = {x.base for s in statements for x in t.of_kind(s, Name) if x.primes}
    told = [(x, _value(s, entries)) for s in statements if (x := _told(s, 1)) is not None]
    meant = {x for x, _ in told if x[0] not in begun and _is_apart(x, between, [v for y, v in told if y == x])}
    lefts = [x for s in statements if (x := _told(s, 0)) is not None and {*x[1]} <= {OWN}]
    return meant, {x for x in lefts if begun.count(x[0]) == 1 and x[0] in primed}


def functions_told(statements: Sequence[Statement]) -> dict[int, Name]:
    """The functions that are told by chains on a page, by the identity of the statement."""
    if not any(map(_tells, statements)):
        return {}
    entries = _entries(statements)
    meant, _ = _meant(statements, entries)
    told = [s for s in statements if _told(s, 1) in meant and _equation(s, 1, entries) is not None]
    return {id(s): use[0] for s in told if (use := applied_alone(s.chain.members[1])) is not None}


def chained(s: Statement) -> Name | None:
    r"""The function that a chain seems to tell and that none of its own letters is, `y = f(v) = v` as well.

    >>> from symderiv.latex.parse import parse
    >>> from symderiv.latex.source import Source
    >>> texts = ("y = f(v) = v", "y = f^1(v^1) = e^{v^1}", "E = L(w) = w x")
    >>> [x and x.base for text in texts for x in [chained(parse(Source(text)).statements[0])]]
    ['f', 'f', None]
    """
    c = s.chain
    use = applied_alone(c.members[1]) if len(c.members) > 2 and EQUALITIES.issuperset(c.relations) else None
    if use is None or s.struck or shows_arrays(c) or not isinstance(c.members[0], Name) or len(use[1].items) != 1:
        return None
    head, argument = use[0], use[1].items[0]
    known = head.base in FUNCTIONS or head.base in GREEK_FUNCTIONS or head.base == c.members[0].base
    if known or head.primes or head.accents or head.font or not isinstance(argument, Name) or argument.font:
        return None
    powers = {e for y in head.scripts if y.above and not y.bracket for e in y.entries}
    above = {e for y in argument.scripts if y.above for e in y.entries}
    if argument.base.isupper() or not powers <= above:
        return None
    heads = {id(f) for x in t.of_kind(c.members[2], Product) for f, _ in before_parentheses(x)}
    names = [x for x in t.walk(c.members[2]) if isinstance(x, Name) and id(x) not in heads and x.base != "e"]
    outside = [x for x in names if _rest(x, argument) is None and not _is_within(x, names)]
    return None if outside or len(outside) == len(names) else head


def _is_within(x: Name, names: Sequence[Name]) -> bool:
    """Does it stand in the scripts of one of them?"""
    return any(x is z for y in names for script in y.scripts for z in t.of_kind(script, Name))


def _is_apart(x: Called, between: Sequence[Called], values: Sequence[Node | None]) -> bool:
    """Do labels tell the function from all others of its letter, and is it the same in each of its chains?"""
    alike = [y for y in between if y[0] == x[0]]
    once = len(values) == 1 or (None not in values and all(v == values[0] for v in values))
    return len(alike) == 1 or (alike.count(x) == len(values) and once and not any(OWN in y[1] for y in alike))


def _value(s: Statement, entries: set[Any]) -> Node | None:
    """What a chain says that a function is."""
    told = _equation(s, 1, entries)
    return None if told is None else told.chain.members[1]


def _links(c: Chain, first: int, end: int) -> Chain:
    relations = slice(first, end - 1)
    spans = c.relation_spans[relations] if c.relation_spans else ()
    return replace(c, members=c.members[first:end], relations=c.relations[relations], relation_spans=spans)


def _told(s: Statement, at: int) -> Called | None:
    """The function that is applied to one name in member `at`, where the next one is a formula with that name."""
    c = s.chain
    if len(c.members) < at + 2 or s.struck or not EQUALITIES.issuperset(c.relations):
        return None
    called = _called(c.members[at])
    if called is None or (at and not isinstance(c.members[0], Name)) or shows_arrays(c):
        return None
    (function, labels), argument = called
    left = c.members[0].base if at and isinstance(c.members[0], Name) else None
    names = [x for m in c.members[at + 1 :] for x in t.of_kind(m, Name)]
    inside = any(_rest(x, argument) is not None for x in t.of_kind(c.members[at + 1], Name))
    numbers = all(not x.font and x.base not in (function, *labels) for x in names) and not argument.font
    small = not argument.base.isupper() and left != function
    return called[0] if inside and numbers and small and c.members[at + 1] != argument else None


def _called(x: Node) -> tuple[Called, Name] | None:
    """A function, and the one name that it is applied to."""
    if not isinstance(x, Product) or len(x.factors) != 2 or not x.factors[1].joined:
        return None
    name, group = x.factors[0].body, x.factors[1].body
    if not isinstance(name, Name) or name.primes or name.accents or name.font:
        return None
    if not isinstance(group, t.Group) or group.open != "(" or len(group.items) != 1:
        return None
    argument = group.items[0]
    known = name.base in FUNCTIONS or name.base in GREEK_FUNCTIONS
    labels = _labels(name, argument) if isinstance(argument, Name) and not known else None
    return ((name.base, labels), argument) if isinstance(argument, Name) and labels is not None else None


def _labels(name: Name, argument: Name) -> tuple[str, ...] | None:
    """What a function carries besides the letters of its argument; None where it is no number and no letter, or may be
    a power."""
    own = _letters(argument)
    found: list[str] = []
    for script in name.scripts:
        for e in script.entries:
            letter = letter_of(e) or (e.text if isinstance(e, t.Number) else None)
            power = script.above and not script.bracket and letter not in own[True]
            if letter is None or power:
                return None
            found.append(OWN if letter in own[True] | own[False] else letter)
    return tuple(found)


def _letters(x: Name) -> dict[bool, set[str]]:
    """The letters that are indices above a name (`True`) and below it."""
    found: dict[bool, set[str]] = {True: set(), False: set()}
    for y in x.scripts:
        found[y.above] |= {letter for e in y.entries if (letter := letter_of(e)) is not None}
    return found


def _equation(s: Statement, at: int, entries: set[Any]) -> Statement | None:
    """What it says of the function, of a letter that stands for any number; None where more depends on the place."""
    c = _links(s.chain, at, len(s.chain.members))
    called = _called(c.members[0])
    if called is None:
        return None
    _, argument = called
    if not any(not x.above for x in argument.scripts) and stem_of(argument) in entries:
        return None  # a name without indices that has entries is an array

    def change(x: Any) -> Node | None:
        rest = _rest(x, argument) if isinstance(x, Name) else None
        return Name(DUMMY, scripts=rest, span=x.span) if rest is not None else None

    left, *formulas = rebuilt(c.members, change)
    head = c.members[0].factors[0].body if isinstance(c.members[0], Product) else c.members[0]
    own = _letters(head) if isinstance(head, Name) else {}
    letters = {y.base for x in argument.scripts for y in t.of_kind(x, Name)} - set[str]().union(*own.values())
    scripts = (y for m in formulas for x in t.of_kind(m, t.Script) for y in t.of_kind(x, Name))
    if any(y.base in letters for y in scripts):
        return None
    return replace(s, chain=replace(c, members=(left, *formulas)))


def _rest(x: Name, argument: Name) -> tuple[t.Script, ...] | None:
    """What a name carries besides what the argument does, if that is an exponent or nothing; None for other names."""
    if (
        stem_of(x) != stem_of(argument)
        or x.primes != argument.primes
        or x.scripts[: len(argument.scripts)] != argument.scripts
    ):
        return None
    rest = x.scripts[len(argument.scripts) :]
    return rest if all(y.above for y in rest) else None


def _on_left(s: Statement) -> Iterator[str]:
    """The letter with which an equation begins, whether it is applied to something or not."""
    left = s.chain.members[0]
    if not s.chain.relations:
        return
    if isinstance(left, Product) and len(left.factors) == 2 and left.factors[1].joined:
        left = left.factors[0].body
    if isinstance(left, Name) and not left.primes:
        yield left.base
