"""Integers: index forms, the bounds of sums, conditions on letters, and what kind of condition a chain is."""
