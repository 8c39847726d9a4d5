r"""Cases in lists, told apart by words that nothing understands. Labels by hand: the first for i = j."""

from __future__ import annotations

import pytest

from .judging import check

HEAD = r"Let $p_i = \frac{e^{z_i}}{\sum_{k=1}^K e^{z_k}}$." "\n\n"
SAME, OTHER = "p_i (1 - p_i)", "-p_i p_j"
WAYS = [
    ("1. same: $%s$", "2. other: $%s$"),
    ("1. equal: $%s$", "2. different: $%s$"),
    ("1. **Diagonal.** $%s$", "2. **Off-diagonal.** $%s$"),
    ("1. both indices agree: $%s$", "2. the indices differ: $%s$"),
    ("1. same neuron\n\n   $$%s$$", "2. another neuron\n\n   $$%s$$"),
    ("1. $%s$ (same)", "2. $%s$ (different)"),
    ("- its own input\n\n$$%s$$\n", "- another input\n\n$$%s$$"),
    ("1. 同じ添字: $%s$", "2. 異なる添字: $%s$"),
    ("1. 対角成分\n\n   $$%s$$", "2. 非対角成分\n\n   $$%s$$"),
    ("1. 相同: $%s$", "2. 不同: $%s$"),
    ("(1) 下标相同:\n$$%s$$", "(2) 下标不同:\n$$%s$$"),
    ("1. gleich: $%s$", "2. verschieden: $%s$"),
    ("- gleicher Index: $%s$", "- anderer Index: $%s$"),
    ("1. $i$ gleich $j$: $%s$", "2. $i$ ungleich $j$: $%s$"),
    ("1. $i=j$: $%s$", r"2. $i \ne j$: $%s$"),
    ("i. $i=j$: $%s$", r"ii. $i \ne j$: $%s$"),
]


def verdicts(way: tuple[str, str], one: str, two: str) -> list[str]:
    lines = (rf"\frac{{\partial p_i}}{{\partial z_j}} = {x}" for x in (one, two))
    page = HEAD + "\n".join(text % line for text, line in zip(way, lines, strict=True))
    return [str(link.judgement) for claim in check(page).claims for link in claim.links]


@pytest.mark.parametrize("way", WAYS)
def test_true_lines_are_not_wrong(way: tuple[str, str]) -> None:
    assert "wrong" not in verdicts(way, SAME, OTHER)


@pytest.mark.parametrize("way", WAYS[:6])
def test_slips_are_wrong_and_leave_the_other_line_as_it_is(way: tuple[str, str]) -> None:
    assert verdicts(way, "p_i (1 + p_i)", OTHER) == ["wrong", "unproved"]
    assert verdicts(way, SAME, "p_i p_j") == ["unproved", "wrong"]
    assert verdicts(way, SAME, "-p_i p_i")[1] == "wrong"


def test_beside_a_line_that_is_right_in_general() -> None:
    general = r"\sum_k p_i [i = k] [j = k] - p_i p_j"
    assert verdicts(("$%s$\n", "$%s$"), general, OTHER)[1] == "wrong"


def test_alone_a_line_is_meant_in_general() -> None:
    line = rf"$$\frac{{\partial p_i}}{{\partial z_j}} = {OTHER}$$"
    assert [str(x.judgement) for c in check(HEAD + line).claims for x in c.links] == ["wrong"]


GENERAL = r"\frac{\partial p_i}{\partial z_j} = p_i ([i = j] - p_j)"


@pytest.mark.parametrize("way", WAYS[:3])
@pytest.mark.parametrize("first", [True, False])
def test_one_formula_of_both_cases_beside_them(way: tuple[str, str], first: bool) -> None:
    def judged(one: str, two: str) -> list[str]:
        lines = (rf"\frac{{\partial p_i}}{{\partial z_j}} = {x}" for x in (one, two))
        rows = [text % line for text, line in zip(way, lines, strict=True)]
        page = [f"In one: ${GENERAL}$.", "", *rows] if first else [*rows, "", f"Together\n\n$${GENERAL}$$"]
        return [str(link.judgement) for claim in check(HEAD + "\n".join(page)).claims for link in claim.links]

    assert sorted(judged(SAME, OTHER)) == ["right", "unproved", "unproved"]
    assert sorted(judged("p_i (1 + p_i)", OTHER)) == ["right", "unproved", "wrong"]
    assert "wrong" in judged(SAME, "p_i p_j")


