#pragma once
// Browsers of the town's people, for tests of pages: each goes through the whole site as who the test says.
//
//   town::Browsers browsers(world.city());
//   auto office = browsers.of(town::office());
//   EXPECT_EQ(browsers.visitor().get("/gremien/neu").status, 403);
#include "platform/web/testing/browser.hpp"
#include "town/world.hpp"

#include <map>

namespace lenkwerk::town {

class Browsers {
public:
    // Takes the place of the city's own sign-in.
    explicit Browsers(City& city);
    Browsers(Browsers const&) = delete;
    Browsers& operator=(Browsers const&) = delete;

    web::testing::Browser visitor() { return web::testing::Browser{site_}; }
    web::testing::Browser of(access::Actor const& actor);

private:
    std::map<std::string, access::Actor, std::less<>> signed_in_;  // by the hash of the session's token
    web::Site site_;
};

}  // namespace lenkwerk::town
