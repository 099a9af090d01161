#include "platform/web/pdf_standing.hpp"

#include "platform/documents/pdf.hpp"
#include "platform/jobs/queue.hpp"
#include "platform/web/components/notice.hpp"

namespace lenkwerk::web {

PdfStanding pdf_standing(storage::Reader const& reader, std::string_view kind, std::string_view key) {
    if (!documents::pdf_is_available()) return PdfStanding::unavailable;
    return jobs::standing(reader, kind, key) == jobs::Standing::failing ? PdfStanding::failed : PdfStanding::coming;
}

void show_pdf_standing(html::Writer& w, Visit const& visit, PdfStanding standing) {
    using components::NoticeKind;
    auto const say = [&](std::string_view title, std::string_view text, NoticeKind kind) {
        components::notice(w, {.title = visit.text(title), .text = visit.text(text), .kind = kind});
    };
    switch (standing) {
        case PdfStanding::coming: return say("common.pdf.coming", "common.pdf.coming_text", NoticeKind::info);
        case PdfStanding::failed: return say("common.pdf.failed", "common.pdf.failed_text", NoticeKind::warning);
        case PdfStanding::unavailable:
            return say("common.pdf.unavailable", "common.pdf.unavailable_text", NoticeKind::warning);
    }
}

}  // namespace lenkwerk::web
