"""What each part of the recipe gives: short trainings from one start, each without one part."""

import hashlib
import tempfile
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import torch

import evaluate
from data import Prepared, Recipe
from model import InkModel
from train import train

SEEDS = (1, 2, 3)
CONDITIONS = ("clean", evaluate.ON_PAPER, "dark, noise (0.04), JPEG 40")
HELD_BACK_EVERY = 3  # of the held-back portraits

TEXT = """\
# What each part of the recipe gives

Trainings of {steps} iterations from the weights with sha256 {start}..., each without one part,
seeds {seeds};
{portraits} held-back portraits at the kiosk's scale. Mean over the seeds, and half of the range
between them. Figures against the lines that a portrait wants; the last two on clean pictures.

| recipe | {columns} | ink in clothes | pieces |
|---|{rule}---|---|
{rows}
"""


def run(training, held, steps: int, warm_start: Path, file: Path) -> None:
    """Trains every recipe with every seed and writes the table to `file`."""
    whole = Recipe()
    recipes = {"whole": whole}
    for part in fields(Recipe):
        recipes["without " + part.name.replace("_", " ")] = replace(whole, **{part.name: False})
    held = held[::HELD_BACK_EVERY]
    rows = []
    for name, recipe in recipes.items():
        portraits = [Prepared(p, recipe) for p in training]
        figures = np.array([_figures(portraits, held, steps, seed, warm_start, recipe)
                            for seed in SEEDS])
        middle = figures.mean(axis=0)
        spread = (figures.max(axis=0) - figures.min(axis=0)) / 2
        cells = [f"{m:.3f} ± {s:.3f}" for m, s in zip(middle[:-2], spread)]
        cells += [f"{100 * middle[-2]:.1f} ± {100 * spread[-2]:.1f} %",
                  f"{middle[-1]:.1f} ± {spread[-1]:.1f}"]
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
        print(rows[-1], flush=True)
    columns = [f"{part} F, {c}" for c in CONDITIONS for part in ("person", "head")]
    file.write_text(TEXT.format(
        steps=steps, start=hashlib.sha256(warm_start.read_bytes()).hexdigest()[:8], seeds=", ".join(map(str, SEEDS)), portraits=len(held),
        columns=" | ".join(columns), rule="---|" * len(columns), rows="\n".join(rows)),
        encoding="utf-8")


def _figures(portraits, held, steps, seed, warm_start, recipe):
    with tempfile.TemporaryDirectory() as out:
        torch.set_flush_denormal(True)
        net = train(portraits, Path(out), steps, seed, warm_start, recipe)
    torch.set_flush_denormal(False)  # SciPy's search trees need denormal numbers
    model = InkModel(net).eval()
    rows = evaluate.accuracy(model, held, conditions=CONDITIONS)
    scores = [row[part]["f"] for row in rows for part in ("person", "head")]
    return scores + [rows[0]["cloth"], rows[0]["pieces"]]
