"""What `engine-builder package` does before it packages: every model is built, and nothing is claimed without that."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest

from builder.app_package.package import load_package
from builder.backend import BACKENDS, Installation
from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled, PackageInvalid, PackagingFailed
from builder.base.text import verbatim
from builder.vendor import command_line
from builder.vendor.model_check import check_models
from builder.vendor.packaging import make as command
from tests.support.models import conv_net, net_with_external_data, unsupported_net
from tests.support.packages import model_entry, package_of, small_package, write_manifest

LIBRARY = "TensorRT-RTX 1.7.1.116"


def check(folder: Path) -> list[str]:
    said: list[str] = []
    check_models(load_package(folder), said.append, CancelToken())
    return said


def test_every_model_is_built_and_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = small_package(tmp_path / "package", "alpha", "beta")
    (tmp_path / "work").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "work"))
    assert check(folder) == [f"built as a check with {LIBRARY}: 2 models"]
    assert not list((tmp_path / "work").iterdir())


@pytest.mark.parametrize("no_gpu", ["skip", "stop"])
def test_the_vendors_own_gpu_does_not_matter(tmp_path: Path, no_gpu: str) -> None:
    folder = small_package(tmp_path, "alpha", defaults={"no_gpu": no_gpu, "compute_capabilities": ["8.6"]})
    assert check(folder) == [f"built as a check with {LIBRARY}: one model"]


def test_every_model_that_cannot_be_built_is_named(tmp_path: Path) -> None:
    good, odd = conv_net(tmp_path / "good.onnx"), unsupported_net(tmp_path / "odd.onnx")
    cut = conv_net(tmp_path / "cut.onnx")
    cut.write_bytes(cut.read_bytes()[:-100])
    package = load_package(package_of(tmp_path, good, odd, cut))
    said: list[str] = []
    with pytest.raises(PackagingFailed) as raised:
        check_models(package, said.append, CancelToken())
    assert f"'cut' with {LIBRARY}: " in raised.value.message
    assert f"'odd' with {LIBRARY}: " in raised.value.message
    assert re.search(r"Frobnicate.*\n    Export the model without these operators", raised.value.message)
    assert "'good'" not in raised.value.message
    assert "--no-check" in raised.value.hint
    assert said == [f"built as a check with {LIBRARY}: one model"]


def test_settings_that_no_library_honours_are_an_error(tmp_path: Path) -> None:
    folder = package_of(tmp_path, conv_net(tmp_path / "a.onnx"), backend="tensorrt-rtx", optimization_level=5)
    with pytest.raises(PackagingFailed, match=rf"'a' with {LIBRARY}: .* cannot honour .* optimization_level"):
        check(folder)


def test_a_missing_profile_is_found(tmp_path: Path) -> None:
    import onnx

    file = conv_net(tmp_path / "a.onnx")
    model = onnx.load(file)
    model.graph.input[0].type.tensor_type.shape.dim[0].dim_param = "batch"
    file.write_bytes(model.SerializeToString())
    place = r"app\.toml, model 'a': profile"
    with pytest.raises(PackagingFailed, match=rf"\n  - 'a' with .*\n    - {place}: found none"):
        check(package_of(tmp_path, file))


@pytest.mark.parametrize("broken", [True, False])
def test_without_hashes_it_is_not_shipped(tmp_path: Path, broken: bool) -> None:
    file = (unsupported_net if broken else conv_net)(tmp_path / "a.onnx")
    folder = write_manifest(tmp_path, {"name": "a", "onnx": file.name}, verify=False)
    with pytest.raises(PackageInvalid, match=r"app\.toml: verify: found false") as raised:
        check(folder)
    assert ("Frobnicate" in raised.value.message) == broken


def test_what_no_library_here_builds_is_said_not_claimed(tmp_path: Path) -> None:
    files = [net_with_external_data(tmp_path / "a.onnx"), conv_net(tmp_path / "b.onnx")]
    external = [{"file": "weights.bin"}]
    entries = [
        model_entry(tmp_path, files[0], external_data=external, backend="tensorrt"),
        model_entry(tmp_path, files[1]),
    ]
    import hashlib

    external[0]["sha256"] = hashlib.sha256((tmp_path / "weights.bin").read_bytes()).hexdigest()
    warning, built = sorted(check(write_manifest(tmp_path, *entries)), reverse=True)
    assert warning.startswith("warning: 'a' was not built here, ")
    assert warning.endswith("TensorRT is not installed here.")
    assert built == f"built as a check with {LIBRARY}: one model"


def test_a_library_that_needs_a_gpu_is_tried_and_excused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    classic = {"tensorrt": Installation("11.4.0.106", "13")}
    monkeypatch.setattr(type(BACKENDS["tensorrt"]), "find", lambda self: classic.get(self.name))
    for backend in ("tensorrt", "auto"):
        file = conv_net(tmp_path / "a.onnx")
        (warning,) = check(package_of(tmp_path, file, optimization_level=5, backend=backend))
        assert warning.startswith("warning: 'a' was not built here, ")
        assert "needs a supported NVIDIA GPU" in warning


def test_it_can_be_cancelled(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        check_models(load_package(small_package(tmp_path, "alpha")), lambda _: None, cancel)


@pytest.mark.parametrize(("options", "said"), [((), "built as a check"), (("--no-check",), "warning: --no-check")])
def test_the_command_line_asks_for_the_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], options: tuple[str], said: str
) -> None:
    def reached(*_: object, **__: object) -> None:
        raise PackagingFailed(verbatim("reached"))

    monkeypatch.setattr(command, "_make", reached)
    folder = small_package(tmp_path, "alpha", verify=not options)
    code = command_line.main(["package", "--package", str(folder), "--output", str(tmp_path / "dist"), *options])
    shown = capsys.readouterr()
    assert code == PackagingFailed.exit_code.number
    assert "reached" in shown.err
    first, second = shown.out.splitlines()
    assert first.endswith("no hash was checked (verify = false)" if options else "every hash is right")
    assert second.startswith(said)
