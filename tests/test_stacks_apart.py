r"""Vectors on top of one another that are computed with as one, `\mathbf{u} = (\mathbf{w}; b)`.

By hand: with `z_i = \mathbf{u}^T \mathbf{v}_i` and `E = \sum_i (z_i - y_i)^2`, `\partial E/\partial \mathbf{u}` is
`2 \sum_i (z_i - y_i) \mathbf{v}_i`, whatever the parts of these vectors are.
"""

import pytest

from symderiv import check
from symderiv.network import complete
from symderiv.read import read_draft

from .judging import verdict

NETWORK = r"""
+++
objective = "E"
[ranges]
"i" = "1..m"
+++
$$ {u} $$
$$ {v} $$
$$ z_i = \mathbf{{u}}^T \mathbf{{v}}_i $$
$$ E = \sum_{{i=1}}^m (z_i - y_i)^2 {more} $$
{also}
"""
U = r"\mathbf{u} = (\mathbf{w}; b)"
V = r"\mathbf{v}_i = (\mathbf{x}_i; 1)"
R = r"\sum_{i=1}^m (z_i - y_i)"
RIGHT = rf"\frac{{\partial E}}{{\partial \mathbf{{u}}}} = 2 {R} \mathbf{{v}}_i"
SLIP = rf"\frac{{\partial E}}{{\partial \mathbf{{u}}}} = {R} \mathbf{{v}}_i"


def _page(u: str = U, v: str = V, more: str = "", also: str = "") -> str:
    return NETWORK.format(u=u, v=v, more=more, also=also)


def _judged(line: str, **told: str) -> str:
    return verdict(_page(**told) + f"\n## Derivation\n$$ {line} $$\n")


@pytest.mark.parametrize(("line", "judged"), [(RIGHT, "right"), (SLIP, "wrong")])
@pytest.mark.parametrize(
    ("u", "v"),
    [
        (U, V),
        (r"\mathbf{u} = [\mathbf{w}; b]", r"\mathbf{v}_i = [\mathbf{x}_i; 1]"),
        (
            r"\mathbf{u} = \begin{bmatrix} \mathbf{w} \\ b \end{bmatrix}",
            r"\mathbf{v}_i = \begin{pmatrix} 1 \\ \mathbf{x}_i \end{pmatrix}",
        ),
        (r"\mathbf{u} = [\mathbf{w}^T \; b]^T", r"\mathbf{v}_i = [\mathbf{x}_i^\top, 1]^\top"),
        (U + r" \in \mathbb{R}^{d+1}", V + r" \in \mathbb{R}^{d+1}"),
    ],
)
def test_spellings(u: str, v: str, line: str, judged: str) -> None:
    assert _judged(line, u=u, v=v) == judged
    page = _page(u, v) + f"\n## Derivation\n$$ {line} $$\n"
    page = page.replace(r"\mathbf{u}", r"\hat{\mathbf{w}}").replace(r"\mathbf{v}", r"\hat{\mathbf{x}}")
    assert verdict(page) == judged


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (rf"\frac{{\partial E}}{{\partial b}} = 2 {R}", {}),
        (rf"\frac{{\partial E}}{{\partial b}} = {R}", {}),
        (rf"\frac{{\partial E}}{{\partial w_j}} = {R} x_{{ij}}", {}),
        (rf"\frac{{\partial E}}{{\partial u_j}} = {R} v_{{ij}}", {}),
        (r"z_i = \mathbf{w}^T \mathbf{x}_i + b", {}),
        (SLIP, {"more": r"+ c b^2"}),
        (SLIP, {"more": r"+ c \mathbf{w}^T \mathbf{w}"}),
        (SLIP, {"also": r"$$ \mathbf{u} = \mathbf{u} - \eta \frac{\partial E}{\partial \mathbf{u}} $$"}),
        (r"\frac{\partial E}{\partial a} = 0", {"also": r"$$ b = a^2 $$"}),
        (SLIP, {"also": r"$$ s = b^2 $$ $$ F = s E $$"}),
        # another name for the same parts
        (
            rf"\frac{{\partial E}}{{\partial \mathbf{{p}}}} = 2 {R} \mathbf{{v}}_i",
            {"also": r"$$ \mathbf{p} = (\mathbf{w}; b) $$"},
        ),
    ],
)
def test_parts_beside_wholes(line: str, told: dict[str, str]) -> None:
    """A page that has both in one line, or says what either is, is left open."""
    assert _judged(line, **told) not in ("right", "wrong")


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        (RIGHT, "right"),
        (SLIP, "wrong"),
        (r"\frac{\partial E_{(w,b)}}{\partial b} = 2 \sum_{i=1}^m (w x_i + b - y_i)", "right"),
        (r"\frac{\partial E_{(w,b)}}{\partial b} = 2 \sum_{i=1}^m (w x_i + b - y_i) x_i", "wrong"),
        (r"\frac{\partial E}{\partial b} = 2 \sum_{i=1}^m (w x_i + b - y_i)", "open"),
    ],
)
def test_loss_of_the_parts(line: str, judged: str) -> None:
    """Another loss of one input, a function of the parts, is a line of its own."""
    also = r"$$ E_{(w,b)} = \sum_{i=1}^m (w x_i + b - y_i)^2 $$"
    found = _judged(line, also=also)
    assert found == judged if judged != "open" else found not in ("right", "wrong")


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        (RIGHT, "right"),
        (SLIP, "wrong"),
        (rf"\frac{{\partial E}}{{\partial b}} = 2 {R}", "open"),
        (r"\frac{\partial z_i}{\partial b} = 0", "open"),
        (r"\frac{\partial E}{\partial \mathbf{w}} = 0", "open"),
    ],
)
@pytest.mark.parametrize("also", ["", r"$$ F = \sum_{i=1}^m (w x_i + b - y_i)^2 $$"])
def test_given_network(line: str, judged: str, also: str) -> None:
    """A line that is added to a network is not read where it is about both."""
    claim = check(f"$$ {line} $$", network=complete(read_draft(_page(also=also)), [])).claims[-1]
    found = str(claim.judgement)
    assert found == judged if judged != "open" else found not in ("right", "wrong")
