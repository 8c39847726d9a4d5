"""Deadlines: what is late is acted upon once, what is called off never."""

from __future__ import annotations

import threading

from symderiv.check.workers.deadlines import Deadline, Watch


def test_acts_once_and_only_when_it_is_late() -> None:
    acted: list[int] = []
    deadline = Deadline(10.0, lambda: acted.append(1))
    for now in (1.0, 9.9):
        deadline.look(now)
    assert not acted
    assert not deadline.passed
    for now in (10.0, 11.0):
        deadline.look(now)
    assert acted == [1]
    assert deadline.passed


def test_what_is_called_off_in_time_never_acts() -> None:
    acted: list[int] = []
    deadline = Deadline(10.0, lambda: acted.append(1))
    deadline.call_off()
    deadline.look(1e9)
    assert not acted
    assert not deadline.passed


def test_the_watch_notices() -> None:
    acted = threading.Event()
    watch = Watch()
    watch.start()
    with watch.within(0.0, acted.set) as late, watch.within(60.0, lambda: None) as in_time:
        assert acted.wait(30)
    watch.close()
    assert late.passed
    assert not in_time.passed


def test_the_watch_ends_with_what_it_watches_for() -> None:
    watch = Watch(lambda: False)
    watch.start()
    watch._thread.join(30)
    assert not watch._thread.is_alive()
