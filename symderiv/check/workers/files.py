"""One file, judged in a worker: whatever it holds, one report comes out."""

from __future__ import annotations

import pickle
from concurrent.futures import CancelledError, Executor
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from ...document.text import read_text
from ...errors import SymderivError
from ...step import Judgement
from ...system import System
from ..options import USUAL, Options
from ..page import check
from ..report import Report
from .sandbox import TookTooLong, Workers

Record = dict[str, Any]
"""What a report says, as it is printed in JSON."""

GRACE = 3.0
"""Seconds that a worker gets beyond the budget of the page before it is killed."""


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be judged: everything that a worker needs. `network` is a pickled `System`."""

    path: str
    network: bytes | None = None
    options: Options = USUAL


def packed(network: System | None) -> bytes | None:
    """A network as it travels to workers."""
    return None if network is None else pickle.dumps(network)


@lru_cache(maxsize=4)
def _unpacked(network: bytes) -> System:
    """The network again: one object for all pages, so that what is found about it is kept."""
    system = pickle.loads(network)
    assert isinstance(system, System)
    return system


def judge(job: Job) -> Report:
    """Judge a file, here and now."""
    path = Path(job.path)
    try:
        text = read_text(path)
        network = None if job.network is None else _unpacked(job.network)
        return check(text, network=network, file=job.path, folder=path.parent, options=job.options)
    except SymderivError as error:
        return Report(job.path, (), problem=str(error))


def judge_as_data(job: Job) -> Record:
    """Judge a file, here and now: its JSON, which travels faster than a report does, and its exit status."""
    return as_data(judge(job))


def as_data(report: Report) -> Record:
    """What a report says in JSON, and its exit status."""
    return {**report.data(), "exit": report.exit_status}


def failed(path: str, error: BaseException) -> Report:
    """The report on a file whose worker failed."""
    if isinstance(error, CancelledError):
        return Report(path, (), problem="not judged: the run was stopped", problem_is=Judgement.UNPROVED)
    if not isinstance(error, SymderivError):  # the executor's trouble, not the page's
        cause = f"not judged: {type(error).__name__}: {error}"
        return Report(path, (), problem=cause, problem_is=Judgement.UNPROVED)
    cause = error.cause
    late = isinstance(error, TookTooLong)
    return Report(path, (), problem=cause, problem_is=Judgement.UNPROVED if late else Judgement.UNREADABLE)


def workers(options: Options, jobs: int = 1) -> Workers:
    """Workers that leave a page its budget."""
    return Workers(jobs, options.seconds + GRACE)


def judge_file(
    path: str, network: System | None = None, options: Options = USUAL, executor: Executor | None = None
) -> Report:
    """Judge one file in a worker that can be killed (or in the executor that is given)."""
    job = Job(path, packed(network), options)
    if executor is not None:
        return _result(executor, job)
    with workers(options) as own:
        return _result(own, job)


def _result(executor: Executor, job: Job) -> Report:
    try:
        return replace(executor.submit(judge, job).result(), file=job.path)
    except Exception as error:  # a foreign executor may fail in its own ways
        return failed(job.path, error)
