r"""Data of which a sentence gives both values: `$t_k = 1$ if $k = c$, and zero otherwise` is `t_k = [k = c]`.

The case may stand before its value; the other may be typed in a formula of its own, `otherwise $t_k = 0$`, or with the
opposite case; the first one may be a word, too: `$t_k$ is 1 if $k = c$, and zero otherwise`. Other numbers make
cases. Of a Kronecker delta, `$\delta_{y_i j}$, with value 1 when $y_i = j$`, and of an indicator that says nothing new.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ....document.blocks import Block
from ....errors import ReadError
from ....latex import sentences
from ....latex import tree as t
from ....latex.neutral_words import may_name_places
from ....latex.statement_forms import index_like, replace_statement
from ....latex.tree import (
    CaseRow,
    Cases,
    Chain,
    Formula,
    Group,
    Indicator,
    Misfit,
    Name,
    Node,
    Number,
    Product,
    Statement,
    Terms,
)
from ...asked import where
from ...located import Located
from ...spelled.shape import letter_of
from ..said_in_place import gaps_of, value_alone, with_equation
from . import words_of_cases as words

COMPARING = frozenset(["=", "==", r"\ne", "<", ">", r"\le", r"\ge"])
ONE, ZERO = Number("1"), Number("0")
EQUAL = frozenset(["=", "=="])
THREE = "more than two values in a sentence are not read: write them as `cases`"
NUMBERS = "mathbb"
"""The font of sets of numbers."""
DENIED = (r"\notin",)
MEMBERSHIPS = ((r"\in",), DENIED)


@dataclass(slots=True)
class _Sentences:
    """The formulas of a page, and the words between them: each by its number with those before it."""

    found: list[Located]
    gaps: list[tuple[int, str]]
    sets: bool = False
    told: list[int] = field(default_factory=list)

    def number(self, at: int) -> int:
        return self.gaps[at][0] if at < len(self.gaps) else -1

    def before(self, at: int) -> str:
        return self.gaps[at][1] if at < len(self.gaps) else ""

    def compared(self, at: int) -> Chain | None:
        """The comparison that an inline formula is."""
        chain = self._inline(at)
        return chain if chain is not None and len(chain.members) == 2 and chain.relations[0] in COMPARING else None

    def case(self, at: int, name: Node | None = None) -> Chain | None:
        """The same, of indices; with `sets`, whether indices of the `name` are in a set."""
        if self.sets:
            chain = self._inline(at)
            return chain if chain is not None and isinstance(name, Name) and is_membership(chain, name) else None
        chain = self.compared(at)
        return chain if chain is not None and _is_of_indices(chain, name) else None

    def value(self, at: int) -> Chain | None:
        """The equation of a name and a number that an inline formula is."""
        chain = self._inline(at)
        if chain is None or chain.relations != ("=",) or not isinstance(chain.members[0], Name):
            return None
        return chain if _is_number(chain.members[1]) and chain.members[0].scripts else None

    def _inline(self, at: int) -> Chain | None:
        number = self.number(at)
        if number < 0:
            return None
        display, f = self.found[number]
        if not display.inline or not isinstance(f, Formula) or len(f.statements) != 1:
            return None
        return f.statements[0].chain if f.statements[0].chain.relations else None

    def rest(self, at: int, name: Node, case: Chain) -> tuple[Node, tuple[int, ...]] | None:
        """The value in all other cases, if the words and formulas from `at` on tell it, and which formulas do."""
        if words.ELSE_ZERO.match(self.before(at)):
            return ZERO, ()
        if words.ZERO_IF.fullmatch(self.before(at)) and _are_opposite(case, self.case(at, name)):
            return ZERO, (self.number(at),)
        other = self._other(at, name)
        if other is None:
            return None
        if words.ELSE.fullmatch(self.before(at)) or (
            words.AND.fullmatch(self.before(at)) and words.ELSE_BEHIND.match(self.before(at + 1))
        ):
            return other, (self.number(at),)
        opposite = words.AND.fullmatch(self.before(at)) and words.IF.fullmatch(self.before(at + 1))
        if opposite and _are_opposite(case, self.case(at + 1, name)):
            return other, (self.number(at), self.number(at + 1))
        return None

    def _other(self, at: int, name: Node) -> Node | None:
        """The number that a formula is, or gives to the name."""
        if self.number(at) < 0:
            return None
        alone = value_alone(self.found[self.number(at)])
        if alone is not None:
            return alone if _is_number(alone) else None
        chain = self.value(at)
        return chain.members[1] if chain is not None and chain.members[0] == name else None

    def are_taken_back(self, numbers: Sequence[int]) -> bool:
        """Do words around the formulas that tell both values take them back?"""
        places = [at for at, (n, _) in enumerate(self.gaps) if n in numbers]
        behind = self.before(places[-1] + 1)
        return words.are_taken_back(self.before(places[0]), behind)

    def doubt(self, at: int, name: Name, numbers: Sequence[int]) -> None:
        """Leave open what a name is: it is told by words that are not understood; nothing is left of the formulas.

        So is what the rest of the sentence gives a value.
        """
        self.forget(numbers)
        self._leave_open(self.number(at), name)
        for more in range(at + 1, len(self.gaps) - 1):
            if sentences.END.search(self.before(more)):
                return
            value = self.value(more)
            if value is not None and isinstance(value.members[0], Name):
                self._leave_open(self.number(more), value.members[0])

    def _leave_open(self, number: int, name: Name) -> None:
        display, f = with_equation(self.found[number], name, Misfit(words.NOT_UNDERSTOOD, span=name.span))
        assert isinstance(f, Formula)
        self.found[number] = display, replace(f, statements=(replace_statement(f.statements[0], conditions=()),))

    def says_else(self, *places: int) -> bool:
        """Do words before formulas in the same sentence speak of all other cases?"""
        for at in places:
            here = sentences.clauses(self.before(at))
            if words.ELSE_ANYWHERE.search(here[0]):
                return True
            if len(here) > 1:
                return False
        return False

    def forget(self, numbers: Sequence[int]) -> None:
        """Leave nothing of some formulas."""
        for n in numbers:
            display, f = self.found[n]
            if isinstance(f, Formula):
                self.found[n] = display, replace(f, statements=())


def _asks_a_set(s: Statement) -> bool:
    return s.chain.relations in MEMBERSHIPS


@where(_asks_a_set)
def with_members_in_words(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The same of what is in a set, before sets are written as their indicators."""
    return with_cases_in_words(located, blocks, sets=True)


