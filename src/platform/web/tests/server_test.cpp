#include "platform/web/tests/server_fixture.hpp"

namespace lenkwerk::web {
namespace {

using testing::HasSubstr;
constexpr std::string_view kClose = "Host: x\r\nConnection: close\r\n\r\n";

std::string get(std::string_view target, std::string_view rest = kClose) {
    return fmt::format("GET {} HTTP/1.1\r\n{}", target, rest);
}

TEST_F(ServerTest, answers_on_a_worker_and_at_once) {
    EXPECT_THAT(say(get("/a%20b?c=d")), HasSubstr("GET /a b [] from 127.0.0.1"));
    EXPECT_THAT(say(get("/ready")), HasSubstr("\r\n\r\nready"));
}

TEST_F(ServerTest, keeps_the_connection_for_the_next_request) {
    auto peer = wire();
    for (auto const* const path : {"/eins", "/ready", "/zwei"}) {
        auto const answer = peer.send(get(path, "Host: x\r\n\r\n")).read_one();
        EXPECT_EQ(statuses(answer), "200");
        EXPECT_THAT(answer, HasSubstr("connection: keep-alive"));
    }
}

TEST_F(ServerTest, answers_pipelined_requests_in_order) {
    auto const answers = say(get("/1", "Host: x\r\n\r\n") + get("/2", "Host: x\r\n\r\n") + get("/3"));
    EXPECT_EQ(statuses(answers), "200 200 200");
    EXPECT_LT(answers.find("GET /1"), answers.find("GET /2"));
    EXPECT_LT(answers.find("GET /2"), answers.find("GET /3"));
}

TEST_F(ServerTest, an_old_client_is_answered_and_let_go) {
    auto const answer = say("GET /alt HTTP/1.0\r\n\r\n");
    EXPECT_THAT(answer, HasSubstr("GET /alt"));
    EXPECT_THAT(answer, HasSubstr("connection: close"));
}

TEST_F(ServerTest, head_has_the_length_but_no_body) {
    auto const answer = say(fmt::format("HEAD /x HTTP/1.1\r\n{}", kClose));
    EXPECT_THAT(answer, HasSubstr("content-length: "));
    EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
}

TEST_F(ServerTest, reads_bodies_by_length_and_in_chunks) {
    EXPECT_THAT(say(fmt::format("POST /x HTTP/1.1\r\nContent-Length: 4\r\n{}eins", kClose)),
                HasSubstr("POST /x [eins]"));
    EXPECT_THAT(
        say(fmt::format("POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n{}2\r\nei\r\n2\r\nns\r\n0\r\n\r\n", kClose)),
        HasSubstr("POST /x [eins]"));
}

TEST_F(ServerTest, reads_a_body_that_comes_in_pieces) {
    auto peer = wire();
    peer.send("POST /x HTTP/1.1\r\nHost: x\r\nContent-Le").send("ngth: 300000\r\nConnection: close\r\n\r\n");
    for (int i = 0; i < 30; ++i) peer.send(std::string(10'000, static_cast<char>('a' + i % 26)));
    EXPECT_THAT(peer.read_all(), HasSubstr("[" + std::string(10'000, 'a') + std::string(10'000, 'b')));
}

TEST_F(ServerTest, asks_for_the_body_that_a_client_holds_back) {
    auto peer = wire();
    peer.send(fmt::format("POST /x HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n{}", kClose));
    EXPECT_EQ(statuses(peer.read_one()), "100");
    EXPECT_THAT(peer.send("ja").read_all(), HasSubstr("[ja]"));
}

TEST_F(ServerTest, every_request_has_an_id_of_its_own) {
    say(get("/1", "Host: x\r\n\r\n") + get("/ready", "Host: x\r\n\r\n") + get("/nix", "\r\n"));
    stop();
    EXPECT_EQ(site.ids.size(), 3u);
    EXPECT_EQ(std::set<std::string>(site.ids.begin(), site.ids.end()).size(), 3u);
}

TEST_F(ServerTest, believes_only_the_proxy_that_it_trusts) {
    auto const forwarded =
        get("/", fmt::format("X-Forwarded-For: 9.9.9.9, 203.0.113.7\r\nX-Forwarded-Proto: https\r\n{}", kClose));
    EXPECT_TRUE(say(forwarded).ends_with("from 127.0.0.1"));
}

TEST_F(ServerTest, takes_address_and_tls_from_a_trusted_proxy) {
    start({.trusted_proxies = {"127.0.0.1", "10.0.0.1"}});
    auto const forwarded = [](std::string_view chain) {
        return get("/", fmt::format("X-Forwarded-For: {}\r\nX-Forwarded-Proto: https\r\n{}", chain, kClose));
    };
    EXPECT_THAT(say(forwarded("9.9.9.9, 203.0.113.7")), HasSubstr("from 203.0.113.7 over tls"));
    EXPECT_THAT(say(forwarded("203.0.113.7, 10.0.0.1")), HasSubstr("from 203.0.113.7 over tls"));
}

TEST_F(ServerTest, finishes_what_is_under_way_when_it_stops) {
    auto slow = wire();
    auto idle = wire();
    slow.send(get("/slow", "Host: x\r\n\r\n"));
    idle.send(get("/eins", "Host: x\r\n\r\n")).read_one();
    server->stop();
    EXPECT_EQ(idle.read_all(), "");
    site.release.count_down();
    auto const answer = slow.read_all();
    EXPECT_THAT(answer, HasSubstr("GET /slow"));
    EXPECT_THAT(answer, HasSubstr("connection: close"));
}

TEST_F(ServerTest, says_what_to_do_where_the_port_is_taken) {
    start();
    ServerSettings settings;
    settings.port = server->port();
    try {
        Server const second(settings, site);
        FAIL() << "the port was free";
    } catch (std::runtime_error const& refusal) {
        EXPECT_THAT(refusal.what(), HasSubstr("--port"));
    }
}

}  // namespace
}  // namespace lenkwerk::web
