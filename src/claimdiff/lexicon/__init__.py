"""Words as data: the schema of the lexicon files and the look-up of words in a text."""
