r"""The sentences of a derivation as data: for every caption and every rule its wording in Japanese and English.

A derivation holds caption *keys* with bindings, never prose. A wording is a template: `{wrt}` is replaced by the
binding of that name, typeset as mathematics if it is any; a name bound several times is a list, joined as
`{factor:both}` says (table `JOINS`). A wording in several forms is for one, for two and for more things listed. The
words are the lecture's where the lecture has them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from .pattern import lazily
from .step import Bindings, Value

LANGUAGES = ("en", "ja")


class Position(StrEnum):
    """Where a caption stands with respect to its line."""

    ABOVE = "above"  # a sentence that announces the line
    BESIDE = "beside"  # to the right of the line, after an arrow
    BELOW = "below"  # a sentence that comments on the line


@dataclass(frozen=True)
class Caption:
    """One caption: its position and, for each language, the wording for one, for two and for more listed things."""

    position: Position
    ja: tuple[str, ...]
    en: tuple[str, ...]

    def wording(self, lang: str, count: int = 1) -> str:
        """The template in a language, for so many things listed; the last form is for all that are more."""
        forms = self.ja if lang == "ja" else self.en
        return forms[min(max(count, 1), len(forms)) - 1]


def _above(ja: str | tuple[str, ...], en: str | tuple[str, ...]) -> Caption:
    return _caption(Position.ABOVE, ja, en)


def _below(ja: str | tuple[str, ...], en: str | tuple[str, ...]) -> Caption:
    return _caption(Position.BELOW, ja, en)


def _beside(ja: str, en: str) -> Caption:
    return _caption(Position.BESIDE, ja, en)


def _caption(position: Position, ja: str | tuple[str, ...], en: str | tuple[str, ...]) -> Caption:
    return Caption(position, (ja,) if isinstance(ja, str) else ja, (en,) if isinstance(en, str) else en)


CAPTIONS: dict[str, Caption] = {
    # ------------------------------------------------------------------------------------- the expanded route, in order
    "ties": _above("{tie:equal} について", "Here {tie:equal}"),
    "ties where": _above("{condition} では {tie:equal}", "For {condition}, also {tie:equal}"),
    "naive chain rule": _beside("チェーンルール?", "chain rule?"),
    "chain rule": _beside("チェーンルール", "chain rule"),
    "other nodes depend": _below(
        "(ノード {node} の {user} 以外も {tie:equal} に依存する!!)",
        "(Not only {user} of node {node}: the others depend on {tie:equal}, too!)",
    ),
    "other branches depend": _below(
        ("({branch} も {wrt} に依存する!!)", "({branch:both} {wrt} に依存する!!)"),
        ("({branch} depends on {wrt}, too!)", "({branch:and} depend on {wrt}, too!)"),
    ),
    "direct branch": _above("{objective} には {wrt} が直接現れる", "{wrt} also stands in {objective} itself"),
    "definitions": _above("定義より", "By definition"),
    "independent unless": _below(
        ("↑ {condition:or} なら {factor} は {wrt} に非依存", "↑ {condition:or} なら {factor:both} {wrt} に非依存"),
        (
            "↑ for {condition:or}, {factor} does not depend on {wrt}",
            "↑ for {condition:or}, neither {factor:nor} depends on {wrt}",
            "↑ for {condition:or}, none of {factor:and} depends on {wrt}",
        ),
    ),
    "independent": _below(
        ("↑ {factor} は {wrt} に非依存", "↑ {factor:both} {wrt} に非依存"),
        (
            "↑ {factor} does not depend on {wrt}",
            "↑ neither {factor:nor} depends on {wrt}",
            "↑ none of {factor:and} depends on {wrt}",
        ),
    ),
    "independent others": _below("↑ 他の項は {wrt} に非依存", "↑ the other terms do not depend on {wrt}"),
    "case": _above("{condition} のとき", "For {condition}"),
    "case depends": _above(
        ("{condition} のとき {factor} が {wrt} に依存", "{condition} のとき {factor:both} {wrt} に依存"),
        (
            "For {condition}, {factor} depends on {wrt}",
            "For {condition}, both {factor:and} depend on {wrt}",
            "For {condition}, {factor:and} all depend on {wrt}",
        ),
    ),
    "case only": _above(
        ("{condition} のとき {factor} のみが {wrt} に依存", "{condition} のとき {factor:and} のみが {wrt} に依存"),
        ("For {condition}, only {factor} depends on {wrt}", "For {condition}, only {factor:and} depend on {wrt}"),
    ),
    "result": _above("以上より", "Together"),
    "recursion": _below(
        "この式は {variable} の微分を自分自身に帰着させる漸化式である。以下では逆向きの漸化式を用いる",
        "This is a recursion: the derivative of {variable} is reduced to itself. The recursion that runs backwards "
        "follows",
    ),
    "left open": _below(
        "{objective} は {variable:and} の任意の関数なので、これ以上は計算しない",
        "{objective} is any function of {variable:and}, so that this stays as it is",
    ),
    "too deep": _below(
        "{wrt} から {objective} までの定義を順に代入すると式が長くなりすぎるので、出力側から逆向きに計算する",
        "From {wrt} to {objective} the chain rule goes through too many definitions for one formula; "
        "it is taken backwards, one derivative after the other",
    ),
    # ----------------------------------------------------------------------------------------- the backpropagated route
    "delta": _above("{variable} に関する微分に名前を付ける", "A name for the derivative with respect to {variable}"),
    "adjoint": _above("{variable} に関する微分", "The derivative with respect to {variable}"),
    "gradient": _above("{wrt} に関する勾配", "The gradient with respect to {wrt}"),
    "backpropagation": _above("出力側から順に", "From the output back to the input"),
    "routes agree": _below(
        "2つの方法の結果は一致する(証明: すべてのサイズについて)", "Both routes agree (proved for all sizes)"
    ),
    "routes compared": _above("2つの方法の結果の比較", "The results of the two routes compared"),
    # --------------------------------------------------------------------------------------------------------- remarks
    "input": _below("{variable} は入力 (定義されていない)", "{variable} is an input (nothing defines it)"),
    "generic objective": _below(
        "{objective} は {variable:and} の任意の関数", "{objective} is any function of {variable:and}"
    ),
}
"""Every caption of a claim, a remark or a list of definitions, by key."""

RULES: dict[str, dict[str, str]] = {
    "chain rule": {"ja": "チェーンルール", "en": "chain rule"},
    "naive chain rule": {"ja": "チェーンルール?", "en": "chain rule?"},
    "definition": {"ja": "定義", "en": "definition"},
    "linearity": {"ja": "微分の線形性", "en": "linearity"},
    "independence": {"ja": "非依存な項を除く", "en": "what does not depend drops out"},
    "product rule": {"ja": "積の微分", "en": "product rule"},
    "quotient rule": {"ja": "商の微分", "en": "quotient rule"},
    "delta collapse": {"ja": "デルタの消去", "en": "delta collapse"},
    "elementwise derivative": {"ja": "要素ごとの関数の微分", "en": "elementwise derivative"},
    "tie": {"ja": "重みの共有", "en": "tied weights"},
    "substitution": {"ja": "代入", "en": "substitution"},
    "collect": {"ja": "整理", "en": "terms collected"},
    "adjoint": {"ja": "誤差逆伝播", "en": "backpropagation"},
    "equal": {"ja": "恒等変形", "en": "equal for all sizes"},
}
"""Every rule's name, by the key in `Step.rule` (a row for each entry of `rules.RULES`)."""

