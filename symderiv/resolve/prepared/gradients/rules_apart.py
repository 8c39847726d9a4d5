r"""Rules that a page recalls in letters of their own: `the chain rule: if $z = f(y)$, $y = g(x)$, then dz/dx = ..`.

Its network has a y and an x as well, and they are others. So the letters of such a rule, and of the examples behind
it, are names of their own. That is done where the words in front say that a rule is recalled, and where the rest of the
page can do without it: each name that the rule supposes to be a value of some function is defined there too, or carries
two indices or more wherever it stands; a rule whose y is the y of the network stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from ....document.blocks import Block, Display, Heading, Prose
from ....latex import tree as t
from ....latex.tree import BigSum, Formula, Group, Name, Node, Product, Script, Statement
from ....latex.walking import parts, rebuilt
from ....notation import BOLD_FONTS, EQUALITIES
from ....pattern import lazily
from ...asked import where
from ...located import Located, is_given

RULE = lazily(
    r"chain[- ]rule|rule of the chain|r[eè]gle de (?:la )?cha[iî]ne|d[ée]rivation (?:en cha[iî]ne|des fonctions compos)"
    r"|Kettenregel|regla de la cadena|regola della catena|regra da cadeia|цепно\w+ правил|kettingregel|zincir kural"
    r"|連鎖律|チェ[ーイ]ンル[ーウ]ル|合成関数の|链式(?:法则|求导)|鏈式|连锁(?:法则|律)|連鎖法則|複合函數|复合函数|연쇄\s?법칙",
    re.I,
)
"""Words for the rule, in front of it."""
FAR = 400
"""So many characters in front of a rule are looked at."""
STYLES = ((0x1D5A0, 0x1D5BA), (0x1D670, 0x1D68A), (0x1D5D4, 0x1D5EE), (0x1D608, 0x1D622), (0x1D63C, 0x1D656))
"""Where the capitals and the small letters of alphabets begin of which the rule takes its letters, and the examples
behind it theirs; a page with more of them stays."""
FUNCTIONS = (*"fghFGH", r"\phi", r"\psi", r"\varphi", r"\Phi", r"\Psi")
"""Letters of functions, of which the rule takes those that the page does not use."""
KNOWN = frozenset(["e", r"\pi"])


@dataclass(frozen=True, slots=True)
class Scope:
    """What is said in one set of letters: where its formulas begin and end, what it defines, what it applies."""

    start: int
    end: int
    letters: frozenset[str]
    defined: frozenset[str]
    applied: frozenset[str]


def _supposes(s: Statement) -> bool:
    return _supposed(s) is not None


@where(_supposes)
def with_rules_apart(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas of a page with letters of their own in such rules."""
    found = list(located)
    at = 0
    while at < len(located):
        scopes = _scopes(located, at, blocks)
        if scopes and _is_apart(located, scopes):
            functions = _fresh(located, scopes)
            for style, scope in zip(STYLES, scopes, strict=False):
                names = {x: _styled(x, style) for x in scope.letters - scope.applied} | functions
                for n in range(scope.start, scope.end):
                    display, f = found[n]
                    if isinstance(f, Formula):
                        found[n] = display, _renamed(f, names)
            at = scopes[-1].end
        else:
            at += 1
    return found


def _supposed(s: Statement) -> tuple[Name, Name, Group] | None:
    """The parts of `y = f(x)`, where nothing but names stands between the parentheses."""
    left = s.chain.members[0]
    if not _is_equation(s) or not isinstance(left, Name) or left.scripts or left.primes or left.accents:
        return None
    value = s.chain.members[1]
    if not isinstance(value, Product) or len(value.factors) != 2 or not value.factors[1].joined:
        return None
    function, group = value.factors[0].body, value.factors[1].body
    if not isinstance(function, Name) or function.scripts or function.primes or not isinstance(group, Group):
        return None
    inside = group.open == "(" and bool(group.items) and all(isinstance(x, Name) and not x.scripts for x in group.items)
    return (left, function, group) if inside and function.base != left.base else None


def _is_equation(s: Statement) -> bool:
    return bool(s.chain.relations) and s.chain.relations[0] in EQUALITIES and not s.conditions and not s.struck


