"""``invite``, ``people`` and the ways to ``serve``, as the owner of an edition runs them."""

import json
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from commands.test_flow import hexapla
from editions import make


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("people") / "edition")


def run(folder: Path, *words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    return hexapla("-C", folder, "--as", "Boss", *words, code=code)


def listed(folder: Path) -> dict[str, dict[str, object]]:
    return {one["id"]: one for one in json.loads(run(folder, "people", "--json").stdout)}


def test_from_an_invitation_to_the_end(folder: Path) -> None:
    words = (
        "invite",
        "Vera@Example.org",
        "--name",
        "Vera",
        "--lang",
        "de",
        "--may",
        "translate",
        "--may",
        "review",
    )
    done = run(folder, *words, "--url", "https://edition.example.org/")
    (link,) = done.stdout.splitlines()
    address = urlsplit(link)
    assert (address.scheme, address.netloc) == ("https", "edition.example.org")
    assert address.path.startswith("/hexapla/join/") and len(address.path) > 50
    assert "works once, for 7 days" in done.stderr
    vera = listed(folder)["vera@example.org"]
    assert vera == {
        "id": "vera@example.org",
        "name": "Vera",
        "rights": ["translate", "review"],
        "languages": ["de"],
        "active": True,
        "browsers": 0,
        "links": 1,
    }
    assert "open links: 1" in run(folder, "people").stdout
    (row,) = json.loads(run(folder, "people", "browsers", "vera@example.org", "--json").stdout)
    assert (row["kind"], row["by"]) == ("link", "boss")
    assert row["id"] in run(folder, "people", "browsers", "VERA@example.org").stdout
    run(folder, "people", "unbind", row["id"])
    assert listed(folder)["vera@example.org"]["links"] == 0
    run(folder, "people", "unbind", row["id"], code=10)
    assert "every language" in run(folder, "people", "grant", "vera@example.org", "--every-lang").stdout
    run(folder, "people", "unbind", "--all", "vera@example.org")
    assert "no part in this edition any more" in run(folder, "people", "revoke", "vera@example.org").stdout
    assert "revoked" in run(folder, "people").stdout
    assert "vera@example.org" in (folder / "source" / "edition.toml").read_text("utf-8")
    secret = address.path.rsplit("/", 1)[1]
    for path in folder.rglob("*"):
        assert path.is_dir() or secret.encode() not in path.read_bytes(), path


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("invite", "vera", "--lang", "fr"), 10, "no language fr"),
        (("invite", "vera", "--lang", "d/e"), 5, "language tag"),
        (("invite", "vera", "--may", "rule"), 2, "translate"),
        (("invite", "vera", "--days", "0"), 2, "--days"),
        (("invite", "vera", "--url", "edition.example.org"), 2, "https://"),
        (("invite", ":server"), 5, "cannot be a person"),
        (("people", "grant", "new"), 3, "would have no right"),
        (("people", "revoke", "ghost"), 10, "Nobody is known here as ghost"),
        (("people", "browsers", "ghost"), 10, "Nobody"),
        (("serve", "--invited", "--trust-header", "X-Forwarded-Email"), 2, "choose one"),
        (("serve", "--trust-header", "Cookie"), 3, "cannot be the header"),
        (("serve", "--name", "edition.example.org"), 3, "Without sign-in"),
        (("serve", "--invited", "--host", "0.0.0.0"), 3, "--name"),
        (("serve", "--invited", "--name", "https://x.org"), 3, "no host name"),
    ],
)
def test_mistakes_are_one_sentence(folder: Path, words: tuple[str, ...], code: int, sentence: str) -> None:
    if words[0] == "serve":
        words = (*words, "--no-browser", "--port", "0")
    assert sentence in run(folder, *words, code=code).stderr
    assert "vera" not in listed(folder) and "new" not in listed(folder)


def test_rights_that_only_the_file_gives_are_named(folder: Path) -> None:
    path = folder / "source" / "edition.toml"
    kept = path.read_text("utf-8")
    path.write_text(kept + '\n[[people]]\nid = "mallory"\nrights = ["manage"]\n', "utf-8")
    try:
        done = run(folder, "people")
        assert "edition.toml gives" in done.stderr and "hexapla people grant mallory" in done.stderr
        assert listed(folder)["mallory"]["rights"] == []
    finally:
        path.write_text(kept, "utf-8")
