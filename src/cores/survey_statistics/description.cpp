#include "cores/survey_statistics/description.hpp"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "cores/survey_statistics/description_node.hpp"
#include "cores/survey_statistics/json_place.hpp"

namespace lenkwerk::survey_statistics {
namespace {

constexpr std::uint64_t kMostReplicates = 10'000;

using Method = GivenReplicates::Method;

GivenReplicates read_given(Node const& node) {
    node.allow({"columns", "method", "scale", "parts", "combined", "centre"});
    GivenReplicates given;
    if (node.has("columns") && node.is_text("columns")) {
        given.prefix = node.text("columns");
    } else {
        given.columns = node.texts("columns");
    }
    if (given.prefix.empty() && given.columns.empty())
        node.unfit("columns", "a list of columns, or how their names begin");
    given.combined = node.flag("combined", true);
    given.method = node.choice<Method>("method", Method::other,
                                       {{"bootstrap", Method::bootstrap},
                                        {"brr", Method::balanced},
                                        {"fay", Method::fay},
                                        {"jackknife", Method::jackknife},
                                        {"other", Method::other}});
    if (node.has("scale") || given.method == Method::other) given.scale = node.number("scale");
    if (given.scale && !(*given.scale > 0)) node.unfit("scale", "a number above 0");
    given.parts = node.numbers("parts");
    auto const counts = [](double part) { return part >= 0; };
    bool const fit = std::ranges::all_of(given.parts, counts) &&
                     (given.parts.empty() || std::ranges::any_of(given.parts, [](double part) { return part > 0; }));
    if (!fit) node.unfit("parts", "numbers not below 0, and not all of them 0");
    given.centre = node.choice<ReplicateCentre>(
        "centre", ReplicateCentre::mean_of_replicates,
        {{"replicates", ReplicateCentre::mean_of_replicates}, {"estimate", ReplicateCentre::full_estimate}});
    return given;
}

void read_replicates(Node const& design, SurveyDescription& description) {
    description.replicates = design.choice<ReplicateKind>("replicates", ReplicateKind::none,
                                                          {{"none", ReplicateKind::none},
                                                           {"jackknife", ReplicateKind::jackknife},
                                                           {"bootstrap", ReplicateKind::bootstrap},
                                                           {"brr", ReplicateKind::balanced},
                                                           {"given", ReplicateKind::given}});
    if (design.has("replicate_count")) {
        description.replicate_count = design.whole("replicate_count", 2, kMostReplicates);
    }
    if (design.has("seed")) description.seed = design.whole("seed", 0, std::numeric_limits<std::uint64_t>::max());
    if (design.has("fay")) description.fay = design.number("fay");
    if (!(description.fay >= 0 && description.fay < 1)) design.unfit("fay", "at least 0 and below 1");
    if (description.replicates == ReplicateKind::given) description.given = read_given(design.node("given"));
}

void read_design(Node const& design, SurveyDescription& description) {
    design.allow({"stages", "weights", "lonely_strata", "replicates", "replicate_count", "seed", "fay", "given"});
    description.weights = design.text("weights", "");
    description.lonely = design.choice<LonelyStratum>("lonely_strata", LonelyStratum::refuse,
                                                      {{"refuse", LonelyStratum::refuse},
                                                       {"certainty", LonelyStratum::certainty},
                                                       {"adjust", LonelyStratum::adjust},
                                                       {"average", LonelyStratum::average}});
    read_replicates(design, description);
    for (auto const& stage : design.list("stages")) {
        stage.allow({"unit", "stratum", "population"});
        description.stages.push_back({stage.text("unit", ""), stage.text("stratum", ""), stage.text("population", "")});
    }
}

Item read_item(Node const& node) {
    node.allow({"name", "label", "scale", "not_counted", "share"});
    Item item{node.text("name"), node.text("label", ""), {}, node.texts("share")};
    if (item.label.empty()) item.label = item.name;
    auto const uncounted = node.texts("not_counted");
    if (node.has("scale")) {
        auto const scale = node.node("scale");
        for (auto const& value : scale.names()) {
            item.scale.push_back({value, scale.text(value), std::ranges::find(uncounted, value) == uncounted.end()});
        }
        if (item.scale.empty()) node.unfit("scale", "at least one value");
    }
    auto const stands_on_scale = [&](std::string const& value) {
        return std::ranges::any_of(item.scale, [&](ScalePoint const& point) { return point.value == value; });
    };
    if (!std::ranges::all_of(item.agreed, stands_on_scale)) node.unfit("share", "values of the scale");
    if (!std::ranges::all_of(uncounted, stands_on_scale)) node.unfit("not_counted", "values of the scale");
    return item;
}

void read_items(Node const& root, SurveyDescription& description) {
    std::set<std::string> names;
    if (!root.has("items")) (void)root.node("items");  // says that it is missing
    for (auto const& node : root.list("items")) {
        description.items.push_back(read_item(node));
        if (!names.insert(description.items.back().name).second) node.unfit("name", "a name that no other item has");
    }
}

CalibrationPlan read_calibration(Node const& node) {
    node.allow({"distance", "bounds", "totals"});
    CalibrationPlan plan;
    plan.options.distance = node.choice<CalibrationDistance>("distance", CalibrationDistance::linear,
                                                             {{"linear", CalibrationDistance::linear},
                                                              {"raking", CalibrationDistance::raking},
                                                              {"logit", CalibrationDistance::logit}});
    auto const bounds = node.numbers("bounds");
    if (!bounds.empty() && bounds.size() != 2) node.unfit("bounds", "two numbers, the lower below 1, the upper above");
    if (bounds.size() == 2) {
        plan.options.lower = bounds[0];
        plan.options.upper = bounds[1];
    }
    if (!node.has("totals")) return plan;
    auto const totals = node.node("totals");
    for (auto const& column : totals.names()) plan.totals.emplace_back(column, totals.number(column));
    return plan;
}

void read_weighting(Node const& weighting, WeightingPlan& plan) {
    weighting.allow({"nonresponse", "margins", "calibration", "trim"});
    plan.nonresponse = weighting.texts("nonresponse");
    if (weighting.has("trim")) plan.trim = weighting.number("trim");
    if (plan.trim && !(*plan.trim > 0)) weighting.unfit("trim", "a number above 0");
    if (weighting.has("calibration")) plan.calibration = read_calibration(weighting.node("calibration"));
    if (!weighting.has("margins")) return;
    auto const margins = weighting.node("margins");
    for (auto const& factor : margins.names()) {
        auto const levels = margins.node(factor);
        auto& margin = plan.margins.emplace_back(PopulationMargin{factor, {}});
        for (auto const& level : levels.names()) margin.levels.emplace_back(level, levels.number(level));
        if (margin.levels.empty()) margins.unfit(factor, "at least one level with its population");
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

MessageArguments at(std::string const& file, TextPlace place) {
    return {{"file", file},
            {"line", static_cast<std::int64_t>(place.line)},
            {"column", static_cast<std::int64_t>(place.column)}};
}

// What the parser says, without its own counting of places.
std::string fault_of(Node::Json::parse_error const& error) {
    std::string text = error.what();
    auto const colon = text.find(": ");
    return colon == std::string::npos ? text : text.substr(colon + 2);
}

}  // namespace

Outcome<SurveyDescription> read_description(std::string const& json, std::string const& file) {
    try {
        auto const root = Node::Json::parse(json);
        auto description = read_all(Node(root, {}));
        description.file = file;
        description.text = json;
        return description;
    } catch (Node::Json::parse_error const& error) {
        auto arguments = at(file, place_of_byte(json, error.byte == 0 ? 0 : error.byte - 1));
        arguments.push_back({"fault", fault_of(error)});
        return refuse("survey.description.not_json", "", std::move(arguments));
    } catch (Unfit const& unfit) {
        auto problem = unfit.problem;
        std::ranges::copy(at(file, place_in(json, unfit.steps)), std::back_inserter(problem.arguments));
        return Problems{std::move(problem)};
    }
}

MessageArguments place_in(SurveyDescription const& description, std::vector<std::string> const& steps) {
    return at(description.file, place_in(description.text, steps));
}

}  // namespace lenkwerk::survey_statistics
