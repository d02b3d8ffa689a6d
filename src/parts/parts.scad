// Copyright 2026 the Silverpoint authors
// SPDX-License-Identifier: Apache-2.0
//
// What holds the motors on the knobs of the toy, and lets go of it without tools. Each module is a part as it is printed: flat side
// down, no supports. x goes to the right along the lower side of the toy, y up its screen, z from its back to whoever looks at it;
// the origin is the lower left corner of the toy, on the bed.
include <measures.scad>

part = "coupling";
$fn = 96;

// -- the frame's own measures
floorMm = 4;
wallMm = 5;
lipMm = byToy(14, 9);                     // how far the floor reaches under the toy
returnMm = byToy(60, 32);                 // how far a cradle goes around the corner
postMm = 14;                              // thickness of tower and posts, outward from the toy
towerMm = byMotor(52, 48);                // length of the tower and width of the plate
plateReachMm = byMotor(26, 12);           // of the plate, inward from the knob's middle: it shall not hide the screen
lug = [10, 7, 11];                        // what goes through the plate: x, y, height above the plate
lugSpacingMm = 36;
windowMm = 7;                             // height above the plate of the lug's window
keyMm = 4;                                // thickness of the wedges
barMm = 20;                               // height of the tie bars
barPitchMm = byToy(20, 12);               // between the two screws at an end of a bar
m3 = 3.4;                                 // passes an M3 screw
m3NutMm = 5.7;                            // across flats, with clearance
m3NutThicknessMm = 2.7;

// -- the coupling's own measures
clawMm = byToy(2.4, 2.0);                 // thickness of a claw
clawCount = byToy(8, 6);
hubMm = 20;                               // diameter of the hub
gapMm = 1;                                // between hub and plate
cupDepthMm = knobHeightMm - 1;            // the claws end 1.5 mm above the face, the knob's top is 0.5 mm below the cup's ground
cupOuterMm = knobDiameterMm + 0.4 + 2 * clawMm;
shaftInHubMm = shaftLengthMm - plateMm - gapMm;
screwFromEndMm = min(5, shaftInHubMm / 2 + 0.8);
coneMm = (cupOuterMm - hubMm) / 2;        // 45 degrees: no supports
hubLengthMm = max(shaftInHubMm + 3, screwFromEndMm + 3 + coneMm + 2);

// -- heights above the bed
faceMm = floorMm + padMm + toyThicknessMm;
hubEndMm = faceMm + knobHeightMm + 0.5 + hubLengthMm;
plateBottomMm = hubEndMm + gapMm;

// -- places in the plane
knobX = (toyWidthMm - knobSpacingMm) / 2;
postX = -padMm - postMm;                  // outer side of the posts
motorReachMm = 23.5;                      // from the knob's middle to the outer side of either motor, moved outward
lugX = min(postX + postMm / 2, knobX - motorReachMm - lug[0] / 2);
towerX = lugX - postMm / 2;               // outer side of the tower
buttonsY = byToy([knobFromBottomMm + towerMm / 2 + 14, toyHeightMm - 22],
                 [knobFromBottomMm + towerMm / 2 + 12, toyHeightMm - 10]);

module shaft(clearance) {
  d = shaftDiameterMm + clearance;
  intersection() {
    circle(d = d);
    if (motor == "nema17") {
      translate([-d / 2, -d / 2]) square([shaftDiameterMm / 2 + (shaftFlatsMm - shaftDiameterMm / 2) + clearance, d]);
    } else {
      square([shaftFlatsMm + clearance, d], center = true);
    }
  }
}

// Claws for the knob above, a hub for the shaft below: as it is printed, it stands on the end of its hub.
module coupling() {
  inner = knobDiameterMm / 2;
  top = hubLengthMm + cupDepthMm;
  outer = cupOuterMm / 2;
  nutX = shaftDiameterMm / 2 + 1.9;
  difference() {
    rotate_extrude() polygon([
      [0, 0], [hubMm / 2, 0], [hubMm / 2, hubLengthMm - coneMm - 2], [outer, hubLengthMm - 2],
      [outer, top - 5.5], [outer - 0.8, top - 5], [outer - 0.8, top - 2], [outer, top - 1.5], [outer, top],  // the groove takes a cable tie
      [inner + 0.4, top], [inner - gripMm / 2, top - 1.2], [inner - gripMm / 2, top - 4],                    // leads in, then grips
      [inner + 0.2, top - 6], [inner + 0.2, hubLengthMm], [0, hubLengthMm]]);
    translate([0, 0, -1]) linear_extrude(shaftInHubMm + 2) shaft(shaftClearanceMm);
    // slits between the claws
    for (i = [0 : clawCount / 2 - 1]) rotate(i * 360 / clawCount)
      translate([-outer - 1, -0.9, hubLengthMm + 0.01]) cube([2 * outer + 2, 1.8, cupDepthMm + 1]);
    // the screw presses on the flat; its nut is pushed in from the end
    translate([0, 0, screwFromEndMm]) rotate([0, 90, 0]) cylinder(d = m3, h = hubMm);
    translate([nutX, -m3NutMm / 2, -1]) cube([m3NutThicknessMm, m3NutMm, screwFromEndMm + 1 + m3NutMm / sqrt(3)]);
  }
}

