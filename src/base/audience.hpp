#pragma once
// Who may see what. Every thing that can be hidden carries an Audience; every read is made for a Viewer; the database
// compares the two in the WHERE clause by the SQL function may_see(viewer, audience), which both databases know.
#include "base/id.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk {

// From narrow to wide, each including the ones before: the members of a body, the administration and all members of
// bodies, everyone. The default is never everyone: publishing is an act (mission, "Visibility").
enum class Visibility { body, administration, everyone };

std::string_view word(Visibility visibility);  // "body", "administration", "public": as stored and as in the API
std::optional<Visibility> visibility_of(std::string_view word);

// What stands in a column `audience`: "public", "administration", "body" (any body of the plan) or "body:7".
class Audience {
public:
    static Audience everyone() { return Audience{"public"}; }
    static Audience administration() { return Audience{"administration"}; }
    static Audience any_body() { return Audience{"body"}; }
    static Audience body(std::int64_t body_id) { return Audience{"body:" + std::to_string(body_id)}; }
    // Throws std::invalid_argument for a text that is none: only what we stored ourselves is read.
    static Audience stored(std::string_view text);

    std::string const& text() const { return text_; }
    Visibility visibility() const;
    bool operator==(Audience const&) const = default;

private:
    explicit Audience(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

// Who reads. `text()` goes into may_see(): "public", "public administration body body:3", or "*" for office and auditor.
class Viewer {
public:
    static Viewer visitor() { return Viewer{"public"}; }
    static Viewer everything() { return Viewer{"*"}; }
    // A member of the administration (no bodies), or of bodies.
    static Viewer insider(std::vector<std::int64_t> const& bodies);

    std::string const& text() const { return text_; }
    bool may_see(Audience const& audience) const { return may_see(text_, audience.text()); }
    bool is_visitor() const { return text_ == "public"; }
    bool operator==(Viewer const&) const = default;

    // The definition, also behind the SQL function: the viewer's words contain the audience, or are "*".
    static bool may_see(std::string_view viewer, std::string_view audience);

private:
    explicit Viewer(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

}  // namespace lenkwerk
