r"""Rows that are looked up by indices which are all different: `\mathbf{v}_{o_i}` with `the indices
$o_1, \ldots, o_m$, all different`.

The derivative by such a row is then that by the row of one number i, and which rows of a larger array these are is of
no matter: where an array stands with such an index only, `\mathbf{v}_{o_i}` is `\mathbf{v}_i`. Were two of the indices
equal, the row would reach what is computed by two ways, so without such words it is left as it is. A letter in front of
the list, the c of `$c, n_1, \ldots, n_K$ are all different`, is one index more: `\mathbf{u}_c` is a row apart. So is
one that is named behind it, `$n_1, \ldots, n_K$, all different from each other and from $c$`. For entries of such rows
see `entries_looked_up`.

The words of a vocabulary, `the words of the vocabulary are $w_1, \ldots, w_V$`, are all different, and all there are:
there `\mathbf{v}_{w_i}` is `\mathbf{v}_i` also where other words, `\mathbf{v}_{c_k}`, are looked up in the array. Where
words say of those that they are different, too, no line is read that differentiates by the array. Nor is one where a
row is singled out, `\mathbf{u}_c` beside `\mathbf{u}_{n_k}`, and no words tell whether it is one of those; but where
what is differentiated, and all else in the line, is made of nothing that is looked up, the others are of no matter. If
rows that may be the same stand beside different ones, `b_k` beside `b_{w_i}`, no line is read that differentiates by
one of the latter: by rows that may be equal it would be wrong.

What words call the number of an entry, `$v_{w_i}$ is the $i$-th component of ..`, numbers it: `v_{w_i}` is `v_i`.

Where words say of the rows themselves that all of them are different, `$\mathbf{v}_{w_{t+j}}$, $\mathbf{v}_{w'_k}$ (all
vectors distinct)`, an array in which nothing else stands is one array for each letter that is looked up in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import starmap, takewhile
from typing import Any

from ....document.blocks import Display
from ....errors import ReadError
from ....latex import sentences
from ....latex import tree as t
from ....latex.statement_forms import derives
from ....latex.tree import Formula, Name, Node, Script, Statement, Symbol
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import some, where
from ...located import Located, is_given, read_of, with_statements
from ...spelled.scripts import entries_below, letter_below
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import differentiated_by, head_of, names_taken_by

_OF_ONE = (
    r"(?:\s+(?:(?:of|in|for)\s+(?:the|this|an?|one|each|every)\s+(?:\w+\s+)?\w*[^\W\ds](?=\s+are\b)"
    r"|(?:des|dieses|eines)\s+(?:Beispiels|Satzes|Fensters|Paares)(?=\s+sind\b)|de\s+l['’]exemple(?=\s+sont\b)"
    r"|del\s+ejemplo(?=\s+son\b)))?"
)
"""Words behind such a list that say of what one thing it is, `of the example`: not of several, which may differ."""
_DIFFERENT = (
    _OF_ONE + r"\s*[,(]?\s*(?:(?:which|that)\s+)?(?:(?:are|is|being|sind|sont|son)\s+)?"
    r"(?:(?:all|mutually|pairwise|alle|paarweise|tous|toutes|todos)\s+)?"
    r"(?:different|distinct\w*|verschieden\w*|différent\w*|distintos|互不相同|各不相同"
    r"|(?:は\s*)?(?:すべて|互いに)異なる(?!場合|とき|なら|可能性|こと[もが]))"
)
BEHIND = lazily(
    _DIFFERENT + r"(?!\s+(?:from|von|de|to)(?!\s+(?:each|one)\s+(?:other|another)))"
    r"(?!\s+(?:(?:in|for|at|on|with|during)\s+)?(?:each|every|any|other|jede\w*|chaque|cada)(?!\s+other)\b)"
)
BEFORE = lazily(
    r"(?:different|distinct|verschiedene\w*|互不相同的|(?:互いに|すべて)?異なる)\s*(?:[^\W\d_]+\s+){0,3}\Z", re.I
)
"""Words around a list of indices that are all different."""
LETTER = lazily(r"\$\s*([a-zA-Z])\s*\$")
_NAMED = r"(?:(?:the|dem|der|le|la|el)\s+)?(?:[^\W\d_]+\s+){0,2}?\$\s*[a-zA-Z]\s*\$"
_ALL_NAMED = rf"{_NAMED}(?:\s*(?:,|(?:,\s*)?\b(?:and|und|et|y)\b)\s*(?:(?:from|von|de)\s+)?{_NAMED})*"
ALSO_FROM = lazily(
    rf"(?:{_DIFFERENT}\s+(?:from\s+(?:each\s+other|one\s+another)|entre\s+(?:eux|elles|ellos|ellas|sí))\s*,?\s*(?:and|et|y)"
    rf"\s+(?:also\s+|aussi\s+|también\s+)?(?:from|de)\s+{_ALL_NAMED}"
    r"|\s*[,(（，]?\s*(?:(?:die|sind)\s+)?(?:alle\s+)?(?:voneinander|untereinander)\s+und\s+(?:auch\s+)?von\s+"
    rf"{_ALL_NAMED}\s+verschieden"
    r"|\s*[,(（，]?\s*(?:互不相同|各不相同)[，,]?(?:且|并且|而且|也)(?:都)?(?:与|和|跟)\s*\$\s*[a-zA-Z]\s*\$\s*(?:都)?不同"
    r"|\s*[,(（、]?\s*(?:は)?(?:すべて|互いに)異なり[、，]\s*\$\s*[a-zA-Z]\s*\$\s*とも異なる)"
    r"(?=\s*(?:[,.;:)，、。；：）]|sind\b|\Z))"
)
"""Words behind such a list by which its members are different from a letter, too: `from each other and from $c$`."""
OF_ALL = lazily(
    r"(?:\A|[.;]\s*|\b(?:where|and)\s+)(?:the\s+|die\s+|les\s+|las\s+|le\s+)?"
    r"(?:words|tokens|Wörter|mots|palabras|parole)\s+"
    r"(?:of|in|des|im|du|del)\s*(?:the\s+|our\s+)?(?:whole\s+)?"
    r"(?:vocabulary|dictionary|lexicon|Vokabulars?|Wörterbuchs?|vocabulaire|dictionnaire|vocabulario|diccionario|vocabolario"
    r"|dizionario)\s*(?:are|sind|sont|son|sono|:)\s*\Z"
    r"|(?:词表|词典|詞典)(?:中)?的?(?:单词|词|詞)(?:为|是|為)\s*\Z|語彙の単語(?:は|を)\s*\Z",
    re.I,
)
"""Words before the list of all words."""
DIFFERENT = lazily(r"\b(?:differ|distinct|divers|verschied|différ|distint|unequal|not among)|不同|異な|≠", re.I)
"""Words by which some of them may be different ones."""
NOUNS = (
    r"(?:vectors|embeddings|rows|words|tokens|Vektoren|Zeilen|Wörter|vecteurs|lignes|mots|vectores|filas|palabras"
    r"|vettori|righe|parole)"
)
ALL = (
    r"\b(?:all|alle|tous|toutes|todos|todas|tutt[ie])\s+(?:of\s+)?"
    r"(?:(?:the|these|die|diese|les|ces|los|las|estos|i|le|gli|questi)\s+)?"
)
APART = r"(?:different|distinct|verschiedene?|différente?s|distinct(?:e)?s|distint[oai]s?|diferentes|diversi|diverse)\b"
ROWS = lazily(
    rf"{ALL}(?:{NOUNS}\s+(?:(?:are|sind|sont|son|sono)\s+)?(?:pairwise\s+|paarweise\s+)?{APART}|{APART}\s+{NOUNS})"
    r"(?!\s+(?:from|von|de|des|da|dal|dai)\b)"
    r"|(?:所有|这些|各)(?:词)?向量(?:都)?(?:互不相同|各不相同)|(?:すべての|全ての)?ベクトルは(?:すべて|互いに)異なる",
    re.I,
)
"""Words behind rows that are looked up, all of which are different."""
NTH = lazily(
    r"\s*(?:(?:is|denotes|be|ist|est|es|è|é|als?)\b|[,:(（]|[はを是为為])?\s*(?:(?:the|die|der|das|la|le|el|il|o|a)\s+)?"
    r"(?:第\s*)?\$\s*(?P<letter>[a-z])\s*\$\s*(?:[-–^{}]*(?:th|st|nd|rd|te[rns]?|ème|ième|e|ésim[oa]|esim[oa])\s+"
    r"(?:component|entry|coordinate|Komponente|Eintrag|composante|coordonnée|componente)\b"
    r"|\s*(?:番目の)?成分|\s*[个個]?分量)"
)
"""Words behind an entry that call the letter below its index its number: `is the $i$-th component`."""
DENIED = lazily(
    r"\b(?:not|non|nicht|no|pas|need|may|might|could|if|when|except|usually|mostly|often|almost|se|si|wenn|meist|fast)\b|n't|ではな|とは限らない|不一定|如果|もし",
    re.I,
)
"""Words with which that is not said, or only for once."""
ANY = "any "
"""Before the letter of a list in a label that stands for any member of it: nobody types it."""
Value = tuple[Stem, bool]
UNTOLD = "which of the words that are looked up are different is not read"


@some(Name)
def looks_up(x: Name) -> bool:
    """Has a name in a statement nothing below but a name with an index?"""
    return index_looked_up(x) is not None


@where(looks_up)
def with_distinct_lookups_numbered(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the numbers of such rows for their indices."""
    located = _with_entries_numbered(located)
    whole = {x for d, f in located for x, _ in _listed(d, f, whole=True)}
    letters: dict[str, frozenset[str]] = dict.fromkeys(whole, frozenset())
    letters |= lists_of_different(located)
    lines = [s for f in read_of(located) for s in f.statements if EQUALITIES & {*s.chain.relations}]
    uses: dict[Stem, set[str | None]] = {}
    apart: dict[Stem, set[str | None]] = {}
    for x in (x for s in lines for x in t.of_kind(s, Name) if any(not s.above for s in x.scripts)):
        index = index_looked_up(x)
        if index is not None:
            uses.setdefault(stem_of(x), set()).add(index.base + "'" * index.primes)
        elif not _is_any(x):
            apart.setdefault(stem_of(x), set()).add(letter_below(x))
    meant = {
        stem
        for stem, met in uses.items()
        if (len(met) == 1 and met <= letters.keys() and all(apart.get(stem, set()) <= letters[x or ""] for x in met))
        or (stem not in apart and _are_words(met, whole))
    }

    fixed = _fixed(lines) - _kept_out(located)
    open_ones = {stem for stem in uses.keys() - meant if apart.get(stem, set()) & fixed}

    left = {stem for stem, met in uses.items() if stem not in meant and not met.isdisjoint(letters)}
    reached = _reached(lines, open_ones)

    singled = {stem: {y for x in uses[stem] for y in letters.get(x or "", ())} for stem in meant}
    alone = {y for found in singled.values() for y in found} - letters_run_over(lines)

    def change(x: Any) -> Node | None:
        index = index_looked_up(x) if isinstance(x, Name) and stem_of(x) in meant else None
        if isinstance(x, Name) and letter_below(x) in singled.get(stem_of(x), set()) & alone:
            return with_row_apart(x)
        if index is None or index.base not in letters or index.primes:
            return None
        found: Node = replace(x, scripts=tuple(s if s.above else replace(s, entries=_number(index)) for s in x.scripts))
        return found

    several = {stem for stem in meant if len(uses[stem]) > 1}
    if several and not any(DIFFERENT.search(f"{d.before} {d.after}") for d, _ in located if d.inline):
        several = set()

    def is_left(x: Name) -> bool:
        """Is it one of different rows of an array in which others may be the same?"""
        index = index_looked_up(x) if stem_of(x) in left else None
        return index is not None and index.base in letters and not index.primes

    def changed(s: Statement) -> Statement:
        found: Statement = rebuilt(s, change)
        by = set(differentiated_by(s))
        plain = several.isdisjoint(by) and (open_ones.isdisjoint(by) or reached.is_free(s))
        if plain and not any(map(is_left, names_taken_by(s))):
            return found
        unsure = t.Misfit(UNTOLD, r"write `\mathbf{v}_{k}`", span=s.chain.members[0].span)
        return replace(found, chain=replace(found.chain, members=(unsure, *found.chain.members[1:])))

    located = with_statements(located, changed) if meant or open_ones or left else list(located)
    return _with_rows_apart(located, {x for d, f in located for x in _called_different(d, f)})


