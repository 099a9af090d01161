#include "modules/steering/commands/findings.hpp"
#include "modules/steering/store/findings.hpp"
#include "modules/steering/store/overview_json.hpp"
#include "modules/steering/store/overviews.hpp"
#include "modules/steering/tests/town_of_the_lake.hpp"

#include <sodium.h>

namespace lenkwerk::steering {
namespace {

class Overviews : public SteeringTest {
protected:
    std::optional<store::Frozen> frozen(Form form) {
        return world->read([&](auto& reader) { return store::find_frozen(reader, session, form); });
    }
    static Entry const& entry(Overview const& overview, std::string_view title) {
        for (auto const& field : overview.fields)
            for (auto const& entry : field.entries)
                if (entry.title == title) return entry;
        throw std::logic_error("no activity " + std::string(title));
    }
};
LENKWERK_ON_BOTH_DATABASES(Overviews);

TEST_P(Overviews, gather_every_field_with_its_activities_in_the_order_of_the_plan) {
    auto const overview = made(Form::body);
    ASSERT_EQ(overview.fields.size(), 3U);
    EXPECT_EQ(overview.plan, "Sicherheitsplan „Gut leben in Musterstadt“");
    std::vector<std::string> topics;
    for (auto const& entry : overview.fields[1].entries) topics.push_back(entry.topic);
    EXPECT_EQ(topics, (std::vector<std::string>{"2.1", "2.2.1", "2.2.2.1", "2.2.2.2", "2.3"}));
    EXPECT_EQ(overview.counts.activities, 9);
    EXPECT_EQ(entry(overview, "Bahnhofsvorplatz täglich reinigen").freshness, "overdue");
    EXPECT_EQ(entry(overview, "Absprachen für Sommerfeste am See").lateness, "start");
    EXPECT_EQ(entry(overview, "Neue Leuchten am Seeuferweg").status->text, "Neun Leuchten stehen.");
    EXPECT_EQ(overview.fields[2].goals_without_activities,
              std::vector<std::string>{"Auf jede Empfehlung folgt eine Antwort"});
}

TEST_P(Overviews, show_the_public_only_what_is_public) {
    auto const overview = made(Form::everyone);
    EXPECT_EQ(overview.counts.activities, 8);
    EXPECT_THROW(entry(overview, "Einsatzplan für Großveranstaltungen"), std::logic_error);
    EXPECT_EQ(overview.signals.size(), 1U);
    EXPECT_TRUE(overview.fields[1].findings.empty());
    EXPECT_EQ(overview.fields[0].findings_of("integration").size(), 1U);
    auto const inside = made(Form::body);
    EXPECT_TRUE(entry(inside, "Einsatzplan für Großveranstaltungen").internal);
    EXPECT_EQ(inside.signals.size(), 2U);
    EXPECT_EQ(inside.signals[0].days, 3) << "until the first reaction";
    EXPECT_EQ(inside.signals[1].days, 6) << "it still waits";
}

TEST_P(Overviews, are_frozen_with_the_invitation_and_stay_as_they_were) {
    auto const before = made(Form::body);
    EXPECT_FALSE(frozen(Form::body));
    invite();
    ASSERT_TRUE(frozen(Form::body) && frozen(Form::everyone));
    EXPECT_EQ(frozen(Form::body)->overview, before);
    auto const field = plan::TopicId{before.fields[0].id};
    ASSERT_TRUE(office([&](auto& tx) { return note_finding(tx, {field, "diversity", "Neu.", "Sitzung"}, kToday); }));
    EXPECT_EQ(frozen(Form::body)->overview, before);
    EXPECT_NE(made(Form::body), before);
}

TEST_P(Overviews, are_vouched_for_by_the_log) {
    invite();
    auto const found = frozen(Form::body).value();
    auto const content = store::json_of(found.overview);
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<unsigned char const*>(content.data()), content.size(),
                       nullptr, 0);
    std::string digest;
    for (auto const byte : hash) digest += fmt::format("{:02x}", byte);
    EXPECT_EQ(found.digest, digest);
    EXPECT_EQ(world->read([&](storage::Reader const& reader) {
        return reader.number(
            "SELECT count(*) FROM audit_events WHERE verb = 'steering.overview_frozen' AND details LIKE '%' || $1 || "
            "'%'",
            {digest});
    }),
              1);
}

TEST_P(Overviews, name_from_the_second_session_on_what_is_new) {
    EXPECT_EQ(made(Form::body).since, std::nullopt);
    invite();
    auto const first = line();
    world->clock().advance(std::chrono::days{100});
    auto const later = kToday + 100;
    auto const next = world
                          ->read([&](auto& reader) {
                              return bodies::next_regular(reader, Viewer::everything(), body, first.day + 1);
                          })
                          .value();
    auto const overview = world->read([&](auto& reader) { return make_overview(reader, next, Form::body, later); });
    EXPECT_EQ(overview.since, first.day);
    EXPECT_EQ(overview.counts.with_news, 0);
    EXPECT_EQ(overview.signals.size(), 1U) << "what was answered before the last session is not told again";
}

TEST_P(Overviews, belong_to_regular_sessions_of_steering_groups) {
    auto const group =
        world->read([&](auto& reader) { return bodies::bodies_of_kind(reader, "working_group"); }).front();
    EXPECT_TRUE(has_overview(line()));
    auto other = line();
    other.kind = "extraordinary";
    EXPECT_FALSE(has_overview(other));
    EXPECT_EQ(group.kind, "working_group");
}

TEST_P(Overviews, are_read_from_their_text_as_they_were_written) {
    for (auto const form : kForms) {
        auto const overview = made(form);
        EXPECT_EQ(store::overview_of(store::json_of(overview)), overview);
    }
    Overview const empty{.day = kToday, .form = Form::everyone, .made_on = kToday};
    EXPECT_EQ(store::overview_of(store::json_of(empty)), empty);
}

}  // namespace
}  // namespace lenkwerk::steering
