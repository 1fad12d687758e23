"""The catalogue of timing caches that ship with an application, and the choice from it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled, Fault
from builder.base.settings import BuildSettings
from builder.gpu.nvml import Gpu
from builder.timing.catalogue import (
    CacheChoice,
    CacheEntry,
    CacheFlags,
    CacheWish,
    CoveredModel,
    OverlayIdentity,
    catalogue_folder,
    choose_cache,
    load_catalogue,
    read_index,
)
from builder.timing.overlay import OVERLAY_SUFFIX

VERSION = "11.4.0.106"
MODEL = "a" * 64
RTX_4070 = "NVIDIA GeForce RTX 4070"
RTX_4060 = "NVIDIA GeForce RTX 4060"
RTX_4090 = "NVIDIA GeForce RTX 4090"
COVERED = CoveredModel(name="net", sha256=MODEL, tactics=15, cold_seconds=60, warm_seconds=7)


def entry(gpu: str = RTX_4070, **values: Any) -> CacheEntry:
    known = {"file": f"{gpu}.cache", "sha256": "0" * 64, "tensorrt": VERSION, "cuda": "13.0", "os": "linux"}
    return CacheEntry(**known | {"compute_capability": "8.9", "gpu": gpu, "model": [COVERED]} | values)


def wish(gpu: str = RTX_4070, cores: int | None = None, **values: Any) -> CacheWish:
    item = Gpu(0, gpu, "GPU-1", values.pop("compute_capability", "8.9"), 12282, cores=cores)
    return replace(CacheWish(VERSION, "13", "linux", item, CacheFlags(), MODEL), **values)


# --- index.toml -------------------------------------------------------------------------------------------------------

GOOD = """
tensorrt = "11.4.0.106"
cuda = "13.0"
os = "linux"
compute_capability = "8.9"
gpu = "NVIDIA GeForce RTX 4070"
"""


def write_index(folder: Path, *tables: str, head: str = "schema = 1") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "index.toml"
    path.write_text(head + "".join(f"\n[[cache]]\n{table}" for table in tables), encoding="utf-8")
    return path


def write_cache(folder: Path, name: str, content: bytes = b"cache") -> str:
    """A file with its table."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    return f'file = "{name}"\nsha256 = "{hashlib.sha256(content).hexdigest()}"{GOOD}'


def faults_of(path: Path) -> dict[str, Fault]:
    index, faults = read_index(path)
    assert (index is None) == bool(faults)
    return {fault.key: fault for fault in faults}


def test_an_index_is_read_with_everything_that_it_says(tmp_path: Path) -> None:
    table = f"""{write_cache(tmp_path, "a.cache")}cores = 5888
flags = {{ optimization_level = 2, tf32 = false }}
[[cache.model]]
name = "net"
sha256 = "{MODEL.upper()}"
tactics = 15
cold_seconds = 60
warm_seconds = 7.5
phases = [{{ title = "Building engine", seconds = 7 }}]
"""
    index, faults = read_index(write_index(tmp_path, table))
    assert not faults
    assert index is not None
    (cache,) = index.cache
    assert (cache.file, cache.cores, cache.cuda_major) == ("a.cache", 5888, "13")
    assert cache.flags == CacheFlags(optimization_level=2, tf32=False)
    assert cache.flags.differing() == {"optimization_level": 2, "tf32": False}
    covered = cache.covers(MODEL)
    assert covered is not None
    assert (covered.tactics, covered.warm_seconds, covered.phases[0].title) == (15, 7.5, "Building engine")
    assert cache.covers("b" * 64) is None


def test_a_cache_serves_a_model_only_with_the_very_settings() -> None:
    plain, narrow = (COVERED.model_copy(update={"settings": it, "name": it or "net"}) for it in ("", "0123"))
    item = entry(model=[plain, narrow])
    assert item.serves(MODEL, "0123") == narrow
    assert item.serves(MODEL, "") == plain
    assert item.serves(MODEL, "4567") is None
    assert item.serves("b" * 64, "0123") is None
    assert item.covers(MODEL, "net", "4567") == plain
    assert item.covers(MODEL, "0123", "4567") == narrow


