#pragma once
// Which cells of a workbook are days: XLSX stores them as numbers and tells the difference only by their format.
#include "base/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::documents {

class SheetFormats {
public:
    // `styles`: the part xl/styles.xml; `since_1904`: the calendar of old Macintosh files (ECMA-376, 18.17.4.1).
    SheetFormats(std::optional<std::string> const& styles, bool since_1904);

    bool is_day(unsigned style) const { return style < is_day_.size() && is_day_[style]; }
    // The day of a serial number; nothing outside the years that the format knows.
    std::optional<Day> day(double serial) const;

private:
    std::vector<bool> is_day_;
    bool since_1904_;
};

// "dd.mm.yyyy" yes, "#,##0.00" and "[Red]0" no: letters of dates outside quotes, brackets and escapes.
bool is_day_format(std::string_view code);

}  // namespace lenkwerk::documents
