#include "cores/survey_statistics/tests/golden/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "cores/survey_statistics/display.hpp"

namespace lenkwerk::survey_statistics::golden {
namespace {

// What R prints around a result, and another package's account of its own iterations.
std::set<std::string> const kNotResults{"class", "method", "rows", "cols", "sae_package_check"};
// SE of a figure to which the weights were fitted is 0; rounding leaves this share of the figure.
constexpr double kRounding = 1e-11;

class Comparison {
public:
    explicit Comparison(double tolerance) : tolerance_(tolerance) {}

    void compare(Json const& expected, Json const& actual, std::string const& path, double floor) {
        if (expected.is_object()) return objects(expected, actual, path, floor);
        if (expected.is_array()) return arrays(expected, actual, path, floor);
        if (expected.is_number() && actual.is_number())
            return numbers(expected.get<double>(), actual.get<double>(), path, floor);
        if (expected.is_string() && actual.is_string() &&
            same_text(expected.get<std::string>(), actual.get<std::string>()))
            return;
        if (expected.is_number() && actual.is_string() && fmt::format("{}", expected.get<double>()) == actual)
            return;  // a level
        if (expected == actual || (is_undefined(expected) && actual.is_null())) return;
        found.push_back(fmt::format("{}: expected {}, computed {}", path, expected.dump(), actual.dump()));
    }

    std::vector<std::string> found;

private:
    // Decisions for which the reference has another word than we: the same class of decision.
    static bool same_text(std::string const& expected, std::string const& actual) {
        if (expected == actual) return true;
        static std::set<std::string> const kShared{"show", "suppress_small_n", "suppress_wide", "suppress_relative"};
        auto const verb = [](std::string const& text) { return text.substr(0, text.find('_')); };
        bool const decision = verb(expected) == "suppress" || verb(expected) == "review";
        // Fewer than five people are too few answers by either name.
        bool const same_class = decision && verb(expected) == verb(actual);
        return same_class && (!kShared.contains(expected) || actual == "suppress_disclosure");
    }

    void numbers(double expected, double actual, std::string const& path, double floor) {
        if (std::abs(expected - actual) <= tolerance_ * std::abs(expected) + floor) return;
        found.push_back(fmt::format("{}: expected {:.17g}, computed {:.17g}", path, expected, actual));
    }

    static bool is_undefined(Json const& value) { return value.is_null() || value == "NaN" || value == "NA"; }

    static bool is_named_list(Json const& expected, Json const& actual) {
        return expected.is_object() && actual.is_array() && expected.size() == actual.size() && !expected.empty();
    }

    void objects(Json const& expected, Json const& actual, std::string const& path, double floor) {
        if (expected.empty()) return;  // no names
        if (is_named_list(expected, actual)) {
            auto values = Json::array();
            for (auto const& value : expected) values.push_back(value);
            return arrays(values, actual, path, floor);
        }
        if (!actual.is_object()) {
            found.push_back(fmt::format("{}: expected an object, computed {}", path, actual.dump()));
            return;
        }
        for (auto const& [key, value] : expected.items()) {
            if (kNotResults.contains(key)) continue;
            auto const place = path.empty() ? key : path + "." + key;
            if (!actual.contains(key)) {
                found.push_back(place + ": not computed");
                continue;
            }
            if (key == "vcov")
                covariances(value, actual[key], place, rounding(expected));
            else
                compare(value, actual[key], place, key == "se" || key == "var" ? scale(expected) : floor);
        }
    }

    // The rounding left in a standard error, measured by the estimate.
    static double scale(Json const& holder) {
        double largest = 0;
        for (auto const* key : {"coef", "estimate"}) {
            if (!holder.contains(key) || holder[key].is_object()) continue;
            for (auto const& value : holder[key].is_array() ? holder[key] : Json::array({holder[key]})) {
                if (value.is_number()) largest = std::max(largest, std::abs(value.get<double>()));
            }
        }
        return largest * kRounding;
    }

    // The same, estimate by estimate.
    static std::vector<double> rounding(Json const& holder) {
        std::vector<double> result;
        for (auto const& value : holder["coef"]) result.push_back(std::abs(value.get<double>()) * kRounding);
        return result;
    }

    void covariances(Json const& expected, Json const& actual, std::string const& path,
                     std::vector<double> const& rounding) {
        if (expected.is_object()) return covariances(expected["values"], actual["values"], path, rounding);
        auto const size = expected.size();
        if (!actual.is_array() || actual.size() != size) {
            found.push_back(fmt::format("{}: {} rows expected", path, size));
            return;
        }
        std::vector<double> errors;
        for (std::size_t i = 0; i < size; ++i) errors.push_back(std::sqrt(std::abs(expected[i][i].get<double>())));
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t j = 0; j < size; ++j) {
                auto const floor = tolerance_ * errors[i] * errors[j] + rounding[i] * errors[j] +
                                   rounding[j] * errors[i] + rounding[i] * rounding[j];
                numbers(expected[i][j], actual[i][j], fmt::format("{}[{}][{}]", path, i, j), floor);
            }
        }
    }

    void arrays(Json const& expected, Json const& actual, std::string const& path, double floor) {
        if (!actual.is_array() || actual.size() != expected.size()) {
            if (expected.size() == 1 && !actual.is_array()) return compare(expected[0], actual, path, floor);
            found.push_back(
                fmt::format("{}: {} values expected, computed {}", path, expected.size(), actual.dump().substr(0, 80)));
            return;
        }
        for (std::size_t i = 0; i < expected.size(); ++i) {
            compare(expected[i], actual[i], fmt::format("{}[{}]", path, i), floor);
        }
    }

    double tolerance_;
};

}  // namespace

std::vector<std::string> differences(Json const& expected, Json const& actual, double tolerance) {
    Comparison comparison(tolerance);
    comparison.compare(expected, actual, "", 0);
    return comparison.found;
}

}  // namespace lenkwerk::survey_statistics::golden
