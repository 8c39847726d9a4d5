"""Renderers: the lecture's own lines, and for every format and language what any reader of it relies on."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from networks import NETWORKS, net3, o3

from derivations import BOUNDARY, DERIVATIONS, LAYER_2, LAYER_3, brackets, lecture
from symderiv.captions import LANGUAGES
from symderiv.latex.style import style_of
from symderiv.render import RENDERERS, json
from symderiv.render.blocks import Line
from symderiv.render.latex import displays, words
from symderiv.render.page import network_blocks
from symderiv.render.plain import plain
from symderiv.render.wrap import wrapped
from symderiv.serial import from_json
from symderiv.system import Display, display_of

# The lines of slides (1) to (5), spaces, redundant braces and boxes removed; the first is the struck-out one.
FIRST = r"\frac{\partial E}{\partial w_{j,i}} = "
NAIVE = r"\frac{\partial E}{\partial net_j^{(3)}} \frac{\partial net_j^{(3)}}{\partial w_{j,i}}"
SUM = r"\sum_{k=1}^J \frac{\partial E}{\partial net_k^{(3)}} \frac{\partial net_k^{(3)}}{\partial w_{j,i}}"
PRODUCT = r"\frac{\partial (o_i^{(2)} w_{k,i}^{(2)})}{\partial w_{j,i}}"
INNER = r"\frac{\partial o_i^{(2)}}{\partial w_{j,i}}"
SLIDES = [
    FIRST + NAIVE + r" \leftarrow \text{チェーンルール?}",
    FIRST + SUM + r" \leftarrow \text{チェーンルール}",
    LAYER_3,
    BOUNDARY,
    FIRST + SUM,
    r"\frac{\partial E}{\partial net_k^{(3)}} = \frac{\partial E}{\partial o_k^{(3)}}"
    r" \frac{\partial o_k^{(3)}}{\partial net_k^{(3)}} = \frac{\partial E}{\partial o_k^{(3)}} f'(net_k^{(3)})",
    r"\frac{\partial net_k^{(3)}}{\partial w_{j,i}} ="
    r" \frac{\partial (\sum_{h=1}^{I+1} o_h^{(2)} w_{k,h}^{(2)})}{\partial w_{j,i}} = " + PRODUCT,
    PRODUCT
    + rf" = {INNER} w_{{k,i}}^{{(2)}} + \frac{{\partial w_{{k,i}}^{{(2)}}}}{{\partial w_{{j,i}}}} o_i^{{(2)}}"
    + rf" = {INNER} w_{{k,i}}^{{(2)}} + o_i^{{(2)}}",
    PRODUCT + rf" = {INNER} w_{{k,i}}^{{(2)}}",
    INNER + r" = \underbrace{\frac{\partial o_i^{(2)}}{\partial net_i^{(2)}}}_{f'(net_i^{(2)})}"
    r" \underbrace{\frac{\partial net_i^{(2)}}{\partial w_{j,i}}}_{o_j^{(1)}}",
    r"\begin{aligned} \frac{\partial E}{\partial w_{j,i}} &= " + SUM + r" \\ &= \sum_{k=1}^J"
    r" \frac{\partial E}{\partial o_k^{(3)}} f'(net_k^{(3)}) w_{k,i}^{(2)} f'(net_i^{(2)}) o_j^{(1)} \\"
    r" &\quad + \frac{\partial E}{\partial o_j^{(3)}} f'(net_j^{(3)}) o_i^{(2)} \end{aligned}",
    LAYER_2,
]


def test_the_lecture_line_by_line() -> None:
    assert displays(lecture(), "ja") == SLIDES


def test_the_lecture_in_words() -> None:
    text = RENDERERS["markdown"](lecture(), "ja")
    for said in (
        r"(ノード $j$ の $net_j^{(3)}$ 以外も $w_{i,j}^{(1)} = w_{j,i}$ に依存する!!)",
        r"$h \neq i$ なら $o_h^{(2)}$ も $w_{k,h}^{(2)}$ も $w_{j,i}$ に非依存",
        r"$k = j$ のとき $o_i^{(2)}$ も $w_{k,i}^{(2)}$ も $w_{j,i}$ に依存",
        r"$k \neq j$ のとき $o_i^{(2)}$ のみが $w_{j,i}$ に依存",
    ):
        assert said in text


def test_a_condition_that_no_caption_says_stands_beside_the_line() -> None:
    assert displays(brackets())[0].endswith(r"= \delta_{k,j} = [k = j] \quad (i = 1)")
    assert not any("k = j)" in d for d in displays(lecture()))


def test_the_authors_display_is_quoted_only_where_it_defines_just_these() -> None:
    shown = (Display("a", (net3("j"), o3("j"))), Display("b", (net3("j"),)))
    assert display_of((o3, net3), shown) == shown[0]
    assert display_of((net3,), shown) == shown[1]
    assert display_of((o3,), shown) is None


FORMATS = [(f, lang) for f in sorted(RENDERERS) for lang in LANGUAGES]


@pytest.mark.parametrize("name", sorted(DERIVATIONS))
@pytest.mark.parametrize(("form", "lang"), FORMATS)
def test_every_format_prints_every_derivation(form: str, lang: str, name: str) -> None:
    text = RENDERERS[form](DERIVATIONS[name](), lang)
    assert text.endswith("\n")
    assert text.strip()
    assert "None" not in text
    japanese = re.search(r"[ぁ-んァ-ヶ]", text)
    assert bool(japanese) == (lang == "ja") or name == "brackets"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", ["latex", "document", "markdown"])
def test_latex_is_balanced(form: str, lang: str) -> None:
    text = RENDERERS[form](lecture(), lang)
    assert text.count("{") == text.count("}")
    assert text.count(r"\left") == text.count(r"\right") + text.count(r"\leftarrow")
    begun = re.findall(r"\\begin\{(\w+)\}", text)
    ended = re.findall(r"\\end\{(\w+)\}", text)
    assert sorted(begun) == sorted(ended)
    assert text.count(r"\[") == text.count(r"\]")
    assert text.count("$$") % 2 == 0
    assert text.replace("$$", "").count("$") % 2 == 0


def test_balance_would_be_missed_by_a_lost_brace() -> None:
    """Meta-test for the one above."""
    text = RENDERERS["latex"](lecture(), "en").replace("}", "", 1)
    assert text.count("{") != text.count("}")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", sorted(DERIVATIONS))
def test_plain_text_fits_a_japanese_console(name: str, lang: str) -> None:
    text = RENDERERS["text"](DERIVATIONS[name](), lang)
    assert text.encode("cp932").decode("cp932") == text
    assert "\\" not in text
    assert "$" not in text


PLAIN = [
    (
        SLIDES[1],
        "∂E/∂w_{j,i} = Σ_{k=1..J} ∂E/∂net_k^(3) * ∂net_k^(3)/∂w_{j,i} ← チェーンルール",
    ),
    (LAYER_3, "net_j^(3) = Σ_{i=1..I+1} o_i^(2) w_{j,i}^(2)   o_j^(3) = f(net_j^(3))"),
    (BOUNDARY, "(o_{I+1}^(2) = 1, w_{j,I+1}^(2) = -θ_j^(3))"),
    (PRODUCT, "∂(o_i^(2) w_{k,i}^(2))/∂w_{j,i}"),
    (r"\frac{a + b}{2} x", "(a + b)/2 * x"),
    (r"\frac{1}{2} (a - b)^2", "1/2 * (a - b)^2"),
    (r"a \cdot \frac{1}{x y}", "a * 1/(x y)"),
    (r"\frac{\frac{a}{b}}{c}", "(a/b)/c"),
    (r"\sum_{\substack{k=1 \\ k \neq j}}^J x_k", "Σ_{k=1..J, k ≠ j} x_k"),
    (r"\sqrt{x + 1} \le \exp(y)", "√(x + 1) <= exp(y)"),
    (r"\begin{cases} a & (i = j) \\ b & \text{otherwise} \end{cases}", "{ a (i = j) ; b otherwise }"),
    (r"\hat{y}_{k'} \quad (1 \le k \le K)", "hat(y)_{k'}   (1 <= k <= K)"),
    (r"\underbrace{x}_{y}", "(x = y)"),
    (r"\frac{\partial^{+} E}{\partial w} + \frac{1}{2} \sum_k x_k", "∂^+E/∂w + 1/2 * Σ_{k} x_k"),
    (r"\frac{\partial (\frac{a}{b})}{\partial z_k} x", "∂(a/b)/∂z_k * x"),
    (r"-\frac{-a}{b c}", "-(-a/(b c))"),
    (r"\mathrm{net}_j \odot \foo", "net_j odot foo"),
    (r"{w}^2 (w_i^{(2)})^{-1}", "w^2 (w_i^(2))^{-1}"),
    (r"i \equiv 1 \pmod{2}", "i ≡ 1 (mod 2)"),
    (r"\begin{aligned} y &= a \\ &\quad + b \end{aligned}", "y = a\n     + b"),
    (r"a &=& b \tag*{(3)} \\ & = & c \label{x}", "a = b\n  = c"),
    (r"\odot_k = 1 \nonumber", "odot_k = 1"),
    (r"\sum\limits_{k=1}^n \dfrac{a}{b} \Bigg( x \bigg)", "Σ_{k=1..n} a/b * (x)"),
    (r"\left\{ \begin{array}{ll} a & i = j \\ b & i \ne j \end{array} \right.", "{ a i = j ; b i ≠ j"),
    (r"\left. x \right|_{x=1}", "x |_{x=1}"),
]


@pytest.mark.parametrize(("latex", "text"), PLAIN, ids=[t for _, t in PLAIN])
def test_plain(latex: str, text: str) -> None:
    assert plain(latex) == text


def test_json_reads_back_and_shows_the_lines() -> None:
    for lang in LANGUAGES:
        text = json.render(lecture(), lang)
        assert from_json(text) == lecture()
    assert r"\\leftarrow \\text{chain rule}" in json.render(lecture(), "en")


def test_markdown_is_what_github_renders() -> None:
    text = RENDERERS["markdown"](lecture(), "en")
    for line in text.splitlines():
        assert line.count("$$") == 0 or line == "$$"
    assert r"\operatorname" not in text
    assert text.count(r"\cancel{") == 1


def test_sentences_are_escaped_outside_of_mathematics() -> None:
    assert words("5 % of a_b & $x_i$ ↑") == r"5 \% of a\_b \& $x_i$ \textuparrow{}"


@pytest.mark.parametrize("name", sorted(NETWORKS))
def test_every_network_is_written_with_its_ranges(name: str) -> None:
    system = NETWORKS[name]()
    lines = list(network_blocks(system, style_of(system), "en"))
    assert sum(isinstance(b, Line) for b in lines) == sum(p.body is not None for p in system.pieces)


def test_inputs_and_a_generic_objective_are_said() -> None:
    system = NETWORKS["tied_autoencoder"]()
    said = [b.text for b in network_blocks(system, style_of(system), "en") if not isinstance(b, Line)]
    assert said == [
        "$o_j^{(1)}$ is an input (nothing defines it)",
        "$E$ is any function of $o_j^{(3)}$",
    ]


@pytest.mark.skipif(shutil.which("lualatex") is None, reason="needs LuaLaTeX")
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_document_compiles(lang: str, tmp_path: Path) -> None:
    if lang == "ja" and not subprocess.run(["kpsewhich", "ltjsarticle.cls"], capture_output=True).stdout:
        pytest.skip("needs LuaTeX-ja")
    (tmp_path / "d.tex").write_text(RENDERERS["document"](lecture(), lang), encoding="utf-8")
    command = ["lualatex", "-interaction=nonstopmode", "-halt-on-error", "d.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=120)
    log = (tmp_path / "d.log").read_text(encoding="utf-8", errors="replace")
    assert done.returncode == 0, log[-2000:]
    assert "Overfull" not in log
    assert "Missing character" not in log


LONG = [
    r"\frac{\partial E}{\partial w_{j,i}} = \sum_{k=1}^J \sum_{h=1}^H (o_k - t_k) o_k (1 - o_k) w_{k,h} u_h (1 - u_h) v_{h,i}"  # noqa: E501
    r" z_i (1 - z_i) x_j + \sum_{k=1}^J (o_k - t_k) o_k (1 - o_k) w_{k,i} u_i (1 - u_i) x_j + (o_j - t_j) z_i \quad (j \neq i)",  # noqa: E501
    r"y = \sum_{k=1}^{K} \left(a_k + \sum_{h=1}^{H} \left(b_h + \sum_{l=1}^{L} \left(c_l + d_l e_l f_l g_l p_l q_l r_l s_l"  # noqa: E501
    r" t_l u_l v_l\right) x_h y_h z_h\right) x_k y_k z_k\right) + aaaaaaaaaaa + bbbbbbbbbbb + ccccccccccc",
]


@pytest.mark.parametrize("latex", LONG)
def test_long_lines_break_at_operators(latex: str) -> None:
    whole = plain(latex)
    lines = wrapped(whole)
    assert len(lines) > 1
    assert all(len(line) <= 100 for line in lines)
    assert "".join(lines).replace(" ", "").replace("*", "") == whole.replace(" ", "").replace("*", "")
    assert all(line.lstrip().startswith(("= ", "+ ", "- ", "* ", ";")) for line in lines[1:])
    assert all(len(line) - len(line.lstrip()) > whole.index("=") for line in lines[1:])


def test_what_cannot_be_broken_stays() -> None:
    assert wrapped("x" * 150) == ["x" * 150]
    assert wrapped("a = b") == ["a = b"]
    assert wrapped("Σ_{k=1..K} " + "y" * 120) == ["Σ_{k=1..K} " + "y" * 120]


def test_cases_in_an_aligned_line_have_no_signs_of_their_layout() -> None:
    text = plain(
        r"\begin{aligned} a &= b \\ &= \begin{cases} x & (i = j) \\ 0 & \text{otherwise} \end{cases} \end{aligned}"
    )
    assert "&" not in text


def test_equality_signs_stand_below_a_wide_left_side() -> None:
    wide = plain(rf"\begin{{aligned}} {'a + ' * 20} b &= c \\\\ &\quad + d \\\\ &= e \end{{aligned}}").splitlines()
    assert wide[0].startswith("a + a")
    assert wide[0].endswith("b")
    assert [line.strip() for line in wide[1:]] == ["= c", "+ d", "= e"]
    assert max(map(len, wide[1:])) < 20


def test_multiples_in_scripts_have_no_sign() -> None:
    assert plain(r"r_{2 \cdot p} + 2 \cdot p") == "r_{2p} + 2 * p"
