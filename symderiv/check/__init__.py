"""Judging hand derivations: which line is the first wrong one, and why."""
