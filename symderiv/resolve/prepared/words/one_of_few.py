r"""Few values that data take, spelled without a sign of membership: `r_{ij} = (0|1)`, `$r_{ij}$ is either 0 or 1`.

It is read as `r_{ij} \in \{0, 1\}`. Around a bar or a word two numbers are no value, so an equation with them defines
nothing; a fraction, `y = 1/2`, may be one, but for `0/1`. Pairs and intervals, `(0, 1)`, stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....document.blocks import Block
from ....errors import ReadError
from ....latex.hedged import is_hedged
from ....latex.parse import parse
from ....latex.tree import Formula, Name
from ....pattern import lazily
from ...located import Located
from ..said_in_place import gaps_of, value_alone
from .described import with_only_values_told
from .plain_clauses import clause_in_front, is_plain

_NUMBER = r"[-+−]?\s*\d+"
_OR = r"(?:or|oder|ou|o|または|又は|か|もしくは|或|或者|lub|или|또는)"
_TYPED_OR = (
    rf"(?:\||\\mid(?![a-z])|\\vert(?![a-z])|\\(?:text|mathrm|mbox)\s*\{{\s*{_OR}\s*\}}|\\lor(?![a-z])|\\vee(?![a-z]))"
)
TYPED = lazily(
    rf"\s*(?P<name>[^=]*?)\s*(?P<sign>=|\\in(?![a-z]))\s*(?:\\left\s*)?(?P<open>\(|\\\{{)?\s*"
    rf"(?P<one>{_NUMBER})\s*(?:{_TYPED_OR}|(?P<slash>/)|(?P<comma>,))\s*(?P<other>{_NUMBER})\s*"
    r"(?:\\right\s*)?(?P<close>\)|\\\})?\s*"
)
"""A name and two numbers, of which it is one."""
CLOSING = {"(": ")", r"\{": r"\}", None: None}
_IS = (
    r"(?:(?:is|are|equals?|can be|ist|sind|est|sont|vaut|es|son|vale|è)"
    r"|takes?(?: on)?(?: (?:only )?(?:the )?values?)?(?: of)?|は|是|取|の値は)"
)
_ONLY = r"(?:\s*(?:always|only|all|each|either|entweder|soit|必ず|只|仅))*"
_GOES_ON = (
    r"[.;)。）]|\n[ \t]*\n|\n\s*[-*+]\s|\$\$"
    r"|\s*,?\s*(?:(?:so|which|that is|i\.e|because|since|depending|according|where)\b|with probabilit"
    r"|and\s+(?:the|we|its?|this|not?|is|has|hence|so|thus|therefore|then)\b|and\s*\Z)"
    r"|\s*,\s*\Z|\s*(?:の(?:値|いずれか|どちらか)|を(?:とる|取る)|である|です|，|、)"
)
"""How the sentence goes on that adds no third number, and no case."""
SAID = lazily(
    rf"\s*{_IS}{_ONLY}\s*\$?(?P<one>{_NUMBER})\s*\$?\s*(?:{_OR}|and|und|et|y|e|和|と)\s*\$?\s*(?P<other>{_NUMBER})\s*\$?\s*"
    rf"(?:(?=(?P<on>{_GOES_ON}|\s*\Z))|(?![\w.,]*\d|[\w\s]*\$))",
    re.I,
)
"""Words behind a name by which it is one of two numbers; a dollar for each sign around these."""
MAY_SAY = lazily(
    rf"\${SAID.pattern}|(?:ば|なら|(?:とき|時|場合)(?:は|に|には)?|[则則]|否则|否則)[、，]?\s*\$[^$=]*=\s*{_NUMBER}\s*\$"
    rf"|=\s*{_NUMBER}\s*\$[\s,;]+(?:[A-Za-z]+\s+){{1,6}}\$[^$=]*=\s*{_NUMBER}\s*\$",
    re.I,
)
"""The same in a text as typed."""


def with_one_of_few(located: Sequence[Located], blocks: Sequence[Block], doubtful: bool = False) -> Sequence[Located]:
    """The formulas of a page with sets of two numbers for such spellings; `doubtful`: also where words around these may
    speak of something else, or of a case."""
    found = with_only_values_told(located) if doubtful else list(located)
    gaps = gaps_of(found, blocks) if any(d.inline for d, _ in found) else []
    for at, numbers in _said(found, gaps, doubtful):
        found[at] = _member(found[at], *numbers)
    for n, (display, _) in enumerate(found):
        typed = TYPED.fullmatch(display.latex) if display.inline else None
        if typed is not None and _is_choice(typed) and not _has_members(found, typed):
            found[n] = _member(found[n], typed["name"], typed["one"], typed["other"])
    return found


def _is_choice(typed: re.Match[str]) -> bool:
    """Do a bar, a word or braces stand between and around the numbers, or is it `0/1`?"""
    if CLOSING[typed["open"]] != typed["close"]:
        return False
    if typed["slash"]:
        return (typed["one"], typed["other"]) == ("0", "1")
    return not typed["comma"] or (typed["sign"] == "=" and typed["open"] == r"\{")


def _has_members(found: Sequence[Located], typed: re.Match[str]) -> bool:
    r"""Is a name with two numbers in braces a set, in which something lies elsewhere, `k \in O`?"""
    base = "".join(re.split(r"[_(]", typed["name"])[0].split())
    if not typed["comma"] or not base:
        return False
    inside = re.compile(r"\\in(?![A-Za-z])\s*" + r"\s*".join(map(re.escape, base)) + r"(?![A-Za-z])")
    return any("\\in" in d.latex and inside.search(d.latex) for d, _ in found)


def _said(
    found: Sequence[Located], gaps: Sequence[tuple[int, str]], doubtful: bool
) -> Iterator[tuple[int, tuple[str, str, str]]]:
    """The formulas that are a name of which the words behind it say so, with the name and the numbers."""
    for k, ((at, before), (_, gap)) in enumerate(pairwise(gaps)):
        name = value_alone(found[at])
        if not isinstance(name, Name) or not name.scripts:
            continue
        said = SAID.match(_until_other(found, gaps[k + 1 :], gap))
        if said is not None and (doubtful or _is_plain(said["on"], before, clause_in_front(found, gaps, k))):
            yield at, (found[at][0].latex, said["one"], said["other"])


def _is_plain(on: str | None, before: str, clause: str) -> bool:
    """Do all of the words around a name and its numbers leave these what they are?"""
    return on is not None and not is_hedged(before, "") and is_plain(clause)


def _until_other(found: Sequence[Located], gaps: Sequence[tuple[int, str]], words: str) -> str:
    """The words behind a name, with the numbers that are formulas."""
    for (at, _), (_, gap) in pairwise(gaps):
        latex = found[at][0].latex.strip()
        if not re.fullmatch(_NUMBER, latex):
            break
        words += f"${latex}${gap}"
    return words


def _member(located: Located, name: str, one: str, other: str) -> Located:
    """The formula that says of which set a name is; the same where no name stands there."""
    try:
        made = parse(rf"{name} \in \{{{one}, {other}\}}".replace("−", "-"))
    except ReadError:
        return located
    plain = isinstance(made, Formula) and len(made.statements) == 1 and len(made.statements[0].chain.members) == 2
    return (located[0], made) if plain else located
