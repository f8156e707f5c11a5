"""Takes a shipped model back into training: its integer weights as floats, named as in model.py.

Invariant: what export.py wrote comes back, up to the rounding of its integers (a 63rd or a 127th of a column's or row's largest).
Example: weights(folder)['out.weight'] is [6521, 256].
"""
import json
import re
import zlib
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, mapping, numpy_helper

from export import WEIGHTS
from model import deepen

PRODUCT = re.compile(r'MatMulInteger_/(?:model/)?(.+?)(?:_1)?/(?:MatMul|Gemm)_output_0_i$')
TABLE = re.compile(r'Gather_/model/(.+?)/Gather_output_0_q$')
BIAS = re.compile(r'model\.(.+\.bias)$')


def weights(folder):
    """state_dict of the Tagger that the folder's model was made from."""
    graph = onnx.load(str(Path(folder) / 'onnx' / 'model_int8.onnx'), load_external_data=False).graph
    packed = zlib.decompress((Path(folder) / 'onnx' / WEIGHTS).read_bytes())
    constants = {i.name: array(i, packed) for i in graph.initializer}
    found = {name.removeprefix('model.'): w for name, w in constants.items() if name.startswith('model.')}
    for node in graph.node:
        if product := PRODUCT.match(node.name):
            found[f'{dotted(product[1])}.weight'] = (constants[node.input[1]] * constants[f'{node.input[1]}_scale']).T
        elif table := TABLE.match(node.name):
            found[f'{table[1]}.weight'] = constants[node.input[0]] * constants[node.input[0].replace('_rows', '_scale')]
    return {name: torch.from_numpy(w.copy()) for name, w in {**shared_biases(graph, constants), **found}.items()}


def array(constant, packed):
    if constant.data_location != TensorProto.EXTERNAL:
        return numpy_helper.to_array(constant)
    place = {entry.key: entry.value for entry in constant.external_data}
    at, length = int(place['offset']), int(place['length'])
    kind = mapping.TENSOR_TYPE_TO_NP_TYPE[constant.data_type]
    return np.frombuffer(packed[at:at + length], kind).reshape(tuple(constant.dims))


def shared_biases(graph, constants):
    """Biases that were equal when exported stand in the graph once; each product that adds one owns a copy."""
    found = {}
    for node in graph.node:
        owner = re.match(r'(?:Add_)?/(?:model/)?(.+?)/(?:Gemm_output_0|Add)$', node.name)
        bias = next((name for name in node.input if BIAS.match(name)), None)
        if node.op_type == 'Add' and owner and bias and 'norm' not in owner[1]:
            found[f'{dotted(owner[1])}.bias'] = constants[bias]
    return found


def dotted(path):
    return path.replace('/', '.')


def start(model, folder, vocabulary):
    """Loads the weights; the vocabulary of the training data must be the shipped one, number by number. A model with more blocks begins by computing the same."""
    shipped = json.loads((Path(folder) / 'vocabulary.json').read_text())
    for part in 'chars', 'words', 'syllables':
        if shipped[part] != getattr(vocabulary, part):
            raise SystemExit(f'The {part} of {folder} are not those of the training data: run prepare.py and noise.py with --vocabulary {folder}/vocabulary.json first.')
    found, wanted = deepen(weights(folder), model.config['layers']), model.state_dict()
    model.load_state_dict({name: w for name, w in found.items() if name in wanted})
