"""Renders every part for every toy and motor and holds it against what it promises; then plants faults, each of which must be found.

Usage: check_parts.py FOLDER   the .scad files; needs openscad
"""

import concurrent.futures
import functools
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from mesh import Mesh

TOYS = ["classic", "pocket"]
MOTORS = ["nema17", "28byj48"]
PARTS = ["coupling", "gauge", "motor_plate", "cradle_left", "cradle_right", "tie_bar", "wedge", "turn_button"]
COARSE = 32
EMPTY = "Current top level object is empty"
SPRING = 0.02  # coarse circles are polygons


class Fault(Exception):
    pass


def openscad(folder, out, values):
    """Runs it; any warning is a fault. What it said, when it wrote nothing because there was nothing."""
    command = ["openscad", "--hardwarnings", "-o", str(out), "-D", f"$fn={COARSE}"]
    for name, value in values.items():
        command += ["-D", f"{name}={value}"]
    ran = subprocess.run([*command, str(folder / "parts.scad")], capture_output=True, text=True, check=False)
    wrong = [line for line in ran.stderr.splitlines() if re.match("WARNING|ERROR|DEPRECATED", line)]
    if EMPTY in ran.stderr and not wrong:
        return EMPTY
    if ran.returncode != 0 or wrong:
        raise Fault("openscad: " + " ".join(wrong or ran.stderr.splitlines()[-1:]))
    return ""


def quoted(**values):
    return {name: f'"{value}"' for name, value in values.items()}


@functools.cache
def measures(folder, values):
    """values: name and value of each, as a tuple."""
    with tempfile.TemporaryDirectory() as work:
        out = pathlib.Path(work) / "measures.echo"
        openscad(folder, out, {**dict(values), **quoted(part="measures")})
        return {name: float(value) for name, value in re.findall(r"(\w+) = ([-\d.]+)", out.read_text())}


def render(folder, part, values):
    with tempfile.TemporaryDirectory() as work:
        out = pathlib.Path(work) / f"{part}.stl"
        if openscad(folder, out, {**values, **quoted(part=part)}) == EMPTY:
            return Mesh([])
        return Mesh.read(out)


def within(what, value, low, high):
    if not low - SPRING <= value <= high + SPRING:
        raise Fault(f"{what} is {value:.2f} mm, promised is {low:.2f} to {high:.2f} mm")


def sized(mesh, *expected):
    for axis, size, promised in zip("xyz", mesh.size(), expected):
        within(f"size along {axis}", size, promised, promised)


def shaft_fits(section, motor, at):
    """Motors are made so: a shaft of 5 mm, with one flat at 4.5 mm or two at 3 mm."""
    flat = 2.0 if motor == "nema17" else 1.5
    within("shaft to flat", section.clear(at), flat, flat + 0.3)
    within("shaft to round", section.reach(at), 2.5, 2.7)


def coupling(mesh, m, motor):
    top = m["hubLength"] + m["cupDepth"]
    sized(mesh, m["knobDiameter"] + 0.4 + 2 * m["claw"], m["knobDiameter"] + 0.4 + 2 * m["claw"], top)
    for z in (0.5, m["shaftInHub"]):
        shaft_fits(mesh.section(2, z), motor, (0, 0))
    if not mesh.section(2, m["hubLength"] - 0.5).solid((0, 0)):
        raise Fault("nothing between shaft and knob")
    within("grip", m["grip"], 0.1, 0.8)
    grip = mesh.section(2, top - 2.5)
    within("claws to axis", grip.clear((0, 0)), (m["knobDiameter"] - m["grip"]) / 2 - 0.1, (m["knobDiameter"] - m["grip"]) / 2)
    within("number of claws", len(grip.loops()), m["claws"], m["claws"])
    within("mouth of the claws", mesh.section(2, top - 0.1).clear((0, 0)), m["knobDiameter"] / 2 + 0.1, m["knobDiameter"] / 2 + 0.5)
    within("set screw", mesh.section(0, 9).clear((0, m["screwFromEnd"])), 1.6, 1.7)
    if m["knobHeight"] < m["cupDepth"]:
        raise Fault("the claws reach the face of the toy")


def gauge(mesh, m, motor):
    section = mesh.section(2, 2.5)
    for i, off in enumerate([-0.6, -0.3, 0, 0.3, 0.6]):
        x = 2 + m["gaugePitch"] * (i + 0.5)
        within(f"mouth {i + 1}", section.clear((x, 18 + m["knobDiameter"] / 2)), (m["knobDiameter"] + off) / 2 - 0.1, (m["knobDiameter"] + off) / 2)
        within(f"hole {i + 1}", section.reach((x, 8)), 2.5 + 0.05 * (i - 1), 2.51 + 0.05 * i)
        if i:
            within(f"hole {i + 1} to flat", section.clear((x, 8)), 1.5 if motor == "28byj48" else 2.0, 2.3)


