#include "modules/council/rules/paper_reader.hpp"

#include "modules/council/rules/paper_refusals.hpp"
#include "modules/council/rules/reading/author_block.hpp"
#include "modules/council/rules/reading/budget.hpp"
#include "modules/council/rules/reading/consultation_rows.hpp"
#include "modules/council/rules/reading/dates.hpp"
#include "modules/council/rules/reading/decoding.hpp"
#include "modules/council/rules/reading/page_headers.hpp"
#include "modules/council/rules/reading/plan_outline.hpp"
#include "modules/council/rules/reading/prose.hpp"
#include "modules/council/rules/reading/text.hpp"

#include <algorithm>
#include <set>

namespace lenkwerk::council {
namespace {

using namespace reading;

// One paper on its way from lines to findings. The order matters: a rule sees what the rules before it have left.
class PaperReader {
public:
    explicit PaperReader(Content content) : numbers_(std::move(content.numbers)), lines_(in_sections(content.lines)) {}

    PaperDraft read() {
        read_author_block();
        draft_.consultations = read_consultations(lines_);
        take_signatures(lines_, withheld_);
        draft_.budget = read_budget(lines_);
        auto outline = read_outline(lines_);
        draft_.fields = std::move(outline.fields);
        draft_.topics = std::move(outline.topics);
        read_competence();
        read_texts();
        list_unrecognised(outline.doubtful);
        leave_out_persons();
        return std::move(draft_);
    }

    // After read(): the lines that findings stand on, without the names and contacts that were recognised. The draft's own
    // count of what was left out stays as it is.
    std::vector<SourceLine> source(std::vector<Line> const& lines, std::set<int> const& numbers) {
        std::vector<SourceLine> found;
        for (auto const& line : lines)
            if (numbers.contains(line.number)) found.push_back({line.number, quoted(line.text)});
        return found;
    }

private:
    // A line without persons; beside a person a bare number is the telephone, whatever the column says.
    std::string quoted(std::string const& line) {
        auto text = withheld_.without_persons(line);
        if (text == line) return text;
        for (auto const word : words(line)) {
            auto const is_bare = word.size() >= 3 && word.find_first_not_of("0123456789/()+") == std::string::npos;
            auto const at = is_bare ? text.find(word) : std::string::npos;
            if (at != std::string::npos) text.replace(at, word.size(), "[…]");
        }
        return text;
    }
    void read_author_block() {
        auto block = reading::read_author_block(lines_, withheld_);
        draft_.number = std::move(block.number);
        draft_.division = std::move(block.division);
        draft_.urgency = std::move(block.urgency);
        draft_.date = std::move(block.date);
        draft_.is_public = std::move(block.is_public);
        for (auto& found : numbers_) {
            if (!draft_.number)
                draft_.number = std::move(found);
            else if (found.value == draft_.number->value)
                std::ranges::copy(found.lines, std::back_inserter(draft_.number->lines));
        }
    }

    // In its own section, or else in a sentence of the reasons.
    void read_competence() {
        auto const own = sentences_of(lines_, Section::competence);
        read_deviation({own, sentences_of(lines_, Section::deviation), sentences_of(lines_, Section::reasons),
                        sentences_of(lines_, Section::draft_resolution)});
        auto const stated = std::ranges::find_if(own, [](auto const& one) { return is_deviation(one.text); });
        for (auto one = own.begin(); one != own.end(); ++one) {
            if (one < stated || is_competence(one->text)) add_competence(*one);
        }
        if (draft_.competence) return;
        for (auto const& one : sentences_of(lines_, Section::reasons)) {
            if (is_competence(one.text) && !is_deviation(one.text)) return add_competence(one);
        }
    }
    void read_deviation(std::vector<std::vector<SourcedSentence>> const& places) {
        for (auto const& place : places) {
            if (!draft_.deviation) draft_.deviation = deviation_in(place);
        }
        // A section of that name is a statement in itself.
        auto const own =
            std::ranges::find_if(lines_, [](auto const& one) { return one.section == Section::deviation; });
        if (draft_.deviation || own == lines_.end()) return;
        auto const text = take_text(lines_, Section::deviation);
        draft_.deviation =
            text ? DraftDeviation{text->value, text->lines} : DraftDeviation{std::nullopt, {own->line.number}};
    }
    void add_competence(SourcedSentence const& sentence) {
        if (is_deviation(sentence.text)) return;
        if (!draft_.competence) draft_.competence = FoundText{};
        draft_.competence->value = joined(draft_.competence->value, sentence.text);
        std::ranges::copy(sentence.lines, std::back_inserter(draft_.competence->lines));
        auto& lines = draft_.competence->lines;
        lines.erase(std::ranges::unique(lines).begin(), lines.end());
    }

