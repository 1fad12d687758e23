"""Plans and states in words, for `--plan` and `status`, and what makes any text fit for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from builder.base.names import one_line
from builder.base.terminal import table_lines
from builder.building.preflight import checks_text
from installer.command_line.console import seconds_text, size_text

if TYPE_CHECKING:
    from installer.actions.status import Status
    from installer.actions.uninstall import RemovalPlan

_STATES = {
    "ready": "ready: every engine is current",
    "stale": "stale: run 'engine-installer repair'",
    "incomplete": "incomplete: run 'engine-installer repair'",
    "absent": "absent: nothing is installed here",
}


def plan_text(plan: dict[str, Any]) -> str:
    """The plan as `--plan` prints it: every decision with its reason."""
    lines = [f"{plan['app']['name']} {plan['app']['version']}"]
    if plan["downgrade"]:
        lines.append(f"warning: {plan['downgrade']}")
    for planned in plan["models"]:
        lines.append(f"\n{planned['model']}")
        width = max(len("expected"), *(len(item["what"]) for item in planned["decisions"]))
        lines += [
            f"  {item['what']:{width}}  {one_line(item['choice'])}: {item['reason']}" for item in planned["decisions"]
        ]
        if planned["action"] == "build":
            seconds = max(1, round(planned["expected_seconds"]))
            size = f"{planned['expected_mib']:.0f} MiB"
            if planned["source"] == "download":
                size = f"{planned['download_mib']} MiB to download"
            lines.append(f"  {'expected':{width}}  about {seconds} s, {size}")
    lines.append(f"\nAt once: up to {plan['jobs']['choice']} ({plan['jobs']['reason']}).")
    memory = plan["memory_mib"]
    lines.append(f"Memory: builds may take {memory['choice']} MiB together ({memory['reason']}).")
    lines += [f"Not used: a timing cache that ships with the application: {it}." for it in plan["catalogue_problems"]]
    if not plan["verify"]["choice"]:
        lines.append(f"Not verified: {plan['verify']['reason']}.")
    lines += removal_lines(plan)
    lines += _library_lines(plan["library"])
    files = plan["files"]
    lines.append(
        f"Other files: {len(files['copy'])} to copy ({files['copy_mib']} MiB), {len(files['remove'])} to remove."
    )
    lines += [f"  {file} is in the way and is kept as {to}" for file, to in files["set_aside"].items()]
    lines += [f"  {file} was changed and is kept" for file in files["keep_changed"]]
    lines += [f"  {file} is missing, and only the application's own installer has it" for file in files["missing"]]
    return "\n".join(lines)


def removal_lines(plan: dict[str, Any]) -> list[str]:
    """Name the engines that an installation removes without another in their place."""
    removed = [
        f"{engine['model']} for {engine['gpu']}" if engine["gpu"] else engine["model"]
        for engine in plan["engines_to_remove"]
    ]
    return [f"Engines to remove: {', '.join(removed)}."] if removed else []


def _library_lines(library: dict[str, Any]) -> list[str]:
    if library["source"] == "bundled":
        return []
    if library["installed"]:
        return ["Engine library: installed from wheels already."]
    if library["problem"]:
        return [f"Engine library: {library['problem']}"]
    lines = ["Engine library, when it is needed to build:"]
    lines += [f"  {wheel['file']} ({wheel['mib']} MiB) from {one_line(wheel['from'])}" for wheel in library["wheels"]]
    return lines


def removal_text(plan: RemovalPlan) -> str:
    """What `uninstall --plan` prints."""
    lines = [one_line(str(plan.target)), f"{len(plan.remove)} files to remove:"]
    lines += [f"  {file}" for file in plan.remove]
    lines += [f"  {file} was changed and is kept" for file in plan.changed]
    lines += [f"  {file} was there before and is kept" for file in plan.was_there]
    if plan.registered:
        lines.append("The entry in the list of applications is removed as well.")
    if plan.logs:
        lines.append("Log files that --remove-logs removes as well:")
        lines += [f"  {one_line(str(path))}" for path in plan.logs]
    return "\n".join(lines)


def status_text(status: Status) -> str:
    """The state of an installation as `status` prints it."""
    lines = [one_line(str(status.target)), f"{_STATES[status.state]}"]
    if status.engines:
        lines += ["", *_verdict_table(status), ""]
    if status.available:
        lines += [*_feature_table(status), ""]
    lines += [f"problem: {problem}" for problem in status.problems]
    lines += [f"note: {note}" for note in status.notes]
    lines += ["", checks_text(status.checks)]
    if status.state != "absent" and status.compared_with_package is None:
        lines.append(
            "The app package is not available, so models and settings were not compared (give it with --package)."
        )
    return "\n".join(lines)


def _feature_table(status: Status) -> list[str]:
    """Each feature: whether it is there, and what it takes to add it."""
    head = ("feature", "installed", "to add")
    rows = [
        (
            one_line(feature.name),
            "yes" if feature.installed else "no",
            "-" if feature.installed else f"{seconds_text(feature.seconds)}, {size_text(feature.bytes)}",
        )
        for feature in status.available
    ]
    head_line, *lines = table_lines([head, *rows])
    table = [head_line]
    for line, feature in zip(lines, status.available, strict=True):
        table.append(line)
        if feature.obstacle and not feature.installed:
            table += [f"  {line}" for line in feature.obstacle.splitlines()]
    return table


def _verdict_table(status: Status) -> list[str]:
    """Each engine: what it was built for, what this PC needs, whether it is current, and what a rebuild takes.

    The reason stands below it, unless the table has said everything, and whether its results were checked.
    """
    from installer.actions.engine_index import answers_note  # `status --detect` prints no table

    head = ("engine", "built for", "this PC", "verdict", "to rebuild")
    rows = [
        (
            one_line(engine.label),
            one_line(engine.built_for or "-"),
            one_line(engine.this_pc or "-"),
            engine.verdict.state,
            "-"
            if engine.rebuild_seconds is None
            else f"{seconds_text(engine.rebuild_seconds)}, {size_text(engine.rebuild_bytes)}",
        )
        for engine in status.engines
    ]
    head_line, *lines = table_lines([head, *rows])
    table = [head_line]
    for line, engine in zip(lines, status.engines, strict=True):
        table.append(line)
        if engine.verdict.state != "current" or engine.verdict.cause:
            table += [f"  {line}" for line in engine.verdict.reason.splitlines()]
        if engine.record and engine.record.sameness:
            table.append(f"  {one_line(engine.record.sameness.reason)}")
        if engine.record and (note := answers_note(engine.record)):
            table.append(f"  {note}")
    return table