def with_cases_in_words(located: Sequence[Located], blocks: Sequence[Block], sets: bool = False) -> list[Located]:
    """The formulas, such equations with an indicator or with cases for their value; what tells the cases is gone."""
    s = _Sentences(list(located), gaps_of(located, blocks), sets)
    for at in range(len(s.gaps) - 2):
        told = len(s.told)
        if words.IF.fullmatch(s.before(at + 1)):
            if not _told_behind(s, at):
                _forget_delta(s, at)
        elif (
            words.BEFORE_CASE.search(s.before(at)) and words.THEN.fullmatch(s.before(at + 1))
        ) or words.BEHIND_CASE.fullmatch(s.before(at + 1)):
            _told_in_front(s, at)
        elif words.IS_ONE.fullmatch(s.before(at + 1)):
            _told_of_name(s, at, s.before(at + 2))
        elif words.OF.fullmatch(s.before(at + 1)) and (one := words.ONE_THERE.match(s.before(at + 2))):
            _told_of_name(s, at, s.before(at + 2)[one.end() :])
        elif words.IS.fullmatch(s.before(at + 1)) and words.IF.fullmatch(s.before(at + 2)):
            _told_of_number(s, at)
        if len(s.told) == told:
            _doubt(s, at)
    return s.found


def _doubt(s: _Sentences, at: int) -> None:
    """Leave a name open to which a sentence gives values in cases that it tells in other words."""
    for value, case in ((at, at + 1), (at + 1, at)):
        chain = s.value(value)
        found = s.case(case, chain.members[0]) if chain is not None else None
        if chain is None or found is None or sentences.END.search(s.before(at + 1)):
            continue
        if (
            isinstance(chain.members[0], Name)
            and not _is_delta(chain.members[0], found)
            and s.says_else(at + 2, at + 3)
        ):
            s.doubt(value, chain.members[0], [s.number(case)])
            return
    alone, one = value_alone(s.found[s.number(at)]), s.number(at + 1)
    number = value_alone(s.found[one]) if one >= 0 else None
    if isinstance(alone, Name) and alone.scripts and number is not None and _is_number(number):
        known = s.case(at + 2, alone) is not None and words.IS.fullmatch(s.before(at + 1)) is not None
        if known and not sentences.END.search(s.before(at + 2)) and s.says_else(at + 3, at + 4):
            s.doubt(at, alone, [one, s.number(at + 2)])


