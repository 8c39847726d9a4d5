"""Derivatives: names for them, gradients by arrays and layers, steps along them, rules that a page recalls."""
