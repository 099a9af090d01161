#include "marked_city.hpp"

#include "app/modules.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <set>

namespace lenkwerk::app {
namespace {

// A mark is a word, so that it survives escaping, search and CSV.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kMarks{
    {{"public", "Zmarkpublicq"},
     {"administration", "Zmarkadministrationq"},
     {"body", "Zmarkbodyq"},
     {"body:1", "Zmarkbodyoneq"},
     {"body:2", "Zmarkbodytwoq"}}};
constexpr std::array kTexts{"title", "subtitle", "text", "name", "note", "summary", "motto", "description", "reason"};

std::string token_of(std::string_view role) { return fmt::format("a session of {}", role); }

std::optional<web::SignedIn> signed_in(storage::Reader const&, std::string_view hash, Instant, Day) {
    for (auto const& [role, actor] : actors())
        if (actor.account() && web::hash_of_token(token_of(role)) == hash)
            return web::SignedIn{*actor.account(), std::string(actor.name()), actor, "de"};
    return std::nullopt;
}

// All columns of the schema, by table.
constexpr storage::SqlText kColumns{
    "SELECT m.name, c.name FROM sqlite_schema AS m, pragma_table_info(m.name) AS c WHERE m.type = 'table'",
    "SELECT c.table_name, c.column_name FROM information_schema.columns AS c JOIN pg_tables AS t "
    "ON t.schemaname = c.table_schema AND t.tablename = c.table_name WHERE c.table_schema = current_schema()"};

// What belongs to the organisations that act in the town stays public: they see their own whatever its audience.
std::string not_their_own(std::set<std::string> const& columns) {
    if (columns.contains("responsible_id")) return " WHERE responsible_id NOT IN (1, 2)";
    if (columns.contains("activity_id"))
        return " WHERE activity_id NOT IN (SELECT activity_id FROM measures_activity_versions WHERE responsible_id IN "
               "(1, 2))";
    return "";
}

std::string spread(std::string const& table, std::set<std::string> const& columns) {
    std::string audiences;
    for (std::size_t number = 0; number < kMarks.size(); ++number)
        audiences += fmt::format(" WHEN {} THEN '{}'", number, kMarks[number].first);
    // What one paper grants on one line is seen together, or not at all.
    auto const by = columns.contains("line_id") ? "line_id" : "id";
    return fmt::format("UPDATE {} SET audience = CASE {} % {}{} END{};", table, by, kMarks.size(), audiences,
                       not_their_own(columns));
}

std::string marked(std::string const& table, std::string const& column) {
    std::string marks;
    for (auto const& [audience, mark] : kMarks) marks += fmt::format(" WHEN '{}' THEN '{}'", audience, mark);
    return fmt::format("UPDATE {0} SET {1} = {1} || ' ' || CASE audience{2} END;", table, column, marks);
}

}  // namespace

std::map<std::string, access::Actor> const& actors() {
    static std::map<std::string, access::Actor> const all{
        {"visitor", town::visitor()},        {"member", town::member(1)},   {"lead", town::lead(1)},
        {"department", town::department(1)}, {"partner", town::partner(2)}, {"councillor", town::councillor(1)},
        {"office", town::office()},          {"auditor", town::auditor()},  {"administrator", town::administrator()}};
    return all;
}

std::vector<std::string> leaks(std::string const& page, Viewer const& viewer) {
    std::vector<std::string> found;
    for (auto const& [audience, mark] : kMarks)
        if (!Viewer::may_see(viewer.text(), audience) && page.find(mark) != std::string::npos)
            found.emplace_back(audience);
    return found;
}

MarkedCity::MarkedCity(town::Dialect dialect) : world_(dialect, app::modules()) {
    world_.city().authenticate_by(signed_in);
    site_ = std::make_unique<web::Site>(world_.city());
    plant();
    plant_by_forms();
    read_columns();
    mark();
}

