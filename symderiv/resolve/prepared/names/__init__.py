"""Names that an equation introduces on its way, and equations that define though they do not look so."""
