// Copyright 2026 the Silverpoint authors
// SPDX-License-Identifier: Apache-2.0
//
// Pictures of the parts for the build guide, in colours; scripts/make-parts takes them.
include <parts.scad>
part = "none";
scene = "assembled";
view = [52, 0, 22];  // angles of the camera: letters face it
$fn = 64;

orange = [0.95, 0.55, 0.15];
blue = [0.25, 0.5, 0.8];
green = [0.3, 0.65, 0.4];
violet = [0.55, 0.4, 0.7];
grey = [0.75, 0.77, 0.8];
dark = [0.25, 0.25, 0.28];

module toy() {
  color([0.8, 0.15, 0.12]) difference() {
    toy_body();
    translate([(toyWidthMm - screen[0]) / 2, screenBottomMm, faceMm - 1]) cube([screen[0], screen[1], 2]);
  }
  color([0.8, 0.8, 0.78]) translate([(toyWidthMm - screen[0]) / 2, screenBottomMm, faceMm - 1.5]) cube([screen[0], screen[1], 1]);
  color([0.95, 0.95, 0.93]) knobs();
}
screen = byToy([152, 106], [66, 44]);
screenBottomMm = toyHeightMm - screen[1] - byToy(38, 15);

module motor_in_colour() {
  color(dark) motor_body();
}

// A letter beside a part: A cradle, B tie bar, C turn button, D coupling, E motor plate, F wedge, G gauge.
module letter(name, at) {
  translate(at) rotate(view) {
    color([1, 1, 1]) translate([0, 0, 60]) circle(7.5);
    color([0.1, 0.1, 0.1]) translate([0, 0, 60.5]) text(name, size = 10, font = "Liberation Sans:style=Bold", halign = "center", valign = "center");
  }
}

// What lies behind the middle of the knobs.
module cut() {
  intersection() {
    children();
    translate([-100, knobFromBottomMm, -1]) cube([500, 300, 500]);
  }
}

module frame(apart = 0) {
  translate([-apart, 0, 0]) color(grey) cradle_left();
  translate([toyWidthMm + apart, 0, 0]) color(grey) cradle_right();
  translate([0, -apart, 0]) color(green) placed_bar(-padMm - wallMm);
  translate([0, apart, 0]) color(green) placed_bar(toyHeightMm + padMm + wallMm * 2);
}

module buttons(turned = 0) {
  both_sides() for (y = buttonsY) translate([postX + postMm / 2, y, faceMm + 1]) rotate(turned) color(violet) turn_button();
}

module drive(up = 0) {
  both_sides() {
    translate([0, 0, up * 0.4]) color(orange) placed_coupling();
    translate([0, 0, up]) color(blue) placed_plate();
    translate([0, 0, up * 1.6]) motor_in_colour();
    for (s = [-1, 1]) translate([0, s * up * 0.5, up]) color(violet) placed_wedge(s);
  }
}

if (scene == "assembled") {
  toy();
  frame();
  buttons();
  drive();
} else if (scene == "exploded") {
  translate([0, 0, 45]) toy();
  frame(apart = 28);
  translate([0, 0, 62]) buttons();
  translate([0, 0, 45]) drive(up = 50);
  letter("A", [-20, -30, 15]);
  letter("A", [toyWidthMm + 62, 30, 10]);
  letter("B", [toyWidthMm / 2, -62, 5]);
  letter("C", [toyWidthMm + 32, buttonsY[1], 118]);
  letter("D", [knobX + 34, knobFromBottomMm, 122]);
  letter("E", [knobX + 42, knobFromBottomMm + 4, 172]);
  letter("F", [-32, -42, 175]);
} else if (scene == "frame") {
  frame();
  buttons(turned = 90);
} else if (scene == "knob") {
  color([0.8, 0.15, 0.12]) translate([0, knobFromBottomMm, floorMm + padMm]) cube([byToy(85, 50), 60, toyThicknessMm]);
  color([0.97, 0.97, 0.95]) translate([knobX, knobFromBottomMm, faceMm]) rotate_extrude(angle = 180) square([knobDiameterMm / 2 - 0.2, knobHeightMm]);
  color(grey) render() cut() intersection() {
    cradle_left();
    translate([-50, -50, -1]) cube([100, knobFromBottomMm + 110, 200]);
  }
  color(orange) render() cut() placed_coupling();
  color(blue) render() cut() placed_plate();
  color(dark) render() cut() motor_body();
  color(violet) placed_wedge(1);
} else if (scene == "print") {
  color(orange) translate([0, 10, 0]) coupling();
  color(blue) translate([55, 15, 0]) motor_plate();
  color(violet) translate([135, 0, 0]) wedge();
  color(violet) translate([135, 30, 0]) turn_button();
  color([0.9, 0.8, 0.3]) translate([-25, 65, 0]) gauge();
  letter("D", [-5, -22, 0]);
  letter("E", [70, -28, 0]);
  letter("F", [150, -14, 0]);
  letter("C", [172, 30, 0]);
  letter("G", [-38, 85, 0]);
}
