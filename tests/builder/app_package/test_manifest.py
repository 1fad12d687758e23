from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from builder.app_package.manifest import AppManifest, parse_manifest, read_manifest, table_at
from builder.app_package.package import load_package
from builder.base.errors import Fault, PackageInvalid, PackageMissing
from builder.base.files import resolve_inside
from tests.support.models import conv_net
from tests.support.packages import APP, faults_of, model_entry, package_of, small_package, write_manifest


def faults_with(folder: Path, **values: Any) -> dict[str, Fault]:
    """The faults of a package whose only model has these values."""
    file = conv_net(folder / "net.onnx")
    return faults_of(package_of(folder, file, **values))


def test_the_manifest_is_also_found_in_the_assets_folder(tmp_path: Path) -> None:
    small_package(tmp_path / "assets", "alpha")
    assert load_package(tmp_path).root == tmp_path / "assets"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "package does not exist"),
        (lambda path: path.mkdir(), "package has no app.toml"),
        (lambda path: path.write_text("x"), "package is not a folder"),
        (lambda path: (path / "app.toml").mkdir(parents=True), "package has no app.toml"),
    ],
)
def test_without_a_manifest_the_package_is_missing(tmp_path: Path, make: Any, said: str) -> None:
    package = tmp_path / "package"
    make(package)
    with pytest.raises(PackageMissing, match=f"There is no app package: .*{said}") as caught:
        load_package(package)
    assert "--package" in caught.value.hint


def test_every_fault_is_reported_at_once(tmp_path: Path) -> None:
    conv_net(tmp_path / "net.onnx")
    write_manifest(
        tmp_path,
        {"name": "a", "onnx": "net.onnx", "sha256": "0" * 64, "optimisation_level": 3},
        {"name": "A", "onnx": "/etc/passwd", "workspace_mib": "1 GiB"},
        {"name": "b", "onnx": "missing.onnx"},
        {"onnx": "../net.onnx"},
        app=APP | {"id": "not a domain"},
        schema=2,
        colour="red",
    )
    faults = faults_of(tmp_path)
    assert faults["schema"].expected == "1, the only schema that this version reads"
    assert faults["colour"].found == "an unknown key"
    assert "reverse domain name" in faults["app.id"].expected
    assert faults["model[0].optimisation_level"].expected == "'optimization_level'?"
    assert faults["model[0].sha256"].found == repr("0" * 64)
    assert faults["model[1].onnx"].found == "an absolute path ('/etc/passwd')"
    assert faults["model[1].workspace_mib"].found == "'1 GiB'"
    assert faults["model[2].onnx"].found == "'missing.onnx', which does not exist"
    assert faults["model[3].name"].found == "nothing"
    assert faults["model[3].onnx"].found == "a path with '..' ('../net.onnx')"
    assert all(fault.file == "app.toml" and fault.expected for fault in faults.values())


@pytest.mark.parametrize(
    ("values", "key", "expected"),
    [
        ({"name": "con.x"}, "model[0].name", "Windows"),
        ({"name": "a/b"}, "model[0].name", "letters, digits"),
        ({"sha256": "abc"}, "model[0].sha256", "64 hexadecimal digits"),
        ({"strategy": "prebuilt"}, "model[0].strategy", "'build'"),
        ({"precision": "half"}, "model[0].precision", "'fp16'"),
        ({"optimization_level": 6}, "model[0].optimization_level", "less than or equal to 5"),
        ({"heuristic": True, "optimization_level": 4}, "model[0]", "but not both"),
        ({"backend": "onnxruntime"}, "model[0].backend", "'tensorrt-rtx'"),
        ({"no_gpu": "fail"}, "model[0].no_gpu", "'stop'"),
        ({"compute_capabilities": ["sm86"]}, "model[0].compute_capabilities[0]", "8.9"),
        ({"input_formats": {"image": "fp16:nhwc"}}, "model[0].input_formats.image", "fp16"),
        ({"tensorrt": {"level": 2}}, "model[0].tensorrt.level", "optimization_level"),
        ({"tf32": 1}, "model[0].tf32", "a valid boolean"),
        ({"profile": [{}]}, "model[0].profile", "at least one input"),
        ({"external_data": [{"file": "gone.bin"}]}, "model[0].external_data[0].file", "a file"),
    ],
)
def test_each_wrong_value_names_its_key_and_what_was_expected(
    tmp_path: Path, values: dict[str, Any], key: str, expected: str
) -> None:
    faults = faults_with(tmp_path, **values)
    assert list(faults) == [key]
    assert expected in faults[key].expected


