"""The derivative at the entry that is asked for, whatever its letters, against the numeric oracle."""

from __future__ import annotations

from functools import lru_cache

import pytest
from random_networks import build

import symderiv as sd
from symderiv import catalogue
from symderiv.affine import Affine, affine
from symderiv.calculus.flow import flow
from symderiv.calculus.letters import upper_end
from symderiv.calculus.local import piece_of
from symderiv.cli import main
from symderiv.compile import lambdify
from symderiv.derive import derive
from symderiv.derive.adjoint import adjoints
from symderiv.derive.backprop import backprop
from symderiv.derive.expand import Recursion
from symderiv.domain import intersect
from symderiv.errors import DerivationError
from symderiv.evaluate import check_claim
from symderiv.expr import Cases, Expr, Partial, Var, mul, num, walk
from symderiv.latex.write import write
from symderiv.load import goals, load, load_text
from symderiv.read_part import read_variable
from symderiv.step import Derivation, Judgement, Route
from symderiv.system import Piece, System
from symderiv.verify import verify, with_names

FRESH = ("a", "b", "c")


def entries(piece: Piece) -> dict[str, Var]:
    """Entries of a piece: letters renamed, swapped, repeated, a constant, a size, shifted."""
    own = piece.indices
    at = [n for n, i in enumerate(own) if i.letter in piece.letters]
    asked: dict[str, tuple[Affine, ...]] = {"own": own}
    if at:
        first, last = at[0], at[-1]
        asked["renamed"] = tuple(affine(FRESH[n]) if n in at else i for n, i in enumerate(own))
        asked["first"] = (*own[:last], affine(1), *own[last + 1 :])
        asked["numbers"] = tuple(affine(1 + n % 2) if n in at else i for n, i in enumerate(own))
        asked["shifted"] = (*own[:first], own[first] + 1, *own[first + 1 :])
        letter = own[last].letter
        end = None if letter is None else upper_end(piece.domain, letter)
        if end is not None:
            asked["last"] = (*own[:last], end, *own[last + 1 :])
    if len(at) > 1:
        other = list(own)
        other[first], other[last] = own[last], own[first]
        asked["swapped"] = tuple(other)
        other[last] = own[last]
        asked["repeated"] = tuple(other)
    return {name: Var(piece.variable, indices) for name, indices in asked.items()}


@lru_cache(maxsize=64)
def network(name: str) -> System:
    return load(name)


def cases(name: str) -> list[tuple[str, str, str]]:
    """Page, variable and kind of entry for every parameter and everything the page itself asks for."""
    system = network(name)
    wanted = {v.variable for v in system.wrt}
    pieces = [p for p in system.pieces if p.body is None and (p.role == "parameter" or p.variable in wanted)]
    return [(name, p.variable.key, kind) for p in pieces for kind in entries(p)]


def given(system: System, key: str) -> Piece:
    return next(p for p in system.pieces if p.variable.key == key and p.body is None)


def unresolved(e: Expr, goal: Partial) -> bool:
    """Is a derivative by the very variable still in it?"""
    return any(isinstance(x, Partial) and not x.direct and x.wrt.variable == goal.wrt.variable for x in walk(e))


def says(derivation: Derivation, result: Expr) -> bool:
    """Does the oracle agree that the goal is this, over the whole range of the entry?"""
    goal = derivation.goal
    ends = [e for e in (goal.wrt, goal.of) if isinstance(e, Var) and e.indices]
    domain = intersect(*(piece_of(flow(derivation.system), e).at(e.indices)[0] for e in ends))
    (verdict,) = check_claim(with_names(derivation.system, derivation.names), (goal, result), domain)
    return verdict.judgement is Judgement.RIGHT


@pytest.mark.parametrize(("name", "key", "kind"), [case for n in catalogue.names() for case in cases(n)])
@pytest.mark.parametrize("route", [None, Route.BACKPROP, Route.EXPANDED])
def test_the_result_is_the_derivative_at_the_entry_asked_for(
    name: str, key: str, kind: str, route: Route | None
) -> None:
    system = network(name)
    assert system.objective is not None
    goal = Partial(Var(system.objective), entries(given(system, key))[kind])
    try:
        derivation = derive(system, goal, route)
    except Recursion:
        assert route is Route.EXPANDED
        return
    assert derivation.goal == goal
    assert not unresolved(derivation.result, goal)
    assert says(derivation, derivation.result)


def test_the_oracle_refuses_another_entry() -> None:
    """The meta-test: the gradient at w_{j,i} is not that at w_{i,j}, nor twice the right one."""
    system = network("recurrent")
    asked = {t: derive(system, goals(system, t)[0]) for t in ("U_{i,j}", "U_{j,i}", "U_{1,2}")}
    assert not says(asked["U_{i,j}"], asked["U_{j,i}"].result)
    assert not says(asked["U_{1,2}"], asked["U_{i,j}"].result)
    assert not says(asked["U_{i,j}"], mul(num(2), asked["U_{i,j}"].result))


