"""Formulas left unread for what may mean two things, with all that rests on what they define.

A name that a formula defines would be given where that formula alone is left out, and what depends on it judged so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ...errors import ReadError
from ...latex import tree as t
from ...latex.tree import Formula, Name, Node, Statement
from ..located import Located, read_of
from ..spelled.shape import Stem, stem_of
from .applied import head_of


def without_doubtful(
    located: Sequence[Located], doubt: Callable[[Statement], Node | None], cause: str, hint: str
) -> list[Located]:
    r"""The formulas of a page, but those in which something is doubtful, or a name that is made with it.

    `doubt` finds what is doubtful in a statement that says something; `cause` and `hint` are said of each.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document("$a = b$ $c = 2 a$ $d = e$"))
    >>> def doubt(s): return next((x for x in t.of_kind(s, Name) if x.base == "b"), None)
    >>> [isinstance(f, ReadError) for _, f in without_doubtful(page, doubt, "which b?", "")]
    [True, True, False]
    """
    said = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    made = {stem for s in said if doubt(s) is not None for stem in _defined(s)}
    known: set[Stem] = set()
    while made - known:
        known |= made
        made = {stem for s in said if any(stem_of(x) in known for x in t.of_kind(s, Name)) for stem in _defined(s)}

    def left(f: Formula) -> Formula | ReadError:
        for s in f.statements:
            if s.chain.relations:
                names = (x for x in t.of_kind(s, Name) if stem_of(x) in known)
                found = doubt(s) or next(names, None)
                if found is not None:
                    return ReadError(cause, f.place(found.span), hint)
        return f

    return [(display, f if isinstance(f, ReadError) else left(f)) for display, f in located]


def _defined(s: Statement) -> Iterator[Stem]:
    """The names that stand alone on a side, or before arguments on the left."""
    heads = [head_of(s.chain.members[0]), *(m for m in s.chain.members[1:] if isinstance(m, Name))]
    yield from (stem_of(x) for x in heads if x is not None)
