"""Probabilities, densities and likelihoods, and what is squared in them."""
