#include "modules/steering/web/activity_table.hpp"

namespace lenkwerk::steering {
namespace {

constexpr std::array kColumns{"activity", "responsible", "phase", "period", "status"};

ui::Tone tone_of_freshness(std::string const& freshness) {
    return freshness == "due" ? ui::Tone::warning : ui::Tone::bad;
}

}  // namespace

ActivityTables::ActivityTables(html::Writer& w, i18n::Locale const& locale, Medium medium)
    : w_(w), locale_(locale), medium_(medium) {}

std::string const& ActivityTables::text(std::string const& key) {
    auto const known = texts_.find(key);
    return known != texts_.end() ? known->second : texts_.emplace(key, locale_.text(key)).first->second;
}

std::string const& ActivityTables::day(Day day) {
    auto const known = days_.find(day);
    return known != days_.end() ? known->second : days_.emplace(day, locale_.day(day)).first->second;
}

void ActivityTables::show(std::string const& caption, std::vector<Entry> const& entries) {
    w_.put(
        R"(<section class="lw-overview__scroll" aria-label="{}" tabindex="0"><table class="lw-overview"><caption>{}</caption><thead><tr>)",
        caption, caption);
    for (auto const* column : kColumns)
        w_.put(R"(<th scope="col">{}</th>)", text(std::string("steering.column.") + column));
    w_.put("</tr></thead><tbody>");
    for (auto const& entry : entries) row(entry);
    w_.put("</tbody></table></section>");
}

// On a narrow screen each cell says its column; paper is never narrow.
void ActivityTables::cell(std::string const& column) {
    if (medium_ == Medium::screen)
        w_.put(R"(<td data-column="{}">)", text(column));
    else
        w_.put("<td>");
}

void ActivityTables::row(Entry const& entry) {
    w_.put(R"(<tr><th scope="row">)");
    title(entry);
    w_.put("</th>");
    cell("steering.column.responsible");
    w_.put("{}</td>", entry.responsible);
    cell("steering.column.phase");
    w_.text(text("measures.phase." + entry.phase));
    if (!entry.phase_then.empty())
        w_.put(R"( <span class="lw-overview__then">{} {}</span>)", text("steering.entry.before"),
               text("measures.phase." + entry.phase_then));
    w_.put("</td>");
    cell("steering.column.period");
    period(entry);
    w_.put("</td>");
    cell("steering.column.status");
    status(entry);
    w_.put("</td></tr>");
}

void ActivityTables::title(Entry const& entry) {
    if (medium_ == Medium::screen) {
        if (!entry.topic.empty()) w_.put(R"(<span class="lw-overview__topic">{}</span> )", entry.topic);
        w_.put(R"(<a class="kern-link" href="/massnahmen/{}">{}</a>)", entry.id, entry.title);
    } else {
        if (!entry.topic.empty()) w_.put("{} ", entry.topic);
        w_.text(entry.title);
    }
    marks(entry);
}

// In print a mark is words alone: frames cost Chromium a third of its time, and are larger than the text that they stand in.
void ActivityTables::mark(std::string const& key, ui::Tone tone) {
    if (medium_ == Medium::paper) return w_.put(" · {}", text(key));
    w_.put(" ");
    ui::badge(w_, text(key), tone);
}

void ActivityTables::marks(Entry const& entry) {
    if (entry.news != News::none) mark("steering.news." + std::string(word(entry.news)), ui::Tone::info);
    if (entry.internal) mark("steering.entry.internal", ui::Tone::neutral);
    if (!entry.serves_goal) mark("steering.entry.without_goal", ui::Tone::neutral);
    if (entry.demo) mark("steering.entry.demo", ui::Tone::neutral);
}

void ActivityTables::period(Entry const& entry) {
    if (entry.planned_start) w_.text(day(*entry.planned_start));
    if (entry.planned_start || entry.planned_end) w_.put("–");
    if (entry.planned_end) w_.text(day(*entry.planned_end));
    if (entry.is_late()) mark("measures.lateness." + entry.lateness, ui::Tone::bad);
}

void ActivityTables::status(Entry const& entry) {
    if (!entry.status)
        w_.text(text("steering.entry.no_status"));
    else if (medium_ == Medium::screen)
        w_.put("<strong>{}</strong> {}", day(entry.status->day), entry.status->text);
    else
        w_.put("{}: {}", day(entry.status->day), entry.status->text);
    if (entry.freshness != "none" && entry.freshness != "fresh")
        mark("measures.freshness." + entry.freshness, tone_of_freshness(entry.freshness));
}

}  // namespace lenkwerk::steering
