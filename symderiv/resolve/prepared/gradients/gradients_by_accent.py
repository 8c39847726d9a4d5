r"""Gradients named by an accent: `$\overline{v}$ denotes $\partial L/\partial v$`, then `\overline{h_i} = ..`.

Texts on automatic differentiation write so, most often with a bar. Words say it of one letter and mean every other that
has the accent, where that letter is no value of the page. (`\overline{L} = 1` alone does not say so.) Said of a value
of the page, it holds for it and for all of which a line tells by such gradients. What the loss is made of, what is an
average, and what is defined before it is said, are values with an accent of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....document.blocks import Block
from ....errors import ReadError
from ....latex import tree as t
from ....latex.denials import denies, weakens
from ....latex.tree import Chain, Formula, Name, Node
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, WORD_FONTS
from ....pattern import lazily
from ...located import Located, read_of
from ...spelled.shape import Stem, stem_of
from ...stated import matrix_told, whole_and_entry
from ..said_in_place import gaps_of, value_alone
from .gradients_by_d import OWN, only_loss, with_marks_kept
from .gradients_by_d_told import TURNED

_KINDS = r"(?:(?:partial|total|error|loss|corresponding|upstream)\s+)*"
_GRADIENT = rf"(?:(?:the|an?)\s+)?{_KINDS}(?:derivatives?|gradients?|error\s+signals?|adjoints?|sensitivit(?:y|ies))"
_VERB = r"(?:denotes?|be|is|are|represents?|means?|stands?\s+for|abbreviates?|for|as)"
MEANS = lazily(
    rf"\s*,?\s*(?:(?:to|will|shall|always|here)\s+)*{_VERB}\s+(?:{_GRADIENT}\s*)?"
    r"|\s*,?\s*(?:as\s+)?(?:an?\s+)?short(?:hand)?\s+for\s*|\s*(?:は|で)[、,]?\s*",
    re.I,
)
"""Words between the name and the derivative that it is,"""
CALLED = lazily(
    r"\s*,?\s*(?:(?:is|are|will be)\s+)?(?:denoted|written|abbreviated|called)?\s*(?:by|as|to)?\s*|\s*を[、,]?\s*", re.I
)
"""and between the derivative and the name that it is given,"""
CALLING = lazily(r"\b(?:denoted?|writ(?:e|ten)|abbreviated?|call(?:ed)?|notation)\b|書|表|記", re.I)
"""where such a word stands before or between, or behind them."""
IN_WORDS = lazily(
    rf"\b(?:over(?:bar|line)s?|bars?|tildes?|hats?)\b[^.;$]{{0,60}}\b{_VERB}\s+{_GRADIENT}"
    rf"|{_GRADIENT}[^.;$]{{0,60}}\b(?:denoted|written|marked|indicated)\b[^.;$]{{0,20}}\b(?:over(?:bar|line)s?|bars?)\b",
    re.I,
)
"""Words that say it of a bar without a formula of the name,"""
OF = lazily(
    r"\s*of\s+(?:(?:the|our|some)\s+)?(?:(?:total|final|scalar)\s+)?(?:(?:loss|cost|objective|error|energy)"
    r"(?:\s+function)?)?(?P<named>\s*\Z)?(?=\s*(?:\Z|[.,;:()]|with\b|w\.?r))|(?=\s*(?:\Z|[.,;:()]|with\b|w\.?r))",
    re.I,
)
"""and how they go on: of what, perhaps a formula behind them."""
ACCENT = {"bar": "bar", "ove": "bar", "til": "tilde", "hat": "hat"}
ANY = lazily(r"\b(?:any|every|each|all|some|an?|general\w*)\s+(?:\w+\s+)?(?:value|variable|quantity|node|name)", re.I)
"""Words that say it of every value."""


@dataclass(frozen=True, slots=True)
class Told:
    """That a name with an accent is the derivative of a loss by that without it; in the formula of this number. Without
    a name it holds for every one."""

    accent: str
    loss: Name
    at: int
    name: Name | None = None


def with_gradients_by_accent(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas with derivatives in the place of such names."""
    if not any(x.accents for f in read_of(located) for x in t.of_kind(f, Name)):
        return list(located)
    chains = [s.chain for f in read_of(located) for s in f.statements if s.chain.relations]
    told = [
        *_told(located, blocks),
        *_said_by_equations(located),
        *_in_words(located, blocks, chains),
    ]
    if len({(x.accent, x.loss) for x in told}) != 1:
        return list(located)
    values = {stem_of(x) for c in chains if _says(c) is None for x in _values(c)}
    keys = _meant(located, told, chains, values)
    if not keys:
        return list(located)
    keys |= {stem_of(whole) for c in chains if (whole := _whole(c, keys)) is not None}
    strangers = {stem_of(_bare(x.name)) for x in told if x.name is not None} - values
    return [_read(pair, told[0], keys, strangers) for pair in located]


