// What the administrator types: migrate, check, backup, restore, audit verify, export, jobs.
#include "command_line.hpp"
#include "platform/documents/package.hpp"
#include "platform/documents/temporary_folder.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::app {
namespace {

using storage::Database;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

class Administration : public CommandLine {
protected:
    // Past every rule, as a fault of the machine would.
    void damage(std::string_view sqlite, std::string_view postgres) const {
        Database::open(address)->administer([&](storage::Connection& connection) {
            connection.script(GetParam() == storage::Dialect::sqlite ? sqlite : postgres);
        });
    }
    std::int64_t parked_job() const {
        SystemClock const clock;
        return Database::open(address)->keep(clock, [](storage::Upkeep& upkeep) {
            return upkeep.insert(R"(
                INSERT INTO jobs (kind, payload, key, state, run_at, attempts, last_error, enqueued_at, enqueued_by)
                VALUES ('mail.send', '{}', '', 'parked', 0, 8, 'nobody answers', 0, 'test') RETURNING id)",
                                 {});
        });
    }
};
LENKWERK_ON_BOTH_DATABASES(Administration);

TEST_P(Administration, migrates_once_and_says_so) {
    EXPECT_THAT(out({"migrate"}), HasSubstr("The schema is current."));
    EXPECT_EQ(out({"migrate"}), "The schema was current.\n");
    EXPECT_EQ(out({"check"}), "Everything is whole.\n");
}

TEST_P(Administration, other_commands_refuse_an_older_schema_and_say_what_to_do) {
    auto const said = run({"check"});
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.err, HasSubstr("lenkwerk migrate"));
}

TEST_P(Administration, a_restored_backup_is_the_state_of_its_moment) {
    set_up_town();
    auto const before = everything_in(address);
    EXPECT_THAT(out({"backup", path("copy")}), HasSubstr("as it was when the command began"));
    ASSERT_EQ(run({"people", "add", "neu@stadt.example", "--name", "Neu"}).code, 0);
    auto const elsewhere = town::empty_database(GetParam());
    ASSERT_EQ(run({"restore", path("copy")}, elsewhere).code, 0);
    EXPECT_EQ(everything_in(elsewhere), before);
    EXPECT_EQ(run({"check"}, elsewhere).out, "Everything is whole.\n");
    EXPECT_EQ(run({"audit", "verify"}, elsewhere).code, 0);
    EXPECT_THAT(run({"restore", path("copy")}).err, HasSubstr("--replace"));
    EXPECT_EQ(run({"restore", path("copy"), "--replace"}).code, 0);
    EXPECT_EQ(everything_in(address), before);
}

TEST_P(Administration, check_finds_planted_damage) {
    set_up_town();
    damage(
        "PRAGMA foreign_keys = OFF; UPDATE people_grants SET account_id = 9999 WHERE id = (SELECT min(id) FROM "
        "people_grants)",
        "SET session_replication_role = replica; UPDATE people_grants SET account_id = 9999 WHERE id = (SELECT min(id) "
        "FROM people_grants)");
    auto const orphan = run({"check"});
    EXPECT_EQ(orphan.code, 1);
    EXPECT_THAT(orphan.err, ContainsRegex("people_grants.*people_accounts"));
    damage("UPDATE search_documents SET audience = 'alle'", "UPDATE search_documents SET audience = 'alle'");
    EXPECT_THAT(run({"check"}).err, HasSubstr("search_documents: no audience: alle"));
}

TEST_P(Administration, check_and_verify_find_an_event_that_somebody_changed) {
    set_up_town();
    seal();
    ASSERT_EQ(run({"audit", "verify"}).code, 0);
    damage("DROP TRIGGER audit_events_stay; UPDATE audit_events SET actor = 'account:99' WHERE id = 1",
           "ALTER TABLE audit_events DISABLE TRIGGER ALL; UPDATE audit_events SET actor = 'account:99' WHERE id = 1");
    EXPECT_EQ(run({"audit", "verify"}).code, 1);
    EXPECT_THAT(run({"check"}).err, HasSubstr("audit: "));
}

TEST_P(Administration, a_head_that_left_the_house_is_one_of_the_chain_or_not) {
    set_up_town();
    EXPECT_EQ(run({"audit", "verify", "--head", std::string(64, 'a')}).code, 1);
    EXPECT_EQ(run({"audit", "verify", "--head", "kurz"}).code, 2);
}

TEST_P(Administration, exports_the_whole_city_as_an_archive) {
    set_up_town();
    EXPECT_THAT(out({"export", path("stadt.zip")}), HasSubstr("personal data"));
    auto const bytes = documents::read_file(path("stadt.zip"));
    auto archive = documents::Package::open(bytes, std::size_t{1} << 30);
    ASSERT_TRUE(archive);
    auto const districts = nlohmann::json::parse(archive->part("tabellen/places_districts.json").value());
    EXPECT_EQ(districts.size(), 5U);
    auto const csv = archive->part("tabellen/places_districts.csv").value();
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 6);
    auto const accounts = archive->part("tabellen/people_accounts.csv").value();
    EXPECT_THAT(accounts, HasSubstr("email"));
    EXPECT_THAT(accounts, Not(HasSubstr("argon2")));
    EXPECT_TRUE(archive->part("READ-ME.txt"));
    EXPECT_THAT(run({"export", path("stadt.zip")}).err, HasSubstr("exists already"));
    EXPECT_EQ(std::filesystem::status(path("stadt.zip")).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_P(Administration, exports_lines_without_a_file) {
    set_up_town();
    EXPECT_EQ(out({"export"}), everything_in(address));
}

TEST_P(Administration, a_parked_job_is_seen_and_tried_again_or_given_up) {
    set_up_town();
    auto const job = std::to_string(parked_job());
    EXPECT_THAT(out({"jobs", "list"}), HasSubstr(job + "  mail.send  parked"));
    EXPECT_THAT(out({"jobs", "list"}), HasSubstr("nobody answers"));
    EXPECT_THAT(run({"check"}).err, HasSubstr("is parked"));
    EXPECT_EQ(run({"jobs", "retry", job}).code, 0);
    EXPECT_THAT(out({"jobs", "list"}), HasSubstr(job + "  mail.send  waiting"));
    EXPECT_THAT(run({"jobs", "drop", job}).err, HasSubstr("No job " + job + " is parked"));
    EXPECT_EQ(run({"jobs", "drop", std::to_string(parked_job())}).code, 0);
}

}  // namespace
}  // namespace lenkwerk::app
