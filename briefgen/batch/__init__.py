"""Many briefings from one manifest: Manifest → Plan → Outcomes."""
