// survey check: what is in the files, before anybody estimates from them; of self-selected answers all there is to say.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "commands/survey/survey.hpp"
#include "cores/survey_statistics/sentences.hpp"

namespace lenkwerk::commands::survey {
namespace {

using nlohmann::json;
using survey_statistics::RandomSurvey;
using survey_statistics::SelfSelectedSurvey;

json item_json(RandomSurvey const& survey, survey_statistics::ItemAnswers const& answers) {
    std::size_t answered = 0;
    for (std::size_t i = 0; i < answers.value.size(); ++i) {
        answered += survey.sample.weights()[i] != 0 && !survey_statistics::is_missing(answers.value[i]);
    }
    return {{"item", answers.item.name},
            {"label", answers.item.label},
            {"answered", answered},
            {"missing", survey.responded - answered}};
}

json summary(RandomSurvey const& survey) {
    auto items = json::array();
    for (auto const& answers : survey.items) items.push_back(item_json(survey, answers));
    auto factors = json::object();
    for (auto const& [name, factor] : survey.factors) factors[name] = factor.levels;
    return {{"survey", survey.title},
            {"selection", "probability"},
            {"drawn", survey.drawn},
            {"responded", survey.responded},
            {"degrees_of_freedom", survey.sample.degrees_of_freedom()},
            {"items", items},
            {"factors", factors},
            {"notes", survey.notes}};
}

json summary(SelfSelectedSurvey const& survey) {
    auto items = json::array();
    for (auto const& [item, answers] : survey.items) {
        std::vector<std::string> scale;
        std::map<std::string, std::string> labels;
        for (auto const& point : item.scale) {
            scale.push_back(point.value);
            labels[point.value] = point.label;
        }
        auto counts = json::array();
        for (auto const& [answer, count] : answers.distribution(scale)) {
            counts.push_back({{"answer", labels.contains(answer) ? labels[answer] : answer}, {"count", count}});
        }
        items.push_back({{"item", item.name}, {"label", item.label}, {"answers", counts}});
    }
    return {{"survey", survey.title},
            {"selection", "self_selected"},
            {"people", survey.people},
            {"items", items},
            {"notes", {survey_statistics::wording(survey_statistics::SelfSelectedAnswers::kWordingKey)}}};
}

void print_summary(json const& summary) {
    bool const random = summary["selection"] == "probability";
    fmt::print("{}\n", summary["survey"].get<std::string>());
    if (random)
        fmt::print("{} drawn, {} answered\n\n", summary["drawn"].get<int>(), summary["responded"].get<int>());
    else
        fmt::print("{} people answered by their own choice\n\n", summary["people"].get<int>());
    for (auto const& item : summary["items"]) {
        fmt::print("{}", item["label"].get<std::string>());
        if (random)
            fmt::print(": {} answers, {} missing\n", item["answered"].get<int>(), item["missing"].get<int>());
        else
            fmt::print("\n");
        if (random) continue;
        for (auto const& answer : item["answers"]) {
            fmt::print("  {:<30} {:>8}\n", answer["answer"].get<std::string>(), answer["count"].get<int>());
        }
    }
    fmt::print("\n");
    for (auto const& note : summary["notes"]) fmt::print("{}\n", note.get<std::string>());
}

}  // namespace

void add_check(CLI::App& parent) {
    auto options = std::make_shared<Request>();
    auto* command = parent.add_subcommand("check", "read the files and say what is in them");
    add_files(*command, *options);
    command->add_flag("--json", options->as_json, "JSON on stdout instead of text");
    command->callback([options] {
        auto const survey = load(options->description, options->answers);
        auto const found = std::visit([](auto const& part) { return summary(part); }, survey);
        options->as_json ? print(found) : print_summary(found);
    });
}

}  // namespace lenkwerk::commands::survey
