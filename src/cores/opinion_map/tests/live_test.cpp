// Votes one by one are votes at once: the live state is that of the table, to the last bit.
#include "cores/opinion_map/live.hpp"

#include "cores/opinion_map/tests/conversations.hpp"

namespace lenkwerk::opinion_map::tests {
namespace {

struct Cast {
    std::uint32_t participant = 0;
    std::uint32_t statement = 0;
    Vote vote = Vote::pass;
};

// Participants numbered as they arrive, as a live map wants them.
std::vector<Cast> any_casts(std::size_t statement_count) {
    auto const raw = *rc::gen::nonEmpty(rc::gen::container<std::vector<Cast>>(rc::gen::construct<Cast>(
        rc::gen::inRange(0U, 9U), rc::gen::inRange(0U, static_cast<std::uint32_t>(statement_count)), any_vote())));
    std::vector<std::uint32_t> numbers(9, 99);
    std::uint32_t next = 0;
    auto casts = raw;
    for (auto& cast : casts) {
        if (numbers[cast.participant] == 99) numbers[cast.participant] = next++;
        cast.participant = numbers[cast.participant];
    }
    return casts;
}

VoteTable table_of_casts(std::vector<Cast> const& casts, std::vector<Statement> statements) {
    BallotBox box(std::move(statements));
    for (auto const& cast : casts)
        box.cast(std::to_string(cast.participant), std::to_string(cast.statement), cast.vote);
    return count(std::move(box).sorted());
}

TEST(LiveMap, is_the_table_after_any_votes) {
    rc::check([] {
        auto items = statements(6);
        for (auto& item : items) item.is_moderated_out = *rc::gen::arbitrary<bool>();
        auto const casts = any_casts(items.size());
        LiveMap live(items);
        for (auto const& cast : casts) live.record(cast.participant, cast.statement, cast.vote);
        auto const table = table_of_casts(casts, items);
        auto const sums = PairSums::of(table);
        RC_ASSERT(live.sums() == sums);
        RC_ASSERT(live.scatter() == scatter_matrix(sums, items));
        RC_ASSERT(live.table(table.participants).marks == table.marks);
        RC_ASSERT(live.revotes() == table.revotes);
    });
}

TEST(LiveMap, goes_on_from_stored_votes) {
    rc::check([] {
        auto const items = statements(5);
        auto const casts = any_casts(items.size());
        auto const split = static_cast<std::ptrdiff_t>(*rc::gen::inRange<std::size_t>(0, casts.size() + 1));
        LiveMap live(table_of_casts({casts.begin(), casts.begin() + split}, items));
        for (auto cast = casts.begin() + split; cast != casts.end(); ++cast) {
            live.record(cast->participant, cast->statement, cast->vote);
        }
        RC_ASSERT(live.sums() == PairSums::of(table_of_casts(casts, items)));
    });
}

TEST(LiveMap, grows_by_a_statement_without_changing_the_others) {
    rc::check([] {
        auto const casts = any_casts(4);
        LiveMap growing(statements(4));
        LiveMap whole(statements(5));
        for (auto const& cast : casts) growing.record(cast.participant, cast.statement, cast.vote);
        for (auto const& cast : casts) whole.record(cast.participant, cast.statement, cast.vote);
        growing.append({"4"});
        growing.record(0, 4, Vote::agree);
        whole.record(0, 4, Vote::agree);
        RC_ASSERT(growing.sums() == whole.sums());
        RC_ASSERT(growing.scatter() == whole.scatter());
    });
}

TEST(LiveMap, refreshes_to_the_axes_of_a_new_start) {
    SKIP_WITHOUT_CONVERSATIONS();
    auto const votes = ballots_of("scoop-hivemind.biodiversity").sorted();
    auto const table = count(BallotBox::Sorted(votes));
    LiveMap live(table);
    live.refreshed_axes();
    for (std::uint32_t statement = 0; statement < 20; ++statement) live.record(7, statement, Vote::agree);
    auto const warm = live.refreshed_axes();
    auto const cold = find_axes(live.sums(), table.statements, table.participant_count());
    for (std::size_t axis = 0; axis < kAxes; ++axis) {
        EXPECT_NEAR(warm.variances[axis], cold.variances[axis], 1e-12);
        for (std::size_t j = 0; j < table.statement_count(); ++j) {
            EXPECT_NEAR(warm.components[axis][j], cold.components[axis][j], 1e-7);
        }
    }
}

TEST(LiveMap, refuses_what_it_does_not_know) {
    LiveMap live(statements(2));
    EXPECT_THROW(live.record(1, 0, Vote::agree), std::out_of_range);
    EXPECT_THROW(live.record(0, 2, Vote::agree), std::out_of_range);
}

}  // namespace
}  // namespace lenkwerk::opinion_map::tests
