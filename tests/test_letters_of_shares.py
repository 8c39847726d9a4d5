"""Shares of a whole: the letter on what is divided by a sum numbers one of the entries that the sum runs over."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import VERDICTS

HEAD = '+++\nobjective = "J"\n+++\n\n## Network\n\n'
SOFTMAX = r"$$ p_i = \frac{e^{z_i}}{\sum_{j=1}^K e^{z_j}} $$" + "\n\n"
LOSS = r"$$ J = -\ln p_i $$" + "\n\n"
SCORES = r"$$ z_i = \sum_{d=1}^D u_{id} v_d $$" + "\n\n"
VECTORS = r"$$ p_o = \frac{\exp(u_o^T v_c)}{\sum_{w=1}^W \exp(u_w^T v_c)} $$" + "\n\n" + r"$$ J = \ln p_o $$" + "\n\n"
CONDITIONAL = VECTORS.replace("p_o", "P(o|c)")


def _judged(network: str, *lines: str) -> list[str]:
    page = HEAD + network + "## Derivation\n\n" + "\n\n".join(f"$$ {x} $$" for x in lines) + "\n"
    derived = page.count("\n", 0, page.index("## Derivation"))
    return [str(c.judgement) for c in check(page, options=VERDICTS).claims if c.line > derived]


RIGHT_WRONG = ["right", "wrong"]


@pytest.mark.parametrize("network", [SOFTMAX + LOSS, SCORES + SOFTMAX + LOSS])
def test_a_loss_that_picks_an_entry_of_a_softmax(network: str) -> None:
    lines = r"\frac{\partial J}{\partial z_i} = p_i - 1", r"\frac{\partial J}{\partial z_i} = -1"
    assert _judged(network, *lines) == RIGHT_WRONG


def test_other_entries_stay_defined() -> None:
    lines = (
        r"\frac{\partial J}{\partial z_k} = p_k \quad (k \ne i)",
        r"\frac{\partial J}{\partial z_k} = -p_k \quad (k \ne i)",
        r"\frac{\partial J}{\partial v_d} = \sum_k p_k u_{kd} - u_{id}",
        r"\frac{\partial J}{\partial v_d} = -u_{id}",
    )
    assert _judged(SCORES + SOFTMAX + LOSS, *lines) == RIGHT_WRONG * 2


@pytest.mark.parametrize(
    "typed",
    [
        r"J = -\ln \frac{e^{z_i}}{\sum_{j=1}^K e^{z_j}}",
        r"J = -z_i + \ln \sum_{j=1}^K e^{z_j}",
        r"J = -\log(\exp(z_i) / \sum_j \exp(z_j))",
    ],
)
def test_a_share_without_a_name(typed: str) -> None:
    lines = (
        r"\frac{\partial J}{\partial z_i} = \frac{e^{z_i}}{\sum_{j=1}^K e^{z_j}} - 1",
        r"\frac{\partial J}{\partial z_i} = -1",
    )
    assert _judged(f"$$ {typed} $$\n\n", *lines) == RIGHT_WRONG


@pytest.mark.parametrize(("network", "p", "q"), [(VECTORS, "p_o", "p_w"), (CONDITIONAL, "P(o|c)", "P(w|c)")])
def test_vectors_of_words(network: str, p: str, q: str) -> None:
    lines = (
        rf"\frac{{\partial J}}{{\partial u_o}} = (1 - {p}) v_c",
        r"\frac{\partial J}{\partial u_o} = v_c",
        rf"\frac{{\partial J}}{{\partial v_c}} = u_o - \sum_{{w=1}}^W {q} u_w",
        rf"\frac{{\partial J}}{{\partial v_c}} = u_o - {p} u_o",
        rf"\frac{{\partial J}}{{\partial u_w}} = -{q} v_c \quad (w \neq o)",
        rf"\frac{{\partial J}}{{\partial u_w}} = {q} v_c \quad (w \neq o)",
    )
    assert _judged(network, *lines) == RIGHT_WRONG * 3


def test_what_is_defined_for_the_one_entry_alone_leaves_others_open() -> None:
    network = SCORES + SOFTMAX + LOSS + r"$$ \delta_i = p_i - 1 $$" + "\n\n"
    lines = r"\frac{\partial J}{\partial z_i} = \delta_i", r"\frac{\partial J}{\partial z_i} = -\delta_i"
    assert _judged(network, *lines) == RIGHT_WRONG
    other = r"\frac{\partial J}{\partial v_d} = \sum_k \delta_k u_{kd}"
    assert not {"right", "wrong"} & {_judged(network, *lines, other)[-1]}


def test_a_term_added_to_the_whole_may_lie_apart() -> None:
    whole = r"e^{s_p} + \sum_{n=1}^N e^{s_n}"
    network = rf"$$ J = -\ln \frac{{e^{{s_p}}}}{{{whole}}} $$" + "\n\n"
    lines = (
        rf"\frac{{\partial J}}{{\partial s_p}} = \frac{{e^{{s_p}}}}{{{whole}}} - 1",
        rf"\frac{{\partial J}}{{\partial s_p}} = 1 - \frac{{e^{{s_p}}}}{{{whole}}}",
    )
    assert _judged(network, *lines) == RIGHT_WRONG


def test_a_sum_over_that_letter_leaves_it_an_index() -> None:
    network = SOFTMAX + r"$$ J = -\sum_{i=1}^K t_i \ln p_i $$" + "\n\n"
    lines = (
        r"\frac{\partial J}{\partial z_i} = p_i \sum_k t_k - t_i",
        r"\frac{\partial J}{\partial z_i} = p_i - 1",
        r"\frac{\partial p_i}{\partial z_j} = p_i ([i = j] - p_j)",
    )
    assert _judged(network, *lines) == ["right", "wrong", "right"]


@pytest.mark.parametrize("loss", [r"-\log \frac{e^{u_c}}{\sum_{w=1}^V e^{u_w}}", r"-u_c + \log \sum_{w=1}^V e^{u_w}"])
def test_the_letter_may_have_a_range(loss: str) -> None:
    page = HEAD.replace("\n+++\n\n", '\n[ranges]\n"c" = "1..V"\n"w" = "1..V"\n+++\n\n', 1) + f"$$ J = {loss} $$\n\n"
    total = r"\sum_{w=1}^V e^{u_w}"
    lines = rf"$$ \frac{{\partial J}}{{\partial u_c}} = \frac{{e^{{u_c}}}}{{{total}}} - 1 $$", "$$ {0} = -1 $$"
    slip = lines[1].format(r"\frac{\partial J}{\partial u_c}")
    judged = check("\n\n".join((page + "## Derivation", lines[0], slip)), options=VERDICTS)
    assert [str(c.judgement) for c in judged.claims] == RIGHT_WRONG
