#include "platform/documents/workbook.hpp"

#include "platform/documents/temporary_folder.hpp"

#include <algorithm>
#include <stdexcept>

#include <unicode/unistr.h>
#include <xlsxwriter.h>

namespace lenkwerk::documents {

namespace {

constexpr std::size_t kLongestCell = 32767;    // characters; Excel's limit
constexpr lxw_row_t kLastRow = 1'048'575;      // Excel's limit, from 0
constexpr char const* kListSheet = "Auswahl";  // hidden: the lists that cells offer

void check(lxw_error error, char const* what) {
    if (error != LXW_NO_ERROR)
        throw std::runtime_error(std::string("spreadsheet, ") + what + ": " + lxw_strerror(error));
}

// At most `longest` characters of UTF-16, as Excel counts, and never half of one.
std::string cut(std::string_view text, std::size_t longest) {
    auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    wide.truncate(static_cast<int32_t>(longest));
    if (wide.length() > 0 && U16_IS_LEAD(wide[wide.length() - 1])) wide.truncate(wide.length() - 1);
    std::string out;
    return wide.toUTF8String(out);
}

std::string sheet_name(std::string_view name) {
    std::string clean(name);
    for (char& c : clean)
        if (std::string_view("[]:*?/\\'").find(c) != std::string_view::npos) c = ' ';
    return cut(clean, 31);
}

std::string column_letter(lxw_col_t column) {
    std::array<char, 8> name{};
    lxw_col_to_name(name.data(), column, 1);
    return name.data();
}

}  // namespace

struct Workbook::State {
    TemporaryFolder folder;
    std::string file = (folder / "book.xlsx").string(), temporary = folder.path().string();
    lxw_workbook* book = nullptr;
    lxw_worksheet* sheet = nullptr;
    lxw_worksheet* lists = nullptr;
    lxw_col_t next_list = 0;
    lxw_row_t next_row = 0;
    std::vector<SheetColumn> columns;
    bool is_locked = false;
    lxw_format *head = nullptr, *text = nullptr, *money = nullptr, *day = nullptr;
    lxw_format *open_text = nullptr, *open_money = nullptr, *open_day = nullptr;

    State(std::string_view title, std::string_view author);
    ~State();
    State(State const&) = delete;
    State& operator=(State const&) = delete;

