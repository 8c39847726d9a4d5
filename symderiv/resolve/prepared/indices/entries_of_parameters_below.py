r"""Entries of parameters below what depends on them: `h_{\theta_n}(x)` beside `\theta_n`, one for each n, is `h_n(x)`.

So it is where h carries nothing but such an entry wherever it stands, always before a parenthesis; where an equation
says what `h_{\theta_n}(x)` is, by the value of `\theta_n`; and where the page differentiates by such an entry, or
by nothing, as that of a network may. Then nobody takes it for an index: `p_{y_i}` is the entry at `y_i`.

The column of all of them, `h_\theta(x) = \begin{bmatrix} h_{\theta_1}(x) \\ \vdots \end{bmatrix}`, with whatever is
typed out there, says nothing more where no other line has it: it is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....document import Display
from ....errors import ReadError
from ....latex import tree as t
from ....latex.parse import parse
from ....latex.source import Source
from ....latex.tree import Formula, Name, Node, Product, Script, Statement
from ....latex.walking import parts, rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import before_parentheses, differentiated_by
from ..arrays.stacks_apart import UNREAD


def _defines_any(s: Statement) -> bool:
    return _defined(s) is not None


@where(_defines_any)
def with_numbers_of_parameters(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with the number of such an entry for it.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$h_{\theta_n}(x) = \theta_n x$ $\frac{\partial h_{\theta_n}(x)}{\partial \theta_n} = x$"
    >>> found = with_numbers_of_parameters(read_formulas(parse_document(page)))
    >>> [letter_of(x.scripts[0].entries[0]) for _, f in found for x in t.of_kind(f, Name) if x.base == "h"]
    ['n', 'n']
    """
    statements = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    found = [x for x in map(_defined, statements) if x is not None]
    located = _without_columns(located, {stem_of(x): _bases(x) for x in found})
    statements = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    by = {stem for s in statements for stem in differentiated_by(s)}
    told = {stem_of(x): _bases(x) for x in found if not by or set(_bases(x)) & by}
    names = [x for s in statements for x in t.of_kind(s, Name) if stem_of(x) in told]
    products = [x for s in statements for x in t.of_kind(s, Product)]
    called = [name for x in products for name, _ in before_parentheses(x) if stem_of(name) in told]
    unlike = {stem_of(x) for x in names if _bases(x) != told[stem_of(x)] or _number(x) is None}
    alone = {stem for stem in told if sum(stem_of(x) == stem for x in names) == sum(stem_of(x) == stem for x in called)}
    alone -= unlike
    if not alone:
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or stem_of(x) not in alone or (number := _number(x)) is None:
            return None
        below = next(s for s in x.scripts if not s.above)
        return replace(x, scripts=(Script(False, (number,), span=below.span),))

    return with_statements(located, lambda s: rebuilt(s, change))


def _without_columns(located: Sequence[Located], told: Mapping[Stem, tuple[Stem, ...]]) -> Sequence[Located]:
    """The formulas without those that type out the column of all, if no equation has that."""

    def is_whole(x: Name) -> bool:
        below = x.scripts[0].entries if len(x.scripts) == 1 and not x.scripts[0].above else ()
        plain = all(isinstance(e, Name) and not e.scripts and not e.primes for e in below)
        return bool(below) and plain and told.get(stem_of(x)) == tuple(stem_of(e) for e in below if isinstance(e, Name))

    equations = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    if any(is_whole(x) for s in equations for x in t.of_kind(s, Name)):
        return located
    columns = {n: left for n, pair in enumerate(located) if (left := _column(*pair)) is not None}
    heads = {n: [*before_parentheses(x)] for n, f in columns.items() if isinstance(x := _alone(f), Product)}
    told_there = {n for n, named in heads.items() if named and all(is_whole(name) for name, _ in named)}
    return [(d, replace(columns[n], statements=()) if n in told_there else f) for n, (d, f) in enumerate(located)]


def _column(display: Display, f: Formula | ReadError) -> Formula | None:
    """The left side of an equation that could not be read since it types an array out."""
    if not isinstance(f, ReadError) or f.cause != UNREAD or "=" not in display.latex:
        return None
    try:
        return parse(Source(display.latex[: display.latex.index("=")]))
    except ReadError:
        return None


def _alone(f: Formula) -> Node | None:
    return f.statements[0].chain.members[0] if len(f.statements) == 1 else None


def _defined(s: Statement) -> Name | None:
    """The name that an equation defines by the values of the entries below it."""
    chain = s.chain
    left = chain.members[0]
    if not chain.relations or chain.relations[0] not in EQUALITIES or s.struck or not isinstance(left, Product):
        return None
    called = [name for name, _ in before_parentheses(left)] if len(left.factors) == 2 else []
    if not called or (number := _number(called[0])) is None or letter_of(number) is None:
        return None
    members = chain.members[1:] if EQUALITIES.issuperset(chain.relations) else chain.members[1:2]
    values = {(stem_of(x), e) for m in members for x in _values(m) for script in x.scripts for e in script.entries}
    return called[0] if all((stem_of(x), number) in values for x in _below(called[0])) else None


def _values(x: object) -> Iterator[Name]:
    """The names that stand in no script."""
    if isinstance(x, Script) and not x.above:
        return
    if isinstance(x, Name):
        yield x
    for y in parts(x):
        yield from _values(y)


def _below(x: Name) -> tuple[Name, ...]:
    """The names with an index below a name that carries nothing else."""
    entries = x.scripts[0].entries if len(x.scripts) == 1 and not x.scripts[0].above and not x.primes else ()
    names = tuple(e for e in entries if isinstance(e, Name) and _entry(e) is not None)
    return names if len(names) == len(entries) else ()


def _bases(x: Name) -> tuple[Stem, ...]:
    return tuple(map(stem_of, _below(x)))


def _number(x: Name) -> Node | None:
    """The index that all names below it have."""
    found = {_entry(e) for e in _below(x)}
    return found.pop() if len(found) == 1 else None


def _entry(x: Name) -> Node | None:
    r"""The one index of `\theta_n`, `\theta^{(n)}`."""
    if len(x.scripts) != 1 or x.primes or len(x.scripts[0].entries) != 1:
        return None
    script = x.scripts[0]
    entry = script.entries[0]
    indexed = (not script.above or script.bracket == "(") and not isinstance(entry, (t.Text, t.Symbol))
    return entry if indexed else None
