"""Pictures are told apart by their content, bounded, and refused where they are more than a picture."""

from __future__ import annotations

import os
import time
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.app_package.package import load_package
from builder.app_package.pictures import read_picture
from builder.base.errors import PackageInvalid
from tests.support.load import under_load
from tests.support.packages import small_package
from tests.support.pictures import bitmap, chunk, ico, jpeg, png, svg

LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
HREF = "which refers to something outside it ('href' of"

GOOD = {
    "a.png": png(64, 64),
    "A.PNG": png(4096, 2048, zlib.compress(b"")),
    "a.jpg": jpeg(640, 480, scans=10),
    "a.ico": ico(png(256, 256), bitmap(32, 32, bytes(32 * 36 * 4))),
    "a.svg": svg('<style>.a{fill:url(#g)}</style><g id="g"/><use xlink:href="#g"/><rect fill="url( \'#g\')"/>'),
    # As drawing programs write them.
    "b.svg": svg(
        '<metadata><x:Work about=""/></metadata><x:view x:zoom="1"/><text>Photo</text>',
        '\ufeff<?xml version="1.0" encoding="UTF-8"?><!-- Made by hand -->'
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
    ),
}

HOSTILE = {
    "60000 pixels": ("a.png", png(60_000, 60_000, b""), "which has 60000 × 60000 pixels"),
    "no pixels": ("a.png", png(0, 5, b""), "which has 0 × 5 pixels"),
    "more pixels than both sides say": ("a.png", png(4096, 4096, b""), "which has 4096 × 4096 pixels"),
    "half a PNG": ("a.png", png(64, 64)[:-20], "which is cut off"),
    "a PNG's first bytes": ("a.png", png()[:16], "which is cut off"),
    "an endless chunk": ("a.png", png()[:33] + b"\xff\xff\xff\xffIDAT", "which is cut off"),
    "5 MiB": ("a.png", png(16, 16, more=chunk(b"tEXt", bytes(5 << 20))), "which is larger than 4 MiB"),
    "another kind": ("a.png", svg(""), "which is not a PNG picture"),
    "a gzipped drawing": ("a.svg", b"\x1f\x8b\x08\x00", "which is not an SVG drawing ('utf-8' codec"),
    "nothing": ("a.svg", b"", "which is not an SVG drawing (no element found"),
    "60000 pixels of JPEG": ("a.jpg", jpeg(60_000, 60_000), "which has 60000 × 60000 pixels"),
    "100,000 scans": ("a.jpg", jpeg(4000, 2000, scans=100_000), "which has too many scans"),
    "half a JPEG": ("a.jpg", jpeg(64, 64)[:12], "which is cut off"),
    "JPEG without a size": ("a.jpg", b"\xff\xd8\xff\xda\x00\x08", "which is not a JPEG picture"),
    "a huge PNG in ICO": ("a.ico", ico(png(60_000, 60_000, b"")), "which has 60000 × 60000 pixels"),
    "a huge bitmap in ICO": ("a.ico", ico(bitmap(1 << 20, 1 << 20)), "a picture of 1048576 × 1048576 pixels"),
    "a negative bitmap": ("a.ico", ico(bitmap(-5, 5)), "which has a picture of -5 × 5 pixels"),
    "an ICO beyond its end": ("a.ico", ico(png())[:-9], "which is cut off"),
    "65535 icons": ("a.ico", b"\0\0\1\0\xff\xff" + bytes(2 << 20), "which has 65535 pictures"),
    "billion laughs": ("a.svg", svg("&a9;", f"<!DOCTYPE svg [<!ENTITY a0 'ha'>{LAUGHS}]>"), "which has entities"),
    "an external entity": ("a.svg", svg("&a;", '<!DOCTYPE svg [<!ENTITY a SYSTEM "/etc/passwd">]>'), "has entities"),
    "entities of elsewhere": ("a.svg", svg("&a;", '<!DOCTYPE svg SYSTEM "http://x/">'), "which has entities"),
    "an external picture": ("a.svg", svg('<image href="file:///etc/logo.png"/>'), f"{HREF} 'image')"),
    "a picture on a share": ("a.svg", svg('<image xlink:href="//host/share/x.png"/>'), f"{HREF} 'image')"),
    "a picture inside": ("a.svg", svg('<image href="data:image/png;base64,AAAA"/>'), f"{HREF} 'image')"),
    "a picture under another name": ("a.svg", svg('<x:image x:href="a.png"/>'), f"{HREF} 'image')"),
    "an external use": ("a.svg", svg('<use href="other.svg#a"/>'), f"{HREF} 'use')"),
    "a link": ("a.svg", svg('<a href="https://example.com"/>'), f"{HREF} 'a')"),
    "an external fill": ("a.svg", svg('<rect fill="url( http://x/)"/>'), "('fill' of 'rect')"),
    "an external style": ("a.svg", svg("<style>a{fill:url('x')}</style>"), "outside it ('style')"),
    "an import": ("a.svg", svg("<style>@import 'x.css'</style>"), "outside it ('style')"),
    "an escaped word": ("a.svg", svg("<style>a{fill:\\75rl(x)}</style>"), "outside it ('style')"),
    "a style in pieces": ("a.svg", svg("<style>a{fill:u<![CDATA[rl(x)]]>}</style>"), "outside it ('style')"),
    "a style sheet": ("a.svg", svg("", '<?xml-stylesheet href="x.css"?>'), "which has a processing instruction"),
    "a script": ("a.svg", svg("<script>alert(1)</script>"), "which has the element 'script'"),
    "an event": ("a.svg", svg("", size='onload="alert(1)"'), "which has the script 'onload'"),
    "HTML": ("a.svg", svg("<foreignObject/>"), "which has the element 'foreignObject'"),
    "another root": ("a.svg", b"<html/>", "which is not an SVG drawing"),
    "other bytes": ("a.svg", b"\xff\xfe<\0s\0v\0g\0/\0>\0", "which is not an SVG drawing"),
    "another encoding": ("a.svg", b'<?xml version="1.0" encoding="latin-1"?><svg/>', "which is not in UTF-8"),
    "2 MiB of drawing": ("a.svg", svg("<g/>" * 500_000), "which is larger than 1 MiB"),
}


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", GOOD)
def test_good_pictures_are_read(tmp_path: Path, name: str) -> None:
    assert read_picture(write(tmp_path, name, GOOD[name])).content == GOOD[name]


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_pictures_are_refused_at_once(tmp_path: Path, what: str) -> None:
    name, content, found = HOSTILE[what]
    path = write(tmp_path, name, content)
    began = time.monotonic()
    with pytest.raises(ValueError, match="which") as refused:
        read_picture(path)
    assert found in str(refused.value)
    assert time.monotonic() - began < under_load(2)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("pipes with names")
    os.mkfifo(tmp_path / "a.png")
    with pytest.raises(ValueError, match="which is a pipe"):
        read_picture(tmp_path / "a.png")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.sampled_from(sorted(GOOD)), st.data())
