"""Mutated `app.toml` files: each ends with an exit code of ours and a message, and leaves nothing behind.

`FUZZ_SEED=7 FUZZ_FILES=20000 pytest tests/test_fuzzed_manifests.py` tries others.
"""

from __future__ import annotations

import copy
import datetime
import hashlib
import itertools
import json
import re
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
import tomli_w

from builder.base.cancellation import NEVER
from builder.base.errors import EngineInstallerError, ExitCode
from builder.references.file import Reference, to_bytes
from builder.vendor.drafting.hashing import refresh
from builder.vendor.manifest_editing import ManifestEditing
from tests.support import in_process
from tests.support.models import conv_net, net_with_external_data
from tests.support.mutations import mutated_bytes, places, randoms
from tests.support.packages import APP, model_entry
from tests.support.payloads import folder_sha256, write_files
from tests.support.pictures import png
from tests.support.program import Ended

_CODES = {code.number for code in ExitCode} - {ExitCode.INTERNAL_ERROR.number}
_NO_SCREEN_TAKES = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_MOST_CHARACTERS = 100_000
_DEEP = re.compile(r'"deep (\d+)"')

_VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 3, 1 << 31, (1 << 63) - 1, -(1 << 63), 1 << 64, 10**400, 0.0, -0.0, 1e308,
    float("nan"), float("inf"), "", " ", ".", "..", "/", "../x", "/etc/passwd", "C:/x", "con",
    "nul.onnx", "a\\b", "a\0b", "\x1b[31m",
    "\u202e\u2066", "é" * 100, "e\u0301", "\U0001f600", "\ufeff", "\udc80", "x" * 300, "x" * 100_000, "7.5", "8.9",
    "12.0", "0" * 64, "fp16:linear", "bf16", "[red]", "{0}", "{name!r}", "%s", "$HOME", "~", "https://example.com",
    "a\nb",
    "1.0.0", "9" * 5000, [], {}, [[]], [{}], [None], {"": 1}, {"a": {"b": [1, {"c": 2}]}}, [1, "a", True], [0] * 3000,
    datetime.date(2020, 1, 1), datetime.datetime(9999, 12, 31, 23, 59), datetime.time(1, 2),
    "deep 50", "deep 300", "deep 1200", "deep 30000",
)  # fmt: skip
"""What is put in the place of values; `deep 50` becomes 50 lists inside each other."""