    void read_texts() {
        draft_.title = take_paragraph(lines_, Section::title);
        draft_.draft_resolution = take_text(lines_, Section::draft_resolution);
        draft_.staff_effects = take_text(lines_, Section::staff);
        draft_.financial_effects = take_text(lines_, Section::financial);
        draft_.climate_effects = take_text(lines_, Section::climate);
        draft_.reasons = take_text(lines_, Section::reasons);
        take_text(lines_, Section::competence);
        take_text(lines_, Section::deviation);
    }

    void list_unrecognised(std::vector<std::size_t> const& doubtful) {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            auto const& one = lines_[i];
            auto const is_doubtful = std::ranges::binary_search(doubtful, i);
            auto const is_open = !one.taken && !one.line.text.empty();
            if (is_doubtful || is_open || has_impossible_date(one))
                draft_.unrecognised.push_back({one.line.number, one.line.text});
        }
    }
    static bool has_impossible_date(SectionLine const& one) {
        if (one.section != Section::consultations || !one.taken) return false;
        auto const date = find_date(one.line.text);
        return date && !date->day;
    }

    void leave_out_persons() {
        auto const clean = [this](std::string& text) { text = withheld_.without_persons(text); };
        for (auto* text :
             {&draft_.division, &draft_.title, &draft_.urgency, &draft_.draft_resolution, &draft_.staff_effects,
              &draft_.financial_effects, &draft_.climate_effects, &draft_.reasons, &draft_.competence}) {
            if (*text) clean((*text)->value);
        }
        if (draft_.deviation && draft_.deviation->reason) clean(*draft_.deviation->reason);
        for (auto& one : draft_.consultations) clean(one.body), clean(one.role);
        for (auto& one : draft_.fields) clean(one.title), clean(one.subtitle);
        for (auto& one : draft_.topics) clean(one.title);
        for (auto& one : draft_.budget) clean(one.label), clean(one.holder);
        for (auto& one : draft_.unrecognised) clean(one.text);
        draft_.withheld = withheld_.count();
    }

    std::vector<FoundText> numbers_;
    std::vector<SectionLine> lines_;
    Withheld withheld_;
    PaperDraft draft_;
};

// A paper asks a body for something, or goes through bodies; and it has at least one more part of a paper.
bool is_paper(PaperDraft const& draft) {
    auto const asks = draft.draft_resolution.has_value() || !draft.consultations.empty();
    auto const parts = {draft.number.has_value(),
                        draft.title.has_value(),
                        draft.draft_resolution.has_value(),
                        !draft.consultations.empty(),
                        draft.reasons.has_value(),
                        draft.competence.has_value(),
                        draft.financial_effects.has_value(),
                        draft.staff_effects.has_value(),
                        draft.climate_effects.has_value(),
                        !draft.fields.empty()};
    auto const found = std::ranges::count(parts, true);
    return (asks && found >= 2) || found >= 3;
}

// The numbers of all lines that findings stand on.
std::set<int> lines_below(PaperDraft const& draft) {
    std::set<int> numbers;
    auto const add = [&](Lines const& lines) { numbers.insert(lines.begin(), lines.end()); };
    for (auto const* text :
         {&draft.number, &draft.division, &draft.title, &draft.urgency, &draft.draft_resolution, &draft.staff_effects,
          &draft.financial_effects, &draft.climate_effects, &draft.reasons, &draft.competence})
        if (*text) add((*text)->lines);
    if (draft.date) add(draft.date->lines);
    if (draft.is_public) add(draft.is_public->lines);
    if (draft.deviation) add(draft.deviation->lines);
    for (auto const& one : draft.consultations) add(one.lines);
    for (auto const& one : draft.fields) add(one.lines);
    for (auto const& one : draft.topics) add(one.lines);
    for (auto const& one : draft.budget) add(one.lines);
    return numbers;
}

}  // namespace

Outcome<PaperDraft> read_paper(std::string_view bytes) {
    auto reading = read_paper_with_source(bytes);
    if (!reading) return reading.problems();
    return std::move(reading->draft);
}

Outcome<PaperReading> read_paper_with_source(std::string_view bytes) {
    if (bytes.empty()) return file_is_empty();
    if (bytes.size() > kLargestPaper) return file_is_too_large();
    auto const text = decoded(bytes);
    if (!text) return text.problems();
    auto const lines = lines_of(*text);
    PaperReader reader(without_page_headers(lines));
    PaperReading reading{reader.read(), {}};
    if (!is_paper(reading.draft)) return file_is_not_a_paper();
    reading.source = reader.source(lines, lines_below(reading.draft));
    return reading;
}

}  // namespace lenkwerk::council
