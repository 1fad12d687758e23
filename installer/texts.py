"""Plans and states in words, for `--plan` and `status`, and what makes any text fit for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from builder.preflight import checks_text

if TYPE_CHECKING:
    from installer.actions import Status

_STATES = {
    "ready": "ready: every engine is current",
    "stale": "stale: run 'engine-installer repair'",
    "incomplete": "incomplete: run 'engine-installer repair'",
    "absent": "absent: nothing is installed here",
}


def plan_text(plan: dict[str, Any]) -> str:
    """The plan as `--plan` prints it: every decision with its reason."""
    lines = [f"{plan['app']['name']} {plan['app']['version']}"]
    for planned in plan["models"]:
        lines.append(f"\n{planned['model']}")
        width = max(len("expected"), *(len(item["what"]) for item in planned["decisions"]))
        lines += [f"  {item['what']:{width}}  {item['choice']}: {item['reason']}" for item in planned["decisions"]]
        if planned["action"] == "build":
            seconds = max(1, round(planned["expected_seconds"]))
            lines.append(f"  {'expected':{width}}  about {seconds} s, {planned['expected_mib']:.0f} MiB")
    lines.append(f"\nAt once: up to {plan['jobs']['choice']} ({plan['jobs']['reason']}).")
    lines += [f"Not used: a timing cache that ships with the application: {it}." for it in plan["catalogue_problems"]]
    if not plan["verify"]["choice"]:
        lines.append(f"Not verified: {plan['verify']['reason']}.")
    return "\n".join(lines)


def status_text(status: Status) -> str:
    """The state of an installation as `status` prints it."""
    lines = [f"{status.target}", f"{_STATES[status.state]}"]
    lines += [f"  {engine.label}: {engine.verdict.state}, {engine.verdict.reason}" for engine in status.engines]
    lines += ["", checks_text(status.checks)]
    if status.state != "absent" and status.compared_with_package is None:
        lines.append(
            "The app package is not at hand, so models and settings were not compared (give it with --package)."
        )
    return "\n".join(lines)
