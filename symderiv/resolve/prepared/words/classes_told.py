r"""One-hot data told entry by entry: `$y_c = 1$ and $y_i = 0$ for $i \ne c$`, `$y_c = 1$, all others are 0`.

Alone, `y_c = 1` would define every entry, and `y_i = 0` would deny it. Together they say which data these are: 1 for
the class c and else 0. Other indices, the example of `y_{c,i} = 1` and `y_{k,i} = 0`, are the same in both. Only data
are meant: a name of which an equation says more than a number is left alone. Where nothing is told of the others,
`$c$ is the true class, so $y_c = 1$` says neither what all of them are nor that they add up to one: it is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ....document.blocks import Display
from ....errors import ReadError
from ....latex import tree as t
from ....latex.clauses import SUPPOSING
from ....latex.statement_forms import replace_statement
from ....latex.tree import Formula, Name, Number, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...integers.unequal import letters_under
from ...located import Located, read_of
from ...spelled.shape import STARRED, letter_of, named, with_any_letters
from ...told.singled_out import are_opposite
from .called_classes import classes_on
from .called_one_hot import accented, called_one_hot
from .classes_of_examples import class_of, examples_of, of_example, with_example
from .plain_classes import is_told_otherwise, says_one_class

OTHERS = lazily(
    r"\b(?:(?:all|the|every|each|any|and)\s+)*(?:others?|rest|remaining|elsewhere|otherwise|else)\b|(?:他|ほか|以外|残り)",
    re.I,
)
ZERO = lazily(r"\b0\b|(?<![\d.])0(?![\d.])|\bzeros?\b|ゼロ|零")
"""Words of the other entries, and that these are 0."""
FOR_EACH = lazily(
    r"\b(?:all|each|every|any|jede[nrs]?|alle[nrs]?|chaque|tou[ts]|toutes|cada|todos?|todas?|ogni)\b|任意|すべて|全て|各|所有|每",
    re.I,
)
"""Words by which an equation may be of all entries."""
ENDING = lazily(r"[.;。]")
DENIED = lazily(r"\b(?:not|no|never|instead|unless)\b|ない|とき|場合", re.I)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An equation that gives an entry a number, in a sentence or alone in a display: where it stands."""

    number: int
    name: Name
    value: str


@dataclass(frozen=True, slots=True)
class _Told:
    """An entry that is 1, the index that tells it from those that are 0, what class this is, and their index."""

    one: _Entry
    entry: t.Node
    class_: t.Node
    other: t.Node


