"""A closed surface of triangles, read from an STL in text form, and plane sections of it. Millimetres."""

import collections
import math
import re

VERTEX = re.compile(r"vertex (\S+) (\S+) (\S+)")
STEEPEST = math.cos(math.radians(44))


class Mesh:
    """triangles: each three points, counterclockwise as seen from outside."""

    def __init__(self, triangles):
        self.triangles = triangles

    @staticmethod
    def read(file):
        points = [tuple(map(float, found)) for found in VERTEX.findall(file.read_text())]
        return Mesh([tuple(points[i : i + 3]) for i in range(0, len(points), 3)])

    def box(self):
        """Lowest and highest coordinate of each axis."""
        points = [point for triangle in self.triangles for point in triangle]
        return [(min(values), max(values)) for values in zip(*points)]

    def size(self):
        return [high - low for low, high in self.box()]

    def volume(self):
        return sum(dot(a, cross(b, c)) for a, b, c in self.triangles) / 6

    def faults(self):
        """What keeps it from being one solid body: every edge belongs to two triangles that run along it in opposite ways."""
        if not self.triangles:
            return ["is empty"]
        edges = collections.Counter((t[i], t[(i + 1) % 3]) for t in self.triangles for i in range(3))
        found = []
        loose = sum(1 for (a, b), count in edges.items() if count != 1 or edges[(b, a)] != 1)
        if loose:
            found.append(f"is not closed: {loose} edges do not belong to exactly two triangles")
        if self.volume() <= 0:
            found.append(f"has a volume of {self.volume():.0f} mm3")
        if self.bodies() != 1:
            found.append(f"is {self.bodies()} bodies")
        return found

    def bodies(self):
        return len(groups(self.triangles))

    def resting_area(self):
        """Of what lies on the bed, mm2."""
        low = self.box()[2][0]
        return sum(area(t) for t in self.triangles if max(point[2] for point in t) < low + 1e-3)

    def widest_overhang(self):
        """Narrower side of the largest patch that looks down by more than 45 degrees and has no bed below: what must be bridged."""
        low = self.box()[2][0]
        hanging = [t for t in self.triangles if normal(t)[2] < -STEEPEST and min(point[2] for point in t) > low + 1e-3]
        widest = 0
        for patch in groups(hanging):
            box = Mesh(patch).size()
            widest = max(widest, min(box[0], box[1]))
        return widest

    def section(self, axis, at):
        """Cut across an axis (0, 1 or 2); the other two coordinates stay, in order."""
        at += 0.00137  # not through a corner
        rest = [i for i in range(3) if i != axis]
        segments = []
        for triangle in self.triangles:
            ends = []
            for i in range(3):
                a, b = triangle[i], triangle[(i + 1) % 3]
                if (a[axis] < at) != (b[axis] < at):
                    low, high = sorted((a, b))  # the same point from either triangle
                    share = (at - low[axis]) / (high[axis] - low[axis])
                    ends.append(tuple(low[k] + share * (high[k] - low[k]) for k in rest))
            if len(ends) == 2:
                segments.append(tuple(ends))
        return Section(segments)


class Section:
    def __init__(self, segments):
        self.segments = segments

    def solid(self, point):
        """Whether there is material: a ray to the right crosses the outline an odd number of times."""
        x, y = point
        crossings = 0
        for (ax, ay), (bx, by) in self.segments:
            if (ay > y) != (by > y) and ax + (y - ay) / (by - ay) * (bx - ax) > x:
                crossings += 1
        return crossings % 2 == 1

    def clear(self, point):
        """Radius of the free circle around a point; 0 in material."""
        return 0 if self.solid(point) else min(distance(point, a, b) for a, b in self.segments)

    def reach(self, point):
        """Greatest distance to the outline that is nearest to a point: of a round hole, its radius; of a D, that of its round side."""
        nearest = min(groups_of_segments(self.segments), key=lambda loop: min(distance(point, a, b) for a, b in loop))
        return max(math.dist(point, a) for a, b in nearest)

    def loops(self):
        return groups_of_segments(self.segments)

    def to_wall(self, point, direction):
        """From a free point along the first (0) or second (1) axis, forward (1) or backward (-1): the way to material."""
        axis, sign = direction
        other = 1 - axis
        ways = []
        for a, b in self.segments:
            if (a[other] > point[other]) != (b[other] > point[other]):
                hit = a[axis] + (point[other] - a[other]) / (b[other] - a[other]) * (b[axis] - a[axis])
                if (hit - point[axis]) * sign > 0:
                    ways.append(abs(hit - point[axis]))
        return min(ways, default=math.inf)


def groups(triangles):
    """Those that share corners."""
    return joined(triangles, lambda triangle: triangle)


def groups_of_segments(segments):
    return joined(segments, lambda segment: [(round(x, 4), round(y, 4)) for x, y in segment])


def joined(items, corners):
    parent = {}

    def root(corner):
        while parent.setdefault(corner, corner) != corner:
            parent[corner] = parent[parent[corner]]
            corner = parent[corner]
        return corner

    for item in items:
        first, *others = corners(item)
        for other in others:
            parent[root(other)] = root(first)
    found = collections.defaultdict(list)
    for item in items:
        found[root(next(iter(corners(item))))].append(item)
    return list(found.values())


def distance(point, a, b):
    """From a point to the piece between a and b."""
    along = [b[0] - a[0], b[1] - a[1]]
    square = along[0] ** 2 + along[1] ** 2
    share = 0 if square == 0 else ((point[0] - a[0]) * along[0] + (point[1] - a[1]) * along[1]) / square
    share = min(1, max(0, share))
    return math.dist(point, (a[0] + share * along[0], a[1] + share * along[1]))


def cross(a, b):
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def minus(a, b):
    return tuple(x - y for x, y in zip(a, b))


def area(triangle):
    a, b, c = triangle
    return math.hypot(*cross(minus(b, a), minus(c, a))) / 2


def normal(triangle):
    a, b, c = triangle
    across = cross(minus(b, a), minus(c, a))
    length = math.hypot(*across) or 1
    return tuple(value / length for value in across)
