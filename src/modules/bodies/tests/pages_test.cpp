#include "modules/bodies/commands/agenda.hpp"
#include "modules/bodies/module.hpp"
#include "modules/bodies/store/agenda.hpp"
#include "modules/bodies/store/bodies.hpp"
#include "modules/bodies/store/sessions.hpp"
#include "modules/measures/module.hpp"
#include "modules/people/module.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"
#include "platform/log/log.hpp"
#include "town/browsers.hpp"

namespace lenkwerk::bodies {
namespace {

using web::testing::Answer;
using web::testing::Form;

Day const kToday = Day::of(2026, 11, 23);

class BodyPages : public town::StoreTest {
protected:
    template <class Command> auto write(Command command) { return world->write(town::office(), command); }
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        log::send_to([](std::string const&) {});
        world.emplace(GetParam(), std::vector{people::module(), plan::module(), places::module(), measures::module(),
                                              bodies::module()});
        browsers.emplace(world->city());
        body = *write(
            [](auto& tx) { return add_body(tx, {"Lenkungskreis", "steering_group", {}, {"science"}, {"inclusion"}}); });
        session = *write([&](auto& tx) {
            return add_session(tx, body, {SessionKind::regular, kToday + 20, 14 * 60, 120, "Rathaus"});
        });
        item = *write([&](auto& tx) {
            return add_agenda_item(tx, session, {"Lage im Quartier", "", Audience::body(body.value)});
        });
    }
    std::string at(std::string_view rest) const { return fmt::format("/gremien/{}{}", body.value, rest); }
    std::string of_session(std::string_view rest = "") const {
        return fmt::format("/sitzungen/{}{}", session.value, rest);
    }
    // What the office sends from the form at `page`.
    Answer sent(std::string const& page, std::string const& target, Form fields) {
        auto office = browsers->of(town::office());
        EXPECT_EQ(office.get(page).status, 200) << page;
        return office.post(target, std::move(fields));
    }
    store::Session stored() {
        return world->read([&](auto& reader) { return store::find_session(reader, Viewer::everything(), session); })
            .value();
    }
    std::optional<town::World> world;
    std::optional<town::Browsers> browsers;
    BodyId body;
    SessionId session;
    AgendaItemId item;
};
LENKWERK_ON_BOTH_DATABASES(BodyPages);

TEST_P(BodyPages, show_everybody_the_body_and_who_is_missing) {
    auto const page = browsers->visitor().get(at(""));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.contains("Diese Stimmen fehlen noch") && page.contains("Wissenschaft und Inklusion")) << page.body;
    EXPECT_FALSE(page.contains("Gremium ändern"));
    EXPECT_FALSE(page.contains("Rathaus")) << "the session is not public";
    EXPECT_EQ(browsers->visitor().get("/gremien/99").status, 404);
    EXPECT_TRUE(browsers->of(town::office()).get("/gremien").contains("Gremium anlegen"));
}

TEST_P(BodyPages, of_a_session_show_each_reader_what_is_for_him) {
    EXPECT_EQ(browsers->visitor().get(of_session()).status, 404);
    EXPECT_EQ(browsers->visitor().get(of_session("/termin")).status, 404);
    EXPECT_TRUE(browsers->of(town::member(body.value)).get(of_session()).contains("Lage im Quartier"));
    EXPECT_FALSE(browsers->of(town::department()).get(of_session()).contains("Lage im Quartier"));
    auto const calendar = browsers->of(town::department()).get(of_session("/termin"));
    EXPECT_TRUE(calendar.contains("METHOD:PUBLISH") && calendar.contains("SUMMARY:Lenkungskreis"));
    ASSERT_EQ(sent(of_session(), of_session("/sichtbarkeit"), {}).status, 303);
    EXPECT_EQ(browsers->visitor().get(of_session()).status, 200);
    EXPECT_FALSE(browsers->visitor().get(of_session()).contains("Lage im Quartier"));
}

