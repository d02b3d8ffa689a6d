// Copyright 2026 the Silverpoint authors
// SPDX-License-Identifier: Apache-2.0
//
// Measures of the toy, the motor and the printer: the one place to change. Millimetres.
// No maker publishes the outside of the toy or its knobs: every value marked "measure" is an estimate. Take a ruler and calipers,
// or print the gauge, write your values here, and only then print the rest.

toy = "classic";    // "classic" or "pocket"
motor = "nema17";   // "nema17" or "28byj48"

assert(toy == "classic" || toy == "pocket", str("toy must be \"classic\" or \"pocket\", is ", toy));
assert(motor == "nema17" || motor == "28byj48", str("motor must be \"nema17\" or \"28byj48\", is ", motor));
function byToy(classic, pocket) = toy == "classic" ? classic : pocket;
function byMotor(nema17, byj48) = motor == "nema17" ? nema17 : byj48;

// The toy                          classic  pocket
toyWidthMm       = byToy(  242,    107);  // measure: outside, along the lower side
toyHeightMm      = byToy(  206,     92);  // measure: outside, along the left side
toyThicknessMm   = byToy(   36,     19);  // measure: from the back to the face that the knobs stand on
knobSpacingMm    = byToy(  185,     80);  // measure: outer edge to outer edge of the knobs, less one diameter
knobFromBottomMm = byToy(   30,     15);  // measure: lower side of the toy to the middle of a knob
knobDiameterMm   = byToy(   32,     17);  // measure: calipers, or the mouths of the gauge
knobHeightMm     = byToy(   13,      9);  // measure: face of the toy to the top of a knob
bezelMm          = byToy(   16,      9);  // what the turn buttons may cover of the face at the left and right side

// The motor                        NEMA-17  28BYJ-48
shaftDiameterMm  = 5;                      // both
shaftFlatsMm     = byMotor( 4.5,    3.0);  // across the flat: a D with one flat, or a shaft with two
shaftLengthMm    = byMotor(  22,     10);  // measure: from the face that is screwed on, 20 to 24 of a NEMA-17
screwDiameterMm  = byMotor(   3,      4);  // of the screws that hold the motor
bossDiameterMm   = byMotor(  22,      9);  // the round collar around the shaft
bossHeightMm     = byMotor( 2.0,    1.5);
plateMm          = byMotor(   5,      3);  // thickness of the plate: a short shaft must reach through it

// The printer and the material (PETG; PLA breaks sooner where it bends)
shaftClearanceMm = 0.15;  // wider than the shaft, in diameter: the gauge tells
fitMm            = 0.3;   // between printed parts that slide into each other
padMm            = 0.8;   // around the toy, for felt or foam tape
gripMm           = 0.3;   // the claws are so much narrower than the knob, in diameter: knobs vary by this
bedMm            = 220;   // no part is longer or wider
