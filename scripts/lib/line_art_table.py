"""The table of scripts/compare-line-art: medians and shares of a folder of drawn portraits, with 95 % bootstrap intervals.

line_art_table.py pairs OUT NAME       list of photo and drawing, cut square about the face, for the identity tool
line_art_table.py table OUT NAME...    writes OUT/table.md and OUT/table.json; the first name is ours
"""

import json
import pathlib
import sys

import cv2
import numpy

DRAWS = 4000
COLUMNS = [
    ("landmark error", lambda score: score["landmarkError"], "{:.3f}"),
    ("ink, mm", lambda score: score["inkMm"], "{:.0f}"),
    ("pieces", lambda score: score["components"], "{:.0f}"),
    ("short strokes", lambda score: score["shortStrokes"], "{:.0f}"),
    ("outside, mm", lambda score: score["outsideMm"], "{:.1f}"),
    ("time, s", lambda score: score["drawTimeS"], "{:.0f}"),
]


def rows(out, name):
    return json.loads((out / name / "scores.json").read_text())


def square(picture):
    """The middle of a crop, as wide as it is high: the identity tool scales by the long side."""
    height, width = picture.shape[:2]
    side = min(height, width)
    x, y = (width - side) // 2, (height - side) // 2
    return picture[y : y + side, x : x + side]


def pairs(out, name):
    """What the kiosk refuses as hard to know is held against the photos all the same."""
    for row in rows(out, name):
        folder = out / name / row["name"]
        crop = cv2.imread(str(folder / "crop.png"))
        if crop is None:
            continue
        framed = cv2.imread(str(folder / "framed.png"))
        cv2.imwrite(str(folder / "square-photo.png"), square(crop))
        cv2.imwrite(str(folder / "square-drawing.png"), square(framed))
        print(row["name"], (folder / "square-photo.png").resolve(), (folder / "square-drawing.png").resolve(), sep="\t")


def interval(values, statistic, random):
    """Of the statistic over photos drawn with replacement."""
    values = numpy.asarray(values, float)
    drawn = [statistic(values[random.integers(0, len(values), len(values))]) for _ in range(DRAWS)]
    return [float(bound) for bound in numpy.percentile(drawn, [2.5, 97.5])]


def median(values, random):
    return {"median": float(numpy.median(values)), "interval": interval(values, numpy.median, random)}


def mean(values, random):
    return {"mean": float(numpy.mean(values)), "interval": interval(values, numpy.mean, random)}


def identity(out, name):
    """By photo: known at once or not, and the margin (unknown faces have the least of all)."""
    file = out / name / "identity.json"
    if not file.exists():
        return {}
    people = json.loads(file.read_text())["people"]
    least = min(person.get("margin", 0) for person in people)
    return {
        person["name"]: (float(person["rank"] == 0), person.get("margin", least))
        for person in people
    }


def table(out, names):
    result = {}
    ours = identity(out, names[0])
    for name in names:
        random = numpy.random.default_rng(1)
        all_rows = rows(out, name)
        scores = [row["score"] for row in all_rows if row.get("score")]
        line = {
            "photos": len(all_rows),
            "drawn": len(scores),
            "found from afar": sum(score["foundFromAfar"] for score in scores),
        }
        for title, value, _ in COLUMNS:
            values = [value(score) for score in scores if isinstance(value(score), (int, float))]
            line[title] = median(values, random)
        known = identity(out, name)
        if known:
            line["rank-1"] = mean([hit for hit, _ in known.values()], random)
            line["margin"] = mean([margin for _, margin in known.values()], random)
        both = sorted(ours.keys() & known.keys())
        if both and name != names[0]:
            for title, index in (("ours less this, rank-1", 0), ("ours less this, margin", 1)):
                line[title] = mean([ours[photo][index] - known[photo][index] for photo in both], random)
        result[name] = line
    (out / "table.json").write_text(json.dumps(result, indent=1) + "\n")
    text = markdown(result)
    (out / "table.md").write_text(text)
    print(text, end="")


def markdown(result):
    titles = [title for title in max(result.values(), key=len)]
    formats = {title: form for title, _, form in COLUMNS}
    lines = ["| | " + " | ".join(result) + " |", "|---|" + "---|" * len(result)]
    for title in titles:
        cells = [cell(line.get(title), formats.get(title, "{:.3f}")) for line in result.values()]
        lines.append(f"| {title} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def cell(value, form):
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    middle = value.get("median", value.get("mean"))
    low, high = value["interval"]
    return f"{form.format(middle)} [{form.format(low)} {form.format(high)}]"


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[2])
    if sys.argv[1] == "pairs":
        pairs(folder, sys.argv[3])
    else:
        table(folder, sys.argv[3:])
