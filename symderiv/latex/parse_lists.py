r"""Chains of relations, and lists of them parted by commas: what is one range is put together again.

`i = 1, \dots, I` is typed as three things between commas and is one chain; so are `1 \le i, j \le n` and `i, j \in S`.
"""

from __future__ import annotations

from ..notation import EQUALITIES
from .lexer import exceeded
from .parse_terms import FACTORS, Expressions
from .source import Offsets
from .tree import Chain, Group, Listing, Name, Node, Number, Product, Symbol
from .worked_out import in_steps

DOTS = Symbol(r"\dots")

INEQUALITIES = frozenset([r"\le", r"\ge", "<", ">"])
RANGING = INEQUALITIES | {r"\in", r"\pmod"}


class Lists(Expressions):
    """Relations and commas."""

    def chain(self) -> Chain:
        """`a = b \\le c`; a bare expression is a chain of one member."""
        start = self.at
        members = [self.member()]
        relations: list[str] = []
        spans: list[Offsets] = []
        while self.continues(relations) and not self.is_remark():
            relations.append(self.token.text)
            spans.append(self.token.span)
            self.at += 1
            if self.token.kind in ("", "comma", "row", "quad", ")"):
                self.fail(f"expected an expression after `{relations[-1]}`, found {self.found()}")
            if self.token.kind == "rel":
                self.fail(f"two relations in a row: `{relations[-1]}` and `{self.token.text}`")
            members.append(self.member())
            if len(members) > self.limits.members:
                cause = f"a chain of more than {self.limits.members:,} members"
                exceeded(self.source, self.here(), cause, "begin an equation of its own")
        if relations[-2:] == ["=", r"\sim"] and isinstance(members[-2], Number):  # `i = 1 \sim n`
            last = Listing((members[-2], DOTS, members[-1]), (members[-2].span[0], members[-1].span[1]))
            members[-2:], relations[-1:], spans[-1:] = [last], [], []
        return in_steps(Chain(tuple(members), tuple(relations), tuple(spans), self.since(start)))

    def continues(self, relations: list[str]) -> bool:
        r"""Whether a relation follows; on a new row, one that goes on with this chain: `1 \\le i \\\\ = c` does not."""
        if self.token.kind != "again":
            return self.token.kind == "rel"
        follows = self.peek()
        remark = follows.text in (r"\leftarrow", r"\to") and self.peek(2).kind == "text"
        if remark or (follows.text in EQUALITIES and not RANGING.isdisjoint(relations)):
            return False
        self.at += 1
        return True

    def is_remark(self) -> bool:
        """Whether the relation is an arrow to a remark: `\\leftarrow \\text{chain rule}`."""
        return self.token.text in (r"\leftarrow", r"\to") and self.peek().kind == "text"

    def tag_follows(self) -> bool:
        """Whether dots lead to an equation number typed by hand: `\\cdots (3)`."""
        at = self.at + 1
        return (
            at + 2 < self.end
            and self.tokens[at].text == "("
            and self.tokens[at + 1].kind == "num"
            and self.partner[at] == at + 2
        )

    def items(self) -> tuple[tuple[Node, ...], tuple[str, ...]]:
        """The list up to the end of the part; a chain without relation is its only member."""
        chains, separators = self.chains()
        return tuple(c if c.relations else c.members[0] for c in chains), separators

    def chains(self) -> tuple[tuple[Chain, ...], tuple[str, ...]]:
        """The chains up to the end of the part, or to something that parts statements, ranges put together."""
        found = [self.chain()]
        separators: list[str] = []
        while True:
            token = self.token
            if token.kind == "comma":
                following = self.peek()
                if following.kind in ("rel", "comma", ")", "}"):
                    self.at += 1
                    self.fail(f"expected an expression after `{token.text}`, found {self.found()}")
                if following.kind not in FACTORS and following.kind not in ("sign", "dots", "bar", "op", "colon"):
                    break
                self.at += 1
                separators.append(token.text)
            elif found[-1].members == (DOTS,) and token.kind in FACTORS:
                separators.append(",")  # `1, \dots n`
            elif self.in_script and (token.kind == "colon" or (_is_colon(found[-1]) and token.kind in FACTORS)):
                separators.append(",")  # `_{i:}`, `_{:j}`
            elif token.kind == "dots" and self.peek().kind in FACTORS and not self.tag_follows():
                separators.append(",")  # `1..n`
            else:
                break
            found.append(self.chain())
        if len(found) > 1 and (any(c.relations for c in found)):
            return regroup(tuple(found), tuple(separators))
        return tuple(found), tuple(separators)


def _is_colon(chain: Chain) -> bool:
    """Is it a sign for all entries, the first of `_{:j}`?"""
    return chain.members == (Symbol(":"),)


