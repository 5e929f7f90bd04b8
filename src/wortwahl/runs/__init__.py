"""A run: its steps, its cache, its manifest, and what of it is stale."""
