"""Advice on what a model computes in, and in which sizes. docs/vendors/advice.md has the source of every figure."""

from __future__ import annotations

from collections.abc import Sequence

from builder.app_package.package import PackagedModel
from builder.base.quantities import Bytes
from builder.vendor.advice.advice import Advice
from builder.vendor.advice.subject import Subject
from builder.vendor.models.arithmetic import Product
from builder.vendor.models.facts import ModelFacts, facts_of
from builder.vendor.models.onnx_file import NotOnnx, load_onnx

_FP32_RATE = 6.45e12
"""Operations per second of a GeForce RTX 2060, two to a multiply-add: 1920 cores at 1.68 GHz."""
WORTHWHILE_MULTIPLY_ADDS = 1_000_000_000
"""0.3 ms at that rate; of less, a half is not worth converting or retraining a model for."""
WORTHWHILE_WEIGHT_BYTES = 32 << 20
"""What is read once in each inference even where little is computed, and downloaded by every user."""
WORTHWHILE_SHARE = 0.1
"""Of all multiply-adds. A convolution of 64 to 27 channels takes 1.4 times as long as one to 32 (measured on an H200):
some 3% of a model's time where its share is 10%."""

_ALIGNMENT = {"fp32": 4, "fp16": 8, "bf16": 8, "int8": 16, "fp8": 16}
"""Elements of 16 bytes; fp32 is multiplied as TF32."""
_DATA = 4
"""Up to this many channels are what the data has: gray, color, color with alpha."""
_FEW = 6


def channel_alignment(subject: Subject) -> Advice | None:
    """Channel counts that Tensor Cores have to be fed padding for."""
    total = subject.multiply_adds
    concerned = [product for product in subject.products if _misaligned(product)]
    work = sum(product.multiply_adds for product in concerned)
    if total < WORTHWHILE_MULTIPLY_ADDS or work < total * WORTHWHILE_SHARE:
        return None
    sizes = sorted({size for product in concerned for size in _misaligned(product)})
    multiples = " and ".join(
        sorted({f"{_ALIGNMENT[product.data_type]} ({product.data_type})" for product in concerned})
    )
    listed = ", ".join(map(str, sizes[:_FEW])) + (", …" if len(sizes) > _FEW else "")
    number = f"{len(concerned)} of {len(subject.products)} convolutions and matrix products"
    return subject.advice(
        "channel-alignment",
        f"{number} have channel counts that are not multiples of {multiples}: {listed}.",
        f"They take {work / total:.0%} of the multiply-adds. TensorRT pads them to the next multiple; with cuDNN and "
        "cuBLAS on an H200, such convolutions take 1.2 to 2.3 times as long, such matrix products 1.7 to 8 times.",
        f"Round the counts up when you train the next version, such as {_rounded(concerned)}: the larger model is "
        "faster, or pad the weights with zeros.",
    )


def _misaligned(product: Product) -> tuple[int, ...]:
    multiple = _ALIGNMENT.get(product.data_type)
    return tuple(size for size in product.channels if multiple and size > _DATA and size % multiple)


def _rounded(concerned: Sequence[Product]) -> str:
    """The most worthwhile example."""
    product = max(concerned, key=lambda item: item.multiply_adds)
    size, multiple = _misaligned(product)[0], _ALIGNMENT[product.data_type]
    return f"{size} to {-(-size // multiple) * multiple}"


def fp32_on_tensor_cores(subject: Subject) -> Advice | None:
    """Models in fp32 that would be faster in fp16."""
    work = sum(product.multiply_adds for product in subject.products if product.data_type == "fp32")
    # What a damaged file declares may be more than it has.
    stored = min(subject.facts.weight_bytes, subject.model.total_bytes)
    weights = stored if subject.facts.precision == "fp32" else 0
    computes = work >= max(WORTHWHILE_MULTIPLY_ADDS, subject.multiply_adds / 2)
    if not computes and weights < WORTHWHILE_WEIGHT_BYTES:
        return None
    if any(_is_same_in_less(subject.facts, other) for other in subject.others):
        return None
    what = "The model is in fp32."
    if computes:
        milliseconds = 2 * work / _FP32_RATE * 1000
        what = (
            f"The model computes {work / 1e9:,.1f} billion multiply-adds in fp32, at least {milliseconds:,.1f} ms on a "
            "GeForce RTX 2060."
        )
    return subject.advice(
        "fp32-on-tensor-cores",
        what,
        "Tensor Cores multiply fp16 2 to 4 times as fast as TF32 on GeForce RTX 30 and later, and those of GeForce "
        f"RTX 20 have no TF32: 4 to 8 times. Weights of {Bytes(stored)} become half as large in "
        "the download, the engine and GPU memory.",
        "Convert it to fp16 (docs/app-package.md, Converting a model), compare the outputs, and set precision = "
        '"fp16".',
    )


def _is_same_in_less(facts: ModelFacts, other: PackagedModel) -> bool:
    """Whether another model of the package is this one, converted: then the vendor knows."""
    try:
        theirs = facts_of(other.onnx.path, load_onnx(other.onnx.path))
    except NotOnnx:
        return False
    ends = [[(tensor.name, tensor.shape) for tensor in (*each.inputs, *each.outputs)] for each in (facts, theirs)]
    # A conversion adds a number here and there.
    alike = abs(theirs.parameters - facts.parameters) <= facts.parameters / 100
    return ends[0] == ends[1] and alike and theirs.precision not in (None, "fp32")
