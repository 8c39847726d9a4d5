r"""Letters that a page uses for softmax: `\sigma(\mathbf{z})_i = \frac{e^{z_i}}{\sum_j e^{z_j}}`.

A function of a name is softmax where a chain equates its entry, `\sigma(z)_i`, `\sigma_i(z)` or `\sigma(z_i)`, with
the quotient of exponentials of that very name. `\sigma(a)` without an index, or of what is no name, stays what it is:
a page may have the logistic function, too.

Words beside the bare letter tell it as well (`where $\sigma$ is the softmax`), and so does `\sum_i y_i = 1` beside `y_i
= \sigma(z)_i`. Other words make this the function of the entry `z_i`. Where nothing tells, a letter behind the
parenthesis says that the function takes a vector, and may mix its entries: nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ....latex import tree as t
from ....latex.source import Offsets
from ....latex.statement_forms import replace_statement
from ....latex.tree import Name, Node, Script
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.function_letters import FUNCTION_LETTERS, GREEK_FUNCTIONS
from .kinds_in_words import ENTRIES, is_said_plainly, kind_told, kinds_mentioned
from .softmaxes import SOFTMAX, exponent

LETTERS = frozenset([*FUNCTION_LETTERS, *GREEK_FUNCTIONS])
CAUSE = "a function of a vector, by an entry: softmax, or a function of that entry?"
HINT = r"say it: `where $\sigma$ is the softmax`, or write `\sigma(z_i)`"


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a function of a name: the index stands `behind` the parenthesis, `below` the function or `inside`."""

    function: str
    argument: Name
    index: Node
    place: str

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it: `\\sigma(z_i)` is softmax of z, and may be logistic of others."""
        return self.function, self.place, _key(self.argument) if self.place == "inside" else None


def _has_entry(s: t.Statement) -> bool:
    return any(e.place == "behind" for e in _entries(s)) or any(True for _ in _told(s.chain))


@where(_has_entry)
def with_softmax_told(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with softmax by its name where another letter stands for it."""
    statements = [s for f in read_of(located) for s in f.statements]
    told = {e.key for s in statements for e in _told(s.chain)}
    behind = {e.function: e for s in statements for e in _entries(s) if e.place == "behind" and e.key not in told}
    if not told and not behind:
        return list(located)
    kinds = {name: _kind(located, name) for name in behind}
    summed = {e.key for c in _sums(located) for e in _summed_to_one(c, statements)} if behind else set()
    told |= summed | {e.key for name, e in behind.items() if kinds[name] == SOFTMAX}
    by_entries = {name for name, kind in kinds.items() if kind == ENTRIES}
    indexed = {_key(_without_last(x)) for s in statements for x in t.of_kind(s, Name) if _last(x)} if behind else set()

    def read(e: _Entry, span: Offsets) -> Node | None:
        if e.key in told:
            return _softmax(e, span)
        if e.place != "behind" or e.function not in LETTERS or _key(e.argument) not in indexed:
            return None
        return _of_entry(e, span) if e.function in by_entries else t.Misfit(CAUSE, HINT, span=span)

    def named(x: Any) -> Node | None:
        if not isinstance(x, t.Product):
            return None
        factors: list[t.Factor] = []
        for f in x.factors:
            e = _entry(factors[-1], f) if factors else None
            found = read(e, (factors[-1].body.span[0], f.body.span[1])) if e is not None else None
            if found is None:
                factors.append(replace(f, body=rebuilt(f.body, named)))
            else:
                factors[-1] = replace(factors[-1], body=found)
        if len(factors) == len(x.factors):
            return None
        return factors[0].body if len(factors) == 1 and not factors[0].operator else replace(x, factors=tuple(factors))

    return with_statements(located, lambda s: _whole_misfits(rebuilt(s, named)))


def _whole_misfits(s: t.Statement) -> t.Statement:
    """The statement, with a member of which a part cannot be read as one that cannot be read."""
    members = tuple(next(iter(_unknown(m)), m) for m in s.chain.members)
    return s if members == s.chain.members else replace_statement(s, chain=replace(s.chain, members=members))


def _unknown(m: Node) -> list[Node]:
    return [replace(x, span=getattr(m, "span", x.span)) for x in t.of_kind(m, t.Misfit) if x.cause == CAUSE]


def _kind(located: Sequence[Located], name: str) -> str | None:
    """What sentences beside a bare letter say that the function is, if none speaks of another."""
    beside = [(d.before, d.after) for d, _ in located if d.inline and d.latex.strip() == name]
    told = {kind for x in beside if (kind := kind_told(name, *x)) is not None}
    mentioned = {kind for x in beside for kind in kinds_mentioned(*x)}
    return next(iter(told)) if len(told) == 1 and mentioned == told else None


