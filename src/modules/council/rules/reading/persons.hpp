#pragma once
// Names and contacts of persons: recognised so that they can be left out and counted.
#include "modules/council/rules/reading/headings.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::council::reading {

// "Dr. Erika Muster", "StR Max von Muster": two to four capitalised words (particles apart) that name no office.
bool is_person(std::string_view text);

// "Oberbürgermeister", "Stadtdirektor/Stadtkämmerer", "Geschäftsführerin der": what stands below a signature.
bool is_office_title(std::string_view text);

// What was recognised and is not to be stored.
class Withheld {
public:
    // Names from an author block or a signature; several are parted by a comma, a semicolon or "und".
    void person(std::string_view text);
    void contact() { ++count_; }

    int count() const { return count_; }

    // The text without e-mail addresses, telephone numbers, "Frau Muster" and the names already recognised: "[…]" stands instead.
    std::string without_persons(std::string_view text);

private:
    int count_ = 0;
    std::set<std::string> names_;
};

// The signatures below the effects or at the end: takes their lines and counts the names.
void take_signatures(std::vector<SectionLine>& lines, Withheld& withheld);

}  // namespace lenkwerk::council::reading
