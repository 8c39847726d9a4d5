r"""Asking a page before it is walked: most ways of writing stand on no given page, and a pass about one leaves at once.

What a question finds out about a statement, or a part of it, is remembered on that tree. Statements that stand on
several pages are one object, those of a given network the same beside every solution: so each is asked once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from inspect import signature
from operator import is_, itemgetter
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

from ..latex.tree import Formula, Statement
from ..latex.walking import Tree, of_kind
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
            return _asked(x, question, question)

    return asked


def _asked(x: T, key: object, question: Callable[[T], R]) -> R:
    """Ask, and keep the answer."""
    try:
        told = x.told
    except AttributeError:
        told = {}
        object.__setattr__(x, "told", told)
    found = told[key] = question(x)
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
                    if _asked(s, question, question):
                        return True
    return False


class _Some:
    """A question about statements: is another one answered with yes for a node of it?"""

    def __init__(self, test: Callable[[Any], bool]) -> None:
        self.test = test

    def __call__(self, s: Statement) -> bool:
        return self in _true_of_nodes(s)


_ABOUT: dict[type[Tree], list[_Some]] = {}
"""The questions about nodes, by the class of these."""
_EVERY: list[_Some] = []
_TRUE_OF: dict[Tree, frozenset[_Some]] = {}
"""Those with the answer yes, for each node and all that are equal to it."""
MOST = 1 << 12
"""So many nodes are remembered at most."""


def some(kind: type[T]) -> Callable[[Callable[[T], bool]], Callable[[Statement], bool]]:
    """The question whether something is true of a node of that class in a statement.

    It may depend on nothing that equal nodes have different: the same names stand in many lines, and are asked once.

    >>> from symderiv.document import parse_document, read_formulas
    >>> from symderiv.latex.tree import Name
    >>> has_primes = some(Name)(lambda x: x.primes > 0)
    >>> page = read_formulas(parse_document("$a_1 = b_1$ $a_1' = b_1$ $b_1 = a_1$"))
    >>> [has_primes(f.statements[0]) for _, f in page]
    [False, True, False]
    """

    def decorate(test: Callable[[T], bool]) -> Callable[[Statement], bool]:
        question = _Some(test)
        _ABOUT.setdefault(kind, []).append(question)
        _EVERY.append(question)
        _TRUE_OF.clear()
        return question

    return decorate


def _true_of_nodes(s: Statement) -> frozenset[object]:
    """The questions about nodes with the answer yes for a node of a statement."""
    key = len(_EVERY)  # what was told before another one was asked is not all
    try:
        return s.told[key]  # type: ignore[return-value]
    except (AttributeError, KeyError):
        return _asked(s, key, _asked_of_nodes)


def _asked_of_nodes(s: Statement) -> frozenset[object]:
    found: set[object] = set()
    for kind, questions in _ABOUT.items():
        for x in of_kind(s, kind):
            known = _TRUE_OF.get(x)
            if known is None:
                if len(_TRUE_OF) >= MOST:
                    _TRUE_OF.clear()
                known = _TRUE_OF[x] = frozenset(q for q in questions if q.test(x))
            found |= known
    return frozenset(found)


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
    about_nodes = frozenset(q for q, _, _ in asking if isinstance(q, _Some))
    others = [q for q, _, _ in asking if q is not None and q not in about_nodes]

    def answers(s: Statement) -> frozenset[object]:
        return (_true_of_nodes(s) & about_nodes).union(q for q in others if q(s))

    def run(located: Sequence[Located], **beside: object) -> Sequence[Located]:
        wanted = _answered(located, answers)
        for question, step, names in asking:
            if question is None or wanted is None or question in wanted:
                found = step(located, **{x: beside[x] for x in names if x in beside}) if names else step(located)
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
                    found |= _asked(s, answers, answers)
    return found
