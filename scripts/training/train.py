"""The training loop: soft line maps, deep supervision, averaged weights, checkpoints."""

import csv
import math
import time
from copy import deepcopy
from pathlib import Path
from typing import Optional

import torch
from torch.nn import functional as F
from torch.utils.data import DataLoader

from data import Crops, Recipe
from model import EdgeNet
from warmstart import start_from

BATCH = 4
CROP = 256
LEARNING_RATE = 1.5e-3
WARM_LEARNING_RATE = 6e-4  # from the weights of an exported model
WEIGHT_DECAY = 1e-4
WARM_UP = 100
LINE_WEIGHT = 2.0
BCE_FACTOR = 4.0
SIDE_FACTOR = 0.25
CLIP = 5.0
AVERAGE = 0.999
CHECKPOINT_EVERY = 200
LOG_EVERY = 50


def map_loss(logits, target, weight):
    """Soft BCE that counts lines more, plus Dice; `weight` ranks regions of the picture."""
    bce = F.binary_cross_entropy_with_logits(logits, target, reduction="none")
    bce = (weight * (1.0 + LINE_WEIGHT * target) * bce).mean()
    ink = torch.sigmoid(logits)
    common = (weight * ink * target).sum()
    both = (weight * ink * ink).sum() + (weight * target * target).sum()
    return BCE_FACTOR * bce + 1.0 - (2.0 * common + 1.0) / (both + 1.0)


def total_loss(maps, target, weight):
    loss = map_loss(maps[0], target, weight)
    for side in maps[1:]:
        loss = loss + SIDE_FACTOR * map_loss(side, target, weight)
    return loss


def learning_rate(step, steps, highest):
    if step < WARM_UP:
        return highest * (step + 1) / WARM_UP
    done = (step - WARM_UP) / max(1, steps - WARM_UP)
    return highest * (0.01 + 0.99 * 0.5 * (1.0 + math.cos(math.pi * done)))


def average(into, net, step):
    """Moves the averaged weights (and batch norm statistics) towards the current ones."""
    keep = min(AVERAGE, (step + 1) / (step + 10))
    with torch.no_grad():
        for mean, value in zip(into.state_dict().values(), net.state_dict().values()):
            if mean.dtype.is_floating_point:
                mean.lerp_(value, 1.0 - keep)
            else:
                mean.copy_(value)


def train(portraits, out: Path, steps: int, seed: int, warm_start: Optional[Path],
          recipe: Recipe = Recipe()) -> EdgeNet:
    """Trains on prepared portraits up to `steps`; returns averaged weights.

    Starts from the exported model `warm_start`, where one is given. Goes on from the checkpoint in `out`. With another number of steps than before, the learning
    rate follows the new schedule from there.
    """
    torch.manual_seed(seed)
    net = EdgeNet() if warm_start is None else start_from(warm_start)
    highest = LEARNING_RATE if net.norm else WARM_LEARNING_RATE
    net = net.to(memory_format=torch.channels_last)
    mean_net = deepcopy(net)
    optimiser = torch.optim.AdamW(net.parameters(), LEARNING_RATE, weight_decay=WEIGHT_DECAY)
    start, seconds = 0, 0.0
    checkpoint = out / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, map_location="cpu")
        if saved["seed"] != seed:
            raise SystemExit(f"{checkpoint} belongs to --seed {saved['seed']}; "
                             "give the same seed to resume it, or another --out")
        net.load_state_dict(saved["net"])
        mean_net.load_state_dict(saved["mean_net"])
        optimiser.load_state_dict(saved["optimiser"])
        start, seconds = saved["step"], saved["seconds"]
        print(f"resuming at iteration {start}")
    if start >= steps:
        return mean_net.eval()

    crops = Crops(portraits, start * BATCH, (steps - start) * BATCH,
                  CROP, seed, recipe)
    loader = DataLoader(crops, BATCH, shuffle=False, num_workers=1, prefetch_factor=8)
    net.train()
    log_path = out / "loss.csv"
    new_log = not log_path.exists()
    begun, losses = time.monotonic(), []
    with open(log_path, "a", newline="") as log_file:
        log = csv.writer(log_file)
        if new_log:
            log.writerow(("iteration", "loss", "learning_rate", "seconds"))
        for step, (rgb, target, weight) in enumerate(loader, start):
            rate = learning_rate(step, steps, highest)
            for group in optimiser.param_groups:
                group["lr"] = rate
            loss = total_loss(net(rgb.contiguous(memory_format=torch.channels_last)),
                              target, weight)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), CLIP)
            optimiser.step()
            average(mean_net, net, step)
            losses.append(loss.item())
            if not math.isfinite(losses[-1]):
                raise SystemExit(f"the loss is not finite at iteration {step + 1}")

            done, spent = step + 1, seconds + time.monotonic() - begun
            if done % LOG_EVERY == 0 or done == steps:
                value = sum(losses) / len(losses)
                losses.clear()
                log.writerow((done, f"{value:.5f}", f"{rate:.6f}", f"{spent:.1f}"))
                log_file.flush()
                print(f"{done:6d}/{steps}  loss {value:.4f}  rate {rate:.6f}  {spent:7.1f} s",
                      flush=True)
            if done % CHECKPOINT_EVERY == 0 or done == steps:
                _save(checkpoint, {"step": done, "seed": seed, "seconds": spent,
                                   "net": net.state_dict(), "mean_net": mean_net.state_dict(),
                                   "optimiser": optimiser.state_dict()})
    return mean_net.eval()


def _save(path: Path, content) -> None:
    """Writes beside the file and renames, so that a crash leaves the last checkpoint whole."""
    part = path.with_suffix(".part")
    torch.save(content, part)
    part.replace(path)