def _with_entries_numbered(located: Sequence[Located]) -> list[Located]:
    """The formulas with entries of which words tell that the letter below their index is their number.

    Of a network that is given only its own page tells it: so it was read.
    """
    page = [(d, f) for d, f in located if is_given(d)] or located
    told = {x for d, f in page for x in _called_entries(d, f)}
    names = (
        [x for f in read_of(page) for x in t.of_kind(f, Name) if any(not s.above for s in x.scripts)] if told else []
    )
    pairs = [(stem_of(x), index_looked_up(x), x.primes) for x in names]
    others = {stem for stem, index, primes in pairs if index is None or primes or (stem, _looked_up(index)) not in told}
    meant = {stem for stem, _ in told} - others

    def change(x: Any) -> Node | None:
        index = index_looked_up(x) if isinstance(x, Name) and stem_of(x) in meant else None
        if index is None:
            return None
        found: Node = replace(x, scripts=tuple(s if s.above else replace(s, entries=_number(index)) for s in x.scripts))
        return found

    return with_statements(located, lambda s: rebuilt(s, change)) if meant else list(located)


def _called_entries(display: Display, f: Formula | ReadError) -> Iterator[tuple[Stem, str]]:
    said = NTH.match(display.after) if display.inline else None
    if said is None or isinstance(f, ReadError) or len(f.statements) != 1 or DENIED.search(display.after):
        return
    x = f.statements[0].chain.members[0]
    index = index_looked_up(x) if isinstance(x, Name) and not f.statements[0].chain.relations else None
    if isinstance(x, Name) and index is not None and letter_below(index) == said["letter"]:
        yield stem_of(x), _looked_up(index)


