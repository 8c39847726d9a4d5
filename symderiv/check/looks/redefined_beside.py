r"""Names that the clause behind a line says anew, for that line: `.. = -e v_j h_j`, `where now $e = t - y$`.

With a formula, the line is looked at with that formula in the place of the name. Who says `now` or `here` means it so;
beside any other clause (`with $e = t - y$`) the second equation may as well be a slip. In words (`where $h_j$ now
stands for the net input`) it is told only that the name is another thing than above: a line that holds the name is open
then, and without `now` and `here` where it is wrong and the words fit the formula of the name least.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...affine import Sym
from ...expr import Apply, Expr, Partial, Var, Variable, free, of_kind, substitute, variables
from ...expr import replace as rewritten
from ...latex.scripts import variable_latex
from ...memo import of_this_object
from ...pattern import lazily
from ...read import Written
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ...system import System
from ..cases.assuming import Judge
from ..link import Link
from ..links import Links

_ONLY_HERE = (
    r"(?:here|now|this time|(?:for|in) this (?:line|formula|equation|one)|hier|jetzt|nun|diesmal|ici"
    r"|maintenant|désormais"
    r"|cette fois|aquí|ahora|esta vez|aqui|agora|desta vez|qui|ora|stavolta|здесь|теперь)"
)
_CLAUSE = (
    r"(?:where|with|wobei|mit|worin|où|avec|donde|con|onde|com|dove|где|now|here|hier|jetzt|nun|ici|aquí"
    r"|aqui|qui|ただし|ここで(?:は)?"
    r"|但し|其中|这里|這裡|此处|此處|여기서)"
)
_OPENING = r"\A[\s,.;，、。；]*[(（]?\s*"
CLAUSE = lazily(
    rf"{_OPENING}(?:{_CLAUSE}(?![A-Za-z])|(?:if|when|wenn|falls|si|se)\s+[^$.;]+\$?\s*\Z|今|现在|此时)", re.I
)
"""How a clause begins that says what is in the line before it,"""
SURELY = lazily(
    rf"{_OPENING}(?:{_CLAUSE}[\s,]+{_ONLY_HERE}\b|(?:if|when|wenn|falls|si|se)\s+[^$.;]{{1,30}}\b(?:is"
    rf"|were|ist|wäre|est|es|è|é)(?:\s+\$|\s*\Z)|[(（]\s*{_ONLY_HERE}\b|今(?:は|度は)"
    r"|(?:ただし|ここで(?:は)?)[、,]?\s*(?:今度は|今は|この式では)|(?:其中|这里|此处)\s*(?:改为|现在)"
    r"|(?:现在|此时)\s*\$)",
    re.I,
)
"""and for that line only."""
SHOWN = lazily(r"\$\$|\\\]|\\end\{[^{}]*\}")
ENDS = lazily(r"[.!?]\s|[。！？]|\n\s*\n")
ALIKE = lazily(r"[\s,]*(?:\$[^$]*\$[\s,]*(?:and|und|et|y|e|と|和)?[\s,]*)*")
AFTER = lazily(r"[\s.,;。，、；)）]*(?:\Z|(?:and|und|et|y|e|と|和)?\s*\$)")
"""What may stand before and behind an equation of a clause in which there are only such."""
_NAME = r"\$\s*(?P<name>\\?[A-Za-z]+(?:\s*[_^]\s*(?:\{[^{}$]*\}|\\?\w+))*)\s*\$"
_IS = (
    r"(?:is|are|denotes?|stands? for|means?|represents?|refers? to|ist|sind|bezeichnet|steht für"
    r"|bedeutet|est|désigne|représente"
    r"|es|denota|representa|designa|é|è|indica|обозначает)"
)
SAID_SURELY = lazily(
    rf"{_OPENING}(?:{_CLAUSE}\s+{_ONLY_HERE}[\s,]+{_NAME}\s+{_IS}\b"
    rf"|(?:{_CLAUSE}\s+)?{_NAME.replace('name', 'first')}\s+{_ONLY_HERE}\s+(?:\w+\s+)?(?:{_IS}\b"
    rf"|\w[^$.;]*\b(?:ist|sind|bezeichnet)\b)"
    rf"|{_CLAUSE}\s+{_NAME.replace('name', 'last')}\s+{_IS}\s+{_ONLY_HERE}\b)"
    rf"|{_OPENING}(?:(?:其中|这里|此处)?\s*{_NAME.replace('name', 'east')}\s*(?:现在|改为)|(?:ただし"
    rf"|ここで)?[、,]?\s*今度は\s*"
    rf"{_NAME.replace('name', 'later')})",
    re.I,
)
"""What a name is in one line, in words;"""
SAID = lazily(rf"{_OPENING}{_CLAUSE}[\s,、，]*{_NAME}\s*(?:{_IS}\b|[はが]|是|为|為|表示)", re.I)
"""the same of what may be the name above."""
OUT = lazily(
    r"\b(?:outputs?|Ausgaben?|sorties?|salidas?|saídas?"
    r"|uscit[ae]|выход\w*)\b"
    r"|出力|输出|輸出",
    re.I,
)
EITHER = lazily(r"\b(?:activations?|activity|Aktivierung\w*|Aktivität\w*)\b|活性|激活", re.I)
"""Words for what a function makes, or for what it is made of: authors differ."""
NET = lazily(
    r"\b(?:(?:net|total|weighted) (?:inputs?|sums?)|pre-?activations?|Net(?:z|to)eingaben?|gewichtete Summen?)\b"
    r"|総入力|入力の(?:総)?和|活性化前|净输入|加权和|加權和",
    re.I,
)
"""Words for what a function makes, and for what it is made of."""
DETAIL = "the clause behind it says another thing of `{}` than the page does: write a name of its own"
OWN = "it says what `{}` is in the line before it, where the page says another thing"


def unless_redefined_beside(
    link: Link, verdict: Verdict, claims: Sequence[Written], links: Links, judge: Judge
) -> Verdict:
    """The verdict; open where the clause behind a line says anew what a name of it is, and that matters."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG):
        return verdict
    if link.written.inline:
        return _of_clause(link, verdict, claims, links, judge)
    for clause in _clauses(link.written, claims):
        again = links.first(clause)
        if again is None or not isinstance(again.left, Var):
            continue
        verdict = _with(link, again, verdict, clause, judge)
    return _since(link, verdict, claims, links, judge)


