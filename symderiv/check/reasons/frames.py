r"""What stands around a part of a formula, made into a closure once for everything that may take the part's place."""

from __future__ import annotations

from dataclasses import dataclass

from ...affine import Sym
from ...evaluate.maker import HOLE
from ...evaluate.program import Closed, Holed, Program
from ...evaluate.scope import Scope
from ...expr import Bracket, Expr, Mul, Partial, Pow, Sum, children, free
from .slips import Patch, Path, put


@dataclass(slots=True)
class Frame:
    """The formula around one place.

    `holed` is None where it cannot be valued whatever is put there; `names` are the letters that mean something there.
    `in_product`: a bracket there guards the factors beside it, which a value cannot do. `looked_at`: not only its value
    counts there: it is differentiated, or a power.
    """

    holed: Holed | None
    names: frozenset[Sym]
    in_product: bool
    looked_at: bool


class Frames:
    """The frames of one formula in a scope that is shared."""

    def __init__(self, program: Program, letters: tuple[Sym, ...], scope: Scope, names: frozenset[Sym]) -> None:
        self.program = program
        self.letters = letters
        self.scope = scope
        self.names = names
        self.whole: Expr | None = None
        self.known: dict[Path, Frame] = {}

    def closed(self, p: Patch) -> Closed | None:
        """The patched formula as a closure, None where it holds a letter that means nothing."""
        if p.whole is not self.whole:
            self.whole = p.whole
            self.known.clear()
        frame = self.known.get(p.path)
        if frame is None:
            frame = self.known[p.path] = self._frame(p)
        if frame.looked_at or (frame.in_product and _guards(p.part)):
            done = p.done
            return self.program.expression(done, self.letters, self.scope) if free(done) <= self.names else None
        return frame.holed.filled(p.part) if frame.holed is not None and free(p.part) <= frame.names else None

    def _frame(self, p: Patch) -> Frame:
        around = [p.whole]
        for n in p.path:
            around.append(children(around[-1])[n])
        part = around.pop()
        above = around[-1] if around else None
        in_product = isinstance(above, Mul)
        looked_at = any(isinstance(x, Partial) for x in around) or (isinstance(above, Pow) and p.path[-1] == 1)
        bound = tuple(x.letter for x in around if isinstance(x, Sum))
        holed = None
        if not (looked_at or (in_product and _guards(part))):
            with_hole = put(p.whole, p.path, HOLE)
            if free(with_hole) <= self.names:
                holed = self.program.holed(with_hole, self.letters, self.scope, bound)
        else:
            looked_at = True
        return Frame(holed, self.names.union(bound), in_product, looked_at)


def _guards(e: Expr) -> bool:
    """Is it a bracket, or a product with one?"""
    return isinstance(e, Bracket) or (isinstance(e, Mul) and any(isinstance(x, Bracket) for x in e.factors))
