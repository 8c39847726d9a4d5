r"""From the text of a formula to its statements: the first of three stages of reading, which knows no names.

`parse_all` reads the formulas of a document together, since a name of several letters that one of them introduces is a
name in all; `parse` reads a single one. Neither raises anything but `ReadError` and its kinds.

A formula that stood on another page is not read again: its tokens depend on its text and the macros, its tree on the
tokens and the text. Only what depends on where it stands is its own: its source, errors, formulas within words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from ..errors import LimitExceeded, ReadError
from ..memo import Latest
from .added_constants import WORDS, with_constants_named
from .aims import without_aims
from .bars import barred
from .braced_primes import with_primes_bare
from .congruences import with_congruences
from .crossing_braces import without_crossing_braces
from .double_bars import with_double_bars
from .dropped_partials import with_partials_below
from .events import events, with_events_in_parentheses
from .fonts_around_lists import with_fonts_in_lists
from .fonts_around_products import with_fonts_around_each
from .fonts_for_emphasis import without_fonts_for_emphasis
from .gradients_spelled import with_gradients_plain
from .hyphenated_words import with_hyphenated_words
from .indicating import with_indicators
from .layout import lay_out
from .lexer import LIMITS, Limits, Token, tokenize
from .listed import is_listed, with_brackets_below
from .loose_braces import without_loose_braces
from .macros import Macro, Macros, expand, names_and_sizing, take_definitions
from .names import NO_NAMES, Names, scan, split
from .pairing import match
from .parse_formula import Parser
from .parts_lettered import with_parts_named
from .powers_below_bars import with_powers_below_bars
from .primed_indices import primed_indices, with_primes_of
from .products_with_stops import multiplies_with_stops
from .quantified import with_quantifiers_repeated
from .recover import recovered
from .row_remarks import remarks
from .run_on_scripts import indices_run_on
from .slashed import with_slashed_derivatives
from .source import Source
from .spaced_capitals import capitals_spaced, with_capitals_joined
from .spaced_indices import with_spaced_indices
from .spaced_letters import spelled_words, with_words_joined
from .spaced_words import spaced_words, with_names_of_words
from .sums_spelled import with_sums_plain
from .thin import no_thin_parting
from .tree import Formula, Statement
from .typed_numbers import with_typed_numbers
from .underscored import with_underscores_in_names
from .walking import handed_on
from .words_behind_commas import with_words_apart
from .words_in_fonts import with_words_in_fonts

MOST_REMEMBERED = 500
"""So many formulas of other pages are remembered."""
PREPARED = Latest[tuple[list[Token], Names]](MOST_REMEMBERED)
"""The tokens of formulas, and the names that they introduce."""
PARSED = Latest[Formula](2 * MOST_REMEMBERED)
"""Each by its text with the names that are known, and by its tokens."""
STEPS: Sequence[tuple[frozenset[str], Callable[[list[Token]], Sequence[Token]]]] = (
    (frozenset(["{"]), without_crossing_braces),
    (frozenset(["prime"]), with_primes_bare),
    (frozenset(["text", *WORDS]), with_constants_named),
    (frozenset(["{", "fontdecl"]), without_loose_braces),
    (frozenset(["big", "operatorname", r"\Sigma"]), with_sums_plain),
    (frozenset(["grad"]), with_gradients_plain),
    (frozenset(["font", "text"]), with_words_in_fonts),
    (frozenset(["font", "fontdecl"]), with_fonts_in_lists),
    (frozenset([r"\to", "row"]), without_aims),
    (frozenset(["|"]), with_double_bars),
    (frozenset(["|"]), barred),
    (frozenset(["forall"]), with_quantifiers_repeated),
    (frozenset(["partial"]), with_partials_below),
    (frozenset(["text"]), with_words_apart),
    (frozenset(["text"]), with_parts_named),
)
"""What is done to the tokens of a formula in which one of the kinds or signs stands."""
MOST_ALIKE = 4
"""Of the formulas of one text on a page so many are remembered, each with a tree of its own."""
_About: TypeAlias = "tuple[str, int, frozenset[tuple[str, Macro]], Limits, Names]"
"""What a formula depends on: its text, how often it stood before on its page, and what is known there."""
LONGEST = 1_000
"""Formulas of more characters are not remembered."""


def parse(
    source: Source | str, names: Names = NO_NAMES, macros: Macros | None = None, limits: Limits = LIMITS
) -> Formula:
    r"""Read one formula. `names` are the names of several letters that are known beside those it introduces itself.

    Raises `ReadError`, `AmbiguousError` or `LimitExceeded` with the place, what was expected and how to write it.

    >>> formula = parse(r"net_j = \sum_{i=1}^I o_i w_{j,i} \quad o_j = f(net_j)")
    >>> [statement.chain.relations for statement in formula.statements]
    [('=',), ('=',)]
    """
    [found] = parse_all([source], names, macros, limits)
    if isinstance(found, ReadError):
        raise found
    return found


def parse_all(
    sources: Sequence[Source | str],
    names: Names = NO_NAMES,
    macros: Macros | None = None,
    limits: Limits = LIMITS,
    *,
    recover: bool = False,
) -> list[Formula | ReadError]:
    """Read the formulas of one document; where one cannot be read, its error stands in its place.

    With `recover`, as for the displays of a page, a formula that can be read but for some members of its chains is read
    without those, and one that stood on another page is not parsed again.
    """
    prepared: list[list[Token] | ReadError] = []
    taken = [_take(s if isinstance(s, Source) else Source(s), dict(macros or {})) for s in sources]
    every = {name: macro for _, _, found in taken for name, macro in found.items()}
    meaning = frozenset(every.items())
    texts = [text for _, text, _ in taken]
    known = names | Names(spaced=spaced_words(texts) | capitals_spaced(texts), run_on=indices_run_on(texts))
    known = known if names.listed else known | Names(listed=is_listed(text for _, text, _ in taken))
    known = known if known.stops else known | Names(stops=multiplies_with_stops(text for _, text, _ in taken))
    for source, text, _ in taken:
        key = (source.text, meaning, limits, known.listed, known.spaced, known.stops)
        there = PREPARED.get(key)
        if there is None:
            made = _prepare(source, text, every, limits, known)
            if isinstance(made, ReadError):
                prepared.append(made)
                continue
            there = made, scan(made)
            if len(source.text) <= LONGEST:
                PREPARED.keep(key, there)
        prepared.append(there[0])
        known |= there[1]
    read = [(s, x) for (s, _, _), x in zip(taken, prepared, strict=True) if not isinstance(x, ReadError)]
    known = (known | spelled_words(read, known, scan)).settled()
    known |= Names(primed=frozenset[str]().union(*(primed_indices(x) for _, x in read)))
    marked = with_primes_of([x for _, x in read], known.primed) if known.primed else None

    def again(source: Source) -> Formula | ReadError:
        tokens = _prepare(source, take_definitions(source.text)[0], every, limits, known)
        if isinstance(tokens, ReadError):
            return tokens
        return _finish(source, tokens if marked is None else marked(tokens), known, every, limits)

    found: list[Formula | ReadError] = []
    met: Counter[str] = Counter()
    meant = with_powers_below_bars(without_fonts_for_emphasis(prepared))
    meant = meant if marked is None else [x if isinstance(x, ReadError) else marked(x) for x in meant]
    for (source, _, _), typed, tokens in zip(taken, prepared, meant, strict=True):
        # each formula of a page has a tree of its own; what fonts and bars are for depends on the others
        met[source.text] += 1
        alone = recover and met[source.text] <= MOST_ALIKE and tokens is typed
        about = (source.text, met[source.text], meaning, limits, known) if alone else None
        one = tokens if isinstance(tokens, ReadError) else _finish(source, tokens, known, every, limits, about)
        found.append(recovered(source, one, again) if recover and isinstance(one, ReadError) else one)
    return found


def _prepare(source: Source, text: str, macros: Macros, limits: Limits, names: Names) -> list[Token] | ReadError:
    """The tokens of a formula as they are to be parsed; `text` is its own without definitions of macros; of the `names`
    it is asked whether brackets behind them hold indices, which are words with a space, whether full stops multiply."""
    try:
        shadow = Source(text, source.line, source.before, source.after, source.file)
        tokens = expand(tokenize(shadow, limits, *names_and_sizing(macros)), macros, shadow, limits)
        tokens = with_brackets_below(tokens) if names.listed else tokens
        tokens = (
            with_names_of_words(with_capitals_joined(tokens, names.spaced), names.spaced) if names.spaced else tokens
        )
        met = {x.text for x in tokens} | {x.kind for x in tokens}
        for signs, step in STEPS:
            if not signs.isdisjoint(met):
                tokens = list(step(tokens))
        tokens = with_underscores_in_names(tokens, source)
        tokens = with_typed_numbers(with_spaced_indices(tokens, source), source)
        tokens = lay_out(remarks(tokens, source), source, names.stops)
        no_thin_parting(tokens, source)
    except ReadError as error:
        return error
    return tokens


def _take(source: Source, macros: dict[str, Macro]) -> tuple[Source, str, dict[str, Macro]]:
    text, found = take_definitions(source.text)
    return source, text, {**macros, **found}


def _finish(
    source: Source, tokens: list[Token], names: Names, macros: Macros, limits: Limits, about: _About | None = None
) -> Formula | ReadError:
    """The formula that tokens make; remembered if it is told what it depends on, `about`, and by its tokens too."""
    there = PARSED.get(about) if about is not None else None
    if there is not None:
        return handed_on(Formula(source, there.statements, there.words, there.asides), there)
    alone = len(source.text) <= LONGEST

    def inner(part: Source) -> Formula:
        nonlocal alone
        alone = False
        return parse(part, names, macros, limits)

    try:
        tokens = with_hyphenated_words(tokens, names.several)
        tokens = with_words_joined(tokens, names, source) if names.spelled else tokens
        tokens = with_fonts_around_each(tokens, names.alone, names.indexed) if names.indexed else tokens
        tokens = with_congruences(with_slashed_derivatives(split(tokens, names, source)))
        tokens = with_events_in_parentheses(tokens)
        tokens = with_indicators(tokens, names.indicators)
        key = None if about is None else (*about[:2], tuple(tokens), limits)
        found = PARSED.get(key) if key is not None else None
        if found is None:
            partner, relational = match(tokens, source)
            relational -= events(tokens, partner, relational)
            found = Parser(tokens, partner, relational, source, limits, inner).formula()
    except ReadError as error:
        return error
    except RecursionError:
        place = source.place((0, 1))
        return LimitExceeded("this formula is nested too deep to be read", place, "name a part of it")
    if about is not None and key is not None and alone:
        PARSED.keep(about, found)
        PARSED.keep(key, found)
    return found if found.source is source else replace(found, source=source)


def statements(formulas: Iterable[Formula]) -> Iterator[Statement]:
    """Every statement of some formulas."""
    for formula in formulas:
        yield from formula.statements
