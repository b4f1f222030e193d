"""A report knows which of its decisions took something away."""

from hexapla.model.report import Decision, Report


def test_only_what_takes_signs_away_is_removed() -> None:
    page = Decision("page", 3, "12", "")
    hyphen = Decision("hyphen", 4, "imper-\nial", "imperial")
    joined = Decision("hyphen", 5, "sea-\nside", "sea-side")
    report = Report("plain", (Decision("layout", 1, reason="Lines were wrapped."), page, hyphen, joined))
    assert report.removed == (page, hyphen)
