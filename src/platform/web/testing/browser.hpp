#pragma once
// A browser without a socket, for tests of pages: keeps cookies, follows redirects when asked, fills in the hidden fields of the
// last form it saw. What it gets went through the whole site: routes, doors, tokens, cache, headers.
//
//   auto browser = web::testing::Browser(city);
//   browser.get("/massnahmen/neu");
//   auto const answer = browser.post("/massnahmen", {{"title", "Licht am Park"}});
#include "platform/web/site.hpp"

#include <map>

namespace lenkwerk::web::testing {

struct Answer {
    int status = 0;
    std::multimap<std::string, std::string> headers;
    std::string body;

    std::string header(std::string_view name) const;  // empty where absent
    bool contains(std::string_view text) const { return body.find(text) != std::string::npos; }
};

using Form = std::vector<std::pair<std::string, std::string>>;

class Browser {
public:
    explicit Browser(Site& site) : site_(site) {}

    Answer get(std::string const& target);
    // Brings the token and the key of the last form that was seen, unless the fields bring their own.
    Answer post(std::string const& target, Form fields = {});
    // As post(), with files as multipart/form-data.
    Answer upload(std::string const& target, Form fields, std::string const& field, Upload const& file);
    Answer json(Method method, std::string const& target, std::string body);
    // get() on the address of a redirect.
    Answer follow(Answer const& answer);

    // Signed in with this session token (start_session would have set it).
    Browser& with_session(std::string_view token);
    Browser& with_header(std::string name, std::string value);  // for all requests from now on; empty takes it away
    std::string const& form_token() const { return form_token_; }
    std::string const& form_key() const { return form_key_; }

private:
    Request request(Method method, std::string const& target) const;
    Answer send(Request request);
    void add_hidden(Form& fields) const;

    Site& site_;
    std::map<std::string, std::string> cookies_, headers_;
    std::string form_token_, form_key_;
    int requests_ = 0;
};

}  // namespace lenkwerk::web::testing
