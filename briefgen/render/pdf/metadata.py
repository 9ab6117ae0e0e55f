"""What the file says of itself: XMP, information dictionary, output intent, attachment (ISO 19005-3, ISO 14289-1)."""

import hashlib

from briefgen.model.tree import Document
from briefgen.render.embedded import day, evidence_json
from briefgen.render.escaping import escape
from briefgen.render.pdf.icc import srgb_profile
from briefgen.render.pdf.objects import PdfFile, pdf_text

PRODUCER = "briefgen"


def write_info(file: PdfFile, document: Document) -> int:
    stamp = f"D:{day(document).replace('-', '')}000000Z"
    entries = {"Title": document.title, "Author": document.author, "Subject": document.subject}
    entries |= {"Keywords": "; ".join(document.keywords), "Creator": PRODUCER, "Producer": PRODUCER}
    body = " ".join(f"/{key} {pdf_text(value)}" for key, value in entries.items() if value)
    return file.add(f"<<{body} /CreationDate ({stamp}) /ModDate ({stamp})>>")


def write_intent(file: PdfFile) -> int:
    profile = file.add_stream("/N 3", srgb_profile())
    return file.add(
        "<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) "
        f"/RegistryName (http://www.color.org) /DestOutputProfile {profile} 0 R>>"
    )


def write_attachment(file: PdfFile, document: Document) -> int | None:
    """The file specification of ``evidence.json``, or None if the document has no evidence."""
    if not document.evidence:
        return None
    data = evidence_json(document).encode()
    stamp = f"(D:{day(document).replace('-', '')}000000Z)"
    digest = hashlib.md5(data, usedforsecurity=False).hexdigest()
    stream = file.add_stream(
        f"/Type /EmbeddedFile /Subtype /application#2Fjson /Params <</Size {len(data)} /CreationDate {stamp} "
        f"/ModDate {stamp} /CheckSum <{digest}>>>",
        data,
    )
    return file.add(
        f"<</Type /Filespec /F (evidence.json) /UF (evidence.json) /AFRelationship /Data "
        f"/Desc (Sources and passages behind every printed item) /EF <</F {stream} 0 R /UF {stream} 0 R>>>>"
    )


def write_xmp(file: PdfFile, document: Document) -> int:
    return file.add_stream("/Type /Metadata /Subtype /XML", _xmp(document).encode(), compress=False)


def _xmp(document: Document) -> str:
    stamp = f"{day(document)}T00:00:00Z"
    keywords = "; ".join(document.keywords)
    parts = [
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_clean(document.title)}</rdf:li></rdf:Alt></dc:title>',
        f"<dc:creator><rdf:Seq><rdf:li>{_clean(document.author)}</rdf:li></rdf:Seq></dc:creator>"
        if document.author
        else "",
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{_clean(document.subject)}</rdf:li></rdf:Alt></dc:description>'
        if document.subject
        else "",
        f"<dc:language><rdf:Bag><rdf:li>{_clean(document.lang)}</rdf:li></rdf:Bag></dc:language>",
        f"<pdf:Keywords>{_clean(keywords)}</pdf:Keywords>" if keywords else "",
        f"<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>",
        f"<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>",
        "<pdfuaid:part>1</pdfuaid:part><pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>",
    ]
    return _ENVELOPE.replace("@BODY@", "\n".join(part for part in parts if part))


def _clean(text: str) -> str:
    return escape("".join(character if character.isprintable() else " " for character in text))


_ENVELOPE = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
@BODY@
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
