#include "cores/sortition/input/read.hpp"

namespace lenkwerk::sortition::input {
namespace {

// The letters U+00C0–U+00FF by the second byte of their UTF-8: in lower case, umlauts and sharp s spelled out.
void append_latin(std::string& plain, unsigned char second) {
    bool const is_capital = second >= 0x80 && second <= 0x9E && second != 0x97;
    auto const small = static_cast<unsigned char>(is_capital ? second + 0x20 : second);
    switch (small) {
        case 0xA4: plain += "ae"; break;
        case 0xB6: plain += "oe"; break;
        case 0xBC: plain += "ue"; break;
        case 0x9F: plain += "ss"; break;
        default: (plain += '\xC3') += static_cast<char>(small);
    }
}

bool separates(char c) { return c == ' ' || c == '.' || c == ',' || c == '-' || c == '/' || c == '\t' || c == '\''; }

// "Hauptstr 5": the abbreviation without its point ends a word, so a digit or nothing follows.
void spell_out(std::string& plain) {
    for (auto at = plain.find("str"); at != std::string::npos; at = plain.find("str", at + 3)) {
        bool const ends = at + 3 == plain.size() || (plain[at + 3] >= '0' && plain[at + 3] <= '9');
        if (ends) plain.insert(at + 3, "asse");
    }
}

}  // namespace

// A register has a million of them: one pass, one string.
std::string normalised_address(std::string_view address) {
    std::string plain;
    plain.reserve(address.size() + 8);
    for (std::size_t i = 0; i < address.size(); ++i) {
        char const c = address[i];
        if (c == '\xC3' && i + 1 < address.size()) {
            append_latin(plain, static_cast<unsigned char>(address[++i]));
        } else if (separates(c)) {
            if (c == '.' && plain.ends_with("str")) plain += "asse";
        } else {
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
        }
    }
    spell_out(plain);
    return plain;
}

}  // namespace lenkwerk::sortition::input
