"""People, the links that invite them, the browsers that are bound to them, what is assigned to them, where they are."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Table

from hexapla.desk.tables.base import Number, Words, metadata, number, within, words

person = Table(
    "person",
    metadata,
    words("id", primary_key=True),
    words("name"),
    words("rights"),  # as a JSON list; none until somebody grants them
    words("languages"),
    Column("active", Boolean, nullable=False),  # False: revoked
)

invitation = Table(
    "invitation",
    metadata,
    words("hash", primary_key=True),  # of the link's secret, which is kept nowhere
    words("person", ForeignKey("person.id")),
    words("by"),
    words("at"),
    words("expires"),
    Column("used", Words),
    Column("open", Boolean, nullable=False),
)
Index("invitation_person", invitation.c.person)

browser = Table(
    "browser",
    metadata,
    words("hash", primary_key=True),  # of the secret that the browser keeps
    words("person", ForeignKey("person.id")),
    words("about"),  # what the browser calls itself
    words("at"),
    Column("open", Boolean, nullable=False),
)
Index("browser_person", browser.c.person)

assignment = Table(
    "assignment",
    metadata,
    Column("id", Number, primary_key=True),
    within("changeset"),
    words("text", ForeignKey("text.id")),
    words("lang"),
    words("first"),  # unit ids; both empty: the whole text
    words("last"),
    words("division"),  # the xml:id of the div that first and last stand for
    words("person", ForeignKey("person.id")),
    words("due"),
    words("note"),
    words("by"),
    words("at"),
    Column("open", Boolean, nullable=False),
)
Index("assignment_person", assignment.c.person, assignment.c.open)
Index("assignment_text", assignment.c.text, assignment.c.lang)

presence = Table(
    "presence",
    metadata,
    words("client", primary_key=True),  # a window
    words("person"),
    words("text"),
    words("lang"),
    words("unit"),
    number("until"),  # seconds since 1970 by the desk's clock: a lease, renewed while the window is there
)
Index("presence_text", presence.c.text, presence.c.lang)
