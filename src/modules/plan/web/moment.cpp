#include "modules/plan/web/moment.hpp"

#include <charconv>

namespace lenkwerk::plan {
namespace {

Moment moment_of_version(web::Visit& visit, PlanId plan, std::string const& wanted) {
    PlanVersionId id;
    std::from_chars(wanted.data(), wanted.data() + wanted.size(), id.value);
    auto const version = store::find_version(visit.reader(), id);
    if (!version || version->plan != plan) throw web::NotFound{};
    return {version->taken_at, std::nullopt, version, store::numbers_of(visit.reader(), id)};
}

}  // namespace

Moment wanted_moment(web::Visit& visit, PlanId plan, std::string_view day_name, std::string_view version_name) {
    auto const& query = visit.request().query;
    if (auto const version = query.maybe_text(version_name)) return moment_of_version(visit, plan, *version);
    auto const day = Day::parse(query.text(day_name));
    if (!day || *day >= visit.today()) return {};
    return {visit.locale().start_of(*day + 1) - std::chrono::milliseconds{1}, day, std::nullopt, {}};
}

std::string number_of(Tree const& tree, Moment const& moment, TopicId id) {
    auto const kept = moment.numbers.find(id);
    return kept == moment.numbers.end() ? tree.number(id) : kept->second;
}

}  // namespace lenkwerk::plan
