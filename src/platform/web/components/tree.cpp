#include "platform/web/components/tree.hpp"

namespace lenkwerk::web::components {

namespace {

void level(html::Writer& w, std::vector<Branch> const& branches, std::string_view css_class) {
    w.put(R"(<ol class="{}">)", css_class);
    for (auto const& branch : branches) {
        w.put(R"(<li class="lw-tree__branch"><div class="lw-tree__row"><span class="lw-tree__number">{}</span>)"
              R"(<a class="kern-link lw-tree__link" href="{}">{}</a>)",
              branch.number, branch.address, branch.text);
        if (branch.beside) w.put(R"(<span class="lw-tree__beside">{}</span>)", branch.beside);
        w.put("</div>");
        if (!branch.branches.empty()) level(w, branch.branches, "lw-tree__level");
        w.put("</li>");
    }
    w.put("</ol>");
}

}  // namespace

// The numbers are text, not those of the browser: they are the plan's. role=list, because Safari forgets lists without markers.
void tree(html::Writer& w, std::vector<Branch> const& branches) {
    if (!branches.empty()) level(w, branches, "lw-tree");
}

}  // namespace lenkwerk::web::components
