#include "cores/sortition/lottery/randomness.hpp"

#include <algorithm>

#include "cores/sortition/input/table.hpp"
#include "cores/sortition/lottery/random_bits.hpp"

namespace lenkwerk::sortition::lottery {
namespace {

std::string joined(std::string words, std::vector<int> const& numbers) {
    for (int const number : numbers) words += " " + std::to_string(number);
    return words;
}

Outcome<int> number_of_dice(Randomness const& dice, int panels) {
    std::int64_t values = 1, value = 0;
    for (int const digit : dice.digits) {
        values *= dice.sides;
        value = value * dice.sides + digit;
        if (values > std::int64_t{1} << 40) break;  // enough for any number of panels; what follows decides nothing
    }
    if (values < panels) {
        return refuse("sortition.lottery.too_few_dice", "dice", {{"values", values}, {"panels", std::int64_t{panels}}});
    }
    if (value >= values / panels * panels) {
        return refuse("sortition.lottery.roll_again", "dice", {{"panels", std::int64_t{panels}}});
    }
    return static_cast<int>(value % panels);
}

}  // namespace

Outcome<Randomness> from_dice(std::vector<int> const& faces, int sides) {
    if (sides < 2 || sides > 100) {
        return refuse("sortition.lottery.sides", "sides", {{"sides", std::int64_t{sides}}});
    }
    if (faces.empty()) return refuse("sortition.lottery.nothing_drawn", "dice");
    Randomness randomness{joined("dice " + std::to_string(sides) + ":", faces), {}, sides};
    for (int const face : faces) {
        bool const zero_is_ten = sides == 10 && face == 0;
        if (!zero_is_ten && (face < 1 || face > sides)) {
            return refuse("sortition.lottery.no_such_face", "dice",
                          {{"face", std::int64_t{face}}, {"sides", std::int64_t{sides}}});
        }
        randomness.digits.push_back(sides == 10 ? face % 10 : face - 1);
    }
    return randomness;
}

Outcome<Randomness> from_numbers(std::vector<int> numbers) {
    std::ranges::sort(numbers);
    if (numbers.empty()) return refuse("sortition.lottery.nothing_drawn", "numbers");
    if (numbers.front() < 0) return refuse("sortition.lottery.negative_number", "numbers");
    return Randomness{joined("numbers", numbers), {}, 0};
}

Outcome<Randomness> from_beacon(std::string const& text) {
    std::string const value(input::trimmed(text));
    if (value.empty()) return refuse("sortition.lottery.nothing_drawn", "beacon");
    auto const is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (std::ranges::any_of(value, is_control)) return refuse("sortition.lottery.beacon_of_several_lines", "beacon");
    return Randomness{"beacon " + value, {}, 0};
}

Outcome<int> drawn_number(Digest const& commitment, Randomness const& randomness, int panels) {
    if (!randomness.digits.empty()) return number_of_dice(randomness, panels);
    RandomBits bits("lenkwerk draw 1\n" + hex(commitment) + "\n" + randomness.words);
    return static_cast<int>(bits.below(static_cast<std::uint64_t>(panels)));
}

}  // namespace lenkwerk::sortition::lottery
