"""Derivations made by hand, without an engine: what the tests of writers and renderers print.

`lecture()` is slides (1) to (5) of the tied autoencoder, claim by claim.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from networks import E, I, J, net2, net3, o1, o2, o3, tied_autoencoder, w, w1, w2

from symderiv.affine import affine
from symderiv.domain import Domain
from symderiv.domain.constraint import eq, interval, ne
from symderiv.expr import Apply, Bracket, Expr, Labelled, Partial, Var, add, mul, total
from symderiv.step import Bindings, Claim, Definitions, Derivation, Remark, Route, Step
from symderiv.system import Display, System

WRT = w("j", "i")
IJ = interval("i", 1, I) & interval("j", 1, J)
IJK = IJ & interval("k", 1, J)
K_IS_J, K_IS_NOT_J = eq("k", "j"), ne("k", "j")

LAYER_3 = r"net_j^{(3)} = \sum_{i=1}^{I+1} o_i^{(2)} w_{j,i}^{(2)} \quad o_j^{(3)} = f(net_j^{(3)})"
BOUNDARY = r"(o_{I+1}^{(2)} = 1, w_{j,I+1}^{(2)} = -\theta_j^{(3)})"
LAYER_2 = (
    r"\begin{aligned} net_i^{(2)} &= \sum_{j=1}^{J+1} o_j^{(1)} w_{i,j}^{(1)} \\"
    r" (o_{J+1}^{(1)} &= 1, w_{i,J+1}^{(1)} = -\theta_i^{(2)}) \\ o_i^{(2)} &= f(net_i^{(2)}) \end{aligned}"
)


def lecture_network() -> System:
    """The tied autoencoder with the author's displays."""
    system = tied_autoencoder()
    displays = (
        Display(LAYER_3, (net3("j"), o3("j"))),
        Display(BOUNDARY, (o2(I + 1), w2("j", I + 1))),
        Display(LAYER_2, (net2("i"), o1(J + 1), w1("i", J + 1), o2("i"))),
    )
    values = {name: getattr(system, name) for name in ("pieces", "sizes", "context", "objective", "generic", "outputs")}
    return System(**values, functions=system.functions, displays=displays, title="Tied-weight autoencoder")


def by(y: Expr, x: Var = WRT, direct: bool = False) -> Partial:
    """A derivative."""
    return Partial(y, x, direct)


def leaf(letter: str) -> Partial:
    """What is left open of E."""
    return by(E(), o3(letter), direct=True)


def prime(x: Var) -> Apply:
    """The derivative of f there."""
    return Apply("f", (x,), (1,))


def claim(left: Expr, *rights: Expr, domain: Domain = IJ, **more: Any) -> Claim:
    """A claim whose links all rest on one rule."""
    return Claim(left, tuple(Step(right, "chain rule") for right in rights), domain, **more)


def lecture() -> Derivation:
    """The lecture's derivation."""
    first, second = o2("i"), w2("k", "i")
    inner = by(mul(first, second))
    by_sum = total("k", 1, J, mul(by(E(), net3("k")), by(net3("k"))))
    naive = mul(by(E(), net3("j")), by(net3("j")))
    both: Bindings = (("factor", first), ("factor", second), ("wrt", WRT))
    expanded = total("h", 1, I + 1, mul(o2("h"), w2("k", "h")))
    case: Bindings = (("condition", Domain.of(K_IS_J)), *both)
    other: Bindings = (("condition", Domain.of(K_IS_NOT_J)), ("factor", first), ("wrt", WRT))
    unless: Bindings = (
        ("condition", Domain.of(ne("h", "i"))),
        ("factor", o2("h")),
        ("factor", w2("k", "h")),
        ("wrt", WRT),
    )
    why: Bindings = (("node", affine("j")), ("user", net3("j")), ("tie", w1("i", "j")), ("tie", WRT))
    through = Labelled(by(first, net2("i")), prime(net2("i")))
    result = add(
        total("k", 1, J, mul(leaf("k"), prime(net3("k")), w2("k", "i"), prime(net2("i")), o1("j"))),
        mul(leaf("j"), prime(net3("j")), first),
    )
    items = (
        claim(by(E()), naive, caption="naive chain rule", refuted=True),
        Remark("other nodes depend", why),
        claim(by(E()), by_sum, caption="chain rule"),
        Definitions((net3, o3)),
        Definitions((o2, w2)),
        claim(by(E()), by_sum),
        claim(by(E(), net3("k")), mul(leaf("k"), by(o3("k"), net3("k"))), mul(leaf("k"), prime(net3("k"))), domain=IJK),
        claim(by(net3("k")), by(expanded), inner, domain=IJK),
        Remark("independent unless", unless),
        claim(
            inner,
            add(mul(by(first), second), mul(by(second), first)),
            add(mul(by(first), second), first),
            caption="case depends",
            domain=IJK,
            where=(K_IS_J,),
            bindings=case,
        ),
        claim(inner, mul(by(first), second), caption="case only", domain=IJK, where=(K_IS_NOT_J,), bindings=other),
        claim(by(first), mul(through, Labelled(by(net2("i")), o1("j")))),
        claim(by(E()), by_sum, result),
        Definitions((net2, o1, w1, o2)),
    )
    return Derivation(lecture_network(), by(E()), Route.EXPANDED, items)


def brackets() -> Derivation:
    """One claim with a delta, a bracket and a condition that no caption says."""
    delta = Bracket((eq("k", "j"),), delta=True)
    one = claim(by(net3("k"), net3("j")), delta, Bracket((K_IS_J,)), domain=IJK, where=(eq("i", 1),))
    return Derivation(tied_autoencoder(), by(E()), Route.BACKPROP, (one, Definitions((o2,), "definitions")))


DERIVATIONS: dict[str, Callable[[], Derivation]] = {"lecture": lecture, "brackets": brackets}
"""Every derivation of this file by name."""