def test_a_profile_out_of_order_names_input_and_dimension(tmp_path: Path) -> None:
    faults = faults_with(tmp_path, profile=[{"image": {"min": [1, 3, 9], "opt": [1, 3, 8], "max": [1, 3, 9]}}])
    assert faults["model[0].profile[0].image"].expected == "min <= opt <= max in every dimension, unlike dimension 2"


def test_two_models_with_one_name_are_refused(tmp_path: Path) -> None:
    file = conv_net(tmp_path / "net.onnx")
    write_manifest(tmp_path, model_entry(tmp_path, file), model_entry(tmp_path, file, name="NET"))
    assert "model[0] and model[1]" in faults_of(tmp_path)["model"].expected


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"schema = = 1", "line 1"),
        (b"name = 'caf\xe9'", "a byte that is not UTF-8 at offset 11"),
        (b"\x00", "line 1"),
        (b"x." * 2000 + b"x = 1", "64 parts"),
    ],
)
def test_what_is_not_toml_is_reported_with_its_place(tmp_path: Path, content: bytes, found: str) -> None:
    (tmp_path / "app.toml").write_bytes(content)
    assert found in faults_of(tmp_path)[""].found


def test_a_file_of_gigabytes_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "app.toml").open("wb") as stream:
        stream.truncate(1 << 34)
    assert faults_of(tmp_path)[""].found == "'app.toml', which is larger than 4 MiB"


def test_faults_without_end_do_not_fill_the_screen(tmp_path: Path) -> None:
    package = small_package(tmp_path, "alpha", library={"gpus": [0] * 3000}, branding={"x" * 4000: 1})
    with pytest.raises(PackageInvalid) as caught:
        load_package(package)
    assert len(caught.value.faults) == 3001
    assert str(caught.value).endswith("\n  - and 2901 more")
    assert max(map(len, str(caught.value).splitlines())) < 2000


@pytest.mark.parametrize("path", ["x" * 256, "é" * 128, "a/" * 3000 + "a"])
def test_a_path_that_is_too_long_is_a_fault_of_the_package(tmp_path: Path, path: str) -> None:
    package = small_package(tmp_path, "alpha", payload={"folder": path}, branding={"icon": path}, verify=False)
    assert {"payload.folder", "branding.icon"} <= faults_of(package).keys()
    assert all(len(fault.text) < 2000 for fault in faults_of(package).values())


def test_what_must_be_a_table_is_called_so(tmp_path: Path) -> None:
    faults = faults_with(tmp_path, external_data=[1], profile=[2], input_formats=3)
    assert {fault.expected for fault in faults.values()} == {"a table"}


