r"""What inverses and determinants of matrices do where the matrix moves: `W^{-1}` and `\det W` of a page.

A page names them and defines nothing. So their values are given (`system.Inverse`: whoever asks for one gets that of
the matrix as it is), and their definitions say how they go on from there. With `\Delta`, by how much something has been
moved, and V and D for the values, all that is asked for up to second derivatives says

    Q = V \Delta W,   W^{-1} = V - Q V + Q Q V,   \det W = D (1 + tr Q + ((tr Q)^2 - tr Q Q) / 2)

A family `\Sigma_k` of matrices has one inverse and one determinant for each k: the indices in front are those of all.

At the point itself Q is 0, and what follows are `\partial W^{-1}_{ab} = -W^{-1}_{ai} W^{-1}_{jb} \partial W_{ij}`
and Jacobi's formula. Where more is differentiated, nothing is defined, and the lines stay open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from ..affine import Affine, Sym, affine
from ..domain import Domain
from ..draft import Draft
from ..errors import NetworkError
from ..expr import ONE, Add, Apply, Expr, Mul, Partial, Pow, Sum, Var, Variable, children, neg, num, of_kind, variables
from ..functions import CHANGE
from ..inverted import BEFORE_DETERMINED, determinant_of, inverse_of, inverted, value_of
from ..pattern import lazily
from ..system import Inverse, Piece, Role, System
from .graph import upstream

ENTRIES = "_{#,#}"
OF_FAMILY = "_{#,#,#}"
EACH = "_{#}"
BOLD = lazily(r"\A\\(?:mathbf|bm|boldsymbol)\{(.*)\}\Z")
MOST_DERIVATIVES = 2
A, B, S, U = (affine(f"@{x}") for x in "absu")
EACH_ONE = (affine("@k"),)
"""The index of a matrix in its family."""


def with_inverses(system: System, lines: Iterable[Expr]) -> System:
    """The network with definitions for the inverses and determinants that it or the lines name."""
    lines = list(lines)
    bodies = [p.body for p in system.pieces if p.body is not None]
    named = {v for e in (*lines, *bodies) for v in variables(e)}
    if not any(inverted(base_of(v)) is not None for v in named):
        return system
    if any(inverted(base_of(p.wrt.variable)) is not None for e in bodies for p in of_kind(e, Partial)):
        return system  # the inverse is what is free, and the matrix what depends on it
    orders: dict[Variable, int] = {}
    if any(_order(system, e, orders) > MOST_DERIVATIVES for e in (*lines, *bodies)):
        return system
    for letter in dict.fromkeys(_plain(b) for v in sorted(named, key=lambda v: v.key) if (b := inverted(base_of(v)))):
        of_letter = [v for v in named if (b := inverted(base_of(v))) is not None and _plain(b) == letter]
        own = [v for v in of_letter if not v.key.startswith(BEFORE_DETERMINED)]
        if len(own) < 2:
            family = any(v.arity == 1 for v in of_letter)
            inverse = own[0] if own else Variable(inverse_of(letter) + (OF_FAMILY if family else ENTRIES))
            system = _with_inverse(_with_matrix(system, letter, inverse), letter, inverse)
    return system


def check_no_inverses(draft: Draft) -> None:
    """Raise `NetworkError` where a network to be derived from names an inverse or a determinant: only lines about these
    are judged."""
    for d in draft.definitions:
        for v in variables(d.body):
            if (base := inverted(base_of(v))) is not None:
                hint = "give it a name of its own, or judge the page: `symderiv check`"
                raise NetworkError(f"an inverse or a determinant of `{base}` has no derivation", d.place, hint)


def base_of(v: Variable) -> str:
    """What a matrix, one of a family, or a determinant is called without its indices."""
    return v.key.removesuffix(OF_FAMILY).removesuffix(ENTRIES).removesuffix(EACH)


def _plain(letter: str) -> str:
    return BOLD.sub(r"\1", letter)


def _matrices(system: System, letter: str) -> list[Variable]:
    """The matrices of that letter in any font: entries may be typed without that of the whole."""
    tables = (v for v in system.variables() if v.key.endswith((ENTRIES, OF_FAMILY)))
    return [v for v in tables if _plain(base_of(v)) == letter]


def _with_matrix(system: System, letter: str, inverse: Variable) -> System:
    """The network with the matrix of an inverse, where only that stands in its definitions."""
    pieces = system.of(inverse)
    if len(pieces) != 1 or _matrices(system, letter):
        return system
    base = inverted(base_of(inverse)) or letter
    entries = inverse.key.removeprefix(base_of(inverse))
    matrix = replace(pieces[0], variable=Variable(base + entries), body=None, role=Role.PARAMETER)
    return replace(system, pieces=(*system.pieces, matrix))


def _ends(system: System, matrix: Variable) -> tuple[Affine, Affine] | None:
    """Where both indices of a square matrix begin and end, the last two of one of a family; None of any other."""
    pieces = system.of(matrix)
    if len(pieces) != 1 or len(pieces[0].letters) != matrix.arity:
        return None
    found = set()
    for letter in pieces[0].letters[-2:]:
        forms = [c for c in pieces[0].domain.constraints if letter in c.letters()]
        lower = [-(c.form - affine(letter)) for c in forms if c.rel == ">=" and c.form.coefficient(letter) == 1]
        upper = [c.form + affine(letter) for c in forms if c.rel == ">=" and c.form.coefficient(letter) == -1]
        if len(forms) != 2 or len(lower) != 1 or len(upper) != 1:
            return None
        found.add((lower[0], upper[0]))
    ends = found.pop()
    loose = ends[0].letters() | ends[1].letters()
    return ends if not found and loose <= system.sizes else None


def _order(system: System, e: Expr, orders: dict[Variable, int]) -> int:
    """How many times something is differentiated, names of derivatives written out; `orders` are those of names that
    are known, a recurrence adds nothing to its own."""
    if isinstance(e, Partial):
        return 1 + _order(system, e.of, orders)
    if isinstance(e, Var):
        if e.variable not in orders:
            orders[e.variable] = 0
            named = [p.body for p in system.of(e.variable) if p.body is not None]
            orders[e.variable] = max((_order(system, b, orders) for b in named), default=0)
        return orders[e.variable]
    return max((_order(system, x, orders) for x in children(e)), default=0)


def _with_inverse(system: System, letter: str, inverse: Variable) -> System:
    """The network with what becomes of an inverse and a determinant, as it is where that cannot be said."""
    found = _matrices(system, letter)
    ends = _ends(system, found[0]) if len(found) == 1 else None
    if ends is None:
        return system
    (matrix,) = found
    determinant = Variable(determinant_of(letter) + EACH * (matrix.arity > 2))
    if inverse.arity != matrix.arity or {inverse, determinant} & {*upstream(system, matrix)}:
        return system
    one, two = (Variable(value_of(base_of(v)) + v.key.removeprefix(base_of(v))) for v in (inverse, determinant))
    given = Inverse(matrix, inverse, determinant, one, two, *ends)
    place = next(p for p in system.of(matrix))
    others = tuple(p for p in system.pieces if p.variable not in (inverse, determinant))
    if any(p.body is not None for p in system.pieces if p not in others):
        return system
    pieces = tuple(pieces_of(given, place))
    return replace(system, pieces=(*others, *pieces), inverses=(*system.inverses, given))


def pieces_of(x: Inverse, like: Piece) -> Iterator[Piece]:
    """What is given, and the two definitions."""
    each = EACH_ONE[: x.matrix.arity - 2]
    domain = like.domain.substitute(dict(zip(like.letters, (*each, A, B), strict=True)))
    single = Domain(tuple(c for c in domain.constraints if not c.letters() & {*_letters(A, B)}))

    def piece(name: Variable, body: Expr | None) -> Piece:
        indices = (*each, A, B) if name.arity > len(each) else each
        role = Role.INPUT if body is None else Role.NODE
        where = domain if name.arity > len(each) else single
        return Piece(name, indices, _letters(*indices), where, body, role, like.place)

    def moved(row: Affine, column: Affine, by: str) -> Expr:
        body = Mul((x.inverse_value(*each, row, f"@{by}"), Apply(CHANGE, (x.matrix(*each, f"@{by}", column),))))
        return Sum(Sym(f"@{by}"), (x.lower,), (x.upper,), body)

    def total(letter: str, *factors: Expr) -> Expr:
        return Sum(Sym(f"@{letter}"), (x.lower,), (x.upper,), Mul(factors) if len(factors) > 1 else factors[0])

    def once(row: Affine) -> Expr:
        return total("s", moved(row, S, "t"), x.inverse_value(*each, S, B))

    twice = total("u", moved(A, U, "v"), once(U))
    trace = total("s", moved(S, S, "t"))
    square = total("u", total("s", moved(U, S, "t"), moved(S, U, "v")))
    half = Mul((num(Fraction(1, 2)), Add((Pow(trace, num(2)), neg(square)))))
    yield piece(x.inverse_value, None)
    yield piece(x.determinant_value, None)
    yield piece(x.inverse, Add((x.inverse_value(*each, A, B), neg(once(A)), twice)))
    yield piece(x.determinant, Mul((Var(x.determinant_value, each), Add((ONE, trace, half)))))


def _letters(*indices: Affine) -> tuple[Sym, ...]:
    return tuple(s for i in indices if (s := i.letter) is not None)
