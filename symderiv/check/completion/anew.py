r"""A name that a page defines anew: `Now suppose we use the cross entropy instead, $E = -\sum_k ..$`.

As a claim about the E above, the second equation is wrong, and what stands below it is about another E. Where words say
that something else is meant from here on, the lines below are judged by the second definition, without the first; below
a heading that begins another problem (`Problem 2`, `With cross-entropy`) or names another task (`Classification`) what
differs is left open, unless words say `Now the error is ..`; and so it is below the next heading, and behind words that
may go back to the first (`in contrast`, `for regression`). What differs is open, too, where a page goes from one
function to another under one letter (`Hyperbolic tangent: $f(x) = \tanh x$`), and where words say what the error is
below a heading behind what is derived from the first definition. Where nothing says so, the second equation is a
claim. Names that are defined anew in one place are so together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TypeAlias

from ...errors import ReadError, SymderivError
from ...expr import Apply, Bracket, Expr, Partial, Var, Variable, walk
from ...latex.asserted import FORMULA
from ...normal import prove_equal
from ...pattern import lazily
from ...read import Reading, Written
from ...resolve.definitions.losses import Loss
from ...resolve.functions.functions import logistic
from ...resolve.prepared.functions_in_words import LOGISTIC_KIND, kinds_named
from ...system import System
from ..cases.pinned import order_of
from ..link import Line, Stance
from .clashes import Whole, held_together
from .one_layer import names_a_layer
from .said_again import said_again
from .sections_alike import HEADING, LEVELS, headings_of
from .spoken_anew import SAME, TASK, is_of_another
from .values_in_sections import values_in_sections

KIND = (
    r"(?:loss|cost|error|objective|criterion|entropy|likelihood|deviance|divergence|penalty|regulari[sz]\w+|activations?"
    r"|softmax|sigmoid|hinge|model)"
)
"""What may be another one on a page."""
ANOTHER = lazily(
    r"\binstead(?! of\b)|\balternatively\b|\bwhat if\b"
    rf"|\b(?:another|different|other|second|third) (?:[\w-]+ ){{0,2}}{KIND}\b"
    r"|\b(?:(?:now|next|this time),?\s(?:we |let us |let's )?(?:suppose|consider|use|take|assume|choose|turn to)"
    r"|replac(?:e[sd]?|ing)|switch(?:es|ed|ing)? to|chang(?:e[sd]?|ing)|if we (?:use|take|choose|had)"
    rf"|(?:suppose|consider|use|take|assume|choose) now)\b[^.]{{0,60}}\b{KIND}\b"
    r"|\b(?:in the case of|for|consider)\s(?:the |an? )?(?:[\w-]+ ){0,3}(?:classification|regression)\b"
    r"|(?:回帰|分類)(?:問題)?(?:の場合|では|のとき)"
    r"|代わり|かわりに|今度は|改用|换成|换为|另一[个种]|別の(?:損失|誤差|目的|モデル)"
    r"|次に[^。]{0,40}(?:損失|誤差|エントロピー|モデル)[^。]{0,16}(?:用い|考え|使|とする|とします|とおく)"
    r"|(?:損失|誤差|エントロピー)[^。]{0,16}(?:変更|置き換え|変え)",
    re.I,
)
"""Words by which something else is meant from here on."""
OF_KIND = lazily(r"(?:誤差|損失|目的|コスト|評価)(?:関数)?(?:を|が|として)[^。]{0,30}\Z|モデルを[^。]{0,30}\Z")
CHANGED = lazily(
    r"\s*(?:に(?:する|すると|した|変え|変更|置き換え|取り替え|替え)|と(?:すると|した場合|取り替え|置き換え))"
)
"""In Japanese, words before it and behind it: `損失関数を .. に変えると`."""
PROBLEM = lazily(
    r"^\s*(?:#+|\\(?:sub)*section\*?\{|\\paragraph\{|\\item\b|\*\*|\\textbf\{|\(?[a-z0-9]+[.)])[^\n]*"
    r"(?:\b(?:problem|exercise|question|task|cross[- ]?entropy|squared error|hinge|log[- ]?likelihood)\b"
    r"|問題|例題|課題|演習|交差エントロピー|二乗誤差)",
    re.I | re.M,
)
"""A heading of another problem."""
SPECIAL = {"multiclass": "classification", "binary": "classification"}
"""Tasks that are special ones."""
NOW = lazily(
    rf"\b(?:now|this time),?\s(?:the|our|each|every|all)\s(?:[\w-]+\s){{0,2}}?(?:{KIND}|outputs?)(?:\sfunctions?)?"
    r"\s(?:is|are)\b\s*(?:now\b\s*)?(?:given by\b\s*)?(?:\Z|[:$]"
    r"|(?:(?:an?|the)\s)?(?:logistic|sigmoid\w*|softmax|cross[- ]entropy|linear|squared|tanh)\b)"
    r"|今度は、?(?:出力|誤差|損失)(?:関数)?(?:は|が|を)|(?:今度|ここで)の(?:出力|誤差|損失)(?:関数)?は\s*\Z"
    r"|\b(?:jetzt|nun|diesmal)\sist\s(?:der|die)\s(?:Fehler|Ausgabe|Verlust)\s*(?:\Z|[:$])"
    r"|\bmaintenant,?\s(?:l'erreur|la sortie|la perte)\sest\s*(?:\Z|[:$])"
    r"|\bahora\s(?:el error|la salida|la pérdida)\ses\s*(?:\Z|[:$])",
    re.I,
)
"""Words below such a heading by which another output or error is surely meant from here on: not what is done with it
now."""
BACK = lazily(
    r"\b(?:above|earlier|previous(?:ly)?|before|in contrast|contrary|compar\w+|unlike|(?:linear|first|former) case|had"
    r"|continued|oben|vorher|zuvor|dagegen|im Vergleich|ci-dessus|précéd\w+|antes|anterior\w*)\b"
    r"|上(?:の|述|記)|前(?:の|述)|先(?:の|ほど)|一方|に対し|与此相反|之前|前面",
    re.I,
)
"""Words in front of a line that may be about what was meant before."""
KEPT = lazily(
    r"(?:\A|[.;:,(]|\b(?:and|while|but)\b)(?P<what>[^.;:,]*)\b(?:is|are|stays?|remains?)\s+(?:all\s+)?"
    r"(?:as (?:before|above)|unchanged|the same(?: as (?:before|above))?)",
    re.I,
)
OF_ERROR = lazily(
    rf"\b{KIND}\b|\b(?:mini|maxi)mi[sz]\w*|verlust|fehler|perte|erreur|pérdida|ошибк|потер|誤差|損失|损失|误差|손실|오차"
    r"|\b(?:let|consider|suppose|assume|take|sei|betrachte|soit|sea)\b|最小化|最大化|次に|设|設|令",
    re.I,
)
"""Words for an error, and such as define."""
OUTPUT = lazily(rf"\b{KIND}\b|\boutputs?\b|\b(?:everything|all|it|they|this|these|that)\b", re.I)
"""What is said to be as before, so that the rest is not, unless it is the output or the error."""
SUPPOSED = lazily(
    r"\b(?:let(?:ting)?|now|next|then|tak(?:e|es|ing)|consider(?:ing)?|suppos(?:e|ing)|assum(?:e|ing)|choos(?:e|ing)"
    r"|us(?:e|ing)|put|set(?:ting)?|defin(?:e|ing)|if|when|with|case|for)\b[^.!?。]{0,40}\Z"
    r"|(?:次に|とする|今度|では|場合)[^。]{0,20}\Z|(?:令|设|設|取|若|当)[^。]{0,12}\Z",
    re.I,
)
"""Words right before a function that may be another one from here on."""
MOST = 6
"""So many names are read anew on a page."""
TYPED_BY_EXP = ("sigma", "tanh", "softplus")
"""Well-known functions that are often typed with exponentials."""

Subject: TypeAlias = Variable | str
"""What is defined: a name, or the function of that name."""


@dataclass(frozen=True, slots=True)
class Again:
    """Second definitions: what is left out so that they define, the formulas that they are for.

    `surely`: words say that they are meant from here on.
    """

    losses: tuple[Loss, ...]
    of: frozenset[int]
    surely: bool


def read_anew(
    page: Whole, lines: Sequence[Line], text: str, read: Callable[[tuple[Loss, ...]], Reading]
) -> list[Whole]:
    """The page in which second definitions define, with the formulas that each is for."""
    found: list[Whole] = []
    for again in list(_again(page.reading, lines, text.split("\n")))[:MOST]:
        try:
            without = _without(read, page, again)
            whole = held_together(without(()), without, text, without)
        except SymderivError:
            continue
        stance = Stance.ANEW if again.surely else Stance.PERHAPS_ANEW
        found.append(replace(whole, losses=(*page.losses, *again.losses), stance=stance, of=again.of))
    return found


def _without(read: Callable[[tuple[Loss, ...]], Reading], page: Whole, again: Again) -> Callable[..., Reading]:
    """How the page is read without the other definitions, which are as if they were not there."""
    there = frozenset(loss.place.line for loss in again.losses if loss.place is not None)

    def found(losses: tuple[Loss, ...] = ()) -> Reading:
        reading = read((*page.losses, *again.losses, *losses))
        return replace(reading, untold=tuple(u for u in reading.untold if u.line not in there))

    return found


@dataclass(frozen=True, slots=True)
class _Second:
    """A second definition of a subject: its place among the chains, the chain, and whether it surely is one."""

    subject: Subject
    number: int
    written: Written
    surely: bool


def _again(reading: Reading, lines: Sequence[Line], rows: Sequence[str]) -> Iterator[Again]:
    chains = sorted(reading.claims, key=lambda w: order_of(reading, w))
    holding = {(x.written.number, x.written.span) for x in lines if x.outcomes and x.outcomes[0].right}
    definitions: dict[Subject, list[Written]] = {}
    anew: list[_Second] = []
    for n, w in enumerate(chains):
        for link, entry in w.defines:
            body = w.members[link + 1]
            if not isinstance(body, ReadError) and not any(isinstance(x, Partial) for x in walk(body)):
                definitions.setdefault(entry.variable, []).append(w)  # a name for a derivative is judged
        if w.function:
            definitions.setdefault(w.function, []).append(w)
        name = _claimed(w)
        first = definitions.get(name, []) if name is not None else []
        if name is None or len(first) != 1 or (w.number, w.span) in holding:
            continue
        same = first[0].place.file == w.place.file
        since = "\n".join(rows[first[0].line : w.line - 1]) if same else ""
        words = _words(w, chains[:n], rows)
        above = _words(first[0], [x for x in chains[:n] if x is not first[0]], rows)
        tasks = same and _is_another_task(rows[: first[0].line], rows[first[0].line : w.line - 1])
        surely = _is_another(words, w.words[1])
        if (
            surely
            or PROBLEM.search(since) is not None
            or tasks
            or (same and not isinstance(name, str) and _is_example(words, chains[:n], first[0], rows[: w.line - 1]))
            or (not isinstance(name, str) and is_of_another((first[0], w), (above, words), chains[:n], rows))
            or (not isinstance(name, str) and _is_of_another_kind(w, words, first[0], above))
            or (isinstance(name, str) and SUPPOSED.search(w.words[0].rstrip()) and SAME.search(words) is None)
            or (isinstance(name, str) and _is_another_function(w, words, first[0], above))
        ):
            if not words.strip() and anew and anew[-1].number == n - 1:
                surely = anew[-1].surely  # one sentence leads to both displays
            else:
                surely = surely or (tasks and _is_surely_of_task(w, words, first[0]))
            anew.append(_Second(name, n, w, surely))
    turns = _turns(chains, rows)
    yield from _of_functions([x for x in anew if isinstance(x.subject, str)], definitions, chains, turns)
    yield from _of_names([x for x in anew if not isinstance(x.subject, str)], definitions, chains, turns)
    yield from _without_exceptions(chains, rows)
    for w, below in values_in_sections(chains, rows):
        yield Again(_left_out([w]), _numbers(below), False)


def _without_exceptions(chains: Sequence[Written], rows: Sequence[str]) -> Iterator[Again]:
    """What is below a general equation that may take back its exceptions."""

    def words(n: int) -> str:
        w = chains[n]
        return " ".join(w.words) if w.inline else f"{_words(w, chains[:n], rows)} {w.words[1]}"

    def headings(first: Written, last: Written) -> list[str]:
        same = first.place.file == last.place.file
        return [x["text"] for x in HEADING.finditer("\n".join(rows[first.line if same else 0 : last.line - 1]))]

    for n, exceptions in said_again(chains, words, headings):
        yield Again(_left_out(exceptions), _numbers(chains[n:]), False)


def _turns(chains: Sequence[Written], rows: Sequence[str]) -> tuple[int, ...]:
    """The places of chains below another heading than the chain above, or behind words that may go back."""
    found: list[int] = []
    for n, w in enumerate(chains[1:], 1):
        above = chains[n - 1]
        between = rows[above.line : w.line - 1] if above.place.file == w.place.file else rows[: w.line - 1]
        words = "\n".join((*between, w.words[0]))
        if any(x.search(words) for x in (HEADING, TASK, BACK)):
            found.append(n)
    return tuple(found)


def _as_far_as_sure(
    losses: tuple[Loss, ...], chains: Sequence[Written], places: tuple[int, int, int], turns: Sequence[int]
) -> Iterator[Again]:
    """What is surely meant from a place on, up to another; behind a turn below its last definition it may be."""
    start, last, end = places
    turn = next((n for n in turns if last < n < end), end)
    yield Again(losses, _numbers(chains[start:turn]), True)
    if turn < end:
        yield Again(losses, _numbers(chains[turn:end]), False)


def _of_functions(
    anew: Sequence[_Second],
    definitions: dict[Subject, list[Written]],
    chains: Sequence[Written],
    turns: Sequence[int],
) -> Iterator[Again]:
    """Each for all that is below: a line below several functions of one letter may be about any of them (`we use the
    first one`)."""
    for one in anew:
        losses = _others(one, anew, definitions)
        if one.surely:
            yield from _as_far_as_sure(losses, chains, (one.number, one.number, len(chains)), turns)
        else:
            yield Again(losses, _numbers(chains[one.number :]), False)


def _of_names(
    anew: Sequence[_Second],
    definitions: dict[Subject, list[Written]],
    chains: Sequence[Written],
    turns: Sequence[int],
) -> Iterator[Again]:
    """Those of one place together, as far as the next ones, with those of other names above; where only some are sure,
    these alone, too."""
    places = list(_in_places(anew, chains))
    meant: dict[Subject, _Second] = {}
    for place, below in zip_longest(places, places[1:]):
        meant.update({x.subject: x for x in place})
        end = len(chains) if below is None else below[0].number
        of = _numbers(chains[place[0].number : end])
        sure = [x for x in meant.values() if x.surely]
        for some in [sure, list(meant.values())] if 0 < len(sure) < len(meant) else [list(meant.values())]:
            losses = tuple(loss for x in some for loss in _others(x, anew, definitions))
            if len(sure) == len(meant):
                yield from _as_far_as_sure(losses, chains, (place[0].number, place[-1].number, end), turns)
            else:
                yield Again(losses, of, False)


def _in_places(anew: Sequence[_Second], chains: Sequence[Written]) -> Iterator[list[_Second]]:
    """Second definitions between which nothing is differentiated, of different names."""
    place: list[_Second] = []
    for x in anew:
        between = chains[place[-1].number + 1 : x.number] if place else ()
        parts = (y for w in between for m in w.members for y in _parts(m))
        if place and (x.subject in {p.subject for p in place} or any(isinstance(y, Partial) for y in parts)):
            yield place
            place = []
        place.append(x)
    if place:
        yield place


def _others(one: _Second, anew: Sequence[_Second], definitions: dict[Subject, list[Written]]) -> tuple[Loss, ...]:
    """What is left out so that a second definition is the one of its subject."""
    several = [definitions[one.subject][0], *(x.written for x in anew if x.subject == one.subject)]
    return _left_out([x for x in several if x is not one.written])


def _left_out(chains: Sequence[Written]) -> tuple[Loss, ...]:
    rest = {id(x): x for x in chains if x.span is not None}
    return tuple(Loss(ReadError("it is meant anew", x.place), (), x.place, x.span or (0, 0)) for x in rest.values())


def _numbers(chains: Sequence[Written]) -> frozenset[int]:
    return frozenset(x.number for x in chains)


def _is_another_task(above: Sequence[str], since: Sequence[str]) -> bool:
    """Does the last heading that names a task name another one than that of the first definition, of which the text
    above does not speak?"""
    now = _headed(since)
    if not now:
        return False
    earlier = _headed(above)
    spoken = {_named(x) for x in TASK.finditer("\n".join(above))}
    if earlier:
        return now != earlier and SPECIAL.get(now) != earlier and SPECIAL.get(earlier) != now
    return not spoken & {now, SPECIAL.get(now)}


def _is_example(words: str, above: Sequence[Written], first: Written, rows: Sequence[str]) -> bool:
    """Do words say what the error is below a heading behind what is derived from the first definition, which has a
    heading of its own? It may be that of another example."""
    of_first = (x for x in above if x.claims and x.line > first.line and x.place.file == first.place.file)
    derived = (x.line for x in of_first if any(isinstance(y, Partial) for m in x.members for y in _parts(m)))
    start = next(derived, len(rows))
    headed = HEADING.search("\n".join(rows[: first.line])) and HEADING.search("\n".join(rows[start:]))
    return headed is not None and OF_ERROR.search(words) is not None


def _parts(e: Expr | ReadError) -> Iterator[Expr]:
    yield from () if isinstance(e, ReadError) else walk(e)


def _headed(rows: Sequence[str]) -> str:
    """The task that is named by the heading of the last row, or of a section around it; empty if none is."""
    inside = len(LEVELS)
    for _, level, text in reversed(headings_of(rows)):
        if level < inside:
            inside = level
            tasks = {_named(y) for y in TASK.finditer(text)}
            if tasks:
                return tasks.pop() if len(tasks) == 1 else ""
    return ""


def _named(task: re.Match[str]) -> str:
    return str(task.lastgroup).rstrip("_")


def _is_surely_of_task(w: Written, words: str, first: Written) -> bool:
    """Do words say that the output or error is another one now, made of other functions, and nothing that it is the
    same? `1/(1 + e^x)` below `1/(1 + e^{-x})` may be a slip."""
    plain = _without_kept(words)
    told = SAME.search(plain) is None and NOW.search(plain) is not None
    return told and _made_of(w.members[1]) != _made_of(first.members[1])


def _is_another_function(w: Written, words: str, first: Written, above: str) -> bool:
    r"""Is it a well-known function, made of none that the first is made of, or do words name a kind not named there?

    `f(x) = \max(0, x)` below `f(x) = \tanh x` is no slip, `1/(1 + e^x)` below `1/(1 + e^{-x})` may be one, unless a
    sentence has the one and a display the other.
    """
    left, body, before = w.members[0], w.members[1], first.members[1]
    assert isinstance(left, Apply)
    assert not isinstance(body, ReadError)
    one, other = _made_of(before), _made_of(body)
    if (other and one.isdisjoint(other)) or (first.inline and not w.inline):
        return True
    if any(_is_equal(body, Apply(known, left.args)) for known in TYPED_BY_EXP):
        return True
    kinds = {kind for kind in kinds_named(words) if not any(rf"\{x} " in kind or rf"\{x}(" in kind for x in one)}
    own = {LOGISTIC_KIND} if any(before in logistic(Var(x)) for x in first.dummies) else set()
    return not kinds <= {*kinds_named(above), *own}


def _is_of_another_kind(w: Written, words: str, first: Written, above: str) -> bool:
    """Is a name made of other functions than before, of a kind that the words name, and those before it do not?"""
    one, other = (_made_of(x.members[1]) for x in (first, w))
    apart = bool(one) and bool(other) and one.isdisjoint(other) and SAME.search(words) is None
    return apart and bool({*kinds_named(FORMULA.sub(" ", words))} - {*kinds_named(above)})


def _is_equal(one: Expr, other: Expr) -> bool:
    return prove_equal(System(()), one, other).outcome == "proved"


def _made_of(e: Expr | ReadError) -> frozenset[str]:
    """The functions of which an expression is made: brackets and nothing (`f(x) = x`) are such, too."""
    found = {x.function for x in _parts(e) if isinstance(x, Apply)}
    found |= {"[]" for x in _parts(e) if isinstance(x, Bracket)}
    return frozenset(found | {"x"} if isinstance(e, Var) else found)


def _claimed(w: Written) -> Subject | None:
    """The name or the function of which a claim says what it is, without a derivative."""
    if w.struck or len(w.members) < 2 or 0 not in w.claims or w.relations[0] not in ("=", ":=", r"\equiv"):
        return None
    left, right = w.members[:2]
    if isinstance(left, Apply) and not isinstance(right, ReadError):
        own, more = left.args[: len(w.dummies)], left.args[len(w.dummies) :]  # behind them, parameters of the formula
        plain = bool(own) and all(isinstance(x, Var) and x.variable in w.dummies for x in own) and not any(left.order)
        plain = plain and all(isinstance(x, Var) and not x.indices for x in more)
        again = any(isinstance(x, Apply) and x.function == left.function for x in walk(right))
        return left.function if plain and not again else None
    if not isinstance(left, Var) or isinstance(right, ReadError):
        return None
    if (isinstance(right, Var) or w.where) and not names_a_layer(w.words):
        return None
    letters = [i.letter for i in left.indices]
    plain = None not in letters and len({*letters}) == len(letters)
    return left.variable if plain and not any(isinstance(x, Partial) for x in walk(right)) else None


def _is_another(before: str, behind: str) -> bool:
    told = ANOTHER.search(before) is not None or (
        OF_KIND.search(before) is not None and CHANGED.match(behind) is not None
    )
    return told and SAME.search(_without_kept(before)) is None


def _without_kept(words: str) -> str:
    """The words without those that say of other things than outputs and errors that they are as before."""
    return KEPT.sub(lambda x: x[0] if OUTPUT.search(x["what"]) else "", words)


def _words(w: Written, above: Sequence[Written], rows: Sequence[str]) -> str:
    """What stands before a chain, since the display above it."""
    last = next((x for x in reversed(above) if not x.inline and x.line < w.line), None)
    start = last.line if last is not None and last.place.file == w.place.file else max(w.line - 4, 0)
    between = rows[start : w.line - 1] if last is None or last.place.file == w.place.file else ()
    return "\n".join((*between, w.words[0]))
