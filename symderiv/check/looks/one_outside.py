r"""One that is singled out beside a sum, the t of `-\log \sigma(u_t) - \sum_{k=1}^K \log \sigma(-u_k)`.

It may be one of the K, so that `\partial L/\partial u_t` has a part of the sum, or stand beside them, like a true word
beside K words that are drawn. Where the page tells nothing of it a line is right or wrong if it is so in both readings.
A right line that compares the two, `[k = t]`, takes it for one of them. In `e^{s_p} + \sum_n e^{s_n}` it would be
counted twice: there it stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from ...affine import Sym, affine
from ...domain import ge
from ...domain.constraint import Domain
from ...expr import ONE, ZERO, Add, Apply, Bracket, Expr, Mul, Partial, Sum, Var, Variable, of_kind, substitute
from ...expr import replace as with_replaced
from ...pattern import lazily
from ...step import Judgement, Verdict
from ...system import HIDDEN, Piece, System
from ..cases.assuming import Judge
from ..link import Link

OTHERS = lazily(
    r"negatives?[\s-]+(?:sampl|example|word|pair|item|instance|draw)|(?<!\w)negatives\b|negatively"
    r"|noise[\s-]+(?:word|sampl|distrib|contrast|item)"
    r"|(?:sampl|draw)\w*\s+(?:\w+\s+)?(?:from|negative|words|at random|uniformly)"
    r"|random(?:ly)? (?:drawn|chosen|sampl\w*)|\$[A-Z]\$ (?:\w+ )?samples\b|distract|contrastiv|skip-?gram|word2vec"
    r"|\\notin(?![a-z])|(?:target|output|context|cent(?:er|re)|true) words?|négatifs?"
    r"|(?:mots?|distribution|exemples?) (?:de|du) bruit"
    r"|Negativ(?:beispiel|stichprob|wört|sampl)|negative[nrs]?\s+(?:Stichprob|Beispiel|Wört)|Rausch(?:wört|wort|verteil)"
    r"|gezogen|(?:muestras|ejemplos|palabras)\s+(?:negativ|de ruido)|distribución de ruido"
    r"|负样本|負樣本|负采样|負例|负例|噪声(?:词|分布|样本)|ノイズ(?:単語|分布|サンプル|語)|(?:ネガティブ|負の?)サンプ|サンプリング"
    r"|음성 ?샘플|네거티브|부정 ?샘플|шумов|отрицательн\w+ (?:пример|слов|выбор)|негативн",
    re.I,
)
"""Words by which what is singled out stands beside others that are drawn."""
CLASSES = lazily(
    r"\bclass(?:es)?\b|vocabulary|(?:\bno|\bnot|without)\b[^.]{0,20}(?:negativ|noise|sampl)|categor|Kategorie"
    r"|Klassen?\b|\bclases?\b|クラス|語彙|类|類|클래스|класс"
    r"|\blabel(?:led)?\b|train(?:ing)? (?:set|data)|Trainings(?:menge|daten)"
    r"|\b(?:examples?|inputs?|points?|batch\w*|data|rows?|images?|sentences?)\b[^.$]{0,20}(?:drawn|sampled|chosen|picked)"
    r"|(?:Beispiele|Eingaben|Bilder)[^.$]{0,30}gezogen"
    r"|étiquette|etiqueta|ラベル|标签|標籤|라벨|метк",
    re.I,
)
"""Words by which it may be one of them all the same."""
LABEL = lazily(r"_\{([A-Za-z])(?=[,}])")
OPEN = "whether `{}` is one of those that the sum runs over, or stands beside them, the page does not say"


@dataclass(frozen=True, slots=True)
class Beside:
    """A letter of one entry, and the variables that are looked up there and where a sum is, each with the position."""

    letter: Sym
    places: Mapping[Variable, int]


def unless_outside(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open if it is another where what is singled out is none of those that a sum runs over."""
    for label, letter, total in _labels_beside_sums(link.system):
        told = _is_told(letter.name, link.page)
        if not told and verdict.judgement is Judgement.RIGHT and _are_drawn(link.page):
            continue
        among = _among(link, label, letter, total)
        if judge(among).judgement is not verdict.judgement:
            return Verdict(Judgement.UNPROVED, detail=OPEN.format(letter.name))
    for one in _beside_sums(link.system):
        if _is_told(one.letter.name, link.page) or (
            verdict.judgement is Judgement.RIGHT and _is_compared(one.letter, link)
        ):
            continue
        apart = _apart(link, one)
        if apart is not None and judge(apart).judgement is not verdict.judgement:
            return Verdict(Judgement.UNPROVED, detail=OPEN.format(one.letter.name))
    return verdict


