"""The desktop app: the only rooms that import Qt."""
