"""TEI of other projects as TEI that an edition can keep: each change is a decision, and no letter goes without one.

- ``branches``: how a tree is changed without losing text
- ``whole``: the document: namespaces, P4, corpora, groups of texts
- ``readings``: of readings that stand beside one another, the one that is the text
- ``printed``: lines and furniture of the printed page
- ``tokens``: words and marks that are elements of their own
- ``speech``: transcribed speech
- ``notes``: notes that are collected elsewhere go to their anchors
- ``blocks``: paragraphs, divisions and lists by other names
- ``loose``: text that stands in no paragraph
- ``rest``: what the schema does not know is told, and its text kept
"""

from lxml import etree

from hexapla.ingest.foreign import blocks, notes, printed, readings, rest, speech, tokens, whole
from hexapla.model.report import Decision


def naturalize(root: etree._Element, lang: str) -> list[Decision]:
    """Change a parsed document of another project, in place, and return what was decided.

    ``lang`` (BCP 47) serves where the file does not say. A document that needs nothing is not touched; sentences that
    it marks stay marked.
    """
    decisions = whole.settle(root)
    text = whole.text_of(root)
    if text is None:
        return decisions
    spoken = whole.lang_of(root, text) or lang
    for part in (readings, printed, tokens, speech, notes, blocks):
        decisions += part.settle(text, spoken)
    return decisions


def finish(root: etree._Element) -> list[Decision]:
    """Leave in a document, in place, only what the schema knows, and return what was decided.

    To be called once the sentences that the file marks are units. Raises BadFile, with the line, for an element that
    an edition knows but cannot keep where it stands.
    """
    text = whole.text_of(root)
    return [] if text is None else rest.settle(root, text)
