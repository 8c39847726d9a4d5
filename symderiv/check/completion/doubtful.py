r"""Definitions in sentences that may be none: `then $t = y$ would be perfect` says nothing of t elsewhere.

The name stands in a formula above, on the right, and no line of the page is about how it changes; what it is equal to
is a number, is computed, or is all told further up; and no word says that it is defined (`where $u = a b$`, `throughout
$\lambda = 1$`). So may be a symmetry of data that the sentence denies or only looks at (`we do not assume $a_{ij} =
a_{ji}$`), and so may be what data sum to, the values that they take and what a function is (`With $f(z) = z$ the
network is linear.`), where the sentence does not say that it is so on the page (`latex.asserted`). A page with such a
sentence is looked at without it, too, but for the display that the sentence leads to (`If $\sum_k t_k = 1$, we get`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...errors import ReadError
from ...expr import Apply, Bracket, Expr, Num, Partial, Var, Variable, of_kind, variables
from ...latex.asserted import DISPLAY, is_asserted, speaks_of_case
from ...latex.excepted import DOUBTED, FOLLOWS, NAMED, PERHAPS, SURELY, TOGETHER
from ...latex.hedged import is_hedged
from ...latex.likened import is_likened
from ...latex.neutral_words import may_name_places
from ...latex.turned_round import turns_round
from ...latex.value_clauses import is_for_good, is_known_case
from ...pattern import lazily
from ...read import Reading, Written
from ...resolve.definitions.losses import Loss
from ...resolve.prepared.arguments.functions_by_cases import without_cases
from ...resolve.prepared.words.both_values import IF, tells_one_value, without_other_value
from ...resolve.prepared.words.cases_in_front import IF_JAPANESE, is_of_a_case, without_cases_in_front
from ...resolve.written import Condition
from ..cases.pinned import order_of

DEFINING = lazily(
    r"(?:\b(?:where|let|denot\w+|defin\w+|put|writ\w+|call\w*|abbreviat\w+|introduc\w+|stands for|renam\w+|identif\w+"
    r"|tie[sd]?|tying|shar\w+)\b|ここで|ただし|定義|とし|とおく|と書)[^.;。]{0,60}\Z",
    re.I,
)
"""Words before what is defined."""
DEFINED = lazily(r"\s*(?:とする(?!こと)|とし[、，てま]|とおく|とおき|とおい|と書|で定義|と定義|で表|と表|で与え|とな)")
"""Words behind it."""
FIXED = lazily(
    r"\b(?:throughout|always|assum\w+|for simplicity|without loss|in this \w+|we (?:\w+ )?(?:set|take"
    r"|choose|use|fix|let|put)"
    r"|(?:we|let us|let's) (?:\w+ )?(?:omit|ignore|drop|leave out|neglect|skip)|let|set|fix\w*|where"
    r"|constant|equal to|put|choose|scale[ds]?|normali[sz]\w+|absorb\w*)\b[^.;。$]{0,40}\Z"
    r"|定数|簡単のため|とし(?=[、，])",
    re.I,
)
"""Words before the number that something is on the whole page."""
IN_PART = lazily(
    r"\s*\(?(?:for (?!simplicity|convenience|brevity|all|every|each|any)|if|when|at|in the|only|or|gives?"
    r"|first|as (?:an?|the)|is|means|corresponds|would)\b"
    r"|\s*(?:のとき|の場合|なら|は[^。]{0,30}(?:表|意味|示))",
    re.I,
)
"""Words behind it by which it is so in part."""
ASIDE = lazily(r"[(（]([^()（）]*)\Z")
"""A parenthesis in which it stands."""
LABELLED = lazily(
    r"\b(?:label+ed|marked|coded|encoded|flagged|denoted|indicated|called)(?: (?:as|by|with))?\s*\Z", re.I
)
"""Words before it by which it is so of those that it marks."""
SOLVED = lazily(
    r"\b(?:gives?|yields?|implies|imply|leads? to|results? in|we (?:get|obtain|find)"
    r"|solution|solv\w+|hence|therefore|thus|so)\b"
    r"[^.;。$]{0,40}\Z|(?:より|から|解は|ので)[^。]{0,20}\Z",
    re.I,
)
"""Words before what follows for a name that is differentiated by: a value that solves an equation."""
ZERO = lazily(
    r"\b(?:set\w*|equat\w+|put\w*)\b[^.;。]{0,60}\b(?:zero|0)\b|=\s*0|\b(?:solv\w+|solution|maximi[sz]\w*"
    r"|minimi[sz]\w*|maximum|minimum|estimat\w+|optim\w+|stationary|normal equations?|vanish\w*)\b"
    r"|(?:0|ゼロ|零)と(?:おく|おい|する|して)|解く|解け|最尤|最小|最大|推定",
    re.I,
)
"""Words before a value at which a derivative is 0."""
TOLD = lazily(
    r"(?:\b(?:with|is|are|as|by|and|then|so|hence|thus|outputs?|predicts?|predictions?|hypothesis|activations?|estimates?"
    r"|models?|scores?|logits?|reconstructions?|gives|becomes|yields|namely|i\.\s?e\.|that is)\b|出力|予測|は|が|、)"
    r"[^.;。]{0,100}\Z",
    re.I,
)
"""Words before a formula, rather than a name, by which the sentence goes on to say what stands above."""

VALUE = lazily(r"\s*\\?[A-Za-z]+\s*[_^]\s*(?:\{[^{}]*[A-Za-z][^{}]*\}|[A-Za-z])\s*=\s*[-−]?\s*\d+\s*")
"""A number that a name with letters for indices has,"""
ONE_VALUE = lazily(r"[^=]*=\s*[-−]?\s*\d+\s*")
"""and the same of any name, `r(i,j) = 1`."""
LISTED = lazily(r"(?:\s*\$[^$]*=[^$]*\$[\s,;.、，]*(?:and|where|then|with|so)?)+\s*", re.I)
"""Other equations before it, and no words."""

ALONE = lazily(r"[\s$.,;]*(?:\(\s*\$[^$]*\$\s*\)[\s.,;]*)?")
"""What may stand beside a formula that has a line for itself: its condition."""

SAID = (SURELY, TOGETHER)
"""How words make it an exception to another definition that stands, so that nothing else could be meant,"""
UNSURE = (NAMED, DOUBTED, FOLLOWS, PERHAPS)
"""and so that something else may be."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Such a sentence as what may be left out; `solved`: it gives the value that solves an equation, `surely` so.

    `spared`: the number of the display that the sentence leads to, of which it is said.
    """

    loss: Loss
    solved: bool = False
    surely: bool = False
    spared: int | None = None


def doubtful(reading: Reading, text: str) -> Iterator[Doubt]:
    """Every such sentence of a page, and every display that gives a value which solves an equation."""
    yield from _definitions(reading)
    yield from _solutions(reading, text.split("\n"))
    for w in reading.claims:
        led_to = _led_to(w, reading) if _is_fact(w) and w.span is not None else None
        if _is_fact(w) and w.span is not None and not (_is_asserted(w) or (led_to and led_to.defines)):
            yield Doubt(_loss(w), spared=led_to.number if led_to else None)
    for c in reading.beside:
        if _is_in_places(c):
            led_to = _display_behind(c.number, reading) if DISPLAY.search(c.words[1]) else None
            loss = Loss(ReadError("this may be no fact", c.place), (), c.place, c.span, equation=False)
            yield Doubt(loss, spared=led_to.number if led_to else None)
        elif c.numbers and (tells_one_value(c.words[1]) or not is_asserted(*_without_cases(c))):
            yield Doubt(Loss(ReadError("this may be no fact", c.place), (), c.place, c.span, equation=False))


def _is_in_places(c: Condition) -> bool:
    """May the words before a number that a name with indices has name places?"""
    told = c.numbers and (IF.match(c.words[1]) is not None or is_of_a_case(c.words[0]))
    return not told and VALUE.fullmatch(_typed(c)) is not None and may_name_places(c.words[0])


def _typed(c: Condition) -> str:
    return c.place.text[c.place.column - 1 :][: c.place.width]


def _without_cases(c: Condition) -> tuple[str, str]:
    """The words around the values that data take without those that only tell when each of them is the value."""
    before, behind = without_other_value(*c.words)
    return (without_cases_in_front(before) if ONE_VALUE.fullmatch(_typed(c)) else before), behind


def _is_fact(w: Written) -> bool:
    """Does a sentence say what a function is, or what data sum to?"""
    if not w.inline or w.struck or 0 not in w.restates or w.defines or len(w.members) != 2:
        return False
    left, right = w.members
    return not isinstance(left, ReadError) and (left is right or isinstance(right, (Num, Bracket)))


def _is_asserted(w: Written) -> bool:
    """Does the sentence say so? The words behind it that give its cases are a part of it, if it was read by cases."""
    by_cases = any(a.function == "step" for m in w.members if not isinstance(m, ReadError) for a in of_kind(m, Apply))
    return is_asserted(*(without_cases(*w.words) if by_cases else w.words))


def _loss(w: Written) -> Loss:
    assert w.span is not None
    return Loss(ReadError("this may be no definition", w.place), (), w.place, w.span)


def _led_to(w: Written, reading: Reading) -> Written | None:
    """The first equation of the display in which the sentence goes on, if it says that of the case of `w`."""
    if not w.leading or is_likened(*w.words) or turns_round(w.words[0]):
        return None
    return _display_behind(w.number, reading)


def _display_behind(number: int, reading: Reading) -> Written | None:
    return min((o for o in reading.claims if o.number > number and not o.inline), key=_number, default=None)


def _number(w: Written) -> int:
    return w.number


def _definitions(reading: Reading) -> Iterator[Doubt]:
    changing = {v for w in reading.claims for m in _read(w) for v in _changing(m)}
    with_exceptions = {x.variable for w in reading.claims if w.excepted in SAID for _, x in w.defines}
    inside: set[Variable] = set()
    computed: set[Variable] = set()
    above: set[Variable] = set()
    for w in sorted(reading.claims, key=lambda w: order_of(reading, w)):
        for link, entry in w.defines:
            body = w.members[link + 1]
            if w.excepted in UNSURE and w.span is not None and (w.excepted != NAMED or not w.inline):
                yield Doubt(_loss(w))  # `For the last layer $$a^L = z^L$$` beside what is for all layers
                continue
            if entry.variable in with_exceptions and (w.excepted in SAID or not is_hedged(*w.words)):
                continue
            if not w.inline or isinstance(body, ReadError) or _stands_alone(w) or _is_told_in_words(w, body):
                continue
            told = variables(body) <= above and SOLVED.search(w.words[0]) is not None
            solved = told and entry.variable in inside & changing
            used, in_passing = entry.variable in inside - changing, False
            number = not variables(body)
            if (
                isinstance(body, Num)
                and entry.indices
                and all(i.letter is not None for i in entry.indices)  # `h_0 = 0` says itself where it is one
                and not (_is_one(entry) or w.where)
                and (may_name_places(w.words[0]) or IF_JAPANESE.search(w.words[0]))
            ):
                doubt = in_passing = True
            elif _is_same_name(body, entry):
                doubt = not is_asserted(*w.words)
            elif number and (used or entry.variable in inside):
                hedged = not used and not entry.indices
                doubt = not _is_one(entry) and (is_hedged(*w.words) if hedged else not _is_fixed(w))
                few = any(v.variable == entry.variable for v in reading.draft.values)
                perhaps = few or (_is_of_data(body, entry) and not is_known_case(*w.words))
                doubt = doubt or (perhaps and not w.where and not is_for_good(*w.words))
            elif isinstance(body, Num) and not (w.where or _is_one(entry) or entry.variable in above):
                in_passing = doubt = _is_in_passing(w)
            else:
                known = variables(body) & computed or variables(body) <= above
                doubt = used and bool(known) and not _is_told(w, isinstance(body, Var))
            if (doubt or solved) and w.span is not None:
                # one value of data is not that of all of them in the display either
                led_to = None if solved or in_passing or _is_of_data(body, entry) else _led_to(w, reading)
                yield Doubt(_loss(w), solved, spared=led_to.number if led_to else None)
        computed |= {entry.variable for _, entry in w.defines}
        inside |= {v for m in _read(w)[1:] for v in variables(m)}
        above |= {v for m in _read(w) for v in variables(m)}


def _stands_alone(w: Written) -> bool:
    """Is it set in a line like a display, with no word before or behind it and nothing but its condition?"""
    if w.place is None:
        return False
    start = w.place.start
    before, behind = w.place.text[:start], w.place.text[start + w.place.width :]
    return all(ALONE.fullmatch(x) for x in (before, behind, *w.words))


def _solutions(reading: Reading, rows: Sequence[str]) -> Iterator[Doubt]:
    r"""The displays that give the value of what a line above differentiates by, made of what stands above alone, or of
    anything right behind a derivative that is 0 (`b = \\bar t - w \\bar x`).

    `\\mu = \\frac1N \\sum_n x_n` behind `\\partial J/\\partial \\mu = ..` says where J is least, not what it is. Of
    what the page differentiates itself, `\\partial net_i/\\partial w_{ji}`, an equation says what it is.
    """
    computed = {v for w in reading.claims for m in _read(w) for v in _differentiated(m)}
    inside: set[Variable] = set()
    above: set[Variable] = set()
    by: set[Variable] = set()
    zero, last = False, 0
    for w in sorted(reading.claims, key=lambda w: order_of(reading, w)):
        for link, entry in w.defines:
            body = w.members[link + 1]
            before = " ".join(rows[last : w.line - 1]) if w.place.file not in reading.included else ""
            surely = zero or ZERO.search(before) is not None
            if w.inline or w.span is None or isinstance(body, ReadError) or (DEFINING.search(before) and not surely):
                continue
            solvable = entry.variable in inside & by and (surely or entry.variable not in computed)
            if solvable and variables(body) and (variables(body) <= above or zero):
                yield Doubt(_loss(w), solved=True, surely=surely)
        read, last = _read(w), max(last, w.line)
        zero = any(isinstance(m, Num) and not m.value for m in read[1:])
        inside |= {v for m in read[1:] for v in variables(m)}
        above |= {v for m in read for v in variables(m)}
        by |= {x.wrt.variable for m in read for x in of_kind(m, Partial)}


def _is_told_in_words(w: Written, body: Expr) -> bool:
    """Is it an indicator of which the sentence gives the case, `$t_k = 1$ if $k = c$, and zero otherwise`?"""
    return isinstance(body, Bracket) and w.latex.rstrip(" }.").endswith("1")


def _is_same_name(body: Expr, entry: Var) -> bool:
    return isinstance(body, Var) and body.variable == entry.variable


def _is_one(entry: Var) -> bool:
    """Is it one entry, `x_0`?"""
    return bool(entry.indices) and not any(i.letters() for i in entry.indices)


def _is_of_data(body: Expr, entry: Var) -> bool:
    """Is it a number for all entries of a name with letters for indices?"""
    return isinstance(body, Num) and bool(entry.indices) and all(i.letter is not None for i in entry.indices)


def _is_fixed(w: Written) -> bool:
    """Do the words say that it is so on the whole page?"""
    before, behind = w.words
    fixed = FIXED.search(before) is not None and not is_hedged(before, "")
    told = fixed or is_asserted(before, behind)
    return told and IN_PART.match(behind) is None and not speaks_of_case(before)


def _is_in_passing(w: Written) -> bool:
    """Is it a number that a name has in one case, `label $y$ ($y = 1$ for similar pairs)`, before the name is used?"""
    before, behind = w.words
    inside = ASIDE.search(before)
    aside = inside is not None and FIXED.search(inside[1]) is None
    part = IN_PART.match(behind) is not None or LABELLED.search(before) is not None
    return aside or part or is_hedged(before, behind) or not is_asserted(before, behind)


def _read(w: Written) -> list[Expr]:
    return [m for m in w.members if not isinstance(m, ReadError)]


def _changing(e: Expr) -> Iterator[Variable]:
    """What an expression differentiates, or differentiates by."""
    yield from _differentiated(e)
    yield from (x.wrt.variable for x in of_kind(e, Partial))


def _differentiated(e: Expr) -> Iterator[Variable]:
    yield from (x.of.variable for x in of_kind(e, Partial) if isinstance(x.of, Var))


def _is_told(w: Written, name: bool) -> bool:
    before, behind = w.words
    told = DEFINING.search(before) is not None or DEFINED.match(behind) is not None
    told = told or (LISTED.fullmatch(before) is not None and not is_hedged(before, behind))
    return told or (not name and TOLD.search(before) is not None)
