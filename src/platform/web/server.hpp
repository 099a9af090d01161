#pragma once
// The HTTP/1.1 server: reads requests under limits and deadlines, has them answered, writes the answers. Knows nothing
// of pages.
#include "platform/web/http.hpp"

#include <chrono>
#include <functional>
#include <memory>

namespace lenkwerk::web {

// What is larger is refused before it is read: 414, 431, 413.
struct Limits {
    std::size_t target = 8 * 1024;
    std::size_t header = 32 * 1024;
    std::size_t body = 1024 * 1024;
    std::size_t upload = 24 * 1024 * 1024;  // multipart/form-data
    int uploads_at_once = 8;                // more are asked to come back: they are held in memory
    int connections = 2000;
    int waiting = 500;  // requests that wait for a worker; more are asked to come back
};

// What is slower is ended: 408, or without a word where nothing was asked yet.
struct Deadlines {
    std::chrono::milliseconds header{15'000};
    std::chrono::milliseconds body{30'000};
    std::chrono::milliseconds upload{180'000};
    std::chrono::milliseconds idle{65'000};  // between two requests; 2 s when connections run short
    std::chrono::milliseconds write{60'000};
    std::chrono::milliseconds stop{10'000};  // for requests under way when the server stops
};

struct ServerSettings {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any that is free
    int io_threads = 2;
    int read_workers = 4;                           // answer GET: as many as the database lends readers
    int write_workers = 2;                          // answer the rest, which may wait for the one writer
    std::vector<std::string> trusted_proxies = {};  // addresses whose X-Forwarded-For and -Proto are believed
    Limits limits = {};
    Deadlines deadlines = {};
};

// What the page cache has to know of a request: views into the connection's buffer.
struct RequestHead {
    Method method = Method::get;
    std::string_view target, host, cookie, authorization, accept_encoding, accept_language, if_none_match, hx_request;
    bool over_tls = false;
};

// What goes out: the status line and header lines (all but date and connection), and the body. Shared, because the page
// cache keeps them.
struct Reply {
    int status = 200;
    std::shared_ptr<std::string const> head;
    std::shared_ptr<std::string const> body;  // may be null
    std::string_view route = {};              // the pattern, for the log; lives as long as the routes
    bool from_cache = false;
    bool closes = false;  // the connection, after this
};

// One line of the access log: nothing in it tells who asked, or for whom (the pattern, not the address).
struct LogLine {
    std::optional<Method> method;  // nothing where the request could not be read
    std::string_view request_id;
    Reply const& reply;
    std::chrono::microseconds time;
};

class Responder {
public:
    virtual ~Responder() = default;
    // On the thread that reads and writes: what lies ready, or nothing. Must not wait.
    virtual std::optional<Reply> at_once(RequestHead const& head) = 0;
    // On a worker. Does not throw.
    virtual Reply answer(Request request) = 0;
    // What could not even be read: 400, 408, 413, 414, 417, 431, 501, 503.
    virtual Reply refusal(int status, std::string_view accept_language) = 0;
    virtual void log(LogLine const& line) = 0;
    // A connection broke by a fault of ours; the others go on.
    virtual void fault(std::exception_ptr failure) = 0;
};

class Server {
public:
    Server(ServerSettings settings,
           Responder& responder);  // opens the port; throws std::runtime_error where it is taken
    ~Server();
    std::uint16_t port() const;
    // Answers until stop() or, where they are listened to, SIGTERM or SIGINT. Requests under way are answered first.
    enum class Signals { heard, ignored };
    void run(Signals signals = Signals::heard);
    void stop();  // from any thread

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace lenkwerk::web
