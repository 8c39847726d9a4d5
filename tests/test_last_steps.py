r"""Layers and steps as they are typed: `a^L_j` beside `a^l_j`, `h_T` beside `h_t`, a start that nobody defines."""

from __future__ import annotations

import pytest

from symderiv.derive import derive
from symderiv.errors import AmbiguousError, UncoveredUse, UnknownRange
from symderiv.expr import Sum, walk
from symderiv.load import goals, load_text
from symderiv.system import Role
from symderiv.verify import verify

LAYERS = (
    r"$$z^l_j = \sum_k w^l_{jk} a^{l-1}_k + b^l_j$$ (RANGE)"
    r"$$a^l_j = \sigma(z^l_j)$$ $$C = \frac12 \sum_j (y_j - a^L_j)^2$$"
)


def test_a_capital_in_the_place_of_its_small_letter_is_the_last_step() -> None:
    system = load_text(LAYERS.replace("(RANGE)", r"($1 \le j \le n_l$)"))
    assert {s.name for s in system.sizes} == {"L"}
    roles = {p.variable.name: p.role for p in system.pieces}
    assert roles == {
        "z": Role.NODE,
        "a": Role.INPUT,
        "C": Role.NODE,
        "w": Role.PARAMETER,
        "b": Role.PARAMETER,
        "y": Role.PARAMETER,
    }


@pytest.mark.parametrize(
    ("page", "sizes"),
    [
        (r"$$h_t = \tanh(w h_{t-1} + x_t)$$ $$E = (h_T - y)^2$$", {"T"}),
        (r"$$s_m = f(u s_{m-1})$$ $$E = (s_M - y)^2$$", {"M"}),
        (r"$$c^{t} = f(u c^{t-1})$$ $$E = (c^{T} - y)^2$$", {"T"}),
        (r"$$h_t = f(w h_{t-1})$$ ($1 \le t \le N$) $$E = (h_N - y)^2$$", {"N"}),
        (r"$$r^{(k+1)} = f(u r^{(k)})$$ $$E = (r^{(K)} - y)^2$$", {"K"}),
        ('+++\nsizes = ["T"]\n+++\n' r"$$h_t = f(w h_{t-1})$$ $$E = (h_T - y)^2$$", {"T"}),
    ],
)
def test_recurrences(page: str, sizes: set[str]) -> None:
    system = load_text(page)
    assert {s.name for s in system.sizes} == sizes
    assert {p.role for p in system.pieces if p.variable == system.pieces[0].variable} == {Role.NODE, Role.INPUT}


def test_a_transpose_is_no_last_step() -> None:
    page = r"$$z_i = \sum_{j=1}^{J} w_{ij} x_j$$ ($1 \le i \le I$) $$E = z^T z$$"
    assert not any(s.name == "T" for s in load_text(page).sizes)


def test_layers_of_different_widths_are_offered() -> None:
    with pytest.raises(UnknownRange) as caught:
        load_text(LAYERS.replace("(RANGE)", ""))
    assert caught.value.hint == (
        r"write it beside the definition: `\quad (1 \le j \le J)`,"
        r" or `(1 \le j \le n_l)` for layers of different widths"
    )


STATE = r"$$s_{t+1} = a s_t + u_t$$ ($1 \le t < T$) $$e_t = y_t - c s_t$$ ($RANGE$) $$E = \sum_{t=1}^{T} e_t^2$$"


def test_a_start_that_the_recurrence_takes_may_be_used_by_others() -> None:
    system = load_text(STATE.replace("RANGE", r"1 \le t \le T"))
    start = [p for p in system.pieces if p.variable.name == "s" and p.body is None]
    assert [(p.role, str(p.indices)) for p in start] == [(Role.INPUT, "(1,)")]


def test_beyond_the_start_nothing_is_given() -> None:
    with pytest.raises(UncoveredUse, match=r"`s_0` is used in the definition of `e_t`"):
        load_text(STATE.replace("RANGE", r"1 \le t \le T").replace("c s_t", "c s_{t-1}"))