// Tells what the calipers would: which hole goes onto the shaft, which mouth slides over a knob. One to five dots: -0.1 to +0.3 mm of
// clearance at the shaft, -0.6 to +0.6 mm at the knob.
gaugeShaftMm = [0.0, 0.1, 0.15, 0.2, 0.3];
gaugeKnobMm = [-0.6, -0.3, 0, 0.3, 0.6];
gaugePitchMm = min((bedMm - 8) / 5, knobDiameterMm + 9);
gaugeDepthMm = knobDiameterMm * 0.62;
module gauge() {
  linear_extrude(5) difference() {
    square([5 * gaugePitchMm + 4, gaugeDepthMm + 18]);
    for (i = [0 : 4]) translate([2 + gaugePitchMm * (i + 0.5), 0]) {
      translate([0, 8]) shaft(gaugeShaftMm[i]);
      for (dot = [0 : i]) translate([(dot - i / 2) * 2.6, 14]) circle(d = 1.5);
      translate([0, 18 + knobDiameterMm / 2]) circle(d = knobDiameterMm + gaugeKnobMm[i]);
      w = knobDiameterMm + gaugeKnobMm[i];
      translate([-w / 2, 18 + knobDiameterMm / 2]) square([w, knobDiameterMm]);
    }
  }
}

// A slot for a screw that may be moved by 1 mm to each side.
module moving(d) {
  offset(r = d / 2) square(2, center = true);
}

// Holds a motor above a knob. Both sides of the machine take the same one, turned by half a turn. It is printed as it lies in use.
module motor_plate() {
  right = knobX + plateReachMm;
  slot = [lug[0] + fitMm, lug[1] + fitMm];
  translate([0, -knobFromBottomMm]) {
    linear_extrude(plateMm) difference() {
      translate([towerX, knobFromBottomMm - towerMm / 2]) offset(r = 3) offset(delta = -3) square([right - towerX, towerMm]);
      for (s = [-1, 1]) translate([lugX, knobFromBottomMm + s * lugSpacingMm / 2]) square(slot, center = true);
      translate([knobX, knobFromBottomMm]) {
        moving(bossDiameterMm + 0.6);
        if (motor == "nema17") for (x = [-1, 1], y = [-1, 1]) translate([x * 15.5, y * 15.5]) moving(m3);
        else for (y = [-1, 1]) translate([-8, y * 17.5]) moving(4.3);
      }
    }
    // ribs against bending, beside the motor
    ribs = 2;
    from = -padMm;
    for (s = [-1, 1]) translate([from, knobFromBottomMm + s * (towerMm / 2 - 0.5 - ribs / 2) - ribs / 2, 0])
      cube([right - from - 4, ribs, plateMm + 5]);
  }
}

