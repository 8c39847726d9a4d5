"""Documents: where mathematics begins and ends, on which line, in which sentence, struck or not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from symderiv.document import (
    Broken,
    Display,
    Document,
    Heading,
    Prose,
    decode,
    parse_document,
    read_document,
    read_formulas,
    read_text,
)
from symderiv.errors import LimitExceeded, ReadError, UnknownName
from symderiv.latex.lexer import Limits


def found(text: str) -> list[tuple[str, int, int]]:
    """LaTeX, line and column of every formula."""
    return [(d.latex, d.line, d.column) for d in parse_document(text).displays]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$a = b$", [("a = b", 1, 1)]),
        ("so $ a $ and $$ b $$", [("a", 1, 4), ("b", 1, 14)]),
        ("one\n\n$$\na\n= b\n$$", [("a\n= b", 3, 1)]),
        (r"\(a\) and \[ b \]", [("a", 1, 1), ("b", 1, 11)]),
        (r"\\(a\\) and \\[ b \\]", [("a", 1, 1), ("b", 1, 13)]),
        ("```math\na\n```", [("a", 1, 1)]),
        ("```\n$$a$$\n```\n$b$\n~~~tex\n$c$\n~~~", [("b", 4, 1)]),
        ("`$a$` and ``$`b`$`` and $`c`$", [("c", 1, 25)]),
        ("<!-- $a$ --> $b$ <!-- never closed $c$", [("b", 1, 14)]),
        (r"\begin{align*} a &= b \end{align*}", [("a &= b", 1, 1)]),
        (r"\begin{equation}\begin{split} a \end{split}\end{equation}", [(r"\begin{split} a \end{split}", 1, 1)]),
        ("It costs $5 and $6.50 in all.", []),
        (r"It costs \$5, and $x$ is free", [("x", 1, 19)]),
        ("顶点 $0,1$（$i$ 不是）", [("0,1", 1, 4), ("i", 1, 10)]),
        ("$2$ and $0.5$", [("2", 1, 1), ("0.5", 1, 9)]),
        ("---\ntitle: $a$\n---\n$b$", [("b", 4, 1)]),
        ("\ufeff+++\ntitle = '$a$'\n+++\n\n$b$", [("b", 5, 1)]),
        ("a\r\n\r\n$b$\r\n", [("b", 3, 1)]),
        ("誤差 $E$ の偏微分", [("E", 1, 4)]),
    ],
)
def test_where_mathematics_is(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("ending", ["", r"\documentclass{article}"])
def test_formulas_in_pictures_are_labels(ending: str) -> None:
    picture = r"\begin{tikzpicture} \node {$T = 0$}; \end{tikzpicture}"
    assert [d.latex for d in parse_document(f"{picture} $a = b$ {ending}").displays] == ["a = b"]
    left_open = r"\begin{tikzpicture} \node {$T = 0$};"
    assert [d.latex for d in parse_document(f"{left_open} $a = b$ {ending}").displays] == ["T = 0", "a = b"]


def test_macros_may_be_defined_in_inline_formulas() -> None:
    document = parse_document("$\\newcommand{\\hx}{\\hat{x}}$\n$\n\\def\\w{w}\n$\n\nSo $\\hx = \\w$")
    assert [d.latex for d in document.displays] == [r"\hx = \w"]
    assert not document.broken


def test_what_is_struck() -> None:
    document = parse_document("~~$$ a $$\n\nbecause $b$ ~~ but $c$ and <del>$d$</del>, $e~~f$ $g$")
    assert [(d.latex, d.struck) for d in document.displays] == [
        ("a", True),
        ("b", True),
        ("c", False),
        ("d", True),
        ("e~~f", False),
        ("g", False),
    ]


def test_a_lone_strike_strikes_nothing() -> None:
    assert not parse_document("~~ $a$").displays[0].struck


def test_inline_formulas_know_their_sentence_and_paragraph() -> None:
    text = "First. For $k = j$ のとき $o_i$ も依存。 Next $a$.\n\n- item $b$\n- item $c$"
    first, second, third, fourth, fifth = parse_document(text).displays
    assert (first.before, first.after) == ("For ", " のとき $o_i$ も依存")
    assert (second.before, second.after) == ("For $k = j$ のとき ", " も依存")
    assert (third.before, third.after) == ("Next ", "")
    assert first.paragraph == second.paragraph == third.paragraph
    assert len({third.paragraph, fourth.paragraph, fifth.paragraph}) == 3
    assert fourth.before == "- item "


def test_a_display_and_the_range_beside_it_share_a_line() -> None:
    display, beside = parse_document("$$ x_j = 1 $$ ( $j = 1, \\dots, J$ )").displays
    assert (display.inline, beside.inline) == (False, True)
    assert display.end_line == beside.line
    assert display.paragraph == beside.paragraph
    assert beside.before.endswith("( ")


def test_blocks_in_order() -> None:
    blocks = parse_document("# Net $n$\n\nWords $a$ more\n\n## Next\n$$b$$").blocks
    assert [type(b) for b in blocks if not isinstance(b, Display) or b.latex != "n"] == [
        Heading,
        Prose,
        Display,
        Prose,
        Heading,
        Display,
    ]
    assert [(b.text, b.level, b.line) for b in blocks if isinstance(b, Heading)][1] == ("Next", 2, 5)


def test_what_has_no_end_is_an_error_in_its_place() -> None:
    document = parse_document("$a$\n\n$$ b\n\nmore\n")
    [broken] = document.broken
    assert (
        str(broken.error)
        == "expected `$$` for this `$$`\nline 3, column 1\n    $$ b\n    ^~\nclose it, or write `\\$` for a dollar"
    )
    assert [d.latex for d in document.displays] == ["a"]
    assert (
        parse_document(r"\begin{align} a").broken[0].error.cause == r"expected `\end{align}` for this `\begin{align}`"
    )


OUTSIDE = {
    "Then ∂E/∂w_j = δ_j x.": [(1, 1)],
    "Then \\frac{\\partial E}{\\partial w} = 0\n\nand $a = b$, so y_{i} = 3.": [(1, 1), (3, 12)],
    "- so dE/dw_{j,i} = 0 and": [(1, 1)],
    "it is `∂E/∂w = 0` here": [(1, 7)],
    "```\n∂E/∂w = 0\nx\n```": [(2, 1)],
    "```text\n\n  Σ x = 0\n```": [(3, 3)],
    "```python\n# ∂E/∂w = 0\n```": [],
    "<!-- ∂E/∂w = 0 -->": [],
    "```math\n∂E/∂w = 0\n```": [],
    "$∂E/∂w = 0$ is what we want: ∂E/∂w, with n = 3 in $x$": [],
    "we want ∂E/∂w.\nlet n = 3": [],
    "\\documentclass{article}\\begin{document}\n\\draw[x=1] (y_{i}) = 0;\n∂E = 0\n\\end{document}": [(3, 1)],
}


@pytest.mark.parametrize("text", OUTSIDE)
def test_equations_outside_mathematics_are_told(text: str) -> None:
    found = [(e.place.line, e.place.column) for e in parse_document(text).outside if e.place is not None]
    assert found == OUTSIDE[text]


def test_front_matter_and_where_its_keys_stand() -> None:
    text = '+++\ntitle = "t"\nwrt = ["w"]\n[ranges]\n"\\\\ell" = "1..L"\ni = "1..I"\n+++\n$a$'
    front = parse_document(text, "p.md").front
    assert front.data == {"title": "t", "wrt": ["w"], "ranges": {"\\ell": "1..L", "i": "1..I"}}
    assert front.lines == {"title": 2, "wrt": 3, "ranges": 4, "ranges.\\ell": 5, "ranges.i": 6}
    assert str(front.place("ranges", "i")) == 'p.md:6:1\n    i = "1..I"\n    ^~~~~~~~~~'
    assert front.place("nothing") is None


def test_broken_front_matter() -> None:
    with pytest.raises(ReadError) as caught:
        parse_document("+++\na = 1\nb = \n+++\n")
    assert caught.value.place is not None
    assert caught.value.place.line == 3


def test_formulas_of_a_document_share_names_and_macros() -> None:
    document = parse_document("$$\\def\\n{net}$$ $E = f(\\n_k)$ and $net_k = x$, $(a$")
    outcomes = [type(f).__name__ for _, f in read_formulas(document)]
    assert outcomes == ["Formula", "Formula", "ReadError"]  # a display that only defines macros is no formula


# ---- LaTeX

PAGE = r"""\documentclass{article}
\newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}}
\def\be{\begin{equation}} \def\ee{\end{equation}}
\begin{document} % $comment$
\section{The net}
Let $net_j = \sum_i w_{ji} o_i$.
\be \label{eq:a} o_j = f(net_j) \ee
\begin{align}
 \pd{E}{w_{ji}} &= \pd{E}{net_j} o_i \label{eq:b} \\
   &= \delta_j o_i \nonumber \\
 \delta_j &:= \pd E{net_j} \tag{*}
