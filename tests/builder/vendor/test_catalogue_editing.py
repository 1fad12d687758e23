"""Changing a catalogue of timing caches: what is written is read again, and merging loses and mixes nothing."""

from __future__ import annotations

import itertools
import json
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.base.errors import PackageInvalid, PackageMissing
from builder.base.files import sha256_of
from builder.timing.catalogue import CacheEntry, CacheFlags, CoveredModel, RecordedPhase
from builder.vendor.catalogue_editing import (
    Keys,
    Merged,
    cache_file_name,
    faults_of,
    keys_path,
    merge_catalogues,
    read_entries,
    read_keys,
    remove_unnamed,
    write_entries,
)

RTX_4070 = "NVIDIA GeForce RTX 4070"


def model(name: str = "net", tactics: int = 1, **values: Any) -> CoveredModel:
    known: dict[str, Any] = {"name": name, "sha256": f"{name:0<64.64}".encode().hex()[:64], "tactics": tactics}
    return CoveredModel(**known | {"cold_seconds": 9.0, "warm_seconds": 1.5} | values)


def add(folder: Path, file: str, keys: Keys | str | None, content: str | None = None, **values: Any) -> CacheEntry:
    """One more cache with its keys and its entry; a cache is as good as its keys."""
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(json.dumps(keys, sort_keys=True) if content is None else content)
    if keys is not None:
        keys_path(folder / file).write_text(keys if isinstance(keys, str) else json.dumps(keys))
    known = {"file": file, "sha256": sha256_of(folder / file), "tensorrt": "11.4.0.106", "cuda": "13", "os": "linux"}
    entry = CacheEntry(**known | {"compute_capability": "8.9", "gpu": RTX_4070, "model": [model()]} | values)
    write_entries(folder, [*(read_entries(folder) if (folder / "index.toml").exists() else []), entry])
    return entry


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def keys(text: Iterable[str], tactic: int = 7) -> Keys:
    return {key: [tactic, 0.5] for key in text}


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "into"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "source"


# --- Entries and keys -------------------------------------------------------------------------------------------------

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20)
SECONDS = st.floats(0, 1e9)
SHA256 = st.integers(0, 16**64 - 1).map("{:064x}".format)
MODELS = st.builds(
    CoveredModel,
    name=TEXTS,
    sha256=SHA256,
    tactics=st.integers(0, 10**6),
    cold_seconds=SECONDS,
    warm_seconds=SECONDS,
    phases=st.lists(st.builds(RecordedPhase, title=TEXTS, seconds=SECONDS), max_size=2),
)
FLAGS = st.builds(
    CacheFlags, tf32=st.booleans(), optimization_level=st.integers(0, 5), version_compatible=st.booleans()
)
ENTRIES = st.builds(
    CacheEntry,
    file=TEXTS,
    sha256=SHA256,
    tensorrt=TEXTS,
    cuda=TEXTS,
    os=st.sampled_from(["linux", "windows"]),
    compute_capability=st.sampled_from(["7.5", "8.9", "12.0"]),
    gpu=TEXTS,
    cores=st.none() | st.integers(1, 99999),
    flags=FLAGS,
    model=st.lists(MODELS, max_size=2),
)


@given(st.lists(ENTRIES, max_size=3, unique_by=lambda entry: entry.file).flatmap(lambda made: st.permutations(made)))
def test_entries_are_read_as_they_were_written_in_whatever_order(entries: list[CacheEntry]) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, "new")
        write_entries(folder, entries)
        assert read_entries(folder) == sorted(entries, key=lambda entry: entry.file)
        text = (folder / "index.toml").read_bytes()
        write_entries(folder, entries[::-1])
        assert content(folder) == {"index.toml": text}


def test_no_catalogue_and_a_damaged_index_are_reported(tmp_path: Path) -> None:
    with pytest.raises(PackageMissing, match=r"index\.toml does not exist"):
        read_entries(tmp_path)
    (tmp_path / "index.toml").write_text("schema = 1\n[[cache]]\nfile = 3\n")
    with pytest.raises(PackageInvalid) as raised:
        read_entries(tmp_path)
    assert {fault.key for fault in raised.value.faults} > {"cache[0].file", "cache[0].sha256"}


@pytest.mark.parametrize(
    "text", [None, "", "[1]", "{", '{"a": 3}', '{"a": [1]}', '{"a": [1, "x"]}', '{"a": [1, true]}', "[" * 99999, "\xe9"]
)
def test_keys_that_are_missing_or_damaged_are_not_available(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "a.json").write_text(text)
    assert read_keys(tmp_path / "a.cache") is None


