#include "platform/storage/kept_reads.hpp"

namespace lenkwerk::storage {

namespace {
constexpr std::size_t kMost = 256;  // then all is made anew: far more than a city's plans and kinds of readers
}

// A value younger than the reader's snapshot is one of it, too, where no table changed between the two.
std::optional<KeptReads::Kept> KeptReads::find(Key const& key, std::uint64_t moment) {
    std::lock_guard const lock{mutex_};
    auto const found = kept_.find(key);
    if (found == kept_.end()) return std::nullopt;
    auto const& [value, mark] = found->second;
    if (!versions_.stand({mark.tables, std::min(mark.moment, moment)})) return std::nullopt;
    return found->second;
}

void KeptReads::keep(Key const& key, Kept kept) {
    std::lock_guard const lock{mutex_};
    if (kept_.size() >= kMost) kept_.clear();
    auto& place = kept_[key];
    if (!place.value || place.mark.moment <= kept.mark.moment) place = std::move(kept);
}

}  // namespace lenkwerk::storage