def test_every_fault_of_an_index_is_reported_at_once(tmp_path: Path) -> None:
    wrong = f"""file = "a.cache"
sha256 = "abc"{GOOD.replace("linux", "macos").replace("8.9", "sm89")}core = 5888
flags = {{ heuristic = true, optimisation_level = 2 }}
[[cache.model]]
name = "net"
tactics = -1
colour = "red"
cold_seconds = 60
warm_seconds = 7
phases = [{{ name = "x", seconds = 1 }}]
"""
    faults = faults_of(write_index(tmp_path, GOOD, wrong, head="schema = 2\ncaches = 1"))
    assert {key: fault.expected for key, fault in faults.items() if fault.found == "nothing"} == dict.fromkeys(
        ["cache[0].file", "cache[0].sha256", "cache[1].model[0].sha256", "cache[1].model[0].phases[0].title"],
        "this key, which is needed",
    )
    assert {key: fault.expected for key, fault in faults.items() if fault.found == "an unknown key"} == {
        "caches": "'cache'?",
        "cache[1].core": "'cores'?",
        "cache[1].flags.heuristic": f"one of {', '.join(CacheFlags.model_fields)}",
        "cache[1].flags.optimisation_level": "'optimization_level'?",
        "cache[1].model[0].colour": f"one of {', '.join(CoveredModel.model_fields)}",
        "cache[1].model[0].phases[0].name": "one of title, seconds",
    }
    assert faults["schema"].expected == "1, the only schema that this version reads"
    assert faults["cache[1].sha256"].expected == "64 hexadecimal digits"
    assert faults["cache[1].os"].expected == "'linux' or 'windows'"
    assert "8.9" in faults["cache[1].compute_capability"].expected
    assert faults["cache[1].model[0].tactics"].found == "-1"
    assert len(faults) == 15
    assert {fault.file for fault in faults.values()} == {"index.toml"}


@pytest.mark.parametrize("seconds", ["inf", "nan", "-1", "'60'"])
def test_seconds_are_a_number_that_time_can_take(tmp_path: Path, seconds: str) -> None:
    model = f'[[cache.model]]\nname = "net"\nsha256 = "{MODEL}"\ntactics = 1\nwarm_seconds = {seconds}'
    table = f'{write_cache(tmp_path, "a.cache")}{model}\ncold_seconds = {seconds}\nphases = [{{title = "x", '
    path = write_index(tmp_path, f"{table}seconds = {seconds}}}]")
    keys = ("cold_seconds", "warm_seconds", "phases[0].seconds")
    assert list(faults_of(path)) == [f"cache[0].model[0].{key}" for key in keys]


@pytest.mark.parametrize(
    ("content", "found"),
    [(b"schema = = 1", "line 1"), (b"x = '\xe9'", "a byte that is not UTF-8"), (b"x = " + b"[" * 9999, "")],
)
def test_an_index_that_is_not_toml_is_a_problem_and_no_error(tmp_path: Path, content: bytes, found: str) -> None:
    (tmp_path / "index.toml").write_bytes(content)
    assert found in faults_of(tmp_path / "index.toml")[""].found
    catalogue = load_catalogue(tmp_path)
    assert catalogue.entries == ()
    assert len(catalogue.problems) == 1
    assert catalogue.problems[0].startswith("index.toml: found ")


@pytest.mark.parametrize(("folder", "problem"), [("folder", "which is a folder"), ("n" * 300, "File name too long")])
def test_an_index_that_cannot_be_read_is_a_problem_and_no_error(tmp_path: Path, folder: str, problem: str) -> None:
    (tmp_path / "folder/index.toml").mkdir(parents=True)
    catalogue = load_catalogue(tmp_path / folder)
    assert catalogue.entries == ()
    assert [problem in reported for reported in catalogue.problems] == [True]


