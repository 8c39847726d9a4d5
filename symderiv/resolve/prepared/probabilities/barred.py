r"""Arguments with a bar between them: `D_{KL}(q \,\|\, p)`, `\pi(a \mid s)`, `\mathcal{N}(x_n | \mu_k, \sigma_k^2)`.

A bar parts arguments as a comma does, but `p(x | y)` is not `p(x, y)`: so it is one only for a name all of whose
parentheses are parted alike. Arguments that are the same wherever they are written, and no indices, only show what
the name is about. What is neither stays unread.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....errors import AmbiguousError, ReadError
from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import Factor, Formula, Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, label_of, letter_of, letters_in, stem_of
from ..applied import head_of

BARS = frozenset(["|", r"\|"])
CAUSE = "a conditional probability such as `p(x|h)` is not read where the same name has other arguments too"


@dataclass(frozen=True, slots=True)
class _Bars:
    """Names with a bar in their parentheses: those whose arguments only show something, those parted alike, those
    whose arguments tell one value from another, and those that also stand alone, `\\ell(\\theta | x)` beside
    `\\partial \\ell`: given what is behind the bar."""

    shown: set[Stem]
    alike: set[Stem]
    apart: set[Stem]
    given: set[Stem]


def _has_bars(s: Statement) -> bool:
    """Does a name stand before arguments with a bar?"""
    pairs = ((a, b) for x in t.of_kind(s, Product) for a, b in zip(x.factors, x.factors[1:], strict=False))
    return any((group := _arguments(a, b)) is not None and _is_barred(group) for a, b in pairs)


@where(_has_bars)
def without_bars(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document without bars between arguments, as far as it is plain what they mean."""
    formulas = read_of(located)
    bars = _bars_of(formulas)
    if bars is None:
        return list(located)
    lefts = {s.chain.members[0] for f in formulas for s in f.statements if s.chain.relations}

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product) or (factors := _told(x, bars)) is None:
            return None
        if len(factors) == 1:
            alone: Node = rebuilt(factors[0].body, change)
            return alone
        return replace(x, factors=tuple(replace(f, body=rebuilt(f.body, change)) for f in factors))

    def checked(f: Formula) -> Formula | ReadError:
        left = next((x for x in t.of_kind(f, Group) if _is_barred(x)), None)
        return f if left is None else AmbiguousError(CAUSE, f.place(left.span), "write it as a name: `p_{x,h}`")

    found = with_statements(located, lambda s: rebuilt(_unnamed(s, lefts), change))
    return [(d, f if isinstance(f, ReadError) else checked(f)) for d, f in found]


def _bars_of(formulas: Sequence[Formula]) -> _Bars | None:
    """What the bars of a document mean; None where there are none."""
    uses: dict[Stem, list[Group]] = {}
    scripts: dict[Stem, set[tuple[t.Script, ...]]] = {}
    for x in (x for f in formulas for x in t.of_kind(f, Product)):
        for a, b in zip(x.factors, x.factors[1:], strict=False):
            if (group := _arguments(a, b)) is not None and isinstance(a.body, Name):
                uses.setdefault(stem_of(a.body), []).append(group)
                scripts.setdefault(stem_of(a.body), set()).add(a.body.scripts)
    with_bar = {key for key, groups in uses.items() if any(map(_is_barred, groups))}
    if not with_bar:
        return None
    running = {letter for f in formulas for letter in _indices(f)}
    names = [x for f in formulas for s in f.statements if s.chain.relations for x in t.of_kind(s, Name)]
    bound = {letter for f in formulas for x in t.of_kind(f, t.BigSum) for i in x.below for letter in letters_in(i)}
    shown = {key for key in with_bar if _only_shows(uses[key], running, bound) and len(scripts[key]) == 1}
    always = {key for key in with_bar if sum(stem_of(x) == key for x in names) <= len(uses[key])}
    apart = {key for key in always - shown if all(_is_pair(g, running) for g in uses[key]) and len(scripts[key]) == 1}
    below = {letter for f in formulas for letter in _indices(f, above=False)}
    given = {key for key in with_bar - always - shown if _is_given(uses[key], below)}
    lefts = (s.chain.members[0] for f in formulas for s in f.statements if s.chain.relations)
    applied = (x for x in lefts if isinstance(x, Product) and len(x.factors) == len(("p", "(x|h)")))
    defined = {stem_of(head) for x in applied if (head := head_of(x)) is not None}
    return _Bars(shown, {key for key in always - apart if _is_one(uses[key], key in defined)}, apart, given)


def _told(x: Product, bars: _Bars) -> tuple[Factor, ...] | None:
    """The factors without arguments that only show something, and with commas for bars; None if nothing changes."""
    factors: list[Factor] = []
    for f in x.factors:
        name = factors[-1].body if factors else None
        group = _arguments(factors[-1], f) if factors else None
        if group is not None and isinstance(name, Name):
            if stem_of(name) in bars.shown:
                continue
            if stem_of(name) in bars.apart:
                factors[-1] = replace(factors[-1], body=_labelled(name, group))
                continue
            if stem_of(name) in bars.given:
                f = replace(f, body=_before_bar(group))
            elif stem_of(name) in bars.alike:
                f = replace(f, body=replace(group, separators=(",",) * len(group.separators)))
        factors.append(f)
    return None if tuple(factors) == x.factors else tuple(factors)


def _unnamed(s: Statement, lefts: set[Node]) -> Statement:
    r"""`\phi_{wz} = P(w|z)` as the name alone, where nothing says what `P(w|z)` is."""
    if s.chain.relations != ("=",) or not isinstance(s.chain.members[0], Name):
        return s
    right = s.chain.members[1]
    if not isinstance(right, Product) or len(right.factors) != 2 or right in lefts:
        return s
    group = _arguments(*right.factors)
    if group is None or not _is_barred(group):
        return s
    return replace_statement(s, chain=replace(s.chain, members=s.chain.members[:1], relations=(), relation_spans=()))


