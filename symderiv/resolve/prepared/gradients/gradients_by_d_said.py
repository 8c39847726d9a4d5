r"""Gradients named by a d, where equations say so: `\mathbf{d}o_i = \frac{\partial L}{\partial o_i}` and
`\mathbf{do} = (\mathbf{d}o_i)`.

A bold d in front of names would be a vector, and `\mathbf{do}` an array of which nothing is known. Where such an
equation stands on the page, and the d nowhere but in front of names, it is a sign, and what has it is the derivative:
of the names that the equations say so of. In other fonts a d is a sign to the reader of such lines anyway
(`gradients_by_d`); there only wholes that are said to have these entries are read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, TypeAlias

from ....document.blocks import Block, Prose
from ....errors import ReadError
from ....latex import sentences
from ....latex import tree as t
from ....latex.denials import denies, weakens
from ....latex.tree import Chain, Name, Node, Statement
from ....latex.walking import parts, rebuilt
from ....notation import BOLD_FONTS, EQUALITIES
from ....pattern import lazily
from ...asked import some, where
from ...located import Located, read_of
from ...shapes.differentials import CHANGE, UPRIGHT, changed, fused
from ...spelled.shape import letter_of
from .gradients_by_d import bare, with_marks_kept
from .runs_by_d import outside_scripts

Key: TypeAlias = tuple[str, tuple[str, ...], int]
"""A name but for its scripts and its font."""
SIGNS = {"d"}
RUNS = BOLD_FONTS | {"mathit", "mathrm", "mathsf"}
"""Fonts in which a d and the letter behind it are one name."""
WHOLES = BOLD_FONTS | {"mathit"}
"""Those of a run in bold, some of which are slanted by now."""
READ_HERE = BOLD_FONTS | {"text", "textrm", "operatorname"}
"""Fonts in which a d is no sign to those who read lines about changes of what has indices."""
OF_CHANGES = lazily(
    r"differential|infinitesimal|perturb|Jacobian|increment|\bvariations?\b"
    r"|\b(?:small|tiny|slight) (?:change|step|move)|Differential|différentielle|全微分|微小|変分|变分|扰动|摂動",
    re.IGNORECASE,
)
"""Words on a page where a d may be a change as well."""
OTHERWISE = lazily(
    r"\b(?:factors?|prefactors?|constants?|negatives?|minus|signs?|times|twice|half|scal(?:ed?|ing)|rescal\w+"
    r"|omit\w*|drop(?:s|ped|ping)?|without|except|ignor\w+|neglect\w*|absorb\w*|left (?:out|off|away)|understood"
    r"|implicit\w*|up to|divid\w+|multipl\w+|proportional|instead|in (?:the )?place of|replac\w+"
    r"|re-?defin\w+|descent|opposite|from (?:now|here) on|now|later|below|henceforth|other|another|same"
    r"|stands? for|means?|averaged?)\b"
    r"|\bFaktor|\bVorzeichen|\bfacteur|\bsigne\b|係数|因子|符号|省略|除いて|マイナス|代わり|以下|以降|今後"
    r"|系数|符號|负|取代|改为|从现在",
    re.IGNORECASE,
)
"""Words beside such equations by which they may mean something else than the bare derivative, or do so later."""


@dataclass(frozen=True, slots=True)
class Said:
    """What such names are: derivatives of `loss` by names of these keys, each with its fonts, as entry and as whole.

    `signs`: a plain d is a sign, too.
    """

    loss: Name
    entries: dict[Key, str]
    wholes: dict[Key, str]
    signs: set[str]


def _says_derivative(s: Statement) -> bool:
    return _entry_said(_plain(s).chain) is not None


@where(_says_derivative)
def with_gradients_said_by_d(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas of a page with derivatives in the place of names that equations call so; none on a page that may
    mean something else by them, or changes by some d."""
    said = [x for pair in located for x in _said(pair)]
    losses = {bare(d.of) for _, d, _ in said if isinstance(d.of, Name)}
    plain = any(is_plain for _, _, is_plain in said)
    fonts = BOLD_FONTS | UPRIGHT | ({""} if plain else set())
    chains = [s.chain for f in read_of(located) for s in f.statements]
    if len(losses) != 1 or any(map(_is_denied, located)) or any(_stands_alone(c, fonts) for c in chains):
        return list(located)
    words = "\n".join(b.text for b in blocks if isinstance(b, Prose))
    if OF_CHANGES.search(words) or OTHERWISE.search(words) or _has_other_signs(located):
        return list(located)
    keys = {_key(x): x.font for x, _, _ in said}
    whole = any(_whole_said(_plain(s).chain, keys.keys()) for f in read_of(located) for s in f.statements)
    if not whole and not any(_is_d(x) and x.font in READ_HERE for c in chains for x in t.of_kind(c, Name)):
        return list(located)
    wholes = {k: _font_of_whole(chains, k) for k in keys}
    named = Said(losses.pop(), keys, wholes, SIGNS if plain else set())
    return [_written_out(pair, named) for pair in located]


