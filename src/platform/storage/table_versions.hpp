#pragma once
// When each table last changed, as this process knows it: a kept page is good while no table it was made of has changed.
#include "platform/storage/tables.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace lenkwerk::storage {

// What a reader has read, and since when its snapshot may be.
struct ReadMark {
    TableSet tables;
    std::uint64_t moment = 0;
};

// The count goes up with every commit that changed something, after it. A reader notes the count before its snapshot, so
// whatever changes a table later carries a higher one.
class TableVersions {
public:
    std::uint64_t moment() const { return count_.load(std::memory_order_acquire); }
    bool stand(ReadMark const& mark) const;
    // After the commit.
    void bump(TableSet const& tables);
    // Waits until a table changes after `moment`, or the time is over; says whether it changed.
    bool wait(TableSet const& tables, std::uint64_t moment, std::chrono::milliseconds most) const;

private:
    std::atomic<std::uint64_t> count_ = 1;
    std::array<std::atomic<std::uint64_t>, kMostTables> changed_{};
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_signal_;
};

}  // namespace lenkwerk::storage
