r"""Names defined through a link function: `\log \lambda_i = \beta_0 + \beta_1 x_i`, `\log \frac{p_i}{1 - p_i} = ..`.

Where nothing else says what the name is, the equation does, read the other way round. So does `\eta_i = \log \lambda_i`
where `\eta_i` has another definition, or is what the page differentiates by.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ....latex.statement_forms import inside_of, replace_statement
from ....latex.tree import (
    Call,
    Derivative,
    Formula,
    Fraction,
    Group,
    Name,
    Node,
    Number,
    Product,
    Statement,
    Term,
    Terms,
    Wrt,
    of_kind,
)
from ....notation import LOGARITHMS
from ...asked import where
from ...located import Located, read_of, with_statements
from ...updates import after_first

Key = tuple[str, tuple[str, ...], str, int]


def _has_link(s: Statement) -> bool:
    return _link(s) is not None or _turned(s) is not None or _passing(s) is not None


@where(_has_link)
def with_links_inverted(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such equations solved for their name."""
    located = _with_chains_parted(located)
    located = _with_links_turned(located)
    statements = [s for f in read_of(located) for s in f.statements]
    defined = {_key(s.chain.members[0]) for s in statements if s.chain.relations[:1] == ("=",)}
    seen: set[Key] = set()

    def solved(s: Statement) -> Statement:
        link = _link(s)
        if link is None or (key := _key(link[0])) is None or key in defined or key in seen:
            return s
        seen.add(key)
        return replace_statement(s, chain=replace(s.chain, members=(link[0], link[1](s.chain.members[1]))))

    return with_statements(located, solved)


def _passing(s: Statement) -> Statement | None:
    r"""`\log \lambda_i = \eta_i = ..`: the link alone."""
    if len(s.chain.members) < 3 or set(s.chain.relations) != {"="} or not isinstance(s.chain.members[1], Name):
        return None
    spans = s.chain.relation_spans[:1]
    first = replace_statement(
        s, chain=replace(s.chain, members=s.chain.members[:2], relations=("=",), relation_spans=spans)
    )
    return first if _link(first) is not None else None


def _with_chains_parted(located: Sequence[Located]) -> list[Located]:
    """The formulas with what a link equals, and what that is, as two equations."""
    found: list[Located] = []
    for d, f in located:
        if isinstance(f, Formula) and any(_passing(s) is not None for s in f.statements):
            parted = [(after_first_of(s), first) if (first := _passing(s)) else (s,) for s in f.statements]
            f = replace(f, statements=tuple(x for pair in parted for x in pair))
        found.append((d, f))
    return found


def after_first_of(s: Statement) -> Statement:
    """The statement without the first member of its chain."""
    return replace_statement(s, chain=after_first(s.chain))


def _turned(s: Statement) -> Statement | None:
    r"""`\eta_i = \log \lambda_i` with its sides changed."""
    chain = s.chain
    if len(chain.members) != 2 or chain.relations not in (("=",), (":=",)) or not isinstance(chain.members[0], Name):
        return None
    other = replace_statement(s, chain=replace(chain, members=chain.members[::-1], relations=("=",)))
    return other if _link(other) is not None else None


def _with_links_turned(located: Sequence[Located]) -> list[Located]:
    r"""The formulas with the sides of a link changed where what it equals is what the page computes, or varies.

    The name under the link has no definition, and no line differentiates what it equals.
    """
    statements = [s for f in read_of(located) for s in f.statements]
    heads = [_key(s.chain.members[0]) for s in statements if s.chain.relations[:1] in (("=",), (":=",))]
    by = {_key(w.body) for s in statements for w in of_kind(s, Wrt)}
    of = {_key(x.of) for s in statements for x in of_kind(s, Derivative) if x.of is not None}

    def changed(s: Statement) -> Statement:
        turned = _turned(s)
        link = _link(turned) if turned is not None else None
        if turned is None or link is None:
            return s
        name, under = _key(s.chain.members[0]), _key(link[0])
        free = under not in heads and name not in of and under is not None
        return turned if free and (heads.count(name) > 1 or (name in by and under not in by)) else s

    return with_statements(located, changed)


def _key(x: Node) -> Key | None:
    x = _named(x) or x
    return (x.base, x.accents, x.font, sum(len(s.entries) for s in x.scripts)) if isinstance(x, Name) else None


def _named(x: Node) -> Name | None:
    r"""The name of `m_i` and of `p(x_n | \\mu_k)`, whose arguments carry indices."""
    if isinstance(x, Product) and len(x.factors) == 2 and x.factors[1].joined and isinstance(x.factors[1].body, Group):
        carries = any(isinstance(i, Name) and i.scripts for i in x.factors[1].body.items)
        x = x.factors[0].body if carries else x
    return x if isinstance(x, Name) else None


def _link(s: Statement) -> tuple[Node, Callable[[Node], Node]] | None:
    """The name under a link function that stands alone on the left, and the inverse of the link."""
    if s.chain.relations != ("=",) or len(s.chain.members) != 2 or s.struck:
        return None
    left = s.chain.members[0]
    if isinstance(left, Product) and len(left.factors) == 2 and left.factors[1].joined:
        name, arg = left.factors[0].body, inside_of(left.factors[1].body)
        said = isinstance(name, Name) and name.base == "logit" and not name.scripts and isinstance(arg, Name)
        return (arg, _logistic) if said and isinstance(arg, Name) else None
    if not isinstance(left, Call) or left.scripts or left.primes or len(left.args) != 1:
        return None
    arg = inside_of(left.args[0])
    if left.function in LOGARITHMS and _named(arg) is not None:
        return arg, lambda body: Call("exp", (body,), span=_span(body))
    odds = _odds(arg) if left.function in LOGARITHMS else None
    return (odds, _logistic) if isinstance(odds, Name) else None


def _odds(x: Node) -> Node | None:
    """The p of `p / (1 - p)`."""
    if isinstance(x, Fraction):
        top, bottom = x.numerator, x.denominator
    elif isinstance(x, Product) and [f.operator for f in x.factors] == ["", "/"]:
        top, bottom = (f.body for f in x.factors)
    else:
        return None
    bottom = inside_of(bottom)
    if not isinstance(bottom, Terms) or len(bottom.terms) != 2:
        return None
    one, other = bottom.terms
    matches = one.sign == "" and other.sign == "-" and one.body == Number("1") and other.body == inside_of(top)
    return inside_of(top) if matches else None


def _logistic(body: Node) -> Node:
    span = _span(body)
    grown = Call("exp", (Terms((Term("-", Group("(", (body,), ")", (), span), span),), span),), span=span)
    return Fraction(
        Number("1", span), Terms((Term("", Number("1", span), span), Term("+", grown, span)), span), span=span
    )


def _span(x: Node) -> tuple[int, int]:
    return getattr(x, "span", (0, 0))
