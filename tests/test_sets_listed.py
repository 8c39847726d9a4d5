r"""Sets of which a page lists the numbers: `Outputs = \{5, 6\}`, `C_3 = \{4, 5, 6\}`, `|D|`."""

import pytest
from judging import VERDICTS, each_verdict, verdict

from symderiv.check.page import check

GRAPH = r"""
## Network

$$ S_3 = w_{1,3} x_1 + w_{2,3} x_2 $$

$$ S_4 = w_{1,4} x_1 + w_{2,4} x_2 + w_{3,4} o_3 $$

$$ S_5 = w_{3,5} o_3 + w_{4,5} o_4 $$

$$ S_6 = w_{3,6} o_3 + w_{4,6} o_4 $$

$$ o_j = \frac{1}{1+e^{-S_j}} $$ ( $j = 3, \dots, 6$ )

$$ OUT = \{5, 6\} $$

$$ CHILDREN(3) = \{4, 5, 6\} $$

$$ CHILDREN(4) = \{5, 6\} $$

$$ E = \frac{1}{2} \sum_{k \in OUT} (t_k - o_k)^2 $$

$$ \delta_j = \frac{\partial E}{\partial S_j} $$ ( $j = 3, \dots, 6$ )

## Derivation
"""
SPELLED = [
    ("Outputs", r"\text{Children}(%s)"),
    (r"\mathcal{O}", r"\mathcal{C}_{%s}"),
    ("O", "C(%s)"),
    ("outs", "succ(%s)"),
]


def on_graph(line, out="Outputs", children="Children(%s)"):
    page = GRAPH + line.replace("; ", "\n\n")
    for n in "3456j":
        page = page.replace(f"CHILDREN({n})", children % n)
    claims = check(page.replace("OUT", out), options=VERDICTS).claims
    found = {str(c.judgement) for c in claims if c.line == claims[-1].line}
    return found.pop() if len(found) == 1 else found


@pytest.mark.parametrize(("out", "children"), SPELLED)
def test_the_listed_numbers_stand_for_the_set(out, children):
    for line, expected in (
        (r"$$ \delta_k = -o_k(1-o_k)(t_k-o_k) $$ ( $k \in OUT$ )", "right"),
        (r"$$ \delta_4 = o_4(1-o_4) \sum_{k \in CHILDREN(4)} \delta_k w_{4,k} $$", "right"),
        (r"$$ \delta_3 = o_3(1-o_3) \sum_{k \in OUT} \delta_k w_{3,k} $$", "wrong"),
        (r"$$ \delta_j = o_j(1-o_j) \sum_{k \in CHILDREN(j)} \delta_k w_{j,k} $$ ( $j = 3, 4$ )", "right"),
        (r"$$ \delta_j = \sum_{k \in CHILDREN(j)} \delta_k w_{j,k} $$ ( $j = 3, 4$ )", "wrong"),
    ):
        assert on_graph(line, out, children) == expected, line


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"$$ \delta_k = o_k(1-o_k)(t_k-o_k) $$ ( $k \in OUT$ )", "wrong"),
        (r"$$ \delta_3 = o_3(1-o_3) \sum_{k \in CHILDREN(4)} \delta_k w_{3,k} $$", "wrong"),
        (
            r"$$ H = \{3, 4\} $$; $$ \delta_j = o_j(1-o_j) \sum_{k \in CHILDREN(j)} \delta_k w_{j,k} $$ ( $j \in H$ )",
            "right",
        ),
        (r"$$ \frac{\partial E}{\partial w_{j,k}} = \delta_k o_j $$ ( $j = 3, 4$, $k \in CHILDREN(j)$ )", "right"),
        (r"$$ \frac{\partial E}{\partial w_{j,k}} = \delta_j o_k $$ ( $j = 3, 4$, $k \in CHILDREN(j)$ )", "wrong"),
        (r"$$ D = \{6, 3\} $$; $$ \sum_{k \in D} \frac{\partial E}{\partial S_k} = \delta_3 + \delta_6 $$", "right"),
        (
            r"$$ D = \{6, 3\} $$; $$ \sum_{k \in D} \frac{\partial E}{\partial S_k} = \delta_3 + \delta_5 $$",
            "wrong",
        ),
        (r"$$ \sum_{k \in OUT} \frac{\partial E}{\partial S_3} = |OUT| \delta_3 $$", "right"),
        (r"$$ \sum_{k \in CHILDREN(3)} \frac{\partial E}{\partial S_3} = |OUT| \delta_3 $$", "wrong"),
    ],
)
def test_the_numbers_are_those_of_the_set(line, expected):
    assert on_graph(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        r"$$ \delta_j = o_j(1-o_j) \sum_{k \in CHILDREN(j)} \delta_k w_{j,k} $$",  # for which j?
        r"$$ \delta_j = o_j(1-o_j) \sum_{k \in CHILDREN(j)} \delta_k w_{j,k} $$ ( $j = 3, 4, 5$ )",
        r"$$ \delta_5 = o_5(1-o_5) \sum_{k \in CHILDREN(5)} \delta_k w_{5,k} $$",
        r"$$ \sum_{j=3}^{4} \delta_j = \sum_{j=3}^{4} o_j(1-o_j) \sum_{k \in CHILDREN(j)} \delta_k w_{j,k} $$",
        r"$$ \frac{\partial E}{\partial w_{j,k}} = \delta_k o_j $$ ( $k \in CHILDREN(j)$ )",
    ],
)
def test_sets_that_are_not_listed_are_not_guessed(line):
    assert on_graph(line) in ("unreadable", "unproved")


