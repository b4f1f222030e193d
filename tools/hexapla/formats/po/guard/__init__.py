"""What stands before polib: what it would misread is refused, with the line, or spelled for it.

- ``text``: bytes to text; size, encoding, characters that no XML can carry
- ``lines``: one quoted line; unterminated text, merge conflicts, anything else that is no line of a catalog
- ``escapes``: the escapes that polib leaves standing
- ``headers``: charset and plural forms, values that other programs act on
- ``repeats``: two entries with one identity
"""
