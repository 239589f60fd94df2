"""claimdiff: where sources disagree on numbers and dates."""

__version__ = "0.1.0"
