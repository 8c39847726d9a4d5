"""Square matrices that words call diagonal with their size, orthogonal, skew-symmetric: what rests on it is not wrong.

By hand: `v^T D v` has the gradient `(D + D^T) v`, `2 D v` for a diagonal D and 0 for one with `D^T = -D`;
`|G v|^2` has `2 G^T G v`, `2 v` for an orthogonal G.
"""

from __future__ import annotations

import pytest

from tests.judging import verdict

FORM = r"$$ f = v^T D v $$"
NORM = r"$$ f = \|D v\|^2 $$"
DIAGONAL = (
    r"$D$ is a diagonal $p \times p$ matrix.",
    r"$D$ is a constant diagonal $p \times p$ matrix.",
    r"$D$ is a fixed $p \times p$ diagonal matrix.",
    r"$D$ is a real positive diagonal matrix.",
)


@pytest.mark.parametrize("words", DIAGONAL)
def test_a_diagonal_matrix_with_its_size(words: str) -> None:
    assert verdict(words, FORM, r"$$ \nabla_v f = 2 D v $$") in ("right", "unproved")
    assert verdict(words, FORM, r"$$ \nabla_v f = 3 D v $$") == "wrong"


def test_a_diagonal_matrix_and_its_entries() -> None:
    words = r"$D$ is a constant diagonal $p \times p$ matrix with entries $d_i$."
    assert verdict(words, FORM, r"$$ \frac{\partial f}{\partial v_i} = 2 d_i v_i $$") == "right"
    assert verdict(words, FORM, r"$$ \frac{\partial f}{\partial v_i} = d_i v_i $$") == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        r"$D$ is a constant orthogonal $p \times p$ matrix.",
        r"$D \in \mathbb{R}^{p \times p}$ is a rotation matrix.",
        r"$D \in \mathbb{R}^{p \times p}$ は直交行列である。",
    ],
)
def test_an_orthogonal_matrix_leaves_open_what_may_rest_on_it(words: str) -> None:
    assert verdict(words, NORM, r"$$ \nabla_v f = 2 v $$") == "unproved"
    assert verdict(words, NORM, r"$$ \nabla_v f = 2 D^T D v $$") == "right"
    assert verdict(words, NORM, r"$$ \nabla_v f = v $$") == "wrong"
    assert verdict(words, NORM, r"$$ \nabla_v f = -2 v $$") == "wrong"


def test_a_diagonal_one_beside_another() -> None:
    words = r"$S$ is a real symmetric $p \times p$ matrix and $D$ a diagonal one."
    assert verdict(words, FORM, r"$$ \nabla_v f = 2 D v $$") == "unproved"
    assert verdict(words, FORM, r"$$ \nabla_v f = D v $$") == "wrong"


def test_a_skew_symmetric_matrix() -> None:
    words = r"$D$ is a constant $p \times p$ skew-symmetric matrix."
    assert verdict(words, FORM, r"$$ \nabla_v f = 0 $$") == "unproved"
    assert verdict(words, FORM, r"$$ \nabla_v f = v $$") == "wrong"


@pytest.mark.parametrize("words", [r"$D$ is a $p \times p$ matrix.", r"$D$ is a $p \times p$ matrix, not orthogonal."])
def test_other_matrices_are_any(words: str) -> None:
    assert verdict(words, NORM, r"$$ \nabla_v f = 2 v $$") == "wrong"


@pytest.mark.parametrize("kind", ["an orthogonal", "a lower triangular", "a unitary"])
def test_what_rests_on_symmetry_rests_on_no_other_kind(kind: str) -> None:
    words = rf"$D$ is {kind} $p \times p$ matrix."
    assert verdict(words, FORM, r"$$ \nabla_v f = (D + D^T) v $$") == "right"
    assert verdict(words, FORM, r"$$ \nabla_v f = 2 D v $$") == "wrong"


def test_words_for_one_of_several_names() -> None:
    page = r"$f = \|D v\|^2 + \|C v\|^2$ with $C \in \mathbb{R}^{p \times p}$, $D \in \mathbb{R}^{p \times p}$."
    line = r"$$ \nabla_v f = 2 v + 2 C^T C v $$"
    assert verdict(page, r"Here $C$, $D$ are orthogonal matrices.", line) == "unproved"
    assert verdict(page, r"Here $D$ and $C$ is an orthogonal matrix.", line) == "wrong"


def test_an_orthogonal_projection_is_symmetric() -> None:
    words = r"$D$ is an orthogonal projection matrix, $p \times p$."
    assert verdict(words, FORM, r"$$ \nabla_v f = 2 D v $$") != "wrong"


def test_a_diagonal_matrix_is_no_identity() -> None:
    """The gradient without the D is that of the identity alone; `D^T D` is D where the entries are 0 and 1."""
    words = r"$D$ is a diagonal $p \times p$ matrix of weights."
    assert verdict(words, FORM, r"$$ \nabla_v f = 2 v $$") == "wrong"
    mask = r"$D \in \mathbb{R}^{p \times p}$ is a diagonal matrix of zeros and ones."
    assert verdict(mask, NORM, r"$$ \nabla_v f = 2 D v $$") == "unproved"
