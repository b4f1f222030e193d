"""Page numbers and running heads are taken out where they are regular, and only there; pages leave traces."""

from itertools import product

from hexapla.ingest.layout.lines import Line, split
from hexapla.ingest.layout.pages import paged

WORDS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight")
BODY = "the nets were wet and nobody in the harbour wanted to carry them up"


def book(*pages: str) -> str:
    return "\f".join(pages)


def numbers(lines: list[Line]) -> list[str]:
    return [line.page for line in lines if line.page is not None]


def test_numbers_at_the_foot_are_those_of_their_pages() -> None:
    lines, decisions = paged(split(book("one\n\n4\n", "two\n\n5\n", "three\n\n6\n")))
    assert [(decision.line, decision.before, decision.after) for decision in decisions] == [
        (3, "4", ""),
        (6, "5", ""),
        (9, "6", ""),
    ]
    assert numbers(lines) == ["5", "6"]
    assert [line.text for line in lines if line.text] == ["one", "two", "three"]


def test_numbers_at_the_top() -> None:
    lines, decisions = paged(split(book("1\none\n", "2\ntwo\n", "3\nthree")))
    assert [decision.before for decision in decisions] == ["1", "2", "3"]
    assert numbers(lines) == ["2", "3"]


def test_roman_numbers_and_arabic_ones_after_them() -> None:
    pages = [f"text\n{number}" for number in ("iii", "iv", "v", "1", "2", "3")]
    lines, _decisions = paged(split(book(*pages)))
    assert numbers(lines) == ["iv", "v", "1", "2", "3"]


def test_running_heads_go_with_and_without_numbers() -> None:
    recto, verso = "Of Nets {n}", "{n} The Harbour Book"
    pages = [f"{(recto if n % 2 else verso).format(n=n)}\n\n{word} {BODY}" for n, word in enumerate(WORDS, 1)]
    lines, decisions = paged(split(book(*pages)))
    assert [line.text for line in lines if line.text] == [f"{word} {BODY}" for word in WORDS]
    assert len(decisions) == 8 and numbers(lines) == [str(n) for n in range(2, 9)]


def test_a_head_on_some_pages_is_no_running_head() -> None:
    pages = [
        f"{'Notes' if n % 5 == 4 else ''}\n\n{a} {b} {BODY}"
        for n, (a, b) in enumerate(product(WORDS[:4], WORDS[4:]))
    ]
    lines, decisions = paged(split(book(*pages)))
    assert decisions == [] and [line.text for line in lines].count("Notes") == 3


def test_a_page_without_its_number_and_a_year_do_no_harm() -> None:
    lines, decisions = paged(split(book("one\n1", "two\n1931", "three\n3", "four\n4")))
    assert [decision.before for decision in decisions] == ["1", "3", "4"]
    assert "1931" in [line.text for line in lines]


def test_too_few_numbers_and_such_as_do_not_count_are_text() -> None:
    for raw in (book("one\n1", "two\n7", "three\n12", "four\n40"), "1\none\n\n2\ntwo\n\n3\nthree"):
        lines = split(raw)
        assert paged(lines) == (lines, [])


def wrapped(pages: int, length: int = 30) -> str:
    """A text in which a form feed became a space: paragraphs are set in by one, lines within them end with one."""
    made = []
    for page in range(pages):
        for nth in range(length):
            lead = " " if nth == 0 else ""
            lead += " " if nth % 7 == 3 or (nth == 0 and page % 3 == 2) else ""
            begins = nth % 7 == 3 or (nth == 0 and page % 3 == 2)
            ends = nth % 7 == 2
            text = (
                f"{'Then' if begins else 'then'} {WORDS[page]} {WORDS[nth % 8]} {BODY}{'.' if ends else ''}"
            )
            made.append(f"{lead}{text}{'' if ends else ' '}")
    return "\n".join(made)


def test_pages_that_left_a_space_are_found() -> None:
    lines, decisions = paged(split(wrapped(6)))
    assert [line.number for line in lines if line.page is not None] == [1, 31, 61, 91, 121, 151]
    assert len(decisions) == 1 and decisions[0].kind == "page"


def test_a_text_without_pages_has_none() -> None:
    lines = split(
        "\n".join(f"{' ' if n % 4 == 0 else ''}{'Then' if n % 4 == 0 else 'and'} {BODY}" for n in range(90))
    )
    assert paged(lines) == (lines, [])


def test_numbers_alone_that_count_end_pages() -> None:
    pages = [
        ("\n".join(f"{word} {other} {BODY}" for other in WORDS * 2), n)
        for n, word in enumerate(WORDS[:5], 11)
    ]
    lines, _decisions = paged(split("".join(f"{page}\n\n{n}\n\n" for page, n in pages)))
    assert numbers(lines)[:5] == ["11", "12", "13", "14", "15"] or numbers(lines)[1:] == [
        "12",
        "13",
        "14",
        "15",
    ]
    assert not any(line.text.isdigit() for line in lines)


def test_chapters_that_count_are_no_pages() -> None:
    chapter = "\n".join([BODY] * 20)
    text = "".join(f"Chapter {n}\n\n{chapter} {word}.\n\n" for n, word in enumerate(WORDS, 1))
    lines = split(text)
    assert paged(lines) == (lines, [])
    bare = split("".join(f"\n\n{n}\n\n{word} {chapter}.\n" for n, word in enumerate(WORDS, 1)))
    assert paged(bare) == (bare, [])
