// The columns of a regression: treatment contrasts against the first level, and products for a*b and a:b.
#include "cores/survey_statistics/tests/golden/frames.hpp"

namespace lenkwerk::survey_statistics::golden {
namespace {

Columns without_first_level(Call const& call, Tree const& term, FramePtr const& frame) {
    auto columns = expanded(call, term, frame);
    auto const value = in_frame(call, *term, frame);
    auto const* numbers = std::get_if<Numbers>(&value.is);
    if (numbers != nullptr && !numbers->truth) return columns;
    columns.names.erase(columns.names.begin());
    columns.values.erase(columns.values.begin());
    return columns;
}

Columns products(Columns const& left, Columns const& right) {
    Columns result;
    for (std::size_t b = 0; b < right.names.size(); ++b) {
        for (std::size_t a = 0; a < left.names.size(); ++a) {
            result.names.push_back(left.names[a] + ":" + right.names[b]);
            auto& values = result.values.emplace_back(left.values[a]);
            for (std::size_t i = 0; i < values.size(); ++i) values[i] *= right.values[b][i];
        }
    }
    return result;
}

void append(Columns& all, Columns const& more) {
    all.names.insert(all.names.end(), more.names.begin(), more.names.end());
    all.values.insert(all.values.end(), more.values.begin(), more.values.end());
}

}  // namespace

Columns model_columns(Call const& call, Tree const& formula, FramePtr const& frame) {
    Columns all{{"(Intercept)"}, {std::vector<double>(frame->rows, 1)}};
    Columns interactions;
    for (auto const& term : terms(formula)) {
        bool const crossing = term->kind == Node::Kind::call && (term->word == "*" || term->word == ":");
        if (!crossing) {
            if (term->kind != Node::Kind::number) append(all, without_first_level(call, term, frame));
            continue;
        }
        auto const left = without_first_level(call, term->arguments[0].value, frame);
        auto const right = without_first_level(call, term->arguments[1].value, frame);
        if (term->word == "*") {
            append(all, left);
            append(all, right);
        }
        append(interactions, products(left, right));
    }
    append(all, interactions);
    return all;
}

}  // namespace lenkwerk::survey_statistics::golden
