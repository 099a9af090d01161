#pragma once
// A server on a free port whose pages say what they were asked.
#include "platform/web/reply.hpp"
#include "platform/web/router.hpp"
#include "platform/web/server.hpp"
#include "platform/web/tests/wire.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <atomic>
#include <latch>
#include <mutex>
#include <set>
#include <thread>

namespace lenkwerk::web {

class EchoSite : public Responder {
public:
    std::optional<Reply> at_once(RequestHead const& head) override {
        if (head.target != "/ready") return std::nullopt;
        return reply_of({.body = "ready"}, {.if_none_match = head.if_none_match, .over_tls = head.over_tls});
    }
    Reply answer(Request request) override {
        ++entered;
        if (request.path == "/slow") release.wait();
        return reply_of({.body = fmt::format("{} {} [{}] from {}{}", word(request.method), request.path, request.body,
                                             request.remote_address, request.over_tls ? " over tls" : "")},
                        {});
    }
    Reply refusal(int status, std::string_view) override {
        return reply_of({.status = status, .body = fmt::format("refused {}", status)}, {});
    }
    void log(LogLine const& line) override {
        std::lock_guard const lock(mutex);
        ids.emplace_back(line.request_id);
    }
    void fault(std::exception_ptr) override { ++faults; }

    std::size_t answered() {
        std::lock_guard const lock(mutex);
        return ids.size();
    }

    std::latch release{1};
    std::atomic<int> faults = 0, entered = 0;
    std::mutex mutex;
    std::vector<std::string> ids;
};

class ServerTest : public testing::Test {
protected:
    ~ServerTest() override { stop(); }

    void start(ServerSettings settings = {}) {
        settings.port = 0;
        server.emplace(std::move(settings), site);
        thread = std::thread([this] { server->run(Server::Signals::ignored); });
    }
    void stop() {
        if (!thread.joinable()) return;
        server->stop();
        thread.join();
        EXPECT_EQ(site.faults, 0);
    }
    // What the server says to these bytes until it closes.
    std::string say(std::string_view bytes) {
        if (!server) start();
        return Wire(server->port()).send(bytes).read_all();
    }
    Wire wire() {
        if (!server) start();
        return Wire(server->port());
    }

    EchoSite site;
    std::optional<Server> server;
    std::thread thread;
};

}  // namespace lenkwerk::web
