"""Evidence → Selection → Briefing → document tree. Pure, but for reading templates and lexicons; see `compose.briefing`."""