def _are_drawn(page: str) -> bool:
    """Do words tell that what a sum runs over is drawn, and not that it is all there is?"""
    return OTHERS.search(page) is not None and CLASSES.search(page) is None


def _labels_beside_sums(system: System) -> Iterator[tuple[Variable, Sym, Sum]]:
    """The names with a label that stand in a term, and beside it a sum of the same function over others so called."""
    labelled = {p.variable for p in system.pieces if p.body is None and _label(p.variable) is not None}
    for total, alike in _sums_beside(system) if labelled else ():
        run = affine(total.letter)
        own = {v.variable.key for v in of_kind(total.body, Var) if v.indices.count(run) == 1 and v.indices[0] == run}
        for v in dict.fromkeys(v.variable for x in alike for v in of_kind(x, Var) if v.variable in labelled):
            letter = cast("str", _label(v))
            entry = _with_entry(v, Sym(letter))
            once = _at(total, Sym(letter)) not in [with_replaced(x, entry) for x in alike]
            if once and v.key.replace(f"_{{{letter}", "_{#", 1) in own:
                yield v, Sym(letter), total


def _label(v: Variable) -> str | None:
    """The letter that is the first label below a name."""
    found = LABEL.search(v.key)
    return found[1] if found is not None else None


def _with_entry(label: Variable, letter: Sym) -> Callable[[Expr], Expr | None]:
    """What puts the entry at a letter for what has that letter as its label."""
    variable = Variable(label.key.replace(f"_{{{letter.name}", "_{#", 1))

    def put(e: Expr) -> Expr | None:
        if isinstance(e, Var) and e.variable == label:
            return Var(variable, (affine(letter), *e.indices))
        return _below(e, put)

    return put


def _below(e: Expr, put: Callable[[Expr], Expr | None]) -> Expr | None:
    """A derivative by what is put for its variable, if something is."""
    wrt = put(e.wrt) if isinstance(e, Partial) else None
    return Partial(with_replaced(e.of, put), cast("Var", wrt), e.direct) if isinstance(e, Partial) and wrt else None


def _at(total: Sum, letter: Sym) -> Expr:
    """The term of a sum at a letter: what stands beside it just so would be counted twice if it were one of them."""
    return substitute(total.body, {total.letter: affine(letter)})


def _among(link: Link, label: Variable, letter: Sym, total: Sum) -> Link:
    """The line with what has a label as an entry among those that a sum runs over."""
    system, put = link.system, _with_entry(label, letter)
    pieces = [p if p.body is None else replace(p, body=with_replaced(p.body, put)) for p in system.pieces]
    within = Domain(tuple(ge(letter, x) for x in total.lowers) + tuple(ge(x, letter) for x in total.uppers))
    system = replace(
        system,
        pieces=tuple(p for p in pieces if p.variable != label),
        sizes=system.sizes | {letter},
        context=system.context & within,
    )
    return replace(link, system=system, left=with_replaced(link.left, put), right=with_replaced(link.right, put))


def _beside_sums(system: System) -> Iterator[Beside]:
    """The letters singled out in a term, and beside it a sum of the same function over what is looked up there."""
    for total, alike in _sums_beside(system):
        yield from _shared(total, alike, system)


def _sums_beside(system: System) -> Iterator[tuple[Sum, list[Expr]]]:
    """The sums that are terms, with the terms beside them that have the same function."""
    for e in (x for p in system.pieces if p.body is not None for x in of_kind(p.body, Add)):
        for total in (s for x in e.terms for s in _sums(x)):
            rest = [x for x in e.terms if total not in _sums(x)]
            functions = {a.function for a in of_kind(total.body, Apply)}
            alike = [x for x in rest if functions & {a.function for a in of_kind(x, Apply)}]
            if alike:
                yield total, alike


