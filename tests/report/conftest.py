"""What the report tests share."""

from tests.report.given import sample

__all__ = ["sample"]
