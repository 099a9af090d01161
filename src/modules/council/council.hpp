#pragma once
// What others may use of the council's papers: reading one from a file, comparing two readings, following one through the bodies.
#include "modules/council/rules/consultation_sequence.hpp"
#include "modules/council/rules/paper_differences.hpp"
#include "modules/council/rules/paper_draft.hpp"
#include "modules/council/rules/paper_reader.hpp"
#include "modules/council/rules/paper_refusals.hpp"