# --- The catalogue ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", ["", "missing", "file/below"])
def test_a_folder_without_an_index_is_an_empty_catalogue(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").touch()
    catalogue = load_catalogue(tmp_path / folder)
    assert (catalogue.entries, catalogue.problems) == ((), ())


def test_intact_files_are_found_wherever_the_index_says(tmp_path: Path) -> None:
    first = write_cache(tmp_path, "a.cache")
    second = write_cache(tmp_path, "below/b.cache", b"other").replace("4070", "4060")
    catalogue = load_catalogue(write_index(tmp_path, first, second).parent)
    assert not catalogue.problems
    assert [item.gpu for item in catalogue.entries] == [RTX_4070, RTX_4060]
    assert catalogue.path_of(catalogue.entries[1]).read_bytes() == b"other"


@pytest.mark.parametrize(
    ("values", "key", "found"),
    [
        ({"cache": "other"}, "sha256", repr(hashlib.sha256(b"cache").hexdigest())),
        ({"sha256": "0" * 64}, "sha256", repr("0" * 64)),
        ({"cache": "version https://git-lfs.github.com/spec/v1\noid sha256:00\n"}, "file", "is a Git LFS pointer"),
        ({"file": "missing.cache"}, "file", "'missing.cache', which cannot be read (No such file or directory)"),
        ({"file": "folder"}, "file", "'folder', which cannot be read (it is a folder)"),
        ({"file": "../outside.cache"}, "file", "a path with '..' ('../outside.cache')"),
        ({"file": "/etc/passwd"}, "file", "an absolute path ('/etc/passwd')"),
        ({"file": "C:/x.cache"}, "file", "an absolute path ('C:/x.cache')"),
        ({"file": "folder\\\\x.cache"}, "file", "a path with backslashes"),
        ({"file": "link.cache"}, "file", "a symbolic link that leaves the package ('link.cache')"),
        ({"file": "n" * 259}, "file", "which is longer than 255 byt"),
    ],
)
def test_what_is_wrong_with_one_file_leaves_the_others(
    tmp_path: Path, values: dict[str, str], key: str, found: str
) -> None:
    folder = tmp_path / "caches"
    (folder / "folder").mkdir(parents=True)
    write_cache(tmp_path, "outside.cache")
    (folder / "link.cache").symlink_to(tmp_path / "outside.cache")
    first, wrong, last = (write_cache(folder, f"{name}.cache") for name in "abc")
    if "cache" in values:
        (folder / "b.cache").write_text(values["cache"])
    wrong = wrong.replace("b.cache", values.get("file", "b.cache"))
    wrong = re.sub(r'(?<=sha256 = ")\w+', values.get("sha256", r"\g<0>"), wrong)
    catalogue = load_catalogue(write_index(folder, first, wrong, last).parent)
    assert [item.file for item in catalogue.entries] == ["a.cache", "c.cache"]
    (problem,) = catalogue.problems
    assert problem.startswith(f"index.toml: cache[1].{key}: found ")
    assert found in problem


def test_hashing_a_catalogue_can_be_cancelled(tmp_path: Path) -> None:
    write_index(tmp_path, write_cache(tmp_path, "a.cache"))
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        load_catalogue(tmp_path, cancel)


@pytest.mark.parametrize(
    ("there", "package", "expected"),
    [
        ([], "app", "app/caches"),
        ([], "assets", "caches"),
        (["caches"], "assets", "caches"),
        (["assets/caches", "caches"], "assets", "caches"),
        (["app/caches", "caches"], "app", "app/caches"),
    ],
)
def test_caches_are_inside_a_package_or_beside_its_assets(
    tmp_path: Path, there: list[str], package: str, expected: str
) -> None:
    for folder in there:
        (tmp_path / folder).mkdir(parents=True)
    assert catalogue_folder(tmp_path / package) == tmp_path / expected


# --- The choice -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entries", "values", "reason"),
    [
        ([], {}, "the application ships none"),
        (
            [entry(tensorrt="11.3.0.1"), entry(tensorrt="10.16.1.11")],
            {},
            "the caches are for TensorRT 10.16.1.11, 11.3.0.1, and 11.4.0.106 is installed",
        ),
        ([entry(cuda="12.9")], {}, "the caches are for CUDA 12, and the library is for CUDA 13"),
        ([entry()], {"cuda_major": None}, "the caches are for CUDA 13, and the library is for CUDA (unknown)"),
        ([entry(os="windows")], {}, "the caches were made on windows, and this is linux"),
        (
            [entry("NVIDIA H200", compute_capability="9.0")],
            {},
            f"the caches are for compute capability 9.0, and {RTX_4070} has 8.9",
        ),
        ([entry(flags=CacheFlags(tf32=False))], {}, "the caches were made with other settings: "),
        ([entry()], {"flags": CacheFlags(version_compatible=True)}, "the caches were made with other settings: "),
        # The first rule that leaves none decides, and only what the rules before it left is named.
        ([entry(cuda="12.9"), entry(tensorrt="11.3.0.1", os="windows")], {}, "the caches are for CUDA 12, and"),
    ],
)
def test_a_cache_that_does_not_fit_is_refused_by_the_deciding_fact(
    entries: list[CacheEntry], values: dict[str, Any], reason: str
) -> None:
    choice = choose_cache(entries, wish(**values))
    assert (choice.entry, choice.exact, choice.covered) == (None, False, None)
    assert choice.reason.startswith(reason)


