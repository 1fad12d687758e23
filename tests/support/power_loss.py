"""A model of a disk that loses its power: which trees it may show afterwards, given the system calls before.

A change is pending until the file or the folder that it is in is flushed (fsync). Of what is pending, the disk may
keep anything, in any order: the content of a file is lost, torn or there; an entry of a folder is lost or there, also
when a later one stays. A new folder that is not flushed into its parent is lost with everything in it. That is the
weakest order that POSIX allows, with one exception: a rename never loses the file. It may leave it with the new name,
with the old one, or, until the old folder is flushed as well, with both.

File systems in use promise more. ext4, XFS and Btrfs write the entries of all folders in their order, so that of
entries only a last part is lost, and one flush flushes what came before; ext4 as it is usually mounted (data=ordered,
auto_da_alloc) writes the content of a file before a rename that replaces another one. A program that is right here is
right there as well.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.traces import Call


@dataclass(frozen=True)
class Content:
    """What a file holds, or where a symbolic link leads to."""

    data: bytes
    mode: int
    is_link: bool = False
    digest: bytes = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", hashlib.sha256(self.data).digest())


@dataclass(eq=False)
class Node:
    """A file or a folder, as everybody sees it and as the disk has it.

    Attributes:
        content: of a file, now; None of a folder.
        entries: of a folder, now.
        kept_content: what is flushed.
        kept_entries: those that are flushed.
    """

    content: Content | None = None
    entries: dict[str, Node] = field(default_factory=dict)
    kept_content: Content | None = None
    kept_entries: dict[str, Node] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Entry:
    """That a name in a folder leads to a node, or no longer."""

    folder: Node
    name: str
    node: Node
    appears: bool = True

    def apply(self, entries: dict[str, Node]) -> None:
        if self.appears:
            entries[self.name] = self.node
        elif entries.get(self.name) is self.node:
            del entries[self.name]


@dataclass(frozen=True, eq=False)
class Names:
    """A pending change of folders, in one step: entries that appear, and those that disappear."""

    entries: tuple[Entry, ...]


@dataclass(eq=False)
class Written:
    """A pending change of a file's content."""

    node: Node
    content: Content


Pending = Names | Written
Tree = Mapping[str, Content | None]
"""The paths of a tree with their contents; None of a folder."""


def key_of(tree: Tree) -> frozenset[tuple[str, bytes, int]]:
    """What two equal trees have in common."""
    return frozenset((path, item.digest, item.mode) if item else (path, b"", 0) for path, item in tree.items())


def read_tree(folder: Path) -> dict[str, Content | None]:
    """The tree that is there."""
    tree: dict[str, Content | None] = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        mode, name = stat.S_IMODE(status.st_mode), path.relative_to(folder).as_posix()
        if stat.S_ISLNK(status.st_mode):
            tree[name] = Content(os.fsencode(path.readlink()), 0o777, is_link=True)
        else:
            tree[name] = Content(path.read_bytes(), mode) if stat.S_ISREG(status.st_mode) else None
    return tree


