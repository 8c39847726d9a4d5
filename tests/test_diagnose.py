"""Why a line is wrong: one slip, named by its kind and pointed at, in both languages."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import count
from pathlib import Path
from time import monotonic

import pytest

from symderiv.check import judging
from symderiv.check.options import Options
from symderiv.check.page import check
from symderiv.check.reasons import diagnose, samples
from symderiv.check.reasons.diagnose import of_problem
from symderiv.check.reasons.misconceptions import KINDS, SLIPS
from symderiv.check.report import JudgedLink, Report
from symderiv.check.telling.wording import EN, JA, WORDINGS, name, sentence
from symderiv.errors import ReadError
from symderiv.network import complete
from symderiv.read import read_draft
from symderiv.step import Judgement
from symderiv.system import System
from tests.slip_table import NETWORKS, ROWS, Row


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found is tested, not how fast: a pause of a busy process must not end a search."""
    monkeypatch.setattr(diagnose, "MOST_WORK", 10**6)
    monkeypatch.setattr(diagnose, "AT_MOST", 60.0)
    monkeypatch.setattr(judging, "LINK_SECONDS", 60.0)


@lru_cache(maxsize=16)
def network(key: str) -> System:
    return complete(read_draft(NETWORKS[key]))


def page(key: str, *lines: str, lang: str = "en") -> Report:
    text = "\n\n".join(f"$${line}$$" for line in lines)
    return check(text, network=network(key), options=Options(lang=lang))


def link(key: str, line: str, lang: str = "en") -> JudgedLink:
    (claim,) = page(key, line, lang=lang).claims
    (found,) = claim.links
    return found


def row_id(row: Row) -> str:
    return f"{row.network}-{row.kind}-{ROWS.index(row)}"


@pytest.mark.parametrize("line", sorted({(r.network, r.right) for r in ROWS}))
def test_a_right_line_has_no_reason(line: tuple[str, str]) -> None:
    found = link(*line)
    assert found.judgement is Judgement.RIGHT
    assert found.reason is None


@pytest.mark.parametrize("row", ROWS, ids=row_id)
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_slip_is_named_by_its_kind(row: Row, lang: str) -> None:
    found = link(row.network, row.slipped, lang)
    assert found.judgement is Judgement.WRONG
    assert found.reason is not None
    assert found.reason.kind == row.kind, found.reason
    assert "{" not in re.sub(r"`[^`]*`", "", found.reason.text)
    assert bool(re.search(r"[\u3040-\u30ff]", found.reason.text)) == (lang == "ja")


@pytest.mark.parametrize("row", ROWS[::9], ids=row_id)
def test_a_busy_machine_gives_the_same_reason(row: Row, monkeypatch: pytest.MonkeyPatch) -> None:
    calm = link(row.network, row.slipped).reason
    monkeypatch.undo()  # the limits as they are
    ticks = count()
    monkeypatch.setattr(samples, "monotonic", lambda: monotonic() + next(ticks) / 100)
    assert link(row.network, row.slipped).reason == calm


def test_without_work_no_slip_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    row = next(r for r in ROWS if r.kind == "factor-missing")
    monkeypatch.setattr(diagnose, "MOST_WORK", 1)
    found = link(row.network, row.slipped)
    assert found.judgement is Judgement.WRONG
    assert found.reason is not None
    assert found.reason.kind == "terms"


@pytest.mark.parametrize("row", [r for r in ROWS if r.at], ids=row_id)
def test_a_reason_points_at_the_slip(row: Row) -> None:
    reason = link(row.network, row.slipped).reason
    assert reason is not None
    assert reason.span is not None
    assert row.slipped[slice(*reason.span)] == row.at


@pytest.mark.parametrize("row", ROWS, ids=row_id)
def test_the_line_given_as_right_is_right(row: Row) -> None:
    reason = link(row.network, row.slipped).reason
    assert reason is not None
    assert reason.right
    found = link(row.network, reason.right)
    assert found.judgement is Judgement.RIGHT, reason.right


def test_every_kind_of_slip_is_in_the_table() -> None:
    assert {r.kind for r in ROWS} == set(SLIPS) - {"before"}
    assert len(ROWS) >= 40


def test_a_chain_that_comes_right_again() -> None:
    line = r"\frac{\partial E}{\partial v_{k,i}} = (t_k - y_k) g'(b_k) h_i = (y_k - t_k) g'(b_k) h_i"
    (claim,) = page("perceptron", line).claims
    kinds = [x.reason.kind for x in claim.links if x.reason is not None]
    assert kinds == ["sign", "before"]
    again = claim.links[1].reason
    assert again is not None
    assert again.span is not None
    assert line[slice(*again.span)] == "(t_k - y_k) g'(b_k) h_i"


