"""What follows from a wrong line, whether the goal was reached, marks, and workers that can be killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from symderiv.check.folder import done_before, judge_folder, write_csv
from symderiv.check.marks import read_scheme
from symderiv.check.options import Options
from symderiv.check.page import check
from symderiv.check.report import Report
from symderiv.check.workers.files import judge_file
from symderiv.check.workers.sandbox import Crashed, TookTooLong, TookTooMuch, Workers
from symderiv.cli import main
from symderiv.errors import ReadError
from symderiv.load import load
from symderiv.read import read_draft

NET = load(str(Path(__file__).resolve().parent / "pages" / "networks" / "two_layers.md"))
G = r"\frac{\partial E}{\partial w_{ij}}"
RIGHT = rf"$${G} = (y_i - t_i) f'(a_i) x_j$$"


def judged(text: str, **options: Any) -> Report:
    return check(text, network=NET, options=Options(**options))


def test_verdicts_without_reasons_are_the_same_verdicts() -> None:
    page = RIGHT + rf"$${G} = (y_i - t_i) x_j$$"
    full, bare = judged(page).data(), judged(page, reasons=False).data()
    assert full["claims"][1]["links"][0]["reason"] is not None
    assert bare["claims"][1]["links"][0]["reason"] is None
    full["claims"][1]["links"][0]["reason"] = None
    assert bare == full


# ---------------------------------------- what follows

SLIP = r"$$\frac{\partial E}{\partial a_i} = (y_i - t_i) y_i$$"
RULE = rf"$${G} = \frac{{\partial E}}{{\partial a_i}} x_j$$"
FOLLOWING = [
    (SLIP, rf"$${G} = (y_i - t_i) y_i x_j$$", True),  # through what is true of the left side
    (SLIP + RULE, rf"$${G} = (y_i - t_i) y_i x_j$$", True),  # put into a right line
    (SLIP, rf"$${G} = (y_i - t_i) x_j$$", False),  # another slip
    (SLIP, rf"$${G} = 2 (y_i - t_i) y_i x_j$$", False),
    (RIGHT, rf"$${G} = (y_i - t_i) y_i x_j$$", False),  # nothing above is wrong
    (f"~~{SLIP}~~", rf"$${G} = (y_i - t_i) y_i x_j$$", False),  # its author withdrew it
]


@pytest.mark.parametrize(("above", "line", "follows"), FOLLOWING)
def test_a_wrong_line_that_follows(above: str, line: str, follows: bool) -> None:
    found = judged(f"{above}\n\n{RULE}\n\n{line}" if follows else f"{above}\n\n{line}").claims[-1]
    assert (str(found.judgement), found.follows) == ("wrong", follows)


def test_a_wrong_line_follows_by_the_chain_rule_that_is_not_written() -> None:
    found = judged(SLIP + "\n\n" + rf"$${G} = (y_i - t_i) y_i x_j$$").claims[-1]
    assert (str(found.judgement), found.follows) == ("wrong", True)


def test_following_never_changes_a_verdict() -> None:
    report = judged(f"{SLIP}\n\n{RULE}\n\n{RIGHT}")
    assert [str(c.judgement) for c in report.claims] == ["wrong", "right", "right"]
    assert not any(c.follows for c in report.claims)
    assert (report.first_wrong is report.claims[0], report.result_right) == (True, True)


# ---------------------------------------- the goal

CHAIN = rf"$${G} = \frac{{\partial E}}{{\partial a_i}} \frac{{\partial a_i}}{{\partial w_{{ij}}}}$$ "
UPPER = r"$$\frac{\partial E}{\partial a_i} = (y_i - t_i) f'(a_i)$$ "
WRONG_UPPER = r"$$\frac{\partial E}{\partial a_i} = (y_i - t_i)$$ "
LOWER = r"$$\frac{\partial a_i}{\partial w_{ij}} = x_j$$ "
LOWER_1 = r"$$\frac{\partial a_1}{\partial w_{1j}} = x_j$$ "
BY_NODE = r"$$\frac{\partial E}{\partial a_i} = \frac{\partial E}{\partial y_i} \frac{\partial y_i}{\partial a_i}$$ "
NODE = r"$$\frac{\partial y_i}{\partial a_i} = f'(a_i)$$ "
LAST = r"$$\frac{\partial E}{\partial y_i} = y_i - t_i$$ "
NAMED = r"$$\delta_i = \frac{\partial E}{\partial a_i}$$ "
BY_NAME = rf"$${G} = \delta_i \frac{{\partial a_i}}{{\partial w_{{ij}}}}$$ "
EXPLAINED = r"$$\delta_i = (y_i - t_i) f'(a_i)$$ "
BACK = rf"$$\frac{{\partial E}}{{\partial a_i}} = {G} / x_j$$ "
SUMMED = rf"$${G} = \sum_k \frac{{\partial E}}{{\partial a_k}} \frac{{\partial a_k}}{{\partial w_{{ij}}}}$$ "
OTHERS = r"$$\frac{\partial a_k}{\partial w_{ij}} = \delta_{ki} x_j$$ "
GOALS = [
    (RIGHT, "reached"),
    (rf"$$(y_i - t_i) f'(a_i) x_j = {G}$$", "reached"),
    (rf"$${G} = (y_1 - t_1) f'(a_1) x_j \quad (i = 1)$$", "incomplete"),
    (
        rf"$${G} = (y_1 - t_1) f'(a_1) x_j \quad (i = 1)$$ $${G} = (y_i - t_i) f'(a_i) x_j \quad (i \ne 1)$$",
        "reached",
    ),
    (r"$$\frac{\partial E}{\partial w_{11}} = (y_1 - t_1) f'(a_1) x_1$$", "incomplete"),
    (RULE, "incomplete"),
    (rf"$$\delta_i = \frac{{\partial E}}{{\partial a_i}}$$ $${G} = \delta_i x_j$$", "incomplete"),
    (rf"$$\delta_i = \frac{{\partial E}}{{\partial a_i}} = (y_i - t_i) f'(a_i)$$ $${G} = \delta_i x_j$$", "reached"),
    (rf"$$g_{{ij}} = {G}$$ $${G} = g_{{ij}}$$", "incomplete"),
    (CHAIN + UPPER + LOWER, "reached"),  # every piece in a line of its own
    (UPPER + LOWER + CHAIN, "reached"),
    (CHAIN + UPPER, "incomplete"),
    (CHAIN + LOWER, "incomplete"),
    (CHAIN + UPPER + LOWER_1, "incomplete"),  # derived at one entry only
    (CHAIN + LOWER + WRONG_UPPER, "incomplete"),
    (CHAIN + LOWER + BY_NODE + NODE + LAST, "reached"),  # and pieces of pieces
    (CHAIN + LOWER + BY_NODE + NODE, "incomplete"),
    (rf"$${G} = (y_i - t_i) x_j = (y_i - t_i) f'(a_i) x_j$$", "reached"),  # wrong on the way, right at the end
    (rf"$${G} = (y_i - t_i) f'(a_i) x_j = (y_i - t_i) x_j$$", "reached"),  # right, and then wrong
    (rf"$${G} = (y_i - t_i) x_j = {G}$$", "incomplete"),  # back where it began
    (rf"$${G} = (y_i - t_i) x_j = {CHAIN.strip(' $').partition('= ')[2]}$$", "incomplete"),  # open at the end
    (rf"$$0 = 1 = 0$$ $${G} = 0 = 1$$", "incomplete"),
    (rf"$${G} = 0 = 1 = x_j = (y_i - t_i) f'(a_i) x_j$$", "incomplete"),  # guesses
    (rf"$${G} = x_j$$ {RIGHT} $${G} = y_i x_j$$", "incomplete"),  # guesses in lines of their own
    (rf"$${G} = y_i x_j = (y_i - t_i) f'(a_i) x_j$$ $${G} = y_i x_j$$", "incomplete"),
    (rf"{RIGHT} $${G} = y_i x_j$$", "incomplete"),  # the last word is wrong
    (rf"{RIGHT} $$y_i x_j = {G}$$", "incomplete"),
    (rf"{RIGHT} $$\frac{{\partial E}}{{\partial w_{{11}}}} = 0$$", "incomplete"),
    (rf"$${G} = y_i x_j$$ {RIGHT}", "reached"),  # put right
    (rf"{RIGHT} ~~$${G} = y_i x_j$$~~", "reached"),
    (rf"{RIGHT} $${G} = y_i x_j = (y_i - t_i) f'(a_i) x_j$$", "reached"),
    (rf"{RIGHT} $$\frac{{\partial E}}{{\partial a_i}} = 0$$", "reached"),  # about another derivative
    (rf"$${G} = (y_i - t_i) f'(a_i) x_j \quad (i \ne 1)$$ $${G} = 0 \quad (i = 1)$$", "incomplete"),
    (NAMED + BY_NAME + LOWER + EXPLAINED + r"$$\delta_i = y_i$$", "incomplete"),
    (NAMED + BY_NAME + LOWER + r"$$\delta_i = y_i$$ " + EXPLAINED, "reached"),
    (CHAIN + UPPER + LOWER + WRONG_UPPER, "incomplete"),  # of a piece
    (rf"~~$${G} = (y_i - t_i) x_j = (y_i - t_i) f'(a_i) x_j$$~~", "incomplete"),
    (NAMED + BY_NAME + LOWER + EXPLAINED, "reached"),  # with a named delta
    (NAMED + BY_NAME + LOWER + UPPER, "reached"),
    (NAMED + BY_NAME + LOWER + BY_NODE + NODE + LAST, "reached"),
    (NAMED + BY_NAME + LOWER, "incomplete"),
    (NAMED + BY_NAME + EXPLAINED, "incomplete"),
    (CHAIN + LOWER + BACK, "incomplete"),  # round in a circle
    (SUMMED + UPPER + OTHERS, "reached"),  # under a sum, for every letter of it
    (SUMMED + UPPER + LOWER, "incomplete"),
    (rf"~~{RIGHT}~~", "incomplete"),
    (r"$$\frac{\partial^+ E}{\partial w_{ij}} = 0$$", "incomplete"),  # the direct derivative is another one
    (rf"$$g_{{ij}} = {G}$$ $$g_{{ij}} = (y_i - t_i) f'(a_i) x_j$$", "reached"),  # by a name for it
    (rf"$$g_{{kl}} = {G.replace('ij', 'kl')}$$ $$g_{{11}} = (y_1 - t_1) f'(a_1) x_1$$", "incomplete"),
    (rf"$$g_{{ij}} = {G}$$ $$g_{{ij}} = (y_i - t_i) f'(a_i) x_j$$ $$g_{{ij}} = 0$$", "incomplete"),
    (rf"$$g_{{ij}} = {G}$$ $$g_{{ij}} = \frac{{\partial E}}{{\partial a_i}} x_j$$", "incomplete"),
    (rf"$${G} = (y_i - t_i) x_j$$", "incomplete"),
]


@pytest.mark.parametrize(("text", "goal"), GOALS)
def test_the_goal(text: str, goal: str) -> None:
    assert judged(text).goal == goal


def test_another_goal_can_be_asked_for() -> None:
    assert judged(RIGHT, wrt="b_i").goal == "incomplete"
    assert judged(r"$$\frac{\partial E}{\partial b_i} = (y_i - t_i) f'(a_i)$$", wrt="b_i").goal == "reached"


def test_a_wrong_link_on_the_way_to_the_goal_costs_its_marks() -> None:
    report = judged(rf"$${G} = (y_i - t_i) x_j = (y_i - t_i) f'(a_i) x_j$$")
    assert (report.result_right, report.goal, report.marks) == (True, "reached", 4.0)


# ---------------------------------------- marks

DEGENERATE = [
    rf"$${G} = {G} \cdot \frac{{2}}{{2}}$$",
    rf"$${G} + x_j - x_j = {G}$$",
    r"$$\frac{\partial 3}{\partial w_{ij}} = 0$$",
    r"$$\frac{\partial w_{ij}}{\partial w_{ij}} = 1$$",
    r"$$\frac{\partial t_i}{\partial w_{ij}} = 0$$",
    r"$$\frac{\partial w_{ij}}{\partial b_k} = 0$$",
    r"$$\frac{\partial^+ E}{\partial w_{ij}} = 0$$",
    "$$0 = 0$$",
    rf"$${G} = {G}$$",
    "$$x_j = x_j + 0$$",
    r"$$w_{ij} x_j = x_j w_{ij}$$",
    "$$y_i = f(a_i)$$",
]


@pytest.mark.parametrize("text", DEGENERATE)
def test_what_says_nothing_earns_nothing(text: str) -> None:
    report = judged(text)
    assert (report.marks, report.claims[0].marks if report.claims else 0) == (0, 0)


def test_saying_it_twice_earns_it_once() -> None:
    report = judged(f"{RIGHT}\n\n{RIGHT}")
    assert [c.marks for c in report.claims] == [1, 0]


def test_an_equation_outside_mathematics_is_not_passed_over() -> None:
    page = "$$E = \\sum_{i=1}^{N} w_i^2$$\n\nso ∂E/∂w_i = w_i\n\n$$\\frac{\\partial E}{\\partial w_i} = 2 w_i$$"
    report = check(page)
    assert [(c.line, str(c.judgement)) for c in report.claims] == [(3, "unreadable"), (5, "right")]
    assert report.exit_status == 2
    read_draft(page)  # a page that only defines a network may speak of derivatives in its words


def test_a_brace_that_is_not_closed_is_named_by_all_lines_that_rest_on_it() -> None:
    """The names that stand in that line alone are not told apart from any others: what is lost is the line."""
    page = (
        "$$ a_j = \\sum_{i=1}^{I w_{ji} x_i $$\n\n$$ h_j = \\tanh(a_j), \\quad E = \\sum_{j=1}^{J} h_j $$\n\n"
        "$$ \\frac{\\partial E}{\\partial w_{ji}} = (1 - h_j^2) x_i $$"
    )
    broken, claim = check(page).claims
    assert (broken.line, str(broken.judgement), claim.line, str(claim.judgement)) == (1, "unreadable", 5, "unproved")
    assert "the definition of `a` in line 1 could not be read" in claim.links[0].detail


def test_the_total() -> None:
    assert (judged(RIGHT).marks, judged(RIGHT).marks_possible) == (10, 10)
    half = judged(rf"{RIGHT} $$\frac{{\partial E}}{{\partial a_i}} = 0$$")
    assert half.marks == 6 / 2 + 4
    assert [c.rule for c in half.claims] == ["right: 1", "wrong: 0"]


def test_a_scheme_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "marks.toml"
    path.write_text("lines = 20\ngoal = 0\nwrong = 0.5\n", encoding="utf-8")
    report = judged(rf"$${G} = 0$$", scheme=read_scheme(path))
    assert (report.marks, report.marks_possible) == (10, 20)
    for bad in ("rihgt = 1", "right = -1", 'right = "1"', "right = nan", "right"):
        path.write_text(bad, encoding="utf-8")
        with pytest.raises(ReadError):
            read_scheme(path)


# ---------------------------------------- workers


def test_a_task_costs_only_itself() -> None:
    with Workers(1, seconds=5.0) as workers:
        slow = workers.submit(time.sleep, 60)
        after = workers.submit(pow, 2, 5)
        large = workers.submit(bytearray, 10**9)
        gone = workers.submit(os._exit, 3)
        failing = workers.submit(int, "x")
        last = workers.submit(pow, 2, 6)
        for future, kind in ((slow, TookTooLong), (large, TookTooMuch), (gone, Crashed), (failing, Crashed)):
            with pytest.raises(kind):
                future.result()
        assert (after.result(), last.result()) == (32, 64)


def test_workers_take_nothing_after_they_have_been_shut_down() -> None:
    workers = Workers(1)
    workers.shutdown()
    with pytest.raises(RuntimeError):
        workers.submit(pow, 2, 2)


class Broken(Executor):
    """An executor of somebody else's: every second task fails."""

    def __init__(self) -> None:
        self.count = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.count += 1
        future: Future[Any] = Future()
        if self.count % 2:
            future.set_result(fn(*args, **kwargs))
        else:
            future.set_exception(RuntimeError("lost"))
        return future


