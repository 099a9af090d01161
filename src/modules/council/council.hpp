#pragma once
// What others may use of the council's papers: reading one from a file.
#include "modules/council/rules/paper_draft.hpp"
#include "modules/council/rules/paper_reader.hpp"
#include "modules/council/rules/paper_refusals.hpp"
