#pragma once
// A small schema for the storage's own tests: trees in parks, with an owner for law 2.
#include "platform/storage/migrations.hpp"
#include "town/world.hpp"

namespace lenkwerk::storage::tests {

inline std::vector<EmbeddedFile> sample_files() {
    auto files = embedded_files("platform/");
    files.push_back({"modules/parks/store/migrations/20261123_1000_parks.sql", R"(
        CREATE TABLE parks (id {{id}}, name TEXT NOT NULL, audience TEXT NOT NULL);
        CREATE UNIQUE INDEX parks_name ON parks (name);
        CREATE TABLE park_trees (
            id      {{id}},
            park_id BIGINT NOT NULL REFERENCES parks (id) ON DELETE CASCADE,
            height  DOUBLE PRECISION,
            planted TEXT,
            photo   {{bytes}}
        );
        CREATE TABLE park_secrets (id {{id}}, park_id BIGINT NOT NULL REFERENCES parks (id));
    )"});
    files.push_back({"modules/parks/store/views.sql", R"(
        CREATE VIEW parks_public AS SELECT id, name, audience FROM parks;
        CREATE VIEW parks_tall AS SELECT p.id, p.name FROM parks_public p JOIN park_trees t ON t.park_id = p.id WHERE t.height > 20;
    )"});
    files.push_back({"modules/walks/store/migrations/20261123_0900_walks.sql", R"(
        CREATE TABLE walks (id {{id}}, park_id BIGINT NOT NULL REFERENCES parks (id), title TEXT NOT NULL);
    )"});
    return files;
}

inline Schema sample_schema(Dialect dialect) { return Schema::of({"parks", "walks"}, dialect, sample_files()); }

class SampleTest : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (!IsSkipped()) world.emplace(GetParam(), sample_schema(GetParam()));
    }
    std::int64_t plant(std::string const& name, Audience const& audience = Audience::everyone()) {
        return world->write(town::office(), [&](Transaction& tx) {
            auto const id =
                tx.insert("INSERT INTO parks (name, audience) VALUES ($1, $2) RETURNING id", {name, audience});
            tx.record({"parks.opened", {"park", id}});
            return id;
        });
    }
    std::int64_t count(ReadSql sql) {
        return world->read([&](Reader const& reader) { return reader.number(sql); });
    }
    std::optional<town::World> world;
};

}  // namespace lenkwerk::storage::tests
