"""Coverage, overlaps, circles and inferred ranges against brute force over small sizes.

The oracle knows nothing of domains: it walks over all integer points in plain loops.
"""

from __future__ import annotations

import random
from itertools import product

import pytest
from drafts import define, draft, f, v

from symderiv.affine import Affine, IntFn, affine
from symderiv.domain import ge, interval
from symderiv.domain.constraint import Context, Domain
from symderiv.errors import CyclicDefinition, OverlappingDefinitions, UncoveredUse
from symderiv.expr import Expr, Var, add, total
from symderiv.network import complete
from symderiv.network.circular import check_circles
from symderiv.system import Piece, Role

SIZES = [{"I": i, "J": j} for i, j in product(range(1, 7), repeat=2)]
a, b, x = v("a_{#}"), v("b_{#}"), v("x_{#}")
a2, b2 = v("a_{#,#}"), v("b_{#,#}")


def at(form: Affine, env: dict[str, int]) -> int:
    """The value of a form."""
    value = form.const
    for atom, c in form.terms:
        assert not isinstance(atom, IntFn)
        value += c * env[atom.name]
    return value


def bound(rng: random.Random) -> Affine:
    return affine(rng.choice([1, 1, 1, "I", "J", 0])) + rng.choice([0, 0, 0, 1, -1, 2])


Range = tuple[Affine, Affine]


def span(r: Range, env: dict[str, int]) -> range:
    return range(at(r[0], env), at(r[1], env) + 1)


def presumed(stated: list[Range], used: Range) -> list[dict[str, int]]:
    """The sizes at which no stated range is empty, nor a sum between two sizes (all sizes where that cannot be)."""
    ranges = [*stated, *([used] if used[0].terms and used[1].terms and used[0].terms != used[1].terms else [])]
    return [env for env in SIZES if all(len(span(r, env)) for r in ranges)] or SIZES


@pytest.mark.parametrize("seed", range(120))
def test_coverage_and_overlaps(seed: int) -> None:
    """E sums a over a range; a is defined in up to three stated pieces."""
    rng = random.Random(seed)
    pieces: list[Range] = []
    for _ in range(rng.choice([1, 2, 2, 3])):
        lo = bound(rng)
        pieces.append((lo, rng.choice([lo, bound(rng), bound(rng)])))
    used = affine(1) + rng.choice([0, 0, -1]), affine(rng.choice("IJ")) + rng.choice([-1, 0, 0, 1])
    scale, shift = rng.choice([(1, 0), (1, 1), (1, -1), (2, 0), (-1, 2)])
    definitions = [define(a("i"), f(x(affine("i") + 10 * n)), ("i", *r)) for n, r in enumerate(pieces)]
    E = v("E")()
    use = total("k", *used, a(scale * affine("k") + shift))
    sizes = presumed(pieces, used)
    overlap = any(
        set(span(p, env)) & set(span(q, env)) for env in sizes for n, p in enumerate(pieces) for q in pieces[:n]
    )
    uncovered = any(
        all(scale * k + shift not in span(p, env) for p in pieces) for env in sizes for k in span(used, env)
    )
    wanted = OverlappingDefinitions if overlap else UncoveredUse if uncovered else None
    declared = {affine(s).letter for s in "IJ"}
    network = draft(define(E, use), *definitions, sizes=frozenset(s for s in declared if s is not None))
    if wanted is None:
        complete(network)
    else:
        with pytest.raises(wanted):
            complete(network)


def test_both_answers_occur() -> None:
    """The cases above are neither all right nor all wrong."""
    outcomes = {"right": 0, "uncovered": 0}
    rng = random.Random(5)
    for _ in range(60):
        hi = bound(rng)
        network = draft(define(v("E")(), total("k", 1, "I", a("k"))), define(a("i"), f(x("i")), ("i", 1, hi)))
        try:
            complete(network)
            outcomes["right"] += 1
        except UncoveredUse:
            outcomes["uncovered"] += 1
    assert outcomes["right"] > 5
    assert outcomes["uncovered"] > 5


def piece(name: Var, body: Expr, *ranges: tuple[str, object, object]) -> Piece:
    letters = tuple(s for i in name.indices if (s := i.letter) is not None)
    domain = Domain(tuple(c for r in ranges for c in interval(*r).constraints))  # type: ignore[arg-type]
    return Piece(name.variable, name.indices, letters, domain, body, Role.NODE)


Shift = tuple[str, int, int]
"""`a` or `b`, and the shifts of the two indices."""


