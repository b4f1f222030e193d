"""Signed, short-lived tokens: minted in the script run, read by the JSON route, renewed without a word.

The key lives in the desk, so that a token outlives a restart of the server. A token names a person and an edition;
rights are never in it, they are read again at every save.
"""

from dataclasses import dataclass

from itsdangerous import BadSignature, SignatureExpired, URLSafeTimedSerializer

LIFETIME = 15 * 60
"""Seconds that a token opens the route."""
RENEWABLE = 14 * 24 * 60 * 60
"""Seconds that an old token may be exchanged for a new one: a laptop closed over a holiday still saves its drafts."""


class Refused(Exception):
    """The token is none of ours, or for another edition."""


class Expired(Exception):
    """The token was ours and is too old."""


@dataclass(frozen=True)
class Tokens:
    """Mints and reads the tokens of one edition."""

    key: bytes
    edition: str

    def mint(self, person: str) -> str:
        """Return a token for a person."""
        return self._signer().dumps([self.edition, person])

    def person(self, token: str, lifetime: int = LIFETIME) -> str:
        """Return the id of the person that a token names; raises Refused or Expired."""
        try:
            edition, person = self._signer().loads(token, max_age=lifetime)
        except SignatureExpired as error:
            raise Expired from error
        except (BadSignature, ValueError, TypeError) as error:
            raise Refused from error
        if edition != self.edition or not isinstance(person, str):
            raise Refused
        return person

    def renew(self, token: str) -> str:
        """Return a new token for the person of an old one; raises Refused or Expired beyond RENEWABLE seconds."""
        return self.mint(self.person(token, RENEWABLE))

    def _signer(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self.key, salt="hexapla.route")
