#pragma once
// The activities of a field as a table: ten thousand of them in some milliseconds, so every text is asked for once.
#include "modules/steering/rules/overview.hpp"
#include "modules/steering/web/overview_view.hpp"
#include "platform/web/components/components.hpp"

#include <map>
#include <unordered_map>

namespace lenkwerk::steering {

class ActivityTables {
public:
    ActivityTables(html::Writer& w, i18n::Locale const& locale, Medium medium);

    void show(std::string const& caption, std::vector<Entry> const& entries);

private:
    void row(Entry const& entry);
    void cell(std::string const& column);
    void title(Entry const& entry);
    void mark(std::string const& key, ui::Tone tone);
    void marks(Entry const& entry);
    void period(Entry const& entry);
    void status(Entry const& entry);
    std::string const& text(std::string const& key);
    std::string const& day(Day day);

    html::Writer& w_;
    i18n::Locale const& locale_;
    Medium medium_;
    std::unordered_map<std::string, std::string> texts_;
    std::map<Day, std::string> days_;
};

}  // namespace lenkwerk::steering
