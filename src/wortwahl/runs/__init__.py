"""A run: its steps, its cache, its manifest, and what of it is stale."""

from importlib import import_module

# Each name is imported when it is asked for: `wortwahl --help` and `wortwahl articles` need no report,
# and a run needs no notebooks.
_HOMES = {
    "choices": ("choose_number_of_topics",),
    "limits": ("within_limits", "without_running_text", "without_texts"),
    "notebooks": ("open_lab", "run_notebook"),
    "steps": ("run", "summary_lines"),
    "settings": ("Settings", "default_corpus", "default_raw", "settings_from"),
    "status": ("status_lines", "status_of"),
}
_HOME_OF = {name: f"wortwahl.runs.{home}" for home, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME_OF)


def __getattr__(name: str) -> object:
    """Import a name from its home (PEP 562)."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'wortwahl.runs' has no attribute '{name}'")
    return getattr(import_module(_HOME_OF[name]), name)