@dataclass(frozen=True, slots=True)
class _Reached:
    """The arrays in which something is looked up, the names that are made of it, and those that equations define."""

    arrays: Set[Stem]
    made: Set[Value]
    defined: Set[Value]

    def has_any(self, s: Statement) -> bool:
        """Does a line name what is looked up, or what is made of it?"""
        names = t.of_kind(s, Name)
        return any(_value(x) in self.made or (stem_of(x) in self.arrays and index_looked_up(x)) for x in names)

    def is_free(self, s: Statement) -> bool:
        """Does a line name nothing of that, and differentiate only what is defined? An objective that nothing defines
        may be made of anything."""
        of = [x.of for x in t.of_kind(s, t.Derivative)]
        defined = all(isinstance(x, Name) and _value(x) in self.defined for x in of)
        return defined and not t.of_kind(s, t.Nabla) and not self.has_any(s)


def _reached(lines: Sequence[Statement], arrays: Set[Stem]) -> _Reached:
    """What is made of what is looked up in some arrays, as far as equations tell."""
    equations = [s for s in lines if not derives(s.chain.members[0])]
    heads = (head_of(s.chain.members[0]) for s in equations)
    found = _Reached(arrays, frozenset(), frozenset(_value(x) for x in heads if x is not None))
    while True:
        made = {x for s in equations if found.has_any(s) for x in _made_in(s)} if arrays else set()
        if made <= found.made:
            return found
        found = replace(found, made=found.made | made)


