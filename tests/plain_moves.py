"""Random plain expressions, moves that keep their value, slips that (mostly) do not."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from symderiv.affine import Affine, Sym, affine
from symderiv.domain import eq, ge, le, ne
from symderiv.expr import (
    ONE,
    Add,
    Apply,
    Bracket,
    Cases,
    Div,
    Expr,
    Index,
    Mul,
    Num,
    Pow,
    Sum,
    Var,
    Variable,
    add,
    bound,
    children,
    free,
    fresh,
    mul,
    neg,
    num,
    rebuild,
    substitute,
    total,
)

X, Y, A, B = Variable("x_{#}"), Variable("y_{#}"), Variable("a_{#,#}"), Variable("b_{#,#}")
SIZES = ("I", "J")


def leaf(r: Random, letters: list[str]) -> Expr:
    """An entry at some of the letters, sometimes shifted."""

    def index() -> Affine:
        if r.random() < 0.06:
            return affine(r.choice(SIZES)) if r.random() < 0.5 else affine(r.randint(1, 2))
        return affine(r.choice(letters)) + (r.choice((-1, 1)) if r.random() < 0.15 else 0)

    v = r.choice((X, Y, A, B))
    return Var(v, tuple(index() for _ in range(v.arity)))


def expression(r: Random, depth: int, letters: list[str]) -> Expr:
    """A random expression in the letters i, j and what its sums bind."""
    if depth == 0:
        return leaf(r, letters) if r.random() < 0.85 else num(Fraction(r.randint(1, 3), r.randint(1, 2)))
    kind = r.random()
    if kind < 0.30:
        return add(*(expression(r, depth - 1, letters) for _ in range(2)))
    if kind < 0.60:
        return mul(*(expression(r, depth - 1, letters) for _ in range(2)))
    if kind < 0.90:
        return random_sum(r, depth, letters)
    if kind < 0.95:
        return Apply("f", (expression(r, depth - 1, letters),))
    if kind < 0.97:
        return Pow(expression(r, depth - 1, letters), num(2))
    return Div(expression(r, depth - 1, letters), add(ONE, leaf(r, letters)))


def random_sum(r: Random, depth: int, letters: list[str]) -> Expr:
    """A sum over a range that is usually a whole one."""
    k = r.choice([s for s in ("k", "h", "m", "n") if s not in letters] or ["q"])
    lower: Affine = affine(1)
    upper: Affine = affine(r.choice(SIZES))
    where = ()
    shape = r.random()
    if shape < 0.08:
        upper = upper - 1
    elif shape < 0.14:
        upper = affine(r.choice(letters))
    elif shape < 0.20:
        lower = affine(r.choice(letters))
    elif shape < 0.28:
        where = (ne(k, r.choice(letters)),)
    elif shape < 0.32:
        lower = affine(2)
    body = expression(r, depth - 1, [*letters, k])
    if k not in {s.name for s in free(body)}:
        body = mul(body, leaf(r, [k]))
    return Sum(Sym(k), (lower,), (upper,), body, where)


# --- moves ------------------------------------------------------------------------------------------------------------


def everywhere(e: Expr, r: Random, move, tries: int = 12) -> Expr:
    """The move at one random place where it applies."""
    places = list(_paths(e))
    for _ in range(tries):
        path = r.choice(places)
        found = move(_at(e, path), r)
        if found is not None:
            return _replaced(e, path, found)
    return e


def _paths(e: Expr, here: tuple[int, ...] = ()):
    yield here
    for n, c in enumerate(children(e)):
        yield from _paths(c, (*here, n))


def _at(e: Expr, path: tuple[int, ...]) -> Expr:
    for n in path:
        e = children(e)[n]
    return e


def _replaced(e: Expr, path: tuple[int, ...], new: Expr) -> Expr:
    if not path:
        return new
    parts = list(children(e))
    parts[path[0]] = _replaced(parts[path[0]], path[1:], new)
    left = iter(parts)
    return rebuild(e, lambda _: next(left))


def rename(e: Expr, r: Random) -> Expr | None:
    """Another bound letter."""
    if not isinstance(e, Sum):
        return None
    new = fresh(free(e.body) | bound(e.body) | {e.letter}, Sym(r.choice("pquv")))
    values = {e.letter: affine(new)}
    return Sum(new, e.lowers, e.uppers, substitute(e.body, values), tuple(c.substitute(values) for c in e.where))


def reorder(e: Expr, r: Random) -> Expr | None:
    """Terms or factors in another order."""
    if isinstance(e, (Add, Mul)):
        parts = list(children(e))
        r.shuffle(parts)
        return add(*parts) if isinstance(e, Add) else mul(*parts)
    return None


def distribute(e: Expr, r: Random) -> Expr | None:
    """A product over one of its sums."""
    if isinstance(e, Mul):
        for n, f in enumerate(e.factors):
            if isinstance(f, Add):
                return add(*(mul(*e.factors[:n], t, *e.factors[n + 1 :]) for t in f.terms))
    if isinstance(e, Sum) and isinstance(e.body, Add):
        return add(*(Sum(e.letter, e.lowers, e.uppers, t, e.where) for t in e.body.terms))
    return None


def into_sum(e: Expr, r: Random) -> Expr | None:
    """A factor into a sum."""
    if isinstance(e, Mul):
        for n, f in enumerate(e.factors):
            others = mul(*e.factors[:n], *e.factors[n + 1 :])
            if isinstance(f, Sum):
                letter = fresh(free(others) | bound(others) | free(f.body) | bound(f.body), f.letter)
                values = {f.letter: affine(letter)}
                where = tuple(c.substitute(values) for c in f.where)
                return Sum(letter, f.lowers, f.uppers, mul(others, substitute(f.body, values)), where)
    return None


def split_point(e: Expr, r: Random) -> Expr | None:
    """The last point of a sum apart: right where the range is not empty."""
    if isinstance(e, Sum) and not e.where and e.lowers == (affine(1),) and e.uppers[0].letter is not None:
        if e.uppers[0].letter.name not in SIZES:
            return None
        last = substitute(e.body, {e.letter: e.uppers[0]})
        return add(Sum(e.letter, e.lowers, (e.uppers[0] - 1,), e.body, e.where), last)
    return None


def split_at_letter(e: Expr, r: Random) -> Expr | None:
    """A sum cut in three at a letter."""
    if not isinstance(e, Sum):
        return None
    j = affine(r.choice("ij"))
    if j.letter == e.letter:
        return None
    parts = [
        Sum(e.letter, e.lowers, e.uppers, e.body, (*e.where, c))
        for c in (le(e.letter, j - 1), eq(e.letter, j), ge(e.letter, j + 1))
    ]
    if r.random() < 0.5:
        return add(parts[1], Sum(e.letter, e.lowers, e.uppers, e.body, (*e.where, ne(e.letter, j))))
    r.shuffle(parts)
    return add(*parts)


def shift(e: Expr, r: Random) -> Expr | None:
    """k = k' + 1."""
    if isinstance(e, Sum) and not (free(e.body) | bound(e.body)) & {Sym("s'")}:
        values = {e.letter: affine(e.letter) + 1}
        body = substitute(e.body, values)
        where = tuple(c.substitute(values) for c in e.where)
        return Sum(e.letter, tuple(a - 1 for a in e.lowers), tuple(b - 1 for b in e.uppers), body, where)
    return None


