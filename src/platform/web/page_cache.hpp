#pragma once
// Pages for visitors, kept as long as they are true: until a table they were made of changes, or their time is over.
#include "platform/storage/table_versions.hpp"
#include "platform/web/packed.hpp"

#include <array>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <set>
#include <unordered_map>

namespace lenkwerk::web {

// A page that was made, and of what. Without a mark it is not kept.
struct MadePage {
    Response response;
    std::optional<storage::ReadMark> mark = std::nullopt;
    Instant valid_until = {};
};

struct PageCacheCounts {
    std::int64_t hits = 0, made = 0, pages = 0, bytes = 0;
};

// Path and query in one form: the query's pairs ordered by name, without the choice of language.
std::string canonical_target(std::string_view target);

class PageCache {
public:
    static constexpr std::size_t kBytes = 64 * 1024 * 1024;

    explicit PageCache(storage::TableVersions const& versions, std::size_t most_bytes = kBytes);

    // What lies ready in this coding; never waits for a page and never compresses.
    std::optional<Reply> ready(std::string const& key, Delivery const& delivery, Instant now);

    // What is kept, else what `make` gives: called once, while the others who ask for the same wait for it. Routes whose
    // pages are not kept make nobody wait. What `make` throws reaches its own caller; the next one tries again.
    Reply serve(std::string const& key, std::string_view route, Delivery const& delivery, Clock const& clock,
                std::function<MadePage()> const& make);

    PageCacheCounts counts() const;

private:
    struct Entry {
        std::shared_ptr<MadePage const> page;
        std::array<std::shared_ptr<Packed const>, 3> packed;  // by coding
        std::size_t bytes = 0;
        std::list<std::string>::iterator use;
    };
    using Entries = std::unordered_map<std::string, Entry>;
    class Making;

    Entry* touch(std::string const& key, Instant now);
    Reply packed_now(std::string const& key, std::string_view route, Delivery const& delivery,
                     std::shared_ptr<MadePage const> page);
    void keep(std::string const& key, std::shared_ptr<MadePage const> page);
    void keep(Entry& entry, Coding coding, std::shared_ptr<Packed const> made);
    void drop(Entries::iterator entry);
    void make_room();

    storage::TableVersions const& versions_;
    std::size_t const most_bytes_;
    mutable std::mutex mutex_;
    std::condition_variable landed_;
    Entries entries_;
    std::list<std::string> uses_;  // keys, the latest first
    std::set<std::string> in_making_;
    std::set<std::string_view> never_kept_;  // routes
    PageCacheCounts counts_;
};

}  // namespace lenkwerk::web