@pytest.mark.parametrize(
    ("line", "corrected"),
    [
        ("input:0 = 3", '"input:0" = 3'),
        ("  serving_default/x = { min = [1] }", '"serving_default/x" = { min = [1] }'),
        ("x.1:0=[1]", '"x.1:0"=[1]'),
        ("/model/conv/Output = 3 # note", '"/model/conv/Output" = 3 # note'),
        ("input_formats.input:0 = 'x'", "input_formats.\"input:0\" = 'x'"),
        ("profile = [{ a = 1, b:0 = { min = [1] } }]", 'profile = [{ a = 1, "b:0" = { min = [1] } }]'),
        ("[model.profile.input:0]", '[model.profile."input:0"]'),
        ("[[model.profile./in]]", '[[model.profile."/in"]]'),
        ("a:b = '" + "x" * 200 + "'", '"a:b"'),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_key_that_needs_quotes_is_told_so(tmp_path: Path, line: str, corrected: str, end: str) -> None:
    (tmp_path / "app.toml").write_bytes(f"schema = 1{end}{line}{end}".encode())
    with pytest.raises(PackageInvalid) as raised:
        load_package(tmp_path)
    (fault,) = raised.value.faults
    assert fault.expected.endswith(f"stands in quotes: {corrected}")


@pytest.mark.parametrize("line", ["name 'x'", "= 3", "[a", "a 'b' = 1", "x[0] = 1", "[a]b", "é"])
def test_quotes_are_advised_only_where_they_help(tmp_path: Path, line: str) -> None:
    (tmp_path / "app.toml").write_text(f"schema = 1\n{line}\n")
    with pytest.raises(PackageInvalid) as raised:
        load_package(tmp_path)
    (fault,) = raised.value.faults
    assert fault.expected == "valid TOML 1.0"


@given(st.text(max_size=40))
def test_no_path_text_whatever_leads_out_of_the_package(text: str) -> None:
    root = Path("/srv/package")
    try:
        path = resolve_inside(root, text)
    except ValueError:
        return
    assert path.resolve().is_relative_to(root)


@given(
    st.recursive(
        st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=8,
    )
)
def test_any_toml_value_in_any_place_gives_faults_and_no_crash(
    tmp_path_factory: pytest.TempPathFactory, value: Any
) -> None:
    folder = tmp_path_factory.getbasetemp()
    base = {"schema": 1, "app": APP, "model": [{"name": "a", "onnx": "b.onnx"}]}
    for data in (
        base | {"model": value},
        base | {"app": value},
        base | {"defaults": value},
        base | {"model": [value]},
        base | {"model": [{"name": "a", "onnx": "b.onnx", "profile": value, "external_data": value}]},
    ):
        (folder / "app.toml").write_bytes(tomli_w.dumps(data).encode())
        assert faults_of(folder)


WHEEL = {"file": "wheels/thing-1.0-py3-none-any.whl", "sha256": "0" * 64, "size": 10}


@pytest.mark.parametrize(
    ("library", "key"),
    [
        ({"source": "wheels"}, "library"),
        ({"wheels": [WHEEL]}, "library"),
        ({"source": "pip", "wheels": [WHEEL]}, "library.source"),
        ({"source": "wheels", "wheels": [WHEEL, WHEEL | {"file": "THING-1.0-py3-none-any.whl"}]}, "library"),
        ({"source": "wheels", "wheels": [WHEEL | {"file": "../thing-1.0-py3-none-any.whl"}]}, "library.wheels[0].file"),
        ({"source": "wheels", "wheels": [WHEEL | {"file": "thing.whl"}]}, "library.wheels[0].file"),
        ({"source": "wheels", "wheels": [WHEEL | {"sha256": "0"}]}, "library.wheels[0].sha256"),
        ({"source": "wheels", "wheels": [WHEEL | {"size": 0}]}, "library.wheels[0].size"),
        ({"source": "wheels", "wheels": [WHEEL | {"url": "http://example.com/x"}]}, "library.wheels[0].url"),
        ({"source": "wheels", "wheels": [WHEEL | {"url": "https://me:pass@example.com/x"}]}, "library.wheels[0].url"),
        ({"source": "wheels", "wheels": [WHEEL | {"system": "linux"}]}, "library.wheels[0].system"),
    ],
)
def test_what_is_wrong_with_the_wheels_of_a_library_is_reported(
    tmp_path: Path, library: dict[str, Any], key: str
) -> None:
    assert list(faults_of(small_package(tmp_path, "alpha", library=library))) == [key]


def test_wheels_need_not_lie_in_the_package(tmp_path: Path) -> None:
    library = {"source": "wheels", "wheels": [WHEEL | {"url": "https://example.com/thing"}]}
    package = load_package(small_package(tmp_path, "alpha", library=library))
    assert [wheel.name for wheel in package.manifest.library.wheels] == ["thing-1.0-py3-none-any.whl"]


def test_a_fault_names_the_model_and_the_file_that_it_is_about(tmp_path: Path) -> None:
    file = conv_net(tmp_path / "net.onnx")
    good, bad = model_entry(tmp_path, file), model_entry(tmp_path, file)
    weights = {"external_data": [{"file": "one.bin"}, {"file": "two.bin", "sha256": "abc"}]}
    entries = [
        good | {"name": "first"},
        bad | {"name": "second", "sha256": "0" * 64} | weights,
        bad | {"name": "no/name", "optimization_level": 9},
        bad | {"name": 3, "optimization_level": 9},
    ]
    write_manifest(tmp_path, *entries)
    places = {key: fault.text.partition(": found")[0] for key, fault in faults_of(tmp_path).items()}
    assert places["model[1].sha256"] == "app.toml, model 'second': sha256"
    assert places["model[1].external_data[1].file"] == "app.toml, model 'second', external_data 'two.bin': file"
    assert places["model[1].external_data[1].sha256"].startswith("app.toml, model 'second', external_data 'two.bin': ")
    assert places["model[2].optimization_level"] == "app.toml, model 'no/name': optimization_level"
    assert places["model[3].optimization_level"] == "app.toml: model[3].optimization_level"


def test_a_fault_of_a_wheel_names_its_file(tmp_path: Path) -> None:
    file = conv_net(tmp_path / "net.onnx")
    wheels = [{"file": "wheels/a-1-py3-none-any.whl", "sha256": "0" * 64, "size": -1}]
    write_manifest(tmp_path, model_entry(tmp_path, file), library={"source": "wheels", "wheels": wheels})
    fault = faults_of(tmp_path)["library.wheels[0].size"]
    place = "app.toml, wheels 'wheels/a-1-py3-none-any.whl': library.wheels[0].size"
    assert fault.text.startswith(f"{place}: found -1")


def manifest_with(folder: Path, *models: dict[str, Any], **top: Any) -> AppManifest:
    entries = [{"name": f"m{number}", "onnx": "x.onnx"} | model for number, model in enumerate(models or ({},))]
    return read_manifest(write_manifest(folder, *entries, **top) / "app.toml")


def test_features_come_in_the_order_of_the_models_each_once(tmp_path: Path) -> None:
    models: list[dict[str, Any]] = [
        {"feature": "b"},
        {},
        {"feature": "a", "strategy": "on-demand"},
        {"feature": "b"},
        {"feature": "a", "strategy": "on-demand"},
    ]
    manifest = manifest_with(tmp_path, *models)
    assert manifest.features == ("b", "a")
    assert manifest.on_demand == ("a",)
    assert manifest_with(tmp_path).features == manifest_with(tmp_path).on_demand == ()


def test_what_a_manifest_does_not_say_has_its_default(tmp_path: Path) -> None:
    manifest = manifest_with(tmp_path)
    assert (manifest.verify, manifest.payload, manifest.registration, manifest.feed) == (True, None, None, None)
    assert (manifest.maintenance.keep_package, manifest.maintenance.keep_program, manifest.checks.answers) == (
        True,
        True,
        True,
    )
    assert (manifest.library.source, manifest.library.ptx, manifest.branding.accent) == ("bundled", True, None)
    registration = manifest_with(tmp_path, registration={"comment": "x", "categories": ["Graphics"]}).registration
    assert registration is not None
    assert (registration.comment, registration.categories, registration.start_menu) == ("x", ("Graphics",), True)


def test_the_manifest_is_known_by_the_hash_and_size_of_its_bytes(tmp_path: Path) -> None:
    manifest_with(tmp_path)
    content = (tmp_path / "app.toml").read_bytes()
    file = parse_manifest(tmp_path / "app.toml")
    assert (file.sha256, file.size, file.faults) == (hashlib.sha256(content).hexdigest(), len(content), ())


@pytest.mark.parametrize(("file", "feed", "fits"), [(True, False, True), (False, True, True), (False, False, False)])
def test_the_keys_of_a_statement_need_a_statement(tmp_path: Path, file: bool, feed: bool, fits: bool) -> None:
    expectations: dict[str, Any] = {"keys": ["key.pem"]} | ({"file": "statement.json"} if file else {})
    top: dict[str, Any] = {"feed": {"url": "https://example.com/feed", "root": "root.json"}} if feed else {}
    if fits:
        assert manifest_with(tmp_path, expectations=expectations, **top).expectations
        return
    with pytest.raises(PackageInvalid) as caught:
        manifest_with(tmp_path, expectations=expectations, **top)
    assert [fault.key for fault in caught.value.faults] == ["expectations.file"]


@pytest.mark.parametrize(
    ("names", "keys"),
    [
        ([], "verify, app, payload"),
        (["unheard of"], "verify, app, payload"),
        (["app"], "id, name, publisher"),
        (["model"], "optimization_level"),
        (["model", "profile", "min"], "min, opt, max"),
        (["model", "profile", "x", "variant"], "min, opt, max"),
        (["model", "reference"], "file, sha256"),
        (["model", "reference", "tolerance", "y"], "max_abs, min_cosine"),
        (["plugin"], "name, operators"),
        (["plugin", "linux"], "library, sha256"),
        (["payload", "linux"], "folder, sha256"),
        (["model", "tensorrt"], "optimization_level, heuristic"),
    ],
)
def test_the_keys_of_the_table_where_a_wrong_one_stands_are_known(names: list[str], keys: str) -> None:
    known = ", ".join(name for name in table_at(names).model_fields)
    assert keys in known


@pytest.mark.parametrize(
    ("accent", "fits"), [("#76b900", True), ("#76B900", True), ("#76b9000", False), ("76b900", False)]
)
def test_an_accent_is_a_color_and_nothing_more(tmp_path: Path, accent: str, fits: bool) -> None:
    if fits:
        assert manifest_with(tmp_path, branding={"accent": accent}).branding.accent == accent
        return
    with pytest.raises(PackageInvalid, match="expected a color"):
        manifest_with(tmp_path, branding={"accent": accent})


@pytest.mark.parametrize("name", ["a.PNG", "a.png", "b/c.jpg"])
def test_a_picture_is_told_by_the_ending_of_its_name(tmp_path: Path, name: str) -> None:
    assert manifest_with(tmp_path, branding={"icon": name}).branding.icon == name
