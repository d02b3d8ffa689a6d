// Copyright 2026 the Silverpoint authors
// SPDX-License-Identifier: Apache-2.0
//
// Pictures of the parts for the build guide, in colours; scripts/make-parts takes them.
include <parts.scad>
part = "none";
scene = "assembled";
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
    translate([(toyWidthMm - screen[0]) / 2, screenFromTop(), faceMm - 1]) cube([screen[0], screen[1], 2]);
  }
  color([0.8, 0.8, 0.78]) translate([(toyWidthMm - screen[0]) / 2, screenFromTop(), faceMm - 1.5]) cube([screen[0], screen[1], 1]);
  color([0.95, 0.95, 0.93]) knobs();
}
screen = byToy([152, 106], [66, 44]);
function screenFromTop() = toyHeightMm - screen[1] - byToy(38, 15);

module motor_in_colour() {
  color(dark) motor_body();
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
} else if (scene == "frame") {
  frame();
  buttons(turned = 90);
} else if (scene == "knob") {
  intersection() {
    union() {
      toy();
      frame();
    }
    translate([-40, -30, -1]) cube([byToy(120, 75), byToy(110, 75), 200]);
  }
  color(orange) placed_coupling();
  color(blue) placed_plate();
  motor_in_colour();
  for (s = [-1, 1]) color(violet) placed_wedge(s);
} else if (scene == "print") {
  color(orange) translate([0, 0, 0]) coupling();
  color(blue) translate([50, 0, 0]) motor_plate();
  color(violet) translate([-10, 50, 0]) wedge();
  color(violet) translate([50, 50, 0]) turn_button();
  color([0.9, 0.8, 0.3]) translate([-20, 75, 0]) gauge();
}
