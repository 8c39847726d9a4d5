# ruff: noqa: E501
r"""Functions that words beside a line name, and no letter: `.. = (y - t) v_j h_j (1 - h_j) x_i` `for logistic units.`

Where the page leaves its function open, the words may say which one the line is for. A line that is wrong in general is
left open where one of the usual functions makes it right, and where the words are more than such a name (`for leaky
ReLU units`). Where they are nothing else, and no usual function makes it right, it is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

from ...expr import Apply, Var, Variable
from ...functions import latex_name
from ...pattern import lazily
from ...step import Judgement, Verdict
from ...system import Function
from ..link import Link
from ..reserved.slopes_stated import functions_of, with_function

IDENTITY = "identity"
USUAL = ("sigma", "tanh", IDENTITY, "relu", "softplus", "exp", "step")
"""Functions that are tried."""
_WESTERN = (
    r"(?:(?:log)?sigmo[iï]d\w*|logisti\w+|log[ií]stic\w+|tanh\w*|tan[gx]\w*[- ]hyperb\w*|hyperboli\w+|(?:tangente )?(?:hyperbolique|hiperb[óo]lic\w+|iperbolic\w+)"
    r"|linear\w*|linéaires?|lineal\w*|lineáris|identit\w*|identidad\w*|identity|(?:leaky |parametric )?relus?(?:-\w+)?|rectifi\w+|gleichricht\w*"
    r"|softplus\w*|threshold\w*|heaviside\w*|stufenfunktion\w*|exponenti\w+|gaussian\w*|gauß\w*|swish|gelu|elu"
    r"|сигмоид\w*|логистическ\w+|линейн\w+|тождественн\w+|гиперболическ\w+)"
)
_EASTERN = (
    r"(?:(?:log)?sigmoid|tanh|relu|softplus|シグモイド|ロジスティック|双曲線?正接|双曲正切|ハイパボリック\S{0,6}|線形|恒等|正規化線形|ランプ|ソフトプラス"
    r"|ステップ|S\s*型|逻辑|邏輯|线性|線性|整流|修正线性|阶跃|恒等|시그모이드|로지스틱|선형|항등|쌍곡\S{0,4}|하이퍼볼릭\S{0,5}|렐루|정류)"
)
_FOR = (
    r"(?:for|with|using|in (?:the |that )?case(?: of)?|if|when|whenever|where|assuming|given|provided|under|on"
    r"|bei(?:m)?|für|mit|wenn|falls|sofern|im falle?|pour|avec|si|quand|lorsque|dans le cas|para|con|cuando|en (?:el )?caso|se|per|nel caso"
    r"|no caso|com|quando|для|при|если|в случае|с)"
)
_WHEN = r"(?:場合|とき|時|なら|では|について|に対して|に対し|を用い|を使|のもと|时|時|下|情况|情況|之中|中|의\s*경우|경우|때|라면|이면)"
_OF = r"(?:对于?|對於?|使用|采用|採用|用|若|如果|当|當|取|假设|假設|设|設)"
BEHIND = lazily(
    rf"\A[\s,;(（–—-]*(?:[^\W\d_]+ ){{0,2}}{_FOR}(?![^\W\d_])[^.;。$]{{0,60}}?(?<![^\W\d_]){_WESTERN}(?![^\W\d_])"
    rf"|\A[\s,、，;(（]*[^。．；;.$]{{0,20}}?{_EASTERN}[^。．；;$]{{0,16}}?{_WHEN}"
    rf"|\A[\s,，(（]*{_OF}[^。；;.$]{{0,16}}?{_EASTERN}"
    rf"|\A\s*[(（]\s*(?:[^\W\d_]+ )?(?:{_WESTERN}|{_EASTERN})[^()（）]{{0,24}}[)）]",
    re.I,
)
"""Words behind a line that may name a function,"""
BEFORE = lazily(
    rf"(?:\A|[.;:,\n(])\s*(?:[^\W\d_]+ )?{_FOR}(?![^\W\d_])[^.;:。$]{{0,40}}?(?<![^\W\d_]){_WESTERN}(?![^\W\d_])[^.;:。$]{{0,50}}:?\s*\Z"
    rf"|{_EASTERN}[^。．；$]{{0,16}}{_WHEN}[^。．；$]{{0,12}}\Z|{_OF}[^。；$]{{0,16}}?{_EASTERN}[^。；$]{{0,16}}\Z",
    re.I,
)
"""and before it."""
PLAIN = lazily(
    rf"[\s,;(（–—-]*{_FOR}\s+(?:(?:the|a|an|der|die|das|dem|den|einer?|einem|l[ae]s?|une?|el|un|una|of|hidden|f|is|man|we|use|one|uses|du|des|de)\s+)*"
    rf"(?:logistic sigmoid|{_WESTERN})(?:[\s-]+(?:functions?|units?|neurons?|activations?|nonlinearit(?:y|ies)|funktion|aktivierung(?:sfunktion)?|neuronen?|einheiten"
    r"|fonction|unités?|neurones?|función|unidades|neuronas|ist|verwendet))*\s*[.)]*\s*\Z"
    rf"|[\s,，、(（]*(?:{_OF}|激活函数[为是]|活性化関数が|f\s*が)?\s*{_EASTERN}\s*(?:の|関数|函数|激活|单元|神经元|ユニット|ニューロン|活性化|함수|유닛|인)*\s*"
    rf"{_WHEN}?\s*[。．.)）]*\s*\Z",
    re.I,
)
"""Words that are nothing but such a name."""
LETTER = lazily(r"\$\s*\\?[A-Za-z]+(?:_\{?\w+\}?)?\s*\$")
"""The letter of a function among them."""
STOP = lazily(r"[.。；;!](?:\s|\Z)|\n[ \t]*\n|\$\$")
RIGHT_FOR = "it is wrong in general and right for `{}`, which the words beside it may name"
NOT_READ = "it is wrong in general, and the words beside it name a function in a way that is not read"

Judge = Callable[[Link], Verdict]


def unless_for_a_function(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a wrong link of a function that nothing defines, beside words that may say which it is."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    before, behind = (LETTER.sub("f", x) for x in link.written.words)
    behind = STOP.split(behind)[0]
    if not names_a_function(before, behind):
        return verdict
    used = functions_of(link)
    general = [f for f in link.system.functions if f.body is None and f.arity == 1 and f.name in used]
    for name, known in _told(general):
        if judge(_with(link, known)).judgement is Judgement.RIGHT:
            shown = r"f(x) = x" if name == IDENTITY else latex_name(name)
            return Verdict(Judgement.UNPROVED, detail=RIGHT_FOR.format(shown))
    if not general or (len(general) == 1 and (PLAIN.match(behind) or BEFORE.search(before))):
        return verdict
    return Verdict(Judgement.UNPROVED, detail=NOT_READ)


def names_a_function(before: str, behind: str) -> bool:
    """May words around a line say for which function it is?

    >>> names_a_function("", " for logistic units."), names_a_function("", "（シグモイド関数の場合）")
    (True, True)
    >>> names_a_function("", " for all units."), names_a_function("", "を用いる"), names_a_function("For tanh we get", "")
    (False, False, True)
    """
    return BEHIND.match(behind) is not None or BEFORE.search(before) is not None


def _told(general: list[Function]) -> Iterator[tuple[str, tuple[Function, ...]]]:
    """One of the open functions as each of the usual ones, and all of them as the same."""
    for f, name in product(general, USUAL):
        yield name, (_as(f, name),)
    for name in USUAL if len(general) > 1 else ():
        yield name, tuple(_as(f, name) for f in general)


def _as(f: Function, name: str) -> Function:
    x = Variable(f.name)
    return replace(f, parameters=(x,), body=Var(x) if name == IDENTITY else Apply(name, (Var(x),)))


def _with(link: Link, known: tuple[Function, ...]) -> Link:
    for f in known:
        link = with_function(link, f)
    return link