def test_cases_of_a_fixed_index() -> None:
    page = (
        r"Let $p_k = \frac{e^{a_k}}{\sum_l e^{a_l}}$ and $L = -\log p_c$."
        "\n\n1. true class\n$$%s$$\n2. wrong classes\n$$%s$$\n\nTogether\n$$%s$$"
    )
    lines = [r"\frac{\partial L}{\partial a_k} = " + x for x in ("p_k - 1", "p_k", "p_k - [k = c]")]
    found = [str(x.judgement) for c in check(page % tuple(lines)).claims for x in c.links]
    assert found == ["unproved", "unproved", "right"]
    lines[0] = lines[0].replace("- 1", "+ 1")
    assert str(check(page % tuple(lines)).claims[0].links[0].judgement) == "wrong"


def test_a_line_that_says_its_cases_is_of_both() -> None:
    rows = r"$$\frac{\partial p_i}{\partial z_j} = \begin{cases} %s & i = j \\ %s & i \ne j \end{cases}$$" + "\n\n"
    page = HEAD + rows % (SAME, OTHER) + rows % (SAME, "p_i p_j") + rows % ("-p_i p_i", OTHER)
    assert [str(x.judgement) for c in check(page).claims for x in c.links] == ["right", "wrong", "wrong"]


def judged_in_section(*rows: str, heading: str = "## Derivation") -> list[str]:
    lines = [
        r if r.startswith("#") or "$" not in r else r.replace("D =", r"\frac{\partial p_i}{\partial z_j} =")
        for r in rows
    ]
    page = "\n\n".join((HEAD.strip(), heading, *lines))
    return [str(link.judgement) for claim in check(page).claims for link in claim.links]


TOLD = rf"$$ D = {OTHER} $$ ( $i \neq j$ )"
BOTH = "$$ D = p_i ([i = j] - p_j) $$"
BARE = f"$$ D = {OTHER} $$", f"$$ D = {SAME} $$"


def test_without_a_word_beside_told_cases_lines_are_meant_in_general() -> None:
    assert judged_in_section(TOLD, BOTH, *BARE) == ["right", "right", "wrong", "wrong"]
    assert judged_in_section(TOLD, BOTH, "<!-- both -->", *BARE) == ["right", "right", "wrong", "wrong"]


APART = r"$$ \frac{\partial p_i}{\partial z_i} = p_i (1 - p_i) $$"


def test_without_a_word_lines_apart_are_of_no_cases() -> None:
    first, second = BARE
    for rows in (
        (BOTH, first, APART, second),
        (first, APART, BOTH, "<!-- c4 -->", APART, second),
        (first, APART, second, BOTH),
    ):
        assert sorted(judged_in_section(*rows))[-2:] == ["wrong", "wrong"], rows
    assert "wrong" not in judged_in_section(BOTH, first, APART, "Together with the diagonal:", second)
    assert "wrong" not in judged_in_section(first, APART, second)


@pytest.mark.parametrize(
    "rows",
    [
        BARE,
        (BOTH, *BARE),
        (TOLD, *BARE),
        (TOLD, BOTH, "Diagonal and the rest:", *BARE),
        (TOLD, BOTH, BARE[0], "and on the diagonal", BARE[1]),
        (TOLD, BOTH, *BARE, "One is for the diagonal."),
        (TOLD, BOTH, BARE[0], r"$$ \text{diagonal} $$", BARE[1]),
        (TOLD, BOTH, BARE[0], BARE[1].replace(" $$", r" \tag{same} $$")),
        (TOLD, BOTH, "## Same and other", *BARE),
        (TOLD, BOTH, BARE[0], "## Solution", BARE[1]),
    ],
)
def test_otherwise_they_may_be_of_a_case(rows: tuple[str, ...]) -> None:
    assert "wrong" not in judged_in_section(*rows)
