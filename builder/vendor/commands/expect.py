"""`engine-builder expect`: which bytes engines have, signed, so that users' PCs can tell whether theirs are alike."""

from __future__ import annotations

import argparse

from builder.base.cancellation import CancelToken
from builder.base.options import COMPUTE_CAPABILITIES, whole_numbers
from builder.base.terminal import Stream
from builder.vendor.arguments import Commands, add_limit_memory, folder

_MOST_BUILDS = 100
_MOST_JOBS = 512
_PORTABLE = "portable"


def _targets(text: str) -> tuple[str, ...]:
    named = [part.strip() for part in text.split(",")]
    others = ",".join(part for part in named if part != _PORTABLE)
    portable = (_PORTABLE,) if _PORTABLE in named else ()
    return ((*COMPUTE_CAPABILITIES.read(others),) if others else ()) + portable


def add(commands: Commands) -> None:
    """Declare the command."""
    about = (
        "State which bytes the engines of an app package have. Every model is built several times with TensorRT-RTX, "
        "and the SHA-256 of what came of it is written as an in-toto statement and signed. With the statement in the "
        "package or the feed, engine-installer says of each engine whether it is identical."
    )
    expect = commands.add("expect", about, run)
    expect.add_argument("package", type=folder, metavar="PACKAGE", help="the folder of app.toml")
    expect.add_argument(
        "--for",
        dest="targets",
        type=_targets,
        default=(),
        metavar="SM,…",
        help="only these compute capabilities, such as sm75,sm86,portable (default: all, and the portable engine)",
    )
    expect.add_argument(
        "--key",
        action="append",
        required=True,
        dest="keys",
        metavar="KEY",
        help="a key to sign with: a file, env:VARIABLE, or command:'PUBLIC-KEY-FILE COMMAND…'; may be repeated",
    )
    expect.add_argument("-o", "--output", type=folder, required=True, metavar="FILE", help="the statement")
    expect.add_argument("--append", action="store_true", help="add to FILE, for another version of the library")
    expect.add_argument(
        "--builds",
        type=whole_numbers(2, _MOST_BUILDS).read,
        default=4,
        metavar="N",
        help="of each engine, under four different conditions (default: 4)",
    )
    expect.add_argument(
        "--jobs",
        type=whole_numbers(1, _MOST_JOBS).read,
        metavar="N",
        help="builds at once (default: as many as processors and memory allow)",
    )
    add_limit_memory(expect)


def run(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> int:
    """Carry it out.

    Raises:
        EngineInstallerError: nothing was written.
    """
    import sys

    from builder.app_package.package import load_package
    from builder.backend import TENSORRT_RTX
    from builder.base.errors import InvalidParameter
    from builder.base.names import one_line
    from builder.base.paths import file_to_write, is_folder
    from builder.base.text import verbatim
    from builder.engines.verdict import targets_in_words
    from builder.vendor.checking.building import Tell
    from builder.vendor.checking.matrix import PORTABLE_COLUMN, all_columns
    from builder.vendor.checking.progress import ProgressLine
    from builder.vendor.statements.expecting import expected_engines, merged
    from builder.vendor.statements.signing import read_own_statement, signing_keys, write_statement

    keys = signing_keys(options.keys, cancel)
    output = file_to_write(options.output)
    if not is_folder(output.parent):
        message = verbatim(f"--output: {one_line(str(output))} would be in a folder that does not exist.")
        raise InvalidParameter(message, hint=verbatim("Give the name of a file in a folder that exists."))
    before = read_own_statement(output, keys) if options.append else ()
    named = tuple(target for target in options.targets if target != _PORTABLE)
    # What classic TensorRT builds depends on what it times, so it is another file each time.
    columns = [column for column in all_columns(named) if column.backend == TENSORRT_RTX.name]
    if options.targets:
        columns = [column for column in (*columns, PORTABLE_COLUMN) if column.name in options.targets]
    app = load_package(options.package, cancel, with_payload=False)
    total = sum(1 + len(model.variants) for model in app.models) * len(columns)
    progress = [ProgressLine(sys.stderr, total) for _ in range(options.builds)]

    def tell_of(number: int) -> Tell:
        if number:
            progress[number - 1].end()
        return progress[number].hear

    try:
        found = expected_engines(
            app, columns, options.builds, tell_of, cancel, jobs=options.jobs, limit_memory=options.limit_memory
        )
    finally:
        progress[-1].end()
    if not found:
        raise InvalidParameter(
            verbatim("No engine was built, so there is nothing to state."),
            hint=verbatim("Look at what engine-builder check says of the package."),
        )
    stated = merged([*before, *found])
    write_statement(output, stated, keys)
    for engine in found:
        name = f"{engine.model} ({engine.variant})" if engine.variant else engine.model
        where = targets_in_words(engine.targets, portable=engine.portable)
        said = engine.sha256[0] if engine.repeats else f"not comparable: {len(engine.sha256)} different files"
        out.line(f"{one_line(name)} for {where}: {said}")
    out.line(f"{one_line(str(output))}: signed, {len(stated)} engines.")
    return 0
