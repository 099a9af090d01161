#include "cores/opinion_map/json.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::opinion_map {
namespace {

using nlohmann::json;

// A name that is a plain number is a number in JSON, as it was in the file.
json name(std::string const& text) {
    auto const number = plain_number(text);
    return number ? json(*number) : json(text);
}

json point(Point const& at) { return json::array({at.x, at.y}); }

template <class Items, class Make> json list(Items const& items, Make const& make) {
    auto result = json::array();
    for (auto const& item : items) result.push_back(make(item));
    return result;
}

class Writer {
public:
    explicit Writer(OpinionMap const& map) : map_(map), grouping_(map.grouping()) {}

    json written() const {
        json result = shape();
        result["group_of"] = members(grouping_);
        result["groups"] = groups();
        result["k"] = grouping_.size();
        result["stability"] = map_.found.stability ? json(map_.found.stability->mean) : json();
        result["found"] = found();
        result["consensus"] = by_statement(map_.consensus);
        result["majorities"] = {
            {"agree", list(map_.majorities.agree, [&](auto const& one) { return majority(one); })},
            {"disagree", list(map_.majorities.disagree, [&](auto const& one) { return majority(one); })}};
        result["representative"] = list(map_.representatives, [&](auto const& group) {
            return list(group, [&](Representative const& one) { return representative(one); });
        });
        result["divisive"] = list(map_.divisive, [&](Division const& one) { return division(one); });
        result["priorities"] = by_statement(map_.priorities);
        result["group_statistics"] = group_statistics();
        result["descriptive_only"] = kDescriptiveOnly;
        result["notes"] =
            list(map_.notes, [](Note const& note) { return json{{"key", note.key}, {"text", note.text}}; });
        return result;
    }

private:
    json statement(std::size_t j) const { return name(map_.table.statements[j].id); }
    json group(std::size_t g) const { return name(grouping_.names[g]); }

    json shape() const {
        auto const& statements = map_.table.statements;
        json out = json::array();
        for (auto const& one : statements) {
            if (one.is_moderated_out) out.push_back(name(one.id));
        }
        return {{"participants", list(map_.table.participants, name)},
                {"statements", list(statements, [](Statement const& one) { return name(one.id); })},
                {"moderated_out", std::move(out)},
                {"votes", map_.table.marks.size()},
                {"revotes", map_.table.revotes},
                {"center", map_.axes.center},
                {"components", map_.axes.components},
                {"variances", map_.axes.variances},
                {"positions", list(map_.positions, point)},
                {"statement_positions", list(map_.statement_positions, point)},
                {"extremity", list(map_.statement_positions, distance_from_middle)}};
    }

    json members(Grouping const& grouping) const {
        json result = json::object();
        for (std::size_t i = 0; i < grouping.group_of.size(); ++i) {
            if (grouping.group_of[i] == kNoGroup) continue;
            result[map_.table.participants[i]] = name(grouping.names[static_cast<std::size_t>(grouping.group_of[i])]);
        }
        return result;
    }

    json groups() const {
        json result = json::array();
        auto const center = middles_of_groups(map_);
        for (std::size_t g = 0; g < grouping_.size(); ++g) {
            result.push_back({{"group", group(g)}, {"members", grouping_.members(g)}, {"center", point(center[g])}});
        }
        return result;
    }

    json found() const {
        auto const& found = map_.found;
        json widths = json::object();
        for (auto const& [k, width] : found.silhouettes) widths[std::to_string(k)] = width;
        json result{{"k", found.grouping.size()}, {"silhouettes", std::move(widths)}, {"stability", json()}};
        if (auto const& stability = found.stability) {
            result["stability"] = {{"adjusted_rand", stability->mean},
                                   {"tenth", stability->lowest},
                                   {"nine_tenths", stability->highest},
                                   {"resamples", stability->resamples},
                                   {"axes", stability->has_refitted_axes ? "refitted" : "held"}};
        }
        if (!map_.given) return result;
        auto const alike = agreement_of_groupings(found.grouping, *map_.given);
        result["group_of"] = members(found.grouping);
        result["adjusted_rand_with_given"] = alike ? json(*alike) : json();
        return result;
    }

    json by_statement(std::vector<double> const& values) const {
        json result = json::object();
        for (std::size_t j = 0; j < values.size(); ++j) result[map_.table.statements[j].id] = values[j];
        return result;
    }

    json majority(Majority const& one) const {
        return {{"statement", statement(one.statement)},
                {"n_success", one.successes},
                {"n_trials", one.trials},
                {"p_success", one.share},
                {"p_test", one.test}};
    }

    json representative(Representative const& one) const {
        auto result = majority(one.votes);
        result["repness"] = one.ratio;
        result["repness_test"] = one.ratio_test;
        result["repful_for"] = one.direction == Vote::agree ? "agree" : "disagree";
        if (!one.best_agree) return result;
        result["best_agree"] = true;
        result["n_agree"] = *one.best_agree;
        return result;
    }

    json division(Division const& one) const {
        return {{"statement", statement(one.statement)},
                {"gap", one.gap},
                {"agrees", group(one.agrees)},
                {"opposes", group(one.opposes)},
                {"extremity", one.extremity}};
    }

    template <class Get> json by_group(Get const& get) const {
        return list(map_.stands, [&](auto const& group) { return list(group, get); });
    }

    json group_statistics() const {
        return {{"na", by_group([](Stand const& s) { return s.tally.agree; })},
                {"nd", by_group([](Stand const& s) { return s.tally.disagree; })},
                {"ns", by_group([](Stand const& s) { return s.tally.seen; })},
                {"pa", by_group([](Stand const& s) { return s.agree_share; })},
                {"pd", by_group([](Stand const& s) { return s.disagree_share; })},
                {"pat", by_group([](Stand const& s) { return s.agree_test; })},
                {"pdt", by_group([](Stand const& s) { return s.disagree_test; })},
                {"ra", by_group([](Stand const& s) { return s.agree_ratio; })},
                {"rd", by_group([](Stand const& s) { return s.disagree_ratio; })},
                {"rat", by_group([](Stand const& s) { return s.agree_ratio_test; })},
                {"rdt", by_group([](Stand const& s) { return s.disagree_ratio_test; })}};
    }

    OpinionMap const& map_;
    Grouping const& grouping_;
};

}  // namespace

json to_json(OpinionMap const& map) { return Writer(map).written(); }

}  // namespace lenkwerk::opinion_map
