"""Arithmetic of terms: products, restriction to a part of the domain, replacing letters, the canonical form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction

from ..affine import Affine, Sym, affine
from ..domain import FALSE, Constraint, Domain
from .factors import Base, Call, Entry, Factor, Normal, Powers, Term, Terms, fresh, height, letters, level, term_letters
from .limits import spend
from .poly import ONE, Exponent, Poly, whole
from .shape import factor_key, ordered, rough, rough_factor, slots, term_shape


def combine(powers: Iterable[tuple[Factor, Exponent]]) -> Powers:
    """Equal factors together, zero exponents gone."""
    total: dict[Factor, Exponent] = {}
    for f, e in powers:
        old = total.get(f)
        total[f] = e if old is None else whole(old + e)
    return tuple((f, e) for f, e in total.items() if e)


def times(a: Term, b: Term) -> Term | None:
    """The product; None if its domain is visibly empty."""
    if a.bound and b.bound and not set(a.bound).isdisjoint(b.bound):
        b = freshened(b)
    weight = a.weight * b.weight
    powers = combine(a.powers + b.powers) if a.powers and b.powers else a.powers or b.powers
    domain = a.domain & b.domain if a.domain.constraints and b.domain.constraints else a.domain
    if not a.domain.constraints:
        domain = b.domain
    made = Term(weight, powers, a.bound + b.bound, domain)
    if domain.is_false or (domain.constraints and domain.constraints[0].rel == "=="):
        return settled(made)  # an equality of one is used in the factors of the other
    return made


def multiply(a: Sequence[Term], b: Sequence[Term]) -> Terms:
    """The product of two sums of terms, written out."""
    if a and b:
        spend(len(a) * len(b) * (1 + (len(a[0].powers) + len(b[0].powers)) // 4))
    return [t for x in a for y in b if (t := times(x, y)) is not None]


def scale(terms: Sequence[Term], weight: Poly) -> Terms:
    """Every term times a weight."""
    if weight == ONE:
        return list(terms)
    return [Term(t.weight * weight, t.powers, t.bound, t.domain) for t in terms] if weight.terms else []


def restrict(t: Term, more: Domain | Sequence[Constraint]) -> Term | None:
    """The term on the part of its domain that satisfies more; None if that is visibly empty."""
    extra = more if isinstance(more, Domain) else Domain(tuple(more))
    if not extra.constraints:
        return t
    domain = t.domain & extra
    return t if domain == t.domain else settled(Term(t.weight, t.powers, t.bound, domain))


def restrict_all(terms: Sequence[Term], more: Domain | Sequence[Constraint]) -> Terms:
    """`restrict` on each, the empty ones gone."""
    return [r for t in terms if (r := restrict(t, more)) is not None]


def settled(t: Term) -> Term | None:
    """Equalities used up: a bound letter that one fixes is replaced and gone; a free letter that one fixes is replaced
    beside it (so `[k = j] x_k` becomes `[k = j] x_j`). None if the domain is visibly empty."""
    values: dict[Sym, Affine] = {}
    domain, bound = t.domain, list(t.bound)
    done: list[Constraint] = []
    while True:
        if domain.is_false:
            return None
        chosen = _solvable(domain, bound, done)
        if chosen is None:
            break
        sym, value, used = chosen
        step = {sym: value}
        values = {s: v.substitute(step) for s, v in values.items()}
        values[sym] = value
        rest = Domain(tuple(c for c in domain.constraints if c is not used)).substitute(step)
        done = [c.substitute(step) for c in done]
        if sym in bound:
            bound.remove(sym)
            domain = rest
        else:
            done.append(used)
            domain = rest
    if not values:
        return t
    domain = Domain(domain.constraints + tuple(done)) if done else domain
    if domain.is_false:
        return None
    powers = substitute_powers(t.powers, values)
    return Term(t.weight.substitute(values), powers, tuple(bound), domain)


def _solvable(
    domain: Domain, bound: Sequence[Sym], done: Sequence[Constraint]
) -> tuple[Sym, Affine, Constraint] | None:
    """The next letter that an equality fixes: a bound one if there is one, else the last free one in order."""
    free_choice: tuple[Sym, Affine, Constraint] | None = None
    for c in domain.constraints:
        if c.rel != "==":
            break  # equalities come first
        if c in done:
            continue
        for atom, k in reversed(c.form.terms):
            if k not in (1, -1) or not isinstance(atom, Sym):
                continue
            value = affine(atom) - c.form * k
            if atom in value.letters():
                continue
            if atom in bound:
                return atom, value, c
            if free_choice is None and not any(b in c.form.letters() for b in bound):
                free_choice = (atom, value, c)
    return free_choice


def substitute_powers(powers: Powers, values: Mapping[Sym, Affine]) -> Powers:
    """Replace letters in every factor, then put equal factors together."""
    new = [(substitute_factor(f, values), e) for f, e in powers]
    if all(f is g for (f, _), (g, _) in zip(new, powers, strict=True)):
        return powers
    return combine(new)


def substitute_factor(f: Factor, values: Mapping[Sym, Affine]) -> Factor:
    """Replace free letters in a factor."""
    if isinstance(f, Entry):
        new = tuple([i.substitute(values) for i in f.indices])
        return f if new == f.indices else Entry(f.head, new)
    if letters(f).isdisjoint(values):
        return f
    if isinstance(f, Base):
        return Base(substitute_normal(f.inner, values))
    return Call(f.function, f.order, tuple(substitute_normal(a, values) for a in f.args))


def substitute_normal(n: Normal, values: Mapping[Sym, Affine]) -> Normal:
    """Replace free letters, and make it canonical again."""
    if n.free.isdisjoint(values):
        return n
    if any(level(s) and level(s) <= n.height for v in values.values() for s in v.letters()):
        return normal([s for t in opened(n) if (s := substitute_term(t, values)) is not None])
    if len(n.terms) == 1:
        only = n.terms[0]
        if len(only.powers) == 1 and not only.bound and not only.domain.constraints:
            f, e = only.powers[0]
            made = Term(only.weight.substitute(values), ((substitute_factor(f, values), e),))
            return Normal((made,), term_letters(made), n.height)
    return normal([s for t in n.terms if (s := substitute_term(t, values)) is not None])


def substitute_term(t: Term, values: Mapping[Sym, Affine]) -> Term | None:
    """Replace letters, free or bound (then by other bound letters)."""
    spend(1 + len(t.powers) // 4)
    made = Term(t.weight.substitute(values), substitute_powers(t.powers, values), t.bound, t.domain.substitute(values))
    return settled(made) if made.domain.constraints else made


def renamed(t: Term, names: Mapping[Sym, Affine], bound: tuple[Sym, ...]) -> Term:
    """Bound letters replaced by forms in other letters, a one-to-one change of coordinates."""
    return Term(t.weight.substitute(names), substitute_powers(t.powers, names), bound, t.domain.substitute(names))


def freshened(t: Term) -> Term:
    """The term with bound letters that nothing else uses."""
    if not t.bound:
        return t
    new = tuple(fresh() for _ in t.bound)
    return renamed(t, {b: affine(n) for b, n in zip(t.bound, new, strict=True)}, new)


def opened(n: Normal) -> Terms:
    """The terms of a normal form, with fresh bound letters, to work on."""
    return [freshened(t) for t in n.terms]


# --- canonical form ---------------------------------------------------------------------------------------------------


def canonical(t: Term, high: int = 0) -> Term:
    """The term with its factors in order and its bound letters renamed to coordinates.

    The first slot that holds a bound letter is the first coordinate, and so on. Two terms that differ by renaming,
    shifting or reflecting their bound letters become equal, unless several factors of one kind leave a choice.
    """
    spend(1 + len(t.powers) // 4)
    powers = sorted(t.powers, key=factor_key) if len(t.powers) > 1 else t.powers
    if not t.bound:
        return Term(t.weight, tuple(powers), (), t.domain)
    if any(b.name[0] == "#" for b in t.bound):
        return canonical(freshened(t), high)
    high = high or 1 + max((height(f) for f, _ in powers), default=0)
    values: dict[Sym, Affine] = {}
    left = list(t.bound)
    made: list[Sym] = []
    for f, _ in powers:
        if not left:
            break
        for slot in slots(f):
            s = slot.substitute(values) if values else slot
            chosen = coordinate(s, left)
            if chosen is None:
                continue
            b, k = chosen
            new = Sym(f"#{high}.{len(made)}")
            value = affine(b) - s * k + affine(new) * k if k else affine(new)
            values = {x: v.substitute({b: value}) for x, v in values.items()}
            values[b] = value
            left.remove(b)
            made.append(new)
    for b in left:
        new = Sym(f"#{high}.{len(made)}")
        values = {x: v.substitute({b: affine(new)}) for x, v in values.items()}
        values[b] = affine(new)
        made.append(new)
    done = renamed(Term(t.weight, tuple(powers), t.bound, t.domain), values, tuple(made))
    if len(done.powers) > 1:
        done = Term(done.weight, tuple(sorted(done.powers, key=factor_key)), done.bound, done.domain)
    return done


def coordinate(s: Affine, left: Sequence[Sym]) -> tuple[Sym, int] | None:
    """The bound letter that a slot makes a coordinate of, with its coefficient (0: rename only)."""
    held = None
    for a, k in s.terms:
        if isinstance(a, Sym) and a in left:
            if k in (1, -1) and a not in (affine(a) - s * k).letters():
                return a, k
            held = held or a
    if held is not None:
        return held, 0
    inside = s.letters()
    return next(((b, 0) for b in left if b in inside), None) if not inside.isdisjoint(left) else None


def collect(terms: Iterable[Term], high: int = 0, form: Callable[[Term, int], Term] = canonical) -> Terms:
    """Canonical terms, equal ones added up, zeros gone; the order of first appearance is kept.

    `high` is the height that the bound letters' names tell: all terms of one list must agree on it. `form` makes a term
    canonical."""
    total: dict[tuple[Powers, tuple[Sym, ...], Domain], Poly] = {}
    for t in terms:
        if t.domain is FALSE or t.domain.is_false:
            continue
        c = form(t, high)
        key = (c.powers, c.bound, c.domain)
        old = total.get(key)
        total[key] = c.weight if old is None else old + c.weight
    return [Term(w, *key) for key, w in total.items() if w.terms]


def normal(terms: Sequence[Term]) -> Normal:
    """The canonical form of a sum of terms."""
    high = 1 + max((height(f) for t in terms for f, _ in t.powers), default=0)
    outer = max((level(s) for t in terms for s in term_letters(t) if s not in t.bound), default=0)
    if 0 < outer <= high:
        high = outer + 1  # a letter bound outside has a name that would be captured
    found = collect(terms, high)
    if len(found) > 1:
        found.sort(key=_term_key)
    free = frozenset(s for t in found for s in term_letters(t) if s not in t.bound)
    return Normal(tuple(found), free, high)


def _term_key(t: Term) -> tuple[object, ...]:
    return (
        term_shape(t),
        tuple(rough_factor(f) for f, _ in t.powers),
        tuple(rough(c.form) for c in ordered(t.domain)),
    )


def number_of(terms: Sequence[Term]) -> Fraction | None:
    """Its value, if a sum of terms is just a number."""
    if not terms:
        return Fraction(0)
    if len(terms) == 1 and not terms[0].powers and not terms[0].bound and not terms[0].domain.constraints:
        return terms[0].weight.constant
    return None
