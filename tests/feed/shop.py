"""A vendor with a feed on a real web server, and PCs that install from it, each run a process of its own."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from builder.base.json_file import from_plain
from builder.engines.index import EngineRecord, engine_file_name
from tests.support.feeds import MadeFeed
from tests.support.models import conv_net
from tests.support.nginx import Nginx
from tests.support.nvml import RTX_4070, RTX_5090, FakeGpu, machine_with
from tests.support.packages import model_entry, write_manifest
from tests.support.program import Ended, run
from tests.support.runs import install
from tests.support.web import Authority, make_authority

RTX_2060 = FakeGpu("NVIDIA GeForce RTX 2060", "GPU-2060", (7, 5), (6 << 30, 5 << 30, 1 << 30), cores=1920)
RTX_3060 = FakeGpu("NVIDIA GeForce RTX 3060", "GPU-3060", (8, 6), (12 << 30, 11 << 30, 1 << 30), cores=3584)
ANY = "any"
"""In place of a compute capability: portable engines."""
GPUS = (RTX_2060, RTX_3060, RTX_4070, RTX_5090)


@dataclass(frozen=True)
class Engine:
    """What the vendor has built: an engine and what its engines.json says of it."""

    content: bytes
    record: EngineRecord

    def as_model(self, name: str) -> EngineRecord:
        """The same of a model with another name."""
        return replace(self.record, model=name, file=engine_file_name(name, self.record.sha256))


@dataclass(frozen=True)
class Built:
    """The vendor's models and engines, made once for all tests.

    Attributes:
        folder: holds the ONNX files, and for each kind of engine a folder into which they were installed.
        engines: by compute capability or `ANY`, then by model; `new-beta` is that of the next release. Of most kinds
            there is only that of alpha.
    """

    folder: Path
    engines: Mapping[str, Mapping[str, Engine]]


def capability(gpu: FakeGpu) -> str:
    return "{}.{}".format(*gpu.capability)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("vendor")
    models = [
        conv_net(folder / f"{name}.onnx", channels=8 + at) for at, name in enumerate(("alpha", "beta", "new-beta"))
    ]
    write_manifest(folder, *(model_entry(folder, path) for path in models))
    write_manifest(folder / "alpha alone", model_entry(folder, models[0]))
    shutil.copy(models[0], folder / "alpha alone")

    def build(kind: str) -> Mapping[str, Engine]:
        target = folder / kind
        wanted = ("--portable",) if kind == ANY else ("--for", f"sm{kind.replace('.', '')}")
        package = folder if kind in ("8.9", ANY) else folder / "alpha alone"
        places = ("--package", package, "--target", target, "--log", folder / f"{kind}.log")
        ended = run("install", "--quiet", *places, *wanted, home=folder)
        assert ended.code == 0, ended.err
        listed = json.loads((target / "engines/engines.json").read_text())["engines"]
        records = [from_plain(EngineRecord, entry) for entry in listed]
        return {it.model: Engine((target / "engines" / it.file).read_bytes(), it) for it in records}

    kinds = [*map(capability, GPUS), ANY]
    with ThreadPoolExecutor(2) as pool:
        return Built(folder, dict(zip(kinds, pool.map(build, kinds), strict=True)))


class Shop:
    """A vendor with one application, its feed and its web server.

    Attributes:
        feed: of all engines of the first release, published.
        server: serves the feed below `/photo`.
        authority: has issued the server's certificate.
    """

    def __init__(self, folder: Path, built: Built, authority: Authority) -> None:
        self.folder, self.built, self.authority = folder, built, authority
        self.feed = MadeFeed(folder / "served/photo")
        self.server = Nginx(folder / "served", folder / "nginx", authority.server)
        for engines in built.engines.values():
            for engine in engines.values():
                self.feed.add_engine(engine.content, engine.record)
        self.feed.publish()

    @property
    def url(self) -> str:
        return f"{self.server.url}/photo"

    def package(self, strategy: str = "download", beta: str | None = "beta", **top: Any) -> Path:
        """Write the app package: with beta, with `new-beta`, or with alpha alone, whose strategy is given."""
        package = self.folder / "package"
        package.mkdir(exist_ok=True)
        for path in self.built.folder.glob("*.onnx"):
            shutil.copy(path, package)
        (package / "feed-root.json").write_bytes(self.feed.root)
        entries = [model_entry(package, package / "alpha.onnx", strategy=strategy)]
        if beta:
            entries.append(model_entry(package, package / f"{beta}.onnx", name="beta"))
        feed = {"url": self.url, "root": "feed-root.json"}
        return write_manifest(package, *entries, **{"feed": feed, "defaults": {"strategy": "download"}} | top)

    def environment(self, gpu: FakeGpu | None = RTX_4070, **more: str) -> dict[str, str]:
        """The environment of a PC with this GPU, or with none, that trusts the authority."""
        return (
            (machine_with(gpu) if gpu else {})
            | {"SSL_CERT_FILE": str(self.authority.certificate), "no_proxy": "localhost"}
            | more
        )

    def install(self, pc: Path, *options: str | Path, gpu: FakeGpu | None = RTX_4070, **more: str) -> Ended:
        """Install the application on a PC, whose files are all below `pc`; `more` goes into its environment."""
        pc.mkdir(exist_ok=True)
        return install(pc, self.folder / "package", *options, env=self.environment(gpu, **more), within_seconds=60)

    def files_asked_for(self) -> list[str]:
        """The engines that were asked for, by the names of their files."""
        return [asked.path.rpartition("/")[2] for asked in self.server.asked() if "/targets/" in asked.path]

    @property
    def wanted(self) -> Engine:
        """What a PC with the RTX 4070 gets of the model alpha."""
        return self.built.engines["8.9"]["alpha"]

    def served(self, engine: Engine) -> Path:
        """The file of an engine on the server."""
        return self.feed.file(f"engines/{engine.record.file}")


def installed(pc: Path) -> dict[str, dict[str, Any]]:
    """What engines.json of a PC says of each model; nothing where there is none."""
    index = pc / "target/engines/engines.json"
    return {each["model"]: each for each in json.loads(index.read_text())["engines"]} if index.exists() else {}


def everything_below(folder: Path) -> bytes:
    """The content of all files, for looking for what should not be in any of them."""
    paths = [Path(inside, name) for inside, _, names in os.walk(folder) for name in names]
    return b"\n".join(path.read_bytes() for path in paths if path.is_file() and not path.is_symlink())


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def shop(tmp_path: Path, built: Built, authority: Authority) -> Iterator[Shop]:
    """The vendor with a package that says `download`, and the server runs."""
    made = Shop(tmp_path / "vendor", built, authority)
    made.package()
    with made.server:
        yield made
