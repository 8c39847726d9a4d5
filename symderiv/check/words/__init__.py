"""Words of pages, and what they say: tables of words and questions to sentences, no mathematics."""
