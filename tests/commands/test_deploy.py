"""The files for a team's server: nginx reads the shipped configuration, and two servers behind it are one edition."""

import os
import re
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect

import databases
from browser.real import free_port
from editions import ANNA, make, opened
from hexapla.model.person import Right
from hexapla.work import membership
from tools import need, until

pytestmark = pytest.mark.fault

NAME = "edition.example.org"


@dataclass
class Site:
    """The proxy's address, and the servers behind it."""

    url: str
    ports: tuple[int, int]
    context: ssl.SSLContext

    def ask(self, path: str, who: str = "anna@example.org", **headers: str) -> httpx.Response:
        """Ask the proxy as somebody who has signed in there."""
        given = {"Host": NAME, **({"Cookie": f"signed={who}"} if who else {}), **headers}
        with httpx.Client(verify=self.context) as client:
            return client.get(f"{self.url}{path}", headers=given)


def _configured(folder: Path, ports: tuple[int, int], listens: tuple[int, int], service: int) -> Path:
    """Adapt the shipped file as its comments say, and put the rest of an nginx around it."""
    site = (resources.files("hexapla") / "deploy" / "nginx.conf").read_text("utf-8")
    changes = {
        "127.0.0.1:8501;": f"127.0.0.1:{ports[0]};",
        "127.0.0.1:8502;": f"127.0.0.1:{ports[1]};",
        "listen 80;": f"listen 127.0.0.1:{listens[0]};",
        "listen 443 ssl;": f"listen 127.0.0.1:{listens[1]} ssl;",
        "/etc/ssl/certs/edition.pem": str(folder / "cert.pem"),
        "/etc/ssl/private/edition.key": str(folder / "key.pem"),
    }
    assert site.count("127.0.0.1:4180") == 2
    site = site.replace("127.0.0.1:4180", f"127.0.0.1:{service}")
    for old, new in changes.items():
        assert site.count(old) == 1, old
        site = site.replace(old, new)
    (folder / "site.conf").write_text(site, "utf-8")
    temporary = "\n".join(
        f"{kind}_temp_path {folder / kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = folder / "nginx.conf"
    whole.write_text(
        f"user root;\npid {folder / 'pid'};\nerror_log {folder / 'error.log'};\nevents {{}}\n"
        f"http {{ access_log off;\n{temporary}\ninclude {folder / 'site.conf'}; }}\n",
        "utf-8",
    )
    return whole


def _certificate(folder: Path) -> None:
    subprocess.run(
        [
            *(need("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-batch"),
            *("-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME},IP:127.0.0.1"),
            *("-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")),
        ],
        check=True,
        capture_output=True,
    )


class _SignIn(BaseHTTPRequestHandler):
    """Answers as oauth2-proxy does: who has its cookie is signed in."""

    def do_GET(self) -> None:
        who = dict(part.partition("=")[::2] for part in self.headers.get("Cookie", "").split("; ")).get(
            "signed"
        )
        signing_in = self.path.startswith("/oauth2/sign_in")
        self.send_response(202 if who and not signing_in else 401 if not signing_in else 403)
        if who:
            self.send_header("X-Auth-Request-Email", who)
        self.end_headers()

    def log_message(self, *_given: object) -> None:
        """Stay quiet."""


def _sign_in_service() -> ThreadingHTTPServer:
    made = ThreadingHTTPServer(("127.0.0.1", 0), _SignIn)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    return made


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, postgres: str) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    nginx = need("nginx")
    desk = databases.new_database(postgres)
    edition = make(folder / "edition", targets=("de",))
    with opened(edition, desk=desk) as held:
        membership.grant(held, ANNA, "anna@example.org", name="Anna", rights=list(Right))
    ports, listens = (free_port(), free_port()), (free_port(), free_port())
    _certificate(folder)
    processes = [
        subprocess.Popen(
            [
                *(sys.executable, "-c", "from hexapla.commands import main; main()", "-C", str(edition)),
                *("serve", "--no-browser", "--port", str(port)),
                *("--trust-header", "X-Forwarded-Email", "--name", NAME),
            ],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "HEXAPLA_DESK": desk},
        )
        for port in ports
    ]
    service = _sign_in_service()
    configuration = _configured(folder, ports, listens, service.server_port)
    processes.append(subprocess.Popen([nginx, "-c", str(configuration), "-g", "daemon off;"]))
    made = Site(
        f"https://127.0.0.1:{listens[1]}", ports, ssl.create_default_context(cafile=str(folder / "cert.pem"))
    )
    until(lambda: _answers(made))
    yield made
    for process in reversed(processes):
        process.terminate()
    for process in processes:
        process.wait(timeout=30)
    service.shutdown()


