r"""Units of any layer, `net_j = \sum_i w_{ji} o_i`, `o_j = f(net_j)`: two layers, unless they may rest on one another.

The pages are in `pages_alone` (`generalized_delta_rule` and others). Labels by hand.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

UNITS = r"$$u_i = \sum_j w_{ij} x_j, \qquad x_i = f(u_i)$$"
LINE = "\n" r"$$\frac{\partial x_i}{\partial w_{ij}} = f'(u_i) x_j$$"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("For each unit", "right"),
        ("At equilibrium of the network", "unproved"),
        ("In a recurrent network", "unproved"),
        ("相互結合型のネットワークでは", "unproved"),
        ("# Units with lateral connections\n", "unproved"),
        ("In the mean-field equations", "unproved"),
        ("All units are connected:", "unproved"),
        ("Units without lateral connections:", "right"),
        ("Neurons for mutually exclusive classes:", "right"),
        ("For a chain of springs", "unproved"),
    ],
)
def test_units_that_may_rest_on_themselves_are_left_open(before: str, expected: str) -> None:
    (claim,) = [c for c in check(f"{before}\n{UNITS}{LINE}").claims if "frac" in c.latex]
    assert [str(link.judgement) for link in claim.links] == [expected]


def test_an_array_that_sums_over_itself_is_no_two_layers() -> None:
    r"""The same letter size for both: `x = f(W x)` is one array, and nothing says how its circle is meant."""
    text = r"$$x_i = f(\sum_{j=1}^{N} w_{ij} x_j)$$ ($1 \le i \le N$)" + LINE.replace("(u_i)", r"(\sum_j w_{ij} x_j)")
    assert "right" not in [str(link.judgement) for claim in check(text).claims for link in claim.links]


def test_sums_over_units_and_below_with_the_same_end_are_about_one_set() -> None:
    text = (
        r"$$x_i = \tanh(\sum_{j=1}^{N} w_{ij} x_j), \quad E = \frac12 \sum_{i=1}^{N} (x_i - t_i)^2$$"
        "\n"
        r"$$\frac{\partial E}{\partial w_{ij}} = (x_i - t_i)(1 - x_i^2) x_j$$"
    )
    assert "right" not in [str(link.judgement) for claim in check(text).claims for link in claim.links]
    layers = check(text.replace("i=1}^{N}", "i=1}^{M}"))
    assert [str(link.judgement) for link in layers.claims[-1].links] == ["right"]


def test_letters_of_lines_that_move_are_told() -> None:
    text = (
        r"$$net_j = \sum_i w_{ji} o_i, \quad o_j = f(net_j), \quad E = \frac12 \sum_j (t_j - o_j)^2$$"
        "\n"
        r"$$\frac{\partial E}{\partial o_j} = \sum_k \frac{\partial E}{\partial net_k} w_{kj}$$"
    )
    report = check(text)
    assert [str(link.judgement) for link in report.claims[-1].links] == ["right"]
    told = "lines with `k` are about the layer below the last: `k`, `j`, `i` are read as `j`, `i`, `h`"
    assert told in report.notes
    slipped = check(text.replace("w_{kj}", "o_k w_{kj}"))
    assert [str(link.judgement) for link in slipped.claims[-1].links] == ["wrong"]


def test_indices_exchanged_between_layers_are_called_so() -> None:
    right = r"$$\delta_j = f'(net_j) \sum_k \delta_k w_{kj}$$"
    text = "\n\n".join(
        (
            r"Each unit computes $o_j = f(net_j)$ with $net_j = \sum_i w_{ji} o_i$.",
            r"$$E = \frac{1}{2} \sum_{k} (t_k - o_k)^2$$ Let $\delta_j = -\frac{\partial E}{\partial net_j}$.",
            right,
            right.replace("w_{kj}", "w_{jk}"),
        )
    )
    good, bad = (link for claim in check(text).claims for link in claim.links)
    assert str(good.judgement) == "right"
    assert bad.reason is not None
    assert bad.reason.kind == "transposed"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"e_j = (1 - z_j^2) \sum_k w_{kj} e_k", "right"),
        (r"e_j = \sum_k w_{kj} e_k", "wrong"),
        (r"e_k = y_k - t_k", "right"),
        (r"e_k = (1 - y_k^2) (y_k - t_k)", "wrong"),
    ],
)
def test_the_last_layer_has_a_name_of_its_own(line: str, expected: str) -> None:
    net = r"""+++
[ranges]
"i" = "1..I"
"j" = "1..J"
"k" = "1..K"
+++

$$ a_j = \sum_i w_{ji} z_i, \quad z_j = \tanh(a_j) $$

$$ y_k = \sum_j w_{kj} z_j, \quad E = \frac12 \sum_k (y_k - t_k)^2 $$

$$ e_j = \frac{\partial E}{\partial a_j}, \quad e_k = \frac{\partial E}{\partial y_k} $$"""
    assert verdict(net, f"$$ {line} $$") == expected


def test_a_sum_beside_units_above_that_have_the_name_of_the_layer() -> None:
    """The `z_k` is what the definitions of a layer make of `a_k`, whatever a page says of their sum besides."""
    net = r"$$ net_j = \sum_i w_{ji} o_i, \quad o_j = f(net_j), \quad y_k = \sum_j w_{kj} o_j $$"
    line = r"$$ \frac{\partial o_k}{\partial w_{kj}} = f'(net_k) o_j $$"
    assert each_verdict(net, lines=[line, line.replace("f'(net_k)", "f(net_k)")]) == ["right", "wrong"]
