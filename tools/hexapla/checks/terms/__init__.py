"""Whether the decided terms are used: one judgement for every concept in every entry, and findings made of them."""

from hexapla.checks.terms.findings import NAMES, finding_of
from hexapla.checks.terms.judge import Judge, Side, decided, is_proposed

__all__ = ["NAMES", "Judge", "Side", "decided", "finding_of", "is_proposed"]