def _made_in(s: Statement) -> Iterator[Value]:
    """What an equation makes: the name that it begins with, or any of its names where it begins with none."""
    head = head_of(s.chain.members[0])
    yield from map(_value, t.of_kind(s, Name) if head is None else (head,))


def _value(x: Name) -> Value:
    """A name without what tells entries apart: `E` is another than `E_N`."""
    return stem_of(x), bool(x.scripts)


def _with_rows_apart(located: Sequence[Located], told: set[tuple[Stem, str]]) -> list[Located]:
    """The formulas with an array for each letter that is looked up in one, where all rows of that are different."""
    names = [x for f in read_of(located) for x in t.of_kind(f, Name)] if told else []
    met: dict[Stem, dict[str, None]] = {}
    other = {stem_of(x) for x in names if index_looked_up(x) is None or x.primes}
    for x in names:
        if (index := index_looked_up(x)) is not None:
            met.setdefault(stem_of(x), {})[_looked_up(index)] = None
    rows = {stem: sorted(found) for stem, found in met.items() if all((stem, x) in told for x in found)}
    rows = {stem: found for stem, found in rows.items() if stem not in other}

    def change(x: Any) -> Node | None:
        index = index_looked_up(x) if isinstance(x, Name) and stem_of(x) in rows else None
        if index is None:
            return None
        scripts = tuple(s if s.above else replace(s, entries=_number(index)) for s in x.scripts)
        found: Node = replace(x, scripts=scripts, primes=rows[stem_of(x)].index(_looked_up(index)))
        return found

    return with_statements(located, lambda s: rebuilt(s, change)) if rows else list(located)


def _called_different(display: Display, f: Formula | ReadError) -> Iterator[tuple[Stem, str]]:
    """The rows in a sentence that says that all of them are different, with the letters that are looked up."""
    said = display.inline and ROWS.search(display.after)
    if said and not isinstance(f, ReadError) and not DENIED.search(f"{display.before} {display.after}"):
        found = [(x, index_looked_up(x)) for x in t.of_kind(f, Name)]
        yield from ((stem_of(x), _looked_up(index)) for x, index in found if index is not None)


def _looked_up(index: Name) -> str:
    return index.base + "'" * index.primes


def _fixed(lines: Sequence[Statement]) -> set[str | None]:
    r"""The letters that single out a row in an equation: its left side does not carry them, no sum runs over them."""
    found: set[str | None] = set()
    for s in lines:
        left, *rest = s.chain.members
        if not any(True for _ in t.of_kind(s, t.Derivative)):
            carried = {letter_below(x) for x in t.of_kind(left, Name)}
            found |= {letter_below(x) for m in rest for x in t.of_kind(m, Name)} - carried
    return found - letters_run_over(lines) - {None}


