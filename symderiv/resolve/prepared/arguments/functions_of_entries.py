r"""Functions of an entry that mix it with others: `S(x_{ij}) = \frac{e^{x_{ij}}}{\sum_k e^{x_{ik}}}`.

No function of a number is meant, but an array with an entry for each of x: `S_{ij}` is written for `S(x_{ij})`, in
derivatives by it, too. So it is where the function stands before nothing but such entries. Of softmax, which is
known, other arguments stay what they are, unless it adds up columns, `\sum_k e^{x_{kj}}`: of which entries of another
array `\text{softmax}(s_{ij})` is made is left open then, as it is of other functions before an entry of another array.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Call, Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, FUNCTIONS
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of
from ..applied import applied_alone, before_parentheses, with_values_for
from ..left_unread import without_doubtful
from .softmaxes import SOFTMAX

DOUBTFUL = "the function is told of the entries of another array, and adds up some of them"
HINT = "say of which entries it is made here: write its formula out"


@dataclass(frozen=True, slots=True)
class _Value:
    """A function of an entry, by its name, and the entry."""

    function: Name
    entry: Name

    @property
    def key(self) -> tuple[object, ...]:
        """The function, and what it is of an entry of, in any layer or example that brackets tell."""
        function, entry = self.function, self.entry
        above = tuple(s for s in entry.scripts if not _is_carried(s))
        counted = len(entry.scripts), len(_below(entry))
        return function.base, function.accents, entry.base, entry.accents, above, counted

    @property
    def named(self) -> Name:
        """The name that is written for it."""
        span = (self.function.span[0], self.entry.span[1])
        scripts = tuple(s for s in self.entry.scripts if _is_carried(s))
        return replace(self.function, scripts=scripts, span=span)


def _is_carried(s: t.Script) -> bool:
    r"""Are they indices, below or of layers and examples above, `z_j^{(L)(i)}`? Any other may be a power."""
    return bool(s.bracket) or not s.above or len(s.entries) > 1 or any(isinstance(x, Group) for x in s.entries)


def _defines(s: Statement) -> bool:
    return _defined(s) is not None or _by_columns(s) is not None


@where(_defines)
def with_functions_of_entries_as_arrays(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with names for the values of such functions."""
    statements = [s for f in read_of(located) for s in f.statements]
    defined = {v.key for s in statements if (v := _defined(s)) is not None}
    bases = Counter(k[0] for k in defined)
    told = {k for k in defined if bases[k[0]] == 1 and _is_of_entries_alone(k, statements)}
    located = _without_others(located, statements, defined)

    def value(function: Name, group: Group) -> Node | None:
        found = _of_name(function, group)
        return found.named if found is not None and found.key in told else None

    def change(x: Any) -> Node | None:
        found = _of_call(x)
        if found is not None and found.key in told:
            return replace(found.named, span=x.span)
        return with_values_for(x, value, change)

    return with_statements(located, lambda s: rebuilt(s, change)) if told else list(located)


def _without_others(
    located: Sequence[Located], statements: Sequence[Statement], defined: set[tuple[object, ...]]
) -> list[Located]:
    """The formulas without those in which such a function stands before an entry of another array."""
    heads = {k for s in statements if s.chain.relations and (k := _head(s)) is not None}
    bases = {k[:2] for k in defined if k[0] != SOFTMAX} | {v.key[:2] for s in statements if (v := _by_columns(s))}

    def is_other(v: _Value | None) -> bool:
        return v is not None and v.key[:2] in bases and v.key not in defined | heads and _mixes_like(v, defined)

    def doubt(s: Statement) -> Node | None:
        calls = (x for x in t.of_kind(s, Call) if is_other(_of_call(x)))
        pairs = (pair for x in t.of_kind(s, Product) for pair in before_parentheses(x))
        return next(calls, None) or next((name for name, group in pairs if is_other(_of_name(name, group))), None)

    if not bases or not any(doubt(s) is not None for s in statements if s.chain.relations):
        return list(located)
    return without_doubtful(located, doubt, DOUBTFUL, HINT)


def _mixes_like(v: _Value, defined: set[tuple[object, ...]]) -> bool:
    """Has an entry the name of another array than those that the function is told of, or more indices?"""
    own = {k[2:4] for k in defined if k[:2] == v.key[:2]}
    return v.key[2:4] not in own and (v.function.base != SOFTMAX or len(_below(v.entry)) > 1)


def _head(s: Statement) -> tuple[object, ...] | None:
    """What an equation says of the function of an entry, `p(y_j) = ..`."""
    applied = applied_alone(s.chain.members[0])
    found = _of_name(*applied) if applied is not None else _of_call(s.chain.members[0])
    return found.key if found is not None else None


