"""Random backgrounds: whatever may stand behind a person in a booth."""

import cv2
import numpy as np


def random_background(rng: np.random.Generator, size: int, photos) -> np.ndarray:
    """A size x size x 3 float picture 0..1. `photos` are uint8 pictures for blurred crowds."""
    makers = (_gradient, _clouds, _shapes, _bricks, _stripes, _crowd, _crowd)
    picture = makers[rng.integers(len(makers))](rng, size, photos)
    if rng.random() < 0.3:
        picture = _blur(picture, rng.uniform(0.5, 4.0))
    if rng.random() < 0.3:
        # Same brightness range as in a bright or a dark room.
        picture = picture * rng.uniform(0.3, 1.0) + rng.uniform(0.0, 0.3)
    return np.clip(picture, 0.0, 1.0).astype(np.float32)


def _colour(rng):
    grey = rng.uniform(0.0, 1.0)
    return np.clip(grey + rng.normal(0.0, 0.2, 3), 0.0, 1.0).astype(np.float32)


def _blur(picture, sigma):
    return cv2.GaussianBlur(picture, (0, 0), sigma)


def _ramp(rng, size):
    """A plane rising from 0 to 1 in a random direction."""
    angle = rng.uniform(0.0, 2.0 * np.pi)
    axis = np.linspace(-0.5, 0.5, size, dtype=np.float32)
    plane = np.cos(angle) * axis[None, :] + np.sin(angle) * axis[:, None]
    plane -= plane.min()
    return plane / plane.max()


def _gradient(rng, size, _photos):
    t = _ramp(rng, size)[..., None]
    return _colour(rng) * (1.0 - t) + _colour(rng) * t


def _clouds(rng, size, _photos):
    """Noise of several wavelengths."""
    picture = np.tile(_colour(rng), (size, size, 1))
    for cells in rng.choice((2, 3, 5, 9, 17, 33, 65, 129), 3, replace=False):
        grid = rng.normal(0.0, rng.uniform(0.03, 0.2), (cells, cells, 3)).astype(np.float32)
        if rng.random() < 0.5:
            grid[:] = grid[..., :1]
        picture = picture + cv2.resize(grid, (size, size), interpolation=cv2.INTER_CUBIC)
    return picture


def _shapes(rng, size, _photos):
    """Boxes, discs, polygons and rods in random colours."""
    picture = np.ascontiguousarray(_gradient(rng, size, None))
    for _ in range(rng.integers(3, 14)):
        colour = tuple(float(v) for v in _colour(rng))
        centre = rng.integers(0, size, 2)
        radius = rng.integers(size // 16, size // 2, 2)
        kind = rng.integers(4)
        if kind == 0:
            a = tuple(int(v) for v in centre - radius // 2)
            b = tuple(int(v) for v in centre + radius // 2)
            cv2.rectangle(picture, a, b, colour, -1, cv2.LINE_AA)
        elif kind == 1:
            axes = tuple(int(v) for v in radius // 2)
            where = tuple(int(v) for v in centre)
            cv2.ellipse(picture, where, axes, float(rng.uniform(0, 180)), 0, 360, colour, -1)
        elif kind == 2:
            points = (centre + rng.integers(-size // 3, size // 3, (5, 2))).astype(np.int32)
            cv2.fillPoly(picture, [points], colour, cv2.LINE_AA)
        else:
            a, b = rng.integers(0, size, (2, 2))
            cv2.line(picture, tuple(int(v) for v in a), tuple(int(v) for v in b), colour,
                     int(rng.integers(1, 10)), cv2.LINE_AA)
    return picture


def _bricks(rng, size, _photos):
    """Courses of bricks, tiles or panels."""
    high = int(rng.integers(7, 40))
    wide = int(high * rng.uniform(1.0, 3.0))
    joint = int(rng.integers(1, max(2, high // 6)))
    picture = np.tile(_colour(rng), (size, size, 1))
    face = _colour(rng)
    shift = wide // 2 if rng.random() < 0.7 else 0
    for row in range(-1, size // high + 2):
        for column in range(-1, size // wide + 2):
            x = column * wide + (shift if row % 2 else 0)
            y = row * high
            tone = np.clip(face + rng.normal(0.0, 0.05), 0.0, 1.0)
            cv2.rectangle(picture, (x, y), (x + wide - joint - 1, y + high - joint - 1),
                          tuple(float(v) for v in tone), -1)
    return _turn(rng, picture, 10.0)


def _stripes(rng, size, _photos):
    """Blinds, planks, curtains: a wave or hard lines in one direction."""
    phase = _ramp(rng, size) * rng.uniform(3.0, 40.0)
    if rng.random() < 0.5:
        t = 0.5 + 0.5 * np.sin(2.0 * np.pi * phase)
    else:
        t = (np.mod(phase, 1.0) < rng.uniform(0.05, 0.6)).astype(np.float32)
    t = t.astype(np.float32)[..., None]
    return _colour(rng) * (1.0 - t) + _colour(rng) * t


def _crowd(rng, size, photos):
    """One to six pieces of other people's photographs, out of focus."""
    if len(photos) == 0:
        return _clouds(rng, size, photos)
    tiles = int(rng.choice((1, 2, 3)))
    step = -(-size // tiles)
    picture = np.empty((step * tiles, step * tiles, 3), np.float32)
    for row in range(tiles):
        for column in range(tiles):
            photo = photos[rng.integers(len(photos))]
            side = int(rng.integers(min(photo.shape[:2]) // 3, min(photo.shape[:2])))
            y = int(rng.integers(0, photo.shape[0] - side + 1))
            x = int(rng.integers(0, photo.shape[1] - side + 1))
            piece = cv2.resize(photo[y:y + side, x:x + side], (step, step),
                               interpolation=cv2.INTER_AREA)
            picture[row * step:(row + 1) * step, column * step:(column + 1) * step] = piece
    picture = picture[:size, :size] / 255.0
    return _blur(picture, rng.uniform(1.5, 8.0))


def _turn(rng, picture, most):
    size = picture.shape[0]
    matrix = cv2.getRotationMatrix2D((size / 2, size / 2), float(rng.uniform(-most, most)), 1.2)
    return cv2.warpAffine(picture, matrix, (size, size), flags=cv2.INTER_LINEAR,
                          borderMode=cv2.BORDER_REFLECT_101)
