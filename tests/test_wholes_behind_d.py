"""Arrays of names that begin with a d, told by their entries: `d\\mathbf{s} = (ds_k)` beside `ds_k = ..`."""

from __future__ import annotations

import pytest
from judging import verdict

FRONT = '+++\nobjective = "E"\nfunctions = ["g"]\n[ranges]\n"k" = "1..d"\n"i" = "1..m"\n+++'
NET = [
    r"$$ s_i = \sum_{k=1}^{d} a_k V_{ki} $$",
    r"$$ r_i = g(s_i) $$",
    r"$$ E = \sum_{i=1}^{m} c_i r_i^2 $$",
    r"$$ ds_i = \frac{\partial E}{\partial s_i} $$",
    r"$$ dr_i = \frac{\partial E}{\partial r_i} $$",
    r"$$ da_k = \frac{\partial E}{\partial a_k} $$",
    r"Here $\mathbf{a} = (a_k)$, $\mathbf{s} = (s_i)$, $\mathbf{r} = (r_i)$, $d\mathbf{a} = (da_k)$, "
    r"$d\mathbf{r} = (dr_i)$, $d\mathbf{s} = (ds_i)$ are row vectors, $V = (V_{ki})$.",
]
LINES = [
    (r"d\mathbf{a} = d\mathbf{s} \, V^\top", "right"),
    (r"d\mathbf{a} = 2 \, d\mathbf{s} \, V^\top", "wrong"),
    (r"d\mathbf{s} = d\mathbf{r} \odot g'(\mathbf{s})", "right"),
    (r"d\mathbf{s} = d\mathbf{r} \odot g'(\mathbf{r})", "wrong"),
    (r"\frac{\partial E}{\partial V} = \mathbf{a}^\top d\mathbf{s}", "right"),
    (r"\frac{\partial E}{\partial V} = \mathbf{a}^\top d\mathbf{r}", "wrong"),
]


@pytest.mark.parametrize(("line", "found"), LINES)
@pytest.mark.parametrize("size", ["d", "n"])
def test_is_one_name(line: str, found: str, size: str) -> None:
    """Also where d is a size."""
    page = [x.replace("..d", f"..{size}").replace("{d}", f"{{{size}}}") for x in (FRONT, *NET)]
    assert verdict(*page, f"$$ {line} $$") == found


@pytest.mark.parametrize("line", [LINES[0][0], LINES[2][0]])
def test_without_its_sentence_it_is_not_wrong(line: str) -> None:
    """Where d is a size, it may be a factor."""
    page = [x.replace(r"$d\mathbf{a} = (da_k)$, $d\mathbf{r} = (dr_i)$, $d\mathbf{s} = (ds_i)$ ", "") for x in NET]
    assert verdict(FRONT, *page, f"$$ {line} $$") != "wrong"
