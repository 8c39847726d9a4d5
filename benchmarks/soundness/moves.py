r"""Moves that keep the meaning of a formula: what is done between two lines. The interpreter decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product as cartesian
from random import Random

from independent.interpreter import Definition, Model
from independent.tree import (
    Call,
    Condition,
    Entry,
    Form,
    Number,
    Plus,
    Power,
    Quotient,
    Slope,
    Times,
    Total,
    Tree,
    Truth,
    Unsupported,
    every,
    form,
    free,
    letters,
    put,
    rebuilt,
)

ONE, MINUS = Number(Fraction(1)), Number(Fraction(-1))
POOL = "ijkhmnpqrsuvabc"


@dataclass
class Mover:
    """Rewrites one formula; `taken` are letters and one-letter names that may not be bound anew."""

    random: Random
    model: Model
    taken: set[str]
    ranges: dict[str, tuple[Form, Form]] = field(default_factory=dict)
    named: list[Definition] = field(default_factory=list)

    def never_empty(self, low: Form, high: Form) -> bool:
        """Is there a term between two bounds, whatever the sizes are and wherever in their ranges letters stand?"""
        room = high.plus(low, -1)
        ranges = dict(self.ranges)
        while loose := [(s, n) for s, n in room.terms if s not in self.model.sizes]:
            letter, times = loose[0]
            if letter not in ranges:
                return False
            least, most = ranges.pop(letter)
            room = room.put({letter: least if times > 0 else most})
        there = sorted(room.letters)
        known = [c for c in self.model.known if c.form.letters <= room.letters]
        every_size = (dict(zip(there, at, strict=True)) for at in cartesian(range(1, 7), repeat=len(there)))
        return all(room.value(at) >= 0 for at in every_size if all(c.holds(at) for c in known))

    def fresh(self, *used: Tree) -> str:
        """A letter that stands for nothing."""
        there = self.taken.union(*(letters(e) for e in used))
        left = [s for s in POOL if s not in there]
        if not left:
            raise Unsupported("no letter is left")
        letter = self.random.choice(left)
        self.taken.add(letter)
        return letter


Move = Callable[[Mover, Tree], "Tree | None"]


def product(*factors: Tree) -> Tree:
    """A product, flattened."""
    flat = [g for f in factors for g in (f.factors if isinstance(f, Times) else (f,)) if g != Number(Fraction(1))]
    return flat[0] if len(flat) == 1 else Times(tuple(flat)) if flat else Number(Fraction(1))


def total_of(*terms: Tree) -> Tree:
    """A sum of terms, flattened."""
    flat = [g for t in terms for g in (t.terms if isinstance(t, Plus) else (t,))]
    return flat[0] if len(flat) == 1 else Plus(tuple(flat))


def has(e: Tree, kind: type) -> bool:
    """Is there a node of that kind?"""
    return any(isinstance(x, kind) for x in every(e))


def free_of(e: Tree, letter: str) -> bool:
    """Does the letter not occur?"""
    return letter not in letters(e)


def rename(m: Mover, e: Tree) -> Tree | None:
    """Another letter for a dummy."""
    if not isinstance(e, Total):
        return None
    letter = m.fresh(e)
    new = {e.letter: form(letter)}
    where = tuple(Condition(c.relation, c.form.put(new)) for c in e.where)
    return Total(letter, e.low, e.high, put(e.body, new), where)


def shift(m: Mover, e: Tree) -> Tree | None:
    """A summation index moved by one."""
    if not isinstance(e, Total) or e.where:
        return None
    by = m.random.choice([1, -1, 1, 2])
    new = {e.letter: form(e.letter).plus(form(-by))}
    body = _put_own(e.body, e.letter, new[e.letter])
    return Total(e.letter, e.low.plus(form(by)), e.high.plus(form(by)), body)


def _put_own(body: Tree, letter: str, value: Form) -> Tree:
    mark = "#"
    return put(put(body, {letter: form(mark)}), {mark: value})


def reorder(m: Mover, e: Tree) -> Tree | None:
    """Terms or factors in another order."""
    if isinstance(e, Times):
        # a number behind a factor would be taken for an argument or a script
        return Times(tuple(sorted(m.random.sample(e.factors, len(e.factors)), key=lambda f: not isinstance(f, Number))))
    if isinstance(e, Plus):
        return Plus(tuple(m.random.sample(e.terms, len(e.terms))))
    if isinstance(e, Total) and isinstance(e.body, Total) and not e.where and not e.body.where:
        inner = e.body
        bounds = (e.low, e.high, inner.low, inner.high)
        if all({e.letter, inner.letter}.isdisjoint(b.letters) for b in bounds):
            return Total(inner.letter, inner.low, inner.high, Total(e.letter, e.low, e.high, inner.body))
    return None


def distribute(m: Mover, e: Tree) -> Tree | None:
    """A product of a sum of terms."""
    if isinstance(e, Times):
        for n, f in enumerate(e.factors):
            if isinstance(f, Plus):
                return total_of(*(product(*e.factors[:n], t, *e.factors[n + 1 :]) for t in f.terms))
            if isinstance(f, Total) and all(free_of(g, f.letter) for k, g in enumerate(e.factors) if k != n):
                body = product(*e.factors[:n], f.body, *e.factors[n + 1 :])
                return Total(f.letter, f.low, f.high, body, f.where)
    if isinstance(e, Quotient) and isinstance(e.above, Plus):
        return Plus(tuple(Quotient(t, e.below) for t in e.above.terms))
    return None


def factor(m: Mover, e: Tree) -> Tree | None:
    """What all terms have in common in front, or what does not depend on the letter of a sum."""
    if isinstance(e, Plus):
        lists: list[list[Tree]] = [list(t.factors) if isinstance(t, Times) else [t] for t in e.terms]
        for f in lists[0]:
            if all(f in fs for fs in lists) and not isinstance(f, Number):
                rest = []
                for fs in lists:
                    fs.remove(f)
                    rest.append(product(*fs))
                return product(f, Plus(tuple(rest)))
    if isinstance(e, Total) and isinstance(e.body, Times):
        outside = [f for f in e.body.factors if free_of(f, e.letter)]
        inside = [f for f in e.body.factors if not free_of(f, e.letter)]
        if outside and inside:
            return product(*outside, Total(e.letter, e.low, e.high, product(*inside), e.where))
    return None


def split(m: Mover, e: Tree) -> Tree | None:
    """A sum of sums, its last or first term apart (where it always has one), or one index apart."""
    if not isinstance(e, Total):
        return None
    if isinstance(e.body, Plus) and m.random.random() < 0.5:
        return Plus(tuple(Total(e.letter, e.low, e.high, t, e.where) for t in e.body.terms))
    if e.where:
        return None
    kind = m.random.choice(["last", "first", "one", "one"])
    if kind != "one" and not m.never_empty(e.low, e.high):
        return None
    if kind == "last":
        return Plus((Total(e.letter, e.low, e.high.plus(form(-1)), e.body), put(e.body, {e.letter: e.high})))
    if kind == "first":
        return Plus((put(e.body, {e.letter: e.low}), Total(e.letter, e.low.plus(form(1)), e.high, e.body)))
    fitting = [s for s, (low, high) in m.ranges.items() if low == e.low and high == e.high and s != e.letter]
    if not fitting:
        return None
    s = m.random.choice(fitting)
    apart = Condition("!", form(e.letter).plus(form(s), -1))
    return Plus((Total(e.letter, e.low, e.high, e.body, (apart,)), put(e.body, {e.letter: form(s)})))


def join(m: Mover, e: Tree) -> Tree | None:
    """Two sums over the same range as one."""
    if isinstance(e, Plus):
        totals = [t for t in e.terms if isinstance(t, Total)]
        for a in totals:
            for b in totals:
                if a is not b and (a.low, a.high) == (b.low, b.high) and not a.where and not b.where:
                    letter = m.fresh(e)
                    body = total_of(put(a.body, {a.letter: form(letter)}), put(b.body, {b.letter: form(letter)}))
                    rest = [t for t in e.terms if t is not a and t is not b]
                    return total_of(*rest, Total(letter, a.low, a.high, body))
    return None


def insert(m: Mover, e: Tree) -> Tree | None:
    """A definition in place of what it defines."""
    if not isinstance(e, Entry):
        return None
    fitting = [d for d in m.model.definitions if d.key == e.key]
    if len(fitting) != 1 or fitting[0].body is None:
        return None
    (d,) = fitting
    values: dict[str, Form] = {}
    for written, actual in zip(d.indices, e.indices, strict=True):
        if written.letter not in d.letters:
            return None
        values[str(written.letter)] = actual
    body = d.body
    assert body is not None
    for x in list(every(body)):
        if isinstance(x, Total):
            body = put_everywhere(body, x, m)
    return put(body, values)


def put_everywhere(body: Tree, old: Tree, m: Mover) -> Tree:
    """A fresh letter for one sum of a body."""
    if body == old:
        return rename(m, body) or body
    return rebuilt(body, lambda x: put_everywhere(x, old, m))


def sift(m: Mover, e: Tree) -> Tree | None:
    """A delta put in, and summed over."""
    if not (isinstance(e, Entry) and e.indices):
        return None
    n = m.random.randrange(len(e.indices))
    s = e.indices[n].letter
    if s is None or s not in m.ranges:
        return None
    low, high = m.ranges[s]
    letter = m.fresh(e)
    indices = tuple(form(letter) if k == n else i for k, i in enumerate(e.indices))
    delta = Truth((Condition("=", form(letter).plus(form(s), -1)),))
    return Total(letter, low, high, product(delta, Entry(e.key, indices)))


def arithmetic(m: Mover, e: Tree) -> Tree | None:
    """Squares as products, quotients as products, what is known of sigmoid and tanh."""
    match e:
        case Power(base, 2):
            return Times((base, base))
        case Times(factors) if len(factors) == 2 and factors[0] == factors[1]:
            return Power(factors[0], 2)
        case Quotient(a, b) if a != ONE:
            return product(a, Quotient(ONE, b))
        case Call("sigma", 1, x):
            return Times((Call("sigma", 0, x), Plus((ONE, Times((MINUS, Call("sigma", 0, x)))))))
        case Call("tanh", 1, x):
            return Plus((ONE, Times((MINUS, Power(Call("tanh", 0, x), 2)))))
        case Plus((a, b)):
            return product(MINUS, Plus((product(MINUS, a), product(MINUS, b))))
    return None


def name(m: Mover, e: Tree) -> Tree | None:
    """A name for a product or a function's value (only of free letters that have a range)."""
    if not isinstance(e, (Call, Times, Total)) or m.named or has(e, Slope):
        return None
    used = sorted(s for s in free(e) if s in m.ranges)
    if free(e) - set(used) - set(m.model.sizes) or len(used) > 3:
        return None
    unused = [s for s in "GQRS" if s not in m.taken and s not in m.model.sizes]
    if not unused:
        return None
    key = m.random.choice(unused) + (f"_{{{','.join('#' * len(used))}}}" if used else "")
    where = []
    for s in used:
        low, high = m.ranges[s]
        where += [Condition(">", form(s).plus(low, -1)), Condition(">", high.plus(form(s), -1))]
    m.named.append(Definition(key, tuple(form(s) for s in used), frozenset(used), tuple(where), e))
    return Entry(key, tuple(form(s) for s in used))


