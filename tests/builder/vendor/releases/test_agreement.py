"""`engine-builder diff` says before a release what `install --plan` says after it, on installations that are real."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from builder.base.cancellation import CancelToken
from builder.building.machine import survey_machine
from builder.vendor import command_line
from installer.actions.install import plan
from installer.actions.install_plan import InstallPlan
from installer.target.request import Request
from tests.support import nvml, runs
from tests.support.models import bf16_net, conv_net, matmul_net, net_with_external_data
from tests.support.nvml import NO_GPU, RTX_4070, FakeGpu, Machine
from tests.support.packages import APP, model_entry, write_manifest
from tests.support.payloads import folder_sha256, write_files
from tests.support.pictures import png

RTX_2060 = FakeGpu("NVIDIA GeForce RTX 2060", "GPU-2060", (7, 5), (6 << 30, 6 << 30, 0))
PCS = {"7.5": Machine((RTX_2060,)), "8.9": Machine((RTX_4070,)), "no GPU": NO_GPU}
PROFILE = {"image": {"min": [1, 3, 16, 16], "opt": [1, 3, 32, 32], "max": [1, 3, 64, 64]}}
LARGER = {"image": {"min": [1, 3, 16, 16], "opt": [1, 3, 32, 32], "max": [1, 3, 128, 128]}}


@dataclass
class Draft:
    """A release before it is written: its models by name, each with its file and its keys, and the rest of app.toml."""

    folder: Path
    models: dict[str, tuple[Path, dict[str, Any]]] = field(default_factory=dict)
    top: dict[str, Any] = field(default_factory=dict)

    def write(self) -> Path:
        external = {
            name: [{"file": "gamma.bin", "sha256": _sha256(self.folder / "gamma.bin")}]
            for name, (path, _) in self.models.items()
            if path.stem == "gamma"
        }
        entries = []
        for name, (path, values) in self.models.items():
            own = {"external_data": external[name]} if name in external else {}
            if "variant" in values:
                own |= {"variant": [it | {"sha256": _sha256(self.folder / it["onnx"])} for it in values["variant"]]}
            entries.append(model_entry(self.folder, path, name=name, **(values | own)))
        return write_manifest(self.folder, *entries, **self.top)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def large(folder: Path, channels: int = 16) -> dict[str, Any]:
    """A variant for one kind of GPU, with the model's inputs and outputs."""
    path = conv_net(folder / "large.onnx", channels=channels)
    return {"name": "large", "onnx": path.name, "compute_capabilities": ["8.9"]}


def draft(folder: Path, version: str) -> Draft:
    """Four models, one of a feature, one with its weights beside it, one with a variant, and an application."""
    write_files(folder / "app", {"studio": b"#!/bin/sh\n", "data/one.txt": b"one"})
    (folder / "icon.png").write_bytes(png())
    return Draft(
        folder,
        {
            "alpha": (conv_net(folder / "alpha.onnx", half=True), {"precision": "fp16"}),
            "beta": (
                conv_net(folder / "beta.onnx", (1, 3, "height", "width"), channels=9),
                {"feature": "Faces", "profile": [PROFILE]},
            ),
            "gamma": (net_with_external_data(folder / "gamma.onnx", "gamma.bin"), {}),
            "delta": (conv_net(folder / "delta.onnx", channels=12), {"variant": [large(folder)]}),
        },
        {
            "app": APP | {"version": version},
            "payload": {"folder": "app", "sha256": folder_sha256(folder / "app")},
            "branding": {"icon": "icon.png", "accent": "#112233"},
            "defaults": {"workspace_mib": 256},
        },
    )


Edit = Callable[[Draft], object]
MODELS = ("alpha", "beta", "gamma")


def set_key(model: str, **values: Any) -> Edit:
    return lambda new: new.models[model][1].update(values)


def set_top(table: str, **values: Any) -> Edit:
    return lambda new: new.top.update({table: new.top.get(table, {}) | values})


def weight(new: Draft) -> None:
    conv_net(new.folder / "alpha.onnx", half=True, channels=10)


def external_weight(new: Draft) -> None:
    content = bytearray((new.folder / "gamma.bin").read_bytes())
    content[0] ^= 1
    (new.folder / "gamma.bin").write_bytes(content)


def precision(new: Draft) -> None:
    new.models["alpha"] = (conv_net(new.folder / "alpha.onnx"), {"precision": "fp32"})


