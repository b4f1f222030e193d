"""S14: no other page speaks for a person, no old token or stolen link opens anything, no session is slipped in."""

import ast
import inspect
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.websockets import WebSocketDisconnect
from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from editions import ANNA, make
from hexapla.work import membership
from hexapla.work.edition import Edition
from hexapla_ui import editor_routes, hosts, joining, route, server, serving
from hexapla_ui.sign_in import ByHeader, ByInvitation
from hexapla_ui.tokens import Tokens
from serving import Served, hexapla
from ui.signed import R, T, browser, link, member, served, token

OWN = "http://127.0.0.1:8501"
FOREIGN = [
    "https://evil.example",
    "http://127.0.0.1:9000",
    "http://127.0.0.1:8501.evil.example",
    "http://localhost:8501",
    "http://evil.example/127.0.0.1:8501",
    "http://127.0.0.1:8501@evil.example",
    "https://edition.example.org.evil.example",
    "https://edition.example.org:444",
    "file://",
    "null",
    "",
    "http://[",
]
PAGE = {"text": "mill", "lang": "de"}
EMAIL = "X-Forwarded-Email"


@pytest.fixture
def inviting(tmp_path: Path) -> Iterator[Edition]:
    with served(tmp_path, ByInvitation()) as edition:
        yield edition


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Served]:
    """The real server, behind a proxy that would set the header, with a public name."""
    folder = make(tmp_path / "edition")
    one = Served(folder, "--trust-header", EMAIL, "--name", "edition.example.org")
    yield one
    one.stop()


def opens(running: Served, origin: str | None, host: str = "", who: str = "") -> bool:
    """Whether Streamlit's websocket opens for a page of some origin."""
    given = ([("Origin", origin)] if origin is not None else []) + ([(EMAIL, who)] if who else [])
    address = f"ws://{host or running.host}/_stcore/stream"
    try:
        sock = None
        if host:
            sock = socket.create_connection(("127.0.0.1", running.port))
        with connect(address, additional_headers=given, proxy=None, sock=sock):
            return True
    except (InvalidStatus, ConnectionClosed):
        return False


def test_the_real_websocket_takes_our_pages_alone(running: Served) -> None:
    hexapla(running.folder, "people", "grant", "vera@example.org", "--may", "translate")
    who = "vera@example.org"
    assert opens(running, running.url, who=who)
    assert opens(running, "https://edition.example.org", who=who), "the proxy may not pass the Host on"
    assert opens(running, "https://edition.example.org", host="edition.example.org", who=who)
    assert not opens(running, running.url)
    assert not opens(running, running.url, who="mallory@example.org")
    for origin in FOREIGN:
        assert not opens(running, origin, who=who), origin
    assert not opens(running, "http://evil.example", host="evil.example", who=who)


def run(stream: ClientConnection, words: bytes) -> bytes:
    """Have the page run by any message, and return what came until it was over."""
    stream.send(words)
    came = b""
    while True:
        one = stream.recv(timeout=60)
        assert isinstance(one, bytes)
        message = ForwardMsg()
        message.ParseFromString(one)
        came += one
        if message.WhichOneof("type") == "script_finished":
            return came


def test_the_real_page_is_run_for_the_person_of_the_header_until_they_are_let_go(running: Served) -> None:
    hexapla(running.folder, "people", "grant", "vera@example.org", "--name", "Vera K.", "--may", "translate")
    given = [("Origin", running.url), (EMAIL, "Vera@example.org")]
    anew = BackMsg(rerun_script=ClientState()).SerializeToString()
    with connect(f"ws://{running.host}/_stcore/stream", additional_headers=given, proxy=None) as stream:
        assert b"Vera K." in run(stream, anew)
        hexapla(running.folder, "people", "revoke", "vera@example.org")
        for words in (anew, BackMsg(clear_cache=True).SerializeToString(), b"no message at all"):
            came = run(stream, words)
            assert b"has no part in this edition" in came and b"The Empty Mill" not in came
    assert not opens(running, running.url, who="vera@example.org")


def test_streamlits_own_guards_are_on() -> None:
    for name in ("server.enableCORS", "server.enableXsrfProtection"):
        config.set_option(name, False)
    server.application(frozenset({"edition.example.org"}))
    assert config.get_option("server.enableCORS") is True
    assert config.get_option("server.enableXsrfProtection") is True
    assert config.get_option("server.corsAllowedOrigins") == ["https://edition.example.org"]
    server.application()
    assert config.get_option("server.corsAllowedOrigins") == []