@pytest.mark.parametrize("entries", [[], [entry()], [entry(flags=CacheFlags(optimization_level=0))]])
def test_level_0_respects_no_cache_whatever_ships(entries: list[CacheEntry]) -> None:
    choice = choose_cache(entries, wish(flags=CacheFlags(optimization_level=0)))
    assert choice.entry is None
    assert choice.reason.startswith("optimization level 0 does not respect a timing cache")
    assert not choice.uses_caches
    assert choose_cache(entries, wish()).uses_caches


@pytest.mark.parametrize(
    ("entries", "cores", "best"),
    [
        # The same GPU comes first, also when it does not cover the model or its cores are unknown.
        ([entry(RTX_4060, cores=5888), entry(RTX_4070, model=[])], 5888, RTX_4070),
        # Then one that covers the model.
        ([entry(RTX_4060, cores=5888, model=[]), entry(RTX_4090, cores=16384)], 5888, RTX_4090),
        # Then the nearest by cores, above or below, and one with known cores before others.
        ([entry(RTX_4090, cores=16384), entry(RTX_4060, cores=3072)], 5888, RTX_4060),
        ([entry(RTX_4090, cores=16384), entry(RTX_4060, cores=3072)], 14000, RTX_4090),
        ([entry(RTX_4060), entry(RTX_4090, cores=16384)], 3072, RTX_4090),
        # Without the number of cores, by name.
        ([entry(RTX_4090, cores=5888), entry(RTX_4060, cores=3072)], None, RTX_4060),
        # One cache of two of the same GPU: the one that covers the model.
        ([entry(file="a", model=[], cores=1), entry(file="b", cores=2)], 1, RTX_4070),
    ],
)
def test_the_best_of_those_that_fit_is_taken(entries: list[CacheEntry], cores: int | None, best: str) -> None:
    choice = choose_cache(entries, wish(cores=cores))
    assert choice.entry is not None
    assert choice.entry.gpu == best
    assert choice.covered == choice.entry.covers(MODEL)
    assert (choice.covered is None) == (not choice.entry.model)


