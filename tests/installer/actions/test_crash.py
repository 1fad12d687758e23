from __future__ import annotations

import json
import signal
from pathlib import Path

import psutil
import pytest

from tests.support.models import conv_net, deep_net
from tests.support.packages import package_of
from tests.support.program import start


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
@pytest.mark.parametrize("moment", ["Loading the engine library", "Reading the model", "Determining refit engines"])
def test_a_crashed_builder_is_reported_with_the_log_and_the_others_complete(
    tmp_path: Path, number: signal.Signals, moment: str
) -> None:
    folder, log = tmp_path / "package", tmp_path / "run.log"
    deep, small = deep_net(folder / "deep.onnx"), conv_net(folder / "small.onnx")
    package_of(folder, deep, small)
    places = ("--package", folder, "--target", tmp_path / "target", "--log", log)
    # One at a time, the longest first: the only builder at that moment has the deep model.
    with start("install", "--quiet", "--jobs", "1", "--progress", "jsonl", *places, home=tmp_path) as process:
        assert process.stdout is not None
        for line in process.stdout:
            event = json.loads(line)
            if (event["event"], event.get("model"), event.get("title")) == ("phase", "deep", moment):
                # Beside it there may be what keeps the computer awake.
                children = psutil.Process(process.pid).children()
                (builder,) = [child for child in children if child.name().startswith("python")]
                builder.send_signal(number)
                break
        out, _ = process.communicate(timeout=60)
    events = [json.loads(line) for line in out.splitlines()]
    assert process.returncode == 1
    assert events[-1]["name"] == "build_failed"
    assert f"The builder of the model 'deep' crashed: signal {int(number)} ({number.name})." in events[-1]["detail"]
    assert f"The log has the details: {log}" in events[-1]["hint"]
    assert {"deep": "crashed", "small": "built"}.items() <= {
        event["model"]: event["outcome"] for event in events if event["event"] == "model_finished"
    }.items()
    if number is signal.SIGSEGV:
        assert "Fatal Python error: Segmentation fault" in log.read_text()
    names = {path.name for path in (tmp_path / "target/engines").iterdir()}
    assert len(names) == 2
    assert any(name.startswith("small-") for name in names)
