r"""One index in brackets behind entries, `x_n[2i + k]`, and arrays that several indices number, `(w_{c,n})_{k,l}`.

By hand: `\partial E/\partial w_{c,n}[k] = \sum_i \delta_c[i] x_n[2i + k]`
for `y_c[i] = \sum_{n,k} w_{c,n}[k] x_n[2i + k]`.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

RANGES = (
    '+++\nobjective = "E"\noutside = "zero"\n[ranges]\n"i" = "0..M-1"\n"j" = "0..N-1"\n"l" = "0..M-1"\n"k" = "0..K-1"\n'
    '"h" = "0..K-1"\n"n" = "0..I-1"\n"c" = "0..C-1"\n+++\n'
)
STRIDED = RANGES + (
    r"$$ y_c[i] = b_c + \sum_{n=0}^{I-1} \sum_{k=0}^{K-1} w_{c,n}[k] \cdot x_n[2i+k-1] $$"
    r"$$ E = \sum_{c=0}^{C-1} \sum_{i=0}^{M-1} q_c[i] \cdot y_c[i]^2 $$"
)
LINES = {
    r"\frac{\partial E}{\partial w_{c,n}[k]} = 2 \sum_{i=0}^{M-1} q_c[i] y_c[i] x_n[2i+k-1]": "right",
    r"\frac{\partial E}{\partial w_{c,n}[k]} = 2 \sum_{i=0}^{M-1} q_c[i] y_c[i] x_n[i+k-1]": "wrong",
    r"\frac{\partial E}{\partial w_{c,n}[k]} = 2 \sum_{c=0}^{C-1} \sum_{i=0}^{M-1} q_c[i] y_c[i] x_n[2i+k-1]": "wrong",
    r"\frac{\partial y_c[i]}{\partial x_n[j]} = \sum_{k=0}^{K-1} w_{c,n}[k] \cdot \mathbb{1}(j = 2i+k-1)": "right",
    r"\frac{\partial y_c[i]}{\partial x_n[j]} = \sum_{k=0}^{K-1} w_{c,n}[k] \cdot \mathbb{1}(j = i+k-1)": "wrong",
    r"\frac{\partial E}{\partial b_c} = 2 \sum_{i=0}^{M-1} q_c[i] y_c[i]": "right",
    r"\frac{\partial E}{\partial b_c} = \sum_{i=0}^{M-1} q_c[i] y_c[i]": "wrong",
}
PLANES = RANGES + (
    r"$$ y_c[i,l] = \sum_{n=0}^{I-1} \sum_{k=0}^{K-1} \sum_{h=0}^{K-1} w_{c,n}[k,h] \cdot x_n[i+k,l+h] $$"
    r"$$ E = \sum_{c=0}^{C-1} \sum_{i=0}^{M-1} \sum_{l=0}^{M-1} q_c[i,l] y_c[i,l]^2 $$"
)
BY_PLANE = (
    r"\frac{\partial E}{\partial w_{c,n}[k,h]} ="
    r" 2 \sum_{i=0}^{M-1} \sum_{l=0}^{M-1} q_c[i,l] y_c[i,l] x_n[i+k,l+h]"
)
FILTER = RANGES + (
    r"$$ y[i] = \sum_{k=0}^{K-1} w[k] x[i-k] $$ $$ E = \frac12 \sum_{i=0}^{M-1} (y[i] - t[i])^2 $$"
    r"$$ \frac{\partial E}{\partial w[k]} = \sum_{i=0}^{M-1} (y[i] - t[i]) x[i-k] $$"
)


def test_one_index() -> None:
    for line, found in zip(LINES, each_verdict(STRIDED, lines=[f"$$ {line} $$" for line in LINES]), strict=True):
        assert found == LINES[line], line


def test_several_numbers_before_several_indices() -> None:
    assert verdict(PLANES, f"$$ {BY_PLANE} $$") == "right"
    slips = (("x_n[i+k,l+h]", "x_n[i+h,l+k]"), ("y_c[i,l] x", "y_n[i,l] x"), (" = 2", r" = 2 \sum_{c=0}^{C-1}"))
    for (_, slip), found in zip(
        slips,
        each_verdict(PLANES, lines=[f"$$ {BY_PLANE.replace(typed, slip)} $$" for typed, slip in slips]),
        strict=True,
    ):
        assert found == "wrong", slip


def test_such_entries_in_parentheses() -> None:
    page = r"$$ E = \sum_{c=1}^{C} \sum_{n=1}^{I} \sum_{k=1}^{K} q_{ck} x_{nk} (w_{c,n})_{k} $$"
    line = r"$$ \frac{\partial E}{\partial (w_{c,n})_{k}} = q_{ck} x_{nk} $$"
    assert each_verdict(page, lines=[line, line.replace("= q", r"= \sum_{c=1}^{C} q")]) == ["right", "wrong"]


def test_a_label_in_parentheses_stays_one() -> None:
    page = r"$$ s_i = \sum_{j=1}^m (W_{hx})_{ij} x_j, \quad h_i = \tanh(s_i), E = \frac12 \sum_{i=1}^n (h_i - t_i)^2 $$"
    line = r"$$ \frac{\partial E}{\partial (W_{hx})_{ij}} = (h_i - t_i) (1 - h_i^2) x_j $$"
    assert each_verdict(page, lines=[line, line.replace("x_j", "x_i")]) == ["right", "wrong"]


def test_a_filter() -> None:
    line = r"$$ \frac{\partial E}{\partial w[k]} = \sum_{i=0}^{M-1} (y[i] - t[i]) x[i-k] $$"
    assert each_verdict(FILTER, lines=[line, line.replace("x[i-k]", "x[i+k]")]) == ["right", "wrong"]


def test_a_bracket_behind_a_number_stays_a_factor() -> None:
    page = r"$$ y[n] = a [n + 1] + b x[n] $$ $$ E = \frac12 \sum_{n=1}^{N} (y[n] - t[n])^2 $$"
    line = r"$$ \frac{\partial E}{\partial a} = \sum_{n=1}^{N} (y[n] - t[n]) %s $$"
    found = each_verdict(page, lines=[line % "(n + 1)", line % "n"])
    assert found[0] != "wrong"
    assert found[1] != "right"
