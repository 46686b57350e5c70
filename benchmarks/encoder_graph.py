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
    """Whether the matrices of the layers are."""


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

    def __init__(self, how: Quantised) -> None:
        self.how = how
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def constant(self, name: str, values: Array) -> str:
        """Adds a constant."""
        self._constants.append(
            numpy_helper.from_array(np.ascontiguousarray(values), name)
        )
        return name

    def add(self, kind: str, inputs: list[str], name: str, **how: Any) -> str:
        """Adds a node with one output, which has its name."""
        domain = MICROSOFT if how.pop("fused", False) else ""
        node = helper.make_node(kind, inputs, [name], name=name, domain=domain, **how)
        self._nodes.append(node)
        return name

    def split(self, source: str, names: list[str]) -> list[str]:
        """Cuts the last axis into equal parts."""
        self._nodes.append(helper.make_node("Split", [source], names, axis=-1))
        return names

    def linear(self, source: str, name: str, weight: Array, bias: Array | None) -> str:
        """Multiplies by a matrix (inputs × outputs), rounded, and adds a bias."""
        known = [] if bias is None else [self.constant(f"{name}.bias", bias)]
        if not self.how.layers:
            product = self.add(
                "MatMul", [source, self.constant(f"{name}.w", weight)], f"{name}.p"
            )
            return self.add("Add", [product, *known], name) if known else product
        axis = 0 if self.how.per_channel else None
        whole, scale = rounded(weight, LARGEST[self.how.bits], axis)
        inputs = [
            source,
            self.constant(f"{name}.whole", whole),
            self.constant(
                f"{name}.scale", scale.reshape(-1) if axis == 0 else scale.reshape(())
            ),
            "",
            *known,
        ]
        return self.add("DynamicQuantizeMatMul", inputs, name, fused=True)

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
    layers: int
    limit: int
    """Tokens of the longest window."""
    epsilon: float


def encoder_graph(
    state: Mapping[str, Array], shape: Shape, how: Quantised
) -> onnx.ModelProto:
    """The model.

    Args:
        state: Weights by name, those of a BERT as transformers names them after
            "bert.", a projection "projection.weight" and a weigher "weigher.weight", "weigher.bias".
        shape: Its form.
        how: What is rounded and how.
    """
    graph = Graph(how)
    x = _embedded(graph, state, shape)
    for k in range(shape.layers):
        x = _layer(
            graph,
            dict(_below(state, f"bert.encoder.layer.{k}.")),
            k,
            x,
            shape,
        )
    return _heads(graph, state, x)


def _below(state: Mapping[str, Array], prefix: str) -> list[tuple[str, Array]]:
    return [
        (n.removeprefix(prefix), v) for n, v in state.items() if n.startswith(prefix)
    ]


def _embedded(graph: Graph, state: Mapping[str, Array], shape: Shape) -> str:
    """Words and places as vectors, 1 × L × width."""
    known = dict(_below(state, "bert.embeddings."))
    words = known["word_embeddings.weight"]
    if graph.how.embeddings:
        whole, scale = rounded(words, 127, 1)
        graph.add("Gather", [graph.constant("words", whole), "ids"], "words.whole")
        graph.add("Cast", ["words.whole"], "words.float", to=TensorProto.FLOAT)
        graph.add(
            "Gather", [graph.constant("words.scales", scale), "ids"], "words.scale"
        )
        graph.add("Mul", ["words.float", "words.scale"], "words.vectors")
    else:
        graph.add("Gather", [graph.constant("words", words), "ids"], "words.vectors")
    # No window has a second part: the vector of the first is part of every place's.
    places = (
        known["position_embeddings.weight"] + known["token_type_embeddings.weight"][0]
    )
    graph.constant("places", places[: shape.limit])
    graph.constant("zero", np.array([0], np.int64))
    graph.add("Shape", ["ids"], "length")
    graph.add("Slice", ["places", "zero", "length", "zero"], "places.vectors")
    graph.add("Add", ["words.vectors", "places.vectors"], "embedded")
    graph.add("Unsqueeze", ["embedded", "zero"], "embedded.batch")
    norm = [
        graph.constant(f"embedded.{p}", known[f"LayerNorm.{p}"])
        for p in ("weight", "bias")
    ]
    return graph.add(
        "LayerNormalization",
        ["embedded.batch", *norm],
        "layer.in",
        axis=-1,
        epsilon=shape.epsilon,
    )


def _layer(
    graph: Graph, known: Mapping[str, Array], k: int, x: str, shape: Shape
) -> str:
    """One layer: attention, then two linear maps, each added to what came in."""
    name = f"layer.{k}"
    parts = [f"attention.self.{part}" for part in ("query", "key", "value")]
    weight = np.concatenate([known[f"{p}.weight"].T for p in parts], axis=1)
    bias = np.concatenate([known[f"{p}.bias"] for p in parts])
    graph.linear(x, f"{name}.qkv", weight, bias)
    qkv = graph.split(f"{name}.qkv", [f"{name}.{part}" for part in "qkv"])
    heads = graph.add(
        "MultiHeadAttention", qkv, f"{name}.heads", num_heads=shape.heads, fused=True
    )
    out = "attention.output"
    mixed = graph.linear(
        heads,
        f"{name}.mixed",
        known[f"{out}.dense.weight"].T,
        known[f"{out}.dense.bias"],
    )
    x = _normed(graph, known, f"{name}.attended", [mixed, x], out, shape)
    wide = graph.linear(x, f"{name}.wide", known["intermediate.dense.weight"].T, None)
    wide_bias = graph.constant(f"{name}.wide.bias", known["intermediate.dense.bias"])
    active = graph.add("BiasGelu", [wide, wide_bias], f"{name}.active", fused=True)
    back = graph.linear(
        active,
        f"{name}.back",
        known["output.dense.weight"].T,
        known["output.dense.bias"],
    )
    return _normed(graph, known, f"{name}.out", [back, x], "output", shape)


def _normed(
    graph: Graph,
    known: Mapping[str, Array],
    name: str,
    both: list[str],
    of: str,
    shape: Shape,
) -> str:
    norm = [
        graph.constant(f"{name}.{p}", known[f"{of}.LayerNorm.{p}"])
        for p in ("weight", "bias")
    ]
    return graph.add(
        "SkipLayerNormalization",
        [*both, *norm],
        name,
        epsilon=shape.epsilon,
        fused=True,
    )


def _heads(graph: Graph, state: Mapping[str, Array], x: str) -> onnx.ModelProto:
    """Token vectors and weights, from the last hidden states; these few stay floats."""
    projection, weigher = state["projection.weight"].T, state["weigher.weight"].T
    width, dims = projection.shape
    hidden = graph.add("Squeeze", [x, "zero"], "hidden")
    graph.add("MatMul", [hidden, graph.constant("projection", projection)], "projected")
    graph.add("LpNormalization", ["projected"], "tokens", axis=-1, p=2)
    graph.add("MatMul", [hidden, graph.constant("weigher", weigher)], "weighed")
    graph.add(
        "Add",
        ["weighed", graph.constant("weigher.bias", state["weigher.bias"])],
        "weighed.bias",
    )
    graph.add("Softplus", ["weighed.bias"], "weights.column")
    graph.constant("one", np.array([1], np.int64))
    graph.add("Squeeze", ["weights.column", "one"], "weights")
    return graph.model(
        {"hidden": ["length", width], "tokens": ["length", dims], "weights": ["length"]}
    )
