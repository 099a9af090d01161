#pragma once
// What was made of reads and is kept until a table that was read changes: for what many pages ask for and few changes touch.
#include "platform/storage/table_versions.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <typeindex>

namespace lenkwerk::storage {

class KeptReads {
public:
    // A type and what the value depends on beside the database.
    using Key = std::pair<std::type_index, std::string>;
    struct Kept {
        std::shared_ptr<void const> value;
        ReadMark mark;
    };

    explicit KeptReads(TableVersions const& versions) : versions_(versions) {}
    // What a reader of this moment would make as well; nothing where a table changed since.
    std::optional<Kept> find(Key const& key, std::uint64_t moment);
    void keep(Key const& key, Kept kept);

private:
    TableVersions const& versions_;
    std::mutex mutex_;
    std::map<Key, Kept> kept_;
};

}  // namespace lenkwerk::storage
