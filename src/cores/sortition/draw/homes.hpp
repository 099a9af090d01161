#pragma once
// Addresses by number: a flat table of 64-bit hashes, and the addresses themselves compared where two hashes agree.
// A register has a million of them; a node of its own for each costs more time than reading it.
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace lenkwerk::sortition::draw {

class Homes {
public:
    // For at most `addresses` of them; the views passed to number_of have to stay.
    explicit Homes(std::size_t addresses) {
        std::size_t size = 16;
        while (size < addresses * 2) size *= 2;
        slots_.resize(size);
    }

    int number_of(std::uint64_t hash, std::string_view address) {
        for (auto place = hash & (slots_.size() - 1);; place = (place + 1) & (slots_.size() - 1)) {
            auto& slot = slots_[place];
            if (slot.number < 0) {
                slot = {hash, static_cast<int>(addresses_.size())};
                addresses_.push_back(address);
                return slot.number;
            }
            if (slot.hash == hash && addresses_[static_cast<std::size_t>(slot.number)] == address) return slot.number;
        }
    }
    int count() const { return static_cast<int>(addresses_.size()); }

private:
    struct Slot {
        std::uint64_t hash = 0;
        int number = -1;
    };
    std::vector<Slot> slots_;
    std::vector<std::string_view> addresses_;
};

}  // namespace lenkwerk::sortition::draw
