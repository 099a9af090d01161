#pragma once
// How the office works on a paper that was read: corrects it, for now or for good. The rest stands in council.hpp, because the command
// line does it, too.
#include "modules/council/council.hpp"

namespace lenkwerk::council {

inline constexpr std::string_view kImport = "council.import";

// Keeps the office's work for later. Refuses access.denied, council.reading.unknown, .closed, form.changed_meanwhile.
Outcome<Done> correct(storage::Transaction& tx, Correction const& correction);

// The reading of a stored paper once more, to correct it. Refuses access.denied and council.reading.unknown.
Outcome<ReadingId> reopen(storage::Transaction& tx, PaperId paper);

}  // namespace lenkwerk::council
