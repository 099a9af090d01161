#pragma once
// The fields of the review form: a draft as form fields, and the draft that the fields make of it.
//
// Texts have their names ("title"); the things of a list are counted from 0: c0-body, c0-date, c0-role; f0-number, f0-title, f0-subtitle;
// t0-number, t0-title; b0-holder, b0-order, b0-account, b0-label, b0-from, b0-to, b0-basis, b0-amount. "c0-out" = 1 leaves one out; a row
// behind the last is a new one, if something stands in it. What is not sent stays as it was.
#include "modules/council/rules/paper_draft.hpp"
#include "platform/web/form.hpp"

#include <array>
#include <string>

namespace lenkwerk::council {

struct TextMember {
    char const* name;
    std::optional<FoundText> PaperDraft::* member;
};
// In the order of the form.
inline constexpr std::array<TextMember, 10> kTextMembers = {{
    {"number", &PaperDraft::number},
    {"title", &PaperDraft::title},
    {"division", &PaperDraft::division},
    {"urgency", &PaperDraft::urgency},
    {"draft_resolution", &PaperDraft::draft_resolution},
    {"staff", &PaperDraft::staff_effects},
    {"financial", &PaperDraft::financial_effects},
    {"climate", &PaperDraft::climate_effects},
    {"competence", &PaperDraft::competence},
    {"reasons", &PaperDraft::reasons},
}};

std::string row_field(char list, std::size_t index, std::string_view member);  // "c0-body"

void preset(web::Form& form, PaperDraft const& draft);

struct Corrected {
    PaperDraft draft;
    Problems problems;  // council.reading.day_unreadable, .year_unreadable, .amount_unreadable, each at its field
};
Corrected corrected(PaperDraft const& shown, web::Fields const& form);

// "50000,00", as the form shows an amount and as it may be typed back.
std::string typed_amount(Cents amount);

}  // namespace lenkwerk::council
