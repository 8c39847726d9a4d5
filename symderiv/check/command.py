"""`symderiv check`: one file or a folder of them, judged and printed. Returns exit statuses, prints nothing else."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from pathlib import Path

from ..console import json_for
from ..errors import SymderivError
from ..load import load
from ..read_part import read_variable
from ..system import System
from .folder import judge_folder, summary, write_csv
from .marks import DEFAULT, read_scheme
from .options import Options
from .report import EXIT_EMPTY, Report
from .telling.text import render
from .workers.files import judge_file


def check_command(args: Namespace) -> int:
    """Judge `args.solution`; 0 right, 1 wrong, 3 unproved, 2 unreadable, empty or misuse."""
    path = Path(args.solution)
    is_folder = os.path.isdir(args.solution)
    try:
        if not args.solution:
            raise SymderivError("the name of the solution is empty", hint="name a file: symderiv check FILE")
        network, options = _asked(args)
        if is_folder:
            return _folder(path, network, options, args)
        if args.output or args.csv:
            raise SymderivError("-o and --csv are for a folder of solutions")
        report = judge_file(args.solution, network, options)
    except SymderivError as error:
        if not args.json or is_folder:
            raise
        report = Report(args.solution, (), problem=str(error))
    _print(report, args)
    return report.exit_status


def _asked(args: Namespace) -> tuple[System | None, Options]:
    """The network and the options of the command line."""
    network = None if args.network is None else load(args.network)
    if network is not None and args.wrt:
        _ = read_variable(args.wrt, network)
    scheme = DEFAULT if args.marks is None else read_scheme(args.marks)
    if not args.budget > 0:
        raise SymderivError("--budget must be a positive number of seconds", hint="for example --budget 10")
    return network, Options(args.budget, args.seed, args.lang, args.wrt or "", scheme, args.reasons)


def _print(report: Report, args: Namespace) -> None:
    if args.json:
        print(json_for(json.dumps(report.data(), ensure_ascii=False), sys.stdout.encoding))
    else:
        sys.stdout.write(render(report, args.lang))


def _folder(path: Path, network: System | None, options: Options, args: Namespace) -> int:
    records = judge_folder(path, network, options, output=args.output, jobs=args.jobs, progress=True)
    if args.csv is not None:
        write_csv(records, args.csv)
    if args.output is not None:
        print(summary(records, args.lang), file=sys.stderr)
    return max((r["exit"] for r in records), key=_SEVERITY.index, default=EXIT_EMPTY)


_SEVERITY = (0, 3, 2, 1)
"""Exit statuses, the worst last."""
