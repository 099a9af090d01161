#pragma once
// The town's site with browsers for people of every kind.
#include "modules/council/tests/town_of_papers.hpp"
#include "platform/web/testing/browser.hpp"

namespace lenkwerk::council {

inline std::optional<web::SignedIn> sign_in(storage::Reader const&, std::string_view hash, Instant, Day) {
    std::vector<std::pair<std::string, access::Actor>> const people = {{"office", town::office()},
                                                                       {"member", town::member()},
                                                                       {"department", town::department()},
                                                                       {"auditor", town::auditor()}};
    for (auto const& [token, actor] : people)
        if (hash == web::hash_of_token(token)) return web::SignedIn{*actor.account(), token, actor, "de"};
    return std::nullopt;
}

class PaperPages : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        world = std::make_unique<town::World>(GetParam(), modules_of_papers());
        world->city().authenticate_by(sign_in);
        site = std::make_unique<web::Site>(world->city());
    }
    web::testing::Browser browser(std::string_view token = "") {
        web::testing::Browser made{*site};
        if (!token.empty()) made.with_session(token);
        return made;
    }
    std::string said(std::string_view key) { return world->city().locale("de").text(key); }
    // A paper that is stored, for who may see it.
    PaperId stored(Audience const& audience = Audience::everyone()) {
        return *world->write(town::office(), [&](auto& tx) { return import_whole(tx, invented_reading(), audience); });
    }
    web::Upload paper_file() const { return {"0417-24.txt", "text/plain", invented_paper()}; }

    std::unique_ptr<town::World> world;
    std::unique_ptr<web::Site> site;
};

}  // namespace lenkwerk::council
