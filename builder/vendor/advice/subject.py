"""A model as the rules see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from builder.app_package.model_tables import AdviceName, Shapes
from builder.app_package.package import PackagedModel
from builder.base.cancellation import NEVER, CancelToken
from builder.vendor.advice.advice import Advice
from builder.vendor.models.arithmetic import Graphs, Product, Tensor
from builder.vendor.models.facts import ModelFacts, TensorFacts, facts_of
from builder.vendor.models.onnx_file import load_onnx
from builder.vendor.models.patterns import Duplicates, find_duplicates

Selector = Literal["min", "opt", "max"]
Measure = Callable[[PackagedModel], int | None]
"""Builds a model and gives the bytes of its engine; None where it cannot be built here."""


@dataclass
class Subject:
    """A model, and what is known of it.

    Attributes:
        model: as app.toml has it.
        facts: of its ONNX file.
        graphs: the same, for looking at shapes.
        duplicates: weights that it stores more than once.
        others: the other models of the package.
        measure: builds a model; None where nothing is to be built.
        cancel: stops what takes long.
    """

    model: PackagedModel
    facts: ModelFacts
    graphs: Graphs
    duplicates: Duplicates
    others: Sequence[PackagedModel] = ()
    measure: Measure | None = None
    cancel: CancelToken = field(default=NEVER)

    @classmethod
    def read(
        cls, model: PackagedModel, others: Sequence[PackagedModel], measure: Measure | None, cancel: CancelToken
    ) -> Subject:
        """Read a model's file.

        Raises:
            NotOnnx: it is no ONNX model.
        """
        path = model.onnx.path
        loaded = load_onnx(path, cancel)
        facts, duplicates = facts_of(path, loaded), find_duplicates(loaded, path.parent, cancel)
        return cls(model, facts, Graphs(loaded), duplicates, others, measure, cancel)

    def advice(self, name: AdviceName, what: str, worth: str, remedy: str) -> Advice:
        """Make a piece of advice about this model."""
        return Advice(name, self.model.title, what, worth, remedy)

    @property
    def profiles(self) -> Sequence[Mapping[str, Shapes]]:
        return self.model.spec.profile

    @cached_property
    def dynamic(self) -> Mapping[str, TensorFacts]:
        """The inputs whose shape a profile tells."""
        return {tensor.name: tensor for tensor in self.facts.inputs if tensor.shape and tensor.is_dynamic}

    def shapes(self, profile: Mapping[str, Shapes], which: Selector) -> dict[str, tuple[int, ...]]:
        """The shapes of the dynamic inputs at one end of a profile."""
        return {
            name: tuple(getattr(profile[name], which))
            for name, tensor in self.dynamic.items()
            if name in profile and len(tensor.shape or ()) == len(profile[name].min)
        }

    @cached_property
    def tensors(self) -> Mapping[str, Tensor]:
        """Every tensor whose shape is known, in the most usual case: `opt` of the first profile."""
        return self.graphs.tensors(self.shapes(self.profiles[0] if self.profiles else {}, "opt"))

    @cached_property
    def products(self) -> tuple[Product, ...]:
        """All convolutions and matrix products in the most usual case; empty where not all can be told."""
        return self.graphs.products(self.tensors) or ()

    @cached_property
    def multiply_adds(self) -> int:
        """What they take together."""
        return sum(product.multiply_adds for product in self.products)

    def largest_tensors(self, which: Selector) -> int:
        """Bytes of input and output of the largest convolution or matrix product, in any profile; 0 if not known."""
        largest = 0
        for profile in self.profiles:
            products = self.graphs.products(self.graphs.tensors(self.shapes(profile, which))) or ()
            largest = max([largest, *(product.tensor_bytes for product in products)])
        return largest
