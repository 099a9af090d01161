#pragma once
// Hears which tables other processes change (a second server, a command), so that this one throws away what it kept of them.
// It hears this process's own changes too: then a kept page goes twice, which costs a page and nothing else.
#include "platform/storage/database.hpp"

#include <atomic>
#include <thread>

namespace lenkwerk::storage {

class Watcher {
public:
    // From now on changes by other processes are seen: within a quarter of a second on SQLite, at once on PostgreSQL. The
    // database outlives the watcher.
    explicit Watcher(Database& database);
    ~Watcher();
    Watcher(Watcher const&) = delete;
    Watcher& operator=(Watcher const&) = delete;

private:
    void watch();
    void listen();

    Database& database_;
    TableVersions& versions_;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

}  // namespace lenkwerk::storage
