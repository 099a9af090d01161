#pragma once
// The consultation sequence (Beratungsfolge): which body deals with the paper, when, and in what role.
#include "modules/council/rules/paper_draft.hpp"
#include "modules/council/rules/reading/lines.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace lenkwerk::council::reading {

struct SectionLine;

// Beschluss, Empfehlung, Kenntnisnahme, "zur Anhörung", "Vorberatung/Empfehlung": a word for what a body does with a paper.
bool is_role(std::string_view text);

enum class RowContext {
    in_table,  // below the heading: a row may lack its date or have an unknown role
    anywhere   // elsewhere only columns with a date and a known role are a row
};

std::optional<DraftConsultation> find_consultation(Line const& line, RowContext context);

// Reads all rows, wrapped names of bodies included, and marks what it has read. Numbers them from 1.
std::vector<DraftConsultation> read_consultations(std::vector<SectionLine>& lines);

}  // namespace lenkwerk::council::reading
