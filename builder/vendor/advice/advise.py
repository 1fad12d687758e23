"""All advice on a model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from builder.app_package.model_tables import AdviceName
from builder.app_package.package import PackagedModel
from builder.base.cancellation import NEVER, CancelToken
from builder.vendor.advice.advice import Advice
from builder.vendor.advice.arithmetic_rules import channel_alignment, fp32_on_tensor_cores
from builder.vendor.advice.file_rules import duplicate_weights, old_opset
from builder.vendor.advice.profile_rules import fixable_dimension, shared_profile_dimensions, unused_opt, wide_profile
from builder.vendor.advice.subject import Measure, Subject
from builder.vendor.models.onnx_file import NotOnnx

RULES: Mapping[AdviceName, Callable[[Subject], Advice | None]] = {
    "shared-profile-dimensions": shared_profile_dimensions,
    "old-opset": old_opset,
    "fp32-on-tensor-cores": fp32_on_tensor_cores,
    "channel-alignment": channel_alignment,
    "unused-opt": unused_opt,
    "wide-profile": wide_profile,
    "fixable-dimension": fixable_dimension,
    "duplicate-weights": duplicate_weights,
}
"""In the order of what they are worth: what works, what is fast, what is small."""


def advise(
    model: PackagedModel,
    *,
    others: Sequence[PackagedModel] = (),
    measure: Measure | None = None,
    cancel: CancelToken = NEVER,
) -> tuple[Advice, ...]:
    """Look for what would make a model faster, smaller or more useful, and is no trifle.

    Args:
        model: the model; what its app.toml silences is not looked for.
        others: the other models of the package: one that is this model in fp16 makes advice to convert it needless, as
            a variant in fp16 does.
        measure: builds a model to see what a change would bring; without it, what has to be measured is left out.
        cancel: stops it.

    Returns:
        At most one piece of each name; nothing for a file that is no ONNX model, which building it tells better.
    """
    try:
        subject = Subject.read(model, (*others, *model.variants), measure, cancel)
    except NotOnnx:
        return ()
    found = []
    for name, rule in RULES.items():
        cancel.check()
        if name not in model.silenced and (advice := rule(subject)):
            found.append(advice)
    return tuple(found)
