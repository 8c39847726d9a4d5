r"""Gradients that say below, in parentheses, what they are taken by: `\nabla e_{(A)}` is `\nabla_A e`.

So it is where the page also has the e alone and differentiates by A or its entries, nothing but gradients have such an
A below, and A is a capital or bold letter that counts nothing; or a small one by which the page differentiates the same
e, the w of `\nabla e_{(w)}` beside `de/dw`, and then any name of the page. A line `\nabla e_{(A)} = (a'_{ij})`, or
`\nabla_A e = (a'_{ij})`, beside `A = (a_{ij})` says what the entries are: `\partial e / \partial a_{ij} = a'_{ij}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import Chain, Group, Nabla, Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.declared import BOLD
from ...spelled.shape import is_mark, letter_of, letters_in
from ...stated import matrix_told, whole_and_entry

SMALL = lazily(r"[a-hopqru-z]")
"""Small letters that may be what a gradient is taken by, and number no examples and no steps."""


def _has_gradient(s: Statement) -> bool:
    return any(_by(x) is not None or (x.by is not None and _entries(s.chain)) for x in t.of_kind(s, Nabla))


@where(_has_gradient)
def with_gradients_by_below(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such gradients as all others are written, and equations of their entries."""
    statements = [s for f in read_of(located) for s in f.statements]
    chains = [c for s in statements for c in (s.chain, *s.conditions)]
    told = {m[0]: m[1] for c in chains if (m := matrix_told(c)) is not None}
    gradients = [x for c in chains for x in t.of_kind(c, Nabla) if _by(x) is not None]
    counting = set(_counting(chains))
    of = {x.of for x in gradients}
    names = [x for c in chains for x in t.of_kind(c, Name)]
    inside = sum(x in of for x in names) != len(gradients)
    alone = {x for x in names if not x.scripts and not x.primes}
    below = {id(e) for x in of if isinstance(x, Name) for s in x.scripts for e in s.entries}
    plain = {x for x in names if not x.scripts and not x.primes and id(x) not in below}
    by = {BOLD.sub(r"\1", w.body.base).lower() for c in chains for w in t.of_kind(c, t.Wrt) if isinstance(w.body, Name)}
    taken = {(x.of, letter_of(w.body)) for c in chains for x in t.of_kind(c, t.Derivative) for w in x.wrt}
    meant = {x for x in gradients if _plain(x) in alone and _letter(x) not in counting}
    shown = {_plain(x) for x in meant if (_plain(x), _letter(x)) in taken}
    small = {x for x in meant if SMALL.fullmatch(_letter(x)) and _plain(x) in shown and Name(_letter(x)) in plain}
    meant = {x for x in meant - small if not SMALL.fullmatch(_letter(x)) and BOLD.sub(r"\1", _letter(x)).lower() in by}
    meant = set() if inside else meant | small

    def change(x: Any) -> Node | None:
        if not isinstance(x, Nabla) or x not in meant or (by := _by(x)) is None or not isinstance(x.of, Name):
            return None
        found: Node = replace(x, by=replace(by, bracket=""), of=_plain(x))
        above = tuple(s for s in x.of.scripts if s.above)
        return t.Scripted(Group("(", (found,), ")", (), x.span), above, 0, x.span) if above else found

    def changed(s: Statement) -> Statement:
        return replace_statement(s, chain=_by_entries(rebuilt(s.chain, change), told))

    return with_statements(located, changed)


def _by(x: Nabla) -> Script | None:
    """What stands below the name of which a gradient is taken, in parentheses; a transpose may stand above it."""
    if x.by is not None or x.order != 1 or not isinstance(x.of, Name) or x.of.primes:
        return None
    below = [s for s in x.of.scripts if not s.above]
    turned = all(len(s.entries) == 1 and is_mark(s.entries[0]) and not s.bracket for s in x.of.scripts if s.above)
    fits = turned and len(below) == 1 and below[0].bracket == "(" and len(below[0].entries) == 1
    entry = below[0].entries[0] if fits else None
    if not isinstance(entry, Name) or entry.scripts or entry.primes:
        return None
    letter = letter_of(entry) or ""
    capital = len(letter) == 1 and letter.isupper()
    return below[0] if capital or BOLD.fullmatch(letter) or SMALL.fullmatch(letter) else None


def _plain(x: Nabla) -> Name:
    """The name of which a gradient is taken, alone."""
    assert isinstance(x.of, Name)
    return replace(x.of, scripts=())


def _letter(x: Nabla) -> str:
    by = _by(x)
    return "" if by is None else letter_of(by.entries[0]) or ""


def _counting(chains: Sequence[Chain]) -> Iterator[str]:
    """The letters at the ends of sums and of ranges."""
    for c in chains:
        for x in t.of_kind(c, t.BigSum):
            yield from letters_in(x.above) if x.above is not None else ()
        if any(isinstance(m, t.Listing) for m in c.members):
            yield from letters_in(c)


def _entries(chain: Chain) -> Node | None:
    """The entry in parentheses to which the one other member, a gradient, is equal."""
    if len(chain.members) != 2 or not isinstance(chain.members[0], Nabla):
        return None
    alike = whole_and_entry(replace(chain, members=(Name("A"), chain.members[1])))
    return alike[1] if alike is not None and isinstance(alike[1], Name) else None


def _by_entries(chain: Chain, told: Mapping[str, Node]) -> Chain:
    """The equation of entries that `\\nabla_A e = (a'_{ij})` is beside `A = (a_{ij})`; any other as it is."""
    item, left = _entries(chain), chain.members[0]
    if item is None or not isinstance(left, Nabla) or left.by is None or len(left.by.entries) != 1 or left.order != 1:
        return chain
    entry = told.get(letter_of(left.by.entries[0]) or "")
    if entry is None or not _letters(entry) or _letters(entry) != _letters(item):
        return chain
    derivative = t.Derivative(left.of, (t.Wrt(entry, span=left.span),), span=left.span)
    return replace(chain, members=(derivative, replace(item, span=getattr(chain.members[1], "span", (0, 0)))))


def _letters(x: Node) -> list[str | None]:
    """What stands below a name, by letter."""
    scripts = x.scripts if isinstance(x, Name) else ()
    return [letter_of(e) for s in scripts if not s.above for e in s.entries]