OUTPUTS = r"$$ E = \sum_{k \in O} (o_k - t_k)^2, \qquad o_k = \sum_{j=1}^{6} w_{kj} x_j $$"
OF_TWO = (
    (r"$$ \frac{\partial E}{\partial x_j} = 2 (o_1-t_1) w_{1j} + 2 (o_2-t_2) w_{2j} $$", "right"),
    (r"$$ \frac{\partial E}{\partial o_1} = 2 (o_1-t_1) $$", "right"),
    (r"$$ \frac{\partial E}{\partial o_3} = 2 (o_3-t_3) $$", "wrong"),
    (r"$$ \frac{\partial E}{\partial w_{3j}} = 2 (o_3-t_3) x_j $$", "wrong"),
    (r"$$ \frac{\partial E}{\partial x_j} = 2 \sum_{k=1}^6 (o_k-t_k) w_{kj} $$", "wrong"),
)


@pytest.mark.parametrize(
    "said",
    [
        r"$$ O = \{1, 2\} $$",
        r"Here $O = \{1, 2\}$.",
        r"Let $O = \{1,2\}$.",
        r"The outputs are $O = \{1, 2\}$ of the six units.",
        r"出力は $O = \{1, 2\}$ である。",
    ],
)
def test_sets_listed_in_a_sentence(said):
    for (line, expected), found in zip(
        OF_TWO, each_verdict(OUTPUTS, said, lines=[line for line, _ in OF_TWO]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize(
    "said",
    [
        "$$ O = \\{1, 2\\} $$\n\n# B\n\n$$ O = \\{3, 4\\} $$",
        "Here $O = \\{1, 2\\}$.\n\n# B\n\nHere $O = \\{3, 4\\}$.",
        r"$$ O = \{o_1, o_2\} $$",
        r"Here $O = \{a, b\}$.",
        r"Set $O = \{1, 2\}$ or $O = \{1, 3\}$.",
        r"For example, if $O = \{1, 2\}$, two units count.",
        r"例えば $O = \{1, 2\}$ とする。",
        r"Here $O = \{1, 2\}$, and $n$ is the number of units in $O$.",
    ],
)
def test_sets_listed_otherwise_are_no_whole_ranges(said):
    for line, _ in OF_TWO:
        assert verdict(OUTPUTS, said, line) in ("unreadable", "unproved"), line
