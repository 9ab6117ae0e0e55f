"""Item models: rows of plain values for the views; they hold no widgets and call no pipeline."""