JOINS: dict[str, dict[str, tuple[str, str, str]]] = {
    "ja": {
        "": (", ", ", ", ""),
        "and": (" と ", " と ", ""),
        "both": (" も ", " も ", " も"),
        "nor": (" も ", " も ", " も"),
        "or": (" または ", " または ", ""),
    },
    "en": {
        "": (", ", ", ", ""),
        "and": (", ", " and ", ""),
        "both": (", ", " and ", ""),
        "nor": (", ", " nor ", ""),
        "or": (", ", " or ", ""),
    },
}
"""How a list is joined: between its members, before the last one, after it."""

WORDS: dict[str, dict[str, str]] = {
    "network": {"ja": "ネットワーク", "en": "Network"},
    "derivation": {"ja": "導出", "en": "Derivation"},
    "wrong": {"ja": "誤り", "en": "wrong"},
    "assumed": {"ja": "ただし {equation} とする", "en": "It is assumed that {equation}"},
}
"""Words that the renderers put around a derivation."""

HEADINGS: dict[str, tuple[str, str]] = {
    "ja": ("{of} の {wrt} に関する偏微分", "{of} の {wrt:and} に関する偏微分"),
    "en": (
        "The derivative of {of} with respect to {wrt}",
        "The derivatives of {of} with respect to {wrt:and}",
    ),
}
"""The title of a derivation: of one derivative, of several."""