def _arguments(a: Factor, b: Factor) -> Group | None:
    """The parenthesis right behind a name."""
    called = isinstance(a.body, Name) and b.joined and isinstance(b.body, Group) and b.body.open == "("
    return b.body if called and isinstance(b.body, Group) else None


def _is_barred(group: Group) -> bool:
    return bool(BARS & set(group.separators))


def _is_one(groups: list[Group], defined: bool) -> bool:
    r"""Is it one function: parted alike, and no name ever in two places (`p(x|z)` beside `p(z|x)`)?

    `P(s'|s, a)` is about two of one kind: where all have that letter on both sides, its primes tell names apart. So do
    accents where the page defines what it is: of a `KL(\rho || \hat\rho_j)` that it does not define others know more.
    """
    heads = [{n: x for n, item in enumerate(g.items) if (x := _head(item)) is not None} for g in groups]
    among = set[str]().union(*({x.base for x in h.values()} for h in heads))
    both = {base for base in among if all(_is_on_both_sides(base, h, g) for h, g in zip(heads, groups, strict=True))}
    places: dict[tuple[Stem, int], set[int]] = {}
    for h in heads:
        for n, x in h.items():
            stem = stem_of(x) if defined else (x.base, (), "")
            places.setdefault((stem, x.primes if x.base in both else 0), set()).add(n)
    alike = len({g.separators for g in groups}) == 1
    return alike and all(len(found) == 1 for found in places.values())


def _head(item: Node) -> Name | None:
    return next((x for x in t.walk(item) if isinstance(x, Name)), None)


def _is_on_both_sides(base: str, heads: Mapping[int, Name], group: Group) -> bool:
    """Does a letter stand once on either side of the bar, with other primes?"""
    bars = [n for n, s in enumerate(group.separators) if s in BARS]
    found = [(n, x.primes) for n, x in heads.items() if x.base == base]
    return len(bars) == 1 and len(found) == 2 and found[0][0] <= bars[0] < found[1][0] and found[0][1] != found[1][1]


def _is_given(groups: list[Group], running: set[str]) -> bool:
    """Do all hold the same, with one bar, no index before it and nothing but names behind it?"""
    first = groups[0]
    if not running.isdisjoint(letter for i in first.items if (letter := letter_of(i)) is not None):
        return False
    bars = [n for n, s in enumerate(first.separators) if s in BARS]
    same = len(bars) == 1 and first.separators[bars[0]] == "|" and all(g == first for g in groups)
    return same and all(
        isinstance(i, t.Text) or (isinstance(i, Name) and not i.scripts) for i in first.items[bars[0] + 1 :]
    )


def _before_bar(group: Group) -> Group:
    bar = group.separators.index("|")
    return replace(group, items=group.items[: bar + 1], separators=group.separators[:bar])


def _is_pair(group: Group, running: set[str]) -> bool:
    """Are the arguments two names with a double bar between them, over which nothing runs?"""
    return group.separators == (r"\|",) and all(_is_plain(i, running) for i in group.items)


def _labelled(name: Name, group: Group) -> Name:
    """The name with its arguments as a label."""
    own = [label_of(e) or "" for s in name.scripts if not s.above for e in s.entries]
    pair = " ‖ ".join(label_of(i) or "" for i in group.items)
    label = t.Text(" ".join((*own, pair)), span=name.span)
    above = tuple(s for s in name.scripts if s.above)
    return replace(name, scripts=(*above, t.Script(False, (label,), span=name.span)))


def _is_plain(x: Node, running: set[str]) -> bool:
    return isinstance(x, Name) and not x.scripts and x.base not in running


def _only_shows(groups: list[Group], running: set[str], bound: set[str]) -> bool:
    r"""Are the arguments the same everywhere, and names that no sum or script runs over, `w | w^{\text{old}}`?"""
    first = groups[0]
    plain = all(_is_plain(_without_label(i, bound), running) for i in first.items)
    front = first.items[0]
    front = replace(front, scripts=()) if isinstance(front, Name) and _is_run(_entries(front)) else front
    return plain and _is_plain(front, running) and all(g == first for g in groups)


def _without_label(x: Node, bound: set[str]) -> Node:
    r"""`\theta` of `\theta^{\text{old}}`, `\theta^{(t)}` and `\theta_0`, where no sum runs over t; x of `x_{1:N}`."""
    if not isinstance(x, Name):
        return x
    above = all(s.above and all(isinstance(e, t.Text) for e in s.entries) for s in x.scripts)
    entries = _entries(x)
    numbered = len(entries) == 1 and (isinstance(entries[0], t.Number) or letter_of(entries[0]) not in (None, *bound))
    return replace(x, scripts=()) if above or numbered or _is_run(entries) else x


def _entries(x: Name) -> list[Node]:
    return [e for s in x.scripts for e in s.entries]


def _is_run(entries: Sequence[Node]) -> bool:
    """Is it `1:N` in a script: what stands before the colon, and the colon with what stands behind it?"""
    last = entries[1] if len(entries) == 2 else None
    return isinstance(last, Product) and last.factors[0].body == t.Symbol(":")


def _indices(f: Formula, above: bool = True) -> set[str]:
    """The letters under sums and in scripts, or without those `above` a name, which may be powers."""
    found: set[str] = set()
    for x in t.walk(f):
        if isinstance(x, t.BigSum):
            found.update(y for item in x.below for z in t.walk(item) for y in letters_in(z))
        elif isinstance(x, t.Script) and (above or not x.above):
            found.update(y for e in x.entries for y in letters_in(e))
    return found
