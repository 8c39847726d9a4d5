"""Letters in parentheses above names, beside words there: labels of layers."""

from __future__ import annotations

from .judging import each_verdict, verdict

RANGES = '+++\nobjective = "E"\n[ranges]\n"i" = "1..m"\n"j" = "1..d"\n"k" = "1..t"\n+++'


def _network(h: str = "h", out: str = "out") -> tuple[str, ...]:
    return (
        RANGES,
        r"$$ \phi(z) = \frac{1}{1+e^{-z}} $$",
        rf"$$ z_j^{{({h})}} = \sum_{{i=1}}^m x_i w_{{i,j}}^{{({h})}} $$",
        rf"$$ a_j^{{({h})}} = \phi \left( z_j^{{({h})}} \right) $$",
        rf"$$ z_k^{{({out})}} = \sum_{{j=1}}^d a_j^{{({h})}} w_{{j,k}}^{{({out})}} $$",
        rf"$$ a_k^{{({out})}} = \phi \left( z_k^{{({out})}} \right) $$",
        rf"$$ E = \frac{{1}}{{2}} \sum_{{k=1}}^t (a_k^{{({out})}} - y_k)^2 $$",
        rf"$$ \delta_k^{{({out})}} = \frac{{\partial E}}{{\partial z_k^{{({out})}}}} $$",
    )


def _lines(h: str = "h", out: str = "out") -> tuple[str, ...]:
    slope = rf"\left( a_j^{{({h})}} (1 - a_j^{{({h})}}) \right)"
    below = rf"\sum_{{k=1}}^t \delta_k^{{({out})}} w_{{j,k}}^{{({out})}}"
    return (
        rf"$$ \frac{{\partial E}}{{\partial a_j^{{({h})}}}} = {below} $$",
        rf"$$ \frac{{\partial E}}{{\partial z_j^{{({h})}}}} = {below} {slope} $$",
        rf"$$ \frac{{\partial E}}{{\partial w_{{j,k}}^{{({out})}}}} = \delta_k^{{({out})}} a_j^{{({h})}} $$",
        rf"$$ \frac{{\partial E}}{{\partial z_j^{{({h})}}}} = {below} $$",
        rf"$$ \frac{{\partial E}}{{\partial w_{{j,k}}^{{({out})}}}} = \delta_k^{{({out})}} a_k^{{({out})}} $$",
    )


WANTED = ["right", "right", "right", "wrong", "wrong"]


def test_a_letter_beside_a_word() -> None:
    assert each_verdict(*_network(), lines=_lines()) == WANTED


def test_an_upright_letter() -> None:
    h, out = r"\text{h}", r"\text{o}"
    assert each_verdict(*_network(h, out), lines=_lines(h, out)) == WANTED


def test_a_letter_that_counts_is_none() -> None:
    """Above `x^{(h)}` beside `x^{(new)}` the h of a sum numbers examples."""
    page = (
        '+++\nobjective = "E"\n+++',
        r"$$ p^{(h)} = w x^{(h)} $$",
        r"$$ E = \frac{1}{2} \sum_{h=1}^H (p^{(h)} - y^{(h)})^2 $$",
        r"$$ q = w x^{(new)} $$",
    )
    assert verdict(*page, r"$$ \frac{\partial E}{\partial w} = \sum_{h=1}^H (p^{(h)} - y^{(h)}) x^{(h)} $$") == "right"
    assert verdict(*page, r"$$ \frac{\partial E}{\partial w} = \sum_{h=1}^H (p^{(h)} - y^{(h)}) $$") == "wrong"


def test_bias_units_and_a_penalty_without_them() -> None:
    """The line for `w_{0,k}` besides says that the one for `w_{j,k}` is about the range that the page gives j."""
    page = (
        '+++\nobjective = "J"\n[ranges]\n"j" = "1..d"\n"k" = "1..t"\n+++',
        r"$$ a_0^{(h)} = 1 $$",
        r"$$ z_k^{(out)} = \sum_{j=0}^d a_j^{(h)} w_{j,k}^{(out)} $$",
        r"$$ J = \frac{1}{2} \sum_{k=1}^t (z_k^{(out)} - y_k)^2 + \frac{\lambda}{2} \sum_{j=1}^d \sum_{k=1}^t"
        r" \left( w_{j,k}^{(out)} \right)^2 $$",
    )
    line = (
        r"$$ \frac{\partial J}{\partial w_{j,k}^{(out)}} = (z_k^{(out)} - y_k) a_j^{(h)} + \lambda w_{j,k}^{(out)} $$"
    )
    bias = r"$$ \frac{\partial J}{\partial w_{0,k}^{(out)}} = z_k^{(out)} - y_k $$"
    less = line.replace(r" + \lambda w_{j,k}^{(out)}", "")
    more = line + r" ( $j = 0, \dots, d$ )"
    assert each_verdict(*page, lines=(line, bias, less, more)) == ["right", "right", "wrong", "wrong"]
    assert verdict(*page, line) == "unproved"