def added(new: Draft) -> None:
    new.models["extra"] = (conv_net(new.folder / "extra.onnx", channels=11), {"feature": "Sky"})


def another_variant(new: Draft) -> None:
    path = conv_net(new.folder / "other.onnx", (1, 3, "height", "width"), channels=13)
    variant = {"onnx": path.name, "compute_capabilities": ["8.9"], "name": "other"}
    new.models["beta"][1]["variant"] = [variant]


def removed(new: Draft) -> None:
    del new.models["beta"]


def renamed(new: Draft) -> None:
    new.models = {"first" if name == "alpha" else name: model for name, model in new.models.items()}


def not_for_turing(new: Draft) -> None:
    new.models["extra"] = (matmul_net(new.folder / "extra.onnx"), {})


def skipped_on_turing(new: Draft) -> None:
    new.models["alpha"] = (bf16_net(new.folder / "alpha.onnx"), {"no_gpu": "skip"})


def payload(new: Draft) -> None:
    write_files(new.folder / "app", {"studio": b"#!/bin/sh\necho\n", "data/two.txt": b"two"})
    new.top["payload"] = {"folder": "app", "sha256": folder_sha256(new.folder / "app")}


Said = tuple[str, str, str, set[str]]
"""A model, what becomes of its engine, on which GPUs, and the keys."""


def alike(change: str, keys: set[str], *models: str, gpus: str = "all") -> list[Said]:
    return [(model, change, gpus, keys) for model in models]


