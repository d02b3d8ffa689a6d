"""Measures lines against the teacher's on held-back portraits, and the model's speed."""

import json
import time
from pathlib import Path

import cv2
import numpy as np
import torch

import lines
import photometry
from data import KIOSK_SCALE, PAPER, dilate, resize_lines

# How far outside the person's mask lines still count as the person's: 9 px of 384.
MARGIN = 9.0 / 384.0
SPEED_SIZE = 384
TEACHERS = "head, all of the teacher's lines"


def _same(picture, _rng):
    return picture


ON_PAPER = "clean, cut out on the kiosk's paper"
CONDITIONS = {
    "clean, teacher's scale": (1.0, _same),
    "clean": (KIOSK_SCALE, _same),
    ON_PAPER: (KIOSK_SCALE, _same),
    "dark (gamma 2.2, gain 0.6)": (KIOSK_SCALE, lambda p, _: photometry.tone(p, 2.2, 0.6, 0.0)),
    "noise (sigma 0.08)": (KIOSK_SCALE, lambda p, rng: photometry.noise(rng, p, 0.08)),
    "blur (sigma 1.5)": (KIOSK_SCALE, lambda p, _: cv2.GaussianBlur(p, (0, 0), 1.5)),
    "stray light (0.35), three tenths of the contrast": (KIOSK_SCALE, lambda p, _:
        photometry.contrast(photometry.tone(p, 1.0, 0.65, 0.35), 0.3)),
    "a third of the pixels": (KIOSK_SCALE, lambda p, _: photometry.webcam(p, 1.0 / 3.0)),
    "dark, noise (0.04), JPEG 40": (KIOSK_SCALE, lambda p, rng: photometry.jpeg(
        photometry.noise(rng, photometry.tone(p, 1.8, 0.6, 0.0), 0.04), 40)),
}


def soft_map(model, photo) -> np.ndarray:
    """The model's ink map of a BGR uint8 picture."""
    rgb = np.ascontiguousarray(photo[..., ::-1].transpose(2, 0, 1))[None]
    with torch.no_grad():
        return model(torch.from_numpy(rgb).float() / 255.0)[0, 0].numpy()


def teacher_on(teacher, photo) -> np.ndarray:
    """The teacher net itself; it needs sides divisible by 8."""
    height, width = photo.shape[:2]
    padded = cv2.copyMakeBorder(photo, 0, -height % 8, 0, -width % 8, cv2.BORDER_REPLICATE)
    return soft_map(teacher, padded)[:height, :width]


def others(teacher=None, before=None) -> dict:
    """Methods to measure beside the model: Canny and, where given, an earlier model, the teacher.

    A method draws lines, bool, on a BGR uint8 picture.
    """
    methods = {"Canny": lines.canny}
    if before is not None:
        methods["before"] = lambda p: lines.extract(soft_map(before, p))
    if teacher is not None:
        methods["TEED"] = lambda p: lines.extract(teacher_on(teacher, p))
    return methods


def accuracy(model, portraits, beside=None, conditions=tuple(CONDITIONS)) -> list:
    """One row a condition and method.

    Scores in the person against the wanted lines, at the head against those and against all of
    the teacher's; ink outside the person and in clothes, as shares of all ink.
    """
    methods = {"edge-portrait": lambda p: lines.extract(soft_map(model, p)), **(beside or {})}
    rows = []
    for condition in conditions:
        scale, degrade = CONDITIONS[condition]
        tallies = {method: _Tally() for method in methods}
        for index, portrait in enumerate(portraits):
            view = _View(portrait, scale)
            rng = np.random.default_rng((7, index))
            photo = np.clip(degrade(view.photo.astype(np.float32) / 255.0, rng), 0, 1)
            if condition == ON_PAPER:
                photo = photo * view.alpha + PAPER * (1.0 - view.alpha)
            photo = np.round(photo * 255).astype(np.uint8)
            for method, draw in methods.items():
                tallies[method].add(draw(photo), view)
        rows += [{"condition": condition, "scale": scale, "method": method, **tally.figures()}
                 for method, tally in tallies.items()]
    return rows


