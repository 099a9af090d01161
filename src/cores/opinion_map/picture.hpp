#pragma once
// A map as a picture (SVG) with its table beside it, readable without colours and by a screen reader.
#include <string>

#include "cores/opinion_map/map.hpp"

namespace lenkwerk::opinion_map {

// The words in the picture, so that a page can say them in the reader's language.
struct PictureWords {
    std::string title = "Opinion map";
    std::string description =
        "Each mark is a participant; people who vote alike stand close together. Colour and shape show the group.";
    std::string group = "Group";
    std::string people = "People";
    std::string stands_for = "Agrees with";
    std::string opposes = "Rejects";
    std::string ungrouped = "no group";
    std::string stability = "Stability of the groups found";
    std::string descriptive = "Descriptive only, no test and no estimate for a population.";
};

// Where there are more than 2,000 participants, those who would cover one another are drawn as one mark.
std::string picture(OpinionMap const& map, PictureWords const& words);

}  // namespace lenkwerk::opinion_map