def _scopes(located: Sequence[Located], at: int, blocks: Sequence[Block]) -> list[Scope]:
    """The scopes of the rule that begins with a formula; none where it begins none, or where one does not say itself
    all that it speaks of."""
    display, f = located[at]
    if not isinstance(f, Formula) or is_given(display) or not any(map(_supposes, f.statements)):
        return []
    if not RULE.search(_in_front(display, blocks)):
        return []
    letters = _letters_of_paragraph(located, at)
    begun: list[list[int]] = [[at]]
    known = dict(_definitions(f))
    for n in range(at + 1, len(located)):
        display, f = located[n]
        if not isinstance(f, Formula) or not _goes_on(f, letters) or _behind_heading(display, at, located, blocks):
            break
        new = dict(_definitions(f))
        if not display.inline and any(x in known and known[x] != value for x, value in new.items()):
            begun.append([])
            known = {}
        known = new | known
        begun[-1].append(n)
    if len(begun) > len(STYLES):
        return []
    found = [_scope(located, numbers) for numbers in begun]
    whole = all(
        _values_of(located[x.start + 1 : x.end]) <= _values_of(located[x.start : x.start + 1]) for x in found[1:]
    )
    return found if whole else []


def _goes_on(f: Formula, letters: Set[str]) -> bool:
    """Does a formula speak of nothing but letters of the rule? Where it says what an entry is, they are others."""
    return _values(f) <= letters | KNOWN and not any(x.scripts and x.base != "d" for x in _lefts(f))


def _letters_of_paragraph(located: Sequence[Located], at: int) -> frozenset[str]:
    """The letters of what is supposed, in all of its paragraph."""
    paragraph = located[at][0].paragraph
    same = [f for d, f in located[at:] if d.paragraph == paragraph and isinstance(f, Formula)]
    found = [x for f in same for s in f.statements if (x := _supposed(s)) is not None]
    return frozenset(
        x.base for left, function, group in found for x in (left, function, *group.items) if isinstance(x, Name)
    )


def _scope(located: Sequence[Located], numbers: Sequence[int]) -> Scope:
    formulas = [f for n in numbers if isinstance(f := located[n][1], Formula)]
    applied = {
        x.base
        for f in formulas
        for p in t.of_kind(f, Product)
        for x, y in zip((y.body for y in p.factors), p.factors[1:], strict=False)
        if isinstance(x, Name) and y.joined and isinstance(y.body, Group) and y.body.open == "("
    }
    supposed = {x[1].base for f in formulas for s in f.statements if (x := _supposed(s)) is not None}
    defined = {x for f in formulas for x, _ in _definitions(f)}
    letters = frozenset(x for f in formulas for x in _values(f)) - KNOWN
    functions = frozenset(applied & supposed)
    return Scope(numbers[0], numbers[-1] + 1, letters, frozenset(defined) - functions, functions)


def _values_of(located: Iterable[Located]) -> frozenset[str]:
    """The letters of formulas that say something."""
    said = (f for _, f in located if isinstance(f, Formula) and any(s.chain.relations for s in f.statements))
    return frozenset(x for f in said for x in _values(f)) - KNOWN


def _values(f: Formula) -> frozenset[str]:
    """The letters that stand for values, not those below or above a name or a sum; of `d_y`, typed for dy, the y."""
    return frozenset(x for s in f.statements for c in (s.chain, *s.conditions) for x in _bases(c))


def _bases(x: object) -> Iterator[str]:
    for name in _names(x):
        below = [e.base for s in name.scripts for e in s.entries if isinstance(e, Name)]
        yield from below if name.base == "d" and below else (name.base,)


def _names(x: object) -> Iterator[Name]:
    """The names in something that stand for values; the t of `e^t` does."""
    if isinstance(x, Name):
        yield x
        if x.base in KNOWN:
            yield from (y for s in x.scripts for e in s.entries for y in _names(e))
        return
    if isinstance(x, Script):
        return
    for part in (x.body,) if isinstance(x, BigSum) else parts(x):
        yield from _names(part)


def _definitions(f: Formula) -> Iterator[tuple[str, Node]]:
    """What equations of a formula begin with, bare names, and what they say of it."""
    for s in f.statements:
        left = s.chain.members[0]
        if _is_equation(s) and isinstance(left, Name) and not left.scripts and not left.primes:
            yield left.base, s.chain.members[1]


def _in_front(display: Display, blocks: Sequence[Block]) -> str:
    """The words in front of a formula, up to the display before it."""
    text = ""
    for b in reversed(blocks[: next((n for n, b in enumerate(blocks) if b is display), 0)]):
        if len(text) > FAR or (isinstance(b, Display) and not b.inline):
            break
        if isinstance(b, (Prose, Heading)):
            text = f"{b.text} {text}"
    return text[-FAR:]