def write_tree(tree: Tree, folder: Path) -> None:
    """Make a tree, in the place of what is there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, item in sorted(tree.items()):
        path = folder / name
        if item is None:
            path.mkdir()
        elif item.is_link:
            path.symlink_to(os.fsdecode(item.data))
        else:
            path.write_bytes(item.data)
            path.chmod(item.mode)


class Disk:
    """A disk with one folder, everything in which has been flushed before the first call."""

    def __init__(self, folder: Path, tree: Tree) -> None:
        self._folder = folder
        self._root = Node()
        self.pending: list[Pending] = []
        for name, item in sorted(tree.items()):
            parent = self._node((folder / name).parent)
            node = Node(item, kept_content=item)
            parent.entries[Path(name).name] = parent.kept_entries[Path(name).name] = node

    def _node(self, path: Path) -> Node:
        node = self._root
        for part in path.relative_to(self._folder).parts:
            node = node.entries[part]
        return node

    def apply(self, call: Call) -> None:
        """Do what a system call does."""
        path = call.path
        match call.kind:
            case "open":
                if path.name not in self._node(path.parent).entries:
                    empty = Content(b"", 0o644)
                    self._enter(self._entry(path, Node(empty, kept_content=empty)))
                elif call.is_emptied:
                    self._write(path, b"")
            case "write":
                old = self._content(path).data
                at = len(old) if call.number < 0 else call.number
                self._write(path, old[:at].ljust(at, b"\0") + call.content + old[at + len(call.content) :])
            case "truncate":
                self._write(path, self._content(path).data[: call.number].ljust(call.number, b"\0"))
            case "mode":
                if (there := self._node(path).content) is not None:
                    self._set(self._node(path), Content(there.data, call.number))
            case "mkdir":
                self._enter(self._entry(path, Node()))
            case "symlink":
                leads = Content(os.fsencode(call.to), 0o777, is_link=True)
                self._enter(self._entry(path, Node(leads, kept_content=leads)))
            case "link":
                self._enter(self._entry(call.to, self._node(path)))
            case "rename":
                node = self._node(path)
                if self._node(call.to.parent).entries.get(call.to.name) is not node:
                    self._enter(self._entry(call.to, node), self._entry(path, node, appears=False))
            case "unlink" | "rmdir":
                self._enter(self._entry(path, self._node(path), appears=False))
            case "flush":
                self._flush(self._node(path))

    def read(self, path: Path) -> bytes:
        """What everybody reads in a file while there is power."""
        return self._content(path).data

    def _content(self, path: Path) -> Content:
        content = self._node(path).content
        assert content is not None
        return content

    def _write(self, path: Path, data: bytes) -> None:
        self._set(self._node(path), Content(data, self._content(path).mode))

    def _set(self, node: Node, content: Content) -> None:
        node.content = content
        for item in self.pending:
            if isinstance(item, Written) and item.node is node:
                item.content = content
                return
        self.pending.append(Written(node, content))

    def _entry(self, path: Path, node: Node, *, appears: bool = True) -> Entry:
        return Entry(self._node(path.parent), path.name, node, appears)

    def _enter(self, *entries: Entry) -> None:
        for entry in entries:
            entry.apply(entry.folder.entries)
        self.pending.append(Names(entries))

    def _flush(self, node: Node) -> None:
        left: list[Pending] = []
        for item in self.pending:
            if not _is_in(item, node):
                left.append(item)
            elif isinstance(item, Written):
                node.kept_content = item.content
            else:
                left += _without(item, node)
        self.pending = left

    def flushed_by(self, path: Path) -> list[Pending]:
        """What is pending and would not be after a flush."""
        node = self._node(path)
        return [item for item in self.pending if _is_in(item, node)]

    def after_loss_of(self, lost: Collection[Pending]) -> Iterator[Tree]:
        """The trees after a cut that loses some of what is pending: all or one of it, or everything."""
        yield self._tree((), None)
        yield self._tree([item for item in self.pending if item not in lost], None)
        for one in lost:
            yield self._tree([item for item in self.pending if item is not one], None)
            if isinstance(one, Written):
                yield self._tree(self.pending, one)

    def is_kept(self, path: Path) -> bool:
        """Whether nothing of a file, its content or the way to it, can be lost any more."""
        node = self._root
        for part in path.relative_to(self._folder).parts:
            if node.kept_entries.get(part) is not node.entries[part]:
                return False
            node = node.entries[part]
        return node.content == node.kept_content

    def tree(self) -> Tree:
        """What everybody sees while there is power."""
        return self._tree(self.pending, None)

    def after_cut(self) -> Iterator[Tree]:
        """The trees that may be there when the power fails now.

        Everything pending is lost, or kept; one change alone is lost, or kept; the last ones are lost; and of each of
        these, the last content that is kept is torn. All subsets would be too many.
        """
        pending = self.pending
        every = range(len(pending))
        chosen = [
            *(list(every[:count]) for count in range(len(pending) + 1)),
            *([other for other in every if other != lost] for lost in every),
            *([kept] for kept in every),
        ]
        for numbers in chosen:
            kept = [pending[number] for number in numbers]
            yield self._tree(kept, None)
        for torn in every:
            item = pending[torn]
            if isinstance(item, Written):
                for numbers in (list(every), list(every[: torn + 1]), [torn]):
                    yield self._tree([pending[number] for number in numbers], item)

    def _tree(self, kept: Iterable[Pending], torn: Written | None) -> Tree:
        entries: dict[Node, dict[str, Node]] = {}
        contents: dict[Node, Content] = {}
        for item in kept:
            if isinstance(item, Written):
                contents[item.node] = _torn(item) if item is torn else item.content
                continue
            for entry in item.entries:
                entry.apply(entries.setdefault(entry.folder, dict(entry.folder.kept_entries)))
        tree: dict[str, Content | None] = {}

        def walk(folder: Node, prefix: str) -> None:
            for name, node in entries.get(folder, folder.kept_entries).items():
                tree[prefix + name] = contents.get(node, node.kept_content)
                if node.content is None:
                    walk(node, f"{prefix}{name}/")

        walk(self._root, "")
        return tree


def _is_in(item: Pending, node: Node) -> bool:
    """Whether a flush of a file or folder flushes a change.

    The first entry of a rename is the new name. Where only the old folder is flushed, nothing of it is: that would lose
    the file.
    """
    return item.node is node if isinstance(item, Written) else item.entries[0].folder is node


def _without(item: Names, node: Node) -> list[Names]:
    """Flush what a change does in a folder; returns what is left of it."""
    rest = tuple(entry for entry in item.entries if entry.folder is not node)
    for entry in item.entries:
        if entry.folder is node:
            entry.apply(node.kept_entries)
    return [Names(rest)] if rest else []


def _torn(item: Written) -> Content:
    """A part of what was written: half of what is new."""
    before = item.node.kept_content
    old = before.data if before and item.content.data.startswith(before.data) else b""
    return Content(item.content.data[: (len(old) + len(item.content.data)) // 2], item.content.mode)
