r"""Derivatives set to zero where a minimum is looked for: `\frac{\partial J}{\partial b} = \sum_n (b - x_n) = 0`.

Such a link requires something of the values and says nothing that is so at all of them. Where it does not hold in
general, it is left open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from ...expr import ZERO, Apply, Div, Num, Partial, Sum, Var, holds_derivative, of_kind, walk
from ...functions import is_analytic
from ...latex.alterations import averages, goes_on
from ...latex.clauses import STOP
from ...latex.denials import weakens
from ...memo import of_this_object
from ...pattern import lazily
from ...step import Judgement, Verdict
from ...system import System
from ..link import Link
from ..words.required_abroad import CONSTRAINED_ABROAD, LET, LOOKING_ABROAD, SET_TO_ZERO_ABROAD
from .assuming import Judge
from .cased import case_above, holds_in_no_case, may_name_a_case, of_some_case
from .of_a_rule import DETAIL as OF_A_RULE
from .of_a_rule import is_of_a_rule
from .stationary import says_where_a_derivative_is_zero

LOOKING = lazily(
    r"\b(?:set(?:s|ting)?|put(?:ting)?|equat(?:es?|ed|ing)|requir\w+|solv\w+|optim\w+|minim\w+|maxim\w+|stationar\w+|extrem\w+"
    r"|critical|vanish\w*|normal equations?|first[- ]order)\b"
    r"|極値|極小|極大|最小|最大|最適|停留|とお[くい]|とすると|として解|を解[くい]",
    re.I,
)
"""Words beside a derivative that is set to zero."""
DEMANDED = lazily(r"\\(?:over|stack)(?:set|rel)\s*\{\s*!\s*\}\s*\{?\s*=")
ARROW = r"(?:\\(?:[Ll]ong)?(?:[Ll]eft)?[Rr]ightarrow|\\iff|\\implies|⇔|⇒|⟺|⟹|→|\\to)(?![a-z])"
SOLVED = lazily(
    r"=\s*(?:0|\\(?:mathbf|boldsymbol|bm|vec)\s*\{?\s*0\s*\}?)\s*[,.]?"
    rf"(?:\s|&|\\\\|\\[,;:! ]|\\q?quad|\{{|\}})*{ARROW}"
)
"""A derivative that is set to zero, with an arrow to what follows."""
_GAP = r"(?:\s|&|\\\\|\\[,;:! ]|\\q?quad|\{|\})*"
PREMISED = lazily(rf"=\s*[-−]?\d+(?:\.\d+)?{_GAP}{ARROW}{_GAP}\Z")
"""A number that something has, with an arrow to what follows right behind it."""
PREMISE = "it follows from a value, and is not so at others"
DETAIL = "the derivative is required to be 0 here, which it is at some values only"
SET_TO_ZERO = lazily(
    r"\b(?:set|setting|equating|putting)\b[^.]{0,80}(?:\bzero\b|\b0\b)|= ?0\$?\s*(?:gives|yields|leads|implies)"
    r"|(?:= ?0\$?|\$ ?0 ?\$|ゼロ|零)\s*(?:とお[くい]|とすると|より|を解)|正規方程式|\bnormal equations?\b",
    re.I,
)
"""Words by which something is concluded from a derivative that is set to zero."""
CONCLUDED = "it follows from a derivative that is set to 0, which it is at some values only"
CONSTRAINED = lazily(r"\bconstrain\w*|\bsubject to\b|\bs\.\s?t\.|制約|拘束")
CONSTRAINT = "a constraint holds at some values only"
NARROWED = lazily(
    r"\A\W*(?:which\s+)?(?:(?:holds?|is (?:true|valid|correct|right))\s+)?(?:(?:only|just)\s+(?:for|if|when|in)\b"
    r"|(?:for|if|when|in)\b[^.;]{1,60}\bonly\b|(?:for|if|when|with|at)\b[^.;]{0,30}\b(?:even|odd)\b(?!\s+(?:if|when|for|though)))"
    r"|\A\W*(?:(?:pour|für|bei|para|per|при|с)\b[^.;]{0,30}(?:\bpairs?\b|\bgerade\w*|\bungerade\w*|\b[ií]mpar\w*|\bpar(?:es)?\b"
    r"|\b(?:dis)?pari\b|[её]тн))|\A[^。]{0,20}(?:偶数|奇数|偶數|奇數)|\A\s*(?:となるのは|が成り立つのは|は)[^。]{1,30}(?:のみ|だけ|に限)",
    re.I,
)
"""Words behind a line that narrow it to a case that they name."""
NARROW = "it is wrong in general, and the words behind it narrow it to a case"


DEFINING = "`:=` says what its left side is from here on, and that is no name"


NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBERED = lazily(
    r"[\s,;:.(–—-]*(?:(?:and|or|so|hence|thus|just|simply|always|that|this|it)\s+)*"
    r"(?:i\.\s?e\.,?|that is,?|in other words,?|namely,?|or"
    r"|which(?:\s+(?:is|equals|becomes|evaluates to|reduces to)))\s+"
    rf"(?:(?:always|simply|just|exactly|of course|clearly|equal to|identically)\s+)*(?P<number>{'|'.join(NUMBERS)})\b"
    r"(?=\s*(?:[.,;)]|\Z|for (?:all|every|any|each)\b|everywhere\b|always\b))",
    re.I,
)
"""Words behind an equation by which both of its sides are a number."""
VANISHING = lazily(
    r"\s*,?\s*(?:and|which)\s+(?:always\s+)?vanish(?:es)?(?=\s*(?:[.,;)]|\Z|for (?:all|every|any)|everywhere))", re.I
)
"""The same of 0."""
DOUBTED = lazily(r"\\(?:over|stack)(?:set|rel)\s*\{\s*(?:\\text\w*\s*\{\s*)?[?？]")
"""A sign of equality with a question mark on it."""
MEAN = lazily(r"\\(?:mathbb|mathrm|operatorname)\s*\{?\s*E(?![a-z])|\\langle|\\(?:bar|overline)(?![a-z])|mean|avg")
"""What is typed for a mean."""
WEAKENED = "the words beside it say less, or something else, than the formula does"


def as_said(link: Link, verdict: Verdict, judge: Judge, in_general: Callable[[Link], Link]) -> Verdict:
    """The verdict; a right link that the text denies, or that goes on outside of its dollar signs, is not read.

    One that the words beside it weaken (`perhaps`, `up to sign`, `for no $i$`) is open, and so is one of which they say
    that it is a number that it is not (`.., which is zero`), or that it holds in one case only, where it holds in
    others.
    """
    if verdict.judgement is not Judgement.RIGHT:
        return verdict
    if link.written.refused is not None:
        return Verdict(Judgement.UNREADABLE, detail=link.written.refused.cause)
    weak = _is_weak(link) or DOUBTED.search(link.written.latex[slice(*link.span)]) is not None
    said = None if weak else _number_said(link)
    if said is not None:
        weak = judge(replace(link, left=link.right, right=said)).judgement is not Judgement.RIGHT
    if weak:
        return Verdict(Judgement.UNPROVED, detail=WEAKENED)
    if _is_narrowed(link) and judge(in_general(link)).judgement is Judgement.RIGHT:
        return Verdict(Judgement.UNPROVED, detail=TOO_MUCH)
    return verdict


def _is_weak(link: Link) -> bool:
    """Do the words around a link say less than it does, or something else?"""
    before, behind = link.written.words
    adds_up = any(of_kind(m, Sum) for m in (link.left, link.right))
    if weakens(before, behind) or goes_on(before, behind, adds_up):
        return True
    return adds_up and averages(behind) and not _is_divided(link)


def _is_divided(link: Link) -> bool:
    """May a link be a mean as it stands?"""
    sides = (link.left, link.right)
    numbers = (x.value for m in sides for x in of_kind(m, Num))
    divided = any(of_kind(m, Div) for m in sides) or any(isinstance(n, Fraction) and n.denominator > 1 for n in numbers)
    return divided or MEAN.search(link.written.latex) is not None


def _is_narrowed(link: Link) -> bool:
    """Do the words beside a link say that it does not hold outside of the condition that stands there?"""
    before, behind = link.written.words
    typed = link.written.latex[link.span[1] :]
    return any((ONLY.match(behind), ALONE.match(behind), ONLY_BEFORE.search(before), ONLY_TYPED.search(typed)))


def _number_said(link: Link) -> Num | None:
    """The number that the words behind the last link of a chain say it is."""
    behind = link.written.words[1]
    if link.number + 2 != len(link.written.members):
        return None
    if VANISHING.match(behind):
        return ZERO
    found = NUMBERED.match(behind)
    return None if found is None else Num(Fraction(NUMBERS.index(found["number"].lower())))


def as_required(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a wrong link by which a derivative is set to zero, or that is meant in a case only."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    before, behind = link.written.words
    words = before or _above(link), behind
    detail = _why(link, *words)
    if detail == IN_A_CASE and holds_in_no_case(link, judge):
        return verdict
    if not detail and says_where_a_derivative_is_zero(link, judge):
        detail = CONCLUDED
    if not detail and is_of_a_rule(link, before):
        detail = OF_A_RULE
    if detail:
        return Verdict(Judgement.UNPROVED, detail=detail)
    if not may_name_a_case(*words) and (case := case_above(link)):
        words = case, ""
    return of_some_case(link, words, verdict, judge)


@dataclass(frozen=True, slots=True)
class Wording:
    """Words by which a link of a kind is meant at some values, or in a case, only, and what is said then.

    `kind`: a derivative that is "zero", "any" link, one of "values" without a derivative, such a one "aside" in a
    sentence, one in a network that is "kinked", one with a function that is any function ("general"), one in a
    sentence that no condition is beside ("uncased").
    `at`: the words stand "around" the formula, "before" or "behind" it, or are "typed" in it, before its line ("led").
    """

    kind: str
    at: str
    words: re.Pattern[str]
    why: str


ONLY = lazily(
    r"\A[\s,;(（]*(?:(?:but|and|which|this|that|it|though|however)\s+)*"
    r"(?:(?:holds?|is|are|(?:only |just )?(?:true|valid|correct|right))\s+)*"
    r"(?:only|just|solely|merely|exclusively|not|never)\s+(?:(?:true|valid|correct|right)\s+)?(?:for|if|when|in|at|where)\b"
    r"|\A[\s、,（(]*(?:が成り立つ|となる|である)?(?:の|こと)?(?:は|が)?\s*\$[^$]*\$\s*(?:のとき|の場合|に対して)(?:だけ|のみ|に限)",
    re.I,
)
ALONE = lazily(r"\A[\s,;(（]*(?:for|if|when|at|in)\b[^.;$]{0,40}\$[^$=]*=[^$=]*\$\s*(?:only|alone|exclusively)\b", re.I)
ONLY_BEFORE = lazily(
    r"(?:\A|[,;(])\s*(?:only|just|solely|exclusively)\s+(?:for|if|when|in|at|where)\b[^.]*\Z"
    r"|\$\s*(?:のとき|の場合|に対して)(?:だけ|のみ|に限)[^。]*\Z",
    re.I,
)
ONLY_TYPED = lazily(
    r"(?:\\(?:text|mbox|mathrm)\w*\s*\{|\()[\s(,;]*(?:\\text\w*\s*\{\s*)?(?:only|just|solely|not|never)\s+(?:for|if|when|in|at|where)\b",
    re.I,
)
"""Words behind a line, before it and within its formula by which it holds under its condition and not in general."""
TOO_MUCH = "the words beside it say that it holds in this case only, and it holds in general"
SAID = "words say that it is equal to what stands before it, which it is not if they mean it so"
"""Why a value is left open that words equate with something."""
_STATES = (
    r"(?:positive|negative|active|inactive|activated|violated|satisfied|saturated|dead|non-?zero|zero|off|on"
    r"|misclassified|correct(?:ly)?|inside|outside|beyond|within|exceeds?|larger|smaller|greater|less|below|above)"
)
_IN_CASE = (
    r"(?:if|when|whenever|where|as long as|provided(?: that)?|in case|in the case|assuming|suppose|assume)\b"
    rf"[^.;$]{{0,80}}?\b{_STATES}\b[^.;$]{{0,40}}"
)
CASE_BEFORE = lazily(
    rf"(?:\A|[.;:,\n(])\s*(?:(?:and|but|so|then|now|hence)\s+)?{_IN_CASE}\Z"
    r"|(?:正|負|活性|有効|超え|違反|破|満た|以上|以下|未満|飽和|ゼロ)[^。．$]{0,12}(?:とき|場合|なら)[^。．$]{0,8}\Z",
    re.I,
)
CASE_BEHIND = lazily(rf"\A\s*,?\s*(?:(?:but )?only )?{_IN_CASE}(?:[.;,]|\Z)", re.I)
"""Words without a formula for one side of a kink: `If the loss is positive,`."""
CASE_ALONE = lazily(r"\W*(?:case|ケース|場合)\b", re.I)
"""How a sentence of its own begins that names a case: `Case 1: the margin is violated.`"""
KIND_BEFORE = lazily(
    r"(?:\A|[.;:,\n(])\s*(?:(?:and|but|so|then|now|hence)\s+)?(?:with|for|in the case of|using|if we (?:use|take))\s+"
    r"(?:an?\s+|the\s+|our\s+)?(?:[\w-]+\s+)?(?:linear|identity|sigmoid\w*|logistic|tanh|hyperbolic|ReLU|rectified|threshold)"
    r"\b[^.;:$]{0,40}\Z"
    r"|(?:線形|恒等|シグモイド|ロジスティック|双曲線|正規化線形)[^。．、$]{0,16}(?:とき|場合|なら|では)[^。．$]{0,8}\Z",
    re.I,
)
"""Words without a formula for one function: `With a linear output unit,`. They say nothing of any function."""
OTHERWISE = lazily(r"(?:\b(?:otherwise|else)|それ以外(?:の(?:とき|場合))?(?:は|では)?)[\s,、]*\Z", re.I)
"""Words for all other cases, in a sentence that says in words which the first one is."""
IN_A_CASE = "it is wrong in general, and the words beside it name a case that cannot be used"
WORDINGS = (
    Wording("kinked", "before", CASE_BEFORE, IN_A_CASE),
    Wording("kinked", "behind", CASE_BEHIND, IN_A_CASE),
    Wording("general", "before", KIND_BEFORE, IN_A_CASE),
    Wording("uncased", "before", OTHERWISE, IN_A_CASE),
    Wording("zero", "around", LOOKING, DETAIL),
    Wording("zero", "around", LOOKING_ABROAD, DETAIL),
    Wording("zero", "before", LET, DETAIL),
    Wording("zero", "typed", DEMANDED, DETAIL),
    Wording("zero", "typed", SOLVED, DETAIL),
    Wording("values", "typed", SOLVED, CONCLUDED),
    Wording("zero", "behind", lazily(r"\A\s*より"), DETAIL),
    Wording("any", "behind", NARROWED, NARROW),
    Wording("any", "led", PREMISED, PREMISE),
    Wording("values", "around", SET_TO_ZERO, CONCLUDED),
    Wording("values", "around", SET_TO_ZERO_ABROAD, CONCLUDED),
    Wording("aside", "around", CONSTRAINED, CONSTRAINT),
    Wording("aside", "around", CONSTRAINED_ABROAD, CONSTRAINT),
    Wording("aside", "typed", CONSTRAINED, CONSTRAINT),
)
"""The first that fits is told."""


def _why(link: Link, before: str, behind: str) -> str:
    """Why a link that is wrong in general may be meant at some values, or in one case, only."""
    written = link.written
    if link.number == 0 and written.relations[0] == ":=" and not isinstance(link.left, (Var, Partial, Apply)):
        return DEFINING
    if _is_zero(link) and len(written.members) > 2 and link.number + 2 == len(written.members):
        return DETAIL  # at the end of a chain it needs no words
    start, end = written.spans[link.number]
    if start == end:  # it was put there (`resolve.prepared.words.equal_in_words`)
        return SAID
    texts = {"around": f"{before} {behind}", "before": before, "behind": behind, "typed": written.latex}
    texts["led"] = written.latex[: written.spans[0][0]]
    kinds = _kinds(link)
    return next((w.why for w in WORDINGS if w.kind in kinds and w.words.search(texts[w.at])), "")


def _above(link: Link) -> str:
    """The sentence that ends in the paragraph above a display, and leads to it across an empty line."""
    if link.written.inline:
        return ""
    rows = link.page.split("\n")[: link.written.line - 1]
    paragraph = "\n".join(rows).rstrip().rpartition("\n\n")[2]
    *earlier, sentence = STOP.split(paragraph)
    if not sentence.strip() and earlier and CASE_ALONE.match(earlier[-1]):
        sentence = earlier[-1]
    return "" if "$$" in sentence else sentence.strip()


def _kinds(link: Link) -> set[str]:
    found = {"any", *(["zero"] if _is_zero(link) else []), *(["kinked"] if _is_kinked(link.system) else [])}
    found |= {"uncased"} if link.written.inline and not link.written.where else set()
    found |= {"general"} if _is_general(link) else set()
    if not any(holds_derivative(m) for m in link.written.members if not isinstance(m, Exception)):
        found |= {"values", *(["aside"] if link.written.inline else [])}
    return found


@of_this_object(64)
def _is_kinked(system: System) -> bool:
    """Is something computed with a function that has kinks or jumps?"""
    bodies = [p.body for p in system.pieces if p.body is not None]
    bodies += [f.body for f in system.functions if f.body is not None]
    return any(isinstance(x, Apply) and not is_analytic(x.function) for b in bodies for x in walk(b))


def _is_general(link: Link) -> bool:
    """Does a side hold a function of which the page says nothing?"""
    open_ones = {f.name for f in link.system.functions if f.body is None}
    return any(isinstance(x, Apply) and x.function in open_ones for m in (link.left, link.right) for x in walk(m))


def _is_zero(link: Link) -> bool:
    """Does a chain that begins with a first derivative of a number end in 0?"""
    first = link.written.members[0]
    derivatives = list(of_kind(first, Partial)) if not isinstance(first, Exception) else []
    plain = len(derivatives) == 1 and isinstance(derivatives[0].of, Var)
    return plain and isinstance(link.right, Num) and link.right.value == 0