def with_classes_told(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with what such data are, in place of the equations for their entries."""
    entries = list(_entries(located))
    made: dict[int, tuple[Statement, ...] | ReadError] = {}
    classes: list[tuple[t.Node, Name]] = []
    for one in (e for e in entries if e.value == "1"):
        zeros = [(e, pair) for e in entries if e.value == "0" and (pair := _belong(one, e, located)) is not None]
        pair = zeros[0][1] if zeros else _rest(one, located)
        if _is_made(one.name, located) or any(other != pair for _, other in zeros):
            continue
        if pair is None:
            made |= {one.number: _unread(one, located)} if _is_one_class(one, located) else {}
            continue
        told = _told([one, *(e for e, _ in zeros)], pair, located, classes)
        made |= {e.number: () if told else _unread(e, located) for e, _ in zeros}
        made |= {one.number: (_definition(told, located),) if told else _unread(one, located)}
        made |= {e.number + 1: () for e, _ in zeros if _compares(e.number + 1, pair, located)}
    changed = [(d, _changed(f, made[n]) if n in made else f) for n, (d, f) in enumerate(located)]
    for letter, of in classes:
        changed = [(d, f if n in made else of_example(f, letter, of)) for n, (d, f) in enumerate(changed)]
    if not any(r"\ne" in d.latex or "≠" in d.latex for d, _ in changed):
        return changed
    return [(d, _without_shares(_with_others(f), n, changed)) for n, (d, f) in enumerate(changed)]


def _with_others(f: Formula | ReadError) -> Formula | ReadError:
    r"""A formula with `otherwise` for the `k \ne c` behind the `k = c` of what data are: there is no third case."""
    if isinstance(f, ReadError) or not any(len(x.rows) == 2 for x in t.of_kind(f, t.Cases)):
        return f

    def other(x: object) -> t.Node | None:
        if not isinstance(x, t.Cases) or len(x.rows) != 2 or not are_opposite(x):
            return None
        one, two = x.rows
        return replace(x, rows=(one, replace(two, conditions=(), otherwise=True))) if one.conditions else None

    made = [
        rebuilt(s, other) if s.chain.relations[:1] == ("=",) and isinstance(s.chain.members[0], Name) else s
        for s in f.statements
    ]
    return replace(f, statements=tuple(made))


def _without_shares(f: Formula | ReadError, n: int, located: Sequence[Located]) -> Formula | ReadError:
    r"""A formula unread that gives two entries values, and one of these to all but a class: `t_k = \epsilon / (K - 1)`
    for `$k \ne c$` beside `t_c = 1 - \epsilon`. Each alone would be of all entries."""
    if isinstance(f, ReadError):
        return f
    near = [g for _, g in located[max(0, n - 2) : n + 4] if isinstance(g, Formula)]
    statements = [s for g in near for s in g.statements]
    unequal = [
        c for s in statements for c in (s.chain, *s.conditions) if isinstance(c, t.Chain) and len(c.members) == 2
    ]
    pairs = [{*map(letter_of, c.members)} for c in unequal if c.relations in ((r"\ne",), (r"\neq",))]
    if not pairs:
        return f
    given = {(x.base, y) for s in statements if (x := _shared(s)) is not None and (y := _below(x)) is not None}
    mine = [x for s in f.statements if (x := _shared(s)) is not None]
    told = any({y for base, y in given if base == x.base} in pairs and len(x.scripts) == 1 for x in mine)
    return ReadError("this is one entry of data, and nothing says what the others are", f.here) if told else f


def _shared(s: Statement) -> Name | None:
    """The entry that an equation gives a value in which no other entries are."""
    c = s.chain
    if c.relations != ("=",) or not isinstance(name := c.members[0], Name) or _below(name) is None:
        return None
    return None if any(x.scripts for x in t.of_kind(c.members[1], Name)) else name


def _below(x: Name) -> str | None:
    letter = _letter(x)
    return letter_of(letter) if letter is not None else None


def _told(
    said: Sequence[_Entry], pair: tuple[t.Node, t.Node], located: Sequence[Located], classes: list[tuple[t.Node, Name]]
) -> _Told | None:
    """What entries tell together, where it is plain; a class that is another one for each example goes to `classes`."""
    one, (entry, other) = said[0], pair
    if is_told_otherwise(one.name, located) or not all(says_one_class(e.number, located) for e in said):
        return None
    if class_of(entry):
        return None
    examples = examples_of(one.name, entry, other, located)
    if not examples:
        return _Told(one, entry, entry, other)
    of = with_example(entry, examples[0], located) if len(examples) == 1 else None
    if of is None:
        return None
    classes.append((entry, of))
    return _Told(one, entry, of, other)


def _entries(located: Sequence[Located]) -> Iterator[_Entry]:
    for n, (display, f) in enumerate(located):
        if not isinstance(f, Formula) or display.struck or len(f.statements) != 1:
            continue
        s = f.statements[0]
        if not display.inline and (s.conditions or s.words or s.tag):
            continue  # one among cases, or one that the page comes back to
        if s.chain.relations != ("=",) or s.struck or SUPPOSING.search(display.before):
            continue
        name, value = s.chain.members
        if isinstance(name, Name) and not name.primes and isinstance(value, Number) and value.text in ("0", "1"):
            yield _Entry(n, name, value.text)


def _pieces(x: Name) -> list[t.Node]:
    return [e for s in x.scripts for e in s.entries]


def _letter(x: t.Node) -> t.Node | None:
    """The letter below a name that has nothing else."""
    if not isinstance(x, Name) or x.primes:
        return None
    shape = named(x)
    below = [p for item in shape.lowers for p in item]
    return below[0] if not shape.uppers and len(below) == 1 and letter_of(below[0]) is not None else None


def _is_class(x: t.Node, name: Name) -> bool:
    """Is it a letter, or a letter with another index of the name below it?"""
    of = class_of(x)
    return letter_of(x) is not None or (of is not None and of[1] in _pieces(name))


def _alike(x: Name) -> Name:
    """A name with a mark for each index that may be one of a class."""
    scripts = (replace(s, entries=tuple(t.Name("#") if class_of(e) else e for e in s.entries)) for s in x.scripts)
    return with_any_letters(replace(x, scripts=tuple(scripts)))


def _belong(one: _Entry, two: _Entry, located: Sequence[Located]) -> tuple[t.Node, t.Node] | None:
    """The letters in which two entries of one name differ, of which a sentence speaks in two equations."""
    near = located[one.number][0].paragraph == located[two.number][0].paragraph and abs(one.number - two.number) <= 3
    alike = _alike(one.name)
    if not near or alike != _alike(two.name):
        return None
    pieces = [*zip(_pieces(one.name), _pieces(two.name), strict=True)]
    apart = [n for n, (x, y) in enumerate(pieces) if x != y]
    if len(apart) != 1 or not _is_class(pieces[apart[0]][0], one.name) or letter_of(pieces[apart[0]][1]) is None:
        return None
    (at,), (entry, other) = apart, pieces[apart[0]]
    names = (x for f in read_of(located) for x in t.of_kind(f, Name) if _alike(x) == alike)
    met = [y for x in names if letter_of(y := _pieces(x)[at]) not in (None, letter_of(entry))]
    return entry, next((y for y in met if y != other), other) if met.count(other) == 1 else other


def _rest(one: _Entry, located: Sequence[Located]) -> tuple[t.Node, t.Node] | None:
    """The letter of an entry that is 1 and that of the others, where words say that these are 0."""
    entry = _letter(one.name)
    said = entry is not None and (_says_rest(located[one.number][0]) or accented(one.name) in called_one_hot(located))
    other = _other_letter(one, entry, located) if entry is not None and said else None
    return (entry, other) if entry is not None and other is not None else None


def _compares(n: int, pair: tuple[t.Node, t.Node], located: Sequence[Located]) -> bool:
    r"""Is it the `$i \ne c$` of the entries that are 0?"""
    f = located[n][1] if n < len(located) and located[n][0].inline else None
    if not isinstance(f, Formula) or len(f.statements) != 1:
        return False
    c = f.statements[0].chain
    return c.relations in ((r"\ne",), (r"\neq",)) and c.members in (pair, pair[::-1])


def _says_rest(display: Display) -> bool:
    behind = ENDING.split(display.after)[0]
    rest = OTHERS.search(behind)
    return rest is not None and ZERO.search(behind[rest.start() :]) is not None and not DENIED.search(behind)


def _is_one_class(one: _Entry, located: Sequence[Located]) -> bool:
    """Is it the entry of a class that a star singles out, that words call the true one, or whose letter numbers
    nothing under a sum while the others have one that does? That of a letter that sums have elsewhere is known to be
    none for each (`indices.true_class`)."""
    pieces = _pieces(one.name)
    letters = {x for p in pieces if (x := letter_of(p)) is not None}
    if any(x.endswith("^*") for x in letters) or any(STARRED in t.of_kind(p, t.Symbol) for p in pieces):
        return True
    sums = [x for f in read_of(located) for x in t.of_kind(f, t.BigSum)]
    bound = {y for x in sums for y in letters_under(x)}
    return bool(classes_on(located) & letters - bound) or (not letters & bound and _is_singled_out(one, sums, located))


def _is_singled_out(one: _Entry, sums: Sequence[t.BigSum], located: Sequence[Located]) -> bool:
    r"""Is `$t_c = 1$` of one entry, beside a loss `-\sum_k t_k \log p_k` and no word that it is so for each c?"""
    display, _ = located[one.number]
    if _letter(one.name) is None or FOR_EACH.search(display.before) or FOR_EACH.search(display.after):
        return False
    losses = (x for x in sums if any(c.function == "log" for c in t.of_kind(x.body, t.Call)))
    names = ((x, y) for x in losses for y in t.of_kind(x.body, Name) if accented(y) == accented(one.name))
    return any(letter_of(p) in letters_under(x) for x, y in names if (p := _letter(y)) is not None)


def _unread(one: _Entry, located: Sequence[Located]) -> ReadError:
    f = located[one.number][1]
    assert isinstance(f, Formula)
    return ReadError("this is one entry of data, and nothing says what the others are", f.here)


def _other_letter(one: _Entry, entry: t.Node, located: Sequence[Located]) -> t.Node | None:
    """Another letter that numbers the entries of the name on the page."""
    names = (x for f in read_of(located) for x in t.of_kind(f, Name) if accented(x) == accented(one.name))
    return next((x for y in names if (x := _letter(y)) is not None and letter_of(x) != letter_of(entry)), None)


def _is_made(name: Name, located: Sequence[Located]) -> bool:
    """Does an equation say more of the name, or is something differentiated by it?"""
    formulas = read_of(located)
    chains = [s.chain for f in formulas for s in f.statements if s.chain.relations]
    lefts = (c for c in chains if c.relations[0] in EQUALITIES and isinstance(c.members[0], Name))
    more = any(accented(c.members[0]) == accented(name) and not isinstance(c.members[1], Number) for c in lefts)  # type: ignore[arg-type]
    wrt = (w.body for f in formulas for d in t.of_kind(f, t.Derivative) for w in d.wrt)
    return more or any(isinstance(x, Name) and accented(x) == accented(name) for x in wrt)


def _definition(told: _Told, located: Sequence[Located]) -> Statement:
    f = located[told.one.number][1]
    assert isinstance(f, Formula)
    s, name = f.statements[0], told.one.name

    def other(x: t.Node) -> t.Node:
        return told.other if x == told.entry else x

    scripts = tuple(replace(x, entries=tuple(map(other, x.entries))) for x in name.scripts)
    compared = t.Chain((told.other, told.class_), ("=",), (name.span,), name.span)
    body = t.Indicator((compared,), span=name.span)
    chain = replace(s.chain, members=(replace(name, scripts=scripts), body))
    return replace_statement(s, chain=chain, conditions=(), words=())


def _changed(f: object, made: tuple[Statement, ...] | ReadError) -> Formula | ReadError:
    assert isinstance(f, Formula)
    return made if isinstance(made, ReadError) else replace(f, statements=made)
