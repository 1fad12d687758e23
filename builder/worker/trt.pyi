"""NVIDIA's classes, for annotations: there is no such module at run time, where `load_library` gives the library.

Here everything is `Any`. tests/contract puts the stubs of each supported version in this place, which it generates from
NVIDIA's real bindings, with `Library` as the type of the module itself.
"""

from typing import Any

def __getattr__(name: str) -> Any: ...
