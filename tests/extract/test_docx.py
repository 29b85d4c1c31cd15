"""Word documents: the text as Word shows it, with the numbers, tables, boxes and notes that it stores elsewhere."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from extract.limits import MIB
from tests.extract.dumps import told

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
NUMBERING = """
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xf0b7;"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
 <w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="(%1)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""
STYLES = """
<w:style w:styleId="Vraag"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Onder"><w:basedOn w:val="Vraag"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
"""
FOOTNOTES = """
<w:footnote w:id="-1"><w:p><w:r><w:t>scheidingslijn</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="7"><w:p><w:r><w:t>Decreet van 8 mei 2009.</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="9"><w:p><w:r><w:t>Zie daar.</w:t></w:r></w:p></w:footnote>
"""


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{text if text.startswith('<') else run(text)}</w:p>"


def item(text: str, list_id: int = 1, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def document(body: str) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, root, content in (
            ("document", "document", f"<w:body>{body}</w:body>"),
            ("numbering", "numbering", NUMBERING),
            ("styles", "styles", STYLES),
            ("footnotes", "footnotes", FOOTNOTES),
        ):
            archive.writestr(f"word/{name}.xml", f"<w:{root} {NAMES}>{content}</w:{root}>")
    return sink.getvalue()


def lines_of(folder: Path, body: str) -> list[str]:
    (folder / "a.docx").write_bytes(document(body))
    ((source, text),) = told(folder)
    assert source == "a.docx"
    return text.split("\n")


@pytest.mark.parametrize(
    ("body", "lines", "guards"),
    [
        (p("een") + p("") + p("twee"), ["een", "", "twee"], "a paragraph is a line, an empty one a blank line"),
        (p(run("ge") + run("meen") + run("te")), ["gemeente"], "runs tear no word"),
        (p("<w:r><w:t>een</w:t><w:br/><w:t>twee</w:t><w:tab/></w:r>"), ["een", "twee\t"], "breaks and tabs"),
        (item("een") + item("twee") + p("tussen") + item("drie"), ["1. een", "2. twee", "tussen", "3. drie"], "lists"),
        (
            item("een") + item("x", level=1) + item("y", level=1) + item("twee") + item("z", level=1),
            ["1. een", "a) x", "b) y", "2. twee", "a) z"],
            "letters begin anew under each number",
        ),
        (item("een") + item("x", level=2), ["1. een", "1.a.1 x"], "a level that was skipped counts as begun"),
        (item("een", 2) + item("x", 3) + item("y", 3), ["- een", "(IV) x", "(V) y"], "bullets; Roman, from four on"),
        (item("een") + item("twee") + item("een", 4) + item("twee", 4), ["1. een", "2. twee", "1. een", "2. twee"],
         "a list that is told to start anew does"),
        (p("een", '<w:pStyle w:val="Vraag"/>') + p("x", '<w:pStyle w:val="Onder"/>'), ["1. een", "a) x"], "by style"),
        (p("een", '<w:pStyle w:val="Vraag"/><w:numPr><w:numId w:val="0"/></w:numPr>'), ["een"], "a number taken away"),
        (
            p(run("Dit decreet") + '<w:r><w:footnoteReference w:id="7"/></w:r>' + run(" en")
              + '<w:r><w:footnoteReference w:id="9"/></w:r>'),
            ["Dit decreet[1] en[2]", "[1] Decreet van 8 mei 2009.", "[2] Zie daar."],
            "notes, numbered in the order of their markers",
        ),
        (p(run("12 m") + run("2", '<w:vertAlign w:val="superscript"/>')), ["12 m²"], "raised figures"),
        (p(f"<w:del>{run('weg')}</w:del><w:ins>{run('nieuw')}</w:ins>"), ["nieuw"], "what was deleted is gone"),
        (p(run("zicht") + run("baar", "<w:vanish/>")), ["zicht"], "what is hidden is not shown"),
        (
            "<w:tbl>" + "".join(
                f"<w:tr><w:tc>{p(a)}</w:tc><w:tc>{p(b)}</w:tc></w:tr>" for a, b in (("2019", "14"), ("2020", ""))
            ) + "</w:tbl>",
            ["2019   14", "2020"],
            "a row of a table is a line",
        ),
        (
            f"<w:tbl><w:tr><w:tc>{p('een')}{p('twee')}</w:tc><w:tc>{p('drie')}</w:tc></w:tr></w:tbl>",
            ["een", "twee", "drie"],
            "a table that sets text beside text",
        ),
        (
            p(run("voor") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" + p("in het kader")
              + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + p("in het kader")
              + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run(" na")),
            ["voor na", "in het kader"],
            "a text box, once",
        ),
        (f"<w:sdt><w:sdtContent>{p('veld')}</w:sdtContent></w:sdt>", ["veld"], "content controls"),
        (p('<w:r><w:instrText>PAGE</w:instrText><w:t>2</w:t></w:r>'), ["2"], "the codes of fields are not shown"),
    ],
)  # fmt: skip
def test_lines(tmp_path: Path, body: str, lines: list[str], guards: str) -> None:
    assert lines_of(tmp_path, body) == lines, guards


def test_a_page_break_is_a_form_feed(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(document(p('<w:r><w:t>een</w:t><w:br w:type="page"/></w:r>') + p("twee")))
    assert told(tmp_path) == [("a.docx", "een\f\ntwee")]


def test_entities_are_not_followed(tmp_path: Path) -> None:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr(
            "word/document.xml",
            '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            f"<w:document {NAMES}><w:body><w:p><w:r><w:t>een &x; twee</w:t></w:r></w:p></w:body></w:document>",
        )
    (tmp_path / "a.docx").write_bytes(sink.getvalue())
    ((_, text),) = told(tmp_path)
    assert "root:" not in text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ({"word/document.xml": b"<w:document"}, "is damaged: word/document.xml is no XML"),
        ({"word/other.xml": b"<x/>"}, "is no document of Word: it has no word/document.xml"),
        ({"word/document.xml": b" " * 40 * MIB}, "unpacks to more than 500 times its size, which is the limit"),
        ({"word/document.xml": b"<a>" * 100_000}, "is damaged: word/document.xml is no XML"),
    ],
)
def test_what_is_damaged_is_a_row_with_a_reason(tmp_path: Path, content: dict[str, bytes], reason: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    assert told(tmp_path) == [("a.docx", reason)]


def test_a_document_that_was_cut_off_is_a_row(tmp_path: Path) -> None:
    content = document(p("een"))
    for cut in range(0, len(content), 40):
        (tmp_path / "a.docx").write_bytes(content[:cut])
        assert len(told(tmp_path)) == 1
