r"""Signs of products that a list of them explains: `$\cdot$ is the matrix product, $\times$ the Hadamard product`."""

import pytest

from .judging import each_verdict, verdict

NET = r"""$$ Z_{ij} = \sum_{k=1}^{d} X_{ik} W_{kj} $$ ( $j = 1, \dots, h$ )

$$ A_{ij} = \tanh(Z_{ij}) $$

$$ J = \sum_{i=1}^{m} \sum_{j=1}^{h} \sum_{q=1}^{p} V_{jq} A_{ij} $$

$X$ is $m \times d$, $W$ is $d \times h$, $Z$ and $A$ are $m \times h$. A derivative by a matrix has its shape."""


@pytest.mark.parametrize(
    ("said", "sign"),
    [
        (r"$\cdot$ is the matrix product and is done first, $\times$ the element-wise product.", r"\times"),
        (r"$\cdot$ is the matrix product, and $\ast$ the Hadamard product.", r"\ast"),
        (r"$\times$: element-wise product.", r"\times"),
        (r"$\ast$ ist das elementweise Produkt.", r"\ast"),
        (r"$\times$ est le produit terme à terme.", r"\times"),
        (r"$\times$ es el producto elemento a elemento.", r"\times"),
        (r"$\times$ é o produto elemento a elemento.", r"\times"),
        (r"$\times$ è il prodotto elemento per elemento.", r"\times"),
        (r"$\times$ — поэлементное произведение.", r"\times"),
        (r"Programs write the product by entries as here.", ".*"),
    ],
)
def test_a_product_by_entries(said: str, sign: str) -> None:
    line = r"$$ \frac{\partial J}{\partial Z} = \frac{\partial J}{\partial A} %s %s $$"
    assert each_verdict(
        NET, said, lines=[line % (sign, "(1 - A^2)".replace("A^2", r"A \odot A")), line % (sign, r"(1 + A \odot A)")]
    ) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said", [r"$\times$ is how things go element-wise.", r"$\times$ works by the element-wise rule."]
)
def test_words_that_leave_it_open(said: str) -> None:
    line = r"$$ \frac{\partial J}{\partial Z} = \frac{\partial J}{\partial A} \times (1 - A \odot A) $$"
    assert verdict(NET, said, line) not in ("right", "wrong")


LAYERS = r"""$$ a^{[0]}_{j} = x_{j} $$ ( $j = 1, \dots, n^{[0]}$ )

$$ u^{[l]}_{j} = \sum_{k=1}^{n^{[l-1]}} a^{[l-1]}_{k} W^{[l]}_{kj} $$ ( $l = 1, \dots, L$, $j = 1, \dots, n^{[l]}$ )

$$ a^{[l]}_{j} = \tanh(u^{[l]}_{j}) $$ ( $l = 1, \dots, L$, $j = 1, \dots, n^{[l]}$ )

$$ J = \sum_{j=1}^{n^{[L]}} (a^{[L]}_j - y_j)^2 $$"""


@pytest.mark.parametrize("label", ["^{[%s]}", "_%s"])
def test_sizes_of_numbered_layers_behind_a_line(label: str) -> None:
    sizes = LAYERS if label != "_%s" else LAYERS.replace("n^{[l-1]}", "n_{l-1}").replace("n^{[l]}", "n_l")
    if label == "_%s":
        sizes = sizes.replace("n^{[0]}", "n_0").replace("n^{[L]}", "n_L")
    n = [f"n{label % x}" for x in "012"]
    early = rf"$$ \frac{{\partial J}}{{\partial y_j}} = -2 (a^{{[L]}}_j - y_j) $$ ( ${n[0]} = {n[1]}$ )"
    line = r"$$ \frac{\partial J}{\partial a^{[L]}_j} = %s (a^{[L]}_j - y_j) $$" + f" ( ${n[1]} = {n[2]}$ )"
    assert each_verdict(sizes, early, lines=[line % "2", line % "3"]) == ["right", "wrong"]
