#pragma once
// Rows of data with a caption. On a phone each row becomes a card in which every cell says its column.
//
//   ui::Table table(w, {.caption = "Maßnahmen", .columns = {{"Titel"}, {"Stand"}, {"Kosten", ui::Align::number}}});
//   for (auto const& m : measures) table.row([&](ui::Row& row) { row.link(m.title, …); row.text(…); row.text(…); });
//   table.end();
#include "platform/html/writer.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::web::components {

enum class Align { text, number };

struct Column {
    std::string title;
    Align align = Align::text;
    // Where the list can be ordered by it: the address that orders, and how it is ordered now ("ascending", "descending", "").
    std::string order_address = {};
    std::string ordered = {};
};

struct TableFrame {
    std::string caption;
    std::vector<Column> columns;
    bool caption_hidden = false;  // for sighted readers, where a heading above says the same
};

class Row {
public:
    Row(html::Writer& w, std::vector<Column> const& columns) : w_(w), columns_(columns) {}

    // Cells in the order of the columns; the first is the row's header.
    void text(std::string_view text);
    void link(std::string_view text, html::Url const& address);
    void cell(std::function<void(html::Writer&)> const& content);
    void empty();  // an em dash that screen readers skip

private:
    void open();
    void close();

    html::Writer& w_;
    std::vector<Column> const& columns_;
    std::size_t next_ = 0;
};

class Table {
public:
    Table(html::Writer& w, TableFrame frame);
    void row(std::function<void(Row&)> const& cells);
    void end();

private:
    html::Writer& w_;
    TableFrame frame_;
};

}  // namespace lenkwerk::web::components
