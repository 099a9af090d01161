#pragma once
// Randomness that nobody could know when the lottery was sealed: dice and balls rolled in public, the numbers of a state
// lottery, the value of a public beacon.
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "cores/sortition/digest.hpp"

namespace lenkwerk::sortition::lottery {

struct Randomness {
    std::string words;        // canonical: "dice 10: 4 7 1", "numbers 3 17 22", "beacon 9F2C…"
    std::vector<int> digits;  // of dice and balls: each below `sides`; otherwise empty
    int sides = 0;
};

// Dice with faces 1 … sides; of ten-sided ones, and of balls 0–9, the ten counts as 0.
// Refused: nothing rolled, a face that the die does not have, sides outside 2 … 100.
Outcome<Randomness> from_dice(std::vector<int> const& faces, int sides);

// Numbers of a state lottery, in whatever order they are announced. Refused: none, negative ones.
Outcome<Randomness> from_numbers(std::vector<int> numbers);

// Any published text, without outer spaces. Refused: empty, or with control characters.
Outcome<Randomness> from_beacon(std::string const& text);

// The panel that is drawn. Dice and balls decide directly: their faces, less 1, are the digits of a number to the base of
// their sides (of ten-sided ones the faces themselves); it counts modulo `panels` if it lies below the largest multiple of `panels` that the dice can show.
// Everything else decides by SHA-256("lenkwerk draw 1", newline, hash of the commitment, newline, words), see RandomBits.
// Refused: too few dice for so many panels, and a roll beyond the largest multiple, which has to be repeated.
Outcome<int> drawn_number(Digest const& commitment, Randomness const& randomness, int panels);

}  // namespace lenkwerk::sortition::lottery
