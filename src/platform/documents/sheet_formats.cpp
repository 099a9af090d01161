#include "platform/documents/sheet_formats.hpp"

#include <cmath>
#include <map>

#include <pugixml.hpp>

namespace lenkwerk::documents {

namespace {

// The built-in formats that show days (ECMA-376, 18.8.30): 14–17 and 22, and 27–36, 50–58 of East Asian editions. 18–21 and
// 45–47 are times of day.
bool is_built_in_day(unsigned id) {
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

}  // namespace

bool is_day_format(std::string_view code) {
    bool in_quotes = false, in_brackets = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        char const c = code[i];
        if (in_quotes || in_brackets) {
            if (c == (in_quotes ? '"' : ']')) in_quotes = in_brackets = false;
        } else if (c == '"')
            in_quotes = true;
        else if (c == '[')
            in_brackets = true;
        else if (c == '\\' || c == '_' || c == '*')
            ++i;
        else if (c == 'd' || c == 'D' || c == 'y' || c == 'Y')
            return true;
    }
    return false;
}

SheetFormats::SheetFormats(std::optional<std::string> const& styles, bool since_1904) : since_1904_(since_1904) {
    pugi::xml_document document;
    if (!styles || !document.load_buffer(styles->data(), styles->size())) return;
    auto const root = document.document_element();
    std::map<unsigned, bool> custom;
    for (auto const format : root.child("numFmts").children("numFmt"))
        custom[format.attribute("numFmtId").as_uint()] = is_day_format(format.attribute("formatCode").value());
    for (auto const style : root.child("cellXfs").children("xf")) {
        auto const id = style.attribute("numFmtId").as_uint();
        auto const found = custom.find(id);
        is_day_.push_back(found == custom.end() ? is_built_in_day(id) : found->second);
    }
}

// Serial 60 is 29 February 1900, a day that was not: the format keeps an error of Lotus 1-2-3. Days before it are off by one.
std::optional<Day> SheetFormats::day(double serial) const {
    constexpr double kLast = 2'958'465;  // 31 December 9999
    if (!(serial >= 1) || serial > kLast) return std::nullopt;
    auto const whole = static_cast<int>(std::floor(serial));
    if (since_1904_) return Day::of(1904, 1, 1) + whole;
    return Day::of(1899, 12, 30) + (whole < 60 ? whole + 1 : whole);
}

}  // namespace lenkwerk::documents