_TOKENS = (
    b"[[model]]\n", b"[app]\n", b"[model]\n", b"[defaults.tensorrt]\n", b"=", b'"""', b"'''", b"{", b"}", b"[", b"]",
    b",", b".", b"#", b"\\u0000", b"\\", b"\\uD800", b"inf", b"nan", b"1e999", b"0x", b"true", b"1979-05-27T07:32:00Z",
    b"\r", b"\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"[" * 2000, b"{a=" * 500, b"9" * 5000, b"a." * 3000, b"schema = 1\n",
    b'name = "x"\n', b"[[model.profile]]\n", b"input_formats = {}\n",
)  # fmt: skip


def _package(home: Path) -> tuple[Path, list[dict[str, Any]]]:
    """A package, and its manifests with everything that one can say."""
    folder = home / "package"
    payload = write_files(folder / "app", {"bin/app": b"#!/bin/sh\n", "notes.txt": b"notes"})
    write_files(folder, {"icon.png": png(), "banner.png": png(), "LICENSE.txt": b"Be kind.\n"})
    references = to_bytes([Reference({"image": np.zeros(3)}, {"out": np.zeros(2)}, {})])
    write_files(folder, {"references/outside.npz": references})
    plain = conv_net(folder / "models/plain.onnx", (1, 3, "h", "w"))
    half = conv_net(folder / "models/half.onnx", half=True)
    outside = net_with_external_data(folder / "models/outside.onnx")
    weights = outside.with_name("weights.bin")
    variants = [
        {key: value for key, value in model_entry(folder, file, precision="fp32").items() if key != "name"} | condition
        for file, condition in (
            (conv_net(folder / "models/newer.onnx", (1, 3, "h", "w"), channels=9), {"needs": "fp8"}),
            (
                conv_net(folder / "models/older.onnx", (1, 3, "h", "w"), channels=10),
                {"name": "older", "compute_capabilities": ["8.6"]},
            ),
        )
    ]
    shapes = {"min": [1, 3, 8, 8], "opt": [1, 3, 32, 32], "max": [1, 3, 64, 64]}
    base: dict[str, Any] = {
        "schema": 1,
        "app": dict(APP),
        "payload": {"folder": "app", "sha256": folder_sha256(payload)},
        "registration": {
            "executable": "bin/app", "icon": "icon.png", "comment": "A test", "categories": ["Graphics"],
            "url": "https://example.com/", "help_url": "https://example.com/help",
        },
        "branding": {"icon": "icon.png", "banner": "banner.png", "accent": "#2f6fdd", "license": "LICENSE.txt"},
        "maintenance": {"keep_package": True, "keep_program": False},
        "checks": {"answers": True},
        "library": {"gpus": ["8.6"], "ptx": True},
        "defaults": {
            "backend": "auto", "no_gpu": "skip", "workspace_mib": 512, "tf32": False,
            "reproducible": True,
            "tensorrt": {"optimization_level": 3, "version_compatible": False},
        },
        "model": [
            model_entry(folder, plain, profile=[{"image": shapes}], precision="fp32", feature="Enlarging",
                        variant=variants, compute_capabilities=["8.6", "8.9"], profiling_verbosity="none"),
            model_entry(folder, half, input_formats={"image": "fp16:hwc8"}, precision="fp16", keep_fp32=["/first/Conv"],
                        backend="tensorrt-rtx", no_gpu="skip", strategy="build", weight_streaming=False,
                        tensorrt={"heuristic": True, "hardware_compatibility": "ampere-plus"}),
            model_entry(folder, outside, external_data=[model_entry(folder, weights)],
                        reference={"file": "references/outside.npz", "sha256": hashlib.sha256(references).hexdigest(),
                                   "equal_rows": True, "tolerance": {"out": {"max_abs": 0.02, "min_cosine": 0.999}}}),
        ],
    }  # fmt: skip
    external = base["model"][2]["external_data"][0]
    base["model"][2]["external_data"] = [{"file": external["onnx"], "sha256": external["sha256"]}]
    wheels = [
        {"file": f"wheels/tensorrt_rtx_cu13_{name}-manylinux_2_28_x86_64.whl", "sha256": "0" * 64, "size": 9}
        for name in ("libs-1.7.1.116-py3-none", "bindings-1.7.1.116-cp311-none")
    ]
    library = {"source": "wheels", "wheels": [wheels[0] | {"url": "https://example.com/wheel.whl"}, wheels[1]]}
    unchecked = base | {"verify": False, "defaults": {"no_gpu": "portable"}}
    each: dict[str, Any] = {
        "payload": {"windows": {"folder": "windows"}, "linux": {"folder": "app"}},
        "registration": {
            "executable": {"windows": "app.exe", "linux": "bin/app"}, "icon": {"windows": "i.ico", "linux": "icon.png"},
        },
    }  # fmt: skip
    return folder, [base, base | {"verify": False}, unchecked, unchecked | each, unchecked | {"library": library}]


def _mutated_values(random: Random, manifest: dict[str, Any]) -> bytes:
    manifest = copy.deepcopy(manifest)
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        found = list(places(manifest))
        holder, key = random.choice(found)
        alike = [value for value in _VALUES if type(value) is type(holder[key])]
        value = copy.deepcopy(random.choice(alike if alike and random.random() < 0.6 else _VALUES))
        match random.randrange(8):
            case 0 | 1 | 2:
                holder[key] = value
            case 3:
                del holder[key]
            case 4:
                other, its_key = random.choice(found)
                holder[key] = copy.deepcopy(other[its_key]) if its_key in other or isinstance(other, list) else value
            case 5:
                holder[key] = random.choice(([holder[key]], {"x": holder[key]}, [holder[key]] * 3))
            case 6 if isinstance(holder, dict):
                holder[random.choice((key + "s", "name", "image", "a.b", " ", "é\n", "k" * 500))] = holder[key]
            case _ if isinstance(holder, dict):
                holder[random.choice(("x", "tensorrt", "profile", ""))] = value
            case _:
                holder.extend(copy.deepcopy(holder[:100]) * random.choice((1, 1, 40)))
    text = tomli_w.dumps(_without_none(manifest))
    return _DEEP.sub(lambda match: "[" * int(match[1]) + "]" * int(match[1]), text).encode(errors="surrogatepass")


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_none(item) for key, item in value.items() if item is not None}
    return [_without_none(item) for item in value if item is not None] if isinstance(value, list) else value


def _mutations(manifests: list[dict[str, Any]]) -> Iterator[tuple[str, bytes]]:
    written = [tomli_w.dumps(manifest).encode() for manifest in manifests]
    for seed, random in randoms("app.toml"):
        number = random.randrange(len(manifests))
        if random.random() < 0.5:
            yield seed, mutated_bytes(random, written[number], _TOKENS)
        else:
            yield seed, _mutated_values(random, manifests[number])


def _fault(ended: Ended, *, json_object: bool = False) -> str | None:
    """What is wrong with the end of a run."""
    said = ended.out + ended.err
    if ended.code not in _CODES:
        return f"the exit status {ended.code}"
    if "Traceback" in said or "internal" in said:
        return "an error of ours"
    if _NO_SCREEN_TAKES.search(said):
        return "a character that no screen takes"
    if len(said) > _MOST_CHARACTERS:
        return f"{len(said)} characters"
    if ended.code == 0 and not ended.out:
        return "no answer"
    if ended.code != 0 and json_object and not json.loads(ended.out):
        return "no object"
    if ended.code != 0 and not json_object and not re.match(r"(?s).*\w{3}", said):
        return "no message"
    return None


def _files(home: Path) -> set[Path]:
    """What lies around, but for the log and what the program notes for later runs."""
    return {path for path in home.rglob("*") if path.name != "run.log" and "engine-installer" not in path.parts}


def _try(home: Path, package: Path, before: set[Path], *, as_json: bool) -> Iterator[str | None]:
    """Plan; and where nothing would be built, install and remove."""
    to = ("--target", home / "target")
    planned = in_process.main("install", "--plan", "--package", package, *to, *(["--json"] if as_json else []))
    yield _fault(planned, json_object=as_json)
    yield "files of a plan" if _files(home) != before else None
    if as_json and planned.code == 0 and not _builds(planned):
        log = ("--log", home / "run.log")
        installed = in_process.main("install", "--quiet", "--package", package, *to, *log)
        yield _fault(installed)
        if installed.code == 0:
            yield _fault(in_process.main("uninstall", "--quiet", *to, *log))
        yield "files left behind" if _files(home) != before else None


def _builds(planned: Ended) -> bool:
    return any(model["action"] == "build" for model in json.loads(planned.out)["models"])


@pytest.mark.timeout(3600)
def test_every_manifest_ends_with_a_message_and_nothing_is_left(tmp_path: Path) -> None:
    package, manifests = _package(tmp_path)
    (tmp_path / "temporary").mkdir()
    (tmp_path / ".local/share/applications").mkdir(parents=True)  # the user's, for every application
    (package / "app.toml").write_text(tomli_w.dumps(manifests[0]))
    faults: dict[str, str] = {}
    with in_process.user(tmp_path) as patch:
        patch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
        assert in_process.main("install", "--plan", "--package", package, "--target", tmp_path / "target").code == 0
        for number, (seed, content) in enumerate(_mutations(manifests)):
            (package / "app.toml").write_bytes(content)
            before = _files(tmp_path)
            fault = next(filter(None, _try(tmp_path, package, before, as_json=number % 2 == 0)), None)
            if fault:
                faults[seed] = f"{fault} with {content!r}"
    assert not faults, "\n".join(f"{seed}: {fault}" for seed, fault in faults.items())


@pytest.mark.timeout(3600)
def test_hashes_are_refreshed_or_the_file_stays_as_it_is(tmp_path: Path) -> None:
    package, manifests = _package(tmp_path)
    path, endings = package / "app.toml", set()
    for _seed, content in itertools.islice(_mutations(manifests), 0, None, 8):
        path.write_bytes(content)
        try:
            editing = ManifestEditing(path)
            changes = refresh(editing, NEVER).changes
            editing.save()
            assert (path.read_bytes() != content) == bool(changes)
            assert not refresh(ManifestEditing(path), NEVER).changes
            endings.add("refreshed" if changes else "right")
        except EngineInstallerError:
            assert path.read_bytes() == content
            endings.add("refused")
    assert endings == {"refreshed", "right", "refused"}


def test_what_is_mutated_is_valid(tmp_path: Path) -> None:
    for manifest in _package(tmp_path)[1]:
        assert tomllib.loads(tomli_w.dumps(manifest)) == manifest