def _by_columns(s: Statement) -> _Value | None:
    """The softmax that an equation makes of entries which differ in another index than the last."""
    found = _of_call(s.chain.members[0]) or _of_array(s.chain.members[0])
    if found is None or s.chain.relations[:1] == () or s.chain.relations[0] not in EQUALITIES:
        return None
    mixed = any(_is_mixed(m, found.entry) for m in s.chain.members[1:])
    return found if mixed and not any(_is_mixed(m, found.entry, last=True) for m in s.chain.members[1:]) else None


def _of_array(x: Node) -> _Value | None:
    r"""The value in `\text{softmax}(x)_{ij}`."""
    call = x.base if isinstance(x, t.Scripted) and not x.primes else None
    call = call.items[0] if isinstance(call, Group) and len(call.items) == 1 else call
    if not isinstance(x, t.Scripted) or not isinstance(call, Call) or call.function != SOFTMAX or len(call.args) != 1:
        return None
    array = call.args[0]
    if not isinstance(array, Name) or _below(array):
        return None
    entry = replace(array, scripts=(*array.scripts, *x.scripts))
    return _value(Name(SOFTMAX, (), "operatorname", span=x.span), entry)


def _of_call(x: object) -> _Value | None:
    r"""The value in `\text{softmax}(x_{ij})`."""
    if not isinstance(x, Call) or x.function != SOFTMAX or x.scripts or x.primes or len(x.args) != 1:
        return None
    return _value(Name(SOFTMAX, (), "operatorname", span=x.span), x.args[0])


def _of_name(function: Name, group: Group) -> _Value | None:
    """The value in `S(x_{ij})`."""
    plain = not function.scripts and not function.primes and function.base not in FUNCTIONS
    return _value(function, group.items[0]) if plain and len(group.items) == 1 else None


def _value(function: Name, entry: Node) -> _Value | None:
    return _Value(function, entry) if isinstance(entry, Name) and not entry.primes and _below(entry) else None


def _below(x: Name) -> tuple[Node, ...]:
    """The entries of its one subscript."""
    found = [s for s in x.scripts if not s.above]
    return found[0].entries if len(found) == 1 else ()


def _defined(s: Statement) -> _Value | None:
    """The value that an equation makes of other entries, too."""
    c = s.chain
    if c.relations[:1] == () or c.relations[0] not in EQUALITIES:
        return None
    applied = applied_alone(c.members[0])
    found = _of_name(*applied) if applied is not None else _of_call(c.members[0])
    if found is None or not _are_letters(_below(found.entry)):
        return None
    mixed = any(_is_mixed(m, found.entry) and _has(m, found.entry) for m in c.members[1:])
    return found if mixed else None


def _are_letters(indices: Sequence[Node]) -> bool:
    letters = [letter_of(x) for x in indices]
    return None not in letters and len({*letters}) == len(letters)


def _has(body: Node, entry: Name) -> bool:
    """Does it stand there itself? `J(w_j) = \\sum_k w_k^2` only shows what J depends on."""
    bare = replace(entry, font="")
    return any(replace(x, font="") == bare for x in t.of_kind(body, Name))


def _is_mixed(body: Node, entry: Name, last: bool = False) -> bool:
    """Does a sum in it run over entries of the same array; by their `last` index?"""
    for total in t.of_kind(body, t.BigSum):
        names = (y for x in total.below for y in t.of_kind(x, Name))
        bound = {letter for y in names if (letter := letter_of(y)) is not None}
        for x in t.of_kind(total.body, Name):
            same = x.base == entry.base and x.accents == entry.accents
            if same and bound & {letter_of(i) for i in _below(x)[-1 if last else 0 :]}:
                return True
    return False


def _is_of_entries_alone(key: tuple[object, ...], statements: Sequence[Statement]) -> bool:
    """Does the function stand before such entries, and nowhere else? Softmax may, but not as a name with indices."""
    base, accents = key[:2]
    names = [x for s in statements for x in t.of_kind(s, Name) if x.base == base and x.accents == accents]
    if base == SOFTMAX:
        return not any(x.scripts for x in names)
    values = [*_values(statements, key)]
    return len(values) == len(names) and all(v is not None and v.key == key for v in values)


def _values(statements: Sequence[Statement], key: tuple[object, ...]) -> Iterator[_Value | None]:
    for x in (x for s in statements for x in t.of_kind(s, Product)):
        for name, group in before_parentheses(x):
            if (name.base, name.accents) == key[:2]:
                yield _of_name(name, group)
