"""Files of every kind to texts; each unreadable one is one clear sentence."""

import gzip
import io
from pathlib import Path

import pytest
from docx import Document

from briefgen.errors import SourceError
from briefgen.ingest.files import FoundFile, find_files
from briefgen.ingest.registry import read_parts
from briefgen.ingest.sources import read_file
from briefgen.pipeline import read_sources

TEXT = "Le satellite a été lancé mercredi depuis Kourou."


@pytest.mark.parametrize(
    ("data", "guessed"),
    [
        (TEXT.encode("utf-8"), False),
        (TEXT.encode("utf-8-sig"), False),
        (TEXT.encode("utf-16"), False),
        (TEXT.encode("utf-16-le"), True),
        (TEXT.encode("cp1252"), True),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 without mark", "cp1252"],
)
def test_a_text_is_read_in_any_encoding_and_a_guess_is_told(data: bytes, guessed: bool) -> None:
    [part] = read_parts(data, "a.txt")

    assert part.text == TEXT
    assert bool(part.findings) is guessed


def test_crlf_becomes_lf() -> None:
    [part] = read_parts(b"un\r\ndeux", "a.txt")

    assert part.text == "un\ndeux"


def test_a_page_gives_its_article_and_metadata() -> None:
    page = Path(__file__).parents[2] / "sources" / "03_gnl_fevrier.html"

    [(source, analysis, _findings)] = read_file(FoundFile(page.name, page))

    assert source.outlet == "Énergie et Marchés"
    assert source.author == "Sofiane Belkacem"
    assert source.published == "2026-03-10"
    assert source.title == "Gaz naturel liquéfié : les importations françaises au plus haut depuis 2022"
    assert "Accueil" not in analysis.text


def test_a_word_file_gives_paragraphs_and_tables() -> None:
    document = Document()
    document.add_heading("Titre du document", 0)
    document.add_paragraph(TEXT)
    document.add_table(1, 2).rows[0].cells[1].text = "cellule"
    buffer = io.BytesIO()
    document.save(buffer)

    [part] = read_parts(buffer.getvalue(), "a.docx")

    assert TEXT in part.text
    assert "cellule" in part.text
    assert part.metadata["title"].value == "Titre du document"


def test_a_mail_gives_subject_sender_and_date() -> None:
    mail = Path(__file__).parents[2] / "sources" / "08_cholera_bulletin.eml"

    [(source, _analysis, _findings)] = read_file(FoundFile(mail.name, mail))

    assert source.title == "Cholera cases triple in northern Mozambique"
    assert source.outlet == "Global Health Courier"
    assert source.published == "2026-03-10"
    assert source.author == "Amara Nkosi"


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.txt", "empty"),
        (b"   \n", "a.txt", "empty"),
        (b"\x00\x01\x02\x03\x04" * 100, "a.txt", "not text"),
        (b"not a pdf", "a.pdf", "not a readable PDF"),
        (b"not a zip", "a.docx", "not a Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100, "a.docx", "encrypted"),
        (b"<html><body></body></html>", "a.html", "no article"),
        (b"x", "a.xyz", "not read"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_with_the_file_in_it(data: bytes, name: str, words: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_parts(data, name)

    assert words in str(caught.value)
    assert str(caught.value).startswith(name)


def test_a_folder_is_gone_through_and_a_missing_path_is_told(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "b.txt").write_text("b")
    (tmp_path / "a.md").write_text("a")
    (tmp_path / "picture.png").write_bytes(b"x")

    *files, missing = find_files([tmp_path, tmp_path / "nowhere"])

    assert [f.name for f in files if isinstance(f, FoundFile)] == [
        f"{tmp_path.name}/a.md",
        f"{tmp_path.name}/inner/b.txt",
    ]
    assert isinstance(missing, SourceError)


def test_offsets_count_the_decoded_file(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("Par Anne Roy, le 4 avril 2023 – La Vigie\r\nTexte.".encode())

    [(source, analysis, _)] = read_file(FoundFile("a.txt", file))
    author = source.metadata["author"]

    assert analysis.text[author.start : author.end] == "Anne Roy"


RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>La Vigie</title>
<item><title>Un satellite en orbite</title><link>https://vigie.example/1</link><pubDate>Tue, 10 Mar 2026 08:00:00 GMT</pubDate>
<description>&lt;p&gt;Le satellite a été lancé mercredi.&lt;/p&gt;&lt;p&gt;Il pèse deux tonnes.&lt;/p&gt;</description></item>
<item><title>Vide</title><link>https://vigie.example/2</link></item></channel></rss>"""


def test_a_feed_gives_a_source_an_entry_that_holds_text() -> None:
    [part] = read_parts(RSS.encode(), "a.rss")

    assert part.text == "Le satellite a été lancé mercredi.\nIl pèse deux tonnes."
    assert {name: value.value for name, value in part.metadata.items()} == {
        "title": "Un satellite en orbite", "url": "https://vigie.example/1", "outlet": "La Vigie", "published": "2026-03-10",
    }  # fmt: skip


def test_a_web_archive_gives_its_articles() -> None:
    page = (Path(__file__).parents[2] / "sources" / "04_lng_record.html").read_bytes()
    response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: https://nsew.example/lng\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(response)}\r\n\r\n"
    )

    [part] = read_parts(gzip.compress(head.encode() + response + b"\r\n\r\n"), "a.warc.gz")

    assert part.metadata["outlet"].value == "North Sea Energy Wire"
    assert part.part == "https://nsew.example/lng"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("zotero.json", '[{"title": "Un titre assez long pour être reconnu", "author": [{"given": "Anne", "family": "Roy"}],'
         ' "issued": {"date-parts": [[2026, 3, 9]]}, "container-title": "La Vigie"}]'),
        ("zotero.ris", "TY  - NEWS\nTI  - Un titre assez long pour être reconnu\nAU  - Anne Roy\nJO  - La Vigie\nDA  - 2026/03/09\nER  - \n"),
    ],
)  # fmt: skip
def test_a_reference_file_describes_the_articles_beside_it(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    article = tmp_path / "a.txt"
    article.write_text("Un titre assez long pour être reconnu\n\n" + TEXT, encoding="utf-8")

    [(source, _analysis, _findings)] = read_file(FoundFile("a.txt", article))

    assert (source.author, source.outlet, source.published) == ("Anne Roy", "La Vigie", "2026-03-09")
    assert source.metadata["outlet"].origin == "sidecar"


ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>La Vigie</title>
<entry><title>Un satellite en orbite</title><id>urn:1</id><updated>2026-03-10T08:00:00Z</updated><author><name>Anne Roy</name></author>
<content type="html">&lt;p&gt;Le satellite a été lancé mercredi.&lt;/p&gt;</content></entry></feed>"""


def test_an_atom_feed_is_read_like_an_rss_feed() -> None:
    [part] = read_parts(ATOM.encode(), "a.atom")

    assert part.text == "Le satellite a été lancé mercredi."
    assert (part.metadata["author"].value, part.metadata["published"].value) == ("Anne Roy", "2026-03-10")
    assert part.part == "urn:1"


def test_an_xml_file_of_a_folder_that_is_no_feed_is_passed_over_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "settings.xml").write_text("<?xml version='1.0'?><settings/>")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    reading = read_sources([tmp_path])

    assert len(reading.extractions) == 1
    assert reading.failures == ()
    assert [finding.said() for finding in reading.findings if finding.code == "not_a_source"] == [
        f"{tmp_path.name}/settings.xml: this is no RSS or Atom feed."
    ]


def test_an_xml_file_that_was_named_must_be_a_feed(tmp_path: Path) -> None:
    (tmp_path / "settings.xml").write_text("<?xml version='1.0'?><settings/>")

    [failure] = read_sources([tmp_path / "settings.xml"]).failures

    assert "no RSS or Atom feed" in str(failure)


@pytest.mark.parametrize(("said", "meant"), [("a.txt", True), ("/home/me/a.txt; b.txt", True), ("aa.txt", False)])
def test_a_reference_names_whole_files(said: str, meant: bool, tmp_path: Path) -> None:
    (tmp_path / "zotero.json").write_text(
        f'[{{"title": "t", "file": "{said}", "author": [{{"literal": "Anne Roy"}}]}}]'
    )
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    [(source, _analysis, _findings)] = read_file(FoundFile("a.txt", tmp_path / "a.txt"))

    assert (source.author == "Anne Roy") is meant
