"""Wortwahl: which words a German-language outlet uses, and in whose voice."""

__version__ = "0.1.0"
