"""The formats, each with ``parse`` and ``serialize``, and the gates that every byte passes, in and out.

Formats, one folder or module each:

- ``tei``: a source text, TEI P5
- ``pdf``: words and their places; read only
- ``po``: a catalog, GNU gettext
- ``tbx``: the glossary, TBX-Basic (ISO 30042)
- ``tabular``: glossaries as tables, CSV and XLSX

Gates, each the only place in the project for what it does:

- ``archive``: opens a zip (DOCX, ODT, EPUB, XLSX) within limits
- ``packing``: writes a zip of our own that ``archive`` opens again
- ``files``: reads and writes files; a write is all or nothing
- ``program``: starts a foreign program within limits
- ``xml``: builds an XML parser
"""