@pytest.mark.parametrize(
    ("entries", "exact", "reason"),
    [
        ([entry()], True, f"made on an {RTX_4070}, as in this computer"),
        ([entry(model=[])], True, f"made on an {RTX_4070}, as in this computer; it does not cover this model"),
        ([entry(cuda="13.4")], True, f"made on an {RTX_4070}, as in this computer"),
        ([entry(RTX_4060)], False, f"made on an {RTX_4060} with the same compute capability 8.9; "),
        ([entry(RTX_4060, model=[])], False, "; it does not cover this model"),
    ],
)
def test_what_is_used_is_reported_with_where_it_was_made(entries: list[CacheEntry], exact: bool, reason: str) -> None:
    choice = choose_cache(entries, wish())
    assert choice.exact == exact
    assert reason in choice.reason
    assert exact != (f"{RTX_4070} itself" in choice.reason)


def test_a_gpu_that_the_catalogue_has_for_another_version_is_not_said_to_be_missing() -> None:
    choice = choose_cache([entry(RTX_4060), entry(tensorrt="11.3.0.1")], wish())
    assert "is not in the catalogue" not in choice.reason


FLAGS = st.sampled_from([CacheFlags(), CacheFlags(tf32=False), CacheFlags(optimization_level=0)])
GPUS = st.sampled_from([RTX_4070, RTX_4060, RTX_4090])
CORES = st.none() | st.integers(1, 20000)
CAPABILITIES = st.sampled_from(["8.9", "8.6"])
VERSIONS = st.sampled_from([VERSION, "11.4.0.107"])
SYSTEMS = st.sampled_from(["linux", "windows"])
MODELS = st.lists(st.builds(lambda sha: COVERED.model_copy(update={"sha256": sha * 64}), st.sampled_from("ab")))
ENTRIES = st.lists(
    st.builds(
        entry,
        GPUS,
        file=st.sampled_from(["a.cache", "b.cache"]),
        tensorrt=VERSIONS,
        cuda=st.sampled_from(["13", "13.0", "13.4", "12.9", "1.3"]),
        os=SYSTEMS,
        compute_capability=CAPABILITIES,
        cores=CORES,
        flags=FLAGS,
        model=MODELS,
    ),
    max_size=6,
)
WISHES = st.builds(
    wish,
    GPUS,
    CORES,
    compute_capability=CAPABILITIES,
    tensorrt=VERSIONS,
    cuda_major=st.sampled_from(["13", "12", None]),
    os=SYSTEMS,
    flags=FLAGS,
)


def fits(item: CacheEntry, to: CacheWish) -> bool:
    return (item.tensorrt, item.cuda.split(".")[0], item.os, item.compute_capability, item.flags) == (
        to.tensorrt,
        to.cuda_major,
        to.os,
        to.gpu.compute_capability,
        to.flags,
    )


@given(ENTRIES, WISHES)
def test_nothing_is_ever_taken_that_does_not_fit_and_the_same_gpu_whenever_it_does(
    entries: list[CacheEntry], to: CacheWish
) -> None:
    choice = choose_cache(entries, to)
    fitting = [item for item in entries if fits(item, to)] if to.flags.optimization_level else []
    if choice.entry is None:
        assert not fitting
        assert not choice.exact
    else:
        assert choice.entry in fitting
        assert choice.exact == (choice.entry.gpu == to.gpu.name)
        assert choice.exact == any(item.gpu == to.gpu.name for item in fitting)
        rivals = [item for item in fitting if item.gpu == to.gpu.name] if choice.exact else fitting
        assert (choice.covered is not None) == any(item.covers(MODEL) for item in rivals)


@given(ENTRIES.flatmap(lambda entries: st.tuples(st.just(entries), st.permutations(entries))), WISHES)
def test_the_choice_does_not_depend_on_the_order(
    orders: tuple[list[CacheEntry], list[CacheEntry]], to: CacheWish
) -> None:
    assert choose_cache(orders[0], to) == choose_cache(orders[1], to)


def test_two_entries_of_one_file_are_distinguished() -> None:
    twins = [entry(cuda="13.0"), entry(cuda="13.4")]
    assert choose_cache(twins, wish()) == choose_cache(twins[::-1], wish())


