#include "platform/storage/listener.hpp"

#include "platform/storage/connection.hpp"

#include <map>
#include <thread>

namespace lenkwerk::storage {
namespace {

// The file says in a few microseconds whether anybody wrote; only then the counters of the tables are compared.
class SqliteListener final : public Listener {
public:
    explicit SqliteListener(std::string const& file) : connection_(connect_sqlite(file, Access::read, {})) {
        (void)file_changed();
        (void)tables_changed();
    }

    std::vector<std::string> changed(std::chrono::milliseconds most) override {
        if (file_changed()) return tables_changed();
        std::this_thread::sleep_for(most);
        return {};
    }

private:
    bool file_changed() {
        std::int64_t now = 0;
        connection_->run({"SELECT data_version FROM pragma_data_version", ""}, {},
                         [&](Row const& row) { now = row.number(0); });
        return std::exchange(seen_, now) != now;
    }
    std::vector<std::string> tables_changed() {
        std::vector<std::string> changed;
        connection_->run({"SELECT name, version FROM table_versions", ""}, {}, [&](Row const& row) {
            if (std::exchange(versions_[row.text(0)], row.number(1)) != row.number(1)) changed.push_back(row.text(0));
        });
        return changed;
    }

    std::unique_ptr<Connection> connection_;
    std::int64_t seen_ = -1;                        // the file's data_version
    std::map<std::string, std::int64_t> versions_;  // of the tables, then
};

}  // namespace

std::unique_ptr<Listener> listen_to_sqlite(std::string const& file) { return std::make_unique<SqliteListener>(file); }

std::unique_ptr<Listener> listen_to(Dialect dialect, std::string const& target) {
    return dialect == Dialect::sqlite ? listen_to_sqlite(target) : listen_to_postgres(target);
}

}  // namespace lenkwerk::storage
