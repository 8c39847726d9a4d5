"""`symderiv check` as its users meet it: exit status, the promised JSON, one object whatever the input."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

import symderiv as sd
from symderiv.catalogue import page
from symderiv.cli import main

NETWORK = page("tied_autoencoder_squared_error").read_text(encoding="utf-8")
RIGHT = r"$$\frac{\partial E}{\partial o_k^{(3)}} = o_k^{(3)} - t_k$$"
WRONG = r"$$\frac{\partial E}{\partial o_k^{(3)}} = o_k^{(3)} + t_k$$"
UNREADABLE = r"$$\frac{\partial E}{\partial o_k^{(3)}} = o_k^{(3)} - $$"
STRUCK = r"~~$$\frac{\partial E}{\partial o_k^{(3)}} = t_k$$~~"
OPEN = r"$$\frac{\partial E}{\partial o_k^{(3)}} \approx t_k$$"

PAGES = [
    (RIGHT, 0, "right"),
    (RIGHT + "\n\n" + WRONG, 1, "wrong"),
    (UNREADABLE, 2, "unreadable"),
    (WRONG + "\n\n" + UNREADABLE, 1, "wrong"),
    (STRUCK, 0, "right"),
    (f"~~{RIGHT}~~", 1, "wrong"),
    ("words alone", 2, "empty"),
    ("", 2, "empty"),
]


def judged(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, object]]:
    path = tmp_path / "solution.md"
    path.write_text(text, encoding="utf-8")
    status = main(["check", str(path), "--network", "tied_autoencoder_squared_error", "--json"])
    return status, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(("text", "status", "verdict"), PAGES)
def test_verdict_and_exit_status(
    text: str, status: int, verdict: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    got, report = judged(text, tmp_path, capsys)
    assert (got, report["verdict"]) == (status, verdict)


def test_the_promised_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, report = judged(RIGHT + "\n\n" + WRONG, tmp_path, capsys)
    assert {"file", "verdict", "score", "claims"} <= report.keys()
    claims = report["claims"]
    assert isinstance(claims, list)
    first, second = claims
    assert {"line", "latex", "verdict", "marked_wrong_by_author", "follows", "links"} <= first.keys()
    assert (first["line"], second["line"]) == (1, 3)
    (link,) = second["links"]
    assert {"latex", "verdict", "follows", "evidence", "reason", "counterexample"} <= link.keys()
    assert {"kind", "text", "span"} <= link["reason"].keys()
    assert link["counterexample"]["left"] != link["counterexample"]["right"]
    (right,) = first["links"]
    assert (right["evidence"], right["reason"], right["counterexample"]) == ("proved", None, None)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_report_for_people(lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "solution.md"
    path.write_text(NETWORK + "\n\n" + WRONG, encoding="utf-8")
    assert main(["check", str(path), "--lang", lang]) == 1
    out = capsys.readouterr().out
    assert "^" in out
    assert "Traceback" not in out
    assert ("誤" in out) == (lang == "ja")


HOSTILE = {
    "parentheses": "$$ y = " + "(" * 5000 + "x" + ")" * 5000 + " $$",
    "fractions": "$$ y = " + r"\frac{1}{" * 1500 + "x" + "}" * 1500 + " $$",
    "digits": "$$ y = " + "9" * 100_000 + " $$",
    "length": "$$ y = " + "a+" * 500_000 + "a $$",
    "tower": "$$ E = x $$ $$ E = x + 10^{10^{10}} $$",
    "endless sum": r"$$ E = \sum_{i=1}^{1000000000} x_i $$ $$ \frac{\partial E}{\partial x_1} = 2 $$",
    "direction": "$$ y = \u202e x_i $$",
    "code": r'$$ y = \text{__import__("os").system("true")} $$',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_gets_an_answer(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "hostile.md"
    path.write_text(HOSTILE[name], encoding="utf-8")
    status = main(["check", str(path), "--json", "--budget", "5"])
    report = json.loads(capsys.readouterr().out)
    assert status in (1, 2, 3)
    assert report["verdict"] in ("wrong", "unreadable", "unproved")


@pytest.mark.parametrize("data", [b"$$ y = \x00 x $$", b"$$ y = \xff\xfe\x80 x $$"])
def test_bytes_that_are_no_text(data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bytes.md"
    path.write_bytes(data)
    assert main(["check", str(path), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["verdict"] == "unreadable"


def test_a_solution_adds_nothing_to_the_network(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither assumptions of its own nor other definitions make a wrong line right."""
    front = '+++\nassume = ["t_k = 0"]\noutside = "zero"\n+++\n\n'
    wrong = r"$$\frac{\partial E}{\partial o_k^{(3)}} = o_k^{(3)}$$"
    status, _ = judged(front + wrong, tmp_path, capsys)
    assert status == 1
    status, _ = judged(r"$$t_k = 0$$" + "\n\n" + wrong, tmp_path, capsys)
    assert status == 1


