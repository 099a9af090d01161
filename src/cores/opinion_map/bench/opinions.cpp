// What a large conversation costs: 100,000 people, 1,000 statements, 10 million votes, in processor time of one thread.
// Every row stands beside what issue 3 asks of it; `bin/bench opinions -- 10000 500 1000000` takes other sizes.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cores/opinion_map/json.hpp"
#include "cores/opinion_map/live.hpp"
#include "cores/opinion_map/map.hpp"
#include "cores/opinion_map/random.hpp"
#include "cores/opinion_map/read.hpp"

namespace lenkwerk::opinion_map {
namespace {

struct Sizes {
    std::uint32_t people = 100'000;
    std::uint32_t statements = 1'000;
    std::uint32_t votes = 10'000'000;
};

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double peak_megabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (word != "VmHWM:") continue;
        double kilobytes = 0;
        status >> kilobytes;
        return kilobytes / 1024;
    }
    return 0;
}

// Four camps that lean differently on most statements, as real conversations do, and a tenth of votes at random.
class Town {
public:
    explicit Town(Sizes sizes) : sizes_(sizes) {
        for (std::size_t i = 0; i < kCamps * sizes.statements; ++i) leanings_.push_back(random_.fraction());
    }
    Vote vote(std::uint32_t person, std::uint32_t statement) {
        auto const leaning = leanings_[person % kCamps * sizes_.statements + statement];
        auto const draw = random_.fraction();
        if (draw < 0.1) return Vote::pass;
        return random_.fraction() < leaning ? Vote::agree : Vote::disagree;
    }
    // Votes as a file lists them, without holding them in memory.
    void write(std::filesystem::path const& path) {
        std::ofstream file(path);
        file << "participant,statement,vote\n";
        std::string lines;
        for (std::uint32_t v = 0; v < sizes_.votes; ++v) {
            auto const cast = ballot();
            fmt::format_to(std::back_inserter(lines), "{},{},{}\n", cast.participant, cast.mark.statement(),
                           cast.mark.value());
            if (lines.size() < 1 << 20) continue;
            file << lines;
            lines.clear();
        }
        file << lines;
    }
    Ballot ballot() {
        auto const person = static_cast<std::uint32_t>(random_.below(sizes_.people));
        auto const statement = static_cast<std::uint32_t>(random_.below(sizes_.statements));
        return {person, Mark(statement, vote(person, statement))};
    }

private:
    static constexpr std::size_t kCamps = 4;
    Sizes sizes_;
    Random random_{26093};
    std::vector<double> leanings_;
};

void row(std::string_view what, double measured, double must, std::string_view unit) {
    fmt::print("{:<44} {:>10.3f} {:<3} must {:>8.3f} {:<3} {:>7.1f} %\n", what, measured, unit, must, unit,
               100 * measured / must);
}

template <class Work> double timed(Work const& work) {
    auto const start = processor_seconds();
    work();
    return processor_seconds() - start;
}

void part(std::string_view what, double seconds) { fmt::print("  {:<42} {:>10.3f} s\n", what, seconds); }

std::string content_of(std::filesystem::path const& path) {
    std::string content(std::filesystem::file_size(path), '\0');
    std::ifstream(path, std::ios::binary).read(content.data(), static_cast<std::streamsize>(content.size()));
    return content;
}

// What `lenkwerk opinions map VOTES.csv --json` does, step by step.
VoteTable cold_map(std::filesystem::path const& path) {
    BallotBox box;
    VoteTable table;
    Axes axes;
    PairSums sums;
    OpinionMap map;
    std::string json;
    auto const reading = timed([&] { box = *read_votes({"votes", content_of(path)}, std::nullopt, ""); });
    auto const counting = timed([&] { table = count(std::move(box).sorted()); });
    auto const pairs = timed([&] { sums = PairSums::of(table); });
    auto const search = timed([&] { axes = find_axes(sums, table.statements, table.participant_count()); });
    auto const rest = timed([&] { map = draw_map(std::move(table), std::move(axes), {}); });
    auto const writing = timed([&] { json = to_json(map).dump(); });
    row("cold map, from the votes in memory", counting + pairs + search + rest, 3, "s");
    row("cold map, from the CSV file to the JSON", reading + counting + pairs + search + rest + writing, 3, "s");
    part("CSV read", reading);
    part("votes counted", counting);
    part("sums over pairs of statements", pairs);
    part("axes", search);
    part("positions, groups, 100 resamples, statements", rest);
    part(fmt::format("JSON written, {} MB", json.size() >> 20), writing);
    fmt::print("  {} groups, stability {:.3f}\n", map.found.grouping.size(),
               map.found.stability ? map.found.stability->mean : 0);
    row("memory at its peak", peak_megabytes(), 1024, "MB");
    return std::move(map.table);
}

void live(Town& town, VoteTable const& table) {
    LiveMap live(table);
    live.refreshed_axes();
    constexpr int kVotes = 2000;
    constexpr int kRefreshes = 100;
    auto const voting = timed([&] {
        for (int i = 0; i < kVotes; ++i) {
            auto const ballot = town.ballot();
            live.record(ballot.participant, ballot.mark.statement(), ballot.mark.vote());
        }
    });
    live.refreshed_axes();
    std::vector<double> refreshing;
    for (int i = 0; i < kRefreshes; ++i) {
        auto const ballot = town.ballot();
        live.record(ballot.participant, ballot.mark.statement(), ballot.mark.vote());
        refreshing.push_back(timed([&] { live.refreshed_axes(); }));
    }
    std::sort(refreshing.begin(), refreshing.end());
    row("one vote into the exact state", 1e3 * voting / kVotes, 0.2, "ms");
    row("refreshed components, median", 1e3 * refreshing[kRefreshes / 2], 5, "ms");
    row("refreshed components, longest of 100", 1e3 * refreshing.back(), 5, "ms");
}

}  // namespace
}  // namespace lenkwerk::opinion_map

int main(int argc, char** argv) {
    using namespace lenkwerk::opinion_map;
    Sizes sizes;
    std::vector<std::uint32_t*> const given = {&sizes.people, &sizes.statements, &sizes.votes};
    for (int i = 1; i < argc && i <= 3; ++i)
        *given[static_cast<std::size_t>(i - 1)] = static_cast<std::uint32_t>(std::stoul(argv[i]));
    fmt::print("{} people, {} statements, {} votes\n", sizes.people, sizes.statements, sizes.votes);
    Town town(sizes);
    auto const votes = std::filesystem::temp_directory_path() / fmt::format("lenkwerk-votes-{}.csv", getpid());
    town.write(votes);
    auto const table = cold_map(votes);
    std::filesystem::remove(votes);
    live(town, table);
}
