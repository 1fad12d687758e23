"""What the real models of `third_party.py` are fed with: pictures with text, synthetic voices and notes, real files.

Random numbers hardly excite a detector, so they would hide what half precision does to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.support.program import ROOT

Sample = Mapping[str, NDArray[Any]]

FRAME = 576  # 32 ms of sound at 16 kHz, and the 64 samples before them


def picture(name: str) -> NDArray[np.float32]:
    """A picture of the documentation, which is full of text: height, width, RGB from 0 to 255."""
    from PySide6.QtGui import QImage

    image = QImage(str(ROOT / "docs" / "pictures" / name)).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(np.float32)


def for_ocr(pixels: NDArray[np.float32]) -> NDArray[np.float32]:
    """As PP-OCR wants it: BGR, from -1 to 1, channels first, in a batch of one."""
    return np.ascontiguousarray((pixels[..., ::-1] / 127.5 - 1).transpose(2, 0, 1)[None])


def pages() -> list[Sample]:
    return [
        {"x": for_ocr(picture(name)[top : top + 480, left : left + 640])}
        for name, top, left in (("window.png", 0, 0), ("pages.png", 0, 0), ("pages.png", 560, 400))
    ]


def lines() -> list[Sample]:
    """Six lines of text of equal size in a batch, 48 pixels high."""
    whole = picture("pages.png")
    places = [(37, 20), (90, 20), (10, 470), (180, 855), (120, 510), (300, 50)]
    cut = [whole[top : top + 24, left : left + 160].repeat(2, axis=0).repeat(2, axis=1) for top, left in places]
    return [{"x": np.concatenate([for_ocr(line) for line in cut])}]


def narrow_lines() -> list[Sample]:
    return [{"x": np.ascontiguousarray(sample["x"][..., :192])} for sample in lines()]


def voice(seconds: float, rate: int = 16_000) -> NDArray[np.float32]:
    """A sung vowel whose pitch and formants move, with pauses and a breath of noise."""
    time = np.arange(int(seconds * rate)) / rate
    pitch = 140 + 30 * np.sin(2 * np.pi * 0.7 * time)
    phase = 2 * np.pi * np.cumsum(pitch) / rate
    formants = ((700 + 200 * np.sin(2 * np.pi * 1.3 * time), 90), (1220 + 300 * np.sin(2 * np.pi * time), 120))
    sound = np.zeros_like(time)
    for harmonic in range(1, 30):
        strength = sum(1 / (1 + ((harmonic * pitch - centre) / width) ** 2) for centre, width in formants)
        sound += (strength + 0.02) * np.sin(harmonic * phase)
    sound *= np.clip(2 * np.sin(2 * np.pi * 1.1 * time) + 0.5, 0, 1)
    sound += 0.01 * np.random.default_rng(7).standard_normal(len(time))
    return np.asarray(0.5 * sound / np.abs(sound).max(), np.float32)


def frames(count: int) -> NDArray[np.float32]:
    sound = voice(count * 0.032 + 0.1)
    return np.stack([sound[start : start + FRAME] for start in range(0, count * 512, 512)])


def with_state(**state: Sequence[int]) -> dict[str, NDArray[np.float32]]:
    """A state as it is in the middle of a sound: from -1 to 1, as an LSTM's is."""
    random = np.random.default_rng(11)
    return {name: np.tanh(random.standard_normal(shape, np.float32)) for name, shape in state.items()}


def voice_sequence() -> list[Sample]:
    return [{"input": frames(64), **{name: np.zeros((1, 1, 128), np.float32) for name in "hc"}}]


def voice_frame() -> list[Sample]:
    return [{"input": frame[None], **with_state(state=(2, 1, 128))} for frame in frames(24)[::6]]


def voice_with_if() -> list[Sample]:
    return [{**sample, "sr": np.array(16_000, np.int64)} for sample in voice_frame()]


def beginning_and_end(file: Path) -> NDArray[np.int32]:
    """As magika wants a file: its first and last 1024 bytes, 256 where there are none."""
    content = file.read_bytes().strip()
    first, last = content[:1024], content[-1024:]
    padding = [256]
    numbers = [*first, *padding * (1024 - len(first)), *padding * (1024 - len(last)), *last]
    return np.array(numbers, np.int32)


def files() -> list[Sample]:
    names = ("README.md", "pyproject.toml", "builder/base/files.py", "docs/pictures/window.png", "LICENSE")
    return [{"bytes": np.stack([beginning_and_end(ROOT / name) for name in names])}]


def notes() -> list[Sample]:
    """Two seconds of three notes that are plucked one after the other."""
    time = np.arange(43_844) / 22_050
    sound = np.zeros_like(time)
    for begin, frequency in ((0.1, 261.63), (0.6, 329.63), (1.1, 392.0)):
        after = np.clip(time - begin, 0, None)
        for harmonic in range(1, 8):
            sound += np.sin(2 * np.pi * harmonic * frequency * after) * np.exp(-3 * after) / harmonic * (after > 0)
    return [{"serving_default_input_2:0": (0.4 * sound / np.abs(sound).max()).astype(np.float32)[None, :, None]}]


def pitch() -> list[Sample]:
    limits = {"fmin": np.array(46.875, np.float32), "fmax": np.array(2093.75, np.float32)}
    return [{"audio": voice(1.0)[None], **limits}]


SAMPLES = {
    "ocr-detector": pages,
    "ocr-recogniser": lines,
    "ocr-classifier": narrow_lines,
    "voice-sequence": voice_sequence,
    "voice-with-if": voice_with_if,
    "voice-frame": voice_frame,
    "voice-of-whisper": voice_sequence,
    "file-type": files,
    "notes": notes,
    "pitch": pitch,
}
