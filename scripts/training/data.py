"""Portraits, wanted lines and person masks in memory, and the random crops made of them."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from torch.utils.data import Dataset

import facemesh
from backgrounds import random_background
from labels import portrait_lines
from photometry import disturb

HELD_BACK_EVERY = 10
SPLIT_RULE = "every tenth file of the sorted list (index 0, 10, 20, ...) is held back"
KIOSK_SCALE = 0.74  # the kiosk's head crops are this much smaller than the teacher's pictures
PAPER = 200.0 / 255.0  # what the kiosk puts behind the person before the model sees the crop


@dataclass(frozen=True)
class Recipe:
    """What the training does beyond imitating the teacher; ablations leave one part out."""

    wanted_lines: bool = True  # the lines that a portrait wants, not all of the teacher's
    attention: bool = True  # the loss counts features and head more, clothes less
    hard_light: bool = True  # booth light, lenses and sensors, not only near-studio ones
    paper: bool = True  # half of the crops cut out on the kiosk's paper


@dataclass
class Portrait:
    """One training picture at the teacher's resolution; all arrays uint8 of one size."""

    name: str
    photo: np.ndarray  # H x W x 3, BGR
    teacher: np.ndarray  # H x W, the untouched teacher map
    person: np.ndarray  # H x W, soft person mask
    features: np.ndarray  # H x W, 255 in the eyes, brows, nose and mouth
    wanted: np.ndarray  # H x W, the lines that a portrait wants
    shoulders: int  # row below which cloth prevails


def split(data: Path):
    """Sorted base names for training and held back."""
    names = sorted(p.stem for p in (data / "train").glob("*.jpg"))
    names = [n for n in names if (data / "teacher" / (n + ".png")).exists()]
    if not names:
        raise SystemExit(f"no pairs train/*.jpg + teacher/*.png in {data}")
    held = names[::HELD_BACK_EVERY]
    return [n for i, n in enumerate(names) if i % HELD_BACK_EVERY], held


def load(data: Path, names, person_mask, face_mesh) -> list:
    return [_load_one(data, name, person_mask, face_mesh) for name in names]


def _load_one(data, name, person_mask, face_mesh) -> Portrait:
    photo = cv2.imread(str(data / "train" / (name + ".jpg")), cv2.IMREAD_COLOR)
    teacher = cv2.imread(str(data / "teacher" / (name + ".png")), cv2.IMREAD_GRAYSCALE)
    height, width = teacher.shape
    shrinks = photo.shape[1] > width
    photo = cv2.resize(photo, (width, height),
                       interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC)
    person = person_map(photo, person_mask)
    shoulders = _shoulder_row(person)
    points = facemesh.fit(face_mesh, photo, (width / 2, 0.55 * shoulders), 0.4 * width)
    features, skin, teeth = (part(points, teacher.shape) for part in (
        facemesh.features, facemesh.oval, facemesh.teeth))
    wanted = portrait_lines(teacher, cloth_map(person, shoulders), features > 0, skin > 0,
                            teeth > 0)
    return Portrait(name, photo, teacher, person, features, wanted, shoulders)


def person_map(photo, person_mask) -> np.ndarray:
    """The segmentation net's mask (on the picture stretched to 256 x 256), snapped to edges."""
    small = cv2.resize(photo, (256, 256), interpolation=cv2.INTER_AREA)
    rgb = np.ascontiguousarray(small[..., ::-1].transpose(2, 0, 1))[None]
    with torch.no_grad():
        mask = person_mask(torch.from_numpy(rgb).float() / 255.0)[0, 0].numpy()
    mask = cv2.resize(mask, (photo.shape[1], photo.shape[0]), interpolation=cv2.INTER_LINEAR)
    guide = cv2.cvtColor(photo, cv2.COLOR_BGR2GRAY).astype(np.float32) / 255.0
    return np.round(np.clip(_guided(guide, mask, 6, 1e-3), 0.0, 1.0) * 255).astype(np.uint8)


