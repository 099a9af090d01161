#pragma once
// Spreadsheets out: sheets of typed rows as XLSX, as an office opens, filters and fills them in.
#include "base/money.hpp"
#include "base/time.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lenkwerk::documents {

// monostate: an empty cell. Texts stay texts: a leading = computes nothing.
using CellValue = std::variant<std::monostate, std::string, std::int64_t, double, Cents, Day>;

struct SheetColumn {
    std::string title;
    double width = 20;                      // in characters
    std::vector<std::string> allowed = {};  // a list that the program offers for each cell of the column
    bool is_open = false;                   // may be filled in; the others are locked where any column is open
};

inline constexpr char const* kXlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

class Workbook {
public:
    // `title` and `author` stand in the file's properties.
    Workbook(std::string_view title, std::string_view author);
    ~Workbook();
    Workbook(Workbook const&) = delete;
    Workbook& operator=(Workbook const&) = delete;

    // Begins a sheet; rows go to the one begun last. A name is cut to the 31 characters that Excel allows, signs it forbids
    // become spaces. The first row is frozen and filters.
    void sheet(std::string_view name, std::vector<SheetColumn> const& columns);
    void row(std::vector<CellValue> const& cells);
    // The file. Nothing can be added afterwards. std::runtime_error where it cannot be written.
    std::string take() &&;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace lenkwerk::documents
