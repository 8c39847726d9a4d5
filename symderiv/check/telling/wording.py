r"""How reasons are said, in Japanese and English: a name for every kind, and sentences as templates.

`{old}` is what was written, `{new}` what should stand there, `{route}` the variable a path runs through, `{by}` what is
differentiated by; all of them LaTeX. A kind with several wordings takes the first whose holes can all be filled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ...pattern import lazily
from .japanese import in_japanese


@dataclass(frozen=True, slots=True)
class Wording:
    """The name of a kind and its sentences, the most specific first."""

    name: str
    sentences: tuple[str, ...]


def _w(name: str, *sentences: str) -> Wording:
    return Wording(name, sentences)


EN = MappingProxyType(
    {
        "before": _w("slip in the member before", "the slip is in the member before; this one is right again"),
        "sign": _w("sign", "the sign of `{old}` is wrong", "a sign is wrong"),
        "transposed": _w(
            "indices transposed",
            "the matrix is transposed: `{matrix}` should be `{flipped}`",
            "`{product}` is the transpose of what it should be",
            "the indices are transposed: `{old}` should be `{new}`",
            "two indices are exchanged",
        ),
        "prime-missing": _w(
            "derivative of the function missing",
            "the function stands where its derivative belongs: `{old}` should be `{new}`",
            "the derivative `{new}` of the function is missing",
            "the derivative of the function is missing",
        ),
        "prime-extra": _w(
            "derivative of the function too many",
            "the derivative stands where the function belongs: `{old}` should be `{new}`",
            "the derivative `{old}` of the function does not belong here",
            "the derivative of the function does not belong here",
        ),
        "argument": _w(
            "derivative at the wrong argument",
            "the function's argument is wrong: `{old}` should be `{new}`",
            "the derivative of the function is taken at the wrong argument",
        ),
        "function": _w(
            "wrong function",
            "the function is wrong: `{old}` should be `{new}`",
            "this is the derivative of another function",
        ),
        "layer": _w("wrong layer", "the layer is wrong: `{old}` should be `{new}`", "something of the wrong layer"),
        "shift": _w(
            "index off by one", "the index is off by {step}: `{old}` should be `{new}`", "an index is off by one"
        ),
        "bound": _w(
            "wrong bound of a sum",
            "the sum should run over `{new}`, not `{old}`: mind `{unit}`",
            "the sum should run over `{new}`, not `{old}`",
            "a bound of the sum is wrong",
        ),
        "captured": _w(
            "index captured by a sum",
            "the sum over `{old}` captures the free index `{old}`: the sum needs a letter of its own",
            "a sum captures a free index",
        ),
        "path-twice": _w(
            "path counted twice",
            "the path through `{route}` is counted twice",
            "`{old}` counts twice what another term holds already (total and direct derivative mixed)",
            "a path is counted twice",
        ),
        "path-missing": _w(
            "path missing",
            "`{by}` acts through `{alone}`: the term `{new}` is missing",
            "`{by}` also acts through `{route}`: the term `{new}` is missing",
            "the term `{new}` is missing: a path is left out",
            "a path is missing",
        ),
        "penalty-missing": _w(
            "penalty not differentiated",
            "the penalty `{old}` depends on `{by}`, too: its derivative `{new}` is missing",
            "the derivative of the penalty is missing",
        ),
        "part-missing": _w(
            "term of the objective not differentiated",
            "`{old}`, a term of the objective, depends on `{by}`, too: its derivative `{new}` is missing",
            "the derivative of a term of the objective is missing",
        ),
        "delta-missing": _w(
            "delta dropped",
            "the delta is dropped: `{new}` is missing, the term counts only there",
            "a delta is dropped",
        ),
        "delta-extra": _w("delta too many", "the delta `{old}` does not belong here", "a delta does not belong here"),
        "product-of-sums": _w(
            "product of sums for sum of products",
            "a sum of products is not a product of sums: `{old}` should be `{new}`",
            "a sum of products is not a product of sums",
        ),
        "sum-missing": _w(
            "sum missing",
            "`{by}` acts through every `{route}`: the sum over `{letter}` is missing",
            "a sum is missing: `{old}` should be `{new}`",
            "a sum is missing",
        ),
        "sum-extra": _w(
            "sum too many",
            "only one term of the sum over `{letter}` is left: `{old}` should be `{new}`",
            "a sum is left over",
        ),
        "index": _w("wrong index", "the index is wrong: `{old}` should be `{new}`", "an index is wrong"),
        "constant": _w(
            "constant factor",
            "the constant factor is wrong: `{old}` should be `{new}`",
            "the constant factor `{old}` does not belong here",
            "the constant factor `{new}` is missing",
            "the constant factor is wrong",
        ),
        "exponent": _w("wrong power", "the power is wrong: `{old}` should be `{new}`", "a power is wrong"),
        "variable": _w("wrong variable", "the variable is wrong: `{old}` should be `{new}`", "a variable is wrong"),
        "inverse": _w(
            "divided for multiplied",
            "division and multiplication are exchanged: `{old}` should be `{new}`",
            "division and multiplication are exchanged",
        ),
        "condition-wide": _w(
            "condition too wide",
            "this holds only where `{where}`",
            "the condition is too wide: `{old}` should be `{new}`",
            "the condition is too wide",
        ),
        "condition-narrow": _w(
            "condition too narrow",
            "the condition is too narrow: `{old}` should be `{new}`",
            "the condition `{old}` leaves too much out",
            "the condition is too narrow",
        ),
        "term-extra": _w("term too many", "the term `{old}` does not belong here", "there is a term too many"),
        "term-missing": _w("term missing", "the term `{new}` is missing", "a term is missing"),
        "factor-extra": _w("factor too many", "the factor `{old}` does not belong here", "there is a factor too many"),
        "factor-missing": _w(
            "factor missing",
            "the factor `{new}` is missing from `{old}`",
            "the factor `{new}` is missing",
            "a factor is missing",
        ),
        "outside": _w(
            "index out of its range", "`{old}` does not exist: an index leaves its range", "an index leaves its range"
        ),
        "one-side": _w(
            "index on one side only",
            "the index `{letter}` is free on one side only: a sum is missing, or a letter is wrong",
            "an index is free on one side only",
        ),
        "terms": _w(
            "terms differ",
            "these terms are right: {common}; missing: {missing}; too many: {extra}",
            "these terms are right: {common}; missing: {missing}",
            "these terms are right: {common}; too many: {extra}",
            "no term is right; missing: {missing}; too many: {extra}",
            "the two sides differ",
        ),
        "unproved": _w("not proved", "neither proved nor refuted: {detail}", "neither proved nor refuted"),
        "unreadable": _w("not readable", "{detail}", "this cannot be read"),
        "vacuous": _w("empty claim", "the condition holds nowhere: nothing is claimed"),
        "ill-typed": _w("shapes do not fit", "{detail}", "the shapes do not fit"),
    }
)

JA = MappingProxyType(
    {
        "before": _w("前の式の誤り", "誤りは直前の式にあり，この式では正しい値に戻っています"),
        "sign": _w("符号の誤り", "`{old}` の符号が違います", "符号が違います"),
        "transposed": _w(
            "添字の入れ替わり",
            "行列の転置が違います: `{matrix}` ではなく `{flipped}` です",
            "`{product}` は正しい式の転置です",
            "添字が入れ替わっています: `{old}` ではなく `{new}` です",
            "二つの添字が入れ替わっています",
        ),
        "prime-missing": _w(
            "関数の微分の抜け",
            "関数の微分になるはずです: `{old}` ではなく `{new}` です",
            "関数の微分 `{new}` が抜けています",
            "関数の微分が抜けています",
        ),
        "prime-extra": _w(
            "余分な関数の微分",
            "微分ではなく関数そのものです: `{old}` ではなく `{new}` です",
            "関数の微分 `{old}` は余分です",
            "関数の微分が余分です",
        ),
        "argument": _w(
            "微分の引数の誤り", "関数の引数が違います: `{old}` ではなく `{new}` です", "関数の微分の引数が違います"
        ),
        "function": _w(
            "関数の取り違え", "関数が違います: `{old}` ではなく `{new}` です", "別の関数の微分になっています"
        ),
        "layer": _w("層の誤り", "層が違います: `{old}` ではなく `{new}` です", "層が違います"),
        "shift": _w("添字のずれ", "添字が {step} ずれています: `{old}` ではなく `{new}` です", "添字が 1 ずれています"),
        "bound": _w(
            "和の範囲の誤り",
            "和の範囲は `{old}` ではなく `{new}` です (`{unit}` に注意)",
            "和の範囲は `{old}` ではなく `{new}` です",
            "和の範囲が違います",
        ),
        "captured": _w(
            "添字の衝突",
            "和の添字 `{old}` が自由な添字 `{old}` と衝突しています: 和には別の文字が必要です",
            "和の添字が自由な添字と衝突しています",
        ),
        "path-twice": _w(
            "経路の重複",
            "`{route}` を通る経路を二重に数えています",
            "`{old}` は他の項に既に含まれています (全微分と直接の偏微分の混同)",
            "経路を二重に数えています",
        ),
        "path-missing": _w(
            "経路の抜け",
            "`{by}` は `{alone}` を通して影響します: 項 `{new}` が抜けています",
            "`{by}` は `{route}` を通しても影響します: 項 `{new}` が抜けています",
            "項 `{new}` が抜けています: 経路が一つ足りません",
            "経路が抜けています",
        ),
        "penalty-missing": _w(
            "正則化項の微分の抜け",
            "正則化項 `{old}` も `{by}` に依存します: その微分 `{new}` が抜けています",
            "正則化項の微分が抜けています",
        ),
        "part-missing": _w(
            "目的関数の項の微分の抜け",
            "目的関数の項 `{old}` も `{by}` に依存します: その微分 `{new}` が抜けています",
            "目的関数の項の微分が抜けています",
        ),
        "delta-missing": _w(
            "デルタの抜け", "デルタ `{new}` が抜けています: この項はそこでだけ残ります", "デルタが抜けています"
        ),
        "delta-extra": _w("余分なデルタ", "デルタ `{old}` は余分です", "デルタが余分です"),
        "product-of-sums": _w(
            "積の和と和の積",
            "積の和は和の積ではありません: `{old}` ではなく `{new}` です",
            "積の和は和の積ではありません",
        ),
        "sum-missing": _w(
            "和の抜け",
            "`{by}` はすべての `{route}` を通して影響します: `{letter}` についての和が抜けています",
            "和が抜けています: `{old}` ではなく `{new}` です",
            "和が抜けています",
        ),
        "sum-extra": _w(
            "余分な和",
            "`{letter}` についての和は一項しか残りません: `{old}` ではなく `{new}` です",
            "和が残っています",
        ),
        "index": _w("添字の誤り", "添字が違います: `{old}` ではなく `{new}` です", "添字が違います"),
        "constant": _w(
            "定数倍の誤り",
            "定数倍が違います: `{old}` ではなく `{new}` です",
            "定数倍 `{old}` は余分です",
            "定数倍 `{new}` が抜けています",
            "定数倍が違います",
        ),
        "exponent": _w("指数の誤り", "指数が違います: `{old}` ではなく `{new}` です", "指数が違います"),
        "variable": _w("変数の誤り", "変数が違います: `{old}` ではなく `{new}` です", "変数が違います"),
        "inverse": _w(
            "乗除の取り違え", "掛け算と割り算が逆です: `{old}` ではなく `{new}` です", "掛け算と割り算が逆です"
        ),
        "condition-wide": _w(
            "条件が広すぎる",
            "これが成り立つのは `{where}` のときだけです",
            "条件が広すぎます: `{old}` ではなく `{new}` です",
            "条件が広すぎます",
        ),
        "condition-narrow": _w(
            "条件が狭すぎる",
            "条件が狭すぎます: `{old}` ではなく `{new}` です",
            "条件 `{old}` では除きすぎです",
            "条件が狭すぎます",
        ),
        "term-extra": _w("余分な項", "項 `{old}` は余分です", "項が余分です"),
        "term-missing": _w("項の抜け", "項 `{new}` が抜けています", "項が抜けています"),
        "factor-extra": _w("余分な因子", "因子 `{old}` は余分です", "因子が余分です"),
        "factor-missing": _w(
            "因子の抜け", "`{old}` に因子 `{new}` が抜けています", "因子 `{new}` が抜けています", "因子が抜けています"
        ),
        "outside": _w("添字が範囲外", "`{old}` は存在しません: 添字が範囲を外れています", "添字が範囲を外れています"),
        "one-side": _w(
            "片側だけの添字",
            "添字 `{letter}` が片側にだけ残っています: 和が抜けているか，文字が違います",
            "添字が片側にだけ残っています",
        ),
        "terms": _w(
            "項の違い",
            "正しい項: {common}; 抜けている項: {missing}; 余分な項: {extra}",
            "正しい項: {common}; 抜けている項: {missing}",
            "正しい項: {common}; 余分な項: {extra}",
            "正しい項がありません; 抜けている項: {missing}; 余分な項: {extra}",
            "両辺は等しくありません",
        ),
        "unproved": _w("証明できず", "証明も反証もできません: {detail}", "証明も反証もできません"),
        "unreadable": _w("読めない式", "{detail}", "読めません"),
        "vacuous": _w("空の主張", "条件を満たすものがなく，何も主張していません"),
        "ill-typed": _w("型の不一致", "{detail}", "行列の型が合いません"),
    }
)

WORDINGS = MappingProxyType({"en": EN, "ja": JA})
"""For each language the wording of every kind."""

_HOLE = lazily(r"\{(\w+)\}")


def name(kind: str, lang: str = "en") -> str:
    """The name of a kind.

    >>> name("sign"), name("sign", "ja")
    ('sign', '符号の誤り')
    """
    return WORDINGS[lang][kind].name


def sentence(kind: str, holes: Mapping[str, str], lang: str = "en") -> str:
    """The sentence for a kind: the most specific whose holes can all be filled.

    >>> sentence("term-extra", {"old": "x_i"}), sentence("term-extra", {})
    ('the term `x_i` does not belong here', 'there is a term too many')
    """
    if lang == "ja" and "detail" in holes:
        holes = {**holes, "detail": _translated(holes["detail"])}
    for template in WORDINGS[lang][kind].sentences:
        wanted = _HOLE.findall(template)
        if all(holes.get(w) for w in wanted):
            return _HOLE.sub(lambda m: holes[m[1]], template)
    return name(kind, lang)


def _translated(detail: str) -> str:
    """A cause and its hint in Japanese; a hint in words that has no translation is left out behind a cause that has."""
    cause, *hints = detail.split("\n")
    said = in_japanese(cause)
    found = [(h, in_japanese(h)) for h in hints]
    return "\n".join([said, *(t for h, t in found if t != h or "`" in h or said == cause)])