def has_circle(rules: dict[str, list[Shift]], n: int) -> bool:
    """Depth-first search over the entries of an n by n square."""
    state: dict[tuple[str, int, int], int] = {}

    def visit(node: tuple[str, int, int]) -> bool:
        state[node] = 1
        name, i, j = node
        for other, di, dj in rules[name]:
            there = (other, i + di, j + dj)
            if not (1 <= there[1] <= n and 1 <= there[2] <= n):
                continue
            if state.get(there) == 1 or (there not in state and visit(there)):
                return True
        state[node] = 2
        return False

    return any(
        visit((s, i, j)) for s in rules for i in range(1, n + 1) for j in range(1, n + 1) if (s, i, j) not in state
    )


@pytest.mark.parametrize("seed", range(150))
def test_circles(seed: int) -> None:
    """Two arrays that use each other and themselves at shifted indices: an error just where there is a circle."""
    rng = random.Random(seed)
    steps = [-1, -1, 0, 0, 1] if seed % 2 else [-1, -1, -1, 0, 0]
    rules = {
        s: [(rng.choice("ab"), rng.choice(steps), rng.choice(steps)) for _ in range(rng.choice([1, 1, 2]))]
        for s in "ab"
    }
    name = {"a": a2, "b": b2}
    square = ("i", 1, "I"), ("j", 1, "I")
    pieces = [
        piece(
            name[s]("i", "j"),
            add(*(f(name[o](affine("i") + di, affine("j") + dj)) for o, di, dj in rules[s])),
            *square,
        )
        for s in "ab"
    ]
    known = Context(Domain.of(ge("I", 1)))
    if any(has_circle(rules, n) for n in range(1, 7)):
        with pytest.raises(CyclicDefinition):
            check_circles(pieces, known)
    else:
        check_circles(pieces, known)


@pytest.mark.parametrize(
    ("index", "circle"),
    [
        (affine("i") - 1, False),
        (affine("i") + 1, False),
        (affine("I") - "i", True),
        (affine("I") + 1 - affine("i"), True),
        (2 * affine("i"), False),
        (2 * affine("i") - 1, True),
        (2 * affine("i") - 3, True),
        (affine("i") - "J", False),
        (3 * affine("i") - affine("I"), True),
    ],
)
def test_circles_of_one_map(index: Affine, circle: bool) -> None:
    """`a_i` uses `a_{phi(i)}` where that exists."""
    pieces = [piece(a("i"), f(a(index)), ("i", 1, "I"))]
    known = Context(Domain.of(ge("I", 1), ge("J", 1)))

    def found(size: int, other: int) -> bool:
        env = {"I": size, "J": other}
        for start in range(1, size + 1):
            i, seen = start, set()
            while 1 <= i <= size and i not in seen:
                seen.add(i)
                i = at(index, {**env, "i": i})
            if i in seen:
                return True
        return False

    assert any(found(n, m) for n in range(1, 8) for m in range(1, 4)) == circle
    if circle:
        with pytest.raises(CyclicDefinition):
            check_circles(pieces, known)
    else:
        check_circles(pieces, known)


def test_sums_over_earlier_steps_are_no_circle() -> None:
    body = total("s", 1, affine("t") - 1, a("s"))
    check_circles([piece(a("t"), body, ("t", 1, "I"))], Context(Domain.of(ge("I", 1))))
    with pytest.raises(CyclicDefinition):
        check_circles([piece(a("t"), total("s", 1, "t", a("s")), ("t", 1, "I"))], Context(Domain.of(ge("I", 1))))


@pytest.mark.parametrize("seed", range(40))
def test_inferred_domains_contain_what_is_used(seed: int) -> None:
    """Unstated ranges: at every small size the given x and the inner node a exist wherever they are used."""
    rng = random.Random(seed)
    shift, inner = rng.choice([0, 1, -1]), rng.choice([0, 1])
    lo, hi = rng.choice([0, 1]), affine(rng.choice("IJ")) + rng.choice([0, 1])
    width = rng.choice([1, 2, 3])
    body = total("c", 0, width - 1, x(affine("i") + "c" + inner))
    system = complete(draft(define(v("E")(), total("k", lo, hi, a(affine("k") + shift))), define(a("i"), f(body))))
    for env in SIZES:
        used_a = {k + shift for k in range(lo, at(hi, env) + 1)}
        used_x = {i + c + inner for i in used_a for c in range(width)}
        for variable, used in ((a, used_a), (x, used_x)):
            there = set()
            for p in system.of(variable):
                (letter,) = p.letters or (affine("unused").letter,)
                for n in range(-5, 20):
                    here = {**env, str(letter): n}
                    if all(_holds(c.rel, at(c.form, here)) for c in p.domain.constraints):
                        there.add(n if p.letters else at(p.indices[0], env))
            assert there == used


def _holds(rel: str, value: int) -> bool:
    return {"==": value == 0, ">=": value >= 0, "!=": value != 0}[rel]
