#include "cores/survey_statistics/bench/tasks.hpp"

#include <fmt/format.h>

#include <fstream>
#include <memory>
#include <random>
#include <stdexcept>

#include "cores/survey_statistics/intervals.hpp"
#include "cores/survey_statistics/tables.hpp"
#include "cores/survey_statistics/weighting.hpp"

namespace lenkwerk::survey_statistics::bench {
namespace {

template <class T> T must(Outcome<T> outcome) {
    if (!outcome) throw std::runtime_error(outcome.problems().front().key);
    return std::move(*outcome);
}

struct City {
    Factor district{{}, {}};
    Factor sex{{}, {"f", "m"}};
    Factor age;
    Factor migration{{}, {"no", "yes"}};
    std::vector<double> weight;
    std::vector<double> residents;
    std::vector<std::vector<double>> items;
};

City city(std::size_t rows, std::size_t ages, std::size_t items, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    auto const below = [&](std::size_t bound) { return random() % bound; };
    City result;
    for (int d = 1; d <= 12; ++d) result.district.levels.push_back(fmt::format("D{:02}", d));
    for (std::size_t a = 0; a < ages; ++a) result.age.levels.push_back(fmt::format("A{}", a));
    result.items.resize(items);
    for (std::size_t i = 0; i < rows; ++i) {
        auto const district = below(12);
        result.district.codes.push_back(static_cast<std::int32_t>(district));
        result.sex.codes.push_back(static_cast<std::int32_t>(below(2)));
        result.age.codes.push_back(static_cast<std::int32_t>(below(ages)));
        result.migration.codes.push_back(below(10) < 3);
        result.residents.push_back(static_cast<double>(rows) * 5 + 100 * static_cast<double>(district));
        result.weight.push_back(50 + static_cast<double>(below(1000)) / 50);
        for (auto& item : result.items) item.push_back(below(10) < 4);
    }
    return result;
}

ProbabilitySample sample(City const& data) {
    SampleDescription description{data.weight.size(), {{}}, data.weight, LonelyStratum::refuse};
    for (auto const code : data.district.codes)
        description.stages[0].stratum.push_back(static_cast<std::uint32_t>(code));
    description.stages[0].population = data.residents;
    return must(probability_sample(std::move(description)));
}

// Figures that differ from the weighted sample's by some percent, all with one sum.
Margin margin(std::string name, Factor const& factor, City const& data) {
    Margin result{std::move(name), factor, std::vector<double>(factor.levels.size())};
    double before = 0;
    for (std::size_t i = 0; i < data.weight.size(); ++i) {
        result.population[static_cast<std::size_t>(factor.codes[i])] += data.weight[i];
        before += data.weight[i];
    }
    double after = 0;
    for (std::size_t l = 0; l < result.population.size(); ++l)
        after += result.population[l] *= 1 + 0.02 * static_cast<double>(l % 4);
    for (auto& figure : result.population) figure *= before / after;
    return result;
}

std::vector<Margin> margins(City const& data) {
    return {margin("district", data.district, data), margin("sex", data.sex, data), margin("age", data.age, data),
            margin("migr", data.migration, data)};
}

void write(std::filesystem::path const& folder, City const& data) {
    std::ofstream answers(folder / "city.csv");
    answers << "district,sex,age,migr,w,N,y\n";
    for (std::size_t i = 0; i < data.weight.size(); ++i) {
        auto const level = [&](Factor const& factor) {
            return factor.levels[static_cast<std::size_t>(factor.codes[i])];
        };
        answers << fmt::format("{},{},{},{},{},{},{}\n", level(data.district), level(data.sex), level(data.age),
                               level(data.migration), data.weight[i], data.residents[i], data.items[0][i]);
    }
    for (auto const& known : margins(data)) {
        std::ofstream file(folder / (known.name + ".csv"));
        file << known.name << ",Freq\n";
        for (std::size_t l = 0; l < known.population.size(); ++l) {
            file << fmt::format("{},{:.17g}\n", known.factor.levels[l], known.population[l]);
        }
    }
}

}  // namespace

std::vector<Task> city_tasks(std::filesystem::path const& folder) {
    auto const data = std::make_shared<City const>(city(1702, 5, 1, 20240501));
    write(folder, *data);
    auto const plain = std::make_shared<ProbabilitySample const>(sample(*data));
    auto const known = std::make_shared<std::vector<Margin> const>(margins(*data));
    auto const raked = std::make_shared<ProbabilitySample const>(must(rake(*plain, *known)));
    auto const by_district = [=](ProbabilitySample const& weighted) {
        auto const grouping = crossed({data->district}, weighted.weights());
        must(domain_means(weighted, grouping, {{"y", data->items[0]}}, Covariances::variances_only));
    };
    return {
        {"rake to 4 margins", "rake(d, formulas, figures, control = list(maxit = 1000, epsilon = 1e-13))", 0.5, 200,
         [=] { must(rake(*plain, *known)); }},
        {"raked mean over 12 districts with SE", "svyby(~y, ~district, raked, svymean)", 1, 200,
         [=] { by_district(*raked); }},
        {"mean over 12 districts with SE", "svyby(~y, ~district, d, svymean)", 0, 200, [=] { by_district(*plain); }},
        {"mean with SE", "svymean(~y, d)", 0, 500, [=] { must(means(*plain, {{"y", data->items[0]}})); }},
        {"share with Korn-Graubard interval", "svyciprop(~y, d, method = 'beta')", 0, 500,
         [=] {
             auto const share = must(means(*plain, {{"y", data->items[0]}}));
             must(proportion_interval({share.values[0], share.covariance(0, 0), static_cast<double>(share.respondents),
                                       share.degrees_of_freedom},
                                      ProportionMethod::beta, 0.95));
         }},
        {"Rao-Scott test, 12 districts x 5 ages", "svychisq(~district + age, d)", 0, 50,
         [=] { must(independence(*plain, data->district, data->age, IndependenceTest::second_order)); }}};
}

std::vector<Task> large_tasks() {
    auto const data = std::make_shared<City const>(city(100'000, 6, 40, 7));
    auto const plain = std::make_shared<ProbabilitySample const>(sample(*data));
    auto const raked = std::make_shared<ProbabilitySample const>(must(rake(*plain, margins(*data))));
    auto const all_items = [=](ProbabilitySample const& weighted) {
        auto const grouping = crossed({data->district, data->age}, weighted.weights());
        for (auto const& item : data->items) {
            must(domain_means(weighted, grouping, {{"y", item}}, Covariances::variances_only));
        }
    };
    return {{"100,000 answers, 40 items x 12 districts x 6 ages", "", 2000, 1, [=] { all_items(*plain); }},
            {"the same with raked weights", "", 2000, 1, [=] { all_items(*raked); }}};
}

}  // namespace lenkwerk::survey_statistics::bench
