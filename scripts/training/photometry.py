"""Light, lens, sensor and compression: what happens to a face before the model sees it.

Every function takes and returns a float32 picture H x W x 3, nominally 0..1.
"""

import cv2
import numpy as np

_NOISE = np.random.default_rng(1).standard_normal((640, 640, 3), dtype=np.float32)


def disturb(rng: np.random.Generator, picture: np.ndarray, mild_share: float) -> np.ndarray:
    """Applies a random chain; `mild_share` of the pictures stay close to a studio portrait."""
    if rng.random() < mild_share:
        picture = tone(picture, rng.uniform(0.75, 1.35), rng.uniform(0.85, 1.15), 0.0)
        if rng.random() < 0.2:
            picture = grey(picture)
        if rng.random() < 0.4:
            picture = noise(rng, picture, rng.uniform(0.0, 0.02))
        return np.clip(picture, 0.0, 1.0)

    if rng.random() < 0.45:
        picture = side_light(rng, picture, rng.uniform(0.25, 0.9))
    if rng.random() < 0.15:
        picture = glare(rng, picture)
    if rng.random() < 0.8:
        gamma = float(np.exp(rng.uniform(np.log(0.4), np.log(2.6))))
        picture = tone(picture, gamma, rng.uniform(0.45, 1.3), rng.uniform(-0.1, 0.1))
    if rng.random() < 0.4:
        picture = contrast(picture, rng.uniform(0.35, 1.6))
    if rng.random() < 0.15:
        picture = veil(rng, picture, rng.uniform(0.1, 0.4))
    if rng.random() < 0.45:
        picture = cast(rng, picture, rng.choice((0.2, 0.2, 0.5)))
    if rng.random() < 0.2:
        picture = grey(picture)
    softened = rng.random()
    if softened < 0.15:
        picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.4, 2.0))
    elif softened < 0.28:
        picture = motion(rng, picture, int(rng.integers(3, 11)))
    elif softened < 0.48:
        picture = webcam(picture, rng.uniform(0.3, 0.8))
    elif softened < 0.65:
        picture = sharpen(picture, rng.uniform(0.3, 1.5))
    if rng.random() < 0.5:
        picture = noise(rng, picture, rng.uniform(0.01, 0.1))
    elif rng.random() < 0.3:
        picture = blotches(rng, picture, rng.uniform(0.01, 0.05))
    if rng.random() < 0.3:
        picture = jpeg(picture, int(rng.integers(15, 90)))
    return np.clip(picture, 0.0, 1.0)


def tone(picture, gamma, gain, offset):
    return np.clip(np.power(np.clip(picture, 0.0, 1.0), gamma) * gain + offset, 0.0, 1.0)


def contrast(picture, factor):
    centre = float(picture.mean())
    return np.clip((picture - centre) * factor + centre, 0.0, 1.0)


def cast(rng, picture, strength):
    return picture * rng.uniform(1.0 - strength, 1.0 + strength, 3).astype(np.float32)


def grey(picture):
    return np.repeat(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)[..., None], 3, axis=2)


def side_light(rng, picture, depth):
    """A lamp on one side: brightness falls to 1 - depth across the picture."""
    height, width = picture.shape[:2]
    angle = rng.uniform(0.0, 2.0 * np.pi)
    x = np.linspace(-1.0, 1.0, width, dtype=np.float32)[None, :]
    y = np.linspace(-1.0, 1.0, height, dtype=np.float32)[:, None]
    plane = np.cos(angle) * x + np.sin(angle) * y
    slope = rng.uniform(1.0, 4.0)
    light = 1.15 - depth / (1.0 + np.exp(-slope * plane))
    return picture * light[..., None].astype(np.float32)


def glare(rng, picture):
    """One to three bright spots and streaks, as lamps make on glasses."""
    height, width = picture.shape[:2]
    spots = np.zeros((height, width), np.float32)
    for _ in range(rng.integers(1, 4)):
        centre = (int(rng.integers(width)), int(rng.integers(height)))
        axes = (int(rng.integers(2, 14)), int(rng.integers(1, 6)))
        cv2.ellipse(spots, centre, axes, float(rng.uniform(0, 180)), 0, 360,
                    float(rng.uniform(0.4, 1.0)), -1)
    spots = cv2.GaussianBlur(spots, (0, 0), rng.uniform(0.7, 2.5))[..., None]
    return picture * (1.0 - spots) + spots


def veil(rng, picture, strength):
    """Stray light of a window or a lamp behind the person: stronger towards one side."""
    light = 1.3 - side_light(rng, np.ones_like(picture), 0.9)
    return picture * (1.0 - strength) + strength * np.clip(light, 0.0, 1.0)


def motion(rng, picture, length):
    kernel = np.zeros((length, length), np.float32)
    kernel[length // 2, :] = 1.0
    matrix = cv2.getRotationMatrix2D(((length - 1) / 2, (length - 1) / 2),
                                     float(rng.uniform(0, 180)), 1.0)
    kernel = cv2.warpAffine(kernel, matrix, (length, length))
    return cv2.filter2D(picture, -1, kernel / max(float(kernel.sum()), 1e-6),
                        borderType=cv2.BORDER_REFLECT_101)


def webcam(picture, factor):
    """Fewer pixels than the picture pretends to have."""
    height, width = picture.shape[:2]
    small = cv2.resize(picture, (max(8, round(width * factor)), max(8, round(height * factor))),
                       interpolation=cv2.INTER_AREA)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)


def sharpen(picture, amount):
    return picture + amount * (picture - cv2.GaussianBlur(picture, (0, 0), 1.2))


def noise(rng, picture, sigma):
    height, width = picture.shape[:2]
    if height > _NOISE.shape[0] or width > _NOISE.shape[1]:
        grain = rng.standard_normal(picture.shape, dtype=np.float32)
    else:
        y = int(rng.integers(0, _NOISE.shape[0] - height + 1))
        x = int(rng.integers(0, _NOISE.shape[1] - width + 1))
        grain = _NOISE[y:y + height, x:x + width]
    return picture + np.float32(sigma) * grain


def blotches(rng, picture, sigma):
    """What is left of noise when a webcam has smoothed it: coloured patches."""
    grain = noise(rng, np.zeros_like(picture), 1.0)
    smooth = cv2.GaussianBlur(grain, (0, 0), rng.uniform(1.0, 2.5))
    return picture + np.float32(sigma) * smooth / max(float(smooth.std()), 1e-6)


def jpeg(picture, quality):
    coded = cv2.imencode(".jpg", (np.clip(picture, 0, 1) * 255).astype(np.uint8),
                         [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return cv2.imdecode(coded, cv2.IMREAD_COLOR).astype(np.float32) / 255.0
