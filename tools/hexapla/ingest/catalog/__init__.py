"""Entries of a foreign gettext catalog as units of a text.

- ``literal``: a text of the catalog as content of TEI, in which nothing is markup
- ``kinds``: what an entry is in its text, as the comments of extractors say
- ``body``: blocks in their order as a TEI body
- ``parts``: the pairs of source and translation in an entry
- ``left``: what an entry says that an edition has no place for
- ``header``: languages and title, and whose catalog it is
"""
