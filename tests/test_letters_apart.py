r"""Names and functions typed letter by letter, `n e t_k`, and scripts within scripts, `f^{^{\prime}}`, as programs that
read print leave them; braces around the word for a function, `{sigmoid}(z)`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = (
    r"$$ act_h = \sum_{d=1}^{D} V_{hd} x_d $$",
    r"$$ s_h = f(act_h) $$",
    r"$$ Q = \frac12 \sum_{h=1}^{H} (s_h - y_h)^2 $$",
)
SIGMOID = (r"$$ r_h = \tanh(z_h) $$", r"$$ F = \sum_{h=1}^{H} b_h r_h^2 $$")


def test_letters_of_a_name_stand_apart() -> None:
    cases = [
        (r"\frac{\partial Q}{\partial V_{hd}} = (s_h - y_h) f^{\prime}\left(a c t_h\right) x_d", "right"),
        (r"\frac{\partial Q}{\partial a c t_h} = (s_h - y_h) f'(a c t_h)", "right"),
        (r"\frac{\partial Q}{\partial V_{h d}} = (s_h - y_h) a c t_h f'(a c t_h)", "wrong"),
        (r"\frac{\partial Q}{\partial a c t_h} = (y_h - s_h) f'(a c t_h)", "wrong"),
        (r"\frac{\partial Q}{\partial act_h} = (s_h - y_h) f^{^{\prime}}(act_h)", "right"),
        (r"\frac{\partial Q}{\partial act_h} = (s_h - y_h) f^{^\prime}(act_{_h})", "right"),
        (r"\frac{\partial Q}{\partial act_h} = (s_h - y_h)^{^2} f^{^{\prime}}(act_h)", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(*NETWORK, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_a_name_stands_nowhere_else() -> None:
    spaced = [x.replace("act", "a c t") for x in NETWORK]
    line = r"$$ \frac{\partial Q}{\partial a c t_h} = %s (s_h - y_h) f'(a c t_h) $$"
    assert each_verdict(*spaced, lines=[line % "", line % "-"]) == ["right", "wrong"]


def test_each_letter_is_a_name_elsewhere() -> None:
    others = (r"$$ a_h = y_h + 1 $$", r"$$ c_h = a_h^2 $$", r"$$ t_h = c_h - 3 $$")
    line = r"$$ \frac{\partial Q}{\partial V_{hd}} = (s_h - y_h) f'(%s_h) x_d $$"
    assert each_verdict(*NETWORK, *others, lines=[line % "a c t", line % "act"]) == ["unreadable", "right"]


def test_products_of_letters_stay() -> None:
    page = (r"$$ E = m g h $$", r"$$ \frac{\partial E}{\partial m} = %s $$")
    assert each_verdict(page[0], lines=[page[1] % "g h", page[1] % "m g h"]) == ["right", "wrong"]
    defined = (r"$$ m g h_j = u_j^2 $$", r"$$ E = \sum_{j=1}^{J} m g h_j $$", r"$$ k = m + g $$")
    assert verdict(*defined, r"$$ \frac{\partial E}{\partial h_j} = m g $$") != "wrong"
    assert (
        verdict(r"$$ E = \sum_{x=1}^{X} e x p(x) + p(2) x_0 e $$", r"$$ \frac{\partial E}{\partial e} = 0 $$")
        != "right"
    )


@pytest.mark.parametrize(
    "tanh", ["t a n h(z_h)", "{tanh}(z_h)", r"{\text{tanh}}(z_h)", r"{\mathrm{tanh}}\left(z_h\right)"]
)
def test_functions(tanh: str) -> None:
    line = r"$$ \frac{\partial F}{\partial z_h} = 2 b_h %s (1 - r_h^{%d}) $$"
    assert each_verdict(*SIGMOID, lines=[line % (tanh, 2), line % (tanh, 1)]) == ["right", "wrong"]
