#include "platform/web/server.hpp"

#include "platform/web/conversation.hpp"
#include "platform/web/encoding.hpp"
#include "platform/web/secrets.hpp"

#include <fmt/chrono.h>
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
#include <thread>

namespace lenkwerk::web {
namespace {

using net::ip::tcp;
constexpr std::chrono::milliseconds kTick{250}, kStopTick{10}, kAcceptAgain{100};

tcp::endpoint endpoint_of(ServerSettings const& settings) {
    net::io_context context;
    tcp::resolver resolver(context);
    boost::system::error_code error;
    auto const found = resolver.resolve(settings.host, std::to_string(settings.port), error);
    if (error) throw std::runtime_error(fmt::format("The host {} is not known: {}", settings.host, error.message()));
    return found.begin()->endpoint();
}

tcp::acceptor opened(net::io_context& context, ServerSettings const& settings) {
    try {
        return tcp::acceptor(context, endpoint_of(settings));
    } catch (boost::system::system_error const& failure) {
        throw std::runtime_error(
            fmt::format("The address {}:{} cannot be opened ({}). Choose another with --port or --host.", settings.host,
                        settings.port, failure.code().message()));
    }
}

std::string http_date() { return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::time(nullptr))); }

void keep_ticking(Lane& lane) {
    lane.date = http_date();
    auto const now = Conversation::Clock::now();
    for (auto* const conversation : lane.conversations) conversation->look_at_the_clock(now);
    lane.tick.expires_after(kTick);
    lane.tick.async_wait([&lane](auto error) {
        if (!error) keep_ticking(lane);
    });
}

}  // namespace

struct Server::State {
    State(ServerSettings with, Responder& responder)
        : settings(std::move(with)),
          shared{settings, responder, hex(random_bytes(4)), net::thread_pool(count(settings.read_workers)),
                 net::thread_pool(count(settings.write_workers))} {
        for (int i = 0; i < std::max(1, settings.io_threads); ++i) lanes.push_back(std::make_unique<Lane>(shared));
        acceptor.emplace(opened(first().context, settings));
        stop_tick.emplace(first().context);
    }

    static std::size_t count(int workers) { return static_cast<std::size_t>(std::max(1, workers)); }
    Lane& first() { return *lanes.front(); }
    net::awaitable<void> accept();
    void welcome(Lane& lane, tcp::socket socket);
    void begin_to_stop();
    void wait_for_the_last(Conversation::Clock::time_point end);

    ServerSettings settings;
    Shared shared;
    std::vector<std::unique_ptr<Lane>> lanes;
    std::optional<tcp::acceptor> acceptor;
    std::optional<net::steady_timer> stop_tick;
};

net::awaitable<void> Server::State::accept() {
    for (std::size_t next = 0; !shared.stopping; ++next) {
        auto& lane = *lanes[next % lanes.size()];
        auto [error, socket] = co_await acceptor->async_accept(lane.context, net::as_tuple(net::use_awaitable));
        if (shared.stopping) co_return;
        if (!error) {
            net::post(lane.context,
                      [this, &lane, peer = std::move(socket)]() mutable { welcome(lane, std::move(peer)); });
            continue;
        }
        net::steady_timer pause(first().context,
                                kAcceptAgain);  // out of file descriptors, most likely: some will be freed
        co_await pause.async_wait(net::as_tuple(net::use_awaitable));
    }
}

void Server::State::welcome(Lane& lane, tcp::socket socket) {
    if (shared.stopping || shared.connections >= settings.limits.connections) return;  // closes it
    auto const conversation = std::make_shared<Conversation>(lane, std::move(socket));
    net::co_spawn(
        lane.context, [conversation]() { return conversation->run(); },
        [this](std::exception_ptr failure) {
            if (failure) shared.responder.fault(failure);
        });
}

void Server::State::begin_to_stop() {
    if (shared.stopping.exchange(true)) return;
    boost::system::error_code ignored;  // it is being given up
    acceptor->close(ignored);
    for (auto const& lane : lanes)
        net::post(lane->context, [&lane = *lane] {
            for (auto* const conversation : lane.conversations) conversation->wind_up();
        });
    wait_for_the_last(Conversation::Clock::now() + settings.deadlines.stop);
}

void Server::State::wait_for_the_last(Conversation::Clock::time_point end) {
    if (shared.connections == 0 || Conversation::Clock::now() >= end) {
        for (auto const& lane : lanes) lane->context.stop();
        return;
    }
    stop_tick->expires_after(kStopTick);
    stop_tick->async_wait([this, end](auto) { wait_for_the_last(end); });
}

Server::Server(ServerSettings settings, Responder& responder)
    : state_(std::make_unique<State>(std::move(settings), responder)) {}

Server::~Server() = default;

std::uint16_t Server::port() const { return state_->acceptor->local_endpoint().port(); }

void Server::run(Signals signals) {
    auto& state = *state_;
    net::signal_set heard(state.first().context);
    if (signals == Signals::heard) {
        heard.add(SIGTERM);
        heard.add(SIGINT);
        heard.async_wait([&](auto error, int) {
            if (!error) state.begin_to_stop();
        });
    }
    net::co_spawn(state.first().context, state.accept(), net::detached);
    for (auto const& lane : state.lanes) keep_ticking(*lane);
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < state.lanes.size(); ++i)
        threads.emplace_back([&lane = *state.lanes[i]] { lane.context.run(); });
    state.first().context.run();
    threads.clear();  // joined
    state.shared.readers.join();
    state.shared.writers.join();
}

void Server::stop() {
    net::post(state_->first().context, [this] { state_->begin_to_stop(); });
}

}  // namespace lenkwerk::web
