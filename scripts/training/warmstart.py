"""Starts a network from the weights of an exported model, to train them further."""

from pathlib import Path

import torch
from torch import nn

from model import EdgeNet


def start_from(file: Path) -> EdgeNet:
    """The network of `file`, without batch norm: the export has folded it into the convolutions.

    An export without the context block starts the rest; the block then begins as the identity.
    """
    net = EdgeNet(norm=False)
    folded = _weights(file)
    layers = _in_order_of_use(net)
    if len(folded) < len(layers):
        layers = [(name, layer) for name, layer in layers if not name.startswith("context.")]
    if [w.shape for w, _ in folded] != [layer.weight.shape for _, layer in layers]:
        raise SystemExit(f"the layers of {file} are not those of the network")
    with torch.no_grad():
        for (_, layer), (weight, bias) in zip(layers, folded):
            layer.weight.copy_(weight)
            layer.bias.copy_(bias)
    return net


def _weights(file):
    """Weights and biases of the convolutions of a frozen TorchScript, in order of use."""
    graph = torch.jit.load(str(file), map_location="cpu").inlined_graph
    return [(node.inputsAt(1).toIValue(), node.inputsAt(2).toIValue())
            for node in graph.findAllNodes("aten::conv2d", recurse=True)]


def _in_order_of_use(net):
    names = {module: name for name, module in net.named_modules()}
    used = []
    hooks = [m.register_forward_pre_hook(lambda module, _: used.append((names[module], module)))
             for m in net.modules() if isinstance(m, nn.Conv2d)]
    with torch.no_grad():
        net(torch.zeros(1, 3, 64, 64))
    for hook in hooks:
        hook.remove()
    return used
