#include "platform/web/panels.hpp"

#include "platform/city.hpp"

namespace lenkwerk::web {

void show_panels(Visit& visit, std::string_view place, Subject const& subject, html::Writer& w) {
    std::vector<Panel const*> panels;
    for (auto const& module : visit.city().modules())
        for (auto const& panel : module.panels)
            if (panel.place == place) panels.push_back(&panel);
    std::stable_sort(panels.begin(), panels.end(),
                     [](Panel const* left, Panel const* right) { return left->order < right->order; });
    for (auto const* panel : panels) panel->show(visit, subject, w);
}

}  // namespace lenkwerk::web
