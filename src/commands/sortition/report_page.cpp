#include "commands/sortition/report_page.hpp"

#include <algorithm>
#include <numeric>

#include "commands/sortition/report_curve.hpp"
#include "platform/embedded.hpp"

namespace lenkwerk::commands::sortition {
namespace {

// The page brings its own looks; nothing of it is made at run time.
constexpr std::string_view kStyle =
    "<style>"
    "body{margin:0 auto;max-width:46rem;padding:1.5rem;font:1.0625rem/1.6 "
    "system-ui,sans-serif;color:#1d1f24;background:#fff}"
    "h1{font-size:1.9rem;line-height:1.25;margin:0 0 1rem}h2{font-size:1.35rem;margin:2.5rem 0 .75rem;line-height:1.3}"
    "p{margin:0 0 1rem}table{border-collapse:collapse;width:100%;margin:0 0 1rem}"
    "caption{text-align:start;font-weight:600;padding-block:.25rem .5rem}"
    "th,td{text-align:start;padding:.4rem .75rem .4rem 0;border-block-end:1px solid #c6cad2;vertical-align:top}"
    "td.number,th.number{text-align:end;font-variant-numeric:tabular-nums}"
    "dl{display:grid;grid-template-columns:minmax(12rem,auto) 1fr;gap:.25rem 1.5rem;margin:0 0 1rem}"
    "dt{font-weight:600}dd{margin:0}figure{margin:0 0 1.5rem}figcaption{color:#464b57}"
    ".curve{display:block;width:100%;height:auto}.curve text{font-size:14px;fill:#1d1f24}"
    ".curve .grid{stroke:#c6cad2;stroke-width:1}.curve .equal{stroke:#8a3d00;stroke-width:2;stroke-dasharray:6 5}"
    ".curve .chances{fill:none;stroke:#0b4f8a;stroke-width:3}"
    ".hash{font-family:ui-monospace,monospace;overflow-wrap:anywhere}"
    "@media "
    "print{body{max-width:none;padding:0;font-size:10.5pt}figure{break-inside:avoid}h2{break-after:avoid}}"
    "@page{margin:18mm 16mm}</style>";

constexpr std::string_view kGermanHead =
    "<!doctype html><html lang=\"de\"><head><meta charset=\"utf-8\">"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Bericht zum Losverfahren</title>";
constexpr std::string_view kEnglishHead =
    "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Report on the draw</title>";

class Page {
public:
    Page(ReportFacts const& facts, i18n::Locale const& locale) : facts_(facts), locale_(locale) {
        for (auto const& [id, chance] : facts.certificate.probabilities) ascending_.push_back(chance);
        std::ranges::sort(ascending_);
    }

    std::string body() && {
        w_.put("<main><h1>{}</h1>", say("report.title"));
        w_.put("<p>{}</p>", say("report.summary", {{"people", people()}, {"size", std::int64_t{size()}}}));
        how();
        chances();
        quotas();
        proof();
        if (facts_.sealed) sealed(*facts_.sealed);
        w_.put("<h2>{}</h2><p>{}</p><p>{}</p></main>", say("report.check.heading"), say("report.check.text"),
               say("report.privacy"));
        return std::move(w_).markup();
    }

private:
    std::string say(std::string_view key) const { return locale_.text(key); }
    std::string say(std::string_view key, MessageArguments const& with) const { return locale_.text(key, with); }
    int size() const { return facts_.certificate.rules.size; }
    std::int64_t people() const { return std::ssize(facts_.people.members); }
    double equal() const { return static_cast<double>(size()) / static_cast<double>(people()); }

    void how() {
        w_.put("<h2>{}</h2><p>{}</p>", say("report.how.heading"), say("report.how." + facts_.certificate.objective));
        if (facts_.certificate.rules.per_household > 0) {
            w_.put("<p>{}</p>",
                   say("report.how.household", {{"most", std::int64_t{facts_.certificate.rules.per_household}}}));
        }
    }

    void chances() {
        w_.put("<h2>{}</h2><p>{}</p>", say("report.chances.heading"),
               say("report.chances.text", {{"equal", locale_.percent(equal(), 2)}}));
        w_.put(
            "<figure>{}<figcaption>{}</figcaption></figure>",
            [&](html::Writer& w) { chance_curve(w, locale_, ascending_, equal()); }, say("report.curve.caption"));
        chances_table();
        figures();
    }

    // By tenths of the people, ascending: what the curve shows, to be read or heard.
    void chances_table() {
        w_.put(R"(<table><caption>{}</caption><thead><tr><th scope="col">{}</th><th class="number" scope="col">{}</th>)"
               R"(<th class="number" scope="col">{}</th></tr></thead><tbody>)",
               say("report.chances.table"), say("report.chances.tenth"), say("report.chances.from"),
               say("report.chances.to"));
        std::size_t const parts = std::min<std::size_t>(10, ascending_.size());
        for (std::size_t part = 0; part < parts; ++part) {
            auto const first = ascending_.size() * part / parts, last = ascending_.size() * (part + 1) / parts - 1;
            w_.put(R"(<tr><th scope="row">{}</th><td class="number">{}</td><td class="number">{}</td></tr>)",
                   say("report.chances.range", {{"first", static_cast<std::int64_t>(first + 1)},
                                                {"last", static_cast<std::int64_t>(last + 1)}}),
                   locale_.percent(ascending_[first], 2), locale_.percent(ascending_[last], 2));
        }
        w_.put("</tbody></table>");
    }

