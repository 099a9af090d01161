#pragma once
// Conversations for tests: made-up tables, and the three real ones with their reference results.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "cores/opinion_map/read.hpp"
#include "cores/opinion_map/votes.hpp"

namespace lenkwerk::opinion_map::tests {

struct Line {
    std::string participant;
    std::string statement;
    Vote vote = Vote::pass;
};

inline std::vector<Statement> statements(std::size_t count) {
    std::vector<Statement> result;
    for (std::size_t j = 0; j < count; ++j) result.push_back({std::to_string(j)});
    return result;
}

inline VoteTable table_of(std::vector<Line> const& lines) {
    BallotBox box;
    for (auto const& line : lines) box.cast(line.participant, line.statement, line.vote);
    return count(std::move(box).sorted());
}

inline rc::Gen<Vote> any_vote() { return rc::gen::element(Vote::agree, Vote::disagree, Vote::pass); }

// Up to 12 people and 8 statements, with gaps and with people who vote twice.
inline rc::Gen<std::vector<Line>> any_lines() {
    auto const name = [](int most) {
        return rc::gen::map(rc::gen::inRange(0, most), [](int i) { return std::to_string(i); });
    };
    return rc::gen::nonEmpty(
        rc::gen::container<std::vector<Line>>(rc::gen::construct<Line>(name(12), name(8), any_vote())));
}

inline std::filesystem::path shared_folder() {
    if (char const* const folder = std::getenv("LENKWERK_SHARED")) return folder;
    return std::filesystem::path(LENKWERK_SOURCE_DIR) / ".." / "shared";
}

inline std::vector<std::string> conversations() {
    return {"london.youth.policing", "15-per-hour-seattle", "scoop-hivemind.biodiversity"};
}

inline std::string read_whole(std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline bool has_conversations() { return std::filesystem::exists(shared_folder() / "data" / "opinions"); }

// A real conversation, its ballots as the file lists them.
inline BallotBox ballots_of(std::string const& name) {
    auto const folder = shared_folder() / "data" / "opinions";
    auto const known = read_whole(folder / (name + ".statements.csv"));
    auto const votes = read_whole(folder / (name + ".votes.csv"));
    auto list = read_statements({"statements", known});
    return *read_votes({"votes", votes}, *list, "statements");
}

#define SKIP_WITHOUT_CONVERSATIONS()                                                       \
    if (!has_conversations()) {                                                            \
        GTEST_SKIP() << "NOT TESTED: there are no conversations in " << shared_folder()    \
                     << "/data/opinions. Put the "                                         \
                        "folder `shared` beside the clone or name it in LENKWERK_SHARED."; \
    }

}  // namespace lenkwerk::opinion_map::tests
