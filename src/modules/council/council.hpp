#pragma once
// What others may use of the council's papers: reading one from a file, taking it in, comparing two readings, following one through
// the bodies.
#include "base/audience.hpp"
#include "modules/council/ids.hpp"
#include "modules/council/rules/consultation_sequence.hpp"
#include "modules/council/rules/paper_differences.hpp"
#include "modules/council/rules/paper_draft.hpp"
#include "modules/council/rules/paper_reader.hpp"
#include "modules/council/rules/paper_refusals.hpp"
#include "platform/storage/transaction.hpp"

namespace lenkwerk::council {

// A file of either kind, text or PDF. Refuses what text_of_pdf (commands/pdf_text.hpp) and read_paper refuse.
Outcome<PaperReading> read_file_of_paper(std::string_view bytes);

// The text of a PDF. Refuses what text_of_pdf (commands/pdf_text.hpp) refuses.
Outcome<std::string> text_of_pdf_file(std::string_view bytes);

// The findings as programs read them; the shape is part of the interface and does not change.
std::string json_of(PaperDraft const& draft);

// Puts a reading before the office. What the office corrected in an earlier reading of the same paper is corrected in it already; an
// unfinished reading of the same number is put aside. Refuses access.denied.
Outcome<ReadingId> take_in(storage::Transaction& tx, std::string const& file_name, PaperReading const& reading);

// A reading that waits for the office, and what it says otherwise than the stored paper of its number (all of it where there is none).
struct Waiting {
    ReadingId id;
    PaperDraft draft;
    std::int64_t version = 0;
    bool is_known = false;  // a paper of its number is stored
    std::vector<PaperDifference> differences;
    std::optional<Audience> audience;  // of the stored paper
};
std::optional<Waiting> waiting_reading(storage::Reader const& reader, ReadingId id);

struct Correction {
    ReadingId id;
    PaperDraft draft;  // as the office would have it
    std::int64_t version = 0;
};
struct Confirmation {
    Correction correction;
    std::string plan_title,
        plan_motto;  // of the plan that the paper orders, where it is not there yet and the paper outlines one
    Audience audience = Audience::administration();  // of the paper, its plan and its budget
};
// Stores plan (topics proposed), paper, sequence and budget, or what differs from them where the paper was there already. Refuses
// access.denied, council.reading.unknown, .closed, form.changed_meanwhile, what admitted() (rules/admission.hpp) refuses,
// council.reading.plan_title_missing, .result_would_be_lost, council.paper.not_public, and what plan and budget refuse: then nothing is
// stored.
Outcome<PaperId> confirm(storage::Transaction& tx, Confirmation const& confirmation);

// Puts a waiting reading aside. Refuses access.denied, council.reading.unknown, .closed.
Outcome<Done> discard(storage::Transaction& tx, ReadingId id);

}  // namespace lenkwerk::council
