"""Writes the trained net as ONNX with signed integer weights and the best eight syllables picked inside the graph.

    python3 export.py --work WORK --name tagger --out data/models/restorer

Writes config.json, onnx/model_int8.onnx (the graph), onnx/weights.bin (its large constants, packed), vocabulary.json
and, where asked, inputs and the float model's answers for a test.
Matrix weights are 7 bits (±63): on processors with AVX2 but without VNNI, products of eight-bit pairs saturate.
Tables that are only looked up keep 8 bits. Nothing here needs onnxruntime.
"""
import argparse
import io
import json
import zlib
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from model import load
from sampler import Sampler, Vocabulary

BEST, BEST_SECOND = 8, 2
GLUED_LENGTH = 4  # letters of the shortest token that may be two syllables
WEIGHTS, LARGE, ALIGNED = 'weights.bin', 1024, 64  # bytes
INPUTS = ['input_ids', 'token_type_ids', 'attention_mask']
OUTPUTS = ['top_logp', 'top_ids', 'case_logits', 'second_logp', 'second_ids']


class Picking(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, token_type_ids, attention_mask):
        hidden = self.model(input_ids, token_type_ids, attention_mask)
        best, ids = torch.topk(torch.log_softmax(self.model.out(hidden), -1), BEST)
        return best, ids, self.model.case(hidden), *self.second(hidden.flatten(0, 1), input_ids.flatten(0, 1), hidden.shape[:2])

    def second(self, hidden, input_ids, shape):
        """Second syllables are asked for only where two may be glued: half of the tokens are shorter."""
        asked = input_ids[:, GLUED_LENGTH - 1] > 0
        asked[0] = True  # quantising an empty matrix is not defined
        at = asked.nonzero()[:, 0]
        best, ids = torch.topk(torch.log_softmax(self.model.out(self.model.second(hidden[at][None]))[0], -1), BEST_SECOND)
        spread = lambda some: torch.zeros_like(input_ids[:, :BEST_SECOND], dtype=some.dtype).index_put((at,), some).view(*shape, BEST_SECOND)
        return spread(best), spread(ids)


def trace(model, example):
    file = io.BytesIO()
    axes = {name: {0: 'batch', 1: 'tokens'} for name in INPUTS + OUTPUTS}
    torch.onnx.export(Picking(model).eval(), example, file, opset_version=13, input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes)
    return onnx.load_from_string(file.getvalue())


class Quantiser:
    """Rewrites a float graph: products with constant matrices become integer products, big tables 8-bit rows."""

    def __init__(self, graph, bits):
        self.graph, self.limit = graph, 2 ** (bits - 1) - 1
        self.constants = {i.name: i for i in graph.initializer}
        self.unalias()
        self.turned = {n.output[0]: n for n in graph.node if n.op_type == 'Transpose' and n.input[0] in self.constants}
        self.added, self.weights, self.inputs, self.nodes = [], {}, {}, []

    def unalias(self):
        """Equal tensors come as Identity(constant): name the constant itself."""
        alias = {n.output[0]: n.input[0] for n in self.graph.node if n.op_type == 'Identity' and n.input[0] in self.constants}
        rest = [n for n in self.graph.node if n.output[0] not in alias]
        for node in rest:
            for k, name in enumerate(node.input):
                node.input[k] = alias.get(name, name)
        del self.graph.node[:]
        self.graph.node.extend(rest)

    def run(self):
        for node in list(self.graph.node):
            if node.op_type == 'Gather' and self.is_table(node.input[0]):
                self.table(node)
            elif node.op_type in ('MatMul', 'Gemm') and self.is_matrix(node.input[1]):
                self.product(node)
            else:
                self.nodes.append(node)
        used = {name for n in self.nodes for name in n.input}
        nodes = [n for n in self.nodes if n.output[0] not in self.turned or n.output[0] in used]
        used = {name for n in nodes for name in n.input}
        constants = [c for c in [*self.graph.initializer, *self.added] if c.name in used]
        del self.graph.node[:], self.graph.initializer[:]
        self.graph.node.extend(nodes)
        self.graph.initializer.extend(constants)

    def is_table(self, name):
        return name in self.constants and len(self.constants[name].dims) == 2 and self.constants[name].dims[0] > 1000

    def is_matrix(self, name):
        return name in self.turned or name in self.constants and len(self.constants[name].dims) == 2

    def add(self, op, inputs, output, **attributes):
        self.nodes.append(helper.make_node(op, inputs, [output], f'{op}_{output}', **attributes))
        return output

    def constant(self, name, array):
        self.added.append(numpy_helper.from_array(array, name))
        return name

    def table(self, node):
        rows, out = numpy_helper.to_array(self.constants[node.input[0]]), node.output[0]
        scale = np.maximum(np.abs(rows).max(1, keepdims=True) / 127, 1e-9).astype(np.float32)
        whole = self.constant(f'{out}_rows', np.rint(rows / scale).astype(np.int8))
        picked = self.add('Cast', [self.add('Gather', [whole, node.input[1]], f'{out}_q')], f'{out}_f', to=TensorProto.FLOAT)
        scales = self.add('Gather', [self.constant(f'{out}_scale', scale), node.input[1]], f'{out}_s')
        self.add('Mul', [picked, scales], out)

    def matrix(self, name, transposed):
        key = (name, transposed)
        if key not in self.weights:
            source = self.turned[name].input[0] if name in self.turned else name
            w = numpy_helper.to_array(self.constants[source])
            w = w.T if transposed != (name in self.turned) else w
            scale = np.maximum(np.abs(w).max(0) / self.limit, 1e-9).astype(np.float32)
            base = f'w{len(self.weights)}'
            self.weights[key] = (self.constant(base, np.rint(w / scale).astype(np.int8)), self.constant(f'{base}_scale', scale))
        return self.weights[key]

    def product(self, node):
        transposed = any(a.name == 'transB' and a.i for a in node.attribute)
        (weight, scale), source, out = self.matrix(node.input[1], transposed), node.input[0], node.output[0]
        if source not in self.inputs:
            base = f'a{len(self.inputs)}'
            self.inputs[source] = [f'{base}_q', f'{base}_s', f'{base}_z']
            self.nodes.append(helper.make_node('DynamicQuantizeLinear', [source], self.inputs[source], base))
        q, s, z = self.inputs[source]
        whole = self.add('Cast', [self.add('MatMulInteger', [q, weight, z], f'{out}_i')], f'{out}_f', to=TensorProto.FLOAT)
        biased = node.op_type == 'Gemm' and len(node.input) > 2
        scaled = self.add('Mul', [whole, self.add('Mul', [s, scale], f'{out}_s')], f'{out}_m' if biased else out)
        if biased:
            self.add('Add', [scaled, node.input[2]], out)


