#include "base/text.hpp"
#include "platform/storage/errors.hpp"
#include "platform/storage/listener.hpp"
#include "platform/storage/postgres_result.hpp"

#include <fmt/format.h>
#include <poll.h>

namespace lenkwerk::storage {
namespace {

// Hears what PostgresConnection::announce() sends with each commit.
class PostgresListener final : public Listener {
public:
    explicit PostgresListener(std::string const& address) : handle_(PQconnectdb(address.c_str())) {
        if (PQstatus(handle_.get()) != CONNECTION_OK) lost();
        PostgresResult const listening{PQexec(handle_.get(), "LISTEN lenkwerk_tables")};
        expect_success(handle_.get(), listening.get(), "LISTEN");
    }

    std::vector<std::string> changed(std::chrono::milliseconds most) override {
        pollfd socket{PQsocket(handle_.get()), POLLIN, 0};
        if (::poll(&socket, 1, static_cast<int>(most.count())) > 0 && PQconsumeInput(handle_.get()) == 0) lost();
        std::vector<std::string> tables;
        while (std::unique_ptr<PGnotify, Free> const notice{PQnotifies(handle_.get())})
            for (auto const name : text::split(notice->extra, ' ')) tables.emplace_back(name);
        return tables;
    }

private:
    struct Finish {
        void operator()(PGconn* handle) const { PQfinish(handle); }
    };
    struct Free {
        void operator()(PGnotify* notice) const { PQfreemem(notice); }
    };

    [[noreturn]] void lost() const {
        throw ConnectionLost(fmt::format("cannot reach PostgreSQL: {}", PQerrorMessage(handle_.get())));
    }

    std::unique_ptr<PGconn, Finish> handle_;
};

}  // namespace

std::unique_ptr<Listener> listen_to_postgres(std::string const& address) {
    return std::make_unique<PostgresListener>(address);
}

}  // namespace lenkwerk::storage
