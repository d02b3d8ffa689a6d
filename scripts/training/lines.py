"""From soft maps to one-pixel lines, and the comparison of two sets of lines."""

import cv2
import numpy as np
from scipy.ndimage import gaussian_filter
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import maximum_bipartite_matching
from scipy.spatial import cKDTree
from skimage.morphology import skeletonize

SIGMA = 1.0
LOW, HIGH = 0.2, 0.45
FLATTEST = -1e-3  # curvature across a ridge, at most
SHORTEST = 14  # pixels of a component
TOLERANCE = 1.5  # pixels


def extract(soft: np.ndarray) -> np.ndarray:
    """Hessian ridge NMS, hysteresis, thinning, short components dropped. 0..1 in, bool out."""
    return _long_enough(ridge_lines(soft))


def ridge_lines(soft: np.ndarray) -> np.ndarray:
    """Hessian ridge NMS, hysteresis and thinning. 0..1 in, bool out."""
    soft = soft.astype(np.float32)
    strength = np.where(_ridges(soft), soft, 0.0)
    weak = (strength > LOW).astype(np.uint8)
    count, parts = cv2.connectedComponents(weak, connectivity=8)
    strong = np.zeros(count, bool)
    strong[np.unique(parts[strength > HIGH])] = True
    strong[0] = False
    return skeletonize(strong[parts])


def canny(photo: np.ndarray) -> np.ndarray:
    """Canny 40/90 on the grey picture blurred with sigma 1.4, tidied the same way."""
    grey = cv2.GaussianBlur(cv2.cvtColor(photo, cv2.COLOR_BGR2GRAY), (0, 0), 1.4)
    return _long_enough(skeletonize(cv2.Canny(grey, 40, 90) > 0))


def _long_enough(thin: np.ndarray) -> np.ndarray:
    _, parts, stats, _ = cv2.connectedComponentsWithStats(thin.astype(np.uint8), connectivity=8)
    keep = stats[:, cv2.CC_STAT_AREA] >= SHORTEST
    keep[0] = False
    return keep[parts]


def _ridges(soft):
    """Pixels that are the highest across a bright ridge."""
    xx = gaussian_filter(soft, SIGMA, order=(0, 2))
    yy = gaussian_filter(soft, SIGMA, order=(2, 0))
    xy = gaussian_filter(soft, SIGMA, order=(1, 1))
    smooth = gaussian_filter(soft, SIGMA)
    mean = (xx + yy) / 2
    spread = np.sqrt(((xx - yy) / 2) ** 2 + xy**2)
    lowest = mean - spread
    angle = 0.5 * np.arctan2(-2 * xy, yy - xx)  # direction of the strongest downward curve
    height, width = soft.shape
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    dx, dy = np.cos(angle).astype(np.float32), np.sin(angle).astype(np.float32)
    before, after = (cv2.remap(smooth, x + side * dx, y + side * dy, cv2.INTER_LINEAR,
                               borderMode=cv2.BORDER_REPLICATE) for side in (-1, 1))
    return (lowest < FLATTEST) & (smooth >= before) & (smooth >= after)


def match(found: np.ndarray, wanted: np.ndarray):
    """Pixels found, pixels wanted, and the most one-to-one pairs at most TOLERANCE apart."""
    a, b = np.argwhere(found), np.argwhere(wanted)
    if len(a) == 0 or len(b) == 0:
        return len(a), len(b), 0
    near = cKDTree(a).query_ball_tree(cKDTree(b), TOLERANCE)
    rows = np.repeat(np.arange(len(a)), [len(n) for n in near])
    columns = np.fromiter((j for n in near for j in n), np.int64, len(rows))
    graph = coo_matrix((np.ones(len(rows), np.int8), (rows, columns)), (len(a), len(b))).tocsr()
    return len(a), len(b), int((maximum_bipartite_matching(graph) >= 0).sum())


class Score:
    """Precision, recall and F over the pixels of many pictures."""

    def __init__(self):
        self.found = self.wanted = self.pairs = 0

    def add(self, found, wanted):
        f, w, p = match(found, wanted)
        self.found, self.wanted, self.pairs = self.found + f, self.wanted + w, self.pairs + p

    def figures(self) -> dict:
        p = self.pairs / max(self.found, 1)
        r = self.pairs / max(self.wanted, 1)
        return {"f": round(2 * p * r / max(p + r, 1e-9), 3),
                "precision": round(p, 3), "recall": round(r, 3)}
