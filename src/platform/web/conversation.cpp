#include "platform/web/conversation.hpp"

#include "platform/web/encoding.hpp"
#include "platform/web/request_target.hpp"

#include <fmt/format.h>
#include <array>

namespace lenkwerk::web {
namespace {

constexpr auto kTuple = net::as_tuple(net::use_awaitable);
constexpr std::size_t kReadHead = 4 * 1024, kReadBody = 64 * 1024, kDrainAtMost = 64 * 1024 * 1024;
constexpr std::chrono::milliseconds kDrain{5'000}, kIdleWhenFull{2'000};

std::string_view view(boost::core::string_view text) { return {text.data(), text.size()}; }

// Runs `work` on a pool and comes back to the connection's own thread with the reply.
template <class Work> auto on(net::thread_pool& pool, Work work) {
    return net::async_initiate<net::use_awaitable_t<> const, void(Reply)>(
        [&pool](auto handler, auto job) {
            net::post(pool, [handler = std::move(handler), job = std::move(job)]() mutable {
                auto reply = job();
                auto const home = net::get_associated_executor(handler);
                net::post(home, [handler = std::move(handler), reply = std::move(reply)]() mutable {
                    std::move(handler)(std::move(reply));
                });
            });
        },
        net::use_awaitable, std::move(work));
}

}  // namespace

Conversation::Conversation(Lane& lane, net::ip::tcp::socket socket) : lane_(lane), socket_(std::move(socket)) {
    ++lane_.shared.connections;
    lane_.conversations.insert(this);
    boost::system::error_code ignored;  // a peer that is already gone shows at the first read
    socket_.set_option(net::ip::tcp::no_delay(true), ignored);
    peer_ = socket_.remote_endpoint(ignored).address().to_string();
    auto const& trusted = lane_.shared.settings.trusted_proxies;
    peer_is_proxy_ = std::ranges::count(trusted, peer_) > 0;
}

Conversation::~Conversation() {
    if (holds_upload_) --lane_.shared.uploads;
    lane_.conversations.erase(this);
    --lane_.shared.connections;
}

net::awaitable<void> Conversation::run() {
    while (co_await one_request()) {
    }
    boost::system::error_code ignored;  // closing what the peer may have closed
    socket_.close(ignored);
}

net::awaitable<bool> Conversation::one_request() {
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(lane_.shared.settings.limits.header));
    parser.body_limit(lane_.shared.settings.limits.upload);
    if (!co_await read_head(parser)) co_return false;
    if (!co_await read_body(parser)) co_return false;
    co_return co_await answer(parser);
}

net::awaitable<bool> Conversation::read_head(Parser& parser) {
    auto const& deadlines = lane_.shared.settings.deadlines;
    if (buffer_.size() > 0)
        enter(Phase::head, deadlines.header);
    else
        enter(Phase::idle, is_first_ ? deadlines.header : deadlines.idle);
    is_first_ = false;
    if (lane_.shared.stopping && phase_ == Phase::idle) co_return false;
    if (!co_await read_until(parser, &Parser::is_header_done, kReadHead)) co_return false;
    look_at(parser);
    if (int const status = reason_to_refuse(raw_, lane_.shared.settings.limits)) co_return co_await refuse(status);
    co_return true;
}

net::awaitable<bool> Conversation::read_body(Parser& parser) {
    if (parser.is_done()) co_return true;
    auto const& limits = lane_.shared.settings.limits;
    auto const& deadlines = lane_.shared.settings.deadlines;
    holds_upload_ = is_upload(raw_);
    if (holds_upload_ && lane_.shared.uploads++ >= limits.uploads_at_once) co_return co_await refuse(503);
    parser.body_limit(holds_upload_ ? limits.upload : limits.body);
    enter(Phase::body, holds_upload_ ? deadlines.upload : deadlines.body);
    if (!parser.get()[http::field::expect].empty()) {
        static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
        co_await net::async_write(socket_, net::buffer(kContinue), kTuple);
    }
    co_return co_await read_until(parser, &Parser::is_done, kReadBody);
}

net::awaitable<bool> Conversation::read_until(Parser& parser, bool (Parser::*done)() const, std::size_t chunk) {
    for (;;) {
        boost::system::error_code error;
        std::size_t const used = buffer_.size() > 0 ? parser.put(buffer_.data(), error) : 0;
        buffer_.consume(used);
        if ((parser.*done)()) co_return true;
        if (error && error != http::error::need_more) co_return co_await refuse(status_of(parser, error));
        if (used > 0 && !error) continue;  // there may be more in what has come already
        auto const [failure, size] = co_await socket_.async_read_some(buffer_.prepare(chunk), kTuple);
        if (failure && is_late_ && phase_ != Phase::idle) co_return co_await refuse(408);
        if (failure) co_return false;
        buffer_.commit(size);
        if (phase_ == Phase::idle) enter(Phase::head, lane_.shared.settings.deadlines.header);
    }
}

net::awaitable<bool> Conversation::answer(Parser& parser) {
    phase_ = Phase::answer;
    look_at(parser);  // reading the body may have moved nothing, but trailers may have come
    request_id_ = next_id();
    auto const head = head_of(raw_, peer_is_proxy_);
    bool const with_body = head.method != Method::head, keep_alive = parser.keep_alive();
    auto const method = head.method;
    auto reply = co_await reply_to(head, parser);
    if (holds_upload_) --lane_.shared.uploads;
    holds_upload_ = false;
    auto const time = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began_);
    lane_.shared.responder.log({method, request_id_, reply, time});
    co_return co_await write(std::move(reply), keep_alive, with_body);
}

