r"""A set-up for Windows Installer: a source for WiX 3, which wixl on Linux compiles as well.

Windows Installer copies the program, then lets it install, as the last step before everything counts. If that fails,
everything is rolled back; of a first installation, a rollback action also takes away the models that did succeed. An
update replaces the program in the same transaction and keeps the engines, of which the new version builds what has
changed (learn.microsoft.com, "Deferred Execution Custom Actions", "Rollback Custom Actions", "Major Upgrades").

wixl 0.101 leaves out some of what the source says; `corrections` puts it into what wixl has made.
"""

from __future__ import annotations

import operator
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from builder.base.errors import PackageInvalid
from builder.base.text import verbatim
from builder.vendor.packaging.emitting.setup import CONSOLE, INSTALL, PROGRAM_FOLDER, UNINSTALL, Setup

ICON = "icon.ico"
VARIABLES = {"dollar": "$"}
_NAMESPACE = "http://schemas.microsoft.com/wix/2006/wi"
_MOST_OF_VERSION = (255, 255, 65535)
_FIRST_TIME = "NOT Installed AND NOT OLDER"
_REMOVAL = 'REMOVE~="ALL" AND NOT UPGRADINGPRODUCTCODE AND NOT KEEP_ENGINES'
# The steps around them have numbers that never change: learn.microsoft.com, "Suggested InstallExecuteSequence".
_AFTER_COST_FINALIZE, _AFTER_INITIALIZE, _BEFORE_REMOVE_FILES, _AFTER_PUBLISH, _BEFORE_FINALIZE = (
    1010, 1510, 3490, 6450, 6500,
)  # fmt: skip
_UTF_8 = 65001


def msi_version(version: str) -> str:
    """Give the three numbers of a version that Windows Installer compares; the rest it cannot state.

    Raises:
        PackageInvalid: they are too large for it.
    """
    numbers = [int(number) for number in re.findall(r"\d+", version)[:3]]
    if not re.match(r"[vV]?\d", version) or any(map(operator.gt, numbers, _MOST_OF_VERSION)):
        raise PackageInvalid(
            verbatim(f"An .msi cannot state the version {version!r}: it takes numbers up to 255.255.65535."),
            hint=verbatim("Give another version in app.toml, or make the set-up with --emit nsis."),
        )
    return ".".join(map(str, (*numbers, 0, 0)[:3]))


def source(setup: Setup) -> str:
    """Write the source, which is compiled with `VARIABLES` and the program's folder as `program`."""
    app, version = setup.app, msi_version(setup.app.version)
    wix = ET.Element("Wix", xmlns=_NAMESPACE)
    product = ET.SubElement(
        wix, "Product", Id=setup.product_code, UpgradeCode=setup.upgrade_code, Name=app.name, Version=version,
        Manufacturer=app.publisher, Language="1033", Codepage=str(_UTF_8),
    )  # fmt: skip
    ET.SubElement(
        product, "Package", Id=_package_code(setup), InstallerVersion="500", Compressed="yes",
        InstallScope="perMachine", SummaryCodepage=str(_UTF_8),
    )  # fmt: skip
    upgrade = ET.SubElement(product, "Upgrade", Id=setup.upgrade_code)
    ET.SubElement(
        upgrade, "UpgradeVersion", Property="OLDER", Minimum="0.0.0", IncludeMinimum="yes", Maximum=version,
        IncludeMaximum="yes",
    )  # fmt: skip
    ET.SubElement(upgrade, "UpgradeVersion", Property="NEWER", Minimum=version, IncludeMinimum="no", OnlyDetect="yes")
    newer = ET.SubElement(product, "Condition", Message=f"A newer version of {app.name} is installed already.")
    newer.text = "Installed OR NOT NEWER"
    ET.SubElement(product, "MediaTemplate", EmbedCab="yes")
    ET.SubElement(product, "Icon", Id=ICON, SourceFile=ICON)
    for name, value in _properties(setup):
        ET.SubElement(product, "Property", Id=name, Value=value)
    # An update goes where the version before it is, and a removal finds it there.
    where = ET.SubElement(product, "Property", Id="INSTALLDIR")
    ET.SubElement(
        where, "RegistrySearch", Id="Folder", Root="HKLM", Key=_key(setup), Name="Folder", Type="raw", Win64="yes"
    )
    feature = ET.Element("Feature", Id="All", Level="1")
    _folders(setup, product, feature)
    product.append(feature)
    _actions(product)
    for element in wix.iter():
        # Compilers read a dollar as the beginning of a variable, or leave it out.
        element.attrib.update({key: text.replace("$", "$(var.dollar)") for key, text in element.attrib.items()})
        if "Source" in element.attrib:
            element.set("Source", f"$(var.program)/{element.get('Source')}")
    ET.indent(wix)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(wix, encoding="unicode") + "\n"


def _package_code(setup: Setup) -> str:
    return setup.guid(f"package {setup.app.version} {setup.contents}")


def _key(setup: Setup) -> str:
    return rf"Software\engine-installer\Setups\{setup.app.id}"


def _properties(setup: Setup) -> Iterator[tuple[str, str]]:
    yield "ARPPRODUCTICON", ICON
    yield "ARPNOMODIFY", "1"
    for name, value in (
        ("ARPCOMMENTS", setup.comment),
        ("ARPURLINFOABOUT", setup.url),
        ("ARPHELPLINK", setup.help_url),
    ):
        if value:
            yield name, value