def test_keys_are_beside_their_cache(tmp_path: Path) -> None:
    add(tmp_path, "trt-11.4.cache", keys("ab"))
    assert json.loads((tmp_path / "trt-11.4.json").read_text()) == keys("ab")
    assert read_keys(tmp_path / "trt-11.4.cache") == keys("ab")


@pytest.mark.parametrize(
    ("system", "capability", "gpu", "flags", "name"),
    [
        ("windows", "8.9", RTX_4070, CacheFlags(), "trt-11.4.0.106-cu13-win-sm89-rtx4070.cache"),
        ("linux", "12.0", "NVIDIA H200 NVL", CacheFlags(), "trt-11.4.0.106-cu13-linux-sm120-h200nvl.cache"),
        (
            "linux",
            "8.6",
            "NVIDIA RTX A2000 8GB Laptop GPU",
            CacheFlags(tf32=False, optimization_level=2, hardware_compatibility="ampere-plus"),
            "trt-11.4.0.106-cu13-linux-sm86-rtxa20008gblaptopgpu"
            "-tf32false-optimizationlevel2-hardwarecompatibilityampere-plus.cache",
        ),
    ],
)
def test_a_file_name_says_what_a_cache_is_for(
    system: str, capability: str, gpu: str, flags: CacheFlags, name: str
) -> None:
    assert cache_file_name("11.4.0.106", "13", system, capability, gpu, flags) == name


@given(TEXTS, FLAGS, FLAGS)
def test_a_file_name_is_one_everywhere_and_other_flags_have_another(gpu: str, one: CacheFlags, two: CacheFlags) -> None:
    first, second = (cache_file_name("11.4", "13", "linux", "8.9", gpu, flags) for flags in (one, two))
    assert re.fullmatch(r"[a-z0-9.-]+\.cache", first)
    assert (first == second) == (one == two)


# --- Faults -----------------------------------------------------------------------------------------------------------


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in faults_of(folder, read_entries(folder))]


def test_an_intact_catalogue_has_no_fault_with_or_without_keys(into: Path) -> None:
    add(into, "a.cache", keys("abc"), model=[model(tactics=3)])
    add(into, "below/b.cache", None, gpu="other")
    assert faults(into) == []


@pytest.mark.parametrize(
    ("file", "fault"),
    [
        ("missing.cache", "cache[0].file: found 'missing.cache' (No such file or directory); expected a file"),
        ("folder", "cache[0].file: found 'folder' (it is a folder); expected a file"),
        ("../x.cache", "cache[0].file: found a path with '..' ('../x.cache'); expected a relative path inside"),
        ("/etc/passwd", "cache[0].file: found an absolute path ('/etc/passwd'); expected a relative path inside"),
    ],
)
def test_a_file_that_is_not_there_or_not_inside_is_a_fault(into: Path, file: str, fault: str) -> None:
    entry = add(into, "a.cache", keys("a"))
    (into / "a.cache").rename(into.parent / "x.cache")
    (into / "folder").mkdir()
    write_entries(into, [entry.model_copy(update={"file": file})])
    (reported,) = faults(into)
    assert reported.startswith(f"index.toml: {fault}")


def test_every_other_fault_is_reported_at_once(into: Path) -> None:
    entry = add(into, "a.cache", keys("ab"), model=[model(tactics=2), model("more", tactics=3)])
    add(into, "b.cache", "[]", gpu="other")
    add(into, "twin.cache", keys("ab"))
    (into / "b.cache").write_text("damaged")
    (into / "stray.cache").touch()
    (into / "notes.txt").touch()
    write_entries(into, [*read_entries(into), entry.model_copy(update={"gpu": "third"})])
    reported = faults(into)
    assert [text.partition("; expected ")[0] for text in reported[:4]] == [
        "a.json: found 2 keys",
        "index.toml, cache 'a.cache': cache[1]: found the same file as cache[0]",
        "a.json: found 2 keys",
        f"index.toml: cache[2].sha256: found '{read_entries(into)[2].sha256}'",
    ]
    assert "at least the 3 that index.toml states" in reported[0]
    assert reported[4:] == [
        "b.json: found what are no keys; expected tactic and milliseconds by key",
        "index.toml, cache 'twin.cache': cache[3]: found the same content as cache[0]; "
        "expected one cache for each purpose",
        "stray.cache: found a cache that index.toml does not name; expected an entry, or no such file",
    ]


