// Where the program keeps which data, what for and how long: every table of the schema, by itself, with the texts of its owner.
#include "modules/home/web/pages.hpp"
#include "platform/storage/columns.hpp"
#include "platform/web/components/components.hpp"

namespace lenkwerk::home {

void show_tables(html::Writer& w, web::Visit& visit) {
    ui::Table table(w, {visit.text("home.tables.caption"),
                        {{visit.text("home.tables.table")},
                         {visit.text("home.tables.why")},
                         {visit.text("home.tables.who")},
                         {visit.text("home.tables.until")}}});
    for (auto const& name : storage::tables_of(visit.reader())) {
        auto const key = "tables." + name;
        table.row([&](ui::Row& row) {
            row.text(name);
            row.text(visit.text(key + ".why"));
            row.text(visit.text(key + ".who"));
            row.text(visit.text(key + ".until"));
        });
    }
    table.end();
}

}  // namespace lenkwerk::home