def _said(pair: Located) -> Iterator[tuple[Name, t.Derivative, bool]]:
    """The names that the equations of a formula say to be derivatives when a d is before them; is that a plain one?"""
    for s in pair[1].statements if isinstance(pair[1], t.Formula) else ():
        found = _entry_said(_plain(s).chain) if not s.conditions else None
        if found is not None:
            yield *found, changed(s.chain.members[0], SIGNS) != changed(s.chain.members[0], set())


def _is_denied(pair: Located) -> bool:
    """Do words around such an equation deny it, or turn it into something weaker?"""
    display, f = pair
    if isinstance(f, ReadError) or all(_entry_said(_plain(s).chain) is None for s in f.statements):
        return False
    lead, rest = sentences.last(display.before), sentences.first(display.after)
    return denies(lead, rest) or weakens(lead, rest)


def _entry_said(c: Chain) -> tuple[Name, t.Derivative] | None:
    r"""The x of `dx_i = \frac{\partial L}{\partial x_i}`, for any index, and the derivative."""
    left, *rest = c.members
    if not rest or c.relations[0] not in EQUALITIES or not isinstance(d := rest[0], t.Derivative):
        return None
    by = d.wrt[0].body if d.order == 1 and len(d.wrt) == 1 else None
    if not isinstance(by, Name) or not isinstance(d.of, Name) or d.of != bare(d.of):
        return None
    x = _unsigned(left)
    same = x is not None and (_key(x), x.scripts) == (_key(by), by.scripts)
    return (by, d) if same and all(letter_of(e) is not None for s in by.scripts for e in s.entries) else None


def _unsigned(x: Node) -> Name | None:
    """The name behind a d, or behind the d of a run."""
    found = changed(x, SIGNS)
    if isinstance(found, Name):
        return found
    return replace(x, base=x.base[1:]) if isinstance(x, Name) and _is_run(x) else None


def _is_run(x: Name) -> bool:
    return len(x.base) == 2 and x.base[0] == "d" and x.base[1].isalpha() and not x.accents and x.font in RUNS


def _key(x: Name) -> Key:
    return x.base, x.accents, x.primes


def _is_d(x: object) -> bool:
    return isinstance(x, Name) and x.base == "d" and not x.accents and not x.primes


def _is_bold_sign(x: Name) -> bool:
    return _is_d(x) and x.font in BOLD_FONTS


@some(Name)
def _has_bold_sign(x: Name) -> bool:
    return _is_bold_sign(x)


def _plain(s: Statement) -> Statement:
    """A statement in which a d in bold is upright, as signs are."""

    def upright(x: Any) -> Node | None:
        return replace(x, font="mathrm") if isinstance(x, Name) and _is_bold_sign(x) and not x.scripts else None

    if not _has_bold_sign(s):
        return s
    found: Statement = rebuilt(s, upright)
    return found


