"""The encoder as an ONNX graph with weights of eight bits.

The graph is written node by node: fused operators of onnxruntime stand where an
exporter would leave a dozen small ones, to be found and fused each time it is loaded.

One window goes in, without padding: `ids` (L). Out come `hidden` (L × width), `tokens`
(L × dimensions, unit length) and `weights` (L, above 0).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Array = NDArray[Any]
MICROSOFT: Final = "com.microsoft"
LAYERS: Final = "bert.encoder.layer."
OPSETS: Final = {"": 17, MICROSOFT: 1}
IR_VERSION: Final = 8
"""Old enough for every onnxruntime that has these operators."""
LARGEST: Final = {8: 127, 7: 63}
"""By the bits that weights are rounded to, the largest whole number used. Where a
processor adds products of bytes two by two in sixteen bits (AVX2 without VNNI), numbers
of eight bits overflow; those of seven cannot."""


@dataclass(frozen=True, slots=True)
class Quantised:
    """How weights are rounded."""

    bits: int = 7
    per_channel: bool = True
    """A scale for each column of a matrix rather than one for the whole."""
    embeddings: bool = True
    """Whether the vectors of the vocabulary are rounded too, each with a scale."""
    layers: bool = True
    """Whether the matrices of the layers are rounded."""


def rounded(
    matrix: Array, largest: int, axis: int | None
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Whole numbers and the scale that makes them the weights again.

    Args:
        matrix: Weights.
        largest: The largest whole number.
        axis: Along which one scale is shared; None where all share one.
    """
    highest = np.abs(matrix).max(axis=axis, keepdims=axis is not None)
    scale = np.maximum(highest, 1e-12).astype(np.float32) / np.float32(largest)
    whole = np.clip(np.rint(matrix / scale), -largest, largest).astype(np.int8)
    return whole, np.asarray(scale, np.float32)


