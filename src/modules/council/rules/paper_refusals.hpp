#pragma once
// Why a file is not taken in as a council paper.
#include "base/outcome.hpp"

namespace lenkwerk::council {

inline Problems file_is_empty() { return refuse("council.paper.empty", "file"); }
inline Problems file_is_too_large() { return refuse("council.paper.too_large", "file"); }
inline Problems file_is_binary() { return refuse("council.paper.binary", "file"); }
inline Problems file_is_not_a_paper() { return refuse("council.paper.not_a_paper", "file"); }
inline Problems pdf_is_unreadable() { return refuse("council.paper.pdf_unreadable", "file"); }
inline Problems pdf_program_is_missing() { return refuse("council.paper.pdf_program_missing", "file"); }
inline Problems pdf_holds_no_text() { return refuse("council.paper.pdf_without_text", "file"); }

}  // namespace lenkwerk::council
