"""Layers and steps: units of any layer, one layer or step for all, letters and rows that are told apart."""
