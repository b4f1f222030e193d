"""What is kept beside an entry of the desk of one that did not win, or that it takes the place of."""

from collections.abc import Iterable
from dataclasses import replace

from hexapla.merge import remarks
from hexapla.model.catalog import Comment, Entry


def with_reason(new: Entry, omitted: Entry) -> Entry:
    """Keep the reason for an omission that did not come about, as a comment: somebody has thought about it."""
    if not omitted.reason or omitted.reason == new.reason:
        return new
    said = Comment(omitted.reason, omitted.by, omitted.at)
    known = [comment.text for comment in new.comments]
    return new if said.text in known else replace(new, comments=(*new.comments, said))


def with_said(new: Entry, regrouped: Iterable[Entry]) -> Entry:
    """Give an entry the comments and suggestions of those that it takes the place of, which are seen no more."""
    for mine in regrouped:
        offers = [one for one in mine.suggestions if one.text != new.msgstr]
        new = replace(
            new,
            suggestions=remarks.united(new.suggestions, offers),
            comments=remarks.united(new.comments, mine.comments),
        )
    return new


def with_remarks(mine: Entry, theirs: Entry) -> Entry:
    """Add the waivers, suggestions and comments that only the file has."""
    if not (theirs.waivers or theirs.suggestions or theirs.comments):
        return mine
    return replace(
        mine,
        waivers=remarks.united(mine.waivers, theirs.waivers),
        suggestions=remarks.united(mine.suggestions, theirs.suggestions),
        comments=remarks.united(mine.comments, theirs.comments),
    )
