"""Conditions on values: equations and comparisons beside a line, supposed for a while or throughout."""
