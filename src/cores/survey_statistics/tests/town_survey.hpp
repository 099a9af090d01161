#pragma once
// A small invented survey: three districts, two ages, one item with a scale and one number; some did not answer.
#include <fmt/format.h>

#include <string>

namespace lenkwerk::survey_statistics::fixture {

inline constexpr char const* kDescription = R"({
  "title": "Feeling safe in Musterstadt",
  "design": {"stages": [{"stratum": "district", "population": "residents"}], "weights": "weight"},
  "responded": {"column": "answered", "value": "1"},
  "items": [
    {"name": "night", "label": "Safe at night", "scale": {"1": "very safe", "2": "safe", "3": "unsafe", "4": "very unsafe", "5": "do not know"},
     "not_counted": ["5"], "share": ["3", "4"]},
    {"name": "worry", "label": "Worry, 0 to 100"}],
  "factors": ["district", "age", "wave"],
  "weighting": {"nonresponse": ["district"], "margins": {"district": {"East": 4000, "North": 5000, "West": 3000}, "age": {"old": 5000, "young": 7000}}}
})";

// 360 people drawn, 40 of each combination of district, age and wave; every tenth did not answer.
inline std::string answers() {
    std::string text = "district,residents,weight,answered,age,wave,night,worry\n";
    constexpr char const* kDistricts[] = {"North", "East", "West"};
    constexpr int kResidents[] = {5000, 4000, 3000};
    for (int i = 0; i < 360; ++i) {
        auto const district = i % 3;
        bool const answered = i % 10 != 0;
        text +=
            fmt::format("{},{},{},{},{},{},", kDistricts[district], kResidents[district], kResidents[district] / 120.0,
                        answered ? 1 : 0, (i / 3) % 2 == 0 ? "young" : "old", (i / 6) % 2 == 0 ? "t1" : "t2");
        text += answered ? fmt::format("{},{}\n", 1 + (i * 7 + district) % 5, (i * 37) % 101) : std::string(",\n");
    }
    return text;
}

inline std::string replaced(std::string text, std::string const& from, std::string const& to) {
    auto const place = text.find(from);
    if (place == std::string::npos) throw std::logic_error("not in the fixture: " + from);
    return text.replace(place, from.size(), to);
}

}  // namespace lenkwerk::survey_statistics::fixture
