"""`engine-builder lock`: against a real server on this computer, with real wheels of made-up content."""

from __future__ import annotations

import contextlib
import hashlib
import html
import json
import threading
import time
import tomllib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.tags import sys_tags

from builder.app_package.manifest import Wheel
from builder.app_package.package import load_package
from builder.app_package.systems import SYSTEMS
from builder.backend import BACKENDS
from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import Cancelled, DownloadFailed, EngineInstallerError, InvalidParameter, LibraryMissing
from builder.library import download
from builder.library.download import Page
from builder.library.wheels import fitting_wheels, libraries_in, unpack
from builder.vendor import command_line
from builder.vendor.locking.choice import SUPPORTED_PYTHONS, Target, choose, in_words, names_of, tags_for
from builder.vendor.locking.index import IndexFile, files_on
from builder.vendor.locking.lock import Wanted, lock
from tests.support.load import under_load
from tests.support.packages import small_package
from tests.support.web import make_certificate, serve
from tests.support.wheels import write_wheel

_INSTALLED = BACKENDS["tensorrt-rtx"].find()
assert _INSTALLED
VERSION = _INSTALLED.version
PLATFORMS = {"linux": "manylinux_2_28_x86_64", "windows": "win_amd64"}
JSON = "application/vnd.pypi.simple.v1+json"


def wheel_names(version: str = VERSION) -> list[str]:
    """The names of NVIDIA's wheels, as PyPI has them."""
    return [
        f"tensorrt_rtx_cu13_{kind}-{version}-{python}-none-{platform}.whl"
        for platform in PLATFORMS.values()
        for kind, python in [("libs", "py3"), *(("bindings", f"cp3{minor}") for minor in (10, 11, 12, 13))]
    ]


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    """A folder with wheels of two versions."""
    folder = tmp_path / "wheels"
    for version in (VERSION, "1.6.1.120"):
        for name in wheel_names(version):
            write_wheel(folder / name, {f"{name.partition('-')[0]}/__init__.py": name.encode()})
    return folder


class Index:
    """A package index. It answers as PEP 691 says, or as PEP 503 does, which states no sizes."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.folder, self.kind = folder, kind
        self.without: tuple[str, ...] = ()
        self.yanked: tuple[str, ...] = ()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        first, _, last = request.path.strip("/").partition("/")
        content, kind = b"", "text/html; charset=utf-8"
        if first == "simple":
            content = self.page(last)
            kind = JSON if self.kind == "json" else kind
        elif (self.folder / last).is_file():
            content, kind = (self.folder / last).read_bytes(), "application/octet-stream"
        request.send_response(200 if content else 404)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content)

    def page(self, project: str) -> bytes:
        paths = [path for path in sorted(self.folder.iterdir()) if path.name.startswith(project.replace("-", "_"))]
        hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
        if self.kind == "json":
            files: list[dict[str, Any]] = [
                {
                    "filename": path.name, "url": f"../../files/{path.name}", "hashes": {"sha256": hashes[path.name]},
                    "size": path.stat().st_size, "yanked": path.name in self.yanked and "broken",
                }
                for path in paths
            ]  # fmt: skip
            for file in files:
                for key in self.without:
                    del file[key]
            return json.dumps({"meta": {"api-version": "1.1"}, "name": project, "files": files}).encode()
        links = (
            f'<a href="../../files/{name}#sha256={digest}"{" data-yanked" if name in self.yanked else ""}>{name}</a>'
            for name, digest in hashes.items()
        )
        return f"<!DOCTYPE html><html><body>{'<br>'.join(links)}</body></html>".encode()


@pytest.fixture
def secure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A certificate that is trusted here."""
    certificate = make_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv("no_proxy", "localhost")
    return certificate


@pytest.fixture(params=["json", "html"])
def index(request: pytest.FixtureRequest, wheels: Path) -> Index:
    return Index(wheels, request.param)


def locked(package: Path, wanted: Wanted, cancel: CancelToken = NEVER) -> list[str]:
    said: list[str] = []
    lock(package, wanted, said.append, cancel)
    return said


