r"""Sets of pairs: where they lie (`\Omega \subseteq [D] \times [N]`), masks and cases that ask for them."""

import pytest

from symderiv.check.report import worst

from .judging import check

LOSS = r"""
$$L = \sum_{(d,n) \in \Omega} \frac12 (x_{dn} - w_d z_n)^2 \qquad 1 \le d \le D, 1 \le n \le N$$

"""


def verdicts(page: str, *lines: str) -> list[str]:
    text = page + "".join(f"$$\n{x}\n$$\n\n" for x in lines)
    claims = check(text).claims
    return [str(worst([c.judgement])) for c in claims[len(claims) - len(lines) :]]


@pytest.mark.parametrize(
    "where",
    [
        r"$\Omega \subseteq [D] \times [N]$.",
        r"$\Omega \subset \{1, \dots, D\} \times \{1, \dots, N\}$.",
        r"The pairs $(d, n) \in \Omega \subseteq \mathcal{D} \times \mathcal{N}$ are observed.",
    ],
)
def test_a_set_of_pairs_lies_in_a_product(where: str) -> None:
    assert verdicts(
        where + LOSS,
        r"\frac{\partial L}{\partial w_d} = -\sum_{n : (d,n) \in \Omega} (x_{dn} - w_d z_n) z_n",
        r"\frac{\partial L}{\partial w_d} = -\sum_{n=1}^N (x_{dn} - w_d z_n) z_n",
        r"\frac{\partial L}{\partial w_d} = -\sum_{(d,n) \in \Omega} (x_{dn} - w_d z_n) z_n",
        r"\frac{\partial L}{\partial w_d} = \sum_{(d,n) \in \Omega} (x_{dn} - w_d z_n) z_n",
    ) == ["right", "wrong", "unproved", "wrong"]  # the third may mean the pairs with this d


def test_its_letters_have_these_ranges() -> None:
    page = r"""The edges are $E \subset [p] \times [q]$.

$$L = \sum_{(i,j) \in E} \frac12 (u_i - v_j)^2$$

"""
    assert (
        verdicts(
            page,
            r"\sum_{i=1}^p \frac{\partial L}{\partial u_i} = -\sum_{j=1}^q \frac{\partial L}{\partial v_j}",
            r"\sum_{i=1}^q \frac{\partial L}{\partial u_i} = -\sum_{j=1}^q \frac{\partial L}{\partial v_j}",
        )[0]
        == "right"
    )


@pytest.mark.parametrize(
    "mask",
    [
        r"Let $m_{dn} = 1$ if $(d, n) \in \Omega$, and $m_{dn} = 0$ otherwise.",
        r"If $(d, n) \in \Omega$ then $m_{dn} = 1$, otherwise $m_{dn} = 0$.",
        r"Let $m_{dn} = 1$ if $(d, n) \in \Omega$, and $m_{dn} = 0$ if $(d, n) \notin \Omega$.",
        r"$m_{dn} = 1$ für $(d, n) \in \Omega$, sonst $0$.",
        r"$m_{dn}$ is 1 if $(d, n) \in \Omega$ and 0 otherwise.",
        r"Let $m_{dn} = 0$ if $(d, n) \notin \Omega$ and $m_{dn} = 1$ otherwise.",
        r"$$m_{dn} = \begin{cases} 1 & \text{if } (d, n) \in \Omega \\ 0 & \text{otherwise} \end{cases}$$",
    ],
)
def test_a_mask_is_the_indicator_of_a_set(mask: str) -> None:
    assert verdicts(
        mask + "\n" + LOSS,
        r"\frac{\partial L}{\partial w_d} = -\sum_{n=1}^N m_{dn} (x_{dn} - w_d z_n) z_n",
        r"\frac{\partial L}{\partial w_d} = -\sum_{n=1}^N m_{dn}^2 (x_{dn} - w_d z_n) z_n",
        r"\frac{\partial L}{\partial w_d} = -\sum_{n=1}^N (1 - m_{dn}) (x_{dn} - w_d z_n) z_n",
        r"\frac{\partial L}{\partial w_d} = -\sum_{n=1}^N 2 m_{dn} (x_{dn} - w_d z_n) z_n",
        r"\frac{\partial^2 L}{\partial w_d \partial z_n} = m_{dn} w_d z_n",
    ) == ["right", "right", "wrong", "wrong", "wrong"]


@pytest.mark.parametrize(
    "mask",
    [
        r"Let $m_{dn} = 1$ if $(d, n) \in \Omega$.",
        r"Let $m_{dn} = 1$ if $(a, n) \in \Omega$, and $m_{dn} = 0$ otherwise.",
        r"Let $m_{dn} = 1$ if $(d, n) \in \Omega$ and $d = n$, and $0$ otherwise.",
        r"Let $m_{dn} = 1$ if $(d, n) \in \Omega$, and $m_{dn} = 0$ if $(n, d) \notin \Omega$.",
    ],
)
def test_what_tells_no_mask(mask: str) -> None:
    found = verdicts(
        mask + "\n" + LOSS,
        r"\frac{\partial L}{\partial w_d} = -\sum_{n=1}^N m_{dn} (x_{dn} - w_d z_n) z_n",
        r"\frac{\partial L}{\partial w_d} = -\sum_{n=1}^N (1 - m_{dn}) (x_{dn} - w_d z_n) z_n",
    )
    assert not {"right", "wrong"} & set(found)


def test_an_indicator_beside_the_sum_over_its_set() -> None:
    assert verdicts(
        LOSS,
        r"\frac{\partial L}{\partial w_d} = -\sum_{n : (d,n) \in \Omega} [(d,n) \in \Omega] (x_{dn} - w_d z_n) z_n",
        r"\frac{\partial L}{\partial w_d} = -\sum_{n : (d,n) \in \Omega} [(n,d) \in \Omega] (x_{dn} - w_d z_n) z_n",
    ) == ["right", "wrong"]


def test_cases_by_membership() -> None:
    page = r"""Let $N(v)$ be the neighbours of $v$.

$$h_v = \sum_{u \in N(v)} c\, x_u \qquad 1 \le v \le n$$

"""
    assert verdicts(
        page,
        r"\frac{\partial h_v}{\partial x_u} = \begin{cases} c & \text{if } u \in N(v) \\ 0 & \text{else} \end{cases}",
        r"\frac{\partial h_v}{\partial x_u} = \begin{cases} 0 & u \notin N(v) \\ c & u \in N(v) \end{cases}",
        r"\frac{\partial h_v}{\partial x_u} = \begin{cases} 0 & u \in N(v) \\ c & u \notin N(v) \end{cases}",
        r"\frac{\partial h_v}{\partial x_u} = \begin{cases} c & u \in N(v) \\ 1 & \text{else} \end{cases}",
    ) == ["right", "right", "wrong", "wrong"]
