"""Evidence and references for other tools: tables, annotations found again, references that come back by the sidecar import."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from briefgen.ingest.files import FoundFile
from briefgen.ingest.sources import read_file
from briefgen.model.extraction import Extraction
from briefgen.pipeline import extract_path, sample_sources
from briefgen.store.exports import EXPORTS, export_name, to_bibtex, to_csl, to_csv, to_jsonld, to_ris, to_xlsx
from briefgen.text.anchors import reanchor

ARTICLE = """---
title: Le gaz à 50 % & plus {sic}
outlet: La Vigie
author: Anne Roy
published: 2026-03-10
---

Les importations de gaz ont atteint 12 millions de tonnes en février.

« =SOMME(A1), voilà tout », a déclaré Paul Mercier, ministre français de l’Énergie.
"""


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    return [
        e for name in ("01_lancement_aurore.txt", "04_lng_record.html") for e in extract_path(sample_sources() / name)
    ]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "gaz.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_a_table_has_a_row_for_each_piece_of_evidence(extractions: list[Extraction]) -> None:
    data = to_csv(extractions)
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))

    assert [row["id"] for row in rows] == [item.id for e in extractions for item in e.evidence()]
    assert data.startswith(b"\xef\xbb\xbf")


def test_no_cell_of_a_table_is_a_formula(article: Path) -> None:
    [extraction] = extract_path(article)
    texts = [row["text"] for row in csv.DictReader(io.StringIO(to_csv([extraction]).decode("utf-8-sig")))]
    sheet = load_workbook(io.BytesIO(to_xlsx([extraction])))["evidence"]

    assert any(text.startswith("'=SOMME") for text in texts)
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


def test_a_workbook_has_the_same_rows_and_the_same_bytes_each_time(extractions: list[Extraction]) -> None:
    data = to_xlsx(extractions)
    rows = list(load_workbook(io.BytesIO(data))["evidence"].iter_rows(values_only=True))

    assert len(rows) == 1 + sum(len(e.evidence()) for e in extractions)
    assert data == to_xlsx(extractions)
    assert {info.date_time[0] for info in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {1980}


def test_annotations_are_found_again_by_either_selector(extractions: list[Extraction]) -> None:
    texts = {f"urn:sha256:{e.source.sha256}": e.text for e in extractions}
    items = json.loads(to_jsonld(extractions))["items"]

    for item in items:
        text = texts[item["target"]["source"]["id"]]
        position, quote = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        longer = "Un ajout en tête. " + text
        found = reanchor(longer, quote["exact"], quote["prefix"], quote["suffix"], position["start"])
        assert found == position["start"] + len("Un ajout en tête. ")
    assert len({item["id"] for item in items}) == len(items)


@pytest.mark.parametrize(("name", "export"), [("references.json", to_csl), ("references.ris", to_ris)])
def test_references_come_back_by_the_import(
    name: str, export: Callable[[Sequence[Extraction]], bytes], article: Path
) -> None:
    (article.parent / name).write_bytes(export(extract_path(article)))
    bare = article.parent / "bare.txt"
    bare.write_text(
        ARTICLE.split("---\n")[1].splitlines()[0].removeprefix("title: ") + "\n" + ARTICLE.split("---\n")[2]
    )

    [(source, _analysis, _findings)] = read_file(FoundFile("bare.txt", bare))

    assert (source.author, source.outlet, source.published) == ("Anne Roy", "La Vigie", "2026-03-10")
    assert source.title == "Le gaz à 50 % & plus {sic}"
    assert source.metadata["author"].origin == "sidecar"


def test_bibtex_escapes_what_tex_would_read(article: Path) -> None:
    text = to_bibtex(extract_path(article)).decode()

    assert r"title = {{Le gaz à 50 \% \& plus \{sic\}}}," in text
    assert "author = {{Anne Roy}}," in text
    assert "date = {2026-03-10}," in text


@pytest.mark.parametrize("name", sorted(EXPORTS))
def test_every_export_is_the_same_each_time(name: str, extractions: list[Extraction]) -> None:
    assert EXPORTS[name](extractions) == EXPORTS[name](extractions)
    assert export_name(Path(f"a.{name}")) == name
