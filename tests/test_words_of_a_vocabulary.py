r"""Rows that the words of a vocabulary number: `\mathbf{v}_{w_k}`, `the words of the vocabulary are w_1, .., w_V`."""

from __future__ import annotations

import pytest

from .judging import check

SAID = r"The words of the vocabulary are $w_1, \dots, w_V$. "
SENTENCE = r"The words of the sentence are $w_1, \dots, w_V$. "
PAGE = r"""$\mathbf u_{w_k}$ and $\mathbf v_{w_k}$ are vectors in $\mathbb{R}^D$.

$$ p(w_k \mid w_t) = \frac{\exp(\mathbf v_{w_k} \cdot \mathbf u_{w_t})}{\sum_{i=1}^V \exp(\mathbf v_{w_i} \cdot \mathbf u_{w_t})} $$

$$ L = - \sum_{k=1}^V \sum_{t=1}^V n_{kt} \log p(w_k \mid w_t) $$

"""  # noqa: E501
NEGATIVE = r"""$\mathbf u_{w_k}$ and $\mathbf v_{w_k}$ are vectors in $\mathbb{R}^D$. @

$$ L = - \sum_{t=1}^V \log \sigma(\mathbf v_{w_t} \cdot \mathbf u_{w_t}) - \sum_{k=1}^K \log \sigma(-\mathbf v_{w_k'} \cdot \mathbf u_{w_1}) $$

$$ \sigma(x) = \frac{1}{1 + e^{-x}} $$

"""  # noqa: E501


BY_U = r"\nabla_{\mathbf u_{w_t}} \log p(w_k \mid w_t)"


def verdict(page: str, line: str) -> str:
    return str(check(f"{page}$${line}$$\n").claims[-1].judgement)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (rf"{BY_U} = \mathbf v_{{w_k}} - \sum_{{i=1}}^V p(w_i \mid w_t) \mathbf v_{{w_i}}", "right"),
        (rf"{BY_U} = \mathbf v_{{w_k}} - \sum_{{i=1}}^V p(w_t \mid w_i) \mathbf v_{{w_i}}", "wrong"),
        (r"\nabla_{\mathbf v_{w_i}} \log p(w_k \mid w_t) = -p(w_i \mid w_t) \mathbf u_{w_t} \quad (i \ne k)", "right"),
        (r"\nabla_{\mathbf v_{w_i}} \log p(w_k \mid w_t) = -p(w_k \mid w_t) \mathbf u_{w_t} \quad (i \ne k)", "wrong"),
        (r"\nabla_{\mathbf v_{w_k}} \log p(w_k \mid w_t) = (1 - p(w_k \mid w_t)) \mathbf u_{w_t}", "right"),
        (r"\nabla_{\mathbf v_{w_k}} \log p(w_k \mid w_t) = (1 - p(w_t \mid w_k)) \mathbf u_{w_t}", "wrong"),
    ],
)
def test_all_words(line: str, wanted: str) -> None:
    """The k-th row is that of the k-th word."""
    assert verdict(SAID + PAGE, line) == wanted


@pytest.mark.parametrize(
    "said", [SENTENCE, "", SAID.replace("The words of", "Words from"), SAID.replace("are", "like")]
)
def test_words_of_a_sentence(said: str) -> None:
    """A word may stand in a sentence twice: then its row has more than one part in the loss."""
    line = r"\nabla_{\mathbf v_{w_k}} \log p(w_k \mid w_t) = (1 - p(w_k \mid w_t)) \mathbf u_{w_t}"
    assert verdict(said + PAGE, line) != "right"


BY_OTHERS = r"\nabla_{\mathbf v_{w_k'}} L = \sigma(\mathbf v_{w_k'} \cdot \mathbf u_{w_1}) \mathbf u_{w_1}"
BY_ALL = r"\nabla_{\mathbf v_{w_t}} L = (\sigma(\mathbf v_{w_t} \cdot \mathbf u_{w_t}) - 1) \mathbf u_{w_t}"


@pytest.mark.parametrize("line", [BY_OTHERS, BY_ALL])
def test_other_words_beside_them(line: str) -> None:
    """What is looked up besides is one of them, unless words say that it is different: then it is open."""
    said = r"$w_1', \dots, w_K'$ are the negative words, all different from each other and from these."
    assert verdict(SAID + NEGATIVE.replace("@", said), line) not in ("right", "wrong")
    assert verdict(SAID + NEGATIVE.replace("@", ""), line) != "right"


SAMPLED = r"""$\mathbf u_{w_t} \in \mathbb{R}^D$ is the vector of the word in the middle, $\mathbf v_{w_{t+j}} \in \mathbb{R}^D$ that
of a word around it and $\mathbf v_{c_k} \in \mathbb{R}^D$ those of $K$ other words (@).

$$ E^{(t,j)} = -\log \sigma(\mathbf v_{w_{t+j}} \cdot \mathbf u_{w_t}) - \sum_{k=1}^K \log \sigma(-\mathbf v_{c_k} \cdot \mathbf u_{w_t}) $$

$$ \sigma(x) = \frac{1}{1 + e^{-x}} $$

"""  # noqa: E501
BY_ONE = (
    r"\nabla_{\mathbf v_{w_{t+j}}} E^{(t,j)} = (\sigma(\mathbf v_{w_{t+j}} \cdot \mathbf u_{w_t}) - 1) \mathbf u_{w_t}"
)
BY_OTHER = r"\nabla_{\mathbf v_{c_k}} E^{(t,j)} = \sigma(\mathbf v_{c_k} \cdot \mathbf u_{w_t}) \mathbf u_{w_t}"
BY_MIDDLE = (
    r"\nabla_{\mathbf u_{w_t}} E^{(t,j)} = (\sigma(\mathbf v_{w_{t+j}} \cdot \mathbf u_{w_t}) - 1) \mathbf v_{w_{t+j}}"
)
REST = r" + \sum_{k=1}^K \sigma(\mathbf v_{c_k} \cdot \mathbf u_{w_t}) \mathbf v_{c_k}"
DISTINCT = [
    "all vectors are distinct",
    "all these vectors are different",
    "tutti vettori distinti",
    "alle Vektoren verschieden",
]


@pytest.mark.parametrize("said", DISTINCT)
def test_rows_that_are_all_different(said: str) -> None:
    page = SAMPLED.replace("@", said)
    lines = [BY_ONE, BY_OTHER, BY_MIDDLE + REST, BY_MIDDLE, BY_OTHER.replace("= ", "= -"), BY_ONE.replace("- 1", "- 2")]
    found = check(page + "\n\n".join(f"$${line}$$" for line in lines)).claims
    assert [str(c.judgement) for c in found] == ["right", "right", "right", "wrong", "wrong", "wrong"]


@pytest.mark.parametrize(
    "said", ["not all vectors are distinct", "all vectors differ in length", "all vectors distinct from zero"]
)
def test_rows_that_may_be_one(said: str) -> None:
    """The word around may be one of the others."""
    assert verdict(SAMPLED.replace("@", said), BY_ONE) not in ("right", "wrong")
    assert verdict(SAMPLED.replace("@", said), BY_OTHER) not in ("right", "wrong")
