"""Measures lines against the teacher's on held-back portraits, and the model's speed."""

import json
import time
from pathlib import Path

import cv2
import numpy as np
import torch

import lines
import photometry
from data import KIOSK_SCALE, dilate, resize_lines

# How far outside the person's mask lines still count as the person's: 9 px of 384.
MARGIN = 9.0 / 384.0
SPEED_SIZE = 384


def _same(picture, _rng):
    return picture


CONDITIONS = {
    "clean, teacher's scale": (1.0, _same),
    "clean": (KIOSK_SCALE, _same),
    "dark (gamma 2.2, gain 0.6)": (KIOSK_SCALE, lambda p, _: photometry.tone(p, 2.2, 0.6, 0.0)),
    "noise (sigma 0.08)": (KIOSK_SCALE, lambda p, rng: photometry.noise(rng, p, 0.08)),
    "blur (sigma 1.5)": (KIOSK_SCALE, lambda p, _: cv2.GaussianBlur(p, (0, 0), 1.5)),
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


def accuracy(model, portraits, teacher=None) -> list:
    """One row a condition and method: scores in the person and at the head, stray ink."""
    methods = {"edge-portrait": lambda p: lines.extract(soft_map(model, p)),
               "Canny": lines.canny}
    if teacher is not None:
        methods["TEED"] = lambda p: lines.extract(teacher_on(teacher, p))
    rows = []
    for condition, (scale, degrade) in CONDITIONS.items():
        scores = {m: (lines.Score(), lines.Score(), [0, 0]) for m in methods}
        for index, portrait in enumerate(portraits):
            photo, wanted, person, shoulders = _view(portrait, scale)
            rng = np.random.default_rng((7, index))
            photo = np.clip(degrade(photo.astype(np.float32) / 255.0, rng), 0, 1)
            photo = np.round(photo * 255).astype(np.uint8)
            head = person.copy()
            head[shoulders:] = False
            for method, draw in methods.items():
                found = draw(photo)
                inside, at_head, stray = scores[method]
                inside.add(found & person, wanted & person)
                at_head.add(found & head, wanted & head)
                stray[0] += int((found & ~person).sum())
                stray[1] += int(found.sum())
        for method, (inside, at_head, stray) in scores.items():
            rows.append({"condition": condition, "scale": scale, "method": method,
                         "person": inside.figures(), "head": at_head.figures(),
                         "outside": round(stray[0] / max(stray[1], 1), 3)})
    return rows


def _view(portrait, scale):
    height, width = portrait.teacher.shape
    size = (round(width * scale), round(height * scale))
    photo = portrait.photo
    if scale != 1.0:
        photo = cv2.resize(photo, size, interpolation=cv2.INTER_AREA)
    wanted = lines.extract(resize_lines(portrait.teacher, *size) / 255.0)
    body = cv2.resize(portrait.person, size, interpolation=cv2.INTER_LINEAR)
    body = np.where(body > 127, 255, 0).astype(np.uint8)
    person = dilate(body, round(MARGIN * max(size))) > 0
    return photo, wanted, person, round(portrait.shoulders * scale)


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
    text = ["| condition | method | person F | P | R | head F | P | R | ink outside the person |",
            "|---|---|---|---|---|---|---|---|---|"]
    for r in rows:
        figures = [f"{r[part][k]:.3f}" for part in ("person", "head")
                   for k in ("f", "precision", "recall")]
        text.append(f"| {r['condition']} | {r['method']} | " + " | ".join(figures)
                    + f" | {100 * r['outside']:.1f} % |")
    return "\n".join(text)


def report(model, portraits, teacher, out: Path) -> dict:
    """Prints the measurements and writes them to evaluation.json and evaluation.md."""
    rows = accuracy(model, portraits, teacher)
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
