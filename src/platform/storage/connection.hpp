#pragma once
// The port to the two databases; sqlite.cpp and postgres.cpp are its two adapters. Nothing outside platform/storage uses it.
#include "platform/storage/row.hpp"
#include "platform/storage/sql.hpp"

#include <functional>
#include <memory>
#include <string_view>

namespace lenkwerk::storage {

using EachRow = std::function<void(Row const&)>;

class Connection {
public:
    virtual ~Connection() = default;
    virtual Dialect dialect() const = 0;
    // Runs one prepared (and kept) statement; calls `row` for each row; returns how many rows were changed.
    virtual std::int64_t run(std::string_view sql, Args const& args, EachRow const& row) = 0;
    // Runs several statements without values: migrations, BEGIN, COMMIT.
    virtual void script(std::string_view sql) = 0;
};

}  // namespace lenkwerk::storage