POWERS = {
    "a group": r"$$y_n = \sum_{m=0}^{M} c_m (x_n)^m$$",
    "named in the front matter": '+++\ndata = ["x_n", "t_n"]\n+++\n' r"$$y_n = \sum_{m=0}^{M} c_m x_n^m$$",
    "renamed": '+++\ndata = ["u_p", "t_n"]\n+++\n' r"$$y_p = \sum_{r=0}^{R} a_r u_p^r$$",
}
LOSS = r" $$E = \sum_{n=1}^{N} (y_n - t_n)^2$$"


@pytest.mark.parametrize("name", POWERS)
def test_a_polynomial(name: str) -> None:
    page = POWERS[name] + LOSS
    if name == "a group":
        page = '+++\nwrt = "c_m"\n+++\n' + page
    system = load_text(page)
    assert {p.variable.key for p in system.pieces if p.variable.arity} >= {"y_{#}", "t_{#}"}
    assert all(p.variable.arity <= 1 for p in system.pieces)


DOUBTS = {
    "an index above a name": (
        r"$$y_n = \sum_{m=1}^{M} c_m x_n^m + x_n$$" + LOSS,
        r"""`m` is an index: the superscript is a power or part of the name
line 1, column 32
    $$y_n = \sum_{m=1}^{M} c_m x_n^m + x_n$$ $$E = \sum_{n=1}^{N} (y_n - t_n)^2$$
                                   ^
write `(x_n)^m` for the power, `x_n^{(m)}` for the name""",
    ),
    "a letter above a name": (
        r"$$y = w^{x} v$$ $$E = y^2$$",
        r"""`^x` is a power or part of the name: `x` is no index
line 1, column 7
    $$y = w^{x} v$$ $$E = y^2$$
          ^~~~~
write `(w)^x` for the power, `w^{\text{x}}` for the name""",
    ),
    "a variable above a name with indices": (
        r"$$y = \sum_{i=1}^{I} v_i^p q_i p$$ $$E = y^2$$",
        r"""`^p` is a power or part of the name: `p` is no index
line 1, column 22
    $$y = \sum_{i=1}^{I} v_i^p q_i p$$ $$E = y^2$$
                         ^~~~~
write `(v_i)^p` for the power, `v_i^{\text{p}}` for the name""",
    ),
}


@pytest.mark.parametrize("name", DOUBTS)
def test_both_readings_are_named(name: str) -> None:
    page, message = DOUBTS[name]
    with pytest.raises(AmbiguousError) as caught:
        load_text(page)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "page",
    [
        r"$$y = \sum_{i=1}^{I} v_i \cdot (w)^{p}$$ $$E = y^2$$",
        r"$$y = w^{\text{x}} v$$ $$E = y^2$$",
        r"$$y = w^a u + w^b v$$ $$E = y^2$$",
        r"$$q_i = \sum_{j=1}^{J} W^Q_{ij} x_j$$ ($1 \le i \le I$) $$E = \sum_{i=1}^{I} q_i$$",
        r"$$y = e^{x} v$$ $$E = y^2$$",
        r"$$w^{x} = 2 u$$ $$E = (w^{x})^2$$",
        '+++\nwrt = "w"\n+++\n$$a = w^2$$ $$E = f(a)$$',
    ],
)
def test_what_is_clear_is_read(page: str) -> None:
    assert load_text(page).objective is not None


@pytest.mark.parametrize(
    "page",
    [
        r"$$E = -\sum_{i<j} w_{ij} s_i s_j - \sum_{i=1}^{N} b_i s_i$$",
        r"$$E = -\sum_{i=1}^{N} b_i s_i - \sum_{i<j} w_{ij} s_i s_j$$",
        r"$$H = -\sum_{p>q} v_{qp} u_q u_p + \sum_{q=1}^{M} u_q^2$$",
    ],
)
def test_a_sum_over_pairs_binds_both_letters(page: str) -> None:
    system = load_text(page)
    assert len(system.sizes) == 1
    body = system.pieces[0].body
    assert body is not None
    assert len({e.letter for e in walk(body) if isinstance(e, Sum)}) == 2
    assert verify(derive(system, goals(system)[0])).passed
