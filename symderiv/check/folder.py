"""A folder of solutions: every file judged in a worker, one JSON line each as it finishes, resumable.

A file that crashes its worker or takes too long costs only itself. Any `concurrent.futures.Executor` can do the work.
"""

from __future__ import annotations

import csv
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, as_completed
from pathlib import Path
from types import TracebackType
from typing import TextIO

from ..console import json_for
from ..errors import ReadError, SymderivError
from ..system import System
from .options import USUAL, Options
from .workers.files import Job, Record, as_data, failed, judge_as_data, packed, workers
from .workers.fingerprint import basis, fingerprint

SUFFIXES = (".md", ".tex", ".ltx", ".txt", ".markdown")
MOST_MISTAKES = 5
"""So many of the commonest mistakes are named."""


def solutions(folder: Path) -> list[Path]:
    """The files of a folder that may hold a solution, in order of their names; hidden ones are left out."""
    found = (p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
    return sorted(p for p in found if not any(part.startswith(".") for part in p.relative_to(folder).parts))


def judge_folder(
    folder: Path,
    network: System | None,
    options: Options = USUAL,
    *,
    output: Path | None = None,
    jobs: int | None = None,
    executor: Executor | None = None,
    progress: bool = False,
) -> list[Record]:
    """Judge every solution of a folder against a network, or each by the one that it defines (None); the JSON of each,
    in order of the files.

    - `output`: a file of JSON lines. What it already holds of an unchanged file is kept and not judged again; what is
      new is added line by line. Without it the lines go to standard output.
    - `jobs`: how many workers of our own; `executor`: who does the work instead.
    """
    files = solutions(folder)
    before = done_before(output) if output is not None else {}
    shared = basis(network, options)
    marks = {str(p): fingerprint(p, shared) for p in files}
    records = {path: before[path] for path, mark in marks.items() if before.get(path, {}).get("fingerprint") == mark}
    left = [str(p) for p in files if str(p) not in records]
    own = workers(options, min(jobs or _cores(), max(1, len(left)))) if executor is None else None
    sink = sys.stdout if output is None else output.open("a", encoding="utf-8")
    try:
        with _Bar(len(files), len(records), progress) as bar:
            for path, record, lasting in judged(left, network, options, executor or own):
                records[path] = {**record, "fingerprint": marks[path] if lasting else ""}
                text = json.dumps(records[path], ensure_ascii=False)
                print(json_for(text, sink.encoding), file=sink, flush=True)
                bar.step(record["verdict"])
    finally:
        if own is not None:
            own.shutdown(cancel_futures=True)
        if output is not None:
            sink.close()
    return [records[str(p)] for p in files]


def judged(
    paths: Iterable[str], network: System | None, options: Options, executor: Executor | None
) -> Iterator[tuple[str, Record, bool]]:
    """Each file with its JSON, as they finish, and whether that would be the same another time.

    What a page does to its worker it does again; what the executor failed in for reasons of its own is tried again.
    """
    assert executor is not None
    network_bytes = packed(network)
    futures: dict[Future[Record], str] = {}
    for path in paths:
        try:
            futures[executor.submit(judge_as_data, Job(path, network_bytes, options))] = path
        except Exception as error:  # an executor that broke takes no more tasks
            yield path, as_data(failed(path, error)), False
    for future in as_completed(futures):
        path = futures[future]
        try:
            yield path, future.result(), True
        except SymderivError as error:
            yield path, as_data(failed(path, error)), True
        except Exception as error:
            yield path, as_data(failed(path, error)), False


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


def done_before(output: Path) -> dict[str, Record]:
    """What a file of JSON lines already holds, by file. A last line that was cut off is taken out of it.

    Raises `ReadError` if it is something else than such a file.
    """
    if not output.exists():
        return {}
    text = output.read_text(encoding="utf-8", errors="replace")
    whole, _, rest = text.rpartition("\n")
    found: dict[str, Record] = {}
    for n, row in enumerate(whole.split("\n") if whole else ()):
        try:
            record = json.loads(row)
            found[record["file"]] = record
        except (ValueError, TypeError, KeyError) as error:
            raise _no_reports(output, n + 1) from error
    if rest:
        start = '{"file": "'
        if not (rest.startswith(start) or start.startswith(rest)):
            raise _no_reports(output, text.count("\n") + 1)
        output.write_text(f"{whole}\n" if whole else "", encoding="utf-8")
    return found


def _no_reports(output: Path, line: int) -> ReadError:
    return ReadError(f"`{output}`, line {line}: this is no report of a solution", hint="name another file with -o")


# ---------------------------------------- the class as a whole


def mistakes(records: Iterable[Record]) -> Counter[str]:
    """How many solutions hold each kind of mistake; what only follows from another mistake does not count."""
    found: Counter[str] = Counter()
    for record in records:
        kinds = {
            link["reason"]["kind"]
            for claim in record["claims"]
            for link in claim["links"]
            if link["verdict"] == "wrong" and not link["follows"] and link["reason"]
            if not claim["marked_wrong_by_author"]
        }
        found.update(kinds)
    return found


def write_csv(records: list[Record], path: Path) -> None:
    """A table: a row for each solution with its marks and mistakes, then the commonest mistakes of the class."""
    with path.open("w", newline="", encoding="utf-8-sig") as sink:
        table = csv.writer(sink)
        table.writerow(("file", "verdict", "goal", "marks", "possible", "first wrong line", "mistakes"))
        for r in records:
            named = r["problem"] or "; ".join(sorted(mistakes([r])))
            score = r["score"]
            row = (r["file"], r["verdict"], r["goal"], score["marks"], score["possible"], r["first_wrong"] or "", named)
            table.writerow([_inert(cell) for cell in row])
        table.writerow(())
        table.writerow(("commonest mistakes", "solutions"))
        table.writerows(mistakes(records).most_common(MOST_MISTAKES))


def _inert(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula (a file may be called `=cmd.md`)."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@") else cell


def summary(records: list[Record], lang: str = "en") -> str:
    """The class in a few lines: how many solutions have which verdict, and the commonest mistakes."""
    verdicts = Counter(str(r["verdict"]) for r in records)
    rows = [", ".join(f"{verdict}: {n}" for verdict, n in verdicts.most_common())]
    rows += [f"  {n} x {kind}" for kind, n in mistakes(records).most_common(MOST_MISTAKES)]
    return "\n".join(rows)


class _Bar:
    """Progress on standard error: a bar in a terminal, some ten lines elsewhere."""

    WIDTH = 30

    def __init__(self, total: int, done: int, shown: bool) -> None:
        self.total, self.done = total, done
        self.stream: TextIO | None = sys.stderr if shown else None
        self.moving = shown and sys.stderr.isatty()
        self.told = -1

    def step(self, verdict: str) -> None:
        """One more is done."""
        self.done += 1
        self._show(verdict)

    def _show(self, verdict: str = "") -> None:
        tenth = 10 * self.done // max(1, self.total)
        if self.stream is None or (not self.moving and tenth == self.told):
            return
        self.told = tenth
        filled = self.WIDTH * self.done // max(1, self.total)
        bar = "#" * filled + "." * (self.WIDTH - filled)
        shown = f"[{bar}] {self.done}/{self.total} {verdict:<10}"
        self.stream.write(f"\r{shown}" if self.moving else f"{shown.rstrip()}\n")
        self.stream.flush()

    def __enter__(self) -> _Bar:
        self._show()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.stream is not None and self.moving:
            self.stream.write("\n")
