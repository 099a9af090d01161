#include "cores/sortition/lottery/canonical.hpp"

namespace lenkwerk::sortition::lottery {
namespace {

std::string numbers(std::vector<int> const& list) {
    std::string text;
    for (int const number : list) text += " " + std::to_string(number);
    return text;
}

std::string line(std::string const& word, std::string const& rest) { return word + " " + rest + "\n"; }

}  // namespace

std::string measured(std::string const& text) { return std::to_string(text.size()) + ":" + text; }

std::string text_of_pool(PublicLottery const& lottery) {
    std::string text = "lenkwerk lottery 1\n";
    text += line("size", std::to_string(lottery.rules.size));
    text += line("per-household", std::to_string(lottery.rules.per_household));
    text += line("objective", lottery.objective);
    text += line("rounding", name_of(lottery.rounding));
    for (auto const& quota : lottery.quotas.rows) {
        text += line("quota", measured(quota.feature) + " " + measured(quota.value) + " " + std::to_string(quota.min) +
                                  " " + std::to_string(quota.max));
    }
    for (auto const& entry : lottery.entries) {
        text += line("person", measured(entry.id) + " " + std::to_string(entry.household) + " " +
                                   std::to_string(entry.chance) + numbers(entry.quotas));
    }
    return text;
}

std::string text_of(PublicLottery const& lottery) {
    auto text = text_of_pool(lottery);
    for (std::size_t panel = 0; panel < lottery.panels.size(); ++panel) {
        text += line("panel", padded(static_cast<int>(panel), lottery.panels.size()) + numbers(lottery.panels[panel]));
    }
    return text;
}

std::string text_of_entry(PublicLottery const& lottery, int entry, std::vector<int> const& panels,
                          Digest const& nonce) {
    auto const& own = lottery.entries[static_cast<std::size_t>(entry)];
    std::string text = "lenkwerk lottery entry 1\n";
    text += line("nonce", hex(nonce));
    text += line("person", measured(own.id) + " " + std::to_string(own.chance));
    for (int const quota : own.quotas) {
        auto const& row = lottery.quotas.rows[static_cast<std::size_t>(quota)];
        text += line("value", measured(row.feature) + " " + measured(row.value));
    }
    return text + "panels" + numbers(panels) + "\n";
}

}  // namespace lenkwerk::sortition::lottery
