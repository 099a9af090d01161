#include "platform/storage/watcher.hpp"

#include "platform/log/log.hpp"
#include "platform/storage/errors.hpp"
#include "platform/storage/listener.hpp"

namespace lenkwerk::storage {
namespace {

constexpr std::chrono::milliseconds kWait{250};
constexpr int kWaitsBetweenTries = 4;

// Everybody else may only ask the database for its versions; who watches for it is a part of it that stands outside.
TableVersions& versions_of(Database& database) { return const_cast<TableVersions&>(database.versions()); }

}  // namespace

Watcher::Watcher(Database& database)
    : database_(database), versions_(versions_of(database)), thread_([this] { watch(); }) {}

Watcher::~Watcher() {
    stopping_ = true;
    thread_.join();
}

void Watcher::watch() {
    while (!stopping_) {
        try {
            listen();
        } catch (DatabaseError const& gone) {
            log::warning("storage.watch_lost", {{"error", std::string_view{gone.what()}}});
            for (int i = 0; i < kWaitsBetweenTries && !stopping_; ++i) std::this_thread::sleep_for(kWait);
        }
    }
}

// Changes may have been missed before the listener listens: then everything may have changed.
void Watcher::listen() {
    auto const listener = listen_to(database_.dialect(), database_.address());
    versions_.bump(TableSet{}.set());
    while (!stopping_) {
        TableSet changed;
        for (auto const& name : listener->changed(kWait)) changed |= database_.table(name);
        if (changed.any()) versions_.bump(changed);
    }
}

}  // namespace lenkwerk::storage
