"""Terminology at work: the glossary, what becomes of its terms in the translations, decisions and what they touch.

- ``glossary``: reading and changing it
- ``acts``: what people do to concepts: propose, discuss, decide, describe
- ``standing``: how the terms stand in a text, kept at hand
- ``listing``, ``dossier``, ``impact``: what the pages show
- ``worklist``, ``candidates``, ``concordance``, ``exchange``
"""