def _behind_heading(display: Display, at: int, located: Sequence[Located], blocks: Sequence[Block]) -> bool:
    """Does a heading stand between the beginning of the rule and a formula?"""
    first = located[at][0].line
    return any(isinstance(b, Heading) and first < b.line <= display.line for b in blocks)


def _is_apart(located: Sequence[Located], scopes: Sequence[Scope]) -> bool:
    """Does the rest of the page have names that the rule defines, and say itself what they are?"""
    within = range(scopes[0].start, scopes[-1].end)
    rest = [f for n, (_, f) in enumerate(located) if n not in within and isinstance(f, Formula)]
    defined = {x.base for f in rest for x in _lefts(f)}
    names = [x for f in rest for s in f.statements for x in _names(s)]
    shared = {x.base for x in names} & {x for scope in scopes for x in scope.defined}
    few = {x.base for x in names if not _is_of_layers(x)}
    inside = (f for n in within if isinstance(f := located[n][1], Formula))
    fonts = any(x.font for f in inside for s in f.statements for x in _names(s) if x.base in shared)
    letters = all(len(x) == 1 for scope in scopes for x in scope.letters - scope.applied)
    letters = letters and _says_what_depends(located, scopes)
    return bool(shared) and letters and not fonts and not shared & few - defined


def _says_what_depends(located: Sequence[Located], scopes: Sequence[Scope]) -> bool:
    r"""Is all that the rule differentiates, and by what, part of what it supposes?

    Behind `y = f(u)` alone nothing says that u depends on the x of `\partial u/\partial x`: in letters of its own the
    rule would be wrong.
    """
    formulas = [f for _, f in located[scopes[0].start : scopes[-1].end] if isinstance(f, Formula)]
    told = {x for f in formulas for x, _ in _definitions(f)}
    found = [x for f in formulas for s in f.statements if (x := _supposed(s)) is not None]
    told |= {x.base for left, _, group in found for x in (left, *group.items) if isinstance(x, Name)}
    derivatives = [d for f in formulas for d in t.of_kind(f, t.Derivative)]
    nodes = [x for d in derivatives for x in (d.of, *(w.body for w in d.wrt)) if isinstance(x, Name)]
    return bool(nodes) and {x.base for x in nodes} <= told


def _is_of_layers(x: Name) -> bool:
    """Does a name carry more than the vector of a rule does, or is it the vector of what carries more?"""
    entries = sum(len(s.entries) for s in x.scripts)
    return entries > 1 or (entries == 1 and ("vec" in x.accents or x.font in BOLD_FONTS))


def _lefts(f: Formula) -> Iterator[Name]:
    """The names that equations of a formula begin with, whatever they carry."""
    for s in f.statements:
        left = s.chain.members[0]
        if s.chain.relations and s.chain.relations[0] in EQUALITIES and isinstance(left, Name) and not left.primes:
            yield left


def _fresh(located: Sequence[Located], scopes: Sequence[Scope]) -> dict[str, str]:
    """For functions of the rule with letters of the rest of the page, letters that stand nowhere."""
    within = range(scopes[0].start, scopes[-1].end)
    formulas = [(n in within, f) for n, (_, f) in enumerate(located) if isinstance(f, Formula)]
    used = {x.base for _, f in formulas for x in t.of_kind(f, Name)}
    outside = {x.base for inner, f in formulas if not inner for x in t.of_kind(f, Name)}
    free = (x for x in FUNCTIONS if x not in used)
    taken = sorted({x for scope in scopes for x in scope.applied} & outside)
    return dict(zip(taken, free, strict=False))


def _styled(letter: str, style: tuple[int, int]) -> str:
    """A letter of another alphabet; a command stays."""
    if len(letter) != 1 or not letter.isascii() or not letter.isalpha():
        return letter
    return chr(style[letter.islower()] + ord(letter.lower()) - ord("a"))


def _renamed(f: Formula, names: Mapping[str, str]) -> Formula:
    """A formula with other letters for its names; letters below them stay."""

    def change(x: object) -> Node | None:
        if not isinstance(x, Name) or x.base in KNOWN:
            return None
        return replace(x, base=names.get(x.base, x.base))

    return replace(f, statements=tuple(rebuilt(s, change) for s in f.statements))