class Graph:
    """Nodes and constants, in the order in which they are added."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def constant(self, name: str, values: Array) -> str:
        """Adds a constant."""
        tensor = numpy_helper.from_array(np.ascontiguousarray(values), name)
        self._constants.append(tensor)
        return name

    def add(self, kind: str, inputs: list[str], name: str, **how: Any) -> str:
        """Adds a node with one output, which has its name."""
        node = helper.make_node(kind, inputs, [name], name=name, **how)
        self._nodes.append(node)
        return name

    def fused(self, kind: str, inputs: list[str], name: str, **how: Any) -> str:
        """Adds a node that only onnxruntime knows."""
        return self.add(kind, inputs, name, domain=MICROSOFT, **how)

    def split(self, source: str, names: list[str]) -> list[str]:
        """Cuts the last axis into equal parts."""
        self._nodes.append(helper.make_node("Split", [source], names, axis=-1))
        return names

    def model(self, outputs: Mapping[str, list[str | int]]) -> onnx.ModelProto:
        """The graph as a model that takes `ids`."""
        ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["length"])
        out = [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
            for name, shape in outputs.items()
        ]
        graph = helper.make_graph(self._nodes, "encoder", [ids], out, self._constants)
        sets = [helper.make_opsetid(domain, n) for domain, n in OPSETS.items()]
        return helper.make_model(
            graph, opset_imports=sets, ir_version=IR_VERSION, producer_name="newsdiff"
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """What the weights alone do not say."""

    heads: int
    limit: int
    """Tokens of the longest window."""
    epsilon: float
    """Added to a variance before it is divided by."""


class EncoderGraph:
    """Builds the graph of an encoder.

    Args:
        state: Weights by name: those of a BERT as transformers names them after
            "bert.", a projection "projection.weight", a weigher "weigher.weight" and "weigher.bias".
        shape: Its form.
        how: What is rounded and how.
    """

    def __init__(
        self, state: Mapping[str, Array], shape: Shape, how: Quantised
    ) -> None:
        self._state = state
        self._shape = shape
        self._how = how
        self.graph = Graph()

    def build(self) -> onnx.ModelProto:
        """The model."""
        vectors = self._embedded()
        layers = {n.split(".")[3] for n in self._state if n.startswith(LAYERS)}
        for k in range(len(layers)):
            vectors = self._layer(k, vectors)
        return self._heads(vectors)

    def linear(self, source: str, name: str, weight: Array, bias: Array | None) -> str:
        """Multiplies by a matrix (inputs x outputs), rounded, and adds a bias."""
        graph = self.graph
        known = [] if bias is None else [graph.constant(f"{name}.bias", bias)]
        if not self._how.layers:
            matrix = graph.constant(f"{name}.weight", weight)
            product = graph.add("MatMul", [source, matrix], f"{name}.product")
            return graph.add("Add", [product, *known], name) if known else product
        axis = 0 if self._how.per_channel else None
        whole, scale = rounded(weight, LARGEST[self._how.bits], axis)
        matrix = graph.constant(f"{name}.whole", whole)
        scales = graph.constant(f"{name}.scale", scale.squeeze())
        inputs = [source, matrix, scales, "", *known]
        return graph.fused("DynamicQuantizeMatMul", inputs, name)

    def _embedded(self) -> str:
        """Words and places as vectors, 1 x L x width."""
        graph, own = self.graph, self._below("bert.embeddings.")
        words = own["word_embeddings.weight"]
        if self._how.embeddings:
            whole, scale = rounded(words, LARGEST[8], 1)
            table, scales = (
                graph.constant("words", whole),
                graph.constant("scales", scale),
            )
            graph.add("Gather", [table, "ids"], "words.whole")
            graph.add("Cast", ["words.whole"], "words.float", to=TensorProto.FLOAT)
            graph.add("Gather", [scales, "ids"], "words.scale")
            graph.add("Mul", ["words.float", "words.scale"], "words.vectors")
        else:
            graph.add(
                "Gather", [graph.constant("words", words), "ids"], "words.vectors"
            )
        # No window has a second part: the vector of the first is in that of each place.
        first_part = own["token_type_embeddings.weight"][0]
        places = own["position_embeddings.weight"][: self._shape.limit] + first_part
        graph.constant("places", places)
        graph.constant("0", np.array([0], np.int64))
        graph.add("Shape", ["ids"], "length")
        graph.add("Slice", ["places", "0", "length", "0"], "places.vectors")
        graph.add("Add", ["words.vectors", "places.vectors"], "sums")
        graph.add("Unsqueeze", ["sums", "0"], "sums.batch")
        norm = self._norm("embedded", "bert.embeddings.LayerNorm.")
        epsilon = self._shape.epsilon
        return graph.add(
            "LayerNormalization", ["sums.batch", *norm], "embedded", epsilon=epsilon
        )

    def _layer(self, k: int, vectors: str) -> str:
        """One layer: attention, then two linear maps, each added to what came in."""
        name, place = f"layer.{k}", f"{LAYERS}{k}."
        own, graph = self._below(place), self.graph
        parts = [f"attention.self.{part}" for part in ("query", "key", "value")]
        weight = np.concatenate([own[f"{part}.weight"].T for part in parts], axis=1)
        bias = np.concatenate([own[f"{part}.bias"] for part in parts])
        every = self.linear(vectors, f"{name}.qkv", weight, bias)
        three = graph.split(every, [f"{name}.{part}" for part in "qkv"])
        heads = f"{name}.heads"
        graph.fused("MultiHeadAttention", three, heads, num_heads=self._shape.heads)

        out = "attention.output"
        weight, bias = own[f"{out}.dense.weight"].T, own[f"{out}.dense.bias"]
        mixed = self.linear(heads, f"{name}.mixed", weight, bias)
        seen = self._added(mixed, vectors, f"{name}.seen", f"{place}{out}.LayerNorm.")

        inner = "intermediate.dense"
        wide = self.linear(seen, f"{name}.wide", own[f"{inner}.weight"].T, None)
        inner_bias = graph.constant(f"{name}.wide.bias", own[f"{inner}.bias"])
        active = graph.fused("BiasGelu", [wide, inner_bias], f"{name}.active")
        weight, bias = own["output.dense.weight"].T, own["output.dense.bias"]
        back = self.linear(active, f"{name}.back", weight, bias)
        return self._added(back, seen, f"{name}.out", f"{place}output.LayerNorm.")

    def _added(self, one: str, other: str, name: str, norm: str) -> str:
        """The sum of two, brought to one size."""
        inputs = [one, other, *self._norm(name, norm)]
        epsilon = self._shape.epsilon
        return self.graph.fused("SkipLayerNormalization", inputs, name, epsilon=epsilon)

    def _norm(self, name: str, place: str) -> list[str]:
        """Adds the constants of a norm."""
        own = self._below(place)
        return [self.graph.constant(f"{name}.{p}", own[p]) for p in ("weight", "bias")]

    def _heads(self, vectors: str) -> onnx.ModelProto:
        """Token vectors and weights, out of the last layer; these few stay floats."""
        graph, state = self.graph, self._state
        projection = graph.constant("projection", state["projection.weight"].T)
        weigher = graph.constant("weigher", state["weigher.weight"].T)
        bias = graph.constant("weigher.bias", state["weigher.bias"])
        graph.constant("1", np.array([1], np.int64))
        graph.add("Squeeze", [vectors, "0"], "hidden")
        graph.add("MatMul", ["hidden", projection], "projected")
        graph.add("LpNormalization", ["projected"], "tokens", axis=-1, p=2)
        graph.add("MatMul", ["hidden", weigher], "weighed")
        graph.add("Add", ["weighed", bias], "weighed.moved")
        graph.add("Softplus", ["weighed.moved"], "weights.column")
        graph.add("Squeeze", ["weights.column", "1"], "weights")
        dimensions, width = state["projection.weight"].shape
        return graph.model(
            {
                "hidden": ["length", width],
                "tokens": ["length", dimensions],
                "weights": ["length"],
            }
        )

    def _below(self, place: str) -> dict[str, Array]:
        """The weights whose names begin with a place, by the rest of their names."""
        return {
            name.removeprefix(place): weights
            for name, weights in self._state.items()
            if name.startswith(place)
        }
