#include "modules/council/web/common.hpp"

#include <charconv>

namespace lenkwerk::council {
namespace {

std::string whole(std::string_view digits) {
    std::int64_t cents = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), cents);
    return std::to_string(cents);
}

// A value of a difference as readers write it.
std::string value_text(web::Visit& visit, std::string const& member, std::string const& value) {
    if (value.empty()) return value;
    if (member == "date") {
        auto const day = Day::parse(value);
        return day ? visit.locale().day(*day) : value;
    }
    if (member == "public" || member == "basis") return visit.text("council.value." + value);
    if (member == "cents") return visit.locale().money({std::stoll(whole(value))});
    return value;
}

std::string place_text(web::Visit& visit, PaperDifference const& one) {
    auto const what = visit.text("council.kind." + one.what);
    return one.which.empty() ? what : visit.text("council.difference.place", {{"what", what}, {"which", one.which}});
}

std::string member_text(web::Visit& visit, PaperDifference const& one) {
    if (!one.member.empty()) return visit.text("council.member." + one.member);
    return visit.text(one.change == PaperChange::added ? "council.difference.added" : "council.difference.removed");
}

}  // namespace

html::Url paper_address(PaperId id, std::string_view rest) {
    return html::Url::checked(fmt::format("/vorlagen/{}{}", id.value, rest));
}
html::Url reading_address(ReadingId id, std::string_view rest) {
    return html::Url::checked(fmt::format("/vorlagen/eingang/{}{}", id.value, rest));
}
std::vector<web::Crumb> crumbs(web::Visit& visit) {
    return {{visit.text("council.list.title"), html::Url{"/vorlagen"}}};
}

store::Paper paper_at(web::Visit& visit) {
    auto const paper = store::find_paper(visit.reader(), visit.viewer(), visit.id<PaperId>("id"));
    if (!paper) throw web::NotFound{};
    return *paper;
}

std::vector<Consultation> facts_of(std::span<store::Step const> steps) {
    std::vector<Consultation> facts;
    for (auto const& step : steps) facts.push_back(step.facts);
    return facts;
}

std::string position_text(web::Visit& visit, std::span<Consultation const> steps) {
    if (steps.empty()) return visit.text("council.position.none");
    auto const found = position(steps);
    auto const dealt = static_cast<std::int64_t>(found.dealt), all = std::ssize(steps);
    switch (found.progress) {
        case Progress::decided: return visit.text("council.position.decided");
        case Progress::withdrawn: return visit.text("council.position.withdrawn");
        case Progress::not_begun: return visit.text("council.position.not_begun", {{"all", all}});
        case Progress::under_way: break;
    }
    if (!found.next) return visit.text("council.position.dealt", {{"dealt", dealt}, {"all", all}});
    return visit.text("council.position.under_way",
                      {{"dealt", dealt}, {"all", all}, {"next", steps[*found.next].body}});
}

std::string result_text(web::Visit& visit, ConsultationResult result) {
    return visit.text(fmt::format("council.result.{}", word(result)));
}

ui::Tone tone_of(ConsultationResult result) {
    using enum ConsultationResult;
    if (result == as_recommended) return ui::Tone::good;
    if (result == rejected || result == withdrawn) return ui::Tone::bad;
    return result == noted ? ui::Tone::info : ui::Tone::warning;
}

std::string when_and_role(web::Visit& visit, Consultation const& step) {
    auto const when = step.date ? visit.locale().day(*step.date) : visit.text("council.step.no_date");
    return step.role.empty() ? when : visit.text("council.step.when_and_role", {{"when", when}, {"role", step.role}});
}

void audience_badge(html::Writer& w, web::Visit& visit, Audience const& audience) {
    if (audience == Audience::everyone()) return;
    ui::badge(w, visit.text("council.audience." + std::string(lenkwerk::word(audience.visibility()))),
              ui::Tone::warning);
}

std::vector<ui::Choice> audience_choices(web::Visit& visit) {
    std::vector<ui::Choice> choices;
    for (auto const* audience : {"administration", "body", "public"})
        choices.push_back({audience, visit.text(std::string("council.audience.") + audience)});
    return choices;
}

Audience chosen_audience(web::Fields const& form) {
    auto const visibility = visibility_of(form.text("audience")).value_or(Visibility::administration);
    return Audience::stored(lenkwerk::word(visibility));
}

void difference_table(html::Writer& w, web::Visit& visit, std::string const& caption,
                      std::vector<PaperDifference> const& differences) {
    ui::Table table(w, {caption,
                        {{visit.text("council.difference.where")},
                         {visit.text("council.difference.what")},
                         {visit.text("council.difference.change")}}});
    for (auto const& one : differences)
        table.row([&](ui::Row& row) {
            row.text(place_text(visit, one));
            row.text(member_text(visit, one));
            row.cell([&](html::Writer& cell) {
                ui::difference(cell, visit.locale(), value_text(visit, one.member, one.before),
                               value_text(visit, one.member, one.after));
            });
        });
    table.end();
}

}  // namespace lenkwerk::council