def _folders(setup: Setup, product: ET.Element, feature: ET.Element) -> None:
    root = ET.SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = ET.SubElement(root, "Directory", Id="ProgramFiles64Folder")
    target = ET.SubElement(programs, "Directory", Id="INSTALLDIR", Name=setup.folder)
    folders = {PurePosixPath(): ET.SubElement(target, "Directory", Id="PROGRAM", Name=PROGRAM_FOLDER)}

    def folder(path: PurePosixPath) -> ET.Element:
        if path not in folders:
            folders[path] = ET.SubElement(folder(path.parent), "Directory", Id=_id("d", setup, path), Name=path.name)
        return folders[path]

    def component(parent: ET.Element, name: str) -> ET.Element:
        ET.SubElement(feature, "ComponentRef", Id=name)
        return ET.SubElement(parent, "Component", Id=name, Guid=setup.guid(f"component {name}"), Win64="yes")

    for path in map(PurePosixPath, setup.files):
        ET.SubElement(
            component(folder(path.parent), _id("c", setup, path)), "File", Id=_file_id(setup, path), Name=path.name,
            Source=str(path), KeyPath="yes",
        )  # fmt: skip
    _remember(component(target, "Folder"), setup, "Folder", "[INSTALLDIR]")
    if setup.executable:
        menu = component(ET.SubElement(root, "Directory", Id="ProgramMenuFolder"), "Shortcut")
        shortcut = ET.SubElement(
            menu, "Shortcut", Id="Application", Name=setup.folder, Target=f"[INSTALLDIR]{setup.executable}",
            WorkingDirectory="INSTALLDIR",
        )  # fmt: skip
        if setup.comment:
            shortcut.set("Description", setup.comment)
        _remember(menu, setup, "Shortcut", "1")


def _remember(component: ET.Element, setup: Setup, name: str, value: str) -> None:
    ET.SubElement(
        component, "RegistryValue", Root="HKLM", Key=_key(setup), Name=name, Type="string", Value=value, KeyPath="yes"
    )


def _id(kind: str, setup: Setup, path: PurePosixPath) -> str:
    return kind + re.sub(r"\W", "", setup.guid(f"{kind} {path}"))


def _file_id(setup: Setup, path: PurePosixPath) -> str:
    return "Program" if path == PurePosixPath(CONSOLE) else _id("f", setup, path)


def _actions(product: ET.Element) -> None:
    def action(name: str, command: str, execute: str, end: str) -> None:
        # Directories end with a backslash, which would escape the quotation mark.
        ET.SubElement(
            product, "CustomAction", Id=name, FileKey="Program", ExeCommand=f'{command} "[INSTALLDIR]."',
            Execute=execute, Impersonate="no", Return=end,
        )  # fmt: skip

    ET.SubElement(
        product, "CustomAction", Id="Location", Property="ARPINSTALLLOCATION", Value="[INSTALLDIR]",
        Execute="immediate", Impersonate="yes",
    )  # fmt: skip
    action("UndoEngines", UNINSTALL, "rollback", "ignore")
    action("BuildEngines", INSTALL, "deferred", "check")
    action("RemoveEngines", UNINSTALL, "deferred", "check")
    sequence = ET.SubElement(product, "InstallExecuteSequence")
    ET.SubElement(sequence, "RemoveExistingProducts", Sequence=str(_AFTER_INITIALIZE))
    for name, number, when in (
        ("Location", _AFTER_COST_FINALIZE, "NOT Installed"),
        ("RemoveEngines", _BEFORE_REMOVE_FILES, _REMOVAL),
        ("UndoEngines", _AFTER_PUBLISH, _FIRST_TIME),
        ("BuildEngines", _BEFORE_FINALIZE, 'NOT REMOVE~="ALL"'),
    ):
        ET.SubElement(sequence, "Custom", Action=name, Sequence=str(number)).text = when


@dataclass(frozen=True, slots=True)
class Corrections:
    """What is put into an .msi that wixl has made.

    Attributes:
        tables: files in the notation of Windows Installer's archives, with the names of their tables.
        queries: in SQL.
        summary: title, author, template and package code.
    """

    tables: dict[str, str]
    queries: tuple[str, ...]
    summary: tuple[str, ...]


def corrections(setup: Setup) -> Corrections:
    """What wixl 0.101 does not take from the source.

    That is rollback actions, a greatest version that is included, the 64-bit view of a search, the character set, and
    the package's code.
    """
    version, code = msi_version(setup.app.version), setup.upgrade_code
    upgrades = [
        ("UpgradeCode", "VersionMin", "VersionMax", "Language", "Attributes", "Remove", "ActionProperty"),
        ("s38", "S20", "S20", "S255", "i4", "S255", "s72"),
        ("Upgrade", "UpgradeCode", "VersionMin", "VersionMax", "Language", "Attributes"),
        # Both versions are included (0x300), and features stay as they were (0x1).
        (code, "0.0.0", version, "", "769", "", "OLDER"),
        # Only looked for (0x2).
        (code, version, "", "", "2", "", "NEWER"),
    ]
    return Corrections(
        tables={
            "_ForceCodepage": f"\r\n\r\n{_UTF_8}\t_ForceCodepage\r\n",
            "Upgrade": "".join("\t".join(row) + "\r\n" for row in upgrades),
        },
        queries=(
            # An installed executable (0x12) whose end does not matter (0x40), deferred (0x400), for a rollback (0x100),
            # as the system (0x800).
            "UPDATE `CustomAction` SET `Type` = 3410 WHERE `Action` = 'UndoEngines'",
            # A value (0x2) in the 64-bit view (0x10).
            "UPDATE `RegLocator` SET `Type` = 18 WHERE `Signature_` = 'Folder'",
        ),
        summary=(setup.app.name, setup.app.publisher, "x64;1033", _package_code(setup)),
    )
