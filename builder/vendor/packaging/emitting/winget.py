"""The three manifests of a package for winget, schema 1.10: github.com/microsoft/winget-cli, schemas/JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.app_package.app import App
from builder.app_package.package import AppPackage
from builder.base.errors import ExitCode
from builder.base.files import folder_name
from builder.vendor.packaging.product import file_name

SCHEMA = "1.10.0"
_LOCALE = "en-US"
_LONGEST_PART = 32
_DECIDE = "# decide: "
"""As in a drafted app.toml: before what the tool cannot know."""

Value = str | int | list["Value"] | Mapping[str, "Value"]

# learn.microsoft.com, "winget installer manifest", ReturnResponse; what each code means is in command-line.md.
_RESPONSES = {
    ExitCode.ACCESS_DENIED: "blockedByPolicy",
    ExitCode.OUT_OF_MEMORY: "insufficientMemory",
    ExitCode.FILE_IN_USE: "fileInUse",
    ExitCode.DISK_FULL: "diskFull",
    ExitCode.CANCELLED: "cancelledByUser",
    ExitCode.BUILD_FAILED: "contactSupport",
    ExitCode.PACKAGE_MISSING: "missingDependency",
    ExitCode.ALREADY_RUNNING: "installInProgress",
    ExitCode.PACKAGE_INVALID: "contactSupport",
    ExitCode.BLOCKED_BY_POLICY: "blockedByPolicy",
    ExitCode.SYSTEM_NOT_SUPPORTED: "systemNotSupported",
    ExitCode.INVALID_PARAMETER: "invalidParameter",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """The file that winget downloads.

    Attributes:
        kind: `msi`, `nullsoft` for a set-up of NSIS, or `exe` for the program as one file.
        url: where.
        sha256: of it.
        product_code: under which Windows lists what it installs; None if it is not listed.
        upgrade_code: of an .msi.
    """

    kind: str
    url: str
    sha256: str
    product_code: str | None
    upgrade_code: str | None = None


def package_identifier(app: App) -> str:
    """The publisher and the application as winget's own packages are named, or else the application's id."""
    parts = [re.sub(r"[^A-Za-z0-9]", "", file_name(text).title())[:_LONGEST_PART] for text in (app.publisher, app.name)]
    return ".".join(parts) if all(parts) else app.id


def manifests(app: AppPackage, download: Download) -> dict[str, str]:
    """Write the manifests, by the names of their files."""
    identifier = package_identifier(app.manifest.app)
    common = {"PackageIdentifier": identifier, "PackageVersion": folder_name(app.manifest.app.version)}
    kinds: dict[str, dict[str, Value]] = {
        "version": {"DefaultLocale": _LOCALE},
        "installer": _installer(download),
        "defaultLocale": _locale(app),
    }
    names = {"version": "", "installer": ".installer", "defaultLocale": f".locale.{_LOCALE}"}
    return {
        f"{identifier}{names[kind]}.yaml": _yaml(
            kind, {**common, **content, "ManifestType": kind, "ManifestVersion": SCHEMA}, _open_questions(kind, app)
        )
        for kind, content in kinds.items()
    }


def _installer(download: Download) -> dict[str, Value]:
    content: dict[str, Value] = {
        "Platform": ["Windows.Desktop"],
        "InstallerType": download.kind,
        "UpgradeBehavior": "install",
    }
    if download.product_code:
        content["ProductCode"] = download.product_code
    if download.upgrade_code:
        content["AppsAndFeaturesEntries"] = [
            {"ProductCode": download.product_code or "", "UpgradeCode": download.upgrade_code, "InstallerType": "msi"}
        ]
    else:
        content["ExpectedReturnCodes"] = [
            {"InstallerReturnCode": code.windows, "ReturnResponse": response} for code, response in _RESPONSES.items()
        ]
    place: dict[str, Value] = {
        "Architecture": "x64",
        "InstallerUrl": download.url,
        "InstallerSha256": download.sha256.upper(),
    }
    content["InstallModes"] = ["interactive", "silent", "silentWithProgress"]
    if download.kind != "exe":
        content["Installers"] = [{**place, "Scope": "machine", "ElevationRequirement": "elevationRequired"}]
        return content
    switches: dict[str, Value] = {
        "Silent": "--quiet",
        "SilentWithProgress": "--passive",
        "InstallLocation": '--target "<INSTALLPATH>"',
        "Log": '--log "<LOGPATH>"',
    }
    if download.product_code:
        # What is listed can be repaired: winget adds this to its ModifyPath.
        switches["Repair"] = "--quiet"
        content["RepairBehavior"] = "modify"
    content["InstallerSwitches"] = switches
    content["Installers"] = [
        {
            **place,
            "Scope": scope,
            "ElevationRequirement": elevation,
            "InstallerSwitches": {"Custom": option},
        }
        for scope, elevation, option in (
            ("user", "elevationProhibited", "--current-user"),
            ("machine", "elevationRequired", "--all-users"),
        )
    ]
    return content


def _locale(app: AppPackage) -> dict[str, Value]:
    about, note = app.manifest.app, app.manifest.registration
    content: dict[str, Value] = {
        "PackageLocale": _LOCALE,
        "Publisher": about.publisher,
        "PackageName": about.name,
        "License": "Proprietary",
        "ShortDescription": (note.comment if note else None) or f"{about.name} by {about.publisher}",
        "Copyright": f"© {about.publisher}",
    }
    if note and note.url:
        content["PackageUrl"] = note.url
    if note and note.help_url:
        content["PublisherSupportUrl"] = note.help_url
    return content


def _open_questions(kind: str, app: AppPackage) -> dict[str, str]:
    """What only the vendor can say, by the keys of a manifest."""
    if kind != "defaultLocale":
        return {}
    questions = {"License": "the name of the application's licence"}
    if not (app.manifest.registration and app.manifest.registration.comment):
        questions["ShortDescription"] = "what the application is; or [registration] comment in app.toml"
    return questions


def _yaml(kind: str, content: Mapping[str, Value], questions: Mapping[str, str]) -> str:
    lines = [f"# yaml-language-server: $schema=https://aka.ms/winget-manifest.{kind.lower()}.{SCHEMA}.schema.json"]
    for key, value in content.items():
        if key in questions:
            lines.append(f"{_DECIDE}{questions[key]}")
        lines += _lines({key: value}, "")
    return "\n".join(lines) + "\n"


def _lines(value: Mapping[str, Value], indent: str) -> Iterator[str]:
    """Write a mapping; a text is written as JSON, which YAML takes as it is."""
    for key, item in value.items():
        if isinstance(item, Mapping):
            yield f"{indent}{key}:"
            yield from _lines(item, indent + "  ")
        elif isinstance(item, list):
            yield f"{indent}{key}:"
            for part in item:
                if isinstance(part, Mapping):
                    first, *rest = _lines(part, indent + "    ")
                    yield f"{indent}  - {first.strip()}"
                    yield from rest
                else:
                    yield f"{indent}  - {_scalar(part)}"
        else:
            yield f"{indent}{key}: {_scalar(item)}"


def _scalar(value: Value) -> str:
    return json.dumps(value, ensure_ascii=False)
