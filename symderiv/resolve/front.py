r"""The front matter of a page: what its keys say, as formulas still to be resolved.

Keys: `title`, `objective`, `wrt`, `data`, `functions`, `sizes`, `ranges`, `assume`, `relations`, `outside`, `sums`.
Anything else, and any value of the wrong kind, is an error that says where and what is expected.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from ..document.blocks import FrontMatter
from ..errors import Place, ReadError
from ..latex import parse as formulas
from ..latex import tree as t
from ..latex.lexer import PAGE_LIMITS
from ..latex.names import Names
from ..latex.source import WINDOW, Source
from ..latex.tree import Chain, Formula, Node
from ..notation import FUNCTIONS
from .facts import Facts, Occurrence
from .functions.families import family_name, family_of
from .prepared.probabilities.expectations import expectation
from .spelled.shape import Shape, letter_of, letters_in, shape_of

KEYS = ("title", "objective", "wrt", "data", "functions", "sizes", "ranges", "assume", "relations", "outside", "sums")
ADDING = ("ranges", "functions", "assume", "outside", "data", "sizes", "relations", "sums")
"""Keys by which a solution could change the network it is judged against."""
MOST_VALUES = 500
"""A key may have so many values."""

SHORTEST_WORD = 3
"""So many letters at the end of a range are no product."""


def index_words(front: FrontMatter) -> Names:
    """The indices of several letters that have a range, the ch of `"ch" = "1..n_{ch}"`, those with primes, and words at
    which ranges end, the out of `"l" = "1..out"`."""
    ranges = ranges_typed(front)
    ends = {str(x).rsplit("..", 1)[-1].strip() for x in ranges.values()}
    words = {x for x in ends if len(x) >= SHORTEST_WORD and x.islower() and x not in FUNCTIONS}
    found = {x for x in ranges if len(x) > 1} | words
    return Names(frozenset(x for x in found if x.isascii() and x.isalpha())) | primed_in(ranges)


def primed_in(ranges: Mapping[str, object]) -> Names:
    """The letters with primes that have a range, `"t'" = "1..T"`."""
    return Names(primed=frozenset(x for x in map(str.strip, ranges) if x.endswith("'")))


@dataclass(slots=True)
class Front:
    """The front matter with its formulas parsed; `problems` are the values that could not be read."""

    title: str = ""
    objective: tuple[Formula, Node] | None = None
    wrt: list[tuple[Formula, Node]] = field(default_factory=list)
    data: list[tuple[Formula, Node]] = field(default_factory=list)
    functions: list[tuple[Formula, Node]] = field(default_factory=list)
    sizes: list[tuple[Formula, Node]] = field(default_factory=list)
    ranges: list[tuple[Formula, Chain]] = field(default_factory=list)
    assume: list[Formula] = field(default_factory=list)
    relations: list[tuple[Formula, Chain]] = field(default_factory=list)
    outside_zero: bool = False
    implicit: bool = False
    problems: list[ReadError] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


def objectives_of(front: Front) -> frozenset[str]:
    """The letter of the objective, where it is a name without indices: a number."""
    named = front.objective[1] if front.objective is not None else None
    shape = shape_of(named) if isinstance(named, t.Name) else None
    return frozenset() if shape is None or shape.pieces or shape.primes else frozenset([shape.base])


def front_changed(front: Front, change: Callable[[Any], Any]) -> Front:
    """The front matter with its formulas changed; functions stay."""
    return replace(
        front,
        objective=None if front.objective is None else (front.objective[0], change(front.objective[1])),
        ranges=[(f, change(c)) for f, c in front.ranges],
        relations=[(f, change(c)) for f, c in front.relations],
        assume=[replace(f, statements=change(f.statements)) for f in front.assume],
        sizes=[(f, change(n)) for f, n in front.sizes],
        data=[(f, change(n)) for f, n in front.data],
        wrt=[(f, change(n)) for f, n in front.wrt],
    )


def ranges_typed(front: FrontMatter) -> Mapping[str, object]:
    """The ranges of letters, not yet read; none where they are no table."""
    found = front.data.get("ranges")
    return found if isinstance(found, Mapping) else {}


def read_front(front: FrontMatter, names: Names, judged: bool = False) -> Front:
    """Read the front matter; where a network is already there (`judged`), keys that would change it are ignored."""
    return _Reader(front, names, judged).read()


@dataclass(slots=True)
class _Reader:
    front: FrontMatter
    names: Names
    judged: bool
    found: Front = field(default_factory=Front)

    def read(self) -> Front:
        found = self.found
        for key, value in self.front.data.items():
            if key not in KEYS:
                near = get_close_matches(key, KEYS, n=1)
                hint = f"did you mean `{near[0]}`?" if near else f"the keys are {', '.join(KEYS)}"
                self.fail(f"`{key}` is not a key of the front matter", hint, key)
            elif self.judged and key in ADDING:
                found.ignored.append(key)
            elif key == "title":
                found.title = next(iter(self.texts(key, value, single=True)), "")
            elif key == "outside":
                found.outside_zero = self.choice(key, value, "zero")
            elif key == "sums":
                found.implicit = self.choice(key, value, "implicit")
            elif key == "ranges":
                found.ranges = list(self.ranges(value))
            elif key == "assume":
                found.assume = [f for text in self.texts(key, value) if (f := self.formula(key, text)) is not None]
                found.assume = [f for f in found.assume if self.related(f, r'"\\sum_{k=1}^{K} t_k = 1"')]
            elif key == "relations":
                nodes = [(f, n) for f, n in self.nodes(key, value) if self.related(f, '"N = M + A - 1"')]
                found.relations = [(f, n) for f, n in nodes if isinstance(n, Chain)]
            elif key == "objective":
                found.objective = next(((f, _named(x)) for f, x in self.nodes(key, value, single=True)), None)
            elif key == "sizes":
                found.sizes = [(f, n) for f, n in self.nodes(key, value) if self.letter(f, n)]
            elif key == "functions":
                found.functions = list(self.nodes(key, value))
            else:
                getattr(found, key).extend(self.nodes(key, value))
        return found

    def fail(self, cause: str, hint: str, *path: str) -> None:
        """Note a value that cannot be read."""
        place = self.front.place(*path) or Place(1, 1, file=self.front.file)
        self.found.problems.append(ReadError(cause, place, hint))

    def choice(self, key: str, value: Any, wanted: str) -> bool:
        """A key with one possible value."""
        if value != wanted:
            self.fail(f"`{key}` is {value!r}", f'write {key} = "{wanted}", or leave it out', key)
        return bool(value == wanted)

    def related(self, formula: Formula, example: str) -> bool:
        """Is every statement of the formula a relation?"""
        loose = [s for s in formula.statements if not s.chain.relations]
        self.found.problems += [
            ReadError("an equation is expected here", formula.place(s.span), f"for example {example}") for s in loose
        ]
        return not loose

    def letter(self, formula: Formula, node: Node) -> bool:
        """Is it a letter without scripts?"""
        shape = shape_of(node)
        if shape is not None and not shape.pieces:
            return True
        place = formula.place(node.span)
        self.found.problems.append(ReadError("a size is a single letter here", place, 'write sizes = ["N", "M"]'))
        return False

    def texts(self, key: str, value: Any, single: bool = False) -> Iterator[str]:
        """A text, or a list of texts."""
        values = value if isinstance(value, list) and not single else [value]
        if len(values) > MOST_VALUES:
            self.fail(
                f"`{key}` has {len(values):,} values; {MOST_VALUES} are read", "leave out what is not needed", key
            )
            return
        for text in values:
            if isinstance(text, str):
                yield text
            elif single:
                self.fail(f"`{key}` is {text!r}", f"write `{key}` as one text in quotes", key)
            else:
                self.fail(f"`{key}` is {text!r}", f"write `{key}` as a text or a list of texts in quotes", key)

    def formula(self, key: str, text: str, *path: str) -> Formula | None:
        """A text as a formula, its errors placed on the line of the key."""
        place = self.front.place(*(path or (key,)))
        try:
            at = place.text.find(text) if place is not None else -1
            if place is not None and at >= 0:
                end, first = at + len(text), max(0, at - WINDOW)
                before, after = place.text[first:at], place.text[end : end + WINDOW]
                source = Source(text, place.line, before, after, self.front.file, first)
            else:
                source = Source(text, place.line if place else 1, file=self.front.file)
            return formulas.parse(source, self.names, limits=PAGE_LIMITS)
        except ReadError as error:
            self.found.problems.append(error)
            return None

    def nodes(self, key: str, value: Any, single: bool = False) -> Iterator[tuple[Formula, Node]]:
        """The formulas of a key, each a single expression or relation."""
        for text in self.texts(key, value, single):
            f = self.formula(key, text)
            if f is None:
                continue
            for s in f.statements:
                yield f, (s.chain if s.chain.relations else s.chain.members[0])

    def ranges(self, value: Any) -> Iterator[tuple[Formula, Chain]]:
        """`i = "1..H"` as the chain `i = 1, \\dots, H`."""
        if not isinstance(value, Mapping):
            self.fail("`ranges` is not a table", 'write [ranges] and below it i = "1..I"', "ranges")
            return
        if len(value) > MOST_VALUES:
            cause = f"`ranges` has {len(value):,} letters; {MOST_VALUES} are read"
            return self.fail(cause, "leave out what is not needed", "ranges")
        for letter, text in value.items():
            if not isinstance(text, str) or ".." not in text:
                self.fail(f"the range of `{letter}` is {text!r}", 'write it as "1..I"', "ranges", letter)
                continue
            if "|" in text:  # two dots lead to a letter or a number, and here to `|B|`
                text = text.replace("..", r", \dots, ")
            f = self.formula("ranges", f"{letter} = {text}", "ranges", letter)
            if f is not None:
                yield f, f.statements[0].chain


def _named(x: Node) -> Node:
    r"""The name of `\ell(\theta)`: the parenthesis says what it depends on; `\mathbb{E}[R]` is one name."""
    if (named := expectation(x)) is not None:
        return named
    if not isinstance(x, t.Product) or len(x.factors) != 2 or not x.factors[1].joined:
        return x
    name = x.factors[0].body
    return name if isinstance(name, t.Name) else x


def with_families(front: Front, facts: Facts) -> tuple[Front, list[str]]:
    r"""The front matter without declared functions such as `f_l` that are one for each l, and the names of these.

    They are so where the page applies `f_L` or `f_{l+1}` besides, or `f_l` to an entry that has the l too. Where the l
    is one step (`one_step`), definitions have another letter for every step in its place. So are `f_j` and `f_m` where
    a sum of the `f_j` ends at m.
    """
    several = {f: s for f in front.functions if (s := shape_of(f[1])) is not None and _is_one_of_many(s, front, facts)}
    kept = [f for f in front.functions if f not in several]
    return replace(front, functions=kept), [family_name(family_of(s)) for s in several.values()]


def _is_one_of_many(shape: Shape, front: Front, facts: Facts) -> bool:
    """Is a declared function one for each value of the indices that it carries, as are all of its letter?"""
    indices = {x for p in shape.pieces for x in letters_in(p)}
    alike = [s for _, n in front.functions if (s := shape_of(n)) is not None and s.letter == shape.letter]
    called = [o for o in facts.occurrences if o.args and o.shape.letter == shape.letter and o.shape.pieces]
    if not indices or len(alike) > 1:
        return _end_with_the_last(alike, called, facts)
    if not indices <= facts.strong:
        steps = ({x for p in o.shape.pieces for x in letters_in(p)} - indices for o in called)
        return any(x and x <= {y + "'" for y in indices} for x in steps)
    if any(o.shape.pieces != shape.pieces for o in called):
        return True
    names = [[x for a in o.args or () for x in t.of_kind(a, t.Name)] for o in called]
    return any(
        indices <= {y for x in found for s in x.scripts for e in s.entries for y in letters_in(e)} for found in names
    )


def _end_with_the_last(alike: Sequence[Shape], called: Sequence[Occurrence], facts: Facts) -> bool:
    r"""Are functions of one letter `f_j`, added up over j, and `f_m` at the end of that sum?"""
    letters = [letter_of(s.pieces[0]) if len(s.pieces) == 1 else None for s in alike]
    run = {x for o in called for x in map(letter_of, o.shape.pieces) if x in o.bound and x in letters}
    if len(run) != 1 or len({family_of(s) for s in alike}) != 1:
        return False
    ends = facts.uppers.get(str(*run), set())
    return len(ends) == 1 and all(x in run or frozenset([x]) in ends for x in letters)
