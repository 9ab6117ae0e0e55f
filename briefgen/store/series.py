"""Briefings made again and again under a name, and which sources each has printed: what is new since the last one."""

from urllib.parse import quote


def series_key(name: str, job: str = "", lang: str = "") -> str:
    """Under what the library remembers what has been printed: each job and language of a name counts for itself."""
    return f"{under(name)}{quote(job, safe=' ')}/{lang}"


def under(name: str) -> str:
    """What the keys of all jobs and languages of a name begin with."""
    return f"{quote(name, safe=' ')}/"
