"""The vocabulary of Hexapla: frozen values, the errors, and nothing that reads or writes.

- ``catalog``: entries of a language, their states, suggestions, comments, waivers
- ``change``: what a person asks the desk to do, and what the desk answers
- ``edition``: the settings of an edition (edition.toml)
- ``errors``: everything that can go wrong, each with its exit code
- ``finding``: something worth a reader's attention
- ``languages``: BCP 47 tags, names, direction, plural forms
- ``messages``: ``_()``, the door for every visible word
- ``names``: the rules for slugs and ids
- ``parallel``: one edition, ready to be published
- ``person``: people and their rights
- ``progress``: how far a text is in a language
- ``report``: what a reader decided when it made a text of a file
- ``stored``: texts and revisions as the desk keeps them
- ``words``: the fixed words of every publication
- ``text``: a text as a tree, its blocks and units
"""
