#pragma once
// One connection: request after request, each under its limits and deadlines. Only server.cpp and conversation.cpp
// include this.
#define BOOST_ASIO_SEPARATE_COMPILATION
#define BOOST_ASIO_NO_DEPRECATED
#define BOOST_BEAST_SEPARATE_COMPILATION
#include "platform/web/raw_request.hpp"

#include <atomic>
#include <boost/asio.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <unordered_set>

namespace lenkwerk::web {

namespace net = boost::asio;
namespace http = boost::beast::http;

class Conversation;

// What all connections of the server share.
struct Shared {
    ServerSettings const& settings;
    Responder& responder;
    std::string run_id;  // begins the id of every request of this run
    net::thread_pool readers, writers;
    std::atomic<int> connections = 0, uploads = 0, waiting = 0;
    std::atomic<std::uint32_t> requests = 0;
    std::atomic<bool> stopping = false;
};

// One thread with its connections; nothing of a lane is touched by another thread.
struct Lane {
    explicit Lane(Shared& with) : shared(with) {}
    Shared& shared;
    std::unordered_set<Conversation*> conversations;
    std::string date;  // as in the header, renewed by the tick
    net::io_context context{1};
    net::executor_work_guard<net::io_context::executor_type> work = net::make_work_guard(context);
    net::steady_timer tick{context};
};

class Conversation : public std::enable_shared_from_this<Conversation> {
public:
    using Clock = std::chrono::steady_clock;
    using Parser = http::request_parser<http::string_body>;
    enum class Phase { idle, head, body, answer, write };

    Conversation(Lane& lane, net::ip::tcp::socket socket);
    ~Conversation();
    net::awaitable<void> run();
    void look_at_the_clock(Clock::time_point now);  // ends what is too slow
    void wind_up();                                 // the server stops: ends what is idle

private:
    net::awaitable<bool> one_request();
    net::awaitable<bool> read_head(Parser& parser);
    net::awaitable<bool> read_body(Parser& parser);
    net::awaitable<bool> answer(Parser& parser);
    net::awaitable<Reply> reply_to(RequestHead const& head, Parser& parser);
    net::awaitable<Reply> work(Request request);
    net::awaitable<bool> write(Reply reply, bool keep_alive, bool with_body);
    // Feeds the parser until `done`; false where the conversation is over: the peer is gone, too slow, or was refused.
    net::awaitable<bool> read_until(Parser& parser, bool (Parser::*done)() const, std::size_t chunk);
    net::awaitable<bool> refuse(int status);  // false
    net::awaitable<void> drain();

    void enter(Phase phase, std::chrono::milliseconds allowed);
    std::chrono::milliseconds idle_allowed() const;
    void look_at(Parser const& parser);  // fills raw_
    static int status_of(Parser const& parser, boost::system::error_code error);
    std::string next_id();

    Lane& lane_;
    net::ip::tcp::socket socket_;
    boost::beast::flat_buffer buffer_;
    RawRequest raw_;
    std::string peer_, request_id_;
    bool peer_is_proxy_ = false, is_first_ = true, is_late_ = false, holds_upload_ = false;
    Phase phase_ = Phase::idle;
    Clock::time_point entered_ = Clock::now(), deadline_ = entered_, began_ = entered_;
};

}  // namespace lenkwerk::web