def test_a_failing_executor_costs_only_its_files(tmp_path: Path) -> None:
    for n in range(4):
        (tmp_path / f"s{n}.md").write_text(RIGHT, encoding="utf-8")
    records = judge_folder(tmp_path, NET, output=tmp_path / "out.jsonl", executor=Broken())
    assert [r["verdict"] for r in records] == ["right", "unproved", "right", "unproved"]
    assert "lost" in records[1]["problem"]
    table = tmp_path / "out.csv"
    write_csv(records, table)
    assert "not judged: RuntimeError: lost" in table.read_text(encoding="utf-8-sig")


def test_what_an_executor_failed_in_is_tried_again(tmp_path: Path) -> None:
    for n in range(4):
        (tmp_path / f"s{n}.md").write_text(RIGHT, encoding="utf-8")
    out = tmp_path / "out.jsonl"
    judge_folder(tmp_path, NET, output=out, executor=Broken())
    with ThreadPoolExecutor(1) as pool:
        records = judge_folder(tmp_path, NET, output=out, executor=pool)
    assert [r["verdict"] for r in records] == ["right"] * 4
    assert len(out.read_text(encoding="utf-8").splitlines()) == 6


def test_a_large_process_has_workers_of_their_own() -> None:
    held = bytearray(400 << 20)
    with Workers(1) as workers:
        assert workers.submit(len, bytes(200 << 20)).result() == 200 << 20
    assert len(held) == 400 << 20


