#include "platform/i18n/messages.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include <unicode/msgfmt.h>
#include <nlohmann/json.hpp>

namespace lenkwerk::i18n {

namespace {

[[noreturn]] void fail(std::string_view key, std::string const& why) {
    throw std::invalid_argument("message \"" + std::string(key) + "\": " + why);
}

std::vector<std::string> arguments_of(icu::UnicodeString const& pattern, std::string_view key) {
    UParseError place{};
    UErrorCode status = U_ZERO_ERROR;
    icu::MessagePattern const parsed(pattern, &place, status);
    if (U_FAILURE(status)) fail(key, "ICU cannot read it at character " + std::to_string(place.offset + 1));
    std::set<std::string> names;
    for (int32_t i = 0; i < parsed.countParts(); ++i) {
        auto const& part = parsed.getPart(i);
        std::string name;
        if (part.getType() == UMSGPAT_PART_TYPE_ARG_NUMBER) fail(key, "its arguments have names, not numbers");
        if (part.getType() == UMSGPAT_PART_TYPE_ARG_NAME) names.insert(parsed.getSubstring(part).toUTF8String(name));
    }
    return {names.begin(), names.end()};
}

Message read(std::string_view key, std::string text, icu::Locale const& locale) {
    if (text.find_first_of("{}'#") == std::string::npos) return {std::move(text), true, {}};
    auto const pattern = icu::UnicodeString::fromUTF8(text);
    auto arguments = arguments_of(pattern, key);
    UErrorCode status = U_ZERO_ERROR;
    icu::MessageFormat const format(pattern, locale, status);
    if (U_FAILURE(status)) fail(key, u_errorName(status));
    return {std::move(text), false, std::move(arguments)};
}

// nlohmann keeps the last of two equal keys without a word; a second text for a key is a fault somebody must see.
nlohmann::json parse_with_unique_keys(std::string_view json) {
    std::set<std::string> seen;
    auto const watch = [&](int depth, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
        if (event == nlohmann::json::parse_event_t::key && depth == 1 && !seen.insert(parsed.get<std::string>()).second)
            fail(parsed.get<std::string>(), "stands twice in the file");
        return true;
    };
    auto file = nlohmann::json::parse(json, watch);
    if (!file.is_object()) throw std::invalid_argument("a file of messages is one JSON object");
    return file;
}

}  // namespace

void Messages::add(std::string_view json, icu::Locale const& locale) {
    auto const file = parse_with_unique_keys(json);
    for (auto const& [key, text] : file.items()) {
        if (!text.is_string()) fail(key, "is no text");
        if (!messages_.emplace(key, read(key, text.get<std::string>(), locale)).second)
            fail(key, "stands in two files");
    }
}

Message const* Messages::find(std::string_view key) const {
    auto const found = messages_.find(key);
    return found == messages_.end() ? nullptr : &found->second;
}

std::vector<std::string> Messages::keys() const {
    std::vector<std::string> keys;
    keys.reserve(messages_.size());
    for (auto const& [key, message] : messages_) keys.push_back(key);
    std::ranges::sort(keys);
    return keys;
}

}  // namespace lenkwerk::i18n