def _told_behind(s: _Sentences, at: int) -> bool:
    """`$t_k = 1$ if $k = c$, ..`"""
    value = s.value(at)
    case = s.case(at + 1, value.members[0]) if value is not None else None
    return value is not None and case is not None and _tell(s, at, value, at + 1, case)


def _told_in_front(s: _Sentences, at: int) -> bool:
    """`If $k = c$, then $t_k = 1$, ..`"""
    value = s.value(at + 1)
    case = s.case(at, value.members[0]) if value is not None else None
    return value is not None and case is not None and _tell(s, at + 1, value, at, case)


def _tell(s: _Sentences, at: int, value: Chain, beside: int, case: Chain) -> bool:
    """Put both values in the place of the one, if the sentence goes on with the other."""
    name, one = value.members
    rest = s.rest(max(at, beside) + 1, name, case)
    if rest is None:
        return False
    s.told.append(s.number(at))
    used = [s.number(beside), *rest[1]]
    if isinstance(name, Name) and s.are_taken_back([s.number(at), *used]):
        s.doubt(at, name, used)
        return True
    display, f = s.found[s.number(at)]
    assert isinstance(f, Formula)
    earlier = s.value(min(at, beside) - 2) if min(at, beside) > 1 else None
    if earlier is not None and earlier.members[0] == name and words.AND.fullmatch(s.before(min(at, beside))):
        s.found[s.number(at)] = display, ReadError(THREE, f.place(value.span))
        return True
    first = s.found[s.number(min(at, beside))][0]
    restricted = words.ONLY_FOR.match(first.before.rpartition(";")[2]) and may_name_places(first.before)
    if restricted or words.BUT_FOR.search(display.after):
        both = (one, rest[0])
        made = replace(value, members=(name, Group(r"\{", both, r"\}", (",",))), relations=(r"\in",))
    else:
        made = replace(value, members=(name, _values(one, rest[0], case)))
    s.found[s.number(at)] = (
        display,
        replace(f, statements=(replace_statement(f.statements[0], chain=made, conditions=()),)),
    )
    s.forget(used)
    return True


def _values(one: Node, other: Node, case: Chain) -> Node:
    if (one, other) == (ONE, ZERO) and case.relations != DENIED:
        return Indicator((case,), one.span)
    return Cases((CaseRow(one, (case,), span=one.span), CaseRow(other, (), True, span=one.span)), one.span)


def _told_of_name(s: _Sentences, at: int, behind: str) -> None:
    """`$t_k$ is 1 if $k = c$, and zero otherwise`; the case of an indicator is forgotten."""
    name = value_alone(s.found[s.number(at)])
    case = s.case(at + 1, name) if s.sets else s.compared(at + 1)
    if case is None or name is None:
        return
    between = behind != s.before(at + 2)
    rest = (ZERO, ()) if words.ELSE_ZERO.match(behind) else None if between else s.rest(at + 2, name, case)
    if _is_indicator(name, case):
        if rest is not None or between or words.END.match(behind):
            s.forget([s.number(at + 1)])
    elif s.case(at + 1, name) is not None and isinstance(name, Name) and name.scripts and rest is not None:
        s.found[s.number(at)] = with_equation(s.found[s.number(at)], name, _values(ONE, rest[0], case))
        s.forget([s.number(at + 1), *rest[1]])


