r"""Asking a page before it is walked: most ways of writing stand on no given page, and a pass about one leaves at once.

What a question finds out about a statement, or a part of it, is remembered on that tree. Statements that stand on
several pages are one object, those of a given network the same beside every solution: so each is asked once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from inspect import signature
from operator import is_, itemgetter
from typing import Concatenate, ParamSpec, TypeAlias, TypeVar

from ..latex.tree import Formula, Statement
from ..latex.walking import Tree
from .located import Located

T = TypeVar("T", bound=Tree)
R = TypeVar("R")
P = ParamSpec("P")


def remembered(question: Callable[[T], R]) -> Callable[[T], R]:
    """A question whose answer depends on a tree alone, with that tree remembering it.

    >>> from symderiv.latex.tree import Name
    >>> asked = []
    >>> @remembered
    ... def is_long(x: Name) -> bool:
    ...     asked.append(x)
    ...     return len(x.base) > 1
    >>> x = Name("net")
    >>> is_long(x), is_long(x), len(asked)
    (True, True, 1)
    """

    @wraps(question)
    def asked(x: T) -> R:
        try:
            return x.told[question]  # type: ignore[return-value]
        except (AttributeError, KeyError):
            return _asked(x, question)

    return asked


def _asked(x: T, question: Callable[[T], R]) -> R:
    """Ask, and keep the answer."""
    try:
        told = x.told
    except AttributeError:
        told = {}
        object.__setattr__(x, "told", told)
    found = told[question] = question(x)
    return found


def any_of(located: Sequence[Located], question: Callable[[Statement], bool]) -> bool:
    """Is the answer yes for any statement of a page? It may depend on that statement alone, and is remembered there.

    Where words or notes stand in a formula they are not asked, and the answer may be yes.
    """
    for _, f in located:
        if f.__class__ is Formula:
            if f.words or f.asides:
                return True
            for s in f.statements:
                try:
                    if s.told[question]:
                        return True
                except (AttributeError, KeyError):
                    if _asked(s, question):
                        return True
    return False


def where(
    question: Callable[[Statement], bool],
) -> Callable[
    [Callable[Concatenate[Sequence[Located], P], Sequence[Located]]],
    Callable[Concatenate[Sequence[Located], P], list[Located]],
]:
    """A pass over the formulas of a page that changes none unless the answer is yes for a statement of one of them.

    >>> from symderiv.document import parse_document, read_formulas
    >>> @where(lambda s: len(s.chain.members) > 2)
    ... def without_chains(located):
    ...     return []
    >>> [len(without_chains(read_formulas(parse_document(text)))) for text in ("$a = b$", "$a = b$ $c = d = e$")]
    [1, 0]
    """

    def decorate(
        step: Callable[Concatenate[Sequence[Located], P], Sequence[Located]],
    ) -> Callable[Concatenate[Sequence[Located], P], list[Located]]:
        @wraps(step)
        def asked(located: Sequence[Located], /, *args: P.args, **kwargs: P.kwargs) -> list[Located]:
            return list(step(located, *args, **kwargs) if any_of(located, question) else located)

        QUESTIONS[asked] = question, step
        return asked

    return decorate


Pass: TypeAlias = Callable[..., Sequence[Located]]
QUESTIONS: dict[object, tuple[Callable[[Statement], bool], Pass]] = {}
"""What each pass asks first, and what it does then."""


def in_turn(passes: Sequence[Pass]) -> Pass:
    """One pass after the other, without those of which no statement has anything: all are asked at once.

    What a pass takes beside the formulas is given by name to all.

    >>> from symderiv.document import parse_document, read_formulas
    >>> begun = []
    >>> @where(lambda s: len(s.chain.members) > 2)
    ... def without_chains(located):
    ...     begun.append("chains")
    ...     return [x for x in located if len(x[1].statements[0].chain.members) == 2]
    >>> @where(lambda s: "<" in s.chain.relations)
    ... def without_orders(located):
    ...     begun.append("orders")
    ...     return located
    >>> both = in_turn((without_chains, without_orders))
    >>> page = read_formulas(parse_document("$a = b$ $c < d = e$"))
    >>> [len(both(x)) for x in (page, page[:1])], begun
    ([1, 1], ['chains'])
    """
    asking = [(*QUESTIONS.get(step, (None, step)), _beside(step)) for step in passes]
    questions = [q for q, _, _ in asking if q is not None]

    def answers(s: Statement) -> frozenset[object]:
        return frozenset(q for q in questions if q(s))

    def run(located: Sequence[Located], **beside: object) -> Sequence[Located]:
        wanted = _answered(located, answers)
        for question, step, names in asking:
            if question is None or wanted is None or question in wanted:
                found = step(located, **{x: beside[x] for x in names if x in beside})
                if len(found) != len(located) or not all(map(is_, map(_read, found), map(_read, located))):
                    wanted = _answered(found, answers)
                located = found
        return located

    return run


_read = itemgetter(1)
"""What was read of a display."""


def _beside(step: Pass) -> tuple[str, ...]:
    """What a pass takes beside the formulas."""
    _, *others = signature(step).parameters
    return tuple(others)


def _answered(located: Sequence[Located], answers: Callable[[Statement], frozenset[object]]) -> set[object] | None:
    """The questions with the answer yes; None where words or notes stand in a formula, of which nothing was asked."""
    found: set[object] = set()
    for _, f in located:
        if f.__class__ is Formula:
            if f.words or f.asides:
                return None
            for s in f.statements:
                try:
                    found |= s.told[answers]  # type: ignore[arg-type]
                except (AttributeError, KeyError):
                    found |= _asked(s, answers)
    return found
