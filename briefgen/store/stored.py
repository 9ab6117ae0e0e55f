"""An extraction as bytes and back: compressed JSON of the contract's object, with the lexicon mentions."""

import json
import zlib

from briefgen.model.extraction import Extraction
from briefgen.model.record import to_record
from briefgen.model.restore import from_record


def pack(extraction: Extraction) -> bytes:
    """The extraction as compressed JSON."""
    record = extraction.to_dict() | {"mentions": to_record(extraction.mentions)}
    return zlib.compress(
        json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), 3
    )


def unpack(data: bytes) -> Extraction:
    """The extraction that `pack` gave; ValueError or zlib.error when the bytes are damaged."""
    return from_record(Extraction, json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass")))
