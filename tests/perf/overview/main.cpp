// bench_overview: what the steering group's overview costs over 10,000 activities with 100,000 status reports: processor time of reading
// and writing the page, of freezing it, and the PDF. The ratio is against a bare walk over the same activities in the same run.
//
//   bench_overview [--activities 10000] [--reports 10] [--rounds 15] [--no-pdf]
#include "modules/bodies/bodies.hpp"
#include "modules/bodies/module.hpp"
#include "modules/measures/module.hpp"
#include "modules/people/module.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"
#include "modules/plan/plan.hpp"
#include "modules/steering/commands/overview.hpp"
#include "modules/steering/module.hpp"
#include "modules/steering/store/overview_json.hpp"
#include "modules/steering/web/overview_view.hpp"
#include "platform/documents/pdf.hpp"
#include "town/world.hpp"

#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <functional>

namespace lenkwerk::bench {
namespace {

struct Options {
    int activities = 10'000, reports = 10, rounds = 15;
    bool no_pdf = false;
};

Day const kToday = Day::of(2026, 11, 23);

double cpu_seconds() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

// A piece of work with what each round of it took, in milliseconds of processor time.
struct Work {
    std::string_view name;
    std::function<void()> once;
    std::vector<double> times = {};

    void measure() {
        auto const start = cpu_seconds();
        once();
        times.push_back((cpu_seconds() - start) * 1000);
    }
    double least() const { return std::ranges::min(times); }
    double middle() {
        std::ranges::nth_element(times, times.begin() + times.size() / 2);
        return times[times.size() / 2];
    }
};

plan::ImportedPlan plan_of_fifty_topics() {
    plan::ImportedPlan plan{"Plan", "", "1-26", "1-26", kToday, {}, Audience::everyone()};
    for (int field = 1; field <= 4; ++field) {
        plan.topics.push_back({std::to_string(field), "", fmt::format("Handlungsfeld {}", field), ""});
        for (int topic = 1; topic <= 12; ++topic)
            plan.topics.push_back({fmt::format("{}.{}", field, topic), std::to_string(field),
                                   fmt::format("Thema {}.{}", field, topic), ""});
    }
    return plan;
}

// Straight into the tables: what the commands would write in an hour.
std::string filling(Options const& options) {
    return fmt::format(R"(
INSERT INTO people_organisations (id, name, short_name, kind, email, version) VALUES (1, 'Ordnungsamt', '', 'administration', '', 1);
INSERT INTO measures_activities (id, plan_id, created_at, created_by, demo)
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {0}) SELECT i, 1, 1790000000000, 'account:1', 0 FROM n;
INSERT INTO measures_activity_versions (activity_id, plan_id, valid_from, valid_to, version, topic_id, title, description, kind, responsible_id, phase,
                                        planned_start, planned_end, last_report, audience, changed_by)
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {0})
    SELECT i, 1, 1790000000000, NULL, 1, (SELECT min(id) FROM plan_topics) + i % 52, 'Tätigkeit Nummer ' || i || ' zur Sicherheit im Quartier', '',
           'measure', 1, CASE i % 4 WHEN 0 THEN 'planned' WHEN 1 THEN 'done' ELSE 'running' END, '2026-01-01', '2027-03-31',
           CASE i % 3 WHEN 0 THEN '2026-05-01' WHEN 1 THEN '2026-08-10' ELSE '2026-11-01' END, CASE i % 10 WHEN 0 THEN 'administration' ELSE 'public' END,
           'account:1' FROM n;
INSERT INTO measures_status_reports (activity_id, reported_at, reported_by, day, phase, text, evidence, audience)
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {0} * {1} - 1)
    SELECT i % {0} + 1, 1790000000000 + i * 1000, 'account:1', '2026-10-01', 'running',
           'Der Schnitt an den Wegen ist fertig; zwei Stellen folgen nach der Brutzeit, die Leuchten sind bestellt und kommen im Januar.', '', 'public' FROM n;
)",
                       options.activities, options.reports);
}

