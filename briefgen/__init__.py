"""briefgen: press articles in, a briefing an analyst can sign out."""

__version__ = "0.1.0"
ENGINE_VERSION = "1"
"""Version of the extraction engine: stored results of another version are read again."""