def _meant(located: Sequence[Located], told: Sequence[Told], chains: Sequence[Chain], values: set[Stem]) -> set[Stem]:
    """The names with the accent that are gradients."""
    accent, loss = told[0].accent, told[0].loss
    marked = {k for c in chains for x in _values(c) if (k := stem_of(x))[1][:1] == (accent,)}
    by = {stem_of(w.body) for c in chains for w in t.of_kind(c, t.Wrt) if isinstance(w.body, Name)}
    before = {stem_of(x) for n, (_, f) in enumerate(located) if n < min(x.at for x in told) for x in _lefts(f)}
    others = _made_of(chains, stem_of(loss)) | by | before | set(map(stem_of, _averages(chains)))
    named = {stem_of(x) for f in read_of(located) for s in f.statements for x in _values(s.chain)}
    open_ = {k for k in marked - others if _without(k) in named}
    if any(x.name is None or stem_of(_bare(x.name)) not in values for x in told):
        return open_
    found = {stem_of(x.name) for x in told if x.name is not None} & open_
    while True:
        from_ = (c for c in chains if found & {stem_of(x) for m in c.members[1:] for x in _values(m)})
        more = {left for c in from_ if (left := _left(c)) is not None} & open_
        if more <= found:
            return found
        found |= more


def _read(pair: Located, told: Told, keys: set[Stem], strangers: set[Stem]) -> Located:
    """A formula with derivatives; one that only says what the accent means says nothing of the network."""
    display, f = pair
    if isinstance(f, ReadError):
        return pair

    def change(x: Any) -> Node | None:
        if isinstance(x, Name) and stem_of(x) in keys:
            return with_marks_kept(x, told.loss)
        if not isinstance(x, t.Product):
            return None
        named = [isinstance(a.body, Name) and stem_of(a.body) in keys for a in x.factors]
        factors = tuple(
            replace(b, body=rebuilt(b.body, change), joined=b.joined and not behind)
            for b, behind in zip(x.factors, (False, *named), strict=False)
        )
        return None if factors == x.factors else replace(x, factors=factors)

    def alone(s: t.Statement) -> t.Statement:
        whole = _whole(s.chain, keys)
        return s if whole is None else rebuilt(s, lambda x: _bare(x) if isinstance(x, Name) and x.accents else None)

    kept = tuple(alone(s) for s in f.statements if not _only_says(s.chain, strangers | {_without(k) for k in keys}))
    return display, replace(f, statements=tuple(rebuilt(s, change) for s in kept))


def _whole(c: Chain, keys: set[Stem]) -> Name | None:
    r"""The array of a line that says of which gradients it is made, `\overline{\mathbf{y}} = (\overline{y_k})`.

    It is the gradient by `\mathbf{y} = (y_k)`.
    """
    whole, entry = whole_and_entry(c) or (None, None)
    told = matrix_told(c) is not None and isinstance(entry, Name) and stem_of(entry) in keys
    alike = whole is not None and isinstance(entry, Name) and whole.accents == entry.accents
    return whole if told and alike else None


def _only_says(c: Chain, meant: set[Stem]) -> bool:
    r"""Is it `\overline{v} = \partial L/\partial v` and no more, so that nothing is claimed?"""
    said = _says(c) if len(c.members) == 2 else None
    return said is not None and _without(stem_of(said[0])) in meant


