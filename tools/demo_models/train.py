#!/usr/bin/env python3
"""Train the demo application's two small image networks on the CPU and write them as ONNX files.

The networks are ``upscale-x3`` (super-resolution, static shape) and ``denoise`` (noise removal, dynamic height and
width). Each is written in float32 and in float16. The training photos are the public-domain ones that ship inside the
scikit-image wheel, so the script needs no download; the held-out photos are used for the report alone.

The ONNX graphs are built node by node from the trained weights instead of through ``torch.onnx.export``: an exporter
changes its naming and its graph from release to release, and the bytes of these files shall depend on the weights only.

See ``README.md`` for how to run it, ``requirements.txt`` for the pinned versions, and ``docs/demo-models.md`` for the
measured figures.
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import json
import math
import platform
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
import skimage
import torch
from onnx import TensorProto, helper, numpy_helper
from PIL import Image
from skimage.restoration import denoise_nl_means
from torch import nn

FloatArray = npt.NDArray[np.float32]
ByteArray = npt.NDArray[np.uint8]
JsonObject = dict[str, Any]
Runner = Callable[[FloatArray], FloatArray]

PRODUCER_NAME = "engine-installer train_demo_models"
OPSET_VERSION = 17
# The intermediate-representation version that belongs to opset 17; the onnx package would otherwise write its newest
# one, which older runtimes refuse and which would make the bytes depend on the package version.
IR_VERSION = 8

PEAK_LEARNING_RATE = 1e-3
# Two libraries sum a convolution in different orders; a real mistake in a graph shows far above this.
ALLOWED_DIFFERENCE = 1e-4

UPSCALE_FACTOR = 3
UPSCALE_CHANNELS = 64
UPSCALE_BODY_LAYERS = 4
UPSCALE_INPUT_SIZE = 224
UPSCALE_PATCH_SIZE = 32
UPSCALE_BATCH_SIZE = 16

DENOISE_CHANNELS = 64
DENOISE_BLOCKS = 12
DENOISE_PATCH_SIZE = 40
DENOISE_BATCH_SIZE = 8
DENOISE_TRAINING_SIGMAS = (10.0, 35.0)
DENOISE_EVALUATION_SIGMAS = (15, 25, 35)

# Shrinking a photo hides its compression artefacts and its sensor noise, so the smaller copies are the sharper
# teachers; they also multiply the little material there is.
TRAINING_SCALES = (1.0, 0.75, 0.5)


@dataclass(frozen=True)
class Photograph:
    """One image file of the scikit-image wheel, with the licence that scikit-image states for it."""

    file_name: str
    sha256: str
    subject: str
    licence: str


TRAINING_PHOTOGRAPHS = (
    Photograph(
        "astronaut.png",
        "88431cd9653ccd539741b555fb0a46b61558b301d4110412b5bc28b5e3ea6cb5",
        "portrait of Eileen Collins",
        "public domain (NASA)",
    ),
    Photograph(
        "brick.png",
        "7966caf324f6ba843118d98f7a07746d22f6a343430add0233eca5f6eaaa8fcf",
        "brick wall, grey",
        "CC0 (CC0Textures)",
    ),
    Photograph(
        "camera.png",
        "b0793d2adda0fa6ae899c03989482bff9a42d3d5690fc7e3648f2795d730c23a",
        "man with a camera, grey",
        "CC0 (Lav Varshney)",
    ),
    Photograph(
        "grass.png",
        "b6b6022426b38936c43a4ac09635cd78af074e90f42ffa8227ac8b7452d39f89",
        "grass, grey",
        "CC0 (linolafett, DeviantArt)",
    ),
    Photograph(
        "gravel.png",
        "c48615b451bf1e606fbd72c0aa9f8cc0f068ab7111ef7d93bb9b0f2586440c12",
        "gravel, grey",
        "CC0 (CC0Textures)",
    ),
    Photograph(
        "hubble_deep_field.jpg",
        "3a19c5dd8a927a9334bb1229a6d63711b1c0c767fb27e2286e7c84a3e2c2f5f4",
        "Hubble eXtreme Deep Field",
        "public domain (NASA)",
    ),
    Photograph(
        "retina.jpg",
        "38a07f36f27f095e818aea7b96d34202c05176d30253c66733f2e00379e9e0e6",
        "human retina",
        "CC0 (Mikael Häggström)",
    ),
)

HELD_OUT_PHOTOGRAPHS = (
    Photograph(
        "chelsea.png",
        "596aa1e7cb875eb79f437e310381d26b338a81c2da23439704a73c4651e8c4bb",
        "cat",
        "CC0 (Stefan van der Walt)",
    ),
    Photograph(
        "coffee.png",
        "cc02f8ca188b167c775a7101b5d767d1e71792cf762c33d6fa15a4599b5a8de7",
        "cup of coffee on a table",
        "CC0 (Rachel Michetti)",
    ),
    Photograph(
        "rocket.jpg",
        "c2dd0de7c538df8d111e479619b129464d0269d0ae5fd18ca91d33a7fdfea95c",
        "rocket launch at dusk",
        "public domain (SpaceX)",
    ),
)


class UpscaleNetwork(nn.Module):
    """Sub-pixel convolution network that adds the missing detail to a bilinear enlargement.

    All work happens at the small size; the last convolution yields one channel per colour and sub-pixel position.
    """

    def __init__(self) -> None:
        """Create the layers with fresh weights."""
        super().__init__()
        self.head = activated_convolution(3, UPSCALE_CHANNELS, kernel_size=5)
        self.body = nn.ModuleList(
            activated_convolution(UPSCALE_CHANNELS, UPSCALE_CHANNELS, kernel_size=3) for _ in range(UPSCALE_BODY_LAYERS)
        )
        self.tail = nn.Conv2d(UPSCALE_CHANNELS, 3 * UPSCALE_FACTOR**2, kernel_size=3, padding=1)
        # Starting as the plain enlargement spares the first steps that would only rediscover it.
        for parameter in self.tail.parameters():
            nn.init.zeros_(parameter)

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        """Return the enlarged image, not yet clipped: clipping here would stop the gradient at black and white."""
        features: torch.Tensor = self.head(image)
        for layer in self.body:
            features = layer(features)
        detail = nn.functional.pixel_shuffle(self.tail(features), UPSCALE_FACTOR)
        base = nn.functional.interpolate(image, scale_factor=UPSCALE_FACTOR, mode="bilinear", align_corners=False)
        return base + detail


class ResidualBlock(nn.Module):
    """Two convolutions whose result is added to their input."""

    def __init__(self) -> None:
        """Create the layers with fresh weights."""
        super().__init__()
        self.conv1 = nn.Conv2d(DENOISE_CHANNELS, DENOISE_CHANNELS, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(DENOISE_CHANNELS, DENOISE_CHANNELS, kernel_size=3, padding=1)
        # Without normalisation layers the sum over all blocks would grow with the depth; small second convolutions
        # keep the first steps stable.
        with torch.no_grad():
            self.conv2.weight.mul_(0.1)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """Return the features with the block's correction added."""
        correction: torch.Tensor = self.conv2(nn.functional.relu(self.conv1(features)))
        return features + correction


