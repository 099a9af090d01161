// lenkwerk redact: a text is planted wherever the product's schema lets one stand, and stands nowhere afterwards.
#include "command_line.hpp"
#include "platform/storage/errors.hpp"

#include <fmt/format.h>

#include <fstream>

namespace lenkwerk::app {
namespace {

using storage::Bytes;
using storage::Column;
using storage::ColumnKind;
using storage::Connection;
using testing::HasSubstr;
using testing::Not;

std::string const kSecret = "Quastenflosser Ypsilon";

// The smallest PDF that pdftotext reads the secret from; in the file itself it stands in hexadecimal digits.
std::string pdf_with_secret() {
    std::string digits;
    for (char const c : kSecret) digits += fmt::format("{:02X}", static_cast<unsigned char>(c));
    auto const drawing = fmt::format("BT /F1 12 Tf 20 100 Td <{}> Tj ET", digits);
    return fmt::format(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 "
        "R>>>>>>endobj\n"
        "4 0 obj<</Length {}>>stream\n{}\nendstream endobj\n5 0 "
        "obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        "trailer<</Root 1 0 R>>\n%%EOF\n",
        drawing.size(), drawing);
}

class RedactCommand : public CommandLine {
protected:
    // Writes into one row of every column that takes it: a column whose values are listed, or that refers elsewhere, refuses.
    int plant_everywhere() const {
        int planted = 0;
        storage::Database::open(address)->administer([&](Connection& connection) {
            connection.begin(storage::Access::write);
            for (auto const& column : storage::columns_of(connection))
                if (is_open(column) && plant(connection, column)) ++planted;
            connection.commit();
        });
        return planted;
    }

    // The log has rules of its own (a reason goes in through a command), and words that a program checks are nobody's text.
    static bool is_open(Column const& column) {
        return column.name != "audience" && column.table != "migrations" && !column.table.starts_with("audit_");
    }
    void say_why() const {
        SystemClock const clock;
        storage::Database::open(address)->write(access::Actor::system("test"), clock, [](storage::Transaction& tx) {
            tx.record({"people.account_edited", {"account", 1}, "{}", "weil " + kSecret + " es wollte"});
        });
        seal();
    }

    // An overview that was frozen with the secret in it, and its PDF.
    void freeze_overview() const {
        storage::Database::open(address)->administer([&](Connection& connection) {
            connection.begin(storage::Access::write);
            auto const overview = fmt::format(
                "INSERT INTO steering_overviews (session_id, body_id, form, frozen_at, frozen_by, content, digest) "
                "SELECT id, body_id, 'body', 1790000000000, 'account:1', '{{\"plan\":\"{}\"}}', '' FROM "
                "bodies_sessions "
                "ORDER BY id LIMIT 1",
                kSecret);
            std::string const document =
                "INSERT INTO steering_documents (overview_id, made_at, content) SELECT id, 1790000000000, $1 FROM "
                "steering_overviews";
            EXPECT_EQ(connection.run({overview, overview}, {}, {}), 1);
            EXPECT_EQ(connection.run({document, document}, {Bytes{pdf_with_secret()}}, {}), 1);
            connection.commit();
        });
    }
    std::int64_t number(storage::ReadSql sql) const {
        return storage::Database::open(address)->read(
            [&](storage::Reader const& reader) { return reader.number(sql); });
    }

    bool plant(Connection& connection, Column const& column) const {
        if (column.kind == ColumnKind::number || column.kind == ColumnKind::real) return false;
        auto const row = GetParam() == storage::Dialect::sqlite ? "rowid" : "ctid";
        auto const value = column.kind == ColumnKind::text ? fmt::format("\"{}\" || $1", column.name) : "$1";
        auto const sql = fmt::format(R"(UPDATE "{0}" SET "{1}" = {2} WHERE {3} = (SELECT min({3}) FROM "{0}"))",
                                     column.table, column.name, value, row);
        connection.script("SAVEPOINT planting");
        try {
            auto const changed = column.kind == ColumnKind::text
                                     ? connection.run({sql, sql}, {" " + kSecret}, {})
                                     : connection.run({sql, sql}, {Bytes{pdf_with_secret()}}, {});
            connection.script("RELEASE planting");
            return changed == 1;
        } catch (storage::DatabaseError const&) {
            connection.script("ROLLBACK TO planting");
            return false;
        }
    }

    std::string redact(std::string const& text) const {
        return out({"redact", "--text", text, "--reason", "Einspruch der genannten Person"});
    }
};
LENKWERK_ON_BOTH_DATABASES(RedactCommand);

TEST_P(RedactCommand, leaves_a_text_in_no_table_no_index_and_no_file) {
    set_up_town();
    freeze_overview();
    EXPECT_GE(plant_everywhere(), 40);
    say_why();
    ASSERT_EQ(run({"audit", "verify"}).code, 0);
    ASSERT_THAT(everything_in(address), HasSubstr(kSecret));
    EXPECT_THAT(redact(kSecret), HasSubstr("Backups that were made before still hold it"));
    auto const all = everything_in(address);
    EXPECT_THAT(all, Not(HasSubstr("Ypsilon")));
    EXPECT_THAT(all, Not(HasSubstr("JVBERi0xLjQ"))) << "a PDF that held it is still there";
    EXPECT_THAT(all, HasSubstr("Einspruch der genannten Person"));
    seal();
    EXPECT_EQ(run({"audit", "verify"}).code, 0);
}

TEST_P(RedactCommand, lets_a_frozen_overview_be_printed_anew) {
    set_up_town();
    freeze_overview();
    auto const before = number("SELECT count(*) FROM jobs WHERE kind = 'steering.print'");
    EXPECT_THAT(redact(kSecret), HasSubstr("files emptied: 1"));
    EXPECT_EQ(number("SELECT count(*) FROM steering_documents"), 0) << "an empty PDF would be handed out";
    EXPECT_EQ(number("SELECT count(*) FROM jobs WHERE kind = 'steering.print'"), before + 1);
}

TEST_P(RedactCommand, leaves_no_byte_of_it_in_the_files_of_sqlite) {
    if (GetParam() != storage::Dialect::sqlite) GTEST_SKIP() << "PostgreSQL's files belong to its server";
    set_up_town();
    plant_everywhere();
    redact(kSecret);
    auto const file = address.substr(std::string_view("sqlite:").size());
    for (auto const* part : {"", "-wal"}) {
        std::ifstream stream{file + part, std::ios::binary};
        std::string const bytes{std::istreambuf_iterator<char>{stream}, {}};
        EXPECT_THAT(bytes, Not(HasSubstr("Ypsilon")));
        EXPECT_THAT(bytes, Not(HasSubstr("ypsilon")));
    }
}

TEST_P(RedactCommand, of_a_subject_takes_what_was_said_about_it) {
    set_up_town();
    EXPECT_THAT(out({"redact", "--subject", "organisation:1", "--reason", "Einspruch"}),
                HasSubstr("reasons in the log"));
    EXPECT_THAT(run({"redact", "--subject", "organisation", "--reason", "x"}).err, HasSubstr("contribution:7"));
    EXPECT_THAT(run({"redact", "--reason", "x"}).err, HasSubstr("either --text or --subject"));
}

TEST_P(RedactCommand, refuses_a_text_that_stands_in_much_else) {
    set_up_town();
    EXPECT_THAT(run({"redact", "--text", "der", "--reason", "x"}).err, HasSubstr("zu kurz"));
    EXPECT_THAT(run({"redact", "--text", kSecret, "--reason", kSecret}).err, HasSubstr("wiederholt"));
}

}  // namespace
}  // namespace lenkwerk::app
