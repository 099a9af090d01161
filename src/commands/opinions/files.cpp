// The files of an opinion map.
#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <system_error>

#include "commands/commands.hpp"
#include "commands/opinions/opinions.hpp"

namespace lenkwerk::commands::opinions {
namespace {

constexpr std::string_view kVotesEnding = ".votes.csv";

std::string read_file(std::string const& path) {
    if (path == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> const file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (!file) {
        fmt::print(stderr, "{}: {}. Check the name of the file and whether it may be read.\n", path,
                   std::generic_category().message(errno));
        throw Exit{1};
    }
    std::error_code is_no_plain_file;
    auto const size = std::filesystem::file_size(path, is_no_plain_file);
    std::string content(is_no_plain_file ? 0 : size, '\0');
    auto filled = std::fread(content.data(), 1, content.size(), file.get());
    for (std::array<char, 1 << 16> more; filled == content.size();) {
        auto const got = std::fread(more.data(), 1, more.size(), file.get());
        if (got == 0) break;
        content.append(more.data(), got);
        filled += got;
    }
    content.resize(filled);
    return content;
}

template <class T> T value_or_end(Outcome<T> outcome) {
    if (outcome) return *std::move(outcome);
    for (auto const& problem : outcome.problems()) fmt::print(stderr, "{}\n", opinion_map::sentence(problem));
    throw Exit{1};
}

std::string statements_file(Request const& request) {
    if (!request.statements.empty() || !request.votes.ends_with(kVotesEnding)) return request.statements;
    auto beside = request.votes.substr(0, request.votes.size() - kVotesEnding.size()) + ".statements.csv";
    return std::filesystem::exists(beside) ? beside : std::string();
}

}  // namespace

opinion_map::BallotBox read_ballots(Request const& request) {
    std::optional<std::vector<opinion_map::Statement>> known;
    auto const known_in = statements_file(request);
    if (!known_in.empty()) known = value_or_end(opinion_map::read_statements({known_in, read_file(known_in)}));
    return value_or_end(opinion_map::read_votes({request.votes, read_file(request.votes)}, std::move(known), known_in));
}

Given read_given(Request const& request, std::vector<std::string> const& participants) {
    if (request.groups.empty()) return {};
    auto known = value_or_end(opinion_map::read_groups({request.groups, read_file(request.groups)}, participants));
    Given given{std::move(known.grouping), {}};
    if (known.without_vote > 0) {
        given.notes.push_back({"opinion_map.people_without_vote",
                               fmt::format("{} people of the groups file have not voted.", known.without_vote)});
    }
    for (auto const& group : known.silent) {
        given.notes.push_back({"opinion_map.silent_group", fmt::format("Nobody of group {} has voted.", group)});
    }
    return given;
}

void write_file(std::string const& path, std::string const& content) {
    std::ofstream file(path, std::ios::binary);
    file << content;
    file.close();
    if (file) return;
    fmt::print(stderr, "{}: could not be written. Check the folder and its free space.\n", path);
    throw Exit{1};
}

}  // namespace lenkwerk::commands::opinions
