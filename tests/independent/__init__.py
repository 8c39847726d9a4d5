"""A reader and an interpreter of formulas that share no code with the package: the truth, told from the typed text."""