def test_any_executor_will_do(tmp_path: Path) -> None:
    path = tmp_path / "s.md"
    path.write_text(RIGHT, encoding="utf-8")
    with ThreadPoolExecutor(1) as pool:
        assert judge_file(str(path), NET, executor=pool).verdict == "right"


def test_a_folder_is_resumed_and_a_changed_file_judged_again(tmp_path: Path) -> None:
    folder, out = tmp_path / "class", tmp_path / "out.jsonl"
    folder.mkdir()
    for n in range(3):
        (folder / f"s{n}.md").write_text(RIGHT, encoding="utf-8")
    with ThreadPoolExecutor(1) as pool:
        judge_folder(folder, NET, output=out, executor=pool)
        text = out.read_text(encoding="utf-8")
        out.write_text(text[:-40], encoding="utf-8")  # as if the run had been stopped while it wrote
        (folder / "s0.md").write_text(rf"$${G} = 0$$", encoding="utf-8")
        records = judge_folder(folder, NET, output=out, executor=pool)
    assert [r["verdict"] for r in records] == ["wrong", "right", "right"]
    assert {Path(f).name for f in done_before(out)} == {"s0.md", "s1.md", "s2.md"}
    table = tmp_path / "out.csv"
    write_csv(records, table)
    assert "commonest mistakes" in table.read_text(encoding="utf-8-sig")


