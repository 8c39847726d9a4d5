"""How fast networks are differentiated, and that the effort grows as the network does.

Run as `python -m benchmarks.bench_adjoint`. Caches are emptied before each measurement: what counts is the first time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from symderiv.affine import affine
from symderiv.calculus.flow import flow
from symderiv.catalogue import names, page
from symderiv.derive import derive
from symderiv.derive.adjoint import _adjoints, adjoints
from symderiv.derive.backprop import backprop
from symderiv.domain import Domain, ge, interval
from symderiv.expr import Apply, Partial, Var, Variable, mul, total
from symderiv.latex.style import style_of
from symderiv.latex.write import write
from symderiv.network import complete
from symderiv.read import read_document
from symderiv.step import Derivation
from symderiv.system import Function, Piece, Role, System

from .measure import Row, median_ms


def chain(layers: int) -> System:
    """One square weight in every layer."""
    E, w, x = Variable("E"), Variable("w_{#,#}"), Variable("x_{#}")
    i, j, N = affine("i"), affine("j"), affine("N")
    range_i, range_j = interval("i", 1, "N"), interval("j", 1, "N")
    letter = i.letter
    assert letter is not None
    pieces: list[Piece] = []
    before = x
    for n in range(1, layers + 1):
        a, h = Variable(f"a^{{({n})}}_{{#}}"), Variable(f"h^{{({n})}}_{{#}}")
        body = total("j", 1, N, mul(w(i, j), before(j)))
        pieces.append(Piece(a, (i,), (letter,), range_i, body, Role.NODE))
        pieces.append(Piece(h, (i,), (letter,), range_i, Apply("f", (a(i),)), Role.NODE))
        before = h
    other = j.letter
    assert other is not None
    pieces.append(Piece(x, (j,), (other,), range_j, None, Role.INPUT))
    pieces.append(Piece(w, (i, j), (letter, other), range_i & range_j, None, Role.PARAMETER))
    last = Piece(before, (i,), (letter,), range_i, None, Role.NODE)
    return System(
        tuple(pieces),
        sizes=frozenset(N.letters()),
        context=Domain.of(ge("N", 1)),
        objective=E,
        generic=True,
        outputs=(last,),
        functions=(Function("f"),),
    )


def afresh(work: Callable[[], object]) -> Callable[[], object]:
    """The work with nothing remembered of the network."""

    def run() -> object:
        _adjoints.cache_clear()
        flow.cache_clear()
        return work()

    return run


def length(derivation: Derivation) -> int:
    """Characters of all claims."""
    style = style_of(derivation.system, tuple(v for v, _ in derivation.names))
    return sum(len(write(m, style)) for c in derivation.claims for m in c.members)


def rows() -> Iterator[Row]:
    """All measurements."""
    for name in names():
        system = complete(read_document(page(name).read_text(encoding="utf-8")).draft)
        assert system.objective is not None
        yield Row(f"adjoints of {name}", median_ms(afresh(lambda s=system: adjoints(s))), goal="3 to 30 ms")  # type: ignore[misc]
        goal = Partial(Var(system.objective), system.wrt[0])
        work = afresh(lambda s=system, g=goal: derive(s, g))  # type: ignore[misc]
        yield Row(f"derivation of {name}", median_ms(work))
    eight = 0.0
    for layers in (2, 4, 8, 16, 32):
        system = chain(layers)
        ms = median_ms(afresh(lambda s=system: adjoints(s)), repeat=7)  # type: ignore[misc]
        eight = ms if layers == 8 else eight
        size = length(backprop(system))
        promised = {16: "100 ms", 32: f"5 x 8 layers = {5 * eight:.0f} ms"}.get(layers, "")
        yield Row(f"adjoints of {layers} tied layers ({size} characters)", ms, goal=promised)


if __name__ == "__main__":
    for row in rows():
        print(row)
