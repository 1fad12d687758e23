"""Bring the wizard's catalogues up to date: `python -m tools.translations`.

New texts of the wizard and new messages that it may show are added to `installer/wizard/languages/*.ts`, where they
are translated by hand or in Qt Linguist, and texts that are gone are dropped; then the `.qm` files that the wizard
loads are made of them. English has a catalogue too, for plural forms; those of messages are filled in here.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from installer.wizard.languages import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
WIZARD = ROOT / "installer" / "wizard"
CATALOGUES = WIZARD / "languages"
NEVER_IN_A_WINDOW = ("builder/vendor", "installer/command_line", "installer/self_test")
"""Rooms whose messages are seen on consoles only."""
_SAYING = ("say", "say_count", "join")
_PLACEHOLDER = re.compile(r"\{\w[^}]*\}")


@dataclass(frozen=True)
class Message:
    """A template in the code.

    Attributes:
        template: as the catalogues have it.
        context: messages, or words for what stands between them.
        one: the template for one, where there are plural forms.
    """

    template: str
    context: str = "messages"
    one: str | None = None


def messages() -> list[Message]:
    """The templates of every message that a window may show, each once."""
    paths = [*(ROOT / "builder").rglob("*.py"), *(ROOT / "installer").rglob("*.py")]
    shown = [path for path in paths if not path.relative_to(ROOT).as_posix().startswith(NEVER_IN_A_WINDOW)]
    found = dict.fromkeys(message_of(call) for path in sorted(shown) for call in calls_in(path))
    # What consists of placeholders, or only separates lines, is the same in every language.
    return [message for message in found if _PLACEHOLDER.sub("", message.template).strip(" \n-•")]


def calls_in(path: Path) -> Iterator[ast.Call]:
    """Find the calls in a module that make texts."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _SAYING:
            yield node


def message_of(call: ast.Call) -> Message:
    """Read the message off a call.

    Raises:
        ValueError: its template is not a literal.
    """
    function = ast.unparse(call.func)
    if function == "say":
        return Message(_literal([*windows_of(call), call.args[0]][0]))
    if function == "say_count":
        return Message(_literal(call.args[2]), one=_literal(call.args[1]))
    return Message(_literal(call.args[0]), "words")


def windows_of(call: ast.Call) -> list[ast.expr]:
    """The template for windows, if a call has one."""
    return [keyword.value for keyword in call.keywords if keyword.arg == "window"]


def _literal(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise ValueError(f"line {node.lineno}: the template {ast.unparse(node)} is not a literal")


def update(folder: Path) -> None:
    """Add and drop texts in the `.ts` files of a folder."""
    known = messages()
    with tempfile.TemporaryDirectory() as temporary:
        source = Path(temporary) / "messages.py"
        source.write_text("".join(map(_as_qt_has_it, known)), encoding="utf-8")
        _lupdate(source, folder)
        english = folder / "engine-installer_en.ts"
        if _fill_in_plurals(english, {message.template: message.one for message in known if message.one}):
            _lupdate(source, folder)


def _as_qt_has_it(message: Message) -> str:
    count = ", None, 2" if message.one else ""
    return f"QCoreApplication.translate({message.context!r}, {message.template!r}{count})\n"


def _fill_in_plurals(catalogue: Path, one_of: dict[str, str]) -> bool:
    """Write the English plural forms of messages, which are in the code; tells whether there was anything to write."""
    tree = ET.parse(catalogue)  # noqa: S314, our own file
    changed = False
    for message in tree.getroot().iter("message"):
        many, translation = message.findtext("source") or "", message.find("translation")
        if translation is None or many not in one_of:
            continue
        forms = list(translation.iter("numerusform"))
        if [form.text for form in forms] != [one_of[many], many]:
            forms[0].text, forms[1].text = one_of[many], many
            translation.attrib.pop("type", None)
            changed = True
    if changed:
        tree.write(catalogue, encoding="utf-8", xml_declaration=True)
    return changed


def _lupdate(messages_file: Path, folder: Path) -> None:
    sources = sorted(str(path.relative_to(ROOT)) for path in WIZARD.rglob("*.py"))
    catalogues = [str(folder / f"engine-installer_{language}.ts") for language in LANGUAGES]
    options = ["-source-language", "en", "-locations", "none", "-no-obsolete", "-no-ui-lines"]
    _run("pyside6-lupdate", *options, *sources, str(messages_file), "-ts", *catalogues)


def release(folder: Path, out: Path) -> None:
    """Make the `.qm` files of the `.ts` files of a folder."""
    for catalogue in sorted(folder.glob("*.ts")):
        _run("pyside6-lrelease", "-silent", str(catalogue), "-qm", str(out / f"{catalogue.stem}.qm"))


def _run(program: str, *arguments: str) -> None:
    path = Path(sys.executable).with_name(program)
    subprocess.run([str(path), *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    update(CATALOGUES)
    release(CATALOGUES, CATALOGUES)
