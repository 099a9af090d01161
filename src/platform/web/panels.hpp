#pragma once
// The places on a page where other modules show something of theirs (platform/module.hpp, Panel).
#include "platform/html/writer.hpp"
#include "platform/web/visit.hpp"

namespace lenkwerk::web {

// Every panel that a module announced for `place`, in their order.
void show_panels(Visit& visit, std::string_view place, Subject const& subject, html::Writer& w);

}  // namespace lenkwerk::web
