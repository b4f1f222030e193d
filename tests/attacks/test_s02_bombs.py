"""Attack S2: XML that would fill the memory; each runs in a process with 512 MiB to live in."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import hexapla

TOOLS = str(Path(hexapla.__file__).parents[1])

RUN = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (512 * 2**20, 512 * 2**20))
from hexapla.formats import tbx, xml
from hexapla.model.errors import BadFile
source = eval(sys.argv[1])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    if isinstance(source, str):
        xml.fragment(source)
    else:
        (tbx if source.startswith(b"<tbx") else xml).parse(source)
    name = "read"
except BadFile as error:
    name = type(error).__name__
print(name, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""

LAUGHS = """(
    b'<!DOCTYPE a [<!ENTITY l0 "ha">'
    + b''.join(b'<!ENTITY l%d "' % n + b'&l%d;' % (n - 1) * 10 + b'">' for n in range(1, 10))
    + b']><a b="&l9;">&l9;</a>'
)"""
QUADRATIC = """b'<!DOCTYPE a [<!ENTITY e "' + b'x' * 100_000 + b'">]><a>' + b'&e;' * 100_000 + b'</a>'"""

TBX = (
    """b'<tbx xmlns="urn:iso:std:iso:30042:ed-2" style="dca" type="TBX-Basic" xml:lang="en"><tbxHeader/><text>"""
    """<body><conceptEntry id="c"><langSec xml:lang="en">' + %s + b'</langSec></conceptEntry></body></text></tbx>'"""
)

BOMBS = {
    "billion laughs": (LAUGHS, "BadFile"),
    "quadratic": (QUADRATIC, "BadFile"),
    "small laughs": (LAUGHS.replace("10)", "4)").replace("l9", "l3"), "BadFile"),
    "parameter laughs": (
        """b'<!DOCTYPE a [<!ENTITY % p "<!ENTITY e \\'x\\'>">' + b'%p;' * 100_000 + b']><a/>'""",
        "BadFile",
    ),
    "depth": ("b'<a>' * 100_000 + b'</a>' * 100_000", "TooLarge"),
    "long text": ("b'<a>' + b'x' * 10_100_000 + b'</a>'", "TooLarge"),
    "long attribute": ("""b'<a b="' + b'x' * 10_100_000 + b'"/>'""", "TooLarge"),
    "long comment": ("b'<a><!--' + b'x' * 10_100_000 + b'--></a>'", "TooLarge"),
    "long instruction": ("b'<a><?b ' + b'x' * 10_100_000 + b'?></a>'", "TooLarge"),
    "long cdata": ("b'<a><![CDATA[' + b'x' * 10_100_000 + b']]></a>'", "TooLarge"),
    "long name": ("b'<' + b'a' * 100_000 + b'/>'", "TooLarge"),
    "21 MB": ("b'<a>' + b' ' * 21_000_000 + b'</a>'", "TooLarge"),
    "many elements": ("b'<a>' + b'<b/>' * 5_000_000 + b'</a>'", "TooLarge"),
    "many attributes": (
        """b'<a ' + b' '.join(b'a%x=""' % n for n in range(1_500_000)) + b'/>'""",
        "TooLarge",
    ),
    "many instructions": ("b'<?a?>' * 4_000_000 + b'<a/>'", "TooLarge"),
    "open comment": ("b'<!--' * 5_000_000", "TooLarge"),
    "open quotes": ("""b"<!DOCTYPE a '" + b"''" * 10_000_000""", "BadFile"),
    "long fragment": ("'x' * 30_000_000", "TooLarge"),
    "deep fragment": ("'<a>' * 100_000", "TooLarge"),
    "deep notes in tbx": (TBX % "b'<note>' + b'<hi>' * 200 + b'</hi>' * 200 + b'</note>'", "TooLarge"),
    "the most notes in tbx": (TBX % "b'<note/>' * 999_000", "read"),
    "the most elements": ("b'<a>' + b'<b/> ' * 999_000 + b'</a>'", "read"),
    "the most attributes": ("""b'<a>' + b'<b c="" d=""/>' * 499_000 + b'</a>'""", "read"),
    "the most bytes": ("b'<a>' + (b'x' * 9_000_000 + b'<b/>') * 2 + b'</a>'", "read"),
}
"""An expression for the document (Python), and how it ends; those that are read are the largest that are."""


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_refused_within_its_memory(kind: str) -> None:
    expression, expected = BOMBS[kind]
    done = subprocess.run(
        [sys.executable, "-c", RUN, expression],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "PYTHONPATH": TOOLS},
    )
    name, megabytes = done.stdout.split()
    assert name == expected
    assert int(megabytes) < (400 if expected == "read" else 100)