def letters_run_over(lines: Sequence[Statement]) -> set[str]:
    r"""The letters over which a sum runs.

    >>> from symderiv.latex.parse import parse
    >>> letters_run_over(parse(r"\sum_{i=1}^n a_i b_c").statements)
    {'i'}
    """
    below = (e for s in lines for b in t.of_kind(s, t.BigSum) for e in b.below)
    return {letter for e in below for x in t.of_kind(e, Name) if (letter := letter_of(x)) is not None}


def _is_any(x: Name) -> bool:
    """Is it a row of any member of a list, by which a sentence mentions something?"""
    below = entries_below(x)
    return len(below) == 1 and isinstance(below[0], t.Text) and below[0].content.startswith(ANY)


def with_row_apart(x: Name, place: int = 0, called: str = "") -> Name:
    r"""A name with the letter at one place below it as a label: `u_{\text{c}}` for `u_c`.

    >>> from symderiv.latex.parse import parse
    >>> entry, _ = with_row_apart(parse("u_{cd}").statements[0].chain.members[0]).scripts[0].entries
    >>> entry.content
    'c'
    """

    def labelled(n: int, e: Node) -> Node:
        return t.Text(called + e.base, span=e.span) if n == place and isinstance(e, Name) else e

    scripts = (s if s.above else replace(s, entries=tuple(starmap(labelled, enumerate(s.entries)))) for s in x.scripts)
    return replace(x, scripts=tuple(scripts))


def _kept_out(located: Sequence[Located]) -> set[str | None]:
    r"""The letters of which the page says that they are none of others, `c \notin \{n_1, \ldots, n_K\}`."""
    statements = (s for f in read_of(located) for s in f.statements)
    chains = (c for s in statements for c in (s.chain, *s.conditions) if isinstance(c, t.Chain))
    return {letter_of(c.members[0]) for c in chains if c.relations == (r"\notin",)}


def _are_words(met: set[str | None], whole: set[str]) -> bool:
    """Are all indices of an array looked up, some in the list of all words?"""
    return None not in met and not met.isdisjoint(whole)


def lists_of_different(located: Sequence[Located]) -> dict[str, frozenset[str]]:
    r"""The letters of lists whose members are all different, each with the letters that are different from these, too.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"with $n_1, \ldots, n_K$, all different from each other and from $c$."
    >>> lists_of_different(read_formulas(parse_document(page)))
    {'n': frozenset({'c'})}
    """
    return dict(x for d, f in located for x in _listed(d, f))


def _listed(display: Display, f: Formula | ReadError, whole: bool = False) -> Iterator[tuple[str, frozenset[str]]]:
    r"""The letter of a list `o_1, \ldots, o_n` whose members a sentence calls different, or the `whole` of them, and
    the letters in front of it."""
    if not display.inline or isinstance(f, ReadError):
        return
    heads = [s.chain.members[0] for s in f.statements if {*s.chain.relations} <= {r"\in"}]
    names = [x for x in heads if isinstance(x, Name)]
    front = [*takewhile(letter_of, names)]
    names = names[len(front) :]
    dots = any(isinstance(x, Symbol) and x.name == r"\dots" for x in heads)
    found = (OF_ALL.search(display.before),) if whole else (BEHIND.match(display.after), BEFORE.search(display.before))
    also = None if whole else ALSO_FROM.match(display.after)
    said = sentences.last(display.before) + " " + sentences.first(display.after)
    told = any((*found, also)) and (whole or DENIED.search(said) is None)
    numbered = bool(names) and [s.entries for s in names[0].scripts] == [(t.Number("1"),)]
    if told and dots and numbered and len(heads) == len(f.statements) and len({stem_of(x) for x in names}) == 1:
        yield names[0].base, frozenset([*(x.base for x in front), *LETTER.findall(also[0] if also else "")])


def index_looked_up(x: Name) -> Name | None:
    """The only entry below a name, where that is a name with one script below itself."""
    below = [s for s in x.scripts if not s.above]
    entries = below[0].entries if len(below) == 1 else ()
    only = entries[0] if len(entries) == 1 else None
    if not isinstance(only, Name) or only.accents or len(only.scripts) != 1 or only.scripts[0].above:
        return None
    return only


def _number(index: Name) -> tuple[Node, ...]:
    (script,) = index.scripts
    assert isinstance(script, Script)
    return script.entries