def test_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "class"
    folder.mkdir()
    for name, text in (("a", RIGHT), ("b", WRONG), ("c", UNREADABLE)):
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    lines, table = tmp_path / "out.jsonl", tmp_path / "out.csv"
    command = [
        "check",
        str(folder),
        "--network",
        "tied_autoencoder_squared_error",
        "-o",
        str(lines),
        "--csv",
        str(table),
    ]
    assert main([*command, "--jobs", "1"]) == 1
    found = {Path(r["file"]).stem: r["verdict"] for r in map(json.loads, lines.read_text("utf-8").splitlines())}
    assert found == {"a": "right", "b": "wrong", "c": "unreadable"}
    assert len(table.read_text("utf-8").splitlines()) >= 4
    before = lines.read_text("utf-8")
    main([*command, "--jobs", "1"])
    assert lines.read_text("utf-8") == before


def test_from_python() -> None:
    net = sd.load_network("tied_autoencoder_squared_error")
    assert net.check(RIGHT).verdict == "right"
    assert sd.check(RIGHT + WRONG, network=net.system).verdict == "wrong"


@pytest.mark.parametrize("said", ["For $i = k$ we have", "$i = k$ のとき", "if $k = i$:"])
def test_a_condition_about_a_letter_that_only_claims_use(said: str) -> None:
    line = r"$$\frac{\partial y_i}{\partial z_k} = y_i (1 - y_k)$$"
    net = sd.load_network("softmax_cross_entropy")
    assert net.check(f"{said}\n\n{line}").verdict == "right"
    assert net.check(line).verdict == "wrong"


def test_json_on_a_console_that_lacks_characters_is_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "solution.md"
    path.write_text(
        r"$$E = \sum_{i=1}^{N} w_i^2$$ $$\frac{\partial E}{\partial w_i} \text{für å} = w_i$$", encoding="utf-8"
    )
    console = io.TextIOWrapper(io.BytesIO(), encoding="cp932", errors="backslashreplace")
    monkeypatch.setattr("sys.stdout", console)
    main(["check", str(path), "--json"])
    console.flush()
    written = console.buffer
    assert isinstance(written, io.BytesIO)
    assert "für å" in json.dumps(json.loads(written.getvalue().decode("cp932")), ensure_ascii=False)


def test_the_readme_shows_what_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readme = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
    told = readme[readme.index("of a file with the one line\n") :].split("\n")
    path = tmp_path / "line.md"
    path.write_text(told[1].strip("`") + "\n", encoding="utf-8")
    assert main(["check", str(path)]) == 1
    shown = told[told.index("```text") + 1 :]
    assert capsys.readouterr().out.rstrip().split("\n")[1:] == shown[: shown.index("```")]


def test_a_folder_of_pages_that_define_their_networks(tmp_path: Path) -> None:
    page = "$$E = \\frac12 (w x - t)^2$$\n\n$$\\frac{\\partial E}{\\partial w} = (w x - t) x$$\n"
    (tmp_path / "a.md").write_text(page, encoding="utf-8")
    (tmp_path / "b.md").write_text(page.replace("t) x$$", "t)$$"), encoding="utf-8")
    (tmp_path / "c.md").write_text("no mathematics\n", encoding="utf-8")
    out = tmp_path / "out.jsonl"
    assert main(["check", str(tmp_path), "-o", str(out)]) == 1
    records = [json.loads(row) for row in out.read_text(encoding="utf-8").splitlines()]
    assert {Path(r["file"]).name: r["verdict"] for r in records} == {"a.md": "right", "b.md": "wrong", "c.md": "empty"}
