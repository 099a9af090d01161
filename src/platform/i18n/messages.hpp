#pragma once
// The messages of one language: read from JSON, checked when read, filled in with values when shown.
#include "base/outcome.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <unicode/locid.h>

namespace lenkwerk::i18n {

struct Message {
    std::string text;                    // as in the file
    bool is_plain = true;                // without arguments and quotes: shown as it stands
    std::vector<std::string> arguments;  // what it asks for
};

class Messages {
public:
    // Adds one JSON object of key → ICU message. std::invalid_argument for what is none, for a key twice and for a
    // message that ICU cannot read; it names the key.
    void add(std::string_view json, icu::Locale const& locale);
    Message const* find(std::string_view key) const;
    std::vector<std::string> keys() const;  // in order

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, Message, Hash, std::equal_to<>> messages_;
};

}  // namespace lenkwerk::i18n
