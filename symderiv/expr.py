r"""Indexed expressions: the trees that are read, written, differentiated and evaluated.

A tree keeps what the author wrote: order of factors and terms, parentheses (`Mul` of an `Add`), fractions (`Div`),
bounds, names. Nothing is simplified when a node is built; `add` and `mul` only flatten and drop neutral elements.
What counts as equal is the business of `normal`, not of these classes: `==` here is "the same tree".

Free letters of an expression are the index and size letters that no `Sum` of it binds. `substitute` is the only
function that replaces letters; it renames bound letters where they would capture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from fractions import Fraction
from operator import attrgetter, is_
from typing import Any, TypeAlias, TypeVar, Union

from .affine import Affine, AffineLike, Sym, affine
from .domain import Constraint, Domain, ge
from .memo import in_slot
from .node import node, once

E = TypeVar("E")


@once(lambda key, spelling="": (key, spelling))
@node
class Variable:
    r"""The name of an indexed quantity; its identity is `key`, the canonical template with a `#` for each index.

    A template is the base letter(s) with accents, then `^{...}`, then `_{...}`; constant superscripts stand in
    parentheses when they are numbers. Indices are counted in template order: superscripts first.
    `spelling` is the author's order of scripts, with numbered holes; it takes no part in equality.

    >>> net = Variable("net^{(3)}_{#}", "net_{#1}^{(3)}")
    >>> net.arity, net.name, Variable("h^{(#)}_{#,#}").arity, Variable("E").name
    (1, 'net^{(3)}', 3, 'E')
    """

    key: str
    spelling: str = field(default="", compare=False)

    @property
    def arity(self) -> int:
        """How many indices it takes."""
        return self.key.count("#")

    @property
    def name(self) -> str:
        r"""The LaTeX name without index holes: `net^{(3)}`, `\hat{y}`, `u_{o}`."""
        text = self.key
        for old, new in ((",#", ""), ("#,", ""), ("^{(#)}", ""), ("_{#}", ""), ("^{#}", ""), ("(#)", ""), ("#", "")):
            text = text.replace(old, new)
        return text

    def __call__(self, *indices: AffineLike) -> Var:
        """Its entry at some indices."""
        return Var(self, tuple(affine(i) for i in indices))


class Expression:
    """What all expressions share: each remembers what stands in it, itself left out (see `latex.walking.Tree`)."""

    __slots__ = ("_free", "_kinds", "_variables", "_within")


@node
class Num(Expression):
    """An exact number."""

    value: Fraction


@node
class Index(Expression):
    r"""An index or size used as a value: the `N` of `\frac{1}{N}`."""

    form: Affine


@once(lambda variable, indices=(): (id(variable), *map(id, indices)))  # an equal one may be spelled otherwise
@node
class Var(Expression):
    """One entry of a variable."""

    variable: Variable
    indices: tuple[Affine, ...] = ()

    def __post_init__(self) -> None:
        if len(self.indices) != self.variable.arity:
            raise ValueError(f"{self.variable.key} takes {self.variable.arity} indices, got {len(self.indices)}")


@node
class Apply(Expression):
    r"""A function applied to values; `order[n]` counts derivatives by argument n (`f'` has order `(1,)`)."""

    function: str
    args: tuple[Expr, ...]
    order: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not self.order:
            object.__setattr__(self, "order", (0,) * len(self.args))


@node
class Add(Expression):
    """A sum of terms, in the author's order."""

    terms: tuple[Expr, ...]


@once(lambda factors: tuple(map(id, factors)))
@node
class Mul(Expression):
    """A product, in the author's order; `-x` is `Mul(Num(-1), x)`."""

    factors: tuple[Expr, ...]


@node
class Div(Expression):
    """A fraction."""

    numerator: Expr
    denominator: Expr


@node
class Pow(Expression):
    """A power; a square root is the power 1/2."""

    base: Expr
    exponent: Expr


