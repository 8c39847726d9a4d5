"""Pages on which a claim looks right and is not: whatever the verdict, it may not be `right`."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = r"$$a_i = \sum_{j=1}^{J} w_{i,j} x_j$$ ( $1 \le i \le I$ ) $$E = \sum_{i=1}^{I} f(a_i)$$ "

NEVER_RIGHT = (
    r"$$\frac{x_j - x_k}{x_j - x_k} = 1$$",  # 0/0 where j = k
    r"$$\frac{(x_j - x_k)^2}{x_j - x_k} = x_j - x_k$$",
    r"$$\frac{x_j - x_1}{x_j - x_1} = 1$$",  # 0/0 where j = 1
)


@pytest.mark.parametrize("claim", NEVER_RIGHT)
def test_never_right(claim: str) -> None:
    assert check(NETWORK + claim).verdict in ("wrong", "unproved", "unreadable")


def test_a_denominator_that_stays_apart_from_zero_is_no_doubt() -> None:
    page = NETWORK + r"$$\frac{x_j - x_k}{x_j - x_k} = 1 \quad (j \ne k)$$"
    assert check(page).verdict == "right"


SWALLOWED = [
    r"\frac{\partial E}{\partial x_i} = 2 x_i \text{$+ 3$}",
    r"\frac{\partial E}{\partial x_i} = 2 x_i \mbox{+3}",
    r"\frac{\partial E}{\partial x_i} = 2 x_i \text{$\cdot 3$}",
    r"\frac{\partial E}{\partial x_i} = 2 x_i \text{ $3$}",
    r"\frac{\partial E}{\partial x_i} = 2 x_i \tag{= 3}",
    r"\frac{\partial E}{\partial x_i} = 2 x_i \tag*{+ 3}",
    r"\frac{\partial E}{\partial x_i} = 2 x_i \tag{$+ 3$}",
    r"\frac{\partial E}{\partial x_i} = 2 x_i \tag{\cdot 3}",
    r"\frac{\partial E}{\partial x_i} = 2 x_i \tag{times 3}",
    r"\frac{\partial E}{\partial x_i} = 2 x_i \eqno{+ 3}",
    r"\frac{\partial E}{\partial x_i} = 2 x_i \leqno (= 3)",
    r"\frac{\partial E}{\partial x_i} = 2 x_i \eqno (1) \\ E = 3",
    r"\frac{\partial E}{\partial x_i} = \underbrace{2 x_i}_{\text{plus 3}}",
    r"\frac{\partial E}{\partial x_i} \stackrel{\text{not}}{=} 2 x_i",
    r"\frac{\partial E}{\partial x_i} = 2 x_i \quad \forall i \quad 3",
    r"\frac{\partial E}{\partial x_i} \text{ equals } 3",
    r"\frac{\partial E}{\partial x_i} \Rightarrow 3 x_i",
    "\\frac{\\partial E}{\\partial x_i} = 2 x_i\u0338",
    "\\frac{\\partial E}{\\partial x_i} = у_i",  # a Cyrillic letter
    "\\frac{\\partial E}{\\partial x_i} = 2 x_i дважды",
]


@pytest.mark.parametrize("claim", SWALLOWED)
def test_mathematics_is_not_skipped_with_words(claim: str) -> None:
    page = r"$$E = \sum_{i=1}^{I} x_i x_i$$" + f"\n\n$${claim}$$\n"
    assert check(page).verdict in ("unreadable", "wrong")


def test_a_prime_behind_an_application_is_not_passed_over() -> None:
    page = r"$$E = \sum_{i=1}^{I} f(x_i)$$" + "\n\n" + r"$$\frac{\partial E}{\partial x_i} = f'(x_i)'$$"
    assert check(page).verdict in ("unreadable", "wrong")


NUMBERED = ["1", "2.3", "*", "**", "+", r"$\ast$", "BP1", "chain rule", "1'", "2a", r"\text{1}", "2-1"]


@pytest.mark.parametrize("tag", NUMBERED)
def test_a_tag_numbers_a_line(tag: str) -> None:
    claim = r"$$\frac{\partial E}{\partial x_i} = 2 x_i \tag{" + tag + "}$$"
    assert check(r"$$E = \sum_{i=1}^{I} x_i x_i$$" + f"\n\n{claim}").verdict == "right"


def test_words_beside_a_line_are_skipped() -> None:
    page = (
        r"$$E = \sum_{i=1}^{I} x_i x_i$$" + "\n\n" + r"$$\frac{\partial E}{\partial x_i} = 2 x_i \text{ (see above)}$$"
    )
    assert check(page).verdict == "right"


def test_a_denominator_that_vanishes_inside_a_sum() -> None:
    page = (
        r"$$E = \sum_{j=1}^{J} x_j$$"
        + "\n\n"
        + r"$$\sum_{k=1}^{J} \frac{x_j - x_k}{x_j - x_k} = J$$ ( $1 \le j \le J$ )"
    )
    assert check(page).verdict != "right"


CENTRED = r"$$m = \frac{1}{I} \sum_{i=1}^{I} x_i \quad s = \sum_{i=1}^{I} (x_i - m) \quad r_i = \frac{x_i}{s}$$ "
SQUARES = r"$$E = \sum_{i=1}^{I} x_i x_i$$ "

WITHOUT_VALUE = [
    (CENTRED + r"$$E = \sum_{i=1}^{I} x_i^2$$", r"\frac{s}{s} = 1"),
    (CENTRED + r"$$E = \sum_{i=1}^{I} x_i^2$$", r"\frac{E s}{s} = E"),
    (CENTRED + r"$$E = \sum_{i=1}^{I} r_i s$$", r"E = \sum_{i=1}^{I} x_i"),
    (CENTRED + r"$$E = \sum_{i=1}^{I} r_i$$", r"\frac{\partial E}{\partial r_i} = 1"),
    (SQUARES, r"x_i \frac{\sin 0}{\sin 0} = x_i"),
    (SQUARES, r"\frac{x_i \log 1}{\log 1} = x_i"),
    (SQUARES, r"\frac{\sin^2 x_i + \cos^2 x_i - 1}{\sin^2 x_i + \cos^2 x_i - 1} = 1"),
    (SQUARES, r"\frac{e^{x_i} e^{-x_i} - 1}{e^{x_i} e^{-x_i} - 1} = 1"),
    (SQUARES, r"x_i \sqrt{-1} \sqrt{-1} = -x_i"),
    (SQUARES, r"\sqrt{-x_i x_i} \sqrt{-x_i x_i} = -x_i x_i"),
    (SQUARES, r"x_i \log(-1) = x_i \log(-1)"),
    (SQUARES, r"x_i \cdot 0^0 = x_i"),
]


TIMES_ZERO = [r"\frac{1}{0}", r"\frac{x_i}{2 - 2}", r"\log 0", r"\log(-1)", r"\arcsin 2", r"\sqrt{-3}"]


@pytest.mark.parametrize("factor", TIMES_ZERO)
def test_zero_times_what_has_no_value_is_not_right(factor: str) -> None:
    assert check(rf"{SQUARES}$$x_i + 0 \cdot {factor} = x_i$$").verdict in ("unreadable", "unproved")


@pytest.mark.parametrize(("network", "claim"), WITHOUT_VALUE, ids=[c for _, c in WITHOUT_VALUE])
def test_what_has_no_value_is_not_right(network: str, claim: str) -> None:
    report = check(f"{network}\n\n$${claim}$$")
    assert str(report.claims[-1].judgement) == "unproved"


DEFINED = [
    (r"$$E = -\sum_{i=1}^{I} (t_i \log x_i + (1 - t_i) \log(1 - x_i))$$", r"t_i \log x_i - t_i \log x_i = 0"),
    (
        r"$$E = \sum_{i=1}^{I} \sqrt{1 - x_i x_i}$$",
        r"\frac{\partial E}{\partial x_i} = -\frac{x_i}{\sqrt{1 - x_i x_i}}",
    ),
    (r"$$E = \frac{1}{I-1} \sum_{i=1}^{I} x_i x_i$$", r"\frac{\partial E}{\partial x_i} = \frac{2}{I-1} x_i"),
    (SQUARES, r"\log(x_i x_j) = \log x_i + \log x_j"),
]


@pytest.mark.parametrize(("network", "claim"), DEFINED, ids=[c for _, c in DEFINED])
def test_a_line_holds_where_both_sides_have_values(network: str, claim: str) -> None:
    assert check(f"{network}\n\n$${claim}$$").verdict == "right"


@pytest.mark.parametrize(
    "claim",
    [
        r"\lfloor x_i \rfloor = x_i",
        r"\lceil x_i \rceil = x_i",
        r"\tanh(10^{-20} x_i) = 10^{-20} x_i",
        r"\tanh((0.0001)^3 x_i) = (0.0001)^3 x_i",
        r"\log(1 + 10^{-6} x_i 10^{-6}) = 10^{-6} x_i 10^{-6}",
    ],
)
def test_what_floats_and_brackets_hide_is_not_right(claim: str) -> None:
    assert check(f"{SQUARES}\n\n$${claim}$$").verdict in ("unreadable", "unproved")


VECTORS_WITHOUT_SHAPES = [
    (
        r"$$ z^2 = w^2 x + b^2, \quad a^2 = \sigma(z^2), \quad z^3 = w^3 a^2 + b^3, \quad a^3 = \sigma(z^3) $$ "
        r"$$ C = \frac12 \|a^3 - y\|^2, \quad \delta^3 = \frac{\partial C}{\partial z^3}, \quad "
        r"\delta^2 = \frac{\partial C}{\partial z^2} $$",
        r"\delta^2 = (w^3 \delta^3) \odot \sigma'(z^2)",
    ),
    (
        r"$$ z = w x + b, \quad a = f(z), \quad C = (a - y)^2 $$",
        r"\frac{\partial C}{\partial b} = 2 (a - y) \odot f'(z)",
    ),
    (r"$$ s = u v, \quad C = f(s) $$ $$ \nabla_u C = f'(s) v^T $$", r"\frac{\partial C}{\partial v} = f'(s) u"),
]


@pytest.mark.parametrize(("network", "claim"), VECTORS_WITHOUT_SHAPES, ids=[c for _, c in VECTORS_WITHOUT_SHAPES])
def test_vectors_without_shapes_are_not_read_as_numbers(network: str, claim: str) -> None:
    report = check(f"{network}\n\n$${claim}$$")
    assert report.claims
    assert "right" not in {str(c.judgement) for c in report.claims}


FAR_AWAY = [
    r"\max(x_i, -3) = x_i",
    r"\max(x_i, -1000) = x_i",
    r"\min(x_i, 100) = x_i",
    r"|x_i + 5| = x_i + 5",
    r"|x_i + 10^{6}| = x_i + 10^{6}",
    r"\operatorname{ReLU}(x_i + 50) = x_i + 50",
    r"\sqrt{(x_i + 7)^2} = x_i + 7",
    r"\sqrt{(x_i^2 - 9) (x_i^2 - 9)} = 9 - x_i^2",
    r"\operatorname{sign}(x_i + 20) = 1",
    r"\frac{\sqrt{(x_i - 4)^2}}{x_i - 4} = -1",
    r"|\sin x_i| = \sin |x_i|",
    r"\max(\cosh x_i, 2.5) = 2.5",
    r"\max(e^{x_i}, 1) = 1",
    r"\arcsin(\sin x_i) = x_i",
    r"\arctan(\tan x_i) = x_i",
    r"\arccos(\cos x_i) = |x_i|",
    r"|f(x_i) + 10| = f(x_i) + 10",
    r"\max(f(x_i), -100) = f(x_i)",
]


@pytest.mark.parametrize("claim", FAR_AWAY)
def test_what_holds_near_zero_only_is_wrong(claim: str) -> None:
    page = '+++\nfunctions = ["f"]\n+++\n' + r"$$E = \sum_{i=1}^{I} x_i x_i$$" + f"\n\n$${claim}$$"
    assert check(page).verdict == "wrong"


@pytest.mark.parametrize(
    "claim",
    [
        r"|x_i| = \max(x_i, -x_i)",
        r"\max(x_i, 3) - \max(-x_i, -3) = x_i + 3",
        r"\sqrt{(x_i + 7)^2} = |x_i + 7|",
        r"\max(\sigma(x_i), 2) = 2",
    ],
)
def test_what_holds_far_away_too_is_right(claim: str) -> None:
    page = r"$$E = \sum_{i=1}^{I} x_i x_i$$" + f"\n\n$${claim}$$"
    assert check(page).verdict == "right"


EXPONENTS = [
    (r"x_i + e^{2x_i} = x_i + e^{2}", "wrong"),
    (r"x_i + e^{2x_i} = x_i + e^{x_i} e^{x_i}", "right"),
    (r"\tanh(x_i) = \frac{e^{2x_i} - 1}{e^{2x_i} + 1}", "right"),
    (r"\frac{e^{x_i x_j}}{e^{2x_i x_j}} = e^{-x_i x_j}", "right"),
    (r"\frac{e^{x_i x_j}}{e^{2x_i x_j}} = e^{-1}", "wrong"),
]


@pytest.mark.parametrize(("claim", "verdict"), EXPONENTS, ids=[c for c, _ in EXPONENTS])
def test_everything_in_an_exponent_is_read(claim: str, verdict: str) -> None:
    page = r"$$E = \sum_{i=1}^{I} x_i x_i$$" + f"\n\n$${claim}$$"
    assert check(page).verdict == verdict


def test_bars_around_a_known_name_define_nothing() -> None:
    page = r"$$E = \sum_{i=1}^{I} x_i x_i$$" + "\n\n" + r"$$|E| = E$$" + "\n\n" + r"$$|x_i| = x_i$$"
    assert [str(c.judgement) for c in check(page).claims] == ["right", "wrong"]


@pytest.mark.parametrize(
    "claim", [r"\frac{\partial}{\partial x_i} \sum_{j=1}^{I} y_j x_j = y_i", r"\frac{\partial x_i q}{\partial x_i} = q"]
)
def test_a_line_about_a_name_does_not_define_it(claim: str) -> None:
    page = r"$$E = \sum_{i=1}^{I} x_i x_i$$" + f"\n\n$${claim}$$"
    assert len(check(page).claims) == 1


TEX = r"\documentclass{article}\begin{document} $$y = x^2 + x$$ %s \end{document}"
TRUE, FALSE = r"$$\frac{dy}{dx} = 2 x + 1$$", r"$$\frac{dy}{dx} = 2 x$$"
HIDDEN = [
    (rf"\iffalse {FALSE} \fi {TRUE}", "right"),
    (rf"\iffalse \ifx ab c \else d \fi {FALSE} \fi {TRUE}", "right"),
    (rf"\iffalse {TRUE} \else {FALSE} \fi", "wrong"),
    (rf"\if0 {FALSE} \fi {TRUE}", "right"),
    (rf"\iffalse {TRUE} \fi", "empty"),
    (rf"\iffalse {TRUE}", "empty"),
    (rf"\newcommand{{\answer}}{{{FALSE}}} \answer", "wrong"),
    (rf"\def\answer{{so ${FALSE.strip('$')}$}} \answer {TRUE}", "wrong"),
]


@pytest.mark.parametrize(("text", "verdict"), HIDDEN, ids=[t for t, _ in HIDDEN])
def test_what_latex_prints_is_what_is_judged(text: str, verdict: str) -> None:
    assert check(TEX % text).verdict == verdict


ENTITIES = ["&ne; 2 x_i", "&le; 3 x_i", "= 2 x_i &plus; 3", "&equals; 3 x_i", "= 2 x_i &times; 3", "[= 2 x_i]"]


@pytest.mark.parametrize("text", ENTITIES)
def test_entities_are_signs(text: str) -> None:
    assert check(rf"{SQUARES}$$\frac{{\partial E}}{{\partial x_i}} {text}$$").verdict not in ("right", "empty")


def test_an_equation_in_brackets_is_not_passed_over() -> None:
    assert check(rf"{SQUARES}$$[\frac{{\partial E}}{{\partial x_i}} = 3 x_i]$$").verdict == "unreadable"


RELATED = [
    r"\newcommand{\same}{=} $\frac{\partial E}{\partial x_i} \same \int 3$",
    r"\newcommand{\same}{=} \newcommand{\like}{\same} $\frac{\partial E}{\partial x_i} \like \int 3$",
    r"$\frac{\partial E}{\partial x_i} \xlongequal{} \int 3$",
    r"$\frac{\partial E}{\partial x_i} \sim 3 x_i$",
    r"$$\frac{\partial E}{\partial x_i} \sim 3 x_i$$",
]


@pytest.mark.parametrize("text", RELATED)
def test_a_formula_that_says_something_is_no_mention(text: str) -> None:
    assert check(f"{SQUARES}{text}").verdict == "unreadable"
