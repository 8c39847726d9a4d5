"""`check` against an interpreter of its own: pairs of pages and truths, and the proof that a bad judge is caught."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from random import Random

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from independent.indices import NotRead  # noqa: E402
from independent.interpreter import Definition, Model, NoValue, World  # noqa: E402
from independent.reader import Names, read  # noqa: E402
from independent.tree import Condition, Form, form  # noqa: E402

from benchmarks.soundness.__main__ import block  # noqa: E402
from benchmarks.soundness.judged import Judged, Tally, judged, table  # noqa: E402
from benchmarks.soundness.moves import Mover, split  # noqa: E402
from benchmarks.soundness.pairs import BLOCK, Pair, Unclear, pair, verdict  # noqa: E402
from benchmarks.soundness.slips import SLIPS, slipped  # noqa: E402
from benchmarks.soundness.sources import Link  # noqa: E402
from symderiv.check.page import check  # noqa: E402
from symderiv.check.report import Report  # noqa: E402
from symderiv.network import complete  # noqa: E402
from symderiv.read import read_draft  # noqa: E402

FIRST, STEP, PAIRS = 7_000, 19, 100


def pairs(count: int) -> list[Pair]:
    """Pairs from a seed on, a few of each network."""
    found: list[Pair] = []
    seed = FIRST
    while len(found) < count:
        one = pair(seed)
        seed += STEP
        if one is not None:
            found.append(one)
    return found


@pytest.fixture(scope="module")
def some() -> list[Pair]:
    return pairs(PAIRS)


def test_no_pair_is_judged_against_the_truth(some: list[Pair]) -> None:
    tally = Tally()
    failures = [tally.add(judged(p)) for p in some]
    assert not any(failures), "\n".join(filter(None, failures)) + table(tally)
    rights = tally.counts["right", "right"]
    assert rights > PAIRS // 4
    assert tally.proved >= 0.95 * rights


def test_the_pairs_are_of_every_kind(some: list[Pair]) -> None:
    kinds = {k for p in some for k in p.kinds}
    assert {p.truth for p in some} == {"right", "wrong", "astray"}
    assert len(kinds) > 15
    assert len({p.source for p in some}) > 20


def test_what_is_remembered_of_a_network_changes_no_truth(some: list[Pair]) -> None:
    truths = [pair(p.seed) for p in reversed(some)]
    assert [p.truth for p in reversed(some)] == [t.truth for t in truths if t is not None]


def test_blocks_add_up_to_the_whole() -> None:
    whole, one, two = Tally(), block(FIRST), block(FIRST + BLOCK)
    for n in range(FIRST, FIRST + 2 * BLOCK):
        found = pair(n)
        if found is not None:
            whole.add(judged(found))
    one.merge(two)
    assert (one.counts, one.proved, one.pairs) == (whole.counts, whole.proved, whole.pairs)


def test_pairs_repeat(some: list[Pair]) -> None:
    assert pair(some[0].seed) == some[0]


def _always_right(one: Pair) -> Report:
    return check(r"$$E = \sum_{i=1}^{N} w_i^2$$ $$\frac{\partial E}{\partial w_i} = 2 w_i$$")


def test_a_judge_that_says_right_too_often_is_caught(some: list[Pair]) -> None:
    tally = Tally()
    told = [tally.add(judged(p, _always_right)) for p in some[:20] if p.truth == "wrong"]
    assert tally.false_right == len(told) > 0
    assert all("called right" in t for t in told)
    assert f"{len(told)} false right" in table(tally)


def test_a_judge_that_says_wrong_too_often_is_caught(some: list[Pair]) -> None:
    tally = Tally()
    for p in some[:20]:
        if p.truth == "right":
            tally.add(Judged(p, "wrong", "", "", 0.0))
    assert tally.false_wrong > 0


# the interpreter itself


def network() -> tuple[Model, Names]:
    r"""`a_i = \\sum_j w_{ij} x_j`, `E = \\sum_i f(a_i)`."""
    names = Names({"a_{#}", "w_{#,#}", "x_{#}", "E"}, {"f"})
    one, i, j = form(1), form("i"), form("j")
    inside = {
        s: (Condition(">", form(s).plus(one, -1)), Condition(">", form(top).plus(form(s), -1)))
        for s, top in (("i", "I"), ("j", "J"))
    }

    def defined(key: str, at: tuple[Form, ...], letters: str, body: str | None) -> Definition:
        where = tuple(c for s in letters for c in inside[s])
        return Definition(key, at, frozenset(letters), where, None if body is None else read(body, names))

    model = Model(
        (
            defined("E", (), "", r"\sum_{i=1}^{I} f(a_i)"),
            defined("a_{#}", (i,), "i", r"\sum_{j=1}^{J} w_{ij} x_j"),
            defined("w_{#,#}", (i, j), "ij", None),
            defined("x_{#}", (j,), "j", None),
        ),
        ("I", "J"),
    )
    return model, names


def value(text: str, **letters: int) -> float:
    """The value of a formula about that network at I = 2, J = 3."""
    model, names = network()
    world = World(model, {"I": 2, "J": 3}, 5)
    return world.value(read(text, names), {**world.sizes, **letters})[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"\frac{\partial E}{\partial w_{ij}}", r"f'(a_i) x_j"),
        (r"\frac{\partial E}{\partial x_j}", r"\sum_{k=1}^{I} f^{\prime}(a_k) w_{k,j}"),
        (r"\partial a_i/\partial x_j", r"w_{ij}"),
        (r"\frac{\partial}{\partial x_j} (a_i^2)", r"2 {a_i} w_{ij}"),
        (r"{x_j \over 2} - \tfrac{1}{2} x_j", "0"),
        (r"{\partial E \over \partial a_i} x_j", r"f'(a_i) x_j"),
        (r"\sum_{k=1}^{J} \delta_{kj} x_k", "x_j"),
        (r"\sum_{k=1, k \neq j}^{J} x_k + x_j", r"\sum\limits_{m=0}^{J-1} x_{m+1}"),
        (r"\left(x_j\right)^2 \cdot J", "3 x_j x_j"),
        ("[i = 1] x_j", "x_j"),
    ],
)
def test_the_interpreter_reads_and_computes(one: str, other: str) -> None:
    assert value(one, i=1, j=2) == pytest.approx(value(other, i=1, j=2), rel=1e-12)


def test_names_of_a_page_do_not_change_the_network_beneath() -> None:
    model, names = network()
    sizes = {"I": 2, "J": 3}
    base = World(model, sizes, 5)
    known = Names({*names.keys, "d_{#}"}, set(names.functions))
    inside = (Condition(">", form("i").plus(form(1), -1)), Condition(">", form("I").plus(form("i"), -1)))
    for body, slope in ((r"\frac{\partial E}{\partial a_i}", "E"), ("a_i^2", "d_i E"), ("x_i", "d_i E")):
        extra = (Definition("d_{#}", (form("i"),), frozenset("i"), inside, read(body, known)),)
        for text in ("d_i", r"\sum_{k=1}^{I} d_k w_{kj}", rf"\frac{{\partial}}{{\partial x_j}} ({slope})", "E"):
            alone, shared = World(model, sizes, 5, extra), base.with_names(extra)
            at = {**sizes, "i": 1, "j": 2}
            assert shared.value(read(text, known), at) == alone.value(read(text, known), at), (body, text)


def test_a_derivative_is_what_a_difference_quotient_tends_to(monkeypatch: pytest.MonkeyPatch) -> None:
    model, names = network()
    given = World._given

    def energy(step: float) -> float:
        def nudged(world: World, key: str, indices: tuple[int, ...]) -> float:
            return given(world, key, indices) + (step if (key, indices) == ("w_{#,#}", (1, 2)) else 0.0)

        monkeypatch.setattr(World, "_given", nudged)
        return World(model, {"I": 2, "J": 3}, 5).value(read("E", names), {"I": 2, "J": 3})[0]

    quotient = (energy(1e-5) - energy(-1e-5)) / 2e-5
    energy(0.0)
    assert value(r"\frac{\partial E}{\partial w_{12}}".replace("12", "1,2")) == pytest.approx(quotient, rel=1e-8)


@pytest.mark.parametrize(
    "text",
    [
        "w_i",
        r"\sum_{k} x_k",
        "x_j +",
        "q_j",
        r"\frac{x_j}",
        "x_j)",
        r"\int x_j",
        r"{\partial E \over \partial a_i x_j}",
    ],
)
def test_what_the_reader_does_not_know_it_refuses(text: str) -> None:
    with pytest.raises(NotRead):
        read(text, network()[1])


def test_an_entry_that_does_not_exist_has_no_value() -> None:
    with pytest.raises(NoValue):
        value("x_{j+1}", j=3)


def test_every_slip_changes_something() -> None:
    text = r"2 \sum_{k=1}^{J} \delta_{k,j} f'(net_k^{(3)}) w_{k,i}^{(2)} f(net_i) (o_i)^2 - \frac{1}{2} o_j x_{ij}"
    for name, slip in SLIPS.items():
        found = {slip(Random(n), text) for n in range(30)} - {None, text}
        assert found, name
    assert slipped(Random(1), text, 2) is not None


@pytest.mark.parametrize(
    ("total", "apart"),
    [
        (r"\sum_{k=1}^{J} x_k", True),
        (r"\sum_{k=2}^{J} x_k", False),
        (r"\sum_{k=1}^{J-1} x_k", False),
        (r"\sum_{k=2}^{J+1} x_{k-1}", True),
        (r"\sum_{k=j}^{J} x_k", True),
        (r"\sum_{k=j+1}^{J} x_k", False),
        (r"\sum_{k=m}^{J} x_k", False),
    ],
)
def test_a_term_is_taken_off_only_where_there_is_one_at_every_size(total: str, apart: bool) -> None:
    """At `J = 1` there is no `x_2`; and of `m` nothing is known."""
    model, names = network()
    tree = read(total, names)
    found = set()
    for n in range(40):
        mover = Mover(Random(n), model, {"i", "j", "k"}, {"j": (form(1), form("J"))})
        found.add(split(mover, tree))
    found -= {None}
    assert bool(found) is apart
    for size in range(1, 4):
        world = World(model, {"I": 2, "J": size}, 5)
        for j in range(1, size + 1):
            at = {"I": 2, "J": size, "j": j}
            for new in found:
                assert world.value(new, at)[0] == pytest.approx(world.value(tree, at)[0])


def test_the_interpreter_shares_nothing_with_what_it_judges() -> None:
    for path in (ROOT / "tests" / "independent").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [a.name for a in node.names] if isinstance(node, ast.Import) else []
            assert not any(n.startswith("symderiv") for n in names), path.name


@pytest.mark.parametrize(
    ("second", "truth"),
    [("x_2", "right"), ("x_1", "wrong"), ("2 x_2", "wrong"), ("x_{J+1}", "nowhere")],
)
def test_a_line_with_an_entry_that_small_sizes_lack_is_counted_where_it_exists(second: str, truth: str) -> None:
    """Who names `x_2` says that there are two of them at least."""
    model, names = network()
    left, typed = r"\sum_{k=1}^{J} x_k", rf"x_1 + {second} + \sum_{{k=3}}^{{J}} x_k"
    sides = read(left, names), read(typed, names)
    if truth == "nowhere":
        with pytest.raises(Unclear):
            verdict(model, (), Link(*sides, (), ()), *sides, 1)
    else:
        assert verdict(model, (), Link(*sides, (), ()), *sides, 1) == truth
    system = complete(read_draft(r"$$E = \sum_{i=1}^{I} f(a_i)$$ $$a_i = \sum_{j=1}^{J} w_{ij} x_j$$"))
    found = str(check(f"$${left} = {typed}$$", network=system).claims[0].links[0].judgement)
    assert found == ("right" if truth == "right" else "wrong")
