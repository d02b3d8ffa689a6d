"""Scripts and freezes the trained network, checks the file, and writes its card."""

import hashlib
from pathlib import Path

import torch

from model import EdgeNet, InkModel, parameter_count
from quality import QualityModel

SIZES = ((8, 8), (33, 47), (97, 131), (255, 200), (192, 192), (384, 384), (511, 389))
LARGEST_DIFFERENCE = 1e-5

CARD = """\
name: {name}
task: line-art
file: {name}.pt
sha256: {sha256}
input:
  shape: [1, 3, -1, -1]
  layout: NCHW
  channels: RGB
  range: [0.0, 1.0]
  meaning: head crop of any size, float32; best at about 384 px on the long side
outputs:
  - name: ink
    shape: [1, 1, -1, -1]
    range: [0.0, 1.0]
    meaning: soft line map of the same size, 1 is a sure line; a person's lines, not the background's
licence: Apache-2.0
source: {source} on public-domain US government portraits; soft labels from the MIT-licensed TEED weights (epoch 5)
notes: |
{notes}
"""


def export(net: EdgeNet, file: Path) -> float:
    """Writes the frozen TorchScript; returns its largest difference to the eager network."""
    net = _copy_for_use(net)
    worst = _write(InkModel(net).eval(), file)
    print(f"{parameter_count(net)} parameters")
    return worst


def export_quality(ink: torch.jit.ScriptModule, file: Path) -> float:
    """Writes the frozen quality model around an exported one; returns the largest difference."""
    return _write(QualityModel(ink).eval(), file)


def _write(eager: torch.nn.Module, file: Path) -> float:
    frozen = torch.jit.freeze(torch.jit.script(eager))
    if "batch_norm" in str(frozen.inlined_graph):
        raise SystemExit("freezing left a batch norm in the graph")
    file.parent.mkdir(parents=True, exist_ok=True)
    torch.jit.save(frozen, str(file))

    loaded = torch.jit.load(str(file), map_location="cpu")
    generator = torch.Generator().manual_seed(5)
    worst = 0.0
    with torch.no_grad():
        for height, width in SIZES:
            x = torch.rand(1, 3, height, width, generator=generator)
            expected, got = eager(x), loaded(x)
            if got.shape != (1, 1, height, width):
                raise SystemExit(f"the exported model returns {tuple(got.shape)}")
            worst = max(worst, float((expected - got).abs().max()))
    if worst > LARGEST_DIFFERENCE:
        raise SystemExit(f"the exported model differs from the eager one by {worst:.2e}")
    print(f"exported {file.name}: {file.stat().st_size} bytes, "
          f"largest difference to eager {worst:.1e}")
    return worst


def _copy_for_use(net):
    copy = EdgeNet(net.norm)
    copy.load_state_dict(net.state_dict())
    return copy.to(memory_format=torch.channels_last).eval()


def write_card(file: Path, source: str, notes) -> None:
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    text = CARD.format(name=file.stem, source=source, sha256=digest,
                       notes="\n".join("  " + line for line in notes))
    (file.parent / "card.yaml").write_text(text, encoding="utf-8")
