// Known groups, from a table of participants or from JSON.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "cores/opinion_map/columns.hpp"
#include "cores/opinion_map/read.hpp"

namespace lenkwerk::opinion_map {
namespace {

using nlohmann::json;
using GroupByPerson = std::map<std::string, std::string, std::less<>>;

enum GroupColumn : std::size_t { participant, group };
using GroupFile = Columns<2>;

void take_member(GroupFile& file, GroupByPerson& groups) {
    if (file[participant].empty()) return file.complain_of("participant_missing", participant);
    if (file[group].empty()) return file.complain_of("group_missing", group);
    auto const [entry, is_new] = groups.emplace(file[participant], file[group]);
    if (is_new || entry->second == file[group]) return;
    file.complain_of("two_groups", group);
    file.add_to_last("participant", entry->first);
    file.add_to_last("other", entry->second);
}

Outcome<GroupByPerson> from_csv(Source const& source) {
    GroupFile file(source, {"participant", "group"}, 2);
    GroupByPerson groups;
    while (file.next()) take_member(file, groups);
    if (!file.problems().empty()) return std::move(file.problems());
    return groups;
}

Problems unreadable(Source const& source, std::string why) {
    return refuse("opinion_map.groups_unreadable", "group", {{"file", source.name}, {"value", std::move(why)}});
}

bool is_name(json const& value) { return value.is_string() || value.is_number_integer(); }
std::string name(json const& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

Outcome<GroupByPerson> from_lists(Source const& source, json const& lists) {
    GroupByPerson groups;
    for (std::size_t g = 0; g < lists.size(); ++g) {
        if (!lists[g].is_array()) return unreadable(source, "a list of lists of participants was expected");
        for (auto const& person : lists[g]) {
            if (!is_name(person))
                return unreadable(source, "a participant must be a number or a text: " + person.dump());
            auto const [entry, is_new] = groups.emplace(name(person), std::to_string(g));
            if (!is_new && entry->second != std::to_string(g)) {
                return unreadable(source, "participant " + name(person) + " stands in two groups");
            }
        }
    }
    return groups;
}

Outcome<GroupByPerson> from_members(Source const& source, json const& members) {
    GroupByPerson groups;
    for (auto const& [person, of] : members.items()) {
        if (of.is_null()) continue;
        if (!is_name(of))
            return unreadable(source, "the group of participant " + person + " must be a number or a text");
        groups.emplace(person, name(of));
    }
    return groups;
}

Outcome<GroupByPerson> from_json(Source const& source) {
    auto const document = json::parse(source.text, nullptr, false);
    if (document.is_discarded()) return unreadable(source, "this is not valid JSON");
    if (document.is_array()) return from_lists(source, document);
    if (document.contains("group_of") && document["group_of"].is_object())
        return from_members(source, document["group_of"]);
    if (document.contains("groups") && document["groups"].is_array()) return from_lists(source, document["groups"]);
    return from_members(source, document);
}

bool is_json(std::string_view text) {
    auto const first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

std::optional<std::size_t> place_of(std::vector<std::string> const& sorted, std::string const& wanted) {
    auto const place = std::lower_bound(sorted.begin(), sorted.end(), wanted, in_natural_order);
    if (place == sorted.end() || *place != wanted) return std::nullopt;
    return static_cast<std::size_t>(place - sorted.begin());
}

std::vector<std::string> names_in(GroupByPerson const& groups) {
    std::vector<std::string> names;
    for (auto const& [person, of] : groups) names.push_back(of);
    std::sort(names.begin(), names.end(), in_natural_order);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

KnownGroups of_those_who_voted(GroupByPerson groups, std::vector<std::string> const& participants) {
    KnownGroups known;
    auto const all = names_in(groups);
    known.without_vote = std::erase_if(groups, [&](auto const& entry) { return !place_of(participants, entry.first); });
    known.grouping = {names_in(groups), std::vector<std::int32_t>(participants.size(), kNoGroup)};
    for (auto const& [person, of] : groups) {
        known.grouping.group_of[*place_of(participants, person)] =
            static_cast<std::int32_t>(*place_of(known.grouping.names, of));
    }
    std::set_difference(all.begin(), all.end(), known.grouping.names.begin(), known.grouping.names.end(),
                        std::back_inserter(known.silent), in_natural_order);
    return known;
}

}  // namespace

Outcome<KnownGroups> read_groups(Source const& source, std::vector<std::string> const& participants) {
    auto groups = is_json(source.text) ? from_json(source) : from_csv(source);
    if (!groups) return groups.problems();
    auto known = of_those_who_voted(std::move(*groups), participants);
    if (known.grouping.names.empty()) return refuse("opinion_map.no_group_voted", "group", {{"file", source.name}});
    return known;
}

}  // namespace lenkwerk::opinion_map