struct Bench {
    explicit Bench(Options const& options)
        : world(storage::Dialect::sqlite, {people::module(), plan::module(), places::module(), measures::module(),
                                           bodies::module(), steering::module()}) {
        (void)*world.write(town::office(),
                           [](storage::Transaction& tx) { return plan::import_plan(tx, plan_of_fifty_topics()); });
        world.database().administer([&](storage::Connection& connection) {
            connection.script("BEGIN IMMEDIATE");
            connection.script(filling(options));
            connection.script(
                "INSERT INTO bodies_bodies (id, key, name, kind, wanted_sectors, wanted_perspectives, quorum_percent, "
                "version) "
                "VALUES (1, '', 'Lenkungskreis', 'steering_group', '', '', 50, 1);"
                "INSERT INTO bodies_sessions (id, body_id, kind, state, day, start_minute, minutes, place, sequence, "
                "audience, version) "
                "VALUES (1, 1, 'regular', 'held', '2026-09-10', 840, 120, 'Rathaus', 2, 'public', 3), "
                "(2, 1, 'regular', 'planned', '2026-12-10', 840, 120, 'Rathaus', 0, 'public', 1);"
                "COMMIT; ANALYZE");
        });
    }
    steering::Overview overview(steering::Form form = steering::Form::body) {
        return world.read([&](storage::Reader const& reader) {
            auto const session = bodies::session(reader, Viewer::everything(), {2}).value();
            return steering::make_overview(reader, session, form, kToday);
        });
    }
    html::Fragment page(steering::Overview const& overview) {
        return html::write([&](html::Writer& w) {
            steering::show_overview(w, world.city().locale("de"), overview, steering::Medium::screen);
        });
    }
    std::int64_t walk() {
        return world.read([](storage::Reader const& reader) {
            std::int64_t bytes = 0;
            reader.each("SELECT id, title, responsible, phase, last_report FROM measures_current_activities", {},
                        [&](storage::Row const& row) {
                            bytes += static_cast<std::int64_t>(row.text(1).size() + row.text(2).size());
                        });
            return bytes;
        });
    }
    town::World world;
};

void print_pdf(Bench& bench, steering::Overview const& overview) {
    using Watch = std::chrono::steady_clock;
    auto printable = steering::print(overview, Instant{1790000000000}, bench.world.city().locale("de"));
    auto const start = Watch::now();
    auto const result = documents::print_pdf(
        {.title = printable.title, .foot = printable.foot, .landscape = true, .body = std::move(printable.body)},
        std::chrono::seconds{600});
    auto const seconds = std::chrono::duration<double>(Watch::now() - start).count();
    if (auto const* pdf = std::get_if<documents::Pdf>(&result))
        fmt::print("{:<27}{:8.1f} s on the clock, {:.1f} MB\n", "PDF", seconds,
                   static_cast<double>(pdf->bytes.size()) / 1e6);
    else
        fmt::print("PDF                         not measured: no chromium-headless-shell\n");
}

void run(Options const& options) {
    Bench bench(options);
    auto const overview = bench.overview();
    auto const html = bench.page(overview);
    fmt::print("{} activities, {} reports, {:.1f} MB of HTML\n", overview.counts.activities,
               options.activities * options.reports, static_cast<double>(html.markup().size()) / 1e6);
    // Turn by turn, so that whatever else the machine does is spread over all of them.
    std::array works{Work{"a bare walk over them", [&] { bench.walk(); }},
                     Work{"reading the overview", [&] { bench.overview(); }},
                     Work{"writing the page", [&] { bench.page(overview); }},
                     Work{"the overview as a page", [&] { bench.page(bench.overview()); }},
                     Work{"its text when it is frozen", [&] { steering::store::json_of(overview); }}};
    for (int round = 0; round < options.rounds; ++round)
        for (auto& work : works) work.measure();
    auto const walk = works.front().middle();
    for (auto& work : works)
        fmt::print("{:<27}{:8.1f} ms of processor time ({:.1f} × the walk; least {:.1f} ms)\n", work.name,
                   work.middle(), work.middle() / walk, work.least());
    if (!options.no_pdf) print_pdf(bench, overview);
}

}  // namespace
}  // namespace lenkwerk::bench

int main(int argc, char** argv) {
    lenkwerk::bench::Options options;
    CLI::App app{"The cost of the steering group's overview"};
    app.add_option("--activities", options.activities);
    app.add_option("--reports", options.reports, "for each activity");
    app.add_option("--rounds", options.rounds);
    app.add_flag("--no-pdf", options.no_pdf);
    CLI11_PARSE(app, argc, argv);
    lenkwerk::bench::run(options);
}
