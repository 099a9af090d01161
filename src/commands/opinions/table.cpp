// A map as text for a terminal.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "commands/opinions/opinions.hpp"
#include "cores/opinion_map/json.hpp"

namespace lenkwerk::commands::opinions {
namespace {

using namespace opinion_map;

constexpr std::size_t kMostRows = 10;

class Page {
public:
    explicit Page(OpinionMap const& map) : map_(map) {}

    std::string text() {
        heading();
        groups();
        united();
        divided();
        representative();
        next();
        line("");
        line("{}", kDescriptiveOnly);
        for (auto const& note : map_.notes) line("Note: {}", note.text);
        return std::move(text_);
    }

private:
    template <class... Arguments> void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Arguments>(arguments)...);
        text_ += '\n';
    }

    std::string statement(std::size_t j) const {
        auto const& one = map_.table.statements[j];
        return one.text.empty() ? one.id : fmt::format("{}  {}", one.id, one.text);
    }
    std::string const& group(std::size_t g) const { return map_.grouping().names[g]; }

    void heading() {
        auto const& table = map_.table;
        line("{} participants, {} statements, {} votes ({} replaced by a later one)", table.participant_count(),
             table.statement_count(), table.marks.size(), table.revotes);
    }

    void groups() {
        line("\n{} {}\n  {:<16} {:>8} {:>8} {:>8}", map_.grouping().size(),
             map_.given ? "given groups" : "groups found", "group", "people", "x", "y");
        auto const middles = middles_of_groups(map_);
        for (std::size_t g = 0; g < map_.grouping().size(); ++g) {
            line("  {:<16} {:>8} {:>8.2f} {:>8.2f}", group(g), map_.grouping().members(g), middles[g].x, middles[g].y);
        }
        if (auto const& stability = map_.found.stability) {
            line(
                "  Stability of the {} groups found: adjusted Rand {:.2f} over {} resamples (eight in ten from {:.2f} "
                "to {:.2f})",
                map_.found.grouping.size(), stability->mean, stability->resamples, stability->lowest,
                stability->highest);
        }
        if (!map_.given) return;
        auto const alike = agreement_of_groupings(map_.found.grouping, *map_.given);
        if (alike) line("  Found and given groups agree with an adjusted Rand index of {:.2f}", *alike);
    }

    void united() {
        std::vector<std::size_t> order;
        for (std::size_t j = 0; j < map_.consensus.size(); ++j) {
            if (!map_.table.statements[j].is_moderated_out) order.push_back(j);
        }
        std::stable_sort(order.begin(), order.end(),
                         [&](auto a, auto b) { return map_.consensus[a] > map_.consensus[b]; });
        line("\nWhat unites (consensus of the groups)");
        order.resize(std::min(order.size(), kMostRows));
        for (auto const j : order) line("  {:>6.3f}  {}", map_.consensus[j], statement(j));
    }

    void divided() {
        line("\nWhat divides (widest gap between the groups' shares of agreement)");
        for (std::size_t i = 0; i < std::min(map_.divisive.size(), kMostRows); ++i) {
            auto const& one = map_.divisive[i];
            line("  {:>6.3f}  {}  (most: {}, least: {})", one.gap, statement(one.statement), group(one.agrees),
                 group(one.opposes));
        }
    }

    void representative() {
        for (std::size_t g = 0; g < map_.representatives.size(); ++g) {
            line("\nWhat stands for group {}", group(g));
            for (auto const& one : map_.representatives[g]) {
                line("  {:<8} {:>4} of {:<4} {}", one.direction == Vote::agree ? "agree" : "disagree",
                     one.votes.successes, one.votes.trials, statement(one.statement));
            }
        }
    }

    void next() {
        std::vector<std::size_t> order;
        for (std::size_t j = 0; j < map_.priorities.size(); ++j) {
            if (!map_.table.statements[j].is_moderated_out) order.push_back(j);
        }
        std::stable_sort(order.begin(), order.end(),
                         [&](auto a, auto b) { return map_.priorities[a] > map_.priorities[b]; });
        line("\nWhat to ask next (priority)");
        order.resize(std::min(order.size(), kMostRows));
        for (auto const j : order) line("  {:>6.2f}  {}", map_.priorities[j], statement(j));
    }

    OpinionMap const& map_;
    std::string text_;
};

}  // namespace

std::string table(OpinionMap const& map) { return Page(map).text(); }

}  // namespace lenkwerk::commands::opinions