    lxw_format* format(char const* number_format, bool open);
    void write(lxw_col_t column, CellValue const& value);
    std::string list_range(std::vector<std::string> const& values);
    void offer(lxw_col_t column, std::vector<std::string> const& values);
    void finish_sheet();
};

Workbook::State::State(std::string_view title, std::string_view author) {
    lxw_workbook_options options{};
    options.tmpdir = temporary.data();
    book = workbook_new_opt(file.c_str(), &options);
    if (!book) throw std::runtime_error("spreadsheet: no memory");
    std::string the_title(title), the_author(author);
    lxw_doc_properties properties{};
    properties.title = the_title.data();
    properties.author = the_author.data();
    check(workbook_set_properties(book, &properties), "properties");
    head = format(nullptr, false);
    format_set_bold(head);
    format_set_bg_color(head, 0xE6ECF7);
    text = format(nullptr, false), open_text = format(nullptr, true);
    money = format("#,##0.00 €", false), open_money = format("#,##0.00 €", true);
    day = format("dd.mm.yyyy", false), open_day = format("dd.mm.yyyy", true);
}

Workbook::State::~State() {
    if (book) lxw_workbook_free(book);
}

lxw_format* Workbook::State::format(char const* number_format, bool open) {
    auto* const made = workbook_add_format(book);
    format_set_text_wrap(made);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    if (number_format) format_set_num_format(made, number_format);
    if (open) {
        format_set_unlocked(made);
        format_set_bg_color(made, 0xFFFBE6);
        format_set_border(made, LXW_BORDER_HAIR);
    }
    return made;
}

void Workbook::State::write(lxw_col_t column, CellValue const& value) {
    bool const open = column < columns.size() && columns[column].is_open;
    auto* const plain = open ? open_text : text;
    if (auto const* words = std::get_if<std::string>(&value))
        check(worksheet_write_string(sheet, next_row, column, cut(*words, kLongestCell).c_str(), plain), "text");
    else if (auto const* whole = std::get_if<std::int64_t>(&value))
        check(worksheet_write_number(sheet, next_row, column, static_cast<double>(*whole), plain), "number");
    else if (auto const* real = std::get_if<double>(&value))
        check(worksheet_write_number(sheet, next_row, column, *real, plain), "number");
    else if (auto const* cents = std::get_if<Cents>(&value))
        check(worksheet_write_number(sheet, next_row, column, static_cast<double>(cents->value) / 100,
                                     open ? open_money : money),
              "money");
    else if (auto const* date = std::get_if<Day>(&value)) {
        lxw_datetime when{
            date->year(), static_cast<int>(date->month()), static_cast<int>(date->day_of_month()), 0, 0, 0};
        check(worksheet_write_datetime(sheet, next_row, column, &when, open ? open_day : day), "day");
    } else
        check(worksheet_write_blank(sheet, next_row, column, plain), "empty cell");
}

// The values go to a hidden sheet: in the cell itself a list may have 255 characters only.
std::string Workbook::State::list_range(std::vector<std::string> const& values) {
    if (!lists) {
        lists = workbook_add_worksheet(book, kListSheet);
        worksheet_hide(lists);
    }
    auto const column = next_list++;
    for (lxw_row_t i = 0; i < values.size(); ++i)
        check(worksheet_write_string(lists, i, column, cut(values[i], kLongestCell).c_str(), nullptr), "list");
    auto const letter = column_letter(column);
    return fmt::format("={}!{}$1:{}${}", kListSheet, letter, letter, values.size());
}

void Workbook::State::offer(lxw_col_t column, std::vector<std::string> const& values) {
    if (values.empty() || next_row < 2) return;
    auto range = list_range(values);
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    validation.value_formula = range.data();
    check(worksheet_data_validation_range(sheet, 1, column, next_row - 1, column, &validation), "list");
}

void Workbook::State::finish_sheet() {
    if (!sheet) return;
    auto const last = static_cast<lxw_col_t>(columns.size() - 1);
    check(worksheet_autofilter(sheet, 0, 0, std::max<lxw_row_t>(next_row, 2) - 1, last), "filter");
    for (lxw_col_t i = 0; i < columns.size(); ++i) offer(i, columns[i].allowed);
    if (!is_locked) return;
    lxw_protection allowed{};
    allowed.autofilter = allowed.sort = allowed.format_columns = allowed.format_rows = LXW_TRUE;
    worksheet_protect(sheet, nullptr, &allowed);
}

Workbook::Workbook(std::string_view title, std::string_view author) : state_(std::make_unique<State>(title, author)) {}
Workbook::~Workbook() = default;

void Workbook::sheet(std::string_view name, std::vector<SheetColumn> const& columns) {
    if (columns.empty()) throw std::logic_error("a sheet without columns");
    auto& state = *state_;
    state.finish_sheet();
    state.sheet = workbook_add_worksheet(state.book, sheet_name(name).c_str());
    if (!state.sheet) throw std::logic_error("two sheets of one name: " + std::string(name));
    state.columns = columns;
    state.is_locked = std::ranges::any_of(columns, &SheetColumn::is_open);
    for (lxw_col_t i = 0; i < columns.size(); ++i) {
        check(worksheet_set_column(state.sheet, i, i, columns[i].width, nullptr), "width");
        check(worksheet_write_string(state.sheet, 0, i, columns[i].title.c_str(), state.head), "head");
    }
    worksheet_freeze_panes(state.sheet, 1, 0);
    worksheet_repeat_rows(state.sheet, 0, 0);
    worksheet_set_landscape(state.sheet);
    worksheet_set_paper(state.sheet, 9);  // A4
    worksheet_fit_to_pages(state.sheet, 1, 0);
    state.next_row = 1;
}

void Workbook::row(std::vector<CellValue> const& cells) {
    auto& state = *state_;
    if (!state.sheet || cells.size() > state.columns.size())
        throw std::logic_error("a row has more cells than its sheet has columns");
    if (state.next_row > kLastRow) throw std::runtime_error("a sheet holds at most 1,048,575 rows");
    for (lxw_col_t i = 0; i < cells.size(); ++i) state.write(i, cells[i]);
    ++state.next_row;
}

std::string Workbook::take() && {
    auto& state = *state_;
    state.finish_sheet();
    check(workbook_close(std::exchange(state.book, nullptr)), "writing the file");
    return read_file(state.file);
}

}  // namespace lenkwerk::documents
