#pragma once
// How an overview looks: on the page and on paper the same, but for links.
#include "modules/steering/commands/freeze.hpp"
#include "platform/html/writer.hpp"

namespace lenkwerk::steering {

enum class Medium { screen, paper };

void show_overview(html::Writer& w, i18n::Locale const& locale, Overview const& overview, Medium medium);

std::string title_of(Overview const& overview, i18n::Locale const& locale);
std::string form_name(Form form, i18n::Locale const& locale);
documents::PrintDocument print(Overview const& overview, Instant frozen_at, i18n::Locale const& locale);

}  // namespace lenkwerk::steering
