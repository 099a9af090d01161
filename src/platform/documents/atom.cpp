#include "platform/documents/atom.hpp"

#include "platform/html/escape.hpp"

namespace lenkwerk::documents {

namespace {

// HTML's escape fits XML too: the same five characters, and control characters are replaced.
void element(std::string& out, std::string_view name, std::string_view content) {
    out.append("<").append(name).append(">");
    html::append_escaped(out, content);
    out.append("</").append(name).append(">\n");
}

void link(std::string& out, std::string_view relation, std::string_view address) {
    out.append("<link rel=\"").append(relation).append("\" href=\"");
    html::append_escaped(out, address);
    out.append("\"/>\n");
}

void author(std::string& out, std::string_view name) {
    out.append("<author>");
    element(out, "name", name);
    out.append("</author>\n");
}

void entry(std::string& out, FeedEntry const& entry) {
    out.append("<entry>\n");
    element(out, "id", entry.id);
    element(out, "title", entry.title);
    element(out, "updated", iso(entry.updated));
    link(out, "alternate", entry.address);
    if (!entry.author.empty()) author(out, entry.author);
    if (!entry.summary.empty()) element(out, "summary", entry.summary);
    out.append("</entry>\n");
}

}  // namespace

std::string atom(Feed const& feed) {
    std::string out =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"";
    html::append_escaped(out, feed.language);
    out.append("\">\n");
    element(out, "id", feed.id);
    element(out, "title", feed.title);
    element(out, "updated", iso(feed.updated));
    author(out, feed.author);
    link(out, "alternate", feed.address);
    link(out, "self", feed.self);
    for (auto const& each : feed.entries) entry(out, each);
    return out.append("</feed>\n");
}

}  // namespace lenkwerk::documents
