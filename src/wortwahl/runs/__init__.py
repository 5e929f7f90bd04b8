"""A run: its steps, its cache, its manifest, and what of it is stale."""

from wortwahl.runs.choices import choose_number_of_topics
from wortwahl.runs.notebooks import open_lab, run_notebook
from wortwahl.runs.run import run, summary_lines
from wortwahl.runs.settings import Settings, default_corpus, default_raw, settings_from

__all__ = [
    "Settings",
    "choose_number_of_topics",
    "default_corpus",
    "default_raw",
    "open_lab",
    "run",
    "run_notebook",
    "settings_from",
    "summary_lines",
]