NODES = [
    ("recurrent", "h_i^{(t)}"),
    ("recurrent", "h_k^{(s)}"),
    ("recurrent", "h_1^{(t-1)}"),
    ("recurrent", "h_i^{(T)}"),
    ("recurrent", "h_i^{(1)}"),
    ("recurrent", "h_i^{(0)}"),
    ("recurrent", "a_b^{(c)}"),
    ("tied_autoencoder", "net_a^{(3)}"),
    ("tied_autoencoder", "net_j^{(2)}"),
    ("tied_autoencoder", "o_{I+1}^{(2)}"),
    ("tied_autoencoder", "w_{b,a}^{(2)}"),
    ("tied_autoencoder", "w_{b,I+1}^{(2)}"),
    ("softmax_cross_entropy", "z_a"),
    ("softmax_cross_entropy", "y_1"),
    ("convolution_stride_2", "y_{i+1}"),
]


@pytest.mark.parametrize(("name", "entry"), NODES)
@pytest.mark.parametrize("route", [None, Route.BACKPROP])
def test_by_a_node_a_copy_or_a_bias_unit(name: str, entry: str, route: Route | None) -> None:
    system = network(name)
    (goal,) = goals(system, entry)
    derivation = derive(system, goal, route)
    assert says(derivation, derivation.result)
    assert verify(derivation).passed


def test_a_state_has_its_cases_in_one_result() -> None:
    """Before the last step and at it: neither alone is the derivative."""
    system = network("recurrent")
    (goal,) = goals(system, "h_i^{(t)}")
    result = derive(system, goal).result
    assert isinstance(result, Cases)
    assert len(result.rows) == 2


@pytest.mark.parametrize("route", [None, Route.BACKPROP, Route.BOTH])
def test_what_nothing_is_known_of_stays(route: Route | None) -> None:
    derivation = derive(network("tied_autoencoder"), goals(network("tied_autoencoder"), "o_b^{(3)}")[0], route)
    assert derivation.claims[-1].caption == "left open"
    assert derivation.result == Partial(derivation.goal.of, derivation.goal.wrt, direct=True)


def test_a_derivation_without_a_conclusion_says_so() -> None:
    system = network("siamese")
    (goal,) = goals(system, "w_{i,j}")
    with pytest.raises(DerivationError, match="no line"):
        _ = Derivation(system, goal, Route.EXPANDED, ()).result


def test_all_gradients_in_one_pass_are_all_goals() -> None:
    system = network("tied_autoencoder")
    derivation = backprop(system)
    found = [derivation.goal, *derivation.also]
    assert [g.wrt.variable.name for g in found] == ["w", r"\theta^{(3)}", r"\theta^{(2)}"]
    lefts = {c.left for c in derivation.claims}
    assert all(g in lefts for g in found)


def test_a_result_in_cases_is_computed() -> None:
    system = network("recurrent")
    (goal,) = goals(system, "h_i^{(t)}")
    assert "T" in lambdify(derive(system, goal)).source


# ------------------------------------------------------------------------------------------- what cannot be asked for


OUT_OF_RANGE = [
    ("tied_autoencoder", "w_{J+5,i}", r"w_{J+5,i}` is out of range"),
    ("tied_autoencoder", "w_{j,0}", "out of range"),
    ("tied_autoencoder", "w_{I+5,i}", "out of range unless"),
    ("tied_autoencoder", "w_{I,i}", "out of range unless"),
    ("recurrent", "h_i^{(T+1)}", "out of range"),
    ("recurrent", "x_d^{(0)}", "out of range"),
]


@pytest.mark.parametrize(("name", "entry", "cause"), OUT_OF_RANGE)
def test_an_entry_out_of_range_is_refused_with_the_range(name: str, entry: str, cause: str) -> None:
    system = network(name)
    with pytest.raises(DerivationError) as caught:
        derive(system, goals(system, entry)[0])
    assert cause in caught.value.cause
    assert r"\le" in caught.value.hint


def test_a_stated_relation_makes_room() -> None:
    page = "+++\nrelations = ['{}']\n+++\n$$y_j = \\sum_{{i=1}}^{{I}} w_{{j,i}} x_i$$ ($1 \\le j \\le J$)\n\n"
    page += "$$E = \\sum_{{j=1}}^{{J}} y_j^2$$"
    free, related = load_text(page.format("J \\ge 1")), load_text(page.format("J \\ge I"))
    with pytest.raises(DerivationError, match="unless"):
        derive(free, goals(free, "w_{I,i}")[0])
    assert write(derive(related, goals(related, "w_{I,i}")[0]).result) == "2 y_I x_i"


