#include "platform/web/components/submit_row.hpp"

namespace lenkwerk::web::components {

void submit_row(OpenForm const& open, SubmitRow const& row) {
    open.w.put(
        R"(<div class="lw-submit"><button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">{}</span></button>)",
        row.label);
    for (auto const& other : row.others)
        open.w.put(
            R"(<button class="kern-btn kern-btn--secondary" type="submit" name="{}" value="{}"><span class="kern-label">{}</span></button>)",
            other.name, other.value, other.label);
    if (row.cancel)
        open.w.put(R"(<a class="kern-btn kern-btn--tertiary" href="{}"><span class="kern-label">{}</span></a>)",
                   *row.cancel, open.locale.text("common.form.cancel"));
    open.w.put("</div>");
}

}  // namespace lenkwerk::web::components
