#pragma once
// The sections of a council paper and the headings by which cities call them.
#include "modules/council/rules/reading/lines.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::council::reading {

enum class Section {
    preamble,       // everything before the first heading: publicity, author block
    consultations,  // Beratungsfolge
    title,          // Tagesordnungspunkt, Betreff
    draft_resolution,
    staff,
    financial,
    climate,
    reasons,
    competence,
    deviation,  // a section of its own for the deviation from the regular order
    other       // a heading that no rule reads further
};

struct Heading {
    Section section;
    std::string rest;  // "Betreff: Masterplan" has its text in the same line
};

std::optional<Heading> heading_of(Line const& line, Section current);

struct SectionLine {
    Line line;
    Section section = Section::preamble;
    bool is_heading = false;  // then `line.text` holds what stood behind the heading, if anything
    bool taken = false;       // some rule has read it
};

std::vector<SectionLine> in_sections(std::vector<Line> const& lines);

// Is the text made of nothing but the column heads of a consultation table?
bool is_consultation_head(std::string_view text);

}  // namespace lenkwerk::council::reading
