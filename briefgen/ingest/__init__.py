"""Files to texts: one reader a format, chosen by suffix. Readers are imported when first needed."""