class _Tally:
    def __init__(self):
        self.person, self.head, self.head_teacher = (lines.Score() for _ in range(3))
        self.ink = self.outside = self.in_cloth = self.pieces = self.pictures = 0

    def add(self, found, view):
        self.person.add(found & view.person, view.wanted & view.person)
        self.head.add(found & view.head, view.wanted & view.head)
        self.head_teacher.add(found & view.head, view.teacher & view.head)
        self.ink += int(found.sum())
        self.outside += int((found & ~view.person).sum())
        self.in_cloth += int((found & view.person & ~view.head).sum())
        inside = (found & view.person).astype(np.uint8)
        self.pieces += cv2.connectedComponents(inside, connectivity=8)[0] - 1
        self.pictures += 1

    def figures(self):
        return {"person": self.person.figures(), "head": self.head.figures(),
                TEACHERS: self.head_teacher.figures(),
                "outside": round(self.outside / max(self.ink, 1), 3),
                "cloth": round(self.in_cloth / max(self.ink, 1), 3),
                "ink_px": round(self.ink / max(self.pictures, 1)),
                "pieces": round(self.pieces / max(self.pictures, 1), 1)}


class _View:
    """A portrait at a scale: the picture, the lines to compare with, and where they count."""

    def __init__(self, portrait, scale):
        height, width = portrait.teacher.shape
        size = (round(width * scale), round(height * scale))
        self.photo = portrait.photo
        if scale != 1.0:
            self.photo = cv2.resize(self.photo, size, interpolation=cv2.INTER_AREA)
        self.wanted, self.teacher = (lines.extract(resize_lines(soft, *size) / 255.0)
                                     for soft in (portrait.wanted, portrait.teacher))
        body = cv2.resize(portrait.person, size, interpolation=cv2.INTER_LINEAR)
        self.alpha = body[..., None].astype(np.float32) / 255.0
        body = np.where(body > 127, 255, 0).astype(np.uint8)
        self.person = dilate(body, round(MARGIN * max(size))) > 0
        self.head = self.person.copy()
        self.head[round(portrait.shoulders * scale):] = False


def speed(model, rounds: int = 120) -> dict:
    """Median milliseconds on one thread, beside a fixed convolution timed in turns with it."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    x = torch.rand(1, 3, SPEED_SIZE, SPEED_SIZE)
    reference = torch.nn.Conv2d(32, 32, 3, padding=1).eval()
    y = torch.rand(1, 32, 192, 192)
    times = {"model": [], "reference": []}
    with torch.no_grad():
        for turn in range(rounds + 20):
            for name, run in (("model", lambda: model(x)), ("reference", lambda: reference(y))):
                begun = time.perf_counter()
                run()
                if turn >= 20:
                    times[name].append(1000.0 * (time.perf_counter() - begun))
    torch.set_num_threads(before)
    model_ms, reference_ms = (float(np.median(times[n])) for n in ("model", "reference"))
    return {"size": SPEED_SIZE, "threads": 1, "rounds": rounds,
            "median_ms": round(model_ms, 1), "fastest_ms": round(min(times["model"]), 1),
            "reference_ms": round(reference_ms, 2), "ratio": round(model_ms / reference_ms, 1)}


def table(rows) -> str:
    text = ["| condition | method | person F | P | R | head F | P | R | head F, teacher's lines "
            "| in clothes | outside | ink, px | pieces |",
            "|---|---|---|---|---|---|---|---|---|---|---|---|---|"]
    for r in rows:
        figures = [f"{r[part][k]:.3f}" for part in ("person", "head")
                   for k in ("f", "precision", "recall")]
        figures.append(f"{r[TEACHERS]['f']:.3f}")
        text.append(f"| {r['condition']} | {r['method']} | " + " | ".join(figures)
                    + f" | {100 * r['cloth']:.1f} % | {100 * r['outside']:.1f} % "
                    f"| {r['ink_px']} | {r['pieces']} |")
    return "\n".join(text)


def report(model, portraits, beside: dict, out: Path) -> dict:
    """Prints the measurements and writes them to evaluation.json and evaluation.md."""
    rows = accuracy(model, portraits, beside)
    timing = speed(model)
    result = {"portraits": len(portraits), "accuracy": rows, "speed": timing}
    text = (f"{len(portraits)} held-back portraits; one-to-one matching within "
            f"{lines.TOLERANCE} px; kiosk's scale {KIOSK_SCALE} unless named.\n\n{table(rows)}\n\n"
            f"Speed at {SPEED_SIZE}x{SPEED_SIZE}, one thread: median {timing['median_ms']} ms "
            f"(fastest {timing['fastest_ms']} ms), {timing['ratio']} times a 3x3 convolution of "
            f"32 channels at 192x192 ({timing['reference_ms']} ms).\n")
    out.mkdir(parents=True, exist_ok=True)
    (out / "evaluation.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    (out / "evaluation.md").write_text(text, encoding="utf-8")
    print(text, flush=True)
    return result
