r"""Networks as people write them, completed: the lecture in several spellings, and the catalogue.

Expected systems are tables of lines, so that a failure can be read beside the equations.
"""

from __future__ import annotations

from time import process_time

import pytest
from drafts import lecture, outputs, table, v
from networks import NETWORKS

from symderiv.affine import Sym, affine
from symderiv.domain import Domain, ge
from symderiv.draft import Draft, RawDefinition
from symderiv.expr import Var
from symderiv.network import complete
from symderiv.system import Role, Span, System

w, w1, w2 = v("w_{#,#}"), v("w^{(1)}_{#,#}"), v("w^{(2)}_{#,#}")

LECTURE = [
    "w_{j,i}^{(2)} alias 1 <= j <= J, 1 <= i <= I",
    "w_{i,j}^{(1)} alias 1 <= i <= I, 1 <= j <= J",
    "net_j^{(3)} node 1 <= j <= J",
    "o_j^{(3)} node 1 <= j <= J",
    "o_{I+1}^{(2)} constant",
    "w_{j,I+1}^{(2)} alias 1 <= j <= J",
    "net_i^{(2)} node 1 <= i <= I",
    "o_{J+1}^{(1)} constant",
    "w_{i,J+1}^{(1)} alias 1 <= i <= I",
    "o_i^{(2)} node 1 <= i <= I",
    "w_{j,i} parameter 1 <= j <= J, 1 <= i <= I",
    r"\theta_j^{(3)} parameter 1 <= j <= J",
    "o_j^{(1)} input 1 <= j <= J",
    r"\theta_i^{(2)} parameter 1 <= i <= I",
]


@pytest.mark.parametrize("bounds", [True, False])
def test_the_lecture(bounds: bool) -> None:
    system = complete(lecture(bounds=bounds))
    assert table(system) == LECTURE
    assert outputs(system) == ["o_j^{(3)} 1 <= j <= J"]
    assert system.generic
    assert system.objective == v("E")
    assert system.sizes == {Sym("I"), Sym("J")}
    assert system.context == Domain.of(ge("I", 1), ge("J", 1))
    assert [fn.name for fn in system.functions] == ["f"]
    assert system.ties == ()


def test_inferred_bounds_are_the_stated_ones() -> None:
    assert complete(lecture(bounds=False)) == complete(lecture())


@pytest.mark.parametrize("ties", ["chain", "both ways", "backwards"])
def test_ties_in_whichever_direction_they_are_written(ties: str) -> None:
    system = complete(lecture(ties=ties))
    assert sorted(table(system)) == sorted(LECTURE)
    aliases = {p.lhs: p.body for p in system.pieces if p.role is Role.ALIAS}
    assert aliases[w2("j", "i")] == w("j", "i")
    assert aliases[w1("i", "j")] == w("j", "i")


def test_a_tie_without_a_root() -> None:
    system = complete(lecture(ties="unrooted"))
    assert system.ties == ((w2("i", "j").variable, w1("i", "j").variable),)
    assert "w_{j,i}^{(2)} parameter 1 <= j <= J, 1 <= i <= I" in table(system)


def from_system(system: System, *, stated: bool) -> Draft:
    """The draft that a page of the catalogue amounts to: definitions of a system, with or without their ranges."""

    def spans(letters: tuple[Sym, ...], d: Domain) -> tuple[Span, ...]:
        bounds = {s: ([], []) for s in letters}  # type: ignore[var-annotated]
        for c in d.constraints:
            for s in letters:
                if c.form.coefficient(s):
                    bounds[s][c.form.coefficient(s) < 0].append(affine(s) - c.form * c.form.coefficient(s))
        return tuple(Span(s, lo[0], hi[0]) for s, (lo, hi) in bounds.items() if lo and hi)

    return Draft(
        tuple(
            RawDefinition(p.lhs, p.body, spans(p.letters, p.domain) if stated or p.role is Role.ALIAS else ())
            for p in system.pieces
            if p.body is not None
        ),
        objective=None if system.objective is None else Var(system.objective),
        data=tuple(p.lhs for p in system.pieces if p.role is Role.INPUT and p.variable.name != "o^{(1)}"),
        wrt=tuple(p.lhs for p in system.pieces if p.role is Role.PARAMETER),
        functions=system.functions,
        assumptions=system.assumptions,
    )


UNSTATED = set(NETWORKS) - {
    "weight_used_three_times",
    "convolution_stride_1",
    "convolution_stride_2",
    "symbolic_depth",
}


@pytest.mark.parametrize(("name", "stated"), [(n, True) for n in NETWORKS] + [(n, False) for n in sorted(UNSTATED)])
def test_the_catalogue(name: str, stated: bool) -> None:
    """Stated in full or inferred, the network is the one built by hand."""
    wanted = NETWORKS[name]()
    got = complete(from_system(wanted, stated=stated))
    if name == "stacked_tied_autoencoder":  # its inputs are called data by hand, which its page does not say
        wanted_pieces = [line.replace("input", "parameter") for line in table(wanted)]
        assert sorted(table(got)) == sorted(wanted_pieces)
    else:
        assert set(got.pieces) == set(wanted.pieces)
    assert set(got.outputs) == set(wanted.outputs)
    assert (got.context, got.sizes, got.size_functions) == (wanted.context, wanted.sizes, wanted.size_functions)


def test_loading_the_lecture_takes_milliseconds() -> None:
    """With every check: 5 ms on the machine where this was written, so 300 ms means that something went wrong."""
    complete(lecture())
    start = process_time()
    complete(lecture(bounds=False))
    assert process_time() - start < 0.3