def _guided(guide, values, radius, epsilon):
    """Guided filter: smooths `values` along the edges of `guide`."""

    def box(a):
        return cv2.blur(a, (2 * radius + 1, 2 * radius + 1))

    mean_g, mean_v = box(guide), box(values)
    slope = (box(guide * values) - mean_g * mean_v) / (box(guide * guide) - mean_g**2 + epsilon)
    return box(slope) * guide + box(mean_v - slope * mean_g)


def _shoulder_row(person) -> int:
    """The first row well wider than the head; two thirds down if there is none."""
    height = person.shape[0]
    widths = (person > 127).sum(axis=1)
    rows = np.flatnonzero(widths > 0.05 * person.shape[1])
    if rows.size == 0:
        return 2 * height // 3
    top = int(rows[0])
    head = np.median(widths[top + height // 10:top + 3 * height // 10])
    wide = np.flatnonzero(widths[top + 3 * height // 10:] > 1.4 * head)
    return top + 3 * height // 10 + int(wide[0]) if wide.size else 2 * height // 3


def cloth_map(person, shoulders) -> np.ndarray:
    """1 in clothes, 0 at the head, at the silhouette and outside, with soft passages."""
    height = person.shape[0]
    rows = np.clip((np.arange(height) - shoulders) / (0.12 * height), 0.0, 1.0)
    body = np.where(person > 127, 255, 0).astype(np.uint8)
    border = cv2.copyMakeBorder(body, 0, 16, 16, 16, cv2.BORDER_REPLICATE)
    inner = 255 - dilate(255 - border, 8)[:height, 16:-16]
    return rows[:, None] * cv2.GaussianBlur(inner, (0, 0), 2.0) / 255.0


def dilate(mask, radius) -> np.ndarray:
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    return cv2.dilate(mask, disc)


def resize_lines(lines, width, height) -> np.ndarray:
    """Resizes a line map so that lines keep about their strength and their width in pixels.

    Shrinking widens the lines first, so that averaging does not fade them. Enlarging thins the
    flanks first, so that lines do not grow fat.
    """
    scale = width / lines.shape[1]
    if scale < 0.999:
        share = np.float32(min(1.0, 1.0 / scale - 1.0))
        kernel = np.ones((3, 3), np.uint8)
        wide = cv2.dilate(lines, kernel)
        mixed = cv2.addWeighted(lines, 1.0 - share, wide, share, 0.0)
        return cv2.resize(mixed, (width, height), interpolation=cv2.INTER_AREA)
    if scale > 1.001:
        values = lines.astype(np.float32)
        peak = cv2.dilate(values, np.ones((3, 3), np.uint8)) + 1.0
        thinned = values * np.power((values + 1.0) / peak, np.float32(scale - 1.0))
        return np.clip(cv2.resize(thinned, (width, height), interpolation=cv2.INTER_LINEAR),
                       0, 255).astype(lines.dtype)
    return lines


class Prepared:
    """A portrait's arrays for cropping: photo + mask, and two targets + a loss weight."""

    FEATURES, HEAD, BACKGROUND, CLOTH = 2.0, 1.2, 1.0, 0.7  # what a pixel counts in the loss
    UNIT = 127.5  # of the loss weight, as a byte

    def __init__(self, portrait: Portrait, recipe: Recipe = Recipe()):
        self.shape = portrait.teacher.shape
        self.shoulders = portrait.shoulders
        self.source = np.dstack([portrait.photo, portrait.person])
        body = np.where(portrait.person > 127, 255, 0).astype(np.uint8)
        wide = cv2.GaussianBlur(dilate(body, 8), (0, 0), 3.0) / 255.0
        tight = cv2.GaussianBlur(dilate(body, 3), (0, 0), 2.0) / 255.0
        lines = portrait.wanted if recipe.wanted_lines else portrait.teacher
        weight = self._weight(portrait) if recipe.attention else np.ones(self.shape)
        labels = [lines * wide, lines * tight, self.UNIT * weight]
        self.labels = np.dstack(labels).round().astype(np.uint8)

    def _weight(self, portrait):
        inside = portrait.person / 255.0
        cloth = cloth_map(portrait.person, portrait.shoulders)
        weight = self.BACKGROUND + (self.HEAD - self.BACKGROUND) * inside
        weight += (self.CLOTH - weight) * cloth
        weight += (self.FEATURES - weight) * cv2.GaussianBlur(portrait.features, (0, 0), 3.0) / 255.0
        return weight


class Crops(Dataset):
    """Random crops. Item i depends on the seed and i alone, so a resumed run sees the same data."""

    OWN_BACKGROUND, MILD, ON_PAPER = 0.3, 0.55, 0.5  # shares of the crops

    def __init__(self, portraits, first: int, count: int, size: int, seed: int,
                 recipe: Recipe = Recipe()):
        self.portraits = portraits
        self.photos = [p.source[..., :3] for p in portraits]
        self.first, self.count, self.size, self.seed = first, count, size, seed
        self.mild = self.MILD if recipe.hard_light else 1.0
        self.on_paper = self.ON_PAPER if recipe.paper else 0.0

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        rng = np.random.default_rng((self.seed, self.first + index))
        portrait = self.portraits[rng.integers(len(self.portraits))]
        source, labels = self._crop(rng, portrait)
        picture = source[..., :3].astype(np.float32) / 255.0
        alpha = source[..., 3:].astype(np.float32) / 255.0
        target = labels[..., 0]
        if rng.random() >= self.OWN_BACKGROUND:
            tight = np.clip((alpha - 0.3) / 0.6, 0.0, 1.0)  # less of the old background
            ground = random_background(rng, self.size, self.photos)
            picture = picture * tight + ground * (1.0 - tight)
            target = labels[..., 1]
        picture = disturb(rng, picture, self.mild)
        if rng.random() < self.on_paper:
            # As the kiosk does: the camera's noise ends where the clean paper begins.
            alpha = np.clip(alpha * rng.uniform(0.8, 1.3) + rng.uniform(-0.1, 0.1), 0.0, 1.0)
            picture = picture * alpha + PAPER * (1.0 - alpha)
            target = labels[..., 1]
        rgb = np.ascontiguousarray(picture[..., ::-1].transpose(2, 0, 1), dtype=np.float32)
        return (torch.from_numpy(rgb),
                torch.from_numpy(target[None].astype(np.float32) / 255.0),
                torch.from_numpy(labels[None, ..., 2].astype(np.float32) / Prepared.UNIT))

    def _crop(self, rng, portrait):
        """A square in random place, scale, rotation and handedness; about the head mostly."""
        scale = float(np.clip(KIOSK_SCALE * np.exp(rng.normal(0.0, 0.25)), 0.4, 1.5))
        side = int(round(self.size / scale))
        height, width = portrait.shape
        if rng.random() < 0.65:
            x = width / 2 + rng.normal(0.0, 0.18) * width
            y = 0.62 * portrait.shoulders + rng.normal(0.0, 0.17) * height
        else:
            x, y = rng.uniform(0, width), rng.uniform(0, height)
        half = side / 2
        x = float(np.clip(x, min(half, width / 2), max(width - half, width / 2)))
        y = float(np.clip(y, min(half, height / 2), max(height - half, height / 2)))
        angle = float(rng.uniform(-15.0, 15.0)) if rng.random() < 0.5 else 0.0
        matrix = cv2.getRotationMatrix2D((x, y), angle, 1.0)
        matrix[:, 2] += (half - x - 0.5, half - y - 0.5)
        if angle == 0.0:
            matrix[:, 2] = np.round(matrix[:, 2])
        source, labels = (cv2.warpAffine(a, matrix, (side, side), flags=cv2.INTER_LINEAR,
                                         borderMode=cv2.BORDER_REFLECT_101)
                          for a in (portrait.source, portrait.labels))
        if rng.random() < 0.5:
            source, labels = source[:, ::-1], labels[:, ::-1]
        size = (self.size, self.size)
        shrink = cv2.INTER_AREA if side > self.size else cv2.INTER_CUBIC
        source = cv2.resize(np.ascontiguousarray(source), size, interpolation=shrink)
        labels = np.ascontiguousarray(labels)
        targets = [resize_lines(np.ascontiguousarray(labels[..., i]), *size) for i in (0, 1)]
        weight = cv2.resize(np.ascontiguousarray(labels[..., 2]), size,
                            interpolation=cv2.INTER_LINEAR)
        return source, np.dstack(targets + [weight])
