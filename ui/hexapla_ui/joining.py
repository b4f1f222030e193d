"""The page behind an invitation's link: it says whom the link is for, and binds the browser when the button is pressed.

Looking at the page uses nothing up, since chats and mail programs look at every link that they carry.
"""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from hexapla.model.errors import Denied, HexaplaError
from hexapla.model.person import Person
from hexapla.work import membership
from hexapla_ui import hosts, plain, serving, sign_in
from hexapla_ui.messages import _
from hexapla_ui.sign_in import ByInvitation

YEAR = 365 * 24 * 60 * 60


async def show(request: Request) -> Response:
    """Say whom the link is for; whoever is that already is led to the edition."""
    return await run_in_threadpool(_show, request)


async def join(request: Request) -> Response:
    """Bind the browser, if the page's own button was pressed."""
    return await run_in_threadpool(_join, request)


def _show(request: Request) -> Response:
    try:
        invited = _invited(request)
    except HexaplaError as error:
        return plain.trouble(str(error))
    before = _before(request)
    if before is not None and before.id == invited.id:
        return RedirectResponse("/", 303)
    title = serving.current().edition.settings
    named = title.title.get(title.source, "")
    if before is None:
        sentence = _("This link opens “{edition}” for {name}, in this browser, once.").format(
            edition=named, name=invited.name
        )
        return plain.page(
            _("Welcome, {name}").format(name=invited.name), sentence, button=_("Open the edition")
        )
    sentence = _(
        "This browser is signed in as {before}. If you go on, it will be {name}’s; if somebody else sent you "
        "this link, close the page."
    ).format(before=before.name, name=invited.name)
    return plain.page(
        _("Become {name}?").format(name=invited.name),
        sentence,
        button=_("Sign in as {name}").format(name=invited.name),
    )


def _join(request: Request) -> Response:
    """Bind the browser; whoever was signed in before is not any more, in this browser."""
    if not hosts.is_own_page(request.headers):
        return plain.trouble(_("This was not asked by the link’s own page; open the link once more."))
    try:
        _invited(request)
        held = serving.current()
        about = request.headers.get("user-agent", "")
        _person, secret = membership.join(held.edition, request.path_params["secret"], _printable(about))
    except HexaplaError as error:
        return plain.trouble(str(error))
    secure = request.url.scheme == "https"
    answer = RedirectResponse("/", 303, headers={"Cache-Control": "no-store"})
    # Lax, not Strict: a link to a unit, in a mail, must open the editor. Websockets and forms of other sites carry
    # no cookie under either, and their Origin is refused besides.
    answer.set_cookie(
        sign_in.cookie_name(held.edition, secure=secure),
        secret,
        max_age=YEAR,
        path="/",
        secure=secure,
        httponly=True,
        samesite="lax",
    )
    return answer


def _invited(request: Request) -> Person:
    held = serving.current()
    if not isinstance(held.sign_in, ByInvitation):
        raise Denied(
            _("This server takes no invitations; ask whoever runs it for “hexapla serve --invited”.")
        )
    return membership.invited(held.edition, request.path_params["secret"])


def _before(request: Request) -> Person | None:
    """Return whose browser this is already, None for a new one."""
    edition = serving.current().edition
    secret = sign_in.cookie(edition, request.headers, secure=request.url.scheme == "https")
    found = membership.of_browser(edition, secret) if secret else None
    return found if found is not None and found.rights else None


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)


ROUTES = [
    Route("/hexapla/join/{secret}", show, methods=["GET"]),
    Route("/hexapla/join/{secret}", join, methods=["POST"]),
]