\end{align}
\begin{verbatim} $$ no $$ \end{verbatim}
\begin{eqnarray} p &=& q \end{eqnarray}
\end{document}
$after$
"""


def test_a_latex_document() -> None:
    document = parse_document(PAGE)
    assert [(d.environment, d.line, d.numbers) for d in document.displays] == [
        ("", 6, ()),
        ("equation", 7, ("1",)),
        ("align", 8, ("2", "", "*")),
        ("eqnarray", 14, ("3",)),
    ]
    assert set(document.macros) == {r"\pd", r"\be", r"\ee"}
    formulas = [f for _, f in read_formulas(document)]
    assert not [f for f in formulas if isinstance(f, ReadError)]
    assert [b.text for b in document.blocks if isinstance(b, Heading)] == ["The net"]


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_tex", ".tex")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "main.tex"


def test_included_files_keep_their_names_and_lines(tmp_path: Path) -> None:
    main = write(
        tmp_path, main_tex="\\input{part/one}\n$b$", part__one_tex="\n\n$a$ \\input{part/two.tex}", part__two_tex="$c$"
    )
    displays = read_document(main).displays
    assert [(d.latex, d.line, Path(d.source.file).name) for d in displays] == [
        ("a", 3, "one.tex"),
        ("c", 1, "two.tex"),
        ("b", 2, "main.tex"),
    ]


@pytest.mark.parametrize(
    ("call", "cause"),
    [
        (r"\input{../secret}", "`../secret` lies outside the document's folder and is not read"),
        (r"\input{/etc/passwd}", "`/etc/passwd` lies outside the document's folder and is not read"),
        (r"\input{main}", "`main` includes itself"),
        (r"\input{gone}", "cannot read"),
    ],
)
def test_what_may_not_be_included(tmp_path: Path, call: str, cause: str) -> None:
    (tmp_path / "secret.tex").write_text("$secret$")
    document = read_document(
        write(tmp_path / ".", main_tex=f"$a$ {call} $b$") if "main" not in call else loop(tmp_path)
    )
    assert [b.error.cause.startswith(cause) for b in document.broken][:1] == [True]
    assert "secret" not in [d.latex for d in document.displays]
    assert {"a", "b"} <= {d.latex for d in document.displays}


def loop(folder: Path) -> Path:
    return write(folder, main_tex=r"$a$ \input{main} $b$")


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "out.tex").write_text("$secret$")
    folder = tmp_path / "in"
    folder.mkdir()
    try:
        (folder / "link.tex").symlink_to(tmp_path / "out.tex")
    except OSError:
        pytest.skip("no links on this system")
    document = read_document(write(folder, main_tex=r"\input{link}"))
    assert [type(b) for b in document.blocks] == [Broken]


def test_a_text_without_a_folder_includes_nothing() -> None:
    assert parse_document(r"\documentclass{a} \input{x} $a$").broken[0].error.cause.startswith("`x` is not read")


# ---- bytes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp"])
def test_encodings(encoding: str) -> None:
    assert decode("誤差のとき\r\n".encode(encoding)) == "誤差のとき\n"


@pytest.mark.parametrize(
    ("data", "cause", "line", "column"),
    [
        (b"a\nb\xff\xfec", "byte 0xff is not valid UTF-8", 2, 2),
        (b"ab\x00c", "a NUL character: this is not a text file", 1, 3),
        (b"\xff\xfea", "invalid UTF-16", 1, 1),
    ],
)
def test_bytes_that_are_no_text(data: bytes, cause: str, line: int, column: int) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, "f.md")
    assert caught.value.cause == cause
    assert caught.value.place is not None
    assert (caught.value.place.line, caught.value.place.column, caught.value.place.file) == (line, column, "f.md")


def test_files_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnknownName):
        read_text(tmp_path / "none.md")
    with pytest.raises(UnknownName):
        read_text(tmp_path)


# ---- hostile

HOSTILE = {
    "environments": r"\begin{align}" * 70_000,
    "brackets": r"\[" * 300_000,
    "dollars": "$" * 500_000,
    "halves": "$x" * 200_000,
    "backticks": "`" * 500_000,
    "mixed backticks": " `` `" * 100_000,
    "strikes": "~~" * 300_000,
    "verbatim": r"\begin{verbatim}" * 60_000 + r"\begin{document}",
    "comments": "<!--" * 200_000,
    "macros": r"\newcommand{" * 50_000,
    "definitions": r"\def\a{" * 50_000 + r"$\a$",
    "fences": "```math\n" * 50_000,
    "one long line": "$x$ " * 15_000,
}


def outcome(text: str) -> type:
    try:
        return type(parse_document(text))
    except LimitExceeded as error:
        return LimitExceeded if len(str(error)) < 1000 else type(error.cause)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_documents_have_an_answer_soon(name: str) -> None:
    start = time.process_time()
    assert outcome(HOSTILE[name]) in (Document, LimitExceeded)
    assert time.process_time() - start < 10  # measured below 1 s


def test_limits() -> None:
    with pytest.raises(LimitExceeded):
        parse_document("x" * 11, limits=Limits(file=10))
    with pytest.raises(LimitExceeded):
        parse_document("$a$ $b$ $c$", limits=Limits(displays=2))


OPEN = r"""$$ a = b $$

$$ \frac{\partial E}{\partial w} = x

$$ \frac{\partial E}{\partial v} = y $$

$$
c = d

$$
"""


def test_a_display_that_is_not_closed_costs_itself_alone() -> None:
    document = parse_document(OPEN)
    assert [d.latex.strip() for d in document.displays] == ["a = b", r"\frac{\partial E}{\partial v} = y", "c = d"]
    assert [(b.line, b.error.cause) for b in document.broken] == [(3, "expected `$$` for this `$$`")]
