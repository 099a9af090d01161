#pragma once
// Connections that are lent for one turn and given back. Only database.cpp includes this.
#include "platform/storage/connection.hpp"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace lenkwerk::storage {

class Pool {
public:
    using Connect = std::function<std::unique_ptr<Connection>()>;
    Pool(Connect connect, std::size_t most) : connect_(std::move(connect)), most_(most) {}

    // A lent connection; goes back to the pool by itself, or is closed where it is in no state to be lent again.
    class Loan {
    public:
        Loan(Pool& pool, std::unique_ptr<Connection> connection, int generation)
            : pool_(&pool), connection_(std::move(connection)), generation_(generation) {}
        ~Loan() {
            if (connection_) pool_->take_back(std::move(connection_), generation_);
        }
        Loan(Loan&&) = default;
        Loan& operator=(Loan&&) = delete;
        Connection& operator*() const { return *connection_; }
        Connection* operator->() const { return connection_.get(); }

    private:
        Pool* pool_;
        std::unique_ptr<Connection> connection_;
        int generation_;
    };

    // Waits while all are lent.
    Loan lend();
    // Closes what is not lent now; what is lent is closed when it comes back.
    void renew();

private:
    void take_back(std::unique_ptr<Connection> connection, int generation);

    Connect connect_;
    std::size_t most_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;  // the last one used is lent first: its caches are warm
    std::size_t lent_ = 0;
    int generation_ = 0;  // of the connections made since the last renew()
};

}  // namespace lenkwerk::storage
