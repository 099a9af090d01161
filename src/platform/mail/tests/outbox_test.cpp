#include "platform/mail/outbox.hpp"

#include "platform/jobs/runner.hpp"
#include "platform/log/log.hpp"
#include "platform/mail/smtp.hpp"
#include "town/world.hpp"

#include <cstdlib>
#include <filesystem>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

namespace lenkwerk::mail {
namespace {

std::string const kPackages = LENKWERK_SOURCE_DIR "/tests/journeys";

bool has_server() { return std::filesystem::exists(kPackages + "/node_modules/smtp-server"); }

// tests/smtp_server.mjs, running as long as this lives.
class Server {
public:
    explicit Server(std::vector<std::string> more = {}) {
        std::array<int, 2> in{}, out{};
        if (::pipe(in.data()) != 0 || ::pipe(out.data()) != 0) throw std::runtime_error("pipe");
        std::vector<std::string> words{"node", LENKWERK_SOURCE_DIR "/src/platform/mail/tests/smtp_server.mjs",
                                       kPackages};
        words.insert(words.end(), more.begin(), more.end());
        std::vector<char*> arguments;
        for (auto& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        child_ = ::fork();
        if (child_ == 0) {
            ::dup2(in[0], 0), ::dup2(out[1], 1);
            ::close(in[1]), ::close(out[0]);
            ::execvp("node", arguments.data());
            ::_exit(127);
        }
        ::close(in[0]), ::close(out[1]);
        hold_ = in[1];
        said_ = ::fdopen(out[0], "r");
        port_ = line();
    }
    ~Server() {
        ::close(hold_);
        ::kill(child_, SIGTERM);
        ::waitpid(child_, nullptr, 0);
        std::fclose(said_);
    }
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    std::string url(std::string const& options) const { return "smtp://127.0.0.1:" + port_ + options; }
    nlohmann::json mail() { return nlohmann::json::parse(line()); }

private:
    std::string line() {
        std::string text;
        for (int c = std::fgetc(said_); c != '\n' && c != EOF; c = std::fgetc(said_)) text += static_cast<char>(c);
        return text;
    }
    pid_t child_ = 0;
    int hold_ = 0;
    std::FILE* said_ = nullptr;
    std::string port_;
};

TEST(Smtp, hands_over_what_was_written) {
    if (!has_server()) GTEST_SKIP() << "npm's smtp-server is missing (bin/setup): mail is NOT tested on this machine";
    Server server;
    deliver(smtp_server(server.url("?tls=none"), "plan", "geheim"), "plan@stadt.example", "a@verein.example",
            "Subject: x\r\n\r\n.Punkt\r\nEnde\r\n");
    auto const mail = server.mail();
    EXPECT_EQ(mail["from"], "plan@stadt.example");
    EXPECT_EQ(mail["to"], nlohmann::json::array({"a@verein.example"}));
    EXPECT_EQ(mail["user"], "plan");
    EXPECT_EQ(mail["text"], "Subject: x\r\n\r\n.Punkt\r\nEnde\r\n");
}

TEST(Smtp, tells_a_no_for_good_from_a_no_for_now) {
    if (!has_server()) GTEST_SKIP() << "npm's smtp-server is missing (bin/setup): mail is NOT tested on this machine";
    Server server;
    auto const plain = smtp_server(server.url("?tls=none"));
    EXPECT_THROW(deliver(plain, "p@s.example", "x@refused.example", "\r\n"), MailRefused);
    auto const fails_for_now = [](SmtpServer const& at, std::string const& to) {
        try {
            deliver(at, "p@s.example", to, "\r\n");
        } catch (MailRefused const&) {
            return false;
        } catch (std::runtime_error const& error) {
            return std::string_view(error.what()).find('@') == std::string_view::npos;
        }
        return false;
    };
    EXPECT_TRUE(fails_for_now(plain, "x@busy.example"));
    EXPECT_TRUE(fails_for_now(smtp_server("smtp://127.0.0.1:1?tls=none"), "x@y.example"));
    EXPECT_TRUE(fails_for_now(smtp_server(server.url("?tls=none"), "plan", "falsch"), "x@y.example"));
    EXPECT_TRUE(fails_for_now(smtp_server(server.url("")), "x@y.example")) << "a server without TLS gets nothing";
}

TEST(Smtp, believes_only_certificates_that_it_may) {
    if (!has_server()) GTEST_SKIP() << "npm's smtp-server is missing (bin/setup): mail is NOT tested on this machine";
    auto const folder = testing::TempDir();
    auto const key = folder + "lenkwerk_smtp.key", certificate = folder + "lenkwerk_smtp.pem";
    auto const made =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1 -addext "
        "subjectAltName=IP:127.0.0.1 -keyout " +
        key + " -out " + certificate + " 2>/dev/null";
    if (std::system(made.c_str()) != 0) GTEST_SKIP() << "no openssl: TLS of mail is NOT tested on this machine";
    Server server({"starttls", key, certificate});
    EXPECT_THROW(deliver(smtp_server(server.url("")), "p@s.example", "x@y.example", "\r\n"), std::runtime_error);
    deliver(smtp_server(server.url("?ca=" + certificate)), "p@s.example", "x@y.example", "Subject: y\r\n\r\nz\r\n");
    EXPECT_EQ(server.mail()["secure"], true);
}

class Outbox : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        log::send_to([](std::string const&) {});
        world.emplace(GetParam());
    }
    void TearDown() override { ::unsetenv("LENKWERK_SMTP_URL"), ::unsetenv("LENKWERK_MAIL_FROM"); }

