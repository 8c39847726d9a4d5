r"""The input in bold of layers that a page writes by entries: `\mathbf{a}^{(0)} = \mathbf{x}` beside `a^{(l)}_i`.

Neither of the two stands in another equation in bold, so nothing is meant but the entries, `a^{(0)}_i = x_i`, with the
letter that such an entry has on the page. What a sentence says of another case (`Without an embedding ..`) is no input.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....errors import ReadError
from ....latex import tree as t
from ....latex.hedged import is_hedged
from ....latex.statement_forms import replace_statement
from ....latex.tree import Formula, Name, Script, Statement
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below
from ...spelled.shape import letter_of
from .wholes_in_bold import is_bold, without_bold


def _is_input(s: Statement) -> bool:
    c = s.chain
    if len(c.members) != 2 or c.relations[0] not in EQUALITIES or s.conditions:
        return False
    left, right = c.members
    if not isinstance(left, Name) or not isinstance(right, Name) or not is_bold(left) or not is_bold(right):
        return False
    numbered = len(left.scripts) == 1 and left.scripts[0].above and [*map(type, left.scripts[0].entries)] == [t.Number]
    return numbered and not right.scripts and not left.primes + right.primes


@where(_is_input)
def with_inputs_by_entries(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, such equations by entries."""
    located = [(d, _without_inputs(f) if is_hedged(d.before, d.after) else f) for d, f in located]
    statements = [s for f in read_of(located) for s in f.statements]
    inputs = [s for s in statements if _is_input(s)]
    others = [s for s in statements if s.chain.relations and s not in inputs]
    names = [x for s in others for x in t.of_kind(s, Name)]
    bold = {without_bold(x).base for x in names if is_bold(x)}

    def changed(s: Statement) -> Statement:
        if s not in inputs:
            return s
        left, right = (without_bold(m) for m in s.chain.members if isinstance(m, Name))
        letters = [*dict.fromkeys(_letters(names, left))]
        if not letters or bold & {left.base, right.base}:
            return s
        below = Script(False, (Name(letters[0], span=left.span),), "", False)
        entries = (replace(left, scripts=(below, *left.scripts)), replace(right, scripts=(below,)))
        return replace_statement(s, chain=replace(s.chain, members=entries))

    return with_statements(located, changed)


def _without_inputs(f: Formula | ReadError) -> Formula | ReadError:
    if isinstance(f, ReadError):
        return f
    return replace(f, statements=tuple(s for s in f.statements if not _is_input(s)))


def _letters(names: Sequence[Name], whole: Name) -> Iterator[str]:
    """The letters that number the entries of an array on the page."""
    for x in names:
        below = entries_below(x)
        alike = x.base == whole.base and x.accents == whole.accents and not is_bold(x) and len(below) == 1
        letter = letter_of(below[0]) if alike and any(s.above for s in x.scripts) else None
        if letter is not None:
            yield letter