def _stands_alone(x: Any, fonts: Set[str]) -> bool:
    """Does a d in one of these fonts stand elsewhere than in front of a name?"""
    if isinstance(x, Name) and _is_d(x):
        return x.font in fonts
    if not isinstance(x, t.Product):
        return any(_stands_alone(y, fonts) for y in parts(x))
    bodies = [f.body for f in x.factors]
    before = [isinstance(f.body, Name) and not f.operator for f in x.factors[1:]]
    alone = (
        x for x, sign in zip(bodies, (*before, False), strict=True) if not (sign and _is_d(x) and not _scripted(x))
    )
    return any(_stands_alone(y, fonts) for y in alone)


def _has_other_signs(located: Sequence[Located]) -> bool:
    """Does a d stand in front of names that is typed in another way than where it is said what it is?"""
    statements = [s for f in read_of(located) for s in f.statements]
    said = {font for s in statements if _says_derivative(s) for font in _signs(s.chain)}
    found = {font for s in statements for font in _signs(s.chain)}
    return len({"bold" if font in BOLD_FONTS else font for font in found | said}) > 1


def _signs(c: Chain) -> Iterator[str]:
    """The fonts of each d that is a sign; a run in bold is a whole whatever the sign."""
    for whole in t.of_kind(c, t.Product):
        for f, behind in pairwise(whole.factors):
            if _is_d(f.body) and isinstance(f.body, Name) and isinstance(behind.body, Name) and not behind.operator:
                yield f.body.font
    for x in t.of_kind(c, Name):
        run = (_is_run(x) and x.font not in WHOLES) or (not x.font and changed(x, SIGNS) is not None)
        if run or (_is_d(x) and x.font in UPRIGHT):
            yield x.font


def _scripted(x: Node) -> bool:
    return isinstance(x, Name) and bool(x.scripts)


def _whole_said(c: Chain, keys: Set[Key]) -> bool:
    r"""Is it `\mathbf{do} = (\mathbf{d}o_i)`?"""
    left, *rest = c.members
    group = rest[0] if len(rest) == 1 and c.relations[0] in EQUALITIES else None
    if not isinstance(group, t.Group) or group.open != "(" or len(group.items) != 1:
        return False
    whole, entry = _unsigned(left), _unsigned(group.items[0])
    if whole is None or entry is None or whole.scripts or _key(whole) != _key(entry) or _key(entry) not in keys:
        return False
    return bool(entry.scripts) and all(letter_of(e) is not None for s in entry.scripts for e in s.entries)


def _font_of_whole(chains: Sequence[Chain], key: Key) -> str:
    """The font that a whole has on the page; bold, if it does not stand there."""
    fonts = {x.font for c in chains for x in outside_scripts(c) if not x.scripts and _key(x) == key}
    return fonts.pop() if len(fonts) == 1 else "mathbf"


def _written_out(pair: Located, said: Said) -> Located:
    display, f = pair
    if isinstance(f, ReadError):
        return pair
    found = tuple(x for s in f.statements if (x := _statement(s, said)) is not None)
    return pair if found == f.statements else (display, replace(f, statements=found))


def _statement(s: Statement, said: Said) -> Statement | None:
    """A statement with derivatives; none in the place of one that only says what such a name is."""
    plain = _plain(s)
    if not s.conditions and len(plain.chain.members) == 2 and _entry_said(plain.chain) is not None:
        return None
    whole = _whole_said(plain.chain, said.wholes.keys())

    def named(x: Any) -> Node | None:
        if isinstance(x, Name) and _is_run(x):
            x = replace(x, base=x.base[1:], accents=(CHANGE,), font="")
        if not isinstance(x, Name) or x.accents[:1] != (CHANGE,):
            return None
        by = replace(x, accents=x.accents[1:])
        if (key := _key(by)) not in said.wholes:
            return None
        by = replace(by, font=(said.entries if any(not s.above for s in by.scripts) else said.wholes)[key])
        return by if whole else with_marks_kept(replace(by, accents=x.accents), said.loss)

    def change(x: Any) -> Node | None:
        together = fused(x, said.signs, lambda name: _key(name) in said.wholes)
        return None if together is None or together == x else rebuilt(together, named)

    found: Statement = rebuilt(rebuilt(plain, change), named)
    return s if found == plain else found
