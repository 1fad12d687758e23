"""What is read of a package: its files, whether they are what the manifest says, and what engines are made of."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import onnx
import pytest

from builder.app_package.manifest import parse_manifest, read_manifest
from builder.app_package.package import PackagedModel, load_package, read_license
from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled, PackageInvalid
from tests.support.models import conv_net
from tests.support.packages import faults_of, model_entry, package_of, small_package, toml, write_manifest
from tests.support.payloads import folder_sha256, payload_package, write_files
from tests.support.pictures import png


def test_a_package_is_read_with_its_files_hashed(tmp_path: Path) -> None:
    package = load_package(small_package(tmp_path, "alpha", "beta"))
    assert [model.name for model in package.models] == ["alpha", "beta"]
    alpha = package.models[0]
    content = (tmp_path / "models/alpha.onnx").read_bytes()
    assert alpha.onnx.sha256 == hashlib.sha256(content).hexdigest()
    assert alpha.total_bytes == len(content)
    assert alpha.nodes == len(onnx.load_from_string(content).graph.node) > 0
    assert alpha.backend == "auto"
    assert alpha.no_gpu == "portable"


def test_a_missing_hash_is_refused_and_stated(tmp_path: Path) -> None:
    file = conv_net(tmp_path / "net.onnx")
    entry = model_entry(tmp_path, file)
    true_hash = entry.pop("sha256")
    fault = faults_of(write_manifest(tmp_path, entry))["model[0].sha256"]
    assert true_hash in fault.expected
    assert "verify = false" in fault.expected


_POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"5" * 64 + b"\nsize 8192\n"


@pytest.mark.parametrize("verify", [True, False])
def test_a_file_that_is_no_model_is_named_and_nothing_is_hashed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verify: bool
) -> None:
    conv_net(tmp_path / "right.onnx")
    (tmp_path / "net.onnx").write_bytes(_POINTER)
    (tmp_path / "net.bin").write_bytes(_POINTER)
    models: list[dict[str, Any]] = [
        {"name": "net", "onnx": "net.onnx", "external_data": [{"file": "net.bin"}]},
        {"name": "right", "onnx": "right.onnx", "sha256": "0" * 64},
    ]
    write_manifest(tmp_path, *models, verify=verify)
    monkeypatch.setattr("builder.app_package.package_files.sha256_of", lambda *_: pytest.fail("hashed"))
    faults = faults_of(tmp_path)
    assert set(faults) == {"model[0].onnx", "model[0].external_data[0].file"}
    for fault in faults.values():
        assert "Git LFS pointer" in fault.found
        assert "git lfs pull" in fault.expected
        assert "sha256" not in fault.expected


def test_without_verification_wrong_and_missing_hashes_pass(tmp_path: Path) -> None:
    file = conv_net(tmp_path / "net.onnx")
    for stated in ({"sha256": "0" * 64}, {}):
        package = load_package(write_manifest(tmp_path, {"name": "a", "onnx": "net.onnx"} | stated, verify=False))
        assert package.models[0].onnx.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_symbolic_link_out_of_the_package_is_refused(tmp_path: Path) -> None:
    outside = conv_net(tmp_path / "outside.onnx")
    package = tmp_path / "package"
    package.mkdir()
    (package / "net.onnx").symlink_to(outside)
    (package / "folder").symlink_to(tmp_path)
    write_manifest(package, {"name": "a", "onnx": "net.onnx"}, {"name": "b", "onnx": "folder/outside.onnx"})
    faults = faults_of(package)
    assert faults["model[0].onnx"].found.startswith("a symbolic link that leaves the package")
    assert faults["model[1].onnx"].found.startswith("a symbolic link that leaves the package")


def test_a_symbolic_link_inside_the_package_is_fine(tmp_path: Path) -> None:
    file = conv_net(tmp_path / "net.onnx")
    (tmp_path / "link.onnx").symlink_to(file.name)
    package_of(tmp_path, file, onnx="link.onnx")
    assert load_package(tmp_path).models[0].onnx.size == file.stat().st_size


def test_hashing_can_be_cancelled(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        load_package(small_package(tmp_path), cancel)


def test_settings_come_in_layers(tmp_path: Path) -> None:
    file = conv_net(tmp_path / "net.onnx")
    write_manifest(
        tmp_path,
        model_entry(tmp_path, file, tf32=False, tensorrt={"heuristic": True}, compute_capabilities=["8.9", "8.6"]),
        defaults={
            "workspace_mib": 512,
            "tf32": True,
            "tensorrt": {"optimization_level": 5, "workspace_mib": 2048},
            "tensorrt-rtx": {"weight_streaming": True, "compute_capabilities": ["12.0"]},
        },
    )
    model = load_package(tmp_path).models[0]
    classic, rtx = model.settings_for("tensorrt"), model.settings_for("tensorrt-rtx")
    assert (classic.optimization_level, classic.workspace_mib, classic.tf32) == (2, 2048, False)
    assert (rtx.optimization_level, rtx.workspace_mib, rtx.tf32, rtx.weight_streaming) == (3, 512, False, True)
    assert model.compute_capabilities_for("tensorrt-rtx") == ("8.6", "8.9")


def test_a_quick_look_takes_the_stated_hash_and_opens_no_file(tmp_path: Path) -> None:
    small_package(tmp_path, "alpha")
    (tmp_path / "models/alpha.onnx").unlink()
    model = load_package(tmp_path, read_content=False).models[0]
    assert len(model.onnx.sha256) == 64
    assert model.total_bytes == 0
    assert read_manifest(tmp_path / "app.toml").app.name == "Test App"


@pytest.mark.parametrize(
    ("branding", "content", "fault"),
    [
        ({"accent": "green"}, None, "branding.accent: found 'green'; expected a color such as '#76b900'"),
        ({"icon": "icon.exe"}, None, "branding.icon: found 'icon.exe'; expected a picture: a file that ends with .png"),
        ({"banner": "banner.png"}, None, "branding.banner: found 'banner.png', which does not exist; expected a file"),
        ({"icon": "../icon.png"}, None, "branding.icon"),
        ({"license": "l.txt"}, b"\xff\xfe", "branding.license: found 'l.txt', which is not UTF-8; expected a text"),
        ({"license": "l.txt"}, b"  \n", "branding.license: found 'l.txt', which is empty"),
        ({"license": "l.txt"}, b"a\0b", "branding.license: found 'l.txt', which is not text"),
        ({"license": "l.txt"}, b"a" * (1 << 20) + b"b", "branding.license: found 'l.txt', which is larger than 1 MiB"),
        ({"logo": "x.png"}, None, "branding.logo: found an unknown key"),
    ],
)
def test_a_branding_that_cannot_be_shown_is_reported(
    tmp_path: Path, branding: dict[str, str], content: bytes | None, fault: str
) -> None:
    package = small_package(tmp_path, "alpha", branding=branding)
    if content is not None:
        (package / "l.txt").write_bytes(content)
    with pytest.raises(PackageInvalid) as caught:
        load_package(package)
    assert any(fault in str(reported) for reported in caught.value.faults), caught.value.faults


def test_the_files_of_a_branding_are_part_of_the_package(tmp_path: Path) -> None:
    package = small_package(tmp_path, "alpha", branding={"icon": "i.png", "banner": "i.png", "license": "l.txt"})
    (package / "i.png").write_bytes(png())
    (package / "l.txt").write_text("Be kind.")
    named = [(item.role, item.path) for item in load_package(package).files() if item.role in ("branding", "license")]
    assert named == [("branding", "i.png"), ("license", "l.txt")]


def test_every_file_of_a_package_is_listed_with_its_role(tmp_path: Path) -> None:
    package = small_package(
        tmp_path,
        "alpha",
        payload={"folder": "app"},
        registration={"icon": "i.png"},
        branding={"banner": "i.png", "license": "texts/l.txt"},
        verify=False,
    )
    for name in ("i.png", "texts/l.txt", "app/studio", "app/data/one.txt"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text("Be kind.")
    (package / "i.png").write_bytes(png())
    loaded = load_package(package)
    assert [(item.role, item.path) for item in loaded.files()] == [
        ("manifest", "app.toml"),
        ("model", "models/alpha.onnx"),
        ("branding", "i.png"),
        ("license", "texts/l.txt"),
        ("icon", "i.png"),
        ("payload", "app/data/one.txt"),
        ("payload", "app/studio"),
    ]
    for item in loaded.files():
        content = (package / item.path).read_bytes()
        assert (item.file.sha256, item.file.size) == (hashlib.sha256(content).hexdigest(), len(content))
    quick = load_package(package, read_content=False)
    assert [(item.role, item.path) for item in quick.files()] == [
        (item.role, item.path) for item in loaded.files() if item.role != "payload"
    ]


def test_a_payload_behind_a_link_out_of_the_package_is_refused(tmp_path: Path) -> None:
    package = payload_package(tmp_path / "package", {"studio": b"x"})
    load_package(package)
    (package / "app").rename(tmp_path / "outside")
    (package / "app").symlink_to("../outside")
    fault = faults_of(package)["payload.folder"]
    assert fault.found == "'app', a link that leaves the package"
    (tmp_path / "outside").rename(package / "inside")
    (package / "app").unlink()
    (package / "app").symlink_to("inside")
    assert [file.relative for file in load_package(package).payload or ()] == ["studio"]


def test_a_payload_that_is_no_folder_or_has_another_hash_is_refused(tmp_path: Path) -> None:
    package = payload_package(tmp_path, {"studio": b"x", "data/one": b"y"})
    true = folder_sha256(tmp_path / "app")
    (tmp_path / "app/studio").write_bytes(b"X")
    fault = faults_of(package)["payload.sha256"]
    assert fault.found == repr(true)
    assert fault.expected == f"{folder_sha256(tmp_path / 'app')!r}, the hash of the folder app as it is (2 files)"
    (tmp_path / "app").rename(tmp_path / "gone")
    assert faults_of(package)["payload.folder"].found == "'app', which is not a folder"


def test_a_payload_without_a_hash_is_refused_with_the_right_one_unless_nothing_is_verified(tmp_path: Path) -> None:
    package = payload_package(tmp_path, {"studio": b"x"}, payload={"folder": "app"})
    fault = faults_of(package)["payload.sha256"]
    assert (fault.found, folder_sha256(tmp_path / "app") in fault.expected) == ("nothing", True)
    assert fault.expected.endswith("or 'verify = false' while developing")
    for payload in ({"folder": "app"}, {"folder": "app", "sha256": "0" * 64}):
        assert load_package(payload_package(tmp_path, {"studio": b"x"}, payload=payload, verify=False)).payload


def test_the_hash_of_a_payload_may_be_spelled_in_capitals_and_a_wrong_spelling_is_told_once(tmp_path: Path) -> None:
    write_files(tmp_path / "app", {"studio": b"x"})
    sha256 = folder_sha256(tmp_path / "app").upper()
    load_package(small_package(tmp_path, "alpha", payload={"folder": "app", "sha256": sha256}))
    for wrong in ("abc", "0" * 65):
        with pytest.raises(PackageInvalid) as caught:
            load_package(small_package(tmp_path, "alpha", payload={"folder": "app", "sha256": wrong}))
        assert [(fault.key, fault.expected) for fault in caught.value.faults] == [
            ("payload.sha256", "64 hexadecimal digits")
        ]


def test_a_payload_is_looked_at_only_where_that_is_asked_for(tmp_path: Path) -> None:
    package = payload_package(tmp_path, {"studio": b"x"}, payload={"folder": "app", "sha256": "0" * 64})
    assert load_package(package, with_payload=False).payload is None
    assert load_package(package, read_content=False).payload is None


def test_the_program_that_is_registered_is_one_of_the_payload(tmp_path: Path) -> None:
    package = payload_package(tmp_path, {"bin/studio.exe": b"x"}, registration={"executable": "studio.exe"})
    fault = faults_of(package)["registration.executable"]
    assert fault.found == "'studio.exe', which the payload does not have"
    load_package(payload_package(tmp_path, {"bin/studio.exe": b"x"}, registration={"executable": "bin/studio.exe"}))
    # A copy that is kept for repairs has no payload to look into.
    assert load_package(package, with_payload=False)
    assert load_package(small_package(tmp_path, "alpha", registration={"executable": "elsewhere.exe"}))


def test_a_hash_in_capitals_is_the_same_hash(tmp_path: Path) -> None:
    file = conv_net(tmp_path / "net.onnx")
    right = hashlib.sha256(file.read_bytes()).hexdigest()
    for read_content in (True, False):
        package = package_of(tmp_path, file, sha256=right.upper())
        assert load_package(package, read_content=read_content).models[0].onnx.sha256 == right


def test_external_weights_are_checked_and_counted_like_the_model(tmp_path: Path) -> None:
    file = conv_net(tmp_path / "net.onnx")
    weights = write_files(tmp_path, {"net.bin": b"w" * 100}) / "net.bin"
    sha256 = hashlib.sha256(b"w" * 100).hexdigest()
    package = package_of(tmp_path, file, external_data=[{"file": "net.bin", "sha256": sha256}])
    model = load_package(package).models[0]
    assert [item.path for item in model.files] == [file, weights]
    assert model.total_bytes == file.stat().st_size + 100
    weights.write_bytes(b"W" * 100)
    assert faults_of(package)["model[0].external_data[0].sha256"].found == repr(sha256)
    fault = faults_of(package_of(tmp_path, file, external_data=[{"file": "net.bin"}]))
    assert fault["model[0].external_data[0].sha256"].found == "nothing"


def test_a_model_may_be_named_like_a_picture(tmp_path: Path) -> None:
    assert load_package(package_of(tmp_path, conv_net(tmp_path / "net.png"))).models[0].nodes > 0


@pytest.mark.parametrize("folder", ["../app", "/app", "a:b"])
def test_a_payload_elsewhere_is_told_once_and_never_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.setattr("builder.app_package.package.read_folder", lambda *_: pytest.fail("looked"))
    package = small_package(tmp_path / "package", "alpha", payload={"folder": folder, "sha256": "0" * 64})
    with pytest.raises(PackageInvalid) as caught:
        load_package(package)
    assert [fault.key for fault in caught.value.faults] == ["payload.folder"]


def test_a_file_whose_hash_is_wrong_is_a_fault_also_where_the_manifest_has_others(tmp_path: Path) -> None:
    package = small_package(tmp_path, "alpha", colour="red")
    with (tmp_path / "models/alpha.onnx").open("ab") as stream:
        stream.write(b"\x32\x00")
    assert set(faults_of(package)) == {"colour", "model[0].sha256"}


def test_pictures_and_texts_need_no_hash_and_pictures_have_to_be_pictures(tmp_path: Path) -> None:
    package = small_package(tmp_path, "alpha", branding={"banner": "b.png"}, registration={"icon": "i.png"})
    for name in ("b.png", "i.png"):
        (tmp_path / name).write_bytes(png())
    app = load_package(package)
    assert app.icon is not None
    assert app.icon.relative == "i.png"
    for name, key in (("b.png", "branding.banner"), ("i.png", "registration.icon")):
        (tmp_path / name).write_bytes(b"no picture")
        assert list(faults_of(package)) == [key]
        (tmp_path / name).write_bytes(png())


def test_what_engines_are_made_of_is_told_from_what_is_only_shown(tmp_path: Path) -> None:
    file = conv_net(tmp_path / "net.onnx")
    (tmp_path / "b.png").write_bytes(png())
    entries = [model_entry(tmp_path, file, name=name) for name in ("one", "two")]
    app = load_package(write_manifest(tmp_path, *entries, branding={"banner": "b.png"}))
    assert [item.path for item in app.files_of_engines] == [file]
    assert app.manifest_sha256 == hashlib.sha256((tmp_path / "app.toml").read_bytes()).hexdigest()
    assert (app.icon, app.feed_root) == (None, None)
    assert app.what_was_checked == "2 models, every hash is right"
    app = load_package(small_package(tmp_path, "alpha", verify=False))
    assert app.what_was_checked == "one model, no hash was checked (verify = false)"


def test_a_statement_and_the_keys_that_sign_it_are_files_of_the_package(tmp_path: Path) -> None:
    write_files(tmp_path, {"key.pem": b"key", "second.pem": b"other key", "statement.json": b"{}"})
    expectations: dict[str, Any] = {"keys": ["key.pem", "second.pem"], "file": "statement.json"}
    package = small_package(tmp_path, "alpha", expectations=expectations)
    named = [item.path for item in load_package(package).named if item.role == "expectations"]
    assert named == ["key.pem", "second.pem", "statement.json"]
    (tmp_path / "second.pem").unlink()
    assert list(faults_of(package)) == ["expectations.keys[1]"]
    for table, key in (({"keys": 5}, "expectations.keys"), (5, "expectations")):
        (package / "app.toml").write_text(
            f"expectations = {toml(table)}\n" + (small_package(tmp_path, "alpha") / "app.toml").read_text()
        )
        assert list(faults_of(package)) == [key]


def test_what_a_model_does_not_say_its_defaults_say(tmp_path: Path) -> None:
    file = conv_net(tmp_path / "net.onnx")

    def model(defaults: dict[str, Any], **values: Any) -> PackagedModel:
        return load_package(write_manifest(tmp_path, model_entry(tmp_path, file, **values), defaults=defaults)).models[
            0
        ]

    plain = model({})
    assert (plain.backend, plain.no_gpu, plain.reproducible, plain.strategy) == ("auto", "portable", False, None)
    assert not plain.states_no_gpu
    assert (plain.silenced, plain.variant, plain.title) == (frozenset(), None, "net")
    defaults: dict[str, Any] = {
        "backend": "tensorrt",
        "no_gpu": "skip",
        "reproducible": True,
        "strategy": "build",
        "silence": ["old-opset"],
    }
    given = model(defaults)
    assert (given.backend, given.no_gpu, given.reproducible, given.strategy) == ("tensorrt", "skip", True, "build")
    assert given.states_no_gpu
    assert given.silenced == {"old-opset"}
    own = model(defaults, backend="tensorrt-rtx", no_gpu="stop", reproducible=False, silence=["wide-profile"])
    assert model({}, strategy="build").strategy == "build"
    assert (own.backend, own.no_gpu, own.reproducible) == ("tensorrt-rtx", "stop", False)
    assert own.silenced == {"old-opset", "wide-profile"}
    assert model({}, no_gpu="portable").states_no_gpu
    assert model({"no_gpu": "portable"}).states_no_gpu


def test_the_profiles_and_formats_of_a_model_are_settings_of_its_engine(tmp_path: Path) -> None:
    shapes = {"min": [1, 3, 8, 8], "opt": [1, 3, 9, 9], "max": [1, 3, 10, 10]}
    values = {
        "profile": [{"image": shapes}],
        "input_formats": {"image": "fp16:chw"},
        "output_formats": {"y": "fp32:chw"},
        "precision": "fp16",
    }
    file = conv_net(tmp_path / "net.onnx")
    settings = load_package(package_of(tmp_path, file, **values)).models[0].settings_for("tensorrt")
    assert settings.profiles == [{"image": shapes}]
    assert (settings.input_formats, settings.output_formats) == ({"image": "fp16:chw"}, {"y": "fp32:chw"})
    assert settings.precision == "fp16"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"\xef\xbb\xbfBe kind.", None),
        (b"x" * (1 << 20), None),
        (b"x" * ((1 << 20) + 1), "which is larger than 1 MiB"),
        (b"\xff", "which is not UTF-8"),
        (b" \n\t", "which is empty"),
        (b"", "which is empty"),
        (b"a\0", "which is not text"),
        (b"\0", "which is not text"),
    ],
)
def test_a_licence_is_a_text_that_people_can_read(tmp_path: Path, content: bytes, fault: str | None) -> None:
    (tmp_path / "l.txt").write_bytes(content)
    if fault is None:
        assert read_license(tmp_path / "l.txt") == content.decode("utf-8-sig")
        return
    with pytest.raises(ValueError, match=fault):
        read_license(tmp_path / "l.txt")


def test_a_package_whose_manifest_was_read_before_is_that_one(tmp_path: Path) -> None:
    package = small_package(tmp_path, "alpha")
    file = parse_manifest(package / "app.toml")
    (package / "app.toml").write_text("changed meanwhile")
    app = load_package(file)
    assert (app.manifest_sha256, app.models[0].name) == (file.sha256, "alpha")
