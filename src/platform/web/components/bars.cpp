#include "platform/web/components/bars.hpp"

#include <algorithm>

namespace lenkwerk::web::components {

namespace {

constexpr double kWidth = 1000;  // units of the picture

std::string_view name_of(Tone tone) {
    constexpr std::array<std::string_view, 5> kNames{"neutral", "info", "good", "warning", "bad"};
    return kNames[static_cast<std::size_t>(tone)];
}

double width_of(Bar const& bar) { return std::clamp(bar.share, 0.0, 1.0) * kWidth; }

void rectangle(html::Writer& w, double x, double width, Tone tone) {
    w.put(R"(<rect class="lw-bar lw-bar--{}" x="{}" y="0" width="{}" height="16"></rect>)", name_of(tone), x, width);
}

}  // namespace

void bars(html::Writer& w, std::string_view caption, std::vector<Bar> const& bars) {
    w.put(R"(<figure class="lw-figure"><figcaption class="lw-figure__caption">{}</figcaption><ul class="lw-bars">)",
          caption);
    for (auto const& bar : bars) {
        w.put(R"(<li class="lw-bars__row"><span class="lw-bars__label">{}</span><span class="lw-bars__value">{}</span>)"
              R"(<svg class="lw-bars__picture" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">)",
              bar.label, bar.value);
        w.put(R"(<rect class="lw-bar lw-bar--ground" x="0" y="0" width="1000" height="16"></rect>)");
        rectangle(w, 0, width_of(bar), bar.tone);
        w.put("</svg></li>");
    }
    w.put("</ul></figure>");
}

void stacked_bar(html::Writer& w, std::string_view caption, std::vector<Bar> const& parts) {
    w.put(R"(<figure class="lw-figure"><figcaption class="lw-figure__caption">{}</figcaption>)"
          R"(<svg class="lw-stack" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">)",
          caption);
    double x = 0;
    for (auto const& part : parts) {
        if (part.share <= 0) continue;
        rectangle(w, x, width_of(part), part.tone);
        x += width_of(part);
    }
    w.put(R"(</svg><ul class="lw-legend">)");
    for (auto const& part : parts)
        w.put(R"(<li class="lw-legend__entry lw-legend__entry--{}">{}: <strong>{}</strong></li>)", name_of(part.tone),
              part.label, part.value);
    w.put("</ul></figure>");
}

}  // namespace lenkwerk::web::components
