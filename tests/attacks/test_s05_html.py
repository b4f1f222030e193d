"""S5: nothing that an edition holds can become a script, a handler, a request or a style of its page."""

import base64
import hashlib
from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from hexapla.model.catalog import State
from hexapla.model.edition import Settings, TextSettings
from hexapla.model.errors import BadName
from hexapla.model.parallel import ParallelEdition, Rendering
from hexapla.model.person import Person
from hexapla.model.text import Block
from hexapla.publish.html import build
from publish.html.page import Node, built, parse
from publish.html.sample import text, units

PAYLOADS = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title></textarea><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    "javascript:alert(1)",
    '<a href="javascript:alert(1)">x</a>',
    '<ref target="javascript:alert(1)">x</ref>',
    '<ref target="&#106;avascript:alert(1)">x</ref>',
    '<hi rend="x&quot; onmouseover=&quot;alert(1)">x</hi>',
    '<hi style="background:url(http://example.org/)">x</hi>',
    '<foreign xml:lang="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">x</foreign>',
    '<graphic url="http://example.org/x.png"/>',
    '<note xml:id="&quot;&gt;&lt;script&gt;"/>',
    '<note type="translator" xml:id="x&quot; onclick=&quot;alert(1)">&lt;svg onload=alert(1)&gt;</note>',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<!--><script>alert(1)</script>-->",
    "{} :root{background:url(http://example.org/)}",
    "\u202e<script>\x00\ud800",
    "{0}{1}{x}%s",
]
ALLOWED = {
    "html", "head", "meta", "title", "style", "script", "body", "header", "nav", "main", "article", "footer",
    "section", "div", "h1", "h2", "h3", "p", "blockquote", "ol", "li", "a", "span", "cite", "bdi", "i", "b",
    "br", "fieldset", "legend", "input", "label", "select", "option", "output",
}  # fmt: skip


def poisoned(payload: str) -> ParallelEdition:
    """An edition with a payload in every field that is published."""
    blocks = [
        Block("head", units(1, payload), level=1, heads=(payload,)),
        Block("speaker", units(2, payload), group=payload),
        Block("turn", units(3, payload), group=payload, speaker=payload),
        Block("item", units(4, payload), n=payload, id=payload),
        Block("quote", units(5, payload)),
        Block("p", units(6, 'a<note xml:id="n1"/> <ref target="#u1">b</ref>')),
        Block("note", units(7, payload), note="n1", n=payload),
        Block("note", units(8, payload), note=payload, n=payload),
    ]
    blocks = [
        replace(block, units=tuple(replace(unit, n=payload) for unit in block.units)) for block in blocks
    ]
    renderings = tuple(Rendering((f"u{n}",), payload, State.TRANSLATED, payload) for n in range(1, 8))
    poisoned_text = text(
        "t", blocks, payload, de=(*renderings, Rendering(("u8",), "", State.OMITTED, payload))
    )
    settings = Settings(
        id=payload,
        source="en",
        targets=("de",),
        licence=payload,
        date=payload,
        title={"en": payload, "de": payload},
        people=(Person("p", payload),),
        texts=(
            TextSettings(
                payload,
                authors=(payload, "p"),
                original_title=payload,
                date=payload,
                rights=payload,
                translators={"de": (payload, "p")},
            ),
        ),
    )
    words = dict.fromkeys(
        (
            "title",
            "subtitle",
            "imprint",
            "word.notes",
            "word.untranslated",
            "word.omitted",
            "word.draft",
            "word.by",
        ),
        payload,
    )
    words |= {
        f"word.{name}": payload for name in ("translated", "reviewed", "licence", "colophon", "contents")
    }
    return ParallelEdition(
        settings=settings,
        languages=("en", "de"),
        texts=(replace(poisoned_text, slug=payload), text("u", blocks, payload)),
        words={"en": words, "de": words},
        draft=True,
        translated={"de": 0.5},
        reviewed={"de": 0.5},
        date=payload,
    )


def harmless(page: Node) -> None:
    (script,) = page.all("script")
    digest = base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode()
    policy = page.one("meta", http_equiv="Content-Security-Policy").get("content")
    assert "default-src 'none'" in policy
    assert f"script-src 'sha256-{digest}'" in policy
    assert script.text == clean_script()
    (style,) = page.all("style")
    assert "url(" not in style.text
    assert "@import" not in style.text
    for node in page.walk():
        assert node.tag in ALLOWED | {""}, node.tag
        for name, value in node.attributes.items():
            assert not name.startswith("on"), (node.tag, name)
            assert name not in {"src", "srcdoc", "srcset", "action", "formaction", "xlink:href", "data"}
            assert name != "href" or value.startswith("#"), value
            assert name != "style" or value.replace("-", "").replace(":", "").isalnum(), value


def clean_script() -> str:
    (source,) = build(ParallelEdition(Settings("x", "en"), (), ())).values()
    return parse(source.decode()).one("script").text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_field_breaks_out_of_its_text(payload: str) -> None:
    harmless(built(poisoned(payload)))


def test_a_payload_is_shown_as_the_text_that_it_is() -> None:
    page = built(poisoned("<script>alert(1)</script>"))
    assert page.one("h1").text == "<script>alert(1)</script>"
    assert page.one("title").text == "<script>alert(1)</script>"
    assert page.all(lang="en", class_="quote")[0].text.endswith("<script>alert(1)</script>")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_language_tag_cannot_carry_a_payload(payload: str) -> None:
    with pytest.raises(BadName):
        build(replace(poisoned("x"), languages=("en", payload)))


def test_markup_in_a_data_element_is_never_a_way_out_of_it() -> None:
    assert "</script" not in clean_script()
    assert "<!--" not in clean_script()


@pytest.mark.browser
def test_a_browser_opens_no_dialog_and_asks_for_nothing(chromium: Browser) -> None:
    for payload in PAYLOADS:
        page = chromium.new_page()
        heard: list[str] = []
        page.on("dialog", lambda dialog: heard.append(dialog.message))  # noqa: B023
        page.on("request", lambda request: heard.append(request.url))  # noqa: B023
        (source,) = build(poisoned(payload)).values()
        page.set_content(source.decode())
        assert page.evaluate("document.documentElement.classList.contains('scripted')"), payload
        page.locator(".mark").first.click()
        page.close()
        assert not heard, payload
