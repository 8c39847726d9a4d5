r"""Reading a document: from text to a `Draft` and to the claims that it writes down.

The pipeline: parse every formula, collect facts, give conditions to equations, decide what letters mean, resolve, sort.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from .affine import Sym
from .document import parse_document
from .document.blocks import Document
from .draft import Draft
from .errors import ReadError, SymderivError
from .expr import Variable, variables
from .garbage import seldom_collected
from .latex.tree import Chain, Formula, Node
from .latex.write import write
from .memo import of_this_object
from .resolve.arrays.arrays_told import arrays_told
from .resolve.arrays.named_wholes import named_wholes
from .resolve.chains import Chains
from .resolve.choices import AS_TYPED, Choices
from .resolve.collect import collect
from .resolve.comparisons.compared import Compared, compared_values
from .resolve.definitions.definitions import Decider
from .resolve.definitions.derived import begins_to_derive
from .resolve.definitions.loose_ends import not_told_apart
from .resolve.definitions.losses import Loss
from .resolve.definitions.lost_lines import not_meant, untold, untold_in
from .resolve.definitions.named_parts import names_put_in, with_named_parts
from .resolve.definitions.premises import premises
from .resolve.definitions.zero_diagonals import without_terms_at_zero, zero_weights
from .resolve.drafted import Drafting, Resolved, declared_functions
from .resolve.facts import Facts
from .resolve.formulas import Resolver
from .resolve.front import Front, with_families
from .resolve.functions.functions import read_functions
from .resolve.functions.members_told import members_told
from .resolve.functions.parameters import with_parameters
from .resolve.functions.supposed import supposed_functions
from .resolve.gathered import statements, updates
from .resolve.given import functions_of, page_of
from .resolve.layers.at_one_value import at_values_said
from .resolve.layers.letters_apart import in_two_sums, perhaps_fed_back
from .resolve.layers.letters_of_sides import perhaps_of_sides
from .resolve.layout import Layout, attach
from .resolve.letters import understand
from .resolve.located import Located
from .resolve.meaning import Meaning
from .resolve.notes import notes, row_doubts
from .resolve.prepared import words_of
from .resolve.prepared.functions_in_words import left_open
from .resolve.prepared.words.called_classes import classes_on
from .resolve.ranges.beyond import Zeros, zeros_said
from .resolve.settling import Settled, settle
from .resolve.shapes import steps_in
from .resolve.shapes.declared_alone import declared_names
from .resolve.sizes.entries_counted import entries_counted
from .resolve.spelled.known import ends_of, known_functions, known_names, signatures_of, variables_of
from .resolve.spelled.shape import shape_of
from .resolve.stated import Stated, left_shape, matrix_of, oblong
from .resolve.statements import Equation, Style, inverses_named, nudged, resolve_equation
from .resolve.told.added_up import added_up
from .resolve.told.one_hot import one_hot, targets_adding_up
from .resolve.told.powers_of_wholes import powers_of_wholes
from .resolve.told.symmetries import without_symmetries
from .resolve.told.told_altered import told_altered
from .resolve.told.told_changed import told_changed
from .resolve.told.told_constant import told_constant
from .resolve.told.told_to_depend import told_to_depend
from .resolve.told.untold import Untold
from .resolve.told_of_names import tell_of_names
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
    with seldom_collected():
        document = parse_document(text, file, folder)
        settled = settle(document, network, choices, without)
        return _Reading(document, network, choices, settled, without, settled.front, [*settled.notes]).read()


def _bounds_of(network: System, moved: Collection[Variable]) -> Iterator[Compared]:
    """The bounds of data that the page of a given network states; data by which lines differentiate (`moved`) may lie
    so in a case only."""
    for c in _bounds_stated(network):
        yield replace(c, aside=c.aside or any(not variables(x).isdisjoint(moved) for x in c.holds))


def _names_more(found: Resolved) -> bool:
    """Do equations of a page that defines something have names that no definition has?"""
    known = {v for d in found.definitions for v in (d.left.variable, *variables(d.body))}
    sides = (m for e in found.equations for m in e.members if not isinstance(m, ReadError))
    return bool(known) and any(not variables(m) <= known for m in sides)


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
    """One run of the pipeline, over a document whose formulas are settled."""

    document: Document
    network: System | None
    choices: Choices
    settled: Settled
    without: tuple[Loss, ...]
    front: Front
    notes: list[str]
    problems: list[ReadError] = field(default_factory=list)
    home: list[int] = field(default_factory=list)
    families: list[str] = field(default_factory=list)
    members: tuple[Untold, ...] = ()
    outside_zero: Zeros = Zeros.NOTHING

    @property
    def located(self) -> Sequence[Located]:
        return self.settled.located

    def read(self) -> Reading:
        """Everything that the document says."""
        self._note_problems()
        facts = self._facts()
        layout = attach(self.document.blocks, self.located, facts, self.home)
        facts.stated[:] = at_values_said(layout.stated, self.document.blocks)
        self.outside_zero = Zeros.NOTHING if self.network else self._zeros_outside(layout)
        self.problems += layout.problems
        found = self._resolved(facts, layout)
        denied = [e for e in found.equations if e.defines and self.home[e.number] in layout.altered]
        self.problems += [layout.altered[n] for n in dict.fromkeys(self.home[e.number] for e in denied)]
        zero, perhaps = bool(self.outside_zero), self.choices.zero_outside
        blocks, sizes = self.document.blocks, self._sizes()
        drafting = Drafting(self.front, self.located, self.home, sizes, zero, self.problems, perhaps, blocks)
        draft = drafting.draft(facts, found)
        if self.network is None:
            wholes = named_wholes(self.located, self.document.blocks, found.definitions)
            draft = replace(draft, wholes=tuple(wholes), errors_end=self.outside_zero is Zeros.ERRORS)
            draft = replace(draft, counted=tuple(entries_counted(self.located, found.definitions, found.meaning)))
        return self._told(facts, layout, found, denied, draft, drafting)

    def _note_problems(self) -> None:
        """Keep in mind what could not be read, and what was changed."""
        self.problems += [b.error for b in self.document.broken]
        self.problems += [f for _, f in self.located if isinstance(f, ReadError)]
        self.problems += self.front.problems
        self.problems += [loss.error for loss in self.without if loss.key or not loss.equation]
        self.notes += [f"`{key}` in the front matter is ignored: the network is given" for key in self.front.ignored]
        self.notes += updates(self.located)

    def _facts(self) -> Facts:
        """What the statements say about letters, those that are assumed last."""
        located, blocks, alone = self.located, self.document.blocks, self.network is None
        stated, self.home = statements(located)
        assumed = [Stated(f, s) for f in self.front.assume for s in f.statements]
        of_given = [*added_up(located), *one_hot(located, blocks)] if alone else []
        assumed += of_given
        assumed += targets_adding_up(located, self.choices.claimed, blocks) if self.choices.adding_up else []
        self.notes += [f"`{s.formula.source.text}` is assumed" for s in of_given]
        names, computed = signatures_of(self.network)
        ranges = [c for _, c in self.front.ranges]
        sizes, beside = names.sizes | self._sizes(), page_of(self.network).chains
        called = classes_on(located) if any(r"\ne" in d.latex for d, _ in located) else frozenset[str]()
        facts = collect(
            [*stated, *assumed],
            ranges,
            known=names.index,
            sizes=sizes,
            defined=computed,
            beside=beside,
            called=called,
            both_of_pairs=self.choices.both_of_pairs,
        )
        facts.given_ends, facts.one_layer = ends_of(self.network), self.choices.one_layer
        tell_of_names(facts, located, self.document.titled, [c for _, c in self.front.relations])
        facts.sums_apart, facts.apart = self.choices.sums_apart, self.settled.apart
        return facts

    def _resolved(self, facts: Facts, layout: Layout) -> Resolved:
        """All equations resolved; once more where letters turn out to tell variables of one name apart."""
        before = len(self.problems)
        found = self._resolve(facts, layout, apart=False)
        if not found.told_apart:
            return found
        del self.problems[before:]
        facts.given_ends += tuple(
            (new, end) for new, old in found.alike.items() for x, end in facts.given_ends if x == old
        )
        facts.given_ends += tuple((x, frozenset([f"N_{x}"])) for x, old in found.alike.items() if x == old)
        return self._resolve(facts, layout, apart=True)

    def _told(
        self,
        facts: Facts,
        layout: Layout,
        found: Resolved,
        denied: Sequence[Equation],
        draft: Draft,
        drafting: Drafting,
    ) -> Reading:
        """The draft with everything that the document says beside it."""
        page, meaning, alone, moved = self.document, found.meaning, self.network is None, nudged(found.equations)
        bounded = drafting.bounds(facts, meaning, moved) if self.network is None else _bounds_of(self.network, moved)
        taken = (f"`{write(a.left)} = {write(a.right)}` is assumed" for a in found.premises)
        chains, open_names = self._chains(), self._left_open(found, facts, denied)
        return Reading(
            draft,
            tuple(chains.written(e, layout.refused.get(self.home[e.number])) for e in found.equations),
            problems=tuple(self.problems),
            notes=(*self.notes, *layout.notes, *dict.fromkeys(taken), *notes(facts, meaning)),
            unread=tuple(Unread(d.line, d.latex, f) for d, f in self.located if isinstance(f, ReadError)),
            untold=open_names,
            outside=page.outside,
            rows=tuple(row_doubts(facts, meaning)) if alone else (),
            beside=tuple(conditions_alone(facts, layout.is_equation, self.home, self.located)),
            front=page.front,
            macros=page.macros,
            included=page.included,
            supposed=tuple(supposed_functions(facts, meaning, layout)) if alone else (),
            strides=self.settled.strides,
            compared=(*compared_values(facts, meaning, layout, draft.values), *bounded),
            twice=self._twice(facts),
            arbitrary=facts.arbitrary,
            constants=told_constant(self.located, page.blocks),
            declared=declared_names(self.located) if alone and _names_more(found) else frozenset(),
            errors_end=self.outside_zero is Zeros.ERRORS,
            steps=self.settled.steps,
            partners=self.settled.partners,
            layouts=self.settled.layouts,
            typed=" ".join((page.words, *(d.latex for d, _ in self.located))),
        )

    def _twice(self, facts: Facts) -> frozenset[tuple[str, str]]:
        """The names with a letter each that may be several arrays."""
        alone = self.network is None and not facts.families
        return frozenset(in_two_sums(facts)) | perhaps_of_sides(facts) if alone else frozenset()

    def _chains(self) -> Chains:
        return Chains(self.located, self.home, self.document.blocks)

    def _zeros_outside(self, layout: Layout) -> Zeros:
        """What is 0 beyond its range, by a formula or in words, or taken to be so?"""
        said = zeros_said(words_of(self.document.blocks), self.document.displays)
        self.notes += ["what lies beyond its range is 0, as the page says"] * (said > layout.outside_zero)
        return max(said, layout.outside_zero, Zeros.ALL if self.choices.zero_outside else Zeros.NOTHING)

    def _left_open(self, found: Resolved, facts: Facts, denied: Sequence[Equation]) -> tuple[Untold, ...]:
        """The names of which it is not known what they are, or what they depend on."""
        own, known = facts.stated[: len(self.home)], frozenset(variables_of(self.network))
        equations = [e for e in found.equations if not self._says_again(e, facts, found)]
        loose = untold(equations, own, known, self.settled.several, self._integers(facts, found.meaning))
        lost = (*self._lost(facts, found.meaning), *not_meant(denied, found.equations))
        if self.network is None:
            lost += (*self.settled.shown, *told_to_depend(self.located, self.document.blocks, self.settled.densities))
            lost += (*told_altered(self.located), *told_changed(self.located, self.document.blocks))
            lost += tuple(powers_of_wholes(self.located))
            lost += tuple(
                not_told_apart(found.definitions, found.equations, self.located, self.front, found.ranges, facts)
            )
            lost += tuple(perhaps_fed_back(facts))
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
        unread = (u for d in broken for u in untold_in(d, self.settled.several, integers))
        return (*unread, *self.settled.hinted, *self.members, *(u for loss in self.without for u in loss.names))

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
        lost, around = self._lost(facts, meaning), self._chains().around
        decider = Decider(own, meaning, ranges, known, kinds, lost, begins, functions=bodies, around=around)
        decider.layered |= facts.layered()
        definitions, symmetries = without_symmetries([d for _, d in decider.run().definitions])
        if self.network is None:
            symmetries += tuple(zero_weights(definitions)) if self.choices.zero_weights else ()
            definitions = without_terms_at_zero(definitions, own)
        typed = definitions
        definitions = typed if self.network else with_named_parts(typed, own)
        taken = (*premises(own, definitions, self._chains().words), *symmetries) if self.network is None else ()
        return Resolved(
            meaning,
            functions,
            ranges,
            fixed,
            equations,
            definitions,
            taken,
            decider.told_apart,
            decider.alike,
            names_put_in(typed, definitions),
        )

    # ---------------------------------------- meaning

    def _sizes(self) -> frozenset[str]:
        """The letters that are sizes: declared in the front matter, or one step among all of them."""
        return frozenset(s.name for s in self._letters(self.front.sizes)) | self.settled.steps

    def _understand(self, facts: Facts, apart: bool) -> Meaning:
        self.front, families = with_families(self.front, facts)
        self.families += families
        declared = declared_functions(self.front, self.problems)
        declared += [*known_functions(self.network), *left_open(self.located, self.document.blocks)]
        declared += [*self.families, *(u.base for u in self.settled.hinted)]
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
