#pragma once
// What a council paper says, as it was read: every finding with the lines of the text it stands on.
#include "base/money.hpp"
#include "base/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lenkwerk::council {

// Numbers of source lines, from 1, ascending.
using Lines = std::vector<int>;

template <class T> struct Found {
    T value;
    Lines lines;
    bool operator==(Found const&) const = default;
};
using FoundText = Found<std::string>;

// One body of the consultation sequence. `role` is the paper's own word (Empfehlung, Beschluss, Anhörung, …).
struct DraftConsultation {
    int order = 0;  // from 1
    std::string body;
    std::optional<Day> date;  // none: the paper leaves it open
    std::string role;
    Lines lines;
    bool operator==(DraftConsultation const&) const = default;
};

struct DraftField {
    std::string number;
    std::string title;
    std::string subtitle;  // empty: none
    Lines lines;
    bool operator==(DraftField const&) const = default;
};

struct DraftTopic {
    std::string number;  // 3.3.1.1
    std::string title;
    std::string field;                  // number of its field of action
    std::optional<std::string> parent;  // number of the topic above; none at the top
    Lines lines;
    bool operator==(DraftTopic const&) const = default;
};

// Whether an amount for several years is meant for each of them or for all together: papers often do not say.
enum class Basis { per_year, total, not_stated };

struct DraftBudgetAmount {
    std::string holder;   // the office whose budget it is, "Amt 93"; empty: not said
    std::string order;    // Auftrag
    std::string account;  // Sachkonto
    std::string label;
    std::optional<int> from;  // year
    std::optional<int> to;    // year, inclusive
    Basis basis = Basis::not_stated;
    Cents amount;
    Lines lines;
    bool operator==(DraftBudgetAmount const&) const = default;
};

// The sequence of bodies differs from the regular one. Without `reason` the paper owes it.
struct DraftDeviation {
    std::optional<std::string> reason;
    Lines lines;
    bool operator==(DraftDeviation const&) const = default;
};

struct UnrecognisedLine {
    int line = 0;
    std::string text;
    bool operator==(UnrecognisedLine const&) const = default;
};

// Everything that was found. Texts are verbatim; only names and contacts of persons are left out and counted.
struct PaperDraft {
    std::optional<FoundText> number, division, title, urgency;
    std::optional<Found<Day>> date;
    std::optional<Found<bool>> is_public;
    std::optional<FoundText> draft_resolution, staff_effects, financial_effects, climate_effects, reasons, competence;
    std::vector<DraftConsultation> consultations;
    std::vector<DraftField> fields;
    std::vector<DraftTopic> topics;
    std::vector<DraftBudgetAmount> budget;
    std::optional<DraftDeviation> deviation;
    int withheld = 0;
    std::vector<UnrecognisedLine> unrecognised;
    bool operator==(PaperDraft const&) const = default;
};

}  // namespace lenkwerk::council