def motor_plate(mesh, m, motor):
    within("thickness and rib", mesh.size()[2], m["plate"] + 5, m["plate"] + 5)
    within("width", mesh.size()[1], m["tower"], m["tower"])
    section = mesh.section(2, 1)
    knob = m["knobX"]
    within("collar of the motor", section.clear((knob, 0)), 11.1 if motor == "nema17" else 4.6, 12.5)
    # makers agree: 31 mm square, or 35 mm apart and 8 mm beside the shaft
    screws = [(knob + x * 15.5, y * 15.5, 1.5) for x in (-1, 1) for y in (-1, 1)]
    if motor == "28byj48":
        screws = [(knob - 8, y * 17.5, 2.0) for y in (-1, 1)]
    for x, y, radius in screws:
        within("screw of the motor", section.clear((x, y)), radius + 0.5, radius + 2)
        within("its play", section.to_wall((x, y), (0, 1)), radius + 1, radius + 2)
    for side in (-1, 1):
        slot = (m["lugX"], side * m["lugSpacing"] / 2)
        within("slot for a lug", section.to_wall(slot, (1, 1)), 3.6, 3.7)
        within("slot for a lug", section.to_wall(slot, (0, 1)), 5.1, 5.25)


def cradle(mesh, m, mirrored):
    side = -1 if mirrored else 1
    sized(mesh, m["returns"] + 7 - m["lugX"], m["toyHeight"] + 2 * (m["pad"] + m["wall"]) + max(0, m["tower"] / 2 - m["knobY"] - m["pad"] - m["wall"]), m["plateBottom"] + m["plate"] + 11)
    above_floor = mesh.section(2, m["floor"] + 2)
    inside = (side * 10, m["toyHeight"] / 2)
    within("free to the side", above_floor.to_wall(inside, (0, -side)), 10 + m["pad"], 10 + m["pad"])
    for way in (-1, 1):
        within("free above and below", above_floor.to_wall(inside, (1, way)), m["toyHeight"] / 2 + m["pad"], m["toyHeight"] / 2 + m["pad"])
    if not mesh.section(2, 1).solid((side * 5, m["toyHeight"] / 2)):
        raise Fault("no floor below the toy")
    window = mesh.section(1, m["knobY"] + m["lugSpacing"] / 2)
    within("window for a wedge", window.clear((side * m["lugX"], m["plateBottom"] + m["plate"] + 3)), 2.15, 2.25)
    face = m["floor"] + m["pad"] + m["toyThickness"]
    for y in (m["buttonLow"], m["buttonHigh"]):
        post = (side * -(m["pad"] + 7), y)
        within("screw of a button", mesh.section(2, face - 1).clear(post), 1.6, 1.7)
        within("its nut", mesh.section(2, face - 7).to_wall(post, (1, 1)), 2.75, 2.95)
    for i in (0, 1):
        hole = (side * (m["returns"] - 8 - i * m["barPitch"]), m["barHole"])
        for y in (-m["pad"] - m["wall"] + 0.5, m["toyHeight"] + m["pad"] + m["wall"] - 0.5):
            within("screw of a bar", mesh.section(1, y).clear(hole), 1.6, 1.7)


def tie_bar(mesh, m, _):
    sized(mesh, m["barLength"], 2 * m["barHole"], m["wall"])
    within("length over the cradles", m["barLength"] - 2 * m["barOverlap"], m["toyWidth"] - 2 * m["returns"], m["toyWidth"] - 2 * m["returns"])
    section = mesh.section(2, 2)
    for i in (0, 1):
        x = m["barOverlap"] - 8 - i * m["barPitch"]
        for hole in ((x, m["barHole"]), (m["barLength"] - x, m["barHole"])):
            within("slot of a screw", section.clear(hole), 1.6, 1.75)
            within("its play", section.to_wall(hole, (0, 1)), 4.6, 4.75)


def wedge(mesh, m, _):
    sized(mesh, 38, 11, 4)
    section = mesh.section(2, 2)
    height = 13 - section.to_wall((15, -1), (1, 1)) - section.to_wall((15, 12), (1, -1))
    within("height in the middle", height, 6.9, 7.1)


def turn_button(mesh, m, _):
    within("screw", mesh.section(2, 2).clear((0, 0)), 1.6, 1.7)
    within("reach over the toy", mesh.box()[0][1] - 7 - m["pad"], 6, 30)


PROMISES = {
    "coupling": coupling,
    "gauge": gauge,
    "motor_plate": motor_plate,
    "cradle_left": lambda mesh, m, _: cradle(mesh, m, mirrored=False),
    "cradle_right": lambda mesh, m, _: cradle(mesh, m, mirrored=True),
    "tie_bar": tie_bar,
    "wedge": wedge,
    "turn_button": turn_button,
}


