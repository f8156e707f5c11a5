"""Takes a shipped model back into training: the weights of onnx/model_int8.onnx as floats, named as in model.py.

Invariant: what export.py wrote comes back, up to the rounding of its integers (a 63rd or a 127th of a column's or row's largest).
Example: weights(folder)['out.weight'] is [6521, 256].
"""
import json
import re
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper

PRODUCT = re.compile(r'MatMulInteger_/model/(.+?)(?:_1)?/(?:MatMul|Gemm)_output_0_i$')
TABLE = re.compile(r'Gather_/model/(.+?)/Gather_output_0_q$')
BIAS = re.compile(r'model\.(.+\.bias)$')


def weights(folder):
    """state_dict of the Tagger that the folder's model was made from."""
    graph = onnx.load(str(Path(folder) / 'onnx' / 'model_int8.onnx')).graph
    constants = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = {name.removeprefix('model.'): array for name, array in constants.items() if name.startswith('model.')}
    for node in graph.node:
        if product := PRODUCT.match(node.name):
            found[f'{dotted(product[1])}.weight'] = (constants[node.input[1]] * constants[f'{node.input[1]}_scale']).T
        elif table := TABLE.match(node.name):
            found[f'{table[1]}.weight'] = constants[node.input[0]] * constants[node.input[0].replace('_rows', '_scale')]
    return {name: torch.from_numpy(array.copy()) for name, array in {**shared_biases(graph, constants), **found}.items()}


def shared_biases(graph, constants):
    """Biases that were equal when exported stand in the graph once; each product that adds one owns a copy."""
    found = {}
    for node in graph.node:
        owner = re.match(r'(?:Add_)?/model/(.+?)/(?:Gemm_output_0|Add)$', node.name)
        bias = next((name for name in node.input if BIAS.match(name)), None)
        if node.op_type == 'Add' and owner and bias and 'norm' not in owner[1]:
            found[f'{dotted(owner[1])}.bias'] = constants[bias]
    return found


def dotted(path):
    return path.replace('/', '.')


def start(model, folder, vocabulary):
    """Loads the weights; the vocabulary of the training data must be the shipped one, number by number."""
    shipped = json.loads((Path(folder) / 'vocabulary.json').read_text())
    for part in 'chars', 'words', 'syllables':
        if shipped[part] != getattr(vocabulary, part):
            raise SystemExit(f'The {part} of {folder} are not those of the training data: run prepare.py and noise.py with --vocabulary {folder}/vocabulary.json first.')
    model.load_state_dict({name: array for name, array in weights(folder).items() if name in model.state_dict()})
