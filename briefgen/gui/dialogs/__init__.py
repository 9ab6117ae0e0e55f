"""Windows over the window: source card, command palette, key sheet, error report."""