NOT_TURING = "8.0 8.6 8.9 12.0 12.1"
KINDS: dict[str, tuple[Edit, list[Said]]] = {
    "version": (lambda _: None, []),
    "weight": (weight, alike("rebuild", {"model[alpha].sha256"}, "alpha")),
    "external weight": (external_weight, alike("rebuild", {"model[gamma].external_data"}, "gamma")),
    "setting": (
        set_key("beta", **{"tensorrt-rtx": {"tf32": False}}),
        alike("rebuild", {"model[beta].tensorrt-rtx.tf32"}, "beta"),
    ),
    "default": (
        set_top("defaults", workspace_mib=512),
        alike("rebuild", {"defaults.workspace_mib"}, *MODELS)
        + alike("rebuild", {"defaults.workspace_mib"}, "delta", gpus="7.5 8.0 8.6 12.0 12.1 no GPU")
        + alike("rebuild", {"defaults.workspace_mib"}, "delta (large)", gpus="8.9 no GPU"),
    ),
    "setting that was the default": (set_key("alpha", workspace_mib=256), []),
    "setting for the other library": (set_key("alpha", tensorrt={"optimization_level": 5}), []),
    "profile": (set_key("beta", profile=[LARGER]), alike("rebuild", {"model[beta].profile"}, "beta")),
    "format": (
        set_key("alpha", input_formats={"image": "fp16:hwc8"}),
        alike("rebuild", {"model[alpha].input_formats"}, "alpha"),
    ),
    "precision": (precision, alike("rebuild", {"model[alpha].sha256", "model[alpha].precision"}, "alpha")),
    "feature": (set_key("beta", feature="Portraits"), []),
    "model and feature added": (added, alike("new", {"model[extra]"}, "extra")),
    "model removed": (removed, alike("drop", {"model[beta]"}, "beta")),
    "model renamed": (
        renamed,
        alike("new", {"model[alpha].name"}, "first") + alike("drop", {"model[alpha].name"}, "alpha"),
    ),
    "variant's weight": (
        lambda new: large(new.folder, channels=17),
        [("delta (large)", "rebuild", "8.9 no GPU", {"model[delta].variant[large].sha256"})],
    ),
    "variant added": (
        another_variant,
        [
            ("beta (other)", "rebuild", "8.9", {"model[beta].variant[other]"}),
            ("beta (other)", "new", "no GPU", {"model[beta].variant[other]"}),
        ],
    ),
    "variant removed": (
        lambda new: new.models["delta"][1].pop("variant"),
        [
            ("delta", "rebuild", "8.9 no GPU", {"model[delta].variant[large]"}),
            ("delta (large)", "drop", "no GPU", {"model[delta].variant[large]"}),
        ],
    ),
    "library named": (set_top("defaults", backend="tensorrt-rtx"), []),
    "branding": (set_top("branding", accent="#445566"), []),
    "payload": (payload, []),
    "refused for one GPU": (not_for_turing, alike("new", {"model[extra]"}, "extra", gpus=f"{NOT_TURING} no GPU")),
    "left out for one GPU and without one": (
        skipped_on_turing,
        alike("rebuild", {"model[alpha].sha256", "model[alpha].precision"}, "alpha", gpus=NOT_TURING)
        + alike(
            "drop",
            {"model[alpha].sha256", "model[alpha].no_gpu", "model[alpha].precision"},
            "alpha",
            gpus="7.5 no GPU",
        ),
    ),
    "GPUs named": (
        set_top("defaults", compute_capabilities=["8.9", "12.0"]),
        alike("rebuild", {"defaults.compute_capabilities"}, *MODELS, gpus="8.9 12.0"),  # delta has an engine for each
    ),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the old release, installed on each of the PCs."""
    home = tmp_path_factory.mktemp("home")
    package = draft(home / "old", "1.0").write()
    for name, machine in PCS.items():
        wanted = ("--for", name) if machine.gpus else ()
        ended = runs.install(home, package, "--target", home / name, *wanted, env=nvml.environment_of(NO_GPU))
        assert ended.code == 0, ended.out
        for gpu in machine.gpus:
            note_gpu(home / name / "engines/engines.json", gpu, name)
    return home


def note_gpu(index: Path, gpu: FakeGpu, capability: str) -> None:
    """Let engines have been built because this GPU was there: the stand-in cannot load them, a real one could."""
    values = json.loads(index.read_text())
    values["options"]["targets"] = []
    for engine in values["engines"]:
        engine["gpu"] = {"name": gpu.name, "uuid": gpu.uuid, "compute_capability": capability}
    index.write_text(json.dumps(values))


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: Path) -> Iterator[Callable[[Machine], None]]:
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    yield from nvml.stand_in(monkeypatch, tmp_path)


def diff(*arguments: str | Path) -> dict[str, Any]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert command_line.main(["diff", *map(str, arguments), "--json"]) == 0
    return dict(json.loads(out.getvalue()))


def planned(home: Path, pc: str, new: Path) -> InstallPlan:
    request = Request(package=new, target=home / pc)
    return plan(request, survey_machine(), CancelToken())


def _title(row: dict[str, Any]) -> str:
    return f"{row['model']} ({row['variant']})" if row["variant"] else str(row["model"])


def _with_any_gpu(reason: str) -> str:
    return reason.replace(RTX_4070.name, "GeForce RTX 40").replace(RTX_2060.name, "GeForce RTX 20, GTX 16")


def assert_agree(said: dict[str, Any], found: InstallPlan) -> None:
    """What is said of one PC is what the plan finds there."""
    assert (said["refused"] is None) == (found.refusal is None)
    if found.refusal:
        return
    models = found.to_json()["models"]
    builds = {"rebuild": "build", "new": "build", "keep": "keep"}
    assert [(_title(it), builds[it["change"]], it["reason"]) for it in said["engines"] if it["change"] != "drop"] == [
        (_title(it), it["action"], _with_any_gpu(it["decisions"][0]["reason"]))
        for it in models
        if it["action"] != "skip"
    ]
    assert [_title(it) for it in said["engines"] if it["change"] == "new"] == [
        it.model.title for it in found.build.to_build if it.installed is None
    ]
    assert [it["model"] for it in said["engines"] if it["change"] == "drop"] == [it.model for it in found.removed]


@pytest.mark.parametrize("kind", KINDS)
def test_diff_says_what_the_plan_then_says(
    kind: str, home: Path, tmp_path: Path, use: Callable[[Machine], None]
) -> None:
    edit, expected = KINDS[kind]
    new = draft(tmp_path / "new", "1.1")
    edit(new)
    folder = new.write()
    use(NO_GPU)
    said = diff(home / "old", folder)
    for item in said["gpus"]:
        pc = item["gpu"] or "no GPU"
        if pc in PCS:
            use(PCS[pc])
            assert_agree(item, planned(home, pc, folder))
    rows = [it for it in said["engines"] if it["change"] != "keep"]
    found = [
        (_title(it), it["change"], "all" if it["everywhere"] else " ".join(it["gpus"]), set(it["keys"])) for it in rows
    ]
    assert sorted(found, key=str) == sorted(expected, key=str)
