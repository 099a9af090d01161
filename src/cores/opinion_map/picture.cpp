#include "cores/opinion_map/picture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <set>
#include <tuple>

namespace lenkwerk::opinion_map {
namespace {

constexpr double kSide = 600;
constexpr double kMargin = 30;
constexpr double kTableX = 640;
constexpr int kWidth = 1120;
constexpr std::size_t kMostMarks = 2000;
constexpr double kRaster = 4;  // pixels within which marks cover one another
constexpr std::size_t kMostStatements = 3;
constexpr std::size_t kMostLetters = 52;

// Okabe and Ito's colours: told apart with every common colour blindness. The shape says it again.
constexpr std::array<char const*, 6> kColours = {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"};
constexpr std::array<char const*, 6> kShapes = {
    "<circle r=\"4\"/>",
    "<path d=\"M-4-4h8v8h-8z\"/>",
    "<path d=\"M0-5 5 4h-10z\"/>",
    "<path d=\"M0-5.500 5.500 0 0 5.500-5.500 0z\"/>",
    "<path d=\"M-5-1.500h3.500v-3.500h3v3.500h3.500v3h-3.500v3.500h-3v-3.500h-3.500z\"/>",
    "<path d=\"M0 5 5-4h-10z\"/>"};

std::string escaped(std::string_view text) {
    std::string result;
    for (char const letter : text) {
        switch (letter) {
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '&': result += "&amp;"; break;
            case '"': result += "&quot;"; break;
            default: result += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
        }
    }
    return result;
}

// The beginning of a text, cut between letters, never inside one.
std::string beginning(std::string_view text) {
    if (text.size() <= kMostLetters) return std::string(text);
    auto end = kMostLetters;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
    return std::string(text.substr(0, end)) + "…";
}

class Drawing {
public:
    Drawing(OpinionMap const& map, PictureWords const& words) : map_(map), words_(words) {
        for (auto const& point : map.positions) {
            reach_ = std::max({reach_, std::abs(point.x), std::abs(point.y)});
        }
        if (!(reach_ > 0)) reach_ = 1;
    }

    std::string drawn() {
        auto const table_height = 110 + 40.0 * static_cast<double>(map_.grouping().size()) * (2 + kMostStatements) / 2;
        auto const height = std::max(kSide + 2 * kMargin, table_height + 60);
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {:.0f}\" role=\"img\" aria-labelledby=\"t d\" "
            "font-family=\"sans-serif\" font-size=\"14\">\n",
            kWidth, height);
        add("<title id=\"t\">{}</title>\n<desc id=\"d\">{}</desc>\n", escaped(words_.title),
            escaped(words_.description));
        add("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        axes();
        marks();
        table();
        add("</svg>\n");
        return std::move(text_);
    }

private:
    template <class... Arguments> void add(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Arguments>(arguments)...);
    }
    double x_of(Point at) const { return kMargin + kSide / 2 * (1 + at.x / reach_); }
    double y_of(Point at) const { return kMargin + kSide / 2 * (1 - at.y / reach_); }

    void axes() {
        auto const middle = kMargin + kSide / 2;
        add("<path d=\"M{0} {1}V{2}M{1} {0}H{2}\" stroke=\"#bbb\"/>\n", middle, kMargin, kMargin + kSide);
    }

    // Symbols of group g; people without a group have a small grey dot.
    void mark(std::int32_t g, double x, double y) {
        if (g == kNoGroup) {
            add("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"2\" fill=\"#888\"/>\n", x, y);
            return;
        }
        auto const style = static_cast<std::size_t>(g) % kShapes.size();
        add("<g transform=\"translate({:.1f} {:.1f})\" fill=\"{}\" fill-opacity=\".7\">{}</g>\n", x, y, kColours[style],
            kShapes[style]);
    }

    void marks() {
        auto const is_crowded = map_.positions.size() > kMostMarks;
        std::set<std::tuple<std::int32_t, long, long>> places;
        for (std::size_t i = 0; i < map_.positions.size(); ++i) {
            auto const g = map_.grouping().group_of[i];
            auto x = x_of(map_.positions[i]);
            auto y = y_of(map_.positions[i]);
            if (is_crowded) {
                x = std::round(x / kRaster) * kRaster;
                y = std::round(y / kRaster) * kRaster;
                if (!places.emplace(g, std::lround(x), std::lround(y)).second) continue;
            }
            mark(g, x, y);
        }
    }

    void row(double y, std::string_view text) {
        add("<text x=\"{}\" y=\"{:.0f}\">{}</text>\n", kTableX + 24, y, escaped(text));
    }

    void table() {
        auto y = kMargin + 10;
        add("<text x=\"{}\" y=\"{:.0f}\" font-size=\"18\" font-weight=\"bold\">{}</text>\n", kTableX, y,
            escaped(words_.title));
        y += 34;
        for (std::size_t g = 0; g < map_.grouping().size(); ++g) y = group_rows(g, y);
        if (auto const& stability = map_.found.stability) {
            row(y, fmt::format("{}: {:.2f}", words_.stability, stability->mean));
            y += 24;
        }
        row(y, words_.descriptive);
    }

    double group_rows(std::size_t g, double y) {
        mark(static_cast<std::int32_t>(g), kTableX + 8, y - 5);
        add("<text x=\"{}\" y=\"{:.0f}\" font-weight=\"bold\">{} {} · {}: {}</text>\n", kTableX + 24, y,
            escaped(words_.group), escaped(map_.grouping().names[g]), escaped(words_.people),
            map_.grouping().members(g));
        auto const& stands_for = map_.representatives[g];
        for (std::size_t i = 0; i < std::min(stands_for.size(), kMostStatements); ++i) {
            auto const& one = stands_for[i];
            auto const& statement = map_.table.statements[one.statement];
            auto const& word = one.direction == Vote::agree ? words_.stands_for : words_.opposes;
            row(y += 20,
                fmt::format("{}: {}", word, beginning(statement.text.empty() ? statement.id : statement.text)));
        }
        return y + 32;
    }

    OpinionMap const& map_;
    PictureWords const& words_;
    double reach_ = 0;
    std::string text_;
};

}  // namespace

std::string picture(OpinionMap const& map, PictureWords const& words) { return Drawing(map, words).drawn(); }

}  // namespace lenkwerk::opinion_map