def test_a_path_is_named_by_where_it_leads() -> None:
    reason = link("tied", r"\frac{\partial F}{\partial W_{k,j}} = \frac{2}{N} h_k r_j").reason
    assert reason is not None
    assert "`W_{k,j}` also acts through `h_k`" in reason.text


def test_the_naive_chain_rule_forgets_the_other_nodes() -> None:
    row = next(r for r in ROWS if r.network == "lecture" and r.kind == "sum-missing")
    reason = link(row.network, row.slipped).reason
    assert reason is not None
    assert "acts through every `net_" in reason.text


def test_what_no_slip_explains_is_told_by_terms() -> None:
    reason = link("perceptron", r"\frac{\partial E}{\partial v_{k,i}} = x_1 + 3 w_{1,1}").reason
    assert reason is not None
    assert reason.kind == "terms"
    assert "x_1" in reason.text


def test_an_index_outside_of_its_range() -> None:
    line = r"\frac{\partial E}{\partial v_{k,i}} = x_{J+1} + 3 x_{J+2} h_{I+1}"
    reason = link("perceptron", line).reason
    assert reason is not None
    assert reason.kind == "outside"


def test_an_index_on_one_side_only() -> None:
    reason = link("perceptron", r"\frac{\partial E}{\partial v_{k,i}} = 7 x_j w_{i,j} + x_j").reason
    assert reason is not None
    assert reason.kind == "one-side"
    assert "`j`" in reason.text


def test_an_empty_condition() -> None:
    line = r"\frac{\partial a_i}{\partial w_{k,j}} = x_j \quad (i > I)"
    found = link("perceptron", line)
    assert found.reason is not None
    assert found.reason.kind == "vacuous"


def test_what_is_not_proved_says_why() -> None:
    found = link("perceptron", r"\frac{\partial E}{\partial v_{k,i}} = q_k h_i")
    assert found.judgement is not Judgement.RIGHT
    assert found.reason is not None
    assert found.reason.kind in ("unproved", "unreadable", "terms")


def test_what_cannot_be_read() -> None:
    assert of_problem(ReadError("`+` is left over")).kind == "unreadable"
    shapes = ReadError("a row times a row", hint="check the order of the factors and the transposes, or write indices")
    assert of_problem(shapes, "ja").kind == "ill-typed"


def test_wordings_are_alike_in_both_languages() -> None:
    assert set(EN) == set(JA) == set(KINDS)
    for kind in KINDS:
        holes = [[sorted(re.findall(r"\{(\w+)\}", s)) for s in w[kind].sentences] for w in (EN, JA)]
        assert holes[0] == holes[1], kind


@pytest.mark.parametrize("lang", sorted(WORDINGS))
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_told(kind: str, lang: str) -> None:
    assert name(kind, lang)
    assert sentence(kind, {}, lang)
    everything = dict.fromkeys(re.findall(r"\{(\w+)\}", " ".join(WORDINGS[lang][kind].sentences)), "x_i")
    assert "{" not in sentence(kind, everything, lang)


def test_the_table_can_fail() -> None:
    row = next(r for r in ROWS if r.kind == "sign")
    reason = link(row.network, row.slipped).reason
    assert reason is not None
    assert reason.kind != "transposed"


def test_the_documentation_lists_every_kind() -> None:
    text = (Path(__file__).parent.parent / "docs" / "reasons.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| (.*?) \| (.*?) \|$", text, re.MULTILINE)
    assert rows == [(kind, EN[kind].name, JA[kind].name) for kind in KINDS]


def test_shapes_that_do_not_fit() -> None:
    text = (
        r"$$h_k = \sum_{j=1}^{D} W_{kj} x_j$$ ( $1 \le k \le K$ )" + "\n\n"
        r"$$F = \sum_{k=1}^{K} h_k^2$$" + "\n\n" + r"$$\nabla_W F = 2 (W x) x$$"
    )
    (claim,) = check(text).claims
    (found,) = claim.links
    assert found.reason is not None
    assert found.reason.kind == "ill-typed"


def test_an_underbrace_with_the_wrong_label() -> None:
    line = r"\frac{\partial E}{\partial v_{k,i}} = \underbrace{(y_k - t_k) g'(b_k)}_{(y_k - t_k) g(b_k)} h_i"
    (claim,) = page("perceptron", line).claims
    assert [x.reason.kind for x in claim.links if x.reason is not None] == ["prime-missing"]


LAYERS = r"""
$$z^{(l)}_i = \sum_{j=1}^{n_{l-1}} w^{(l)}_{i,j} a^{(l-1)}_j$$ ( $1 \le l \le L, 1 \le i \le n_l$ )

$$a^{(l)}_i = \sigma(z^{(l)}_i)$$ ( $1 \le l \le L$ )

$$E = \frac{1}{2} \sum_{i=1}^{n_L} (a^{(L)}_i - y_i)^2$$

"""


