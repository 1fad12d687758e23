from __future__ import annotations

import importlib.metadata
import sys
from email.message import Message
from typing import cast

from builder.vendor.packaging.components import compiled_into, component_of, licence_name


def test_wheels_without_a_licence_text_get_one() -> None:
    qt = component_of("PySide6-Essentials")
    assert qt.licence == "LGPL-3.0-only"
    assert [text.name for text in qt.texts] == ["LGPL-3.0.txt", "GPL-3.0.txt"]
    assert b"GNU LESSER GENERAL PUBLIC LICENSE" in qt.texts[0].content
    (text,) = component_of("nvidia-ml-py").texts
    assert b"NVIDIA Corporation" in text.content
    assert b"THE POSSIBILITY OF SUCH DAMAGE." in text.content
    assert b"import" not in text.content


def test_nvidias_licence_is_among_the_texts() -> None:
    texts = component_of("tensorrt-rtx-cu13-libs").texts
    assert any(b"NVIDIA" in text.content for text in texts)


def test_what_is_compiled_into_a_wheel_is_a_component() -> None:
    """As far as a wheel itself tells; whoever looks for holes in OpenSSL must find the program that has it."""
    (openssl,) = compiled_into(component_of("cryptography"))
    assert (openssl.name, openssl.kind, openssl.licence) == ("openssl", "generic", "Apache-2.0")
    assert openssl.version.count(".") == 2
    assert any(b"Apache License" in text.content for text in openssl.texts)
    assert {part.name: part.licence for part in compiled_into(component_of("onnx"))}["protobuf"] == "BSD-3-Clause"
    assert not list(compiled_into(component_of("tuf")))


def metadata(**fields: str) -> importlib.metadata.PackageMetadata:
    message = Message()
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    return cast(importlib.metadata.PackageMetadata, message)


def test_a_licence_is_named_as_the_metadata_can() -> None:
    osi = "License :: OSI Approved :: MIT License"
    assert licence_name(metadata(License_Expression="MIT OR Apache-2.0", License="other")) == "MIT OR Apache-2.0"
    assert licence_name(metadata(License="BSD", Classifier=osi)) == "BSD"
    assert licence_name(metadata(License="line one\nline two", Classifier=osi)) == "MIT License"
    assert licence_name(metadata(Classifier="License :: OSI Approved")) == ""
    assert licence_name(metadata()) == ""


def test_no_path_of_this_computer_is_part_of_a_component() -> None:
    assert sys.prefix not in repr(component_of("numpy"))
