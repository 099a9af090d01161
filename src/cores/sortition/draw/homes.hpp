#pragma once
// Addresses by number. One buffer holds them all: a register has a million, and a string of its own for each costs more
// than the register.
#include <algorithm>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace lenkwerk::sortition::draw {

class Homes {
public:
    int number_of(std::string_view address) {
        if (auto const known = number_.find(address); known != number_.end()) return known->second;
        if (blocks_.empty() || blocks_.back().size() + address.size() > blocks_.back().capacity()) {
            blocks_.emplace_back().reserve(std::max<std::size_t>(1 << 20, address.size()));
        }
        auto& block = blocks_.back();
        auto const begin = block.size();
        block.append(address);
        int const number = count();
        number_.emplace(std::string_view(block).substr(begin), number);
        return number;
    }
    int count() const { return static_cast<int>(number_.size()); }

private:
    std::deque<std::string> blocks_;
    std::unordered_map<std::string_view, int> number_;
};

}  // namespace lenkwerk::sortition::draw
