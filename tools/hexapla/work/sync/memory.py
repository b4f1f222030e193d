"""What the desk remembers of a file of the folder: what it held when both last agreed, and all that it has held."""

import hashlib

from hexapla.desk import Desk


def last(desk: Desk, file: str) -> bytes | None:
    """Return a file's bytes at its last meeting with the desk, None before the first."""
    return desk.document(f"folder/{file}")


def keep(desk: Desk, file: str, source: bytes) -> None:
    """Remember that both sides agree on a file."""
    if last(desk, file) != source:
        desk.put_document(f"folder/{file}", source)


def digests(desk: Desk, file: str) -> list[str]:
    """Return the digests of all that a file has held, oldest first; the newest is that of the last meeting."""
    return (desk.document(f"folder/{file}") or b"").decode().split()


def keep_digest(desk: Desk, file: str, source: bytes) -> None:
    """Remember by its digest alone that both sides agree on a file."""
    known, digest = digests(desk, file), digest_of(source)
    if known[-1:] != [digest]:
        desk.put_document(
            f"folder/{file}", "\n".join([*(one for one in known if one != digest), digest]).encode()
        )


def digest_of(source: bytes) -> str:
    """Return the SHA-256 of bytes, in hex."""
    return hashlib.sha256(source).hexdigest()
