"""The command line: arguments in, exit code out. Data to standard output, all else to standard error.

Nothing heavy is imported at start; commands import what they need when they run.
"""
