#include "platform/web/components/table.hpp"

#include <stdexcept>

namespace lenkwerk::web::components {

namespace {

std::string_view alignment(Align align) { return align == Align::number ? " lw-table__cell--number" : ""; }

void column_header(html::Writer& w, Column const& column) {
    w.put(R"(<th class="kern-table__header lw-table__header{}" scope="col"{}>)", alignment(column.align),
          html::when(!column.ordered.empty(), "aria-sort=\"{}\"", column.ordered));
    if (column.order_address.empty())
        w.text(column.title);
    else
        w.put(R"(<a class="lw-table__order" href="{}">{}</a>)", html::Url::checked(column.order_address), column.title);
    w.put("</th>");
}

}  // namespace

void Row::open() {
    if (next_ == columns_.size()) throw std::logic_error("more cells than columns in a table");
    auto const& column = columns_[next_];
    if (next_ == 0)
        w_.put(R"(<th class="kern-table__cell lw-table__cell lw-table__cell--head{}" scope="row">)",
               alignment(column.align));
    else
        w_.put(R"(<td class="kern-table__cell lw-table__cell{}" data-column="{}">)", alignment(column.align),
               column.title);
}

void Row::close() {
    if (next_ == 0)
        w_.put("</th>");
    else
        w_.put("</td>");
    ++next_;
}

void Row::text(std::string_view text) {
    open();
    w_.text(text);
    close();
}

void Row::link(std::string_view text, html::Url const& address) {
    open();
    w_.put(R"(<a class="kern-link" href="{}">{}</a>)", address, text);
    close();
}

void Row::cell(std::function<void(html::Writer&)> const& content) {
    open();
    content(w_);
    close();
}

void Row::empty() {
    open();
    w_.put(R"(<span aria-hidden="true">–</span>)");
    close();
}

Table::Table(html::Writer& w, TableFrame frame) : w_(w), frame_(std::move(frame)) {
    // Focusable, because a wide table is scrolled by keyboard too.
    w_.put(R"(<section class="kern-table-responsive lw-table-scroll" aria-label="{}" tabindex="0">)"
           R"(<table class="kern-table lw-table"><caption class="{}">{}</caption><thead><tr class="kern-table__row">)",
           frame_.caption, frame_.caption_hidden ? "kern-sr-only" : "kern-title lw-table__caption", frame_.caption);
    for (auto const& column : frame_.columns) column_header(w_, column);
    w_.put("</tr></thead><tbody>");
}

void Table::row(std::function<void(Row&)> const& cells) {
    w_.put(R"(<tr class="kern-table__row">)");
    Row row(w_, frame_.columns);
    cells(row);
    w_.put("</tr>");
}

void Table::end() { w_.put("</tbody></table></section>"); }

}  // namespace lenkwerk::web::components
