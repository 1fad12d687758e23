"""docs/vendors/feed.md: its commands, executed as they stand, one after the other."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.support.nginx import Nginx
from tests.support.packages import small_package
from tests.support.program import ROOT, environment
from tests.support.vendor_feeds import VendorFeed, run_feed, seen_by
from tests.support.web import make_authority

PAGE = (ROOT / "docs/vendors/feed.md").read_text(encoding="utf-8")
COMMANDS = "".join(re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL))


def test_the_commands_of_the_page_do_what_it_says(tmp_path: Path) -> None:
    small_package(tmp_path / "package")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, module in (("engine-builder", "builder.vendor"), ("engine-installer", "installer.command_line")):
        start = "command_line" if name == "engine-builder" else "main"
        code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from {module}.{start} import main; sys.exit(main())"
        (programs / name).write_text(f'#!/bin/sh\nexec \'{sys.executable}\' -P -c "{code}" "$@"\n')
        (programs / name).chmod(0o755)
    env = environment(tmp_path, PATH=f"{programs}{os.pathsep}{os.environ['PATH']}")
    done = subprocess.run(
        ["bash", "-eu", "-c", COMMANDS], cwd=tmp_path, env=env, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    feed = VendorFeed(tmp_path)
    root = feed.published("root").signed
    assert (root.version, root.roles["root"].threshold, len(root.roles["root"].keyids)) == (4, 2, 3)
    assert "targets 4 waits in" in done.stdout
    assert "nothing of that version" in done.stdout
    for pinned in (feed.pin, tmp_path / "package/feed-root.json"):
        offers = seen_by(feed, pinned.parent.name, root=pinned)
        assert sorted(path.partition("-")[0] for path in offers) == ["engines/alpha"] * 2 + ["engines/beta"] * 2


@pytest.mark.needs("nginx")
def test_the_rules_for_nginx_serve_a_feed(
    feed: VendorFeed, installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed.done("add", installed, *feed.keys("targets", "online"))
    (rules,) = re.findall(r"```nginx\n(.*?)```", PAGE, re.DOTALL)
    authority = make_authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.certificate))
    monkeypatch.setenv("no_proxy", "localhost")
    rules = rules.replace("/srv", str(feed.home))
    (tmp_path / "elsewhere").mkdir()
    with Nginx(tmp_path / "elsewhere", tmp_path / "work", authority.server) as server:
        server.restart(rules)
        ended = run_feed("verify", f"{server.url}/feed", "--root", feed.pin)
        assert ended.code == 0, ended.err
        assert "2 engines" in ended.out

        def caching(path: str) -> str | None:
            with urllib.request.urlopen(f"{server.url}/feed/{path}") as answer:
                return answer.headers["Cache-Control"]  # type: ignore[no-any-return]

        assert caching("metadata/timestamp.json") == "no-cache"
        assert "immutable" in (caching("metadata/2.targets.json") or "")
