"""How good extraction and comparison are: annotated folders, scores against them, what changed between versions."""