    MailId written(std::string const& to) {
        return world->write(town::office(), [&](storage::Transaction& tx) {
            auto const id = write(tx, {to, "Einladung", "Link: /x", {{"a.ics", "text/calendar", "BEGIN"}}});
            tx.record({"steering.invited", {"session", 1}});
            return id;
        });
    }
    void use(std::string const& url) {
        ::setenv("LENKWERK_SMTP_URL", url.c_str(), 1);
        ::setenv("LENKWERK_MAIL_FROM", "plan@stadt.example", 1);
    }
    void run() { jobs::Runner{world->city()}.run_due(); }
    std::vector<OutboxEntry> entries() {
        return world->read([](storage::Reader const& reader) { return outbox(reader).items; });
    }
    std::optional<town::World> world;
};
LENKWERK_ON_BOTH_DATABASES(Outbox);

TEST_P(Outbox, shows_what_waits_where_there_is_no_server_and_sends_it_once_there_is_one) {
    written("a@verein.example");
    run();
    ASSERT_EQ(entries().size(), 1U);
    EXPECT_EQ(entries()[0].text, "Link: /x");
    EXPECT_EQ(entries()[0].attachments, std::vector<std::string>{"a.ics"});
    if (!has_server()) GTEST_SKIP() << "npm's smtp-server is missing (bin/setup): mail is NOT tested on this machine";
    Server server;
    use(server.url("?tls=none"));
    world->clock().advance(std::chrono::hours{1});
    town::World* const town = &*world;
    town->write(town::office(), [](storage::Transaction& tx) { change_setting(tx, "city.name", "Musterstadt"); });
    jobs::Runner runner{town->city()};
    runner.look_at_schedules();
    town->clock().advance(std::chrono::minutes{15});
    runner.look_at_schedules();
    runner.run_due();
    auto const mail = server.mail();
    EXPECT_EQ(mail["to"], nlohmann::json::array({"a@verein.example"}));
    EXPECT_NE(mail["text"].get<std::string>().find("Message-ID: <mail-"), std::string::npos);
    auto const sent = entries()[0];
    EXPECT_EQ(sent.state, MailState::sent);
    EXPECT_TRUE(sent.text.empty() && sent.attachments.empty()) << "what it said is gone";
}

TEST_P(Outbox, is_written_in_the_command_s_transaction_or_not_at_all) {
    auto const refused = world->write(town::office(), [&](storage::Transaction& tx) -> Outcome<Done> {
        write(tx, {"a@verein.example", "s", "t"});
        return refuse("t.no");
    });
    EXPECT_FALSE(refused);
    EXPECT_TRUE(entries().empty());
    EXPECT_THROW(written("a@verein.example, b@verein.example"), std::invalid_argument);
}

TEST_P(Outbox, keeps_what_the_server_refuses_until_somebody_tries_again) {
    if (!has_server()) GTEST_SKIP() << "npm's smtp-server is missing (bin/setup): mail is NOT tested on this machine";
    Server server;
    use(server.url("?tls=none"));
    world->write(town::office(), [](storage::Transaction& tx) { change_setting(tx, "city.name", "Musterstadt"); });
    auto const id = written("x@refused.example");
    run();
    EXPECT_EQ(entries()[0].state, MailState::refused);
    EXPECT_NE(entries()[0].error.find("550"), std::string::npos);
    EXPECT_TRUE(world->write(town::administrator(), [&](storage::Transaction& tx) { return retry(tx, id); }));
    EXPECT_EQ(entries()[0].state, MailState::waiting);
    EXPECT_FALSE(world->write(town::administrator(), [&](storage::Transaction& tx) { return retry(tx, id); }));
}

TEST_P(Outbox, forgets_after_thirty_days) {
    auto const id = written("a@verein.example");
    auto const keep = [&](auto const& work) { world->database().keep(world->clock(), work); };
    keep([&](storage::Upkeep& upkeep) { settle_sent(upkeep, id); });
    world->clock().advance(std::chrono::days{30});
    keep(forget_settled);
    EXPECT_EQ(entries().size(), 1U);
    world->clock().advance(std::chrono::milliseconds{1});
    keep(forget_settled);
    EXPECT_TRUE(entries().empty());
}

TEST_P(Outbox, goes_on_where_a_page_ended) {
    for (int i = 0; i < 5; ++i) written("a@verein.example");
    std::vector<std::int64_t> ids;
    std::optional<std::string> next;
    do {
        auto const page = world->read([&](storage::Reader const& reader) { return outbox(reader, next, 2); });
        for (auto const& item : page.items) ids.push_back(item.id.value);
        next = page.next;
    } while (next);
    EXPECT_EQ(ids, (std::vector<std::int64_t>{5, 4, 3, 2, 1}));
}

}  // namespace
}  // namespace lenkwerk::mail
