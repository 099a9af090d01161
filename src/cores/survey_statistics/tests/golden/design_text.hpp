#pragma once
// The design that a case describes, as a call of svydesign.
#include <string>

#include "cores/survey_statistics/tests/golden/value.hpp"

namespace lenkwerk::survey_statistics::golden {

struct DesignChoice {
    bool with_population = true;
    bool first_stage_only = false;
    bool elements = false;     // no clusters
    std::string weights = {};  // instead of the described
    std::string lonely = {};
};

bool is_area_model(Json const& case_file);

// `name` chooses among several designs of a case: dclus1 the clustered one, dstrat the stratified, dn the national.
std::string design_text(Json const& case_file, std::string const& name, DesignChoice const& choice);
// The design with the replicate weights of its own file: the `index`-th design of the case.
std::string replicate_text(Json const& case_file, std::size_t index);
// The data set of the `index`-th design: the file, its rows and the weights computed in it.
std::string frame_text(Json const& case_file, std::size_t index);

// The designs of a case in their order; a single one has an empty name.
std::vector<std::pair<std::string, Json>> designs(Json const& case_file);
// Numbers (from 1) of the data files that are not tables of replicate weights; index by design.
std::size_t file_of_design(Json const& case_file, std::size_t index);

}  // namespace lenkwerk::survey_statistics::golden
