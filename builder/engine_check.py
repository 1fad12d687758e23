"""Whether an application's engines still fit this computer, told in a few milliseconds at the application's start.

Copy this one file into your application: it needs nothing but Python's standard library, and no GPU library. It only
reads. docs/engines-json.md has the same rules for other languages.

    checked = engine_check.check("C:/Program Files/Photo Studio", library_version=tensorrt_rtx.__version__)
    if checked.state != "current":
        ...  # run 'engine-installer repair --quiet --target …', and tell the user why: checked.reason

From a shell, `python engine_check.py TARGET` prints state and reason, and ends with 0, 1 (stale) or 2 (missing).
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCHEMA = 1
TENSORRT_RTX = "tensorrt-rtx"


@dataclass(frozen=True)
class Checked:
    """What to think of the engines.

    Attributes:
        state: "current", "stale" (they are there, but a repair is needed) or "missing".
        reason: in words; of the first thing that is wrong.
        files: the engine of each model, complete paths; of several, the one for this GPU. Empty when missing.
    """

    state: str
    reason: str
    files: dict[str, Path]


def check(
    target: str | os.PathLike[str],
    *,
    library_version: str | None = None,
    compute_capability: str | None = None,
    gpu_name: str | None = None,
) -> Checked:
    """Compare what engines.json says with this computer.

    What the application knows of its GPU and library is compared; what it leaves out is not. When it does not say which
    GPU it has, the names that the operating system knows are used.

    Args:
        target: the application's folder, the one that has `engines`.
        library_version: of the engine library that the application loads, such as "1.7.1.116".
        compute_capability: of the GPU that the application uses, such as "8.9".
        gpu_name: its name as NVIDIA's driver gives it, such as "NVIDIA GeForce RTX 4070".
    """
    folder = Path(target) / "engines"
    try:
        index = json.loads((folder / "engines.json").read_bytes())
        if not isinstance(index["schema"], int) or index["schema"] > SCHEMA:
            return Checked("stale", "engines.json was written by a newer version", {})
        engines = [engine for engine in index["engines"] if _file_of(engine)]
        failed = [absent["model"] for absent in index.get("failed", ())]
    except FileNotFoundError:
        return Checked("missing", f"there is no {folder / 'engines.json'}", {})
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        return Checked("missing", f"engines.json cannot be read ({error})", {})
    if (Path(target) / ".engine-installer" / "journal.json").exists():
        return Checked("stale", "an installation was interrupted", {})
    names = {gpu_name} if gpu_name else gpu_names()
    chosen: dict[str, dict[str, Any]] = {}
    for engine in engines:
        # Of several engines of a model, each for a GPU of its own, the one for a GPU that is here.
        if engine["model"] not in chosen or (engine.get("gpu") and engine["gpu"].get("name") in names):
            chosen[engine["model"]] = engine
    files = {model: folder / engine["file"] for model, engine in chosen.items()}
    for model, engine in chosen.items():
        try:
            size = files[model].stat().st_size
        except OSError:
            return Checked("missing", f"the engine of {model} is missing", {})
        if size != engine.get("size"):
            return Checked("stale", f"the engine of {model} is damaged", files)
        if reason := _misfit(engine, library_version, compute_capability, names):
            return Checked("stale", f"{model}: {reason}", files)
    for model in failed:
        if model not in chosen:
            return Checked("missing", f"the engine of {model} could not be built", files)
    return Checked("current", "every engine fits", files)


def _file_of(engine: dict[str, Any]) -> str:
    """The name of an engine's file; engines.json may have been edited, and no other file is looked at."""
    name = engine["file"]
    if not isinstance(name, str) or Path(name).name != name or "\\" in name or not name.endswith(".engine"):
        raise ValueError(f"{name!r} is no name of an engine file")
    if not isinstance(engine["model"], str):
        raise TypeError("a model without a name")
    return name


def _misfit(
    engine: dict[str, Any], library_version: str | None, compute_capability: str | None, names: set[str]
) -> str | None:
    """Why an engine does not serve here; None when it does, as far as is known."""
    version = engine.get("library_version")
    if library_version is not None and version != library_version:
        return f"built with version {version} of the library, but {library_version} is to load it"
    gpu = engine.get("gpu") or {}
    if engine.get("backend") == TENSORRT_RTX:
        fits = engine.get("portable") or compute_capability in (None, *engine.get("targets", ()))
        return None if fits else f"not built for compute capability {compute_capability}"
    if compute_capability is not None and gpu.get("compute_capability") not in (None, compute_capability):
        return f"built for compute capability {gpu['compute_capability']}, but the GPU has {compute_capability}"
    if names and gpu.get("name") not in (None, *names):
        return f"built for {gpu['name']}, but this computer has {', '.join(sorted(names))}"
    return None


def gpu_names() -> set[str]:
    """The NVIDIA GPUs of this computer as the driver names them; empty where that cannot be told without it."""
    if os.name == "nt":
        return _gpu_names_of_windows()
    names = set()
    for information in Path("/proc/driver/nvidia/gpus").glob("*/information"):
        try:
            lines = information.read_text(errors="replace").splitlines()
        except OSError:
            continue
        names |= {line.partition(":")[2].strip() for line in lines if line.startswith("Model:")}
    return names


def _gpu_names_of_windows(registry: Any = None) -> set[str]:
    """From the device class of display adapters (learn.microsoft.com, "System-Defined Device Setup Classes")."""
    if registry is None:
        import winreg as registry
    names: set[str] = set()
    display = r"SYSTEM\CurrentControlSet\Control\Class\{4d36e968-e325-11ce-bfc1-08002be10318}"
    for number in range(64):
        try:
            with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, rf"{display}\{number:04}") as key:
                device = str(registry.QueryValueEx(key, "MatchingDeviceId")[0])
                if "ven_10de" in device.lower():
                    names.add(str(registry.QueryValueEx(key, "DriverDesc")[0]))
        except FileNotFoundError:
            break
        except OSError:
            continue
    return names


def main() -> int:
    """The check from a shell."""
    if len(sys.argv) != 2:
        sys.stderr.write("usage: engine_check.py TARGET\n")
        return 64
    checked = check(sys.argv[1])
    sys.stdout.write(f"{checked.state}: {checked.reason}\n")
    return {"current": 0, "stale": 1, "missing": 2}[checked.state]


if __name__ == "__main__":
    sys.exit(main())