def insert_delta(e: Expr, r: Random) -> Expr | None:
    """x_i as a sum over a delta; right because i lies in 1..I."""
    if isinstance(e, Var) and e.indices:
        for n, i in enumerate(e.indices):
            if i.letter in (Sym("i"), Sym("j")):
                k = fresh(free(e), Sym("d"))
                indices = (*e.indices[:n], affine(k), *e.indices[n + 1 :])
                delta = Bracket((eq(k, i),), True)
                size = "I" if i.letter == Sym("i") else "J"
                return total(k, 1, size, mul(delta, Var(e.variable, indices)))
    return None


def swap_sums(e: Expr, r: Random) -> Expr | None:
    """Two sums in the other order."""
    if isinstance(e, Sum) and isinstance(e.body, Sum):
        inner = e.body
        bounds = (*inner.lowers, *inner.uppers)
        if any(e.letter in b.letters() for b in bounds) or inner.letter == e.letter:
            return None
        if any(inner.letter in b.letters() for b in (*e.lowers, *e.uppers)) or any(
            inner.letter in c.letters() for c in e.where
        ):
            return None
        outer = Sum(e.letter, e.lowers, e.uppers, inner.body, (*e.where, *inner.where))
        return Sum(inner.letter, inner.lowers, inner.uppers, outer)
    return None


