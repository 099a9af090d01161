#include "commands/sortition/report_curve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace lenkwerk::commands::sortition {
namespace {

// Units of the picture.
constexpr double kLeft = 64, kRight = 624, kTop = 16, kBottom = 260;

// The top of the axis: 1, 2 or 5 times a power of ten, at least `largest`.
double axis_top(double largest) {
    double const power = std::pow(10, std::floor(std::log10(largest)));
    for (double const step : {1.0, 2.0, 5.0, 10.0}) {
        if (step * power >= largest) return std::min(1.0, step * power);
    }
    return 1;
}

struct Scale {
    std::size_t people;
    double top;
    double x(std::size_t person) const {
        return kLeft + (kRight - kLeft) * static_cast<double>(person) / static_cast<double>(people);
    }
    double y(double chance) const { return kBottom - (kBottom - kTop) * chance / top; }
};

// One step a person; people of the same chance share one.
std::string steps(std::vector<double> const& ascending, Scale const& scale) {
    std::string points;
    for (std::size_t from = 0; from < ascending.size();) {
        std::size_t to = from;
        while (to < ascending.size() && ascending[to] - ascending[from] < 1e-9) ++to;
        double const y = scale.y(ascending[from]);
        points += fmt::format("{:.1f},{:.1f} {:.1f},{:.1f} ", scale.x(from), y, scale.x(to), y);
        from = to;
    }
    points.pop_back();
    return points;
}

void axes(html::Writer& w, i18n::Locale const& locale, Scale const& scale) {
    for (int quarter = 0; quarter <= 4; ++quarter) {
        double const chance = scale.top * quarter / 4, y = scale.y(chance);
        w.put(R"(<line class="grid" x1="{}" y1="{}" x2="{}" y2="{}"></line>)", kLeft, y, kRight, y);
        w.put(R"(<text text-anchor="end" x="{}" y="{}">{}</text>)", kLeft - 8, y + 5,
              locale.percent(chance, scale.top < 0.04 ? 2 : 1));
    }
    w.put(R"(<text text-anchor="start" x="{}" y="{}">{}</text>)", kLeft, kBottom + 22, locale.number(1));
    w.put(R"(<text text-anchor="end" x="{}" y="{}">{}</text>)", kRight, kBottom + 22,
          locale.number(static_cast<std::int64_t>(scale.people)));
    w.put(R"(<text text-anchor="middle" x="{}" y="{}">{}</text>)", (kLeft + kRight) / 2, kBottom + 40,
          locale.text("report.curve.people"));
}

}  // namespace

void chance_curve(html::Writer& w, i18n::Locale const& locale, std::vector<double> const& ascending, double equal) {
    Scale const scale{ascending.size(), axis_top(std::max(ascending.back(), equal))};
    w.put(R"(<svg class="curve" role="img" aria-labelledby="curve-title curve-description" viewBox="0 0 640 304">)"
          R"(<title id="curve-title">{}</title><desc id="curve-description">{}</desc>)",
          locale.text("report.curve.title"),
          locale.text("report.curve.description", {{"smallest", locale.percent(ascending.front(), 2)},
                                                   {"largest", locale.percent(ascending.back(), 2)},
                                                   {"equal", locale.percent(equal, 2)}}));
    axes(w, locale, scale);
    w.put(R"(<line class="equal" x1="{}" y1="{}" x2="{}" y2="{}"></line>)", kLeft, scale.y(equal), kRight,
          scale.y(equal));
    w.put(R"(<polyline class="chances" points="{}"></polyline></svg>)", steps(ascending, scale));
}

}  // namespace lenkwerk::commands::sortition
