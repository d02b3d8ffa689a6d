"""From a teacher's map to the lines that a portrait wants.

The teacher draws whatever has an edge. A portrait wants the face and the hair whole, clothes by
their outline alone, and no specks. So the teacher's lines are judged one by one: by length, by
place and, in clothes, by how many others crowd about them; and what stays is made sure.
"""

import cv2
import numpy as np

import lines

SPUR = 9  # px; twigs shorter than this go
CROWD_WINDOW = 17  # px; a single line fills one window's side
SURE_FROM, SURE_AT = 0.12, 0.55  # the teacher's ink that becomes no ink and sure ink

# Length in px at which a line begins to count and at which it counts fully, by place.
FEATURE_LENGTH = (5.0, 10.0)
SKIN_LENGTH = (16.0, 34.0)
HAIR_LENGTH = (18.0, 36.0)
CLOTH_LENGTH = (20.0, 48.0)

# Line px in a window, as multiples of a single line, at which a cloth line begins to fade, is gone.
CROWD = (1.9, 2.9)
REACH = (3.0, 6.0)  # px from a line to where the teacher's ink begins to fade, is gone


def portrait_lines(teacher, cloth, features, skin, teeth) -> np.ndarray:
    """The wanted lines, uint8, of a teacher's uint8 map.

    `cloth` is 0..1; `features`, `skin` and `teeth` are bool: eyes, brows, nose, mouth; the face's
    oval; the open mouth, whose lines make a fence of a smile.
    """
    soft = teacher.astype(np.float32) / 255.0
    ridge = _without_spurs(lines.ridge_lines(soft), features)
    ridge &= ~teeth
    if not ridge.any():
        return np.zeros_like(teacher)
    lengths, share = _measures(cv2.connectedComponents(ridge.astype(np.uint8))[1])
    in_features, in_skin = share(features), share(skin & ~features)
    wanted = _mix(_ramp(lengths, HAIR_LENGTH), _ramp(lengths, SKIN_LENGTH), in_skin)
    wanted = np.maximum(wanted, _ramp(lengths, FEATURE_LENGTH) * np.minimum(1.0, 2.0 * in_features))
    parts = cv2.connectedComponents(ridge.astype(np.uint8))[1]

    # In clothes a line ends where it meets others: a collar is long all the same, a weave is not.
    forks = _forks(ridge)
    arms = cv2.connectedComponents((ridge & ~forks).astype(np.uint8))[1]
    arm_lengths, arm_share = _measures(arms)
    crowd = cv2.blur(ridge.astype(np.float32), (CROWD_WINDOW, CROWD_WINDOW)) * CROWD_WINDOW
    calm = _ramp(arm_lengths, CLOTH_LENGTH) * (1.0 - _ramp(arm_share(crowd), CROWD))
    calm[0] = 0.0
    calm = np.where(forks, cv2.dilate(calm[arms], np.ones((7, 7), np.uint8)), calm[arms])

    distance, nearest = _nearest(ridge)
    at_line = nearest[ridge]  # cells are numbered by their line pixel
    keep, crest = (np.zeros(int(nearest.max()) + 1, np.float32) for _ in range(2))
    on_cloth = cloth[ridge]
    keep[at_line] = _mix(wanted[parts[ridge]], calm[ridge], on_cloth)
    crest[at_line] = soft[ridge]
    keep, crest = keep[nearest], np.maximum(crest[nearest], 0.01)
    sure = np.maximum(crest, _ramp(crest, (SURE_FROM, SURE_AT)))
    near = 1.0 - _ramp(distance, REACH)
    near[teeth] = 0.0
    return np.round(255.0 * np.minimum(1.0, soft * sure / crest) * keep * near).astype(np.uint8)


def _measures(parts):
    """The parts' sizes in px, and the function that averages a map over every part."""
    count = int(parts.max()) + 1
    sizes = np.bincount(parts.ravel(), minlength=count).astype(np.float32)

    def share(values):
        return np.bincount(parts.ravel(), np.asarray(values, np.float32).ravel(), count) / sizes

    return sizes, share


def _ramp(values, ends):
    """0 below the first end, 1 above the second, smooth between."""
    t = np.clip((values - ends[0]) / (ends[1] - ends[0]), 0.0, 1.0)
    return t * t * (3.0 - 2.0 * t)


def _mix(a, b, share):
    return a * (1.0 - share) + b * share


def _nearest(ridge):
    """For every pixel the distance in px to the nearest line pixel, and that pixel's number."""
    return cv2.distanceTransformWithLabels((~ridge).astype(np.uint8), cv2.DIST_L2, 5,
                                           labelType=cv2.DIST_LABEL_PIXEL)


def _neighbours(ridge):
    thin = ridge.astype(np.uint8)
    return cv2.filter2D(thin, -1, np.ones((3, 3), np.uint8),
                        borderType=cv2.BORDER_CONSTANT) - thin


def _forks(ridge):
    """Where three or more lines meet, and the pixels around."""
    return cv2.dilate(((_neighbours(ridge) > 2) & ridge).astype(np.uint8),
                      np.ones((3, 3), np.uint8)) > 0


def _without_spurs(ridge, features):
    """Drops twigs with a free end that are shorter than SPUR, save in the features."""
    forks = _forks(ridge)
    count, parts, stats, _ = cv2.connectedComponentsWithStats((ridge & ~forks).astype(np.uint8))
    free_end = np.zeros(count, bool)
    free_end[np.unique(parts[(_neighbours(ridge) <= 1) & ridge])] = True
    at_fork = np.zeros(count, bool)
    beside_forks = cv2.dilate(forks.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    at_fork[np.unique(parts[beside_forks])] = True
    protected = np.zeros(count, bool)
    protected[np.unique(parts[features & ridge])] = True
    spur = free_end & at_fork & ~protected & (stats[:, cv2.CC_STAT_AREA] < SPUR)
    spur[0] = False
    return ridge & ~spur[parts]
