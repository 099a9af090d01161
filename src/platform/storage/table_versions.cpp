#include "platform/storage/table_versions.hpp"

namespace lenkwerk::storage {

bool TableVersions::stand(ReadMark const& mark) const {
    for (auto at = mark.tables._Find_first(); at < mark.tables.size(); at = mark.tables._Find_next(at))
        if (changed_[at].load(std::memory_order_acquire) > mark.moment) return false;
    return true;
}

void TableVersions::bump(TableSet const& tables) {
    if (tables.none()) return;
    {
        std::lock_guard const lock{mutex_};
        auto const next = count_.load(std::memory_order_relaxed) + 1;
        count_.store(next, std::memory_order_release);
        for (auto at = tables._Find_first(); at < tables.size(); at = tables._Find_next(at))
            changed_[at].store(next, std::memory_order_release);
    }
    changed_signal_.notify_all();
}

bool TableVersions::wait(TableSet const& tables, std::uint64_t moment, std::chrono::milliseconds most) const {
    std::unique_lock lock{mutex_};
    return changed_signal_.wait_for(lock, most, [&] { return !stand({tables, moment}); });
}

}  // namespace lenkwerk::storage
