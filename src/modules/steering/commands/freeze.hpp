#pragma once
// Freezing: what the members saw stays as they saw it, as page and as PDF.
#include "modules/bodies/bodies.hpp"
#include "modules/steering/ids.hpp"
#include "modules/steering/rules/overview.hpp"
#include "platform/city.hpp"
#include "platform/html/value.hpp"

namespace lenkwerk::steering {

// Hears bodies.session_invited, in its transaction: keeps both forms of the overview and asks for their PDFs. Nothing for sessions
// that have no overview. Records steering.overview_frozen with the digest of the content, so that the sealed log vouches for it.
void freeze_overviews(storage::Transaction& tx, storage::Event const& invited);

// Hears redaction.performed, in its transaction: a PDF that was emptied is printed anew from the overview as it reads now.
void print_redacted_anew(storage::Transaction& tx, storage::Event const& redacted);

// A document that is to be printed: how an overview looks is the web's to say.
struct Printable {
    std::string title, foot;
    html::Fragment body;
};
using Print = std::function<Printable(Overview const&, Instant frozen_at, i18n::Locale const&)>;

// The job steering.print: the PDF of one frozen overview, in the city's language. Where the machine has no Chromium there is none;
// the page says so.
void print_overview(City& city, Job const& job, Print const& print);
// The job steering.print_missing: asks for those that could not be made, as soon as there is a Chromium.
void print_missing(City& city, Job const& job);

}  // namespace lenkwerk::steering