def _told(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[Told]:
    """What words between two formulas say, a name and a derivative."""
    gaps = gaps_of(located, blocks)
    for (one, lead), (two, gap), (_, behind) in zip(gaps, gaps[1:], gaps[2:], strict=False):
        a, b = (value_alone(located[n]) if n >= 0 else None for n in (one, two))
        said = _is(a, b) if MEANS.fullmatch(gap) else None
        if said is None and CALLED.fullmatch(gap) and CALLING.search(f"{_last(lead)} {gap} {behind[:12]}"):
            said = _is(b, a)
        if said is None or _is_denied(_last(lead), gap, behind):
            continue
        any_ = ANY.search(f"{_last(lead)} {gap} {re.split(r'[.;。]', behind)[0]}")
        yield Told(said[0].accents[0], said[1], two, None if any_ else said[0])


def _is_denied(lead: str, gap: str, behind: str) -> bool:
    """Do words deny it, or make something else of the derivative?"""
    rest = re.split(r"[.;。]", behind)[0]
    return denies(lead, "") or any(TURNED.search(x) or denies("", x) or weakens("", x) for x in (lead, gap, rest))


def _last(words: str) -> str:
    """What of some words stands in the last sentence."""
    return re.split(r"[.;。](?=\s|\Z)", words)[-1]


def _said_by_equations(located: Sequence[Located]) -> Iterator[Told]:
    r"""What `\overline{v} = \frac{\partial L}{\partial v}` says."""
    for n, (display, f) in enumerate(located):
        for s in f.statements if isinstance(f, Formula) else ():
            said = _says(s.chain)
            if said is not None and not denies(_last(display.before), ""):
                words = f"{_last(display.before)} {re.split(r'[.;。]', display.after)[0]}"
                yield Told(said[0].accents[0], said[1], n, None if ANY.search(words) else said[0])


def _says(c: Chain) -> tuple[Name, Name] | None:
    found = (_is(c.members[0], m) for r, m in zip(c.relations, c.members[1:], strict=True) if r in EQUALITIES)
    return next((x for x in found if x is not None), None)


def _is(a: Node | None, b: Node | None) -> tuple[Name, Name] | None:
    """The name with an accent and the loss, where b is the derivative of it by that name without the accent."""
    accent = a.accents[0] if isinstance(a, Name) and a.accents else OWN
    if not isinstance(a, Name) or accent == OWN or not isinstance(b, t.Derivative) or b.order != 1 or len(b.wrt) != 1:
        return None
    loss = b.of if isinstance(b.of, Name) and all(map(_is_label, b.of.scripts)) and not b.of.accents else None
    return (a, replace(loss, span=(0, 0))) if loss is not None and b.wrt[0].body == _bare(a) else None


def _is_label(s: t.Script) -> bool:
    return all(isinstance(e, (t.Text, t.Number)) or (isinstance(e, Name) and e.font in WORD_FONTS) for e in s.entries)


def _in_words(located: Sequence[Located], blocks: Sequence[Block], chains: Sequence[Chain]) -> Iterator[Told]:
    """What a sentence says of the accent itself: it is of the loss that it names, or the one that the page defines."""
    for n, gap in gaps_of(located, blocks):
        found = IN_WORDS.search(gap)
        if found is None or TURNED.search(found[0]) or denies(_last(gap[: found.start()]), ""):
            continue
        of = OF.match(gap, found.end())
        named = of is not None and of["named"] is not None and n >= 0
        loss = value_alone(located[n]) if named else only_loss(chains)
        word = re.search(r"\b(?:over(?:bar|line)|bar|tilde|hat)", found[0], re.I)
        if of is not None and word is not None and isinstance(loss, Name) and all(map(_is_label, loss.scripts)):
            yield Told(ACCENT[word[0][:3].lower()], replace(loss, span=(0, 0)), -1)


def _bare(x: Name) -> Name:
    return replace(x, accents=x.accents[1:])


def _without(k: Stem) -> Stem:
    return k[0], k[1][1:], k[2]


def _values(x: object) -> Iterator[Name]:
    """The names that do not stand in scripts."""
    if isinstance(x, Name):
        yield x
    elif isinstance(x, t.Tree) and not isinstance(x, t.Script):
        for part in t.parts(x):
            yield from _values(part)


def _left(c: Chain) -> Stem | None:
    left = c.members[0]
    return stem_of(left) if isinstance(left, Name) and c.relations[0] in EQUALITIES else None


def _lefts(f: Formula | ReadError) -> Iterator[Name]:
    """The names with accents that a formula defines."""
    for s in f.statements if isinstance(f, Formula) else ():
        left = s.chain.members[0]
        if s.chain.relations[:1] and s.chain.relations[0] in EQUALITIES and isinstance(left, Name) and left.accents:
            yield left


def _made_of(chains: Sequence[Chain], top: Stem) -> set[Stem]:
    """What a name is made of by the definitions of the page, and by those of what these are made of."""
    found, todo = set[Stem](), [top]
    while todo:
        one = todo.pop()
        for c in (c for c in chains if _left(c) == one):
            parts = {stem_of(x) for m in c.members[1:] for x in _values(m)}
            more = set() if one in parts else parts - found  # `w = w - \eta \overline{w}` is a step
            found |= more
            todo += more
    return found


def _averages(chains: Sequence[Chain]) -> Iterator[Name]:
    r"""The names that are averages of what has no accent, `\bar{x} = \frac{1}{N} \sum_n x_n`."""
    for c in chains:
        left = c.members[0]
        summed = {stem_of(x.body) for m in c.members[1:] for x in t.of_kind(m, t.BigSum) if isinstance(x.body, Name)}
        if isinstance(left, Name) and left.accents and _without(stem_of(left)) in summed:
            yield left
