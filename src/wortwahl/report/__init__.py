"""What a run computed, shown: figures, tables, HTML, PDF and spreadsheet, in English and German."""

from wortwahl.report.write import write_report

__all__ = ["write_report"]
