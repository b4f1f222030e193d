"""Signing in: by a proxy's header or by an invitation, for pages, routes and websockets alike; and ceasing to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from streamlit.proto.BackMsg_pb2 import BackMsg

from editions import ANNA
from hexapla.model.errors import HexaplaError
from hexapla.model.person import ALL, Person
from hexapla.work import membership
from hexapla.work.edition import Edition
from hexapla_ui import server, serving
from hexapla_ui.sign_in import Alone, ByHeader, ByInvitation, NotSignedIn
from ui.signed import R, T, browser, link, member, served, token

EMAIL = "X-Forwarded-Email"
STREAM = "/_stcore/stream"
PAGE = {"text": "mill", "lang": "de"}


@pytest.fixture
def behind_proxy(tmp_path: Path) -> Iterator[Edition]:
    with served(tmp_path, ByHeader(EMAIL)) as edition:
        member(edition, "vera@example.org", T)
        yield edition


@pytest.fixture
def inviting(tmp_path: Path) -> Iterator[Edition]:
    with served(tmp_path, ByInvitation()) as edition:
        yield edition


def joined(edition: Edition, person: Person, client: TestClient | None = None) -> TestClient:
    client = client or browser()
    answer = client.post(link(edition, person), headers={"Origin": "http://127.0.0.1:8501"})
    assert answer.status_code == 303, answer.text
    return client


def connects(client: TestClient, **headers: str) -> bool:
    raw = {name: value.encode("latin-1") for name, value in headers.items()}
    try:
        with client.websocket_connect(STREAM, headers={"Host": b"127.0.0.1:8501"} | raw) as stream:
            stream.send_bytes(b"hello")
            return bool(stream.receive_bytes() == b"hello")
    except WebSocketDisconnect:
        return False


# By header


def test_without_sign_in_everybody_here_is_the_local_person(tmp_path: Path) -> None:
    with served(tmp_path, Alone()):
        assert browser().get("/").text == "page"
        assert browser().get("/hexapla/api/page", params=PAGE, headers=token("anna")).status_code == 200
        assert connects(browser())


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {EMAIL: ""},
        {EMAIL: " "},
        {EMAIL: ":server"},
        {EMAIL: "a\u00adb".encode().decode("latin-1")},
        {"X-Forwarded-User": "vera@example.org"},
    ],
)
def test_a_header_that_is_missing_or_none_is_refused(behind_proxy: Edition, headers: dict[str, str]) -> None:
    client = browser()
    raw = {name: value.encode("latin-1") for name, value in headers.items()}
    answer = client.get("/", headers=raw)
    assert answer.status_code == 401
    assert "Not signed in" in answer.text and "<form" not in answer.text
    api = client.get("/hexapla/api/page", params=PAGE, headers=raw | token("vera@example.org"))
    assert api.status_code == 403
    assert not connects(client, **headers)


@pytest.mark.parametrize("raw", [b"\xff", b"vera@example.org\xc3", b"\xed\xa0\x80", b"vera@example.org\x00"])
def test_bytes_that_are_no_text_name_nobody(behind_proxy: Edition, raw: bytes) -> None:
    headers = Headers(raw=[(EMAIL.lower().encode(), raw)])
    with pytest.raises(NotSignedIn):
        ByHeader(EMAIL).whoever(behind_proxy, ANNA, headers, secure=False)


def test_a_header_that_is_there_twice_is_refused(behind_proxy: Edition) -> None:
    """A proxy that adds its own header beside the client's must not let the client choose."""
    twice = [(EMAIL, "vera@example.org"), (EMAIL, "other@example.org")]
    assert browser().get("/", headers=twice).status_code == 401


@pytest.mark.parametrize("said", ["vera@example.org", " Vera@Example.ORG "])
def test_whom_the_header_names_is_in(behind_proxy: Edition, said: str) -> None:
    client = browser()
    assert client.get("/", headers={EMAIL: said}).text == "page"
    answer = client.get("/hexapla/api/page", params=PAGE, headers={EMAIL: said} | token("vera@example.org"))
    assert answer.status_code == 200
    assert connects(client, **{EMAIL: said})


@pytest.mark.parametrize("said", ["vera@example.or", "vera-example-org", "véra@example.org", "VERA"])
def test_somebody_without_a_part_is_told_so(behind_proxy: Edition, said: str) -> None:
    raw = {EMAIL: said.encode()}
    answer = browser().get("/", headers=raw)
    assert answer.status_code == 403
    assert "has no part in this edition; ask whoever manages it." in answer.text
    assert not connects(browser(), **{EMAIL: said.encode().decode("latin-1")})
    api = browser().get("/hexapla/api/page", params=PAGE, headers=raw | token(said))
    assert api.status_code == 403 and "no part" in api.json()["error"]


