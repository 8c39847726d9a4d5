r"""Numbers before a parenthesis: the k of `k_i (x_{i+1} - x_i)`, the f of `f_i (x_i - t_i)^2`, and no functions."""

from __future__ import annotations

from collections.abc import Iterator

from ...latex import tree as t
from ...latex.tree import Node
from ..facts import Facts, Occurrence
from ..spelled.function_letters import WEIGHTS
from ..spelled.shape import Shape, letter_of


def may_be_weights(shape: Shape, o: Occurrence, facts: Facts) -> bool:
    r"""May it be a number for each term or pair, `f_i (x_i - t_i)^2`, `f_{ij} (w_i + b_j)`, never with a prime?

    With one index only where what is in the parenthesis is squared: hardly anyone squares a function so.
    """
    summed = isinstance(only := (o.args or (None,))[0], t.Terms) and len(only.terms) > 1
    primed = any(x.shape.primes for x in facts.occurrences if x.shape.letter == shape.letter)
    squared = shape.below == 1 and _is_squared_behind(shape.base, facts)
    return (shape.below > 1 or squared) and summed and not primed


def may_weigh(base: str, facts: Facts) -> bool:
    r"""May it be a number, where each parenthesis behind it holds a sum, and it has a prime nowhere?

    Where one is squared, `g (w - u)^2`: hardly anyone squares a function so. Where all hold differences, also if
    another parenthesis stands behind one, or the letter is a term of its own somewhere, `2 c m - \psi`.
    """
    own = [o for o in facts.occurrences if o.shape.base == base]
    held = [o.args[0] if len(o.args) == 1 else None for o in own if o.args is not None]
    if any(o.shape.primes for o in own) or not all(_is_sum(x, 0) for x in held):
        return False
    behind = list(_behind(base, facts))
    if any(_is_power(b) for b, _ in behind):
        return True
    differences = all(isinstance(x, t.Terms) and any(term.sign == "-" for term in x.terms) for x in held)
    multiplied = any(isinstance(c, t.Group) and all(y.base != base for y in t.of_kind(c, t.Name)) for _, c in behind)
    return differences and (base in WEIGHTS or multiplied or _is_term(base, facts))


def _behind(base: str, facts: Facts) -> Iterator[tuple[Node, Node | None]]:
    """What stands joined behind a name, and what behind that."""
    for x in (x for s in facts.stated for x in t.of_kind(s.statement.chain, t.Product)):
        for a, b, c in zip(x.factors, x.factors[1:], (*x.factors[2:], None), strict=False):
            if isinstance(a.body, t.Name) and a.body.base == base and b.joined:
                yield b.body, c.body if c is not None else None


def _is_term(base: str, facts: Facts) -> bool:
    """Is it a term of a sum, or a whole side of an equation?"""
    chains = [s.statement.chain for s in facts.stated if s.statement.chain.relations]
    terms = (term.body for c in chains for x in t.of_kind(c, t.Terms) for term in x.terms)
    return any(letter_of(x) == base for x in terms) or any(letter_of(m) == base for c in chains for m in c.members[1:])


def _is_squared_behind(base: str, facts: Facts) -> bool:
    """Is a parenthesis behind a name with an index squared somewhere?"""
    products = (x for s in facts.stated for x in t.of_kind(s.statement.chain, t.Product))
    pairs = ((a.body, b) for x in products for a, b in zip(x.factors, x.factors[1:], strict=False))
    return any(
        isinstance(name, t.Name) and name.base == base and name.scripts and b.joined and _is_power(b.body)
        for name, b in pairs
    )


def _is_power(x: Node) -> bool:
    return isinstance(x, t.Scripted) and isinstance(x.base, t.Group) and any(s.above for s in x.scripts)


def is_number(letter: str, facts: Facts) -> bool:
    """Does a letter stand bare as a factor somewhere, and never with a prime?"""
    own = [o for o in facts.occurrences if o.shape.letter == letter]
    bare = {o.statement for o in own if o.args is None and not o.shape.pieces}
    if any(o.shape.primes for o in own):
        return False
    products = (x for n in bare for x in t.of_kind(facts.stated[n].statement.chain, t.Product))
    return any(
        letter_of(f.body) == letter and not (n + 1 < len(x.factors) and x.factors[n + 1].joined)
        for x in products
        for n, f in enumerate(x.factors)
    )


def is_exponent(letter: str, facts: Facts) -> bool:
    r"""Does a letter stand in an exponent, `(1 - p)^{\gamma - 1}`? Then it is a number."""
    chains = (s.statement.chain for s in facts.stated)
    above = (e for c in chains for x in t.of_kind(c, t.Script) if x.above and not x.bracket for e in x.entries)
    return any(_stands_alone(letter, e) for e in above)


def _stands_alone(letter: str, x: Node) -> bool:
    """Does a letter stand in a tree, and nowhere right before a parenthesis?"""
    pairs = ((a, b) for p in t.of_kind(x, t.Product) for a, b in zip(p.factors, p.factors[1:], strict=False))
    applied = any(letter_of(a.body) == letter and b.joined for a, b in pairs)
    return not applied and any(y.base == letter and not y.scripts for y in t.of_kind(x, t.Name))


def is_factor(base: str, facts: Facts, least: int) -> bool:
    """Does every parenthesis after `k_i` hold a sum of values, as in `k_i (x_{i+1} - x_i)`? Then it is a product.

    `least` terms of it have indices. Beside such a sum there may be products with one, `k_i ((x_{i+1} - x_i) y_i)`.
    """
    own = [o.args for o in facts.occurrences if o.shape.base == base]
    held = [args[0] if args is not None and len(args) == 1 else None for args in own]
    sums = [x for x in held if _is_sum(x, least)]
    return len(sums) == len(held) or (bool(sums) and all(_is_sum(x, least) or _has_sum(x, least) for x in held))


def _is_sum(x: Node | None, least: int) -> bool:
    """Is it a sum, `least` terms of it with indices?"""
    if not isinstance(x, t.Terms) or len(x.terms) < 2:
        return False
    return sum(any(y.scripts for y in t.of_kind(term, t.Name)) for term in x.terms) >= least


def _has_sum(x: Node | None, least: int) -> bool:
    """Is it a product, and one of its factors such a sum in parentheses?"""
    factors = [f for f in x.factors if not f.joined] if isinstance(x, t.Product) else []
    groups = [f.body for f in factors if isinstance(f.body, t.Group) and len(f.body.items) == 1]
    return any(_is_sum(g.items[0], least) for g in groups)


def is_a_share(base: str, facts: Facts) -> bool:
    r"""Does every parenthesis after a letter hold 1 and a number, `\lambda (1 - \alpha)`, none of them with a prime?"""
    own = [o for o in facts.occurrences if o.shape.base == base]
    args = [o.args[0] for o in own if o.args is not None and len(o.args) == 1]
    plain = all(
        isinstance(x, t.Terms) and len(x.terms) == 2 and x.terms[0].body == t.Number("1") and letter_of(x.terms[1].body)
        for x in args
    )
    return plain and len(args) == len(own) and not any(o.shape.primes or o.shape.pieces for o in own)
