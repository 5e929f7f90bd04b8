"""Functions of strings: sentences, tokens, lemmas, inflection, reported speech. Knows no table."""