@node
class Sum(Expression):
    r"""`\sum_{letter=lower}^{upper}` of `body`, over the points that also satisfy `where`.

    Several lower bounds mean their maximum, several upper bounds their minimum.
    """

    letter: Sym
    lowers: tuple[Affine, ...]
    uppers: tuple[Affine, ...]
    body: Expr
    where: tuple[Constraint, ...] = ()

    @property
    def domain(self) -> Domain:
        """The points summed over, as a domain in `letter` and the letters of the bounds."""
        return Domain.of(
            *(ge(self.letter, a) for a in self.lowers),
            *(ge(b, self.letter) for b in self.uppers),
            *self.where,
        )


@node
class Bracket(Expression):
    r"""1 where all conditions hold, else 0: an Iverson bracket or a Kronecker delta (`delta` keeps which was typed)."""

    where: tuple[Constraint, ...]
    delta: bool = field(default=False, compare=False)


@node
class Cases(Expression):
    """The value of the one row whose conditions hold; a row without conditions is "otherwise"."""

    rows: tuple[tuple[Expr, tuple[Constraint, ...]], ...]


@once(lambda of, wrt, direct=False: (id(of), id(wrt), direct))
@node
class Partial(Expression):
    r"""`\partial of / \partial wrt`: nudge `wrt`, recompute everything downstream, watch `of`.

    `direct` is the direct effect only (`\partial^{+}`): nothing but the occurrences in `of` itself is nudged; on a
    generic objective it is the partial derivative by one argument. Letters of `wrt` are free.
    """

    of: Expr
    wrt: Var
    direct: bool = False


@node
class Labelled(Expression):
    r"""`\underbrace{body}_{label}`: means `body`; that it equals the label is a claim of its own."""

    body: Expr
    label: Expr


Expr: TypeAlias = Union[Num, Index, Var, Apply, Add, Mul, Div, Pow, Sum, Bracket, Cases, Partial, Labelled]

ZERO = Num(Fraction(0))
ONE = Num(Fraction(1))
MINUS_ONE = Num(Fraction(-1))


def num(value: int | Fraction) -> Num:
    """An exact number."""
    return Num(Fraction(value))


def add(*terms: Expr) -> Expr:
    """The sum, flattened, zeros dropped; the order is kept.

    >>> x = Variable("x")()
    >>> add(x, ZERO) == x, add(x, add(x, x)) == Add((x, x, x)), add()
    (True, True, Num(value=Fraction(0, 1)))
    """
    flat = [t for term in terms for t in (term.terms if isinstance(term, Add) else (term,)) if t != ZERO]
    if not flat:
        return ZERO
    return flat[0] if len(flat) == 1 else Add(tuple(flat))


def mul(*factors: Expr) -> Expr:
    """The product, flattened, ones dropped, numbers multiplied together and put first; zero if a factor is zero.

    >>> x = Variable("x")()
    >>> mul(x, num(-1)) == Mul((num(-1), x)), mul(num(2), x, num(3)) == Mul((num(6), x)), mul(x, ZERO) == ZERO
    (True, True, True)
    """
    coefficient: Fraction | None = None
    flat: list[Expr] = []
    for factor in factors:
        for f in factor.factors if isinstance(factor, Mul) else (factor,):
            if not isinstance(f, Num):
                flat.append(f)
            else:
                coefficient = f.value if coefficient is None else coefficient * f.value
    if coefficient is None:
        return (flat[0] if len(flat) == 1 else Mul(tuple(flat))) if flat else ONE
    if coefficient == 0:
        return ZERO
    if coefficient != 1 or not flat:
        flat.insert(0, Num(coefficient))
    return flat[0] if len(flat) == 1 else Mul(tuple(flat))


def neg(x: Expr) -> Expr:
    """Minus x."""
    return mul(MINUS_ONE, x)


def total(letter: AffineLike, lower: AffineLike, upper: AffineLike, body: Expr) -> Sum:
    r"""`\sum_{letter=lower}^{upper} body`."""
    name = affine(letter).letter
    if name is None:
        raise ValueError(f"a sum needs a letter, not {letter}")
    return Sum(name, (affine(lower),), (affine(upper),), body)


