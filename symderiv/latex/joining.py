"""The word `and` in the languages that pages are written in; for the gaps between two formulas."""

from __future__ import annotations

AND = "(?:and|und|et|y|e|и|och|en|と|および|及び|並びに|かつ|和|与|及|且|및|와|과|그리고)"
"""A pattern of that word alone. In running text the short ones mean other things: use it between two formulas only."""
