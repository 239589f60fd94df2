"""Engines: where extraction runs, one a file. All give the same claims in the same order."""
