"""A briefing held against its evidence, and the evidence against the sources."""