    void figures() {
        auto const fairness = core::fairness_of(ascending_);
        auto const none = std::ranges::count(ascending_, 0.0);
        w_.put("<dl><dt>{}</dt><dd>{}</dd><dt>{}</dt><dd>{}</dd>", say("report.figures.minimum"),
               locale_.percent(fairness.minimum, 2), say("report.figures.maximum"),
               locale_.percent(fairness.maximum, 2));
        w_.put("<dt>{}</dt><dd>{}</dd><dt>{}</dt><dd>{}</dd></dl>", say("report.figures.gini"),
               locale_.real(fairness.gini, 3), say("report.figures.geometric_mean"),
               locale_.percent(fairness.geometric_mean, 2));
        w_.put("<p>{}</p>", say("report.figures.none", {{"people", std::int64_t{none}}}));
    }

    void quotas() {
        auto const drawn = !facts_.panel.empty();
        w_.put(R"(<h2>{}</h2><p>{}</p><table><caption>{}</caption><thead><tr><th scope="col">{}</th>)",
               say("report.quotas.heading"), say("report.quotas.text"), say("report.quotas.table"),
               say("report.quotas.value"));
        for (auto const* key : {"report.quotas.wanted", "report.quotas.pool", "report.quotas.expected"})
            w_.put(R"(<th class="number" scope="col">{}</th>)", say(key));
        if (drawn) w_.put(R"(<th class="number" scope="col">{}</th>)", say("report.quotas.drawn"));
        w_.put("</tr></thead><tbody>");
        std::vector<std::int64_t> in_pool(facts_.quotas.rows.size()), on_panel(facts_.quotas.rows.size());
        for (auto const& person : facts_.people.members) count(person, in_pool);
        for (int const member : facts_.panel) count(facts_.people.members[static_cast<std::size_t>(member)], on_panel);
        auto const expected = expected_seats();
        for (std::size_t row = 0; row < in_pool.size(); ++row) {
            auto const& quota = facts_.quotas.rows[row];
            w_.put(R"(<tr><th scope="row">{}: {}</th><td class="number">{}</td><td class="number">{}</td>)",
                   quota.feature, quota.value,
                   say("report.quotas.range", {{"min", std::int64_t{quota.min}}, {"max", std::int64_t{quota.max}}}),
                   locale_.number(in_pool[row]));
            w_.put(R"(<td class="number">{}</td>)", locale_.real(expected[row], 1));
            if (drawn) w_.put(R"(<td class="number">{}</td>)", locale_.number(on_panel[row]));
            w_.put("</tr>");
        }
        w_.put("</tbody></table>");
    }

    static void count(core::Person const& person, std::vector<std::int64_t>& into) {
        for (int const row : person.quotas) ++into[static_cast<std::size_t>(row)];
    }

    std::vector<double> expected_seats() const {
        std::map<std::string_view, double> chance_of;
        for (auto const& [id, chance] : facts_.certificate.probabilities) chance_of[id] = chance;
        std::vector<double> seats(facts_.quotas.rows.size());
        for (auto const& person : facts_.people.members) {
            for (int const row : person.quotas) seats[static_cast<std::size_t>(row)] += chance_of[person.id];
        }
        return seats;
    }

    void proof() {
        w_.put("<h2>{}</h2><p>{}</p>", say("report.proof.heading"),
               facts_.verdict.proven ? say("report.proof.proven", {{"panels", std::int64_t{facts_.verdict.panels}}})
                                     : say("report.proof.unproven", {{"objection", facts_.verdict.objection}}));
    }

    void sealed(ReportFacts::Sealed const& lottery) {
        w_.put("<h2>{}</h2><p>{}</p>", say("report.lottery.heading"),
               say("report.lottery.text", {{"panels", std::int64_t{lottery.panels}}}));
        w_.put("<p>{}</p>", say("report.lottery.announced", {{"words", lottery.announced}}));
        w_.put(R"(<dl><dt>{}</dt><dd class="hash">{}</dd><dt>{}</dt><dd>{}</dd><dt>{}</dt><dd>{}</dd></dl>)",
               say("report.lottery.commitment"), lottery.commitment, say("report.lottery.change"),
               locale_.percent(lottery.change.largest, 3), say("report.lottery.bound"),
               locale_.percent(lottery.change.known_bound, 3));
    }

    ReportFacts const& facts_;
    i18n::Locale const& locale_;
    std::vector<double> ascending_;
    html::Writer w_;
};

}  // namespace

std::string report_page(ReportFacts const& facts, Language language) {
    bool const german = language == Language::german;
    i18n::Locale locale(german ? "de" : "en", "Europe/Berlin");
    locale.add(embedded_file(german ? "commands/sortition/de.json" : "commands/sortition/en.json"));
    std::string page(german ? kGermanHead : kEnglishHead);
    page += kStyle;
    page += "</head><body>" + Page(facts, locale).body();
    return page + "</body></html>\n";
}

}  // namespace lenkwerk::commands::sortition