def _sums(located: Sequence[Located]) -> Iterator[t.Chain]:
    """The chains beside which words do not say anything else than that they hold."""
    plain = [x for x in located if is_said_plainly(x[0].before, x[0].after)]
    yield from (s.chain for f in read_of(plain) for s in f.statements)


def _summed_to_one(chain: t.Chain, statements: Sequence[t.Statement]) -> Iterator[_Entry]:
    r"""The entry `\sigma(z)_i` that defines a y of which the page says `\sum_i y_i = 1`."""
    one, total = t.Number("1"), chain.members[0]
    if chain.relations != ("=",) or chain.members[1] != one or not isinstance(total, t.BigSum):
        return
    name = total.body
    if not isinstance(name, Name) or total.operator != r"\sum":
        return
    for s in statements:
        left = s.chain.members[0]
        if isinstance(left, Name) and s.chain.relations and _key(_without_last(left)) == _key(_without_last(name)):
            yield from (e for e in _entries(s) if e.place == "behind")


def _entries(s: t.Statement) -> Iterator[_Entry]:
    """Every entry of a function in a statement."""
    for x in t.of_kind(s, t.Product):
        for one, two in pairwise(x.factors):
            e = _entry(one, two)
            if e is not None:
                yield e


def _of_entry(e: _Entry, span: Offsets) -> Node:
    """The function of an entry."""
    below = [*(x for s in e.argument.scripts if not s.above for x in s.entries), e.index]
    above = tuple(s for s in e.argument.scripts if s.above)
    script = Script(False, tuple(below), commas=True, span=span)
    entry = replace(e.argument, font="", scripts=(*above, script))
    group = t.Group("(", (entry,), ")", (), span)
    return t.Product((t.Factor("", Name(e.function, span=span)), t.Factor("", group, True)), span)


def _softmax(e: _Entry, span: Offsets) -> Node:
    return t.Scripted(t.Call(SOFTMAX, (e.argument,), span=span), (Script(False, (e.index,), span=span),), span=span)


def _told(chain: t.Chain) -> Iterator[_Entry]:
    """The entries that a chain equates with the quotient of their exponentials."""
    for one, other, relation in zip(chain.members, chain.members[1:], chain.relations, strict=False):
        for left, right in ((one, other), (other, one)):
            pair = left.factors if isinstance(left, t.Product) else ()
            e = _entry(*pair) if len(pair) == 2 else None
            if e is not None and relation in EQUALITIES and _quotient(right) == (_key(e.argument), e.index):
                yield e


def _entry(first: t.Factor, at: t.Factor) -> _Entry | None:
    f = first.body
    if not isinstance(f, Name) or f.primes or not at.joined or at.operator:
        return None
    place, group, index = "inside", at.body, None
    if isinstance(group, t.Scripted) and not group.primes and not f.scripts:
        place, index, group = "behind", _single(group.scripts), group.base
    elif f.scripts:
        place, index = "below", _single(f.scripts)
    if not isinstance(group, t.Group) or group.open != "(" or len(group.items) != 1:
        return None
    name = group.items[0]
    if not isinstance(name, Name) or name.primes:
        return None
    if place == "inside":
        index = _last(name)
        name = _without_last(name)
    return None if index is None else _Entry(f.base, name, index, place)


def _quotient(x: object) -> tuple[object, Node] | None:
    r"""The name and the index of `\frac{e^{z_i}}{\sum_j e^{z_j}}`."""
    if not isinstance(x, t.Fraction) or not isinstance(x.denominator, t.BigSum) or len(x.denominator.below) != 1:
        return None
    above, below = exponent(x.numerator), exponent(x.denominator.body)
    letter = x.denominator.below[0]
    if isinstance(letter, t.Chain):
        letter = letter.members[0]
    if above is None or below is None or _last(below) != letter or x.denominator.operator != r"\sum":
        return None
    index = _last(above)
    same = _key(_without_last(above)) == _key(_without_last(below))
    return (_key(_without_last(above)), index) if same and index is not None and index != letter else None


def _single(scripts: tuple[Script, ...]) -> Node | None:
    """The one entry of one subscript."""
    one = len(scripts) == 1 and not scripts[0].above and len(scripts[0].entries) == 1
    return scripts[0].entries[0] if one else None


def _last(x: Name) -> Node | None:
    """The last entry of the subscript of a name, that it ends with."""
    below = [s for s in x.scripts if not s.above]
    return below[0].entries[-1] if len(below) == 1 and below[0].entries else None


def _without_last(x: Name) -> Name:
    scripts = []
    for s in x.scripts:
        entries = s.entries if s.above else s.entries[:-1]
        if entries:
            scripts.append(Script(s.above, entries, s.bracket, s.commas, s.wide, s.span))
    return Name(x.base, x.accents, x.font, x.primes, tuple(scripts), x.span)


def _key(x: Name) -> object:
    """A name whatever its font."""
    return x.base, x.accents, x.scripts
