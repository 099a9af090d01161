#include "modules/steering/commands/verdicts.hpp"
#include "modules/steering/store/verdicts.hpp"
#include "modules/steering/tests/town_of_the_lake.hpp"
#include "town/browsers.hpp"

namespace lenkwerk::steering {
namespace {

TEST(Verdict, has_a_reason_but_for_what_stays_and_an_end_where_somebody_works_on_it) {
    plan::TopicId const field{1};
    EXPECT_TRUE(check_verdict({field, "unchanged"}, kToday));
    EXPECT_TRUE(check_verdict({field, "needs_work", "Zahlen fehlen.", bodies::BodyId{2}, kToday + 30}, kToday));
    EXPECT_FALSE(check_verdict({field, "amend", "Neu.", bodies::BodyId{2}, kToday + 30}, kToday)->group);
    EXPECT_EQ(keys(check_verdict({field, "good"}, kToday)),
              (Keys{"steering.verdict.unknown", "steering.verdict.reason_missing"}));
    EXPECT_EQ(keys(check_verdict({field, "extend", std::string(1001, 'x')}, kToday)),
              Keys{"steering.verdict.too_long"});
    EXPECT_EQ(keys(check_verdict({field, "needs_work", "x", std::nullopt, kToday}, kToday)),
              (Keys{"steering.verdict.group_missing", "steering.verdict.until_missing"}));
}

class Verdicts : public SteeringTest {
protected:
    std::vector<plan::TopicId> fields() {
        std::vector<plan::TopicId> ids;
        for (auto const& field : made(Form::body).fields) ids.push_back({field.id});
        return ids;
    }
    Outcome<Done> give(std::vector<VerdictDraft> const& verdicts) {
        return office([&](auto& tx) { return give_verdicts(tx, session, verdicts); });
    }
    Outcome<Done> close(Day today) {
        return office([&](auto& tx) { return close_session(tx, session, today, "Beschluss"); });
    }
};
LENKWERK_ON_BOTH_DATABASES(Verdicts);

TEST_P(Verdicts, are_given_on_the_fields_of_the_frozen_overview) {
    auto const all = fields();
    EXPECT_EQ(keys(give({{all[0], "unchanged"}})), Keys{"steering.verdict.not_now"}) << "nobody was invited yet";
    invite();
    EXPECT_EQ(keys(world->write(town::member(body.value), [&](auto& tx) { return give_verdicts(tx, session, {}); })),
              Keys{"access.denied"});
    EXPECT_EQ(keys(give({{all[0], "unchanged"}, {plan::TopicId{999}, "unchanged"}})),
              Keys{"steering.verdict.field_unknown"});
    EXPECT_TRUE(
        world->read([&](auto& reader) { return store::verdicts_of(reader, Viewer::everything(), session); }).empty())
        << "all or none";
    EXPECT_TRUE(give({{all[0], "unchanged"}}));
    EXPECT_TRUE(give({{all[0], "amend", "Titel ändern."}})) << "corrected";
    auto const found =
        world->read([&](auto& reader) { return store::verdicts_of(reader, Viewer::everything(), session); });
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].verdict, "amend");
}

TEST_P(Verdicts, are_needed_on_every_field_before_the_session_ends) {
    auto const all = fields();
    auto const day = line().day;
    invite();
    EXPECT_TRUE(give({{all[0], "unchanged"}, {all[1], "postponed", "Abgebrochen."}}));
    EXPECT_EQ(keys(close(day)), Keys{"steering.verdict.missing"});
    EXPECT_TRUE(give({{all[2], "unchanged"}}));
    EXPECT_EQ(keys(close(day - 1)), Keys{"bodies.session.lies_ahead"});
    EXPECT_TRUE(close(day));
    EXPECT_EQ(line().state, "held");
    EXPECT_EQ(keys(give({{all[0], "amend", "Zu spät."}})), Keys{"steering.verdict.not_now"});
}

TEST_P(Verdicts, are_keyed_in_by_the_office_on_one_page) {
    auto const all = fields();
    invite();
    town::Browsers browsers(world->city());
    auto const page = fmt::format("/sitzungen/{}", session.value);
    auto member = browsers.of(town::member(body.value));
    EXPECT_EQ(member.get(page + "/ergebnis").status, 403);
    EXPECT_EQ(member.post(page + "/ergebnis").status, 403);
    EXPECT_EQ(member.post(page + "/abschluss").status, 403);
    EXPECT_EQ(browsers.visitor().get(page + "/ergebnis").status, 303);
    auto office = browsers.of(town::office());
    EXPECT_TRUE(office.get(page + "/ergebnis").contains("Vorbeugen und zusammenhalten"));
    auto const name = [&](int field, std::string_view part) {
        return name_of(all[static_cast<std::size_t>(field)], part);
    };
    EXPECT_EQ(office.post(page + "/ergebnis", {{name(0, "verdict"), "amend"}}).status, 422);
    office.get(page + "/ergebnis");
    auto const saved = office.post(page + "/ergebnis", {{name(0, "verdict"), "unchanged"},
                                                        {name(1, "verdict"), "postponed"},
                                                        {name(1, "reason"), "Mehr Licht."},
                                                        {name(2, "verdict"), "unchanged"},
                                                        {"public", "1"}});
    EXPECT_TRUE(office.follow(saved).contains("Mehr Licht."));
    EXPECT_TRUE(browsers.visitor().get(page).contains("Mehr Licht."));
    EXPECT_TRUE(office.follow(office.post(page + "/abschluss")).contains("Die Sitzung liegt noch vor uns."));
    world->clock().advance(std::chrono::days{30});
    office.get(page);
    EXPECT_TRUE(office.follow(office.post(page + "/abschluss")).contains("Die Sitzung ist abgeschlossen."));
}

}  // namespace
}  // namespace lenkwerk::steering
