"""What Hexapla does, as plain functions over an open edition; each takes the person who does it and denies by default.

- ``edition``: opening a folder or a desk as one edition, making a new one
- ``people``: who is working here
- ``ingest``: texts in
- ``mend``: a source mended in place; ``wording``: its places named by words; ``joining``: the joins of one language
- ``reading``: pages of rows for the editor, and the words of the dashboard
- ``save``: confirming, drafting
- ``sync``: folder ⇄ desk
- ``status``: progress
- ``parallel`` and ``export``: one parallel edition, and the formats made of it
- ``backup``: the desk in one file, and back
- ``doctor``: whether everything is whole
"""