FACTS: list[tuple[Callable[[CacheEntry, CacheWish], bool], Callable[[CacheWish], str]]] = [
    (lambda item, to: item.tensorrt == to.tensorrt, lambda to: f"and {to.tensorrt} is installed"),
    (lambda item, to: item.cuda.split(".")[0] == to.cuda_major, lambda to: f"for CUDA {to.cuda_major or '(unknown)'}"),
    (lambda item, to: item.os == to.os, lambda to: f"this is {to.os}"),
    (
        lambda item, to: item.compute_capability == to.gpu.compute_capability,
        lambda to: f"{to.gpu.name} has {to.gpu.compute_capability}",
    ),
    (lambda item, to: item.flags == to.flags, lambda to: "other settings"),
]


def deciding_fact(entries: list[CacheEntry], to: CacheWish, choice: CacheChoice) -> str:
    if to.flags.optimization_level == 0:
        return "optimization level 0"
    if choice.entry is not None:
        return f"made on an {choice.entry.gpu}"
    for agrees, fact in FACTS:
        entries, before = [item for item in entries if agrees(item, to)], entries
        if before and not entries:
            return fact(to)
    return "ships none"


@given(ENTRIES, WISHES)
def test_the_reason_always_names_the_fact_that_decided(entries: list[CacheEntry], to: CacheWish) -> None:
    choice = choose_cache(entries, to)
    assert deciding_fact(entries, to, choice) in choice.reason


# --- Flags and identities ---------------------------------------------------------------------------------------------


def test_the_flags_of_a_build_are_those_of_its_settings_that_change_kernels() -> None:
    assert CacheFlags.of(BuildSettings()) == CacheFlags()
    assert CacheFlags().differing() == {}
    settings = BuildSettings(5, 99, False, "none", True, "ampere-plus", True)
    assert CacheFlags.of(settings).differing() == {
        "tf32": False,
        "optimization_level": 5,
        "weight_streaming": True,
        "hardware_compatibility": "ampere-plus",
        "version_compatible": True,
    }


@pytest.mark.parametrize(
    ("values", "same"),
    [
        ({"file": "b", "sha256": "1" * 64, "cuda": "13.4", "cores": 7, "model": []}, True),
        ({"tensorrt": "11.5"}, False),
        ({"cuda": "12.9"}, False),
        ({"os": "windows"}, False),
        ({"gpu": RTX_4060}, False),
        ({"flags": CacheFlags(tf32=False)}, False),
    ],
)
def test_caches_of_one_identity_can_be_merged(values: dict[str, Any], same: bool) -> None:
    assert (entry().identity == entry(**values).identity) == same


IDENTITIES = st.builds(
    OverlayIdentity,
    tensorrt=st.from_regex(r"[0-9]{1,2}(\.[0-9]{1,4}){0,4}", fullmatch=True),
    cuda_major=st.none() | st.sampled_from(["12", "13", "None"]),
    driver_major=st.none() | st.sampled_from(["580", "590", "null"]),
    gpu_uuid=st.text(),
    flags=st.builds(CacheFlags, tf32=st.booleans(), optimization_level=st.integers(0, 5)),
)


@given(IDENTITIES, IDENTITIES)
def test_another_identity_has_another_file(one: OverlayIdentity, other: OverlayIdentity) -> None:
    assert (one.file_name == other.file_name) == (one == other)
    for field in fields(OverlayIdentity):
        changed = replace(one, **{field.name: getattr(other, field.name)})
        assert (changed.file_name == one.file_name) == (changed == one), field.name


@given(IDENTITIES)
def test_the_name_of_an_overlay_suits_every_file_system(identity: OverlayIdentity) -> None:
    assert re.fullmatch(r"trt-[0-9.]+-[0-9a-f]{16}", identity.file_name.removesuffix(OVERLAY_SUFFIX))
    assert identity.file_name.endswith(OVERLAY_SUFFIX)
    assert len(identity.file_name) < 64
    assert Path(identity.file_name).with_suffix(".lock").stem == identity.file_name.removesuffix(OVERLAY_SUFFIX)
