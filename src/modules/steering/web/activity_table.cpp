#include "modules/steering/web/activity_table.hpp"

#include "platform/web/components/components.hpp"

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

void ActivityTables::row(Entry const& entry) {
    w_.put(R"(<tr><th scope="row">)");
    title(entry);
    w_.put(R"(</th><td data-column="{}">{}</td><td data-column="{}">{})", text("steering.column.responsible"),
           entry.responsible, text("steering.column.phase"), text("measures.phase." + entry.phase));
    if (!entry.phase_then.empty())
        w_.put(R"( <span class="lw-overview__then">{} {}</span>)", text("steering.entry.before"),
               text("measures.phase." + entry.phase_then));
    w_.put(R"(</td><td data-column="{}">)", text("steering.column.period"));
    period(entry);
    w_.put(R"(</td><td data-column="{}">)", text("steering.column.status"));
    status(entry);
    w_.put("</td></tr>");
}

void ActivityTables::title(Entry const& entry) {
    if (!entry.topic.empty()) w_.put(R"(<span class="lw-overview__topic">{}</span> )", entry.topic);
    if (medium_ == Medium::screen)
        w_.put(R"(<a class="kern-link" href="/massnahmen/{}">{}</a>)", entry.id, entry.title);
    else
        w_.text(entry.title);
    marks(entry);
}

void ActivityTables::marks(Entry const& entry) {
    auto const mark = [&](std::string const& key, ui::Tone tone) {
        w_.put(" ");
        ui::badge(w_, text(key), tone);
    };
    if (entry.news != News::none) mark("steering.news." + std::string(word(entry.news)), ui::Tone::info);
    if (entry.internal) mark("steering.entry.internal", ui::Tone::neutral);
    if (!entry.serves_goal) mark("steering.entry.without_goal", ui::Tone::neutral);
    if (entry.demo) mark("steering.entry.demo", ui::Tone::neutral);
}

void ActivityTables::period(Entry const& entry) {
    if (entry.planned_start) w_.text(day(*entry.planned_start));
    if (entry.planned_start || entry.planned_end) w_.put("–");
    if (entry.planned_end) w_.text(day(*entry.planned_end));
    if (!entry.is_late()) return;
    w_.put(" ");
    ui::badge(w_, text("measures.lateness." + entry.lateness), ui::Tone::bad);
}

void ActivityTables::status(Entry const& entry) {
    if (entry.status)
        w_.put("<strong>{}</strong> {}", day(entry.status->day), entry.status->text);
    else
        w_.text(text("steering.entry.no_status"));
    if (entry.freshness == "none" || entry.freshness == "fresh") return;
    w_.put(" ");
    ui::badge(w_, text("measures.freshness." + entry.freshness), tone_of_freshness(entry.freshness));
}

}  // namespace lenkwerk::steering
