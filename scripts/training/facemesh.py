"""Where the face and its features are: the face mesh model on a training picture."""

import cv2
import numpy as np
import torch

SIDE = 192  # the model's input, px
WIDER = 1.5  # the crop's side per side of the face
LOOKS = 4  # each look centres on the face that the last one found

# Outlines of the features, by the mesh's numbering (FACEMESH_* of MediaPipe).
FEATURES = {
    "right eye": (33, 160, 159, 158, 133, 153, 145, 144),
    "left eye": (362, 385, 386, 387, 263, 373, 374, 380),
    "right brow": (46, 53, 52, 65, 55, 107, 66, 105, 63, 70),
    "left brow": (276, 283, 282, 295, 285, 336, 296, 334, 293, 300),
    "nose": (168, 193, 129, 98, 97, 2, 326, 327, 358, 417),
    "mouth": (61, 40, 37, 0, 267, 270, 291, 321, 314, 17, 84, 91),
}
INNER_LIPS = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178,
              88, 95)
OVAL = (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
        152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109)


def fit(mesh, photo, centre, side):
    """Points 468 x 2 in px of the BGR picture, or None when there is no face near `centre`.

    `centre` and `side` are a guess of the face's place and size in px.
    """
    points, presence = None, -100.0
    for _ in range(LOOKS):
        scale = SIDE / (WIDER * side)
        matrix = np.float32([[scale, 0, SIDE / 2 - scale * centre[0]],
                             [0, scale, SIDE / 2 - scale * centre[1]]])
        crop = cv2.warpAffine(photo, matrix, (SIDE, SIDE), flags=cv2.INTER_AREA,
                              borderMode=cv2.BORDER_REPLICATE)
        rgb = np.ascontiguousarray(crop[..., ::-1].transpose(2, 0, 1))[None]
        with torch.no_grad():
            flat, logit = sorted(mesh(torch.from_numpy(rgb).float() / 255.0),
                                 key=torch.Tensor.numel, reverse=True)
        found = flat.numpy().reshape(468, 3)[:, :2]
        points = (found - SIDE / 2) / scale + np.float32(centre)
        presence = float(logit)
        low, high = points.min(axis=0), points.max(axis=0)
        centre, side = (low + high) / 2, float((high - low).max())
    return points if presence > 0.0 else None


def features(points, shape) -> np.ndarray:
    """255 in the eyes, brows, nose and mouth and a little beyond, 0 elsewhere."""
    mask = np.zeros(shape, np.uint8)
    for outline in FEATURES.values():
        cv2.fillPoly(mask, [cv2.convexHull(np.round(points[list(outline)]).astype(np.int32))], 255)
    reach = max(1, round(0.04 * float(np.ptp(points[:, 1]))))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    return cv2.dilate(mask, disc)


def oval(points, shape) -> np.ndarray:
    """255 in the face's oval, 0 elsewhere."""
    return _filled(points, OVAL, shape)


def teeth(points, shape) -> np.ndarray:
    """255 in the open mouth, a little inside of the lips, 0 elsewhere."""
    reach = max(1, round(0.013 * float(np.ptp(points[:, 1]))))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    return cv2.erode(_filled(points, INNER_LIPS, shape), disc)


def _filled(points, outline, shape):
    mask = np.zeros(shape, np.uint8)
    cv2.fillPoly(mask, [np.round(points[list(outline)]).astype(np.int32)], 255)
    return mask
