"""An app.toml edited by a program keeps everything that people wrote."""

from __future__ import annotations

import difflib
import os
import stat
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.base.errors import FileInUse, InvalidParameter, PackageInvalid
from builder.vendor.manifest_editing import ManifestEditing, steps, toml_value

WRITTEN = """\
# Photo Studio
schema = 1   # the only one

[app]
id = "com.example.photo"    # never changes

# the first model
[[model]]
name = "upscale"
onnx = "models/upscale.onnx"   # from the lab
sha256 = "old"                 # filled in by hash
external_data = [
    # weights
    { file = "models/a.bin", sha256 = "old" }, # the large one
    { file = "models/b.bin" },
]

[[model.profile]]
image = { min = [1], opt = [1], max = [2] }

# the second model
[[model]]
name = "segment"
  onnx = "models/segment.onnx"

# what the vendor thought of the library
[library]
source = "bundled"

# the end"""


def written(folder: Path, text: str = WRITTEN) -> ManifestEditing:
    path = folder / "app.toml"
    path.write_bytes(text.encode())
    return ManifestEditing(path)


def changes(before: str, after: str) -> list[str]:
    """The lines that differ, as a diff shows them."""
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "-+"]


def test_only_the_values_change_and_new_ones_stand_behind_the_last_of_their_table(tmp_path: Path) -> None:
    editing = written(tmp_path)
    assert editing.set("model", 0, "sha256", value="new")
    assert editing.set("model", 0, "external_data", 0, "sha256", value="new")
    assert editing.set("model", 0, "external_data", 1, "sha256", value="new")
    assert editing.set("model", 1, "sha256", value="new")
    assert editing.set("library", "wheels", value=[{"file": "a.whl", "size": 1}, {"file": "b.whl", "size": 2}])
    assert editing.save()
    text = editing.path.read_text()
    assert changes(WRITTEN, text) == [
        '- sha256 = "old"                 # filled in by hash',
        '+ sha256 = "new"                 # filled in by hash',
        '-     { file = "models/a.bin", sha256 = "old" }, # the large one',
        '+     { file = "models/a.bin", sha256 = "new" }, # the large one',
        '-     { file = "models/b.bin" },',
        '+     { file = "models/b.bin", sha256 = "new" },',
        '+   sha256 = "new"',
        "+ wheels = [",
        '+     { file = "a.whl", size = 1 },',
        '+     { file = "b.whl", size = 2 },',
        "+ ]",
    ]
    assert tomllib.loads(text) == editing.data
    assert text.index('  sha256 = "new"\n\n# what the vendor thought') > 0


def test_what_is_removed_takes_nothing_with_it(tmp_path: Path) -> None:
    editing = written(tmp_path)
    assert editing.remove("model", 0, "external_data")
    assert not editing.remove("model", 1, "external_data")
    with pytest.raises(InvalidParameter, match="without touching other parts"):
        editing.remove("model", 0, "profile")
    assert editing.get("model", 0, "external_data") is None
    assert editing.save()
    start, end = WRITTEN.index("external_data"), WRITTEN.index("\n[[model.profile]]")
    assert editing.path.read_text() == f"{WRITTEN[:start]}{WRITTEN[end:]}\n"


def test_a_value_at_the_top_and_a_table_that_was_missing(tmp_path: Path) -> None:
    editing = written(tmp_path)
    editing.set("verify", value=False)
    editing.set("payload", "folder", value="app")
    editing.set("payload", "sha256", value="x")
    editing.set("model", 1, "tensorrt", "tf32", value=False)
    editing.save()
    text = editing.path.read_text()
    assert changes(WRITTEN, text) == [
        "+ verify = false",
        "+   tensorrt = { tf32 = false }",
        "+ ",
        "+ [payload]",
        '+ folder = "app"',
        '+ sha256 = "x"',
    ]
    assert tomllib.loads(text) == editing.data


def test_a_new_value_can_stand_behind_another(tmp_path: Path) -> None:
    editing = written(tmp_path, '[[model]]\nonnx = "o" # its file\nname = "n"\n')
    editing.set("model", 0, "sha256", value="new", after="onnx")
    editing.set("model", 0, "feature", value="last", after="gone")
    editing.save()
    lines = editing.path.read_text().splitlines()
    assert lines[1:] == ['onnx = "o" # its file', 'sha256 = "new"', 'name = "n"', 'feature = "last"']


def test_a_model_is_added_before_what_follows_the_models(tmp_path: Path) -> None:
    editing = written(tmp_path)
    editing.append_model('# decide: its name\n[[model]]\nname = "third"\n')
    editing.append_model('[[model]]\nname = "fourth"\n\n[[model.profile]]\nx = { min = [1], opt = [1], max = [1] }\n')
    editing.set("model", 3, "onnx", value="models/fourth.onnx")
    editing.save()
    text = editing.path.read_text()
    assert [line[2:] for line in changes(WRITTEN, text) if line[2:]] == [
        *("# decide: its name", "[[model]]", 'name = "third"', "[[model]]", 'name = "fourth"'),
        *('onnx = "models/fourth.onnx"', "[[model.profile]]", "x = { min = [1], opt = [1], max = [1] }"),
    ]
    assert text.index('"fourth"') < text.index("# what the vendor thought")
    assert tomllib.loads(text) == editing.data


