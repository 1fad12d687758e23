"""Runs on the Windows side: starts what is asked for in a folder, and answers there.

Starting Wine takes seconds, its own exit status has 8 bits, and whoever reads its output through a pipe waits for ever
for the services that it starts. So one of these stays. It is told by a connection of files with requests, because to
look for new files would keep Wine busy all the time; all else that is exchanged are files.
"""

from __future__ import annotations

import json
import os
import runpy
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any


def serve(port: int) -> None:
    """Answer what comes, a path on each line, until the connection ends; requests run beside each other."""
    with socket.create_connection(("127.0.0.1", port)) as connection, connection.makefile(encoding="utf-8") as requests:
        for line in requests:
            threading.Thread(target=answer, args=(Path(line.rstrip("\n")),)).start()


def answer(request: Path) -> None:
    """Do what one file says, and say in `<name>.answer` how it ended; its output is in `<name>.out`."""
    asked = json.loads(request.read_text("utf-8"))
    began = time.monotonic()
    try:
        code = run(asked, request.with_suffix(".out"))
    except Exception as error:
        code = None
        request.with_suffix(".out").write_text(f"{type(error).__name__}: {error}", "utf-8")
    told = request.with_suffix(".telling")
    told.write_text(json.dumps({"code": code, "seconds": time.monotonic() - began}), "utf-8")
    told.replace(request.with_suffix(".answer"))


def run(asked: dict[str, Any], output: Path) -> int:
    """Run one program to its end; gives its exit code, which is one of 32 bits."""
    if asked["scene"]:
        scene = runpy.run_path(str(Path(__file__).with_name("scenes.py")))[asked["scene"]]
        output.write_text(json.dumps(scene(*asked["command"])), "utf-8")
        return 0
    with output.open("wb") as out:
        done = subprocess.run(
            asked["command"],
            # Not NUL unless it is asked for: programs started by hand or by other programs seldom have that.
            **({"stdin": subprocess.DEVNULL} if asked["input"] is None else {"input": asked["input"].encode()}),
            stdout=out,
            stderr=subprocess.STDOUT,
            cwd=asked["folder"],
            env=os.environ | asked["environment"],
            timeout=asked["seconds"],
            check=False,
        )
    return done.returncode


if __name__ == "__main__":
    serve(int(sys.argv[1]))