_HOLE = lazily(r"\{(\w+)(?::(\w+))?\}")


def holes(wording: str) -> tuple[tuple[str, str], ...]:
    """The names that a template needs, with how lists of them are joined.

    >>> holes("{condition} なら {factor:both} {wrt} に非依存")
    (('condition', ''), ('factor', 'both'), ('wrt', ''))
    """
    return tuple(_HOLE.findall(wording))


def caption(key: str, bindings: Bindings, lang: str, spell: Callable[[Value], str], math: Callable[[str], str]) -> str:
    r"""The sentence of a caption: its template filled with the bindings.

    `spell` writes a value, `math` marks it as mathematics (puts `$` around it, say); words are inserted as they are.

    >>> from symderiv.expr import Variable
    >>> w = Variable("w")()
    >>> caption("independent", (("factor", "f"), ("factor", "g"), ("wrt", w)), "en", lambda v: "w", "${}$".format)
    '↑ neither f nor g depends on $w$'

    Raises `KeyError` for a key or a binding that does not exist: a fault of the program, not of the reader.
    """
    return fill(wording(key, bindings, lang), bindings, lang, spell, math)


def wording(key: str, bindings: Bindings, lang: str) -> str:
    """The template of a caption in the form that suits the bindings."""
    found = CAPTIONS[key]
    lists = {name for name, join in holes(found.wording(lang, count=2)) if join not in ("", "equal", "or")}
    return found.wording(lang, max((sum(1 for name, _ in bindings if name == wanted) for wanted in lists), default=1))


def fill(
    template: str, bindings: Bindings, lang: str, spell: Callable[[Value], str], math: Callable[[str], str]
) -> str:
    """A template with its holes filled."""
    values: dict[str, list[Value]] = {}
    for name, value in bindings:
        values.setdefault(name, []).append(value)

    def one(value: Value) -> str:
        return value if isinstance(value, str) else math(spell(value))

    def hole(m: re.Match[str]) -> str:
        found = values[m[1]]
        if m[2] == "equal":
            return math(" = ".join(spell(v) for v in found))
        return _join([one(v) for v in found], JOINS[lang][m[2] or ""])

    return _HOLE.sub(hole, template)


def _join(items: list[str], join: tuple[str, str, str]) -> str:
    between, last, after = join
    head = between.join(items[:-1])
    return (f"{head}{last}" if head else "") + items[-1] + (after if len(items) > 1 else "")


def heading(bindings: Bindings, lang: str, spell: Callable[[Value], str], math: Callable[[str], str]) -> str:
    """The title of a derivation, which binds `of` once and `wrt` once for each derivative."""
    several = sum(name == "wrt" for name, _ in bindings) > 1
    return fill(HEADINGS[lang][several], bindings, lang, spell, math)


def word(key: str, lang: str, values: Mapping[str, str] | None = None) -> str:
    """A word of the renderers, with its holes filled.

    >>> word("wrong", "en")
    'wrong'
    """
    return _HOLE.sub(lambda m: (values or {})[m[1]], WORDS[key][lang])