def test_by_itself_or_by_what_does_not_matter() -> None:
    system = network("tied_autoencoder")
    with pytest.raises(DerivationError, match="itself") as caught:
        derive(system, Partial(Var(system.objective), Var(system.objective)) if system.objective else goals(system)[0])
    assert "`w_{j,i}`" in caught.value.hint


# --------------------------------------------------------------------------------------------- objectives with indices


INDEXED = [
    ("tied_autoencoder", "net_j^{(3)}", "w_{a,b}"),
    ("tied_autoencoder", "net_j^{(3)}", "w_{j,i}"),
    ("tied_autoencoder", "net_3^{(3)}", "w_{1,2}"),
    ("tied_autoencoder", "o_k^{(3)}", "w_{j,i}"),
    ("tied_autoencoder", "o_k^{(3)}", r"\theta_i^{(2)}"),
    ("softmax_cross_entropy", "y_k", "z_j"),
    ("softmax_cross_entropy", "y_k", "w_{a,b}"),
    ("siamese", "u_i", "w_{a,b}"),
    ("convolution_stride_2", "o_i", "k_a"),
    ("convolution_stride_2", "y_i", "x_m"),
]


@pytest.mark.parametrize(("name", "objective", "wrt"), INDEXED)
def test_the_derivative_of_an_entry(name: str, objective: str, wrt: str) -> None:
    system = load(name, objective)
    (goal,) = goals(system, wrt, objective)
    derivation = derive(system, goal)
    assert derivation.goal.of == read_variable(objective, system)
    assert says(derivation, derivation.result)
    assert verify(derivation).passed


def test_backwards_an_objective_is_a_scalar() -> None:
    system = load("tied_autoencoder", "net_j^{(3)}")
    (goal,) = goals(system, "w_{a,b}", "net_j^{(3)}")
    for route in (Route.BACKPROP, Route.BOTH):
        with pytest.raises(DerivationError, match="scalar") as caught:
            derive(system, goal, route)
        assert caught.value.hint
    with pytest.raises(DerivationError, match="scalar"):
        adjoints(system)
    recurrent = load("recurrent", "h_i^{(t)}")
    with pytest.raises(DerivationError, match="recursion") as caught:
        derive(recurrent, goals(recurrent, "U_{a,b}", "h_i^{(t)}")[0])
    assert "scalar" in caught.value.hint


@pytest.mark.parametrize("command", ["derive", "verify", "show", "compile"])
def test_no_command_fails_over_an_indexed_objective(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "tied_autoencoder", "--objective", "net_j^{(3)}"]) in (0, 2)
    assert "Traceback" not in capsys.readouterr().err


def test_letters_that_nobody_asked_for_keep_apart() -> None:
    """The page's own w_{j,i} beside net_j: another letter, or only the diagonal would be derived."""
    system = load("tied_autoencoder", "net_j^{(3)}")
    (goal,) = goals(system, None, "net_j^{(3)}")
    assert goal.wrt == read_variable("w_{k,i}", system)


def test_the_same_from_python() -> None:
    net = sd.load_network("tied_autoencoder")
    derivation = net.derive("w_{a,b}", objective="net_j^{(3)}").derivation
    assert says(derivation, derivation.result)
    assert net.derive(objective="net_j^{(3)}").derivation.goal.wrt == read_variable("w_{k,i}", net.system)


RIDGE = r"""
$$R = \sum_{i=1}^n \left( y_i - \beta_0 - \sum_{j=1}^p x_{i,j} \beta_j \right)^2 + \lambda \sum_{j=1}^p \beta_j^2$$
"""


@pytest.mark.parametrize("entry", [r"\beta_j", r"\beta_i", r"\beta_{i+1}", r"\beta_0", r"\beta_1", r"\beta_p"])
@pytest.mark.parametrize("route", [Route.EXPANDED, Route.BACKPROP, Route.BOTH])
def test_letters_of_the_goal_are_not_those_of_sums(entry: str, route: Route) -> None:
    """With \\beta_j at j = 0 the formula holds no j, and still its sums must not bind one."""
    system = load_text(RIDGE)
    derivation = derive(system, goals(system, entry)[0], route)
    assert says(derivation, derivation.result)
    assert verify(derivation).passed


@pytest.mark.parametrize("seed", [3, 11, 24, 42])
def test_random_networks_at_any_entry(seed: int) -> None:
    system, _ = build(seed)
    assert system.objective is not None
    tried, causes = 0, set()
    for piece in (p for p in system.pieces if p.role == "parameter"):
        for entry in entries(piece).values():
            for route in (None, Route.BACKPROP):
                try:
                    derivation = derive(system, Partial(Var(system.objective), entry), route)
                except DerivationError as refused:
                    causes.add(refused.cause)
                    continue
                tried += 1
                assert says(derivation, derivation.result)
    assert tried
    assert all("out of range" in cause or "does not depend" in cause for cause in causes)