MOVES: dict[str, tuple[Move, int]] = {
    "rename": (rename, 3),
    "shift": (shift, 2),
    "reorder": (reorder, 3),
    "distribute": (distribute, 3),
    "factor": (factor, 3),
    "split": (split, 3),
    "join": (join, 2),
    "insert": (insert, 3),
    "sift": (sift, 2),
    "arithmetic": (arithmetic, 2),
    "name": (name, 1),
}


def moved(m: Mover, e: Tree, move: Move) -> Tree | None:
    """The move made at a random place where it can be; None where it can be made nowhere."""
    places = list(range(sum(1 for _ in every(e))))
    m.random.shuffle(places)
    for place in places[:25]:
        count = [place]
        done: list[bool] = []
        outer = dict(m.ranges)
        new = _at(m, e, move, count, done)
        m.ranges = outer
        if done:
            return new
    return None


def _at(m: Mover, e: Tree, move: Move, count: list[int], done: list[bool]) -> Tree:
    if count[0] == 0:
        count[0] -= 1
        new = move(m, e)
        if new is None or new == e:
            return e
        done.append(True)
        return new
    count[0] -= 1
    if isinstance(e, Slope):
        # what is differentiated is left as it is
        count[0] -= sum(1 for _ in every(e)) - 1 if count[0] >= 0 else 0
        return e
    if isinstance(e, Total) and not e.where:
        before = m.ranges
        m.ranges = {**before, e.letter: (e.low, e.high)}
        new = rebuilt(e, lambda x: _at(m, x, move, count, done))
        m.ranges = before
        return new
    return rebuilt(e, lambda x: _at(m, x, move, count, done))
