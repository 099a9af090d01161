#include "modules/steering/rules/overview.hpp"

#include <stdexcept>

namespace lenkwerk::steering {

std::string_view word(Form form) { return form == Form::body ? "body" : "public"; }

std::optional<Form> form_of(std::string_view text) {
    for (auto const form : kForms)
        if (word(form) == text) return form;
    return std::nullopt;
}

std::string_view word(News news) {
    switch (news) {
        case News::none: return "none";
        case News::added: return "added";
        case News::phase: return "phase";
        case News::reported: return "reported";
    }
    throw std::logic_error("unknown news");
}

std::optional<News> news_of(std::string_view text) {
    for (auto const news : {News::none, News::added, News::phase, News::reported})
        if (word(news) == text) return news;
    return std::nullopt;
}

Counts& Counts::operator+=(Counts const& more) {
    activities += more.activities, with_news += more.with_news;
    overdue += more.overdue, late += more.late, without_goal += more.without_goal;
    for (auto const& [phase, number] : more.by_phase) by_phase[phase] += number;
    return *this;
}

std::vector<Finding const*> FieldPart::findings_of(std::string_view perspective) const {
    std::vector<Finding const*> found;
    for (auto const& finding : findings)
        if (finding.perspective == perspective) found.push_back(&finding);
    return found;
}

Counts count(std::vector<Entry> const& entries) {
    Counts counts;
    for (auto const& entry : entries) {
        ++counts.activities;
        ++counts.by_phase[entry.phase];
        counts.with_news += entry.news != News::none;
        counts.overdue += entry.is_overdue();
        counts.late += entry.is_late();
        counts.without_goal += !entry.serves_goal;
    }
    return counts;
}

void sum_up(Overview& overview) {
    overview.counts = {};
    for (auto& field : overview.fields) {
        field.counts = count(field.entries);
        overview.counts += field.counts;
    }
}

}  // namespace lenkwerk::steering
