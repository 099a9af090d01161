#pragma once
// Lists of glossary words as one text between spaces: "diversity inclusion".
#include <string>
#include <vector>

namespace lenkwerk::bodies::store {

std::string joined(std::vector<std::string> const& words);
std::vector<std::string> split_words(std::string const& text);

}  // namespace lenkwerk::bodies::store
