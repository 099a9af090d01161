#pragma once
// The report of a draw as one page that needs nothing else: no script, no second file, printable, readable by ear.
#include <optional>
#include <string>

#include "cores/sortition/lottery/public_lottery.hpp"
#include "cores/sortition/proof/certificate.hpp"
#include "cores/sortition/proof/verify.hpp"
#include "cores/sortition/select.hpp"

namespace lenkwerk::commands::sortition {

namespace core = lenkwerk::sortition;

// Nobody is named in a report: it holds counts and chances only.
struct ReportFacts {
    core::proof::Certificate const& certificate;
    core::proof::Verdict verdict;
    core::People const& people;
    core::Quotas const& quotas;
    std::vector<int> panel = {};  // as drawn; empty: not drawn yet
    struct Sealed {
        std::string commitment;  // 64 hexadecimal digits
        std::string announced;   // where and when the randomness is drawn
        int panels = 0;
        core::lottery::RoundingChange change;
    };
    std::optional<Sealed> sealed = {};
};

enum class Language { german, english };

std::string report_page(ReportFacts const& facts, Language language);

}  // namespace lenkwerk::commands::sortition
