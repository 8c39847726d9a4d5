r"""Reading a document: from text to a `Draft` and to the claims that it writes down.

The pipeline: parse every formula, collect facts, give conditions to equations, decide what letters mean, resolve, sort.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from .affine import Sym
from .document import parse_document, read_formulas
from .document.blocks import Block, Document, Prose
from .document.blocks import Display as Shown
from .draft import Draft
from .errors import ReadError, SymderivError
from .expr import Variable, variables
from .latex.clauses import STOP
from .latex.names import NO_NAMES, Names
from .latex.tree import Chain, Formula, Name, Node
from .latex.write import write
from .memo import of_this_object
from .resolve.added_up import added_up
from .resolve.arrays_told import arrays_told
from .resolve.assumed_comparisons import assumed_comparisons
from .resolve.assumed_in_front import with_assumed, without_assumed
from .resolve.at_one_value import at_values_said
from .resolve.beyond import Zeros, zeros_said
from .resolve.bounded import bounded_data
from .resolve.choices import AS_TYPED, Choices
from .resolve.collect import collect
from .resolve.compared import Compared, compared_values
from .resolve.definitions import Decider
from .resolve.densities import constants_of_densities
from .resolve.derived import begins_to_derive
from .resolve.drafted import Drafting, Resolved, declared_functions
from .resolve.entry import names_in
from .resolve.facts import Facts
from .resolve.formulas import Resolver
from .resolve.front import Front, index_words, ranges_typed, read_front, with_families
from .resolve.functions import read_functions
from .resolve.functions_hinted import densities_hinted, functions_bound, functions_hinted
from .resolve.gathered import statements, updates
from .resolve.given import functions_of, page_of
from .resolve.given_labels import with_labels_as_given
from .resolve.held_in_brackets import front_with_held, held_in_brackets, with_held_named
from .resolve.inferred_ranges import inferred_ranges
from .resolve.known import ends_of, known_functions, known_names, several_names, signatures_of, variables_of
from .resolve.layout import Layout, attach
from .resolve.letters import understand
from .resolve.letters_apart import in_two_sums
from .resolve.located import Located
from .resolve.loose_ends import not_told_apart
from .resolve.losses import Loss, front_without, without_losses
from .resolve.meaning import Meaning
from .resolve.members_told import members_told
from .resolve.named_parts import with_named_parts
from .resolve.named_wholes import named_wholes
from .resolve.notes import notes, row_doubts
from .resolve.numbered_letters import front_with_letters, numbered_letters, with_letters
from .resolve.numbers_behind import with_numbers_below
from .resolve.one_hot import one_hot, targets_adding_up, with_classes
from .resolve.one_step import single_steps, with_every_step_apart
from .resolve.parameters import with_parameters
from .resolve.premises import premises
from .resolve.prepared import prepared, tidied, with_points, without_givens, words_of
from .resolve.prepared.functions_in_words import left_open
from .resolve.prepared.gradients.rules_apart import with_rules_apart
from .resolve.prepared.indices.in_parentheses import front_with_lists, lists_in_parentheses, with_lists_as_indices
from .resolve.prepared.indices.labels_left_off import with_labels_put_back
from .resolve.prepared.indices.layers_behind_parentheses import with_layers_before_parentheses
from .resolve.prepared.sums.halves_in_front import front_with_halves
from .resolve.shape import shape_of
from .resolve.shapes import Around, steps_in
from .resolve.sizes_apart import with_sizes_apart
from .resolve.sizes_with_words import front_with_sizes_labelled, sizes_with_words, with_sizes_labelled
from .resolve.stated import Stated, left_shape, matrix_of, oblong
from .resolve.statements import Equation, Style, inverses_named, nudged, resolve_equation
from .resolve.states import with_states_numbered
from .resolve.steps import touches
from .resolve.strides import front_with_values, strides_of, with_values
from .resolve.struck_parts import with_struck_parts
from .resolve.supposed import supposed_functions
from .resolve.symmetries import without_symmetries
from .resolve.told_constant import told_constant
from .resolve.told_of_names import tell_of_names
from .resolve.told_to_depend import applied_to_computed, shown_to_depend, told_to_depend
from .resolve.untold import Untold, not_meant, untold, untold_in
from .resolve.wide_divisors import with_lengths_chosen
from .resolve.written import Reading, Unread, Written, conditions_alone
from .system import Span, System
from .usable import network_of

LEAD_IN = 24
"""So many characters before an equation in a display may hold the words that introduce it."""

__all__ = ["Reading", "Unread", "Written", "read_document", "read_draft"]


def read_draft(text: str, *, file: str = "", folder: Path | None = None) -> Draft:
    """The network that a document defines.

    Raises the first `ReadError` if anything in it cannot be read, or if it defines nothing.
    """
    return replace(network_of(read_document(text, file=file, folder=folder), text, file), page=text)


def read_document(
    text: str,
    *,
    file: str = "",
    network: System | None = None,
    folder: Path | None = None,
    without: tuple[Loss, ...] = (),
    choices: Choices = AS_TYPED,
) -> Reading:
    r"""Read a document in Markdown or LaTeX; what cannot be read is a problem, and the rest is still read.

    With a `network`, equations about what it defines are claims, and new names are the document's own. Statements that
    the page is read `without` are problems; `choices` say what else is tried.

    >>> reading = read_document("$$y_i = \\sum_{j=1}^{J} w_{ij} x_j \\quad E = \\sum_{i=1}^{I} f(y_i)$$")
    >>> [d.left.variable.key for d in reading.draft.definitions], [f.name for f in reading.draft.functions]
    (['y_{#}', 'E'], ['f'])
    """
    return _Reading(parse_document(text, file, folder), network, choices, without).read()


def _bounds_of(network: System, moved: Collection[Variable]) -> Iterator[Compared]:
    """The bounds of data that the page of a given network states; data by which lines differentiate (`moved`) may lie
    so in a case only."""
    for c in _bounds_stated(network):
        yield replace(c, aside=c.aside or any(not variables(x).isdisjoint(moved) for x in c.holds))


@of_this_object(64)
def _bounds_stated(network: System) -> tuple[Compared, ...]:
    if not network.page:
        return ()
    try:
        found = read_document(network.page).compared
    except SymderivError:
        return ()
    return tuple(c for c in found if isinstance(c, Compared) and c.throughout)


@dataclass(slots=True)
class _Reading:
    """One run of the pipeline."""

    document: Document
    network: System | None
    choices: Choices
    without: tuple[Loss, ...] = ()
    located: Sequence[Located] = ()
    front: Front = field(default_factory=Front)
    problems: list[ReadError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    home: list[int] = field(default_factory=list)
    several: Names = NO_NAMES
    hinted: tuple[Untold, ...] = ()
    families: list[str] = field(default_factory=list)
    members: tuple[Untold, ...] = ()
    shown: tuple[Untold, ...] = ()
    outside_zero: Zeros = Zeros.NOTHING
    steps: frozenset[str] = frozenset()
    densities: frozenset[str] = frozenset()

    def _prepare(self) -> tuple[Name, ...]:
        """Settle the formulas and the front matter as they are understood; gives the letters that are strides."""
        page, given = self.document, page_of(self.network)
        choices, alone, labels = self.choices, self.network is None, given.labels
        several = several_names(self.network) | index_words(page.front)
        kept = without_losses(with_rules_apart(read_formulas(page, several), page.blocks), self.without)
        own = with_values(with_struck_parts(kept, choices.struck_gone), choices.values)
        own = with_lengths_chosen(own, choices.wide, choices.divisors)
        front = front_without(page.front, self.without)
        own = with_numbers_below(with_assumed(own, front, several)) if alone else with_labels_as_given(own, labels)
        blocks = (*given.blocks, *page.blocks)
        typed_ranges, notes = (ranges_typed(front), self.notes) if alone else (given.typed, None)
        numbered = with_states_numbered(with_layers_before_parentheses(with_points([*given.located, *own])), blocks)
        located = without_givens(numbered, typed_ranges)
        located = with_lists_as_indices(located, lists := lists_in_parentheses(located, typed_ranges, front.data))
        if alone:
            located = with_sizes_apart(located, {*typed_ranges, *map(str, front.data.get("sizes", ()))}, self.notes)
            self.shown = tuple(applied_to_computed(located))
        located = with_held_named(located, held := held_in_brackets(located))
        located = with_sizes_labelled(located, sizes := sizes_with_words(located, typed_ranges, notes, choices))
        letters = numbered_letters(located, typed_ranges)
        located = tidied(with_letters(located, letters), typed_ranges, blocks, choices.whole_sets)
        named = [v for k, v in front.data.items() if k not in ("title", "ranges")]
        self.located = given.without(located := with_labels_put_back(located, named, self.notes))
        if front.data:
            several = several | names_in(f for _, f in self.located if not isinstance(f, ReadError))
        strides, self.several = strides_of(self.located, tuple(typed_ranges)), several
        typed = front_with_halves(front_with_lists(read_front(front, several, not alone), lists), located)
        typed = front_with_values(front_with_sizes_labelled(front_with_held(typed, held), sizes), choices.values)
        self.front = front_with_letters(typed, letters)
        if self.network is None:
            located, moved = inferred_ranges(located, page.blocks, self.front.ranges)
            self.notes += moved
        ranges = (*given.ranges, *(c for _, c in self.front.ranges))
        around = Around(ranges, "", choices.alike, given.lengths, given.arrays, given.numbers)
        self.densities = constants_of_densities(located, blocks)
        self.shown += (*shown_to_depend(located), *functions_bound(located)) if self.network is None else ()
        located = prepared(located, blocks, around, self.front.implicit or given.implicit)
        if self.network is None:
            self.steps = single_steps(located, ranges)
            located = with_every_step_apart(located, self.steps)
            self.notes += [f"`{x}` is one step, the definitions hold for every step" for x in sorted(self.steps)]
            located = without_assumed(located, self.front)
            self.hinted = (*functions_hinted(located), *densities_hinted(located))
        located = given.without(located)
        self.located = with_classes(located, blocks, choices.one_hot)
        return strides

    def read(self) -> Reading:
        strides = self._prepare()
        self.problems += [b.error for b in self.document.broken]
        self.problems += [f for _, f in self.located if isinstance(f, ReadError)]
        self.problems += self.front.problems
        self.problems += [loss.error for loss in self.without if loss.key or not loss.equation]
        self.notes += [f"`{key}` in the front matter is ignored: the network is given" for key in self.front.ignored]
        self.notes += updates(self.located)
        stated, self.home = statements(self.located)
        assumed = [Stated(f, s) for f in self.front.assume for s in f.statements]
        of_given = (
            [*added_up(self.located), *one_hot(self.located, self.document.blocks)] if self.network is None else []
        )
        assumed += of_given
        assumed += targets_adding_up(self.located, self.choices.claimed) if self.choices.adding_up else []
        self.notes += [f"`{s.formula.source.text}` is assumed" for s in of_given]
        names, computed = signatures_of(self.network)
        ranges = [c for _, c in self.front.ranges]
        sizes, equations_given = names.sizes | self._sizes(), page_of(self.network).chains
        facts = collect(
            [*stated, *assumed], ranges, known=names.index, sizes=sizes, defined=computed, beside=equations_given
        )
        facts.given_ends, facts.one_layer = ends_of(self.network), self.choices.one_layer
        tell_of_names(facts, self.located, self.document.blocks, [c for _, c in self.front.relations])
        facts.sums_apart = self.choices.sums_apart
        layout = attach(self.document.blocks, self.located, facts, self.home)
        facts.stated[:] = at_values_said(layout.stated, self.document.blocks)
        self.outside_zero = Zeros.NOTHING if self.network else self._zeros_outside(layout)
        self.problems += layout.problems
        before = len(self.problems)
        found = self._resolve(facts, layout, apart=False)
        if found.told_apart:
            del self.problems[before:]
            facts.given_ends += tuple(
                (new, end) for new, old in found.alike.items() for x, end in facts.given_ends if x == old
            )
            found = self._resolve(facts, layout, apart=True)
        meaning, equations = found.meaning, found.equations
        denied = [e for e in equations if e.defines and self.home[e.number] in layout.altered]
        self.problems += [layout.altered[n] for n in dict.fromkeys(self.home[e.number] for e in denied)]
        zero, perhaps = bool(self.outside_zero), self.choices.zero_outside
        drafting = Drafting(self.front, self.located, self.home, self._sizes(), zero, self.problems, perhaps)
        draft = drafting.draft(facts, found)
        if self.network is None:
            wholes = named_wholes(self.located, self.document.blocks, found.definitions)
            draft = replace(draft, wholes=tuple(wholes), errors_end=self.outside_zero is Zeros.ERRORS)
        written = tuple(self._written(e, layout.refused) for e in equations)
        unread = tuple(Unread(d.line, d.latex, f) for d, f in self.located if isinstance(f, ReadError))
        taken = (f"`{write(a.left)} = {write(a.right)}` is assumed" for a in found.premises)
        said = (*self.notes, *layout.notes, *dict.fromkeys(taken), *notes(facts, meaning))
        open_names = self._left_open(found, facts, denied)
        rows = tuple(row_doubts(facts, meaning)) if self.network is None else ()
        page, beside = self.document, tuple(conditions_alone(facts, layout.is_equation, self.home, self.located))
        told = (tuple(self.problems), said, unread, open_names, page.outside, rows, beside, page.front)
        supposed = tuple(supposed_functions(facts, meaning, layout)) if self.network is None else ()
        bounded = (
            (
                *bounded_data(facts, drafting.beside(), meaning, nudged(equations)),
                *assumed_comparisons(drafting.assumed(facts), len(self.home), meaning),
            )
            if self.network is None
            else _bounds_of(self.network, nudged(equations))
        )
        compared = (*compared_values(facts, meaning, layout, draft.values), *bounded)
        apart = frozenset(in_two_sums(facts)) if self.network is None and not facts.families else frozenset()
        words = facts.arbitrary, told_constant(self.located, page.blocks), self.outside_zero is Zeros.ERRORS
        return Reading(draft, written, *told, page.macros, page.included, supposed, strides, compared, apart, *words)

    def _zeros_outside(self, layout: Layout) -> Zeros:
        """What is 0 beyond its range, by a formula or in words, or taken to be so?"""
        said = zeros_said(words_of(self.document.blocks), self.document.displays)
        self.notes += ["what lies beyond its range is 0, as the page says"] * (said > layout.outside_zero)
        return max(said, layout.outside_zero, Zeros.ALL if self.choices.zero_outside else Zeros.NOTHING)

    def _left_open(self, found: Resolved, facts: Facts, denied: Sequence[Equation]) -> tuple[Untold, ...]:
        """The names of which it is not known what they are, or what they depend on."""
        own, known = facts.stated[: len(self.home)], frozenset(variables_of(self.network))
        equations = [e for e in found.equations if not self._says_again(e, facts, found)]
        loose = untold(equations, own, known, self.several, self._integers(facts, found.meaning))
        lost = (*self._lost(facts, found.meaning), *not_meant(denied, found.equations))
        if self.network is None:
            lost += (*self.shown, *told_to_depend(self.located, self.document.blocks, self.densities))
            lost += tuple(not_told_apart(found.definitions, found.equations, self.located, self.front))
        return tuple(dict.fromkeys((*loose, *lost)))

    def _says_again(self, e: Equation, facts: Facts, found: Resolved) -> bool:
        r"""Does a sentence say in matrices, `$P = \operatorname{softmax}(X W)$`, what a display says in entries?"""
        left = left_shape(e.stated.statement)
        if not e.stated.inline or left is None or left.pieces or not isinstance(e.members[1], ReadError):
            return False
        array = self._arrays(facts, found.meaning).get(left.base)
        return array is not None and any(d.left.variable == array for d in found.definitions)

    def _lost(self, facts: Facts, meaning: Meaning) -> tuple[Untold, ...]:
        """The names on the left of formulas that could not be read, and of equations that are left out."""
        integers = self._integers(facts, meaning)
        broken = (d for d, f in self.located if isinstance(f, ReadError) and not d.struck)
        unread = (u for d in broken for u in untold_in(d, self.several, integers))
        return (*unread, *self.hinted, *self.members, *(u for loss in self.without for u in loss.names))

    def _integers(self, facts: Facts, meaning: Meaning) -> frozenset[str]:
        return frozenset(meaning.names.index | meaning.names.sizes | facts.integers())

    def _resolve(self, facts: Facts, layout: Layout, apart: bool) -> Resolved:
        """Decide what the letters mean and resolve every equation; `apart`: letters tell variables apart."""
        meaning = self._understand(facts, apart)
        functions, defining = read_functions(
            facts, meaning, functions_of(self.network), self.problems, layout.is_equation
        )
        self.members = tuple(members_told(self.located, facts, meaning, functions))
        functions = {name: f for name, f in functions.items() if all(u.base != name for u in self.members)}
        spans = self._ranges(meaning, layout.ranges)
        fixed = tuple(s for s in spans if s.letter.name in meaning.names.sizes)
        ranges = tuple(s for s in spans if s not in fixed)
        style = Style(
            self.front.implicit,
            self._arrays(facts, meaning),
            frozenset(oblong(facts.stated[: len(self.home)], facts.uppers)),
            frozenset(steps_in(facts.stated) if self.front.implicit else ()),
        )
        equations = [
            self._equation(n, s, meaning, style, defining.get(n, ""))
            for n, s in enumerate(facts.stated[: len(self.home)])
            if layout.is_equation[n] and matrix_of(s) is None
        ]
        functions = with_parameters(functions, self.network.functions if self.network else (), equations)
        own = [e for e in equations if e.number not in defining]
        known = frozenset(variables_of(self.network)) | inverses_named(own)
        kinds, begins = {} if apart else facts.kinds(), begins_to_derive(self.document.blocks)
        bodies = frozenset(name for name, f in functions.items() if f.body is not None)
        decider = Decider(own, meaning, ranges, known, kinds, self._lost(facts, meaning), begins, functions=bodies)
        definitions, symmetries = without_symmetries([d for _, d in decider.run().definitions])
        if self.network is None:
            definitions = with_named_parts(definitions, own)
        taken = (*premises(own, definitions, self._words), *symmetries) if self.network is None else ()
        return Resolved(
            meaning, functions, ranges, fixed, equations, definitions, taken, decider.told_apart, decider.alike
        )

    def _words(self, e: Equation) -> tuple[str, str]:
        r"""The words around an equation: in its sentence, or right before it in a display (`(\because a = b)`)."""
        display, formula = self.located[self.home[e.number]]
        if e.stated.inline and e.stated.formula is formula:
            return display.before, display.after + self._next_of_sentence(display)
        source = e.stated.formula.source
        return f"{source.before} {source.text[: e.stated.statement.span[0]]}"[-LEAD_IN:], ""

    def _next_of_sentence(self, display: Block) -> str:
        """What is displayed below a formula, if its sentence goes on there."""
        at = next((n + 1 for n, b in enumerate(self.document.blocks) if b is display), len(self.document.blocks))
        for block in self.document.blocks[at:]:
            if isinstance(block, Shown):
                return "" if block.inline else f" ${block.latex}$"
            if not isinstance(block, Prose) or STOP.search(block.text) is not None:
                break
        return ""

    # ---------------------------------------- meaning

    def _sizes(self) -> frozenset[str]:
        """The letters that are sizes: declared in the front matter, or one step among all of them."""
        return frozenset(s.name for s in self._letters(self.front.sizes)) | self.steps

    def _understand(self, facts: Facts, apart: bool) -> Meaning:
        self.front, families = with_families(self.front, facts)
        self.families += families
        declared = declared_functions(self.front, self.problems)
        declared += [*known_functions(self.network), *left_open(self.located, self.document.blocks)]
        declared += [*self.families, *(u.base for u in self.hinted)]
        facts.range_ends |= self._sizes()
        facts.declared |= self._sizes()
        entries = [*self.front.wrt, *self.front.data]
        named = [shape for _, node in entries if (shape := shape_of(node)) is not None]
        return understand(facts, declared, known_names(self.network), self.front.implicit, apart, named)

    def _letters(self, found: Sequence[tuple[Formula, Node]]) -> Iterator[Sym]:
        for _, node in found:
            shape = shape_of(node)
            if shape is not None:
                yield Sym(shape.spelled)

    def _ranges(self, meaning: Meaning, stated: list[tuple[Formula, Chain]]) -> tuple[Span, ...]:
        found: dict[Sym, Span] = {}
        for formula, chain in (*self.front.ranges, *stated):
            try:
                spans, _ = Resolver(formula, meaning.names, meaning).conditions(chain)
            except ReadError as error:
                self.problems.append(error)
                continue
            for span in spans:
                found.setdefault(span.letter, span)
        for letter in sorted(meaning.names.index):
            plain = found.get(Sym(letter.rstrip("'")))
            if plain is not None and letter.endswith("'"):
                found.setdefault(Sym(letter), Span(Sym(letter), plain.lower, plain.upper))
        return tuple(found.values())

    # ---------------------------------------- equations

    def _arrays(self, facts: Facts, meaning: Meaning) -> dict[str, Variable]:
        return arrays_told(facts.stated[: len(self.home)], meaning, self.problems)

    def _equation(self, number: int, stated: Stated, meaning: Meaning, style: Style, function: str) -> Equation:
        found = resolve_equation(number, stated, meaning, style, self.problems)
        if function:
            found.function = function
            found.restates.add(0)
            found.members[0] = found.members[1]
        self.problems += found.errors
        return found

    def _written(self, e: Equation, refused: Mapping[int, ReadError]) -> Written:
        display = self.located[self.home[e.number]][0]
        statement, formula = e.stated.statement, e.stated.formula
        return Written(
            line=display.line if formula is self.located[self.home[e.number]][1] else formula.source.line,
            latex=formula.source.text,
            members=tuple(e.members),
            spans=tuple(e.spans),
            relations=e.relations,
            place=e.place,
            number=self.home[e.number],
            span=statement.span if formula is self.located[self.home[e.number]][1] else None,
            defines=tuple(sorted(e.defines.items(), key=lambda pair: pair[0])),
            restates=tuple(sorted(e.restates)),
            function=e.function,
            ranges=e.ranges,
            where=e.where,
            perhaps=e.perhaps,
            given=e.given,
            doubtful=e.doubtful,
            choice=e.choice,
            struck=e.stated.struck,
            inline=e.stated.inline,
            dummies=tuple(map(Variable, sorted(e.dummies))),
            tag=statement.tag,
            labels=statement.labels,
            places=e.places,
            touching=touches(statement.chain),
            words=(display.before, display.after),
            leading=e.stated.inline and bool(self._next_of_sentence(display)),
            refused=refused.get(self.home[e.number]),
        )