def test_what_the_index_does_not_name_is_removed_with_its_keys(into: Path) -> None:
    add(into, "a.cache", keys("a"))
    add(into, "b.cache", keys("b"))
    entry = read_entries(into)[0]
    assert remove_unnamed(into, [entry]) == [into / "b.cache"]
    assert sorted(content(into)) == ["a.cache", "a.json", "index.toml"]
    assert remove_unnamed(into, [entry]) == []


# --- Merging ----------------------------------------------------------------------------------------------------------


def merged(into: Path, source: Path) -> dict[str, str]:
    """What merging did by file; the result is always intact, and merging again does nothing."""
    before = content(source)
    done = merge_catalogues(into, source)
    assert faults(into) == []
    assert content(source) == before
    after = content(into)
    assert all(again.what.startswith("already ") for again in merge_catalogues(into, source))
    assert content(into) == after
    return {item.file: item.what for item in done}


def refused(into: Path, source: Path) -> str:
    before = content(into)
    with pytest.raises(PackageInvalid) as raised:
        merge_catalogues(into, source)
    assert content(into) == before
    return str(raised.value)


def test_merging_into_nothing_takes_everything(into: Path, source: Path) -> None:
    add(source, "a.cache", keys("ab"))
    add(source, "below/b.cache", None, gpu="other")
    assert merged(into, source) == {"a.cache": "added", "below/b.cache": "added"}
    assert content(into) == content(source)


@pytest.mark.parametrize("known", [keys("ab"), None])
def test_an_identical_cache_is_there_already_and_its_models_are_noted(
    into: Path, source: Path, known: Keys | None
) -> None:
    add(into, "a.cache", known, "same")
    add(source, "b.cache", known, "same", model=[model(cold_seconds=1.0), model("tuned")])
    assert merged(into, source) == {"b.cache": "already there"}
    (entry,) = read_entries(into)
    assert entry.model == [model(), model("tuned")]


@pytest.mark.parametrize(
    ("there", "new", "what"), [("ab", "b", "already contained in a.cache"), ("a", "ab", "replaced a.cache")]
)
@pytest.mark.parametrize("name", ["a.cache", "b.cache"])
def test_the_cache_that_contains_the_other_stays_and_covers_the_models_of_both(
    into: Path, source: Path, there: str, new: str, what: str, name: str
) -> None:
    add(into, "a.cache", keys(there), model=[model("old")])
    add(source, name, keys(new), model=[model("new")])
    assert merged(into, source) == {name: what}
    (entry,) = read_entries(into)
    assert read_keys(into / entry.file) == keys("ab")
    # A file is never overwritten: the index names it until it names another.
    replacing = {"a.cache": "a-2.cache"}.get(name, name)
    assert entry.file == (replacing if what.startswith("replaced") else "a.cache")
    assert sorted(item.name for item in entry.model) == ["new", "old"]
    assert sorted(content(into)) == sorted([entry.file, keys_path(Path(entry.file)).name, "index.toml"])


def test_of_one_model_with_two_settings_both_stay_covered(into: Path, source: Path) -> None:
    add(into, "a.cache", keys("ab"), model=[model("net", settings="0" * 16)])
    add(source, "a.cache", keys("abc"), model=[model("net", settings="1" * 16)])
    merge_catalogues(into, source)
    (entry,) = read_entries(into)
    assert {covered.settings for covered in entry.model} == {"0" * 16, "1" * 16}


def test_one_cache_replaces_all_that_it_contains(into: Path, source: Path) -> None:
    add(into, "a.cache", keys("a"), model=[model("a")])
    add(into, "b.cache", keys("b"), model=[model("b")])
    add(source, "all.cache", keys("abc"))
    assert merged(into, source) == {"all.cache": "replaced a.cache, b.cache"}
    (entry,) = read_entries(into)
    assert [item.name for item in entry.model] == ["net", "a", "b"]


def test_caches_that_do_not_contradict_each_other_stay_side_by_side_under_names_of_their_own(
    into: Path, source: Path
) -> None:
    add(into, "a.cache", keys("ab"))
    add(into, "a-2.cache", None, gpu="other")
    (into / "a-3.json").write_text("keys of a cache that is gone")
    add(source, "a.cache", keys("bc"))
    add(source, "a-3.cache", None, gpu="third")
    assert set(merged(into, source).values()) == {"added"}
    read = {entry.file: read_keys(into / entry.file) for entry in read_entries(into)}
    assert read == {"a.cache": keys("ab"), "a-2.cache": None, "a-3.cache": None, "a-4.cache": keys("bc")}


