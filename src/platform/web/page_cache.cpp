#include "platform/web/page_cache.hpp"

#include "platform/web/encoding.hpp"

#include <algorithm>

namespace lenkwerk::web {
namespace {

std::size_t index(Coding coding) { return static_cast<std::size_t>(coding); }

std::size_t size_of(Reply const& reply) { return reply.head->size() + (reply.body ? reply.body->size() : 0); }

}  // namespace

std::string canonical_target(std::string_view target) {
    auto const question = target.find('?');
    std::string canonical(target.substr(0, question));
    if (question == std::string_view::npos) return canonical;
    std::vector<std::string_view> pairs;
    each_part(target.substr(question + 1), '&', [&](std::string_view pair) {
        if (!pair.empty() && !pair.starts_with("sprache=")) pairs.push_back(pair);
    });
    std::ranges::stable_sort(pairs, {}, [](std::string_view pair) { return pair.substr(0, pair.find('=')); });
    char separator = '?';
    for (auto const pair : pairs) {
        canonical += separator;
        canonical += pair;
        separator = '&';
    }
    return canonical;
}

// Marks a page as being made, and tells those who wait when it is no longer, however that ends. Begins and ends locked.
class PageCache::Making {
public:
    Making(PageCache& cache, std::unique_lock<std::mutex>& lock, std::string const& key)
        : cache_(cache), lock_(lock), key_(key), leads_(cache.in_making_.insert(key).second) {
        ++cache.counts_.made;
        lock_.unlock();
    }
    ~Making() {
        if (!lock_.owns_lock()) lock_.lock();
        if (leads_) cache_.in_making_.erase(key_);
        cache_.landed_.notify_all();
    }

private:
    PageCache& cache_;
    std::unique_lock<std::mutex>& lock_;
    std::string const& key_;
    bool leads_;
};

PageCache::PageCache(storage::TableVersions const& versions, std::size_t most_bytes)
    : versions_(versions), most_bytes_(most_bytes) {}

std::optional<Reply> PageCache::ready(std::string const& key, Delivery const& delivery, Instant now) {
    std::lock_guard const lock(mutex_);
    auto const* const entry = touch(key, now);
    if (!entry || !entry->packed[index(delivery.coding)]) return std::nullopt;
    ++counts_.hits;
    return pick(*entry->packed[index(delivery.coding)], delivery.if_none_match);
}

Reply PageCache::serve(std::string const& key, std::string_view route, Delivery const& delivery, Clock const& clock,
                       std::function<MadePage()> const& make) {
    std::shared_ptr<MadePage const> page;
    {
        std::unique_lock lock(mutex_);
        landed_.wait(lock, [&] { return !in_making_.contains(key) || never_kept_.contains(route); });
        if (auto const* const entry = touch(key, clock.now())) {
            ++counts_.hits;
            page = entry->page;
        } else {
            Making const making(*this, lock, key);
            page = std::make_shared<MadePage const>(make());
            lock.lock();
            if (page->mark)
                keep(key, page);
            else
                never_kept_.insert(route);
        }
    }
    return packed_now(key, route, delivery, std::move(page));
}

// Compresses outside the lock; where the page is still the one that is kept, its packed form is kept as well.
Reply PageCache::packed_now(std::string const& key, std::string_view route, Delivery const& delivery,
                            std::shared_ptr<MadePage const> page) {
    auto made = packed(page->response, route, delivery);
    auto answer = pick(*made, delivery.if_none_match);
    answer.from_cache = false;

    std::lock_guard const lock(mutex_);
    auto const found = entries_.find(key);
    if (found != entries_.end() && found->second.page == page) keep(found->second, delivery.coding, std::move(made));
    return answer;
}

// The entry if it still holds, as the one used last.
PageCache::Entry* PageCache::touch(std::string const& key, Instant now) {
    auto const found = entries_.find(key);
    if (found == entries_.end()) return nullptr;
    auto const& page = *found->second.page;
    if (now >= page.valid_until || !versions_.stand(*page.mark)) {
        drop(found);
        return nullptr;
    }
    uses_.splice(uses_.begin(), uses_, found->second.use);
    return &found->second;
}

void PageCache::keep(std::string const& key, std::shared_ptr<MadePage const> page) {
    if (auto const old = entries_.find(key); old != entries_.end()) drop(old);
    uses_.push_front(key);
    auto& entry = entries_[key];
    entry.use = uses_.begin();
    entry.bytes = key.size() + page->response.body.size();
    entry.page = std::move(page);
    counts_.bytes += static_cast<std::int64_t>(entry.bytes);
    make_room();
}

void PageCache::keep(Entry& entry, Coding coding, std::shared_ptr<Packed const> made) {
    auto& place = entry.packed[index(coding)];
    if (place) return;
    auto const bytes = size_of(made->whole);
    entry.bytes += bytes;
    counts_.bytes += static_cast<std::int64_t>(bytes);
    place = std::move(made);
    make_room();
}

void PageCache::drop(Entries::iterator entry) {
    counts_.bytes -= static_cast<std::int64_t>(entry->second.bytes);
    uses_.erase(entry->second.use);
    entries_.erase(entry);
}

void PageCache::make_room() {
    while (!uses_.empty() && counts_.bytes > static_cast<std::int64_t>(most_bytes_)) drop(entries_.find(uses_.back()));
}

PageCacheCounts PageCache::counts() const {
    std::lock_guard const lock(mutex_);
    auto counts = counts_;
    counts.pages = static_cast<std::int64_t>(entries_.size());
    return counts;
}

}  // namespace lenkwerk::web
