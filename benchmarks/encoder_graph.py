"""The encoder as an ONNX graph whose weights are kept in eight bits.

They are made floats again when the graph is loaded, and floats are what is reckoned
with. To reckon with whole numbers would be twice as fast, but every rounding between
two layers makes a great difference of one in the last place of a float: another release
of onnxruntime, or another processor, would give other links. As it is they give the
same to five places.

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
LARGEST: Final = 127
"""The largest whole number of eight bits with a sign."""


def rounded(matrix: Array, axis: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Whole numbers, and the scales that make them the weights again.

    Args:
        matrix: Weights.
        axis: Along which one scale is shared.
    """
    highest = np.abs(matrix).max(axis=axis, keepdims=True)
    scales = np.maximum(highest, 1e-12).astype(np.float32) / np.float32(LARGEST)
    return np.rint(matrix / scales).astype(np.int8), scales


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
            "bert.", a projection "projection.weight", a weigher "weigher.weight" and
            "weigher.bias".
        shape: Its form.
    """

    def __init__(self, state: Mapping[str, Array], shape: Shape) -> None:
        self._state = state
        self._shape = shape
        self._graph = Graph()

    def build(self) -> onnx.ModelProto:
        """The model."""
        vectors = self._embedded()
        layers = {n.split(".")[3] for n in self._state if n.startswith(LAYERS)}
        for k in range(len(layers)):
            vectors = self._layer(k, vectors)
        return self._heads(vectors)

    def _linear(self, source: str, name: str, matrix: Array) -> str:
        """Multiplies by a matrix (inputs × outputs) with a scale for each output."""
        graph = self._graph
        whole, scales = rounded(matrix, 0)
        graph.constant(f"{name}.whole", whole)
        graph.constant(f"{name}.scales", scales[0])
        both = [f"{name}.whole", f"{name}.scales"]
        # Of constants, so this is done once, when the graph is loaded.
        graph.add("DequantizeLinear", both, f"{name}.matrix", axis=1)
        return graph.add("MatMul", [source, f"{name}.matrix"], name)

    def _embedded(self) -> str:
        """Words and places as vectors, 1 × L × width."""
        graph, own = self._graph, self._below("bert.embeddings.")
        whole, scales = rounded(own["word_embeddings.weight"], 1)
        graph.constant("words", whole)
        graph.constant("scales", scales)
        graph.add("Gather", ["words", "ids"], "words.whole")
        graph.add("Cast", ["words.whole"], "words.cast", to=TensorProto.FLOAT)
        graph.add("Gather", ["scales", "ids"], "words.scales")
        graph.add("Mul", ["words.cast", "words.scales"], "words.vectors")
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
        own, graph = self._below(place), self._graph
        parts = [f"attention.self.{part}" for part in ("query", "key", "value")]
        matrix = np.concatenate([own[f"{part}.weight"].T for part in parts], axis=1)
        every = self._linear(vectors, f"{name}.qkv", matrix)
        three = graph.split(every, [f"{name}.{part}" for part in "qkv"])
        bias = np.concatenate([own[f"{part}.bias"] for part in parts])
        three.append(graph.constant(f"{name}.qkv.bias", bias))
        heads = f"{name}.heads"
        graph.fused("MultiHeadAttention", three, heads, num_heads=self._shape.heads)

        out, inner, back = "attention.output", "intermediate", "output"
        mixed = self._linear(heads, f"{name}.mixed", own[f"{out}.dense.weight"].T)
        seen = self._added([mixed, vectors], f"{name}.seen", f"{place}{out}.")
        wide = self._linear(seen, f"{name}.wide", own[f"{inner}.dense.weight"].T)
        bias = own[f"{inner}.dense.bias"]
        graph.constant(f"{name}.wide.bias", bias)
        active = graph.fused("BiasGelu", [wide, f"{name}.wide.bias"], f"{name}.active")
        narrow = self._linear(active, f"{name}.back", own[f"{back}.dense.weight"].T)
        return self._added([narrow, seen], f"{name}.out", f"{place}{back}.")

    def _added(self, both: list[str], name: str, place: str) -> str:
        """The sum of two, and of the bias of the first, brought to one size."""
        bias = self._graph.constant(f"{name}.added", self._state[f"{place}dense.bias"])
        inputs = [*both, *self._norm(name, f"{place}LayerNorm."), bias]
        epsilon = self._shape.epsilon
        return self._graph.fused(
            "SkipLayerNormalization", inputs, name, epsilon=epsilon
        )

    def _norm(self, name: str, place: str) -> list[str]:
        """Adds the constants of a norm."""
        own = self._below(place)
        return [self._graph.constant(f"{name}.{p}", own[p]) for p in ("weight", "bias")]

    def _heads(self, vectors: str) -> onnx.ModelProto:
        """Token vectors and weights, out of the last layer; these few stay floats."""
        graph, state = self._graph, self._state
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
