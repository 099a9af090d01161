#pragma once
// What several pages of the council's papers share.
#include "modules/council/rules/paper_differences.hpp"
#include "modules/council/store/papers.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"
#include "platform/web/visit.hpp"

#include <span>

namespace lenkwerk::council {

inline constexpr std::string_view kNavigation = "/vorlagen";

html::Url paper_address(PaperId id, std::string_view rest = "");
html::Url reading_address(ReadingId id, std::string_view rest = "");
std::vector<web::Crumb> crumbs(web::Visit& visit);  // the list

// The paper of the address, as the viewer may see it; NotFound otherwise.
store::Paper paper_at(web::Visit& visit);

std::vector<Consultation> facts_of(std::span<store::Step const> steps);
// "Beraten: 3 von 28, als nächstes der Hauptausschuss", "Entschieden"
std::string position_text(web::Visit& visit, std::span<Consultation const> steps);
std::string result_text(web::Visit& visit, ConsultationResult result);
ui::Tone tone_of(ConsultationResult result);
// "29.11.2022 · Empfehlung"
std::string when_and_role(web::Visit& visit, Consultation const& step);
void audience_badge(html::Writer& w, web::Visit& visit, Audience const& audience);
std::vector<ui::Choice> audience_choices(web::Visit& visit);
Audience chosen_audience(web::Fields const& form);

// What differs, place by place, before and after.
void difference_table(html::Writer& w, web::Visit& visit, std::string const& caption,
                      std::vector<PaperDifference> const& differences);

}  // namespace lenkwerk::council