void MarkedCity::plant() {
    SeedFolder folder{LENKWERK_SOURCE_DIR "/tests/cities/musterstadt", Day::of(2026, 11, 23)};
    folder.with_demo = true;
    world_.write(access::Actor::system("test:plant"), [&](storage::Transaction& tx) {
        for (auto const& module : world_.city().modules())
            for (auto const& seed : module.seeds) seed.plant(tx, folder);
    });
}

// What the town does not have, as people make it.
void MarkedCity::plant_by_forms() {
    auto const send = [&](std::string const& role, std::string const& form, std::string const& target,
                          web::testing::Form const& fields) {
        auto sender = browser(role);
        sender.get(form);
        auto const answer = sender.post(target, fields);
        if (answer.status != 303) throw std::runtime_error(fmt::format("{} answered {}", target, answer.status));
    };
    send("visitor", "/barrierefreiheit/rueckmeldung", "/barrierefreiheit/rueckmeldung", {{"text", "Zu klein."}});
    send("office", "/sachstandsrunden/neu", "/sachstandsrunden", {{"title", "Herbst"}, {"deadline", "2026-12-15"}});
}

void MarkedCity::read_columns() {
    world_.database().administer([&](storage::Connection& connection) {
        connection.run(kColumns, {}, [&](storage::Row const& row) { columns_[row.text(0)].insert(row.text(1)); });
    });
}

// The plan itself stays public: behind a hidden plan there would be nothing to look at.
void MarkedCity::mark() {
    world_.database().administer([&](storage::Connection& connection) {
        for (auto const& [table, columns] : columns_) {
            if (!columns.contains("audience") || !columns.contains("id")) continue;
            if (table != "plan_plans") connection.script(spread(table, columns));
            for (auto const* const text : kTexts)
                if (columns.contains(text)) connection.script(marked(table, text));
        }
    });
}

std::vector<Thing> MarkedCity::things(std::string const& name) {
    if (name.starts_with('=')) return {{name.substr(1), "public"}};
    auto const dot = name.find('.');
    auto const table = name.substr(0, dot), column = dot == std::string::npos ? "id" : name.substr(dot + 1);
    auto const& columns = columns_.at(table);
    std::string which = columns.contains("valid_to") ? " WHERE valid_to IS NULL" : " WHERE 1 = 1";
    // What stands under a topic is hidden with it: only things under public ones are as visible as they say.
    if (columns.contains("topic_id") && table != "plan_topic_versions")
        which +=
            " AND (topic_id IS NULL OR topic_id IN (SELECT topic_id FROM plan_topic_versions "
            "WHERE audience = 'public' AND valid_to IS NULL))";
    auto const owner = table == "people_organisations"      ? "id"
                       : columns.contains("responsible_id") ? "responsible_id"
                                                            : "NULL";
    auto const sql = fmt::format("SELECT {}, {}, {} FROM {}{} ORDER BY 1", column,
                                 columns.contains("audience") ? "audience" : "'public'", owner, table, which);
    std::map<std::pair<std::string, std::int64_t>, Thing> chosen;
    world_.database().administer([&](storage::Connection& connection) {
        connection.run({sql, sql}, {}, [&](storage::Row const& row) {
            Thing thing{std::to_string(row.number(0)), row.text(1), row.maybe_number(2)};
            auto const whose = std::min<std::int64_t>(thing.organisation.value_or(0), 3);
            chosen.emplace(std::pair{thing.audience, whose}, thing);
        });
    });
    std::vector<Thing> found;
    found.reserve(chosen.size());
    for (auto const& [key, thing] : chosen) found.push_back(thing);
    if (found.empty())
        throw std::runtime_error(fmt::format("the town has no row in {}: nothing would be tested", table));
    return found;
}

std::int64_t MarkedCity::events() {
    return world_.read(
        [](storage::Reader const& reader) { return reader.number("SELECT count(*) FROM audit_events"); });
}

web::testing::Browser MarkedCity::browser(std::string const& role) {
    web::testing::Browser browser{site()};
    if (role != "visitor") browser.with_session(token_of(role));
    return browser;
}

}  // namespace lenkwerk::app
