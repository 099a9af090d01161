#pragma once
// A site with a handful of pages that say what happened to their request, over a database with one table.
#include "platform/city.hpp"
#include "platform/html/writer.hpp"
#include "platform/web/api.hpp"
#include "platform/web/components/form.hpp"
#include "platform/web/form.hpp"
#include "platform/web/testing/browser.hpp"
#include "town/fresh_database.hpp"
#include "town/world.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lenkwerk::web {

class SampleSite {
public:
    static constexpr std::string_view kToken = "a token of the office";

    SampleSite() { city_.authenticate_by(&SampleSite::authenticate); }

    SetClock& clock() { return clock_; }
    std::int64_t notes() {
        return city_.database().read(
            [](storage::Reader const& reader) { return reader.number("SELECT count(*) FROM notes"); });
    }
    testing::Browser signed_in() { return testing::Browser{site}.with_session(kToken); }

    int pages_made = 0;

private:
    static storage::Schema schema() {
        auto files = embedded_files("platform/");
        files.push_back({"modules/sample/store/migrations/20261123_1000_notes.sql",
                         "CREATE TABLE notes (id {{id}}, text TEXT NOT NULL);"});
        return storage::Schema::of({"sample"}, storage::Dialect::sqlite, files);
    }

    static std::optional<SignedIn> authenticate(storage::Reader const&, std::string_view hash, Instant, Day) {
        if (hash != hash_of_token(kToken)) return std::nullopt;
        return SignedIn{access::AccountId{1}, "Ina Amt", town::office(), ""};
    }

    static Outcome<std::int64_t> write_note(storage::Transaction& tx, Fields const& fields) {
        auto const text = fields.maybe_text("text");
        if (!text) return refuse("common.pattern.title_taken", "text");
        auto const id = tx.insert("INSERT INTO notes (text) VALUES ($1) RETURNING id", {*text});
        tx.record({"sample.noted", {"note", id}});
        return id;
    }

    static Response form_page(Visit& visit, Form const& form, int status) {
        html::Writer w;
        components::form(w, visit, form, {.action = html::Url{"/notizen"}},
                         [&](auto const&) { w.put("<p>{}</p>", form.value("other")); });
        return {.status = status, .body = std::move(w).markup()};
    }

    static Response post_note(Visit& visit) {
        auto answer = visit.submit([&](auto& tx) { return write_note(tx, visit.form()); },
                                   [](auto id) { return fmt::format("/notizen/{}", id); });
        if (answer) return *std::move(answer);
        return form_page(visit, Form(visit.form(), answer.problems()), status_of(answer.problems()));
    }

    static Response post_note_as_json(Visit& visit) {
        auto const id = visit.perform([&](auto& tx) { return write_note(tx, visit.form()); });
        return id ? created(fmt::format("/api/v1/notes/{}", *id)) : refused(visit.locale(), id.problems());
    }

    Response list_notes(Visit& visit) {
        ++pages_made;
        auto const count = visit.reader().number("SELECT count(*) FROM notes");
        return {.body = fmt::format("{} notes", count), .caching = Caching::page_cache};
    }

    static Response text(std::string body) { return {.body = std::move(body)}; }

    Module module() {
        Module sample;
        sample.name = "sample";
        sample.permissions = {{"sample.lead", {{access::Role::lead}}}};
        sample.routes = {
            {Method::get, "/notizen", [this](Visit& visit) { return list_notes(visit); }},
            {Method::get, "/notizen/neu", [](Visit& visit) { return form_page(visit, Form{}, 200); }},
            {Method::get, "/notizen/{id}",
             [](Visit& visit) { return text(fmt::format("{}", visit.id<Id<struct NoteTag>>("id").value)); }},
            {Method::post, "/notizen", &SampleSite::post_note},
            {Method::post, "/api/v1/notes", &SampleSite::post_note_as_json},
            {Method::get, "/sprache", [](Visit& visit) { return text(visit.locale().tag()); }},
            {Method::get, "/intern", [](Visit& visit) { return text(visit.display_name()); }, {Door::Kind::signed_in}},
            {Method::get, "/leitung", [](Visit&) { return text("lead"); }, {Door::Kind::permission, "sample.lead"}},
            {Method::get, "/verboten", [](Visit&) -> Response { throw Forbidden{}; }},
            {Method::get, "/kaputt", [](Visit&) -> Response { throw std::runtime_error("secret detail"); }},
            {Method::get, "/api/v1/broken", [](Visit&) -> Response { throw std::runtime_error("secret detail"); }},
        };
        return sample;
    }

    SetClock clock_{town::kMorning};
    town::FreshDatabase fresh_{schema(), storage::Dialect::sqlite};
    City city_{storage::Database::open(fresh_.address()), clock_, {module()}};

public:
    Site site{city_};
};

}  // namespace lenkwerk::web
