"""Text as written and text as compared: folding with offsets, sentences, tokens."""
