"""Steps of recurrences, each taken once: what a resolvent comes to does not depend on how summed letters are called."""

from __future__ import annotations

from collections.abc import Callable

from ..affine import Affine, Sym, affine
from ..work import WORK, Memory
from .factors import Entry, Term, Terms, is_placeholder
from .flatten import Flattener
from .known import Known
from .terms import freshened, substitute_powers

Step = Callable[[Entry, bool], Terms]
"""One step from an entry, forwards or backwards."""


class Steps:
    """The steps taken under what is known at the moment, by entries whose summed letters are numbered.

    A sum of terms that is looked at holds one resolvent many times, under other letters each time.
    """

    def __init__(self, flattener: Flattener) -> None:
        self.flattener = flattener
        self.known: Known | None = None
        self.memory: Memory[Terms] = Memory()

    def taken(self, f: Entry, forwards: bool, step: Step) -> Terms:
        """`step(f, forwards)`, which costs as much work as if it were taken each time."""
        if self.known is not self.flattener.known:
            self.known, self.memory = self.flattener.known, Memory()
        # in the order of their names, which decides what an equality is solved for
        summed = sorted({s for i in f.indices for s in i.letters() if is_placeholder(s)}, key=_name)
        numbered = {s: affine(f"~s{n}") for n, s in enumerate(summed)}
        like = Entry(f.head, tuple(i.substitute(numbered) for i in f.indices))
        terms = self.memory.recall((like, forwards), lambda: step(like, forwards))
        back = {Sym(f"~s{n}"): affine(s) for n, s in enumerate(summed)}
        left = WORK.left
        found = [_renamed(freshened(t), back) for t in terms]
        WORK.left = left
        return found


def _name(s: Sym) -> str:
    return s.name


def _renamed(t: Term, letters: dict[Sym, Affine]) -> Term:
    """The term with one free letter for another each."""
    if not letters:
        return t
    return Term(
        t.weight.substitute(letters), substitute_powers(t.powers, letters), t.bound, t.domain.substitute(letters)
    )
