#pragma once
// The fixture world: a small town's database with the modules that the test names, a clock it sets, and people with roles.
// `World world{Dialect::sqlite, {people::module(), plan::module()}};` — a store test derives from StoreTest below.
#include "platform/city.hpp"
#include "town/fresh_database.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lenkwerk::town {

// Monday, 9 o'clock in the town.
inline constexpr Instant kMorning{1795420800000};  // 2026-11-23T08:00Z

class World {
public:
    // Modules in NEEDS order. On SQLite a store that touches what is not its own is refused (law 2).
    explicit World(Dialect dialect, std::vector<Module> modules = {});
    // For tests of the platform: a schema of their own.
    World(Dialect dialect, storage::Schema const& schema);

    City& city() { return city_; }
    storage::Database& database() { return city_.database(); }
    SetClock& clock() { return clock_; }
    Dialect dialect() const { return fresh_.dialect(); }
    std::string const& address() const { return fresh_.address(); }

    template <class Work> auto read(Work&& work) { return database().read(std::forward<Work>(work)); }
    template <class Work> auto write(access::Actor const& actor, Work&& work) {
        return database().write(actor, clock_, std::forward<Work>(work));
    }

private:
    SetClock clock_{kMorning};
    FreshDatabase fresh_;
    City city_;
};

// The people of the town: account numbers are stable, names are not of real persons.
access::Actor office();
access::Actor member(std::int64_t body = 1);
access::Actor lead(std::int64_t body = 1);
access::Actor department(std::int64_t organisation = 1);
access::Actor partner(std::int64_t organisation = 2);
access::Actor councillor(std::int64_t body = 1);
access::Actor auditor();
access::Actor administrator();
access::Actor visitor();

// A test that runs on both databases: `TEST_P(PlanStore, …)` and `LENKWERK_ON_BOTH_DATABASES(PlanStore);`
class StoreTest : public testing::TestWithParam<Dialect> {
protected:
    void SetUp() override;
};

}  // namespace lenkwerk::town

#define LENKWERK_ON_BOTH_DATABASES(Suite)                                                                     \
    INSTANTIATE_TEST_SUITE_P(                                                                                 \
        on, Suite, testing::Values(lenkwerk::storage::Dialect::sqlite, lenkwerk::storage::Dialect::postgres), \
        [](auto const& tested) { return std::string(lenkwerk::storage::word(tested.param)); })
