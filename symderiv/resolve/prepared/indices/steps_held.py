r"""A step that a page never leaves: `p_i = \sigma(a_i^{(t-1)})`, `L^{(t)} = \sum_i g_i f_t(x_i)` and no other t.

The letter stands in scripts alone, and every name that carries it carries it in one form: `a^{(t-1)}` is there and no
`a^{(t)}`. Then it tells no entries apart and is a label, for any step. That is how it is read where a line could not be
read otherwise, since it has the letter on its right and not on its left. Sums over the letter, ranges of it and
conditions with it keep it an index. What has an earlier step above it and no definition may be made of what all steps
share; so it is open what it depends on (`told_to_depend`).

So it is where what leads from a step to the next carries none: `z = W h_{t-1} + b`, `o = \sigma(z)`, `h_t = o \odot
\tanh(c_t)`. Were z the same at all steps, h would be made of itself; so the page is about one pass, from `h_{t-1}` to
`h_t`, which are two names.

The letter for which a function is defined or differentiated, the x of `s(x) = 1/(1 + e^{-x})`, is no `x_t`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Name, Node, Product, Script, Text
from ....latex.walking import parts, rebuilt
from ....notation import EQUALITIES
from ...asked import any_of
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, letters_in, stem_of
from ..applied import applied_alone, before_parentheses, head_of


def with_steps_held(located: Sequence[Located], ranges: Mapping[str, object]) -> Sequence[Located]:
    """The formulas of a page with such letters as labels; `ranges` are those of the front matter."""
    above, once = any_of(located, _has_steps), any_of(located, _leaves_steps)
    if not above and not once:
        return located
    statements = [s for f in read_of(located) for s in f.statements]
    held = {x for s in statements for x in _left_out(s) if above and _in_one_form(x, statements)}
    held |= {x for s in statements for x in _left_behind(s) if once and _is_passed_once(x, statements)}
    held = {x for x in held - ranges.keys() if only_in_scripts(x, statements)}
    if not held:
        return located

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or not any(_step(e) in held for s in x.scripts for e in s.entries):
            return None
        return replace(x, scripts=tuple(_labelled(s, held) for s in x.scripts))

    return with_statements(located, lambda s: rebuilt(s, change))


def _has_steps(s: t.Statement) -> bool:
    """Is there a number of a step in parentheses above a name, and nothing of it on the left?"""
    return any(True for _ in _left_out(s))


def _left_out(s: t.Statement) -> Iterator[str]:
    """The letters of steps in parentheses that stand on the right of an equation of a name, and not on its left."""
    left, *rest = s.chain.members
    if s.chain.relations[:1] and s.chain.relations[0] in EQUALITIES and isinstance(left, Name):
        own = {x for script in left.scripts for e in script.entries for x in letters_in(e)}
        scripts = (y for m in rest for y in t.of_kind(m, Script) if y.above and y.bracket == "(")
        yield from (x for y in scripts if len(y.entries) == 1 and (x := _step(y.entries[0])) and x not in own)


def _step(e: Node) -> str | None:
    """The letter of `t`, `t-1` and `t+1` in a script."""
    if not isinstance(e, t.Terms):
        return letter_of(e) if isinstance(e, Name) and not e.scripts else None
    first, *rest = e.terms
    numbers = len(rest) == 1 and isinstance(rest[0].body, t.Number) and first.sign == ""
    return letter_of(first.body) if numbers else None


def only_in_scripts(letter: str, statements: Sequence[t.Statement]) -> bool:
    """Does the letter of a step stand in scripts, and alone in words, but in no sum, no range and no value?"""
    for s in statements:
        if not s.chain.relations and not s.conditions and _step(s.chain.members[0]) == letter:
            continue  # `the $t$-th tree`, `after $t-1$ trees`
        carried = (x for y in t.of_kind(s, Script) for e in y.entries if _step(e) == letter for x in t.of_kind(e, Name))
        all_ = Counter(x.base for x in t.of_kind(s, Name) if x.base == letter)
        if all_[letter] != sum(x.base == letter for x in carried):
            return False
    return True


def _in_one_form(letter: str, statements: Sequence[t.Statement]) -> bool:
    """Does every name that carries the letter carry it everywhere, and in the same way, one of them a step before?

    An `x^{(t)}` beside no other step may be any example.
    """
    forms: dict[Stem, set[tuple[tuple[bool, str, Node], ...]]] = {}
    bound = _bound_names(statements)
    for x in (x for s in statements for x in t.of_kind(s, Name) if id(x) not in bound):
        marks = tuple((s.above, s.bracket, e) for s in x.scripts for e in s.entries if _step(e) == letter)
        forms.setdefault(stem_of(x), set()).add(marks)
    shifted = any(isinstance(e, t.Terms) for found in forms.values() for marks in found for _, _, e in marks)
    return shifted and all(len(found) == 1 for found in forms.values() if any(found))


def _leaves_steps(s: t.Statement) -> bool:
    """Does it make something without a step of what was one step before?"""
    return any(True for _ in _left_behind(s))


def _left_behind(s: t.Statement) -> Iterator[str]:
    """The letters of steps of which `t-1` stands on the right of an equation of a name that carries no t."""
    head = _head(s)
    if head is not None:
        own = {x for script in head.scripts for e in script.entries for x in letters_in(e)}
        scripts = (y for m in s.chain.members[1:] for y in t.of_kind(m, Script))
        found = (x for y in scripts for e in y.entries if isinstance(e, t.Terms) and (x := _step(e)) is not None)
        yield from (x for x in found if x not in own)


def _head(s: t.Statement) -> Name | None:
    """The name that an equation may define."""
    return head_of(s.chain.members[0]) if s.chain.relations[:1] and s.chain.relations[0] in EQUALITIES else None


def _is_passed_once(letter: str, statements: Sequence[t.Statement]) -> bool:
    """Does a name get from `t-1` to `t` through names without a step, and are there no other steps than these two?"""
    marks: dict[Stem, set[str]] = {}
    bound = _bound_names(statements)
    for x in (x for s in statements for x in values_in(s) if id(x) not in bound):
        marks.setdefault(stem_of(x), set()).add(_mark(x, letter))
    here, before = {letter}, f"{letter}-1"
    if any(found - {*here, before} for found in marks.values() if found != {""}):
        return False
    heads = [(head, s) for s in statements if (head := _head(s)) is not None]
    made = [(stem_of(x), _mark(x, letter), {y for m in s.chain.members[1:] for y in values_in(m)}) for x, s in heads]
    carried = {stem_of(y) for _, mark, of in made if not mark for y in of if _mark(y, letter) == before}
    reached: set[Stem] = set()
    while True:
        new = {
            stem
            for stem, mark, of in made
            if any(stem_of(y) in reached or (not mark and _mark(y, letter) == before) for y in of)
        }
        if new <= reached:
            break
        reached |= new
    around = {stem for stem, mark, _ in made if mark == letter} & reached & carried
    return bool(around) and not any(mark == before and stem in around for stem, mark, _ in made)


def _bound_names(statements: Sequence[t.Statement]) -> set[int]:
    """The names, by identity, that are the letter for which their equation defines or differentiates a function."""
    uses = [(stem_of(f), g.items) for s in statements for x in t.of_kind(s, Product) for f, g in before_parentheses(x)]
    found: set[int] = set()
    for s in statements:
        letters = {x for x in _letters_of_functions(s, uses) if x}
        found |= {id(x) for x in t.of_kind(s, Name) if letter_of(x) in letters} if letters else set()
    return found


def _letters_of_functions(s: t.Statement, uses: Sequence[tuple[Stem, tuple[Node, ...]]]) -> Iterator[str | None]:
    r"""The x of `\sigma(x) = ..`, of `\sigma'(x) = ..` and of `\frac{d}{dx} \log \sigma(x) = ..`.

    Not the h of an `E(h)` where E is applied to nothing else: it may be the `h_t` of the page.
    """
    if not s.chain.relations or s.chain.relations[0] not in EQUALITIES:
        return
    left = s.chain.members[0]
    derivatives = t.of_kind(left, t.Derivative)
    by = {letter_of(w.body) for x in derivatives for w in x.wrt}
    for x in (y for d in derivatives if d.of is not None for y in t.walk(d.of)) if derivatives else (left,):
        known = isinstance(x, t.Call) and (bool(derivatives) or _is_of_these(x.args, s))
        arguments: tuple[Node, ...] = x.args if isinstance(x, t.Call) and known else ()
        if (applied := applied_alone(x)) is not None:
            function, group = applied
            others = any(f == stem_of(function) and items != group.items for f, items in uses)
            arguments = group.items if others else ()
        yield from (y for y in map(letter_of, arguments) if not derivatives or y in by)


def _is_of_these(arguments: tuple[Node, ...], s: t.Statement) -> bool:
    r"""Is nothing else on the right, as in `\tanh(x) = 2 s(2x) - 1`, where `\log(h) = \log(o) + c` tells of values?"""
    rest = [y for m in s.chain.members[1:] for y in t.walk(m)]
    applied = {id(f) for y in rest if isinstance(y, Product) for f, _ in before_parentheses(y)}
    names = (y for m in s.chain.members[1:] for y in values_in(m) if id(y) not in applied and y.base != "e")
    return {letter_of(y) for y in names} <= {*map(letter_of, arguments)}


def _mark(x: Name, letter: str) -> str:
    """The step that a name carries, as typed without braces; '' for none."""
    return "".join(_shown(e) for s in x.scripts for e in s.entries if _step(e) == letter)


def values_in(x: object) -> Iterator[Name]:
    """The names in a tree that stand in no scripts."""
    if isinstance(x, Name):
        yield x
    elif not isinstance(x, Script):
        for y in parts(x):
            yield from values_in(y)


def _labelled(s: Script, held: set[str]) -> Script:
    return replace(s, entries=tuple(_text(e) if _step(e) in held else e for e in s.entries))


def _text(e: Node) -> Text:
    return Text(_shown(e), span=getattr(e, "span", t.SPAN))


def _shown(e: Node) -> str:
    return "".join(f"{x.sign}{letter_of(x.body) or getattr(x.body, 'text', '')}" for x in _terms(e))


def _terms(e: Node) -> Sequence[t.Term]:
    return e.terms if isinstance(e, t.Terms) else (t.Term("", e),)