def _answers(site: Site) -> bool:
    try:
        with httpx.Client() as client:
            for port in site.ports:
                client.get(f"http://127.0.0.1:{port}/", headers={"Host": "127.0.0.1"})
        return site.ask("/").status_code == 200
    except httpx.HTTPError:
        return False


def test_who_has_signed_in_at_the_proxy_gets_the_page(site: Site) -> None:
    answer = site.ask("/")
    assert answer.status_code == 200
    assert "streamlit" in answer.text.lower()
    assert answer.headers["strict-transport-security"]


def test_nobody_gets_in_without_the_proxy_or_by_sending_its_header(site: Site) -> None:
    assert site.ask("/", who="").status_code == 403
    assert site.ask("/", who="", **{"X-Forwarded-Email": "anna@example.org"}).status_code == 403
    with httpx.Client() as client:
        direct = client.get(f"http://127.0.0.1:{site.ports[0]}/", headers={"Host": NAME})
    assert direct.status_code == 401, "a server believes nobody without the header"


def test_a_header_that_a_browser_sends_is_replaced_by_the_proxys_own(site: Site) -> None:
    """Eve can sign in and has no rights; naming Anna in the header does not help her."""
    page = "/hexapla/api/page?text=mill&lang=de"
    for headers in ({}, {"X-Forwarded-Email": "anna@example.org"}):
        answer = site.ask(page, who="eve@example.org", **headers)
        assert answer.status_code in (401, 403)


def test_another_name_is_not_answered(site: Site) -> None:
    assert site.ask("/", Host="evil.example").status_code in (403, 404)


@pytest.mark.browser
def test_anna_translates_through_the_proxy(site: Site, chromium: Browser) -> None:
    """By the site's own name, in a browser that is told where it lies: web socket, cookies and routes are all used."""
    browser = chromium.browser_type.launch(
        executable_path=need("chromium"),
        args=[
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            f"--host-resolver-rules=MAP {NAME} 127.0.0.1",
        ],
    )
    context = browser.new_context(ignore_https_errors=True, locale="en-GB")
    context.add_cookies(
        [{"name": "signed", "value": "anna@example.org", "url": f"https://{NAME}", "secure": True}]
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.goto(f"https://{NAME}:{site.url.rsplit(':', 1)[1]}/editor?text=mill&lang=de&unit=u2")
    box = page.locator(".hexapla")
    expect(box).to_have_attribute("data-ready", re.compile(".+"))
    field = page.locator('[data-unit="u2"]').get_by_role("textbox")
    expect(field).to_be_focused()
    page.keyboard.type("Die Mühle steht.")
    page.keyboard.press("Control+Enter")
    expect(box).to_have_attribute("data-waiting", "0")
    expect(page.locator('[data-unit="u2"]')).to_have_attribute("data-state", "translated")
    browser.close()


def test_the_service_unit_starts_what_there_is() -> None:
    unit = (resources.files("hexapla") / "deploy" / "hexapla@.service").read_text("utf-8")
    command = re.search(r"^ExecStart=\S+ (.+)$", unit, re.M)
    assert command
    done = subprocess.run(
        [sys.executable, "-c", "from hexapla.commands import main; main()", *command[1].split(), "--help"],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.returncode == 0
    for option in re.findall(r"--[a-z-]+", command[1]):
        assert option.replace("--no-browser", "--browser / --no-browser") in done.stdout, option
