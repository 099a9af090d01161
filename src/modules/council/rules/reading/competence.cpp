#include "modules/council/rules/reading/competence.hpp"

#include "modules/council/rules/reading/text.hpp"

#include <algorithm>

namespace lenkwerk::council::reading {
namespace {

bool holds(std::string_view text, std::initializer_list<std::string_view> parts) {
    return std::ranges::any_of(parts, [&](auto part) { return text.find(part) != std::string_view::npos; });
}

std::string_view without_full_stop(std::string_view text) {
    text = trimmed(text);
    while (!text.empty() && std::string_view(".,;:").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    return trimmed(text);
}

// "…, um die Ratssitzung zu erreichen": where the reason begins in the sentence; npos: it gives none.
std::size_t reason_begin(std::string_view sentence) {
    auto found = std::string_view::npos;
    for (std::string_view connector :
         {", um ", ", weil ", ", da ", ", damit ", ", denn ", ", sodass ", ", so dass ", " wegen ", " aufgrund ",
          " auf Grund ", " infolge ", " angesichts ", " zwecks ", " – ", ": "}) {
        auto const at = sentence.find(connector);
        if (at == std::string_view::npos || !is_deviation(sentence.substr(0, at))) continue;
        auto const skip = connector[0] == ',' || connector == ": " ? 2U : connector == " – " ? 5U : 1U;
        found = std::min(found, at + skip);
    }
    return found;
}

// "Um die Ratssitzung zu erreichen, wird …" and "Aufgrund der Frist wird …": the reason stands first.
std::string_view leading_reason(std::string_view sentence) {
    auto const first = folded(words(sentence).front());
    if (!is_one_of(first, {"um", "aufgrund", "wegen", "weil", "da", "damit", "angesichts", "infolge", "auf", "zwecks"}))
        return {};
    auto end = std::string_view::npos;
    for (std::string_view verb :
         {" wird ", " weicht ", " muss ", " soll ", " ist eine Abweichung", " erfolgt ", " werden "})
        end = std::min(end, sentence.find(verb));
    // "Da die Frist läuft, wird …": the clause may hold a verb of its own, its end is the comma.
    auto const comma = sentence.find(", wird ");
    if (comma != std::string_view::npos) end = comma;
    return end == std::string_view::npos ? std::string_view() : without_full_stop(sentence.substr(0, end));
}

bool begins_reason(std::string_view sentence) {
    auto const first = folded(words(sentence).front());
    return is_one_of(first, {"grund", "begruendung:", "dies", "das", "anlass", "hintergrund", "andernfalls", "nur",
                             "ansonsten", "sonst", "hierdurch", "dadurch", "so", "ursache", "die", "damit"}) &&
           holds(folded(sentence),
                 {"grund", "erforderlich", "notwendig", "anlass", "hintergrund", "andernfalls", "nur so", "ansonsten",
                  "sonst", "dadurch", "hierdurch", "ermoeglich", "damit", "weil", "um ", "dringlich", "eilbeduerf"});
}

std::optional<std::string> reason_of(std::string_view sentence, std::string_view next) {
    auto const begin = reason_begin(sentence);
    if (begin != std::string_view::npos) return std::string(without_full_stop(sentence.substr(begin)));
    if (auto const leading = leading_reason(sentence); !leading.empty()) return std::string(leading);
    if (!next.empty() && begins_reason(next)) return std::string(without_full_stop(next));
    return std::nullopt;
}

}  // namespace

bool is_deviation(std::string_view sentence) {
    auto const text = folded(sentence);
    auto const deviates = holds(text, {"abgewichen", "abweich", "weicht"});
    auto const of_order =
        holds(text, {"gremienfolge", "beratungsfolge", "gremienreihenfolge", "beratungsreihenfolge", "gremienlauf",
                     "gremienweg", "reihenfolge der gremien", "beratungsgang", "regulaere folge", "ueblichen folge",
                     "sitzungsfolge", "gremiengang", "reihenfolge der beratung", "beratungslauf"});
    return deviates && of_order &&
           !holds(text, {"nicht abgewichen", "keine abweichung", "weicht nicht", "ohne abweichung", "nicht abweich"});
}

bool is_competence(std::string_view sentence) {
    auto const text = folded(sentence);
    return holds(text, {"zustaendig"}) && holds(text, {"§", "artikel ", "art. ", "hauptsatzung", "gemeindeordnung"});
}

std::optional<DraftDeviation> deviation_in(std::vector<SourcedSentence> const& all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!is_deviation(all[i].text)) continue;
        auto const next = i + 1 < all.size() ? std::string_view(all[i + 1].text) : std::string_view();
        return DraftDeviation{reason_of(all[i].text, next), all[i].lines};
    }
    return std::nullopt;
}

}  // namespace lenkwerk::council::reading
