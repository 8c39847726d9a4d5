"""Names as they are spelled: base letters, scripts, accents, what an entry is, how far operators reach."""
