r"""Which condition belongs to which equation.

A condition belongs to the equation of its clause (`clauses`), or to the next display when it is a paragraph of its own.
A range in a paragraph of its own, said of nothing in particular, holds for the whole document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ..document.blocks import Block
from ..errors import ReadError
from ..latex.clauses import (
    BEHIND_A_LINE,
    CONDITIONAL,
    CONNECTING,
    DEFINING,
    EXPLAINING,
    IN_CASE,
    ONLY_IF,
    POSTPOSED,
    REMAINING,
    REMAINING_ALONE,
    REST_ENCLOSED,
    SAID_BESIDE,
    STOP,
    SUPPOSING,
    is_said_of_next,
)
from ..latex.remarks import Beat, Group, grouped, said_apart, stands_in_a_row
from ..latex.statement_forms import is_equation, replace_statement
from ..latex.tree import Chain, Name, Product, walk
from .beats import beats_of, mark
from .comparisons.equated_behind import equated_behind
from .comparisons.in_a_row import in_a_row, of_its_item, ranges_of_row
from .comparisons.passed_on import UNEQUAL, defines_part, numbers_told, passed_on
from .comparisons.supposing import JOINED, Found, Supposing, left_signature
from .definitions.lost_lines import seems_equation
from .definitions.told_by_cases import told_by_cases
from .facts import Facts, Signature
from .functions.in_part import defined_in_part, supposed_alone
from .integers.conditions import COMPARISONS, INEQUALITIES, is_condition, is_declaration, is_remark, remaining, subjects
from .integers.kinds import Kind, about, is_of_data, name_signature
from .integers.ranging import (
    at_no_index,
    is_full_range,
    is_part_of_another,
    is_range,
    is_whole_range,
    leaves_out,
    own_conditions,
    said_below,
    tells_function,
    that_fit,
)
from .integers.unequal import stands_unbound
from .located import Located
from .ranges.beyond import Zeros, zeros_by_formulas
from .ranges.beyond_a_list import ZERO_BEYOND, zero_beyond
from .ranges.local_ranges import beside_lines, is_of_heading, is_of_section, with_ranges_of_sections
from .ranges.mentioned import in_headings, of_mentions, says_nothing_of, without_mentioned
from .ranges.named_in_passing import named_in_passing
from .sizes.sizes_of_cases import MENTIONED, said_in_passing
from .spelled.shape import values_in
from .stated import ELEMENT, Beside, Stated, a_wish, among_words, by_place, matrix_of, names_of, not_used, shown
from .told.cases import derives, is_aside, is_of_one_step
from .told.opposites import told_in_rows
from .told.said_doubtfully import with_doubtful
from .told.shared_conditions import with_shared_conditions
from .told.unread_conditions import unread_conditions
from .told.wished import last_right_behind, right_behind, said_for_itself
from .torn import altered, beside_formulas, denied, torn_apart, unclaimed


@dataclass(slots=True)
class Layout:
    """Every statement of the document, equations with their conditions; which are equations; ranges of the document.

    `notes` tell which reading of a condition was taken, `problems` what is said in words only; `outside_zero`: what the
    page says to be 0 beyond its range; `supposing` are the statements that are a condition alone; `refused`: formulas
    (by number) that are not claimed as they stand; `doubtful`: conditions, as typed, of no use; `altered`: those that
    define something else; `aside`: conditions, as typed, maybe of no line; `sure`: those right behind it, by identity.
    """

    stated: list[Stated]
    is_equation: list[bool]
    ranges: list[Beside]
    notes: list[str] = field(default_factory=list)
    problems: list[ReadError] = field(default_factory=list)
    outside_zero: Zeros = Zeros.NOTHING
    supposing: frozenset[int] = frozenset()
    refused: dict[int, ReadError] = field(default_factory=dict)
    altered: dict[int, ReadError] = field(default_factory=dict)
    doubtful: frozenset[str] = frozenset()
    aside: frozenset[str] = frozenset()
    sure: frozenset[int] = frozenset()


def attach(blocks: Sequence[Block], located: Sequence[Located], facts: Facts, home: list[int]) -> Layout:
    """Give every condition to its equation."""
    return _Attaching(blocks, located, facts, home).run()


@dataclass(slots=True)
class _Given:
    conditions: list[Beside] = field(default_factory=list)
    below: list[Beside] = field(default_factory=list)
    ordered: list[tuple[int, Beside]] = field(default_factory=list)
    perhaps: list[Beside] = field(default_factory=list)
    given: list[Beside] = field(default_factory=list)


@dataclass(slots=True)
class _Attaching:
    blocks: Sequence[Block]
    located: Sequence[Located]
    facts: Facts
    home: list[int]
    beats: list[Beat] = field(default_factory=list)
    tail: str = ""
    supposed: set[int] = field(default_factory=set)
    apart: set[str] = field(default_factory=set)
    local: list[Beside] = field(default_factory=list)
    values: Found = field(init=False)
    groups: list[Group] = field(default_factory=list)
    count: Counter[Signature] = field(default_factory=Counter)

    def run(self) -> Layout:
        facts, home, own = self.facts, self.home, self.facts.stated[: len(self.home)]
        self.beats, self.tail = beats_of(self.blocks, self.located)
        yes = [bool(s.statement.chain.relations) and not is_condition(s.statement.chain, facts) for s in own]
        self.count = Counter(sig for n, s in enumerate(own) if yes[n] and (sig := left_signature(s)) is not None)
        equated = equated_behind(own, home, self.count)
        yes = [here and n not in equated for n, here in enumerate(yes)]
        supposing = Supposing(facts, home, self.count, self._around, self._leads_to_claim)
        self.values = supposing.found
        self.supposed = set(supposing.supposed(own, yes))
        said = self.supposed | self.values.wished | self.values.taken | among_words(self.located, home)
        yes = [here and n not in said for n, here in enumerate(yes)]
        # `W = (w_{ij})` says what W is made of: a range beside it is one of the page
        equations = {home[n] for n, here in enumerate(yes) if here and matrix_of(own[n]) is None}
        # a condition beside an equation that could not be read is not handed on to another one
        equations |= {n for n, (d, f) in enumerate(self.located) if isinstance(f, ReadError) and seems_equation(d)}
        beside, alone = by_place(own, home, equations, self._conditions)
        sizes = facts.range_ends | facts.ends | facts.size_names.keys()
        mark(self.beats, equations, alone, lambda n: all(is_of_data(c, facts) for c in self._chains(n)), facts)
        for number in named_in_passing(self.beats, alone):
            alone.pop(number, None)
        bounded = {n: alone.pop(n, []) for n in zero_beyond(self.beats, self.tail, self._chains, facts.stated)}
        headed = in_headings(self.beats, own, home)
        self.groups = said_in_passing(grouped(self.beats, self.tail), self.beats, self.located, self._chains, sizes)
        given, ranges, notes = self._given(alone)
        ranges += [c for said in bounded.values() for c in said if is_range(c[1])]
        refuted = list(denied(self.beats, self.located, self.tail))
        doubted = dict(unclaimed(self.beats, self.located, self.tail))
        zero = self._zeros(bounded, {*dict(refuted), *doubted})
        yes = [y and home[n] not in zero and home[n] not in headed for n, y in enumerate(yes)]
        notes += [ZERO_BEYOND] * bool(zero) + [a_wish(own[n]) for n in sorted(self.values.wished)]
        stated = [self._with(n, s, beside, given) if yes[n] else s for n, s in enumerate(own)]
        stated = with_shared_conditions(stated, home, {b.number: b.gap for b in self.beats if b.inline and b.equation})
        ranges = without_mentioned(ranges, self.beats, self.located, list(beside_lines(stated, self.local)))
        ranges = with_ranges_of_sections(ranges, self.local)
        stated = with_doubtful(stated, home, self.beats, self.groups, alone, self._usable)
        refused = dict(reversed(list(torn_apart(self.beats, self.located, self.tail))))
        for number, error in refuted:
            first = {left_signature(s): home[n] for n, s in reversed(list(enumerate(own))) if yes[n]}
            mine = [left_signature(s) for n, s in enumerate(own) if home[n] == number]
            if all(sig is not None and self.count[sig] > 1 and first[sig] == number for sig in mine):
                yes = [here and home[n] != number for n, here in enumerate(yes)]  # another line says what it is
            else:
                refused[number] = error
        unknown = unread_conditions(self.beats, self.located, self.tail, home, yes)
        for n, c in (*defined_in_part(self.beats, own, home, yes, facts), *unknown, *equated.values()):
            stated[n] = replace(stated[n], given=(*stated[n].given, c))
        unread = beside_formulas(self.beats, self.located, own, self._usable, self.supposed)
        problems = [*unread, *refused.values()]
        refused = {**doubted, **refused}
        whole = [*stated, *facts.stated[len(own) :]]
        alone_supposed = frozenset(supposed_alone(self.groups, self.beats, own, home, self.supposed))
        conditions = [(g, c) for g in self.groups for m in g.members for c in alone[self.beats[m].number]]
        aside = [c for g, c in conditions if said_for_itself(g, self.beats) and not tells_function(c[1])]
        doubtful, apart = (frozenset(shown(c) for g, c in conditions if g.doubt), self.apart | set(map(shown, aside)))
        cases = told_by_cases(self.beats, self.located, stated, home, self.tail)
        changed = {**dict(altered(self.beats, self.located, self.tail)), **refused, **dict(cases)}
        told = (notes, problems, max(zero.values(), default=Zeros.NOTHING), alone_supposed, refused, changed)
        sure = right_behind(conditions, self.beats, whole)
        return Layout(whole, yes, ranges, *told, doubtful, frozenset(apart), frozenset(sure))

    def _zeros(self, signals: Iterable[int], but: set[int]) -> dict[int, Zeros]:
        found = zeros_by_formulas(self.beats, self.tail, self._chains, (s.statement.chain for s in self.facts.stated))
        return {n: z for n, z in (*found, *((n, Zeros.ALL) for n in signals)) if n not in but}

    def _chains(self, number: int) -> list[Chain]:
        """The statements of a formula."""
        return [s.statement.chain for home, s in zip(self.home, self.facts.stated, strict=False) if home == number]

    def _around(self, n: int) -> tuple[str, str]:
        """The text before and behind the formula of a statement; words inside it count as text before."""
        at = next((k for k, b in enumerate(self.beats) if b.number == self.home[n]), None)
        if at is None:
            return "", ""
        inside = self.facts.stated[n].formula is not self.located[self.home[n]][1]
        behind = self.beats[at + 1].gap if at + 1 < len(self.beats) else self.tail
        return "since" if inside else self.beats[at].gap, behind

    def _leads_to_claim(self, n: int) -> bool:
        """Does the sentence of a statement go on in a display that defines nothing?"""
        at = next((k for k, b in enumerate(self.beats) if b.number == self.home[n]), len(self.beats))
        below = self.beats[at + 1] if at + 1 < len(self.beats) else None
        if below is None or below.inline or below.section != self.beats[at].section or STOP.search(below.gap):
            return False
        own = [s for home, s in zip(self.home, self.facts.stated, strict=False) if home == below.number]
        lefts = [left_signature(s) for s in own]
        return bool(own) and not any(sig is not None and self.count[sig] == 1 for sig in lefts)

    def _conditions(self, n: int, s: Stated) -> list[Beside]:
        """The conditions that a statement consists of, or that stand in its formula without an equation."""
        chain = s.statement.chain
        if s.struck and s.inline and (is_condition(chain, self.facts) or not is_equation(chain)):
            return []
        if n in self.supposed:
            return [(s.formula, chain)]
        own = (chain,) if is_condition(chain, self.facts) else ()
        if own and s.inline and not self._counts(chain) and self._is_case(n, chain):
            return [(s.formula, chain)]
        return [(s.formula, c) for c in (*own, *s.statement.conditions) if self._counts(c)]

    def _is_case(self, n: int, chain: Chain) -> bool:
        """Do words make what is said of a given value a condition of a line?"""
        before, behind = self._around(n)
        compared = all(r in INEQUALITIES for r in chain.relations)
        beside = derives(self.facts.stated[n - 1 : n]) and BEHIND_A_LINE.fullmatch(before)
        named = IN_CASE.search(before) or CONDITIONAL.match(behind) or beside
        case = compared and bool(named) and DEFINING.match(behind) is None
        joined = compared and n - 1 in self.supposed and JOINED.fullmatch(before) is not None
        assumed = compared and self._is_assumed_of_computed(chain, before)
        return case or joined or assumed or ONLY_IF.search(before) is not None

    def _is_assumed_of_computed(self, chain: Chain, before: str) -> bool:
        """Do words assume it, of what a formula says: `Assume $u > 0$`? Of data it holds throughout."""
        shapes = values_in(chain.members[0])
        said = SUPPOSING.search(before) is not None or SAID_BESIDE.search(before) is not None
        return said and any(name_signature(x) in self.count for x in shapes)

    def _counts(self, chain: Chain) -> bool:
        return not chain.relations or not is_remark(chain, self.facts)

    def _usable(self, chain: Chain) -> bool:
        """Is it a condition about integers (or a bare `\\forall i`)?"""
        return not chain.relations or (is_condition(chain, self.facts) and not is_remark(chain, self.facts))

    def _given(self, alone: dict[int, list[Beside]]) -> tuple[dict[int, _Given], list[Beside], list[str]]:
        """What the formulas that hold only conditions give to which formula."""
        found: dict[int, _Given] = {}
        ranges: list[Beside] = []
        notes: list[str] = []
        named, elsewhere = set(of_mentions(self.beats, self.located)), numbers_told(self.facts.stated)
        last = last_right_behind(self.groups, self.beats, alone)
        for group in self.groups:
            chains = [c for m in group.members if group.doubt != MENTIONED for c in alone[self.beats[m].number]]
            usable = [c for c in chains if self._usable(c[1]) and not group.doubt]
            wide = at_no_index(usable, map(self._own, (self.beats[n].number for n in group.targets)))
            doubted = [c for c in chains if group.doubt == "elsewhere" and self._usable(c[1])]
            full = [c for c in doubted if is_full_range(c[1]) or (id(c[0]) in named and is_whole_range(c[1]))]
            other = [c for c in chains if c not in usable and c not in full]
            ranges += [] if group.near else full  # `(for $n = 1, \\dots, N$); all of these are known`
            for target in group.targets:
                to = found.setdefault(self.beats[target].number, _Given())
                alike = to.below if group.below or said_apart(self.beats, group, target) else to.conditions
                alike += usable if group.which is None else []
                to.ordered += [(group.which, c) for c in usable] if group.which is not None else []
                to.given += [c for c in other if not self._passes_by(c[1], group, target)]
            self._handed_on(other, group, found)
            for number, c in passed_on(usable, group, self.beats, self._chains):
                found.setdefault(number, _Given()).conditions.append(c)
            compared = [c for c in other if COMPARISONS.issuperset(c[1].relations)]
            for target in group.consequent:
                to = found.setdefault(self.beats[target].number, _Given())
                to.given += [c for c in other if not self._passes_by(c[1], group, target)]
            for target in in_a_row(group, self.beats, self._has_own):
                to = found.setdefault(self.beats[target].number, _Given())
                to.conditions += ranges_of_row(
                    usable, *(self._own(self.beats[n].number) for n in (group.targets[0], target))
                )
                to.given += [c for c in compared if not self._passes_by(c[1], group, target)]
            for target in group.perhaps:
                to = found.setdefault(self.beats[target].number, _Given())
                near = self.beats[target].paragraph == self.beats[group.members[0]].paragraph
                near = near or stands_in_a_row(self.beats, group, target)
                sure = [c for c in usable if group.lasting and frozenset(c[1].relations) == UNEQUAL]
                sure += [c for c in usable if is_of_section(group, c[1])]
                stated = self._own(self.beats[target].number)
                sure += [c for c in wide if near and defines_part(c[1], stated, elsewhere)]
                to.conditions += sure
                to.perhaps += [c for c in usable if c not in sure and (group.assumed or near or leaves_out(c[1]))]
                to.given += [c for c in other if group.assumed and not self._passes_by(c[1], group, target)]
            if any(self.beats[m].number in self.values.enclosed for m in group.members):
                for n, b in of_its_item(self.beats, group.members):
                    here = [c for c in other if n > last.get(shown(c), 0) and not self._passes_by(c[1], group, n)]
                    found.setdefault(b.number, _Given()).given += here
            start = self.located[self.beats[group.members[0]].number][0]
            if not group.doubt and not group.near and not is_said_of_next(f"{start.before} {start.after}"):
                own = (c for c in usable if is_range(c[1]) and not is_of_heading(self.beats, group, c[1], self.facts))
                own = (c for c in own if not group.targets or not is_part_of_another(c[1], self.facts))
                (self.local if group.local else ranges).extend(own)
            elif not group.doubt:
                at = {self.beats[n].number for n in group.targets}
                ranges += [c for c in wide if is_whole_range(c[1]) and not self._stands_in(at, c[1], free=True)]
            notes += [not_used(shown(c)) for c in other if not (group.word or tells_function(c[1]))]
        self._remaining(alone, found)
        return found, ranges, notes

    def _own(self, number: int) -> list[Stated]:
        return [s for home, s in zip(self.home, self.facts.stated, strict=False) if home == number]

    def _passes_by(self, chain: Chain, group: Group, target: int) -> bool:
        """Is a case, or what is said of a given value, only mentioned beside a definition?"""
        own = self._own(number := self.beats[target].number)
        if self._is_elsewhere(chain, number) and any(is_of_one_step(s.statement.chain) for s in own):
            return True
        if not any((sig := left_signature(s)) is not None and self.count[sig] == 1 for s in own):
            return False
        if self.beats[group.members[0]].number in self.values.enclosed or self._is_compared(chain):
            return True
        if group.assumed and target < group.members[0]:
            return True
        if target > group.members[-1] and EXPLAINING.match(self.beats[target].gap):
            return True
        if not any(self.facts.stated[n].statement.chain is chain for n in self.values.cases):
            return says_nothing_of(chain, own, self.facts)
        first, last = sorted((target, group.members[0]))
        return is_aside(chain, own, "".join(b.gap for b in self.beats[first + 1 : last + 1]))

    def _is_compared(self, chain: Chain) -> bool:
        return any(self.facts.stated[n].statement.chain is chain for n in self.values.compared)

    def _has_own(self, number: int) -> bool:
        return any(not self._usable(c) for s in self._own(number) for c in s.statement.conditions)

    def _handed_on(self, other: list[Beside], group: Group, found: dict[int, _Given]) -> None:
        """Behind a definition a comparison is none of its conditions, but may be one of the line behind it."""
        if group.leading or not group.targets:
            return
        mine = [c for c in other if self._is_compared(c[1]) and self._passes_by(c[1], group, group.targets[0])]
        last, *behind = self.beats[group.members[-1] :]
        later = [b for b in behind if b.equation and b.paragraph == last.paragraph]
        if mine and later:
            found.setdefault(later[0].number, _Given()).given += mine
            self.apart |= set(map(shown, mine))

    def _is_elsewhere(self, chain: Chain, number: int) -> bool:
        r"""Is a condition about indices that a formula does not have: `start at $t = 1$, with $h_0 = 0$`?"""
        letters = set(subjects(chain, self.facts.strong)[0])
        indices = bool(letters) and letters <= self.facts.strong and self._usable(chain)
        return indices and not self._stands_in({number}, chain)

    def _stands_in(self, targets: set[int], chain: Chain, free: bool = False) -> bool:
        """Does a letter that a range is about stand in one of the formulas, other than below a sum if `free`?"""
        letters = set(subjects(chain, self.facts.strong)[0])
        trees = (s.statement.chain for number in targets for s in self._own(number))
        if free:
            return any(stands_unbound(x, tree) for tree in trees for x in letters)
        return any(isinstance(x, Name) and x.base in letters for tree in trees for x in walk(tree))

    def _remaining(self, alone: dict[int, list[Beside]], found: dict[int, _Given]) -> None:
        """`.. if k = j; otherwise a = b`: the contrary of the condition before it."""
        for at, beat in enumerate(self.beats):
            led = POSTPOSED.match(beat.gap) or any(g.leads_to(at) for g in self.groups)
            leads = not led and REMAINING.search(STOP.split(beat.gap)[-1])
            if beat.equation and (leads or self._ends_remaining(at)):
                rest = remaining(self._before(at, alone) or self._of_case_above(at, found))
                to = found.setdefault(beat.number, _Given())
                to.conditions += [c for c in rest if self._usable(c[1])]
                to.given += [c for c in rest if not self._usable(c[1])]

    def _before(self, at: int, alone: dict[int, list[Beside]]) -> list[Beside]:
        """The conditions above a formula that stand nearest to it in its paragraph, in another formula or by itself."""
        found: list[Beside] = []
        for b in reversed(self.beats[:at]):
            if b.paragraph != self.beats[at].paragraph or (found and b.equation):
                break
            found += alone[b.number] if b.condition else ()
            typed = [[(s.formula, c) for c in s.statement.conditions] for s in self._own(b.number)]
            if not found and typed and typed[-1]:
                return typed[-1]
        return found

    def _of_case_above(self, at: int, found: dict[int, _Given]) -> list[Beside]:
        """The condition of the equation above: only `Otherwise:` is between, or `(otherwise)` stands behind."""
        above, beat = next((b for b in reversed(self.beats[:at]) if b.equation), None), self.beats[at]
        behind = next((b.gap for b in self.beats[at + 1 : at + 2]), self.tail)
        all_of = (CONNECTING if REST_ENCLOSED.match(behind) else REMAINING_ALONE).fullmatch
        if above is None or above.section != beat.section or all_of(beat.gap.strip("\n )）,，;；")) is None:
            return []
        typed = ((s.formula, c) for s in self._own(above.number) for c in s.statement.conditions)
        return [*typed, *found.get(above.number, _Given()).conditions]

    def _ends_remaining(self, at: int) -> bool:
        """Does such a word stand behind a formula, not before the next one?"""
        later = self.beats[at + 1 : at + 2]
        leads = any(b.equation and b.paragraph == self.beats[at].paragraph for b in later)
        behind = " " + REST_ENCLOSED.sub(r"\1 ", next((b.gap for b in later), self.tail)).lstrip()
        return REMAINING.match(behind) is not None and (not leads or POSTPOSED.match(behind) is not None)

    def _with(self, n: int, s: Stated, beside: dict[int, list[tuple[int, Beside]]], given: dict[int, _Given]) -> Stated:
        """The statement with what stands beside it."""
        more = given.get(self.home[n], _Given())
        typed = [(s.formula, c) for c in s.statement.conditions]
        if not typed and any(REMAINING.search(w.content) for w in s.statement.words) and self._goes_on(n):
            before = self.facts.stated[n - 1]
            typed = remaining([(before.formula, c) for c in before.statement.conditions])
        own = [c for c in typed if self._usable(c[1])]
        other = [c for c in typed if c not in own and self._concerns(c[1], s)]
        here = own_conditions(n, beside.get(self.home[n], []), self.facts, self._is_separate)
        usable = [c for c in here if self._usable(c[1])]
        other += [c for c in here if c not in usable]
        near = (*usable, *more.conditions, *(c for which, c in more.ordered if which == self._order(n)))
        return replace(
            s,
            statement=replace_statement(s.statement, conditions=tuple(c for _, c in own)),
            conditions=told_in_rows(s, (*that_fit(near, s.statement.chain), *said_below(more.below, (*own, *near)))),
            perhaps=tuple(said_below(more.perhaps, own)),
            given=(*other, *more.given),
        )

    def _goes_on(self, n: int) -> bool:
        """Does nothing but a word such as `and` stand between a statement and the one before it?"""
        if not n or self.home[n - 1] == self.home[n]:
            return n > 0
        beat = next((b for b in self.beats if b.number == self.home[n]), None)
        return beat is not None and self.home[n - 1] == self.home[n] - 1 and CONNECTING.match(beat.gap) is not None

    def _order(self, n: int) -> int:
        """Which equation of its formula it is, from 0 on."""
        before = (m for m in range(n) if self.home[m] == self.home[n])
        return sum(is_equation(self.facts.stated[m].statement.chain) for m in before)

    def _is_separate(self, m: int) -> bool:
        return m in self.supposed or is_condition(self.facts.stated[m].statement.chain, self.facts)

    def _concerns(self, chain: Chain, s: Stated) -> bool:
        """Does a condition about values name anything that the statement holds?

        Beside the only definition of a name, what is said of given values (`\\epsilon > 0`) is said of them everywhere.
        """
        if is_declaration(chain):
            return False
        if chain.relations == (ELEMENT,):
            return True
        sig = left_signature(s)
        compared = bool(chain.relations) and INEQUALITIES.issuperset(chain.relations)
        defined = sig is not None and self.count[sig] == 1 and sig not in self.facts.network
        called = isinstance(s.statement.chain.members[0], Product)
        if defined and compared and not called and about(chain, self.facts) is Kind.GIVEN:
            return False
        if not defined and ((compared and r"\ne" not in chain.relations) or chain.relations == ("=",)):
            return True  # `if $y_i = 1$` beside a line about a derivative
        return bool(names_of(chain) & names_of(s.statement.chain)) or about(chain, self.facts) is Kind.COMPUTED
