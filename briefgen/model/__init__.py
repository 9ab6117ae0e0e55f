"""The words of the house as frozen, slotted dataclasses. No I/O, no imports from above."""
