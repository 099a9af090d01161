// The budget as programs read it.
#include "modules/budget/web/common.hpp"
#include "modules/budget/web/pages.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::budget {
namespace {

using Json = nlohmann::ordered_json;

Json year_of(std::optional<int> const& year) { return year ? Json(*year) : Json(nullptr); }
Json text_or_null(std::string const& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json json_of(store::Amount const& amount) {
    auto const& facts = amount.facts;
    return {{"id", amount.id.value},
            {"from", year_of(facts.from)},
            {"to", year_of(facts.to)},
            {"basis", word(facts.basis)},
            {"statement", text_or_null(amount.statement)},
            {"cents", facts.cents.value},
            {"paper", amount.source.label},
            {"plan", amount.plan ? Json(amount.plan->value) : Json(nullptr)},
            {"audience", amount.audience.text()},
            {"ended", amount.ended_at ? Json(iso(*amount.ended_at)) : Json(nullptr)},
            {"version", amount.version}};
}

Json json_of(store::Line const& line) {
    return {{"id", line.id.value},
            {"holder", text_or_null(line.facts.holder)},
            {"order", text_or_null(line.facts.order)},
            {"account", text_or_null(line.facts.account)},
            {"label", text_or_null(line.facts.label)},
            {"amounts", Json::array()}};
}

Json lines_of(std::vector<store::Amount> const& amounts) {
    auto lines = Json::array();
    for (auto const& amount : amounts) {
        if (lines.empty() || lines.back().at("id") != amount.line.id.value) lines.push_back(json_of(amount.line));
        lines.back()["amounts"].push_back(json_of(amount));
    }
    return lines;
}

}  // namespace

web::Response list_lines_as_json(web::Visit& visit) {
    auto const amounts = store::standing_amounts(visit.reader(), visit.viewer());
    return web::Response::json(Json{{"lines", lines_of(amounts)}}.dump());
}

web::Response show_line_as_json(web::Visit& visit) {
    auto const amounts = store::amounts_of_line(visit.reader(), visit.viewer(), visit.id<LineId>("id"));
    if (amounts.empty()) throw web::NotFound{};
    return web::Response::json(lines_of(amounts).front().dump());
}

}  // namespace lenkwerk::budget
