"""Sums and the sets they run over, written out or left out."""
