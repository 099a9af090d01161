#include "modules/council/tests/paper_disturbances.hpp"

#include "base/text.hpp"

#include <array>
#include <utility>

namespace lenkwerk::council {
namespace {

constexpr std::string_view kDigits = "0123456789";

constexpr auto kSigns = std::to_array<std::pair<std::string_view, char>>({{"€", '\x80'},
                                                                          {"‚", '\x82'},
                                                                          {"„", '\x84'},
                                                                          {"…", '\x85'},
                                                                          {"‘", '\x91'},
                                                                          {"’", '\x92'},
                                                                          {"“", '\x93'},
                                                                          {"”", '\x94'},
                                                                          {"•", '\x95'},
                                                                          {"–", '\x96'},
                                                                          {"—", '\x97'}});

}  // namespace

std::vector<std::string> const kPageHeaders = {
    "\nFortsetzung der Vorlage:\n\nDrucksache-Nr.:\tSeite\n0417-24\t3\n",
    "Fortsetzung der Vorlage:\n\nDrucksache-Nr.:\n\n0417-24\n\nSeite\n\n8\n",
    "Fortsetzung der Vorlage: 0417-24 Seite 4",
    "\fFortsetzung der Vorlage:\nDrucksachen-Nr.: 0417-24      Seite: 5",
    "Drucksache-Nr.: 0417-24 – Seite 2 von 8",
    "Seite 3 von 9",
    "- 3 -",
};

std::vector<std::string> lines_of_text(std::string_view text) {
    std::vector<std::string> lines;
    for (auto line : text::split(text, '\n')) lines.emplace_back(line);
    return lines;
}

std::string text_of_lines(std::vector<std::string> const& lines, std::string_view line_end) {
    std::string text;
    for (auto const& line : lines) text.append(line).append(line_end);
    return text;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string in_windows1252(std::string_view utf8) {
    std::string out;
    for (std::size_t at = 0; at < utf8.size();) {
        auto const sign =
            std::ranges::find_if(kSigns, [&](auto const& one) { return utf8.substr(at).starts_with(one.first); });
        auto const lead = static_cast<unsigned char>(utf8[at]);
        if (sign != kSigns.end()) {
            out += sign->second;
            at += sign->first.size();
        } else if (lead == 0xC2 || lead == 0xC3) {
            out += static_cast<char>((lead == 0xC3 ? 0x40 : 0) + static_cast<unsigned char>(utf8[at + 1]));
            at += 2;
        } else if (lead < 0x80) {
            out += utf8[at++];
        } else {
            out += '?';
            at += lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        }
    }
    return out;
}

std::string with_bullets(std::string_view text, std::string_view bullet) {
    auto lines = lines_of_text(text);
    for (auto& line : lines) {
        auto const dash = line.find_first_not_of(' ');
        if (dash == std::string::npos || line.compare(dash, 2, "- ") != 0) continue;
        if (kDigits.find(line[dash + 2]) != std::string_view::npos) line.replace(dash, 2, bullet);
    }
    return text_of_lines(lines);
}

PaperDraft only_what_is_said(PaperDraft draft) {
    for (auto* text :
         {&draft.number, &draft.division, &draft.title, &draft.urgency, &draft.draft_resolution, &draft.staff_effects,
          &draft.financial_effects, &draft.climate_effects, &draft.reasons, &draft.competence}) {
        if (*text) *text = FoundText{text::squeeze((*text)->value), {}};
    }
    if (draft.date) draft.date->lines.clear();
    if (draft.is_public) draft.is_public->lines.clear();
    if (draft.deviation) draft.deviation->lines.clear();
    for (auto& one : draft.consultations) one.lines.clear();
    for (auto& one : draft.fields) one.lines.clear();
    for (auto& one : draft.topics) one.lines.clear();
    for (auto& one : draft.budget) one.lines.clear();
    for (auto& one : draft.unrecognised) one.line = 0;
    return draft;
}

}  // namespace lenkwerk::council