// Half of the frame, left: around the left side of the toy, with the tower for the plate and two posts for the turn buttons.
module cradle_left() {
  outerY = toyHeightMm + padMm + wallMm;
  wallTop = floorMm + padMm + toyThicknessMm * 0.6;
  difference() {
    union() {
      linear_extrude(floorMm) difference() {
        translate([-padMm - wallMm, -padMm - wallMm]) square([returnMm + padMm + wallMm, outerY + padMm + wallMm]);
        translate([lipMm, lipMm]) square([returnMm, toyHeightMm - 2 * lipMm]);
      }
      linear_extrude(wallTop) difference() {
        translate([-padMm - wallMm, -padMm - wallMm]) square([returnMm + padMm + wallMm, outerY + padMm + wallMm]);
        translate([-padMm, -padMm]) square([returnMm + 20, toyHeightMm + 2 * padMm]);
      }
      translate([towerX, knobFromBottomMm - towerMm / 2, 0]) cube([-padMm - towerX, towerMm, plateBottomMm]);
      for (s = [-1, 1]) translate([lugX - lug[0] / 2, knobFromBottomMm + s * lugSpacingMm / 2 - lug[1] / 2, plateBottomMm - 1])
        cube([lug[0], lug[1], 1 + plateMm + lug[2]]);
      for (y = buttonsY) translate([postX, y - 8, 0]) cube([postMm, 16, faceMm + 0.6]);
    }
    // for the wedges
    for (s = [-1, 1]) translate([lugX - (keyMm + 0.4) / 2, knobFromBottomMm + s * lugSpacingMm / 2 - lug[1], plateBottomMm + plateMm - 1])
      cube([keyMm + 0.4, 2 * lug[1], windowMm + 1]);
    // for the screws of the buttons and their nuts, which go in from outside
    for (y = buttonsY) translate([postX + postMm / 2, y, faceMm - 12]) {
      cylinder(d = m3, h = 14);
      translate([-postMm, -m3NutMm / 2, 4]) cube([postMm + m3NutMm / sqrt(3), m3NutMm, m3NutThicknessMm]);
    }
    // for the tie bars; the nuts lie inside
    for (y = [-padMm - wallMm, toyHeightMm + padMm]) for (i = [0, 1])
      translate([returnMm - 8 - i * barPitchMm, y - 1, barHoleMm()]) rotate([-90, 0, 0]) {
        cylinder(d = m3, h = wallMm + 2);
        translate([0, 0, y < 0 ? 1 + wallMm - m3NutThicknessMm : -1]) rotate(30) cylinder(d = m3NutMm * 2 / sqrt(3), h = m3NutThicknessMm + 1, $fn = 6);
      }
    // for a cable tie
    for (z = [faceMm * 0.5, faceMm * 0.5 + 14]) translate([towerX - 1, knobFromBottomMm - 2.5, z]) cube([-padMm - towerX + 2, 5, 2.5]);
  }
}
function barHoleMm() = min(barMm / 2, (floorMm + toyThicknessMm * 0.6) / 2 + 1);

module cradle_right() {
  mirror([1, 0, 0]) cradle_left();
}

// Holds the two halves together, above and below the toy: printed lying, mounted upright outside of the cradles.
barOverlapMm = 8 + barPitchMm + 12;
barLengthMm = toyWidthMm - 2 * returnMm + 2 * barOverlapMm;
module tie_bar() {
  height = 2 * barHoleMm();
  linear_extrude(wallMm) difference() {
    offset(r = 3) offset(delta = -3) square([barLengthMm, height]);
    for (side = [0, 1], i = [0, 1]) {
      x = barOverlapMm - 8 - i * barPitchMm;
      translate([side == 0 ? x : barLengthMm - x, height / 2])
        hull() for (s = [-1, 1]) translate([s * 3, 0]) circle(d = m3);  // the toy's width is rarely known to a millimetre
    }
    for (s = [-1, 1], t = [-1, 1]) translate([barLengthMm / 2 + s * barLengthMm / 8, height / 2 + t * height / 4]) square([5, 2.5], center = true);
  }
}

// Goes through a lug above the plate; pushed in by the thumb, pulled out by its head. The hole is for a string, or it gets lost.
wedgeMm = [30, 5, 9];  // length, height of the tip, of the other end: tight with half of it in the window
module wedge() {
  linear_extrude(keyMm) difference() {
    polygon([[-8, -1], [0, -1], [0, 0], [wedgeMm[0], 0], [wedgeMm[0], wedgeMm[1]], [0, wedgeMm[2]], [0, wedgeMm[2] + 1], [-8, wedgeMm[2] + 1]]);
    translate([-4, wedgeMm[2] / 2]) circle(d = 3);
  }
}

// Turns over the edge of the toy. An M3 screw holds it; felt below.
module turn_button() {
  reach = bezelMm + padMm + postMm / 2;
  linear_extrude(5) difference() {
    hull() {
      circle(d = 14);
      translate([reach - 6, 0]) circle(d = 12);
    }
    circle(d = m3);
  }
}

// -- what is only for looking and for the check: the toy, a motor, everything in its place

module toy_body(grow = 0) {
  translate([-grow, -grow, floorMm + padMm]) cube([toyWidthMm + 2 * grow, toyHeightMm + 2 * grow, toyThicknessMm]);
}

