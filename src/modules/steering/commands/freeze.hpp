#pragma once
// Freezing: what the members saw stays as they saw it, as page and as PDF.
#include "modules/bodies/bodies.hpp"
#include "modules/steering/ids.hpp"
#include "modules/steering/rules/overview.hpp"
#include "platform/city.hpp"
#include "platform/documents/pdf.hpp"

namespace lenkwerk::steering {

// Hears bodies.session_invited, in its transaction: keeps both forms of the overview and asks for their PDFs. Nothing for sessions
// that have no overview. Records steering.overview_frozen with the digest of the content, so that the sealed log vouches for it.
void freeze_overviews(storage::Transaction& tx, storage::Event const& invited);

// Hears redaction.performed, in its transaction: a PDF that was emptied is printed anew from the overview as it reads now.
void print_redacted_anew(storage::Transaction& tx, storage::Event const& redacted);

// How an overview looks on paper is the web's to say.
using Print = std::function<documents::PrintDocument(Overview const&, Instant frozen_at, i18n::Locale const&)>;

// The kind of the job that prints an overview, and its key: how far it is, is asked by them.
inline constexpr std::string_view kPrintJob = "steering.print";
std::string print_key(OverviewId id);
// The job steering.print: the PDF of one frozen overview, in the city's language. Where the machine has no Chromium there is none;
// the page says so.
void print_overview(City& city, Job const& job, Print const& print);
// The job steering.print_missing: asks for those that could not be made, as soon as there is a Chromium.
void print_missing(City& city, Job const& job);

}  // namespace lenkwerk::steering
