// Atom feeds for those who follow without an account: the whole plan, a field or topic with all below it, a district.
// Readers of feeds are hardly ever signed in: they get what is public; who is signed in gets what its pages show, too.
#include "modules/measures/store/whole.hpp"
#include "modules/measures/web/common.hpp"
#include "modules/measures/web/pages.hpp"
#include "modules/places/places.hpp"
#include "platform/city.hpp"
#include "platform/documents/atom.hpp"

#include <algorithm>
#include <set>

namespace lenkwerk::measures {
namespace {

constexpr std::size_t kMost = 50;  // entries: what readers of feeds ask for

struct FeedPlace {
    std::string title, page, self;  // addresses without the city's
};

std::string absolute(web::Visit& visit, std::string const& address) {
    return visit.city().settings()->base_url + address;
}

std::string author(web::Visit& visit) {
    auto const office = setting(visit.reader(), "office.name");
    return office.empty() ? visit.city().settings()->city_name : office;
}

documents::FeedEntry entry_of(web::Visit& visit, store::ReportNews const& news) {
    auto const address =
        absolute(visit, fmt::format("/massnahmen/{}#sachstand-{}", news.report.activity.value, news.report.id.value));
    auto const phase = visit.text(fmt::format("measures.phase.{}", word(news.report.facts.phase)));
    return {address,          visit.text("measures.feed.report", {{"title", news.title}, {"phase", phase}}),
            address,          news.report.facts.text,
            news.responsible, news.report.reported_at};
}

documents::FeedEntry entry_of(web::Visit& visit, plan::TopicEvent const& event) {
    auto const address = absolute(visit, fmt::format("/themen/{}", event.id.value));
    auto const what = visit.text("plan.difference." + event.difference);
    return {fmt::format("{}#{}", address, event.at.milliseconds),
            visit.text("measures.feed.topic", {{"what", what}, {"title", event.title}}),
            address,
            event.source,
            author(visit),
            event.at};
}

documents::FeedEntry entry_of(web::Visit& visit, plan::PlanId plan, plan::VersionLine const& version) {
    auto const address = absolute(visit, fmt::format("/plaene/{}?fassung={}", plan.value, version.id.value));
    auto const what = visit.text("plan.version." + version.kind, {{"day", visit.locale().day(version.decided_on)}});
    return {address,       visit.text("measures.feed.version", {{"label", version.label}, {"what", what}}),
            address,       version.source,
            author(visit), version.taken_at};
}

web::Response answer(web::Visit& visit, FeedPlace const& place, std::vector<documents::FeedEntry> entries) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](auto const& left, auto const& right) { return left.updated > right.updated; });
    if (entries.size() > kMost) entries.resize(kMost);
    auto const updated = entries.empty() ? visit.locale().start_of(visit.today()) : entries.front().updated;
    auto const self = absolute(visit, place.self);
    documents::Feed const feed{self, place.title,          author(visit), absolute(visit, place.page),
                               self, visit.locale().tag(), updated,       std::move(entries)};
    web::Response response{.content_type = documents::kAtomType, .body = documents::atom(feed)};
    response.caching = web::Caching::page_cache;
    return response;
}

// Reports and changes of the plan whose topics `counts`.
template <class Counts>
std::vector<documents::FeedEntry> entries_of(web::Visit& visit, plan::PlanId plan, Counts counts) {
    std::vector<documents::FeedEntry> entries;
    for (auto const& news : store::news_of_plan(visit.reader(), visit.viewer(), plan, kMost * 4))
        if (counts(news.topic)) entries.push_back(entry_of(visit, news));
    for (auto const& event : plan::recent_changes(visit.reader(), visit.viewer(), plan, kMost * 4))
        if (counts(event.id)) entries.push_back(entry_of(visit, event));
    return entries;
}

}  // namespace

web::Response feed_of_plan(web::Visit& visit) {
    auto const plan = plan::current_plan(visit.reader(), visit.viewer());
    if (!plan) return answer(visit, {visit.text("plan.feed"), "/plan", "/feed.atom"}, {});
    auto entries = entries_of(visit, plan->id, [](plan::TopicId) { return true; });
    for (auto const& version : plan::versions(visit.reader(), plan->id))
        entries.push_back(entry_of(visit, plan->id, version));
    return answer(visit, {plan->title, "/plan", "/feed.atom"}, std::move(entries));
}

web::Response feed_of_topic(web::Visit& visit) {
    auto const id = visit.id<plan::TopicId>("id");
    auto const topic = plan::topic(visit.reader(), visit.viewer(), id);
    auto const plan = plan::plan_of_topic(visit.reader(), id);
    if (!topic || !plan) throw web::NotFound{};
    std::set<plan::TopicId> within{id};
    for (auto const& line : plan::outline(visit.reader(), visit.viewer(), *plan))
        if (line.parent && within.contains(*line.parent)) within.insert(line.id);
    auto const page = fmt::format("/themen/{}", id.value);
    return answer(visit, {topic->number + " " + topic->title, page, page + "/feed.atom"},
                  entries_of(visit, *plan, [&](plan::TopicId which) { return within.contains(which); }));
}

web::Response feed_of_district(web::Visit& visit) {
    auto const district = places::district(visit.reader(), visit.id<places::DistrictId>("id"));
    if (!district) throw web::NotFound{};
    std::vector<documents::FeedEntry> entries;
    for (auto const& news : store::news_of_district(visit.reader(), visit.viewer(), district->id, kMost))
        entries.push_back(entry_of(visit, news));
    auto const page = fmt::format("/stadtbezirke/{}", district->id.value);
    return answer(visit, {district->name, page, page + "/feed.atom"}, std::move(entries));
}

}  // namespace lenkwerk::measures