module knobs() {
  for (x = [knobX, toyWidthMm - knobX]) translate([x, knobFromBottomMm, faceMm]) cylinder(d = knobDiameterMm - gripMm - 0.1, h = knobHeightMm);
}

module motor_body() {
  z = plateBottomMm + plateMm;
  translate([knobX, knobFromBottomMm, z]) {
    if (motor == "nema17") translate([-21.15, -21.15, 0]) cube([42.3, 42.3, 38]);
    else {
      translate([-8, 0, 0]) cylinder(d = 28, h = 19);
      translate([-8, 0, 0]) linear_extrude(0.8) hull() for (s = [-1, 1]) translate([0, s * 17.5]) circle(d = 7);
    }
    translate([0, 0, -bossHeightMm]) cylinder(d = bossDiameterMm, h = bossHeightMm);
    translate([0, 0, -shaftLengthMm]) linear_extrude(shaftLengthMm) shaft(0);
  }
}

module both_sides() {
  children();
  translate([toyWidthMm, 0, 0]) mirror([1, 0, 0]) children();
}

module placed_coupling() {
  translate([knobX, knobFromBottomMm, hubEndMm]) rotate([180, 0, 0]) coupling();
}

module placed_plate() {
  translate([0, knobFromBottomMm, plateBottomMm]) motor_plate();
}

// The thick end outside, half of it in the window.
module placed_wedge(s) {
  translate([lugX, knobFromBottomMm, plateBottomMm + plateMm])
    rotate(90 * s) translate([lugSpacingMm / 2 + lug[1] / 2 + wedgeMm[0] / 2, keyMm / 2, 0]) rotate([90, 0, 0]) mirror([1, 0, 0]) wedge();
}

module placed_button(y) {
  translate([postX + postMm / 2, y, faceMm + 1]) turn_button();
}

module placed_bar(y) {
  translate([(toyWidthMm - barLengthMm) / 2, y, 0]) rotate([90, 0, 0]) tie_bar();
}

// Empty when nothing is in the way of anything; of the left side.
module clash() {
  intersection() {
    toy_body();
    cradle_left();
  }
  intersection() {
    placed_coupling();
    union() {
      toy_body();
      knobs();
    }
  }
  intersection() {
    placed_coupling();
    cradle_left();
  }
  intersection() {
    placed_coupling();
    placed_plate();
  }
  intersection() {
    motor_body();
    union() {
      placed_coupling();
      translate([0, 0, -0.01]) placed_plate();
    }
  }
  intersection() {
    motor_body();
    union() {
      cradle_left();
      placed_wedge(1);
    }
  }
  intersection() {
    translate([0, 0, -0.01]) cradle_left();
    union() {
      placed_plate();
      placed_bar(-padMm - wallMm - 0.02);
    }
  }
  intersection() {
    placed_button(buttonsY[0]);
    union() {
      cradle_left();
      toy_body();
      placed_plate();
    }
  }
}

if (part == "coupling") coupling();
else if (part == "gauge") gauge();
else if (part == "motor_plate") motor_plate();
else if (part == "cradle_left") cradle_left();
else if (part == "cradle_right") cradle_right();
else if (part == "tie_bar") tie_bar();
else if (part == "wedge") wedge();
else if (part == "turn_button") turn_button();
else if (part == "clash") clash();
else if (part == "measures") echo(
  bed = bedMm, toyWidth = toyWidthMm, toyHeight = toyHeightMm, toyThickness = toyThicknessMm, knobX = knobX, knobY = knobFromBottomMm,
  knobDiameter = knobDiameterMm, knobHeight = knobHeightMm, grip = gripMm, pad = padMm, wall = wallMm, floor = floorMm,
  returns = returnMm, shaftLength = shaftLengthMm, plate = plateMm, lugX = lugX, lugSpacing = lugSpacingMm, tower = towerMm,
  plateBottom = plateBottomMm, hubLength = hubLengthMm, cupDepth = cupDepthMm, shaftInHub = shaftInHubMm, screwFromEnd = screwFromEndMm,
  claw = clawMm, claws = clawCount, barLength = barLengthMm, barPitch = barPitchMm, barOverlap = barOverlapMm, barHole = barHoleMm(),
  buttonLow = buttonsY[0], buttonHigh = buttonsY[1], gaugePitch = gaugePitchMm);
else assert(part == "none", str("no part ", part));
