"""The names of TBX v3."""

NS = "urn:iso:std:iso:30042:ed-2"
ROOT, CONCEPT, SECTION, TERMS, TERM = "tbx", "conceptEntry", "langSec", "termSec", "term"