def test_whatever_is_changed_there_is_an_answer(tmp_path: Path, name: str, data: st.DataObject) -> None:
    content = bytearray(GOOD[name][:3000])
    for _ in range(data.draw(st.integers(0, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = write(tmp_path, name, bytes(content[: data.draw(st.integers(0, len(content)))]))
    fault = ""
    try:
        read_picture(path)
    except ValueError as error:
        fault = str(error)
    assert fault == "" or fault.startswith("which ")


def test_the_package_check_names_file_and_key(tmp_path: Path) -> None:
    package = small_package(
        tmp_path,
        "alpha",
        branding={"icon": "i.png", "banner": "b.svg"},
        registration={"icon": "r.svg", "executable": "bin/a"},
    )
    write(package, "i.png", png(60_000, 60_000, b""))
    write(package, "b.svg", svg('<image href="file:///etc/logo.png"/>'))
    write(package, "r.svg", svg("<script/>"))
    with pytest.raises(PackageInvalid) as refused:
        load_package(package)
    lines = [line for line in str(refused.value).splitlines() if "found" in line]
    assert [line.partition("; expected a picture")[0] for line in lines] == [
        "  - app.toml: branding.icon: found 'i.png', which has 60000 × 60000 pixels",
        "  - app.toml: branding.banner: found 'b.svg', which refers to something outside it ('href' of 'image')",
        "  - app.toml: registration.icon: found 'r.svg', which has the element 'script'",
    ]
