#pragma once
// What the subcommands of `lenkwerk sortition lottery` share.
#include "commands/sortition/sortition.hpp"
#include "cores/sortition/lottery/files.hpp"
#include "cores/sortition/lottery/randomness.hpp"

namespace lenkwerk::commands::sortition {

namespace public_lottery = core::lottery;

// The public randomness as it is typed in: exactly one of the three.
struct Chance {
    std::vector<int> dice, numbers;
    std::string beacon;
    int sides = 10;

    void add_to(CLI::App& command);
    public_lottery::Randomness read() const;  // ends the command where it cannot have been drawn
};

public_lottery::Opening read_opening(std::string const& file);
public_lottery::Commitment read_commitment(std::string const& file);

// Says on stderr what does not hold, with `json` on stdout too, and ends the command with 1.
[[noreturn]] void end_objected(std::string const& file, std::string const& objection, bool json = false);

void add_entry(CLI::App& lottery);

}  // namespace lenkwerk::commands::sortition
