#include "cores/survey_statistics/survey.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cores/survey_statistics/survey_columns.hpp"
#include "cores/survey_statistics/survey_design.hpp"
#include "cores/survey_statistics/survey_weighting.hpp"

namespace lenkwerk::survey_statistics {
namespace {

std::string listed(auto const& entries, auto const& name_of) {
    std::string text;
    for (auto const& entry : entries) text += (text.empty() ? "" : ", ") + name_of(entry);
    return text;
}

Outcome<std::vector<std::uint8_t>> responded(AnswerColumns const& columns, SurveyDescription const& description,
                                             CsvTable const& table) {
    std::vector<std::uint8_t> answered(columns.rows(), 1);
    if (description.responded_column.empty()) return answered;
    auto const column = columns.column(description.responded_column);
    if (!column) return column.problems();
    for (std::size_t row = 0; row < answered.size(); ++row) {
        answered[row] = table.cell(row, *column) == description.responded_value;
    }
    if (std::ranges::count(answered, 1) == 0) {
        return columns.placed(refuse("survey.import.nobody_responded", description.responded_column));
    }
    return answered;
}

std::string_view name(ReplicateKind kind) {
    switch (kind) {
        case ReplicateKind::none: return "none";
        case ReplicateKind::jackknife: return "jackknife";
        case ReplicateKind::bootstrap: return "bootstrap of Rao and Wu";
        case ReplicateKind::balanced: return "balanced repeated replication";
        case ReplicateKind::given: return "given with the answers";
    }
    throw std::logic_error("unknown kind of replicates");
}

std::vector<std::string> method_notes(SurveyDescription const& description, RandomSurvey const& survey) {
    std::vector<std::string> notes;
    notes.push_back(fmt::format("{} people were drawn, {} answered ({:.1f} %).", survey.drawn, survey.responded,
                                100 * static_cast<double>(survey.responded) / static_cast<double>(survey.drawn)));
    for (auto const& step : survey.steps) {
        notes.push_back(
            fmt::format("Weights: {}; they cost a factor {:.3f} of variance (Kish).", step.what, step.effect));
    }
    notes.push_back(
        description.replicates == ReplicateKind::none
            ? "Standard errors are linearised under the design; those who did not answer count as outside "
              "of the domain."
            : fmt::format("Standard errors come from {} replicate weights ({}), each weighted by the same steps.",
                          survey.sample.replicates()->weights.columns, name(description.replicates)));
    notes.push_back("The finite population correction does not make good for those who did not answer.");
    return notes;
}

// Factors that the description names anywhere.
std::vector<std::string> factor_names(SurveyDescription const& description) {
    auto names = description.factors;
    for (auto const& name : description.weighting.nonresponse) names.push_back(name);
    std::ranges::sort(names);
    names.erase(std::ranges::unique(names).begin(), names.end());
    return names;
}

Outcome<RandomSurvey> random(SurveyDescription const& description, AnswerColumns const& columns,
                             CsvTable const& table) {
    std::map<std::string, Factor> factors;
    for (auto const& name : factor_names(description)) {
        auto factor = columns.factor(name);
        if (!factor) return factor.problems();
        factors.emplace(name, std::move(*factor));
    }
    auto drawn = sample_of(columns, description);
    if (!drawn) return drawn.problems();
    auto const answered = responded(columns, description, table);
    if (!answered) return answered.problems();
    auto weighted = weighted_survey(columns, description, factors, std::move(*drawn), *answered);
    if (!weighted) return weighted.problems();
    RandomSurvey survey{description.title,
                        {},
                        std::move(factors),
                        std::move(weighted->sample),
                        columns.rows(),
                        static_cast<std::size_t>(std::ranges::count(*answered, 1)),
                        std::move(weighted->steps),
                        {}};
    for (auto const& item : description.items) {
        auto answers = columns.answers(item);
        if (!answers) return answers.problems();
        survey.items.push_back(std::move(*answers));
    }
    survey.notes = method_notes(description, survey);
    return survey;
}

Outcome<SelfSelectedSurvey> self_selected(SurveyDescription const& description, AnswerColumns const& columns) {
    SelfSelectedSurvey survey{description.title, {}, columns.rows()};
    for (auto const& item : description.items) {
        if (auto const checked = columns.answers(item); !checked) return checked.problems();
        auto const column = columns.column(item.name);
        survey.items.emplace_back(item, SelfSelectedAnswers(columns.texts(*column)));
    }
    return survey;
}

}  // namespace

Outcome<Survey> load_survey(SurveyDescription const& description, CsvTable const& answers, std::string const& file) {
    AnswerColumns const columns(answers, description.missing, file);
    if (description.selection == Selection::self_selected) {
        auto survey = self_selected(description, columns);
        if (!survey) return survey.problems();
        return Survey(std::move(*survey));
    }
    auto survey = random(description, columns, answers);
    if (!survey) return survey.problems();
    return Survey(std::move(*survey));
}

Outcome<RandomSurvey> random_survey(Survey survey) {
    if (auto* random = std::get_if<RandomSurvey>(&survey)) return std::move(*random);
    return refuse("survey.import.self_selected");
}

Outcome<ItemAnswers> item_of(RandomSurvey const& survey, std::string const& name) {
    for (auto const& answers : survey.items) {
        if (answers.item.name == name) return answers;
    }
    auto const known = listed(survey.items, [](ItemAnswers const& answers) { return answers.item.name; });
    return refuse("survey.import.unknown_item", name, {{"known", known}});
}

Outcome<Factor> factor_of(RandomSurvey const& survey, std::string const& name) {
    if (auto const found = survey.factors.find(name); found != survey.factors.end()) return found->second;
    auto const known = listed(survey.factors, [](auto const& entry) { return entry.first; });
    return refuse("survey.import.unknown_factor", name, {{"known", known}});
}

}  // namespace lenkwerk::survey_statistics
