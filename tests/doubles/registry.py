"""A stand-in for the module winreg of Python on Windows: keys are kept in dictionaries, and what is asked is noted.

Names, arguments and errors as in docs.python.org/3/library/winreg.html.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Value = str | int


@dataclass
class Key:
    """An open key, as a context manager."""

    values: dict[str, tuple[Value, int]]
    access: int
    open: bool = True

    def __enter__(self) -> Key:
        return self

    def __exit__(self, *_: object) -> None:
        self.open = False


@dataclass
class Registry:
    """What behaves like the module.

    Attributes:
        keys: by root, whether in the 64-bit view, and path; each has its values with their kinds. Paths differ in more
            than upper and lower case.
        refuse: opening and creating keys is refused.
        refused_value: writing the value of this name is refused.
    """

    keys: dict[tuple[int, bool, str], dict[str, tuple[Value, int]]] = field(default_factory=dict)
    refuse: bool = False
    refused_value: str = ""

    HKEY_CURRENT_USER = 0x80000001
    HKEY_LOCAL_MACHINE = 0x80000002
    KEY_READ = 0x20019
    KEY_WRITE = 0x20006
    KEY_WOW64_64KEY = 0x0100
    REG_SZ = 1
    REG_DWORD = 4

    def _place(self, root: int, path: str, access: int) -> tuple[int, bool, str]:
        assert root in (self.HKEY_CURRENT_USER, self.HKEY_LOCAL_MACHINE)
        if self.refuse:
            raise PermissionError(13, "Access is denied")
        return root, bool(access & self.KEY_WOW64_64KEY), path.lower()

    def CreateKeyEx(self, key: int, sub_key: str, reserved: int = 0, access: int = KEY_WRITE) -> Key:  # noqa: N802
        assert reserved == 0
        return Key(self.keys.setdefault(self._place(key, sub_key, access), {}), access)

    def OpenKeyEx(self, key: int, sub_key: str, reserved: int = 0, access: int = KEY_READ) -> Key:  # noqa: N802
        assert reserved == 0
        place = self._place(key, sub_key, access)
        if place not in self.keys:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return Key(self.keys[place], access)

    OpenKey = OpenKeyEx

    def DeleteKeyEx(  # noqa: N802
        self, key: int, sub_key: str, access: int = KEY_WOW64_64KEY, reserved: int = 0
    ) -> None:
        assert reserved == 0
        place = self._place(key, sub_key, access)
        if place not in self.keys:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        assert not [path for *_, path in self.keys if path.startswith(f"{place[2]}\\")], "it has subkeys"
        del self.keys[place]

    def SetValueEx(self, key: Key, name: str, reserved: int, kind: int, value: Value) -> None:  # noqa: N802
        assert key.open
        assert key.access & self.KEY_WRITE == self.KEY_WRITE
        assert reserved == 0
        if name == self.refused_value:
            raise PermissionError(13, "Access is denied")
        if kind == self.REG_DWORD:
            assert isinstance(value, int)
            assert 0 <= value < 1 << 32
        else:
            assert isinstance(value, str)
            assert "\0" not in value
        key.values[name] = (value, kind)

    def QueryValueEx(self, key: Key, name: str) -> tuple[Value, int]:  # noqa: N802
        assert key.open
        assert key.access & self.KEY_READ == self.KEY_READ
        if name not in key.values:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return key.values[name]

    def DeleteValue(self, key: Key, name: str) -> None:  # noqa: N802
        assert key.open
        assert key.access & self.KEY_WRITE == self.KEY_WRITE
        if name not in key.values:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        del key.values[name]

    def EnumValue(self, key: Key, index: int) -> tuple[str, Value, int]:  # noqa: N802
        assert key.open
        if index >= len(key.values):
            raise OSError(259, "No more data is available")
        name = list(key.values)[index]
        return name, *key.values[name]

    def QueryInfoKey(self, key: Key) -> tuple[int, int, int]:  # noqa: N802
        assert key.open
        return 0, len(key.values), 0
