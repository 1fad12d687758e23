"""How a GPU's Tensor Cores take sizes and data types, by PyTorch: the figures of docs/vendors/advice.md.

`python bench/tensor_cores.py` needs an NVIDIA GPU and PyTorch, which is none of our dependencies. It prints
one line per operation: milliseconds, the median of five times 20 runs, and TFLOPS.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from typing import Any

CONVOLUTIONS = (
    (64, 27), (64, 32), (64, 60), (64, 64), (63, 63), (100, 100), (104, 104), (128, 128), (255, 255), (256, 256),
)  # fmt: skip
MATRICES = (
    (4096, 4096, 4096), (4096, 4096, 4092), (4096, 4096, 4095), (4096, 768, 30522), (4096, 768, 30528),
)  # fmt: skip
INT8_MATRICES = ((4096, 4096, 4096), (4096, 4088, 4096), (4096, 4096, 4088), (4096, 4096, 4080))
_SIZE, _BATCH = 512, 4
_ROUNDS, _RUNS = 5, 20


def main() -> int:
    """Measure everything."""
    import torch

    torch.backends.cudnn.benchmark = True
    say = sys.stdout.write
    say(f"{torch.cuda.get_device_name()}, PyTorch {torch.__version__}, cuDNN {torch.backends.cudnn.version()}\n")
    for kind in (torch.float16, torch.bfloat16, torch.float32):
        for tf32 in (True, False) if kind == torch.float32 else (True,):
            torch.backends.cudnn.allow_tf32 = torch.backends.cuda.matmul.allow_tf32 = tf32
            name = f"{str(kind).removeprefix('torch.')}{'' if tf32 else ' without TF32'}"
            for sizes in CONVOLUTIONS:
                say(f"convolution, {name}, {sizes[0]} to {sizes[1]}: {_convolution(torch, kind, *sizes)}\n")
            for matrix in MATRICES:
                say(f"matrix product, {name}, {' x '.join(map(str, matrix))}: {_product(torch, kind, *matrix)}\n")
    for matrix in INT8_MATRICES:
        say(f"matrix product, int8, {' x '.join(map(str, matrix))}: {_product(torch, torch.int8, *matrix)}\n")
    return 0


def _convolution(torch: Any, kind: Any, into: int, out: int) -> str:
    layout = {"memory_format": torch.channels_last}
    image = torch.randn(_BATCH, into, _SIZE, _SIZE, device="cuda", dtype=kind).to(**layout)
    layer = torch.nn.Conv2d(into, out, 3, padding=1).to("cuda", kind).to(**layout)
    with torch.inference_mode():
        return _line(torch, lambda: layer(image), _BATCH * _SIZE * _SIZE * 9 * into * out)


def _product(torch: Any, kind: Any, rows: int, depth: int, columns: int) -> str:
    shapes = (rows, depth), (columns, depth)
    if kind == torch.int8:
        left, right = (torch.randint(-9, 9, shape, device="cuda", dtype=kind) for shape in shapes)
        return _line(torch, lambda: torch._int_mm(left, right.t()), rows * depth * columns)
    left, right = (torch.randn(shape, device="cuda", dtype=kind) for shape in shapes)
    with torch.inference_mode():
        return _line(torch, lambda: left @ right.t(), rows * depth * columns)


def _line(torch: Any, run: Callable[[], Any], multiply_adds: int) -> str:
    for _ in range(5):
        run()
    rounds = []
    for _ in range(_ROUNDS):
        start, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
        start.record()
        for _ in range(_RUNS):
            run()
        end.record()
        torch.cuda.synchronize()
        rounds.append(start.elapsed_time(end) / _RUNS)
    milliseconds = statistics.median(rounds)
    return f"{milliseconds:.3f} ms, {2 * multiply_adds / milliseconds / 1e9:.0f} TFLOPS"


if __name__ == "__main__":
    sys.exit(main())
