"""What the executables tell Windows about themselves: version resource, manifest and icon."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from builder.base.program import child_command, has_wizard
from builder.operating_system import spawn_options
from builder.vendor.packaging.product import Product

_ENGLISH_UNICODE = "040904B0"
_ENGLISH, _UNICODE = 0x0409, 1200
_MAKES_ICONS = "installer.wizard.icon_file"
_ICON_SECONDS = 60.0

DEFAULT_ICON = Path(__file__).with_name("default.ico")
"""Made of assets/icon.svg by installer/wizard/icon_file.py."""


def icon_file(picture: Path | None, work: Path) -> Path:
    """Give the icon of the executables.

    Args:
        picture: of the app package; a drawing and a photograph become an icon where the wizard, which can draw, is.
        work: a folder that gets what is made.
    """
    if picture is None or picture.suffix.lower() in (".exe", ".dll") or not picture.is_file():
        return DEFAULT_ICON
    if picture.suffix.lower() == ".ico":
        return picture
    made = work / "icon.ico"
    if has_wizard():
        quiet = subprocess.DEVNULL
        command = [*child_command(_MAKES_ICONS), str(picture), str(made)]
        try:
            subprocess.run(
                command, stdin=quiet, stdout=quiet, stderr=quiet, timeout=_ICON_SECONDS, check=False, **spawn_options()
            )
        except subprocess.TimeoutExpired:
            return DEFAULT_ICON
    return made if made.is_file() else DEFAULT_ICON


def version_numbers(text: str) -> tuple[int, int, int, int]:
    """The four 16-bit numbers of a version resource, from the first numbers of a version; what is missing is 0."""
    numbers = [min(int(number), 0xFFFF) for number in re.findall(r"\d+", text)[:4]]
    first, second, third, fourth = (*numbers, 0, 0, 0, 0)[:4]
    return first, second, third, fourth


def version_resource(product: Product, program: str, description: str) -> str:
    """The version resource of one executable, in the notation of PyInstaller's `VSVersionInfo`.

    Args:
        product: whose installer it is.
        program: the executable's name without a suffix.
        description: what Windows shows where it asks the user about it.
    """
    numbers = version_numbers(product.version)
    strings = {
        "CompanyName": product.publisher,
        "FileDescription": description,
        "FileVersion": product.version,
        "InternalName": program,
        "LegalCopyright": f"© {product.publisher}",
        "OriginalFilename": f"{program}.exe",
        "ProductName": product.name,
        "ProductVersion": product.version,
    }
    # repr: the notation is Python, and a vendor's name may have quotes in it.
    table = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in strings.items())
    return (
        "VSVersionInfo(\n"
        f"  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, OS=0x40004, fileType=0x1),\n"
        "  kids=[\n"
        f"    StringFileInfo([StringTable({_ENGLISH_UNICODE!r}, [{table}])]),\n"
        f"    VarFileInfo([VarStruct('Translation', [{_ENGLISH}, {_UNICODE}])]),\n"
        "  ],\n"
        ")\n"
    )


MANIFEST = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3">
    <security>
      <requestedPrivileges>
        <requestedExecutionLevel level="asInvoker" uiAccess="false"/>
      </requestedPrivileges>
    </security>
  </trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1">
    <application>
      <supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"/>
    </application>
  </compatibility>
  <application xmlns="urn:schemas-microsoft-com:asm.v3">
    <windowsSettings>
      <activeCodePage xmlns="http://schemas.microsoft.com/SMI/2019/WindowsSettings">UTF-8</activeCodePage>
      <dpiAware xmlns="http://schemas.microsoft.com/SMI/2005/WindowsSettings">true/pm</dpiAware>
      <dpiAwareness xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">PerMonitorV2</dpiAwareness>
      <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware>
    </windowsSettings>
  </application>
  <dependency>
    <dependentAssembly>
      <assemblyIdentity type="win32" name="Microsoft.Windows.Common-Controls" version="6.0.0.0" \
processorArchitecture="*" publicKeyToken="6595b64144ccf1df" language="*"/>
    </dependentAssembly>
  </dependency>
</assembly>
"""
"""The manifest of both executables: no more rights than the user has, long paths, UTF-8, sharp on every screen.

The identifier of `supportedOS` is that of Windows 10 and 11, which TensorRT needs anyway.
"""