def regroup(chains: tuple[Chain, ...], separators: tuple[str, ...]) -> tuple[tuple[Chain, ...], tuple[str, ...]]:
    r"""Put the pieces of one range together again.

    >>> i, n = Name("i"), Name("n")
    >>> pieces = (Chain((i, Number("1")), ("=",)), Chain((DOTS,), ()), Chain((n,), ()))
    >>> regroup(pieces, (",", ","))[0] == (Chain((i, Listing((Number("1"), DOTS, n))), ("=",)),)
    True
    """
    out: list[Chain] = []
    kept: list[str] = []
    at = 0
    chains = _each_within(chains)
    while at < len(chains):
        first = at
        chain, at = _listed(chains, at)
        chain, at = _joint(chains, chain, at)
        chain, at = _together(chains, chain, first, at)
        if out:
            kept.append(separators[first - 1])
        out.append(chain)
    return tuple(out), tuple(kept)


def _each_within(chains: tuple[Chain, ...]) -> tuple[Chain, ...]:
    r"""`s(t), h(t) \in S` as what it says of each: names with something in parentheses are no range of letters."""
    out: list[Chain] = []
    for c in reversed(chains):
        last = out[-1] if out else c
        if not c.relations and last.relations == (r"\in",) and _is_applied(c) and _is_applied(last):
            c = Chain((c.members[0], last.members[1]), last.relations, last.relation_spans, c.span)
        out.append(c)
    return tuple(reversed(out))


def _is_applied(chain: Chain) -> bool:
    """Does it begin with a name and what stands in parentheses behind it, and nothing more?"""
    first = chain.members[0]
    two = first.factors if isinstance(first, Product) and len(first.factors) == len("s(") else ()
    return bool(two) and isinstance(two[0].body, Name) and two[1].joined and isinstance(two[1].body, Group)


def _listed(chains: tuple[Chain, ...], at: int) -> tuple[Chain, int]:
    """`i = 1` and the bare `\\dots`, `I` (or `2`, `3`) after it."""
    chain = chains[at]
    at += 1
    if not chain.relations or chain.relations[-1] not in ("=", r"\in"):
        return chain, at
    end = at
    while end < len(chains) and not chains[end].relations:
        end += 1
    bare = [c.members[0] for c in chains[at:end]]
    if DOTS in bare:
        count = min(bare.index(DOTS) + 2, len(bare))
    else:
        count = 0
        while count < len(bare) and isinstance(bare[count], Number) and isinstance(chain.members[-1], Number):
            count += 1
    if not count:
        return chain, at
    listing = Listing((chain.members[-1], *bare[:count]), (chain.members[-1].span[0], bare[count - 1].span[1]))
    return _with_last(chain, listing), at + count


def _joint(chains: tuple[Chain, ...], chain: Chain, at: int) -> tuple[Chain, int]:
    """`1 \\le i`, (bare `j`,) `k \\le n`: one range for all."""
    if len(chain.relations) != 1 or chain.relations[0] not in INEQUALITIES:
        return chain, at
    if not isinstance(chain.members[0], Number) or not isinstance(chain.members[1], Name):
        return chain, at
    end = at
    while end < len(chains) and not chains[end].relations:
        end += 1
    if end == len(chains) or chains[end].relations[0] not in INEQUALITIES:
        return chain, at
    last = chains[end]
    names = [c.members[0] for c in chains[at:end]] + [last.members[0]]
    if not all(isinstance(n, Name) for n in names):
        return chain, at
    listing = Listing((chain.members[1], *names), (chain.members[1].span[0], names[-1].span[1]))
    members = (chain.members[0], listing, *last.members[1:])
    spans = chain.relation_spans + last.relation_spans
    return Chain(members, chain.relations + last.relations, spans, (chain.span[0], last.span[1])), end + 1


def _together(chains: tuple[Chain, ...], chain: Chain, first: int, at: int) -> tuple[Chain, int]:
    """Bare names before a range: `i, j \\in S`, `i, j = 1, \\dots, n`, `k, l \\le n`."""
    if chain.relations or not isinstance(chain.members[0], Name):
        return chain, at
    end = at
    while end < len(chains) and not chains[end].relations and isinstance(chains[end].members[0], Name):
        end += 1
    if end == len(chains):
        return chain, at
    last, after = _listed(chains, end)
    ranging = last.relations and (last.relations[0] in RANGING or is_range(last))
    if not ranging or not isinstance(last.members[0], Name):
        return chain, at
    names = [c.members[0] for c in chains[first:end]] + [last.members[0]]
    listing = Listing(tuple(names), (names[0].span[0], names[-1].span[1]))
    members = (listing, *last.members[1:])
    return Chain(members, last.relations, last.relation_spans, (names[0].span[0], last.span[1])), after


def _with_last(chain: Chain, member: Node) -> Chain:
    span = (chain.span[0], member.span[1])
    return Chain((*chain.members[:-1], member), chain.relations, chain.relation_spans, span)


def is_range(chain: Chain) -> bool:
    r"""Whether it can be nothing but a range or condition: dots, an inequality, `\ne`, `\in`."""
    if any(isinstance(m, Listing) for m in chain.members):
        return True
    if chain.relations[:1] and chain.relations[0] in EQUALITIES and chain.relations[-1] == r"\in":
        last = chain.members[-1]  # `h = W x \in \mathbb{R}^n` equates
        if isinstance(last, Name) and last.base == "R" and last.font and last.scripts:
            return False
    return any(r in RANGING or r in (r"\ne", r"\notin") for r in chain.relations)
