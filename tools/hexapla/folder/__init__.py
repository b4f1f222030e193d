"""The folder of an edition: edition.toml, the TEI texts and their catalogs, through ``formats``; knows no desk.

- ``settings``: edition.toml, typed and checked, written without disturbing what a person wrote
- ``parsed``, ``tables``, ``rendered``: from its bytes to settings, to plain tables, and back to bytes
- ``section``: one table of it, with the line of every mistake
- ``layout``: where everything lies, and how an edition is found
- ``contents``: reading and writing texts and catalogs
- ``leftovers``: what killed processes have left behind
"""
