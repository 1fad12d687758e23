"""The shortcut on the desktop, which users ask for when everything is installed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from builder.base.cancellation import NEVER
from builder.base.errors import EngineInstallerError, NotInstalled
from builder.base.files import write_atomically
from builder.base.json_file import to_bytes
from builder.base.text import say
from installer.target.installation import Installation
from installer.target.paths import RECEIPT
from installer.target.receipt import Receipt, read_receipt
from installer.target.registration import shortcuts
from installer.target.request import Request


def offers_shortcut(target: Path) -> bool:
    """Whether what is installed in a target can get a shortcut from this process, one that is also removed with it."""
    installation = Installation(Request(target=target))
    try:
        receipt = read_receipt(installation.target)
    except EngineInstallerError:
        return False
    return receipt is not None and shortcuts.shortcut_path(installation.entry(receipt, None)) is not None


def add_desktop_shortcut(target: Path) -> Path:
    """Put a shortcut to what is installed in a target on the desktop, and note it, so that a removal takes it away.

    Returns:
        The shortcut.

    Raises:
        NotInstalled: there is nothing to start, or no desktop.
        EngineInstallerError: the system refused.
    """
    installation = Installation(Request(target=target))
    receipt = read_receipt(installation.target)
    installation.check_permitted(receipt)
    with installation.held(receipt.app if receipt else None, NEVER):
        receipt = read_receipt(installation.target)
        entry = installation.entry(receipt, installation.store.read_index()) if receipt else None
        path = shortcuts.shortcut_path(entry) if entry else None
        if receipt is None or entry is None or path is None:
            raise NotInstalled(say("There is nothing in {folder} that a shortcut could start.", folder=target))
        # Noted first: a note without a shortcut does no harm.
        if str(path) not in receipt.shortcuts:
            _note(installation, replace(receipt, shortcuts=(*receipt.shortcuts, str(path))))
        shortcuts.write_shortcut(entry, path)
    return path


def _note(installation: Installation, receipt: Receipt) -> None:
    staged = installation.transaction.stage(RECEIPT)
    write_atomically(installation.target / RECEIPT, to_bytes(receipt), staged)
