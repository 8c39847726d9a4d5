"""Definition or claim: which links introduce a name, what is lost with lines that could not be read."""