def printable(mesh, m):
    """One closed body, on its flat side, no larger than the bed, with nothing to bridge that a printer cannot."""
    for fault in mesh.faults():
        raise Fault(fault)
    width, depth, height = mesh.size()
    within("longest side", max(width, depth), 0, m["bed"])
    within("height", height, 0, 200)
    within("lowest point", mesh.box()[2][0], 0, 0)
    if mesh.resting_area() < 80:
        raise Fault(f"stands on {mesh.resting_area():.0f} mm2")
    within("bridge", mesh.widest_overhang(), 0, 6.5)


def held(folder, part, values, toy, motor, altered=lambda mesh: mesh):
    """The mesh of a part that keeps its promises."""
    values = {**quoted(toy=toy, motor=motor), **values}
    m = measures(folder, tuple(values.items()))
    mesh = altered(render(folder, part, values))
    printable(mesh, m)
    PROMISES[part](mesh, m, motor)
    return mesh


def nothing_clashes(folder, values, toy, motor):
    mesh = render(folder, "clash", {**quoted(toy=toy, motor=motor), **values})
    if mesh.triangles:
        where = ", ".join(f"{low:.1f} to {high:.1f}" for low, high in mesh.box())
        raise Fault(f"parts are in each other's way at x, y, z {where}")


def turned_over(mesh):
    low, high = mesh.box()[2]
    return Mesh([tuple((x, -y, high + low - z) for x, y, z in t) for t in mesh.triangles])


def with_a_crumb(mesh):
    a, b, c, d = (0, 0, 90), (1, 0, 90), (0, 1, 90), (0, 0, 91)
    return Mesh(mesh.triangles + [(a, c, b), (a, b, d), (b, c, d), (c, a, d)])


# what is planted, and what must be said of it
FAULTS = [
    ("a triangle is missing", "not closed", "tie_bar", {}, lambda mesh: Mesh(mesh.triangles[1:])),
    ("a triangle is turned", "not closed", "tie_bar", {}, lambda mesh: Mesh([mesh.triangles[0][::-1], *mesh.triangles[1:]])),
    ("inside out", "volume", "tie_bar", {}, lambda mesh: Mesh([t[::-1] for t in mesh.triangles])),
    ("a crumb floats", "2 bodies", "tie_bar", {}, with_a_crumb),
    ("a name is unknown", "openscad", "tie_bar", {"barMm": "noSuchMeasureMm"}, None),
    ("the coupling lies on its claws", "bridge", "coupling", {}, turned_over),
    ("the bore is for a shaft of 6 mm", "shaft to", "coupling", {"shaftDiameterMm": 6}, None),
    ("the bore has no clearance", "shaft to", "coupling", {"shaftClearanceMm": -0.1}, None),
    ("no screw holds the shaft", "set screw", "coupling", {"m3": 2}, None),
    ("the claws are loose", "grip", "coupling", {"gripMm": -0.2}, None),
    ("the motor's screws do not pass", "screw of the motor", "motor_plate", {"m3": 1.5}, None),
    ("the plate is jammed on its lugs", "slot for a lug", "motor_plate", {"fitMm": -0.2}, None),
    ("the toy is too large for the bed", "longest side", "cradle_left", {"toyHeightMm": 215}, None),
    ("the bars' screws do not pass", "slot of a screw", "tie_bar", {"m3": 2.8}, None),
    ("the plate lies too low", "in each other's way", "clash", {"plateBottomMm": 70}, None),
]


def planted(folder, fault):
    name, expected, part, values, altered = fault
    try:
        if part == "clash":
            nothing_clashes(folder, values, "classic", "nema17")
        else:
            held(folder, part, values, "classic", "nema17", altered or (lambda mesh: mesh))
    except Fault as found:
        if expected not in str(found):
            raise Fault(f"planted: {name}; found instead: {found}") from found
        return
    raise Fault(f"planted: {name}; nobody noticed")


def main():
    folder = pathlib.Path(sys.argv[1])
    wrong = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = {}
        for toy in TOYS:
            for motor in MOTORS:
                jobs[pool.submit(nothing_clashes, folder, {}, toy, motor)] = f"{toy} {motor} together"
                for part in PARTS:
                    jobs[pool.submit(held, folder, part, {}, toy, motor)] = f"{toy} {motor} {part}"
        for fault in FAULTS:
            jobs[pool.submit(planted, folder, fault)] = "the check itself"
        for job, name in jobs.items():
            try:
                job.result()
            except Fault as fault:
                wrong.append(f"parts: {name}: {fault}")
    print("\n".join(wrong), file=sys.stderr, end="\n" if wrong else "")
    if wrong:
        sys.exit(1)
    print(f"parts: {len(PARTS)} parts for {len(TOYS)} toys and {len(MOTORS)} motors keep their promises; {len(FAULTS)} planted faults are found")


if __name__ == "__main__":
    main()