def _since(link: Link, verdict: Verdict, claims: Sequence[Written], links: Links, judge: Judge) -> Verdict:
    """The verdict; open for a wrong line that is right with what the clause of a line above says from there on."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    for c in claims:
        if c.inline and c.number < link.written.number and SURELY.match(_tail(c)):
            again = links.first(c)
            put = _put(link, again) if again is not None and isinstance(again.left, Var) else None
            if again is not None and put not in (None, link) and judge(put).judgement is Judgement.RIGHT:
                assert isinstance(again.left, Var)
                return _open(again.left.variable)
    return verdict


def _with(link: Link, again: Link, verdict: Verdict, clause: Written, judge: Judge) -> Verdict:
    """The verdict on a line with a clause that is a second equation for a name."""
    assert isinstance(again.left, Var)
    if again.left.variable not in _used(link) or judge(again).judgement is not Judgement.WRONG:
        return verdict  # it says what the page says
    put = _put(link, again)
    found = judge(put) if put is not None else None
    if found is not None and found.judgement is verdict.judgement:
        return verdict
    right_so = found is not None and found.judgement is Judgement.RIGHT
    surely = SURELY.match(_tail(clause)) is not None
    if found is not None and right_so and _says_nothing_else(clause):
        return found
    if surely or (right_so and verdict.judgement is Judgement.WRONG):
        return _open(again.left.variable)
    return verdict


def _says_nothing_else(clause: Written) -> bool:
    """Is a clause one for its line only, in which nothing but equations stands?"""
    tail = _tail(clause)
    found = SURELY.match(tail)
    return found is not None and ALIKE.fullmatch(tail[found.end() :]) is not None and bool(AFTER.match(clause.words[1]))


def _of_clause(link: Link, verdict: Verdict, claims: Sequence[Written], links: Links, judge: Judge) -> Verdict:
    """The verdict on the second equation itself: open where it is meant for its line only."""
    w = link.written
    if verdict.judgement is not Judgement.WRONG or link.number or not isinstance(link.left, Var):
        return verdict
    if CLAUSE.match(_tail(w)) is None:
        return verdict
    name = link.left.variable
    own = Verdict(Judgement.UNPROVED, detail=OWN.format(variable_latex(name)))
    shown = [c for c in claims if not c.inline and w in _clauses(c, claims)]
    lines = [x for c in shown if (x := links.first(c)) is not None and name in _used(x)]
    if lines and SURELY.match(_tail(w)):
        return own
    puts = [(x, _put(x, link)) for x in lines]
    meant = any(
        p is not None and judge(p).judgement is Judgement.RIGHT and judge(x).judgement is Judgement.WRONG
        for x, p in puts
    )
    return own if meant else verdict


def _clauses(w: Written, claims: Sequence[Written]) -> Iterator[Written]:
    """The equations in the clause behind a display."""
    shown = [c.number for c in claims if not c.inline]
    for c in claims:
        last = max((n for n in shown if n < c.number), default=None)
        if c.inline and last == w.number and c.place.file == w.place.file and CLAUSE.match(_tail(c)):
            yield c


def _tail(clause: Written) -> str:
    """What stands between a display and an equation behind it; nothing where a sentence ends there."""
    found = list(SHOWN.finditer(clause.words[0]))
    tail = clause.words[0][found[-1].end() :] if found else ""
    return "" if ENDS.search(tail.strip()) else tail


def _used(link: Link) -> frozenset[Variable]:
    return variables(link.left) | variables(link.right)


def _put(link: Link, again: Link) -> Link | None:
    """The line with the formula of a clause in the place of its name; None where that stands in a derivative."""
    name = again.left
    assert isinstance(name, Var)
    letters = [i.letter for i in name.indices]
    if None in letters or len({*letters}) != len(letters):
        return None
    own = [s for s in letters if isinstance(s, Sym)]
    derived = (d for e in (link.left, link.right) for d in of_kind(e, Partial))
    if any(x.variable == name.variable for d in derived for x in of_kind(d, Var)):
        return None
    if not free(again.right) <= {*own} | again.system.sizes or name.variable in variables(again.right):
        return None

    def put(e: Expr) -> Expr | None:
        if not isinstance(e, Var) or e.variable != name.variable:
            return None
        return substitute(again.right, dict(zip(own, e.indices, strict=True)))

    return replace(link, left=rewritten(link.left, put), right=rewritten(link.right, put))


def unless_redefined_in_words(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open beside words that call a name of the line another thing than the page does."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG) or link.written.inline:
        return verdict
    behind = link.written.words[1]
    found = SAID_SURELY.match(behind)
    surely = found is not None
    found = found or SAID.match(behind)
    if found is None:
        return verdict
    typed = re.sub(r"[\s{}]", "", next(x for x in found.groupdict().values() if x))
    names = [v for v in _used(link) if _is_named(v, typed) and _is_made(link.system, v)]
    if len(names) != 1:
        return verdict
    told = _fits(link.system, names[0], ENDS.split(behind[found.end() :])[0])
    if told is False or (surely and told is None):
        return _open(names[0]) if surely or verdict.judgement is Judgement.WRONG else verdict
    return verdict


def _is_named(v: Variable, typed: str) -> bool:
    base, scripts = typed.partition("_")[0].partition("^")[0], "_" in typed or "^" in typed
    return split_key(v.key)[0] == base and (scripts or not v.arity)


def _is_made(system: System, v: Variable) -> bool:
    return any(p.body is not None for p in system.of(v))


def _fits(system: System, v: Variable, words: str) -> bool | None:
    """Do words for what a function makes, or is made of, fit the formula of a name? None where they say neither."""
    out, net = OUT.search(words) is not None, NET.search(words) is not None
    if out is net:
        return True if EITHER.search(words) and not out else None
    made, taken = v in _made_by_functions(system), v in _taken_by_functions(system)
    if made is taken:
        return True
    return made if out else taken


@of_this_object(16)
def _made_by_functions(system: System) -> frozenset[Variable]:
    return frozenset(p.variable for p in system.pieces if isinstance(p.body, Apply))


@of_this_object(16)
def _taken_by_functions(system: System) -> frozenset[Variable]:
    applied = (p.body for p in system.pieces if isinstance(p.body, Apply))
    return frozenset(x.variable for e in applied for x in e.args if isinstance(x, Var))


def _open(name: Variable) -> Verdict:
    return Verdict(Judgement.UNPROVED, detail=DETAIL.format(variable_latex(name)))
