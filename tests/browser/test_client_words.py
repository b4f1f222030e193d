"""Every word of the grid is in the list that the server translates, and nothing else is."""

import json
import re
from pathlib import Path

CLIENT = Path(__file__).parents[2] / "ui" / "hexapla_ui" / "client"


def sources() -> str:
    """All modules of the grid but the list itself."""
    return "\n".join(
        path.read_text("utf-8") for path in sorted(CLIENT.glob("*.js")) if path.name != "words.js"
    )


def messages() -> list[str]:
    listed = (CLIENT / "words.js").read_text("utf-8").partition("MESSAGES = ")[2].partition("];")[0]
    found: list[str] = json.loads(listed + "]")
    return found


def test_the_list_is_in_order_and_says_nothing_twice() -> None:
    assert len(set(messages())) == len(messages())


def test_every_word_that_is_said_is_listed() -> None:
    grid = re.sub(r"export const MESSAGES = .*?\];", "", sources(), flags=re.DOTALL)
    said = set(re.findall(r"\bt\(\"([^\"]+)\"", grid))
    others = set(re.findall(r"^  \"(.+)\",?$", sources(), flags=re.MULTILINE))
    assert said
    assert said - set(messages()) <= others, "another surface lists its own words"


def test_every_listed_word_is_said() -> None:
    spoken = sources()
    assert [word for word in messages() if json.dumps(word, ensure_ascii=False) not in spoken] == []


def test_no_text_becomes_markup() -> None:
    for path in CLIENT.glob("*.js"):
        assert not re.search(
            r"innerHTML|insertAdjacentHTML|outerHTML|document\.write|eval\(", path.read_text("utf-8")
        ), path.name