@pytest.mark.parametrize("contained_in_another", [False, True])
def test_a_contradiction_is_refused_and_nothing_is_changed(
    into: Path, source: Path, contained_in_another: bool
) -> None:
    if contained_in_another:
        add(into, "0.cache", keys("z"))
    add(into, "a.cache", keys("ab"))
    add(source, "b.cache", keys("az" if contained_in_another else "a", tactic=7) | keys("b", tactic=8))
    add(source, "fine.cache", keys("a"), gpu="other")
    reported = refused(into, source)
    assert "contradict each other: they record different tactics for 1 of 2 common timings, such as b" in reported


def test_other_milliseconds_of_the_same_tactic_are_no_contradiction(into: Path, source: Path) -> None:
    add(into, "a.cache", {"k": [7, 0.5]})
    add(source, "a.cache", {"k": [7, 0.6]})
    assert merged(into, source) == {"a.cache": "already contained in a.cache"}


@pytest.mark.parametrize(("there", "new"), [(None, keys("a")), (keys("a"), None)])
def test_caches_that_differ_are_refused_without_the_keys_of_both(
    into: Path, source: Path, there: Keys | None, new: Keys | None
) -> None:
    add(into, "a.cache", there, "one")
    add(source, "a.cache", new, "other")
    assert "differ, and their keys are not available" in refused(into, source)


@pytest.mark.parametrize(
    "values",
    [
        {"gpu": "other"},
        {"tensorrt": "11.4.0.107"},
        {"cuda": "12.9"},
        {"os": "windows"},
        {"flags": CacheFlags(tf32=False)},
    ],
)
def test_caches_for_another_purpose_are_left_alone(into: Path, source: Path, values: dict[str, Any]) -> None:
    old = add(into, "a.cache", keys("a"))
    before = content(into)
    new = add(source, "a.cache", keys("a", tactic=8), **values)
    assert merged(into, source) == {"a.cache": "added"}
    assert read_entries(into) == [new.model_copy(update={"file": "a-2.cache"}), old]
    assert content(into) | before | {"index.toml": b""} == content(into) | {"index.toml": b""}


@pytest.mark.parametrize("damaged", ["into", "source"])
@pytest.mark.parametrize("file", ["a.cache", "a.json", "../x.cache"])
def test_a_catalogue_with_faults_is_not_merged(
    tmp_path: Path, into: Path, source: Path, damaged: str, file: str
) -> None:
    add(into, "a.cache", keys("a"))
    add(source, "a.cache", keys("ab"))
    if file.startswith(".."):
        add(tmp_path / damaged, file, None, gpu="other")
    (tmp_path / damaged / file).write_text("damaged")
    assert "is not valid" in refused(into, source)


KEYS = st.dictionaries(
    st.sampled_from("abcd"), st.sampled_from([7, 7, 7, 8]).map(lambda tactic: [tactic, 0.5]), min_size=1
)


@settings(max_examples=40)
@given(st.lists(KEYS, min_size=1, max_size=4))
def test_whatever_is_merged_every_timing_is_there_in_the_end_or_nothing_was_changed(caches: list[Keys]) -> None:
    with tempfile.TemporaryDirectory() as made:
        into = Path(made, "into")
        expected: Keys = {}
        for number, one in enumerate(caches):
            source = Path(made, str(number))
            add(source, "a.cache", one, model=[model(str(number))])
            if any(expected.get(key, timing) != timing for key, timing in one.items()):
                assert "contradict each other" in refused(into, source)
                continue
            merged(into, source)
            expected |= one
            there = [read_keys(into / entry.file) or {} for entry in read_entries(into)]
            assert {key: timing for item in there for key, timing in item.items()} == expected
            assert not [pair for pair in itertools.pairwise(there) if pair[0].keys() <= pair[1].keys()]
            assert any(entry.covers(model(str(number)).sha256) for entry in read_entries(into))


def test_what_was_done_is_reported_for_each_cache(into: Path, source: Path) -> None:
    add(source, "a.cache", keys("a"))
    assert merge_catalogues(into, source) == [Merged("a.cache", "added")]


@pytest.mark.parametrize(
    "text", ["<html><body>404</body></html>", "version https://git-lfs.github.com/spec/v1\n", "\0" * 99]
)
def test_a_file_that_is_no_cache_is_named_before_its_hash_is(tmp_path: Path, text: str) -> None:
    entry = add(tmp_path, "a.cache", {}, text)
    faults = faults_of(tmp_path, [entry])
    assert [fault.key for fault in faults][:1] == ["cache[0].file"]
    assert faults[0].expected.startswith("a timing cache of TensorRT; ")
