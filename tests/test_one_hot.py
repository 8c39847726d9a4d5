r"""Data that words call one-hot add up to one. Labels by hand: with `\sum_k y_k = 1` the softmax has `p_k - y_k`."""

from __future__ import annotations

import pytest

from .judging import check

HEAD = r"$$z_k = \sum_j V_{kj} s_j, \quad p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}, \quad E = -\sum_k y_k \log p_k$$" "\n"
LINE = r"$$\frac{\partial E}{\partial z_k} = p_k - y_k$$"
OTHER = r"$$\frac{\partial E}{\partial z_k} = p_k$$"


def verdicts(page: str) -> list[str]:
    return [str(link.judgement) for claim in check(page).claims for link in claim.links]


@pytest.mark.parametrize(
    "words",
    [
        "where $y$ is one-hot.",
        "with one-hot targets $y_k$.",
        "The target $y$ is a one-hot vector.",
        "where $y_k$ are the entries of a one-hot vector $y$.",
        r"Let $y \in \{0, 1\}^K$ be one-hot.",
        "The labels are one-hot encoded vectors $y$.",
        "ここで $y$ は one-hot ベクトルである。",
        "one-hot ラベル $y_k$ を用いる。",
        "ここで $y_k$ は正解ラベル（one-hot 表現）である。",
        "Here $y_k$ is the correct word at step $t$ (one-hot).",
        "With hard targets $y_k$ (one-hot) the error is as above.",
        "其中 $y$ 是 one-hot 向量。",
        "정답 $y_k$ 는 one-hot 벡터이다.",
        "This is the loss for one example with one-hot target $y_k$.",
        "$y_k$, one-hot labels",
    ],
)
def test_words_say_what_they_add_up_to(words: str) -> None:
    report = check(f"{HEAD}{words}\n{LINE}\n{OTHER}")
    assert [str(link.judgement) for claim in report.claims for link in claim.links] == ["right", "wrong"]
    assert any("is assumed" in note for note in report.notes)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("$y$ is not necessarily one-hot.", "wrong"),
        ("Unlike a one-hot $y$, ours is soft.", "wrong"),
        ("If $y$ is one-hot we could simplify.", "unproved"),
        ("When $y$ is one-hot, much is simpler.", "unproved"),
        ("The input $s$ is one-hot.", "unproved"),
        ("The targets $y_k$ (one-hot or soft) are given.", "unproved"),
        (r"Another network has the one-hot output $\hat{y}$.", "unproved"),
        ("$y$ 는 one-hot 벡터가 아니다.", "wrong"),
        ("만약 $y$ 가 one-hot 이면 간단해진다.", "unproved"),
        ("如果 $y$ 是 one-hot 向量，可以化简。", "unproved"),
        ("$y$ 不是 one-hot 向量。", "wrong"),
        ("", "unproved"),
    ],
)
def test_other_words_do_not(words: str, verdict: str) -> None:
    """What is right for one-hot data alone is open where nothing is said of them, and wrong where that is denied."""
    assert verdicts(f"{HEAD}{words}\n{LINE}\n{OTHER}") == [verdict, "wrong"]


def test_labels_whose_sum_another_axis_holds() -> None:
    """With the examples in columns the class is the first index."""
    head = (
        r"$$p_{kn} = \frac{e^{z_{kn}}}{\sum_j e^{z_{jn}}}, \quad E = -\sum_{n=1}^N \sum_{k=1}^K t_{kn} \log p_{kn}$$"
        " with one-hot $t_{kn}$.\n"
    )
    assert verdicts(head + r"$$\frac{\partial E}{\partial z_{kn}} = p_{kn} - t_{kn}$$") == ["right"]


def test_of_two_indices_the_last_counts() -> None:
    head = (
        r"$$p_{nk} = \frac{e^{z_{nk}}}{\sum_j e^{z_{nj}}}, \quad E = -\sum_{n=1}^N \sum_{k=1}^K t_{nk} \log p_{nk}$$"
        " with one-hot $t_{nk}$.\n"
    )
    assert verdicts(head + r"$$\frac{\partial E}{\partial z_{nk}} = p_{nk} - t_{nk}$$") == ["right"]
    assert verdicts(head + r"$$\frac{\partial E}{\partial z_{nk}} = t_{nk} - p_{nk}$$") == ["wrong"]


