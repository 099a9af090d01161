// /suche: everything that the viewer may see, by words; /api/v1/search: the same for programs.
#include "modules/home/web/pages.hpp"
#include "platform/search/find.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::home {
namespace {

// A question that finds more than this is better asked with a word more.
constexpr std::int64_t kTooMany = 200;

struct Asked {
    std::string words, kind;
    std::optional<std::string> cursor;
};
Asked asked(web::Visit& visit) {
    auto const& query = visit.request().query;
    return {query.text("q"), query.text("art"), query.maybe_text("ab")};
}

struct Answer {
    std::vector<search::KindCount> kinds;
    std::int64_t total = 0;  // of the kind that was asked for, or of all
    Page<search::Hit> hits;
};
Answer answer(web::Visit& visit, Asked const& asked) {
    Answer answer{.kinds = search::count_by_kind(visit.reader(), visit.viewer(), asked.words), .hits = {}};
    for (auto const& kind : answer.kinds)
        if (asked.kind.empty() || asked.kind == kind.kind) answer.total += kind.count;
    answer.hits = search::find(visit.reader(), visit.viewer(), {asked.words, asked.kind, asked.cursor});
    return answer;
}

std::string kind_name(web::Visit& visit, std::string const& kind) {
    auto const key = "home.search.kind." + kind;
    return visit.text(visit.locale().knows(key) ? key : "home.search.kind.other");
}

html::Url address_of(Asked const& asked, std::string const& kind) {
    auto const all = html::Url{"/suche"}.with("q", asked.words);
    return kind.empty() ? all : all.with("art", kind);
}

void show_pieces(html::Writer& w, std::vector<search::Piece> const& pieces) {
    for (auto const& piece : pieces)
        if (piece.found)
            w.put("<mark>{}</mark>", piece.text);
        else
            w.put("{}", piece.text);
}

void show_hit(html::Writer& w, web::Visit& visit, search::Hit const& hit) {
    w.put(R"(<li class="lw-hit"><p class="lw-hit__kind">{}</p>)", kind_name(visit, hit.subject.kind));
    w.put(R"(<h3 class="lw-hit__title"><a class="kern-link" href="{}">{}</a></h3>)", html::Url::checked(hit.address),
          [&](html::Writer& inner) { show_pieces(inner, hit.marked_title); });
    if (!hit.excerpt.empty())
        w.put(R"(<p class="lw-hit__text">{}</p>)", [&](html::Writer& inner) { show_pieces(inner, hit.excerpt); });
    w.put("</li>");
}

void show_kinds(html::Writer& w, web::Visit& visit, Asked const& asked, Answer const& answer) {
    if (answer.kinds.size() < 2) return;
    std::int64_t all = 0;
    for (auto const& kind : answer.kinds) all += kind.count;
    std::vector<ui::Tab> tabs{
        {visit.text("home.search.all"), address_of(asked, ""), asked.kind.empty(), visit.locale().number(all)}};
    for (auto const& kind : answer.kinds)
        tabs.push_back({kind_name(visit, kind.kind), address_of(asked, kind.kind), asked.kind == kind.kind,
                        visit.locale().number(kind.count)});
    ui::tabs(w, visit.text("home.search.kinds"), tabs);
}

void show_answer(html::Writer& w, web::Visit& visit, Asked const& asked, Answer const& answer) {
    show_kinds(w, visit, asked, answer);
    w.put(R"(<h2 role="status">{}</h2>)",
          visit.text("home.search.found", {{"count", answer.total}, {"words", asked.words}}));
    if (answer.total > kTooMany) w.put("<p>{}</p>", visit.text("home.search.too_many"));
    w.put(R"(<ol class="lw-hits">)");
    for (auto const& hit : answer.hits.items) show_hit(w, visit, hit);
    w.put("</ol>");
    ui::pagination(w, visit.locale(), {address_of(asked, asked.kind), answer.hits.next, !asked.cursor});
}

void show_form(html::Writer& w, web::Visit& visit, Asked const& asked) {
    w.put(
        R"(<form class="lw-search-form" method="get" action="/suche"><label class="kern-label" for="q">{}</label>)"
        R"(<div class="lw-search-form__row"><input class="kern-form-input__input" id="q" type="search" name="q" value="{}" maxlength="200">)"
        R"(<button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">{}</span></button></div></form>)",
        visit.text("home.search.label"), asked.words, visit.text("common.search.submit"));
}

void show_body(html::Writer& w, web::Visit& visit, Asked const& asked, Answer const& answer) {
    ui::heading(w, {.title = visit.text("home.search.title"), .lead = visit.text("home.search.lead")});
    show_form(w, visit, asked);
    if (asked.words.empty()) return;
    if (answer.total > 0) return show_answer(w, visit, asked, answer);
    ui::empty_state(w, {visit.text("home.search.nothing", {{"words", asked.words}}),
                        visit.text("home.search.nothing_text"), visit.text("home.search.to_plan"), "/plan"});
}

nlohmann::json as_json(search::Hit const& hit) {
    std::string excerpt;
    for (auto const& piece : hit.excerpt) excerpt += piece.text;
    return {{"kind", hit.subject.kind}, {"id", hit.subject.id}, {"title", hit.title},
            {"address", hit.address},   {"excerpt", excerpt},   {"changed_at", iso(hit.changed_at)}};
}

}  // namespace

web::Response show_search(web::Visit& visit) {
    auto const question = asked(visit);
    auto const found = answer(visit, question);
    auto const title = question.words.empty() ? visit.text("home.search.title")
                                              : visit.text("home.search.window", {{"words", question.words}});
    return web::page(visit, {.title = title, .current = "/suche", .width = web::Width::reading, .indexed = false},
                     [&](html::Writer& w) { show_body(w, visit, question, found); });
}

web::Response search_as_json(web::Visit& visit) {
    auto const found = answer(visit, asked(visit));
    nlohmann::json body{{"total", found.total}, {"hits", nlohmann::json::array()}, {"kinds", nlohmann::json::object()}};
    for (auto const& kind : found.kinds) body["kinds"][kind.kind] = kind.count;
    for (auto const& hit : found.hits.items) body["hits"].push_back(as_json(hit));
    if (found.hits.next) body["next"] = *found.hits.next;
    return web::Response::json(body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace lenkwerk::home
