#include "cores/survey_statistics/description.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace lenkwerk::survey_statistics {
namespace {

using Json = nlohmann::ordered_json;  // levels and scale points keep the order in which they were written

// A member that is not as it should be; caught where the description has been read.
struct Unfit {
    Problem problem;
};

[[noreturn]] void fail(std::string key, std::string path, MessageArguments arguments = {}) {
    throw Unfit{{std::move(key), std::move(path), std::move(arguments)}};
}

// A JSON object with the path under which messages name it.
class Node {
public:
    Node(Json const& json, std::string path) : json_(json), path_(std::move(path)) {
        if (!json_.is_object()) invalid("an object");
    }

    void allow(std::set<std::string> const& known) const {
        std::string list;
        for (auto const& name : known) list += (list.empty() ? "there are " : ", ") + name;
        for (auto const& [name, value] : json_.items()) {
            if (!known.contains(name)) fail("survey.description.member_unknown", below(name), {{"known", list}});
        }
    }
    bool has(std::string const& name) const { return json_.contains(name); }
    Json const& at(std::string const& name) const {
        if (!has(name)) fail("survey.description.member_missing", below(name));
        return json_[name];
    }
    Node node(std::string const& name) const { return {at(name), below(name)}; }
    std::string text(std::string const& name, std::string otherwise) const {
        return has(name) ? text(name) : std::move(otherwise);
    }
    std::string text(std::string const& name) const {
        if (!at(name).is_string()) fail("survey.description.member_invalid", below(name), {{"expected", "a text"}});
        return at(name).get<std::string>();
    }
    double number(std::string const& name) const {
        if (!at(name).is_number()) fail("survey.description.member_invalid", below(name), {{"expected", "a number"}});
        return at(name).get<double>();
    }
    std::vector<std::string> texts(std::string const& name) const {
        if (!has(name)) return {};
        std::vector<std::string> result;
        if (!at(name).is_array())
            fail("survey.description.member_invalid", below(name), {{"expected", "a list of texts"}});
        for (auto const& value : at(name)) {
            if (!value.is_string())
                fail("survey.description.member_invalid", below(name), {{"expected", "a list of texts"}});
            result.push_back(value.get<std::string>());
        }
        return result;
    }
    template <class Choice>
    Choice choice(std::string const& name, Choice otherwise,
                  std::vector<std::pair<std::string, Choice>> const& choices) const {
        if (!has(name)) return otherwise;
        std::string list;
        for (auto const& [word, value] : choices) {
            if (text(name) == word) return value;
            list += (list.empty() ? "" : " or ") + word;
        }
        fail("survey.description.member_invalid", below(name), {{"expected", list}});
    }
    std::string below(std::string const& name) const { return path_.empty() ? name : path_ + "." + name; }
    Json const& json() const { return json_; }

private:
    [[noreturn]] void invalid(std::string expected) const {
        fail("survey.description.member_invalid", path_, {{"expected", std::move(expected)}});
    }