net::awaitable<Reply> Conversation::reply_to(RequestHead const& head, Parser& parser) {
    auto const& settings = lane_.shared.settings;
    auto& responder = lane_.shared.responder;
    if (head.method == Method::get || head.method == Method::head)
        if (auto ready = responder.at_once(head)) co_return std::move(*ready);
    if (lane_.shared.waiting >= settings.limits.waiting) co_return responder.refusal(503, head.accept_language);
    auto request = request_of(raw_, head);
    request.body = std::move(parser.get().body());
    request.id = request_id_;
    request.remote_address = reader_address(peer_, request.header("x-forwarded-for"), settings.trusted_proxies);
    co_return co_await work(std::move(request));
}

// The request stays in this coroutine's frame. What the lambda holds is trivial on purpose: GCC 12 destroys a temporary
// inside `co_await` twice where it is not (gcc.gnu.org/PR100611).
net::awaitable<Reply> Conversation::work(Request request) {
    auto& shared = lane_.shared;
    bool const reads = request.method == Method::get || request.method == Method::head;
    ++shared.waiting;
    co_return co_await on(reads ? shared.readers : shared.writers, [&shared, &request] {
        --shared.waiting;
        return shared.responder.answer(std::move(request));
    });
}

net::awaitable<bool> Conversation::write(Reply reply, bool keep_alive, bool with_body) {
    keep_alive = keep_alive && !reply.closes && !lane_.shared.stopping;
    auto const tail = fmt::format("date: {}\r\nx-request-id: {}\r\nconnection: {}\r\n\r\n", lane_.date, request_id_,
                                  keep_alive ? "keep-alive" : "close");
    std::array<net::const_buffer, 3> parts{net::buffer(*reply.head), net::buffer(tail)};
    if (reply.body && with_body) parts[2] = net::buffer(*reply.body);
    enter(Phase::write, lane_.shared.settings.deadlines.write);
    auto const [failure, size] = co_await net::async_write(socket_, parts, kTuple);
    co_return !failure && keep_alive;
}

net::awaitable<bool> Conversation::refuse(int status) {
    is_late_ = false;
    request_id_ = next_id();
    auto reply = lane_.shared.responder.refusal(status, {});
    lane_.shared.responder.log({std::nullopt, request_id_, reply, {}});
    co_await write(std::move(reply), false, true);
    co_await drain();
    co_return false;
}

// Closing over unread bytes would take the answer from the peer's hands (RFC 9112, section 9.6): read on for a while.
net::awaitable<void> Conversation::drain() {
    boost::system::error_code ignored;  // the peer may be gone
    socket_.shutdown(net::ip::tcp::socket::shutdown_send, ignored);
    enter(Phase::body, kDrain);
    buffer_.clear();
    for (std::size_t drained = 0; drained < kDrainAtMost;) {
        auto const [failure, size] = co_await socket_.async_read_some(buffer_.prepare(kReadBody), kTuple);
        if (failure) break;
        drained += size;
    }
}

void Conversation::enter(Phase phase, std::chrono::milliseconds allowed) {
    phase_ = phase;
    entered_ = Clock::now();
    deadline_ = entered_ + allowed;
    if (phase == Phase::head) began_ = entered_;
}

std::chrono::milliseconds Conversation::idle_allowed() const {
    auto const& settings = lane_.shared.settings;
    bool const nearly_full = lane_.shared.connections * 5 > settings.limits.connections * 4;
    return nearly_full ? std::min(kIdleWhenFull, settings.deadlines.idle) : settings.deadlines.idle;
}

void Conversation::look_at_the_clock(Clock::time_point now) {
    if (phase_ == Phase::answer) return;
    auto const end = phase_ == Phase::idle ? std::min(deadline_, entered_ + idle_allowed()) : deadline_;
    if (now < end) return;
    is_late_ = true;
    boost::system::error_code ignored;  // it ends either way
    if (phase_ == Phase::write)
        socket_.close(ignored);
    else
        socket_.cancel(ignored);
}

void Conversation::wind_up() {
    boost::system::error_code ignored;  // it ends either way
    if (phase_ == Phase::idle) socket_.cancel(ignored);
}

void Conversation::look_at(Parser const& parser) {
    auto const& message = parser.get();
    raw_.minor_version = static_cast<int>(message.version()) - 10;
    raw_.method = view(message.method_string());
    raw_.target = view(message.target());
    raw_.headers.clear();
    for (auto const& field : message) raw_.headers.emplace_back(view(field.name_string()), view(field.value()));
}

int Conversation::status_of(Parser const& parser, boost::system::error_code error) {
    if (error == http::error::body_limit) return 413;
    if (error != http::error::header_limit) return 400;
    return parser.get().target().empty() ? 414 : 431;  // the request line itself did not end
}

std::string Conversation::next_id() { return fmt::format("{}{:08x}", lane_.shared.run_id, lane_.shared.requests++); }

}  // namespace lenkwerk::web