class DenoiseNetwork(nn.Module):
    """Residual network that predicts the negated noise and adds it to the image."""

    def __init__(self) -> None:
        """Create the layers with fresh weights."""
        super().__init__()
        self.head = nn.Conv2d(3, DENOISE_CHANNELS, kernel_size=3, padding=1)
        self.body = nn.ModuleList(ResidualBlock() for _ in range(DENOISE_BLOCKS))
        self.tail = nn.Conv2d(DENOISE_CHANNELS, 3, kernel_size=3, padding=1)

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        """Return the cleaned image, not yet clipped: clipping here would stop the gradient at black and white."""
        features: torch.Tensor = nn.functional.relu(self.head(image))
        for block in self.body:
            features = block(features)
        correction: torch.Tensor = self.tail(features)
        return image + correction


def activated_convolution(input_channels: int, output_channels: int, kernel_size: int) -> nn.Sequential:
    """Return a size-keeping convolution followed by a rectifier with one learned slope per channel."""
    return nn.Sequential(
        OrderedDict[str, nn.Module](
            conv=nn.Conv2d(input_channels, output_channels, kernel_size, padding=kernel_size // 2),
            prelu=nn.PReLU(output_channels, init=0.1),
        )
    )


def photograph_path(photograph: Photograph) -> Path:
    """Return where the installed scikit-image wheel keeps the file, without triggering scikit-image's downloader."""
    return Path(skimage.__file__).parent / "data" / photograph.file_name


def load_photograph(photograph: Photograph) -> Image.Image:
    """Return the photo as RGB after checking that the file is exactly the one whose licence was looked up."""
    path = photograph_path(photograph)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != photograph.sha256:
        raise ValueError(f"{path} has sha256 {digest}, expected {photograph.sha256}")
    with Image.open(path) as image:
        return image.convert("RGB")


def crop_to_multiple(image: Image.Image, multiple: int) -> Image.Image:
    """Cut off the right and bottom edge so that both sides are multiples of the given number."""
    return image.crop((0, 0, image.width - image.width % multiple, image.height - image.height % multiple))


def shrink(image: Image.Image, factor: int) -> Image.Image:
    """Return the image at 1/factor of its size: bicubic with antialiasing, as is usual in super-resolution work.

    Pillow widens the bicubic kernel by the factor when it shrinks, which is the antialiasing.
    """
    return image.resize((image.width // factor, image.height // factor), Image.Resampling.BICUBIC)


def to_pixels(image: Image.Image) -> ByteArray:
    """Return the image as an array of height, width, channel."""
    return np.asarray(image, dtype=np.uint8)


def to_network_input(pixels: ByteArray) -> FloatArray:
    """Return the pixels in the networks' layout and range: [1, 3, height, width], 0..1."""
    return np.ascontiguousarray(pixels.transpose(2, 0, 1)[np.newaxis]).astype(np.float32) / np.float32(255)


def from_network_output(output: FloatArray) -> ByteArray:
    """Return a network's output as pixels, rounded as a program that shows the image would."""
    pixels: ByteArray = np.rint(np.clip(output[0], 0, 1) * 255).astype(np.uint8).transpose(1, 2, 0)
    return pixels


def scaled_copies(image: Image.Image, smallest_side: int) -> Iterator[Image.Image]:
    """Yield the image at every training scale that leaves both sides at least as long as asked for."""
    for scale in TRAINING_SCALES:
        size = (round(image.width * scale), round(image.height * scale))
        if min(size) >= smallest_side:
            yield image if scale == 1.0 else image.resize(size, Image.Resampling.LANCZOS)


def textured_corner(
    pixels: ByteArray, patch_size: int, generator: np.random.Generator, candidates: int = 2
) -> tuple[int, int]:
    """Return the top left corner of the most varied of a few random patches.

    Large parts of some photos are black sky or blank background, from which neither network learns anything.
    """
    corners = [
        (
            int(generator.integers(pixels.shape[0] - patch_size + 1)),
            int(generator.integers(pixels.shape[1] - patch_size + 1)),
        )
        for _ in range(candidates)
    ]
    return max(corners, key=lambda at: float(pixels[at[0] : at[0] + patch_size, at[1] : at[1] + patch_size].std()))


def augment_together(patches: list[FloatArray], generator: np.random.Generator) -> list[FloatArray]:
    """Turn, mirror, recolour and dim all patches (height, width, channel) in the same random way.

    Every change commutes with shrinking the image, so a small and a large patch still belong together. The channel
    gains also stand in for the colour that the grey training photos lack.
    """
    quarter_turns = int(generator.integers(4))
    mirrored = bool(generator.integers(2))
    channel_order = generator.permutation(3)
    gains = np.ones(3, dtype=np.float32)
    if generator.integers(2):
        gains = generator.uniform(0.5, 1.0, size=3).astype(np.float32)
    augmented = []
    for patch in patches:
        turned = np.rot90(patch, quarter_turns)
        if mirrored:
            turned = turned[:, ::-1]
        augmented.append(turned[:, :, channel_order] * gains)
    return augmented


def stack_patches(patches: list[FloatArray]) -> torch.Tensor:
    """Return the patches as one batch of [count, channel, height, width]."""
    return torch.from_numpy(np.ascontiguousarray(np.stack(patches).transpose(0, 3, 1, 2)))


def upscale_batches(seed: int) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    """Yield endless batches of small patches and the large patches that they were shrunk from."""
    generator = np.random.default_rng(seed)
    large_patch_size = UPSCALE_PATCH_SIZE * UPSCALE_FACTOR
    pairs_by_photograph = []
    for photograph in TRAINING_PHOTOGRAPHS:
        pairs = []
        for scaled in scaled_copies(load_photograph(photograph), large_patch_size):
            large = crop_to_multiple(scaled, UPSCALE_FACTOR)
            pairs.append((to_pixels(shrink(large, UPSCALE_FACTOR)), to_pixels(large)))
        pairs_by_photograph.append(pairs)
    while True:
        small_patches, large_patches = [], []
        for _ in range(UPSCALE_BATCH_SIZE):
            pairs = pairs_by_photograph[int(generator.integers(len(pairs_by_photograph)))]
            small_pixels, large_pixels = pairs[int(generator.integers(len(pairs)))]
            top, left = textured_corner(small_pixels, UPSCALE_PATCH_SIZE, generator)
            small = small_pixels[top : top + UPSCALE_PATCH_SIZE, left : left + UPSCALE_PATCH_SIZE]
            top, left = top * UPSCALE_FACTOR, left * UPSCALE_FACTOR
            large_patch = large_pixels[top : top + large_patch_size, left : left + large_patch_size]
            patches = [patch.astype(np.float32) / np.float32(255) for patch in (small, large_patch)]
            small_patch, target_patch = augment_together(patches, generator)
            small_patches.append(small_patch)
            large_patches.append(target_patch)
        yield stack_patches(small_patches), stack_patches(large_patches)


def denoise_batches(seed: int) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    """Yield endless batches of noisy patches and the clean patches below the noise.

    The noise is clipped to the range of an image, since the application's input cannot leave that range either.
    """
    generator = np.random.default_rng(seed)
    copies_by_photograph = [
        [to_pixels(scaled) for scaled in scaled_copies(load_photograph(photograph), DENOISE_PATCH_SIZE)]
        for photograph in TRAINING_PHOTOGRAPHS
    ]
    while True:
        noisy_patches, clean_patches = [], []
        for _ in range(DENOISE_BATCH_SIZE):
            copies = copies_by_photograph[int(generator.integers(len(copies_by_photograph)))]
            pixels = copies[int(generator.integers(len(copies)))]
            top, left = textured_corner(pixels, DENOISE_PATCH_SIZE, generator)
            patch = pixels[top : top + DENOISE_PATCH_SIZE, left : left + DENOISE_PATCH_SIZE]
            (clean,) = augment_together([patch.astype(np.float32) / np.float32(255)], generator)
            sigma = np.float32(generator.uniform(*DENOISE_TRAINING_SIGMAS) / 255)
            noise = generator.standard_normal(clean.shape, dtype=np.float32) * sigma
            noisy_patches.append(np.clip(clean + noise, 0, 1))
            clean_patches.append(clean)
        yield stack_patches(noisy_patches), stack_patches(clean_patches)


def learning_rate_factor(step: int, steps: int) -> float:
    """Return the share of the peak learning rate at a step: a short linear rise, then half a cosine down to zero."""
    rise = max(1, steps // 20)
    if step < rise:
        return (step + 1) / rise
    return 0.5 * (1 + math.cos(math.pi * (step - rise) / max(1, steps - rise)))


def train(
    name: str,
    network: nn.Module,
    batches: Iterator[tuple[torch.Tensor, torch.Tensor]],
    steps: int,
    peak_learning_rate: float,
) -> JsonObject:
    """Train the network in place on the mean absolute error and return the figures for the report."""
    optimizer = torch.optim.Adam(network.parameters(), lr=peak_learning_rate)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: learning_rate_factor(step, steps))
    network.train()
    started = time.monotonic()
    running_loss = 0.0
    for step in range(1, steps + 1):
        source, target = next(batches)
        loss = nn.functional.l1_loss(network(source), target)
        optimizer.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(network.parameters(), max_norm=1.0)
        optimizer.step()
        scheduler.step()
        running_loss = loss.item() if step == 1 else 0.99 * running_loss + 0.01 * loss.item()
        if step % 200 == 0 or step == steps:
            seconds = time.monotonic() - started
            print(f"{name}: step {step}/{steps}, loss {running_loss:.5f}, {seconds:.0f} s", flush=True)
    network.eval()
    return {
        "steps": steps,
        "peak_learning_rate": peak_learning_rate,
        "duration_seconds": round(time.monotonic() - started, 1),
        "final_smoothed_loss": round(running_loss, 6),
        "parameters": sum(parameter.numel() for parameter in network.parameters()),
    }


class GraphBuilder:
    """Collects ONNX nodes and weights in one floating-point type and wraps them into a model.

    The model's input and output stay float32; in a float16 graph the conversions sit right at the border, so that a
    strongly typed runtime computes everything between them in float16.
    """

    def __init__(self, weights: dict[str, torch.Tensor], half_precision: bool) -> None:
        """Start an empty graph that takes its weights from a network's state."""
        self.weights = weights
        self.element_type = np.float16 if half_precision else np.float32
        self.half_precision = half_precision
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []

    def node(self, operator: str, name: str, inputs: list[str], output: str = "", **attributes: Any) -> str:
        """Append a node and return the name of its only output, by default the node's own name plus ``_output``."""
        output = output or f"{name}_output"
        self.nodes.append(helper.make_node(operator, inputs, [output], name=name, **attributes))
        return output

    def constant(self, name: str, values: npt.NDArray[Any]) -> str:
        """Append a weight or constant and return its name."""
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def trained(self, name: str) -> npt.NDArray[Any]:
        """Return a trained weight in the graph's type."""
        return self.weights[name].detach().numpy().astype(self.element_type)

    def convolution(self, name: str, node_name: str, source: str) -> str:
        """Append the size-keeping convolution whose trained weights have the given name."""
        weight = self.trained(f"{name}.weight")
        kernel_size = weight.shape[2]
        inputs = [
            source,
            self.constant(f"{name}.weight", weight),
            self.constant(f"{name}.bias", self.trained(f"{name}.bias")),
        ]
        padding = [kernel_size // 2] * 4
        return self.node("Conv", node_name, inputs, kernel_shape=[kernel_size, kernel_size], pads=padding)

    def learned_rectifier(self, name: str, node_name: str, source: str) -> str:
        """Append the rectifier whose trained slopes have the given name."""
        slopes = self.trained(f"{name}.weight").reshape(-1, 1, 1)
        return self.node("PRelu", node_name, [source, self.constant(f"{name}.slope", slopes)])

    def entry(self) -> str:
        """Return the name of the image in the graph's type."""
        if not self.half_precision:
            return "image"
        return self.node("Cast", "/input/cast", ["image"], to=TensorProto.FLOAT16)

    def clipped_exit(self, source: str, output: str) -> None:
        """Clip to the range of an image and write the model's float32 output."""
        bounds = [
            self.constant("black", np.array(0, dtype=self.element_type)),
            self.constant("white", np.array(1, dtype=self.element_type)),
        ]
        if self.half_precision:
            clipped = self.node("Clip", "/clip", [source, *bounds])
            self.node("Cast", "/output/cast", [clipped], output, to=TensorProto.FLOAT)
        else:
            self.node("Clip", "/clip", [source, *bounds], output)

    def model(
        self,
        graph_name: str,
        output: str,
        input_shape: list[int | str],
        output_shape: list[int | str],
        description: str,
    ) -> onnx.ModelProto:
        """Return the finished, checked model."""
        graph = helper.make_graph(
            self.nodes,
            graph_name,
            [helper.make_tensor_value_info("image", TensorProto.FLOAT, input_shape)],
            [helper.make_tensor_value_info(output, TensorProto.FLOAT, output_shape)],
            initializer=self.initializers,
        )
        model = helper.make_model(
            graph,
            producer_name=PRODUCER_NAME,
            ir_version=IR_VERSION,
            opset_imports=[helper.make_opsetid("", OPSET_VERSION)],
            doc_string=description,
        )
        onnx.checker.check_model(model, full_check=True)
        return model


def build_upscale_model(weights: dict[str, torch.Tensor], half_precision: bool) -> onnx.ModelProto:
    """Return the ONNX model of a trained ``UpscaleNetwork``."""
    graph = GraphBuilder(weights, half_precision)
    image = graph.entry()
    features = graph.learned_rectifier("head.prelu", "/head/prelu", graph.convolution("head.conv", "/head/conv", image))
    for index in range(UPSCALE_BODY_LAYERS):
        features = graph.convolution(f"body.{index}.conv", f"/body.{index}/conv", features)
        features = graph.learned_rectifier(f"body.{index}.prelu", f"/body.{index}/prelu", features)
    # CRD is the channel order of PyTorch's pixel_shuffle.
    detail = graph.node(
        "DepthToSpace",
        "/tail/depth_to_space",
        [graph.convolution("tail", "/tail/conv", features)],
        blocksize=UPSCALE_FACTOR,
        mode="CRD",
    )
    scales = graph.constant("base.scales", np.array([1, 1, UPSCALE_FACTOR, UPSCALE_FACTOR], dtype=np.float32))
    base = graph.node(
        "Resize",
        "/base/resize",
        [image, "", scales],
        mode="linear",
        coordinate_transformation_mode="half_pixel",
    )
    graph.clipped_exit(graph.node("Add", "/add", [base, detail]), "upscaled")
    output_size = UPSCALE_INPUT_SIZE * UPSCALE_FACTOR
    return graph.model(
        "upscale-x3",
        "upscaled",
        [1, 3, UPSCALE_INPUT_SIZE, UPSCALE_INPUT_SIZE],
        [1, 3, output_size, output_size],
        "Demo network: enlarges an RGB image (range 0 to 1) three times.",
    )


def build_denoise_model(weights: dict[str, torch.Tensor], half_precision: bool) -> onnx.ModelProto:
    """Return the ONNX model of a trained ``DenoiseNetwork``."""
    graph = GraphBuilder(weights, half_precision)
    image = graph.entry()
    features = graph.node("Relu", "/head/relu", [graph.convolution("head", "/head/conv", image)])
    for index in range(DENOISE_BLOCKS):
        block = f"body.{index}"
        correction = graph.convolution(f"{block}.conv1", f"/{block}/conv1", features)
        correction = graph.node("Relu", f"/{block}/relu", [correction])
        correction = graph.convolution(f"{block}.conv2", f"/{block}/conv2", correction)
        features = graph.node("Add", f"/{block}/add", [features, correction])
    graph.clipped_exit(
        graph.node("Add", "/add", [image, graph.convolution("tail", "/tail/conv", features)]), "denoised"
    )
    shape: list[int | str] = [1, 3, "height", "width"]
    return graph.model(
        "denoise", "denoised", shape, shape, "Demo network: removes Gaussian noise from an RGB image (range 0 to 1)."
    )


def write_model(model: onnx.ModelProto, path: Path) -> JsonObject:
    """Write the model and return its size and digest for the report."""
    serialized = model.SerializeToString(deterministic=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(serialized)
    return {"bytes": len(serialized), "sha256": hashlib.sha256(serialized).hexdigest()}


def model_runner(path: Path) -> Runner:
    """Return a function that runs the model of a file through ONNX Runtime on the CPU."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = torch.get_num_threads()
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def run(network_input: FloatArray) -> FloatArray:
        return np.asarray(session.run(None, {"image": network_input})[0], dtype=np.float32)

    return run


def network_runner(network: nn.Module, round_every_layer: bool) -> Runner:
    """Return a function that runs a copy of the trained network through PyTorch, as is or rounded to float16.

    The rounded network keeps its weights and every layer's result to float16 values but calculates each layer in
    float32: PyTorch's own float16 convolutions take minutes for one photo on a CPU without float16 arithmetic.
    """
    evaluated = copy.deepcopy(network)
    if round_every_layer:
        evaluated.half().float()
        for module in evaluated.modules():
            module.register_forward_hook(lambda _module, _inputs, output: output.half().float())

    def run(network_input: FloatArray) -> FloatArray:
        source = torch.from_numpy(network_input)
        with torch.no_grad():
            output: torch.Tensor = evaluated(source.half().float() if round_every_layer else source)
        return output.clamp(0, 1).numpy()

    return run


def evaluation_runners(network: nn.Module, path: Path, half_precision_path: Path) -> dict[str, Runner]:
    """Return the runners whose results the report compares, by the name of their column.

    On a CPU, ONNX Runtime computes a float16 model in float32 between the conversions at its ends, so its result only
    shows the rounding of the weights. The third column rounds after every layer, which is closer to what a GPU does.
    """
    return {
        "network": model_runner(path),
        "network_fp16": model_runner(half_precision_path),
        "network_fp16_every_layer": network_runner(network, round_every_layer=True),
    }


def means(rows: list[JsonObject]) -> JsonObject:
    """Return the means of the decibel columns of a report table."""
    columns = [column for column in rows[0] if column.endswith("_db")]
    return {column: round(sum(float(row[column]) for row in rows) / len(rows), 3) for column in columns}


def peak_signal_to_noise_ratio(result: npt.NDArray[Any], truth: npt.NDArray[Any]) -> float:
    """Return the PSNR in dB for values in 0..255."""
    mean_squared_error = float(np.mean((result.astype(np.float64) - truth.astype(np.float64)) ** 2))
    return round(10 * math.log10(255**2 / mean_squared_error), 3)


def luma(pixels: ByteArray) -> npt.NDArray[np.float64]:
    """Return the ITU-R BT.601 luma (16..235), on which super-resolution papers state their PSNR."""
    weights = np.array([65.481, 128.553, 24.966]) / 255
    return pixels.astype(np.float64) @ weights + 16


def upscale_with(run: Runner, small: ByteArray) -> ByteArray:
    """Enlarge an image of at most the model's fixed input size by filling up the rest with repeated edge pixels."""
    height, width = small.shape[:2]
    filled = np.pad(small, ((0, UPSCALE_INPUT_SIZE - height), (0, UPSCALE_INPUT_SIZE - width), (0, 0)), mode="edge")
    enlarged = from_network_output(run(to_network_input(filled)))
    return enlarged[: height * UPSCALE_FACTOR, : width * UPSCALE_FACTOR]


def evaluate_upscale(runners: dict[str, Runner]) -> JsonObject:
    """Compare the upscale models with bicubic enlargement on the held-out photos.

    All images are rounded to 8 bit, and a border as wide as the factor is left out, as is usual.
    """
    border = slice(UPSCALE_FACTOR, -UPSCALE_FACTOR)
    rows: list[JsonObject] = []
    for photograph in HELD_OUT_PHOTOGRAPHS:
        large = crop_to_multiple(load_photograph(photograph), UPSCALE_FACTOR)
        small = shrink(large, UPSCALE_FACTOR)
        truth = to_pixels(large)[border, border]
        results = {"bicubic": to_pixels(small.resize(large.size, Image.Resampling.BICUBIC))}
        results.update({name: upscale_with(run, to_pixels(small)) for name, run in runners.items()})
        row: JsonObject = {"photograph": photograph.file_name, "width": large.width, "height": large.height}
        for name, result in results.items():
            inner = result[border, border]
            row[f"{name}_rgb_db"] = peak_signal_to_noise_ratio(inner, truth)
            row[f"{name}_luma_db"] = peak_signal_to_noise_ratio(luma(inner), luma(truth))
        row["gain_rgb_db"] = round(row["network_rgb_db"] - row["bicubic_rgb_db"], 3)
        row["gain_luma_db"] = round(row["network_luma_db"] - row["bicubic_luma_db"], 3)
        rows.append(row)
    return {"per_photograph": rows, "mean": means(rows)}


def add_noise(clean: ByteArray, sigma: int, seed: int) -> ByteArray:
    """Return the image with Gaussian noise, as an 8-bit image."""
    noise = np.random.default_rng(seed).standard_normal(clean.shape) * sigma
    return np.rint(np.clip(clean + noise, 0, 255)).astype(np.uint8)


def non_local_means(noisy: ByteArray, sigma: int, fast: bool) -> ByteArray:
    """Return the image cleaned by scikit-image's non-local means, which is told the true strength of the noise."""
    strength = (0.6 if fast else 0.8) * sigma / 255
    cleaned = denoise_nl_means(
        noisy.astype(np.float32) / np.float32(255),
        patch_size=5,
        patch_distance=6,
        h=strength,
        sigma=sigma / 255,
        fast_mode=fast,
        channel_axis=-1,
    )
    pixels: ByteArray = np.rint(np.clip(cleaned, 0, 1) * 255).astype(np.uint8)
    return pixels


def evaluate_denoise(runners: dict[str, Runner], seed: int) -> JsonObject:
    """Compare the denoise models with non-local means on the held-out photos, at several strengths of noise."""
    by_sigma: JsonObject = {}
    for sigma in DENOISE_EVALUATION_SIGMAS:
        rows: list[JsonObject] = []
        for index, photograph in enumerate(HELD_OUT_PHOTOGRAPHS):
            clean = to_pixels(load_photograph(photograph))
            noisy = add_noise(clean, sigma, seed + 1000 * sigma + index)
            row: JsonObject = {
                "photograph": photograph.file_name,
                "noisy_db": peak_signal_to_noise_ratio(noisy, clean),
                # The better of two usual settings counts, so that the comparison does not flatter the network.
                "non_local_means_db": max(
                    peak_signal_to_noise_ratio(non_local_means(noisy, sigma, fast), clean) for fast in (False, True)
                ),
            }
            for name, run in runners.items():
                cleaned = from_network_output(run(to_network_input(noisy)))
                row[f"{name}_db"] = peak_signal_to_noise_ratio(cleaned, clean)
            rows.append(row)
        by_sigma[str(sigma)] = {"per_photograph": rows, "mean": means(rows)}
    return by_sigma


def compare_outputs(network: nn.Module, runners: dict[str, Runner]) -> JsonObject:
    """Return how far the written float32 model strays from the trained network, and the float16 ones from float32."""
    corner = load_photograph(HELD_OUT_PHOTOGRAPHS[0]).crop((0, 0, UPSCALE_INPUT_SIZE, UPSCALE_INPUT_SIZE))
    network_input = to_network_input(to_pixels(corner))
    expected = network_runner(network, round_every_layer=False)(network_input)
    outputs = {name: run(network_input) for name, run in runners.items()}
    difference = float(np.abs(outputs["network"] - expected).max())
    if difference > ALLOWED_DIFFERENCE:
        raise ValueError(f"the written model strays from the trained network by {difference}")
    agreement = {"maximum_difference_onnx_to_pytorch": difference}
    for name in ("network_fp16", "network_fp16_every_layer"):
        agreement[f"maximum_difference_{name}_to_fp32"] = float(np.abs(outputs[name] - outputs["network"]).max())
    return agreement


def write_and_compare(
    name: str,
    network: nn.Module,
    build: Callable[[dict[str, torch.Tensor], bool], onnx.ModelProto],
    output_directory: Path,
) -> tuple[dict[str, Runner], JsonObject]:
    """Write the float32 and the float16 model of a trained network and return their runners and figures."""
    path, half_precision_path = output_directory / f"{name}.onnx", output_directory / f"{name}.fp16.onnx"
    weights = dict(network.state_dict())
    files = {
        path.name: write_model(build(weights, False), path),
        half_precision_path.name: write_model(build(weights, True), half_precision_path),
    }
    runners = evaluation_runners(network, path, half_precision_path)
    return runners, {"files": files, "agreement": compare_outputs(network, runners)}


def make_upscale(output_directory: Path, steps: int, seed: int) -> JsonObject:
    """Train, write and evaluate ``upscale-x3``."""
    torch.manual_seed(seed)
    network = UpscaleNetwork()
    training = train("upscale-x3", network, upscale_batches(seed), steps, PEAK_LEARNING_RATE)
    runners, figures = write_and_compare("upscale-x3", network, build_upscale_model, output_directory)
    return {"training": training, **figures, "held_out": evaluate_upscale(runners)}


def make_denoise(output_directory: Path, steps: int, seed: int) -> JsonObject:
    """Train, write and evaluate ``denoise``."""
    torch.manual_seed(seed)
    network = DenoiseNetwork()
    training = train("denoise", network, denoise_batches(seed), steps, PEAK_LEARNING_RATE)
    runners, figures = write_and_compare("denoise", network, build_denoise_model, output_directory)
    return {"training": training, **figures, "held_out_by_sigma": evaluate_denoise(runners, seed)}


def describe_environment(threads: int, seed: int) -> JsonObject:
    """Return what a reader needs to judge whether a second run can give the same bytes."""
    packages = ("torch", "numpy", "onnx", "onnxruntime", "pillow", "scikit-image")
    return {
        "python": platform.python_version(),
        "packages": {package: version(package) for package in packages},
        "platform": f"{platform.system()} {platform.machine()}",
        "processor_capability": torch.backends.cpu.get_cpu_capability(),
        "threads": threads,
        "seed": seed,
    }


def parse_arguments() -> argparse.Namespace:
    """Return the command line's arguments."""
    root = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description="Train the demo networks and write them as ONNX files.")
    parser.add_argument("--output-directory", type=Path, default=root / "assets" / "models")
    parser.add_argument("--report", type=Path, default=Path(__file__).with_name("report.json"))
    parser.add_argument("--upscale-steps", type=int, default=4000)
    parser.add_argument("--denoise-steps", type=int, default=2400)
    parser.add_argument("--threads", type=int, default=2, help="another number may change the last bits of the weights")
    parser.add_argument("--seed", type=int, default=20240)
    return parser.parse_args()


def main() -> None:
    """Make both networks and write the report."""
    arguments = parse_arguments()
    torch.set_num_threads(arguments.threads)
    torch.set_num_interop_threads(1)
    torch.use_deterministic_algorithms(True)
    report: JsonObject = {
        "environment": describe_environment(arguments.threads, arguments.seed),
        "photographs": {
            "training": [asdict(photograph) for photograph in TRAINING_PHOTOGRAPHS],
            "held_out": [asdict(photograph) for photograph in HELD_OUT_PHOTOGRAPHS],
        },
        "models": {
            "upscale-x3": make_upscale(arguments.output_directory, arguments.upscale_steps, arguments.seed),
            "denoise": make_denoise(arguments.output_directory, arguments.denoise_steps, arguments.seed),
        },
    }
    arguments.report.parent.mkdir(parents=True, exist_ok=True)
    arguments.report.write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(report["models"], indent=2))


if __name__ == "__main__":
    main()
