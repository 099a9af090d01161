// opinions replay: a conversation lived through again, vote by vote.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "commands/opinions/opinions.hpp"
#include "cores/opinion_map/live.hpp"

namespace lenkwerk::commands::opinions {
namespace {

using Clock = std::chrono::steady_clock;
using opinion_map::BallotBox;
using opinion_map::LiveMap;

// The axes are refreshed this often while votes come in; a page would do it when somebody looks.
constexpr std::size_t kVotesARefresh = 25;

double microseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

nlohmann::json summary(std::vector<double> microseconds) {
    if (microseconds.empty()) return {{"count", 0}};
    std::sort(microseconds.begin(), microseconds.end());
    auto const n = microseconds.size();
    return {{"count", n},
            {"median_us", microseconds[n / 2]},
            {"ninety_nine_percent_us", microseconds[n - 1 - n / 100]},
            {"longest_us", microseconds.back()}};
}

// Live, people are numbered as they arrive; names come back with the table.
class Arrivals {
public:
    explicit Arrivals(std::size_t people) : number_(people, kUnknown) {}
    std::uint32_t number_of(std::uint32_t person) {
        if (number_[person] == kUnknown) {
            number_[person] = static_cast<std::uint32_t>(order_.size());
            order_.push_back(person);
        }
        return number_[person];
    }
    std::vector<std::uint32_t> const& order() const { return order_; }

private:
    static constexpr std::uint32_t kUnknown = 0xffffffff;
    std::vector<std::uint32_t> number_;
    std::vector<std::uint32_t> order_;
};

class Stream {
public:
    Stream(BallotBox::Sorted const& votes, std::size_t stored)
        : votes_(votes), arrivals_(votes.participants.size()), live_(counted(std::min(stored, votes.ballots.size()))) {}

    void run() {
        for (auto i = stored_; i < votes_.ballots.size(); ++i) {
            auto const& ballot = votes_.ballots[i];
            auto const person = arrivals_.number_of(ballot.participant);
            auto const start = Clock::now();
            live_.record(person, ballot.mark.statement(), ballot.mark.vote());
            records_.push_back(microseconds_since(start));
            if ((i + 1 - stored_) % kVotesARefresh == 0) refresh();
        }
        refresh();
    }

    // The table with people in natural order of their names again.
    opinion_map::VoteTable table() {
        auto const ranks = opinion_map::ranks_of(arrivals_.order());
        auto const arrived = live_.table(std::vector<std::string>(live_.participant_count()));
        opinion_map::VoteTable table{votes_.participants, votes_.statements};
        for (auto const row : ranks) {
            auto const marks = arrived.votes_of(row);
            table.marks.insert(table.marks.end(), marks.begin(), marks.end());
            table.row_starts.push_back(table.marks.size());
        }
        table.revotes = live_.revotes();
        return table;
    }

    opinion_map::Axes const& axes() const { return axes_; }
    nlohmann::json report() const {
        return {{"stored", stored_}, {"votes", summary(records_)}, {"refreshed_axes", summary(refreshes_)}};
    }

private:
    LiveMap counted(std::size_t stored) {
        stored_ = stored;
        BallotBox::Sorted first{{}, votes_.statements, {}};
        for (std::size_t i = 0; i < stored; ++i) {
            first.ballots.push_back({arrivals_.number_of(votes_.ballots[i].participant), votes_.ballots[i].mark});
        }
        first.participants.resize(arrivals_.order().size());
        return LiveMap(opinion_map::count(std::move(first)));
    }
    void refresh() {
        auto const start = Clock::now();
        axes_ = live_.refreshed_axes();
        refreshes_.push_back(microseconds_since(start));
    }

    BallotBox::Sorted const& votes_;
    Arrivals arrivals_;
    std::size_t stored_ = 0;
    LiveMap live_;
    opinion_map::Axes axes_;
    std::vector<double> records_;
    std::vector<double> refreshes_;
};

}  // namespace

void replay(Request const& request) {
    auto const votes = read_ballots(request).sorted();
    Stream stream(votes, request.stored);
    stream.run();
    auto table = stream.table();
    auto given = read_given(request, table.participants);
    auto map = opinion_map::draw_map(std::move(table), stream.axes(), {request.resamples, std::move(given.grouping)});
    map.notes.insert(map.notes.end(), given.notes.begin(), given.notes.end());
    auto const report = stream.report();
    show(request, map, report.dump());
    if (!request.as_json) fmt::print("\nReplay: {}\n", report.dump(2));
}

}  // namespace lenkwerk::commands::opinions