@pytest.mark.parametrize(
    "text",
    [
        'model = [{ name = "a" }, { name = "b", onnx = "o" }]\n',
        '[[model]]\nname = "a"\n[library]\nsource = "x"\n[[model]]\nname = "b"\nonnx = "o"',
        'app.id = "x"\n[[model]]\n[[model]]\nname = "b"\n"onnx" = \'o\' # so',
        "\ufeff[[model]]\r\nname = 'a'\r\n\r\n[[model]]\r\nname = 'b'\r\nonnx = 'o'\r\n",
    ],
)
def test_other_ways_to_write_the_same(tmp_path: Path, text: str) -> None:
    editing = written(tmp_path, text)
    editing.set("model", 0, "onnx", value="first")
    editing.set("model", 1, "onnx", value="second")
    editing.save()
    after = editing.path.read_bytes().decode()
    found = tomllib.loads(after.removeprefix("\ufeff"))
    assert [model["onnx"] for model in found["model"]] == ["first", "second"]
    assert after.startswith("\ufeff") == text.startswith("\ufeff")
    assert ("\r\n" in after) == ("\r\n" in text)
    assert "\r\n" not in text or after.count("\n") == after.count("\r\n")


def test_what_cannot_be_added_is_said_and_the_file_left_alone(tmp_path: Path) -> None:
    editing = written(tmp_path, 'model = [{ name = "a" }]\n')
    with pytest.raises(InvalidParameter, match="cannot be changed without"):
        editing.append_model('[[model]]\nname = "b"\n')
    assert editing.path.read_text() == 'model = [{ name = "a" }]\n'
    with pytest.raises(InvalidParameter, match="cannot be changed"):
        written(tmp_path, "library = 3\n").set("library", "source", value="wheels")


def test_nothing_is_written_when_nothing_changes(tmp_path: Path) -> None:
    editing = written(tmp_path)
    before = editing.path.stat().st_mtime_ns
    assert not editing.set("model", 0, "sha256", value="old")
    assert not editing.save()
    assert editing.path.stat().st_mtime_ns == before


def test_a_file_that_somebody_else_changed_is_left_alone(tmp_path: Path) -> None:
    editing = written(tmp_path)
    editing.set("model", 0, "sha256", value="new")
    editing.path.write_text("# theirs")
    with pytest.raises(FileInUse, match="changed by another program"):
        editing.save()
    assert editing.path.read_text() == "# theirs"
    assert [path.name for path in tmp_path.iterdir()] == ["app.toml"]


@pytest.mark.skipif(os.name == "nt", reason="permissions and links of POSIX")
def test_the_mode_and_a_link_stay(tmp_path: Path) -> None:
    editing = written(tmp_path)
    editing.path.chmod(0o640)
    link = tmp_path / "link" / "app.toml"
    link.parent.mkdir()
    link.symlink_to(editing.path)
    through = ManifestEditing(link)
    through.set("model", 0, "sha256", value="new")
    through.save()
    assert link.is_symlink()
    assert 'sha256 = "new" ' in editing.path.read_text()
    assert stat.S_IMODE(editing.path.stat().st_mode) == 0o640


def test_what_is_not_toml_is_told_as_everywhere(tmp_path: Path) -> None:
    with pytest.raises(PackageInvalid, match=r"app.toml: found .*; expected valid TOML"):
        written(tmp_path, "a = ")


def test_steps_of_a_key() -> None:
    assert steps("model[0].external_data[12].sha256") == ("model", 0, "external_data", 12, "sha256")
    assert steps("payload.sha256") == ("payload", "sha256")


PLAIN = st.recursive(
    st.booleans() | st.integers(-(1 << 63), (1 << 63) - 1) | st.text(),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(), inside, max_size=4),
    max_leaves=12,
)


@given(PLAIN)
def test_every_value_is_written_as_toml(value: Any) -> None:
    assert tomllib.loads(f"x = {toml_value(value)}\n") == {"x": value}


COMMENTS = st.lists(st.sampled_from(["", "# a comment", "   # an indented one", "\t"]), max_size=3)


@st.composite
def manifests(draw: st.DrawFn) -> str:
    """TOML with comments and blank lines in every place."""
    lines = [*draw(COMMENTS), "schema = 1", *draw(COMMENTS)]
    for number in range(draw(st.integers(1, 4))):
        if draw(st.booleans()):
            lines += [f"[other{number}]", *draw(COMMENTS), "a = 1", *draw(COMMENTS)]
        lines += ["[[model]]", *draw(COMMENTS), f'name = "m{number}" # its name', *draw(COMMENTS)]
        if draw(st.booleans()):
            lines += ['sha256 = "old"', *draw(COMMENTS)]
        if draw(st.booleans()):
            lines += ["[[model.profile]]", "x = { min = [1], opt = [2], max = [3] }", *draw(COMMENTS)]
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines) + draw(st.sampled_from(["", "\n"]))


@given(text=manifests(), value=st.text(max_size=8), data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_other_line_stays_as_it_is_and_where_it_is(
    tmp_path: Path, text: str, value: str, data: st.DataObject
) -> None:
    editing = written(tmp_path, text)
    number = data.draw(st.integers(0, len(editing.data["model"]) - 1))
    had = "sha256" in editing.data["model"][number]
    editing.set("model", number, "sha256", value=value)
    editing.append_model('[[model]]\nname = "added"\n')
    editing.save()
    after = editing.path.read_bytes().decode()
    expected = tomllib.loads(text)
    expected["model"][number]["sha256"] = value
    assert tomllib.loads(after) == {**expected, "model": [*expected["model"], {"name": "added"}]}
    # Models with other tables between them are brought together.
    if not any(f"[other{between}]" in text for between in (1, 2, 3)):
        removed = [line for line in changes(text, after) if line.startswith("-")]
        assert len(removed) == (had and value != "old")