def pack_apart(graph):
    """Takes the large constants out of the graph. → their bytes, packed: integer weights lose a sixth, which a graph file keeps.

    Entropy coding alone: weights do not repeat. warm.py reads them back.
    """
    whole = bytearray()
    for constant in graph.initializer:
        data = numpy_helper.to_array(constant).tobytes()
        if len(data) < LARGE:
            continue
        whole.extend(bytes(-len(whole) % ALIGNED))
        constant.ClearField('raw_data')
        constant.data_location = TensorProto.EXTERNAL
        for key, value in ('location', WEIGHTS), ('offset', len(whole)), ('length', len(data)):
            constant.external_data.add(key=key, value=str(value))
        whole.extend(data)
    packer = zlib.compressobj(9, zlib.DEFLATED, 15, 9, zlib.Z_HUFFMAN_ONLY)
    return packer.compress(bytes(whole)) + packer.flush()


def examples(work, rows, length):
    batch = Sampler(work, seed=99).batch(rows, length)
    ids = torch.cat([batch['chars'], batch['word'][..., None]], -1)
    mask = (batch['chars'][..., 0] > 0).long()
    mask[-1, length // 2:] = 0
    return (ids, batch['token_type'], mask), batch['label']


def write_check(path, model, example, label):
    with torch.no_grad():
        best, ids, case, _, _ = Picking(model)(*example)
    flat = lambda t: t.flatten().tolist()
    path.write_text(json.dumps(dict(dims=list(example[0].shape), input_ids=flat(example[0]), token_type_ids=flat(example[1]), attention_mask=flat(example[2]),
                                    label=flat(label), top_ids=flat(ids[..., 0]), top_logp=[round(x, 4) for x in flat(best[..., 0])], case=flat(case.argmax(-1)))))


def main():
    args = argparse.ArgumentParser()
    args.add_argument('--work', type=Path, required=True)
    args.add_argument('--name', default='tagger')
    args.add_argument('--out', type=Path, required=True)
    args.add_argument('--bits', type=int, default=7)
    args.add_argument('--check', type=Path, help='also write inputs and the float answers there')
    args = args.parse_args()
    torch.manual_seed(0)
    model = load(args.work / f'{args.name}.pt').eval()
    example, label = examples(args.work, 64, 64)
    graph = trace(model, tuple(part[:2] for part in example))
    Quantiser(graph.graph, args.bits).run()
    onnx.checker.check_model(graph)
    (args.out / 'onnx').mkdir(parents=True, exist_ok=True)
    packed = pack_apart(graph.graph)
    (args.out / 'onnx' / WEIGHTS).write_bytes(packed)
    (args.out / 'onnx' / 'model_int8.onnx').write_bytes(graph.SerializeToString())
    c, v = model.config, Vocabulary(args.work)
    (args.out / 'config.json').write_text(json.dumps(dict(model_type='bert', hidden_size=c['d'], num_hidden_layers=c['layers'], num_attention_heads=c['heads'], vocab_size=c['chars']), indent=2) + '\n')
    (args.out / 'vocabulary.json').write_text(json.dumps(dict(chars=v.chars, words=v.words, syllables=v.syllables), ensure_ascii=False, separators=(',', ':')) + '\n')
    if args.check:
        write_check(args.check, model, example, label)
    print('%.2f MB' % (len(packed) / 1e6))


if __name__ == '__main__':
    main()
