"""The window's parts: each shows models and sends what the user wants as signals; they know no pipeline."""
