// From a reader who cannot go on to the office that sees to it.
#include "modules/home/commands/barriers.hpp"
#include "modules/bodies/module.hpp"
#include "modules/home/module.hpp"
#include "modules/home/store/barriers.hpp"
#include "modules/measures/module.hpp"
#include "modules/people/module.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"
#include "platform/web/testing/browser.hpp"
#include "town/world.hpp"

#include <gmock/gmock.h>

namespace lenkwerk::home {
namespace {

template <class T> std::string key(Outcome<T> const& outcome) { return outcome ? "" : outcome.problems().front().key; }

TEST(BarrierRules, say_what_is_missing) {
    EXPECT_EQ(key(check_barrier({"", "  ", ""})), "home.barrier.text_missing");
    EXPECT_EQ(key(check_barrier({"", std::string(5'001, 'x'), ""})), "home.page.too_long");
    EXPECT_EQ(key(check_barrier({std::string(201, 'x'), "x", ""})), "home.page.too_long");
    EXPECT_EQ(key(check_barrier({"", "x", std::string(201, 'x')})), "home.page.too_long");
    EXPECT_EQ(key(check_answer("\n")), "home.barrier.answer_missing");
    EXPECT_EQ(key(check_answer(std::string(5'001, 'x'))), "home.page.too_long");
}

class Barriers : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        world = std::make_unique<town::World>(
            GetParam(), std::vector{people::module(), plan::module(), places::module(), measures::module(),
                                    bodies::module(), home::module()});
    }
    Outcome<std::int64_t> report() {
        return world->write(town::visitor(), [](auto& tx) {
            return report_barrier(tx, {"/plan", "Der Baum lässt sich nicht öffnen.", "ich@example.org"});
        });
    }
    Outcome<Done> answer(access::Actor const& actor, std::int64_t id, std::int64_t version) {
        return world->write(actor, [&](auto& tx) { return answer_barrier(tx, id, "Behoben.", version); });
    }
    store::StoredBarrier stored(std::int64_t id) {
        return world->read([&](auto const& reader) { return *store::find_barrier(reader, id); });
    }
    std::unique_ptr<town::World> world;
};
LENKWERK_ON_BOTH_DATABASES(Barriers);

TEST_P(Barriers, are_answered_by_the_office_and_the_contact_goes) {
    auto const id = *report();
    EXPECT_EQ(stored(id).report.contact, "ich@example.org");
    EXPECT_EQ(key(answer(town::administrator(), id, 1)), "access.denied");
    EXPECT_EQ(key(answer(town::office(), id, 2)), "form.changed_meanwhile");
    EXPECT_TRUE(answer(town::office(), id, 1));
    EXPECT_EQ(stored(id).report.contact, "");
    EXPECT_EQ(stored(id).answer, "Behoben.");
}

TEST_P(Barriers, forget_the_contact_after_half_a_year) {
    auto const id = *report();
    world->clock().set(town::kMorning + kContactKept);
    forget_contacts(world->city());
    EXPECT_EQ(stored(id).report.contact, "ich@example.org");
    world->clock().set(town::kMorning + kContactKept + std::chrono::seconds{1});
    forget_contacts(world->city());
    EXPECT_EQ(stored(id).report.contact, "");
}

TEST_P(Barriers, do_not_come_in_floods) {
    for (int count = 0; count < kMostReportsADay; ++count) ASSERT_TRUE(report());
    EXPECT_EQ(key(report()), "home.barrier.too_many");
    world->clock().set(town::kMorning + std::chrono::days{1} + std::chrono::seconds{1});
    EXPECT_TRUE(report());
}

TEST_P(Barriers, are_reported_on_a_page_that_needs_no_account) {
    web::Site site{world->city()};
    web::testing::Browser browser{site};
    auto const form = browser.get("/barrierefreiheit/rueckmeldung?seite=/plan");
    EXPECT_EQ(form.status, 200);
    EXPECT_TRUE(form.contains("value=\"/plan\""));
    auto const refused = browser.post("/barrierefreiheit/rueckmeldung", {{"text", ""}, {"page", "/plan"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.contains("Bitte schreiben Sie, was Sie hindert."));
    auto const sent = browser.post("/barrierefreiheit/rueckmeldung", {{"text", "Zu klein."}});
    EXPECT_EQ(sent.status, 303);
    EXPECT_TRUE(browser.follow(sent).contains("Ihre Meldung ist bei der Geschäftsstelle"));
    EXPECT_EQ(browser.get("/verwaltung/barrieren").status, 303);  // to the sign-in
}

}  // namespace
}  // namespace lenkwerk::home