def _told_of_number(s: _Sentences, at: int) -> None:
    """`$t_k$ is $1$ if $k = c$ and $0$ otherwise`."""
    name, one = value_alone(s.found[s.number(at)]), value_alone(s.found[s.number(at + 1)])
    case = s.case(at + 2, name) if name is not None else None
    if case is None or not isinstance(name, Name) or not name.scripts or one is None or not _is_number(one):
        return
    rest = s.rest(at + 3, name, case)
    if rest is not None:
        used = [s.number(at + 1), s.number(at + 2), *rest[1]]
        s.told.append(s.number(at))
        if s.are_taken_back([s.number(at), *used]):
            s.doubt(at, name, used)
            return
        s.found[s.number(at)] = with_equation(s.found[s.number(at)], name, _values(one, rest[0], case))
        s.forget(used)


def _forget_delta(s: _Sentences, at: int) -> None:
    """Forget what says of a Kronecker delta when it is 1, and else 0."""
    value, case = s.value(at), s.compared(at + 1)
    told = value is not None and case is not None and value.members[1] == ONE and _is_delta(value.members[0], case)
    if told and words.ELSE_ZERO.match(s.before(at + 2)):
        s.forget([s.number(at), s.number(at + 1)])


def _is_of_indices(c: Chain, name: Node | None) -> bool:
    r"""Does it compare indices? What an index of the name is compared with is looked up, the `j_c^*` of `j = j_c^*`."""
    if all(map(index_like, c.members)):
        return True
    told = isinstance(name, Name) and name.base != r"\delta"  # of a Kronecker delta it says nothing new
    own = {letter_of(e) for s in name.scripts for e in s.entries} if told and isinstance(name, Name) else set()
    return all(isinstance(m, Name) for m in c.members) and any(letter_of(m) in own - {None} for m in c.members)


def _is_number(x: Node) -> bool:
    if isinstance(x, Terms):
        return len(x.terms) == 1 and isinstance(x.terms[0].body, Number)
    return isinstance(x, Number)


def is_membership(c: Chain, name: Name) -> bool:
    r"""Does it ask whether indices of a name are in a set with a name: of `m_{ui}`, `(u, i) \in K`, `i \in N(u)`?"""
    if c.relations not in MEMBERSHIPS:
        return False
    element, of = c.members
    items = element.items if isinstance(element, Group) and element.open == "(" else t.listed(element)
    parts = [f.body for f in of.factors] if isinstance(of, Product) and of.factors[-1].joined else [of]
    head, *groups = parts
    if not isinstance(head, Name) or head.font == NUMBERS or not all(isinstance(g, Group) for g in groups):
        return False
    on = [e for s in head.scripts for e in s.entries] + [e for g in groups if isinstance(g, Group) for e in g.items]
    own = {letter_of(e) for s in name.scripts for e in s.entries} - {None}
    return bool(items) and all(letter_of(x) in own for x in (*items, *on))


def _are_opposite(one: Chain, other: Chain | None) -> bool:
    """Does one equate two indices, or call one an element, and the other deny it?"""
    if other is None or one.members not in (other.members, other.members[::-1]):
        return False
    if {*one.relations, *other.relations} == {r"\in", r"\notin"}:
        return one.members == other.members
    equal = [c.relations[0] in EQUAL for c in (one, other)]
    return equal[0] != equal[1] and r"\ne" in (one.relations[0], other.relations[0])


def _is_delta(x: Node, case: Chain) -> bool:
    r"""Is it the `\delta_{y_i j}` of `y_i = j`?"""
    if not isinstance(x, Name) or x.base != r"\delta" or x.primes or len(x.scripts) != 1 or x.scripts[0].above:
        return False
    entries = x.scripts[0].entries
    return len(entries) == len(case.members) and all(m in entries for m in case.members)


def _is_indicator(x: Node, case: Chain) -> bool:
    r"""Is it the `\mathbb{1}[y_i = j]` of `y_i = j`, or the `\delta_{y_i j}`?"""
    return x.conditions == (case,) if isinstance(x, Indicator) else _is_delta(x, case)