TEST_P(BodyPages, of_the_office_are_for_the_office) {
    auto const item_page = of_session(fmt::format("/tagesordnung/{}", item.value));
    for (auto const& page :
         {std::string("/gremien/neu"), at("/bearbeiten"), at("/mitglieder/neu"), at("/mitglieder/1"), at("/reihen/neu"),
          at("/sitzungen/neu"), of_session("/bearbeiten"), of_session("/tagesordnung/neu"), item_page}) {
        EXPECT_EQ(browsers->visitor().get(page).status, 303) << page;
        EXPECT_EQ(browsers->of(town::member(body.value)).get(page).status, 403) << page;
    }
}

TEST_P(BodyPages, of_the_office_take_nothing_from_others) {
    auto const item_page = of_session(fmt::format("/tagesordnung/{}", item.value));
    for (auto const& page :
         {std::string("/gremien"), at(""), at("/ende"), at("/mitglieder"), at("/mitglieder/1"), at("/reihen"),
          at("/reihen/1/ende"), at("/sitzungen"), of_session(""), of_session("/einladung"), of_session("/absage"),
          of_session("/durchfuehrung"), of_session("/sichtbarkeit"), of_session("/tagesordnung"), item_page,
          item_page + "/ende", item_page + "/platz"}) {
        auto member = browsers->of(town::member(body.value));
        EXPECT_EQ(member.post(page).status, 403) << page;
    }
    EXPECT_EQ(stored().state, SessionState::planned);
}

