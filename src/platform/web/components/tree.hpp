#pragma once
// Things in things, with their numbers (3.3.1.1): the topics of a plan.
#include "platform/html/writer.hpp"

#include <functional>
#include <string>
#include <vector>

namespace lenkwerk::web::components {

struct Branch {
    std::string number;
    std::string text;
    html::Url address;
    std::function<void(html::Writer&)> beside = nullptr;  // badges, counts
    std::vector<Branch> branches = {};
};

void tree(html::Writer& w, std::vector<Branch> const& branches);

}  // namespace lenkwerk::web::components