def entries(package: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((package / "app.toml").read_text())["library"]["wheels"]
    return found


def names(package: Path) -> set[str]:
    return {entry["file"].rpartition("/")[2] for entry in entries(package)}


EVERYTHING = {name for name in wheel_names() if "cp310" not in name}


@pytest.mark.needs("openssl")
def test_every_system_and_python_gets_its_wheels_from_an_index(tmp_path: Path, index: Index, secure: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    with serve(index.answer, secure) as address:
        said = locked(package, Wanted(index=f"{address}/simple"))
        assert names(package) == EVERYTHING
        assert said[-1] == f"{package / 'app.toml'} names 8 wheels for Windows and Linux"
        again = locked(package, Wanted(index=f"{address}/simple/"))
        assert [line.split()[0] for line in again[1:-1]] == ["same"] * 8
        # What was written is what users' PCs need: it is downloaded and unpacked as they do it.
        library = load_package(package).manifest.library
        assert library.source == "wheels"
        (tmp_path / "unpacked").mkdir()
        taken: set[str] = set()
        fitting = fitting_wheels(library.wheels)
        assert libraries_in(fitting)["tensorrt-rtx"].version == VERSION
        for wheel in fitting:
            assert wheel.url
            got = tmp_path / wheel.name
            assert list(download.download(wheel.url, wheel.size, got, NEVER))[-1] == wheel.size
            assert unpack(wheel, got, tmp_path / "unpacked", NEVER, taken)
    for target in (Target(system, python) for system in SYSTEMS for python in SUPPORTED_PYTHONS):
        assert len(fitting_wheels(library.wheels, list(tags_for(target)))) == 2


@pytest.mark.needs("openssl")
def test_what_is_asked_for_is_what_is_written(
    tmp_path: Path, index: Index, secure: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package = small_package(tmp_path / "package", "alpha")
    with serve(index.answer, secure) as address:
        options = ["--index", f"{address}/simple/", "--python", "3.12", "--system", "windows"]
        assert command_line.main(["lock", str(package), *options, "--library-version", "1.6.1.120"]) == 0
        assert names(package) == {
            "tensorrt_rtx_cu13_bindings-1.6.1.120-cp312-none-win_amd64.whl",
            "tensorrt_rtx_cu13_libs-1.6.1.120-py3-none-win_amd64.whl",
        }
        assert f"warning: TensorRT-RTX {VERSION} is installed here" in capsys.readouterr().out
        # The next release: those of the old one go.
        said = locked(package, Wanted(index=f"{address}/simple/", systems=("windows",), pythons=((3, 12),)))
    assert names(package) == {name.replace("1.6.1.120", VERSION) for name in names(package)}
    assert [line.split()[0] for line in said[1:-1]] == ["new", "new", "removed", "removed"]


@pytest.mark.needs("openssl")
def test_withdrawn_wheels_are_not_taken(tmp_path: Path, index: Index, secure: Path) -> None:
    index.yanked = tuple(wheel_names())
    with serve(index.answer, secure) as address, pytest.raises(LibraryMissing) as caught:
        locked(small_package(tmp_path / "package", "alpha"), Wanted(index=f"{address}/simple/"))
    assert "1.6.1.120" in caught.value.hint


@pytest.mark.needs("openssl")
@pytest.mark.parametrize("lacking", ["hashes", "size"])
def test_an_index_that_states_too_little(tmp_path: Path, wheels: Path, secure: Path, lacking: str) -> None:
    index, package = Index(wheels, "json"), small_package(tmp_path / "package", "alpha")
    index.without = (lacking,)
    with serve(index.answer, secure) as address:
        if lacking == "size":
            locked(package, Wanted(index=f"{address}/simple/"))
            assert {entry["size"] for entry in entries(package)} == {
                (wheels / name).stat().st_size for name in EVERYTHING
            }
        else:
            with pytest.raises(InvalidParameter, match="states no SHA-256 of") as caught:
                locked(package, Wanted(index=f"{address}/simple/"))
            assert "--wheels" in caught.value.hint
            assert "library" not in tomllib.loads((package / "app.toml").read_text())


def test_a_folder_of_wheels_is_hashed_and_addresses_stay(tmp_path: Path, wheels: Path) -> None:
    (name, other) = [name for name in wheel_names() if "cp311" in name]
    content = (wheels / name).read_bytes()
    before = {"file": f"elsewhere/{name}", "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
    foreign = {"file": "more-1.0-py3-none-any.whl", "sha256": "0" * 64, "size": 3}
    library = {
        "source": "wheels",
        "wheels": [
            before | {"url": "https://example.com/a.whl"},
            before | {"file": other, "url": "https://example.com/b.whl"},
            foreign,
        ],
    }
    package = small_package(tmp_path / "package", "alpha", library=library)
    said = locked(package, Wanted(folder=wheels))
    found = {entry["file"]: entry for entry in entries(package)}
    assert names(package) == EVERYTHING | {foreign["file"]}
    assert found[f"elsewhere/{name}"] == before | {"url": "https://example.com/a.whl"}
    # The address of another file of that name is worth nothing.
    assert "url" not in found[other]
    assert found["more-1.0-py3-none-any.whl"] == foreign
    assert sum("no url, so users need it in a folder" in line for line in said) == 7
    load_package(package)


def test_wheels_in_the_package_are_named_as_they_lie_there(tmp_path: Path, wheels: Path) -> None:
    package = small_package(tmp_path, "alpha")
    locked(package, Wanted(folder=wheels, systems=("linux",)))
    assert {entry["file"] for entry in entries(package)} == {
        f"wheels/{name}" for name in EVERYTHING if "manylinux" in name
    }


def test_what_people_wrote_in_app_toml_stays(tmp_path: Path, wheels: Path) -> None:
    package = small_package(tmp_path, "alpha")
    path = package / "app.toml"
    written = "# ours\n" + path.read_text() + "\n[library]   # how it comes\nsource = 'bundled'  # so far\nptx = true\n"
    path.write_text(written)
    said = locked(package, Wanted(folder=wheels))
    text = path.read_text()
    assert text.startswith(written.partition("'bundled'")[0])
    assert "  # so far\nptx = true\n" in text
    assert any("no longer a part of what `package` makes" in line for line in said)


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        (
            {"version": "9.9"},
            "no wheel of tensorrt-rtx-cu13-bindings 9.9 for Python 3.11, 3.12 and 3.13 on Windows",
        ),
        ({"pythons": ((3, 11), (3, 20))}, "for Python 3.20 on Windows; Python 3.20 on Linux"),
        ({"library": "tensorrt"}, "Which version of TensorRT is to be locked is not known"),
    ],
)
def test_what_there_is_not_is_said_at_once(tmp_path: Path, wheels: Path, wanted: dict[str, Any], reason: str) -> None:
    package = small_package(tmp_path, "alpha")
    before = (package / "app.toml").read_bytes()
    with pytest.raises(EngineInstallerError, match=reason) as caught:
        locked(package, Wanted(folder=wheels, **wanted))
    assert "--" in caught.value.hint
    assert (package / "app.toml").read_bytes() == before


def test_a_python_that_nobody_asked_for_is_left_out(tmp_path: Path, wheels: Path) -> None:
    for path in wheels.glob("*cp313*"):
        path.unlink()
    package = small_package(tmp_path, "alpha")
    said = locked(package, Wanted(folder=wheels))
    assert "left out   Python 3.13 on Windows; Python 3.13 on Linux: there are no wheels for these" in said
    assert names(package) == {name for name in EVERYTHING if "cp313" not in name}


def test_what_is_no_wheel_is_named(tmp_path: Path, wheels: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    with pytest.raises(InvalidParameter, match="There is no wheel in"):
        locked(package, Wanted(folder=package))
    with pytest.raises(InvalidParameter, match="There is no folder"):
        locked(package, Wanted(folder=tmp_path / "nowhere"))
    (wheels / wheel_names()[0]).write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n")
    with pytest.raises(EngineInstallerError, match="Git LFS"):
        locked(package, Wanted(folder=wheels))


@pytest.mark.parametrize(
    "arguments",
    [["--python", "2.7"], ["--system", "macos"], ["--index", "http://localhost"], ["--index", "https://a@b"]],
)
def test_a_wrong_command_line_is_told_before_anything_is_asked(
    tmp_path: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line.main(["lock", str(tmp_path), *arguments]) == 64
    assert arguments[0] in capsys.readouterr().err


@pytest.mark.needs("openssl")
def test_a_silent_index_does_not_keep_it_from_being_cancelled(
    tmp_path: Path, secure: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "_SILENCE_SECONDS", 1.0)
    asked, over, cancel = threading.Event(), threading.Event(), CancelToken()

    def keep_silent(_request: BaseHTTPRequestHandler) -> None:
        asked.set()
        over.wait(10)

    package = small_package(tmp_path, "alpha")
    before = (package / "app.toml").read_bytes()

    def stop() -> None:
        asked.wait(10)
        cancel.cancel()

    threading.Thread(target=stop).start()
    with serve(keep_silent, secure) as address:
        started = time.monotonic()
        with pytest.raises(Cancelled):
            locked(package, Wanted(index=f"{address}/simple/"), cancel)
        assert time.monotonic() - started < under_load(2)
        monkeypatch.setattr(download, "_PAGE_SECONDS", 0.3)
        with pytest.raises(DownloadFailed, match="no whole answer"):
            locked(package, Wanted(index=f"{address}/simple/"))
        over.set()
    assert (package / "app.toml").read_bytes() == before


@pytest.mark.needs("openssl")
@pytest.mark.parametrize(
    ("kind", "content", "reason"),
    [
        (JSON, b"{", "is not a page of a package index"),
        (JSON, b"[]", "no list of files"),
        (JSON, b'{"files": {}}', "no list of files"),
        ("text/html", b"\xff", "is not a page of a package index"),
        ("text/plain", b"hello", "it is not HTML"),
    ],
)
def test_a_page_that_is_something_else_is_told(
    tmp_path: Path, secure: Path, kind: str, content: bytes, reason: str
) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", kind)
        request.end_headers()
        request.wfile.write(content)

    with serve(answer, secure) as address, pytest.raises(DownloadFailed, match=reason) as caught:
        locked(small_package(tmp_path, "alpha"), Wanted(index=f"{address}/simple/"))
    assert "--index" in caught.value.hint


FILES = st.builds(
    IndexFile,
    name=st.from_regex(r"[a-z]{1,5}-[0-9.+!]{1,5}-py3-none-any\.whl", fullmatch=True),
    url=st.just(""),
    sha256=st.none() | st.binary(min_size=32, max_size=32).map(bytes.hex),
    size=st.none() | st.integers(1, 1 << 40),
    is_yanked=st.booleans(),
)


@given(st.lists(FILES))
def test_both_kinds_of_pages_say_the_same(files: list[IndexFile]) -> None:
    def expected(*, sizes: bool) -> Iterator[IndexFile]:
        for file in files:
            size = file.size if sizes else None
            yield IndexFile(file.name, f"https://example.com/files/{file.name}", file.sha256, size, file.is_yanked)

    listed = [
        {
            "filename": file.name, "url": f"/files/{file.name}", "yanked": file.is_yanked, "size": file.size,
            "hashes": {"sha256": file.sha256} if file.sha256 else {},
        }
        for file in files
    ]  # fmt: skip
    page = Page("https://example.com/simple/x/", JSON, json.dumps({"files": listed}).encode())
    assert files_on(page) == tuple(expected(sizes=True))
    links = "".join(
        f'<a href="/files/{html.escape(file.name)}{f"#sha256={file.sha256}" if file.sha256 else ""}"'
        f"{' data-yanked=x' if file.is_yanked else ''}>it</a>"
        for file in files
    )
    page = Page("https://example.com/simple/x/", "text/html", f"<html>{links}</html>".encode())
    assert files_on(page) == tuple(expected(sizes=False))


@given(st.sampled_from([JSON, "text/html"]), st.binary() | st.text().map(str.encode))
def test_any_page_is_understood_or_refused(kind: str, content: bytes) -> None:
    with contextlib.suppress(DownloadFailed):
        files_on(Page("https://example.com/simple/x/", kind, content))


KEYS = st.sampled_from(["filename", "url", "hashes", "sha256", "size", "yanked"])
VALUES = st.none() | st.booleans() | st.integers() | st.text()


@given(st.recursive(VALUES, lambda inside: st.lists(inside) | st.dictionaries(KEYS, inside)))
def test_any_json_is_understood(files: Any) -> None:
    try:
        found = files_on(Page("https://example.com/", JSON, json.dumps({"files": files}).encode()))
    except DownloadFailed:
        return
    assert all(isinstance(file.name, str) and (file.size is None or file.size > 0) for file in found)


def test_the_wheel_that_fits_the_most_computers_is_chosen() -> None:
    target = Target("linux", (3, 11))
    there = names_of(
        f"thing-1.0-{tag}.whl"
        for tag in (
            *("cp311-cp311-manylinux_2_35_x86_64", "cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64"),
            *("cp311-cp311-win_amd64", "cp311-cp311-manylinux_2_5_aarch64", "cp312-cp312-manylinux_2_5_x86_64"),
            "py3-none-any",
        )
    )
    choice = choose(there, ["thing"], "1.0", [target])
    assert list(choice.wheels) == ["thing-1.0-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"]
    assert choose(there, ["thing", "other"], "1.0", [target]).lacking == [("other", target)]
    assert names_of(["thing-1.0.tar.gz", "x.whl"]) == {}


def test_this_computer_takes_what_is_chosen_for_it() -> None:
    here = {tag for tag in sys_tags() if "manylinux" in tag.platform or "win_amd64" in tag.platform}
    version = next(iter(sys_tags())).interpreter.removeprefix("cp3")
    chosen = {tag for system in SYSTEMS for tag in tags_for(Target(system, (3, int(version))))}
    assert here <= chosen


def test_targets_in_words() -> None:
    targets = [Target("linux", (3, 11)), Target("windows", (3, 13)), Target("windows", (3, 11))]
    assert in_words(targets) == "Python 3.11 and 3.13 on Windows; Python 3.11 on Linux"


def test_only_wheels_that_app_toml_takes_are_written() -> None:
    assert Wheel.model_validate({"file": f"wheels/{wheel_names()[0]}", "sha256": "0" * 64, "size": 1}).url is None