def test_a_name_is_shown_and_never_run(behind_proxy: Edition) -> None:
    answer = browser().get("/", headers={EMAIL: "<script>alert(1)</script>"})
    assert answer.status_code == 403
    assert "<script>" not in answer.text and "&lt;script&gt;" in answer.text


def test_a_token_of_another_person_is_refused(behind_proxy: Edition) -> None:
    member(behind_proxy, "bela@example.org", T, R)
    for path, method in (("page", "GET"), ("token", "POST")):
        answer = browser().request(
            method,
            f"/hexapla/api/{path}",
            params=PAGE,
            headers={EMAIL: "vera@example.org"} | token("bela@example.org"),
        )
        assert (answer.status_code, answer.json()["code"]) == (401, "refused")


@pytest.mark.parametrize("header", ["", "Cookie", "host", "X Y", "X:Y", "X\r\nY", "Ünicode"])
def test_what_cannot_be_the_header(header: str) -> None:
    with pytest.raises(HexaplaError, match="cannot be the header"):
        ByHeader(header)


# By invitation


def test_a_link_shows_whom_it_is_for_and_the_button_binds(inviting: Edition) -> None:
    vera = member(inviting, "vera", T)
    path, client = link(inviting, vera), browser()
    for _look in range(2):
        shown = client.get(path)
        assert shown.status_code == 200
        assert "Welcome, Vera" in shown.text and shown.text.count("<button") == 1
        assert "set-cookie" not in shown.headers
        assert shown.headers["referrer-policy"] == "same-origin"
        assert "frame-ancestors 'none'" in shown.headers["content-security-policy"]
    assert client.get("/").status_code == 401
    answer = client.post(path, headers={"Origin": "http://127.0.0.1:8501", "User-Agent": "Fire\tfox"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and "Path=/" in cookie
    assert "Max-Age=31536000" in cookie and "Secure" not in cookie and "Domain" not in cookie
    assert client.get("/").text == "page"
    assert connects(client, cookie=cookie.split(";")[0])
    assert client.get("/hexapla/api/page", params=PAGE, headers=token("vera")).status_code == 200
    assert [one.about for one in membership.browsers(inviting, ANNA, "vera")] == ["Fire fox"]


def test_behind_https_the_cookie_is_bound_to_this_very_host(inviting: Edition) -> None:
    vera, base = member(inviting, "vera", T), "https://edition.example.org"
    client = browser(base)
    answer = client.post(link(inviting, vera), headers={"Origin": base})
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-hexapla-") and "Secure" in cookie
    assert client.get("/").text == "page"
    secret = cookie.split(";")[0].split("=", 1)[1]
    name = f"hexapla-{inviting.settings.id[:8]}"
    other = browser(base).get("/", headers={"Cookie": f"{name}={secret}"})
    assert other.status_code == 401, "a neighbour may have set the cookie without the prefix"


def test_a_link_that_is_over_says_why(inviting: Edition) -> None:
    vera = member(inviting, "vera", T)
    used = link(inviting, vera)
    joined_ = browser()
    assert joined_.post(used, headers={"Origin": "http://127.0.0.1:8501"}).status_code == 303
    revoked = link(inviting, vera)
    membership.revoke(inviting, ANNA, "vera")
    for path, sentence in (
        (used, "This link has been used. Ask for a new one."),
        (revoked, "This link has been taken back."),
        ("/hexapla/join/forged", "This link is not known here."),
        ("/hexapla/join/%00%ff", "This link is not known here."),
    ):
        for answer in (
            browser().get(path),
            browser().post(path, headers={"Origin": "http://127.0.0.1:8501"}),
        ):
            assert answer.status_code == 403 and sentence in answer.text
            assert "<button" not in answer.text and "set-cookie" not in answer.headers


def test_a_link_of_ones_own_leads_on_without_being_used(inviting: Edition) -> None:
    vera = member(inviting, "vera", T)
    client, path = joined(inviting, vera), link(inviting, vera)
    answer = client.get(path)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert browser().get(path).status_code == 200


def test_only_a_server_that_invites_has_links(behind_proxy: Edition) -> None:
    path = link(behind_proxy, member(behind_proxy, "vera", T))
    answer = browser().post(path, headers={"Origin": "http://127.0.0.1:8501", EMAIL: "vera@example.org"})
    assert answer.status_code == 403 and "takes no invitations" in answer.text


@pytest.mark.parametrize("cookie", ["", "x", "hexapla-={}", 'a="b; c=d', "\xff\xfe", "; ; ;"])
def test_a_strange_cookie_is_nobodys(inviting: Edition, cookie: str) -> None:
    assert browser().get("/", headers={"Cookie": cookie.encode("latin-1")}).status_code == 401


def test_a_strange_cookie_of_a_neighbour_hides_none_of_ours(inviting: Edition) -> None:
    client = joined(inviting, member(inviting, "vera", T))
    ours = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    answer = browser().get("/", headers={"Cookie": f'other={{"a": "b, c"}}; {ours}; x="'})
    assert answer.text == "page"


# Ceasing to


def test_who_is_revoked_is_out_at_once(inviting: Edition) -> None:
    """Pages, routes and every message of an open websocket: the page is run anew, and says so."""
    vera = member(inviting, "vera", T, langs=("de",))
    client = joined(inviting, vera)
    cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    held = token("vera")
    with client.websocket_connect(STREAM, headers={"Host": "127.0.0.1:8501", "Cookie": cookie}) as stream:
        stream.send_bytes(b"secret widget state")
        assert stream.receive_bytes() == b"secret widget state"
        membership.revoke(inviting, ANNA, "vera")
        stream.send_bytes(b"secret widget state")
        came = BackMsg()
        came.ParseFromString(stream.receive_bytes())
        assert came.WhichOneof("type") == "rerun_script" and not came.rerun_script.fragment_id
    assert client.get("/").status_code == 401
    assert not connects(client, cookie=cookie)
    body = {"text": "mill", "lang": "de", "client": "c", "saves": [], "drafts": []}
    for path in ("save", "draft", "token", "echo", "remark", "watch"):
        answer = client.post(f"/hexapla/api/{path}", json=body, headers=held)
        assert answer.status_code == 403, path
        assert answer.json()["error"] == (
            "This browser is not signed in here. Ask whoever manages the edition for a link."
        )


def test_a_single_browser_is_closed_and_the_other_goes_on(inviting: Edition) -> None:
    vera = member(inviting, "vera", T)
    first, second = joined(inviting, vera), joined(inviting, vera)
    handles = {one.id for one in membership.browsers(inviting, ANNA, "vera")}
    membership.unbind(inviting, ANNA, sorted(handles)[0])
    assert sorted(client.get("/").status_code for client in (first, second)) == [200, 401]


def test_rights_are_those_of_now(behind_proxy: Edition) -> None:
    headers = {EMAIL: "vera@example.org"} | token("vera@example.org")
    one = {
        "op": "1",
        "units": ["u2"],
        "target": [{"text": "Die Mühle."}],
        "state": "translated",
        "revision": 0,
        "seen": "untranslated",
    }
    body = {"text": "mill", "lang": "de", "client": "c", "saves": [one]}

    def error() -> str:
        answer = browser().post("/hexapla/api/save", json=body, headers=headers).json()["answers"][0]
        return str(answer["error"])

    membership.grant(behind_proxy, ANNA, "vera@example.org", rights=[R])
    assert "no right to translate here (de)" in error()
    membership.grant(behind_proxy, ANNA, "vera@example.org", rights=[T], langs=["hu"])
    assert "no right to translate here (de)" in error()
    membership.grant(behind_proxy, ANNA, "vera@example.org", langs=["de"])
    assert not error()
    assert behind_proxy.desk.row("mill", "de", "u2").entry.by == "vera@example.org"


def test_the_server_starts_only_where_people_can_be_told_apart(tmp_path: Path) -> None:
    for options in ({"host": "0.0.0.0"}, {"host": "192.0.2.1"}, {"names": ["edition.example.org"]}):
        with pytest.raises(HexaplaError, match="Without sign-in"):
            server.run(tmp_path, ANNA, **options)  # type: ignore[arg-type]
    with pytest.raises(HexaplaError, match="--name"):
        server.run(tmp_path, ANNA, host="0.0.0.0", sign_in=ByInvitation())
    for name in ("https://edition.example.org", "edition.example.org:8501", "", "a b", "-a", "*"):
        with pytest.raises(HexaplaError, match="no host name"):
            server.run(tmp_path, ANNA, names=[name], sign_in=ByInvitation())


def test_whoever_has_the_servers_name_gets_nothing_by_it(behind_proxy: Edition) -> None:
    """The local person of ``serve`` has all rights; in the browser only those that the desk knows."""
    assert serving.current().person.rights == ALL
    for said in (serving.current().person.id, "anna"):
        assert browser().get("/", headers={EMAIL: said}).status_code in (401, 403)
