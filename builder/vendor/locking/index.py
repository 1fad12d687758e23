"""Pages of a package index, as PEP 691 (JSON) and PEP 503 (HTML) describe them: which files of a project there are."""

from __future__ import annotations

import json
import re
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from builder.base.cancellation import CancelToken
from builder.base.errors import DownloadFailed
from builder.base.names import one_line
from builder.base.text import verbatim
from builder.base.toml_file import SHA256_PATTERN
from builder.library.download import Page, read_page

DEFAULT_INDEX = "https://pypi.org/simple/"

_JSON = "application/vnd.pypi.simple.v1+json"
_ACCEPTED = f"{_JSON}, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1"


@dataclass(frozen=True, slots=True)
class IndexFile:
    """One file of a project.

    Attributes:
        name: of the file.
        url: where it is, without the hash that may stand at the end.
        sha256: None where the index does not state it.
        size: in bytes; None where the index does not state it.
        is_yanked: whether its maker has withdrawn it.
    """

    name: str
    url: str
    sha256: str | None
    size: int | None
    is_yanked: bool = False


def files_of(index: str, project: str, cancel: CancelToken) -> tuple[IndexFile, ...]:
    """Read which files of a project an index has.

    Args:
        index: the address above those of all projects.
        project: normalized.
        cancel: stops it.

    Raises:
        DownloadFailed: its page did not come, or is not one of an index.
    """
    try:
        return files_on(read_page(f"{index.rstrip('/')}/{project}/", _ACCEPTED, cancel))
    except DownloadFailed as error:
        error.hint = verbatim(
            f"--index takes the address of a 'simple' index, such as {DEFAULT_INDEX}. Check it, the network connection "
            "and the system's proxy; or give a folder with the wheels (--wheels)."
        )
        raise


def files_on(page: Page) -> tuple[IndexFile, ...]:
    """Understand a page.

    Raises:
        DownloadFailed: it is not one of an index.
    """
    try:
        read = _files_in_json if page.kind == _JSON else _files_in_html
        return tuple(read(page.content.decode("utf-8"), page.url))
    except (ValueError, RecursionError) as error:
        raise DownloadFailed(
            verbatim(f"{one_line(page.url)} is not a page of a package index ({one_line(str(error))}).")
        ) from error


def _files_in_json(text: str, base: str) -> Iterator[IndexFile]:
    values = json.loads(text)
    files = values.get("files") if isinstance(values, dict) else None
    if not isinstance(files, list):
        raise ValueError("it has no list of files")
    for file in files:
        name, url = (file.get(key) for key in ("filename", "url")) if isinstance(file, dict) else (None, None)
        if isinstance(name, str) and isinstance(url, str):
            hashes, size = file.get("hashes"), file.get("size")
            sha256 = hashes.get("sha256") if isinstance(hashes, dict) else None
            whole, _ = urllib.parse.urldefrag(urllib.parse.urljoin(base, url))
            yield IndexFile(name, whole, _sha256(sha256), _size(size), file.get("yanked", False) is not False)


def _size(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _sha256(value: Any) -> str | None:
    return value.lower() if isinstance(value, str) and SHA256_PATTERN.fullmatch(value) else None


class _Links(HTMLParser):
    """The links of a page: the attributes of each."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.is_html = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_html = True
        if tag == "a":
            self.found.append(dict(attrs))


def _files_in_html(text: str, base: str) -> Iterator[IndexFile]:
    links = _Links()
    links.feed(text)
    links.close()
    if not links.is_html:
        raise ValueError("it is not HTML")
    for link in links.found:
        if not (href := link.get("href")):
            continue
        whole, fragment = urllib.parse.urldefrag(urllib.parse.urljoin(base, href))
        name = urllib.parse.unquote(urllib.parse.urlsplit(whole).path.rpartition("/")[2])
        stated = re.fullmatch(r"sha256=([0-9a-fA-F]{64})", fragment)
        if name:
            yield IndexFile(name, whole, stated[1].lower() if stated else None, None, "data-yanked" in link)
