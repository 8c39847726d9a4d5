r"""The few values that a page says data take, `y_i \in \{-1, +1\}`, `S_{ij} \in \{0, \pm 1\}`, that they are positive,
`\lambda > 0`, and between which numbers those lie that are looked up, `c_t \in \{1, \dots, C\}`.

It says so of the data throughout, where no word before it makes it a condition (`if $y \in \{-1, 1\}$`); a page that
names two sets for one variable (two conventions, compared) says neither.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from ...affine import IntFn, Sym, affine
from ...errors import SymderivError
from ...expr import Variable
from ...latex import tree as t
from ...latex.clauses import SUPPOSING
from ...latex.hedged import is_hedged
from ...latex.tree import Chain, Formula, Node
from ...pattern import lazily
from ...system import Span, Values
from ..entry import entry_of
from ..integers.index import Integers
from ..meaning import Meaning
from ..spelled.shape import letter_of
from ..stated import Stated

CASE = lazily(r"\b(?:case|cases|convention|version)s?\b[^.;]*\Z", re.I)
"""Words in a sentence by which values are those of a case."""
FOR_SUCH = lazily(r"\b(?:for|on|in|at|once|as long as|while|only|else)\b\W*\Z|[はがも]\W*\Z", re.I)
"""Words before a comparison by which it is a case."""
IN_CASE = lazily(r"\W*(?:の|と(?!する(?!と|とき))|な|で(?!ある(?!と|場合|なら)|す)|then\b|we\b|case\b|implies\b)")
"""Words behind a comparison by which it is one."""
MOST = 8
"""So many values are still few."""


def value_sets(stated: Sequence[Stated], words: Iterable[tuple[str, str]], meaning: Meaning) -> Iterator[Values]:
    """The values of each variable of which the statements name one set; `words` stand before and behind each, as far
    as they stand in the document."""
    found: dict[Variable, set[tuple[Fraction, ...]]] = {}
    for s, (before, behind) in zip(stated, words, strict=False):
        own = () if s.struck else ((s.formula, s.statement.chain),)
        for formula, chain in (*own, *s.given, *s.perhaps):
            said = _said(formula, chain, meaning)
            if said is None:
                continue
            # numbers that sentences give one by one are weighed as such (`prepared.words.described`, `check.doubtful`)
            weighed = chain.relations == (r"\in",) and r"\in" not in formula.source.text
            hedged = not weighed and is_hedged(before, behind)
            conditional = chain is not s.statement.chain or is_conditional(before) or hedged
            found.setdefault(said.variable, set()).add(() if conditional else said.numbers)
    for variable, sets in found.items():
        if len(sets) == 1 and (numbers := next(iter(sets))):
            yield Values(variable, numbers)


def positive_data(
    stated: Sequence[Stated], words: Iterable[tuple[str, str]], meaning: Meaning, nudged: Collection[Variable]
) -> Iterator[Variable]:
    """The variables of which the page says throughout that all entries are positive, and nowhere anything else.

    `words` stand before and behind each statement. What the page differentiates by (`nudged`) is positive in a case at
    most.
    """
    found: dict[Variable, set[bool]] = {}
    alone = {id(s.statement.chain) for s in stated}
    for s, (before, behind) in zip(stated, words, strict=False):
        case = is_of_a_case(before, behind)
        beside = (c for c in (*s.given, *s.perhaps) if id(c[1]) not in alone)
        for formula, chain in ((s.formula, s.statement.chain), *beside):
            for name, positive in signs(chain):
                variable = throughout(formula, name, meaning)
                if variable is not None:
                    plain = chain is s.statement.chain and not s.struck and not case
                    found.setdefault(variable, set()).add(positive and plain)
    yield from (variable for variable, said in found.items() if said == {True} and variable not in nudged)


def ranges_looked_up(stated: Sequence[Stated], meaning: Meaning) -> Iterator[Span]:
    """The range of each letter that with an index below is the number of something, `c_t`, where the page names one.

    That of some of them, in a condition, is as good: it only says of how many rows a page speaks.
    """
    found: dict[Sym, set[Span]] = {}
    for s in stated:
        own = () if s.struck else ((s.formula, s.statement.chain),)
        for formula, chain in (*own, *s.given, *s.perhaps):
            for span in _spans(formula, chain, meaning):
                found.setdefault(span.letter, set()).add(span)
    yield from (span for spans in found.values() for span in spans if len(spans) == 1)


def _spans(formula: Formula, chain: Chain, meaning: Meaning) -> tuple[Span, ...]:
    r"""The ranges that a chain states of `c_t`, or of each in a list of such, by the letter c."""
    bare = [_without_index(m) for m in chain.members]
    if not chain.relations or not any(bare):
        return ()
    plain = replace(chain, members=tuple(b or m for b, m in zip(bare, chain.members, strict=True)))
    try:
        return Integers(formula, meaning.names).conditions(plain)[0]
    except SymderivError:
        return ()


def _without_index(x: Node) -> Node | None:
    """The c of `c_t` and `c^{(t)}`, or those of a list of such; None for anything else."""
    if isinstance(x, t.Listing):
        items = [_without_index(i) for i in x.items]
        return None if None in items else replace(x, items=tuple(i for i in items if i is not None))
    fits = isinstance(x, t.Name) and len(x.scripts) == 1 and not x.primes and _numbers_examples(x.scripts[0])
    letters = [letter_of(e) for e in x.scripts[0].entries] if fits and isinstance(x, t.Name) else [None]
    return None if None in letters or not isinstance(x, t.Name) else replace(x, scripts=())


def _numbers_examples(script: t.Script) -> bool:
    """Does it stand below, or above in brackets, where it is no power?"""
    return not script.above or script.bracket != ""


@lru_cache(maxsize=256)
def is_of_a_case(before: str, behind: str) -> bool:
    """Do the words around a comparison make it one of some data only?"""
    case = is_conditional(before) or FOR_SUCH.search(before) is not None or IN_CASE.match(behind) is not None
    return case or is_hedged(before, behind)


def signs(chain: Chain) -> Iterator[tuple[Node, bool]]:
    r"""The names in a chain of comparisons that are compared with 0, and whether it says that they are positive."""
    for left, relation, right in zip(chain.members, chain.relations, chain.members[1:], strict=False):
        for name, other, up in ((left, right, (">", r"\ge")), (right, left, ("<", r"\le"))):
            if isinstance(name, t.Name) and other == t.ZERO and relation in ("<", ">", r"\le", r"\ge"):
                yield name, relation in up


@lru_cache(maxsize=256)
def is_conditional(before: str) -> bool:
    """Do the words before a set of values say that data take them in a case only?"""
    words = before.rpartition("$$")[2]  # what a display on the same line holds are no words
    return SUPPOSING.search(words) is not None or CASE.search(words) is not None


def _said(formula: Formula, chain: Chain, meaning: Meaning) -> Values | None:
    numbers = numbers_listed(chain)
    if numbers is None:
        return None
    variable = throughout(formula, chain.members[0], meaning)
    return None if variable is None else Values(variable, numbers)


def throughout(formula: Formula, name: Node, meaning: Meaning) -> Variable | None:
    r"""The variable of a name that stands for any of its entries, `x_i`, or for the last one of a list, `x_I` and
    `d_{l^w}^w`."""
    try:
        entry = entry_of(formula, name, meaning)
    except SymderivError:
        return None
    letters = [i.letter for i in entry.indices]
    own = {affine(x) for x in letters if x is not None}
    ends = [a for i in entry.indices if i.letter is None for a in i.atoms() if affine(a) == i]
    told = len(ends) == 1 and isinstance(ends[0], IntFn) and own.issuperset(ends[0].args)
    every = letters.count(None) == told and len(set(letters)) == len(letters)
    return entry.variable if every else None


def numbers_listed(chain: Chain) -> tuple[Fraction, ...] | None:
    r"""The numbers of `x \in \{0, 1\}`, least first; None for anything else."""
    if chain.relations != (r"\in",) or not isinstance(chain.members[0], t.Name):
        return None
    listed = chain.members[1]
    if not isinstance(listed, t.Group) or listed.open != r"\{" or not 2 <= len(listed.items) <= MOST:
        return _plus_minus(listed)
    found = [_number(x) for x in listed.items]
    numbers = sorted({x for several in found if several is not None for x in several})
    return None if None in found else tuple(numbers)


def _plus_minus(listed: Node) -> tuple[Fraction, ...] | None:
    r"""The two numbers of `\{\pm 1\}`."""
    if not isinstance(listed, t.Group) or listed.open != r"\{" or len(listed.items) != 1:
        return None
    found = _number(listed.items[0])
    return tuple(sorted(found)) if found is not None and len(found) == 2 else None


def _number(x: Node) -> tuple[Fraction, ...] | None:
    r"""The number, or the two of `\pm 1`."""
    if isinstance(x, t.Number):
        return (Fraction(x.text),)
    if not isinstance(x, t.Terms) or len(x.terms) != 1 or not isinstance(x.terms[0].body, t.Number):
        return None
    value = Fraction(x.terms[0].body.text)
    return {"+": (value,), "-": (-value,), r"\pm": (value, -value), r"\mp": (value, -value)}.get(x.terms[0].sign)