def test_vectors() -> None:
    head = r"$$z = V s, \quad \hat y = \mathrm{softmax}(z), \quad E = -y^\top \log \hat y$$ where $y$ is one-hot." "\n"
    assert verdicts(head + r"$$\frac{\partial E}{\partial V} = (\hat y - y) s^\top$$") == ["right"]
    assert verdicts(head + r"$$\frac{\partial E}{\partial V} = \hat y s^\top$$") == ["wrong"]


HATTED = HEAD.replace("y_k", r"\hat{y}_k")


def test_a_hat_makes_another_letter() -> None:
    line, other = LINE.replace("y_k", r"\hat{y}_k"), OTHER
    assert verdicts(HATTED + r"where $\hat{y}$ is one-hot." f"\n{line}\n{other}") == ["right", "wrong"]
    assert verdicts(HATTED + r"with one-hot $\widehat{\mathbf{y}}$." f"\n{line}\n{other}") == ["right", "wrong"]
    assert verdicts(HATTED + f"where $y$ is one-hot.\n{line}\n{other}") == ["unproved", "wrong"]
    assert verdicts(HATTED + f"{line}\n{other}") == ["unproved", "wrong"]


def test_what_a_name_is_stands_under_no_condition() -> None:
    page = (
        r"$$J = \frac{1}{2n}\sum_{i=1}^n (y_i - \beta_0 - \sum_{j=1}^p x_{ij}\beta_j)^2"
        r" + \lambda \sum_{j=1}^p |\beta_j|$$"
        "\nFor $\\beta_j \\ne 0$,\n"
        r"$$\frac{\partial J}{\partial \beta_j} = -\frac1n \sum_{i=1}^n x_{ij} r_i + \lambda\,\mathrm{sign}(\beta_j)$$"
        "\nwhere $r_i = y_i - \\beta_0 - \\sum_j x_{ij}\\beta_j$.\n"
        r"$$\frac{\partial J}{\partial \beta_0} = -\frac1n\sum_i r_i$$"
        r" $$\frac{\partial J}{\partial \beta_0} = \frac1n\sum_i r_i$$"
    )
    assert verdicts(page) == ["right", "right", "wrong"]


UNNAMED = "\n\n" r"$$p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}, \quad L = -\sum_k t_k \log p_k$$" "\n\n"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The targets are one-hot.", "right"),
        ("We use one-hot labels.", "right"),
        ("教師データはone-hotベクトルである。", "right"),
        ("The targets are not one-hot.", "unproved"),
        ("If the targets are one-hot, we are done.", "unproved"),
        ("", "unproved"),
    ],
)
def test_targets_that_words_do_not_name(said: str, expected: str) -> None:
    (link,) = check(said + UNNAMED + r"$$\frac{\partial L}{\partial z_k} = p_k - t_k$$").claims[-1].links
    assert str(link.judgement) == expected
    (link,) = check(said + UNNAMED + r"$$\frac{\partial L}{\partial z_k} = t_k - p_k$$").claims[-1].links
    assert str(link.judgement) == "wrong"


@pytest.mark.parametrize(("name", "expected"), [("c", "wrong"), ("", "unproved")])
def test_what_they_add_up_to_has_a_name(name: str, expected: str) -> None:
    """A name that lines compute with is given to no sum that is one."""
    told = r"$$c = \sum_k y_k$$" + "\n" + r"$$\frac{\partial E}{\partial z_k} = c p_k - y_k$$" + "\n" if name else ""
    assert verdicts(f"{HEAD}{told}{LINE}")[-1] == expected


def test_a_name_for_a_sum_that_no_line_computes_with() -> None:
    assert verdicts(HEAD + r"$$c = \sum_k y_k$$" + "\n" + LINE)[-1] == "unproved"


def test_a_name_for_a_sum_that_is_said_to_be_one() -> None:
    told = r"$$c = \sum_k y_k = 1$$" + "\n" + r"$$\frac{\partial E}{\partial z_k} = c p_k - y_k$$" + "\n"
    assert "wrong" not in verdicts(f"{HEAD}{told}{LINE}")
