#include "rights_table.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace lenkwerk::app {
namespace {

std::string trimmed(std::string_view text) {
    auto const begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

std::vector<std::string> split(std::string const& text, char at) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, at);)
        if (auto word = trimmed(part); !word.empty()) parts.push_back(std::move(word));
    return parts;
}

RightsRow read_row(std::string const& line) {
    auto const columns = split(line, '|');
    if (columns.size() < 2 || columns.size() > 3)
        throw std::runtime_error("rights.txt: not two or three columns: " + line);
    auto const words = split(columns[0], ' ');
    if (words.size() != 2) throw std::runtime_error("rights.txt: not a method and an address: " + line);
    RightsRow row{.route = words[0] + " " + words[1], .who = split(columns[1], ' '), .things = {}};
    if (columns.size() == 3)
        for (auto const& thing : split(columns[2], ' ')) {
            auto const equals = thing.find('=');
            if (equals == std::string::npos) throw std::runtime_error("rights.txt: not name=table: " + line);
            row.things[thing.substr(0, equals)] = thing.substr(equals + 1);
        }
    return row;
}

}  // namespace

bool RightsRow::lets_in(std::string_view role) const {
    return std::ranges::any_of(who, [&](auto const& word) {
        return word == "everyone" || word == role || (word == "signed-in" && role != "visitor");
    });
}

bool RightsRow::lets_in_own(std::string_view role) const {
    return lets_in(role) || std::ranges::find(who, fmt::format("{}:own", role)) != who.end();
}

std::vector<RightsRow> read_rights(std::string_view text) {
    std::vector<RightsRow> rows;
    std::istringstream stream{std::string(text)};
    for (std::string line; std::getline(stream, line);)
        if (!trimmed(line).empty() && line[0] != '#') rows.push_back(read_row(line));
    return rows;
}

}  // namespace lenkwerk::app