def test_what_is_done_is_known_in_another_process(tmp_path: Path) -> None:
    (tmp_path / "net.md").write_text("$$y = \\sum_{j=1}^{J} w_j x_j \\quad E = y^2$$", encoding="utf-8")
    code = (
        "from symderiv.check.workers.fingerprint import basis; from symderiv.check.options import Options;"
        "from symderiv.load import load; import sys; print(basis(load(sys.argv[1]), Options()))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "net.md")],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent.parent)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in "123"
    }
    assert len(found) == 1


def test_a_file_that_is_no_report_is_not_written_over(tmp_path: Path) -> None:
    out = tmp_path / "thesis.tex"
    for words in ("precious\nwords\n", "precious words", '{"file": 3', "[]\n"):
        out.write_text(words, encoding="utf-8")
        with pytest.raises(ReadError):
            judge_folder(tmp_path, NET, output=out)
        assert out.read_text(encoding="utf-8") == words


# ---------------------------------------- the command line


def test_every_input_gives_one_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "s.md"
    path.write_text(RIGHT, encoding="utf-8")
    for arguments in ([str(tmp_path / "none.md")], [str(path), "--network", "nosuch"], [str(path)]):
        assert main(["check", *arguments, "--json"]) == 2
        assert json.loads(capsys.readouterr().out)["file"] == arguments[0]


def test_files_are_included_from_below_the_folder_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "inner.tex").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "outer.tex").write_text(RIGHT, encoding="utf-8")
    path = tmp_path / "a" / "s.tex"
    network = str(Path(__file__).resolve().parent / "pages" / "networks" / "two_layers.md")
    for name, status in (("inner", 0), ("../outer", 2)):
        text = rf"\documentclass{{article}}\begin{{document}}\input{{{name}}}\end{{document}}"
        path.write_text(text, encoding="utf-8")
        assert main(["check", str(path), "--network", network, "--json"]) == status
        capsys.readouterr()


@pytest.mark.parametrize("slip", [r"x_i", r"2 x_i + 1"])
def test_a_planted_wrong_claim_fails_verification(slip: str, tmp_path: Path) -> None:
    path = tmp_path / "net.md"
    text = r"$$E = \sum_{i=1}^{I} x_i x_i$$" + "\n\n" + r"$$\frac{\partial E}{\partial x_i} = "
    path.write_text(text + "2 x_i$$", encoding="utf-8")
    assert main(["verify", str(path)]) == 0
    path.write_text(text + slip + "$$", encoding="utf-8")
    assert main(["verify", str(path)]) == 1
