r"""What a solution names that the network it is judged against does not have: sizes and functions of its own.

They may mean what the solution takes for granted: the I of `\sum_{i=1}^I` a length that the network calls D, the `\phi`
beside its `\Phi` the derivative of it. So no line is wrong for them; what is right whatever they are stays right. So is
it with a name that nothing defines in the letter of one that it has with more indices: the `W^{(l)}` of
`W^{(l)} a^{(l-1)}` beside `w^{(l)}_{ji}` stands for all of these, though it could not be read so. And where the network
has layers that are written out, `w^{(L)}_{ij}` and `w^{(L-1)}_{jk}`, with `w^{(L-2)}_{kl}`: it goes on below them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...affine import affine
from ...evaluate.failures import STRANGE
from ...expr import Apply, Expr, Sum, Var, Variable, free, holds_derivative, variables, walk
from ...functions import WELL_KNOWN
from ...latex import scripts
from ...latex.scripts import form_latex, variable_latex
from ...memo import of_this_object
from ...resolve.spelled.keys import split_key
from ...resolve.spelled.known import BOLD, variables_of
from ...step import Judgement, Verdict
from ...system import System
from ..link import Link


def as_of_network(link: Link, verdict: Verdict, network: System | None) -> Verdict:
    """The verdict; open where a link that is wrong names what a given network does not have, or, where the page defines
    the network, a function that nothing on it is computed with: the H of `f'(z) = H(z)` may be the unit step."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    name = next(strangers(link, network) if network is not None else _unused(link), None)
    if name is None:
        return verdict
    shown = name.replace("#", r"\cdot")  # `g^{(\cdot)}`, functions that carry an index
    return Verdict(Judgement.UNPROVED, detail=f"`{shown}` {STRANGE}")


def _unused(link: Link) -> Iterator[str]:
    """The functions of a link that no definition of the page uses and nothing says what they compute: one that is only
    declared, the `\\Phi` of `\\Phi'(\\mu)`, may be what the page takes for granted, `E = \\Phi(\\mu)`."""
    system = link.system
    derived = holds_derivative(link.left) or holds_derivative(link.right)
    met = (e.function for side in (link.left, link.right) for e in walk(side) if isinstance(e, Apply))
    for name in (f for f in met if f not in WELL_KNOWN and f not in _functions_used(system)):
        own = system.function(name)
        if own is None or (own.body is None and derived):
            yield name


@of_this_object(64)
def _functions_used(system: System) -> frozenset[str]:
    bodies = (p.body for p in system.pieces if p.body is not None)
    return frozenset(e.function for body in bodies for e in walk(body) if isinstance(e, Apply))


def strangers(link: Link, network: System) -> Iterator[str]:
    """The sizes and functions of a link that are not those of the network, and that nothing in the link explains."""
    known = network.sizes | link.domain.letters()
    for side in (link.left, link.right):
        loose = free(side) - known
        ends = {s for e in walk(side) if isinstance(e, Sum) for form in (*e.lowers, *e.uppers) for s in form.letters()}
        yield from (form_latex(affine(s)) for s in sorted(loose, key=str) if s in ends or "_" in s.name)
        yield from _functions(side, link.system, network)
        yield from _wholes(side, link.system, network)
        yield from _other_layers(side, network)


def _other_layers(side: Expr, network: System) -> Iterator[str]:
    """The entries of layers that are not among several that the network has one by one."""
    for e in (e for e in walk(side) if isinstance(e, Var)):
        pieces = network.of(e.variable)
        for p, index in enumerate(e.indices if len(pieces) > 1 else ()):
            layers = {piece.indices[p] for piece in pieces}
            fixed = all(x.letters() and x.letters() <= network.sizes for x in (*layers, index))
            if fixed and len(layers) > 1 and index not in layers:
                yield scripts.var(e)


@of_this_object(64)
def _variables_of(network: System) -> frozenset[Variable]:
    return frozenset(variables_of(network))


def _wholes(side: Expr, system: System, network: System) -> Iterator[str]:
    """The names that nothing defines, in the letters of names that the network has with more indices."""
    most = _most_indices(network)
    there = system.variables(), _variables_of(network)
    new = [v for v in variables(side) if not any(v in known for known in there)]
    for v in sorted(new, key=lambda v: v.key):
        if v.arity < most.get(_plain(v), 0):
            yield variable_latex(v)


@of_this_object(64)
def _most_indices(network: System) -> dict[str, int]:
    found: dict[str, int] = {}
    for v in variables_of(network):
        found[_plain(v)] = max(found.get(_plain(v), 0), v.arity)
    return found


def _plain(v: Variable) -> str:
    """The letter of a name without its font, a small one."""
    return BOLD.sub(r"\1", split_key(v.key)[0]).lower()


def _functions(side: Expr, system: System, network: System) -> Iterator[str]:
    for e in walk(side):
        if isinstance(e, Apply) and e.function not in WELL_KNOWN and network.function(e.function) is None:
            own = system.function(e.function)
            if own is None or own.body is None:
                yield e.function