@pytest.mark.parametrize("origin", FOREIGN)
def test_what_changes_something_is_not_taken_from_another_page(inviting: Edition, origin: str) -> None:
    vera = member(inviting, "vera", T)
    client, path = browser(), link(inviting, vera)
    stolen = client.post(path, headers={"Origin": origin})
    assert stolen.status_code == 403 and "set-cookie" not in stolen.headers
    assert client.get(path).status_code == 200, "and the link is not used up"
    client.post(path, headers={"Origin": OWN})
    for method, name in (("GET", "page"), ("POST", "save"), ("POST", "token"), ("POST", "remark")):
        answer = client.request(
            method, f"/hexapla/api/{name}", params=PAGE, headers={"Origin": origin} | token("vera")
        )
        assert answer.status_code == 403, name
    assert client.post("/", headers={"Origin": origin}).status_code == 403
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect("/_stcore/stream", headers={"Host": "127.0.0.1:8501", "Origin": origin}),
    ):
        pass


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_nor_from_one_that_the_browser_says_is_none_of_ours(inviting: Edition, site: str) -> None:
    vera = member(inviting, "vera", T)
    path = link(inviting, vera)
    assert browser().post(path, headers={"Origin": OWN, "Sec-Fetch-Site": site}).status_code == 403
    assert browser().get(path).status_code == 200


def test_every_route_asks_who_is_there() -> None:
    """Each route below ``/hexapla/api`` is wrapped by ``guarded``, or asks itself."""
    for one in (*route.ROUTES, *editor_routes.ROUTES):
        assert one.path.startswith("/hexapla/api/")
        assert one.endpoint.__qualname__.startswith("guarded.") or one.endpoint is route.renew, one.path
    assert {one.path for one in joining.ROUTES} == {"/hexapla/join/{secret}"}


def test_the_person_is_never_taken_from_a_body() -> None:
    for module in (route, editor_routes):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("get", "word", "optional"):
                words = [part.value for part in node.args if isinstance(part, ast.Constant)]
                assert not {"person", "by", "rights", "as"} & set(words), ast.unparse(node)


def test_a_token_alone_opens_nothing_in_another_browser(inviting: Edition) -> None:
    """Stolen by whoever looks over a shoulder: it needs the browser that it was made for."""
    vera, bela = member(inviting, "vera", T), member(inviting, "bela", T, R)
    theirs = browser()
    theirs.post(link(inviting, bela), headers={"Origin": OWN})
    for client, status in ((browser(), 403), (theirs, 401)):
        for method, path in (("GET", "page"), ("POST", "token")):
            answer = client.request(method, f"/hexapla/api/{path}", params=PAGE, headers=token(vera.id))
            assert answer.status_code == status


def test_a_token_of_a_revoked_person_and_of_another_edition(inviting: Edition) -> None:
    vera, client = member(inviting, "vera", T), browser()
    client.post(link(inviting, vera), headers={"Origin": OWN})
    other = Tokens(inviting.desk.key(), "another edition").mint("vera")
    forged = Tokens(b"0" * 32, inviting.settings.id).mint("vera")
    for one in (other, forged, "", "vera"):
        for method, path in (("GET", "page"), ("POST", "token")):
            answer = client.request(
                method, f"/hexapla/api/{path}", params=PAGE, headers={"Authorization": f"Bearer {one}"}
            )
            assert answer.status_code == 401
    held = token("vera")
    assert client.get("/hexapla/api/page", params=PAGE, headers=held).status_code == 200
    membership.revoke(inviting, ANNA, "vera")
    for method, path in (("GET", "page"), ("POST", "token"), ("POST", "save")):
        answer = client.request(method, f"/hexapla/api/{path}", params=PAGE, headers=held)
        assert answer.status_code == 403


def test_a_link_does_not_change_who_somebody_is_without_asking(inviting: Edition) -> None:
    """Session fixation: whoever sends their own link to somebody signed in would have them write as the sender."""
    vera, mallory = member(inviting, "vera", T), member(inviting, "mallory", T)
    client = browser()
    client.post(link(inviting, vera), headers={"Origin": OWN})
    path = link(inviting, mallory)
    shown = client.get(path)
    assert shown.status_code == 200
    assert "signed in as Vera" in shown.text and "if somebody else sent you this link" in shown.text
    assert client.get("/hexapla/api/page", params=PAGE, headers=token("vera")).status_code == 200
    with_other_origin = client.post(path, headers={"Origin": "https://evil.example"})
    assert with_other_origin.status_code == 403
    assert client.get("/hexapla/api/page", params=PAGE, headers=token("vera")).status_code == 200


def test_a_cookie_that_somebody_chose_binds_nothing(inviting: Edition) -> None:
    """The secret of a browser is made by the server when it is bound, whatever the browser showed before."""
    name = f"hexapla-{inviting.settings.id[:8]}"
    client = browser()
    client.cookies.set(name, "chosen")
    answer = client.post(link(inviting, member(inviting, "vera", T)), headers={"Origin": OWN})
    assert "chosen" not in answer.headers["set-cookie"]
    assert browser().get("/", headers={"Cookie": f"{name}=chosen"}).status_code == 401


def test_words_in_a_header_are_no_origin(tmp_path: Path) -> None:
    """The header that names the person says nothing about the page that asks."""
    with served(tmp_path, ByHeader(EMAIL)) as edition:
        member(edition, "vera@example.org", T)
        answer = browser().post(
            "/hexapla/api/save",
            json={},
            headers={"Origin": FOREIGN[0], EMAIL: "vera@example.org"} | token("vera@example.org"),
        )
        assert answer.status_code == 403
        assert serving.current().names == {"edition.example.org"}
        assert {"GET", "HEAD", "OPTIONS"} == hosts.SAFE