@pytest.mark.parametrize(
    ("factor", "kind"), [("a^{(l-1)}_j", None), ("z^{(l-1)}_j", "variable"), ("a^{(l)}_j", "layer")]
)
def test_a_line_about_one_layer(factor: str, kind: str | None) -> None:
    line = (
        rf"$$\frac{{\partial E}}{{\partial w^{{(l)}}_{{i,j}}}} = \frac{{\partial E}}{{\partial z^{{(l)}}_i}} {factor}$$"
    )
    (claim,) = check(LAYERS + line + " ( $l = 2$ )").claims
    reason = claim.links[0].reason
    assert (None if reason is None else reason.kind) == kind
    assert claim.links[0].judgement is (Judgement.RIGHT if kind is None else Judgement.WRONG)


def test_what_cannot_be_read_is_said_in_japanese() -> None:
    line = r"\frac{\partial E}{\partial a_i} = \sum_k y_k - t_k v_{k,i} + \sum_k"
    reason = link("perceptron", line, "ja").reason
    assert reason is not None
    assert reason.kind == "unreadable"
    assert "足すもの" in reason.text
    assert "expected" not in reason.text


def test_the_right_line_is_the_authors_own() -> None:
    line = r"\frac{\partial E}{\partial a_i} = f'(a_i)\, \Bigl( \sum_k (y_k-t_k) \cdot g(b_k)\, v_{k,i} \Bigr)"
    reason = link("perceptron", line).reason
    assert reason is not None
    assert reason.right == line.replace("g(b_k)", "g'(b_k)")


def test_the_terms_that_are_right_are_told() -> None:
    line = r"\frac{\partial F}{\partial W_{k,j}} = \frac{2}{N} h_k r_j + 3 x_j + 5 \sum_{i=1}^{D} W_{k,i} r_i"
    reason = link("tied", line).reason
    assert reason is not None
    assert reason.kind == "terms"
    assert r"these terms are right: `\frac{2}{N} h_k r_j`" in reason.text
    assert "too many: `3 x_j`" in reason.text
    assert link("tied", reason.right).judgement is Judgement.RIGHT


def test_a_missing_constant_is_told_alone() -> None:
    line = r"\frac{\partial L}{\partial w_k} = \frac{2}{N} \sum_{n=1}^{N} e_n x_{n,k} + \lambda w_k"
    reason = link("batches", line).reason
    assert reason is not None
    assert (reason.kind, reason.text) == ("constant", "the constant factor `2` is missing")


def test_shapes_that_do_not_fit_are_said_in_japanese() -> None:
    page = (
        r"$$a_i = \sum_{j=1}^J W_{ij} x_j \quad (1 \le i \le I)$$ $$E = \sum_{i=1}^I (a_i - t_i)^2$$"
        r" $$\nabla_W E = 2 x (a - t)^T$$"
    )
    (claim,) = check(page, options=Options(lang="ja")).claims
    reason = claim.links[0].reason
    assert reason is not None
    assert reason.text == ("これは J 行 I 列の行列，左辺は I 行 J 列の行列 です\n積の順序と転置を確かめてください")


@pytest.mark.parametrize(
    ("body", "named", "repaired"),
    [
        (
            r"\max(0.1 u_i, u_i)",
            r"\frac{\partial y_i}{\partial u_i}",
            r"(y_i - t_i) x_j \frac{\partial y_i}{\partial u_i}",
        ),
        (r"\max(0, u_i)", "[u_i > 0]", "(y_i - t_i) x_j [u_i > 0]"),
        (
            r"u_i \sigma(u_i)",
            r"\frac{\partial y_i}{\partial u_i}",
            r"(y_i - t_i) x_j \frac{\partial y_i}{\partial u_i}",
        ),
    ],
)
def test_a_missing_slope_is_one_of_the_whole_term(body: str, named: str, repaired: str) -> None:
    text = (
        rf"$$u_i = \sum_{{j=1}}^{{m}} w_{{ij}} x_j, \quad y_i = {body} \quad (i = 1, \dots, n)$$"
        "\n\n" + r"$$E = \frac12 \sum_{i=1}^n (y_i - t_i)^2$$"
        "\n\n" + r"$$\frac{\partial E}{\partial w_{ij}} = (y_i - t_i) x_j$$"
    )
    ((found,),) = (c.links for c in check(text).claims)
    assert found.reason is not None
    assert found.reason.kind == "prime-missing"
    assert named in found.reason.text
    assert found.reason.right.endswith(f"= {repaired}")