def children(e: Expr) -> tuple[Expr, ...]:
    """Its direct subexpressions, left to right (both parts of a `Partial`, both of a `Labelled`)."""
    return _CHILDREN[e.__class__](e)


def _none(_: Any) -> tuple[Expr, ...]:
    return ()


_CHILDREN: dict[type, Callable[[Any], tuple[Expr, ...]]] = {
    Num: _none,
    Index: _none,
    Var: _none,
    Bracket: _none,
    Add: attrgetter("terms"),
    Mul: attrgetter("factors"),
    Div: attrgetter("numerator", "denominator"),
    Pow: attrgetter("base", "exponent"),
    Apply: attrgetter("args"),
    Sum: lambda e: (e.body,),
    Cases: lambda e: tuple(row for row, _ in e.rows),
    Labelled: attrgetter("body", "label"),
    Partial: attrgetter("of", "wrt"),
}


def rebuild(e: Expr, f: Callable[[Expr], Expr]) -> Expr:
    """The same node with `f` applied to each direct subexpression; sums and products of which something changes are
    flattened again.

    The `wrt` of a `Partial` is left alone: what is differentiated by is a name, not a value.
    """
    if isinstance(e, Partial):
        of = f(e.of)
        return e if of is e.of else Partial(of, e.wrt, e.direct)
    old = children(e)
    new = tuple(map(f, old))
    if all(map(is_, new, old)):
        return e
    if isinstance(e, Add):
        return add(*new)
    if isinstance(e, Mul):
        return mul(*new)
    if isinstance(e, (Div, Pow, Labelled)):
        return e.__class__(*new)
    if isinstance(e, Apply):
        return Apply(e.function, new, e.order)
    if isinstance(e, Sum):
        return Sum(e.letter, e.lowers, e.uppers, new[0], e.where)
    assert isinstance(e, Cases)
    return Cases(tuple((row, where) for row, (_, where) in zip(new, e.rows, strict=True)))


def walk(e: Expr) -> tuple[Expr, ...]:
    """Every subexpression, the whole first."""
    return (e, *_within(e))


@in_slot("_within")
def _within(e: Expr) -> tuple[Expr, ...]:
    found: list[Expr] = []
    waiting = [*children(e)[::-1]]
    while waiting:
        last = waiting.pop()
        found.append(last)
        if inside := _CHILDREN[last.__class__](last):
            waiting += inside[::-1]
    return tuple(found)


@in_slot("_kinds")
def _kinds_within(e: Expr) -> dict[type, tuple[Expr, ...]]:
    found: dict[type, list[Expr]] = {}
    for x in _within(e):
        found.setdefault(x.__class__, []).append(x)
    return {kind: tuple(there) for kind, there in found.items()}


def of_kind(e: Expr, kind: type[E]) -> tuple[E, ...]:
    """Every subexpression of a class, in the order of `walk`.

    >>> x = Variable("x_{#}")
    >>> of_kind(total("k", 1, "K", x("k")), Var), of_kind(x(1), Sum)
    ((Var(variable=Variable(key='x_{#}', spelling=''), indices=(k,)),), ())
    """
    found = _kinds_within(e).get(kind, ())
    return found if e.__class__ is not kind else (e, *found)  # type: ignore[return-value]


def holds_derivative(e: Expr) -> bool:
    """Does a derivative stand in it?"""
    return bool(of_kind(e, Partial))


def own_forms(e: Expr) -> tuple[Affine, ...]:
    """The affine forms that stand in the node itself (indices, bounds, conditions), not in its children."""
    forms = _FORMS.get(e.__class__)
    return () if forms is None else forms(e)


