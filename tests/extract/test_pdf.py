"""PDF: what stands where is the text, whatever the order in which it was drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from extract.content import Asked
from extract.limits import Limits
from tests.extract.dumps import documents, told
from tests.extract.sheets import LEFT, SIZE, all_of, at, sheet


def behind(text: str, x: float = LEFT, size: float = SIZE) -> float:
    """Where a text ends that begins at x."""
    return x + float(stringWidth(text, "Helvetica", size))


def text_of(folder: Path, content: bytes) -> str:
    (folder / "a.pdf").write_bytes(content)
    ((source, text),) = told(folder)
    assert source == "a.pdf"
    return text


def test_lines_are_read_from_the_top_down(tmp_path: Path) -> None:
    """A heading that is drawn last, beside the body, comes first."""
    body = [at(place, f"regel {place}") for place in range(1, 5)]
    assert text_of(tmp_path, sheet(all_of(*body, at(0, "KOP")))) == "KOP\nregel 1\nregel 2\nregel 3\nregel 4"


def test_words_drawn_in_pieces_are_words(tmp_path: Path) -> None:
    end = behind("gemeen")
    pieces = all_of(at(0, "telt", x=behind("te", end) + 3), at(0, "te", x=end), at(0, "gemeen"))
    assert text_of(tmp_path, sheet(pieces)) == "gemeente telt"


def test_a_page_without_drawn_blanks_has_them_by_its_gaps(tmp_path: Path) -> None:
    x, draws = 60.0, []
    for word in ("Hoeveel", "bomen", "werden", "er", "geplant?"):
        draws.append(at(0, word, x=x))
        x = behind(word, x) + 3
    assert text_of(tmp_path, sheet(all_of(*draws))) == "Hoeveel bomen werden er geplant?"


def test_pages_are_parted_by_a_form_feed_and_their_numbers_stand_alone(tmp_path: Path) -> None:
    first = all_of(at(0, "een"), at(1, "twee"), at(50, "1", x=500))
    second = all_of(at(0, "drie"), at(50, "2", x=500))
    lines = [line for line in text_of(tmp_path, sheet(first, second)).replace("\f", "\n\f\n").split("\n") if line]
    assert lines == ["een", "twee", "1", "\f", "drie", "2"]


def test_more_room_than_usual_parts_paragraphs(tmp_path: Path) -> None:
    draws = [at(place, f"regel {place}") for place in (0, 1, 2, 4, 5, 6)]
    assert text_of(tmp_path, sheet(all_of(*draws))).split("\n\n") == [
        "regel 0\nregel 1\nregel 2",
        "regel 4\nregel 5\nregel 6",
    ]


def test_a_raised_figure_with_a_note_is_its_marker(tmp_path: Path) -> None:
    page = all_of(
        at(0, "Dit decreet"),
        at(0, "1", x=behind("Dit decreet"), size=6.5, raised=4),
        at(0, "geldt overal", x=behind("Dit decreet") + 7),
        at(1, "en altijd."),
        at(40, "1", size=5, raised=3),
        at(40, "Decreet van 8 mei 2009.", x=behind("1", size=5) + 2, size=8.5),
    )
    lines = [line for line in text_of(tmp_path, sheet(page)).split("\n") if line]
    assert lines == ["Dit decreet[1] geldt overal", "en altijd.", "[1] Decreet van 8 mei 2009."]


def test_a_note_whose_figure_is_not_raised(tmp_path: Path) -> None:
    page = all_of(
        at(0, "Dit decreet"),
        at(0, "1", x=behind("Dit decreet"), size=6.5, raised=4),
        *(at(place, "gewone tekst van het antwoord") for place in range(1, 6)),
        at(40, "1 Decreet van 8 mei 2009.", size=8.5),
    )
    lines = [line for line in text_of(tmp_path, sheet(page)).split("\n") if line]
    assert (lines[0], lines[-1]) == ("Dit decreet[1]", "[1] Decreet van 8 mei 2009.")


def test_a_raised_figure_without_a_note_is_a_raised_figure(tmp_path: Path) -> None:
    page = all_of(
        at(0, "12 m"),
        at(0, "2", x=behind("12 m"), size=6.5, raised=4),
        at(0, "per park", x=behind("12 m") + 7),
        at(1, "en meer"),
    )
    assert text_of(tmp_path, sheet(page)) == "12 m² per park\nen meer"


def test_cells_of_a_table_stand_apart(tmp_path: Path) -> None:
    rows = [(at(place, f"201{place}"), at(place, f"{place}4", x=200), at(place, "x", x=300)) for place in range(3)]
    assert text_of(tmp_path, sheet(all_of(*(cell for row in rows for cell in row)))) == (
        "2010   04   x\n2011   14   x\n2012   24   x"
    )


def test_a_hyphen_at_the_end_of_a_line_stays(tmp_path: Path) -> None:
    page = all_of(at(0, "de sociaal-"), at(1, "economische raad"), at(2, "en de subsidie\xad"), at(3, "bedragen"))
    assert text_of(tmp_path, sheet(page)) == "de sociaal-\neconomische raad\nen de subsidie-\nbedragen"


def test_what_is_drawn_twice_to_look_bold_is_read_once(tmp_path: Path) -> None:
    assert text_of(tmp_path, sheet(all_of(at(0, "ANTWOORD"), at(0, "ANTWOORD", x=60.3)))) == "ANTWOORD"


def test_tilted_text_tears_no_line(tmp_path: Path) -> None:
    def stamp(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(100, 760)
        canvas.rotate(45)
        canvas.drawString(0, 0, "KOPIE")
        canvas.restoreState()

    page = all_of(at(0, "een regel"), stamp, at(1, "nog een regel"))
    assert text_of(tmp_path, sheet(page)).split() == ["een", "regel", "nog", "een", "regel", "KOPIE"]


def test_a_pdf_of_images_is_a_row_with_that_reason(tmp_path: Path) -> None:
    reason = text_of(tmp_path, sheet(lambda canvas: canvas.rect(10, 10, 100, 100, fill=1)))
    assert reason.startswith("has no text: its pages are images")


def test_an_encrypted_pdf_is_a_row_with_that_reason(tmp_path: Path) -> None:
    assert text_of(tmp_path, sheet(at(0, "geheim"), password="x")) == "is encrypted: save it without a password"


def test_more_pages_than_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(sheet(at(0, "een"), at(0, "twee"), at(0, "drie")))
    ((_, reason),) = told(tmp_path, asked=Asked(Limits(pages=2)))
    assert reason == "has 3 pages, more than the limit of 2"


def test_the_encoding_tells_where_the_text_is_from(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(sheet(at(0, "een")))
    (found,) = documents(tmp_path).values()
    assert found is not None
    assert [(one.source, one.encoding) for one in found] == [("a.txt", "pdf")]


@pytest.mark.parametrize("step", [1, 3])
def test_a_damaged_pdf_raises_nothing(tmp_path: Path, step: int) -> None:
    content = sheet(at(0, "een regel"), at(0, "twee regels"))
    for cut in range(0, len(content), max(1, len(content) // 60)):
        (tmp_path / "a.pdf").write_bytes(content[:cut])
        assert told(tmp_path)
    for place in range(0, len(content), max(1, len(content) // 150)):
        damaged = bytearray(content)
        damaged[place : place + step] = b"9" * step
        (tmp_path / "a.pdf").write_bytes(damaged)
        assert told(tmp_path)


def test_a_page_tree_that_contains_itself_ends(tmp_path: Path) -> None:
    content = sheet(at(0, "een"))
    number = content.split(b"/Type /Pages")[0].rsplit(b" 0 obj", 1)[0].rsplit(b"\n", 1)[-1]
    loop = content.replace(b"/Kids [ 3 0 R ]", b"/Kids [ " + number + b" 0 R ]")
    (tmp_path / "a.pdf").write_bytes(loop)
    assert told(tmp_path)
