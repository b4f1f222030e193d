"""What stands askew, off the page or unseen is left out, and listed; the text below a scan is read."""

from dataclasses import replace

from hexapla.ingest.pdf.upright import sheet
from pdf_texts import page, words

TEXT = words("The text of the page is read")


def test_what_stands_askew_is_left_out() -> None:
    read = sheet(page(TEXT, words("A stamp", angle=90), words("DRAFT", angle=45)))
    assert [word.text for word in read.words] == [word.text for word in TEXT]
    (left,) = read.left
    assert left.text == "A stamp DRAFT"


def test_a_page_on_its_side_is_turned() -> None:
    turned = [replace(word, angle=90, y=-100) for word in TEXT]
    read = sheet(page(turned, words("7", x=-20)))
    assert [word.text for word in read.words] == [word.text for word in TEXT]
    assert (round(read.box[2] - read.box[0]), round(read.box[3] - read.box[1])) == (600, 400)


def test_what_stands_outside_of_the_page_is_left_out() -> None:
    read = sheet(page(TEXT, words("outside", x=500), words("below", y=-30)))
    assert [left.text for left in read.left] == ["outside below"]


def test_unseen_text_is_read_only_where_most_is_unseen_or_a_picture_covers_the_page() -> None:
    unseen = words("unseen", y=300, hidden=True)
    assert [left.text for left in sheet(page(TEXT, unseen)).left] == ["unseen"]
    for read in (sheet(page(TEXT, unseen, pictured=True)), sheet(page(unseen))):
        assert (read.left, read.below) == ((), True)


def test_a_word_that_is_printed_twice_is_read_once_and_bold() -> None:
    again = [replace(word, x0=word.x0 + 0.4, x1=word.x1 + 0.4) for word in TEXT[:2]]
    read = sheet(page(TEXT, again))
    assert [word.stroked for word in read.words] == [True, True, False, False, False, False, False]
    assert [left.text for left in read.left] == ["The text"]


def test_the_same_word_elsewhere_is_another() -> None:
    read = sheet(page(words("no no no"), words("no", y=480)))
    assert len(read.words) == 4


def test_a_picture_without_letters_is_said_to_be_one() -> None:
    assert sheet(page(pictured=True)).lacks_text
    assert not sheet(page(TEXT, pictured=True)).lacks_text
