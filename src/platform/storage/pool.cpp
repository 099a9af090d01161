#include "platform/storage/pool.hpp"

namespace lenkwerk::storage {

Pool::Loan Pool::lend() {
    std::unique_lock lock{mutex_};
    returned_.wait(lock, [&] { return lent_ < most_; });
    ++lent_;
    int const generation = generation_;
    if (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return {*this, std::move(connection), generation};
    }
    lock.unlock();
    try {
        return {*this, connect_(), generation};
    } catch (...) {
        lock.lock();
        --lent_;
        returned_.notify_one();
        throw;
    }
}

void Pool::renew() {
    std::lock_guard const lock{mutex_};
    idle_.clear();
    ++generation_;
}

void Pool::take_back(std::unique_ptr<Connection> connection, int generation) {
    {
        std::lock_guard const lock{mutex_};
        --lent_;
        if (generation == generation_ && connection->is_usable()) idle_.push_back(std::move(connection));
    }
    returned_.notify_one();
}

}  // namespace lenkwerk::storage
