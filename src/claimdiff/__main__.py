"""``python -m claimdiff`` is ``claimdiff``."""

from claimdiff.cli.app import main

if __name__ == "__main__":
    main()
