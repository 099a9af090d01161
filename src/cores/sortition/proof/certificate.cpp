#include "cores/sortition/proof/certificate.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace lenkwerk::sortition::proof {
namespace {

using Json = nlohmann::ordered_json;
constexpr auto kFormat = "lenkwerk sortition certificate 1";

Json json_of(Level const& level) {
    Json dual = Json::array();
    for (auto const& [type, multiplier] : level.dual) dual.push_back({type, multiplier});
    return {{"value", level.value}, {"members", level.members}, {"dual", std::move(dual)}};
}

Json json_of(WeightedPanel const& weighted) {
    Json counts = Json::array();
    for (auto const [type, count] : weighted.panel) counts.push_back({type, count});
    return {{"weight", weighted.weight}, {"counts", std::move(counts)}};
}

double finite(Json const& json) {
    double const number = json.get<double>();
    if (!std::isfinite(number)) throw std::range_error("not a finite number");
    return number;
}

Level level_of(Json const& json) {
    Level level{finite(json.at("value")), json.at("members").get<std::vector<std::string>>(), {}};
    for (auto const& pair : json.at("dual")) level.dual.emplace_back(pair.at(0).get<int>(), finite(pair.at(1)));
    return level;
}

WeightedPanel panel_of(Json const& json) {
    WeightedPanel weighted{{}, finite(json.at("weight"))};
    for (auto const& pair : json.at("counts")) {
        if (!pair.at(0).is_number_integer() || !pair.at(1).is_number_integer()) throw std::range_error("not a count");
        weighted.panel.push_back({pair.at(0).get<int>(), pair.at(1).get<int>()});
    }
    return weighted;
}

Certificate parsed(Json const& json) {
    if (json.at("format") != kFormat) throw std::range_error("unknown format");
    Certificate certificate;
    certificate.objective = json.at("objective");
    certificate.rules = {json.at("size"), json.at("per_household")};
    certificate.id_column = json.at("id_column");
    certificate.household_columns = json.at("household_columns");
    certificate.gamma = finite(json.at("gamma"));
    certificate.types = json.at("types");
    for (auto const& [id, chance] : json.at("probabilities").items()) {
        certificate.probabilities.emplace_back(id, finite(chance));
    }
    for (auto const& panel : json.at("panels")) certificate.panels.push_back(panel_of(panel));
    for (auto const& level : json.at("levels")) certificate.levels.push_back(level_of(level));
    if (json.contains("open")) certificate.open = level_of(json.at("open"));
    return certificate;
}

}  // namespace

std::string to_json(Certificate const& certificate) {
    Json probabilities = Json::object(), panels = Json::array(), levels = Json::array();
    for (auto const& [id, chance] : certificate.probabilities) {
        probabilities.get_ref<Json::object_t&>().emplace_back(id, chance);  // ids are unique: no search for a double
    }
    for (auto const& panel : certificate.panels) panels.push_back(json_of(panel));
    for (auto const& level : certificate.levels) levels.push_back(json_of(level));
    Json json{{"format", kFormat},
              {"objective", certificate.objective},
              {"size", certificate.rules.size},
              {"per_household", certificate.rules.per_household},
              {"id_column", certificate.id_column},
              {"household_columns", certificate.household_columns},
              {"gamma", certificate.gamma},
              {"probabilities", std::move(probabilities)},
              {"types", certificate.types},
              {"panels", std::move(panels)},
              {"levels", std::move(levels)}};
    if (certificate.open) json["open"] = json_of(*certificate.open);
    return json.dump() + "\n";
}

Outcome<Certificate> from_json(std::string const& text) {
    try {
        return parsed(Json::parse(text));
    } catch (std::exception const& unreadable) {
        return refuse("sortition.certificate.unreadable", "certificate",
                      {{"reason", std::string(unreadable.what()).substr(0, 200)}});
    }
}

}  // namespace lenkwerk::sortition::proof
