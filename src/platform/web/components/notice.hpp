#pragma once
// Something that readers of a page should know first: a snapshot of an old version, a deadline, a fault.
#include "platform/html/writer.hpp"

#include <functional>
#include <string>

namespace lenkwerk::web::components {

enum class NoticeKind { info, good, warning, bad };

struct Notice {
    std::string title;
    std::string text = {};
    NoticeKind kind = NoticeKind::info;
    std::function<void(html::Writer&)> more = nullptr;  // links, a list
};

void notice(html::Writer& w, Notice const& notice);

// What a list says that has nothing in it: why it is empty and what to do.
struct EmptyState {
    std::string title;
    std::string text = {};
    std::string action = {};  // label of the link
    std::string address = {};
};
void empty_state(html::Writer& w, EmptyState const& state);

}  // namespace lenkwerk::web::components
