"""Variants in app.toml: read, and refused with every fault at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto, helper

from builder.app_package.manifest import read_manifest
from builder.app_package.package import AppPackage, load_package, named_files
from builder.app_package.variants import variant_faults
from builder.backend.tensorrt_rtx import TARGETS
from builder.base.errors import Fault, PackageInvalid
from tests.support.models import Shape, bf16_net, conv_net, quantized_net
from tests.support.packages import faults_of, model_entry, write_manifest


def variant(folder: Path, file: Path, **values: Any) -> dict[str, Any]:
    """The `[[model.variant]]` of a file, with its true hash; it has no name unless `values` give one."""
    entry = model_entry(folder, file, **values)
    return entry if "name" in values else {key: value for key, value in entry.items() if key != "name"}


def written(folder: Path, *variants: dict[str, Any], **values: Any) -> Path:
    model = model_entry(folder, conv_net(folder / "net.onnx"), **values)
    return write_manifest(folder, model | {"variant": list(variants)})


def net(folder: Path, number: int) -> Path:
    return conv_net(folder / f"net{number}.onnx", channels=9 + number)


def test_a_variant_is_the_model_with_another_file(tmp_path: Path) -> None:
    weights = tmp_path / "weights.bin"
    weights.write_bytes(b"w" * 100)
    package = load_package(
        written(
            tmp_path,
            variant(
                tmp_path,
                net(tmp_path, 1),
                needs="fp8",
                precision="fp16",
                external_data=[{"file": "weights.bin", "sha256": model_entry(tmp_path, weights)["sha256"]}],
            ),
            variant(tmp_path, net(tmp_path, 2), compute_capabilities=["7.5", "8.6"]),
            variant(tmp_path, net(tmp_path, 3), compute_capabilities=["8.0"], name="ampere"),
            precision="fp32",
            feature="Enlarging",
            workspace_mib=64,
        )
    )
    (model,) = package.models
    assert [each.variant for each in model.variants] == ["fp8", "7.5_8.6", "ampere"]
    first, second, _ = model.variants
    assert (first.name, first.title, first.place) == ("net", "net (fp8)", "model[0].variant[0]")
    assert (model.variant, model.title) == (None, "net")
    assert first.onnx.relative == "net1.onnx"
    assert first.total_bytes == first.onnx.size + 100
    assert first.nodes == model.nodes > 0
    assert first.spec.feature == "Enlarging"
    assert first.settings_for("tensorrt-rtx").precision == "fp16"
    # What the model's own file contains says nothing of another file.
    assert second.settings_for("tensorrt-rtx").precision is None
    assert second.settings_for("tensorrt-rtx").workspace_mib == 64
    assert {file.path for file in package.named} == {
        "app.toml", "net.onnx", "net1.onnx", "weights.bin", "net2.onnx", "net3.onnx",
    }  # fmt: skip


def chosen(package: AppPackage, *capabilities: str) -> list[str | None]:
    return [package.models[0].for_gpu(capability).variant for capability in capabilities]


def test_the_first_that_fits_is_chosen_and_else_the_models_own(tmp_path: Path) -> None:
    package = load_package(
        written(
            tmp_path,
            variant(tmp_path, net(tmp_path, 1), compute_capabilities=["12.0"]),
            variant(tmp_path, net(tmp_path, 2), needs="fp8"),
            variant(tmp_path, net(tmp_path, 3), compute_capabilities=["7.5"]),
        )
    )
    assert chosen(package, "7.5", "8.0", "8.6", "8.9") == ["7.5", None, None, "fp8"]
    assert chosen(package, "9.0", "12.0", "12.1", "13.0") == ["fp8", "12.0", "fp8", "fp8"]


def test_what_is_wrong_with_variants_is_told_at_once_with_what_is_wrong_elsewhere(tmp_path: Path) -> None:
    files = [net(tmp_path, number) for number in range(9)]
    other = conv_net(tmp_path / "other.onnx", (1, 3, 64, "w"))
    lacking = quantized_net(tmp_path / "fp8.onnx")
    own = conv_net(tmp_path / "net.onnx")
    faults = faults_of(
        written(
            tmp_path,
            variant(tmp_path, files[0]),
            variant(tmp_path, files[1], needs="fp8", compute_capabilities=["8.9"]),
            variant(tmp_path, files[2], compute_capabilities=[]),
            variant(tmp_path, files[3], compute_capabilities=["8.6", "8.0"]),
            variant(tmp_path, files[4], compute_capabilities=["8.6", "7.5"]),
            variant(tmp_path, files[5], needs="bf16"),
            variant(tmp_path, files[6], needs="fp4"),
            variant(tmp_path, files[7], compute_capabilities=["8.9"], name="BF16"),
            variant(tmp_path, files[8], needs="fp16"),
            variant(tmp_path, own, compute_capabilities=["6.1"]),
            variant(tmp_path, other, compute_capabilities=["5.0"]),
            variant(tmp_path, lacking, compute_capabilities=["5.2"], sha256="0" * 64, colour="red"),
            optimization_level=9,
        )
    )
    key = "model[0].variant"
    assert {name: (fault.found, fault.expected) for name, fault in faults.items() if name.startswith(key)} == {
        f"{key}[0]": (
            "neither compute_capabilities nor needs", "one of them, which says for which GPUs the variant is"
        ),
        f"{key}[1]": (
            "both compute_capabilities and needs", "one of them, which says for which GPUs the variant is"
        ),
        f"{key}[2].compute_capabilities": ("[]", "at least one compute capability, such as '8.9'"),
        f"{key}[4].compute_capabilities": (
            "what variants before it take: '8.6' by '8.6_8.0'",
            "each compute capability in one variant, and those that need more before those that need less",
        ),
        f"{key}[6].needs": (
            "'fp4', but 'fp8' before it takes every GPU that has fp4",
            "a place before 'fp8': this can never be chosen",
        ),
        f"{key}[7].compute_capabilities": (
            "what variants before it take: '8.9' by 'fp8', so it can never be chosen",
            "each compute capability in one variant, and those that need more before those that need less",
        ),
        f"{key}[7].name": ("'BF16', as a variant before it", "a different name for each variant of a model"),
        f"{key}[8].needs": ("'fp16'", "'bf16', 'int4', 'fp8' or 'fp4'"),
        f"{key}[9].onnx": (
            "'net.onnx', the file of the model itself", "another ONNX file: leave the variant out, or add its GPUs"
        ),
        f"{key}[10].onnx": (
            "'other.onnx', an input 'image': fp32 [1, 3, 64, w]",
            "an input 'image': fp32 [1, 3, 32, 32], as in net.onnx"
        ),
        f"{key}[11].onnx": (
            "'fp8.onnx', an input 'image': fp32 [16, 64]", "an input 'image': fp32 [1, 3, 32, 32], as in net.onnx"
        ),
        f"{key}[11].sha256": (
            repr("0" * 64),
            f"{model_entry(tmp_path, lacking)['sha256']!r}, the hash of fp8.onnx as it is",
        ),
        f"{key}[11].colour": (
            "an unknown key",
            "one of name, onnx, sha256, size, external_data, precision, keep_fp32, compute_capabilities, needs",
        ),
    }  # fmt: skip
    assert "model[0].optimization_level" in faults
    assert faults[f"{key}[6].needs"].item == "model 'net', variant 'fp4'"


@pytest.mark.parametrize(
    ("condition", "key", "found", "expected"),
    [
        ({"compute_capabilities": ["8.6", "8.9", "8.0"]}, "compute_capabilities", "'8.6', '8.0', but ", "from 8.9 on"),
        ({"needs": "bf16"}, "needs", "'bf16', but fp8.onnx contains fp8", "'fp8'"),
    ],
)
def test_a_file_must_suit_the_gpus_that_it_is_for(
    tmp_path: Path, condition: dict[str, Any], key: str, found: str, expected: str
) -> None:
    own = bf16_net(tmp_path / "own.onnx")
    file = quantized_net(tmp_path / "fp8.onnx")
    own.write_bytes(own.read_bytes())
    write_manifest(tmp_path, model_entry(tmp_path, own) | {"variant": [variant(tmp_path, file, **condition)]})
    fault = faults_of(tmp_path)[f"model[0].variant[0].{key}"]
    assert found in fault.found
    assert expected in fault.expected


@pytest.mark.parametrize(
    ("condition", "model", "expected"),
    [
        ({"compute_capabilities": ["9.0"]}, {"backend": "tensorrt-rtx"}, "GPUs that TensorRT-RTX supports"),
        ({"compute_capabilities": ["6.1"]}, {}, "GPUs that TensorRT and TensorRT-RTX supports"),
        ({"compute_capabilities": ["8.9"]}, {"compute_capabilities": ["8.6"]}, "engines are built for: 8.6"),
        ({"needs": "fp8"}, {"compute_capabilities": ["8.6", "8.0"]}, "engines are built for: 8.0, 8.6"),
    ],
)
def test_a_variant_that_no_gpu_gets_is_refused(
    tmp_path: Path, condition: dict[str, Any], model: dict[str, Any], expected: str
) -> None:
    package = written(tmp_path, variant(tmp_path, net(tmp_path, 1), **condition), **model)
    (key,) = condition
    fault = faults_of(package)[f"model[0].variant[0].{key}"]
    assert fault.found == f"{condition[key]!r}, which can never be chosen"
    assert expected in fault.expected
    with pytest.raises(PackageInvalid):
        read_manifest(package / "app.toml")


def test_defaults_limit_what_variants_can_be_for(tmp_path: Path) -> None:
    model = model_entry(tmp_path, conv_net(tmp_path / "net.onnx"))
    entry = model | {"variant": [variant(tmp_path, net(tmp_path, 1), needs="fp8")]}
    write_manifest(tmp_path, entry, defaults={"tensorrt-rtx": {"compute_capabilities": ["8.6", "12.0"]}})
    assert load_package(tmp_path).models[0].variants
    write_manifest(tmp_path, entry, defaults={"compute_capabilities": ["8.6"]})
    assert "model[0].variant[0].needs" in faults_of(tmp_path)


def with_interface(path: Path, inputs: dict[str, tuple[int, Shape | None]], outputs: dict[str, Shape | None]) -> Path:
    graph = helper.make_graph(
        [helper.make_node("Relu", [next(iter(inputs))], [name]) for name in outputs],
        path.stem,
        [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in inputs.items()],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs.items()],
        [helper.make_tensor("constant", TensorProto.FLOAT, [1], [0.0])],
    )
    path.write_bytes(helper.make_model(graph).SerializeToString())
    return path


FLOAT, HALF = TensorProto.FLOAT, TensorProto.FLOAT16


@pytest.mark.parametrize(
    ("inputs", "outputs", "found"),
    [
        ({"image": (FLOAT, [1, "h"])}, {"result": [1, "h"]}, []),
        ({"image": (FLOAT, [1, "height"])}, {"result": [1, "x"]}, []),  # names of dimensions are free
        ({"image": (FLOAT, [1, "h"]), "constant": (FLOAT, [1])}, {"result": [1, "h"]}, []),  # which has a value
        ({"image": (FLOAT, [1, "h"])}, {"result": None}, []),  # converters leave shapes of outputs out
        ({"image": (FLOAT, [1, "h"])}, {"result": [1, 8]}, []),
        ({"image": (HALF, [1, "h"])}, {"result": [1, "h"]}, ["an input 'image': fp16 [1, h]"]),
        ({"image": (FLOAT, [1, 8])}, {"result": [1, "h"]}, ["an input 'image': fp32 [1, 8]"]),
        ({"image": (FLOAT, ["n", "h"])}, {"result": [1, "h"]}, ["an input 'image': fp32 [n, h]"]),
        ({"image": (FLOAT, None)}, {"result": [1, "h"]}, ["an input 'image': fp32 of any shape"]),
        ({"picture": (FLOAT, [1, "h"])}, {"result": [1, "h"]}, ["no input 'image'", "an input 'picture': fp32 [1, h]"]),
        ({"image": (FLOAT, [1, "h"])}, {"result": [2, "h"]}, ["an output 'result': fp32 [2, h]"]),
        ({"image": (FLOAT, [1, "h"])}, {"result": [1, "h", 1]}, ["an output 'result': fp32 [1, h, 1]"]),
        ({"image": (FLOAT, [1, "h"])}, {"other": None}, ["no output 'result'", "an output 'other': fp32 of any shape"]),
        (
            {"image": (HALF, [1, "h"]), "more": (FLOAT, [])},
            {"result": [2, "h"]},
            ["an input 'image': fp16 [1, h]", "an input 'more': fp32 []", "an output 'result': fp32 [2, h]"],
        ),
    ],
)
def test_inputs_and_outputs_must_be_the_models(
    tmp_path: Path, inputs: dict[str, Any], outputs: dict[str, Any], found: list[str]
) -> None:
    own = with_interface(tmp_path / "own.onnx", {"image": (FLOAT, [1, "h"])}, {"result": [1, "h"]})
    other = with_interface(tmp_path / "other.onnx", inputs, outputs)
    entry = model_entry(tmp_path, own) | {"variant": [variant(tmp_path, other, compute_capabilities=["8.9"])]}
    write_manifest(tmp_path, entry)
    if not found:
        assert load_package(tmp_path).models[0].variants
        return
    with pytest.raises(PackageInvalid) as caught:
        load_package(tmp_path)
    assert [fault.found for fault in caught.value.faults] == [f"'other.onnx', {text}" for text in found]
    assert all(fault.expected.endswith("as in own.onnx") for fault in caught.value.faults)


def test_a_quick_look_reads_no_file_of_a_variant(tmp_path: Path) -> None:
    package = written(tmp_path, variant(tmp_path, net(tmp_path, 1), needs="fp8"))
    (tmp_path / "net1.onnx").unlink()
    assert chosen(load_package(package, read_content=False), "8.6", "8.9") == [None, "fp8"]


def test_every_file_of_a_variant_has_a_hash_that_is_stated(tmp_path: Path) -> None:
    data = {
        "model": [
            {"onnx": "a", "variant": [{"onnx": "b", "external_data": [{"file": "c"}, 3]}, 7, {"onnx": 4}]},
            {"variant": "x"},
        ]
    }
    assert [(item.key, item.path) for item in named_files(data)] == [
        ("model[0].onnx", "a"),
        ("model[0].variant[0].onnx", "b"),
        ("model[0].variant[0].external_data[0].file", "c"),
    ]


conditions = st.one_of(
    st.fixed_dictionaries({"needs": st.sampled_from(["bf16", "int4", "fp8", "fp4"])}),
    st.fixed_dictionaries({"compute_capabilities": st.lists(st.sampled_from(TARGETS), min_size=1, unique=True)}),
)


@given(st.lists(conditions, max_size=4))
def test_without_a_fault_each_variant_is_chosen_by_a_gpu_and_by_all_that_it_names(given: list[dict[str, Any]]) -> None:
    from builder.app_package.model_tables import VariantSpec

    tables = [{"onnx": f"{number}.onnx"} | condition for number, condition in enumerate(given)]
    faults = list(variant_faults({"model": [{"onnx": "own.onnx", "variant": tables}]}, "app.toml"))
    specs = [VariantSpec.model_validate(table) for table in tables]
    winners = {target: next((it for it, spec in enumerate(specs) if spec.is_for(target)), None) for target in TARGETS}
    wins = all(
        number in winners.values() and all(winners[named] == number for named in spec.compute_capabilities or ())
        for number, spec in enumerate(specs)
    )
    # fp8 in front of two lists that name every GPU below: what it needs is still taken by newer ones.
    assert wins or faults or any(spec.needs for spec in specs)
    assert not (faults and wins)


@given(
    st.recursive(
        st.none() | st.text(max_size=3) | st.integers(),
        lambda it: (
            st.lists(it)
            | st.dictionaries(
                st.sampled_from(["variant", "onnx", "needs", "compute_capabilities", "name", "model"]), it
            )
        ),
        max_leaves=20,
    )
)
def test_anything_in_the_place_of_variants_gives_faults_only(value: Any) -> None:
    found = list(variant_faults({"model": [{"onnx": "x", "variant": value}]}, "app.toml"))
    assert all(isinstance(fault, Fault) and str(fault) for fault in found)


def test_a_file_that_is_no_model_is_compared_with_nothing(tmp_path: Path) -> None:
    file = tmp_path / "net1.onnx"
    onnx.save(onnx.load(net(tmp_path, 1)), file)
    file.write_bytes(file.read_bytes()[:-3])
    package = written(tmp_path, variant(tmp_path, file, needs="fp8"))
    assert load_package(package).models[0].variants
