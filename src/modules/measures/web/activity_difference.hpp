#pragma once
// What an activity says, in words, beside what it said before: for its history and for the look before an import.
#include "modules/measures/web/common.hpp"

namespace lenkwerk::measures {

struct Said {
    std::string title, topic, kind, responsible, collaborators, districts, goals, phase, period, audience, description;
    bool operator==(Said const&) const = default;
};
Said said_of(web::Visit& visit, ActivityDraft const& facts);
// One line for each thing that differs, the old value struck out; the description word by word.
void show_differences(html::Writer& w, web::Visit& visit, Said const& before, Said const& now);

}  // namespace lenkwerk::measures