    Json const& json_;
    std::string path_;
};

void read_design(Node const& design, SurveyDescription& description) {
    design.allow({"stages", "weights", "lonely_strata", "replicates", "replicate_count", "seed"});
    description.weights = design.text("weights", "");
    description.lonely = design.choice<LonelyStratum>("lonely_strata", LonelyStratum::refuse,
                                                      {{"refuse", LonelyStratum::refuse},
                                                       {"certainty", LonelyStratum::certainty},
                                                       {"adjust", LonelyStratum::adjust},
                                                       {"average", LonelyStratum::average}});
    description.replicates = design.choice<ReplicateKind>("replicates", ReplicateKind::none,
                                                          {{"none", ReplicateKind::none},
                                                           {"jackknife", ReplicateKind::jackknife},
                                                           {"bootstrap", ReplicateKind::bootstrap}});
    if (design.has("replicate_count"))
        description.replicate_count = static_cast<std::size_t>(design.number("replicate_count"));
    if (design.has("seed")) description.seed = static_cast<std::uint64_t>(design.number("seed"));
    if (!design.has("stages")) return;
    if (!design.at("stages").is_array())
        fail("survey.description.member_invalid", "design.stages", {{"expected", "a list"}});
    for (auto const& json : design.at("stages")) {
        Node const stage(json, fmt::format("design.stages[{}]", description.stages.size()));
        stage.allow({"unit", "stratum", "population"});
        description.stages.push_back({stage.text("unit", ""), stage.text("stratum", ""), stage.text("population", "")});
    }
}

Item read_item(Node const& node) {
    node.allow({"name", "label", "scale", "not_counted", "share"});
    Item item{node.text("name"), node.text("label", ""), {}, node.texts("share")};
    if (item.label.empty()) item.label = item.name;
    auto const uncounted = node.texts("not_counted");
    if (!node.has("scale")) return item;
    auto const scale = node.node("scale");
    for (auto const& [value, label] : scale.json().items()) {
        item.scale.push_back({value, scale.text(value), std::ranges::find(uncounted, value) == uncounted.end()});
    }
    for (auto const& value : item.agreed) {
        auto const known =
            std::ranges::any_of(item.scale, [&](ScalePoint const& point) { return point.value == value; });
        if (!known)
            fail("survey.description.member_invalid", node.below("share"), {{"expected", "values of the scale"}});
    }
    return item;
}

void read_items(Node const& root, SurveyDescription& description) {
    if (!root.at("items").is_array()) fail("survey.description.member_invalid", "items", {{"expected", "a list"}});
    for (auto const& json : root.at("items")) {
        description.items.push_back(read_item(Node(json, fmt::format("items[{}]", description.items.size()))));
    }
}

void read_weighting(Node const& weighting, WeightingPlan& plan) {
    weighting.allow({"nonresponse", "margins", "trim"});
    plan.nonresponse = weighting.texts("nonresponse");
    if (weighting.has("trim")) plan.trim = weighting.number("trim");
    if (!weighting.has("margins")) return;
    auto const margins = weighting.node("margins");
    for (auto const& [factor, json] : margins.json().items()) {
        auto const levels = margins.node(factor);
        auto& margin = plan.margins.emplace_back(PopulationMargin{factor, {}});
        for (auto const& [level, figure] : json.items()) margin.levels.emplace_back(level, levels.number(level));
    }
}

SurveyDescription read_all(Node const& root) {
    root.allow({"title", "selection", "design", "responded", "missing", "items", "factors", "weighting"});
    SurveyDescription description;
    description.title = root.text("title", "");
    description.selection =
        root.choice<Selection>("selection", Selection::probability,
                               {{"probability", Selection::probability}, {"self_selected", Selection::self_selected}});
    if (root.has("design")) read_design(root.node("design"), description);
    if (root.has("responded")) {
        auto const responded = root.node("responded");
        responded.allow({"column", "value"});
        description.responded_column = responded.text("column");
        description.responded_value = responded.text("value");
    }
    if (root.has("missing")) description.missing = root.texts("missing");
    read_items(root, description);
    description.factors = root.texts("factors");
    if (root.has("weighting")) read_weighting(root.node("weighting"), description.weighting);
    return description;
}

Problems with_file(Problem problem, std::string const& file) {
    problem.arguments.push_back({"file", file});
    return {std::move(problem)};
}

}  // namespace

Outcome<SurveyDescription> read_description(std::string const& json, std::string const& file) {
    try {
        auto const root = Json::parse(json);
        return read_all(Node(root, ""));
    } catch (Json::parse_error const& error) {
        auto const end = std::min(error.byte, json.size());
        auto const line = 1 + std::count(json.begin(), json.begin() + static_cast<std::ptrdiff_t>(end), '\n');
        return refuse("survey.description.not_json", "",
                      {{"file", file}, {"line", std::int64_t{line}}, {"fault", std::string(error.what())}});
    } catch (Unfit const& unfit) {
        return with_file(unfit.problem, file);
    }
}

}  // namespace lenkwerk::survey_statistics
