#pragma once
// What several pages of the budget share: how an amount reads, tables of amounts, and what is said in place of a sum.
#include "modules/budget/store/amounts.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"
#include "platform/web/visit.hpp"

#include <span>

namespace lenkwerk::budget {

inline constexpr std::string_view kNavigation = "/haushalt";

html::Url line_address(LineId id);
// "93013101 0004 · 541710", or the label where the paper names neither.
std::string line_name(LineFacts const& line);
std::string period_text(web::Visit& visit, AmountFacts const& amount);
std::string basis_text(web::Visit& visit, Basis basis);

enum class Show { line, source };  // the column that tells the rows apart
void amount_table(html::Writer& w, web::Visit& visit, std::string const& caption,
                  std::span<store::Amount const> amounts, Show show);
// The sum, or the sentence why there is none.
void sum_line(html::Writer& w, web::Visit& visit, std::span<store::Amount const> amounts);

}  // namespace lenkwerk::budget