def cases(e: Expr, r: Random) -> Expr | None:
    """The same value in two rows."""
    c = eq("i", "j")
    return Cases(((e, (c,)), (e, c.negate()[:1]), (e, c.negate()[1:]))) if isinstance(e, (Var, Mul)) else None


def add_zero(e: Expr, r: Random) -> Expr | None:
    """Something added and taken away."""
    z = leaf(r, ["i", "j"])
    return add(z, e, neg(z))


def over_itself(e: Expr, r: Random) -> Expr | None:
    """Times and divided by a size."""
    n = Index(affine(r.choice(SIZES)))
    return mul(Div(ONE, n), e, n)


MOVES = (
    rename,
    reorder,
    distribute,
    into_sum,
    split_point,
    split_at_letter,
    shift,
    insert_delta,
    swap_sums,
    cases,
    add_zero,
    over_itself,
)


# --- slips ------------------------------------------------------------------------------------------------------------


def wrong_bound(e: Expr, r: Random) -> Expr | None:
    """A bound off by one."""
    if isinstance(e, Sum):
        d = r.choice((-1, 1))
        if r.random() < 0.5:
            return Sum(e.letter, tuple(a + d for a in e.lowers), e.uppers, e.body, e.where)
        return Sum(e.letter, e.lowers, tuple(b + d for b in e.uppers), e.body, e.where)
    return None


def wrong_index(e: Expr, r: Random) -> Expr | None:
    """An index exchanged or shifted."""
    if isinstance(e, Var) and e.indices:
        if len(e.indices) == 2 and r.random() < 0.6:
            return Var(e.variable, (e.indices[1], e.indices[0]))
        n = r.randrange(len(e.indices))
        other = affine(r.choice("ij")) if r.random() < 0.5 else e.indices[n] + 1
        return Var(e.variable, (*e.indices[:n], other, *e.indices[n + 1 :]))
    return None


def sign(e: Expr, r: Random) -> Expr | None:
    """A sign."""
    return neg(e)


def dropped(e: Expr, r: Random) -> Expr | None:
    """A term or a factor left out."""
    if isinstance(e, (Add, Mul)) and len(children(e)) > 1:
        parts = list(children(e))
        parts.pop(r.randrange(len(parts)))
        return add(*parts) if isinstance(e, Add) else mul(*parts)
    return None


def joined(e: Expr, r: Random) -> Expr | None:
    """A product of two sums as one sum of products."""
    if isinstance(e, Mul):
        sums = [f for f in e.factors if isinstance(f, Sum)]
        if len(sums) == 2 and len(e.factors) == 2:
            a, b = sums
            body = mul(a.body, substitute(b.body, {b.letter: affine(a.letter)}))
            return Sum(a.letter, a.lowers, a.uppers, body, a.where)
    return None


def condition(e: Expr, r: Random) -> Expr | None:
    """A condition lost or gained."""
    if isinstance(e, Sum):
        return Sum(e.letter, e.lowers, e.uppers, e.body, () if e.where else (ne(e.letter, r.choice("ij")),))
    if isinstance(e, Bracket):
        return ONE
    return None


def constant(e: Expr, r: Random) -> Expr | None:
    """A factor."""
    return Num(e.value + 1) if isinstance(e, Num) else mul(num(2), e)


SLIPS = (wrong_bound, wrong_index, sign, dropped, joined, condition, constant)