TEST_P(BodyPages, add_and_edit_a_body) {
    auto const added = sent("/gremien/neu", "/gremien",
                            {{"name", "AG Licht"},
                             {"kind", "working_group"},
                             {"reports_to", std::to_string(body.value)},
                             {"wanted_sectors", "science"},
                             {"quorum_percent", "50"}});
    EXPECT_EQ(added.status, 303);
    EXPECT_TRUE(browsers->visitor().get(added.header("location")).contains("AG Licht"));
    auto const refused = sent("/gremien/neu", "/gremien", {{"name", ""}, {"kind", "club"}, {"quorum_percent", "x"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.contains("Der Name fehlt."));
    EXPECT_EQ(sent(at("/bearbeiten"), at(""),
                   {{"name", "Steuerung"}, {"kind", "steering_group"}, {"quorum_percent", "60"}, {"version", "1"}})
                  .status,
              303);
    EXPECT_EQ(sent(at("/bearbeiten"), at(""),
                   {{"name", "Anders"}, {"kind", "steering_group"}, {"quorum_percent", "60"}, {"version", "1"}})
                  .status,
              409);
    EXPECT_EQ(sent(at(""), at("/ende"), {}).status, 303);
    EXPECT_TRUE(browsers->visitor().get(at("")).contains("arbeitet nicht mehr"));
}

TEST_P(BodyPages, seat_a_member_who_then_reads_what_is_for_the_body) {
    EXPECT_EQ(sent(at("/mitglieder/neu"), at("/mitglieder"),
                   {{"name", "Hochschule"},
                    {"function", "member"},
                    {"sector", "science"},
                    {"perspectives", "inclusion"},
                    {"first", "2026-01-01"},
                    {"email", "sitz@hochschule.example"}})
                  .status,
              303);
    auto const page = browsers->visitor().get(at(""));
    EXPECT_TRUE(page.contains("Hochschule"));
    EXPECT_FALSE(page.contains("Diese Stimmen fehlen noch"));
    EXPECT_EQ(sent(at("/mitglieder/neu"), at("/mitglieder"),
                   {{"name", "Sitz"},
                    {"function", "member"},
                    {"sector", "science"},
                    {"first", "2026-01-01"},
                    {"email", "kein Postfach"}})
                  .status,
              422);
    EXPECT_EQ(sent(at("/mitglieder/1"), at("/mitglieder/1"),
                   {{"name", "Hochschule"},
                    {"function", "guest"},
                    {"sector", "science"},
                    {"first", "2026-01-01"},
                    {"last", "2026-11-22"},
                    {"version", "1"}})
                  .status,
              303);
    EXPECT_FALSE(browsers->visitor().get(at("")).contains("Hochschule")) << "the term is over";
}

TEST_P(BodyPages, begin_a_series_and_end_it) {
    Form const fields{{"first", "2026-12-10"}, {"every_months", "3"}, {"start", "14:00"},
                      {"minutes", "120"},      {"place", "Rathaus"},  {"invitation_days", "14"}};
    EXPECT_EQ(sent(at("/reihen/neu"), at("/reihen"), fields).status, 303);
    auto const page = browsers->of(town::office()).get(at(""));
    EXPECT_TRUE(page.contains("10. Dezember 2026") && page.contains("Alle 3 Monate")) << page.body;
    EXPECT_EQ(sent(at("/reihen/neu"), at("/reihen"), {{"start", "2 Uhr"}}).status, 422);
    EXPECT_EQ(sent(at(""), at("/reihen/1/ende"), {}).status, 303);
    EXPECT_EQ(sent("/gremien/neu", at("/reihen/1/ende"), {}).status, 404);
}

TEST_P(BodyPages, take_a_session_through_its_life) {
    Form const moved{{"kind", "extraordinary"}, {"day", "2026-11-23"},  {"start", "15:30"},
                     {"minutes", "90"},         {"place", "Stadthaus"}, {"version", "1"}};
    EXPECT_EQ(sent(of_session("/bearbeiten"), of_session(), moved).status, 303);
    EXPECT_EQ(stored().facts.place, "Stadthaus");
    EXPECT_EQ(sent(of_session("/bearbeiten"), of_session(), moved).status, 409);
    EXPECT_EQ(sent(of_session(), of_session("/einladung"), {}).status, 303);
    EXPECT_EQ(stored().state, SessionState::invited);
    EXPECT_EQ(sent(of_session(), of_session("/durchfuehrung"), {}).status, 303);
    EXPECT_EQ(stored().state, SessionState::held);
    auto office = browsers->of(town::office());
    office.get(of_session());
    auto const refused = office.post(of_session("/absage"));
    EXPECT_TRUE(office.follow(refused).contains("Diesen Stand kann die Sitzung jetzt nicht annehmen."));
}

TEST_P(BodyPages, put_an_agenda_together) {
    Form const budget{{"title", "Haushalt"}, {"text", "Mittel 2027"}, {"audience", "public"}};
    EXPECT_EQ(sent(of_session("/tagesordnung/neu"), of_session("/tagesordnung"), budget).status, 303);
    EXPECT_EQ(sent(of_session("/tagesordnung/neu"), of_session("/tagesordnung"), {{"title", ""}}).status, 422);
    auto const titles = [&] {
        std::vector<std::string> found;
        for (auto const& point :
             world->read([&](auto& reader) { return store::agenda_of(reader, Viewer::everything(), session); }))
            found.push_back(point.facts.title);
        return found;
    };
    EXPECT_EQ(sent(of_session(), of_session("/tagesordnung/2/platz"), {}).status, 303);
    EXPECT_EQ(titles(), (std::vector<std::string>{"Haushalt", "Lage im Quartier"}));
    EXPECT_EQ(sent(of_session("/tagesordnung/2"), of_session("/tagesordnung/2"),
                   {{"title", "Mittel"}, {"audience", "public"}, {"version", "1"}})
                  .status,
              303);
    EXPECT_EQ(sent(of_session(), of_session("/tagesordnung/1/ende"), {}).status, 303);
    EXPECT_EQ(titles(), std::vector<std::string>{"Mittel"});
    EXPECT_EQ(browsers->of(town::office()).get(of_session("/tagesordnung/1")).status, 404);
}

}  // namespace
}  // namespace lenkwerk::bodies