_FORMS: dict[type, Callable[[Any], tuple[Affine, ...]]] = {
    Var: attrgetter("indices"),
    Index: lambda e: (e.form,),
    Sum: lambda e: (*e.lowers, *e.uppers, *(c.form for c in e.where)),
    Bracket: lambda e: tuple(c.form for c in e.where),
    Cases: lambda e: tuple(c.form for _, where in e.rows for c in where),
}


@in_slot("_free")
def free(e: Expr) -> frozenset[Sym]:
    r"""The free letters: every index and size letter of `e` that no sum of it binds.

    >>> x = Variable("x_{#}")
    >>> sorted(s.name for s in free(total("k", 1, "K", x("k"))))
    ['K']
    """
    found: set[Sym] = set()
    for form in own_forms(e):
        found |= form.letters()
    for child in children(e):
        found |= free(child)
    if isinstance(e, Sum):
        # the bounds lie outside the scope of the letter, `where` and the body inside it
        found.discard(e.letter)
        for form in (*e.lowers, *e.uppers):
            found |= form.letters()
    return frozenset(found)


def bound(e: Expr) -> frozenset[Sym]:
    """The letters bound by some sum of `e`."""
    return frozenset(x.letter for x in of_kind(e, Sum))


def fresh(taken: Iterable[Sym], like: Sym) -> Sym:
    """A letter that is not taken: `like` itself if free, else `like` with primes.

    >>> fresh([Sym("k"), Sym("k'")], Sym("k"))
    k''
    """
    used = {s.name for s in taken}
    name = like.name
    while name in used:
        name += "'"
    return Sym(name)


def substitute(e: Expr, values: Mapping[Sym, Affine]) -> Expr:
    r"""Replace free letters by forms, simultaneously; bound letters that would capture are renamed.

    >>> x = Variable("x_{#,#}")
    >>> substitute(total("k", 1, "K", x("i", "k")), {Sym("i"): affine("k")}) == total("k'", 1, "K", x("k", "k'"))
    True
    """
    if not values:
        return e
    if isinstance(e, Var):
        return Var(e.variable, tuple(i.substitute(values) for i in e.indices)) if e.indices else e
    if isinstance(e, Num):
        return e
    if isinstance(e, Index):
        return Index(e.form.substitute(values))
    if isinstance(e, Bracket):
        return Bracket(tuple(c.substitute(values) for c in e.where), e.delta)
    if isinstance(e, Cases):
        return Cases(tuple((substitute(r, values), tuple(c.substitute(values) for c in w)) for r, w in e.rows))
    if isinstance(e, Sum):
        return _substitute_sum(e, values)
    if isinstance(e, Partial):
        wrt = substitute(e.wrt, values)
        assert isinstance(wrt, Var)
        return Partial(substitute(e.of, values), wrt, e.direct)
    return rebuild(e, lambda x: substitute(x, values))


def _substitute_sum(e: Sum, values: Mapping[Sym, Affine]) -> Sum:
    lowers = tuple(a.substitute(values) for a in e.lowers)
    uppers = tuple(a.substitute(values) for a in e.uppers)
    inside = free(e.body).union(*(c.form.letters() for c in e.where))
    inner = {s: v for s, v in values.items() if s != e.letter and s in inside}
    letter = e.letter
    incoming = frozenset().union(*(v.letters() for v in inner.values())) if inner else frozenset()
    if letter in incoming:
        letter = fresh(incoming | inside | bound(e.body), letter)
        inner[e.letter] = affine(letter)
    return Sum(letter, lowers, uppers, substitute(e.body, inner), tuple(c.substitute(inner) for c in e.where))


def replace(e: Expr, f: Callable[[Expr], Expr | None]) -> Expr:
    """Bottom-up rewriting: `f` gives the new node or None to keep it. `f` must not free or capture letters."""
    new = rebuild(e, lambda x: replace(x, f))
    found = f(new)
    return new if found is None else found


@in_slot("_variables")
def variables(e: Expr) -> frozenset[Variable]:
    """Every variable that occurs in `e`, those differentiated by included."""
    return frozenset(x.variable for x in of_kind(e, Var))
