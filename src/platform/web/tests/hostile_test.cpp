#include "platform/web/tests/server_fixture.hpp"

// What hostile, broken and slow peers send. Each is refused with its status, and the connection is closed, so that no
// rest of it is ever read as a request.
namespace lenkwerk::web {
namespace {

using namespace std::chrono_literals;
constexpr std::string_view kHost = "Host: x\r\n";
std::string const kSecond = "GET /geschmuggelt HTTP/1.1\r\nHost: x\r\n\r\n";

struct Hostile {
    char const* name;
    std::string bytes;
    char const* status;
};

std::ostream& operator<<(std::ostream& out, Hostile const& hostile) { return out << hostile.name; }

std::string post(std::string_view headers, std::string_view body) {
    return fmt::format("POST /nix HTTP/1.1\r\n{}{}\r\n{}", kHost, headers, body);
}
std::string get(std::string_view headers) { return fmt::format("GET /nix HTTP/1.1\r\n{}\r\n", headers); }

std::vector<Hostile> const kHostile{
    {"length_and_coding", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + kSecond), "400"},
    {"coding_and_length", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n" + kSecond), "400"},
    {"two_lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n", "abcdef" + kSecond), "400"},
    {"two_equal_lengths", post("Content-Length: 5\r\nContent-Length: 5\r\n", "abcde" + kSecond), "400"},
    {"negative_length", post("Content-Length: -1\r\n", kSecond), "400"},
    {"length_with_sign", post("Content-Length: +5\r\n", "abcde" + kSecond), "400"},
    {"length_list", post("Content-Length: 5, 5\r\n", "abcde" + kSecond), "400"},
    {"unknown_coding", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n" + kSecond), "501"},
    {"two_codings", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n" + kSecond), "501"},
    {"coding_identity", post("Transfer-Encoding: identity\r\n", kSecond), "501"},
    {"two_coding_headers", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n" + kSecond),
     "400"},
    {"coding_in_old_version", "POST /nix HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + kSecond, "400"},
    {"chunk_size_overflow", post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n" + kSecond), "400"},
    {"chunk_size_garbage", post("Transfer-Encoding: chunked\r\n", "zz\r\n" + kSecond), "400"},
    {"no_host", get(""), "400"},
    {"two_hosts", get("Host: x\r\nHost: y\r\n"), "400"},
    {"two_equal_hosts", get("Host: x\r\nHost: x\r\n"), "400"},
    {"space_before_colon", get("Host : x\r\n"), "400"},
    {"bare_line_feeds", "GET /nix HTTP/1.1\nHost: x\n\n", "400"},
    {"nul_in_target", fmt::format("GET /a{}b HTTP/1.1\r\n{}\r\n", '\0', kHost), "400"},
    {"encoded_nul", fmt::format("GET /a%00b HTTP/1.1\r\n{}\r\n", kHost), "400"},
    {"encoded_line_end", fmt::format("GET /a%0D%0Ab HTTP/1.1\r\n{}\r\n", kHost), "400"},
    {"broken_escape", fmt::format("GET /a%4 HTTP/1.1\r\n{}\r\n", kHost), "400"},
    {"no_utf8", fmt::format("GET /a%FF HTTP/1.1\r\n{}\r\n", kHost), "400"},
    {"overlong_utf8", fmt::format("GET /a%C0%AF HTTP/1.1\r\n{}\r\n", kHost), "400"},
    {"no_path", fmt::format("GET nix HTTP/1.1\r\n{}\r\n", kHost), "400"},
    {"garbage", "\x16\x03\x01\x02\x01\x01\xfc\x03\x03\r\n\r\n", "400"},
    {"unknown_method", fmt::format("BREW /nix HTTP/1.1\r\n{}\r\n", kHost), "501"},
    {"trace", fmt::format("TRACE /nix HTTP/1.1\r\n{}\r\n", kHost), "501"},
    {"connect", fmt::format("CONNECT x:80 HTTP/1.1\r\n{}\r\n", kHost), "501"},
    {"unknown_expectation", post("Expect: wonders\r\nContent-Length: 1\r\n", "a" + kSecond), "417"},
    {"long_header", get(fmt::format("{}A: {}\r\n", kHost, std::string(65'000, 'x'))), "431"},
    {"many_headers",
     get(fmt::format("{}{}", kHost, fmt::join(std::vector<std::string>(9000, "A: bcd"), "\r\n")) + "\r\n"), "431"},
    {"long_target", fmt::format("GET /{} HTTP/1.1\r\n{}\r\n", std::string(9'000, 'a'), kHost), "414"},
    {"endless_target", "GET /" + std::string(100'000, 'a'), "414"},
    {"large_body_declared", post("Content-Length: 20000000\r\n", ""), "413"},
    {"large_body_sent", post("Content-Length: 3000000\r\n", std::string(3'000'000, 'x') + kSecond), "413"},
    {"large_chunks",
     post("Transfer-Encoding: chunked\r\n", "2dc6c0\r\n" + std::string(3'000'000, 'x') + "\r\n0\r\n\r\n" + kSecond),
     "413"},
    {"large_upload", post("Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 99000000\r\n", ""), "413"},
};

class HostileTest : public ServerTest, public testing::WithParamInterface<Hostile> {};

TEST_P(HostileTest, is_refused_once_and_let_go) {
    auto peer = wire();
    peer.send(GetParam().bytes);
    auto const answer = peer.read_all();
    EXPECT_EQ(statuses(answer), GetParam().status);
    EXPECT_THAT(answer, testing::HasSubstr("connection: close"));
}

INSTANTIATE_TEST_SUITE_P(Requests, HostileTest, testing::ValuesIn(kHostile),
                         [](auto const& test) { return std::string(test.param.name); });

TEST_F(ServerTest, a_head_that_does_not_come_is_ended) {
    start({.deadlines = {.header = 300ms}});
    EXPECT_EQ(statuses(say("GET /nix HTTP/1.1\r\nHost: x\r\n")), "408");
    EXPECT_EQ(say(""), "");
}

TEST_F(ServerTest, a_body_that_does_not_come_is_ended) {
    start({.deadlines = {.body = 300ms}});
    EXPECT_EQ(statuses(say(post("Content-Length: 5\r\n", "ab"))), "408");
}

TEST_F(ServerTest, an_idle_connection_is_ended_without_a_word) {
    start({.deadlines = {.idle = 300ms}});
    EXPECT_EQ(statuses(say("GET /nix HTTP/1.1\r\nHost: x\r\n\r\n")), "200");
}

TEST_F(ServerTest, a_peer_that_leaves_in_the_middle_harms_nobody) {
    start();
    for (int i = 0; i < 20; ++i) wire().send(post("Content-Length: 5\r\n", "ab"));
    for (int i = 0; i < 20; ++i) wire().send("GET /nix HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(statuses(say("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")), "200");
}

TEST_F(ServerTest, closes_connections_beyond_the_cap) {
    start({.limits = {.connections = 2}});
    auto first = wire(), second = wire();
    auto const request = "GET /nix HTTP/1.1\r\nHost: x\r\n\r\n";
    EXPECT_EQ(statuses(first.send(request).read_one()), "200");
    EXPECT_EQ(statuses(second.send(request).read_one()), "200");
    EXPECT_EQ(say(""), "");
}

TEST_F(ServerTest, asks_to_come_back_where_too_many_wait) {
    start({.io_threads = 1, .read_workers = 1, .limits = {.waiting = 1}});
    constexpr auto kSlow = "GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    auto busy = wire();
    busy.send(kSlow);
    while (site.entered == 0) std::this_thread::yield();
    std::array<Wire, 3> others{wire(), wire(), wire()};  // one of them finds a place to wait
    for (auto& peer : others) peer.send(kSlow);
    while (site.answered() < 2) std::this_thread::yield();
    site.release.count_down();
    std::multiset<std::string> answers{statuses(busy.read_all())};
    for (auto& peer : others) answers.insert(statuses(peer.read_all()));
    EXPECT_EQ(answers, (std::multiset<std::string>{"200", "200", "503", "503"}));
}

}  // namespace
}  // namespace lenkwerk::web