def _sums(e: Expr) -> tuple[Sum, ...]:
    """The sums that a term is, but for factors."""
    return tuple(x for x in (e.factors if isinstance(e, Mul) else (e,)) if isinstance(x, Sum))


def _shared(total: Sum, terms: list[Expr], system: System) -> Iterator[Beside]:
    run = affine(total.letter)
    own = {(v.variable, n) for v in of_kind(total.body, Var) for n, i in enumerate(v.indices) if i == run}
    met: dict[Sym, dict[Variable, int]] = {}
    for v in (v for x in terms for v in of_kind(x, Var)):
        for n, i in enumerate(v.indices):
            if (v.variable, n) in own and i.letter is not None and i.letter in system.sizes:
                met.setdefault(i.letter, {})[v.variable] = n
    compared = {s for c in total.where for s in c.letters()}
    once = (s for s in met if s not in compared and _at(total, s) not in terms)
    yield from (Beside(s, met[s]) for s in once)


def _is_told(letter: str, page: str) -> bool:
    """Has the page a range of the letter, or a condition with it?"""
    name = re.escape(letter)
    sign = r"\\(?:in|leq?|geq?|neq?|ne|lt|gt)(?![A-Za-z])"
    return (
        re.search(rf"(?<![A-Za-z\\_{{]){name}\s*(?:{sign}|[<>=])|(?:{sign}|[<>])\s*{name}(?![A-Za-z])", page)
        is not None
    )


def _is_compared(letter: Sym, link: Link) -> bool:
    """Does the line compare the letter with an index?"""
    return any(letter in c.letters() for e in (link.left, link.right) for b in of_kind(e, Bracket) for c in b.where)


def _apart(link: Link, one: Beside) -> Link | None:
    """The line with the entries at the letter under names of their own, where it equals no index; None if they are
    computed from all."""
    places = _all_places(link.system, one)
    if places is None:
        return None
    at = affine(one.letter)

    def put(e: Expr) -> Expr | None:
        if isinstance(e, Var) and e.variable in places and e.indices[places[e.variable]] == at:
            return Var(_named(e.variable), _without(e.indices, places[e.variable]))
        if isinstance(e, Bracket) and len(e.where) == 1 and one.letter in e.where[0].letters():
            return {"==": ZERO, "!=": ONE}.get(e.where[0].rel)
        return _below(e, put)

    def of_its_own(p: Piece, n: int) -> Piece:
        letter = p.letters[n]
        body = None if p.body is None else with_replaced(substitute(p.body, {letter: at}), put)
        domain = Domain(tuple(c for c in p.domain.constraints if letter not in c.letters()))
        return Piece(_named(p.variable), _without(p.indices, n), _without(p.letters, n), domain, body, p.role)

    changed = [p if p.body is None else replace(p, body=with_replaced(p.body, put)) for p in link.system.pieces]
    own = [of_its_own(p, places[p.variable]) for p in link.system.pieces if p.variable in places]
    apart = replace(link.system, pieces=(*changed, *own))
    return replace(link, system=apart, left=with_replaced(link.left, put), right=with_replaced(link.right, put))


def _all_places(system: System, one: Beside) -> dict[Variable, int] | None:
    """The variables with entries at the letter, and those that these are computed from, with the positions."""
    places, open_ = dict(one.places), list(one.places)
    while open_:
        variable = open_.pop()
        pieces, n = system.of(variable), places[variable]
        if len(pieces) != 1 or pieces[0].indices != tuple(map(affine, pieces[0].letters)):
            return None
        if pieces[0].body is None:
            continue
        body, letter = pieces[0].body, pieces[0].letters[n]
        for v in of_kind(body, Var):
            at = [m for m, i in enumerate(v.indices) if letter in i.letters()]
            if at and (len(at) > 1 or v.indices[at[0]] != affine(letter) or places.get(v.variable, at[0]) != at[0]):
                return None
            if at and v.variable not in places:
                places[v.variable] = at[0]
                open_.append(v.variable)
            elif not at and v.variable in places:
                return None
    return places


def _named(v: Variable) -> Variable:
    return Variable(HIDDEN + v.key.replace("#", "", 1), v.spelling)


T = TypeVar("T")


def _without(items: tuple[T, ...], n: int) -> tuple[T, ...]:
    return items[:n] + items[n + 1 :]
