"""Hexapla: segment a text, translate it side by side, keep its terms consistent, publish parallel-text editions.

The layers, imports running downwards only:

- ``commands``: the command line, one file a verb (the other door is the package ``hexapla_ui``)
- ``work``: what the program does, as plain functions that take a person
- ``desk`` and ``folder``: work in progress in a database; an edition's files
- ``publish``: from a parallel edition to bytes
- ``ingest``, ``segment``, ``merge``: language work, values in and values out
- ``formats``: one folder a format, and the gates that bytes from outside pass
- ``model``: the frozen words that all of them speak
"""

__version__ = "0.1.0"
